/** Saved views of lists (khung nhìn đã lưu): a person's own, and those that everybody of the province sees. */
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from './database.ts';

export interface SavedViewRow {
  readonly id: string;
  readonly page: string;
  readonly name: string;
  readonly search: string;
  readonly personId: string;
  readonly owner: string;
  readonly shared: boolean;
  readonly version: number;
}

const columns: RawBuilder<SavedViewRow> = sql`
  v.id, v.page, v.name, v.search, v.person_id as "personId", p.full_name as owner, v.shared, v.version`;
const from = sql`saved_view v join person p on p.province_id = v.province_id and p.id = v.person_id`;

/** What `personId` sees: own and shared ones, by name. */
export async function listSavedViews(
  { db, provinceId }: Scope,
  page: string,
  personId: string | null,
): Promise<SavedViewRow[]> {
  const { rows } = await sql<SavedViewRow>`select ${columns} from ${from}
     where v.province_id = ${provinceId} and v.page = ${page} and (v.shared or v.person_id = ${personId})
     order by v.shared, unaccent(lower(v.name)), v.id limit 500`.execute(db);
  return rows;
}

export async function findSavedView(
  { db, provinceId }: Scope,
  id: string,
  personId: string | null,
): Promise<SavedViewRow | null> {
  const { rows } = await sql<SavedViewRow>`select ${columns} from ${from}
     where v.province_id = ${provinceId} and v.id = ${id} and (v.shared or v.person_id = ${personId})`.execute(db);
  return rows[0] ?? null;
}

export async function insertSavedView(
  { db, provinceId }: Scope,
  view: Pick<SavedViewRow, 'id' | 'page' | 'name' | 'search' | 'personId' | 'shared'> & { readonly now: Date },
): Promise<void> {
  const { id, page, name, search, personId, shared, now } = view;
  await db
    .insertInto('saved_view')
    .values({ province_id: provinceId, id, page, name, search, person_id: personId, shared, created_at: now })
    .execute();
}

/** False when somebody else changed it first. */
export async function updateSavedView(
  { db, provinceId }: Scope,
  id: string,
  version: number,
  change: { readonly name: string; readonly search: string; readonly shared: boolean },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('saved_view')
    .set({ ...change, version: version + 1 })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function deleteSavedView({ db, provinceId }: Scope, id: string, version: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('saved_view')
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
