/**
 * Makes the tabular figures (chữ số cùng độ rộng) that Be Vietnam Pro lacks: its own ten digits, centred on one width,
 * as small fonts that stand before it for U+0030–0039. Run after the font package changes:
 * `node web/fonts/make-figures.ts`. The outlines stay under the SIL Open Font License, as the README here says.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';

const PACKAGE = join(import.meta.dirname, '../../node_modules/@fontsource/be-vietnam-pro/files');
const OUT = join(import.meta.dirname, '../src/styles/figures');
const WEIGHTS = [400, 500, 600, 700];
const FAMILY = 'Bam Sat Figures';

type Tables = Map<string, Buffer>;

function readWoff(bytes: Buffer): Tables {
  const tables: Tables = new Map();
  for (let i = 0; i < bytes.readUInt16BE(12); i++) {
    const at = 44 + i * 20;
    const [offset, packed, length] = [4, 8, 12].map((step) => bytes.readUInt32BE(at + step)) as [
      number,
      number,
      number,
    ];
    const raw = bytes.subarray(offset, offset + packed);
    tables.set(bytes.toString('latin1', at, at + 4), packed < length ? inflateSync(raw) : Buffer.from(raw));
  }
  return tables;
}

function table(tables: Tables, tag: string): Buffer {
  const found = tables.get(tag);
  if (!found) throw new Error(`the font has no ${tag}`);
  return found;
}

/** Code → glyph, from a segment table (format 4). */
function glyphsOf(cmap: Buffer, codes: readonly number[]): number[] {
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const at = cmap.readUInt32BE(4 + i * 8 + 4);
    if (cmap.readUInt16BE(at) !== 4) continue;
    const count = cmap.readUInt16BE(at + 6) / 2;
    return codes.map((code) => {
      for (let s = 0; s < count; s++) {
        const end = cmap.readUInt16BE(at + 14 + s * 2);
        if (code > end) continue;
        const start = cmap.readUInt16BE(at + 16 + (count + s) * 2);
        const delta = cmap.readUInt16BE(at + 16 + (2 * count + s) * 2);
        const rangeAt = at + 16 + (3 * count + s) * 2;
        const range = cmap.readUInt16BE(rangeAt);
        if (code < start) return 0;
        return range === 0 ? (code + delta) & 0xffff : cmap.readUInt16BE(rangeAt + range + (code - start) * 2);
      }
      return 0;
    });
  }
  throw new Error('the font has no table of characters that is understood');
}

/** A simple outline moved to the right by `shift`; its hints, which know the old place, are left out. */
function moved(glyph: Buffer, shift: number): Buffer {
  const contours = glyph.readInt16BE(0);
  if (contours < 0) throw new Error('a figure is composed of others');
  const ends = glyph.subarray(10, 10 + contours * 2);
  const points = ends.readUInt16BE(ends.length - 2) + 1;
  let at = 10 + contours * 2;
  at += 2 + glyph.readUInt16BE(at);
  const flags: number[] = [];
  while (flags.length < points) {
    const flag = glyph.readUInt8(at++);
    const repeats = flag & 8 ? glyph.readUInt8(at++) : 0;
    for (let i = 0; i <= repeats; i++) flags.push(flag & ~8);
  }
  const deltas = (short: number, same: number): number[] =>
    flags.map((flag) => {
      if (flag & short) return glyph.readUInt8(at++) * (flag & same ? 1 : -1);
      if (flag & same) return 0;
      at += 2;
      return glyph.readInt16BE(at - 2);
    });
  const x = deltas(2, 16);
  const y = deltas(4, 32);
  x[0] = (x[0] as number) + shift;
  const head = Buffer.from(glyph.subarray(0, 10));
  for (const side of [2, 6]) head.writeInt16BE(head.readInt16BE(side) + shift, side);
  const words = (values: readonly number[]) => Buffer.concat(values.map((value) => int16(value)));
  const plain = Buffer.from(flags.map((flag) => flag & 1));
  const body = Buffer.concat([head, ends, int16(0), plain, words(x), words(y)]);
  return Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
}

function int16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [i, value] of values.entries()) bytes.writeUInt16BE(value & 0xffff, i * 2);
  return bytes;
}

function uint32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeUInt32BE(value >>> 0, i * 4);
  return bytes;
}

