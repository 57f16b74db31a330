/**
 * The text of a .doc: pieces that lie anywhere in the stream, each in one byte a character (Windows-1252) or in UTF-16. What
 * properties tell of places in the stream is brought to positions in the text here.
 */

import { Bytes } from './bytes.ts';

interface Piece {
  /** Position in the text. */
  readonly start: number;
  readonly end: number;
  /** Place in the stream, bytes. */
  readonly at: number;
  readonly wide: boolean;
}

/** A stretch of the stream that has one set of properties. */
export interface Stretch<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

export class Pieces {
  readonly text: string;
  readonly #pieces: readonly Piece[];

  private constructor(pieces: readonly Piece[], stream: Uint8Array) {
    this.#pieces = pieces;
    const decoders = { wide: new TextDecoder('utf-16le'), narrow: new TextDecoder('windows-1252') };
    this.text = pieces
      .map(({ start, end, at, wide }) =>
        wide
          ? decoders.wide.decode(stream.subarray(at, at + 2 * (end - start))).padEnd(end - start, '\0')
          : decoders.narrow.decode(stream.subarray(at, at + end - start)).padEnd(end - start, '\0'),
      )
      .join('');
  }

  /** Null where the table of pieces can't be right. */
  static read(stream: Uint8Array, clx: Bytes): Pieces | null {
    let at = 0;
    while (clx.u8(at) === 1 && at < clx.length) at += 3 + clx.u16(at + 1);
    if (clx.u8(at) !== 2) return null;
    const count = Math.floor((Math.min(clx.u32(at + 1), clx.length - at - 5) - 4) / 12);
    const pieces: Piece[] = [];
    let total = 0;
    for (let i = 0; i < count; i++) {
      const start = clx.u32(at + 5 + 4 * i);
      const end = clx.u32(at + 9 + 4 * i);
      const fc = clx.u32(at + 5 + 4 * (count + 1) + 8 * i + 2);
      const wide = (fc & 0x40000000) === 0;
      const place = wide ? fc : (fc & 0x3fffffff) >>> 1;
      // Positions go on without a gap, and no text is longer than what it is written in.
      if (start !== total || end <= start || place > stream.length) break;
      total = end;
      if (total > 2 * stream.length) return null;
      pieces.push({ start, end, at: place, wide });
    }
    return pieces.length === 0 ? null : new Pieces(pieces, stream);
  }

  /** The place in the stream of a position in the text. */
  placeOf(position: number): number {
    const piece = this.#pieces[this.#indexOf(position)] as Piece;
    return piece.at + (position - piece.start) * (piece.wide ? 2 : 1);
  }

  /** Index of the piece that a position stands in; the last one for positions behind the end. */
  #indexOf(position: number): number {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pieces[middle] as Piece).end <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Stretches of the stream as stretches of the text from `from` to `to`, in its order. */
  toText<T>(stretches: readonly Stretch<T>[], from: number, to: number): Stretch<T>[] {
    const found: Stretch<T>[] = [];
    for (let p = this.#indexOf(from); p < this.#pieces.length; p++) {
      const { start, end, at, wide } = this.#pieces[p] as Piece;
      if (start >= to) break;
      const width = wide ? 2 : 1;
      for (let i = firstEndingAfter(stretches, at); i < stretches.length; i++) {
        const stretch = stretches[i] as Stretch<T>;
        const first = Math.max(start, from, start + Math.ceil((stretch.start - at) / width));
        const last = Math.min(end, to, start + Math.ceil((stretch.end - at) / width));
        if (stretch.start >= at + (end - start) * width) break;
        if (last > first) found.push({ start: first, end: last, value: stretch.value });
      }
    }
    return found;
  }
}

/** Index of the first stretch that ends after a place; stretches are in order. */
export function firstEndingAfter<T>(stretches: readonly Stretch<T>[], place: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle] as Stretch<T>).end <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

const PAGE = 512;

/**
 * The stretches that the pages of properties (FKP) tell of. `read` gives the properties at a place within a page; the pages
 * are listed in `index`, a table of places and page numbers.
 */
export function readStretches<T>(
  stream: Uint8Array,
  index: Bytes,
  entry: number,
  read: (page: Bytes, at: number) => T,
): Stretch<T>[] {
  const stretches: Stretch<T>[] = [];
  // No more pages than the stream can hold.
  const count = Math.min(Math.floor((index.length - 4) / 8), Math.ceil(stream.length / PAGE));
  for (let i = 0; i < count; i++) {
    const number = index.u32(4 * (count + 1) + 4 * i) & 0x3fffff;
    const page = new Bytes(stream.subarray(number * PAGE, (number + 1) * PAGE));
    if (page.length < PAGE) continue;
    const runs = page.u8(PAGE - 1);
    for (let run = 0; run < runs && 4 * (runs + 1) + entry * (run + 1) <= PAGE; run++) {
      const start = page.u32(4 * run);
      const end = page.u32(4 * run + 4);
      // In order, so that they can be searched by halves.
      if (end <= start || start < (stretches.at(-1)?.end ?? 0)) continue;
      stretches.push({ start, end, value: read(page, page.u8(4 * (runs + 1) + entry * run) * 2) });
    }
  }
  return stretches;
}
