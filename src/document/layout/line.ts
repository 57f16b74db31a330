/** A printed line (dòng): words on one baseline, with the measures by which lines are told apart. */
import type { Box } from '../model.ts';
import type { PageContent, PageWord } from '../page.ts';

/** A word in its line. */
export interface Token {
  readonly text: string;
  readonly word: PageWord;
  readonly box: Box;
  /** No space stands before it. */
  readonly glued: boolean;
  /** Small and above the baseline, as the mark of a note is. */
  readonly raised: boolean;
}

export interface Line {
  readonly page: number;
  readonly source: PageContent['source'];
  readonly tokens: readonly Token[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly baseline: number;
  /** Size of its letters, points; guessed from heights where no font is known. */
  readonly size: number;
  /** Every word of it; false where fonts are not known. */
  readonly bold: boolean;
  readonly italic: boolean;
  readonly text: string;
}

/** Letters whose ink, in a tight box, goes below the baseline. */
const HANGS = /[gjpqyGQ,;()[\]{}|/_@§µ„]|\u0323/u;
/** A space is a quarter of an em; less than this is none. */
const SPACE = 0.1;
/** A raised word is at most this part of the line's size. */
const RAISED_SIZE = 0.92;
const RAISED_BY = 0.12;
const MARK = /^[[(]?(?:\d{1,3}|\*{1,3}|[a-z])[\])]?$/;

/** Makes a line of words that stand on one baseline, from left to right; or, when `upright`, on end. */
export function makeLine(words: readonly PageWord[], page: PageContent, upright = false): Line {
  const size = sizeOf(words);
  const main = words.filter((word) => sizeOfWord(word, size) > RAISED_SIZE * size);
  const standing = main.length > 0 ? main : words;
  const baseline = baselineOf(standing);
  const tokens: Token[] = [];
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  let bold = true;
  let italic = true;
  let text = '';
  let before: PageWord | null = null;
  for (const word of words) {
    const { box } = word;
    const raised = !upright && isRaised(word, size, baseline, standing);
    const gap = before === null ? size : box.x - (before.box.x + before.box.width);
    const glued =
      before !== null && (raised ? gap < 0.3 * size : page.source === 'text' && !upright && gap < SPACE * size);
    tokens.push({ text: word.text, word, box, glued, raised });
    text += (text === '' || glued ? '' : ' ') + word.text;
    left = Math.min(left, box.x);
    right = Math.max(right, box.x + box.width);
    top = Math.min(top, box.y);
    bottom = Math.max(bottom, box.y + box.height);
    if (!raised && /[\p{L}\p{N}]/u.test(word.text)) {
      bold &&= word.font?.bold === true;
      italic &&= word.font?.italic === true;
    }
    before = word;
  }
  const lettered = /[\p{L}\p{N}]/u.test(text);
  return {
    page: page.number,
    source: page.source,
    tokens,
    left,
    right,
    top,
    bottom,
    baseline,
    size,
    bold: bold && lettered,
    italic: italic && lettered,
    text,
  };
}

export function wordsOf(line: Line): PageWord[] {
  return line.tokens.map((token) => token.word);
}

export function widthOf(line: Line): number {
  return line.right - line.left;
}

export function centreOf(line: Line): number {
  return (line.left + line.right) / 2;
}

/** Appends any number of items. */
export function pushAll<T>(target: T[], items: readonly T[]): void {
  for (const item of items) target.push(item);
}

/** The number in the middle, or above it; 0 for none. */
export function median(numbers: readonly number[]): number {
  if (numbers.length === 0) return 0;
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] as number;
}

function isRaised(word: PageWord, size: number, baseline: number, standing: readonly PageWord[]): boolean {
  if (word.text.length > 5 || !MARK.test(word.text)) return false;
  if (sizeOfWord(word, size) > RAISED_SIZE * size) return false;
  const own = baselineOf([word]);
  if (own < baseline - RAISED_BY * size) return true;
  // A box as high as the font says nothing of its baseline: its top does.
  return own < baseline && Math.abs(word.box.y - topOf(standing)) < RAISED_BY * size;
}

function topOf(words: readonly PageWord[]): number {
  return median(words.map((word) => word.box.y));
}

function sizeOfWord(word: PageWord, fallback: number): number {
  const size = word.font?.size ?? 0;
  if (size > 0) return size;
  // Without a font only a digit's height can be trusted: letters have marks above and below.
  return /^\d+$/.test(word.text) ? word.box.height / 0.7 : fallback;
}

/** The size of most letters. */
function sizeOf(words: readonly PageWord[]): number {
  const known = words.filter((word) => (word.font?.size ?? 0) > 0);
  if (known.length > 0) {
    const letters: { size: number; count: number }[] = known.map((word) => ({
      size: word.font?.size ?? 0,
      count: word.text.length,
    }));
    letters.sort((a, b) => a.size - b.size);
    let left = letters.reduce((sum, { count }) => sum + count, 0) / 2;
    for (const { size, count } of letters) {
      left -= count;
      if (left <= 0) return size;
    }
  }
  const heights = words.map((word) => word.box.height).sort((a, b) => a - b);
  return Math.max(1, heights[Math.floor(heights.length * 0.75)] ?? 1);
}

function baselineOf(words: readonly PageWord[]): number {
  const standing = words.filter((word) => !HANGS.test(word.text.normalize('NFD')) && /[\p{L}\p{N}]/u.test(word.text));
  return median((standing.length > 0 ? standing : words).map((word) => word.box.y + word.box.height));
}