/** The ten digits of a font on one width: the middle one of theirs, so that the rest keeps its rhythm. */
function figures(source: Tables): Tables {
  const [head, hhea, hmtx] = [table(source, 'head'), Buffer.from(table(source, 'hhea')), table(source, 'hmtx')];
  const [glyf, loca] = [table(source, 'glyf'), table(source, 'loca')];
  const long = head.readInt16BE(50) === 1;
  const offset = (glyph: number) => (long ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2);
  const measured = hhea.readUInt16BE(34);
  const advance = (glyph: number) => hmtx.readUInt16BE(Math.min(glyph, measured - 1) * 4);
  const digits = glyphsOf(
    table(source, 'cmap'),
    Array.from({ length: 10 }, (_, i) => 48 + i),
  );
  const width = digits.map(advance).sort((a, b) => a - b)[5] as number;
  const outlines = [
    Buffer.alloc(0),
    ...digits.map((glyph) =>
      moved(glyf.subarray(offset(glyph), offset(glyph + 1)), Math.round((width - advance(glyph)) / 2)),
    ),
  ];
  const places = [0];
  for (const outline of outlines) places.push((places.at(-1) as number) + outline.length);
  const newHead = Buffer.from(head);
  newHead.writeInt16BE(1, 50);
  hhea.writeUInt16BE(width, 10);
  hhea.writeUInt16BE(outlines.length, 34);
  const maxp = Buffer.from(table(source, 'maxp'));
  maxp.writeUInt16BE(outlines.length, 4);
  const post = Buffer.from(table(source, 'post').subarray(0, 32));
  post.writeUInt32BE(0x00030000, 0);
  const segment = int16(4, 32, 0, 4, 4, 1, 0, 57, 0xffff, 0, 48, 0xffff, 1 - 48, 1, 0, 0);
  return new Map([
    ['OS/2', table(source, 'OS/2')],
    ['cmap', Buffer.concat([int16(0, 1, 3, 1), uint32(12), segment])],
    ['glyf', Buffer.concat(outlines)],
    ['head', newHead],
    ['hhea', hhea],
    ['hmtx', Buffer.concat(outlines.map((one) => int16(width, one.length === 0 ? 0 : one.readInt16BE(2))))],
    ['loca', uint32(...places)],
    ['maxp', maxp],
    ['name', nameTable(source)],
    ['post', post],
  ]);
}

/** The name of the new fonts, and the copyright and licence of the old. */
function nameTable(source: Tables): Buffer {
  const old = table(source, 'name');
  const kept = new Map<number, Buffer>();
  for (let i = 0; i < old.readUInt16BE(2); i++) {
    const at = 6 + i * 12;
    const id = old.readUInt16BE(at + 6);
    if (old.readUInt16BE(at) !== 3 || ![0, 13, 14].includes(id)) continue;
    const start = old.readUInt16BE(4) + old.readUInt16BE(at + 10);
    kept.set(id, old.subarray(start, start + old.readUInt16BE(at + 8)));
  }
  for (const id of [1, 4, 6]) {
    kept.set(id, Buffer.from(id === 6 ? FAMILY.replaceAll(' ', '') : FAMILY, 'utf16le').swap16());
  }
  const all = [...kept].sort(([a], [b]) => a - b);
  let place = 0;
  const records = all.map(([id, text]) => {
    const record = int16(3, 1, 0x409, id, text.length, place);
    place += text.length;
    return record;
  });
  return Buffer.concat([int16(0, all.length, 6 + all.length * 12), ...records, ...all.map(([, text]) => text)]);
}

function sumOf(bytes: Buffer): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 4) {
    const word = Buffer.alloc(4);
    bytes.copy(word, 0, i, Math.min(i + 4, bytes.length));
    sum = (sum + word.readUInt32BE(0)) >>> 0;
  }
  return sum;
}

function writeWoff(tables: Tables): Buffer {
  const all = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const directory: Buffer[] = [];
  const bodies: Buffer[] = [];
  let place = 44 + all.length * 20;
  let plainSize = 12 + all.length * 16;
  for (const [tag, bytes] of all) {
    const packed = deflateSync(bytes, { level: 9 });
    const body = packed.length < bytes.length ? packed : bytes;
    directory.push(Buffer.concat([Buffer.from(tag, 'latin1'), uint32(place, body.length, bytes.length, sumOf(bytes))]));
    const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
    bodies.push(padded);
    place += padded.length;
    plainSize += bytes.length + ((4 - (bytes.length % 4)) % 4);
  }
  const header = Buffer.concat([
    Buffer.from('wOFF', 'latin1'),
    uint32(0x00010000, place),
    int16(all.length, 0),
    uint32(plainSize),
    int16(1, 0),
    uint32(0, 0, 0, 0, 0),
  ]);
  return Buffer.concat([header, ...directory, ...bodies]);
}

mkdirSync(OUT, { recursive: true });
for (const weight of WEIGHTS) {
  const source = readWoff(readFileSync(join(PACKAGE, `be-vietnam-pro-latin-${weight}-normal.woff`)));
  writeFileSync(join(OUT, `figures-${weight}.woff`), writeWoff(figures(source)));
}
