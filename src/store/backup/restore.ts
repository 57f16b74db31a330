/**
 * Khôi phục: an archive that is whole goes into a database that is empty, or nothing does. What stands in the database
 * afterwards is read again and compared with the archive before any of it counts.
 */
import { stat } from 'node:fs/promises';
import type pg from 'pg';
import { err, ok, type Result } from '#base/result.ts';
import { FIRST_HASH } from '../events.ts';
import { listMigrations, migrate } from '../migrate.ts';
import { type StoreRefusal, storeRefusal } from '../refusals.ts';
import { connectForCopy, copyIn, copyOut } from './copy.ts';
import {
  checkArchive,
  checkSeal,
  type Frame,
  type Header,
  type Manifest,
  readFrames,
  Sum,
  sameSum,
  type TableStart,
} from './format.ts';
import { copyOfProvince, listTables, quoted } from './tables.ts';

export interface Archive {
  readonly file: string;
  readonly size: number;
  readonly header: Header;
  readonly manifest: Manifest;
}

/** Reads the whole archive; refuses one that is damaged, cut off, of something else, or of a newer version. */
export async function openArchive(file: string): Promise<Result<Archive, StoreRefusal>> {
  const sealed = await checkSeal(file);
  if (!sealed.ok) return sealed;
  const { size } = await stat(file);
  const checked = await checkArchive(file, size);
  if (!checked.ok) return checked;
  const { header, manifest } = checked.value;
  const known = new Map(listMigrations().map(({ name, hash }) => [name, hash]));
  const strange = header.migrations.find(({ name, hash }) => known.get(name) !== hash);
  return strange ? err(otherSchema(strange.name, known.has(strange.name))) : ok({ file, size, header, manifest });
}

/** Puts an archive into the database at `url`; the schema is brought to the newest. */
export async function restore(url: string, archive: Archive): Promise<Result<void, StoreRefusal>> {
  const client = await connectForCopy(url, 'bamsat-restore');
  try {
    if (!(await isEmpty(client))) return err(NOT_EMPTY);
    const made = await migrate(url, new Set(archive.header.migrations.map(({ name }) => name)));
    if (!made.ok) return made;
    await client.query('begin');
    // Nobody else begins in the meantime.
    await client.query('lock table province in access exclusive mode');
    if (!(await isEmpty(client))) return err(NOT_EMPTY);
    const done = await fill(client, archive);
    if (!done.ok) {
      await client.query('rollback');
      return done;
    }
    await client.query('commit');
  } finally {
    await client.end();
  }
  const newest = await migrate(url);
  return newest.ok ? ok(undefined) : newest;
}

async function isEmpty(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ tables: number; ours: boolean }>(
    `select count(*)::int as tables, coalesce(bool_or(tablename = 'schema_migration'), false) as ours
       from pg_tables where schemaname = 'public'`,
  );
  const { tables, ours } = rows[0] ?? { tables: 0, ours: false };
  if (tables === 0) return true;
  if (!ours) return false;
  const { rows: found } = await client.query("select to_regclass('public.province') is not null as has");
  if (!found[0].has) return true;
  return (await client.query('select from province limit 1')).rowCount === 0;
}

async function fill(client: pg.Client, archive: Archive): Promise<Result<void, StoreRefusal>> {
  const { rows: forced } = await client.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' and c.relforcerowsecurity`);
  // COPY can't fill a table under row-level security; its owner may be spared it, within this transaction alone.
  for (const { name } of forced) await client.query(`alter table ${quoted(name)} no force row level security`);
  await copyAll(client, archive);
  for (const { name } of forced) await client.query(`alter table ${quoted(name)} force row level security`);
  await setIdentities(client);
  for (const { id } of archive.header.provinces) {
    const wrong = await firstBrokenEvent(client, id);
    if (wrong !== null) return err(brokenChain(id, wrong));
  }
  return compare(client, archive);
}

async function copyAll(client: pg.Client, { file, size }: Archive): Promise<void> {
  const frames = readFrames(file, size);
  let start: TableStart | null = null;
  for (;;) {
    const { value, done } = await frames.next();
    if (done) return;
    const frame = value as Frame;
    if (frame.kind !== 'T') continue;
    start = frame.start;
    const columns = start.columns.map(quoted).join(', ');
    await copyIn(client, `copy ${quoted(start.table)} (${columns}) from stdin`, rowsOf(frames));
  }
}

