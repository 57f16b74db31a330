/** Citations (viện dẫn) as rows: what each document cites, and which document of the library that is. */
import { type SqlBool, sql } from 'kysely';
import type { Scope } from './database.ts';

export interface NewCitation {
  readonly id: string;
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly type: string;
  readonly symbol: string | null;
  readonly symbolKey: string | null;
  readonly citedOn: string | null;
  readonly issuer: string | null;
  readonly citedId: string | null;
  readonly state: CitationState;
}

export type CitationState = 'missing' | 'matched' | 'confirmed' | 'refused';

const COLUMNS = [
  'id',
  'document_id',
  'span_start',
  'span_end',
  'quote',
  'type',
  'symbol',
  'symbol_key',
  'cited_on',
  'issuer',
  'cited_id',
  'state',
  'version',
] as const;

export type CitationRow = Awaited<ReturnType<typeof citationsOf>>[number];

/** In order of the text. */
export async function citationsOf({ db, provinceId }: Scope, documentId: string) {
  return db
    .selectFrom('citation_link')
    .select(COLUMNS)
    .where('province_id', '=', provinceId)
    .where('document_id', '=', documentId)
    .orderBy('span_start')
    .execute();
}

export async function findCitation({ db, provinceId }: Scope, id: string): Promise<CitationRow | undefined> {
  return db
    .selectFrom('citation_link')
    .select(COLUMNS)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** All citations of a document anew. */
export async function replaceCitations(
  { db, provinceId }: Scope,
  documentId: string,
  citations: readonly NewCitation[],
): Promise<void> {
  await db
    .deleteFrom('citation_link')
    .where('province_id', '=', provinceId)
    .where('document_id', '=', documentId)
    .execute();
  for (let i = 0; i < citations.length; i += 500) {
    await db
      .insertInto('citation_link')
      .values(
        citations.slice(i, i + 500).map((one) => ({
          province_id: provinceId,
          id: one.id,
          document_id: one.documentId,
          span_start: one.start,
          span_end: one.end,
          quote: one.quote,
          type: one.type,
          symbol: one.symbol,
          symbol_key: one.symbolKey,
          cited_on: one.citedOn,
          issuer: one.issuer,
          cited_id: one.citedId,
          state: one.state,
        })),
      )
      .execute();
  }
}

/** Documents of the library that have one of these symbols or days. */
export async function findCandidates(
  { db, provinceId }: Scope,
  symbolKeys: readonly string[],
  days: readonly string[],
) {
  return db
    .selectFrom('document')
    .select(['id', 'type', 'symbol_key as symbolKey', 'issued_on as issuedOn', 'issuer'])
    .where('province_id', '=', provinceId)
    .where('deleted_at', 'is', null)
    .where(sql<SqlBool>`(symbol_key = any(${[...symbolKeys]}::text[]) or issued_on = any(${[...days]}::date[]))`)
    .execute();
}

/** Links that nobody decided and that a document with these symbols and days may have to do with. */
export async function findOpenLinks(
  { db, provinceId }: Scope,
  documentId: string,
  symbolKeys: readonly string[],
  days: readonly string[],
): Promise<CitationRow[]> {
  return db
    .selectFrom('citation_link')
    .select(COLUMNS)
    .where('province_id', '=', provinceId)
    .where('document_id', '!=', documentId)
    .where('state', 'in', ['missing', 'matched'])
    .where(
      sql<SqlBool>`(symbol_key = any(${[...symbolKeys]}::text[]) or cited_id = ${documentId}
        or (symbol_key is null and cited_on = any(${[...days]}::date[])))`,
    )
    .execute();
}

/** False when somebody else decided since `version`; null links whatever the version is. */
export async function setCitation(
  { db, provinceId }: Scope,
  id: string,
  version: number | null,
  state: CitationState,
  citedId: string | null,
): Promise<boolean> {
  let query = db
    .updateTable('citation_link')
    .set({ state: state as never, cited_id: citedId, version: sql`version + 1` as never })
    .where('province_id', '=', provinceId)
    .where('id', '=', id);
  if (version !== null) query = query.where('version', '=', version);
  return (await query.returning('id').executeTakeFirst()) !== undefined;
}
