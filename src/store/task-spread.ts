/** How the tasks of a filter are spread: over days or months of their deadline, over states; by who leads if asked. */
import { type RawBuilder, sql } from 'kysely';
import type { Standing, TaskState } from '#delivery/standing.ts';
import type { Scope } from './database.ts';
import { conditionsOf, type FollowFilter } from './task-list.ts';
import { standingSql } from './task-standing.ts';

export type SpreadOver = 'day' | 'month' | 'state';

export interface SpreadCell {
  /** `2026-11-20`, `2026-11`, a state; null: no deadline. */
  readonly at: string | null;
  readonly organisationId: string | null;
  readonly counts: Partial<Record<Standing, number>>;
}

const KEYS: Readonly<Record<SpreadOver, RawBuilder<string | TaskState | null>>> = {
  day: sql`to_char(l.due_on, 'YYYY-MM-DD')`,
  month: sql`to_char(l.due_on, 'YYYY-MM')`,
  state: sql`l.state`,
};

/** A task that several lead stands in a cell of each of them; one that nobody leads under null. */
export async function spreadFollowed(
  scope: Scope,
  filter: FollowFilter,
  { per, byLead }: { readonly per: SpreadOver; readonly byLead: boolean },
): Promise<SpreadCell[]> {
  const lead = byLead ? sql`lead.id` : sql`null::uuid`;
  const join = byLead ? sql`left join lateral unnest(l.lead_ids) as lead(id) on true` : sql``;
  const { rows } = await sql<{ at: string | null; organisationId: string | null; standing: Standing; count: number }>`
    select ${KEYS[per]} as at, ${lead} as "organisationId", ${standingSql(filter.today)} as standing, count(*)::int as count
      from task_life l ${join}
     where ${conditionsOf(scope, filter)} group by 1, 2, 3 order by 1 nulls last, 2 nulls last`.execute(scope.db);
  const cells: { at: string | null; organisationId: string | null; counts: Partial<Record<Standing, number>> }[] = [];
  for (const { at, organisationId, standing, count } of rows) {
    const last = cells.at(-1);
    if (last && last.at === at && last.organisationId === organisationId) last.counts[standing] = count;
    else cells.push({ at, organisationId, counts: { [standing]: count } });
  }
  return cells;
}

/** Names of what the tasks are to bring, in the order of the document: task → names. */
export async function productNames(
  { db, provinceId }: Scope,
  taskIds: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ taskId: string; names: string[] }>`
    select task_id as "taskId", array_agg(name order by id) as names from deliverable
     where province_id = ${provinceId} and task_id = any(${taskIds}::uuid[]) and ended_on is null group by 1`.execute(
    db,
  );
  return new Map(rows.map(({ taskId, names }) => [taskId, names]));
}

/** The title of a part of a plan's documents (`II.2`), as tasks below it have it. */
export async function sectionTitle(
  { db, provinceId }: Scope,
  planId: string | null,
  section: string,
): Promise<string | null> {
  const { rows } = await sql<{ title: string }>`select group_title as title from task_life
     where province_id = ${provinceId} and section = ${section} and group_title is not null
       and (${planId}::uuid is null or plan_id = ${planId}) order by position limit 1`.execute(db);
  return rows[0]?.title ?? null;
}
