/** Calendars of deadlines (lịch hạn): who made which; of the secret address only the hash is kept. */
import { sql } from 'kysely';
import type { Scope } from './database.ts';

export interface FeedRow {
  readonly id: string;
  readonly name: string;
  readonly scope: 'post' | 'organisation' | 'province';
  readonly personId: string;
  readonly postId: string;
  readonly postTitle: string;
  readonly createdAt: string;
  readonly usedAt: string | null;
  readonly revokedAt: string | null;
}

const select = sql`select f.id, f.name, f.scope, f.person_id as "personId", f.post_id as "postId",
    coalesce(o.title, '') as "postTitle", f.created_at as "createdAt", f.used_at as "usedAt", f.revoked_at as "revokedAt"
  from calendar_feed f left join post o on o.province_id = f.province_id and o.id = f.post_id`;

/** Those that hold, the newest first. */
export async function listFeeds({ db, provinceId }: Scope, personId: string): Promise<FeedRow[]> {
  const { rows } = await sql<FeedRow>`${select} where f.province_id = ${provinceId} and f.person_id = ${personId}
     and f.revoked_at is null order by f.created_at desc, f.id limit 100`.execute(db);
  return rows;
}

export async function findFeed({ db, provinceId }: Scope, tokenHash: string): Promise<FeedRow | null> {
  const { rows } = await sql<FeedRow>`${select} where f.province_id = ${provinceId} and f.token_hash = ${tokenHash}
     and f.revoked_at is null`.execute(db);
  return rows[0] ?? null;
}

export async function insertFeed(
  { db, provinceId }: Scope,
  feed: {
    readonly id: string;
    readonly tokenHash: string;
    readonly name: string;
    readonly personId: string;
    readonly postId: string;
    readonly scope: string;
    readonly now: Date;
  },
): Promise<void> {
  await db
    .insertInto('calendar_feed')
    .values({
      province_id: provinceId,
      id: feed.id,
      token_hash: feed.tokenHash,
      name: feed.name,
      person_id: feed.personId,
      post_id: feed.postId,
      scope: feed.scope,
      created_at: feed.now,
    })
    .execute();
}

/** Its name; null when the person has no such one that holds. */
export async function revokeFeed(
  { db, provinceId }: Scope,
  id: string,
  personId: string,
  now: Date,
): Promise<string | null> {
  const row = await db
    .updateTable('calendar_feed')
    .set({ revoked_at: now })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .returning('name')
    .executeTakeFirst();
  return row?.name ?? null;
}

/** Once an hour is enough to know that it is in use. */
export async function touchFeed({ db, provinceId }: Scope, id: string, now: Date): Promise<void> {
  const before = new Date(now.getTime() - 3_600_000);
  await sql`update calendar_feed set used_at = ${now} where province_id = ${provinceId} and id = ${id}
     and (used_at is null or used_at < ${before})`.execute(db);
}
