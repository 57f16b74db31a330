/** The first run (lần chạy đầu): what the server holds, the first province with its administrator, further provinces. */
import { dateIn } from '#base/date.ts';
import { err, ok, type Result } from '#base/result.ts';
import { listProvinces as listCatalogueProvinces } from '#catalogue/provinces.ts';
import { type Problem, problem } from '#contract/problem.ts';
import { hashPassword } from '#identity/password.ts';
import type { Database } from '#store/database.ts';
import { newId } from '#store/ids.ts';
import { type AddedOrganisation, addOrganisations } from '#store/organisation-add.ts';
import { appoint, insertPerson, insertPost } from '#store/people.ts';
import { insertProvince, listProvinces } from '#store/provinces.ts';
import { insertOrganisationSet } from './organisation-set.ts';
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
   * history. Today unless said.
   */
  readonly asOf?: string;
  /** The People's Committee and its Office alone. */
  readonly bare?: boolean;
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
  const whole = province.kind === 'city' ? `thành phố ${known.name}` : `tỉnh ${known.name}`;
  const asOf = options.bare ? null : (options.asOf ?? dateIn(services.clock()));
  const useCase = firstOrganisation({ code, name: known.name, whole, asOf }, first, passwordHash);
  return perform(services, useCase, systemActor(province.provinceId, []), undefined);
}

/** They stand in every province, whatever the catalogue says of it. */
function needed(whole: string): AddedOrganisation[] {
  const one = (code: string, kind: string, text: string, short: string, parent: string | null) => ({
    code,
    kind,
    validFrom: null,
    validTo: null,
    names: [{ text, short, from: null, to: null }],
    parents: parent === null ? [] : [{ code: parent, from: null, to: null }],
    successors: [],
  });
  return [
    one(COMMITTEE, 'committee', `Ủy ban nhân dân ${whole}`, 'UBND', null),
    one(OFFICE, 'office', `Văn phòng Ủy ban nhân dân ${whole}`, 'VP UBND', COMMITTEE),
  ];
}

const COMMITTEE = 'ubnd-tinh';
const OFFICE = 'van-phong-ubnd-tinh';

interface NewProvince {
  readonly code: string;
  readonly name: string;
  /** `tỉnh Hà Tĩnh`. */
  readonly whole: string;
  /** Null for no organisations of the catalogue. */
  readonly asOf: string | null;
}

function firstOrganisation({ code, name, whole, asOf }: NewProvince, first: FirstPerson, passwordHash: string) {
  return {
    name: 'setup.make',
    access: 'public' as const,
    kind: 'write' as const,
    run: async (context: Context): Promise<Result<{ provinceId: number; personId: string }, Problem>> => {
      const proposed = asOf === null ? { added: 0 } : await insertOrganisationSet(context, code, asOf, context.now);
      const { ids, added } = await addOrganisations(context, needed(whole), context.now);
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
        title: name,
        after: { administrator: first.login, organisations: proposed.added + added },
      });
      return ok({ provinceId: context.provinceId, personId });
    },
  };
}
