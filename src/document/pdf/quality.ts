/** How far the text of a PDF page can be believed. */
import { judge } from '#document/encoding/syllable.ts';
import type { PageWord } from '#document/page.ts';

/**
 * - `good`: it says what the page shows.
 * - `none`: there is no text, or a few characters on a picture (a page number, the note of a digital signature).
 * - `garbage`: it doesn't say what the page shows, because the file maps its codes to wrong characters.
 * - `hidden`: the page is a picture and the text is an invisible layer that somebody's recognition left, plausible but
 *   with mistakes that nobody marked.
 */
export type TextQuality = 'good' | 'none' | 'garbage' | 'hidden';

export interface TextEvidence {
  readonly words: readonly PageWord[];
  /** The words are an invisible layer. */
  readonly hidden: boolean;
  /** Characters that the file gives no meaning. */
  readonly unmapped: number;
  /** Part of the page that its pictures cover. */
  readonly cover: number;
}

/** Fewer letters and digits are no text. */
const LEAST = 8;
/** On a picture as large as the page: a note and a page number. */
const LEAST_ON_PICTURE = 220;
const PICTURE = 0.6;
/** Part of the words that may want a letter: recognition does better. */
const MOST_HOLES = 0.02;
/** Part of the characters that may have no meaning. */
const MOST_MEANINGLESS = 0.12;
/** Fewer words are no sample. */
const FEWEST_WORDS = 12;

const MEANINGLESS = /[\ufffd\p{Co}\p{Cc}]/gu;
const COUNTED = /[\p{L}\p{N}]/gu;

export function qualityOf({ words, hidden, unmapped, cover }: TextEvidence): TextQuality {
  const text = words.map((word) => word.text).join(' ');
  const meaningless = text.match(MEANINGLESS)?.length ?? 0;
  const counted = text.match(COUNTED)?.length ?? 0;
  if (counted + meaningless < LEAST) return 'none';
  if (!hidden && cover >= PICTURE && counted + meaningless < LEAST_ON_PICTURE) return 'none';
  if (meaningless > MOST_MEANINGLESS * (counted + meaningless)) return 'garbage';
  if (words.filter(hasHole).length > MOST_HOLES * words.length) return 'garbage';
  if (!plausible(text, unmapped / text.length)) return 'garbage';
  return hidden ? 'hidden' : 'good';
}

/** A word with a letter that has no meaning; a sign by itself is a bullet. */
function hasHole({ text }: PageWord): boolean {
  return text.length > 1 && text.search(MEANINGLESS) >= 0 && text.search(COUNTED) >= 0;
}

/**
 * Vietnamese, or at least words in letters that go together; numbers say nothing either way. `guessed` is the part of
 * the characters whose meaning PDFium had to guess.
 */
function plausible(text: string, guessed: number): boolean {
  const { marked, markedValid, plain, plainValid } = judge(text);
  const words = marked + plain;
  if (words < FEWEST_WORDS) return true;
  if (marked >= 8 && marked >= 0.1 * words && markedValid < 0.5 * marked) return false;
  const valid = (markedValid + plainValid) / words;
  if (valid >= 0.5) return true;
  if (guessed > 0.3) return false;
  // Another language in Latin letters has vowels in the usual measure and doesn't change case within words.
  const letters = text.match(/[a-z]/gi)?.length ?? 0;
  const vowels = text.match(/[aeiouy]/gi)?.length ?? 0;
  const mixed = text.match(/[a-z][A-Z]/g)?.length ?? 0;
  return valid >= 0.25 || (vowels > 0.22 * letters && vowels < 0.65 * letters && mixed < 0.25 * words);
}
