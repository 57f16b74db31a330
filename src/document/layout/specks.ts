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

/** What recognition makes of a label that stands apart from its text: `i)`, `1.`; it is kept, however unlikely it is. */
const LABEL = /^[\p{L}\d|!¡]{1,3}[.)]?$|^\)$/u;
/** Points, and lines: what stands where so many lines begin is no stroke of a pen. */
const SAME_EDGE = 3;
const EDGE_LINES = 3;

/** The rows of a recognised page without specks, which are put to `removed`. */
export function withoutSpecks(rows: readonly Row[], page: PageContent, removed: PageWord[]): Row[] {
  if (page.source !== 'ocr') return [...rows];
  const kept: Row[] = [];
  const lefts = rows.map((row) => row.parts[0]?.left ?? 0);
  const isEdge = (x: number) => lefts.filter((left) => Math.abs(left - x) <= SAME_EDGE).length > EDGE_LINES;
  for (const row of rows) {
    const alone = row.parts.every((part) => part.tokens.every((token) => SPECK.test(token.text)));
    if (alone) {
      for (const part of row.parts) pushAll(removed, wordsOf(part));
      continue;
    }
    const parts = row.parts
      .map((part) => (isLabel(part) && isEdge(part.left) ? part : cleanLine(part, page, removed)))
      .filter((part) => part !== null);
    if (parts.length > 0) kept.push({ ...row, parts });
  }
  return kept;
}

function isLabel({ tokens, size }: Line): boolean {
  const [first] = tokens;
  return tokens.length === 1 && first !== undefined && LABEL.test(first.text) && first.box.height > 0.5 * size;
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
  // What is left of `i)`, as high as the letters behind it.
  if (/^.?\)$/u.test(word.text) && word.box.height > 0.7 * next.box.height) return false;
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
  let lostNumber: PageWord | null = null;
  for (const word of page.words) {
    if (!isDust(word)) {
      const bears: boolean = lostNumber !== null && standBeside(lostNumber, word);
      words.push(bears ? { ...word, doubt: true } : word);
      lostNumber = null;
    } else if (/\d/.test(word.text) && word.box.height >= LOWEST && (word.confidence ?? 0) > POSSIBLE) {
      // A number that was read well but was given a box that can't be its own.
      words.push({ ...word, doubt: true });
    } else {
      // Dust at the head of a line is given the box of the label: the next word bears the doubt.
      if (/\d/.test(word.text)) lostNumber = word;
      removed.push(word);
    }
  }
  return { ...page, words };
}

function isDust({ text, box: { width, height } }: PageWord): boolean {
  const dust = (/[\p{L}\p{N}]/u.test(text) && height < LOWEST) || width < NARROWEST * text.length;
  return dust && Number.isFinite(width + height);
}

/** The second on the line of the first, to its right. */
function standBeside({ box: a }: PageWord, { box: b }: PageWord): boolean {
  return a.x < b.x && a.y > b.y - 0.5 * b.height && a.y < b.y + 1.5 * b.height;
}

/** The line without a dash that stands outside of the text's left edge. */
export function withoutOutsider(line: Line, left: number, page: PageContent, removed: PageWord[]): Line {
  const [first, second] = line.tokens;
  if (line.source !== 'ocr' || !first || !second || first.text.length > 1 || /[\p{L}\d]/u.test(first.text)) return line;
  if (left - first.box.x < 4 || Math.abs(second.box.x - left) > 4) return line;
  removed.push(first.word);
  return makeLine(wordsOf(line).slice(1), page);
}
