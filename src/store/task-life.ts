/** The life of tasks (vòng đời nhiệm vụ): one row a task, its acts; kept true to the versions that documents give. */
import { type RawBuilder, sql } from 'kysely';
import { FACTS, type Life, type LifeFacts, type TaskOrigin } from '#delivery/task-life.ts';
import type { Scope } from './database.ts';
import { newId } from './ids.ts';

/** A task as it is followed. */
export interface LifeRow extends Life {
  readonly id: string;
  readonly planId: string;
  readonly parentId: string | null;
  readonly position: number;
  readonly text: string;
  readonly section: string;
  readonly label: string | null;
  readonly groupTitle: string | null;
  readonly period: string | null;
  readonly products: readonly string[];
  readonly printedDueOn: string | null;
  readonly goneOn: string | null;
  readonly toldAt: string | null;
  readonly version: number;
}

export const lifeColumns: RawBuilder<LifeRow> = sql`
  l.task_id as id, l.plan_id as "planId", l.parent_id as "parentId", l.origin, l.position, l.text, l.section, l.label,
  l.group_title as "groupTitle", l.period, l.products, l.printed_due_on as "printedDueOn", l.gone_on as "goneOn",
  l.told_at as "toldAt", l.version, l.state, l.due_on as "dueOn", l.lead_ids as "leadIds", l.support_ids as "supportIds",
  l.accepted_ids as "acceptedIds", l.assigner_id as "assignerId", l.post_id as "postId", l.progress, l.result,
  l.reported_on as "reportedOn", l.done_on as "doneOn", l.returned_on as "returnedOn", l.return_reason as "returnReason",
  l.asked_due_on as "askedDueOn", l.asked_reason as "askedReason", l.paused_state as "pausedState"`;

/** `lock`: nobody else acts on it until the transaction ends. */
export async function findLife({ db, provinceId }: Scope, id: string, lock = false): Promise<LifeRow | null> {
  const { rows } = await sql<LifeRow>`select ${lifeColumns} from task_life l
     where l.province_id = ${provinceId} and l.task_id = ${id} ${lock ? sql`for update` : sql``}`.execute(db);
  return rows[0] ?? null;
}

export async function findLives({ db, provinceId }: Scope, ids: readonly string[], lock = false): Promise<LifeRow[]> {
  const { rows } = await sql<LifeRow>`select ${lifeColumns} from task_life l
     where l.province_id = ${provinceId} and l.task_id = any(${ids})
     order by l.task_id ${lock ? sql`for update` : sql``}`.execute(db);
  return rows;
}

const COLUMNS: Readonly<Record<keyof LifeFacts, string>> = {
  state: 'state',
  dueOn: 'due_on',
  leadIds: 'lead_ids',
  supportIds: 'support_ids',
  acceptedIds: 'accepted_ids',
  assignerId: 'assigner_id',
  postId: 'post_id',
  progress: 'progress',
  result: 'result',
  reportedOn: 'reported_on',
  doneOn: 'done_on',
  returnedOn: 'returned_on',
  returnReason: 'return_reason',
  askedDueOn: 'asked_due_on',
  askedReason: 'asked_reason',
  pausedState: 'paused_state',
};

/** Writes facts over a row that was locked; gives the new version. `told`: somebody told of it now. */
export async function saveFacts(
  { db, provinceId }: Scope,
  life: LifeRow,
  facts: LifeFacts,
  now: Date,
  told = true,
): Promise<number> {
  const values = Object.fromEntries(FACTS.map((name) => [COLUMNS[name], facts[name]]));
  const row = await db
    .updateTable('task_life')
    .set({
      ...values,
      ...(facts.state === life.state ? {} : { state_since: now }),
      ...(told ? { told_at: now } : {}),
      version: life.version + 1,
    } as never)
    .where('province_id', '=', provinceId)
    .where('task_id', '=', life.id)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? life.version + 1;
}

export interface ActRow {
  readonly id: string;
  readonly taskId: string;
  readonly seq: number;
  readonly act: string;
  readonly at: string;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly postId: string | null;
  readonly postTitle: string | null;
  readonly organisationId: string | null;
  readonly text: string | null;
  readonly dueOn: string | null;
  readonly progress: string | null;
  readonly before: Partial<LifeFacts>;
  readonly after: Partial<LifeFacts>;
  readonly undoneAt: string | null;
}

/** All acts on a task, the newest first; undone ones are among them. */
export async function listActs({ db, provinceId }: Scope, taskId: string): Promise<ActRow[]> {
  const { rows } = await sql<ActRow>`
    select a.id, a.task_id as "taskId", a.seq, a.act, a.at, a.person_id as "personId", p.full_name as "personName",
           a.post_id as "postId", q.title as "postTitle", a.organisation_id as "organisationId", a.text, a.due_on as "dueOn",
           a.progress, a.before, a.after, a.undone_at as "undoneAt"
      from task_act a
      left join person p on p.province_id = a.province_id and p.id = a.person_id
      left join post q on q.province_id = a.province_id and q.id = a.post_id
     where a.province_id = ${provinceId} and a.task_id = ${taskId} order by a.seq desc`.execute(db);
  return rows;
}

export interface NewAct {
  readonly taskId: string;
  readonly act: string;
  readonly at: Date;
  readonly personId: string | null;
  readonly postId: string | null;
  readonly organisationId: string | null;
  readonly text: string | null;
  readonly dueOn: string | null;
  readonly progress: string | null;
  readonly before: Partial<LifeFacts>;
  readonly after: Partial<LifeFacts>;
}

