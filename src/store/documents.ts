/** Documents (văn bản): rows of the library, what was read of each, and what they are found by. */
import { type SqlBool, sql } from 'kysely';
import type { Scope } from './database.ts';

export type DocumentSort = 'date' | 'uploaded' | 'symbol';

export interface DocumentFilter {
  readonly type?: string | undefined;
  readonly issuer?: string | undefined;
  readonly year?: number | undefined;
  readonly state?: string | undefined;
  readonly review?: string | undefined;
  /** Only these. */
  readonly ids?: readonly string[] | undefined;
  readonly deleted: boolean;
}

/** Where a page ended: the value that the list is sorted by, and the document. */
export type DocumentCursor = readonly [string | null, string];

const COLUMNS = [
  'document.id',
  'document.sha256',
  'document.file_name',
  'document.format',
  'document.state',
  'document.refusal',
  'document.progress',
  'document.type',
  'document.symbol',
  'document.symbol_key',
  'document.issued_on',
  'document.issuer',
  'document.title',
  'document.plan_year',
  'document.review_state',
  'document.pages',
  'document.uploaded_by',
  'document.uploaded_at',
  'document.version',
  'document.corrected',
  'document.reader',
  'document.deleted_at',
  'person.full_name as uploader',
] as const;

function withUploader({ db, provinceId }: Scope) {
  return db
    .selectFrom('document')
    .leftJoin('person', (join) =>
      join.onRef('person.province_id', '=', 'document.province_id').onRef('person.id', '=', 'document.uploaded_by'),
    )
    .select(COLUMNS)
    .where('document.province_id', '=', provinceId);
}

export type DocumentFound = NonNullable<Awaited<ReturnType<typeof findDocument>>>;

export async function findDocument(scope: Scope, id: string) {
  return withUploader(scope).where('document.id', '=', id).executeTakeFirst();
}

/** The one in the library with this content, the first uploaded if there are several. */
export async function findBySha(scope: Scope, sha256: string): Promise<DocumentFound | undefined> {
  return withUploader(scope)
    .where('document.sha256', '=', sha256)
    .where('document.deleted_at', 'is', null)
    .orderBy('document.uploaded_at')
    .limit(1)
    .executeTakeFirst();
}

const SORTED: Readonly<Record<DocumentSort, { readonly column: string; readonly down: boolean }>> = {
  date: { column: 'issued_on', down: true },
  uploaded: { column: 'uploaded_at', down: true },
  symbol: { column: 'symbol', down: false },
};

export async function listDocuments(
  scope: Scope,
  filter: DocumentFilter,
  sort: DocumentSort,
  cursor: DocumentCursor | null,
  limit: number,
): Promise<DocumentFound[]> {
  let query = withUploader(scope).where('document.deleted_at', filter.deleted ? 'is not' : 'is', null);
  if (filter.type !== undefined) query = query.where('document.type', '=', filter.type);
  if (filter.issuer !== undefined) query = query.where('document.issuer', '=', filter.issuer);
  if (filter.year !== undefined) query = query.where('document.plan_year', '=', filter.year);
  if (filter.state !== undefined) query = query.where('document.state', '=', filter.state as never);
  if (filter.review !== undefined) query = query.where('document.review_state', '=', filter.review as never);
  if (filter.ids !== undefined) query = query.where(sql<SqlBool>`document.id = any(${[...filter.ids]}::uuid[])`);
  const { column, down } = SORTED[sort];
  const by = sql.ref(`document.${column}`);
  if (cursor) {
    const [value, id] = cursor;
    const type = sql.raw(sort === 'date' ? 'date' : sort === 'uploaded' ? 'timestamptz' : 'text');
    query = query.where(
      value === null
        ? sql<SqlBool>`(${by} is null and document.id > ${id}::uuid)`
        : sql<SqlBool>`(${by} ${sql.raw(down ? '<' : '>')} ${value}::${type} or ${by} is null
            or (${by} = ${value}::${type} and document.id > ${id}::uuid))`,
    );
  }
  return query
    .orderBy(sql`${by} ${sql.raw(down ? 'desc' : 'asc')} nulls last`)
    .orderBy('document.id')
    .limit(limit)
    .execute();
}

