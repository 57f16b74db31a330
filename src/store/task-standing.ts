/** Standing in SQL, the same as `standingOf` of `#delivery/standing.ts` says of one row; a test holds them together. */
import { type RawBuilder, sql } from 'kysely';
import { SOON_DAYS, type Standing } from '#delivery/standing.ts';

/** The standing of a row of `task_life l` on a day. */
export function standingSql(today: string): RawBuilder<Standing> {
  const day = sql`${today}::date`;
  return sql<Standing>`case
    when l.state in ('suspended', 'cancelled') then l.state
    when l.state = 'verified' then case when l.due_on is not null and coalesce(l.done_on, ${day}) > l.due_on then 'done-late' else 'done-on-time' end
    when l.due_on is not null and (case when l.state = 'reported' then coalesce(l.reported_on, ${day}) else ${day} end) > l.due_on then 'overdue'
    when l.state = 'reported' then case when l.due_on is null then 'no-deadline' else 'in-time' end
    when l.due_on is not null and ${day} + ${SOON_DAYS}::int >= l.due_on then 'due-soon'
    when l.state in ('draft', 'assigned') then 'not-started'
    when l.due_on is null then 'no-deadline'
    else 'in-time' end`;
}

/** A condition that is true for rows of one standing, in a form that an index can answer. */
export function hasStanding(standing: Standing, today: string): RawBuilder<boolean> {
  const day = sql`${today}::date`;
  const soon = sql`(${day} + ${SOON_DAYS}::int)`;
  switch (standing) {
    case 'suspended':
    case 'cancelled':
      return sql`l.state = ${standing}`;
    case 'done-late':
      return sql`l.state = 'verified' and l.due_on is not null and coalesce(l.done_on, ${day}) > l.due_on`;
    case 'done-on-time':
      return sql`l.state = 'verified' and (l.due_on is null or coalesce(l.done_on, ${day}) <= l.due_on)`;
    case 'overdue':
      return sql`((l.state in ('draft', 'assigned', 'accepted', 'in-progress') and l.due_on < ${day})
        or (l.state = 'reported' and l.due_on < coalesce(l.reported_on, ${day})))`;
    case 'due-soon':
      return sql`l.state in ('draft', 'assigned', 'accepted', 'in-progress') and l.due_on between ${day} and ${soon}`;
    case 'not-started':
      return sql`l.state in ('draft', 'assigned') and (l.due_on is null or l.due_on > ${soon})`;
    case 'no-deadline':
      return sql`l.state in ('accepted', 'in-progress', 'reported') and l.due_on is null`;
    case 'in-time':
      return sql`((l.state in ('accepted', 'in-progress') and l.due_on > ${soon})
        or (l.state = 'reported' and l.due_on >= coalesce(l.reported_on, ${day})))`;
  }
}
