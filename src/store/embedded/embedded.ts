/**
 * The embedded PostgreSQL: one call gives a running server of our own in a data directory, and `stop` ends it in order.
 * What it takes care of: the first use, the account, one owner for each directory, what an earlier run that was killed left behind.
 * Tried on Linux; on macOS and Windows the same steps are written but have not been tried.
 */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { err, ok, type Result } from '#base/result.ts';
import { type Account, type Accounts, chooseAccount, systemAccounts } from './account.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { clusterIn, giveTo, initialise, readPassword, renewPassword } from './initialise.ts';
import { reach } from './launch.ts';
import { takeLock } from './lock.ts';
import { isNamedPostgres, postmasterOf, serversIn } from './processes.ts';
import { explain, explainSystemError, type StoreRefusal, storeRefusal } from './refusals.ts';
import { endStrangers, type Server, startServer } from './server.ts';

export interface EmbeddedServer {
  /** `postgres://bamsat:secret@127.0.0.1:port/bamsat`; never to be logged. */
  readonly url: string;
  /** A PostgreSQL that an earlier, killed run had left behind was found, stopped in order and started anew. */
  readonly adopted: boolean;
  /** Ends the server and gives the directory free; nothing committed is lost. May be called twice. */
  stop(): Promise<void>;
  /** Resolves when the server ended without being asked; never when it was stopped. `reason`: its last lines. */
  readonly ended: Promise<{ readonly reason: string }>;
}

export interface EmbeddedOptions {
  /** Our data directory, created when missing; the cluster lies in `<directory>/postgres`. */
  readonly directory: string;
  /** Takes the server's log, line by line; it holds no secret and no value of a row. */
  readonly log: (line: string) => void;
  /** PostgreSQL settings beside or instead of our own: `{ shared_buffers: '64MB' }`. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** What the machine gives; a test can give another. */
export interface Machine {
  readonly accounts: Accounts;
  /** The package's folder with `bin`, `lib` and `share`; undefined: found among the installed packages. */
  readonly native?: string;
  /** Folders for a copy of the programs. */
  readonly copies?: readonly string[];
}

/** Starts PostgreSQL in a directory, which it makes on first use. */
export async function startEmbedded(
  options: EmbeddedOptions,
  machine: Machine = { accounts: systemAccounts },
): Promise<Result<EmbeddedServer, StoreRefusal>> {
  const directory = resolve(options.directory);
  let release = () => {};
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const lock = await takeLock(directory, options.log);
    if (!lock.ok) return lock;
    release = () => {
      process.off('exit', release);
      lock.value.release();
    };
    process.once('exit', release);
    const started = await startLocked(directory, options, machine, release);
    if (!started.ok) release();
    return started;
  } catch (error) {
    release();
    const refused = explainSystemError(error);
    if (refused) return err(refused);
    throw error;
  }
}

async function startLocked(
  directory: string,
  options: EmbeddedOptions,
  machine: Machine,
  release: () => void,
): Promise<Result<EmbeddedServer, StoreRefusal>> {
  const { log } = options;
  const folder = clusterIn(directory);
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
  const owner = statSync(folder, { throwIfNoEntry: false }) ?? null;
  const chosen = chooseAccount(process.getuid?.() ?? null, owner, machine.accounts);
  if (!chosen.ok) return chosen;
  const account = chosen.value;
  const found = findBinaries(account, log, machine.native, machine.copies);
  if (!found.ok) return found;
  const binaries = found.value;
  const fits = checkVersion(folder, binaries);
  if (!fits.ok) return fits;
  if (owner && account && owner.uid !== account.uid) giveTo(account, folder);
  if (owner && (owner.mode & 0o077) !== 0) chmodSync(folder, 0o700); // a copy made with open rights; PostgreSQL refuses those
  const cleared = await clearLeftovers(folder, binaries, log);
  if (!cleared.ok) return cleared;
  const password = await preparePassword(directory, account, binaries);
  if (!password.ok) return password;
  const at = reach(folder, account);
  if (!at.ok) return at;
  const server = await startServer(folder, at.value, account, binaries, options.settings ?? {}, log);
  at.value.close();
  if (!server.ok) return server;
  return ok(watch(server.value, password.value, cleared.value, release));
}

/** Ties the server to this process: to its end, to `stop`, and to the lock. */
function watch(server: Server, password: string, adopted: boolean, release: () => void): EmbeddedServer {
  let stopping: Promise<void> | null = null;
  const ended = new Promise<{ reason: string }>((done) => {
    server.exited.then((reason) => {
      if (stopping) return;
      release();
      done({ reason });
    });
  });
  return {
    url: `postgres://bamsat:${password}@127.0.0.1:${server.port}/bamsat`,
    adopted,
    ended,
    stop() {
      stopping ??= server.stop().finally(release);
      return stopping;
    },
  };
}

async function preparePassword(
  directory: string,
  account: Account | null,
  binaries: Binaries,
): Promise<Result<string, StoreRefusal>> {
  if (!existsSync(clusterIn(directory))) return initialise(directory, account, binaries);
  const password = readPassword(directory);
  return password === null ? renewPassword(directory, account, binaries) : ok(password);
}

function checkVersion(folder: string, binaries: Binaries): Result<void, StoreRefusal> {
  if (!existsSync(folder)) return ok(undefined);
  const file = join(folder, 'PG_VERSION');
  if (!existsSync(file)) {
    return err(
      storeRefusal(
        'not-a-database',
        `Thư mục ${folder} có tệp nhưng không phải dữ liệu PostgreSQL; hãy chuyển nó đi nơi khác.`,
        `The folder ${folder} holds files but no PostgreSQL data; move it away.`,
      ),
    );
  }
  const ours = binaries.version.split('.')[0];
  const theirs = readFileSync(file, 'utf8').trim();
  if (theirs === ours) return ok(undefined);
  return err(
    storeRefusal(
      'other-version',
      `Dữ liệu do PostgreSQL ${theirs} tạo, bản kèm theo là ${ours}; hãy sao lưu bằng bản Bám Sát cũ rồi khôi phục vào bản này.`,
      `The data was made by PostgreSQL ${theirs} and this one is ${ours}; back it up with the old Bám Sát, restore it here.`,
    ),
  );
}

/**
 * Ends what a killed run left: a postmaster without its owner, or backends without their postmaster. Its lock file goes only when
 * its pid now belongs to something else or to a zombie, which PostgreSQL itself cannot tell apart from a living server.
 * @returns whether there was a living server
 */
async function clearLeftovers(
  folder: string,
  binaries: Binaries,
  log: (line: string) => void,
): Promise<Result<boolean, StoreRefusal>> {
  if (!existsSync(folder)) return ok(false);
  const hadServer = serversIn(folder).includes(postmasterOf(folder)?.pid ?? 0);
  const left = await endStrangers(folder, binaries, log);
  if (left === 'alive') return err(explain('lock file "postmaster.pid" already exists'));
  if (left === 'ended') log('a PostgreSQL that an earlier run had left behind was stopped');
  const pid = postmasterOf(folder)?.pid;
  if (pid !== undefined && existsSync(`/proc/${pid}`) && !isNamedPostgres(pid)) {
    rmSync(join(folder, 'postmaster.pid'), { force: true });
  }
  return ok(hadServer);
}
