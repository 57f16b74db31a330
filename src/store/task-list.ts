/** Lists and counts of tasks as they are followed: one filter for tables, boards, calendars, exports, counts and letters. */
import { type RawBuilder, sql } from 'kysely';
import { noCounts, type Standing, type StandingCounts, type TaskState } from '#delivery/standing.ts';
import type { TaskOrigin } from '#delivery/task-life.ts';
import type { Scope } from './database.ts';
import { type LifeRow, lifeColumns } from './task-life.ts';
import { hasStanding, standingSql } from './task-standing.ts';

export interface FollowFilter {
  readonly today: string;
  readonly planId?: string | null;
  /** Any of these organisations. */
  readonly organisationIds?: readonly string[] | null;
  /** What the organisations are to the task; either unless said. */
  readonly role?: 'lead' | 'support' | null;
  readonly standings?: readonly Standing[] | null;
  readonly states?: readonly TaskState[] | null;
  readonly origins?: readonly TaskOrigin[] | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly due?: 'with' | 'without' | null;
  readonly lead?: 'with' | 'without' | null;
  /** Kind of a deliverable. */
  readonly product?: string | null;
  /** Path of labels; what lies below it belongs to it. */
  readonly section?: string | null;
  /** Folded words; the last may be the beginning of one. */
  readonly words?: readonly string[];
  readonly parentId?: string | null;
  readonly postId?: string | null;
  readonly assignerId?: string | null;
  /** An extension waits for an answer. */
  readonly asked?: boolean;
  /** Returned, and not reported again since. */
  readonly returned?: boolean;
  /** Returned at least so many times, by returns that were not taken back. */
  readonly returns?: number | null;
  /** Reported done on this day or before, and still not verified. */
  readonly reportedTo?: string | null;
  /** Assigned on this day or before, and still not accepted. */
  readonly assignedTo?: string | null;
  /** By any of the organisations; without any, by all who lead. */
  readonly accepted?: 'yes' | 'no' | null;
  /** Broken down, by any of the organisations when there are some. */
  readonly parts?: 'with' | 'without' | null;
  /** Somebody is named for it or for a part of it. */
  readonly person?: 'with' | 'without' | null;
  /** Only tasks that are no part of another. */
  readonly wholes?: boolean;
  readonly ids?: readonly string[];
}

