/** Names of organisations by id, as they are on a day; of one that has ended, its last name. */
import { sql } from 'kysely';
import type { Scope } from './database.ts';

export async function organisationNames(
  { db, provinceId }: Scope,
  ids: Iterable<string>,
  today: string,
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct on (n.organisation_id) n.organisation_id as id, n.name from organisation_name n
     where n.province_id = ${provinceId} and n.organisation_id = any(${wanted})
     order by n.organisation_id, (coalesce(n.valid_from, '-infinity') <= ${today}::date
              and (n.valid_to is null or n.valid_to > ${today}::date)) desc, n.ordinal desc`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export interface PostName {
  readonly id: string;
  readonly title: string;
  readonly organisationId: string;
  readonly holder: string | null;
}

/** Posts with who holds them on the day. */
export async function postNames(
  { db, provinceId }: Scope,
  ids: Iterable<string>,
  today: string,
): Promise<Map<string, PostName>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<PostName>`
    select p.id, p.title, p.organisation_id as "organisationId",
           (select n.full_name from post_holder h join person n on n.province_id = h.province_id and n.id = h.person_id
             where h.province_id = p.province_id and h.post_id = p.id and h.valid_from <= ${today}::date
               and (h.valid_to is null or h.valid_to > ${today}::date) order by h.valid_from desc limit 1) as holder
      from post p where p.province_id = ${provinceId} and p.id = any(${wanted})`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** True for an organisation of the province that exists on the day. */
export async function isActive({ db, provinceId }: Scope, id: string, today: string): Promise<boolean> {
  const { rows } = await sql`select from organisation o where o.province_id = ${provinceId} and o.id = ${id}
     and coalesce(o.valid_from, '-infinity') <= ${today}::date and (o.valid_to is null or o.valid_to > ${today}::date)`.execute(
    db,
  );
  return rows.length > 0;
}
