/** People as a list (danh sách cán bộ), with the posts that they hold on a day, found with or without marks. */
import { sql } from 'kysely';
import { bare } from '#base/fold.ts';
import type { Role } from '#plan/rights.ts';
import type { Scope } from './database.ts';

export interface PersonRow {
  readonly id: string;
  readonly fullName: string;
  readonly login: string;
  readonly email: string | null;
  readonly state: 'active' | 'disabled';
  readonly anonymised: boolean;
  readonly hasPassword: boolean;
  readonly hasTotp: boolean;
  readonly hasOidc: boolean;
  readonly mustChangePassword: boolean;
  readonly lockedUntil: string | null;
  readonly lastSeenAt: string | null;
  readonly version: number;
  readonly posts: readonly {
    readonly id: string;
    readonly title: string;
    readonly role: Role;
    readonly organisation: { readonly id: string; readonly name: string };
    readonly holdingId: string;
    readonly from: string;
    readonly to: string | null;
  }[];
}

export interface PeopleFilter {
  readonly text?: string | undefined;
  readonly organisationId?: string | undefined;
  readonly role?: Role | undefined;
  readonly state?: 'active' | 'disabled' | undefined;
  readonly id?: string | undefined;
  readonly after?: { readonly name: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** In the order of Vietnamese names; `posts` are those held on `today` or later. */
export async function listPeople({ db, provinceId }: Scope, filter: PeopleFilter, now: Date, today: string) {
  const words = bare((filter.text ?? '').normalize('NFC'))
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const holds = (what: ReturnType<typeof sql>) => sql`exists (
    select from post_holder h join post o on o.province_id = h.province_id and o.id = h.post_id
     where h.province_id = p.province_id and h.person_id = p.id and ${what}
       and h.valid_from <= ${today} and (h.valid_to is null or h.valid_to > ${today})
       and (o.valid_to is null or o.valid_to > ${today}))`;
  const where = [
    sql`p.province_id = ${provinceId}`,
    ...(filter.id ? [sql`p.id = ${filter.id}`] : [sql`p.anonymised_at is null`]),
    ...words.map((word) => sql`p.folded like ${word}`),
    ...(filter.state ? [sql`p.state = ${filter.state}`] : []),
    ...(filter.organisationId ? [holds(sql`o.organisation_id = ${filter.organisationId}`)] : []),
    ...(filter.role ? [holds(sql`o.role = ${filter.role}`)] : []),
    ...(filter.after
      ? [
          sql`(p.full_name collate "vi-VN-x-icu", p.id) > (${filter.after.name} collate "vi-VN-x-icu", ${filter.after.id}::uuid)`,
        ]
      : []),
  ];
  const { rows } = await sql<PersonRow>`
    select p.id, p.full_name as "fullName", p.login, p.email, p.state, p.anonymised_at is not null as anonymised,
           p.password_hash is not null as "hasPassword", p.totp_secret is not null as "hasTotp",
           p.oidc_subject is not null as "hasOidc", p.must_change_password as "mustChangePassword", p.version,
           (select l.locked_until from lock_out l where l.province_id = p.province_id
               and l.login_hash = encode(sha256(convert_to(p.login, 'UTF8')), 'hex') and l.locked_until > ${now}) as "lockedUntil",
           (select max(s.seen_at) from session s where s.province_id = p.province_id and s.person_id = p.id) as "lastSeenAt",
           coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'title', o.title, 'role', o.role,
                'organisation', jsonb_build_object('id', o.organisation_id, 'name', coalesce(n.name, '')),
                'holdingId', h.id, 'from', h.valid_from, 'to', h.valid_to) order by h.valid_from, o.title)
              from post_holder h
              join post o on o.province_id = h.province_id and o.id = h.post_id
              left join lateral (
                select name from organisation_name n
                 where n.province_id = o.province_id and n.organisation_id = o.organisation_id
                 order by (n.valid_from is null or n.valid_from <= ${today}) and (n.valid_to is null or n.valid_to > ${today}) desc,
                          n.valid_from desc nulls last
                 limit 1) n on true
             where h.province_id = p.province_id and h.person_id = p.id
               and (h.valid_to is null or h.valid_to > ${today})
               and (o.valid_to is null or o.valid_to > ${today})), '[]'::jsonb) as posts
      from person p
     where ${sql.join(where, sql` and `)}
     order by p.full_name collate "vi-VN-x-icu", p.id
     limit ${filter.limit}`.execute(db);
  return rows;
}

/** Everything that is kept of a person, but secrets: for the person's own request (Luật Bảo vệ dữ liệu cá nhân). */
export async function exportPerson({ db, provinceId }: Scope, id: string) {
  const posts = await sql<Record<string, string | null>>`
    select o.title, o.role, o.organisation_id as "organisationId", h.valid_from as "from", h.valid_to as "to",
           (select name from organisation_name n where n.province_id = o.province_id and n.organisation_id = o.organisation_id
             order by n.valid_from desc nulls last limit 1) as organisation
      from post_holder h join post o on o.province_id = h.province_id and o.id = h.post_id
     where h.province_id = ${provinceId} and h.person_id = ${id} order by h.valid_from`.execute(db);
  const sessions = await sql<Record<string, string | null>>`
    select created_at as "createdAt", seen_at as "seenAt", ended_at as "endedAt", device, address, method
      from session where province_id = ${provinceId} and person_id = ${id} order by created_at desc limit 2000`.execute(
    db,
  );
  const events = await sql<Record<string, string | number | null>>`
    select seq, at, kind, subject_type as "subjectType", subject_id as "subjectId"
      from event where province_id = ${provinceId}
       and (person_id = ${id} or (subject_type = 'person' and subject_id = ${id}))
     order by seq desc limit 10000`.execute(db);
  return { posts: posts.rows, sessions: sessions.rows, events: events.rows };
}
