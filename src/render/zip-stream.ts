/**
 * A zip file that is written while its parts are still being made: sizes and checksums follow each part (data
 * descriptors), so that no more than one piece is held at a time. Parts below 4 GB; equal parts give equal bytes.
 */
import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ZipPart {
  /** ASCII. */
  readonly name: string;
  readonly pieces: Iterable<string> | AsyncIterable<string>;
}

/** 01/01/2000 00:00, as zip counts. */
const STAMP = ((2000 - 1980) << 25) | (1 << 21) | (1 << 16);
/** Sizes come behind; names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;

interface Tally {
  crc: number;
  size: number;
}

/** The bytes of the file in pieces, each made when it is asked for. */
export async function* writeZip(parts: readonly ZipPart[]): AsyncGenerator<Uint8Array> {
  const index: Buffer[] = [];
  let at = 0;
  for (const { name, pieces } of parts) {
    const start = at;
    const tally: Tally = { crc: 0, size: 0 };
    let packed = 0;
    const head = localHead(name);
    at += head.length;
    yield head;
    const deflate = createDeflateRaw();
    // What the source throws is thrown to who reads; who stops reading stops the source.
    pipeline(Readable.from(counted(pieces, tally), { objectMode: false }), deflate, () => {});
    for await (const chunk of deflate as AsyncIterable<Buffer>) {
      packed += chunk.length;
      yield chunk;
    }
    const sizes = fields([4, 0x08074b50], [4, tally.crc], [4, packed], [4, tally.size]);
    at += packed + sizes.length;
    yield sizes;
    index.push(centralHead(name, tally, packed, start));
  }
  const list = Buffer.concat(index);
  yield list;
  yield fields([4, 0x06054b50], [4, 0], [2, parts.length], [2, parts.length], [4, list.length], [4, at], [2, 0]);
}

async function* counted(pieces: ZipPart['pieces'], tally: Tally): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    if (piece === '') continue;
    const bytes = Buffer.from(piece, 'utf8');
    tally.crc = crc32(bytes, tally.crc);
    tally.size += bytes.length;
    yield bytes;
  }
}

function localHead(name: string): Buffer {
  const words = Buffer.from(name, 'ascii');
  return Buffer.concat([
    fields([4, 0x04034b50], [2, 20], [2, FLAGS], [2, DEFLATED], [4, STAMP], [4, 0], [4, 0], [4, 0]),
    fields([2, words.length], [2, 0]),
    words,
  ]);
}

function centralHead(name: string, { crc, size }: Tally, packed: number, start: number): Buffer {
  const words = Buffer.from(name, 'ascii');
  return Buffer.concat([
    fields([4, 0x02014b50], [2, 20], [2, 20], [2, FLAGS], [2, DEFLATED], [4, STAMP], [4, crc], [4, packed], [4, size]),
    fields([2, words.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, start]),
    words,
  ]);
}

/** Numbers of 2 or 4 bytes, the lowest first. */
function fields(...all: readonly (readonly [2 | 4, number])[]): Buffer {
  const bytes = Buffer.alloc(all.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of all) {
    if (size === 2) bytes.writeUInt16LE(value, at);
    else bytes.writeUInt32LE(value >>> 0, at);
    at += size;
  }
  return bytes;
}
