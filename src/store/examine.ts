/** What a doctor looks at in a database: version, languages, extensions, row-level security, the chains of events, its clock. */
import pg from 'pg';
import { err, ok, type Result } from '#base/result.ts';
import { firstBrokenEvent } from './backup/restore.ts';
import { APP_ROLE } from './database.ts';
import { pendingMigrations } from './migrate.ts';
import { type StoreRefusal, storeRefusal } from './refusals.ts';

export interface Examination {
  /** `180004`. */
  readonly version: number;
  readonly encoding: string;
  readonly hasVietnamese: boolean;
  readonly missingExtensions: readonly string[];
  readonly pendingMigrations: readonly string[];
  /** Tables with `province_id` whose rows are not walled off. */
  readonly openTables: readonly string[];
  /** Whether rows of a province really can't be seen without being in it. */
  readonly wallHolds: boolean;
  /** Milliseconds that the clock of the database is ahead of ours. */
  readonly clockAhead: number;
  readonly provinces: number;
  readonly documents: number;
  readonly events: number;
  /** Provinces (slug) with the number of the first event that does not follow from the one before. */
  readonly brokenChains: readonly { readonly province: string; readonly seq: number }[];
  readonly bytes: number;
}

export async function examine(url: string, now: () => Date): Promise<Result<Examination, StoreRefusal>> {
  const client = new pg.Client({ connectionString: url, application_name: 'bamsat-doctor' });
  try {
    await client.connect();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return err(storeRefusal('unreachable', `không kết nối được: ${why}`, `can't be reached: ${why}`));
  }
  try {
    const pending = await pendingMigrations(url);
    if (!pending.ok) return pending;
    const asked = now().getTime();
    const { rows } = await client.query(`
      select current_setting('server_version_num')::int as version, pg_encoding_to_char(encoding) as encoding,
             extract(epoch from clock_timestamp())::float8 * 1000 as clock, pg_database_size(oid)::float8 as bytes,
             exists (select from pg_collation where collname = 'vi-VN-x-icu') as vietnamese,
             array(select name from unnest(array['pg_trgm', 'unaccent']) as name
                    where not exists (select from pg_extension where extname = name)) as missing
        from pg_database where datname = current_database()`);
    const { rows: open } = await client.query<{ name: string }>(`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'province_id' and not a.attisdropped
       where n.nspname = 'public' and c.relkind = 'r' and c.relname <> 'province'
         and not (c.relrowsecurity and c.relforcerowsecurity)`);
    const [first] = rows;
    return ok({
      version: first.version,
      encoding: first.encoding,
      hasVietnamese: first.vietnamese,
      missingExtensions: first.missing,
      pendingMigrations: pending.value,
      openTables: open.map(({ name }) => name),
      clockAhead: Math.round(first.clock - (asked + now().getTime()) / 2),
      bytes: first.bytes,
      ...(pending.value.length === 0
        ? await lookInside(client)
        : { wallHolds: true, provinces: 0, documents: 0, events: 0, brokenChains: [] }),
    });
  } finally {
    await client.end();
  }
}

async function lookInside(client: pg.Client) {
  const { rows: role } = await client.query(
    'select rolsuper or rolbypassrls as above from pg_roles where rolname = current_user',
  );
  // As the server does: a role that would see through the wall is not used.
  if (role[0].above) await client.query(`set role ${APP_ROLE}`);
  const { rows: provinces } = await client.query<{ id: number; slug: string }>(
    'select province_id as id, slug from province order by province_id',
  );
  let documents = 0;
  let events = 0;
  const brokenChains: { province: string; seq: number }[] = [];
  for (const { id, slug } of provinces) {
    await client.query("select set_config('bamsat.province', $1, false)", [String(id)]);
    const { rows } = await client.query(
      `select (select count(*) from document where province_id = $1 and deleted_at is null)::float8 as documents,
              (select coalesce(max(seq), 0) from event_chain where province_id = $1)::float8 as events`,
      [id],
    );
    documents += rows[0].documents;
    events += rows[0].events;
    const seq = await firstBrokenEvent(client, id);
    if (seq !== null) brokenChains.push({ province: slug, seq });
  }
  await client.query("select set_config('bamsat.province', '', false)");
  const { rows: seen } = await client.query('select exists (select from event_chain) as any');
  return { wallHolds: !seen[0].any, provinces: provinces.length, documents, events, brokenChains };
}
