/** Automatic numbers (đánh số tự động) of a .doc: the definitions of lists, what overrides them, and the counting. */

import { formatNumber } from '../docx/number-format.ts';
import { bulletOf } from '../docx/symbol.ts';
import { fromLegacy, isCapitalFont, legacyEncodingOfFont } from '../encoding/legacy.ts';
import { Counter } from '../flow/counter.ts';
import type { Bytes } from './bytes.ts';
import { listSprms, SPRM } from './sprm.ts';

interface Level {
  readonly start: number;
  /** As [MS-DOC] numbers the formats. */
  readonly format: number;
  readonly legal: boolean;
  /** Characters below 9 stand for the number of that level. */
  readonly text: string;
  /** Index of the font; -1 for the paragraph's own. */
  readonly font: number;
}

interface Override {
  readonly list: number;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, Level>;
}

const FORMATS: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  5: 'ordinal',
  6: 'cardinalText',
  22: 'decimalZero',
  57: 'numberInDash',
};
const BULLET = 23;
const NO_NUMBER = 255;

export class Lists {
  readonly #lists: ReadonlyMap<number, readonly Level[]>;
  readonly #overrides: readonly Override[];
  readonly #fonts: readonly string[];
  readonly #counters = new Map<number, Counter>();
  readonly #started = new Set<string>();
  /** Some paragraph is numbered in a way that could not be read. */
  lost = false;

  constructor(lists: Bytes, overrides: Bytes, fonts: readonly string[]) {
    this.#lists = readLists(lists);
    this.#overrides = readOverrides(overrides);
    this.#fonts = fonts;
  }

  /** The label of the next paragraph of the list at that level; '' for none. */
  label(override: number, level: number): string {
    const found = this.#overrides[override - 1];
    const levels = found ? this.#lists.get(found.list) : undefined;
    const own = found?.levels.get(level) ?? levels?.[Math.min(level, levels.length - 1)];
    if (!found || !levels || !own) {
      this.lost ||= override !== 0 && override < 0x7ff;
      return '';
    }
    const counter = this.#counterOf(found.list);
    const startOf = (l: number) => found.starts.get(l) ?? found.levels.get(l)?.start ?? levels[l]?.start ?? 1;
    const key = `${override} ${level}`;
    if (found.starts.has(level) && !this.#started.has(key)) counter.restart(level, startOf(level));
    this.#started.add(key);
    counter.next(level, startOf);
    return this.#write(own, (l) => {
      const format = own.legal ? 0 : (found.levels.get(l)?.format ?? levels[l]?.format ?? 0);
      return formatNumber(counter.at(l, startOf), FORMATS[format] ?? 'decimal');
    });
  }

  #counterOf(list: number): Counter {
    let counter = this.#counters.get(list);
    if (!counter) {
      counter = new Counter();
      this.#counters.set(list, counter);
    }
    return counter;
  }

  #write({ format, text, font }: Level, number: (level: number) => string): string {
    const family = this.#fonts[font] ?? '';
    if (format === BULLET) return bulletOf(text, family);
    if (format === NO_NUMBER) return filled(text, () => '');
    const encoding = legacyEncodingOfFont(family);
    const around = encoding ? fromLegacy(text, encoding, { capitals: isCapitalFont(family) }) : text;
    return filled(around, number);
  }
}

/** A text in which characters below 9 stand for the number of that level. */
function filled(text: string, number: (level: number) => string): string {
  return [...text]
    .map((c) => (c.charCodeAt(0) < 9 ? number(c.charCodeAt(0)) : c))
    .join('')
    .trim();
}

/** Lists by their number; the levels of all of them follow behind the last. */
function readLists(bytes: Bytes): Map<number, Level[]> {
  const lists = new Map<number, Level[]>();
  const count = bytes.u16(0);
  let at = 2 + 28 * count;
  for (let i = 0; i < count && at < bytes.length; i++) {
    const head = 2 + 28 * i;
    const levels: Level[] = [];
    const simple = (bytes.u8(head + 26) & 1) !== 0;
    for (let level = 0; level < (simple ? 1 : 9) && at < bytes.length; level++) {
      const [read, next] = readLevel(bytes, at);
      levels.push(read);
      at = next;
    }
    lists.set(bytes.u32(head), levels);
  }
  return lists;
}

function readLevel(bytes: Bytes, at: number): [level: Level, next: number] {
  const characters = bytes.u8(at + 24);
  const paragraphs = bytes.u8(at + 25);
  const group = bytes.part(at + 28 + paragraphs, characters);
  const text = at + 28 + paragraphs + characters;
  const length = bytes.u16(text);
  const font =
    listSprms(group)
      .find(({ id }) => id === SPRM.font)
      ?.operand.u16(0) ?? -1;
  const level = {
    start: bytes.u32(at) & 0x7fff,
    format: bytes.u8(at + 4),
    legal: (bytes.u8(at + 5) & 4) !== 0,
    text: bytes.text(text + 2, Math.min(length, 255)),
    font,
  };
  return [level, text + 2 + 2 * length];
}

function readOverrides(bytes: Bytes): Override[] {
  const count = Math.min(bytes.u32(0), Math.floor(bytes.length / 16));
  const overrides: Override[] = [];
  let at = 4 + 16 * count;
  for (let i = 0; i < count; i++) {
    const head = 4 + 16 * i;
    const starts = new Map<number, number>();
    const levels = new Map<number, Level>();
    at += 4;
    for (let j = 0; j < bytes.u8(head + 12) && at < bytes.length; j++) {
      const flags = bytes.u8(at + 4);
      const level = flags & 0xf;
      if ((flags & 0x10) !== 0) starts.set(level, bytes.u32(at) & 0x7fff);
      at += 8;
      if ((flags & 0x20) !== 0) {
        const [read, next] = readLevel(bytes, at);
        levels.set(level, read);
        // A level of its own counts from its own start.
        if ((flags & 0x10) !== 0) starts.set(level, read.start);
        at = next;
      }
    }
    overrides.push({ list: bytes.u32(head), starts, levels });
  }
  return overrides;
}
