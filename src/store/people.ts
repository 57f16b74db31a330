/** People (cán bộ) and the posts (chức danh) that they hold, from–to. */
import { sql } from 'kysely';
import { bare } from '#base/fold.ts';
import type { Role } from '#plan/rights.ts';
import type { Scope } from './database.ts';

/** What sign-in needs to know of a person. */
export async function findByLogin({ db, provinceId }: Scope, login: string) {
  return db
    .selectFrom('person')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('login', '=', login.normalize('NFC').toLowerCase())
    .executeTakeFirst();
}

export async function findPerson({ db, provinceId }: Scope, id: string) {
  return db
    .selectFrom('person')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export interface HeldPost {
  readonly id: string;
  readonly title: string;
  readonly role: Role;
  readonly organisation: { readonly id: string; readonly name: string };
}

/** Posts that a person holds on `today`, with the name that the organisation has on that day. */
export async function postsOf({ db, provinceId }: Scope, personId: string, today: string): Promise<HeldPost[]> {
  const { rows } = await sql<{ id: string; title: string; role: Role; organisation_id: string; name: string }>`
    select o.id, o.title, o.role, o.organisation_id, coalesce(n.name, '') as name
      from post_holder h
      join post o on o.province_id = h.province_id and o.id = h.post_id
      left join lateral (
        select name from organisation_name n
         where n.province_id = o.province_id and n.organisation_id = o.organisation_id
         order by (n.valid_from is null or n.valid_from <= ${today}) and (n.valid_to is null or n.valid_to > ${today}) desc,
                  n.valid_from desc nulls last
         limit 1) n on true
     where h.province_id = ${provinceId} and h.person_id = ${personId}
       and h.valid_from <= ${today} and (h.valid_to is null or h.valid_to > ${today})
       and (o.valid_to is null or o.valid_to > ${today})
     order by h.valid_from, o.title collate "vi-VN-x-icu"`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    role: row.role,
    organisation: { id: row.organisation_id, name: row.name },
  }));
}

export interface NewPerson {
  readonly id: string;
  readonly fullName: string;
  readonly login: string;
  readonly email: string | null;
  readonly passwordHash: string | null;
  readonly mustChangePassword: boolean;
}

/** What a person is found by: name, login and address without marks. */
export function foldPerson(person: { fullName: string; login: string; email: string | null }): string {
  return bare([person.fullName, person.login, person.email ?? ''].join(' ').normalize('NFC')).trim();
}

