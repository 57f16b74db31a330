/**
 * Accents (dấu) that a file draws as glyphs of their own over, under or beside their letter: they are joined to it, in
 * the order in which Unicode composes them.
 */
import type { Glyph } from './glyph.ts';

/** Accents that have a place in the line, with the mark that they stand for. */
const SPACING: ReadonlyMap<string, string> = new Map([
  ['\u0060', '\u0300'],
  ['\u02cb', '\u0300'],
  ['\u00b4', '\u0301'],
  ['\u02ca', '\u0301'],
  ['\u005e', '\u0302'],
  ['\u02c6', '\u0302'],
  ['\u007e', '\u0303'],
  ['\u02dc', '\u0303'],
  ['\u02d8', '\u0306'],
  ['\u02c0', '\u0309'],
  ['\u02bc', '\u031b'],
  ['\u02d9', '\u0307'],
  ['\u00a8', '\u0308'],
]);

const LETTER = /^\p{L}\p{M}*$/u;
/** Letters change their shape before they take a tone. */
const SHAPING = /[\u0302\u0306\u031b\u0308]/;

/** Glyphs with every accent in its letter. */
export function joinAccents(glyphs: readonly Glyph[]): Glyph[] {
  if (!glyphs.some((glyph) => isMark(glyph.text) || SPACING.has(glyph.text))) return [...glyphs];
  const kept: Glyph[] = [];
  for (const [i, glyph] of glyphs.entries()) {
    const combining = isMark(glyph.text);
    const mark = combining ? glyph.text : SPACING.get(glyph.text);
    const letter = mark ? findLetter(glyphs, i, kept, combining) : null;
    if (mark && letter) {
      letter.text = withMark(letter.text, mark);
      // An accent with a place of its own behind the letter pushes the next letter away.
      if (combining && glyph.start > letter.start)
        letter.end = Math.max(letter.end, Math.min(glyph.end, glyph.start + glyph.run.size));
    } else kept.push(glyph);
  }
  return kept;
}

/** Combining marks of Latin letters; every glyph of every page is asked. */
function isMark(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 0x300 && code < 0x370;
}

/** The letter under the accent: the one before it in the file, the one behind it, or for a combining mark the one before. */
function findLetter(glyphs: readonly Glyph[], at: number, kept: readonly Glyph[], combining: boolean): Glyph | null {
  const accent = glyphs[at] as Glyph;
  const before = kept.at(-1);
  const after = glyphs[at + 1];
  if (before && LETTER.test(before.text) && stands(accent, before)) return before;
  if (after && LETTER.test(after.text) && stands(accent, after)) return after;
  for (let i = kept.length - 2; i >= Math.max(0, kept.length - 40); i--) {
    const other = kept[i] as Glyph;
    if (LETTER.test(other.text) && stands(accent, other)) return other;
  }
  return combining && before && LETTER.test(before.text) && sameLine(accent, before) ? before : null;
}

/** True when the ink of the accent stands over or under the letter, or its origin within it. */
function stands(accent: Glyph, letter: Glyph): boolean {
  if (!sameLine(accent, letter)) return false;
  const wide = accent.inkEnd > accent.inkStart;
  const middle = wide ? (accent.inkStart + accent.inkEnd) / 2 : accent.start;
  const slack = 0.12 * letter.run.size;
  return middle > letter.start - slack && middle < Math.max(letter.end, letter.inkEnd) + slack / 2;
}

function sameLine(accent: Glyph, letter: Glyph): boolean {
  return (
    Math.abs(accent.base - letter.base) < 0.6 * letter.run.size &&
    Math.abs(accent.start - letter.end) < 2 * letter.run.size
  );
}

function withMark(letter: string, mark: string): string {
  const decomposed = letter.normalize('NFD').replace(/^\u0131/, 'i');
  const first = String.fromCodePoint(decomposed.codePointAt(0) as number);
  const marks = [...decomposed.slice(first.length), ...mark];
  const ordered = [...marks.filter((m) => SHAPING.test(m)), ...marks.filter((m) => !SHAPING.test(m))];
  // A stroke through the d is not a mark to Unicode.
  if (ordered.includes('\u0335') && /[dD]/.test(first)) return first === 'd' ? 'đ' : 'Đ';
  return (first + ordered.join('')).normalize('NFC');
}
