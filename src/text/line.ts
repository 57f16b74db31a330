/**
 * Physical lines of the text as given, each stripped of marks that are not words: markdown emphasis and headings,
 * bookmarks, footnote references, zero-width characters; letters composed with their marks (NFC). Offsets are kept run
 * by run.
 */
import { type Piece, plainPiece, slicePiece } from './source-map.ts';

/** A footnote mark that stood at a place of a line. */
export interface NoteMark {
  /** `1`, `2`, `*` … */
  readonly mark: string;
  /** Offset in the line's clean text, after the word that it hangs on. */
  readonly at: number;
}

export interface Line {
  readonly piece: Piece;
  /** Source offsets of the whole physical line, without its line break. */
  readonly start: number;
  readonly end: number;
  /** Leading white space, in units. */
  readonly indent: number;
  /** Markdown heading level, 0 for none. */
  readonly level: number;
  /** Begins in bold / ends in bold. */
  readonly boldStart: boolean;
  readonly boldEnd: boolean;
  readonly italicStart: boolean;
  /** A rule (`-----`, `___`) or nothing but marks. */
  readonly rule: boolean;
  readonly notes: readonly NoteMark[];
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Anything that the plain path can't take as it is. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
// biome-ignore lint/suspicious/noMisleadingCharacterClass: marks apart from their letters are what is looked for
const SPECIAL = /[*#[^⁰¹²³⁴-⁹\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff\u0000-\u0008\u000b\u000e-\u001f]|__/;
const RULE = /^[\s*_\-–—=.…]*$/;
const ONLY_MARKS = /^[*_\s]*$/;
const COMBINING = /[\u0300-\u036f]/;
const LETTER = /[\p{L}\p{N}]/u;
const UPPER_OR_DIGIT = /[\p{Lu}\p{N}]/u;

/** Same-length replacements that keep every offset: odd spaces and look-alike letters. */
export function unifyCharacters(source: string): string {
  if (!/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u00d0\u00f0\u2212\u0085\u2028\u2029]/.test(source)) return source;
  return source
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u0085\u2028\u2029]/g, '\n')
    .replace(/\u00d0/g, 'Đ')
    .replace(/\u00f0/g, 'đ')
    .replace(/\u2212/g, '-');
}

/** Splits into physical lines; `\r\n`, `\r`, `\f` and `\v` end a line too. */
export function splitLines(source: string): Line[] {
  const lines: Line[] = [];
  const unified = unifyCharacters(source);
  const breaks = /\r\n|[\n\r\f\v]/g;
  let start = 0;
  for (;;) {
    const found = breaks.exec(unified);
    const end = found ? found.index : unified.length;
    lines.push(readLine(unified, start, end));
    if (!found) break;
    start = breaks.lastIndex;
  }
  return lines;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9;
}

function readLine(source: string, lineStart: number, lineEnd: number): Line {
  let start = lineStart;
  let end = lineEnd;
  while (start < end && isSpace(source.charCodeAt(start))) start++;
  while (end > start && isSpace(source.charCodeAt(end - 1))) end--;
  const raw = source.slice(start, end);
  const indent = start - lineStart;
  if (!SPECIAL.test(raw)) {
    const rule = raw.length > 0 && RULE.test(raw) && raw.length > 2;
    return {
      piece: rule ? plainPiece('', start) : plainPiece(raw, start),
      start: lineStart,
      end: lineEnd,
      indent,
      level: 0,
      boldStart: false,
      boldEnd: false,
      italicStart: false,
      rule,
      notes: [],
    };
  }
  return new LineCleaner(raw, start, lineStart, lineEnd, indent).line();
}

/** Walks one line that holds marks. Every step looks at a bounded stretch, so a line of a million marks stays linear. */
class LineCleaner {
  readonly raw: string;
  readonly offset: number;
  readonly lineStart: number;
  readonly lineEnd: number;
  readonly indent: number;
  readonly parts: string[] = [];
  length = 0;
  /** The last unit taken, '' at the beginning. */
  last = '';
  /** True once something other than white space was taken. */
  hasWord = false;
  runs: number[] = [];
  notes: NoteMark[] = [];
  at = 0;
  level = 0;
  boldStart = false;
  boldEnd = false;
  italicStart = false;

  constructor(raw: string, offset: number, lineStart: number, lineEnd: number, indent: number) {
    this.raw = raw;
    this.offset = offset;
    this.lineStart = lineStart;
    this.lineEnd = lineEnd;
    this.indent = indent;
  }

  line(): Line {
    const { raw } = this;
    const heading = /^#{1,6}(?=\s)\s*/.exec(raw);
    if (heading) {
      this.level = heading[0].trim().length;
      this.at = heading[0].length;
    }
    const rule = RULE.test(raw) && raw !== '*';
    const special = new RegExp(SPECIAL, 'g');
    while (this.at < raw.length) {
      special.lastIndex = this.at;
      const found = special.exec(raw);
      const next = found ? found.index : raw.length;
      if (next > this.at) {
        // A combining mark belongs to the letter before it.
        const stop = found && COMBINING.test(raw[next] as string) ? next - 1 : next;
        if (stop > this.at) this.#push(raw.slice(this.at, stop), stop - this.at);
        else this.#compose();
      } else this.#mark();
    }
    const piece = trimPiece({ text: this.parts.join(''), runs: this.runs });
    const lead = piece.lead;
    return {
      piece: piece.piece,
      start: this.lineStart,
      end: this.lineEnd,
      indent: this.indent,
      level: this.level,
      boldStart: this.boldStart,
      boldEnd: this.boldEnd,
      italicStart: this.italicStart,
      rule: rule || piece.piece.text.length === 0,
      notes: this.notes.map((n) => ({ mark: n.mark, at: Math.max(0, Math.min(piece.piece.text.length, n.at - lead)) })),
    };
  }

