/** Sessions (phiên đăng nhập) and machine tokens: only hashes of what the holder sends are kept. */
import { sql } from 'kysely';
import type { Role } from '#plan/rights.ts';
import type { Scope } from './database.ts';

/** What a request with a session acts as. */
export interface SessionActor {
  readonly id: string;
  readonly personId: string;
  readonly postId: string | null;
  readonly organisationId: string | null;
  readonly role: Role | null;
  readonly seenAt: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly method: string;
  readonly mustChangePassword: boolean;
  readonly hasTotp: boolean;
  /** Roles that need a second factor in this province. */
  readonly totpRoles: readonly Role[];
}

export interface NewSession {
  readonly id: string;
  readonly tokenHash: string;
  readonly personId: string;
  readonly postId: string | null;
  readonly method: string;
  readonly device: string | null;
  readonly address: string | null;
  readonly now: Date;
  readonly expiresAt: Date;
}

export async function insertSession({ db, provinceId }: Scope, session: NewSession): Promise<void> {
  await db
    .insertInto('session')
    .values({
      province_id: provinceId,
      id: session.id,
      token_hash: session.tokenHash,
      person_id: session.personId,
      post_id: session.postId,
      created_at: session.now,
      seen_at: session.now,
      expires_at: session.expiresAt,
      device: session.device,
      address: session.address,
      method: session.method,
    })
    .execute();
}

/** The session of a token if it is still open, its person active and its post still held on `today`. */
export async function findSession(
  { db, provinceId }: Scope,
  tokenHash: string,
  now: Date,
  today: string,
): Promise<SessionActor | null> {
  const { rows } = await sql<SessionActor>`
    select s.id, s.person_id as "personId", held.id as "postId", held.organisation_id as "organisationId", held.role,
           s.seen_at as "seenAt", s.created_at as "createdAt", s.expires_at as "expiresAt", s.method,
           p.must_change_password as "mustChangePassword", p.totp_secret is not null as "hasTotp",
           coalesce((select value -> 'totpRoles' from setting
                      where province_id = s.province_id and key = 'sign-in'), '[]'::jsonb) as "totpRoles"
      from session s
      join person p on p.province_id = s.province_id and p.id = s.person_id and p.state = 'active'
      left join lateral (
        select o.id, o.organisation_id, o.role from post o
          join post_holder h on h.province_id = o.province_id and h.post_id = o.id and h.person_id = s.person_id
         where o.province_id = s.province_id and o.id = s.post_id
           and h.valid_from <= ${today} and (h.valid_to is null or h.valid_to > ${today})
           and (o.valid_to is null or o.valid_to > ${today})
         limit 1) held on true
     where s.province_id = ${provinceId} and s.token_hash = ${tokenHash} and s.ended_at is null and s.expires_at > ${now}`.execute(
    db,
  );
  return rows[0] ?? null;
}

export async function touchSession({ db, provinceId }: Scope, id: string, now: Date): Promise<void> {
  await db
    .updateTable('session')
    .set({ seen_at: now })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute();
}

export async function setSessionPost({ db, provinceId }: Scope, id: string, postId: string): Promise<void> {
  await db
    .updateTable('session')
    .set({ post_id: postId })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute();
}

/** The same session under a new token: after rights changed, whoever had seen the old one has nothing. */
export async function setSessionToken({ db, provinceId }: Scope, id: string, tokenHash: string): Promise<void> {
  await db
    .updateTable('session')
    .set({ token_hash: tokenHash })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute();
}

/** Notes a device; `first` when the person has never signed in before, `known` when this device was seen before. */
export async function noteDevice(
  { db, provinceId }: Scope,
  personId: string,
  deviceHash: string,
  now: Date,
): Promise<{ readonly known: boolean; readonly first: boolean }> {
  const { rows } = await sql<{ known: boolean; first: boolean }>`
    with before as (select device_hash from known_device where province_id = ${provinceId} and person_id = ${personId}),
    noted as (
      insert into known_device (province_id, person_id, device_hash, first_at, last_at)
      values (${provinceId}, ${personId}, ${deviceHash}, ${now}, ${now})
      on conflict (province_id, person_id, device_hash) do update set last_at = excluded.last_at)
    select exists (select from before where device_hash = ${deviceHash}) as known,
           not exists (select from before) as first`.execute(db);
  return rows[0] ?? { known: false, first: true };
}

/** Sessions that ended long ago, and devices not seen for long. */
export async function forgetSessions({ db, provinceId }: Scope, before: Date): Promise<void> {
  await db
    .deleteFrom('session')
    .where('province_id', '=', provinceId)
    .where('expires_at', '<', before.toISOString())
    .execute();
  await db
    .deleteFrom('known_device')
    .where('province_id', '=', provinceId)
    .where('last_at', '<', before.toISOString())
    .execute();
}

/** Open sessions of a person, the last used first. */
export async function listSessions({ db, provinceId }: Scope, personId: string, now: Date) {
  return db
    .selectFrom('session')
    .select(['id', 'device', 'address', 'method', 'created_at', 'seen_at', 'expires_at'])
    .where('province_id', '=', provinceId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .orderBy('seen_at', 'desc')
    .execute();
}

/** Ends one session; false when the person has no such open session. */
export async function endSession({ db, provinceId }: Scope, personId: string, id: string, now: Date): Promise<boolean> {
  const ended = await db
    .updateTable('session')
    .set({ ended_at: now })
    .where('province_id', '=', provinceId)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return ended !== undefined;
}

/** Ends all sessions of a person but one; gives how many. */
export async function endOtherSessions(
  { db, provinceId }: Scope,
  personId: string,
  keep: string | null,
  now: Date,
): Promise<number> {
  let query = db
    .updateTable('session')
    .set({ ended_at: now })
    .where('province_id', '=', provinceId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null);
  if (keep) query = query.where('id', '!=', keep);
  return Number((await query.executeTakeFirst()).numUpdatedRows);
}

/** A machine token that is still good, with its scopes; notes that it was used. */
export async function findMachineToken({ db, provinceId }: Scope, tokenHash: string, now: Date) {
  const row = await db
    .selectFrom('machine_token')
    .select(['id', 'scopes', 'used_at'])
    .where('province_id', '=', provinceId)
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .where((e) => e.or([e('expires_at', 'is', null), e('expires_at', '>', now.toISOString())]))
    .executeTakeFirst();
  if (!row) return null;
  if (!row.used_at || Date.parse(row.used_at) < now.getTime() - 60_000) {
    await db
      .updateTable('machine_token')
      .set({ used_at: now })
      .where('province_id', '=', provinceId)
      .where('id', '=', row.id)
      .execute();
  }
  return row;
}
