/** Counts for the first page, each by one question to the database. */
import { sql } from 'kysely';
import type { Scope } from './database.ts';

export interface PlanNumbers {
  readonly targets: number;
  readonly tasks: number;
  readonly tasksWithoutLead: number;
  readonly tasksWithoutDeadline: number;
  readonly targetsWithoutIndicator: number;
  readonly openDiffs: number;
}

/** Of one plan as it stands on a day. */
export async function planNumbers({ db, provinceId }: Scope, planId: string, asOf: string): Promise<PlanNumbers> {
  const { rows } = await sql<PlanNumbers>`
    with targets as (
      select t.indicator_id from target t join target_version v on v.province_id = t.province_id and v.target_id = t.id
       where t.province_id = ${provinceId} and t.plan_id = ${planId} and v.valid_from <= ${asOf} and (v.valid_to is null or v.valid_to > ${asOf})
    ), tasks as (
      select v.due_on, exists (select from task_agency a where a.province_id = t.province_id and a.task_id = t.id
               and a.version_ordinal = v.ordinal and a.role = 'lead') as led
        from task t join task_version v on v.province_id = t.province_id and v.task_id = t.id
       where t.province_id = ${provinceId} and t.plan_id = ${planId} and v.valid_from <= ${asOf} and (v.valid_to is null or v.valid_to > ${asOf})
    )
    select (select count(*)::int from targets) as targets,
           (select count(*)::int from targets where indicator_id is null) as "targetsWithoutIndicator",
           (select count(*)::int from tasks) as tasks,
           (select count(*)::int from tasks where not led) as "tasksWithoutLead",
           (select count(*)::int from tasks where due_on is null) as "tasksWithoutDeadline",
           (select count(*)::int from plan_diff d where d.province_id = ${provinceId} and d.plan_id = ${planId} and d.state = 'open') as "openDiffs"`.execute(
    db,
  );
  return rows[0] as PlanNumbers;
}

export interface DocumentNumbers {
  readonly all: number;
  readonly toReview: number;
  readonly reading: number;
  readonly refused: number;
}

export async function documentNumbers({ db, provinceId }: Scope): Promise<DocumentNumbers> {
  const { rows } = await sql<DocumentNumbers>`
    select count(*)::int as all,
           (count(*) filter (where state = 'read' and review_state = 'open'))::int as "toReview",
           (count(*) filter (where state in ('waiting', 'reading')))::int as reading,
           (count(*) filter (where state = 'refused'))::int as refused
      from document where province_id = ${provinceId} and deleted_at is null`.execute(db);
  return rows[0] as DocumentNumbers;
}

export async function countToAcknowledge({ db, provinceId }: Scope, organisationId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from distribution s
      join document d on d.province_id = s.province_id and d.id = s.document_id and d.deleted_at is null
     where s.province_id = ${provinceId} and s.organisation_id = ${organisationId}
       and s.acknowledged_at is null and s.recalled_at is null`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function countOpen({ db, provinceId }: Scope): Promise<{ diffs: number; indicators: number }> {
  const { rows } = await sql<{ diffs: number; indicators: number }>`
    select (select count(*)::int from plan_diff d join plan p on p.province_id = d.province_id and p.id = d.plan_id and p.state <> 'withdrawn'
             where d.province_id = ${provinceId} and d.state = 'open') as diffs,
           (select count(*)::int from indicator where province_id = ${provinceId} and state = 'proposed') as indicators`.execute(
    db,
  );
  return rows[0] ?? { diffs: 0, indicators: 0 };
}
