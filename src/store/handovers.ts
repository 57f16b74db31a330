/** Handovers (bàn giao): who followed whom in a post, the list that was made then; posts that nobody holds. */
import { sql } from 'kysely';
import type { HandoverBody } from '#delivery/handover.ts';
import type { Role } from '#plan/rights.ts';
import type { Scope } from './database.ts';

export interface Succession {
  readonly postId: string;
  readonly title: string;
  readonly role: Role;
  readonly organisationId: string;
  readonly fromPersonId: string;
  readonly from: string;
  readonly toPersonId: string;
  readonly to: string;
  readonly onDay: string;
}

/** Those of the last month who followed somebody in a post and have no list yet; of one post when it is said. */
export async function openSuccessions(
  { db, provinceId }: Scope,
  today: string,
  postId: string | null,
): Promise<Succession[]> {
  const { rows } = await sql<Succession>`
    select h.post_id as "postId", o.title, o.role, o.organisation_id as "organisationId", before.person_id as "fromPersonId",
           f.full_name as "from", h.person_id as "toPersonId", t.full_name as "to",
           greatest(h.valid_from, before.valid_to) as "onDay"
      from post_holder h
      join post o on o.province_id = h.province_id and o.id = h.post_id
       and (o.valid_from is null or o.valid_from <= ${today}::date) and (o.valid_to is null or o.valid_to > ${today}::date)
      join lateral (select b.person_id, b.valid_to from post_holder b
                     where b.province_id = h.province_id and b.post_id = h.post_id and b.person_id <> h.person_id
                       and b.valid_to <= ${today}::date order by b.valid_to desc, b.id desc limit 1) before on true
      join person f on f.province_id = h.province_id and f.id = before.person_id
      join person t on t.province_id = h.province_id and t.id = h.person_id
     where h.province_id = ${provinceId} ${postId === null ? sql`` : sql`and h.post_id = ${postId}`}
       and h.valid_from <= ${today}::date and (h.valid_to is null or h.valid_to > ${today}::date)
       and greatest(h.valid_from, before.valid_to) > ${today}::date - 31
       and not exists (select from handover x where x.province_id = h.province_id and x.post_id = h.post_id
             and x.to_person_id = h.person_id and x.on_day >= greatest(h.valid_from, before.valid_to))
     order by h.post_id, h.id`.execute(db);
  return rows;
}

export interface HandoverRow {
  readonly id: string;
  readonly postId: string;
  readonly organisationId: string;
  readonly fromPersonId: string | null;
  readonly toPersonId: string | null;
  readonly onDay: string;
  readonly madeAt: string;
  readonly receivedAt: string | null;
  readonly body: HandoverBody;
}

export async function insertHandover(
  { db, provinceId }: Scope,
  row: Omit<HandoverRow, 'madeAt' | 'receivedAt' | 'organisationId'> & { readonly now: Date },
): Promise<void> {
  await sql`insert into handover (province_id, id, post_id, from_person_id, to_person_id, on_day, body, made_at)
    values (${provinceId}, ${row.id}, ${row.postId}, ${row.fromPersonId}, ${row.toPersonId}, ${row.onDay},
            ${JSON.stringify(row.body)}::jsonb, ${row.now})`.execute(db);
}

const columns = sql`x.id, x.post_id as "postId", o.organisation_id as "organisationId", x.from_person_id as "fromPersonId",
  x.to_person_id as "toPersonId", x.on_day as "onDay", x.made_at as "madeAt", x.received_at as "receivedAt", x.body`;

export async function findHandover({ db, provinceId }: Scope, id: string): Promise<HandoverRow | null> {
  const { rows } = await sql<HandoverRow>`select ${columns} from handover x
      join post o on o.province_id = x.province_id and o.id = x.post_id
     where x.province_id = ${provinceId} and x.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Whose: all of the province, or those of a person and of an organisation. The newest first. */
export async function listHandovers(
  { db, provinceId }: Scope,
  filter: {
    readonly whose: { readonly personId: string | null; readonly organisationId: string | null } | null;
    /** Only what this person has not received. */
    readonly toReceive: string | null;
    readonly after: { readonly madeAt: string; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<HandoverRow[]> {
  const { whose, toReceive, after, limit } = filter;
  const { rows } = await sql<HandoverRow>`select ${columns} from handover x
      join post o on o.province_id = x.province_id and o.id = x.post_id
     where x.province_id = ${provinceId}
       ${whose === null ? sql`` : sql`and (${whose.personId}::uuid in (x.from_person_id, x.to_person_id) or o.organisation_id = ${whose.organisationId}::uuid)`}
       ${toReceive === null ? sql`` : sql`and x.to_person_id = ${toReceive} and x.received_at is null`}
       ${after === null ? sql`` : sql`and (x.made_at, x.id) < (${after.madeAt}::timestamptz, ${after.id}::uuid)`}
     order by x.made_at desc, x.id desc limit ${limit}`.execute(db);
  return rows;
}

/** False when it was received already. */
export async function receiveHandover({ db, provinceId }: Scope, id: string, now: Date): Promise<boolean> {
  const { rows } = await sql`update handover set received_at = ${now}
     where province_id = ${provinceId} and id = ${id} and received_at is null returning id`.execute(db);
  return rows.length > 0;
}

/** What is tied to a post besides tasks; `organisationId`: it acts for that organisation as its head. */
export async function tiedToPost(
  { db, provinceId }: Scope,
  postId: string,
  organisationId: string | null,
): Promise<Pick<HandoverBody, 'cases' | 'directives' | 'unread'>> {
  const cases = await sql<HandoverBody['cases'][number]>`
    select c.id, c.title, c.due_on as "dueOn" from backlog_case c
     where c.province_id = ${provinceId} and c.state <> 'closed'
       and (c.post_id = ${postId} or c.organisation_id = ${organisationId}::uuid)
     order by c.due_on, c.id limit 200`.execute(db);
  const directives = await sql<HandoverBody['directives'][number]>`
    select d.id, d.text, d.task_id as "taskId" from directive d
      left join task_life l on l.province_id = d.province_id and l.task_id = d.task_id
     where d.province_id = ${provinceId} and d.post_id = ${postId} and d.withdrawn_at is null
       and coalesce(l.state, 'assigned') not in ('verified', 'cancelled')
     order by d.given_on, d.id limit 200`.execute(db);
  const unread = await sql<{ count: number }>`select count(*)::int as count from notice
     where province_id = ${provinceId} and post_id = ${postId} and read_at is null`.execute(db);
  return { cases: cases.rows, directives: directives.rows, unread: unread.rows[0]?.count ?? 0 };
}

/** Day from which nobody has held the posts; null for one that nobody ever held. */
export async function vacantSince(
  { db, provinceId }: Scope,
  postIds: readonly string[],
  today: string,
): Promise<Map<string, string | null>> {
  const { rows } = await sql<{ id: string; since: string | null }>`
    select o.id, (select max(h.valid_to) from post_holder h where h.province_id = o.province_id and h.post_id = o.id
                   and h.valid_to <= ${today}::date) as since
      from post o where o.province_id = ${provinceId} and o.id = any(${postIds}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, since }) => [id, since]));
}
