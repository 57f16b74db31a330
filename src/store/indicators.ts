/** Indicators (chỉ tiêu thống kê) that a province uses: of the common catalogue, and those that it proposed. */
import { sql } from 'kysely';
import type { Scope } from './database.ts';

export interface IndicatorRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string | null;
  readonly kind: string | null;
  readonly direction: string | null;
  readonly state: 'catalogue' | 'proposed' | 'accepted' | 'refused';
  readonly version: number;
  readonly targets: number;
}

export async function listIndicatorRows({ db, provinceId }: Scope): Promise<IndicatorRow[]> {
  const { rows } = await sql<IndicatorRow>`
    select i.id, i.code, i.name, i.unit, i.kind, i.direction, i.state, i.version,
           (select count(*) from target t where t.province_id = i.province_id and t.indicator_id = i.id) as targets
      from indicator i where i.province_id = ${provinceId} order by i.name collate "vi-VN-x-icu"`.execute(db);
  return rows;
}

export async function findIndicator({ db, provinceId }: Scope, id: string): Promise<IndicatorRow | null> {
  const row = await db
    .selectFrom('indicator')
    .select(['id', 'code', 'name', 'unit', 'kind', 'direction', 'state', 'version'])
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { ...(row as Omit<IndicatorRow, 'targets'>), targets: 0 } : null;
}

export interface NewIndicator {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string | null;
  readonly kind: string | null;
  readonly direction: string | null;
  readonly state: IndicatorRow['state'];
  readonly now: Date;
}

/** Inserts those whose code is not there yet; gives ids by code for all of them. */
export async function ensureIndicators(
  { db, provinceId }: Scope,
  indicators: readonly NewIndicator[],
): Promise<Map<string, string>> {
  if (indicators.length === 0) return new Map();
  await db
    .insertInto('indicator')
    .values(
      indicators.map((one) => ({
        province_id: provinceId,
        id: one.id,
        code: one.code,
        name: one.name,
        unit: one.unit,
        kind: one.kind,
        direction: one.direction,
        state: one.state,
        created_at: one.now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['province_id', 'code']).doNothing())
    .execute();
  const rows = await db
    .selectFrom('indicator')
    .select(['id', 'code'])
    .where('province_id', '=', provinceId)
    .where(
      'code',
      'in',
      indicators.map((one) => one.code),
    )
    .execute();
  return new Map(rows.map((row) => [row.code, row.id]));
}

/** False when somebody changed it since. */
export async function updateIndicator(
  { db, provinceId }: Scope,
  id: string,
  version: number,
  to: Partial<Pick<IndicatorRow, 'name' | 'unit' | 'kind' | 'direction' | 'state'>>,
): Promise<boolean> {
  const done = await db
    .updateTable('indicator')
    .set({ ...to, version: version + 1 })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return Number(done.numUpdatedRows) === 1;
}
