/** Links to set a password (đặt lại mật khẩu, mời sử dụng): only the hash of what the link holds, good once. */
import type { Scope } from './database.ts';
import { newId } from './ids.ts';

export type ResetPurpose = 'reset' | 'invitation';

export async function insertReset(
  { db, provinceId }: Scope,
  reset: { tokenHash: string; personId: string; purpose: ResetPurpose; now: Date; expiresAt: Date },
): Promise<void> {
  await db
    .insertInto('password_reset')
    .values({
      province_id: provinceId,
      id: newId(reset.now),
      token_hash: reset.tokenHash,
      person_id: reset.personId,
      purpose: reset.purpose,
      created_at: reset.now,
      expires_at: reset.expiresAt,
    })
    .execute();
}

/** Links made for a person since `since`. */
export async function countResets({ db, provinceId }: Scope, personId: string, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('password_reset')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('province_id', '=', provinceId)
    .where('person_id', '=', personId)
    .where('created_at', '>', since.toISOString())
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Of an active person and neither used nor too old. */
export async function findReset({ db, provinceId }: Scope, tokenHash: string, now: Date) {
  return db
    .selectFrom('password_reset as r')
    .innerJoin('person as p', (join) =>
      join.onRef('p.province_id', '=', 'r.province_id').onRef('p.id', '=', 'r.person_id'),
    )
    .select([
      'r.id',
      'r.purpose',
      'r.expires_at as expiresAt',
      'p.id as personId',
      'p.full_name as fullName',
      'p.login',
    ])
    .where('r.province_id', '=', provinceId)
    .where('r.token_hash', '=', tokenHash)
    .where('r.used_at', 'is', null)
    .where('r.expires_at', '>', now.toISOString())
    .where('p.state', '=', 'active')
    .executeTakeFirst();
}

/** Takes the link; false when somebody was faster. Every other link of the person is worth nothing from then on. */
export async function takeReset({ db, provinceId }: Scope, id: string, personId: string, now: Date): Promise<boolean> {
  const taken = await db
    .updateTable('password_reset')
    .set({ used_at: now })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!taken) return false;
  await dropResets({ db, provinceId }, personId, now);
  return true;
}

/** Links that were sent and not used: after a new password, a disabling. */
export async function dropResets({ db, provinceId }: Scope, personId: string, now: Date): Promise<void> {
  await db
    .updateTable('password_reset')
    .set({ used_at: now })
    .where('province_id', '=', provinceId)
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .execute();
}

export async function forgetResets({ db, provinceId }: Scope, before: Date): Promise<void> {
  await db
    .deleteFrom('password_reset')
    .where('province_id', '=', provinceId)
    .where('expires_at', '<', before.toISOString())
    .execute();
}
