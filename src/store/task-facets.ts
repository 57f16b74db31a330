/** What the tasks of a plan can be filtered by: parts of the documents, bodies (cơ quan). */
import { sql } from 'kysely';
import type { Scope } from './database.ts';

export interface TaskFacets {
  readonly tasks: number;
  readonly sections: { readonly section: string; readonly title: string; readonly tasks: number }[];
  readonly agencies: {
    readonly organisationId: string | null;
    readonly name: string;
    readonly leads: number;
    readonly supports: number;
  }[];
}

/** Of the tasks in force on a day; parts in the order of the documents, bodies by how much they lead. */
export async function taskFacets({ db, provinceId }: Scope, planId: string, asOf: string): Promise<TaskFacets> {
  const inForce = sql`task t join task_version v on v.province_id = t.province_id and v.task_id = t.id
    and v.valid_from <= ${asOf} and (v.valid_to is null or v.valid_to > ${asOf})`;
  const here = sql`t.province_id = ${provinceId} and t.plan_id = ${planId}`;
  const sections = await sql<TaskFacets['sections'][number]>`
    select v.section, v.group_title as title, count(*)::int as tasks from ${inForce}
     where ${here} and v.group_title is not null and v.section <> ''
     group by v.section, v.group_title order by min(t.position)`.execute(db);
  const agencies = await sql<TaskFacets['agencies'][number]>`
    select a.organisation_id as "organisationId", a.name,
           (count(*) filter (where a.role = 'lead'))::int as leads,
           (count(*) filter (where a.role = 'support'))::int as supports
      from ${inForce} join task_agency a on a.province_id = t.province_id and a.task_id = t.id and a.version_ordinal = v.ordinal
     where ${here} group by a.organisation_id, a.name order by leads desc, supports desc, a.name`.execute(db);
  const all = await sql<{ count: number }>`select count(*)::int as count from ${inForce} where ${here}`.execute(db);
  return { tasks: all.rows[0]?.count ?? 0, sections: sections.rows, agencies: agencies.rows };
}
