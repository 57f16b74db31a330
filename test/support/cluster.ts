/**
 * One PostgreSQL for a run of tests. `npm test` starts it before the first file (`globalSetup`); a file that runs alone
 * starts its own. With BAMSAT_TEST_SERVER the tests use that server instead: the address of a role that may create databases.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '#store/embedded/embedded.ts';
import { migrate } from '#store/migrate.ts';

const TEMPLATE = 'bamsat_template';

interface Cluster {
  /** Address of the role that owns the databases. */
  readonly url: string;
  stop(): Promise<void>;
}

async function start(): Promise<Cluster> {
  const given = process.env.BAMSAT_TEST_SERVER;
  if (given) return { url: given, stop: async () => {} };
  const directory = mkdtempSync(join(tmpdir(), 'bamsat-test-'));
  const started = await startEmbedded({
    directory,
    log: () => {},
    // Nothing here outlives the run; what fsync promises is tested where the promise is made.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  if (!started.ok) throw new Error(started.error.en);
  return {
    url: started.value.url,
    stop: async () => {
      await started.value.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function makeTemplate(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(`drop database if exists ${TEMPLATE} with (force)`);
    await client.query(`create database ${TEMPLATE}`);
  });
  const migrated = await migrate(databaseUrl(url, TEMPLATE));
  if (!migrated.ok) throw new Error(migrated.error.en);
}

let whole: Cluster | null = null;

/** For `node --test --test-global-setup`. */
export async function globalSetup(): Promise<void> {
  whole = await start();
  await makeTemplate(whole.url);
  process.env.BAMSAT_TEST_CLUSTER = whole.url;
}

export async function globalTeardown(): Promise<void> {
  await whole?.stop();
}

/** Of a file that runs alone. */
let own: Promise<Cluster> | null = null;
let databases = 0;

async function clusterUrl(): Promise<string> {
  const given = process.env.BAMSAT_TEST_CLUSTER;
  if (given) return given;
  own ??= (async () => {
    const cluster = await start();
    await makeTemplate(cluster.url);
    return cluster;
  })();
  return (await own).url;
}

/** A migrated database of its own; drop it in the end. */
export async function freshDatabase(): Promise<string> {
  const cluster = await clusterUrl();
  databases++;
  const name = `test_${randomBytes(8).toString('hex')}`;
  await withClient(cluster, (client) => client.query(`create database ${name} template ${TEMPLATE}`));
  return databaseUrl(cluster, name);
}

/** Drops it, also when connections are still open; with the last one the file's own cluster ends. */
export async function dropDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await withClient(await clusterUrl(), (client) => client.query(`drop database if exists ${name} with (force)`));
  databases--;
  if (databases > 0 || !own) return;
  const cluster = await own;
  own = null;
  await cluster.stop();
}

function databaseUrl(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
