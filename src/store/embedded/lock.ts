/**
 * One owner per data directory. The lock file names a process by pid and start, so that a reused pid does not fool it, and by the
 * machine and container it lives in. A lock whose owner is gone is taken over at once. An owner in another container or on another
 * machine (a shared volume) cannot be looked up: such a lock counts as held as long as its owner touches it every few seconds.
 */
import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { err, ok, type Result } from '#base/result.ts';
import { holdsWithin, startOf } from './processes.ts';
import { type StoreRefusal, storeRefusal } from './refusals.ts';

export const LOCK_FILE = 'bamsat.lock';

export interface Lock {
  /** Gives the directory free; may be called twice, and in the last moment of a process. */
  release(): void;
}

/** Who holds a directory. `boot` and `space` (the container's own numbering of processes) are empty where the system has none. */
export interface Owner {
  readonly id: string;
  readonly pid: number;
  readonly start: string;
  readonly host: string;
  readonly boot: string;
  readonly space: string;
}

/** This process as an owner. */
export function thisOwner(): Owner {
  return {
    id: randomUUID(),
    pid: process.pid,
    start: startOf(process.pid) ?? '',
    host: hostname(),
    boot: readOrEmpty(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    space: readOrEmpty(() => readlinkSync('/proc/self/ns/pid')),
  };
}

/**
 * Takes the directory for this process.
 * @param beat milliseconds between two touches of the lock; an unknown owner is watched for four of them
 */
export async function takeLock(
  directory: string,
  log: (line: string) => void,
  beat = 5_000,
): Promise<Result<Lock, StoreRefusal>> {
  const path = join(directory, LOCK_FILE);
  const me = thisOwner();
  for (;;) {
    if (tryCreate(path, me)) break;
    const text = readLock(path);
    if (text === null) continue; // given free in this moment
    const owner = parseOwner(text);
    if (owner && (await isHeld(owner, me, path, log, beat))) return err(heldBy(owner, directory));
    takeAway(path, text);
  }
  const timer = setInterval(() => touch(path), beat).unref();
  return ok({
    release() {
      clearInterval(timer);
      if (parseOwner(readLock(path) ?? '')?.id === me.id) rmSync(path, { force: true });
    },
  });
}

async function isHeld(owner: Owner, me: Owner, path: string, log: (line: string) => void, beat: number) {
  if (owner.host === me.host && owner.boot !== me.boot) return false; // this machine was started again since
  if (owner.boot === me.boot && owner.space === me.space && (owner.boot !== '' || owner.host === me.host)) {
    return startOf(owner.pid) === owner.start;
  }
  log(`the data directory was last used by process ${owner.pid} of ${owner.host}; watching whether it still lives`);
  const before = mtime(path);
  return holdsWithin(4 * beat, () => mtime(path) !== before);
}

function heldBy(owner: Owner, directory: string): StoreRefusal {
  const [viWhere, enWhere] = owner.host === hostname() ? ['', ''] : [` trên ${owner.host}`, ` on ${owner.host}`];
  return storeRefusal(
    'in-use',
    `Thư mục dữ liệu ${directory} đang được một máy chủ Bám Sát khác dùng (tiến trình ${owner.pid}${viWhere}).`,
    `The data directory ${directory} is in use by another Bám Sát server (process ${owner.pid}${enWhere}).`,
  );
}

/** Writes the lock whole or not at all: a link to a finished file either comes to be or finds another there. */
function tryCreate(path: string, owner: Owner): boolean {
  const draft = `${path}.${owner.id}`;
  writeFileSync(draft, `${JSON.stringify(owner)}\n`, { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Removes a dead owner's lock, unless another process has just put its own in that place. */
function takeAway(path: string, text: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
    if (readFileSync(aside, 'utf8') !== text) linkSync(aside, path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function readLock(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function parseOwner(text: string): Owner | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'pid' in value ? (value as Owner) : null;
  } catch {
    return null; // damaged by a full disk or a power cut: nobody's
  }
}

function mtime(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function touch(path: string): void {
  const now = new Date();
  readOrEmpty(() => {
    utimesSync(path, now, now);
    return '';
  });
}

function readOrEmpty(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
