/** Long-standing cases (vụ việc tồn đọng) with their road maps and notes. */
import { type RawBuilder, sql } from 'kysely';
import { CASE_STANDINGS, type CaseStanding, type CaseState } from '#delivery/case-standing.ts';
import { SOON_DAYS } from '#delivery/standing.ts';
import type { Scope } from './database.ts';
import { newId } from './ids.ts';

/** What is written of a case; the names are those of the log. */
export interface CaseFields {
  readonly title: string;
  readonly summary: string;
  readonly field: string | null;
  readonly place: string | null;
  readonly organisationId: string;
  readonly postId: string | null;
  readonly responsible: string | null;
  readonly aroseOn: string | null;
  readonly dueOn: string | null;
  readonly state: CaseState;
  readonly closedOn: string | null;
  readonly result: string | null;
  readonly planId: string | null;
  readonly taskId: string | null;
}

export interface StepRow {
  readonly id: string;
  readonly text: string;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  readonly result: string | null;
}

export interface CaseRow extends CaseFields {
  readonly id: string;
  readonly version: number;
  /** In order. */
  readonly road: readonly StepRow[];
  readonly standing: CaseStanding;
}

const COLUMNS: Readonly<Record<keyof CaseFields, string>> = {
  title: 'title',
  summary: 'summary',
  field: 'field',
  place: 'place',
  organisationId: 'organisation_id',
  postId: 'post_id',
  responsible: 'responsible',
  aroseOn: 'arose_on',
  dueOn: 'due_on',
  state: 'state',
  closedOn: 'closed_on',
  result: 'result',
  planId: 'plan_id',
  taskId: 'task_id',
};
export const CASE_FIELDS = Object.keys(COLUMNS) as readonly (keyof CaseFields)[];

export interface CaseFilter {
  readonly today: string;
  readonly organisationId?: string | undefined;
  readonly field?: string | undefined;
  readonly state?: CaseState | undefined;
  readonly standing?: CaseStanding | undefined;
  readonly late?: boolean | undefined;
  /** Folded; the last may be the beginning of one. */
  readonly words?: readonly string[] | undefined;
  readonly id?: string | undefined;
}

/** The same as `caseStandingOf`. */
function standingSql(today: string): RawBuilder<CaseStanding> {
  return sql`case
    when c.state = 'suspended' then 'suspended'
    when c.state = 'closed' then case when c.due_on is not null and coalesce(c.closed_on, ${today}::date) > c.due_on
      then 'done-late' else 'done-on-time' end
    when c.due_on < ${today}::date then 'overdue'
    when c.due_on <= ${today}::date + ${sql.lit(SOON_DAYS)}::int then 'due-soon'
    when not exists (select from backlog_step s where s.province_id = c.province_id and s.case_id = c.id
      and s.done_on is not null) then 'not-started'
    when c.due_on is null then 'no-deadline'
    else 'in-time' end`;
}

function lateSql(today: string): RawBuilder<boolean> {
  return sql`(c.state = 'open' and exists (select from backlog_step s where s.province_id = c.province_id
    and s.case_id = c.id and s.done_on is null and s.due_on < ${today}::date))`;
}

function conditionsOf({ provinceId }: Scope, filter: CaseFilter): RawBuilder<unknown> {
  const { today, words = [] } = filter;
  const all: RawBuilder<unknown>[] = [sql`c.province_id = ${provinceId}`];
  if (filter.id) all.push(sql`c.id = ${filter.id}`);
  if (filter.organisationId) all.push(sql`c.organisation_id = ${filter.organisationId}`);
  if (filter.field) all.push(sql`c.field = ${filter.field}`);
  if (filter.state) all.push(sql`c.state = ${filter.state}`);
  if (filter.standing) all.push(sql`${standingSql(today)} = ${filter.standing}`);
  if (filter.late) all.push(lateSql(today));
  if (words.length > 0) {
    const query = words.map((word, i) => (i === words.length - 1 ? `${word}:*` : word)).join(' & ');
    all.push(sql`words_of(concat_ws(' ', c.title, c.summary, c.field, c.place, c.responsible)) @@ ${query}::tsquery`);
  }
  return sql.join(all, sql` and `);
}

export interface CaseAfter {
  readonly dueOn: string | null;
  readonly id: string;
}

/** By final deadline, those without one last. */
export async function listCases(
  scope: Scope,
  filter: CaseFilter,
  { after, limit }: { readonly after: CaseAfter | null; readonly limit: number },
): Promise<CaseRow[]> {
  const behind = after
    ? sql`and (coalesce(c.due_on, 'infinity'), c.id) > (coalesce(${after.dueOn}::date, 'infinity'), ${after.id}::uuid)`
    : sql``;
  const { rows } = await sql<CaseRow>`
    select c.id, c.title, c.summary, c.field, c.place, c.organisation_id as "organisationId", c.post_id as "postId",
           c.responsible, c.arose_on as "aroseOn", c.due_on as "dueOn", c.state, c.closed_on as "closedOn", c.result,
           c.plan_id as "planId", c.task_id as "taskId", c.version, ${standingSql(filter.today)} as standing,
           coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'text', s.text, 'dueOn', s.due_on, 'doneOn', s.done_on,
              'result', s.result) order by s.ordinal) from backlog_step s
             where s.province_id = c.province_id and s.case_id = c.id), '[]'::jsonb) as road
      from backlog_case c where ${conditionsOf(scope, filter)} ${behind}
     order by coalesce(c.due_on, 'infinity'), c.id limit ${limit}`.execute(scope.db);
  return rows;
}

