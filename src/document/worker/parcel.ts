/**
 * A document as a parcel of bytes (gói) and back. Hundreds of thousands of words travel as columns of numbers, and are
 * unpacked in pieces, so that the process that asked goes on with its other work meanwhile.
 */
import { setImmediate } from 'node:timers/promises';
import type { Span } from '#base/span.ts';
import type { Box, Document, DocumentLine, DocumentWord, Font } from '../model.ts';

const WORD = 8;
const LINE = 9;
const DOUBT = 2;
/** Things unpacked at a stretch. */
const STRETCH = 20_000;

interface Head extends Pick<Document, 'format' | 'pages' | 'warnings'> {
  readonly fonts: readonly Font[];
  readonly words: number;
  readonly lines: number;
  readonly doubts: number;
}

export interface Parcel {
  readonly head: unknown;
  readonly body: readonly Uint8Array[];
}

export function pack(document: Document): Parcel {
  const { format, pages, warnings, words, lines, doubts } = document;
  const fonts = new FontTable();
  const head: Head = {
    format,
    pages,
    warnings,
    words: words.length,
    lines: lines.length,
    doubts: doubts.length,
    fonts: fonts.list,
  };
  const numbers = new Float64Array(words.length * WORD + lines.length * LINE + doubts.length * DOUBT);
  let at = 0;
  const put = (...values: number[]) => {
    for (const value of values) numbers[at++] = value;
  };
  for (const { span, page, box, confidence } of words) {
    put(span.start, span.end, page, box.x, box.y, box.width, box.height, confidence ?? Number.NaN);
  }
  for (const { span, page, box, font, confidence } of lines) {
    const place = box ? [box.x, box.y, box.width, box.height] : NO_BOX;
    put(span.start, span.end, page ?? Number.NaN, ...place, fonts.indexOf(font), confidence ?? Number.NaN);
  }
  for (const { start, end } of doubts) put(start, end);
  // UTF-16, because every position is in its units and broken text may hold half a character.
  return { head, body: [new Uint8Array(numbers.buffer), Buffer.from(document.text, 'utf16le')] };
}

const NO_BOX = [Number.NaN, Number.NaN, Number.NaN, Number.NaN];

class FontTable {
  readonly list: Font[] = [];
  readonly #known = new Map<string, number>();

  /** -1 for none. */
  indexOf(font: Font | null): number {
    if (font === null) return -1;
    const key = JSON.stringify([font.name, font.size, font.bold, font.italic]);
    let index = this.#known.get(key);
    if (index === undefined) {
      index = this.list.push(font) - 1;
      this.#known.set(key, index);
    }
    return index;
  }
}

export async function unpack({ head, body }: { head: unknown; body: Uint8Array }): Promise<Document> {
  const { format, pages, warnings, fonts, ...count } = head as Head;
  const length = count.words * WORD + count.lines * LINE + count.doubts * DOUBT;
  const numbers = new Float64Array(body.buffer, body.byteOffset, length);
  const text = Buffer.from(body.buffer, body.byteOffset + numbers.byteLength, body.length - numbers.byteLength);
  let at = 0;
  const next = () => numbers[at++] as number;
  const span = (): Span => ({ start: next(), end: next() });
  const box = (): Box => ({ x: next(), y: next(), width: next(), height: next() });
  const orNull = (value: number) => (Number.isNaN(value) ? null : value);
  const words = await many(
    count.words,
    (): DocumentWord => ({ span: span(), page: next(), box: box(), confidence: orNull(next()) }),
  );
  const lines = await many(count.lines, (): DocumentLine => {
    const where = span();
    const page = orNull(next());
    const place = box();
    const font = fonts[next()] ?? null;
    return { span: where, page, box: Number.isNaN(place.x) ? null : place, font, confidence: orNull(next()) };
  });
  const doubts = await many(count.doubts, span);
  return { format, pages, text: text.toString('utf16le'), lines, words, doubts, warnings };
}

async function many<T>(count: number, make: () => T): Promise<T[]> {
  const made: T[] = [];
  for (let i = 0; i < count; i++) {
    if (i > 0 && i % STRETCH === 0) await setImmediate();
    made.push(make());
  }
  return made;
}