  /** Takes `text` to stand for the next `sourceLength` units. */
  #push(text: string, sourceLength: number): void {
    this.runs.push(this.length, this.offset + this.at, this.offset + this.at + sourceLength);
    this.parts.push(text);
    this.length += text.length;
    this.last = text.at(-1) ?? '';
    this.hasWord ||= text.trim().length > 0;
    this.at += sourceLength;
  }

  #mark(): void {
    const char = this.raw[this.at] as string;
    if (char === '*') {
      this.#emphasis();
      return;
    }
    if (char === '[') {
      this.#bracket();
      return;
    }
    if (char === '^') {
      this.#caret();
      return;
    }
    if (char === '#') {
      this.#push('#', 1);
      return;
    }
    if (char === '_') {
      this.at += 2;
      return;
    }
    if (SUPERSCRIPTS.includes(char)) {
      this.#superscript();
      return;
    }
    if (COMBINING.test(char)) {
      this.#compose();
      return;
    }
    this.at += 1; // zero-width or control: not a word
  }

  /** A base letter and its combining marks become one composed stretch. */
  #compose(): void {
    // biome-ignore lint/suspicious/noMisleadingCharacterClass: marks apart from their letters are what is looked for
    const found = /^(?:[^\u0300-\u036f][\u0300-\u036f]{1,8}|[\u0300-\u036f])/.exec(
      this.raw.slice(this.at, this.at + 10),
    );
    const length = found ? found[0].length : 1;
    const given = this.raw.slice(this.at, this.at + length);
    const composed = given.normalize('NFC');
    // Two tones on a letter (no word has them) may only change places: as given, each unit leads to its own.
    this.#push(composed.length === length && length > 1 ? given : composed, length);
  }

  /** `*`, `**`, `***`: emphasis; glued between two words it also parts them. A lone `(*)` is a footnote mark. */
  #emphasis(): void {
    let length = 1;
    while (this.raw[this.at + length] === '*') length++;
    const next = this.raw[this.at + length] ?? '';
    if (this.last === '(' && next === ')') {
      this.#push(this.raw.slice(this.at, this.at + length), length);
      return;
    }
    if (!this.hasWord) {
      if (length >= 2) this.boldStart = true;
      if (length === 1 || length === 3) this.italicStart = true;
    }
    if (length >= 2 && ONLY_MARKS.test(this.raw.slice(this.at + length, this.at + length + 8))) this.boldEnd = true;
    if (LETTER.test(this.last) && UPPER_OR_DIGIT.test(next)) this.#push(length >= 2 ? '\n' : ' ', length);
    else this.at += length;
  }

  /** `[bookmark: x]` goes; `[footnoteRef:1]` and `[^1]` are note marks; `[1: …]` and `[^1]: …` stay for the footnote stage. */
  #bracket(): void {
    const rest = this.raw.slice(this.at, this.at + 100);
    const bookmark = /^\[bookmark:[^\]\n]{0,80}\]/.exec(rest);
    if (bookmark) {
      this.at += bookmark[0].length;
      return;
    }
    const opening = this.hasWord ? null : /^\[\^\d{1,3}\]:/.exec(rest);
    if (opening) {
      this.#push(opening[0], opening[0].length);
      return;
    }
    const note = /^\[(?:footnoteRef:|\^)(\d{1,3}|\*{1,3})\](?!:)/.exec(rest);
    if (!note) {
      this.#push('[', 1);
      return;
    }
    this.notes.push({ mark: note[1] as string, at: this.length });
    this.at += note[0].length;
  }

  /** `^(*)`, `^1`: a raised footnote mark; at the head of a line it opens the note itself. */
  #caret(): void {
    const raised = /^\^(?:\((\*{1,3}|\d{1,2})\)|(\d{1,2})(?![\p{L}\p{N}]))/u.exec(
      this.raw.slice(this.at, this.at + 12),
    );
    if (!raised) {
      this.#push('^', 1);
      return;
    }
    const mark = (raised[1] ?? raised[2]) as string;
    if (!this.hasWord) {
      this.#push(`(${mark})`, raised[0].length);
      return;
    }
    this.notes.push({ mark, at: this.length });
    this.at += raised[0].length;
  }

  /** `đô thị¹` is a note mark, `m²` a unit, `¹ Ba trung tâm` at the head of a line opens the note itself. */
  #superscript(): void {
    const { raw } = this;
    let length = 1;
    while (SUPERSCRIPTS.includes(raw[this.at + length] ?? ' ')) length++;
    const before = raw.slice(Math.max(0, this.at - 4), this.at);
    if (!this.hasWord || /(?:^|[^\p{L}])[kcdm]?m$/u.test(before)) {
      this.#push(raw.slice(this.at, this.at + length), length);
      return;
    }
    const mark = [...raw.slice(this.at, this.at + Math.min(length, 4))]
      .map((c) => String(SUPERSCRIPTS.indexOf(c)))
      .join('');
    this.notes.push({ mark, at: this.length });
    this.at += length;
  }
}

/** The piece without white space at its ends, and how much was cut off in front. */
function trimPiece(piece: Piece): { piece: Piece; lead: number } {
  const { text } = piece;
  const lead = text.length - text.trimStart().length;
  const tail = text.trimEnd().length;
  if (lead === 0 && tail === text.length) return { piece, lead: 0 };
  return { piece: slicePiece(piece, lead, Math.max(lead, tail)), lead };
}
