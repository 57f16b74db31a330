/**
 * `npm run bench:tasks`: the server with 100,000 tasks and 1,000,000 events, server, database and load on this machine.
 * `-- --write` puts the results into docs/benchmarks/tasks.md; `-- --quick` is a short try with less.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dateIn } from '#base/date.ts';
import { runningUrl } from '#store/embedded/attach.ts';
import type { Client } from '#test/support/server.ts';
import { fill } from './support/bench-fill.ts';
import { count, provinceOf, ROW_HEAD, row, signIn, start } from './support/bench-server.ts';
import { type FilledTasks, fillTasks } from './support/bench-tasks-fill.ts';
import { putLoad } from './support/load.ts';
import { writeMarked } from './support/marked.ts';

const { values: options } = parseArgs({ options: { write: { type: 'boolean' }, quick: { type: 'boolean' } } });
const TASKS = options.quick ? 5_000 : 100_000;
const EVENTS = options.quick ? 20_000 : 1_000_000;
const SECONDS = options.quick ? 1 : 10;
const EXPORTED = options.quick ? 1_000 : 10_000;
const USERS = 50;
const PAGE = 'docs/benchmarks/tasks.md';
const PROVINCE = 'hung-yen';
const API = '/api/v1';

const data = join(mkdtempSync(join(tmpdir(), 'bamsat-bench-')), 'data');
const lines: string[] = [...ROW_HEAD];

try {
  await bench();
} finally {
  rmSync(join(data, '..'), { recursive: true, force: true });
}

async function bench(): Promise<void> {
  const demo = await start(data, ['scripts/demo.ts', '--no-pages'], /^Sẵn sàng/);
  await demo.stop();
  const server = await start(data, ['bin/bamsat', 'serve'], /^Bám Sát: (\S+)$/);
  try {
    const office = await signIn(server.said, PROVINCE, 'van-phong');
    const head = await signIn(server.said, PROVINCE, 'giam-doc');
    const url = runningUrl(data) ?? '';
    const provinceId = provinceOf(office);
    const own = (await head.get('/session')).body.posts[0].organisation.id as string;
    console.log('filling');
    await fill(url, provinceId, { documents: 1_000, events: EVENTS });
    const filled = await fillTasks(url, provinceId, { tasks: TASKS, today: dateIn(new Date()), own });
    await loads(server.said, office, head, filled, own);
    await exportIt(server.said, office, filled);
    await share(server.said, office, url, provinceId);
  } finally {
    await server.stop();
  }
  if (!options.write) return;
  const machine = `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}, load of the machine at the end ${loadavg()[0]?.toFixed(1)}`;
  const said = `${count(TASKS)} tasks and ${count(EVENTS)} events in one province; ${USERS} users at once on connections that stay, without a pause, ${SECONDS} s a route; server, database and load on the same ${machine}.`;
  writeFileSync(PAGE, writeMarked(readFileSync(PAGE, 'utf8'), 'tasks', [said, '', ...lines].join('\n')));
}

async function loads(address: string, office: Client, head: Client, { planIds, open }: FilledTasks, own: string) {
  const run = (client: Client, next: Parameters<typeof putLoad>[0]['next']) =>
    putLoad({ address, cookie: client.cookie, users: USERS, seconds: SECONDS, next });
  const words = ['đề án', 'nông thôn mới', 'dau tu cong', 'ngân sách', 'chuyển đổi số', 'giải ngân', 'moi truong'];
  const word = (user: number, turn: number) => encodeURIComponent(words[(user + turn) % words.length] ?? '');
  const get = (path: (user: number, turn: number) => string) => (user: number, turn: number) => ({
    path: `${API}${path(user, turn)}`,
  });
  const plan = (user: number) => planIds[user % planIds.length];
  lines.push(
    row(
      'first page of all tasks',
      await run(
        office,
        get(() => '/tasks?limit=50'),
      ),
      '≤ 100',
    ),
  );
  lines.push(
    row(
      'first page of a plan',
      await run(
        office,
        get((user) => `/tasks?plan=${plan(user)}&limit=50`),
      ),
      '≤ 100',
    ),
  );
  lines.push(
    row(
      'filtered: late tasks of an agency, by deadline',
      await run(
        office,
        get(() => `/tasks?organisation=${own}&role=lead&standing=overdue&sort=due&limit=50`),
      ),
      '≤ 100',
    ),
  );
  lines.push(
    row(
      'filtered: a part of a plan, two standings, a quarter',
      await run(
        office,
        get(
          (user) => `/tasks?plan=${plan(user)}&section=III.4&standing=in-time,due-soon&from=2026-10-01&to=2027-03-31`,
        ),
      ),
      '≤ 100',
    ),
  );
  lines.push(
    row(
      'search in tasks',
      await run(
        office,
        get((user, turn) => `/tasks?q=${word(user, turn)}&limit=50`),
      ),
      '≤ 100',
    ),
  );
  lines.push(
    row(
      'search over everything',
      await run(
        office,
        get((user, turn) => `/search?q=${word(user, turn)}&limit=6&snippets=false`),
      ),
      '≤ 100',
    ),
  );
  lines.push(
    row(
      'counts by standing of a plan',
      await run(
        office,
        get((user) => `/tasks/counts?plan=${plan(user)}`),
      ),
      '',
    ),
  );
  lines.push(
    row(
      'my work (head of an agency)',
      await run(
        head,
        get(() => '/my-work'),
      ),
      '≤ 100',
    ),
  );
  lines.push(
    row(
      'write: progress of a task',
      await run(head, (user, turn, last) => ({
        method: 'POST',
        path: `${API}/tasks/${open[user]}/acts`,
        body: { version: last ? JSON.parse(last.body).version : 1, act: 'update', text: `Đã xong bước ${turn}` },
      })),
      '≤ 150',
    ),
  );
  const told = (turn: number, user: number, last: { readonly body: string } | null) => ({
    method: 'POST',
    path: `${API}/tasks/${open[100 + user]}/acts`,
    body: { version: last ? JSON.parse(last.body).version : 1, act: 'update', text: `Đã xong bước ${turn}` },
  });
  lines.push(
    row(
      'both at once: 45 at their work, 5 write without a pause (each write makes it be counted anew)',
      await run(head, (user, turn, last) => (user < 5 ? told(turn, user, last) : { path: `${API}/my-work` })),
      '',
    ),
  );
}

/** The workbook of many tasks: how long, how soon its first bytes come. */
async function exportIt(address: string, office: Client, { planIds }: FilledTasks): Promise<void> {
  const asked = `/tasks/export.xlsx?plan=${planIds[0]}`;
  const took: { first: number; all: number; bytes: number }[] = [];
  for (let i = 0; i < 3; i++) took.push(await download(`${address}${API}${asked}`, office.cookie));
  took.sort((a, b) => a.all - b.all);
  const { first, all, bytes } = took[1] as (typeof took)[number];
  const line = `Excel of ${count(EXPORTED)} tasks (median of three): **${(all / 1000).toFixed(2)} s**, first bytes after ${first.toFixed(0)} ms, ${(bytes / 1024).toFixed(0)} KB (asked for: ≤ 3 s, streamed).`;
  console.log(line);
  lines.push('', line);
}