/** The one place that says which rows of `task_life l` a filter means. `own`: whose acceptance and parts are meant. */
export function conditionsOf(
  { provinceId }: Scope,
  filter: FollowFilter,
  own: RawBuilder<unknown> | null = filter.organisationIds ? sql`${filter.organisationIds}::uuid[]` : null,
): RawBuilder<unknown> {
  const { today } = filter;
  const all: RawBuilder<unknown>[] = [
    sql`l.province_id = ${provinceId}`,
    sql`(l.gone_on is null or l.gone_on > ${today})`,
  ];
  if (filter.ids) all.push(sql`l.task_id = any(${filter.ids}::uuid[])`);
  if (filter.planId) all.push(sql`l.plan_id = ${filter.planId}`);
  // Asked once for all rows: few plans are withdrawn.
  else
    all.push(
      sql`l.plan_id <> all(array(select p.id from plan p where p.province_id = ${provinceId} and p.state = 'withdrawn'))`,
    );
  if (filter.organisationIds) {
    const any = sql`${filter.organisationIds}::uuid[]`;
    if (filter.role === 'lead') all.push(sql`l.lead_ids && ${any}`);
    else if (filter.role === 'support') all.push(sql`l.support_ids && ${any}`);
    else all.push(sql`(l.lead_ids && ${any} or l.support_ids && ${any})`);
  }
  if (filter.standings)
    all.push(
      sql`(${sql.join(
        filter.standings.map((one) => hasStanding(one, today)),
        sql` or `,
      )})`,
    );
  if (filter.states) all.push(sql`l.state = any(${filter.states})`);
  if (filter.origins) all.push(sql`l.origin = any(${filter.origins})`);
  if (filter.from) all.push(sql`l.due_on >= ${filter.from}`);
  if (filter.to) all.push(sql`l.due_on <= ${filter.to}`);
  if (filter.due) all.push(filter.due === 'with' ? sql`l.due_on is not null` : sql`l.due_on is null`);
  if (filter.lead) all.push(filter.lead === 'with' ? sql`l.lead_ids <> '{}'` : sql`l.lead_ids = '{}'`);
  if (filter.product) all.push(sql`l.products @> array[${filter.product}]::text[]`);
  if (filter.section) {
    const below = `${filter.section.replace(/[\\%_]/g, '\\$&')}.%`;
    all.push(sql`(l.section = ${filter.section} or l.section like ${below})`);
  }
  if (filter.words && filter.words.length > 0) {
    const query = filter.words
      .map((word, i) => (i === (filter.words?.length ?? 0) - 1 ? `${word}:*` : word))
      .join(' & ');
    all.push(sql`l.words @@ ${query}::tsquery`);
  }
  if (filter.parentId) all.push(sql`l.parent_id = ${filter.parentId}`);
  if (filter.postId) all.push(sql`l.post_id = ${filter.postId}`);
  if (filter.assignerId) all.push(sql`l.assigner_id = ${filter.assignerId}`);
  if (filter.asked) all.push(sql`l.asked_due_on is not null`);
  if (filter.returned) all.push(sql`l.returned_on is not null and l.state in ('accepted', 'in-progress')`);
  if (filter.returns)
    all.push(
      sql`l.task_id in (select a.task_id from task_act a where a.province_id = ${provinceId} and a.act = 'return'
           and a.undone_at is null group by a.task_id having count(*) >= ${filter.returns})`,
    );
  if (filter.reportedTo) all.push(sql`l.state = 'reported' and l.reported_on <= ${filter.reportedTo}`);
  if (filter.assignedTo)
    all.push(
      sql`l.state = 'assigned' and (l.state_since at time zone 'Asia/Ho_Chi_Minh')::date <= ${filter.assignedTo}::date`,
    );
  if (filter.accepted) {
    const yes = own ? sql`l.accepted_ids && ${own}` : sql`(l.lead_ids <> '{}' and l.accepted_ids @> l.lead_ids)`;
    all.push(filter.accepted === 'yes' ? yes : sql`not ${yes}`);
  }
  const part = sql`select from task_life c where c.province_id = l.province_id and c.parent_id = l.task_id
    and c.state <> 'cancelled'${own ? sql` and c.assigner_id = any(${own})` : sql``}`;
  if (filter.parts) all.push(filter.parts === 'with' ? sql`exists (${part})` : sql`not exists (${part})`);
  if (filter.person) {
    const named = sql`(l.post_id is not null or exists (${part} and c.post_id is not null))`;
    all.push(filter.person === 'with' ? named : sql`not ${named}`);
  }
  if (filter.wholes) all.push(sql`l.parent_id is null`);
  return sql.join(all, sql` and `);
}

export type TaskSort = 'order' | 'due' | 'told';

/** What a page of the list goes on behind: the last row of the page before. */
export interface After {
  readonly id: string;
  readonly planId?: string;
  readonly position?: number;
  readonly dueOn?: string | null;
  readonly toldAt?: string | null;
}

export interface FollowRow extends LifeRow {
  readonly standing: Standing;
  readonly planTitle: string;
  readonly parts: number;
  readonly evidence: number;
}

const ORDERS: Readonly<Record<TaskSort, RawBuilder<unknown>>> = {
  order: sql`l.plan_id, l.position, l.task_id`,
  due: sql`l.due_on, l.task_id`,
  told: sql`l.told_at desc nulls last, l.task_id desc`,
};

/**
 * The same orders in words that no index answers: tasks of some organisations are few, and the index of organisations finds
 * them sooner than a walk along the order of all tasks does.
 */
const SORTED: Readonly<Record<TaskSort, RawBuilder<unknown>>> = {
  order: sql`l.plan_id, l.position + 0, l.task_id`,
  due: sql`l.due_on + 0, l.task_id`,
  told: sql`l.told_at + interval '0' desc nulls last, l.task_id desc`,
};

function goesOn(sort: TaskSort, after: After): RawBuilder<unknown> {
  const { id } = after;
  if (sort === 'order')
    return sql`(l.plan_id, l.position, l.task_id) > (${after.planId}::uuid, ${after.position}, ${id}::uuid)`;
  // Nulls stand last in both orders.
  if (sort === 'due')
    return after.dueOn
      ? sql`((l.due_on, l.task_id) > (${after.dueOn}::date, ${id}::uuid) or l.due_on is null)`
      : sql`(l.due_on is null and l.task_id > ${id}::uuid)`;
  return after.toldAt
    ? sql`((l.told_at, l.task_id) < (${after.toldAt}::timestamptz, ${id}::uuid) or l.told_at is null)`
    : sql`(l.told_at is null and l.task_id < ${id}::uuid)`;
}

/**
 * Rows looked at in their order before the index of words is asked: where words are in more than about every sixtieth
 * task a page is full by then, and looking up and sorting all that have them would cost more.
 */
const WINDOW = 3_000;

