/**
 * Starts the programs of PostgreSQL under the chosen account, on a data folder that this account may not be able to reach by name.
 *
 * A data directory is often below a folder that only root can enter (`/root`, or our own directory, which is created closed). The
 * cluster's folder itself belongs to the account; what it lacks is the way there. So we open the folder and hand the open descriptor
 * down as number 3: `/proc/self/fd/3` leads every process of PostgreSQL, all of which are forked from the first and keep that
 * descriptor, straight to the folder. The data stays where it was asked for, no folder is opened to others, and nothing is mounted.
 */
import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { closeSync, constants, existsSync, openSync } from 'node:fs';
import { resolve } from 'node:path';
import { err, ok, type Result } from '#base/result.ts';
import type { Account } from './account.ts';
import { type StoreRefusal, storeRefusal } from './refusals.ts';

/** A data folder as PostgreSQL is told of it. */
export interface Reach {
  /** What stands after `-D`. */
  readonly name: string;
  /** The open folder to hand down; null when the account reaches it by its path. */
  readonly descriptor: number | null;
  close(): void;
}

/** What a program left behind. */
export interface Outcome {
  readonly code: number | null;
  readonly errors: string;
}

export function reach(folder: string, account: Account | null): Result<Reach, StoreRefusal> {
  const path = resolve(folder);
  if (!account || canEnter(path, account)) return ok({ name: path, descriptor: null, close() {} });
  if (!existsSync('/proc/self/fd')) {
    return err(
      storeRefusal(
        'unreachable',
        `Tài khoản ${account.name} không vào được thư mục ${path}; hãy chọn thư mục dữ liệu khác.`,
        `The account ${account.name} cannot enter the folder ${path}; choose another data directory.`,
      ),
    );
  }
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_DIRECTORY);
  return ok({ name: '/proc/self/fd/3', descriptor, close: () => closeSync(descriptor) });
}

/** Starts a program; its standard error is a pipe, its standard output goes nowhere. */
export function launch(
  command: string,
  args: readonly string[],
  account: Account | null,
  at: Reach | null,
  more: Pick<SpawnOptions, 'detached'> & { readonly input?: string } = {},
): ChildProcess {
  const descriptor = at?.descriptor ?? null;
  const child = spawn(command, args, {
    ...identity(account),
    detached: more.detached ?? false,
    windowsHide: true,
    stdio: [
      more.input === undefined ? 'ignore' : 'pipe',
      'ignore',
      'pipe',
      ...(descriptor === null ? [] : [descriptor]),
    ],
  });
  child.stdin?.on('error', () => {}); // the program ended before it read everything: its exit code says so
  child.stdin?.end(more.input);
  return child;
}

/** Runs a program to its end; it does not outlive us. */
export async function run(...what: Parameters<typeof launch>): Promise<Outcome> {
  const child = launch(...what);
  const stop = () => child.kill('SIGTERM');
  process.once('exit', stop);
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const code = await new Promise<number | null>((done) => {
    child.once('error', (error) => {
      errors += error.message;
      done(null);
    });
    child.once('close', done);
  });
  process.off('exit', stop);
  return { code, errors };
}

/** Who runs a program, and with what around it: none of our secrets, and no `PG…` variable of the person's shell. */
export function identity(account: Account | null) {
  const env: NodeJS.ProcessEnv = { LC_ALL: 'C' };
  for (const name of ['PATH', 'SystemRoot', 'TEMP', 'TMP']) if (process.env[name]) env[name] = process.env[name];
  const place = process.platform === 'win32' ? {} : { cwd: '/' };
  return account ? { env, ...place, uid: account.uid, gid: account.gid } : { env, ...place };
}

function canEnter(path: string, account: Account): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', path], identity(account)).status === 0;
}
