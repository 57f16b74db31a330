/**
 * Marks that are not words of the document: Markdown (`**`, `#`, `|`, table rules) and what a Word converter left
 * (`[bookmark: x]`, `[footnoteRef:1]`, `[1: note]`). The writer leaves them out or turns them into elements.
 */
import type { Span } from '#base/span.ts';

/** A mark and what becomes of it: nothing (`skip`), a `marker` or a `noteRef`. */
export interface Mark extends Span {
  readonly kind: 'skip' | 'bookmark' | 'noteRef';
  /** Name of the bookmark, number of the note. */
  readonly value: string;
}

const MARK =
  /\[bookmark:[^\]\n]{0,200}\]|\[footnoteRef:\d{1,4}\]|\[\d{1,3}:\s|\*+|^[ \t]*#{1,6}(?=[ \t])|\||(?<=^|\|)[ \t]*:?-{3,}:?[ \t]*(?=$|\|)/gm;

/**
 * Finds the marks. `isNote` says whether a footnote begins in a stretch: only then do the brackets around it go.
 */
export function scanMarks(source: string, isNote: (span: Span) => boolean): Mark[] {
  const marks: Mark[] = [];
  const closes: number[] = [];
  let close = -1;
  for (const found of source.matchAll(MARK)) {
    const start = found.index;
    const text = found[0];
    const end = start + text.length;
    if (text.startsWith('[bookmark:')) {
      marks.push({ start, end, kind: 'bookmark', value: text.slice(10, -1).trim() });
    } else if (text.startsWith('[footnoteRef:')) {
      marks.push({ start, end, kind: 'noteRef', value: text.slice(13, -1) });
    } else if (text.startsWith('[')) {
      if (close < end && close !== source.length) close = source.indexOf(']', end);
      if (close < 0) close = source.length;
      if (close < source.length && isNote({ start, end: close })) {
        marks.push({ start, end, kind: 'skip', value: '' });
        if (closes.at(-1) !== close) closes.push(close);
      }
    } else if (text.startsWith('*') ? isEmphasis(source, start, end) : true) {
      marks.push({ start, end, kind: 'skip', value: '' });
    }
  }
  if (closes.length === 0) return marks;
  for (const at of closes) marks.push({ start: at, end: at + 1, kind: 'skip', value: '' });
  return marks.sort((a, b) => a.start - b.start);
}

/** A star that stands alone (the Party's `*`, a bullet) or in brackets (a footnote mark `(*)`) is text. */
function isEmphasis(source: string, start: number, end: number): boolean {
  const before = start === 0 ? '\n' : source.charAt(start - 1);
  const after = end >= source.length ? '\n' : source.charAt(end);
  if (before === '(' && after === ')') return false;
  return !(end - start === 1 && /\s/.test(before) && /\s/.test(after));
}

/** Marks with questions about stretches of the source. */
export class MarkedText {
  readonly source: string;
  readonly marks: readonly Mark[];

  constructor(source: string, marks: readonly Mark[]) {
    this.source = source;
    this.marks = marks;
  }

  /** Index of the first mark that ends after `at`. */
  from(at: number): number {
    let low = 0;
    let high = this.marks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.marks[middle]?.end ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The words of a stretch, marks left out, white space made single; at most about `limit` units of source. */
  words(start: number, end: number, limit = 400): string {
    const stop = Math.min(end, start + limit);
    let out = '';
    let at = start;
    for (let i = this.from(start); at < stop; i++) {
      const mark = this.marks[i];
      if (mark === undefined || mark.start >= stop) break;
      out += this.source.slice(at, Math.max(at, mark.start));
      at = mark.end;
    }
    if (at < stop) out += this.source.slice(at, stop);
    return out.replace(/\s+/g, ' ').trim();
  }

  /** True when the stretch holds a word, whatever its length. */
  hasWords(start: number, end: number): boolean {
    const { source } = this;
    let i = this.from(start);
    for (let at = start; at < end; at++) {
      const mark = this.marks[i];
      if (mark !== undefined && at >= mark.start) {
        at = mark.end - 1;
        i++;
      } else if (source.charCodeAt(at) > 32 && /\S/.test(source.charAt(at))) return true;
    }
    return false;
  }

  /** Where the last word of the text stands: its last unit; 0 in a text without words. */
  lastWord(): number {
    const { source, marks } = this;
    let i = marks.length - 1;
    for (let at = source.length - 1; at >= 0; at--) {
      while ((marks[i]?.start ?? -1) > at) i--;
      const mark = marks[i];
      if (mark !== undefined && at < mark.end) at = mark.start;
      else if (source.charCodeAt(at) > 32 && /\S/.test(source.charAt(at))) return at;
    }
    return 0;
  }
}
