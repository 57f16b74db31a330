/** Tasks (nhiệm vụ) of plans with their versions, agencies and deliverables. */
import { type RawBuilder, sql } from 'kysely';
import type { PlanTask } from '#plan/content.ts';
import type { Scope } from './database.ts';
import { followDeliverables, followVersions } from './task-life.ts';

export interface TaskRow {
  readonly id: string;
  readonly planId: string;
  readonly position: number;
  readonly ordinal: number;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly text: string;
  readonly section: string;
  readonly label: string | null;
  readonly groupTitle: string | null;
  readonly dueOn: string | null;
  readonly dueQuote: string | null;
  readonly documentId: string;
  readonly documentTitle: string | null;
  readonly documentSymbol: string | null;
  readonly itemId: string;
  readonly spanStart: number;
  readonly spanEnd: number;
  readonly quote: string;
  readonly agencies: readonly {
    readonly role: 'lead' | 'support';
    readonly organisationId: string | null;
    readonly name: string;
  }[];
  readonly products: readonly { readonly id: string; readonly kind: string; readonly name: string }[];
}

function selectTasks(where: RawBuilder<unknown>, rest: RawBuilder<unknown>): RawBuilder<TaskRow> {
  return sql<TaskRow>`
    select t.id, t.plan_id as "planId", t.position, v.ordinal, v.valid_from as "validFrom", v.valid_to as "validTo", v.text,
           v.section, v.label, v.group_title as "groupTitle", v.due_on as "dueOn", v.due_quote as "dueQuote",
           v.document_id as "documentId", coalesce(d.title, d.file_name) as "documentTitle", d.symbol as "documentSymbol", v.item_id as "itemId",
           v.span_start as "spanStart", v.span_end as "spanEnd", v.quote,
           coalesce((select json_agg(json_build_object('role', a.role, 'organisationId', a.organisation_id, 'name', a.name) order by a.ordinal)
                       from task_agency a where a.province_id = t.province_id and a.task_id = t.id and a.version_ordinal = v.ordinal), '[]'::json) as agencies,
           coalesce((select json_agg(json_build_object('id', p.id, 'kind', p.kind, 'name', p.name) order by p.span_start)
                       from deliverable p where p.province_id = t.province_id and p.task_id = t.id and p.ended_on is null), '[]'::json) as products
      from task t
      join task_version v on v.province_id = t.province_id and v.task_id = t.id
      join document d on d.province_id = v.province_id and d.id = v.document_id
     where ${where} ${rest}`;
}

export interface TaskFilter {
  readonly asOf: string;
  /** Folded words that must all occur in the text. */
  readonly words: readonly string[];
  readonly organisationId: string | null;
  /** A body by the name that the document gives it. */
  readonly agency?: string | null;
  readonly role: 'lead' | 'support' | null;
  readonly lead?: 'with' | 'without' | null;
  /** Path of labels; what lies below it belongs to it. */
  readonly section?: string | null;
  readonly due: 'with' | 'without' | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly after: { readonly position: number; readonly id: string } | null;
  readonly limit: number;
}

/** A page of the tasks of a plan in the order of their documents. */
export async function listTasks({ db, provinceId }: Scope, planId: string, filter: TaskFilter): Promise<TaskRow[]> {
  const { asOf } = filter;
  const conditions: RawBuilder<unknown>[] = [
    sql`t.province_id = ${provinceId} and t.plan_id = ${planId} and v.valid_from <= ${asOf} and (v.valid_to is null or v.valid_to > ${asOf})`,
  ];
  for (const word of filter.words)
    conditions.push(sql`unaccent(lower(v.text)) like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`);
  const named = (which: RawBuilder<unknown>) => sql`exists (select from task_agency a
     where a.province_id = t.province_id and a.task_id = t.id and a.version_ordinal = v.ordinal and ${which})`;
  const role = filter.role === null ? sql`true` : sql`a.role = ${filter.role}`;
  if (filter.organisationId !== null)
    conditions.push(named(sql`a.organisation_id = ${filter.organisationId} and ${role}`));
  if (filter.agency) conditions.push(named(sql`a.name = ${filter.agency} and ${role}`));
  if (filter.lead === 'with') conditions.push(named(sql`a.role = 'lead'`));
  if (filter.lead === 'without') conditions.push(sql`not ${named(sql`a.role = 'lead'`)}`);
  if (filter.section) {
    const below = `${filter.section.replace(/[\\%_]/g, '\\$&')}.%`;
    conditions.push(sql`(v.section = ${filter.section} or v.section like ${below})`);
  }
  if (filter.due === 'with') conditions.push(sql`v.due_on is not null`);
  if (filter.due === 'without') conditions.push(sql`v.due_on is null`);
  if (filter.from !== null) conditions.push(sql`v.due_on >= ${filter.from}`);
  if (filter.to !== null) conditions.push(sql`v.due_on <= ${filter.to}`);
  if (filter.after !== null)
    conditions.push(sql`(t.position, t.id) > (${filter.after.position}, ${filter.after.id}::uuid)`);
  const { rows } = await selectTasks(
    sql.join(conditions, sql` and `),
    sql`order by t.position, t.id limit ${filter.limit}`,
  ).execute(db);
  return rows;
}