/** Rows up to the end of the table. Not `for await`: that would end the frames with it. */
async function* rowsOf(frames: AsyncGenerator<Frame>): AsyncGenerator<Buffer> {
  for (;;) {
    const { value, done } = await frames.next();
    if (done || (value as Frame).kind === 'E') return;
    const frame = value as Frame;
    if (frame.kind === 'D') yield frame.rows;
  }
}

/** Numbers that the database gives go on behind those that were restored. */
async function setIdentities(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(`
    select c.relname as table, a.attname as column, pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' and a.attidentity <> ''`);
  for (const { table, column, sequence } of rows) {
    await client.query(`select setval($1, coalesce(max(${quoted(column)}), 0) + 1, false) from ${quoted(table)}`, [
      sequence,
    ]);
  }
}

/** Number of the first event that does not follow from the one before it; null when the chain of the province is whole. */
export async function firstBrokenEvent(client: pg.ClientBase, provinceId: number): Promise<number | null> {
  await client.query("select set_config('bamsat.province', $1, false)", [String(provinceId)]);
  const { rows } = await client.query<{ seq: string }>(
    `with chained as (
       select seq, hash, body, row_number() over w as place, lag(hash, 1, $2) over w as previous
         from event where province_id = $1 window w as (order by seq))
     select seq::text from chained
      where seq <> place
         or hash <> encode(sha256(convert_to(previous || E'\\n' || seq || E'\\n' || body, 'UTF8')), 'hex')
      order by seq limit 1`,
    [provinceId, FIRST_HASH],
  );
  if (rows[0]) return Number(rows[0].seq);
  const { rows: ends } = await client.query<{ seq: string; whole: boolean }>(
    `select c.seq::text, (c.seq, c.hash) = (coalesce(e.seq, 0), coalesce(e.hash, $2)) as whole
       from event_chain c
       left join lateral (select seq, hash from event where province_id = $1 order by seq desc limit 1) e on true
      where c.province_id = $1`,
    [provinceId, FIRST_HASH],
  );
  return ends[0]?.whole ? null : Number(ends[0]?.seq ?? 0);
}

/** Every table as the province sees it now against its sum in the archive. */
async function compare(client: pg.Client, { manifest, file, size }: Archive): Promise<Result<void, StoreRefusal>> {
  const columns = new Map<string, readonly string[]>();
  for await (const frame of readFrames(file, size))
    if (frame.kind === 'T') columns.set(frame.start.table, frame.start.columns);
  const keys = new Map((await listTables(client)).map(({ name, key }) => [name, key]));
  for (const wanted of manifest.tables) {
    await client.query("select set_config('bamsat.province', $1, false)", [String(wanted.province)]);
    const sum = new Sum();
    const { table, province } = wanted;
    const text = copyOfProvince(table, columns.get(table) ?? [], keys.get(table) ?? [], province);
    for await (const rows of copyOut(client, text)) sum.add(rows);
    if (!sameSum(wanted, sum.of(province, table))) return err(differs(table));
  }
  return ok(undefined);
}

const NOT_EMPTY = storeRefusal(
  'not-empty',
  'Cơ sở dữ liệu đích đã có dữ liệu; chỉ khôi phục vào cơ sở dữ liệu trống.',
  'The database already holds data; a backup is restored into an empty one only.',
);

function otherSchema(name: string, known: boolean): StoreRefusal {
  return known
    ? storeRefusal(
        'other-schema',
        `Bản sao lưu có bước nâng cấp ${name} với nội dung khác phiên bản này; không khôi phục.`,
        `The backup has the migration ${name} with other contents than this version; nothing was restored.`,
      )
    : storeRefusal(
        'newer-archive',
        `Bản sao lưu do phiên bản Bám Sát mới hơn tạo (${name}); hãy khôi phục bằng phiên bản đó.`,
        `The backup was made by a newer Bám Sát (${name}); restore it with that version.`,
      );
}

function differs(table: string): StoreRefusal {
  return storeRefusal(
    'restore-differs',
    `Bảng ${table} sau khi khôi phục không giống bản sao lưu; đã hủy, không có gì thay đổi.`,
    `The table ${table} came out other than in the backup; taken back, nothing was changed.`,
  );
}

function brokenChain(provinceId: number, seq: number): StoreRefusal {
  return storeRefusal(
    'broken-chain',
    `Chuỗi nhật ký trong bản sao lưu bị đứt ở sự kiện ${seq} (tỉnh số ${provinceId}); không khôi phục.`,
    `The log of events in the backup is broken at event ${seq} (province ${provinceId}); nothing was restored.`,
  );
}
