/** The first run (lần chạy đầu): what the server holds, the first province with its administrator, further provinces. */
import { err, ok, type Result } from '#base/result.ts';
import { listProvinces as listCatalogueProvinces } from '#catalogue/provinces.ts';
import { type Problem, problem } from '#contract/problem.ts';
import { hashPassword } from '#identity/password.ts';
import { checkPassword } from '#identity/password-policy.ts';
import type { Database } from '#store/database.ts';
import { newId } from '#store/ids.ts';
import { insertOrganisations } from '#store/organisations.ts';
import { appoint, insertPerson, insertPost } from '#store/people.ts';
import { insertProvince, listProvinces } from '#store/provinces.ts';
import type { Services } from './services.ts';
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

/** Makes a province with its People's Committee, its Office and an administrator. The province may be one of the past. */
export async function makeProvince(
  services: Services,
  code: string,
  first: FirstPerson,
): Promise<Result<{ provinceId: number; personId: string }, Problem>> {
  const known = listCatalogueProvinces().find((province) => province.id === code);
  if (!known)
    return err(
      problem(422, 'unknown-province', 'Không có tỉnh, thành phố này trong danh mục.', 'There is no such province.'),
    );
  const owner = { login: first.login, name: first.fullName };
  const [weak] = checkPassword(first.password, owner, { shortest: services.settings.passwordLength });
  if (weak)
    return err(
      problem(422, 'weak-password', weak.vi, weak.en, {
        fields: { password: { vi: weak.vi, en: weak.en } },
      }),
    );
  const passwordHash = await hashPassword(first.password);
  const name = known.names.find((one) => one.to === null) ?? known.names[0];
  const province = await insertProvince(services.database, {
    slug: code,
    code,
    name: known.name,
    kind: name?.kind ?? 'province',
  });
  if (!province) return err(problem(409, 'already-set-up', 'Tỉnh này đã được lập.', 'This province exists already.'));
  const actor = systemActor(province.provinceId, []);
  return perform(services, firstOrganisation(known.name, province.kind, first, passwordHash), actor, undefined);
}

function firstOrganisation(provinceName: string, kind: 'province' | 'city', first: FirstPerson, passwordHash: string) {
  return {
    name: 'setup.make',
    access: 'public' as const,
    kind: 'write' as const,
    run: async (context: Context): Promise<Result<{ provinceId: number; personId: string }, Problem>> => {
      const committee = newId(context.now);
      const office = newId(context.now);
      const whole = kind === 'city' ? `thành phố ${provinceName}` : `tỉnh ${provinceName}`;
      const named = (text: string, shortName: string) => [{ name: text, shortName, validFrom: null, validTo: null }];
      await insertOrganisations(context, [
        {
          id: committee,
          code: 'ubnd-tinh',
          kind: 'committee',
          names: named(`Ủy ban nhân dân ${whole}`, 'UBND'),
          parentId: null,
          validFrom: null,
          validTo: null,
          position: 0,
        },
        {
          id: office,
          code: 'van-phong-ubnd-tinh',
          kind: 'office',
          names: named(`Văn phòng Ủy ban nhân dân ${whole}`, 'VP UBND'),
          parentId: committee,
          validFrom: null,
          validTo: null,
          position: 1,
        },
      ]);
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
        organisationId: office,
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
        after: { administrator: first.login },
      });
      return ok({ provinceId: context.provinceId, personId });
    },
  };
}
