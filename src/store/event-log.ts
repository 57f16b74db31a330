/** The log read: page by page, one event, from its beginning to its end. */
import { sql } from 'kysely';
import type { Json } from '#base/canonical.ts';
import type { Scope } from './database.ts';
import { FIRST_HASH } from './events.ts';

/** Text of an event, as `bodyOfEvent` writes it. */
export interface EventBody {
  readonly id: string;
  readonly at: string;
  readonly person: string | null;
  readonly post: string | null;
  readonly kind: string;
  readonly subject: { readonly type: string; readonly id: string; readonly title: string | null };
  readonly before: Json;
  readonly after: Json;
  readonly reason: string | null;
  readonly undoes: string | null;
}

export interface LoggedEvent {
  readonly seq: number;
  readonly body: EventBody;
  readonly hash: string;
  readonly personName: string | null;
  readonly postTitle: string | null;
}

export interface EventFilter {
  /** Who did it, or to whom it was done: signing in is done by nobody yet. */
  readonly person?: string | undefined;
  readonly kind?: string | undefined;
  readonly subjectType?: string | undefined;
  readonly subjectId?: string | undefined;
  /** Instants, the second not included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Without tone marks, lower case. */
  readonly bareText?: string | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
}

/** So many events are looked through for a text at once: a log of millions stays answerable. */
export const SEARCH_WINDOW = 20_000;

/** The newest first. `searchedTo`: for a text, the number below which nothing was looked at; else null. */
export async function listEvents(
  scope: Scope,
  filter: EventFilter,
): Promise<{ events: LoggedEvent[]; searchedTo: number | null }> {
  const { db, provinceId } = scope;
  const end = filter.before ?? (await endOfChain(scope)).seq + 1;
  const floor = filter.bareText ? Math.max(1, end - SEARCH_WINDOW) : null;
  const pattern = filter.bareText ? `%${filter.bareText.replace(/[\\%_]/g, '\\$&')}%` : null;
  const kind = filter.kind;
  const rows = await query(
    db,
    provinceId,
    [
      sql`e.seq < ${end}`,
      ...(floor === null ? [] : [sql`e.seq >= ${floor}`]),
      ...(filter.person
        ? [sql`(e.person_id = ${filter.person} or (e.subject_type = 'person' and e.subject_id = ${filter.person}))`]
        : []),
      ...(kind ? [kind.includes('.') ? sql`e.kind = ${kind}` : sql`e.kind like ${`${kind}.%`}`] : []),
      ...(filter.subjectType ? [sql`e.subject_type = ${filter.subjectType}`] : []),
      ...(filter.subjectId ? [sql`e.subject_id = ${filter.subjectId}`] : []),
      ...(filter.from ? [sql`e.at >= ${filter.from}`] : []),
      ...(filter.to ? [sql`e.at < ${filter.to}`] : []),
      ...(pattern
        ? [
            sql`lower(unaccent(concat_ws(' ', e.body::jsonb #>> '{subject,title}', e.body::jsonb ->> 'reason'))) like ${pattern}`,
          ]
        : []),
    ],
    filter.limit,
  );
  const full = rows.length === filter.limit;
  return { events: rows, searchedTo: floor !== null && floor > 1 && !full ? floor : null };
}

async function query(
  db: Scope['db'],
  provinceId: number,
  where: readonly ReturnType<typeof sql>[],
  limit: number,
): Promise<LoggedEvent[]> {
  const { rows } = await sql<{
    seq: number;
    body: string;
    hash: string;
    personName: string | null;
    postTitle: string | null;
  }>`
    select e.seq, e.body, e.hash, p.full_name as "personName", o.title as "postTitle"
      from (select * from event e where e.province_id = ${provinceId} and ${sql.join(where, sql` and `)}
             order by e.seq desc limit ${limit}) e
      left join person p on p.province_id = ${provinceId} and p.id = e.person_id
      left join post o on o.province_id = ${provinceId} and o.id = e.post_id
     order by e.seq desc`.execute(db);
  return rows.map((row) => ({ ...row, body: JSON.parse(row.body) as EventBody }));
}

export async function findEvent({ db, provinceId }: Scope, id: string): Promise<LoggedEvent | undefined> {
  return (await query(db, provinceId, [sql`e.id = ${id}`], 1))[0];
}

/** The event that undid another of the same subject. */
export async function findUndoing(
  { db, provinceId }: Scope,
  event: LoggedEvent,
): Promise<{ id: string; seq: number } | null> {
  const { type, id } = event.body.subject;
  const rows = await db
    .selectFrom('event')
    .select(['id', 'seq'])
    .where('province_id', '=', provinceId)
    .where('subject_type', '=', type)
    .where('subject_id', '=', id)
    .where('seq', '>', event.seq)
    .where('body', 'like', `%"undoes":"${event.body.id}"%`)
    .limit(1)
    .execute();
  return rows[0] ?? null;
}

/** Names of the organisations, people, posts and documents among some ids. */
export async function namesOfIds({ db, provinceId }: Scope, ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {};
  const own = sql`province_id = ${provinceId}`;
  const among = sql`any(${[...ids]}::uuid[])`;
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from (
      select distinct on (organisation_id) organisation_id as id, name from organisation_name
       where ${own} and organisation_id = ${among} order by organisation_id, ordinal desc) n
    union all select id, full_name from person where ${own} and id = ${among}
    union all select id, title from post where ${own} and id = ${among}
    union all select id, coalesce(title, symbol, file_name) from document where ${own} and id = ${among}`.execute(db);
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

export async function hashBefore({ db, provinceId }: Scope, seq: number): Promise<string> {
  const row = await db
    .selectFrom('event')
    .select('hash')
    .where('province_id', '=', provinceId)
    .where('seq', '=', seq - 1)
    .executeTakeFirst();
  return row?.hash ?? FIRST_HASH;
}

/** Number and hash of the newest event. */
export async function endOfChain({ db, provinceId }: Scope): Promise<{ seq: number; hash: string }> {
  const row = await db
    .selectFrom('event_chain')
    .select(['seq', 'hash'])
    .where('province_id', '=', provinceId)
    .executeTakeFirst();
  return row ?? { seq: 0, hash: FIRST_HASH };
}

/** A line of the log as it is kept: what is hashed, and the columns that repeat parts of it. */
export interface ChainLine {
  readonly seq: number;
  readonly body: string;
  readonly hash: string;
  /** Null in an export. */
  readonly columns: { readonly id: string; readonly kind: string; readonly subject_id: string } | null;
}

const AT_ONCE = 1000;

/** From the first to number `to`, a thousand at a time. */
export async function* readChain({ db, provinceId }: Scope, to: number): AsyncGenerator<ChainLine> {
  let last = -1;
  for (;;) {
    const rows = await db
      .selectFrom('event')
      .select(['seq', 'body', 'hash', 'id', 'kind', 'subject_id'])
      .where('province_id', '=', provinceId)
      .where('seq', '>', last)
      .where('seq', '<=', to)
      .orderBy('seq')
      .limit(AT_ONCE)
      .execute();
    for (const { seq, body, hash, ...columns } of rows) yield { seq, body, hash, columns };
    const end = rows.at(-1);
    if (!end || rows.length < AT_ONCE) return;
    last = end.seq;
  }
}
