/** Faults that a server has to bear, each as a walk that throws where something was lost. `scripts/test-faults.ts` takes the long way. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { firstBrokenEvent, openArchive } from '#store/backup/restore.ts';
import { runningUrl } from '#store/embedded/attach.ts';
import { again, bamsat, ServerProcess, setUp, type Team } from './server-process.ts';

export const PASSWORD = 'Sông La xanh 1930';
const WRITERS = 6;

export type Say = (line: string) => void;

export function newFolder(): { readonly data: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'bamsat-faults-'));
  return { data: join(folder, 'data'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** What the server said it did. */
interface Promised {
  readonly people: Map<string, string>;
  readonly documents: Set<string>;
}

/** Writes as fast as the server takes it, until it is gone or told to end. */
function writeAlong({ admin, office }: Team, promised: Promised, tag: string): { end(): Promise<void> } {
  let going = true;
  const writer = async (number: number) => {
    for (let i = 0; going; i++) {
      const login = `${tag}-${number}-${i}`;
      try {
        if (i % 8 === 7) {
          const bytes = Buffer.from(`NGHỊ QUYẾT ${login}\nPhấn đấu tăng trưởng đạt ${i} %.\n`.repeat(200));
          const answer = await office.send('POST', `/documents?fileName=${login}.txt`, bytes);
          if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
          promised.documents.add(answer.body.document.id);
          continue;
        }
        const answer = await admin.post('/people', { fullName: `Người ${login}`, login, email: null, deliver: 'link' });
        if (answer.status === 201) promised.people.set(login, answer.body.person.id);
        else throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
      } catch (error) {
        if (error instanceof TypeError || !going) return; // fetch: the server is gone
        throw error;
      }
    }
  };
  const writers = Promise.all(Array.from({ length: WRITERS }, (_, number) => writer(number)));
  writers.catch(() => {});
  return {
    async end() {
      going = false;
      await writers;
    },
  };
}

/** Works in the province of a data directory whose server runs. */
async function inDatabase<T>(data: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: runningUrl(data) ?? '' });
  await client.connect();
  try {
    await client.query("select set_config('bamsat.province', '1', false)");
    return await work(client);
  } finally {
    await client.end();
  }
}

async function checkPromised(data: string, { people, documents }: Promised): Promise<number> {
  return inDatabase(data, async (client) => {
    const { rows: found } = await client.query<{ id: string; login: string }>('select id, login from person');
    const logins = new Map(found.map(({ id, login }) => [login, id]));
    for (const [login, id] of people) assert.equal(logins.get(login), id, `${login} was acknowledged and is gone`);
    const { rows: kept } = await client.query<{ id: string }>(
      `select d.id from document d join blob b on b.province_id = d.province_id and b.sha256 = d.sha256
        where b.size = (select sum(length(bytes)) from blob_chunk c where c.province_id = b.province_id and c.sha256 = b.sha256)`,
    );
    const ids = new Set(kept.map(({ id }) => id));
    for (const id of documents) assert.ok(ids.has(id), `document ${id} was acknowledged and is gone`);
    const { rows: told } = await client.query<{ subject_id: string }>(
      "select subject_id from event where kind = 'person.added'",
    );
    const events = new Set(told.map(({ subject_id }) => subject_id));
    for (const id of people.values()) assert.ok(events.has(id), `the log misses ${id}`);
    const all = new Set(found.map(({ id }) => id));
    for (const id of events) assert.ok(all.has(id), `the log tells of ${id}, who is not there`);
    assert.equal(await firstBrokenEvent(client, 1), null, 'the chain of events is whole');
    const { rows } = await client.query('select seq::int as seq from event_chain');
    return rows[0].seq as number;
  });
}

export interface KillReport {
  readonly rounds: number;
  readonly writes: number;
  readonly events: number;
  /** Slowest start after a kill, milliseconds. */
  readonly slowest: number;
}

/** SIGKILL in the middle of writes, again and again: the group alone, then with the database. */
export async function killRounds(rounds: number, say: Say = () => {}): Promise<KillReport> {
  const { data, remove } = newFolder();
  const promised: Promised = { people: new Map(), documents: new Set() };
  let team: Team | null = null;
  let slowest = 0;
  let events = 0;
  let server: ServerProcess | null = null;
  try {
    for (let round = 0; round <= rounds; round++) {
      server = await ServerProcess.start(data);
      team = team ? again(server, team) : await setUp(server, PASSWORD);
      if (round === 0) say('the first run is done');
      else {
        slowest = Math.max(slowest, server.startedIn);
        events = await checkPromised(data, promised);
      }
      if (round === rounds) break;
      const before = promised.people.size + promised.documents.size;
      const writers = writeAlong(team, promised, `r${round}`);
      await pause(150 + Math.random() * 900);
      await server.kill(round % 2 === 1);
      server = null;
      await writers.end();
      const writes = promised.people.size + promised.documents.size - before;
      say(
        `round ${round + 1}: ${writes} writes acknowledged, then killed${round % 2 === 1 ? ' with its database' : ''}`,
      );
    }
    assert.equal(await server?.stop(), 0);
    server = null;
    return { rounds, writes: promised.people.size + promised.documents.size, events, slowest };
  } finally {
    await server?.kill(true).catch(() => {});
    remove();
  }
}

/** One server with an administrator who is signed in; it is stopped in the end. */
export async function withServer<T>(work: (server: ServerProcess, team: Team) => Promise<T>): Promise<T> {
  const { data, remove } = newFolder();
  const server = await ServerProcess.start(data);
  try {
    return await work(server, await setUp(server, PASSWORD));
  } finally {
    await server.stop();
    remove();
  }
}

