/**
 * The form of a backup: a magic line, frames compressed by zstd, and the SHA-256 of all of that in the last 32 bytes.
 * A frame is a letter, the length of its content (4 bytes, big endian) and the content:
 *
 *   H  JSON  what the archive is: version, migrations, provinces
 *   T  JSON  a table of a province begins: its columns
 *   D  rows  as PostgreSQL's COPY writes them (text form, a line a row)
 *   E  JSON  the table ends: rows, bytes, SHA-256 of its bytes
 *   M  JSON  the archive ends: the same of all tables
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { err, ok, type Result } from '#base/result.ts';
import { type StoreRefusal, storeRefusal } from '../refusals.ts';

const MAGIC = 'BAMSAT-BACKUP-1\n';
const FAMILY = 'BAMSAT-BACKUP-';
const HASH_BYTES = 32;
const HEAD_BYTES = 5;
/** More than the longest row that PostgreSQL can hold. */
const LONGEST = 2 ** 30 + 2 ** 20;

export interface Header {
  /** Version of Bám Sát. */
  readonly version: string;
  readonly createdAt: string;
  /** Migrations of the database: name and SHA-256 of its SQL. */
  readonly migrations: readonly { readonly name: string; readonly hash: string }[];
  readonly provinces: readonly { readonly id: number; readonly slug: string; readonly name: string }[];
  /** Key of the secrets at rest, base64; null when it was not at hand. */
  readonly secretKey: string | null;
}

export interface TableStart {
  readonly province: number;
  readonly table: string;
  readonly columns: readonly string[];
}

export interface TableSum {
  readonly province: number;
  readonly table: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

export interface Manifest {
  readonly tables: readonly TableSum[];
}

export type Frame =
  | { readonly kind: 'H'; readonly header: Header }
  | { readonly kind: 'T'; readonly start: TableStart }
  | { readonly kind: 'D'; readonly rows: Buffer }
  | { readonly kind: 'E'; readonly sum: TableSum }
  | { readonly kind: 'M'; readonly manifest: Manifest };

/** Counts and hashes rows in COPY's text form. */
export class Sum {
  #rows = 0;
  #bytes = 0;
  readonly #hash = createHash('sha256');

  add(part: Buffer): void {
    this.#bytes += part.length;
    this.#hash.update(part);
    // Line breaks within a value are written `\n`.
    for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, at + 1)) this.#rows++;
  }

  of(province: number, table: string): TableSum {
    return { province, table, rows: this.#rows, bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }
}

export function sameSum(a: TableSum, b: TableSum): boolean {
  return (
    a.province === b.province &&
    a.table === b.table &&
    a.rows === b.rows &&
    a.bytes === b.bytes &&
    a.sha256 === b.sha256
  );
}

function writeFrame(frame: Frame): Buffer[] {
  const content = frame.kind === 'D' ? frame.rows : Buffer.from(JSON.stringify(contentOf(frame)), 'utf8');
  const head = Buffer.alloc(HEAD_BYTES);
  head.write(frame.kind, 'latin1');
  head.writeUInt32BE(content.length, 1);
  return [head, content];
}

function contentOf(frame: Exclude<Frame, { kind: 'D' }>): unknown {
  switch (frame.kind) {
    case 'H':
      return frame.header;
    case 'T':
      return frame.start;
    case 'E':
      return frame.sum;
    case 'M':
      return frame.manifest;
  }
}

/** The bytes of an archive. */
export async function* packArchive(frames: AsyncIterable<Frame>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const magic = Buffer.from(MAGIC, 'latin1');
  hash.update(magic);
  yield magic;
  async function* plain() {
    for await (const frame of frames) yield* writeFrame(frame);
  }
  const zstd = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 3 } });
  const source = Readable.from(plain(), { objectMode: false });
  source.once('error', (error) => zstd.destroy(error));
  for await (const part of source.pipe(zstd)) {
    hash.update(part);
    yield part;
  }
  yield hash.digest();
}

export const DAMAGED = storeRefusal(
  'damaged-archive',
  'Tệp sao lưu bị hỏng hoặc thiếu phần cuối; không khôi phục.',
  'The backup is damaged or cut off; nothing was restored.',
);

const FOREIGN = storeRefusal(
  'foreign-archive',
  'Tệp này không phải bản sao lưu của Bám Sát.',
  'This file is no backup of Bám Sát.',
);

const NEWER = storeRefusal(
  'newer-archive',
  'Bản sao lưu do phiên bản Bám Sát mới hơn tạo; hãy khôi phục bằng phiên bản đó.',
  'The backup was made by a newer Bám Sát; restore it with that version.',
);

