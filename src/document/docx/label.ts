/** Labels of list paragraphs (nhãn đánh số), counted as Word counts them: `I.`, `1.1.`, `a)`, `-`. */

import { fromLegacy, isCapitalFont, legacyEncodingOfFont } from '../encoding/legacy.ts';
import { formatCustom, formatNumber } from './number-format.ts';
import type { Level, List, Numbering } from './numbering.ts';
import type { ParagraphProperties } from './properties.ts';
import type { ParagraphLook } from './styles.ts';
import { bulletOf } from './symbol.ts';

export interface Label {
  readonly text: string;
  /** The list puts nothing between label and text. */
  readonly glued: boolean;
}

/** Numbers so far of lists that count together, by depth. */
interface Count {
  readonly values: (number | undefined)[];
  /** Lists and depths that began anew already. */
  readonly begun: Set<string>;
}

/** The list and depth that a paragraph stands in, by itself or by its style; null for none. */
export function findPlace(
  numbering: Numbering,
  direct: ParagraphProperties,
  style: ParagraphLook,
): { list: List; depth: number } | null {
  const id = direct.list ?? style.list;
  if (id === undefined || id === '0') return null;
  const list = numbering.list(id);
  if (!list) return null;
  if (direct.listLevel !== undefined) return { list, depth: direct.listLevel };
  if (direct.list !== undefined) return { list, depth: 0 };
  for (const name of style.chain) {
    for (const [depth, level] of list.levels) if (level.style === name) return { list, depth };
  }
  return { list, depth: style.listLevel ?? 0 };
}

/** Counts the paragraphs of a text in order. */
export class ListCounter {
  readonly #counts = new Map<string, Count>();

  /** Counts a paragraph and gives its label; null when its level shows none. `font` is that of the paragraph. */
  next(list: List, depth: number, font: string): Label | null {
    const level = list.levels.get(depth);
    if (!level) return null;
    let count = this.#counts.get(list.key);
    if (!count) {
      count = { values: [], begun: new Set() };
      this.#counts.set(list.key, count);
    }
    step(count, list, depth);
    const text = textOf(list, level, count.values, depth, level.font || font).trim();
    return text === '' ? null : { text, glued: level.suffix === 'nothing' };
  }
}

function step({ values, begun }: Count, list: List, depth: number): void {
  // A level above that has not been used counts as begun: a first `1.1` stands under an unseen `1`.
  for (let above = 0; above < depth; above++) values[above] ??= startOf(list, above);
  const key = `${list.id}:${depth}`;
  const anew = list.starts.has(depth) && !begun.has(key);
  begun.add(key);
  const value = values[depth];
  values[depth] = value === undefined || anew ? startOf(list, depth) : value + 1;
  for (let below = depth + 1; below < values.length; below++) {
    const restart = list.levels.get(below)?.restart;
    if (restart === undefined || restart > below || depth < restart) values[below] = undefined;
  }
}

function startOf(list: List, depth: number): number {
  return list.starts.get(depth) ?? list.levels.get(depth)?.start ?? 1;
}

function textOf(
  list: List,
  level: Level,
  values: readonly (number | undefined)[],
  depth: number,
  font: string,
): string {
  if (level.picture) return '•';
  if (level.format === 'bullet') return bulletOf(toUnicode(level.text, font), level.font);
  return toUnicode(level.text, font).replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const shown = list.levels.get(at);
    if (at > depth || !shown) return '';
    const value = values[at] ?? startOf(list, at);
    if (shown.format === 'none' || shown.format === 'bullet') return '';
    if (level.legal) return String(value);
    return shown.format === 'custom' ? formatCustom(value, shown.examples) : formatNumber(value, shown.format);
  });
}

function toUnicode(text: string, font: string): string {
  const encoding = legacyEncodingOfFont(font);
  return encoding ? fromLegacy(text, encoding, { capitals: isCapitalFont(font) }) : text;
}
