/** Wrong attempts by login (tạm khóa đăng nhập), kept alike for logins that somebody has and that nobody has. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Scope } from './database.ts';

/** As `identity/lock-out.ts` counts. */
export interface LockOutRow {
  readonly failures: readonly Date[];
  readonly lockedUntil: Date | null;
  readonly locks: number;
}

/** The state of a login, held until the transaction ends: attempts at the same time follow each other. */
export async function holdLockOut({ db, provinceId }: Scope, login: string, now: Date): Promise<LockOutRow> {
  const { rows } = await sql<{ failures: string[]; locked_until: string | null; lock_count: number }>`
    insert into lock_out (province_id, login_hash, tried_at) values (${provinceId}, ${hashOf(login)}, ${now})
    on conflict (province_id, login_hash) do update set tried_at = excluded.tried_at
    returning failures, locked_until, lock_count`.execute(db);
  const row = rows[0];
  return {
    failures: (row?.failures ?? []).map((at) => new Date(at)),
    lockedUntil: row?.locked_until ? new Date(row.locked_until) : null,
    locks: row?.lock_count ?? 0,
  };
}

export async function keepLockOut({ db, provinceId }: Scope, login: string, state: LockOutRow): Promise<void> {
  await sql`update lock_out
       set failures = ${state.failures.map((at) => at.toISOString())}::timestamptz[],
           locked_until = ${state.lockedUntil}, lock_count = ${state.locks}
     where province_id = ${provinceId} and login_hash = ${hashOf(login)}`.execute(db);
}

/** Unlocks (mở khóa). */
export async function clearLockOut({ db, provinceId }: Scope, login: string): Promise<void> {
  await db
    .deleteFrom('lock_out')
    .where('province_id', '=', provinceId)
    .where('login_hash', '=', hashOf(login))
    .execute();
}

/** Forgets what no longer counts. */
export async function forgetLockOuts({ db, provinceId }: Scope, before: Date): Promise<void> {
  await db
    .deleteFrom('lock_out')
    .where('province_id', '=', provinceId)
    .where('tried_at', '<', before.toISOString())
    .where((e) => e.or([e('locked_until', 'is', null), e('locked_until', '<', before.toISOString())]))
    .execute();
}

function hashOf(login: string): string {
  return createHash('sha256').update(foldLogin(login), 'utf8').digest('hex');
}

/** As logins are kept. */
export function foldLogin(login: string): string {
  return login.normalize('NFC').toLowerCase();
}