/** Backup while others write; restored elsewhere it gives the same sums again. */
export async function backupUnderLoad(
  server: ServerProcess,
  team: Team,
  seconds: number,
): Promise<{ rows: number; bytes: number }> {
  const { data, remove } = newFolder();
  const file = join(`${data}.first.bamsat`);
  const second = join(`${data}.second.bamsat`);
  const writers = writeAlong(team, { people: new Map(), documents: new Set() }, 'load');
  try {
    await pause(seconds * 1000);
    const saved = await bamsat(server.data, 'backup', file);
    assert.equal(saved.code, 0, saved.errors);
    await writers.end();
    const restored = await bamsat(data, 'restore', file);
    assert.equal(restored.code, 0, restored.errors);
    const again = await bamsat(data, 'backup', second);
    assert.equal(again.code, 0, again.errors);
    const [one, two] = [await openArchive(file), await openArchive(second)];
    assert.ok(one.ok && two.ok);
    assert.deepEqual(two.value.manifest, one.value.manifest);
    const rows = one.value.manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return { rows, bytes: one.value.size };
  } finally {
    await writers.end().catch(() => {});
    remove();
  }
}

/** Archives with one bit turned, or cut off, are refused by the command and touch nothing. */
export async function damagedArchives(server: ServerProcess, tries: number): Promise<void> {
  const { data, remove } = newFolder();
  const file = `${data}.bamsat`;
  const bad = `${data}.bad.bamsat`;
  try {
    const saved = await bamsat(server.data, 'backup', file);
    assert.equal(saved.code, 0, saved.errors);
    const whole = readFileSync(file);
    for (let i = 0; i < tries; i++) {
      const place = Math.floor(Math.random() * whole.length);
      const turned = Buffer.from(i % 2 === 0 ? whole : whole.subarray(0, place));
      if (i % 2 === 0) turned[place] = (turned[place] as number) ^ (1 << (i % 8));
      writeFileSync(bad, turned);
      const refused = await bamsat(data, 'restore', bad);
      assert.equal(refused.code, 1, `byte ${place}`);
      assert.equal(existsSync(data), false, 'nothing was touched');
    }
  } finally {
    remove();
  }
}

export async function secondServer(server: ServerProcess): Promise<void> {
  const second = await bamsat(server.data, 'serve');
  assert.equal(second.code, 1);
  assert.match(second.errors, /đang được một máy chủ Bám Sát khác dùng/);
  assert.equal((await server.client().get('/setup')).status, 200, 'the first goes on');
}

/** Everybody adds one to a number that all of them see, each on what they read: no addition may be lost. */
export async function manyEditors({ admin: client }: Team, editors: number): Promise<{ conflicts: number }> {
  const start = await client.post('/people', {
    fullName: 'Số 0',
    login: `so-${Date.now()}`,
    email: null,
    deliver: 'link',
  });
  const path = `/people/${start.body.person.id}`;
  let conflicts = 0;
  const editor = async () => {
    for (;;) {
      const { version, fullName } = (await client.get(path)).body;
      const next = `Số ${Number(fullName.slice(3)) + 1}`;
      const answer = await client.patch(path, { version, fullName: next });
      if (answer.status === 200) return;
      assert.equal(answer.status, 409, JSON.stringify(answer.body));
      conflicts++;
      await pause(Math.random() * 400);
    }
  };
  await Promise.all(Array.from({ length: editors }, editor));
  assert.equal((await client.get(path)).body.fullName, `Số ${editors}`);
  return { conflicts };
}

/** An upload that breaks off in the middle: no document, no bytes, no file. */
export async function brokenUpload(server: ServerProcess, { office: client }: Team): Promise<void> {
  const count = () =>
    inDatabase(
      server.data,
      async (db) =>
        (await db.query('select (select count(*) from document) + (select count(*) from blob_chunk) as n')).rows[0].n,
    );
  const files = () => readdirSync(tmpdir()).filter((name) => name.startsWith('bamsat-upload-'));
  const before = await count();
  const had = files();
  const url = new URL(`${server.address}/api/v1/documents?fileName=dut.txt`);
  await new Promise<void>((resolve) => {
    const upload = request(url, {
      method: 'POST',
      headers: {
        cookie: client.cookie,
        'x-bamsat-csrf': '1',
        'content-type': 'application/octet-stream',
        'content-length': 5_000_000,
      },
    });
    upload.on('error', () => resolve());
    upload.write(Buffer.alloc(1_000_000, 65), () => upload.destroy());
  });
  // A request afterwards is answered after the broken one was seen.
  await client.get('/setup');
  assert.equal(await count(), before);
  assert.deepEqual(
    files().filter((name) => !had.includes(name)),
    [],
  );
}

/** A document whose reading was killed is read by the next server. Gives the milliseconds that took. */
export async function jobCarriedOn(): Promise<number> {
  const { data, remove } = newFolder();
  let server = await ServerProcess.start(data);
  try {
    const team = await setUp(server, PASSWORD);
    const client = team.office;
    const bytes = readFileSync(new URL('../../samples/002_2c9fae8ba58c7bbf.txt', import.meta.url));
    const uploaded = await client.send('POST', '/documents?fileName=dai.txt', bytes);
    const { id } = uploaded.body.document;
    const stateOf = async () => (await client.get(`/documents/${id}`)).body.state;
    while ((await stateOf()) === 'waiting') await pause(2);
    await server.kill(true);
    server = await ServerProcess.start(data);
    const began = performance.now();
    const second = again(server, team).office;
    for (;;) {
      const { state } = (await second.get(`/documents/${id}`)).body;
      if (state === 'read') break;
      assert.notEqual(state, 'refused');
      assert.ok(performance.now() - began < 120_000, 'it is carried on');
      await pause(100);
    }
    return performance.now() - began;
  } finally {
    await server.stop().catch(() => {});
    remove();
  }
}
