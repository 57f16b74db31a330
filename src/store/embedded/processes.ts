/** What the system knows of processes: when one started, and which PostgreSQL processes work in a folder. */
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const LINUX = process.platform === 'linux';
const WINDOWS = process.platform === 'win32';

/**
 * When a process started, in a form that is only compared: a reused pid has another start. Null when there is no such process
 * or it is a zombie, dead but not yet reaped by its parent. Windows tells nothing, so there a live pid always counts.
 */
export function startOf(pid: number): string | null {
  if (LINUX) return readStat(pid)?.start ?? null;
  if (WINDOWS) return isSignalable(pid) ? 'unknown' : null;
  const answer = ps('stat=,lstart=', pid);
  return answer === '' || answer.startsWith('Z') ? null : answer.replace(/^\S+\s+/, '');
}

/**
 * The PostgreSQL processes that work in a data folder. A postmaster and its backends keep the folder as their working directory,
 * which Linux shows; elsewhere only the postmaster is found, by its `postmaster.pid` and its command.
 */
export function serversIn(folder: string): number[] {
  if (LINUX) return statSync(folder, { throwIfNoEntry: false }) ? linuxServersIn(folder) : [];
  const pid = postmasterOf(folder)?.pid;
  if (pid === undefined || startOf(pid) === null) return [];
  return WINDOWS || ps('command=', pid).includes('postgres') ? [pid] : [];
}

function linuxServersIn(folder: string): number[] {
  const here = statSync(folder);
  const found: number[] = [];
  const hidden: number[] = [];
  for (const pid of readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)) {
    if (!isNamedPostgres(pid)) continue;
    try {
      const cwd = statSync(`/proc/${pid}/cwd`);
      if (cwd.dev === here.dev && cwd.ino === here.ino) found.push(pid);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EACCES') hidden.push(pid);
    }
  }
  return hidden.length === 0 || process.getuid?.() !== 0 ? found : [...found, ...askOwner(folder, hidden)];
}

/**
 * Which of the processes work in the folder, asked as the account that owns it: in a container root itself often may not look into
 * processes of other accounts, while every account may look into its own.
 */
function askOwner(folder: string, pids: readonly number[]): number[] {
  const { uid, gid } = statSync(folder);
  const descriptor = openSync(folder, 'r');
  const question = 'for p do if [ "/proc/$p/cwd" -ef /proc/self/fd/3 ]; then echo "$p"; fi; done';
  const answer = spawnSync('/bin/sh', ['-c', question, 'sh', ...pids.map(String)], {
    uid,
    gid,
    cwd: '/',
    env: {},
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore', descriptor],
  });
  closeSync(descriptor);
  return (answer.stdout ?? '').split('\n').filter(Boolean).map(Number);
}

/** Whether a live process calls itself PostgreSQL; only Linux is asked. */
export function isNamedPostgres(pid: number): boolean {
  return readStat(pid)?.name === 'postgres';
}

/** What `postmaster.pid` says: the process (a stand-alone one writes it negative) and whether it takes connections. */
export function postmasterOf(folder: string): { readonly pid: number; readonly ready: boolean } | null {
  const lines = attempt(() => readFileSync(join(folder, 'postmaster.pid'), 'utf8'))?.split('\n') ?? [];
  const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10));
  return pid > 0 ? { pid, ready: lines[7]?.trim() === 'ready' } : null;
}

/** Asks a server process to end; on Windows, which has no signals, through `pg_ctl`. A process already gone is no error. */
export function signalServer(pid: number, signal: 'SIGINT' | 'SIGQUIT' | 'SIGKILL', pgCtl: string): void {
  if (WINDOWS) attempt(() => execFileSync(pgCtl, ['kill', signal.slice(3), String(pid)], { stdio: 'ignore' }));
  else attempt(() => process.kill(pid, signal));
}

/** True as soon as `check` holds, looked at again and again; false when it does not within `ms` milliseconds. */
export async function holdsWithin(ms: number, check: () => boolean): Promise<boolean> {
  const end = performance.now() + ms;
  while (!check()) {
    if (performance.now() > end) return false;
    await pause(40);
  }
  return true;
}

function readStat(pid: number): { readonly name: string; readonly start: string } | null {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  if (!stat) return null;
  // The name stands in brackets and may itself hold brackets and blanks; the fields after it are the third and on.
  const close = stat.lastIndexOf(')');
  const fields = stat.slice(close + 2).split(' ');
  const isDead = fields[0] === 'Z' || fields[0] === 'X';
  return isDead ? null : { name: stat.slice(stat.indexOf('(') + 1, close), start: fields[19] ?? '' };
}

function isSignalable(pid: number): boolean {
  return attempt(() => process.kill(pid, 0)) === true;
}

function ps(columns: string, pid: number): string {
  return attempt(() => execFileSync('ps', ['-o', columns, '-p', String(pid)], { encoding: 'utf8' }).trim()) ?? '';
}

/** The value, or null where the system refuses: here always a process or a file that has just gone. */
function attempt<T>(action: () => T): T | null {
  try {
    return action();
  } catch {
    return null;
  }
}
