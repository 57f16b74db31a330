/**
 * The least that could answer a list (`documents` or `tasks`): a Fastify route that sends the very statements of the list
 * and writes their rows as JSON. What stands between this and the real route is what the real one costs.
 */
import Fastify from 'fastify';
import pg from 'pg';
import { dateIn } from '#base/date.ts';
import { Database, type Scope } from '#store/database.ts';
import { listDocuments } from '#store/documents.ts';
import { organisationNames, postNames } from '#store/organisation-names.ts';
import { listFollowed } from '#store/task-list.ts';
import { unfoundAgencies } from '#store/tasks.ts';

const [, , url = '', province = '', limit = '50', which = 'documents'] = process.argv;

const LISTS: Readonly<Record<string, (scope: Scope) => Promise<unknown>>> = {
  documents: (scope) => listDocuments(scope, { deleted: false }, 'date', null, Number(limit) + 1),
  tasks: async (scope) => {
    const today = dateIn(new Date());
    const after = { sort: 'order', after: null, limit: Number(limit) + 1 } as const;
    const rows = await listFollowed(scope, { today }, after);
    const page = rows.slice(0, Number(limit));
    const bodies = page.flatMap((row) => [...row.leadIds, ...row.supportIds]);
    await organisationNames(scope, bodies, today);
    await postNames(
      scope,
      page.flatMap((row) => row.postId ?? []),
      today,
    );
    await unfoundAgencies(
      scope,
      page.filter((row) => row.state === 'draft' && row.origin === 'document').map((row) => row.id),
    );
  },
};

/** The statements that the list sends, taken down while it sends them. */
async function statementsOfList(): Promise<{ text: string; values: unknown[] }[]> {
  const taken: { text: string; values: unknown[] }[] = [];
  const database = await Database.open({ url, connections: 1 });
  const scope = database.scope(Number(province));
  const compiler = scope.db.getExecutor();
  const own = compiler.executeQuery.bind(compiler);
  compiler.executeQuery = ((query: { sql: string; parameters: readonly unknown[] }, ...rest: unknown[]) => {
    taken.push({ text: query.sql, values: [...query.parameters] });
    return (own as (...args: unknown[]) => unknown)(query, ...rest);
  }) as typeof compiler.executeQuery;
  await LISTS[which]?.(scope);
  await database.close();
  return taken;
}

const statements = await statementsOfList();
if (statements.length === 0) throw new Error('the list sent no statement');
// Days and instants as texts, as the real route has them.
for (const type of [1082, 1184]) pg.types.setTypeParser(type, (text: string) => text);
const pool = new pg.Pool({
  connectionString: url,
  max: 12,
  onConnect: async (client: pg.ClientBase) => {
    await client.query("select set_config('bamsat.province', $1, false)", [province]);
  },
} as pg.PoolConfig);
const app = Fastify({ logger: false });
app.get('/list', async () => {
  const answers: unknown[][] = [];
  // Prepared, as the server has what it asks often.
  for (const [i, { text, values }] of statements.entries())
    answers.push((await pool.query({ name: `list_${i}`, text, values })).rows);
  return { items: answers.flat() };
});
console.log(await app.listen({ host: '127.0.0.1', port: 0 }));
process.once('SIGTERM', async () => {
  await app.close();
  await pool.end();
});