/** The cursor after a row. */
export function cursorAfter(row: DocumentFound, sort: DocumentSort): DocumentCursor {
  return [sort === 'date' ? row.issued_on : sort === 'uploaded' ? row.uploaded_at : row.symbol, row.id];
}

/** Types, issuers and plan years that the library has. */
export async function documentChoices({ db, provinceId }: Scope) {
  const { rows } = await sql<{
    types: string[];
    issuers: string[];
    years: number[];
    total: number;
  }>`select coalesce(array_agg(distinct type) filter (where type is not null), '{}') as types,
            coalesce(array_agg(distinct issuer) filter (where issuer is not null), '{}') as issuers,
            coalesce(array_agg(distinct plan_year) filter (where plan_year is not null), '{}') as years,
            count(*) as total
       from document where province_id = ${provinceId} and deleted_at is null`.execute(db);
  return rows[0] as { types: string[]; issuers: string[]; years: number[]; total: number };
}

export async function insertDocument(
  { db, provinceId }: Scope,
  one: {
    readonly id: string;
    readonly sha256: string;
    readonly fileName: string;
    readonly uploadedBy: string | null;
    readonly now: Date;
  },
): Promise<void> {
  await db
    .insertInto('document')
    .values({
      province_id: provinceId,
      id: one.id,
      sha256: one.sha256,
      file_name: one.fileName,
      state: 'waiting',
      uploaded_by: one.uploadedBy,
      uploaded_at: one.now,
    })
    .execute();
}

/** Columns that change; JSON columns as text. */
export type DocumentChange = Partial<{
  sha256: string | null;
  format: string | null;
  state: string;
  refusal: string | null;
  progress: string | null;
  type: string | null;
  symbol: string | null;
  symbol_key: string | null;
  issued_on: string | null;
  issuer: string | null;
  title: string | null;
  plan_year: number | null;
  review_state: string;
  pages: number | null;
  corrected: string;
  reader: string | null;
  deleted_at: Date | null;
}>;

/** False when somebody else changed it since `version`; null changes it whatever its version is. */
export async function updateDocument(
  { db, provinceId }: Scope,
  id: string,
  version: number | null,
  change: DocumentChange,
): Promise<boolean> {
  let query = db
    .updateTable('document')
    .set({ ...change, version: sql`version + 1` } as never)
    .where('province_id', '=', provinceId)
    .where('id', '=', id);
  if (version !== null) query = query.where('version', '=', version);
  return (await query.returning('id').executeTakeFirst()) !== undefined;
}

/** How far the reading is: not a change that anybody's edit could be in conflict with. */
export async function setProgress(
  { db, provinceId }: Scope,
  id: string,
  state: 'waiting' | 'reading',
  progress: object | null,
): Promise<void> {
  await db
    .updateTable('document')
    .set({ state, progress: progress && JSON.stringify(progress) } as never)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'reading'])
    .execute();
}

/** Locks the row until the transaction ends. */
export async function lockDocument({ db, provinceId }: Scope, id: string) {
  return db
    .selectFrom('document')
    .select(['id', 'state', 'sha256', 'deleted_at', 'version'])
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Titles of plans that were made of the document. */
export async function plansOn({ db, provinceId }: Scope, documentId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('plan_source')
    .innerJoin('plan', (join) =>
      join.onRef('plan.province_id', '=', 'plan_source.province_id').onRef('plan.id', '=', 'plan_source.plan_id'),
    )
    .select('plan.title')
    .distinct()
    .where('plan_source.province_id', '=', provinceId)
    .where('plan_source.document_id', '=', documentId)
    .execute();
  return rows.map((row) => row.title);
}
