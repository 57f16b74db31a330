/**
 * A zip archive (tệp nén) as .docx and .odt are, opened with care: everything that its directory says is checked before
 * a byte is inflated, parts are inflated one by one when they are asked for, and never beyond what was declared.
 */

import { crc32, inflateRawSync } from 'node:zlib';
import { err, ok, type Result } from '#base/result.ts';
import { type Entry, readDirectory } from './archive-directory.ts';
import { type FileRefusal, fileRefusal } from './model.ts';

export interface ArchiveLimits {
  readonly entries: number;
  /** All parts together, inflated, bytes. */
  readonly total: number;
  /** One part that is read, inflated, bytes. */
  readonly part: number;
  /** Inflated to deflated size, for parts over four megabytes: forms with many empty rows shrink well too. */
  readonly ratio: number;
}

export const ARCHIVE_LIMITS: ArchiveLimits = {
  entries: 10_000,
  total: 400 * 1024 * 1024,
  part: 128 * 1024 * 1024,
  ratio: 200,
};

export interface Archive {
  /** In the order of the directory, folders left out. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The bytes of a part; null when there is none of that name. */
  read(name: string): Result<Uint8Array | null, FileRefusal>;
}

const MEGABYTE = 1024 * 1024;
const RATIO_FROM = 4 * MEGABYTE;
/** Blank pictures in formats without compression shrink a thousandfold and are not read: they may, up to this size. */
const PICTURE = /\.(?:bmp|dib|emf|wmf|tiff?)$/i;
const PICTURE_SIZE = 64 * MEGABYTE;

/** Opens an archive, or says why it can't or mustn't be. */
export function openArchive(bytes: Uint8Array, limits: Partial<ArchiveLimits> = {}): Result<Archive, FileRefusal> {
  const bound = { ...ARCHIVE_LIMITS, ...limits };
  const directory = readDirectory(bytes, bound.entries);
  if (!directory.ok) return directory;
  const refusal = checkSizes(directory.value, bound);
  if (refusal) return err(refusal);
  const entries = new Map(directory.value.filter((entry) => !entry.name.endsWith('/')).map((e) => [e.name, e]));
  return ok({
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    read: (name) => {
      const entry = entries.get(name);
      return entry ? readEntry(bytes, entry, bound) : ok(null);
    },
  });
}

function checkSizes(entries: readonly Entry[], limits: ArchiveLimits): FileRefusal | null {
  let total = 0;
  for (const entry of entries) {
    total += entry.size;
    if (total > limits.total) return BOMB;
    const mayShrink = PICTURE.test(entry.name) && entry.size <= PICTURE_SIZE;
    if (!mayShrink && entry.size > RATIO_FROM && entry.size > limits.ratio * entry.packed) return BOMB;
  }
  return null;
}

function readEntry(bytes: Uint8Array, entry: Entry, limits: ArchiveLimits): Result<Uint8Array, FileRefusal> {
  if (entry.size > limits.part) return err(BOMB);
  const packed = bytes.subarray(entry.start, entry.start + entry.packed);
  if (entry.method !== 0 && entry.method !== 8) return err(DAMAGED);
  const inflated = entry.method === 0 ? ok(packed) : inflate(packed, entry.size);
  if (!inflated.ok) return inflated;
  const whole = inflated.value.length === entry.size && crc32(inflated.value) === entry.crc;
  return whole ? inflated : err(DAMAGED);
}

/** Inflates and stops as soon as there is more than was declared: headers are not believed. */
function inflate(packed: Uint8Array, size: number): Result<Uint8Array, FileRefusal> {
  try {
    return ok(inflateRawSync(packed, { maxOutputLength: Math.max(1, size) }));
  } catch (error) {
    return err((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? BOMB : DAMAGED);
  }
}

const BOMB = fileRefusal(
  'bomb',
  'tệp nén bung ra lớn bất thường (có thể là bom nén), nên không được mở',
  'the archive unpacks to an absurd size (it may be a zip bomb), so it was not opened',
);

const DAMAGED = fileRefusal(
  'damaged',
  'tệp bị hỏng hoặc thiếu dữ liệu; hãy mở lại bằng chương trình đã tạo ra nó và lưu thành tệp mới',
  'the file is damaged or incomplete; open it in the program that made it and save it anew',
);
