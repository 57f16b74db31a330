/** `bamsat serve` as a process of its own, which a test may kill; and the other commands beside it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Client } from './server.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BIN = join(ROOT, 'bin', 'bamsat');

function environment(data: string, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR };
  const usual = { BAMSAT_PAGES: 'no', BAMSAT_LOG_LEVEL: 'error', BAMSAT_REQUESTS_PER_MINUTE: '10000000' };
  return { ...env, BAMSAT_DATA: data, BAMSAT_PORT: '0', ...usual, ...more };
}

export class ServerProcess {
  readonly data: string;
  readonly address: string;
  /** Milliseconds from the start to the first line with its address. */
  readonly startedIn: number;
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown[]>;

  private constructor(
    data: string,
    child: ChildProcess,
    ended: Promise<unknown[]>,
    address: string,
    startedIn: number,
  ) {
    this.data = data;
    this.#child = child;
    this.#ended = ended;
    this.address = address;
    this.startedIn = startedIn;
  }

  /** At the head of a process group of its own; `more` settings than the usual ones. */
  static async start(data: string, more: NodeJS.ProcessEnv = {}): Promise<ServerProcess> {
    const began = performance.now();
    const child = spawn(process.execPath, [BIN, 'serve'], {
      env: environment(data, more),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = once(child, 'exit');
    let words = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      words += text;
    });
    for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
      const address = /^Bám Sát: (http:\S+)$/.exec(line)?.[1];
      if (!address) continue;
      child.stdout?.resume();
      return new ServerProcess(data, child, ended, address, performance.now() - began);
    }
    throw new Error(`the server did not start: ${words}`);
  }

  client(): Client {
    return new Client(this.address);
  }

  /** SIGKILL to the whole group; with the database, which has a group of its own, when asked. */
  async kill(withDatabase: boolean): Promise<void> {
    const database = withDatabase ? this.databasePid() : null;
    process.kill(-(this.#child.pid as number), 'SIGKILL');
    if (database !== null) process.kill(-database, 'SIGKILL');
    await this.#ended;
  }

  databasePid(): number {
    return Number(readFileSync(join(this.data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  /** SIGTERM; gives the exit code. */
  async stop(): Promise<number | null> {
    this.#child.kill('SIGTERM');
    const [code] = await this.#ended;
    return code as number | null;
  }
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

/** A command of `bamsat` on a data directory. */
export async function bamsat(data: string, ...args: string[]): Promise<Ran> {
  const child = spawn(process.execPath, [BIN, ...args], { env: environment(data), stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const [code] = await once(child, 'close');
  return { code: code as number | null, out, errors };
}

/** Who is signed in. */
export interface Team {
  /** May add people. */
  readonly admin: Client;
  /** May upload. */
  readonly office: Client;
}

/** The first run: a province with its administrator, and somebody of the office whom the command line made. */
export async function setUp(server: ServerProcess, password: string): Promise<Team> {
  const admin = server.client();
  const code = readFileSync(join(server.data, 'setup-code'), 'utf8').trim();
  const first = { code, province: 'ha-tinh', fullName: 'Trần Văn An', login: 'an', password };
  const answer = await admin.post('/setup', first);
  if (answer.status !== 201) throw new Error(`set-up: ${JSON.stringify(answer.body)}`);
  const args = ['user', 'add', 'binh', '--province', 'ha-tinh', '--name', 'Lê Thị Bình', '--role', 'office'];
  const added = await bamsat(server.data, ...args);
  const current = /mật khẩu tạm (\S+)/.exec(added.out)?.[1];
  if (!current) throw new Error(`user add: ${added.errors}`);
  const office = server.client();
  await office.post('/session', { province: 'ha-tinh', login: 'binh', password: current });
  const changed = await office.put('/session/password', { current, password });
  if (changed.status >= 300) throw new Error(`password: ${JSON.stringify(changed.body)}`);
  return { admin, office };
}

/** The same people at a server that was started anew: sessions outlive it. */
export function again(server: ServerProcess, team: Team): Team {
  const [admin, office] = [server.client(), server.client()];
  admin.cookie = team.admin.cookie;
  office.cookie = team.office.cookie;
  return { admin, office };
}
