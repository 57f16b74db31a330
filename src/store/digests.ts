/** Daily letters (thư tổng hợp hằng ngày): one a post and day, kept with what stood in them and when they left. */
import { sql } from 'kysely';
import type { DigestBody, NoticeWish } from '#delivery/digest.ts';
import type { Scope } from './database.ts';
import { newId } from './ids.ts';

/** Somebody who holds a post today, with what they wish; null: nothing was said. */
export interface Reader {
  readonly postId: string;
  readonly personId: string;
  readonly name: string;
  readonly address: string | null;
  readonly wish: NoticeWish | null;
}

/** All holders of posts that have no letter of the day yet. */
export async function readersWithoutLetter({ db, provinceId }: Scope, today: string): Promise<Reader[]> {
  const { rows } = await sql<Reader>`
    select o.id as "postId", p.id as "personId", p.full_name as name, p.email as address, s.value as wish
      from post o
      join post_holder h on h.province_id = o.province_id and h.post_id = o.id
       and h.valid_from <= ${today}::date and (h.valid_to is null or h.valid_to > ${today}::date)
      join person p on p.province_id = h.province_id and p.id = h.person_id and p.state = 'active'
      left join notice_setting s on s.province_id = p.province_id and s.person_id = p.id
     where o.province_id = ${provinceId} and o.role not in ('supervisor', 'admin')
       and (o.valid_from is null or o.valid_from <= ${today}::date) and (o.valid_to is null or o.valid_to > ${today}::date)
       and not exists (select from digest d where d.province_id = o.province_id and d.post_id = o.id and d.day = ${today}::date)
     order by o.id, h.valid_from desc, p.id`.execute(db);
  return rows;
}

/** Takes the day of a post: null when it has its letter already. */
export async function takeDigest(
  { db, provinceId }: Scope,
  { postId, day, personId, now }: { postId: string; day: string; personId: string; now: Date },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into digest (province_id, id, post_id, day, person_id, made_at)
    values (${provinceId}, ${newId(now)}, ${postId}, ${day}, ${personId}, ${now})
    on conflict (province_id, post_id, day) do nothing returning id`.execute(db);
  return rows[0]?.id ?? null;
}

/** What stands in it, or why none is sent; the notices that go out with it are in no other letter. */
export async function fillDigest(
  { db, provinceId }: Scope,
  id: string,
  given: { readonly body: DigestBody | null; readonly skipped: string | null; readonly noticeIds: readonly string[] },
): Promise<void> {
  await sql`update digest set body = ${given.body === null ? null : JSON.stringify(given.body)}::jsonb, skipped = ${given.skipped}
     where province_id = ${provinceId} and id = ${id}`.execute(db);
  if (given.noticeIds.length > 0)
    await sql`update notice set digest_id = ${id} where province_id = ${provinceId} and id = any(${given.noticeIds}::uuid[])`.execute(
      db,
    );
}

export interface DigestRow {
  readonly id: string;
  readonly postId: string;
  readonly day: string;
  readonly sentAt: string | null;
  readonly skipped: string | null;
  readonly body: DigestBody | null;
}

export async function findDigest({ db, provinceId }: Scope, id: string): Promise<DigestRow | null> {
  const { rows } = await sql<DigestRow>`select id, post_id as "postId", day, sent_at as "sentAt", skipped, body
      from digest where province_id = ${provinceId} and id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export async function endDigest(
  { db, provinceId }: Scope,
  id: string,
  end: { readonly sentAt: Date } | { readonly skipped: string },
): Promise<void> {
  const set = 'sentAt' in end ? sql`sent_at = ${end.sentAt}` : sql`skipped = ${end.skipped}`;
  await sql`update digest set ${set} where province_id = ${provinceId} and id = ${id} and sent_at is null`.execute(db);
}

/** Letters of the day that were made before an instant and have not left: whoever was to send them was stopped. */
export async function unsentDigests({ db, provinceId }: Scope, day: string, before: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from digest where province_id = ${provinceId} and day = ${day}
     and sent_at is null and skipped is null and made_at < ${before} order by id`.execute(db);
  return rows.map(({ id }) => id);
}