export async function findCase(scope: Scope, id: string, today: string, lock = false): Promise<CaseRow | null> {
  if (lock) {
    await sql`select from backlog_case where province_id = ${scope.provinceId} and id = ${id} for update`.execute(
      scope.db,
    );
  }
  return (await listCases(scope, { today, id }, { after: null, limit: 1 }))[0] ?? null;
}

export async function countCases(
  scope: Scope,
  filter: CaseFilter,
): Promise<{ counts: Record<CaseStanding, number>; late: number }> {
  const { rows } = await sql<{ standing: CaseStanding; count: number; late: number }>`
    select ${standingSql(filter.today)} as standing, count(*)::int as count,
           count(*) filter (where ${lateSql(filter.today)})::int as late
      from backlog_case c where ${conditionsOf(scope, filter)} group by 1`.execute(scope.db);
  const counts = Object.fromEntries(CASE_STANDINGS.map((one) => [one, 0])) as Record<CaseStanding, number>;
  for (const { standing, count } of rows) counts[standing] = count;
  return { counts, late: rows.reduce((sum, row) => sum + row.late, 0) };
}

/** What the register can be filtered by. */
export async function caseFacets({ db, provinceId }: Scope): Promise<{ fields: string[]; organisationIds: string[] }> {
  const fields = await sql<{ field: string }>`select distinct field collate "vi-VN-x-icu" as field from backlog_case
     where province_id = ${provinceId} and field is not null order by 1 limit 200`.execute(db);
  const organisations = await sql<{ id: string }>`select distinct organisation_id as id from backlog_case
     where province_id = ${provinceId}`.execute(db);
  return { fields: fields.rows.map((row) => row.field), organisationIds: organisations.rows.map((row) => row.id) };
}

export async function insertCase({ db, provinceId }: Scope, id: string, fields: CaseFields, now: Date): Promise<void> {
  const values = Object.fromEntries(CASE_FIELDS.map((name) => [COLUMNS[name], fields[name]]));
  await db
    .insertInto('backlog_case')
    .values({ province_id: provinceId, id, created_at: now, ...values } as never)
    .execute();
}

/** False when somebody else changed it first. */
export async function updateCase(
  { db, provinceId }: Scope,
  id: string,
  version: number,
  fields: Partial<CaseFields>,
): Promise<boolean> {
  const values = Object.fromEntries(
    CASE_FIELDS.filter((name) => fields[name] !== undefined).map((name) => [COLUMNS[name], fields[name]]),
  );
  const row = await db
    .updateTable('backlog_case')
    .set({ ...values, version: version + 1 } as never)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteCase({ db, provinceId }: Scope, id: string): Promise<void> {
  await db.deleteFrom('backlog_case').where('province_id', '=', provinceId).where('id', '=', id).execute();
}

/** The whole road map in the place of the one before. */
export async function writeSteps({ db, provinceId }: Scope, caseId: string, steps: readonly StepRow[]): Promise<void> {
  await db.deleteFrom('backlog_step').where('province_id', '=', provinceId).where('case_id', '=', caseId).execute();
  if (steps.length === 0) return;
  await db
    .insertInto('backlog_step')
    .values(
      steps.map((step, ordinal) => ({
        province_id: provinceId,
        id: step.id,
        case_id: caseId,
        ordinal,
        text: step.text,
        due_on: step.dueOn,
        done_on: step.doneOn,
        result: step.result,
      })),
    )
    .execute();
}

export interface NoteRow {
  readonly id: string;
  readonly at: string;
  readonly text: string;
  readonly person: string | null;
  readonly post: string | null;
}

export async function listNotes({ db, provinceId }: Scope, caseId: string): Promise<NoteRow[]> {
  const { rows } = await sql<NoteRow>`
    select n.id, n.at, n.text, p.full_name as person, o.title as post from backlog_note n
      left join person p on p.province_id = n.province_id and p.id = n.person_id
      left join post o on o.province_id = n.province_id and o.id = n.post_id
     where n.province_id = ${provinceId} and n.case_id = ${caseId} order by n.at desc, n.id desc limit 1000`.execute(
    db,
  );
  return rows;
}

export async function insertNote(
  { db, provinceId }: Scope,
  note: {
    readonly caseId: string;
    readonly at: Date;
    readonly personId: string | null;
    readonly postId: string | null;
    readonly text: string;
  },
): Promise<string> {
  const id = newId(note.at);
  await db
    .insertInto('backlog_note')
    .values({
      province_id: provinceId,
      id,
      case_id: note.caseId,
      at: note.at,
      person_id: note.personId,
      post_id: note.postId,
      text: note.text,
    })
    .execute();
  return id;
}

export async function deleteNote({ db, provinceId }: Scope, id: string): Promise<boolean> {
  const row = await db
    .deleteFrom('backlog_note')
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Titles that are in the register, with the case. */
export async function casesByTitle({ db, provinceId }: Scope): Promise<{ title: string; organisationId: string }[]> {
  return db
    .selectFrom('backlog_case')
    .select(['title', 'organisation_id as organisationId'])
    .where('province_id', '=', provinceId)
    .limit(50_000)
    .execute();
}

/** Place of the last task of a plan; 0 when it has none. */
export async function lastPosition({ db, provinceId }: Scope, planId: string): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`select max(position) as last from task_life
     where province_id = ${provinceId} and plan_id = ${planId}`.execute(db);
  return rows[0]?.last ?? 0;
}
