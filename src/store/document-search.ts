/** Full-text search of documents (tìm toàn văn). What the words are is said by `#plan/search-terms.ts`. */
import { sql } from 'kysely';
import type { Scope } from './database.ts';

export interface SearchEntry {
  readonly documentId: string;
  /** Newer ones come first. */
  readonly sortOn: string;
  /** As `tsvector` text. */
  readonly head: string;
  readonly body: string;
  readonly bare: string;
}

export async function putSearchEntry({ db, provinceId }: Scope, entry: SearchEntry): Promise<void> {
  await sql`insert into document_search (province_id, document_id, sort_on, head, body, bare)
    values (${provinceId}, ${entry.documentId}, ${entry.sortOn}, ${entry.head}::tsvector, ${entry.body}::tsvector, ${entry.bare})
    on conflict (province_id, document_id) do update
      set sort_on = excluded.sort_on, head = excluded.head, body = excluded.body, bare = excluded.bare`.execute(db);
}

/** Only the header changed. */
export async function putSearchHead(
  { db, provinceId }: Scope,
  documentId: string,
  sortOn: string,
  head: string,
): Promise<void> {
  await sql`update document_search set sort_on = ${sortOn}, head = ${head}::tsvector
    where province_id = ${provinceId} and document_id = ${documentId}`.execute(db);
}

export async function dropSearchEntry({ db, provinceId }: Scope, documentId: string): Promise<void> {
  await db
    .deleteFrom('document_search')
    .where('province_id', '=', provinceId)
    .where('document_id', '=', documentId)
    .execute();
}

/** So many of the newest documents are looked at one by one before the index: headers are short, texts are dear to open. */
const NEWEST_HEADS = 200;
const NEWEST_BODIES = 24;

/** What to look for, step by step; a step that is null is left out. */
export interface SearchSteps {
  /** Beginning of a symbol, as `symbolKey` writes it. */
  readonly symbol: string | null;
  readonly headExact: string;
  readonly headLoose: string | null;
  readonly bodyExact: string;
  readonly bodyLoose: string | null;
}

/** Ids: those of the earlier steps first, the newest first within each. */
export async function findDocumentIds({ db, provinceId }: Scope, steps: SearchSteps, limit: number): Promise<string[]> {
  const { rows } = await sql<{ ids: string[] }>`
    select search_documents(${provinceId}, ${steps.symbol}, ${steps.headExact}::tsquery, ${steps.headLoose}::tsquery,
      ${steps.bodyExact}::tsquery, ${steps.bodyLoose}::tsquery, ${NEWEST_HEADS}, ${NEWEST_BODIES}, ${limit}) as ids`.execute(
    db,
  );
  return rows[0]?.ids ?? [];
}

/** Ids, the newest first. Either query may be null. */
export async function findByWords(
  { db, provinceId }: Scope,
  head: string | null,
  body: string | null,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ document_id: string }>`
    select document_id from find_documents(${provinceId}, ${head}::tsquery, ${body}::tsquery, ${limit})`.execute(db);
  return rows.map((row) => row.document_id);
}

/** Ids of documents whose symbol begins so, in order of the symbol. */
export async function findBySymbol({ db, provinceId }: Scope, key: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('document')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('deleted_at', 'is', null)
    .where('symbol_key', '>=', key)
    .where('symbol_key', '<', `${key}\u{10ffff}`)
    .orderBy('symbol_key')
    .orderBy('issued_on', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** A cut of the text around the first anchor that stands in it: anchors are bare words. */
export interface Cut {
  readonly documentId: string;
  readonly text: string;
  /** Where the cut begins, in characters of the text. */
  readonly at: number;
}

const BEFORE = 70;
const LENGTH = 240;

export async function cutAround(
  { db, provinceId }: Scope,
  documentIds: readonly string[],
  anchors: readonly string[],
): Promise<Cut[]> {
  if (documentIds.length === 0 || anchors.length === 0) return [];
  const places = sql.join(
    anchors.slice(0, 4).map((anchor) => sql`nullif(strpos(s.bare, ${anchor}), 0)`),
    sql`, `,
  );
  const { rows } = await sql<Cut>`
    select found.document_id as "documentId", greatest(found.place - 1 - ${BEFORE}::int, 0) as at,
           substr(t.text, greatest(found.place - ${BEFORE}::int, 1), ${LENGTH}::int) as text
      from (select s.province_id, s.document_id, coalesce(${places}, 1) as place from document_search s
             where s.province_id = ${provinceId} and s.document_id = any(${[...documentIds]}::uuid[])) found
      join document_text t on t.province_id = found.province_id and t.document_id = found.document_id`.execute(db);
  return rows;
}
