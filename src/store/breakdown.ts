/** Parts that agencies break off tasks (phân rã): put in, changed, taken out, with what a document says of them. */
import { sql } from 'kysely';
import type { LifeFacts } from '#delivery/task-life.ts';
import type { Scope } from './database.ts';
import { insertOwnTasks, type LifeRow, type OwnTask, removeOwnTask } from './task-life.ts';

/** Where a part was read: words of an action plan in the library. */
export interface PartSource {
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

export interface NewPart extends OwnTask {
  readonly source: PartSource | null;
}

export async function insertParts(scope: Scope, parts: readonly NewPart[], now: Date): Promise<void> {
  await insertOwnTasks(scope, parts, now);
  for (const { id, source } of parts) {
    if (source === null) continue;
    await scope.db
      .updateTable('task_life')
      .set({
        source_document_id: source.documentId,
        source_start: source.start,
        source_end: source.end,
        source_quote: source.quote,
      })
      .where('province_id', '=', scope.provinceId)
      .where('task_id', '=', id)
      .execute();
  }
}

export async function sourcesOfParts(
  { db, provinceId }: Scope,
  ids: readonly string[],
): Promise<Map<string, PartSource>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<PartSource & { id: string }>`
    select task_id as id, source_document_id as "documentId", source_start as start, source_end as "end", source_quote as quote
      from task_life where province_id = ${provinceId} and task_id = any(${ids}) and source_document_id is not null`.execute(
    db,
  );
  return new Map(rows.map(({ id, ...source }) => [id, source]));
}

/** How many tasks stand above it: 0 for one that a document orders. */
export async function depthOf({ db, provinceId }: Scope, id: string): Promise<number> {
  const { rows } = await sql<{ depth: number }>`
    with recursive up as (
      select task_id, parent_id, 0 as depth from task_life where province_id = ${provinceId} and task_id = ${id}
      union all
      select l.task_id, l.parent_id, up.depth + 1 from task_life l join up on l.task_id = up.parent_id
       where l.province_id = ${provinceId} and up.depth < 20
    ) select max(depth)::int as depth from up`.execute(db);
  return rows[0]?.depth ?? 0;
}

/** How many parts there are and were directly below it; the next one stands behind them. */
export async function countParts({ db, provinceId }: Scope, parentId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from task_life where province_id = ${provinceId} and parent_id = ${parentId}`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

export interface PartWords {
  readonly text: string;
  readonly period: string | null;
}

/** Words, period and facts of a part whose row is locked; what its deadline was at first goes along. */
export async function savePart(
  { db, provinceId }: Scope,
  part: LifeRow,
  { text, period }: PartWords,
  facts: Pick<LifeFacts, 'state' | 'dueOn' | 'leadIds' | 'acceptedIds' | 'postId'>,
  now: Date,
): Promise<void> {
  await sql`
    update task_life set text = ${text}, words = words_of(${text}), period = ${period}, state = ${facts.state},
           state_since = case when state = ${facts.state} then state_since else ${now} end,
           due_on = ${facts.dueOn}, printed_due_on = ${facts.dueOn}, lead_ids = ${facts.leadIds},
           accepted_ids = ${facts.acceptedIds}, post_id = ${facts.postId}, version = version + 1
     where province_id = ${provinceId} and task_id = ${part.id}`.execute(db);
}

/** What was done to a part or hangs on it, so that it can't just be taken out. */
export async function tracesOf(
  { db, provinceId }: Scope,
  id: string,
): Promise<{ acts: number; evidence: number; parts: number; open: number }> {
  const { rows } = await sql<{ acts: number; evidence: number; parts: number; open: number }>`
    select (select count(*)::int from task_act where province_id = ${provinceId} and task_id = ${id}) as acts,
           (select count(*)::int from evidence where province_id = ${provinceId} and subject_type = 'task' and subject_id = ${id}) as evidence,
           count(*)::int as parts, count(*) filter (where state not in ('verified', 'cancelled'))::int as open
      from task_life where province_id = ${provinceId} and parent_id = ${id}`.execute(db);
  return rows[0] ?? { acts: 0, evidence: 0, parts: 0, open: 0 };
}

/** Takes a part out, with what was told of it and nobody has read. */
export async function removePart(scope: Scope, id: string): Promise<void> {
  const { db, provinceId } = scope;
  await removeOwnTask(scope, id);
  await db
    .deleteFrom('notice')
    .where('province_id', '=', provinceId)
    .where('subject_type', '=', 'task')
    .where('subject_id', '=', id)
    .where('read_at', 'is', null)
    .execute();
}

/** The agency and every body below it that exists on the day, the nearest first, by name. */
export async function bodiesBelow(
  { db, provinceId }: Scope,
  organisationId: string,
  today: string,
): Promise<{ id: string; name: string; level: number }[]> {
  const { rows } = await sql<{ id: string; name: string; level: number }>`
    with recursive below as (
      select ${organisationId}::uuid as id, 0 as level
      union
      select p.organisation_id, b.level + 1 from organisation_parent p join below b on p.parent_id = b.id
       where p.province_id = ${provinceId} and b.level < 6
         and coalesce(p.valid_from, '-infinity') <= ${today}::date and coalesce(p.valid_to, 'infinity') > ${today}::date
    )
    select distinct on (o.id) o.id, n.name, b.level
      from below b
      join organisation o on o.province_id = ${provinceId} and o.id = b.id
       and coalesce(o.valid_from, '-infinity') <= ${today}::date and coalesce(o.valid_to, 'infinity') > ${today}::date
      join organisation_name n on n.province_id = o.province_id and n.organisation_id = o.id
       and coalesce(n.valid_from, '-infinity') <= ${today}::date and coalesce(n.valid_to, 'infinity') > ${today}::date
     order by o.id, b.level`.execute(db);
  return rows.sort((a, b) => a.level - b.level || a.name.localeCompare(b.name, 'vi'));
}

/** Posts of some organisations on a day, with who holds them. */
export async function postsOf(
  { db, provinceId }: Scope,
  organisationIds: readonly string[],
  today: string,
): Promise<{ id: string; title: string; organisationId: string; role: string; holder: string | null }[]> {
  const { rows } = await sql<{
    id: string;
    title: string;
    organisationId: string;
    role: string;
    holder: string | null;
  }>`
    select o.id, o.title, o.organisation_id as "organisationId", o.role,
           (select p.full_name from post_holder h join person p on p.province_id = h.province_id and p.id = h.person_id
             where h.province_id = ${provinceId} and h.post_id = o.id and h.valid_from <= ${today}::date
               and coalesce(h.valid_to, 'infinity') > ${today}::date order by h.valid_from desc limit 1) as holder
      from post o
     where o.province_id = ${provinceId} and o.organisation_id = any(${organisationIds})
       and coalesce(o.valid_from, '-infinity') <= ${today}::date and coalesce(o.valid_to, 'infinity') > ${today}::date
     order by o.title, o.id`.execute(db);
  return rows;
}