/** Whether every byte of the file is as it was written. Reads all of it. */
export async function checkSeal(path: string): Promise<Result<void, StoreRefusal>> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const magic = await readAt(file, 0, MAGIC.length);
    if (!magic.startsWith(FAMILY)) return err(FOREIGN);
    if (magic !== MAGIC) return err(/^BAMSAT-BACKUP-\d+$/.test(magic.trim()) ? NEWER : DAMAGED);
    if (size < MAGIC.length + HASH_BYTES) return err(DAMAGED);
    const hash = createHash('sha256');
    const end = size - HASH_BYTES - 1;
    for await (const part of createReadStream(path, { end, highWaterMark: 1024 * 1024 })) hash.update(part as Buffer);
    const kept = Buffer.alloc(HASH_BYTES);
    await file.read(kept, 0, HASH_BYTES, size - HASH_BYTES);
    return hash.digest().equals(kept) ? ok(undefined) : err(DAMAGED);
  } finally {
    await file.close();
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<string> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.toString('latin1', 0, bytesRead);
}

/** Thrown where the content of an archive is not as its form asks. */
export class Damaged extends Error {}

/** The frames of a file whose seal is whole. Throws {@link Damaged}. */
export async function* readFrames(path: string, size: number): AsyncGenerator<Frame> {
  const source = createReadStream(path, {
    start: MAGIC.length,
    end: size - HASH_BYTES - 1,
    highWaterMark: 1024 * 1024,
  });
  const zstd = createZstdDecompress();
  source.once('error', (error) => zstd.destroy(error));
  const parts: Buffer[] = [];
  let held = 0;
  /** Takes so many bytes off the front, or null while there are fewer. */
  const take = (length: number): Buffer | null => {
    if (held < length) return null;
    const all = parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
    parts.splice(0, parts.length, ...(all.length > length ? [all.subarray(length)] : []));
    held -= length;
    return all.subarray(0, length);
  };
  let head: { kind: string; length: number } | null = null;
  try {
    for await (const part of source.pipe(zstd)) {
      parts.push(part as Buffer);
      held += (part as Buffer).length;
      for (;;) {
        if (head === null) {
          const bytes = take(HEAD_BYTES);
          if (!bytes) break;
          head = { kind: bytes.toString('latin1', 0, 1), length: bytes.readUInt32BE(1) };
          if (head.length > LONGEST) throw new Damaged(`a frame of ${head.length} bytes`);
        }
        const content = take(head.length);
        if (!content) break;
        yield frameOf(head.kind, content);
        head = null;
      }
    }
  } catch (error) {
    if (error instanceof Damaged || !isOfZlib(error)) throw error;
    throw new Damaged(error.message);
  } finally {
    source.destroy();
    zstd.destroy();
  }
  if (head !== null || held > 0) throw new Damaged('the last frame is cut off');
}

function isOfZlib(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && /^(?:ZSTD|Z_|ERR_)/.test(String(error.code));
}

function frameOf(kind: string, content: Buffer): Frame {
  if (kind === 'D') return { kind, rows: content };
  let value: unknown;
  try {
    value = JSON.parse(content.toString('utf8'));
  } catch {
    throw new Damaged(`a frame ${kind} that is no JSON`);
  }
  switch (kind) {
    case 'H':
      return { kind, header: value as Header };
    case 'T':
      return { kind, start: value as TableStart };
    case 'E':
      return { kind, sum: value as TableSum };
    case 'M':
      return { kind, manifest: value as Manifest };
    default:
      throw new Damaged(`a frame of the unknown kind ${kind}`);
  }
}

/** Reads the whole archive and compares every table with its sum, and all of them with the manifest. */
export async function checkArchive(
  path: string,
  size: number,
): Promise<Result<{ header: Header; manifest: Manifest }, StoreRefusal>> {
  let header: Header | null = null;
  let manifest: Manifest | null = null;
  const sums: TableSum[] = [];
  let table: { start: TableStart; sum: Sum } | null = null;
  try {
    for await (const frame of readFrames(path, size)) {
      if (manifest || (header === null) !== (frame.kind === 'H')) return err(DAMAGED);
      if (frame.kind === 'H') header = frame.header;
      else if (frame.kind === 'T') {
        if (table) return err(DAMAGED);
        table = { start: frame.start, sum: new Sum() };
      } else if (frame.kind === 'D') {
        if (!table) return err(DAMAGED);
        table.sum.add(frame.rows);
      } else if (frame.kind === 'E') {
        if (!table || !sameSum(frame.sum, table.sum.of(table.start.province, table.start.table))) return err(DAMAGED);
        sums.push(frame.sum);
        table = null;
      } else manifest = frame.manifest;
    }
  } catch (error) {
    if (error instanceof Damaged) return err(DAMAGED);
    throw error;
  }
  if (!header || !manifest || table || manifest.tables.length !== sums.length) return err(DAMAGED);
  const same = manifest.tables.every((sum, i) => sameSum(sum, sums[i] as TableSum));
  return same ? ok({ header, manifest }) : err(DAMAGED);
}
