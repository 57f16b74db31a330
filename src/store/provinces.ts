/** Provinces that this installation serves. The only table that is not of one province. */
import type { Database, Scope } from './database.ts';
import { beginChain } from './events.ts';

export interface ProvinceRow {
  readonly provinceId: number;
  readonly slug: string;
  readonly code: string;
  readonly name: string;
  readonly kind: 'province' | 'city';
}

export async function listProvinces(database: Database): Promise<ProvinceRow[]> {
  const rows = await database.common
    .selectFrom('province')
    .select(['province_id as provinceId', 'slug', 'code', 'name', 'kind'])
    .orderBy('province_id')
    .execute();
  return rows as ProvinceRow[];
}

export async function findProvince(database: Database, slug: string): Promise<ProvinceRow | null> {
  return (await listProvinces(database)).find((province) => province.slug === slug) ?? null;
}

/** Makes a province with an empty log; null when there is one of that slug already. */
export async function insertProvince(
  database: Database,
  province: Omit<ProvinceRow, 'provinceId'>,
): Promise<ProvinceRow | null> {
  const made = await database.common
    .insertInto('province')
    .values(province)
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('province_id')
    .executeTakeFirst();
  if (!made) return null;
  await beginChain(database.scope(made.province_id));
  return { ...province, provinceId: made.province_id };
}

/** Gives a province another name to be shown by; gives the one before. */
export async function renameProvince({ db, provinceId }: Scope, name: string): Promise<string | null> {
  const before = await db
    .selectFrom('province')
    .select('name')
    .where('province_id', '=', provinceId)
    .forUpdate()
    .executeTakeFirst();
  await db.updateTable('province').set({ name }).where('province_id', '=', provinceId).execute();
  return before?.name ?? null;
}

/** The province of a scope, as it stands in its transaction. */
export async function ownProvince({ db, provinceId }: Scope): Promise<ProvinceRow | null> {
  const row = await db
    .selectFrom('province')
    .select(['province_id as provinceId', 'slug', 'code', 'name', 'kind'])
    .where('province_id', '=', provinceId)
    .executeTakeFirst();
  return (row as ProvinceRow | undefined) ?? null;
}
