/** Numbered lists of an OpenDocument text (danh sách đánh số): what a level looks like and which number comes next. */

import { formatNumber } from '../docx/number-format.ts';
import { bulletOf } from '../docx/symbol.ts';
import { Counter } from '../flow/counter.ts';
import { LIST_FORMATS } from '../flow/list-formats.ts';
import type { XmlAttributes } from '../xml.ts';

export interface ListLevel {
  readonly bullet: string | null;
  /** As OpenDocument names them; '' for no number. */
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  /** How many levels are shown, the own one included. */
  readonly shown: number;
  readonly start: number;
  /** The whole label with `%1%` for the number of level 1; LibreOffice writes it besides. */
  readonly pattern: string | null;
}

export function readLevel(name: string, attributes: XmlAttributes): ListLevel | null {
  const bullet = name === 'text:list-level-style-bullet' ? (attributes['text:bullet-char'] ?? '•') : null;
  return {
    bullet: name === 'text:list-level-style-image' ? '•' : bullet,
    format: attributes['style:num-format'] ?? '',
    prefix: attributes['style:num-prefix'] ?? '',
    suffix: attributes['style:num-suffix'] ?? '',
    shown: Math.min(10, Number(attributes['text:display-levels'] ?? 1) || 1),
    start: Number(attributes['text:start-value'] ?? 1) || 0,
    pattern: attributes['loext:num-list-format'] ?? null,
  };
}

export type ListStyle = ReadonlyMap<number, ListLevel>;

/** One list as it runs through the document; levels count from 1. */
export class RunningList {
  readonly style: ListStyle;
  readonly #counter = new Counter();

  constructor(style: ListStyle) {
    this.style = style;
  }

  restart(level: number, start: number): void {
    this.#counter.restart(level - 1, start);
  }

  /** The label of the next item of a level. */
  label(level: number, style: ListStyle = this.style): string {
    const own = style.get(level);
    const startOf = (l: number) => style.get(l + 1)?.start ?? 1;
    this.#counter.next(level - 1, startOf);
    if (!own) return '';
    if (own.bullet !== null) return bulletOf(own.bullet, '');
    const number = (l: number) => {
      const format = style.get(l)?.format ?? '';
      return format === '' ? '' : formatNumber(this.#counter.at(l - 1, startOf), LIST_FORMATS.get(format) ?? 'decimal');
    };
    if (own.format === '') return '';
    if (own.pattern !== null) return own.pattern.replace(/%(\d{1,2})%/g, (_, l) => number(Number(l))).trim();
    const levels = Array.from(
      { length: Math.min(level, own.shown) },
      (_, i) => level - Math.min(level, own.shown) + 1 + i,
    );
    return `${own.prefix}${levels
      .map(number)
      .filter((n) => n !== '')
      .join('.')}${own.suffix}`.trim();
  }
}
