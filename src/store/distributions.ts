/** Distribution (nơi nhận) as rows: one for each time that a document was sent to an organisation. */
import { type SqlBool, sql } from 'kysely';
import type { Scope } from './database.ts';

export interface DistributionRow {
  readonly id: string;
  readonly documentId: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly note: string | null;
  readonly sentAt: string;
  readonly sentBy: string | null;
  readonly sender: string | null;
  readonly openedAt: string | null;
  readonly openedBy: string | null;
  readonly opener: string | null;
  readonly acknowledgedAt: string | null;
  readonly acknowledgedBy: string | null;
  readonly acknowledger: string | null;
  readonly reminders: number;
  readonly remindedAt: string | null;
  readonly recalledAt: string | null;
  readonly version: number;
}

/** The name that an organisation has on a day, else the last it had. */
function nameOn(day: string) {
  return sql<string>`coalesce((select n.name from organisation_name n
    where n.province_id = r.province_id and n.organisation_id = r.organisation_id
    order by ((n.valid_from is null or n.valid_from <= ${day}) and (n.valid_to is null or n.valid_to > ${day})) desc,
             n.valid_from desc nulls last, n.ordinal desc limit 1), '—')`;
}

async function select({ db, provinceId }: Scope, today: string, where: ReturnType<typeof sql<SqlBool>>) {
  const { rows } = await sql<DistributionRow>`
    select r.id, r.document_id as "documentId", r.organisation_id as "organisationId", ${nameOn(today)} as organisation,
           r.note, r.sent_at as "sentAt", r.sent_by as "sentBy", s.full_name as sender,
           r.opened_at as "openedAt", r.opened_by as "openedBy", o.full_name as opener,
           r.acknowledged_at as "acknowledgedAt", r.acknowledged_by as "acknowledgedBy", a.full_name as acknowledger,
           r.reminders, r.reminded_at as "remindedAt", r.recalled_at as "recalledAt", r.version
      from distribution r
      left join person s on s.province_id = r.province_id and s.id = r.sent_by
      left join person o on o.province_id = r.province_id and o.id = r.opened_by
      left join person a on a.province_id = r.province_id and a.id = r.acknowledged_by
     where r.province_id = ${provinceId} and ${where}`.execute(db);
  return rows;
}

/** In order of the organisations' names. */
export async function distributionsOf(scope: Scope, documentId: string, today: string): Promise<DistributionRow[]> {
  return select(
    scope,
    today,
    sql`r.document_id = ${documentId} order by r.recalled_at is not null, organisation, r.sent_at desc`,
  );
}

export async function findDistribution(scope: Scope, id: string, today: string): Promise<DistributionRow | undefined> {
  return (await select(scope, today, sql`r.id = ${id}`))[0];
}

/** What an organisation was sent and has still, the newest first; `before` is the last row of the page before. */
export async function receivedBy(
  scope: Scope,
  organisationId: string,
  today: string,
  waiting: boolean,
  before: { readonly sentAt: string; readonly id: string } | null,
  limit: number,
): Promise<DistributionRow[]> {
  return select(
    scope,
    today,
    sql`r.organisation_id = ${organisationId} and r.recalled_at is null
      and (not ${waiting}::boolean or r.acknowledged_at is null)
      and (${before?.sentAt ?? null}::timestamptz is null
        or (r.sent_at, r.id) < (${before?.sentAt ?? null}::timestamptz, ${before?.id ?? null}::uuid))
      and exists (select from document d
        where d.province_id = r.province_id and d.id = r.document_id and d.deleted_at is null)
      order by r.sent_at desc, r.id desc limit ${limit}`,
  );
}

/** Organisations of the province that are there on a day. */
export async function organisationsThere(
  { db, provinceId }: Scope,
  ids: readonly string[],
  today: string,
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('organisation')
    .select('id')
    .where('province_id', '=', provinceId)
    .where(sql<SqlBool>`id = any(${[...ids]}::uuid[])`)
    .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>', today)]))
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** False when the organisation has it already. */
export async function insertDistribution(
  { db, provinceId }: Scope,
  one: {
    readonly id: string;
    readonly documentId: string;
    readonly organisationId: string;
    readonly note: string | null;
    readonly sentBy: string | null;
    readonly now: Date;
  },
): Promise<boolean> {
  const { rows } = await sql`insert into distribution
      (province_id, id, document_id, organisation_id, note, sent_by, sent_at)
    values (${provinceId}, ${one.id}, ${one.documentId}, ${one.organisationId}, ${one.note}, ${one.sentBy}, ${one.now})
    on conflict (province_id, document_id, organisation_id) where recalled_at is null do nothing returning id`.execute(
    db,
  );
  return rows.length > 0;
}

/** False when somebody else changed it since `version`; null changes it whatever its version is. */
export async function updateDistribution(
  { db, provinceId }: Scope,
  id: string,
  version: number | null,
  change: Partial<{
    opened_by: string | null;
    opened_at: Date;
    acknowledged_by: string | null;
    acknowledged_at: Date;
    recalled_at: Date;
    reminders: number;
    reminded_at: Date;
  }>,
): Promise<boolean> {
  let query = db
    .updateTable('distribution')
    .set({ ...change, version: sql`version + 1` } as never)
    .where('province_id', '=', provinceId)
    .where('id', '=', id);
  if (version !== null) query = query.where('version', '=', version);
  return (await query.returning('id').executeTakeFirst()) !== undefined;
}

/** What an organisation was sent of a document and nobody of it has opened. */
export async function unopened(
  { db, provinceId }: Scope,
  documentId: string,
  organisationId: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('distribution')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('document_id', '=', documentId)
    .where('organisation_id', '=', organisationId)
    .where('recalled_at', 'is', null)
    .where('opened_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** People of an organisation who hold a post of it on a day and have an address. */
export async function addressesOf({ db, provinceId }: Scope, organisationId: string, today: string) {
  const { rows } = await sql<{ name: string; address: string }>`
    select distinct p.full_name as name, p.email as address
      from post o
      join post_holder h on h.province_id = o.province_id and h.post_id = o.id
      join person p on p.province_id = h.province_id and p.id = h.person_id
     where o.province_id = ${provinceId} and o.organisation_id = ${organisationId} and o.role <> 'admin'
       and p.state = 'active' and p.email is not null
       and h.valid_from <= ${today} and (h.valid_to is null or h.valid_to > ${today})
       and (o.valid_to is null or o.valid_to > ${today})
     order by p.email`.execute(db);
  return rows;
}
