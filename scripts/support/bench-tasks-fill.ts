/** Fills a province with many tasks that are followed, by COPY: words of the samples, agencies of the province, every state. */
import { readdirSync, readFileSync } from 'node:fs';
import { addDays } from '#base/date.ts';
import type { TaskState } from '#delivery/standing.ts';
import { connectForCopy } from '#store/backup/copy.ts';
import { newId } from '#store/ids.ts';
import { copy } from './bench-fill.ts';

export interface FilledTasks {
  readonly planIds: readonly string[];
  /** Ids of tasks that wait to be told of, led by the body of the agency lead. */
  readonly open: readonly string[];
}

/** How often each state is, of ten. */
const STATES: readonly TaskState[] = [
  'draft',
  'assigned',
  'accepted',
  'in-progress',
  'in-progress',
  'in-progress',
  'reported',
  'verified',
  'verified',
  'suspended',
];
const PLANS = 10;

/** `own`: the organisation of the agency lead who is asked about their work; each fiftieth task is theirs. */
export async function fillTasks(
  url: string,
  provinceId: number,
  given: { readonly tasks: number; readonly today: string; readonly own: string },
): Promise<FilledTasks> {
  const { today, own } = given;
  const client = await connectForCopy(url, 'bamsat-bench');
  try {
    await client.query("select set_config('bamsat.province', $1, false)", [String(provinceId)]);
    const { rows } = await client.query(
      'select id from organisation where province_id = $1 and valid_to is null order by id',
      [provinceId],
    );
    const bodies = rows.map((row) => row.id as string);
    const tables = ['plan', 'task', 'task_life'];
    await client.query('begin');
    for (const table of tables) await client.query(`alter table ${table} no force row level security`);
    const planIds = Array.from({ length: PLANS }, () => newId());
    await copy(client, 'plan', 'province_id, id, title, year_from, year_to, state, created_at', planIds, (id, i) => [
      provinceId,
      id,
      `Kế hoạch ${2017 + i}`,
      2017 + i,
      2017 + i,
      'published',
      `${today}T00:00:00Z`,
    ]);
    const sentences = sentencesOfSamples();
    const tasks = Array.from({ length: given.tasks }, (_, i) => {
      const text = `${sentences[i % sentences.length]} (${i})`;
      const state = STATES[(i * 7 + Math.floor(i / 50)) % STATES.length] as TaskState;
      const dueOn = i % 5 === 0 ? null : addDays(today, ((i * 37) % 700) - 250);
      const lead = i % 50 === 0 ? own : (bodies[i % bodies.length] as string);
      const support = bodies[(i * 13 + 1) % bodies.length] as string;
      return { id: newId(), planId: planIds[i % PLANS] as string, i, text, state, dueOn, lead, support };
    });
    await copy(client, 'task', 'province_id, id, plan_id, position, created_at, origin', tasks, (one) => [
      provinceId,
      one.id,
      one.planId,
      one.i,
      `${today}T00:00:00Z`,
      'directive',
    ]);
    const columns =
      'province_id, task_id, plan_id, origin, position, text, section, group_title, products, words, state, state_since, printed_due_on, due_on, lead_ids, support_ids, reported_on, done_on, told_at';
    await copy(client, 'task_life', columns, tasks, (one) => [
      provinceId,
      one.id,
      one.planId,
      'directive',
      one.i,
      one.text,
      `III.${(one.i % 12) + 1}`,
      `Nhóm ${(one.i % 12) + 1}`,
      one.i % 4 === 0 ? '{scheme}' : '{}',
      '',
      one.state,
      `${today}T00:00:00Z`,
      one.dueOn,
      one.dueOn,
      `{${one.lead}}`,
      `{${one.support}}`,
      one.state === 'reported' || one.state === 'verified' ? addDays(today, -(one.i % 90)) : null,
      one.state === 'verified' ? addDays(today, -(one.i % 90)) : null,
      one.i % 3 === 0 ? null : `${addDays(today, -(one.i % 60))}T02:00:00Z`,
    ]);
    await client.query('update task_life set words = words_of(text) where province_id = $1', [provinceId]);
    for (const table of tables) await client.query(`alter table ${table} force row level security`);
    await client.query('commit');
    await client.query('vacuum full task_life');
    await client.query('vacuum analyze');
    const open = tasks.filter((one) => one.lead === own && one.state === 'in-progress').map((one) => one.id);
    return { planIds, open: open.slice(0, 500) };
  } finally {
    await client.end();
  }
}

function sentencesOfSamples(): string[] {
  const folder = new URL('../../samples/', import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) =>
      readFileSync(new URL(name, folder), 'utf8')
        .normalize('NFC')
        .split(/[.;]\s/),
    )
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text.length > 60 && text.length < 400);
}
