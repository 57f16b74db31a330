/**
 * `npm run bench:web`: the server with 10,000 documents and 1,000,000 events, server, database and load on this machine.
 * About five minutes. `-- --write` puts the results into docs/benchmarks/web.md; `-- --quick` is a short try with less.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PAGES, preparePages } from '#server/pages.ts';
import { runningUrl } from '#store/embedded/attach.ts';
import type { Client } from '#test/support/server.ts';
import { type Felt, feel } from './support/bench-browser.ts';
import { fill } from './support/bench-fill.ts';
import { count, provinceOf, ROW_HEAD, row, signIn, start } from './support/bench-server.ts';
import { putLoad } from './support/load.ts';
import { writeMarked } from './support/marked.ts';

const { values: options } = parseArgs({ options: { write: { type: 'boolean' }, quick: { type: 'boolean' } } });
const DOCUMENTS = options.quick ? 1_000 : 10_000;
const EVENTS = options.quick ? 20_000 : 1_000_000;
const SECONDS = options.quick ? 1 : 10;
const USERS = 50;
const PAGE = 'docs/benchmarks/web.md';
const PROVINCE = 'hung-yen';

const folder = mkdtempSync(join(tmpdir(), 'bamsat-bench-'));
const data = join(folder, 'data');
const lines: string[] = [];

try {
  await bench();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function bench(): Promise<void> {
  const pages = await preparePages((line) => console.log(line));
  if (!pages.ok) say(`${pages.error.en}; going on with those of an earlier build`);
  const demo = await start(data, ['scripts/demo.ts', '--no-pages'], /^Sẵn sàng/);
  await demo.stop();
  let server = await start(data, ['bin/bamsat', 'serve'], /^Bám Sát: (\S+)$/);
  try {
    const client = await signIn(server.said, PROVINCE, 'van-phong');
    const url = runningUrl(data) ?? '';
    const provinceId = provinceOf(client);
    say('filling');
    const began = performance.now();
    const { documents } = await fill(url, provinceId, { documents: DOCUMENTS, events: EVENTS });
    const filled = (performance.now() - began) / 1000;
    say(`${count(DOCUMENTS)} documents and ${count(EVENTS)} events in ${filled.toFixed(0)} s`);
    await loads(server.said, client, documents, url, provinceId);
    // Anew: the limit of requests for pages counts those of the load too.
    await server.stop();
    server = await start(data, ['bin/bamsat', 'serve'], /^Bám Sát: (\S+)$/);
    await browser(server.said).catch((error) => {
      say(`the browser: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
      process.exitCode = 1;
    });
  } finally {
    await server.stop();
  }
  if (!options.write) return;
  const machine = `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}, load of the machine at the end ${loadavg()[0]?.toFixed(1)}`;
  const said = `${count(DOCUMENTS)} documents and ${count(EVENTS)} events in one province; ${USERS} users at once on connections that stay, ${SECONDS} s a route; server, database, load and browser on the same ${machine}.`;
  writeFileSync(PAGE, writeMarked(readFileSync(PAGE, 'utf8'), 'web', [said, '', ...lines].join('\n')));
}

async function loads(address: string, client: Client, documents: readonly string[], url: string, provinceId: number) {
  const plan = (await client.get('/plans')).body.items[0].id as string;
  const words = ['tăng trưởng', 'nông thôn mới', 'dau tu cong', 'ngân sách', '12/NQ', 'chuyển đổi số', 'giải ngân'];
  const api = '/api/v1';
  const run = (next: Parameters<typeof putLoad>[0]['next'], seconds = SECONDS) =>
    putLoad({ address, cookie: client.cookie, users: USERS, seconds, next });
  lines.push(...ROW_HEAD);
  const list = await run(() => ({ path: `${api}/documents?limit=50` }));
  lines.push(row('document list', list, '≤ 100'));
  lines.push(row('plan page (its targets)', await run(() => ({ path: `${api}/plans/${plan}/targets` })), '≤ 100'));
  lines.push(
    row(
      'search',
      await run((user, turn) => ({
        path: `${api}/search?q=${encodeURIComponent(words[(user + turn) % words.length] ?? '')}&limit=6&snippets=false`,
      })),
      '≤ 100',
    ),
  );
  lines.push(
    row(
      'write: header of a document',
      await run((user, turn, last) => ({
        method: 'PATCH',
        path: `${api}/documents/${documents[user]}`,
        body: { version: last ? JSON.parse(last.body).version : 1, title: `Về việc số ${turn}` },
      })),
      '≤ 150',
    ),
  );
  await decisions(address);
  const bare = await start(data, ['scripts/support/bare-server.ts', url, String(provinceId), '50'], /^(http:\S+)$/);
  const next = () => ({ path: '/list' });
  const floor = await putLoad({ address: bare.said, cookie: '', users: USERS, seconds: SECONDS, next });
  await bare.stop();
  const again = await run(() => ({ path: `${api}/documents?limit=50` }));
  lines.push(row('bare Fastify route, same SQL', floor, ''));
  lines.push(row('document list, right after it', again, ''));
  const share = (again.perSecond / floor.perSecond) * 100;
  lines.push(
    '',
    `The document list reaches **${share.toFixed(0)} %** of the bare route's requests/s (asked for: ≥ 50 %).`,
    '',
  );
  say(lines.at(-2) ?? '');
}

/** Fifty people decide, each their own item, of the reviews that are open in another province of the same database. */
async function decisions(address: string): Promise<void> {
  const client = await signIn(address, 'ha-tinh', 'van-phong');
  const items: { document: string; id: string; version: number }[] = [];
  for (const { id, reviewState } of (await client.get('/documents')).body.items) {
    if (reviewState === 'published') continue;
    const review = (await client.get(`/documents/${id}/review`)).body;
    for (const item of review.items)
      if (item.kind === 'task') items.push({ document: id, id: item.id, version: item.version });
  }
  const next: Parameters<typeof putLoad>[0]['next'] = (user, turn, last) => {
    const item = items[user % items.length] as (typeof items)[number];
    const version = last ? (JSON.parse(last.body).items[0].version as number) : item.version;
    return {
      method: 'POST',
      path: `/api/v1/documents/${item.document}/review/decide`,
      body: { items: [{ id: item.id, version }], decision: turn % 2 === 0 ? 'accepted' : 'open' },
    };
  };
  lines.push(
    row(
      'write: decision on an item',
      await putLoad({ address, cookie: client.cookie, users: USERS, seconds: SECONDS, next }),
      '≤ 150',
    ),
  );
}

