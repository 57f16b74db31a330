/** Directives of leaders (ý kiến chỉ đạo, kết luận): rows with what they are about and where they stand. */
import { type RawBuilder, sql } from 'kysely';
import type { Standing } from '#delivery/standing.ts';
import type { Scope } from './database.ts';
import { hasStanding } from './task-standing.ts';

export type DirectiveSubject = 'task' | 'target' | 'case';

export interface DirectiveRow {
  readonly id: string;
  readonly planId: string;
  readonly planTitle: string;
  readonly kind: 'directive' | 'conclusion';
  readonly givenOn: string;
  readonly postId: string | null;
  readonly givenBy: string;
  readonly text: string;
  readonly subjectType: DirectiveSubject | null;
  readonly subjectId: string | null;
  readonly subjectTitle: string | null;
  readonly documentId: string | null;
  readonly documentTitle: string | null;
  readonly documentSymbol: string | null;
  readonly itemId: string | null;
  readonly spanStart: number | null;
  readonly spanEnd: number | null;
  readonly quote: string | null;
  readonly taskId: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawnReason: string | null;
  readonly version: number;
}

export interface DirectiveFilter {
  readonly today: string;
  readonly ids?: readonly string[];
  readonly planId?: string | null;
  readonly kind?: 'directive' | 'conclusion' | null;
  readonly givenBy?: string | null;
  readonly about?: { readonly type: string; readonly id: string } | null;
  readonly taskId?: string | null;
  readonly documentId?: string | null;
  readonly postId?: string | null;
  /** Leads its task. */
  readonly organisationId?: string | null;
  /** Of its task. */
  readonly standing?: Standing | null;
  readonly from?: string | null;
  readonly to?: string | null;
  /** Null: both. */
  readonly withdrawn: boolean | null;
  readonly words?: readonly string[];
}

function conditions({ provinceId }: Scope, filter: DirectiveFilter): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [sql`d.province_id = ${provinceId}`, sql`n.state <> 'withdrawn'`];
  if (filter.ids) all.push(sql`d.id = any(${filter.ids}::uuid[])`);
  if (filter.planId) all.push(sql`d.plan_id = ${filter.planId}`);
  if (filter.kind) all.push(sql`d.kind = ${filter.kind}`);
  if (filter.givenBy) all.push(sql`d.given_by = ${filter.givenBy}`);
  if (filter.about) all.push(sql`d.subject_type = ${filter.about.type} and d.subject_id = ${filter.about.id}`);
  if (filter.taskId) all.push(sql`d.task_id = ${filter.taskId}`);
  if (filter.documentId) all.push(sql`d.document_id = ${filter.documentId}`);
  if (filter.postId) all.push(sql`d.post_id = ${filter.postId}`);
  if (filter.organisationId) all.push(sql`l.lead_ids && array[${filter.organisationId}]::uuid[]`);
  if (filter.standing) all.push(hasStanding(filter.standing, filter.today));
  if (filter.from) all.push(sql`d.given_on >= ${filter.from}::date`);
  if (filter.to) all.push(sql`d.given_on <= ${filter.to}::date`);
  if (filter.withdrawn !== null)
    all.push(filter.withdrawn ? sql`d.withdrawn_at is not null` : sql`d.withdrawn_at is null`);
  for (const word of filter.words ?? [])
    all.push(sql`unaccent(lower(d.text || ' ' || d.given_by)) like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`);
  return sql.join(all, sql` and `);
}

/** The newest first. */
export async function listDirectives(
  scope: Scope,
  filter: DirectiveFilter,
  {
    after,
    limit,
  }: { readonly after: { readonly givenOn: string | null; readonly id: string } | null; readonly limit: number },
): Promise<DirectiveRow[]> {
  const more =
    after === null ? sql`` : sql` and (d.given_on, d.id) < (${after.givenOn ?? '9999-12-31'}::date, ${after.id}::uuid)`;
  const { rows } = await sql<DirectiveRow>`
    select d.id, d.plan_id as "planId", n.title as "planTitle", d.kind, d.given_on as "givenOn", d.post_id as "postId",
           d.given_by as "givenBy", d.text, d.subject_type as "subjectType", d.subject_id as "subjectId",
           case d.subject_type
             when 'task' then (select s.text from task_life s where s.province_id = d.province_id and s.task_id = d.subject_id)
             when 'target' then (select v.name from target_version v where v.province_id = d.province_id
                                  and v.target_id = d.subject_id order by v.ordinal desc limit 1)
             when 'case' then (select c.title from backlog_case c where c.province_id = d.province_id and c.id = d.subject_id)
           end as "subjectTitle",
           d.document_id as "documentId", coalesce(o.title, o.file_name) as "documentTitle", o.symbol as "documentSymbol",
           d.item_id as "itemId", d.span_start as "spanStart", d.span_end as "spanEnd", d.quote, d.task_id as "taskId",
           d.withdrawn_at as "withdrawnAt", d.withdrawn_reason as "withdrawnReason", d.version
      from directive d
      join plan n on n.province_id = d.province_id and n.id = d.plan_id
      left join task_life l on l.province_id = d.province_id and l.task_id = d.task_id
      left join document o on o.province_id = d.province_id and o.id = d.document_id
     where ${conditions(scope, filter)}${more}
     order by d.given_on desc, d.id desc limit ${limit}`.execute(scope.db);
  return rows;
}

/** Locked until the transaction ends when asked. */
export async function findDirective(
  scope: Scope,
  id: string,
  today: string,
  lock = false,
): Promise<DirectiveRow | null> {
  if (lock)
    await sql`select from directive where province_id = ${scope.provinceId} and id = ${id} for update`.execute(
      scope.db,
    );
  return (await listDirectives(scope, { today, ids: [id], withdrawn: null }, { after: null, limit: 1 }))[0] ?? null;
}

