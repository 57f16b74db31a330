/** Answers to writes that carried an idempotency key (khóa chống gửi lặp); kept for a day. */
import type { Scope } from './database.ts';

export type Claim =
  | { readonly state: 'mine' }
  | { readonly state: 'running' }
  | { readonly state: 'other-request' }
  | { readonly state: 'done'; readonly status: number; readonly response: unknown };

/** A claim that was never answered belongs to a server that ended; after this it may be taken over. */
const ABANDONED_SECONDS = 120;

export async function claimKey({ db, provinceId }: Scope, key: string, hash: string, now: Date): Promise<Claim> {
  const made = await db
    .insertInto('idempotency')
    .values({ province_id: provinceId, key, request_hash: hash, status: 0, response: null, created_at: now })
    .onConflict((conflict) =>
      conflict
        .columns(['province_id', 'key'])
        .doUpdateSet({ created_at: now })
        .where('idempotency.status', '=', 0)
        .where('idempotency.request_hash', '=', hash)
        .where('idempotency.created_at', '<', new Date(now.getTime() - ABANDONED_SECONDS * 1000).toISOString()),
    )
    .returning('key')
    .executeTakeFirst();
  if (made) return { state: 'mine' };
  const row = await db
    .selectFrom('idempotency')
    .select(['request_hash', 'status', 'response'])
    .where('province_id', '=', provinceId)
    .where('key', '=', key)
    .executeTakeFirst();
  if (!row) return { state: 'running' };
  if (row.request_hash !== hash) return { state: 'other-request' };
  return row.status === 0 ? { state: 'running' } : { state: 'done', status: row.status, response: row.response };
}

export async function keepAnswer(
  { db, provinceId }: Scope,
  key: string,
  status: number,
  response: unknown,
): Promise<void> {
  await db
    .updateTable('idempotency')
    .set({ status, response: JSON.stringify(response) })
    .where('province_id', '=', provinceId)
    .where('key', '=', key)
    .execute();
}

export async function forgetKey({ db, provinceId }: Scope, key: string): Promise<void> {
  await db.deleteFrom('idempotency').where('province_id', '=', provinceId).where('key', '=', key).execute();
}

/** Forgets keys older than a day. */
export async function forgetOldKeys({ db, provinceId }: Scope, before: Date): Promise<void> {
  await db
    .deleteFrom('idempotency')
    .where('province_id', '=', provinceId)
    .where('created_at', '<', before.toISOString())
    .execute();
}
