/**
 * Sao lưu: one file with every row of every province, or of one, documents' bytes included, as they stood at one
 * instant while others go on writing. The file comes to its name only when it is whole.
 */
import { randomBytes } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { err, ok, type Result } from '#base/result.ts';
import { type StoreRefusal, storeRefusal } from '../refusals.ts';
import { connectForCopy, copyOut } from './copy.ts';
import { type Frame, type Header, packArchive, Sum, type TableSum } from './format.ts';
import { copyOfProvince, listTables } from './tables.ts';

export interface BackupOptions {
  readonly url: string;
  /** Must not exist yet. */
  readonly file: string;
  /** Slug of the only province to take; null for all. */
  readonly province: string | null;
  /** Version of Bám Sát. */
  readonly version: string;
  readonly secretKey: Uint8Array | null;
  readonly now: Date;
}

export interface Backup {
  readonly file: string;
  readonly bytes: number;
  readonly header: Header;
  readonly tables: readonly TableSum[];
}

export async function backup(options: BackupOptions): Promise<Result<Backup, StoreRefusal>> {
  const file = resolve(options.file);
  if (existsSync(file)) return err(EXISTS);
  const client = await connectForCopy(options.url, 'bamsat-backup');
  try {
    // Everything below sees the database as it is at the first query of this transaction.
    await client.query('begin isolation level repeatable read read only');
    const header = await readHeader(client, options);
    if (!header.ok) return header;
    const tables: TableSum[] = [];
    const waiting = `${file}.${randomBytes(6).toString('hex')}.part`;
    try {
      const target = createWriteStream(waiting, { mode: 0o600, flags: 'wx' });
      await pipeline(packArchive(framesOf(client, header.value, tables)), target);
      await makeLasting(waiting);
      const { size } = await stat(waiting);
      await rename(waiting, file);
      await makeLasting(dirname(file)).catch(() => {}); // not every system can do that of a folder
      return ok({ file, bytes: size, header: header.value, tables });
    } catch (error) {
      await rm(waiting, { force: true });
      throw error;
    }
  } finally {
    await client.end();
  }
}

async function readHeader(client: pg.Client, options: BackupOptions): Promise<Result<Header, StoreRefusal>> {
  const { rows } = await client.query("select to_regclass('public.schema_migration') is not null as ours");
  if (!rows[0].ours) return err(NOT_OURS);
  const migrations = await client.query<{ name: string; hash: string }>(
    'select name, hash from schema_migration order by name collate "C"',
  );
  const provinces = await client.query<{ id: number; slug: string; name: string }>(
    'select province_id as id, slug, name from province order by province_id',
  );
  const chosen = provinces.rows.filter(({ slug }) => options.province === null || slug === options.province);
  if (options.province !== null && chosen.length === 0) return err(noProvince(options.province));
  return ok({
    version: options.version,
    createdAt: options.now.toISOString(),
    migrations: migrations.rows,
    provinces: chosen,
    secretKey: options.secretKey === null ? null : Buffer.from(options.secretKey).toString('base64'),
  });
}

async function* framesOf(client: pg.Client, header: Header, tables: TableSum[]): AsyncGenerator<Frame> {
  yield { kind: 'H', header };
  const shapes = await listTables(client);
  for (const { id } of header.provinces) {
    await client.query("select set_config('bamsat.province', $1, false)", [String(id)]);
    for (const { name, columns, key } of shapes) {
      yield { kind: 'T', start: { province: id, table: name, columns } };
      const sum = new Sum();
      for await (const rows of copyOut(client, copyOfProvince(name, columns, key, id))) {
        sum.add(rows);
        yield { kind: 'D', rows };
      }
      const done = sum.of(id, name);
      tables.push(done);
      yield { kind: 'E', sum: done };
    }
  }
  yield { kind: 'M', manifest: { tables } };
}

async function makeLasting(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const EXISTS = storeRefusal(
  'file-exists',
  'Đã có tệp mang tên này; hãy chọn tên khác.',
  'There is a file of this name already; choose another.',
);

const NOT_OURS = storeRefusal(
  'not-ours',
  'Cơ sở dữ liệu này chưa có dữ liệu của Bám Sát.',
  'This database holds nothing of Bám Sát.',
);

export function noProvince(slug: string): StoreRefusal {
  return storeRefusal('unknown-province', `Không có tỉnh “${slug}”.`, `There is no province “${slug}”.`);
}
