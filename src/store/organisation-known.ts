/** All organisations of a province with all their names and what they became, to find names of documents in. */
import type { Scope } from './database.ts';

export interface KnownRow {
  readonly id: string;
  readonly code: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly names: {
    readonly name: string;
    readonly shortName: string | null;
    readonly from: string | null;
    readonly to: string | null;
  }[];
}

export async function loadKnownOrganisations({ db, provinceId }: Scope): Promise<{
  organisations: KnownRow[];
  lineage: { predecessorId: string; successorId: string; effectiveOn: string }[];
  /** Id of the province in the catalogue. */
  provinceCode: string;
}> {
  const province = await db
    .selectFrom('province')
    .select('code')
    .where('province_id', '=', provinceId)
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'code', 'valid_from', 'valid_to'])
    .where('province_id', '=', provinceId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const names = await db
    .selectFrom('organisation_name')
    .select(['organisation_id', 'name', 'short_name', 'valid_from', 'valid_to'])
    .where('province_id', '=', provinceId)
    .orderBy('organisation_id')
    .orderBy('ordinal')
    .execute();
  const lineage = await db
    .selectFrom('organisation_lineage')
    .select(['predecessor_id as predecessorId', 'successor_id as successorId', 'effective_on as effectiveOn'])
    .where('province_id', '=', provinceId)
    .orderBy('predecessor_id')
    .orderBy('ordinal')
    .execute();
  const organisations = new Map(
    rows.map((row): [string, KnownRow] => [
      row.id,
      { id: row.id, code: row.code, validFrom: row.valid_from, validTo: row.valid_to, names: [] },
    ]),
  );
  for (const row of names) {
    organisations.get(row.organisation_id)?.names.push({
      name: row.name,
      shortName: row.short_name,
      from: row.valid_from,
      to: row.valid_to,
    });
  }
  return { organisations: [...organisations.values()], lineage, provinceCode: province.code };
}