/** False when the login is taken. */
export async function insertPerson({ db, provinceId }: Scope, person: NewPerson): Promise<boolean> {
  const made = await db
    .insertInto('person')
    .values({
      province_id: provinceId,
      id: person.id,
      full_name: person.fullName.normalize('NFC'),
      login: person.login.normalize('NFC').toLowerCase(),
      email: person.email,
      password_hash: person.passwordHash,
      must_change_password: person.mustChangePassword,
      folded: foldPerson(person),
    })
    .onConflict((conflict) => conflict.columns(['province_id', 'login']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

export interface NewPost {
  readonly id: string;
  readonly organisationId: string;
  readonly title: string;
  readonly role: Role;
  readonly validFrom: string | null;
}

export async function insertPost({ db, provinceId }: Scope, post: NewPost): Promise<void> {
  await db
    .insertInto('post')
    .values({
      province_id: provinceId,
      id: post.id,
      organisation_id: post.organisationId,
      title: post.title,
      role: post.role,
      valid_from: post.validFrom,
    })
    .execute();
}

export async function appoint(
  { db, provinceId }: Scope,
  holding: {
    readonly id: string;
    readonly postId: string;
    readonly personId: string;
    readonly from: string;
    readonly to?: string | null;
  },
): Promise<void> {
  await db
    .insertInto('post_holder')
    .values({
      province_id: provinceId,
      id: holding.id,
      post_id: holding.postId,
      person_id: holding.personId,
      valid_from: holding.from,
      valid_to: holding.to ?? null,
    })
    .execute();
}

/** Fields of a person that change; gives what stands then, null when nobody has that id and version. */
export async function updatePerson(
  { db, provinceId }: Scope,
  id: string,
  version: number,
  set: {
    readonly full_name?: string;
    readonly login?: string;
    readonly email?: string | null;
    readonly state?: 'active' | 'disabled';
    readonly folded?: string;
  },
) {
  const row = await db
    .updateTable('person')
    .set((e) => ({ ...set, version: e('version', '+', 1) }))
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('anonymised_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** What sign-in keeps of a person; not part of what people edit, so that the version stays. */
export async function setSecrets(
  { db, provinceId }: Scope,
  id: string,
  set: {
    readonly password_hash?: string | null;
    readonly must_change_password?: boolean;
    readonly totp_secret?: string | null;
    readonly totp_pending?: string | null;
    readonly totp_last_step?: number | null;
    readonly recovery_codes?: string[];
    readonly oidc_subject?: string | null;
  },
): Promise<void> {
  await db.updateTable('person').set(set).where('province_id', '=', provinceId).where('id', '=', id).execute();
}

/** Who signs in with a login or, where `login` is an address that only one person has, with that. */
export async function findByLoginOrEmail(scope: Scope, text: string) {
  const byLogin = await findByLogin(scope, text);
  if (byLogin) return byLogin;
  const found = await findByEmail(scope, text);
  return found.length === 1 ? found[0] : undefined;
}

export async function findByEmail({ db, provinceId }: Scope, email: string) {
  return db
    .selectFrom('person')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where(sql`lower(email)`, '=', email.trim().toLowerCase())
    .where('state', '=', 'active')
    .limit(2)
    .execute();
}

export async function findByOidcSubject({ db, provinceId }: Scope, subject: string) {
  return db
    .selectFrom('person')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('oidc_subject', '=', subject)
    .executeTakeFirst();
}

/** The row, held until the transaction ends: two attempts of one person follow each other. */
export async function lockPerson({ db, provinceId }: Scope, id: string) {
  return db
    .selectFrom('person')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Takes everything that tells who it was; the row stays for what it is named in. */
export async function anonymisePerson(
  { db, provinceId }: Scope,
  id: string,
  version: number,
  now: Date,
): Promise<boolean> {
  const gone = await db
    .updateTable('person')
    .set((e) => ({
      full_name: ANONYMOUS,
      login: `xoa-${id}`,
      email: null,
      password_hash: null,
      must_change_password: false,
      totp_secret: null,
      totp_pending: null,
      totp_last_step: null,
      recovery_codes: [],
      oidc_subject: null,
      folded: '',
      state: 'disabled',
      anonymised_at: now,
      version: e('version', '+', 1),
    }))
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('anonymised_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!gone) return false;
  const own = [provinceId, id] as const;
  for (const table of ['known_device', 'password_reset', 'notice_setting'] as const)
    await db.deleteFrom(table).where('province_id', '=', own[0]).where('person_id', '=', own[1]).execute();
  await db
    .updateTable('session')
    .set({ device: null, address: null })
    .where('province_id', '=', own[0])
    .where('person_id', '=', own[1])
    .execute();
  await forgetInLetters({ db, provinceId }, id);
  return true;
}

/** Names and addresses in letters that were sent, in lists of handovers, and in the notices of these. */
async function forgetInLetters({ db, provinceId }: Scope, id: string): Promise<void> {
  await sql`update digest set body = null where province_id = ${provinceId}
     and body -> 'to' @> ${JSON.stringify([{ personId: id }])}::jsonb`.execute(db);
  await sql`update notice set text = '' where province_id = ${provinceId} and subject_type = 'handover' and subject_id in (
     select x.id from handover x where x.province_id = ${provinceId} and ${id}::uuid in (x.from_person_id, x.to_person_id))`.execute(
    db,
  );
  for (const side of ['from', 'to'] as const)
    await sql`update handover set body = jsonb_set(body, ${`{${side}}`}::text[], to_jsonb(${ANONYMOUS}::text))
       where province_id = ${provinceId} and ${sql.ref(`${side}_person_id`)} = ${id}`.execute(db);
}

/** What stands in the place of a name that was taken out. */
export const ANONYMOUS = 'Người dùng đã xóa';