function download(url: string, cookie: string): Promise<{ first: number; all: number; bytes: number }> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers: { cookie }, agent: new Agent() }, (response) => {
      let bytes = 0;
      let first = 0;
      response.on('data', (part: Buffer) => {
        first ||= performance.now() - began;
        bytes += part.length;
      });
      response.on('end', () =>
        response.statusCode === 200
          ? resolve({ first, all: performance.now() - began, bytes })
          : reject(new Error(`the workbook: ${response.statusCode}`)),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** The list against a bare route with the same statements, one right after the other, twice. */
async function share(address: string, office: Client, url: string, provinceId: number): Promise<void> {
  const shares: number[] = [];
  for (let i = 0; i < 2; i++) {
    const bare = await start(
      data,
      ['scripts/support/bare-server.ts', url, String(provinceId), '50', 'tasks'],
      /^(http:\S+)$/,
    );
    const load = { users: USERS, seconds: SECONDS };
    const floor = await putLoad({ ...load, address: bare.said, cookie: '', next: () => ({ path: '/list' }) });
    await bare.stop();
    const real = await putLoad({
      ...load,
      address,
      cookie: office.cookie,
      next: () => ({ path: `${API}/tasks?limit=50` }),
    });
    shares.push((real.perSecond / floor.perSecond) * 100);
    if (i > 0) continue;
    lines.splice(lines.length - 2, 0, row('bare Fastify route, same SQL', floor, ''));
    lines.splice(lines.length - 2, 0, row('first page of all tasks, right after it', real, ''));
  }
  const said = shares.map((one) => `${one.toFixed(0)} %`).join(' and ');
  const line = `The list of tasks reaches **${said}** of the bare route's requests/s (asked for: ≥ 50 %).`;
  console.log(line);
  lines.push('', line, '');
}