/** The task's row must be locked: acts are numbered without gaps. */
export async function insertAct({ db, provinceId }: Scope, act: NewAct): Promise<string> {
  const id = newId(act.at);
  await sql`
    with numbered as (
      update task_life set acts = acts + 1 where province_id = ${provinceId} and task_id = ${act.taskId} returning acts
    )
    insert into task_act (province_id, id, task_id, seq, act, at, person_id, post_id, organisation_id, text, due_on, progress, before, after)
    select ${provinceId}, ${id}, ${act.taskId}, acts, ${act.act}, ${act.at}, ${act.personId}, ${act.postId},
           ${act.organisationId}, ${act.text}, ${act.dueOn}, ${act.progress}, ${JSON.stringify(act.before)}::jsonb,
           ${JSON.stringify(act.after)}::jsonb
      from numbered`.execute(db);
  return id;
}

export async function markUndone(
  { db, provinceId }: Scope,
  id: string,
  personId: string | null,
  now: Date,
): Promise<void> {
  await db
    .updateTable('task_act')
    .set({ undone_at: now, undone_by: personId })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute();
}

/**
 * Brings rows in line with the last versions of their tasks, after documents gave or took versions: words, deadline as
 * printed, end. A deadline that nobody extended follows the document; a changed printed one counts over an extension.
 */
export async function followVersions({ db, provinceId }: Scope, taskIds: readonly string[]): Promise<void> {
  if (taskIds.length === 0) return;
  await sql`
    insert into task_life (province_id, task_id, plan_id, parent_id, origin, position, text, section, label, group_title,
                           words, state_since, printed_due_on, due_on, lead_ids, support_ids, gone_on)
    select t.province_id, t.id, t.plan_id, t.parent_id, t.origin, t.position, v.text, v.section, v.label, v.group_title,
           words_of(v.text), v.recorded_at, v.due_on, v.due_on, named.leads, named.supports, v.valid_to
      from task t
      join lateral (select * from task_version w where w.province_id = t.province_id and w.task_id = t.id
                     order by w.ordinal desc limit 1) v on true
      join lateral (
        select coalesce(array_agg(a.organisation_id order by a.ordinal) filter (where a.role = 'lead'), '{}') as leads,
               coalesce(array_agg(a.organisation_id order by a.ordinal) filter (where a.role = 'support'), '{}') as supports
          from task_agency a where a.province_id = t.province_id and a.task_id = t.id and a.version_ordinal = v.ordinal
           and a.organisation_id is not null) named on true
     where t.province_id = ${provinceId} and t.id = any(${taskIds}) and t.origin = 'document'
    on conflict (province_id, task_id) do update set
      text = excluded.text, section = excluded.section, label = excluded.label, group_title = excluded.group_title,
      words = excluded.words, gone_on = excluded.gone_on, printed_due_on = excluded.printed_due_on,
      due_on = case when task_life.printed_due_on is distinct from excluded.printed_due_on then excluded.due_on
                    else task_life.due_on end,
      lead_ids = case when task_life.state = 'draft' then excluded.lead_ids else task_life.lead_ids end,
      support_ids = case when task_life.state = 'draft' then excluded.support_ids else task_life.support_ids end,
      version = task_life.version + 1`.execute(db);
}

/** Kinds of the deliverables of tasks, after some were added or ended. */
export async function followDeliverables({ db, provinceId }: Scope, taskIds: readonly string[]): Promise<void> {
  if (taskIds.length === 0) return;
  await sql`
    update task_life l set products = coalesce((select array_agg(distinct p.kind) from deliverable p
       where p.province_id = l.province_id and p.task_id = l.task_id and p.ended_on is null), '{}')
     where l.province_id = ${provinceId} and l.task_id = any(${taskIds})`.execute(db);
}

/** A task without a sentence of its own in a document. */
export interface OwnTask extends LifeFacts {
  readonly id: string;
  readonly planId: string;
  readonly parentId: string | null;
  readonly origin: Exclude<TaskOrigin, 'document'>;
  readonly position: number;
  readonly text: string;
  readonly section: string;
  readonly groupTitle: string | null;
  readonly period: string | null;
}

export async function insertOwnTasks(scope: Scope, tasks: readonly OwnTask[], now: Date): Promise<void> {
  const { db, provinceId } = scope;
  for (const task of tasks) {
    await db
      .insertInto('task')
      .values({
        province_id: provinceId,
        id: task.id,
        plan_id: task.planId,
        parent_id: task.parentId,
        position: task.position,
        origin: task.origin,
        created_at: now,
      })
      .execute();
    await sql`insert into task_life (province_id, task_id, plan_id, parent_id, origin, position, text, section, group_title,
        period, words, state, state_since, printed_due_on, due_on, lead_ids, support_ids, accepted_ids, assigner_id, post_id)
      values (${provinceId}, ${task.id}, ${task.planId}, ${task.parentId}, ${task.origin}, ${task.position}, ${task.text},
        ${task.section}, ${task.groupTitle}, ${task.period}, words_of(${task.text}), ${task.state}, ${now}, ${task.dueOn},
        ${task.dueOn}, ${task.leadIds}, ${task.supportIds}, ${task.acceptedIds}, ${task.assignerId}, ${task.postId})`.execute(
      db,
    );
  }
}

/** Takes out a task that was never in a document, as undoing does. */
export async function removeOwnTask({ db, provinceId }: Scope, id: string): Promise<void> {
  await db
    .deleteFrom('task')
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('origin', '!=', 'document')
    .execute();
}

/** How many files and links stand as evidence of each of the tasks. */
export async function countEvidence(
  { db, provinceId }: Scope,
  taskIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select subject_id as id, count(*)::int as count from evidence
     where province_id = ${provinceId} and subject_type = 'task' and subject_id = any(${taskIds}) and removed_at is null
     group by subject_id`.execute(db);
  return new Map(rows.map(({ id, count }) => [id, count]));
}
