/** People (cán bộ) and the posts (chức danh) that they hold, from–to. */
import { sql } from 'kysely';
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
  holding: { readonly id: string; readonly postId: string; readonly personId: string; readonly from: string },
): Promise<void> {
  await db
    .insertInto('post_holder')
    .values({
      province_id: provinceId,
      id: holding.id,
      post_id: holding.postId,
      person_id: holding.personId,
      valid_from: holding.from,
    })
    .execute();
}

/** Keeps what lock-out counts (see `identity/lock-out.ts`). */
export async function setFailures(
  { db, provinceId }: Scope,
  personId: string,
  state: { readonly failures: readonly Date[]; readonly lockedUntil: Date | null; readonly locks: number },
): Promise<void> {
  await db
    .updateTable('person')
    .set({
      failures: sql`${state.failures.map((at) => at.toISOString())}::timestamptz[]` as never,
      locked_until: state.lockedUntil,
      lock_count: state.locks,
    })
    .where('province_id', '=', provinceId)
    .where('id', '=', personId)
    .execute();
}
