/** The register of deliverables (sản phẩm): rows with their task, their deadline in force, their standing. */
import { type RawBuilder, sql } from 'kysely';
import type { Stage, StageFacts } from '#delivery/deliverable-stage.ts';
import type { Standing, TaskState } from '#delivery/standing.ts';
import type { Scope } from './database.ts';
import { standingSql } from './task-standing.ts';

export interface DeliverableRow extends StageFacts {
  readonly id: string;
  readonly planId: string;
  readonly planTitle: string;
  readonly taskId: string;
  readonly taskText: string;
  readonly taskState: TaskState;
  readonly leadIds: readonly string[];
  readonly kind: string;
  readonly name: string;
  /** Its own; null: that of its task. */
  readonly ownDueOn: string | null;
  /** In force. */
  readonly dueOn: string | null;
  readonly standing: Standing;
  readonly documentTitle: string | null;
  readonly sessionMonth: string | null;
  readonly sessionTitle: string | null;
  readonly note: string | null;
  readonly spanStart: number | null;
  readonly spanEnd: number | null;
  readonly endedOn: string | null;
  readonly version: number;
}

export interface DeliverableFilter {
  readonly today: string;
  readonly ids?: readonly string[];
  readonly planId?: string | null;
  readonly taskId?: string | null;
  readonly kind?: string | null;
  readonly stage?: Stage | null;
  readonly leadId?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  /** `none`: in no session. */
  readonly session?: string | null;
  readonly standing?: Standing | null;
  /** Folded words that must all occur in its name or in its task. */
  readonly words?: readonly string[];
  /** Also those that were taken out. */
  readonly ended?: boolean;
}

/**
 * Named `l` with the columns that `standingSql` reads, so that a deliverable stands by the rule of tasks. The same as
 * `standingOfDeliverable` and `dueOfDeliverable` say of one row.
 */
function rows({ provinceId }: Scope, filter: DeliverableFilter): RawBuilder<unknown> {
  const inside: RawBuilder<unknown>[] = [
    sql`p.province_id = ${provinceId}`,
    sql`n.state <> 'withdrawn'`,
    sql`(t.gone_on is null or t.gone_on > ${filter.today}::date)`,
  ];
  if (!filter.ended) inside.push(sql`p.ended_on is null`);
  if (filter.ids) inside.push(sql`p.id = any(${filter.ids}::uuid[])`);
  if (filter.planId) inside.push(sql`p.plan_id = ${filter.planId}`);
  if (filter.taskId) inside.push(sql`p.task_id = ${filter.taskId}`);
  if (filter.kind) inside.push(sql`p.kind = ${filter.kind}`);
  if (filter.stage) inside.push(sql`p.stage = ${filter.stage}`);
  if (filter.leadId) inside.push(sql`t.lead_ids @> array[${filter.leadId}]::uuid[]`);
  if (filter.session === 'none') inside.push(sql`p.session_month is null`);
  else if (filter.session) inside.push(sql`p.session_month = ${filter.session}`);
  for (const word of filter.words ?? [])
    inside.push(sql`unaccent(lower(p.name || ' ' || t.text)) like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`);
  const outside: RawBuilder<unknown>[] = [sql`true`];
  if (filter.from) outside.push(sql`l.due_on >= ${filter.from}::date`);
  if (filter.to) outside.push(sql`l.due_on <= ${filter.to}::date`);
  if (filter.standing) outside.push(sql`${standingSql(filter.today)} = ${filter.standing}`);
  return sql`(
    select p.id, p.plan_id, n.title as plan_title, p.task_id, t.text as task_text, t.state as task_state, t.lead_ids,
           p.kind, p.name, p.stage, p.due_on as own_due_on, p.drafted_on, p.appraised_on, p.submitted_on, p.issued_on, p.symbol,
           p.document_id, coalesce(d.symbol, d.title, d.file_name) as document_title, p.session_month, p.session_title, p.note,
           p.span_start, p.span_end, p.ended_on, p.version,
           case when p.due_on is null or p.due_on is not distinct from t.printed_due_on then t.due_on else p.due_on end as due_on,
           case when p.stage = 'issued' then 'verified' when t.state in ('suspended', 'cancelled') then t.state
                when p.stage = 'planned' then 'assigned' else 'in-progress' end as state,
           p.issued_on as done_on, null::date as reported_on
      from deliverable p
      join task_life t on t.province_id = p.province_id and t.task_id = p.task_id
      join plan n on n.province_id = p.province_id and n.id = p.plan_id
      left join document d on d.province_id = p.province_id and d.id = p.document_id
     where ${sql.join(inside, sql` and `)}) l where ${sql.join(outside, sql` and `)}`;
}

const columns = (today: string): RawBuilder<DeliverableRow> => sql`
  l.id, l.plan_id as "planId", l.plan_title as "planTitle", l.task_id as "taskId", l.task_text as "taskText",
  l.task_state as "taskState", l.lead_ids as "leadIds", l.kind, l.name, l.stage, l.own_due_on as "ownDueOn",
  l.due_on as "dueOn", l.drafted_on as "draftedOn", l.appraised_on as "appraisedOn", l.submitted_on as "submittedOn",
  l.issued_on as "issuedOn", l.symbol, l.document_id as "documentId", l.document_title as "documentTitle",
  l.session_month as "sessionMonth", l.session_title as "sessionTitle", l.note, l.span_start as "spanStart",
  l.span_end as "spanEnd", l.ended_on as "endedOn", l.version, ${standingSql(today)} as standing`;

