/** One running PostgreSQL: starts it on a free port of 127.0.0.1, waits until it takes connections, stops it, and says when it ended. */
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { err, ok, type Result } from '#base/result.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { launch, type Reach } from './launch.ts';
import { holdsWithin, postmasterOf, serversIn, signalServer } from './processes.ts';
import { explain, type StoreRefusal } from './refusals.ts';

type ServerSignal = 'SIGINT' | 'SIGQUIT' | 'SIGKILL';

/** How long, in milliseconds, a server may take to write everything down; to end at once; to notice that its postmaster is gone. */
const PATIENCE = { fast: 60_000, immediate: 10_000, orphaned: 2_000 };
const LAST_WORDS = 500;
const PORT_TRIES = 5;
const KEPT_LINES = 20;
const MB = 2 ** 20;

export interface Server {
  readonly port: number;
  /** Resolves with the exit and the last lines of the log, whoever ended it. */
  readonly exited: Promise<string>;
  /** Ends it in order. When our own process ends first, the server is asked to end too. */
  stop(): Promise<void>;
}

/**
 * Settings that every start gives anew, so that a new release changes them for existing data too.
 * Texts of failed statements and the values in them never reach the log: they are the province's data.
 */
export function defaultSettings(): Record<string, string> {
  const memory = Math.min(totalmem(), process.constrainedMemory() || totalmem());
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '60',
    shared_buffers: memory >= 4096 * MB ? '256MB' : '128MB',
    effective_cache_size: `${Math.floor(memory / MB / 2)}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    random_page_cost: '1.1',
    jit: 'off',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    wal_compression: 'on',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    idle_in_transaction_session_timeout: '5min',
  };
}

/** Starts it. A port that another program took in the meantime is no refusal; nor is a killed server that has not quite gone. */
export async function startServer(
  folder: string,
  at: Reach,
  account: Account | null,
  binaries: Binaries,
  settings: Readonly<Record<string, string>>,
  log: (line: string) => void,
): Promise<Result<Server, StoreRefusal>> {
  for (let attempt = 1; ; attempt++) {
    const started = await startOnce(folder, at, account, binaries, settings, log);
    if (started.ok || attempt >= PORT_TRIES || !['no-port', 'in-use'].includes(started.error.code)) return started;
    if (started.error.code === 'in-use') await pause(1_000);
  }
}

async function startOnce(
  folder: string,
  at: Reach,
  account: Account | null,
  binaries: Binaries,
  settings: Readonly<Record<string, string>>,
  log: (line: string) => void,
): Promise<Result<Server, StoreRefusal>> {
  const port = await findPort();
  const all = Object.entries({ ...defaultSettings(), ...settings, port: String(port) });
  const args = ['-D', at.name, ...all.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  // A session of its own: Ctrl-C in the terminal must reach us, who then stop it in order, and not the database directly.
  const child = launch(binaries.postgres, args, account, at, { detached: true });
  const last: string[] = [];
  let rest = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    last.splice(0, Math.max(0, last.push(...lines) - KEPT_LINES));
    for (const line of lines) log(line);
  });
  const abandon = () => child.kill('SIGINT');
  process.once('exit', abandon);
  let hasEnded = false;
  const exited = new Promise<string>((done) => {
    const end = (how: string) => {
      hasEnded = true;
      process.off('exit', abandon);
      done([...last, rest, how].filter((line) => line !== '').join('\n'));
    };
    child.once('error', (error) => end(error.message));
    child.once('exit', async (code, signal) => {
      // Its last words may still be in the pipe; but backends that outlive it hold the pipe open, so they are not waited for long.
      await Promise.race([new Promise((closed) => child.once('close', closed)), pause(LAST_WORDS)]);
      end(signal ? `postgres: signal ${signal}` : `postgres: exit ${code}`);
    });
  });
  const isReady = () => {
    const known = postmasterOf(folder);
    return hasEnded || (known?.pid === child.pid && known?.ready === true);
  };
  await holdsWithin(Number.POSITIVE_INFINITY, isReady);
  if (hasEnded) return err(explain(await exited));
  // Waiting for nothing but the database keeps no process alive: it then ends, and the database with it.
  const pipe = child.stderr as unknown as { ref(): void; unref(): void };
  child.unref();
  pipe.unref();
  return ok({
    port,
    exited,
    async stop() {
      child.ref();
      pipe.ref();
      const tell = (signal: ServerSignal) => child.pid && signalServer(child.pid, signal, binaries.pgCtl);
      if (!hasEnded) await endInOrder(tell, () => hasEnded, log);
    },
  });
}

/**
 * Ends what works in the folder and is not our child: a postmaster in order, backends that lost theirs at once.
 * @returns whether there was anything, and whether any of it still lives
 */
export async function endStrangers(
  folder: string,
  binaries: Binaries,
  log: (line: string) => void,
): Promise<'none' | 'ended' | 'alive'> {
  const found = serversIn(folder);
  if (found.length === 0) return 'none';
  const main = postmasterOf(folder)?.pid;
  const tell = (signal: ServerSignal) => {
    const all = serversIn(folder);
    const told = signal === 'SIGINT' ? all.filter((pid) => pid === main) : all;
    for (const pid of told) signalServer(pid, signal, binaries.pgCtl);
  };
  const isGone = () => serversIn(folder).length === 0;
  const hasMain = main !== undefined && found.includes(main);
  return (await endInOrder(tell, isGone, log, hasMain ? PATIENCE.fast : PATIENCE.orphaned)) ? 'ended' : 'alive';
}

/** Asks for an orderly end, then for an end at once, from which the next start recovers, then ends by force. */
async function endInOrder(
  tell: (signal: ServerSignal) => void,
  isGone: () => boolean,
  log: (line: string) => void,
  patience = PATIENCE.fast,
): Promise<boolean> {
  tell('SIGINT');
  if (await holdsWithin(patience, isGone)) return true;
  log('PostgreSQL did not end in time and is ended at once');
  tell('SIGQUIT');
  if (await holdsWithin(PATIENCE.immediate, isGone)) return true;
  tell('SIGKILL');
  return holdsWithin(PATIENCE.immediate, isGone);
}

/** A port that is free now. */
async function findPort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done, fail) => {
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', done);
  });
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (address === null || typeof address === 'string') throw new Error('a listening socket has a port');
  return address.port;
}
