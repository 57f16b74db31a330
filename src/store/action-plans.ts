/** Action plans of agencies (kế hoạch hành động) for a plan, and what of a plan nobody has taken up. */
import { sql } from 'kysely';
import type { Scope } from './database.ts';
import { type LifeRow, lifeColumns } from './task-life.ts';

export interface ActionPlanRow {
  readonly id: string;
  readonly organisationId: string;
  readonly dueOn: string | null;
  readonly symbol: string | null;
  readonly issuedOn: string | null;
  readonly documentId: string | null;
  readonly documentTitle: string | null;
  readonly documentSymbol: string | null;
  readonly note: string | null;
  readonly remindedAt: string | null;
  readonly version: number;
}

export async function listActionPlans(
  { db, provinceId }: Scope,
  planId: string,
  organisationId: string | null = null,
  lock = false,
): Promise<ActionPlanRow[]> {
  const { rows } = await sql<ActionPlanRow>`
    select a.id, a.organisation_id as "organisationId", a.due_on as "dueOn", a.symbol, a.issued_on as "issuedOn",
           a.document_id as "documentId", coalesce(d.title, d.file_name) as "documentTitle", d.symbol as "documentSymbol",
           a.note, a.reminded_at as "remindedAt", a.version
      from action_plan a left join document d on d.province_id = a.province_id and d.id = a.document_id
     where a.province_id = ${provinceId} and a.plan_id = ${planId}
       ${organisationId === null ? sql`` : sql`and a.organisation_id = ${organisationId}`}
     ${lock ? sql`for update of a` : sql``}`.execute(db);
  return rows;
}

export type ActionPlanWords = Pick<ActionPlanRow, 'dueOn' | 'symbol' | 'issuedOn' | 'documentId' | 'note'>;

export async function insertActionPlan(
  { db, provinceId }: Scope,
  row: ActionPlanWords & { readonly id: string; readonly planId: string; readonly organisationId: string },
  now: Date,
): Promise<boolean> {
  const done = await db
    .insertInto('action_plan')
    .values({
      province_id: provinceId,
      id: row.id,
      plan_id: row.planId,
      organisation_id: row.organisationId,
      due_on: row.dueOn,
      symbol: row.symbol,
      issued_on: row.issuedOn,
      document_id: row.documentId,
      note: row.note,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['province_id', 'plan_id', 'organisation_id']).doNothing())
    .executeTakeFirst();
  return Number(done.numInsertedOrUpdatedRows) === 1;
}

/** False when somebody changed it since. */
export async function saveActionPlan(
  { db, provinceId }: Scope,
  id: string,
  version: number,
  words: ActionPlanWords,
): Promise<boolean> {
  const done = await db
    .updateTable('action_plan')
    .set({
      due_on: words.dueOn,
      symbol: words.symbol,
      issued_on: words.issuedOn,
      document_id: words.documentId,
      note: words.note,
      version: version + 1,
    })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return Number(done.numUpdatedRows) === 1;
}

export async function removeActionPlan({ db, provinceId }: Scope, id: string): Promise<void> {
  await db.deleteFrom('action_plan').where('province_id', '=', provinceId).where('id', '=', id).execute();
}

/** Writes down that agencies were reminded; those without a row get one. */
export async function markReminded(
  { db, provinceId }: Scope,
  planId: string,
  rows: readonly { readonly id: string; readonly organisationId: string }[],
  now: Date,
): Promise<void> {
  await sql`
    insert into action_plan (province_id, id, plan_id, organisation_id, reminded_at, created_at)
    select ${provinceId}, r.id, ${planId}, r."organisationId", ${now}, ${now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "organisationId" uuid)
    on conflict (province_id, plan_id, organisation_id) do update set reminded_at = excluded.reminded_at`.execute(db);
}

export interface PlanDue {
  readonly title: string;
  readonly dueOn: string | null;
  readonly version: number;
}

export async function findPlanDue({ db, provinceId }: Scope, planId: string): Promise<PlanDue | null> {
  const { rows } = await sql<PlanDue>`
    select title, action_plan_due_on as "dueOn", version from plan
     where province_id = ${provinceId} and id = ${planId} and state <> 'withdrawn'`.execute(db);
  return rows[0] ?? null;
}

/** False when somebody changed the plan since. */
export async function savePlanDue(
  { db, provinceId }: Scope,
  planId: string,
  version: number,
  dueOn: string | null,
): Promise<boolean> {
  const done = await db
    .updateTable('plan')
    .set({ action_plan_due_on: dueOn, version: version + 1 })
    .where('province_id', '=', provinceId)
    .where('id', '=', planId)
    .where('version', '=', version)
    .executeTakeFirst();
  return Number(done.numUpdatedRows) === 1;
}

/** How many targets in force on the day each organisation leads. */
export async function targetsByLead(
  { db, provinceId }: Scope,
  planId: string,
  today: string,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select g.organisation_id as id, count(distinct t.id)::int as count
      from target t
      join target_version v on v.province_id = t.province_id and v.target_id = t.id
       and v.valid_from <= ${today} and (v.valid_to is null or v.valid_to > ${today})
      join target_lead g on g.province_id = t.province_id and g.target_id = t.id and g.organisation_id is not null
     where t.province_id = ${provinceId} and t.plan_id = ${planId} group by 1`.execute(db);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** Parts below some tasks, all levels, in the order of lists; cancelled ones are left out. Of one agency, when it is said. */
export async function partsBelow(
  { db, provinceId }: Scope,
  wholeIds: readonly string[],
  agencyId: string | null,
): Promise<LifeRow[]> {
  if (wholeIds.length === 0) return [];
  const { rows } = await sql<LifeRow>`
    with recursive below as (
      select task_id, 1 as depth from task_life
       where province_id = ${provinceId} and parent_id = any(${wholeIds}) and state <> 'cancelled'
         ${agencyId === null ? sql`` : sql`and assigner_id = ${agencyId}`}
      union all
      select c.task_id, b.depth + 1 from task_life c join below b on c.parent_id = b.task_id
       where c.province_id = ${provinceId} and c.state <> 'cancelled' and b.depth < 6
    )
    select ${lifeColumns} from below b join task_life l on l.province_id = ${provinceId} and l.task_id = b.task_id
     order by l.position, l.task_id`.execute(db);
  return rows;
}