/** Tasks that have no end yet. */
export async function listLastTasks({ db, provinceId }: Scope, planId: string): Promise<TaskRow[]> {
  const { rows } = await selectTasks(
    sql`t.province_id = ${provinceId} and t.plan_id = ${planId} and v.valid_to is null`,
    sql`order by t.position, t.id`,
  ).execute(db);
  return rows;
}

export async function taskVersions({ db, provinceId }: Scope, id: string): Promise<TaskRow[]> {
  const { rows } = await selectTasks(
    sql`t.province_id = ${provinceId} and t.id = ${id}`,
    sql`order by v.ordinal desc`,
  ).execute(db);
  return rows;
}

export interface NewTask {
  readonly id: string;
  readonly planId: string;
  readonly position: number;
  readonly now: Date;
}

export interface NewTaskVersion {
  readonly taskId: string;
  readonly ordinal: number;
  readonly validFrom: string;
  readonly documentId: string;
  readonly content: PlanTask;
  readonly agencies: readonly {
    readonly role: 'lead' | 'support';
    readonly organisationId: string | null;
    readonly name: string;
  }[];
  readonly now: Date;
}

const BATCH = 300;

export async function insertTasks({ db, provinceId }: Scope, tasks: readonly NewTask[]): Promise<void> {
  for (let from = 0; from < tasks.length; from += BATCH) {
    await db
      .insertInto('task')
      .values(
        tasks.slice(from, from + BATCH).map((one) => ({
          province_id: provinceId,
          id: one.id,
          plan_id: one.planId,
          position: one.position,
          created_at: one.now,
        })),
      )
      .execute();
  }
}

/** The lives of the tasks follow. */
export async function insertTaskVersions(scope: Scope, versions: readonly NewTaskVersion[]): Promise<void> {
  const { db, provinceId } = scope;
  for (let from = 0; from < versions.length; from += BATCH) {
    await db
      .insertInto('task_version')
      .values(
        versions.slice(from, from + BATCH).map(({ taskId, ordinal, validFrom, documentId, content, now }) => ({
          province_id: provinceId,
          task_id: taskId,
          ordinal,
          valid_from: validFrom,
          text: content.text,
          section: content.section,
          label: content.label,
          group_title: content.groupTitle,
          due_on: content.dueOn,
          due_quote: content.dueQuote,
          document_id: documentId,
          item_id: content.source.itemId,
          span_start: content.source.span.start,
          span_end: content.source.span.end,
          quote: content.source.quote,
          recorded_at: now,
        })),
      )
      .execute();
  }
  const agencies = versions.flatMap(({ taskId, ordinal, agencies }) =>
    agencies.map((agency, i) => ({
      province_id: provinceId,
      task_id: taskId,
      version_ordinal: ordinal,
      ordinal: i + 1,
      role: agency.role,
      organisation_id: agency.organisationId,
      name: agency.name,
    })),
  );
  for (let from = 0; from < agencies.length; from += BATCH) {
    await db
      .insertInto('task_agency')
      .values(agencies.slice(from, from + BATCH))
      .execute();
  }
  await followVersions(scope, [...new Set(versions.map((one) => one.taskId))]);
}

export async function endTaskVersion(scope: Scope, taskId: string, on: string): Promise<number | null> {
  const { db, provinceId } = scope;
  const row = await db
    .updateTable('task_version')
    .set({ valid_to: on })
    .where('province_id', '=', provinceId)
    .where('task_id', '=', taskId)
    .where('valid_to', 'is', null)
    .returning('ordinal')
    .executeTakeFirst();
  await followVersions(scope, [taskId]);
  return row?.ordinal ?? null;
}

export async function reopenTaskVersion(scope: Scope, taskId: string, ordinal: number): Promise<void> {
  const { db, provinceId } = scope;
  await db
    .updateTable('task_version')
    .set({ valid_to: null })
    .where('province_id', '=', provinceId)
    .where('task_id', '=', taskId)
    .where('ordinal', '=', ordinal)
    .execute();
  await followVersions(scope, [taskId]);
}

