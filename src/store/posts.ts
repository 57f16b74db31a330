/** Posts (chức danh) of organisations and who holds them, from–to. */
import { sql } from 'kysely';
import type { Role } from '#plan/rights.ts';
import type { Scope } from './database.ts';

export interface PostRow {
  readonly id: string;
  readonly title: string;
  readonly role: Role;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly version: number;
  readonly holders: readonly {
    readonly id: string;
    readonly person: { readonly id: string; readonly fullName: string };
    readonly from: string;
    readonly to: string | null;
  }[];
}

export interface PostFilter {
  readonly id?: string | undefined;
  readonly organisationId?: string | undefined;
  /** Only posts that have not ended on that day. */
  readonly asOf?: string | undefined;
  readonly after?: { readonly title: string; readonly id: string } | undefined;
  readonly limit: number;
}

export async function listPosts({ db, provinceId }: Scope, filter: PostFilter, today: string): Promise<PostRow[]> {
  const where = [
    sql`o.province_id = ${provinceId}`,
    ...(filter.id ? [sql`o.id = ${filter.id}`] : []),
    ...(filter.organisationId ? [sql`o.organisation_id = ${filter.organisationId}`] : []),
    ...(filter.asOf ? [sql`(o.valid_to is null or o.valid_to > ${filter.asOf})`] : []),
    ...(filter.after
      ? [
          sql`(o.title collate "vi-VN-x-icu", o.id) > (${filter.after.title} collate "vi-VN-x-icu", ${filter.after.id}::uuid)`,
        ]
      : []),
  ];
  const { rows } = await sql<PostRow>`
    select o.id, o.title, o.role, o.valid_from as "validFrom", o.valid_to as "validTo", o.version,
           jsonb_build_object('id', o.organisation_id, 'name', coalesce(n.name, '')) as organisation,
           coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'from', h.valid_from, 'to', h.valid_to,
                'person', jsonb_build_object('id', p.id, 'fullName', p.full_name)) order by h.valid_from desc, p.full_name)
              from post_holder h join person p on p.province_id = h.province_id and p.id = h.person_id
             where h.province_id = o.province_id and h.post_id = o.id), '[]'::jsonb) as holders
      from post o
      left join lateral (
        select name from organisation_name n
         where n.province_id = o.province_id and n.organisation_id = o.organisation_id
         order by (n.valid_from is null or n.valid_from <= ${today}) and (n.valid_to is null or n.valid_to > ${today}) desc,
                  n.valid_from desc nulls last
         limit 1) n on true
     where ${sql.join(where, sql` and `)}
     order by o.title collate "vi-VN-x-icu", o.id
     limit ${filter.limit}`.execute(db);
  return rows;
}

/** False when there is no such post of that version. */
export async function updatePost(
  { db, provinceId }: Scope,
  id: string,
  version: number,
  set: { readonly title?: string; readonly role?: Role; readonly valid_to?: string | null },
): Promise<boolean> {
  const row = await db
    .updateTable('post')
    .set((e) => ({ ...set, version: e('version', '+', 1) }))
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function organisationExists({ db, provinceId }: Scope, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('organisation')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

export async function findHolding({ db, provinceId }: Scope, id: string) {
  return db
    .selectFrom('post_holder')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Whether the person holds the post at some time of [from, to). */
export async function holdsBetween(
  { db, provinceId }: Scope,
  postId: string,
  personId: string,
  from: string,
  to: string | null,
): Promise<boolean> {
  const { rows } = await sql`
    select from post_holder
     where province_id = ${provinceId} and post_id = ${postId} and person_id = ${personId}
       and daterange(valid_from, valid_to) && daterange(${from}::date, ${to}::date) limit 1`.execute(db);
  return rows.length > 0;
}

/** Ends a holding on a day, which is the first on which it no longer holds; one that has not begun is taken back. */
export async function endHolding({ db, provinceId }: Scope, id: string, on: string): Promise<void> {
  await sql`delete from post_holder where province_id = ${provinceId} and id = ${id} and valid_from >= ${on}`.execute(
    db,
  );
  await sql`update post_holder set valid_to = ${on}, version = version + 1
     where province_id = ${provinceId} and id = ${id}`.execute(db);
}

/** Ends every holding of a post that goes on beyond the day. */
export async function endHoldingsOf({ db, provinceId }: Scope, postId: string, on: string): Promise<void> {
  await sql`delete from post_holder where province_id = ${provinceId} and post_id = ${postId} and valid_from >= ${on}`.execute(
    db,
  );
  await sql`update post_holder set valid_to = ${on}, version = version + 1
     where province_id = ${provinceId} and post_id = ${postId} and (valid_to is null or valid_to > ${on})`.execute(db);
}

/**
 * Whether somebody active administers the province today and without an end. Call after the change, within its
 * transaction; changes that could take away the last one wait for each other here.
 */
export async function hasAdministrator({ db, provinceId }: Scope, today: string): Promise<boolean> {
  const { rows } = await sql<{ now: boolean; lasting: boolean }>`
    select coalesce(bool_or(h.valid_from <= ${today}), false) as now,
           coalesce(bool_or(h.valid_to is null and o.valid_to is null), false) as lasting
      from post o
      join post_holder h on h.province_id = o.province_id and h.post_id = o.id
      join person p on p.province_id = h.province_id and p.id = h.person_id and p.state = 'active'
       and (p.password_hash is not null or p.oidc_subject is not null)
     where o.province_id = ${provinceId} and o.role = 'admin'
       and (h.valid_to is null or h.valid_to > ${today}) and (o.valid_to is null or o.valid_to > ${today})`.execute(db);
  return rows[0] !== undefined && rows[0].now && rows[0].lasting;
}

/** Held until the transaction ends: who may take an administrator away waits for who is just doing so. */
export async function lockAdministration({ db, provinceId }: Scope): Promise<void> {
  await sql`select pg_advisory_xact_lock(7301, ${provinceId})`.execute(db);
}
