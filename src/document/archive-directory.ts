/**
 * The directory of a zip archive (mục lục tệp nén), checked: names that could lead out of it, encryption, parts that
 * overlap or stand twice, and places that are not in the file are refused.
 */

import { err, ok, type Result } from '#base/result.ts';
import { type FileRefusal, fileRefusal } from './model.ts';

/** A part as the directory and its own header say. */
export interface Entry {
  readonly name: string;
  /** 0 stored, 8 deflated; others are not known to us. */
  readonly method: number;
  readonly crc: number;
  /** Bytes in the file. */
  readonly packed: number;
  /** Bytes when inflated, as declared. */
  readonly size: number;
  /** Where its bytes begin. */
  readonly start: number;
}

interface Listed extends Omit<Entry, 'start'> {
  readonly header: number;
}

const END = 0x06054b50;
const END_SIZE = 22;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const LISTED = 0x02014b50;
const LISTED_SIZE = 46;
const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED_FLAGS = 0x0001 | 0x0040 | 0x2000;
const ENCRYPTED_METHOD = 99;

/** Every entry of the archive, folders too, or why it must not be opened. */
export function readDirectory(bytes: Uint8Array, maxEntries: number): Result<readonly Entry[], FileRefusal> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (!end) return err(DAMAGED);
  if (end.count > maxEntries) return err(TOO_MANY);
  const listed = listEntries(bytes, view, end);
  if (!listed.ok) return listed;
  return locate(bytes, view, listed.value, end.start);
}

interface End {
  readonly count: number;
  /** Where the directory begins and ends. */
  readonly start: number;
  readonly stop: number;
}

/** The record at the end of the file; some programs leave a few bytes behind it. */
function findEnd(view: DataView): End | null {
  const first = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= first; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const end = readEnd(view, at);
    if (end) return end;
  }
  return null;
}

function readEnd(view: DataView, at: number): End | null {
  if (view.getUint16(at + 4, true) !== 0 && view.getUint16(at + 4, true) !== 0xffff) return null;
  let count = view.getUint16(at + 10, true);
  let size = view.getUint32(at + 12, true);
  let start = view.getUint32(at + 16, true);
  let limit = at;
  if (count === 0xffff || size === 0xffffffff || start === 0xffffffff) {
    const locator = at - 20;
    if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) return null;
    const record = uint64(view, locator + 8);
    if (record + 56 > locator || view.getUint32(record, true) !== END_64) return null;
    count = uint64(view, record + 32);
    size = uint64(view, record + 40);
    start = uint64(view, record + 48);
    limit = record;
  }
  const stop = start + size;
  return stop <= limit && count * LISTED_SIZE <= size ? { count, start, stop } : null;
}

function listEntries(bytes: Uint8Array, view: DataView, end: End): Result<readonly Listed[], FileRefusal> {
  const listed: Listed[] = [];
  const names = new Set<string>();
  let at = end.start;
  for (let i = 0; i < end.count; i++) {
    if (at + LISTED_SIZE > end.stop || view.getUint32(at, true) !== LISTED) return err(DAMAGED);
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const nameEnd = at + LISTED_SIZE + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > end.stop) return err(DAMAGED);
    const name = decodeName(bytes.subarray(at + LISTED_SIZE, nameEnd));
    if (isUnsafe(name)) return err(UNSAFE_PATH);
    if (flags & ENCRYPTED_FLAGS || method === ENCRYPTED_METHOD) return err(ENCRYPTED);
    if (names.has(name)) return err(DAMAGED);
    names.add(name);
    const wide = readWide(view, nameEnd, extraEnd, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]);
    if (!wide) return err(DAMAGED);
    const [size, packed, header] = wide;
    listed.push({ name, method, crc: view.getUint32(at + 16, true), packed, size, header });
    at = next;
  }
  return ok(listed);
}

