/** Tokens of machines (mã truy cập): their list; only hashes are kept. */
import type { Scope } from './database.ts';

export async function listTokens({ db, provinceId }: Scope) {
  return db
    .selectFrom('machine_token as t')
    .leftJoin('person as p', (join) =>
      join.onRef('p.province_id', '=', 't.province_id').onRef('p.id', '=', 't.created_by'),
    )
    .select([
      't.id',
      't.name',
      't.scopes',
      't.created_at as createdAt',
      't.expires_at as expiresAt',
      't.used_at as usedAt',
      't.revoked_at as revokedAt',
      'p.full_name as createdBy',
    ])
    .where('t.province_id', '=', provinceId)
    .orderBy('t.created_at', 'desc')
    .orderBy('t.id')
    .limit(500)
    .execute();
}

export async function insertToken(
  { db, provinceId }: Scope,
  token: {
    readonly id: string;
    readonly name: string;
    readonly tokenHash: string;
    readonly scopes: readonly string[];
    readonly createdBy: string;
    readonly now: Date;
    readonly expiresAt: Date;
  },
): Promise<void> {
  await db
    .insertInto('machine_token')
    .values({
      province_id: provinceId,
      id: token.id,
      name: token.name.normalize('NFC'),
      token_hash: token.tokenHash,
      scopes: [...token.scopes],
      created_by: token.createdBy,
      created_at: token.now,
      expires_at: token.expiresAt,
    })
    .execute();
}

/** The name of what was revoked; null when there is no such token that still holds. */
export async function revokeToken({ db, provinceId }: Scope, id: string, now: Date): Promise<string | null> {
  const row = await db
    .updateTable('machine_token')
    .set({ revoked_at: now })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('name')
    .executeTakeFirst();
  return row?.name ?? null;
}
