/** Notices (thông báo) of posts: made once for each thing told of, listed, counted, read; who is there to be told. */
import { sql } from 'kysely';
import type { AtOnceKind, NoticeKind, PostFacts } from '#delivery/notice.ts';
import type { Scope } from './database.ts';
import { newId } from './ids.ts';

/** Posts that have not ended, with who holds them on the day; only of these organisations, ids, and the Office, when said. */
export async function postsToBeTold(
  { db, provinceId }: Scope,
  today: string,
  only: { readonly organisationIds: readonly string[]; readonly postIds: readonly string[] } | null = null,
): Promise<PostFacts[]> {
  const some =
    only === null
      ? sql``
      : sql`and (o.role = 'office' or o.organisation_id = any(${only.organisationIds}::uuid[]) or o.id = any(${only.postIds}::uuid[]))`;
  const { rows } = await sql<PostFacts>`
    select o.id, o.title, o.organisation_id as "organisationId", o.role,
           array(select h.person_id from post_holder h join person p on p.province_id = h.province_id and p.id = h.person_id
                  where h.province_id = o.province_id and h.post_id = o.id and p.state = 'active'
                    and h.valid_from <= ${today}::date and (h.valid_to is null or h.valid_to > ${today}::date)
                  order by h.valid_from desc, h.id) as holders
      from post o
     where o.province_id = ${provinceId} and (o.valid_from is null or o.valid_from <= ${today}::date)
       and (o.valid_to is null or o.valid_to > ${today}::date) ${some}
     order by o.id`.execute(db);
  return rows;
}

export interface NewNotice {
  readonly postId: string;
  readonly kind: NoticeKind;
  readonly key: string;
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly title: string;
  readonly text: string;
  readonly link: string;
}

/** Leaves out what was told before; gives what is new. */
export async function insertNotices(
  { db, provinceId }: Scope,
  notices: readonly NewNotice[],
  now: Date,
): Promise<{ id: string; postId: string; kind: NoticeKind }[]> {
  if (notices.length === 0) return [];
  const given = notices.map((one) => ({ id: newId(now), ...one }));
  const { rows } = await sql<{ id: string; postId: string; kind: NoticeKind }>`
    insert into notice (province_id, id, post_id, at, kind, subject_type, subject_id, title, text, link, key)
    select ${provinceId}, n.id, n."postId", ${now}, n.kind, n."subjectType", n."subjectId", n.title, n.text, n.link, n.key
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as n(id uuid, "postId" uuid, kind text, "subjectType" text,
           "subjectId" uuid, title text, text text, link text, key text)
    on conflict (province_id, post_id, key) do nothing
    returning id, post_id as "postId", kind`.execute(db);
  return rows;
}

export interface NoticeRow {
  readonly id: string;
  readonly postId: string;
  readonly at: string;
  readonly kind: NoticeKind;
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly title: string;
  readonly text: string;
  readonly link: string;
  readonly readAt: string | null;
}

const columns = sql`n.id, n.post_id as "postId", n.at, n.kind, n.subject_type as "subjectType", n.subject_id as "subjectId",
  n.title, n.text, n.link, n.read_at as "readAt"`;

