/**
 * Migrations: files of SQL that only go forward, each in a transaction of its own, once. One server migrates at a time.
 * After them every table with a `province_id` is put behind row-level security.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { err, ok, type Result } from '#base/result.ts';
import { APP_ROLE } from './database.ts';
import { type StoreRefusal, storeRefusal } from './refusals.ts';

const FOLDER = new URL('./migrations/', import.meta.url);
/** Any number that nothing else in the database locks. */
const LOCK = 5_172_630_418;

export interface Migration {
  /** `0001-ground`. */
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

export function listMigrations(): Migration[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(new URL(name, FOLDER), 'utf8');
      return { name: name.replace(/\.sql$/, ''), sql, hash: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Brings the database to the newest schema; gives the names of the migrations it ran.
 * `only`: runs these and no others, for a backup that is older than the program.
 */
export async function migrate(url: string, only?: ReadonlySet<string>): Promise<Result<string[], StoreRefusal>> {
  const client = new pg.Client({ connectionString: url, application_name: 'bamsat-migrate' });
  try {
    await client.connect();
  } catch (error) {
    return err(unreachable(error));
  }
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    return await run(client, only);
  } finally {
    await client.end();
  }
}

/** What `migrate` would run, in order; changes nothing. */
export async function pendingMigrations(url: string): Promise<Result<string[], StoreRefusal>> {
  const client = new pg.Client({ connectionString: url, application_name: 'bamsat-migrate' });
  try {
    await client.connect();
  } catch (error) {
    return err(unreachable(error));
  }
  try {
    const { rows: found } = await client.query("select to_regclass('public.schema_migration') is not null as has");
    if (!found[0].has) return ok(listMigrations().map(({ name }) => name));
    return standing(await readDone(client), listMigrations());
  } finally {
    await client.end();
  }
}

type Done = readonly { readonly name: string; readonly hash: string }[];

async function readDone(client: pg.Client): Promise<Done> {
  return (await client.query<{ name: string; hash: string }>('select name, hash from schema_migration')).rows;
}

/** Names of the migrations that are still to run; refuses what this program does not know or knows otherwise. */
function standing(done: Done, migrations: readonly Migration[]): Result<string[], StoreRefusal> {
  const known = new Map(migrations.map(({ name, hash }) => [name, hash]));
  for (const { name, hash } of done) {
    if (!known.has(name)) return err(newer(name));
    if (known.get(name) !== hash) return err(changed(name));
  }
  const ran = new Set(done.map(({ name }) => name));
  return ok(migrations.map(({ name }) => name).filter((name) => !ran.has(name)));
}

async function run(client: pg.Client, only?: ReadonlySet<string>): Promise<Result<string[], StoreRefusal>> {
  await client.query(`create table if not exists schema_migration (
    name text primary key, hash text not null, at timestamptz not null default now())`);
  const migrations = listMigrations();
  const pending = standing(await readDone(client), migrations);
  if (!pending.ok) return pending;
  const ran: string[] = [];
  for (const migration of migrations) {
    if (!pending.value.includes(migration.name) || (only && !only.has(migration.name))) continue;
    await client.query('begin');
    try {
      await client.query(migration.sql);
      await client.query('insert into schema_migration (name, hash) values ($1, $2)', [migration.name, migration.hash]);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      return err(failed(migration.name, error));
    }
    ran.push(migration.name);
  }
  await secure(client);
  return ok(ran);
}

/** Row-level security for every table of a province, and the role for connections that would skip it. */
async function secure(client: pg.Client): Promise<void> {
  await client.query(`do $$
    declare name text;
    begin
      for name in
        select c.table_name from information_schema.columns c
          join information_schema.tables t using (table_schema, table_name)
         where c.table_schema = 'public' and c.column_name = 'province_id' and c.table_name <> 'province'
           and t.table_type = 'BASE TABLE'
           and not exists (select from pg_policies p where p.schemaname = 'public' and p.tablename = c.table_name)
      loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy of_province on %I
          using (province_id = nullif(current_setting(''bamsat.province'', true), '''')::int)
          with check (province_id = nullif(current_setting(''bamsat.province'', true), '''')::int)', name);
      end loop;
    end $$`);
  const { rows } = await client.query(
    'select rolsuper or rolbypassrls as above from pg_roles where rolname = current_user',
  );
  if (!rows[0].above) return;
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${APP_ROLE}') then create role ${APP_ROLE} nologin; end if;
  end $$`);
  await client.query(`grant usage on schema public to ${APP_ROLE}`);
  await client.query(`grant select, insert, update, delete on all tables in schema public to ${APP_ROLE}`);
  await client.query(`grant usage, select on all sequences in schema public to ${APP_ROLE}`);
  await client.query(`grant execute on all functions in schema public to ${APP_ROLE}`);
}

function unreachable(error: unknown): StoreRefusal {
  const why = error instanceof Error ? error.message : String(error);
  return storeRefusal(
    'unreachable',
    `Không kết nối được cơ sở dữ liệu: ${why}.`,
    `The database can't be reached: ${why}.`,
  );
}

function newer(name: string): StoreRefusal {
  return storeRefusal(
    'newer-schema',
    `Cơ sở dữ liệu đã được nâng cấp bởi phiên bản mới hơn (${name}); hãy chạy phiên bản đó.`,
    `The database was migrated by a newer version (${name}); run that version.`,
  );
}

function changed(name: string): StoreRefusal {
  return storeRefusal(
    'changed-migration',
    `Bản nâng cấp ${name} đã chạy với nội dung khác; không tiếp tục.`,
    `Migration ${name} ran with other contents; stopped.`,
  );
}

function failed(name: string, error: unknown): StoreRefusal {
  const why = error instanceof Error ? error.message : String(error);
  return storeRefusal(
    'migration-failed',
    `Bản nâng cấp ${name} không chạy được: ${why}. Không có gì bị thay đổi.`,
    `Migration ${name} failed: ${why}. Nothing was changed.`,
  );
}
