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

/** Tasks of the newest plan that are looked at in their order before the index of words is asked. */
const NEWEST = 1_500;

/**
 * By the index of words; the last may be the beginning of one. Also what agencies broke off and leaders ordered. Words that
 * are in many tasks are found in the newest plan at once (`newest`), where looking all of them up and sorting would cost more.
 */
function tasks(
  provinceId: number,
  words: readonly string[],
  asOf: string,
  limit: number,
  newest: boolean,
): RawBuilder<FoundTask> {
  if (words.length === 0) return sql<FoundTask>`select null where false`;
  const query = words.map((word, i) => (i === words.length - 1 ? `${word}:*` : word)).join(' & ');
  const plans = sql`plan p where p.province_id = ${provinceId} and p.state <> 'withdrawn'`;
  const from = newest
    ? sql`(select l.*, p.title as "planTitle", p.year_to
             from (select p.id, p.title, p.year_to from ${plans} order by p.year_to desc, p.id limit 1) p
             cross join lateral (select l.* from task_life l where l.province_id = ${provinceId} and l.plan_id = p.id
                                  order by l.position, l.task_id limit ${sql.lit(NEWEST)}) l
            where (l.gone_on is null or l.gone_on > ${asOf}) and l.words @@ ${query}::tsquery
            order by l.position, l.task_id limit ${sql.lit(limit)}) l`
    : sql`(select l.*, p.title as "planTitle", p.year_to from task_life l
              join plan p on p.province_id = l.province_id and p.id = l.plan_id and p.state <> 'withdrawn'
             where l.province_id = ${provinceId} and (l.gone_on is null or l.gone_on > ${asOf}) and l.words @@ ${query}::tsquery
             order by p.year_to desc, l.position, l.task_id limit ${sql.lit(limit)}) l`;
  return sql<FoundTask>`
    select l.task_id as id, left(l.text, 300) as text, l.due_on as "dueOn", l."planTitle",
           (select string_agg(n.name, ', ' order by a.ordinal) from unnest(l.lead_ids) with ordinality as a(id, ordinal)
              join lateral (select o.name from organisation_name o where o.province_id = l.province_id and o.organisation_id = a.id
                             order by (o.valid_to is null or o.valid_to > ${asOf}::date) desc, o.ordinal desc limit 1) n on true) as leads
      from ${from}
     order by l.year_to desc, l.position, l.task_id`;
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
  // The index of tasks holds letters and digits without marks.
  const indexed = words.flatMap((word) => word.split(/[^a-z0-9]+/)).filter((word) => word !== '');
  const { rows } = await sql<FoundInPlans>`
    select (select coalesce(json_agg(x), '[]'::json) from (${targets(provinceId, words, asOf, limit)}) x) as targets,
           (select coalesce(json_agg(x), '[]'::json) from (${tasks(provinceId, indexed, asOf, limit, true)}) x) as tasks`.execute(
    db,
  );
  const found = rows[0] ?? { targets: [], tasks: [] };
  if (found.tasks.length >= limit) return found;
  const all = await tasks(provinceId, indexed, asOf, limit, false).execute(db);
  return { targets: found.targets, tasks: all.rows };
}