/** Sizes and place; those that are all ones stand in the zip64 field, in this order. */
function readWide(
  view: DataView,
  from: number,
  to: number,
  narrow: readonly [number, number, number],
): [number, number, number] | null {
  const values: [number, number, number] = [...narrow];
  if (!values.includes(0xffffffff)) return values;
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const stop = Math.min(to, at + 4 + view.getUint16(at + 2, true));
    let field = at + 4;
    for (const [i, value] of narrow.entries()) {
      if (value !== 0xffffffff) continue;
      if (field + 8 > stop) return null;
      values[i] = uint64(view, field);
      field += 8;
    }
    return values;
  }
  return null;
}

/** Finds the bytes of each entry by its own header, and refuses entries that share bytes: small bombs are made so. */
function locate(
  bytes: Uint8Array,
  view: DataView,
  listed: readonly Listed[],
  directory: number,
): Result<readonly Entry[], FileRefusal> {
  const entries: Entry[] = [];
  for (const entry of listed) {
    const { header, ...rest } = entry;
    if (header + LOCAL_SIZE > directory || view.getUint32(header, true) !== LOCAL) return err(DAMAGED);
    if (view.getUint16(header + 6, true) & ENCRYPTED_FLAGS) return err(ENCRYPTED);
    const nameEnd = header + LOCAL_SIZE + view.getUint16(header + 26, true);
    const start = nameEnd + view.getUint16(header + 28, true);
    if (start + entry.packed > directory) return err(DAMAGED);
    if (decodeName(bytes.subarray(header + LOCAL_SIZE, nameEnd)) !== entry.name) return err(DAMAGED);
    entries.push({ ...rest, start });
  }
  const places = listed
    .map(({ header }, i) => ({ from: header, to: (entries[i] as Entry).start + (entries[i] as Entry).packed }))
    .sort((a, b) => a.from - b.from);
  const overlapping = places.some((place, i) => i > 0 && place.from < (places[i - 1] as { to: number }).to);
  return overlapping ? err(OVERLAPPING) : ok(entries);
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });
const LATIN = new TextDecoder('latin1');

function decodeName(bytes: Uint8Array): string {
  try {
    return UTF_8.decode(bytes);
  } catch {
    return LATIN.decode(bytes);
  }
}

/** A name that another program might write outside of the folder it unpacks to. */
function isUnsafe(name: string): boolean {
  return (
    name === '' ||
    name.startsWith('/') ||
    name.includes('\\') ||
    name.includes('\0') ||
    /^[A-Za-z]:/.test(name) ||
    name.split('/').includes('..')
  );
}

function uint64(view: DataView, at: number): number {
  const value = view.getUint32(at + 4, true) * 2 ** 32 + view.getUint32(at, true);
  return Math.min(value, Number.MAX_SAFE_INTEGER);
}

const DAMAGED = fileRefusal(
  'damaged',
  'tệp bị hỏng hoặc thiếu dữ liệu; hãy mở lại bằng chương trình đã tạo ra nó và lưu thành tệp mới',
  'the file is damaged or incomplete; open it in the program that made it and save it anew',
);

const ENCRYPTED = fileRefusal(
  'encrypted',
  'tệp được đặt mật khẩu; hãy bỏ mật khẩu rồi thử lại',
  'the file is protected by a password; remove it and try again',
);

const UNSAFE_PATH = fileRefusal(
  'unsafe-path',
  'tệp nén chứa đường dẫn trỏ ra ngoài (không an toàn), nên không được mở',
  'the archive holds a path that leads out of it (unsafe), so it was not opened',
);

const TOO_MANY = fileRefusal(
  'bomb',
  'tệp nén chứa quá nhiều tệp con, nên không được mở',
  'the archive holds too many files, so it was not opened',
);

const OVERLAPPING = fileRefusal(
  'bomb',
  'tệp nén có các phần chồng lên nhau (kiểu bom nén), nên không được mở',
  'the archive holds parts that overlap (as zip bombs do), so it was not opened',
);
