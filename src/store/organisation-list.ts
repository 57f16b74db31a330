/** The list of organisations as of a day, and the posts of one with their people. */
import { sql } from 'kysely';
import type { Role } from '#plan/rights.ts';
import type { Scope } from './database.ts';

export interface OrganisationRow {
  readonly id: string;
  readonly code: string | null;
  readonly kind: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly parentId: string | null;
  readonly parentName: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly version: number;
}

export interface OrganisationFilter {
  readonly asOf: string;
  /** Without tone marks, lower case. */
  readonly bareText?: string | undefined;
  readonly kind?: string | undefined;
  readonly standing: 'active' | 'ended' | 'all';
  readonly after?: { readonly position: number; readonly id: string } | undefined;
  readonly limit: number;
}

/** In the order of the province's list. */
export async function listOrganisations(
  { db, provinceId }: Scope,
  { asOf, bareText, kind, standing, after, limit }: OrganisationFilter,
): Promise<(OrganisationRow & { readonly position: number })[]> {
  const pattern = bareText ? `%${bareText.replace(/[\\%_]/g, '\\$&')}%` : null;
  const { rows } = await sql<OrganisationRow & { position: number }>`
    select o.id, o.code, o.kind, o.position, o.version, o.valid_from as "validFrom", o.valid_to as "validTo",
           n.name, n.short_name as "shortName", p.parent_id as "parentId", a.name as "parentName"
      from organisation o
      join lateral (${nameOf(sql.ref('o.id'), provinceId, asOf)}) n on true
      left join lateral (
        select parent_id from organisation_parent
         where province_id = ${provinceId} and organisation_id = o.id
           and coalesce(valid_from, '-infinity') <= least(${asOf}::date, o.valid_to - 1)
           and coalesce(valid_to, 'infinity') > least(${asOf}::date, o.valid_to - 1)
         limit 1) p on true
      left join lateral (${nameOf(sql.ref('p.parent_id'), provinceId, asOf)}) a on true
     where o.province_id = ${provinceId}
       and ${
         standing === 'active'
           ? sql`coalesce(o.valid_from, '-infinity') <= ${asOf}::date and coalesce(o.valid_to, 'infinity') > ${asOf}::date`
           : standing === 'ended'
             ? sql`o.valid_to <= ${asOf}::date`
             : sql`true`
       }
       ${kind ? sql`and o.kind = ${kind}` : sql``}
       ${
         pattern
           ? sql`and (exists (select from organisation_name x where x.province_id = ${provinceId}
                   and x.organisation_id = o.id
                   and lower(unaccent(x.name || ' ' || coalesce(x.short_name, ''))) like ${pattern})
                 or o.code like ${pattern})`
           : sql``
       }
       ${after ? sql`and (o.position, o.id) > (${after.position}, ${after.id}::uuid)` : sql``}
     order by o.position, o.id
     limit ${limit}`.execute(db);
  return rows;
}

/** The name on a day, else the last before it, else the first. */
function nameOf(id: ReturnType<typeof sql.ref>, provinceId: number, asOf: string) {
  return sql`select name, short_name from organisation_name
    where province_id = ${provinceId} and organisation_id = ${id}
    order by coalesce(valid_from, '-infinity') <= ${asOf}::date desc,
             case when coalesce(valid_from, '-infinity') <= ${asOf}::date then -ordinal else ordinal end
    limit 1`;
}

export interface PostWithHolders {
  readonly id: string;
  readonly title: string;
  readonly role: Role;
  readonly holders: { id: string; fullName: string }[];
}

/** Posts of an organisation on a day, with who holds them then. */
export async function postsOfOrganisation(
  { db, provinceId }: Scope,
  id: string,
  asOf: string,
): Promise<PostWithHolders[]> {
  const { rows } = await sql<PostWithHolders>`
    select o.id, o.title, o.role, coalesce(h.holders, '[]') as holders
      from post o
      left join lateral (
        select jsonb_agg(jsonb_build_object('id', p.id, 'fullName', p.full_name) order by p.full_name) as holders
          from post_holder x join person p on p.province_id = x.province_id and p.id = x.person_id
         where x.province_id = ${provinceId} and x.post_id = o.id
           and x.valid_from <= ${asOf}::date and coalesce(x.valid_to, 'infinity') > ${asOf}::date) h on true
     where o.province_id = ${provinceId} and o.organisation_id = ${id}
       and coalesce(o.valid_from, '-infinity') <= ${asOf}::date and coalesce(o.valid_to, 'infinity') > ${asOf}::date
     order by o.title, o.id`.execute(db);
  return rows;
}