async function browser(address: string): Promise<void> {
  const client = await signIn(address, 'ha-tinh', 'van-phong');
  const documents = (await client.get('/documents')).body.items as { id: string; fileName: string }[];
  const longest = documents.find(({ fileName }) => fileName.startsWith('Chương trình')) ?? documents[0];
  const cookies = client.cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1) };
  });
  const felt: Felt = await feel({ address, cookies, review: `/van-ban/${longest?.id}/ra-soat` });
  const kilobytes = firstScripts() / 1024;
  const table = [
    '| What a person feels | measured | asked for |',
    '| --- | ---: | ---: |',
    `| script of the first load, compressed (gzip) | ${kilobytes.toFixed(0)} KB | ≤ 350 KB |`,
    `| sign-in page takes what is typed, processor 4× slower | ${(felt.interactive / 1000).toFixed(2)} s | ≤ 2 s |`,
    `| list of documents shown, signed in, nothing cached, 4× slower | ${(felt.listed / 1000).toFixed(2)} s | |`,
    felt.scroll
      ? `| review of the longest sample, scrolled: time between frames, median / p95; later than 25 ms | ${felt.scroll.p50.toFixed(1)} / ${felt.scroll.p95.toFixed(1)} ms; ${(felt.scroll.late * 100).toFixed(1)} % | 60 frames/s |`
      : '| review of the longest sample, scrolled | nothing to scroll | 60 frames/s |',
    felt.search
      ? `| search: from the key to results, median / p95 | ${felt.search.p50.toFixed(0)} / ${felt.search.p95.toFixed(0)} ms | ≤ 50 ms |`
      : '| search: from the key to results | nothing came | ≤ 50 ms |',
  ];
  lines.push(...table);
  for (const line of table) say(line);
}

/** Bytes of the scripts that the first page names, as gzip sends them. */
function firstScripts(): number {
  const html = readFileSync(join(PAGES, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((match) => match[1] as string);
  const has = new Set(readdirSync(PAGES, { recursive: true, encoding: 'utf8' }));
  return named.reduce((sum, file) => sum + statSync(join(PAGES, has.has(`${file}.gz`) ? `${file}.gz` : file)).size, 0);
}

function say(line: string): void {
  console.log(line);
}
