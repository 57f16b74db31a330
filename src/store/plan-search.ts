/** Targets and tasks in force, by words without tone marks. */
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from './database.ts';

const like = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

function allWords(text: RawBuilder<unknown>, words: readonly string[]): RawBuilder<unknown> {
  return sql.join(
    words.map((word) => sql`unaccent(lower(${text})) like ${like(word)}`),
    sql` and `,
  );
}

export interface FoundTarget {
  readonly id: string;
  readonly name: string;
  readonly year: number | null;
  readonly planTitle: string;
}

/** Names that begin with the words first; the newest plans first. */
function targets(provinceId: number, words: readonly string[], asOf: string, limit: number): RawBuilder<FoundTarget> {
  return sql<FoundTarget>`
    select t.id, v.name, v.year, p.title as "planTitle"
      from target t
      join target_version v on v.province_id = t.province_id and v.target_id = t.id
      join plan p on p.province_id = t.province_id and p.id = t.plan_id and p.state <> 'withdrawn'
     where t.province_id = ${provinceId} and v.valid_from <= ${asOf} and (v.valid_to is null or v.valid_to > ${asOf})
       and ${allWords(sql`v.name`, words)}
     order by unaccent(lower(v.name)) like ${like(words.join(' ')).slice(1)} desc, p.year_to desc, t.position
     limit ${limit}`;
}

export interface FoundTask {
  readonly id: string;
  readonly text: string;
  readonly dueOn: string | null;
  readonly leads: string | null;
  readonly planTitle: string;
}

function tasks(provinceId: number, words: readonly string[], asOf: string, limit: number): RawBuilder<FoundTask> {
  return sql<FoundTask>`
    select t.id, left(v.text, 300) as text, v.due_on as "dueOn", p.title as "planTitle",
           (select string_agg(a.name, ', ' order by a.ordinal) from task_agency a where a.province_id = t.province_id
               and a.task_id = t.id and a.version_ordinal = v.ordinal and a.role = 'lead') as leads
      from task t
      join task_version v on v.province_id = t.province_id and v.task_id = t.id
      join plan p on p.province_id = t.province_id and p.id = t.plan_id and p.state <> 'withdrawn'
     where t.province_id = ${provinceId} and v.valid_from <= ${asOf} and (v.valid_to is null or v.valid_to > ${asOf})
       and ${allWords(sql`v.text`, words)}
     order by p.year_to desc, t.position
     limit ${limit}`;
}

export interface FoundInPlans {
  readonly targets: readonly FoundTarget[];
  readonly tasks: readonly FoundTask[];
}

/** Both in one question: a search is asked with every letter. */
export async function findInPlans(
  { db, provinceId }: Scope,
  words: readonly string[],
  asOf: string,
  limit: number,
): Promise<FoundInPlans> {
  if (words.length === 0) return { targets: [], tasks: [] };
  const { rows } = await sql<FoundInPlans>`
    select (select coalesce(json_agg(x), '[]'::json) from (${targets(provinceId, words, asOf, limit)}) x) as targets,
           (select coalesce(json_agg(x), '[]'::json) from (${tasks(provinceId, words, asOf, limit)}) x) as tasks`.execute(
    db,
  );
  return rows[0] ?? { targets: [], tasks: [] };
}
