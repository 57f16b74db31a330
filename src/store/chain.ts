/** Documents as others name them, and the links between them. */
import { type SqlBool, sql } from 'kysely';
import type { Scope } from './database.ts';

const NAME = [
  'id',
  'type',
  'symbol',
  'symbol_key',
  'title',
  'issued_on',
  'file_name',
  'plan_year',
  'issuer',
  'deleted_at',
] as const;

export type NamedRow = Awaited<ReturnType<typeof namesOf>>[number];

export async function namesOf({ db, provinceId }: Scope, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom('document')
    .select(NAME)
    .where('province_id', '=', provinceId)
    .where(sql<SqlBool>`id = any(${[...new Set(ids)]}::uuid[])`)
    .execute();
}

/** Documents of a plan year, the newest first. */
export async function ofYear({ db, provinceId }: Scope, year: number, limit: number): Promise<NamedRow[]> {
  return db
    .selectFrom('document')
    .select(NAME)
    .where('province_id', '=', provinceId)
    .where('plan_year', '=', year)
    .where('deleted_at', 'is', null)
    .orderBy('issued_on', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Links that begin or end at one of the documents, both ends in the library. */
export async function linksOf({ db, provinceId }: Scope, ids: readonly string[]) {
  const { rows } = await sql<{ from: string; to: string; count: number; confirmed: boolean }>`
    select l.document_id as "from", l.cited_id as "to", count(*) as count, bool_or(l.state = 'confirmed') as confirmed
      from citation_link l
      join document a on a.province_id = l.province_id and a.id = l.document_id and a.deleted_at is null
      join document b on b.province_id = l.province_id and b.id = l.cited_id and b.deleted_at is null
     where l.province_id = ${provinceId} and l.state in ('matched', 'confirmed')
       and (l.document_id = any(${[...ids]}::uuid[]) or l.cited_id = any(${[...ids]}::uuid[]))
     group by l.document_id, l.cited_id`.execute(db);
  return rows;
}

/** Who cites it, the first words with which each does. */
export async function citedBy({ db, provinceId }: Scope, documentId: string) {
  const { rows } = await sql<{ documentId: string; count: number; quote: string; start: number }>`
    select l.document_id as "documentId", count(*) as count, (array_agg(l.quote order by l.span_start))[1] as quote,
           min(l.span_start) as start
      from citation_link l
      join document d on d.province_id = l.province_id and d.id = l.document_id and d.deleted_at is null
     where l.province_id = ${provinceId} and l.cited_id = ${documentId} and l.state in ('matched', 'confirmed')
     group by l.document_id order by l.document_id`.execute(db);
  return rows;
}

/** Cited documents that are not in the library, those cited most first. */
export async function missingOf({ db, provinceId }: Scope, year: number | null, limit: number) {
  const { rows } = await sql<{
    symbol: string | null;
    type: string;
    citedOn: string | null;
    issuer: string | null;
    count: number;
    documents: string[];
  }>`
    select min(l.symbol) as symbol, min(l.type) as type, max(l.cited_on)::text as "citedOn", min(l.issuer) as issuer,
           count(*) as count, array_agg(distinct l.document_id) as documents
      from citation_link l
      join document d on d.province_id = l.province_id and d.id = l.document_id and d.deleted_at is null
     where l.province_id = ${provinceId} and l.state = 'missing' and (l.symbol_key is not null or l.cited_on is not null)
       and (${year}::int is null or d.plan_year = ${year})
     group by l.symbol_key, case when l.symbol_key is null then lower(l.type) || coalesce(l.cited_on::text, '') end
     order by count(*) desc, min(l.symbol) nulls last limit ${limit}`.execute(db);
  return rows;
}
