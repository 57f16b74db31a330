/** Tasks and plans that the calendar may have something to tell of, page by page. */
import { sql } from 'kysely';
import { addDays } from '#base/date.ts';
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

/** Plans that agencies owe a plan of action for: with a day for all, or with one for some. */
export async function plansWithDays({ db, provinceId }: Scope): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from plan p
     where p.province_id = ${provinceId} and p.state <> 'withdrawn'
       and (p.action_plan_due_on is not null
            or exists (select from action_plan a where a.province_id = p.province_id and a.plan_id = p.id
                          and a.due_on is not null and a.issued_on is null))
     order by p.id`.execute(db);
  return rows.map(({ id }) => id);
}
