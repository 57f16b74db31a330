/** How wide text is on a terminal, and breaking it into lines of a given width. */

const ZERO = /[\p{Mn}\p{Me}\p{Cf}]/u;
const PLAIN = /^[\x20-\x7e\u00a1-\u024f\u1e00-\u1eff]*$/;

/** Characters that take two places: CJK, Hangul, kana, full-width forms, emoji. */
function isWide(code: number): boolean {
  return (
    code >= 0x1100 &&
    (code <= 0x115f ||
      (code >= 0x2e80 && code <= 0x303e) ||
      (code >= 0x3041 && code <= 0xa4cf) ||
      (code >= 0xa960 && code <= 0xa97c) ||
      (code >= 0xac00 && code <= 0xd7a3) ||
      (code >= 0xf900 && code <= 0xfaff) ||
      (code >= 0xfe30 && code <= 0xfe6f) ||
      (code >= 0xff00 && code <= 0xff60) ||
      (code >= 0xffe0 && code <= 0xffe6) ||
      (code >= 0x1f300 && code <= 0x1faff) ||
      (code >= 0x20000 && code <= 0x3fffd))
  );
}

/** Places that the text takes: 0 for a combining mark, 2 for a wide character, else 1. */
export function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (ZERO.test(character)) continue;
    width += isWide(character.codePointAt(0) as number) ? 2 : 1;
  }
  return width;
}

/**
 * Text of a document made fit for one line of output: composed letters, single spaces, and no control character, so that
 * no document can send commands to a terminal.
 */
export function plainLine(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
}

/** Marks of emphasis and of footnotes that stand in the text of a document but are none of its words. */
const MARKS = /\*+|\[\^(?:\d{1,3}|\*{1,3})\]/g;

/** Quoted words made fit for one line, without marks of emphasis and of footnotes. */
export function plainQuote(text: string): string {
  return plainLine(text.replace(MARKS, ''));
}

/** Shortened at a word to at most `most` places, `…` included. */
export function shorten(text: string, most: number): string {
  if (widthOf(text) <= most) return text;
  const first = wrap(text, Math.max(1, most - 1))[0] ?? '';
  return `${first.replace(/[\s,;:.–-]+$/u, '')}…`;
}

/** Broken at spaces into lines of at most `width` places; a longer word is broken where it must. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const flush = () => {
    lines.push(line);
    line = '';
    used = 0;
  };
  for (const word of text.split(' ')) {
    const wide = widthOf(word);
    if (used > 0 && used + 1 + wide <= width) {
      line += ` ${word}`;
      used += 1 + wide;
      continue;
    }
    if (used > 0) flush();
    if (wide <= width) {
      line = word;
      used = wide;
      continue;
    }
    for (const piece of breakWord(word, width)) {
      if (used > 0) flush();
      line = piece;
      used = widthOf(piece);
    }
  }
  if (used > 0 || lines.length === 0) flush();
  return lines;
}

/** A space at which no line is broken. */
const HARD = '\u00a0';

/** Wraps facts that are joined by ` · `, each whole on its line where it fits. */
export function wrapFacts(facts: string, width: number): string[] {
  const whole = facts.split(' · ').map((fact) => fact.replaceAll(' ', HARD));
  return wrap(whole.join(`${HARD}· `), width).map((line) => line.replaceAll(HARD, ' '));
}

/** Pieces of at most `width` places; a mark stays with its letter. */
function breakWord(word: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const character of word) {
    const wide = widthOf(character);
    if (wide > 0 && used + wide > width && used > 0) {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += character;
    used += wide;
  }
  if (piece) pieces.push(piece);
  return pieces;
}

/** Filled with spaces to `width` places. */
export function pad(text: string, width: number, align: 'left' | 'right' | 'center' = 'left'): string {
  const free = Math.max(0, width - widthOf(text));
  if (align === 'right') return ' '.repeat(free) + text;
  if (align === 'center') return ' '.repeat(free >> 1) + text + ' '.repeat(free - (free >> 1));
  return text + ' '.repeat(free);
}