/** A page: its rows are found first, by what stands in an index; what is shown is read for these alone. */
export async function listFollowed(
  scope: Scope,
  filter: FollowFilter,
  page: { readonly sort: TaskSort; readonly after: After | null; readonly limit: number },
): Promise<FollowRow[]> {
  if (page.sort === 'order' && (filter.words?.length ?? 0) > 0 && filter.ids === undefined) {
    const rows = await findPage(scope, filter, page, WINDOW);
    if (rows.length === page.limit) return rows;
  }
  return findPage(scope, filter, page, null);
}

/** `window`: only so many rows from the beginning of the page on are looked at. */
async function findPage(
  scope: Scope,
  filter: FollowFilter,
  { sort, after, limit }: { readonly sort: TaskSort; readonly after: After | null; readonly limit: number },
  window: number | null,
): Promise<FollowRow[]> {
  const more = after === null ? sql`` : sql` and ${goesOn(sort, after)}`;
  const order = ORDERS[sort];
  const from =
    window === null
      ? sql`task_life l where ${conditionsOf(scope, filter)}${more}`
      : sql`(select l.* from task_life l where l.province_id = ${scope.provinceId}${
          filter.planId ? sql` and l.plan_id = ${filter.planId}` : sql``
        }${more} order by ${order} limit ${sql.lit(window)}) l where ${conditionsOf(scope, filter)}`;
  // Limits stand in the text: a plan that is kept for any limit would reckon with a tenth of all tasks.
  const { rows } = await sql<FollowRow>`
    with page as materialized (select l.task_id from ${from} order by ${filter.organisationIds ? SORTED[sort] : order} limit ${sql.lit(limit)})
    select ${lifeColumns}, ${standingSql(filter.today)} as standing, p.title as "planTitle",
           (select count(*)::int from task_life c where c.province_id = l.province_id and c.parent_id = l.task_id) as parts,
           (select count(*)::int from evidence e where e.province_id = l.province_id and e.subject_type = 'task'
               and e.subject_id = l.task_id and e.removed_at is null) as evidence
      from page
      join task_life l on l.province_id = ${scope.provinceId} and l.task_id = page.task_id
      join plan p on p.province_id = l.province_id and p.id = l.plan_id
     order by ${order}`.execute(scope.db);
  return rows;
}

/** How many tasks of the filter are in each standing. Whoever shows a number of tasks takes it from here. */
export async function countFollowed(scope: Scope, filter: FollowFilter): Promise<StandingCounts> {
  const { rows } = await sql<{ standing: Standing; count: number }>`
    select ${standingSql(filter.today)} as standing, count(*)::int as count from task_life l
     where ${conditionsOf(scope, filter)} group by 1`.execute(scope.db);
  const counts = noCounts();
  for (const { standing, count } of rows) counts[standing] = count;
  return counts;
}

/** The same counts for each organisation that leads; what it accepted and broke down itself counts for it. */
export async function countByLead(scope: Scope, filter: FollowFilter): Promise<Map<string, StandingCounts>> {
  const { rows } = await sql<{ id: string; standing: Standing; count: number }>`
    select lead.id, ${standingSql(filter.today)} as standing, count(*)::int as count
      from task_life l cross join lateral unnest(l.lead_ids) as lead(id)
     where ${conditionsOf(scope, filter, sql`array[lead.id]`)} group by 1, 2`.execute(scope.db);
  const found = new Map<string, Record<Standing, number>>();
  for (const { id, standing, count } of rows) {
    const counts = found.get(id) ?? noCounts();
    counts[standing] = count;
    found.set(id, counts);
  }
  return found;
}

/** How many tasks any of the filters means, each counted once. */
export async function countAnyFollowed(scope: Scope, filters: readonly FollowFilter[]): Promise<number> {
  if (filters.length === 0) return 0;
  // Each by the index that answers it: joined with `or` all tasks would be read.
  const each = sql.join(
    filters.map((filter) => sql`select l.task_id from task_life l where ${conditionsOf(scope, filter)}`),
    sql` union `,
  );
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (${each}) as found`.execute(
    scope.db,
  );
  return rows[0]?.count ?? 0;
}

/** How many tasks each of the filters means, asked at once. */
export async function countEach(scope: Scope, filters: readonly FollowFilter[]): Promise<number[]> {
  if (filters.length === 0) return [];
  const counts = filters.map(
    (filter) => sql`(select count(*)::int from task_life l where ${conditionsOf(scope, filter)})`,
  );
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(counts)}] as counts`.execute(scope.db);
  return rows[0]?.counts ?? [];
}
