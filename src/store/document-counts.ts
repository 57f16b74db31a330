/** How many documents there are, by state, over all provinces: for those who watch the server. */
import type { Database } from './database.ts';
import { listProvinces } from './provinces.ts';

export async function countDocuments(database: Database): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { provinceId } of await listProvinces(database)) {
    const rows = await database
      .scope(provinceId)
      .db.selectFrom('document')
      .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
      .where('province_id', '=', provinceId)
      .where('deleted_at', 'is', null)
      .groupBy('state')
      .execute();
    for (const { state, count } of rows) counts.set(state, (counts.get(state) ?? 0) + Number(count));
  }
  return counts;
}
