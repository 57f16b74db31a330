/** Specks that recognition took for signs: dots, bars and quotes that stand alone or before and behind a line. */
import type { PageContent, PageWord } from '../page.ts';
import { type Line, makeLine, pushAll, wordsOf } from './line.ts';
import type { Row } from './lines.ts';
import { isHeadLine, isSignatureLine } from './openings.ts';

const SPECK = /^(?!\*{1,3}$)[^\p{L}\p{N}%‰°$€]+$/u;
/** Signs that mean something at the beginning of a line, or alone on it. */
const MEANT = /^(?:[-–+*•]|\*{1,3})$/;

const NUMBER = /^\d+(?:[.,/-]\d+)*%?$/;
/** Mean confidence below which words are none. */
const UNLIKELY = 0.42;
/** One word likelier than this saves its line. */
const POSSIBLE = 0.7;
/** A letter that stands alone must be likelier than this. */
const LIKELY = 0.85;
/** Points: of a letter, and of each sign of a word. */
const LOWEST = 3;
const NARROWEST = 0.6;

/** The rows of a recognised page without specks, which are put to `removed`. */
export function withoutSpecks(rows: readonly Row[], page: PageContent, removed: PageWord[]): Row[] {
  if (page.source !== 'ocr') return [...rows];
  const kept: Row[] = [];
  for (const row of rows) {
    const alone = row.parts.every((part) => part.tokens.every((token) => SPECK.test(token.text)));
    if (alone) {
      for (const part of row.parts) pushAll(removed, wordsOf(part));
      continue;
    }
    const parts = row.parts.map((part) => cleanLine(part, page, removed)).filter((part) => part !== null);
    if (parts.length > 0) kept.push({ ...row, parts });
  }
  return kept;
}

/** Without the specks before its first word and behind its last; null when nothing else is there. */
function cleanLine(line: Line, page: PageContent, removed: PageWord[]): Line | null {
  const words = wordsOf(line);
  if (isScrawl(words) && !isSignatureLine(line.text) && !isHeadLine(line.text)) {
    pushAll(removed, words);
    return null;
  }
  let from = 0;
  let end = words.length;
  while (from < end && isSpeck(words[from] as PageWord, words[from + 1])) from++;
  while (end > from && isTail(words[end - 1] as PageWord, words[end - 2])) end--;
  if (from === 0 && end === words.length) return line;
  pushAll(removed, words.slice(0, from));
  pushAll(removed, words.slice(end));
  return from === end ? null : makeLine(words.slice(from, end), page);
}

/** A signature or a stamp that recognition took for letters: none of its few words is likely. Numbers are never dropped. */
function isScrawl(words: readonly PageWord[]): boolean {
  if (words.length > 6 || words.some((word) => NUMBER.test(word.text))) return false;
  const [first] = words;
  if (words.length === 1 && first && /^\p{L}$/u.test(first.text)) return (first.confidence ?? 1) < LIKELY;
  const sum = words.reduce((total, word) => total + (word.confidence ?? 1), 0);
  return sum < UNLIKELY * words.length && words.every((word) => (word.confidence ?? 1) < POSSIBLE);
}

function isSpeck(word: PageWord, next: PageWord | undefined): boolean {
  if (!SPECK.test(word.text)) return false;
  if (!next) return !MEANT.test(word.text);
  // A quote or a bracket may open a line as a word of its own, close to the next one.
  const gap = next.box.x - (word.box.x + word.box.width);
  return !MEANT.test(word.text) && gap > 0.15 * next.box.height;
}

function isTail(word: PageWord, before: PageWord | undefined): boolean {
  if (!SPECK.test(word.text) || /^[-–…]$/.test(word.text)) return false;
  if (!before) return true;
  const gap = word.box.x - (before.box.x + before.box.width);
  return gap > 0.25 * before.box.height && (word.confidence ?? 1) < 0.8;
}

/** The words of a recognised page that are larger than dust: no letter is lower than three points, nor so narrow. */
export function withoutDust(page: PageContent, removed: PageWord[]): PageContent {
  if (page.source !== 'ocr') return page;
  const words: PageWord[] = [];
  for (const word of page.words) {
    const { width, height } = word.box;
    const dust = (/[\p{L}\p{N}]/u.test(word.text) && height < LOWEST) || width < NARROWEST * word.text.length;
    if (dust && Number.isFinite(width + height)) removed.push(word);
    else words.push(word);
  }
  return { ...page, words };
}

/** The line without a dash that stands outside of the text's left edge. */
export function withoutOutsider(line: Line, left: number, page: PageContent, removed: PageWord[]): Line {
  const [first, second] = line.tokens;
  if (line.source !== 'ocr' || !first || !second || first.text.length > 1 || /[\p{L}\d]/u.test(first.text)) return line;
  if (left - first.box.x < 4 || Math.abs(second.box.x - left) > 4) return line;
  removed.push(first.word);
  return makeLine(wordsOf(line).slice(1), page);
}