/** By deadline, those without one last. */
export async function listDeliverableRows(
  scope: Scope,
  filter: DeliverableFilter,
  { after, limit }: { readonly after: { readonly dueOn: string | null; readonly id: string } | null; limit: number },
): Promise<DeliverableRow[]> {
  const more =
    after === null
      ? sql``
      : after.dueOn === null
        ? sql` and (l.due_on is null and l.id > ${after.id}::uuid)`
        : sql` and ((l.due_on, l.id) > (${after.dueOn}::date, ${after.id}::uuid) or l.due_on is null)`;
  const { rows: found } = await sql<DeliverableRow>`select ${columns(filter.today)} from ${rows(scope, filter)}${more}
     order by l.due_on, l.id limit ${limit}`.execute(scope.db);
  return found;
}

/** One, also when it was taken out; locked until the transaction ends when asked. */
export async function findDeliverable(
  scope: Scope,
  id: string,
  today: string,
  lock = false,
): Promise<DeliverableRow | null> {
  if (lock)
    await sql`select from deliverable where province_id = ${scope.provinceId} and id = ${id} for update`.execute(
      scope.db,
    );
  const filter = { today, ids: [id], ended: true };
  return (await listDeliverableRows(scope, filter, { after: null, limit: 1 }))[0] ?? null;
}

export async function countDeliverables(
  scope: Scope,
  filter: DeliverableFilter,
): Promise<{ readonly stage: Stage; readonly standing: Standing; readonly count: number }[]> {
  const { rows: found } = await sql<{ stage: Stage; standing: Standing; count: number }>`
    select l.stage, ${standingSql(filter.today)} as standing, count(*)::int as count
      from ${rows(scope, filter)} group by 1, 2`.execute(scope.db);
  return found;
}

/** How many each organisation leads. */
export async function countDeliverableLeads(scope: Scope, filter: DeliverableFilter): Promise<Map<string, number>> {
  const { rows: found } = await sql<{ id: string; count: number }>`
    select lead.id, count(*)::int as count
      from (select l.lead_ids from ${rows(scope, filter)}) x cross join lateral unnest(x.lead_ids) as lead(id)
     group by 1`.execute(scope.db);
  return new Map(found.map(({ id, count }) => [id, count]));
}

/** What of a deliverable can be changed, by the names that events use. */
export interface DeliverableFields extends StageFacts {
  readonly kind: string;
  readonly name: string;
  readonly dueOn: string | null;
  readonly sessionMonth: string | null;
  readonly sessionTitle: string | null;
  readonly note: string | null;
  readonly endedOn: string | null;
}

const COLUMN_OF: Readonly<Record<keyof DeliverableFields, string>> = {
  kind: 'kind',
  name: 'name',
  dueOn: 'due_on',
  stage: 'stage',
  draftedOn: 'drafted_on',
  appraisedOn: 'appraised_on',
  submittedOn: 'submitted_on',
  issuedOn: 'issued_on',
  symbol: 'symbol',
  documentId: 'document_id',
  sessionMonth: 'session_month',
  sessionTitle: 'session_title',
  note: 'note',
  endedOn: 'ended_on',
};

/** The row as events know it. */
export function fieldsOf(row: DeliverableRow): DeliverableFields {
  const { kind, name, stage, draftedOn, appraisedOn, submittedOn, issuedOn, symbol, documentId } = row;
  const { sessionMonth, sessionTitle, note, endedOn } = row;
  const steps = { stage, draftedOn, appraisedOn, submittedOn, issuedOn, symbol, documentId };
  return { kind, name, dueOn: row.ownDueOn, ...steps, sessionMonth, sessionTitle, note, endedOn };
}

/** Writes over a row that was locked. */
export async function saveDeliverable(
  { db, provinceId }: Scope,
  id: string,
  change: Partial<DeliverableFields>,
): Promise<void> {
  const values = Object.fromEntries(
    Object.entries(change).map(([key, value]) => [COLUMN_OF[key as keyof DeliverableFields], value]),
  );
  await db
    .updateTable('deliverable')
    .set({ ...values, version: sql`version + 1` } as never)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute();
}

export interface AddedDeliverable {
  readonly id: string;
  readonly planId: string;
  readonly taskId: string;
  readonly kind: string;
  readonly name: string;
  readonly dueOn: string | null;
  readonly sessionMonth: string | null;
  readonly sessionTitle: string | null;
  readonly note: string | null;
}

/** One that no sentence of a document asks for. */
export async function insertAddedDeliverable({ db, provinceId }: Scope, one: AddedDeliverable): Promise<void> {
  await sql`insert into deliverable (province_id, id, plan_id, task_id, kind, name, due_on, session_month, session_title, note)
    values (${provinceId}, ${one.id}, ${one.planId}, ${one.taskId}, ${one.kind}, ${one.name}, ${one.dueOn},
            ${one.sessionMonth}, ${one.sessionTitle}, ${one.note})`.execute(db);
}

export async function removeDeliverable({ db, provinceId }: Scope, id: string): Promise<void> {
  await db.deleteFrom('deliverable').where('province_id', '=', provinceId).where('id', '=', id).execute();
}

/** The document whose sentence the task stands in; null for a task that no document orders. */
export async function documentOfTask({ db, provinceId }: Scope, taskId: string): Promise<string | null> {
  const { rows: found } = await sql<{ id: string }>`
    select v.document_id as id from task_version v where v.province_id = ${provinceId} and v.task_id = ${taskId}
    union all select d.document_id from directive d
     where d.province_id = ${provinceId} and d.task_id = ${taskId} and d.document_id is not null limit 1`.execute(db);
  return found[0]?.id ?? null;
}
