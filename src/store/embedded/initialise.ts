/**
 * Makes the cluster on first use: UTF-8, checksums, and the role and database `bamsat`. It is made under another name and appears
 * whole, by one renaming, so that a first start that was cut off leaves nothing half-made.
 *
 * `bamsat` is no superuser, because a superuser skips row-level security. The superuser `postgres` has no password and cannot sign in
 * at all; what needs it is done by a stand-alone PostgreSQL that takes its statements from us alone.
 *
 * Sorting is by code point unless a query names a collation such as `"vi-VN-x-icu"`: an index then never depends on the libraries of
 * the machine. Letters beyond ASCII count as letters (`C.UTF-8`), which trigram search needs for Vietnamese.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '#base/result.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { type Outcome, reach, run } from './launch.ts';
import { explain, type StoreRefusal } from './refusals.ts';

const CLUSTER = 'postgres';
const PASSWORD_FILE = 'postgres-password';
const DRAFT = 'postgres-draft-';

/** Letters as the machine classes them; the first that it knows is taken. */
const CHARACTER_CLASSES = ['C.UTF-8', 'en_US.UTF-8', 'C'];

/** One sync for all files instead of one for each of a thousand; nothing can be lost in a cluster that is still empty. */
const SYNC = process.platform === 'linux' ? ['--sync-method=syncfs'] : [];

/**
 * Behind row-level security an index serves only operators that tell nothing of hidden rows. Matching words and comparing
 * lists of ids raise no error that could, but only a superuser may say so; without it full-text search looks at every
 * document, and the tasks of an organisation are found by looking at all. Long texts are dear to open, which the planner
 * is told too.
 */
const SEARCHABLE = [
  'ALTER FUNCTION pg_catalog.ts_match_vq(tsvector, tsquery) LEAKPROOF COST 1000',
  'ALTER FUNCTION pg_catalog.arrayoverlap(anyarray, anyarray) LEAKPROOF',
];

/** Only this machine, only with a password. */
const ACCESS = 'host all all 127.0.0.1/32 scram-sha-256\n';

export function clusterIn(directory: string): string {
  return join(directory, CLUSTER);
}

/** The password of the role `bamsat`, from the file that only we can read; null when there is none. */
export function readPassword(directory: string): string | null {
  try {
    return readFileSync(join(directory, PASSWORD_FILE), 'utf8').trim() || null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Makes the cluster and returns the password of `bamsat`. */
export async function initialise(
  directory: string,
  account: Account | null,
  binaries: Binaries,
): Promise<Result<string, StoreRefusal>> {
  for (const name of readdirSync(directory)) if (name.startsWith(DRAFT)) remove(join(directory, name));
  const draft = join(directory, `${DRAFT}${randomUUID()}`);
  mkdirSync(draft, { mode: 0o700 });
  if (account) chownSync(draft, account.uid, account.gid);
  try {
    const made = await makeCluster(draft, account, binaries);
    if (made.code !== 0) return err(explain(made.errors));
    writeOwned(join(draft, 'pg_hba.conf'), ACCESS, account);
    const password = newPassword();
    const role = `CREATE ROLE bamsat LOGIN CREATEROLE CREATEDB PASSWORD '${password}'`;
    // In the template, so that every database here has it.
    const statements = [...SEARCHABLE, role, 'CREATE DATABASE bamsat OWNER bamsat'];
    const filled = await runAlone(draft, 'template1', statements, account, binaries);
    if (!filled.ok) return filled;
    writeSecret(directory, password);
    renameSync(draft, clusterIn(directory));
    sync(directory);
    return ok(password);
  } finally {
    remove(draft);
  }
}

/** Gives `bamsat` a new password, when the file with the old one is lost. */
export async function renewPassword(
  directory: string,
  account: Account | null,
  binaries: Binaries,
): Promise<Result<string, StoreRefusal>> {
  const password = newPassword();
  const change = `ALTER ROLE bamsat PASSWORD '${password}'`;
  const done = await runAlone(clusterIn(directory), 'postgres', [change], account, binaries);
  if (!done.ok) return done;
  writeSecret(directory, password);
  return ok(password);
}

/** Gives a whole cluster to the account: root owns it after a copy or a restore by root. */
export function giveTo(account: Account, folder: string): void {
  lchownSync(folder, account.uid, account.gid);
  if (!lstatSync(folder).isDirectory()) return;
  for (const name of readdirSync(folder)) giveTo(account, join(folder, name));
}

async function makeCluster(folder: string, account: Account | null, binaries: Binaries): Promise<Outcome> {
  const at = reach(folder, account);
  if (!at.ok) return { code: 1, errors: at.error.en };
  const fixed = ['--username=postgres', '--encoding=UTF8', '--locale=C', '--data-checksums', '--auth=reject'];
  const sorting = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--text-search-config=simple'];
  let outcome: Outcome = { code: 1, errors: '' };
  for (const name of CHARACTER_CLASSES) {
    const args = ['-D', at.value.name, ...fixed, ...sorting, ...SYNC, `--lc-ctype=${name}`];
    outcome = await run(binaries.initdb, args, account, at.value);
    if (!outcome.errors.includes('invalid locale name')) break;
  }
  at.value.close();
  return outcome;
}

/** Statements, one a line, given to a stand-alone PostgreSQL as its superuser. The statements hold secrets and are never logged. */
async function runAlone(
  folder: string,
  database: string,
  statements: readonly string[],
  account: Account | null,
  binaries: Binaries,
): Promise<Result<void, StoreRefusal>> {
  const at = reach(folder, account);
  if (!at.ok) return at;
  const quiet = ['exit_on_error=on', 'log_min_error_statement=panic', 'log_statement=none', 'log_checkpoints=off'];
  const args = ['--single', '-D', at.value.name, ...quiet.flatMap((setting) => ['-c', setting]), database];
  const outcome = await run(binaries.postgres, args, account, at.value, { input: `${statements.join('\n')}\n` });
  at.value.close();
  return outcome.code === 0 ? ok(undefined) : err(explain(outcome.errors));
}

function newPassword(): string {
  return randomBytes(24).toString('hex');
}

function writeSecret(directory: string, password: string): void {
  const draft = join(directory, `${PASSWORD_FILE}-${randomUUID()}`);
  writeFileSync(draft, `${password}\n`, { mode: 0o600, flush: true });
  renameSync(draft, join(directory, PASSWORD_FILE));
}

function writeOwned(path: string, text: string, account: Account | null): void {
  writeFileSync(path, text, { flush: true });
  chmodSync(path, 0o600);
  if (account) chownSync(path, account.uid, account.gid);
}

/** Makes a renaming last through a power cut; Windows cannot open a folder for it. */
function sync(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
