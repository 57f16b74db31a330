/** The first run (lần chạy đầu): what the server holds, the first province with its administrator, further provinces. */
import { dateIn } from '#base/date.ts';
import { err, ok, type Result } from '#base/result.ts';
import { organisationHistory } from '#catalogue/organisation-sets.ts';
import { listProvinces as listCatalogueProvinces } from '#catalogue/provinces.ts';
import { type Problem, problem } from '#contract/problem.ts';
import { hashPassword } from '#identity/password.ts';
import type { Database } from '#store/database.ts';
import { newId } from '#store/ids.ts';
import { insertOrganisationSet, type SetOrganisation } from '#store/organisation-set.ts';
import { appoint, insertPerson, insertPost } from '#store/people.ts';
import { insertProvince, listProvinces } from '#store/provinces.ts';
import type { Services } from './services.ts';
import { weakness } from './session-password.ts';
import { type Context, perform, systemActor } from './usecase.ts';

export interface FirstPerson {
  readonly fullName: string;
  readonly login: string;
  readonly password: string;
  readonly email: string | null;
}

/** Provinces to choose from: those of today. */
export function catalogueProvinces(): { code: string; name: string }[] {
  return listCatalogueProvinces()
    .filter((province) => province.to === null)
    .map((province) => ({ code: province.id, name: province.name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

export async function isEmpty(database: Database): Promise<boolean> {
  return (await listProvinces(database)).length === 0;
}

/** Which of the catalogue's organisations a new province is given. */
export interface ProvinceOptions {
  /**
   * Those that stand on this day or later, with what they were called and what they became: `2021-01-01` gives the whole
   * history. Today unless said; null gives the People's Committee and its Office alone.
   */
  readonly asOf?: string | null;
}

/** Makes a province with its organisations and an administrator. The province may be one of the past. */
export async function makeProvince(
  services: Services,
  code: string,
  first: FirstPerson,
  options: ProvinceOptions = {},
): Promise<Result<{ provinceId: number; personId: string }, Problem>> {
  const known = listCatalogueProvinces().find((province) => province.id === code);
  if (!known)
    return err(
      problem(422, 'unknown-province', 'Không có tỉnh, thành phố này trong danh mục.', 'There is no such province.'),
    );
  const weak = weakness(services, { login: first.login, name: first.fullName }, first.password);
  if (weak) return err(weak);
  const passwordHash = await hashPassword(first.password);
  const name = known.names.find((one) => one.to === null) ?? known.names[0];
  const province = await insertProvince(services.database, {
    slug: code,
    code,
    name: known.name,
    kind: name?.kind ?? 'province',
  });
  if (!province) return err(problem(409, 'already-set-up', 'Tỉnh này đã được lập.', 'This province exists already.'));
  const asOf = options.asOf === undefined ? dateIn(services.clock()) : options.asOf;
  const set = organisationsFrom(
    code,
    province.kind === 'city' ? `thành phố ${known.name}` : `tỉnh ${known.name}`,
    asOf,
  );
  const actor = systemActor(province.provinceId, []);
  return perform(services, firstOrganisation(known.name, set, first, passwordHash), actor, undefined);
}

function organisationsFrom(code: string, whole: string, asOf: string | null): readonly SetOrganisation[] {
  const history = organisationHistory(code);
  const set = asOf === null ? [] : history.filter(({ validTo }) => validTo === null || validTo > asOf);
  // The office of the administrator stands in every province, whatever the catalogue says of it.
  const bare = (one: string, kind: string, text: string, short: string, parent: string | null): SetOrganisation => ({
    code: one,
    kind,
    validFrom: null,
    validTo: null,
    names: [{ text, short, from: null, to: null }],
    parents: parent === null ? [] : [{ code: parent, from: null, to: null }],
    successors: [],
  });
  const own = [
    bare(COMMITTEE, 'committee', `Ủy ban nhân dân ${whole}`, 'UBND', null),
    bare(OFFICE, 'office', `Văn phòng Ủy ban nhân dân ${whole}`, 'VP UBND', COMMITTEE),
  ];
  return [...own.filter(({ code: needed }) => !set.some((one) => one.code === needed)), ...set];
}

const COMMITTEE = 'ubnd-tinh';
const OFFICE = 'van-phong-ubnd-tinh';

function firstOrganisation(
  provinceName: string,
  set: readonly SetOrganisation[],
  first: FirstPerson,
  passwordHash: string,
) {
  return {
    name: 'setup.make',
    access: 'public' as const,
    kind: 'write' as const,
    run: async (context: Context): Promise<Result<{ provinceId: number; personId: string }, Problem>> => {
      const ids = await insertOrganisationSet(context, set, context.now);
      const personId = newId(context.now);
      const postId = newId(context.now);
      await insertPerson(context, {
        id: personId,
        fullName: first.fullName,
        login: first.login,
        email: first.email,
        passwordHash,
        mustChangePassword: false,
      });
      await insertPost(context, {
        id: postId,
        organisationId: ids.get(OFFICE) as string,
        title: 'Quản trị hệ thống',
        role: 'admin',
        validFrom: null,
      });
      await appoint(context, { id: newId(context.now), postId, personId, from: context.today });
      context.record({
        kind: 'province.made',
        subjectType: 'province',
        subjectId: String(context.provinceId),
        title: provinceName,
        after: { administrator: first.login, organisations: set.length },
      });
      return ok({ provinceId: context.provinceId, personId });
    },
  };
}