/** Who gave directives that stand, and how many. */
export async function countGivers({ db, provinceId }: Scope, planId: string | null) {
  const { rows } = await sql<{ givenBy: string; count: number }>`
    select d.given_by as "givenBy", count(*)::int as count from directive d
      join plan n on n.province_id = d.province_id and n.id = d.plan_id and n.state <> 'withdrawn'
     where d.province_id = ${provinceId} and d.withdrawn_at is null
       and (${planId}::uuid is null or d.plan_id = ${planId}::uuid)
     group by 1 order by 2 desc, 1`.execute(db);
  return rows;
}

export interface LeaderPost {
  readonly id: string;
  readonly title: string;
  readonly holder: string | null;
}

/** Posts of leaders that somebody may act through on the day. */
export async function leaderPosts({ db, provinceId }: Scope, today: string): Promise<LeaderPost[]> {
  const { rows } = await sql<LeaderPost>`
    select p.id, p.title,
           (select n.full_name from post_holder h join person n on n.province_id = h.province_id and n.id = h.person_id
             where h.province_id = p.province_id and h.post_id = p.id and h.valid_from <= ${today}::date
               and (h.valid_to is null or h.valid_to > ${today}::date) order by h.valid_from desc limit 1) as holder
      from post p
     where p.province_id = ${provinceId} and p.role = 'leader'
       and coalesce(p.valid_from, '-infinity') <= ${today}::date and (p.valid_to is null or p.valid_to > ${today}::date)
     order by p.title, p.id`.execute(db);
  return rows;
}

/** The organisation of the Office: it assigns and verifies what leaders order. */
export async function officeOrganisation({ db, provinceId }: Scope, today: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select p.organisation_id as id from post p
     where p.province_id = ${provinceId} and p.role = 'office'
       and coalesce(p.valid_from, '-infinity') <= ${today}::date and (p.valid_to is null or p.valid_to > ${today}::date)
     order by p.id limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

/** Plan of what a directive is about; undefined when there is no such thing, null when it belongs to no plan. */
export async function planOfSubject(
  { db, provinceId }: Scope,
  type: DirectiveSubject,
  id: string,
): Promise<string | null | undefined> {
  const from = { task: sql`task`, target: sql`target`, case: sql`backlog_case` }[type];
  const { rows } = await sql<{ planId: string | null }>`
    select plan_id as "planId" from ${from} where province_id = ${provinceId} and id = ${id}`.execute(db);
  return rows[0] === undefined ? undefined : rows[0].planId;
}

/** The last place in the order of a plan. */
export async function lastPosition({ db, provinceId }: Scope, planId: string): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`
    select max(position) as last from task_life where province_id = ${provinceId} and plan_id = ${planId}`.execute(db);
  return rows[0]?.last ?? 0;
}

export interface NewDirective {
  readonly id: string;
  readonly planId: string;
  readonly kind: 'directive' | 'conclusion';
  readonly givenOn: string;
  readonly postId: string | null;
  readonly givenBy: string;
  readonly text: string;
  readonly about: { readonly type: DirectiveSubject; readonly id: string } | null;
  readonly source: {
    readonly documentId: string;
    readonly itemId: string;
    readonly spanStart: number;
    readonly spanEnd: number;
    readonly quote: string;
  } | null;
  readonly taskId: string;
  readonly now: Date;
}

export async function insertDirective({ db, provinceId }: Scope, one: NewDirective): Promise<void> {
  await db
    .insertInto('directive')
    .values({
      province_id: provinceId,
      id: one.id,
      plan_id: one.planId,
      kind: one.kind,
      given_on: one.givenOn,
      post_id: one.postId,
      given_by: one.givenBy,
      text: one.text,
      subject_type: one.about?.type ?? null,
      subject_id: one.about?.id ?? null,
      document_id: one.source?.documentId ?? null,
      item_id: one.source?.itemId ?? null,
      span_start: one.source?.spanStart ?? null,
      span_end: one.source?.spanEnd ?? null,
      quote: one.source?.quote ?? null,
      task_id: one.taskId,
      created_at: one.now,
    })
    .execute();
}

/** What of a directive changes, by the names that events use. */
export interface DirectiveFields {
  readonly text: string;
  readonly givenOn: string;
  readonly withdrawnAt: string | null;
  readonly withdrawnReason: string | null;
}

/** Writes over a row that was locked; the words of its task follow. */
export async function saveDirective(
  { db, provinceId }: Scope,
  row: DirectiveRow,
  fields: DirectiveFields,
): Promise<void> {
  await sql`update directive set text = ${fields.text}, given_on = ${fields.givenOn}, withdrawn_at = ${fields.withdrawnAt},
      withdrawn_reason = ${fields.withdrawnReason}, version = version + 1
     where province_id = ${provinceId} and id = ${row.id}`.execute(db);
  if (fields.text !== row.text && row.taskId !== null)
    await sql`update task_life set text = ${fields.text}, words = words_of(${fields.text}), version = version + 1
       where province_id = ${provinceId} and task_id = ${row.taskId}`.execute(db);
}

export async function removeDirective({ db, provinceId }: Scope, id: string): Promise<void> {
  await db.deleteFrom('directive').where('province_id', '=', provinceId).where('id', '=', id).execute();
}

/** Directives made of the items of a document, that stand: id by item. */
export async function directivesOfItems({ db, provinceId }: Scope, documentId: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ itemId: string; id: string }>`
    select item_id as "itemId", id from directive
     where province_id = ${provinceId} and document_id = ${documentId} and item_id is not null and withdrawn_at is null`.execute(
    db,
  );
  return new Map(rows.map(({ itemId, id }) => [itemId, id]));
}
