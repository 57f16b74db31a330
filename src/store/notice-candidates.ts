/** Tasks and plans of action that the calendar may have something to tell of, page by page. */
import { sql } from 'kysely';
import { addDays } from '#base/date.ts';
import type { OwedPlan } from '#delivery/notice-calendar.ts';
import { BEFORE } from '#delivery/notice-calendar.ts';
import type { Scope } from './database.ts';
import { type LifeRow, lifeColumns } from './task-life.ts';

const MOST_BEFORE = Math.max(...BEFORE);

/** Open tasks near or behind their deadline or not accepted by all; reports that wait. In the order of ids. */
export async function listTellable(
  { db, provinceId }: Scope,
  today: string,
  after: string | null,
  limit: number,
): Promise<LifeRow[]> {
  const { rows } = await sql<LifeRow>`
    select ${lifeColumns} from task_life l
      join plan p on p.province_id = l.province_id and p.id = l.plan_id and p.state <> 'withdrawn'
     where l.province_id = ${provinceId} and (l.gone_on is null or l.gone_on > ${today}::date)
       and ((l.state in ('assigned', 'accepted', 'in-progress')
             and (l.due_on <= ${addDays(today, MOST_BEFORE)}::date or not l.accepted_ids @> l.lead_ids))
            or l.state = 'reported')
       ${after === null ? sql`` : sql`and l.task_id > ${after}::uuid`}
     order by l.task_id limit ${limit}`.execute(db);
  return rows;
}

/** Organisations that lead a task of a plan with a day for plans of action, or were told a day of their own. */
export async function listOwedPlans({ db, provinceId }: Scope, today: string): Promise<OwedPlan[]> {
  const { rows } = await sql<OwedPlan>`
    select p.id as "planId", p.title as "planTitle", owed.id as "organisationId",
           coalesce(a.due_on, p.action_plan_due_on) as "dueOn"
      from plan p
      join lateral (
        select distinct lead.id from task_life l cross join lateral unnest(l.lead_ids) as lead(id)
         where l.province_id = p.province_id and l.plan_id = p.id and l.origin = 'document'
           and l.state not in ('draft', 'cancelled') and (l.gone_on is null or l.gone_on > ${today}::date)
        union
        select x.organisation_id from action_plan x where x.province_id = p.province_id and x.plan_id = p.id) owed on true
      left join action_plan a on a.province_id = p.province_id and a.plan_id = p.id and a.organisation_id = owed.id
     where p.province_id = ${provinceId} and p.state <> 'withdrawn' and a.issued_on is null
       and coalesce(a.due_on, p.action_plan_due_on) <= ${addDays(today, MOST_BEFORE)}::date
     order by p.id, owed.id`.execute(db);
  return rows;
}