export async function removeTaskVersion(scope: Scope, taskId: string, ordinal: number): Promise<void> {
  const { db, provinceId } = scope;
  const of = { province_id: provinceId, task_id: taskId };
  await db
    .deleteFrom('task_agency')
    .where('province_id', '=', of.province_id)
    .where('task_id', '=', of.task_id)
    .where('version_ordinal', '=', ordinal)
    .execute();
  await db
    .deleteFrom('task_version')
    .where('province_id', '=', of.province_id)
    .where('task_id', '=', of.task_id)
    .where('ordinal', '=', ordinal)
    .execute();
  if (ordinal > 1) return followVersions(scope, [taskId]);
  await db
    .deleteFrom('deliverable')
    .where('province_id', '=', of.province_id)
    .where('task_id', '=', of.task_id)
    .execute();
  await db.deleteFrom('task').where('province_id', '=', of.province_id).where('id', '=', of.task_id).execute();
}

export interface NewDeliverable {
  readonly id: string;
  readonly planId: string;
  readonly taskId: string;
  readonly kind: string;
  readonly name: string;
  readonly dueOn: string | null;
  readonly spanStart: number;
  readonly spanEnd: number;
}

export async function insertDeliverables(scope: Scope, list: readonly NewDeliverable[]): Promise<void> {
  const { db, provinceId } = scope;
  for (let from = 0; from < list.length; from += BATCH) {
    await db
      .insertInto('deliverable')
      .values(
        list.slice(from, from + BATCH).map((one) => ({
          province_id: provinceId,
          id: one.id,
          plan_id: one.planId,
          task_id: one.taskId,
          kind: one.kind,
          name: one.name,
          due_on: one.dueOn,
          span_start: one.spanStart,
          span_end: one.spanEnd,
        })),
      )
      .execute();
  }
  await followDeliverables(scope, [...new Set(list.map((one) => one.taskId))]);
}

export async function listDeliverables({ db, provinceId }: Scope, planId: string) {
  const { rows } = await sql<{
    id: string;
    taskId: string;
    kind: string;
    name: string;
    dueOn: string | null;
    leads: string[];
  }>`
    select p.id, p.task_id as "taskId", p.kind, p.name, p.due_on as "dueOn",
           coalesce((select json_agg(a.name order by a.ordinal) from task_agency a
              join task_version v on v.province_id = a.province_id and v.task_id = a.task_id and v.ordinal = a.version_ordinal and v.valid_to is null
             where a.province_id = p.province_id and a.task_id = p.task_id and a.role = 'lead'), '[]'::json) as leads
      from deliverable p join task t on t.province_id = p.province_id and t.id = p.task_id
     where p.province_id = ${provinceId} and p.plan_id = ${planId} and p.ended_on is null
     order by t.position, p.span_start`.execute(db);
  return rows;
}

export interface NamedInTask {
  readonly taskId: string;
  readonly role: 'lead' | 'support';
  readonly name: string;
  readonly organisationId: string | null;
  /** Day of the document; null when it bears none. */
  readonly on: string | null;
}

/** Bodies that the last versions of tasks name, in order. */
export async function namedAgencies({ db, provinceId }: Scope, taskIds: readonly string[]): Promise<NamedInTask[]> {
  if (taskIds.length === 0) return [];
  const { rows } = await sql<NamedInTask>`
    select a.task_id as "taskId", a.role, a.name, a.organisation_id as "organisationId", coalesce(d.issued_on, v.valid_from) as "on"
      from task_version v
      join task_agency a on a.province_id = v.province_id and a.task_id = v.task_id and a.version_ordinal = v.ordinal
      join document d on d.province_id = v.province_id and d.id = v.document_id
     where v.province_id = ${provinceId} and v.task_id = any(${taskIds})
       and v.ordinal = (select max(w.ordinal) from task_version w where w.province_id = v.province_id and w.task_id = v.task_id)
     order by a.task_id, a.ordinal`.execute(db);
  return rows;
}

/** Of these, bodies that no organisation was found for. */
export async function unfoundAgencies(
  scope: Scope,
  taskIds: readonly string[],
): Promise<Map<string, { readonly role: 'lead' | 'support'; readonly name: string }[]>> {
  const found = new Map<string, { role: 'lead' | 'support'; name: string }[]>();
  for (const { taskId, role, name, organisationId } of await namedAgencies(scope, taskIds)) {
    if (organisationId !== null) continue;
    const list = found.get(taskId) ?? [];
    list.push({ role, name });
    found.set(taskId, list);
  }
  return found;
}