/** Of one post, the newest first. */
export async function listNotices(
  { db, provinceId }: Scope,
  postId: string,
  {
    unread,
    after,
    limit,
  }: {
    readonly unread: boolean;
    readonly after: { readonly at: string; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<NoticeRow[]> {
  const { rows } = await sql<NoticeRow>`
    select ${columns} from notice n
     where n.province_id = ${provinceId} and n.post_id = ${postId} ${unread ? sql`and n.read_at is null` : sql``}
       ${after ? sql`and (n.at, n.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
     order by n.at desc, n.id desc limit ${limit}`.execute(db);
  return rows;
}

export async function countUnread({ db, provinceId }: Scope, postId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from notice
     where province_id = ${provinceId} and post_id = ${postId} and read_at is null`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Some, or all up to an instant; gives how many were unread. */
export async function markRead(
  { db, provinceId }: Scope,
  postId: string,
  which: { readonly ids: readonly string[] } | { readonly until: string },
  by: string | null,
  now: Date,
): Promise<number> {
  const some = 'ids' in which ? sql`id = any(${which.ids}::uuid[])` : sql`at <= ${which.until}::timestamptz`;
  const { rows } = await sql`update notice set read_at = ${now}, read_by = ${by}
     where province_id = ${provinceId} and post_id = ${postId} and read_at is null and ${some} returning id`.execute(
    db,
  );
  return rows.length;
}

/** True when one of them was told to the post. */
export async function areOf({ db, provinceId }: Scope, postId: string, ids: readonly string[]): Promise<boolean> {
  const { rows } = await sql`select from notice
     where province_id = ${provinceId} and post_id = ${postId} and id = any(${ids}::uuid[]) limit 1`.execute(db);
  return rows.length > 0;
}

/** Takes back what nobody has read of a key; gives the posts that lost it and those that had read it. */
export async function takeBackNotices(
  { db, provinceId }: Scope,
  key: string,
): Promise<{ readonly unread: string[]; readonly read: NoticeRow[] }> {
  const gone = await sql<{ postId: string }>`delete from notice
     where province_id = ${provinceId} and key = ${key} and read_at is null and digest_id is null
     returning post_id as "postId"`.execute(db);
  const { rows } = await sql<NoticeRow>`select ${columns} from notice n
     where n.province_id = ${provinceId} and n.key = ${key}`.execute(db);
  return { unread: gone.rows.map((row) => row.postId), read: rows };
}

/** What was told a post and is in no letter yet; nothing that was read meanwhile. */
export async function noticesForLetter(
  { db, provinceId }: Scope,
  postId: string,
  kinds: readonly NoticeKind[],
  limit: number,
): Promise<NoticeRow[]> {
  const { rows } = await sql<NoticeRow>`
    select ${columns} from notice n
     where n.province_id = ${provinceId} and n.post_id = ${postId} and n.read_at is null and n.digest_id is null
       and n.kind = any(${kinds}::text[])
     order by n.at desc, n.id desc limit ${limit}`.execute(db);
  return rows;
}

export async function findNotice({ db, provinceId }: Scope, id: string): Promise<NoticeRow | null> {
  const { rows } = await sql<NoticeRow>`select ${columns} from notice n
     where n.province_id = ${provinceId} and n.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** People who hold one of the posts today and chose to be written of such a thing at once. */
export async function wantAtOnce(
  { db, provinceId }: Scope,
  postIds: readonly string[],
  kind: AtOnceKind,
  today: string,
): Promise<{ postId: string; personId: string }[]> {
  const { rows } = await sql<{ postId: string; personId: string }>`
    select h.post_id as "postId", h.person_id as "personId" from post_holder h
      join notice_setting s on s.province_id = h.province_id and s.person_id = h.person_id
     where h.province_id = ${provinceId} and h.post_id = any(${postIds}::uuid[])
       and h.valid_from <= ${today}::date and (h.valid_to is null or h.valid_to > ${today}::date)
       and s.value -> 'atOnce' @> to_jsonb(${kind}::text)`.execute(db);
  return rows;
}

/** Day of the last assignment of each task that is open and not accepted by all; of tasks that were born assigned, that day. */
export async function lastAssigned(
  { db, provinceId }: Scope,
  taskIds: readonly string[],
): Promise<Map<string, string>> {
  if (taskIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; day: string }>`
    select l.task_id as id, (coalesce((select max(a.at) from task_act a where a.province_id = l.province_id
              and a.task_id = l.task_id and a.act in ('assign', 'reassign') and a.undone_at is null), l.state_since)
            at time zone 'Asia/Ho_Chi_Minh')::date as day
      from task_life l where l.province_id = ${provinceId} and l.task_id = any(${taskIds}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, day }) => [id, day]));
}
