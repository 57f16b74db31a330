/**
 * Which words a person should look at (cần kiểm tra). A wrong number must not pass for a right one, so a number is
 * trusted only when everything that can be known without the truth agrees: how sure recognition was, a second reading of
 * the number alone, the count of its shapes, and the way numbers are written.
 */
import type { Engine, RawWord } from './engine.ts';
import { contradicts, countShapes } from './figures.ts';
import { fitWords } from './fit.ts';
import { figureOf, isOddNumber, isPlainNumber, withoutRing } from './form.ts';
import type { Grey, Ink, Rect } from './grey.ts';
import { readLostLines } from './lost.ts';
import { showLine } from './shown.ts';
import { printedWidth } from './widths.ts';

export interface LineWords {
  readonly rect: Rect;
  readonly region: number;
  readonly words: readonly RawWord[];
}

export interface DoubtfulWord extends RawWord {
  readonly doubt: boolean;
}

export interface DoubtContext {
  readonly grey: Grey;
  readonly ink: Ink;
  readonly dpi: number;
  /** Usual height of a line, pixels. */
  readonly usual: number;
  /** Where a stamp or a signature was taken away. */
  readonly marks: readonly Rect[];
  /** Another reader than the one that read the words. */
  readonly second: Engine;
}

/** Below this a number is never trusted; words without digits are only below the second. */
const UNSURE = 0.72;
const LOST = 0.35;
/** Under a stamp recognition has to be surer. */
const UNSURE_UNDER_MARK = 0.9;

export async function findDoubts(asRead: readonly LineWords[], context: DoubtContext): Promise<DoubtfulWord[]> {
  const { lines, found: readAgain } = await readLostLines(asRead, context);
  const columns = numberColumns(lines);
  const found = lines.flatMap((line) => {
    const { rect, region, words } = line;
    const before = readAgain.get(line);
    return words.map((word, at) => ({
      word,
      place: { rect, words, at },
      doubt:
        (before !== undefined && !before.words.some((other) => isSame(word, other))) ||
        isDoubtful(word, at === 0, context) ||
        (columns.has(region) && isStrayWord(word.text, words.length)),
    }));
  });
  const numbers = found.filter(({ word, doubt }) => /\d/.test(word.text) && (!doubt || withoutRing(word.text)));
  const disagreed = await contradicted(numbers, SECOND_HEIGHT, context);
  // A number that the first reading was sure of gets another chance: short ones are easily misread alone.
  const again = [...disagreed.keys()].filter(({ word }) => word.confidence >= SURE || withoutRing(word.text));
  const stillDisagreed = await contradicted(again, THIRD_HEIGHT, context);
  for (const [number, other] of disagreed) {
    const { word } = number;
    number.doubt ||= word.confidence < SURE || stillDisagreed.has(number);
    const text = withoutRing(word.text);
    if (text && other === figureOf(text) && stillDisagreed.get(number) === other) number.word = { ...word, text };
  }
  return found.map(({ word, doubt }) => ({ ...word, doubt }));
}

/** Of the usual height: the first reading sees lines at 1.3 times theirs, so these are other pictures to another network. */
const SECOND_HEIGHT = 1.4;
const THIRD_HEIGHT = 1.1;
const SURE = 0.9;
/** A number is read among its neighbours up to this width in heights of a line: alone it has too little to go by. */
const CONTEXT = 5;

/** `1.` at the head of a line that was read as `I.` */
const LIKE_ONE = /^[IÍÌỈỊl|]\.?$/;

interface PlacedWord {
  readonly word: RawWord;
  readonly place: { readonly rect: Rect; readonly words: readonly RawWord[]; readonly at: number };
}

/** Those that the second reader reads as another number, with its figure. */
async function contradicted<T extends PlacedWord>(
  numbers: readonly T[],
  height: number,
  { grey, ink, usual, dpi, second }: DoubtContext,
): Promise<Map<T, string>> {
  const parts = numbers.map(({ place }) => ({
    ...surroundings(place.words, place.at, CONTEXT * usual),
    top: place.rect.top,
    bottom: place.rect.bottom,
  }));
  const shown = parts.map((part) => showLine(grey, ink, part, usual, height));
  const readings = await second.read(
    shown.map(({ cutting }) => cutting),
    'line',
    dpi,
  );
  const others = new Map<T, string>();
  for (const [i, number] of numbers.entries()) {
    const words = shown[i]?.place(readings[i] ?? []) ?? [];
    const other = figureAt(number.word.box, fitWords(words, ink, parts[i] as Rect));
    if (other !== figureOf(number.word.text)) others.set(number, other);
  }
  return others;
}

function surroundings(words: readonly RawWord[], at: number, width: number): { left: number; right: number } {
  let { left, right } = (words[at] as RawWord).box;
  let [before, after] = [at - 1, at + 1];
  while (right - left < width && (before >= 0 || after < words.length)) {
    if (after < words.length) right = (words[after++] as RawWord).box.right;
    if (before >= 0 && right - left < width) left = (words[before--] as RawWord).box.left;
  }
  return { left, right };
}

/** The figure that stands in a reading where a word stands. */
function figureAt(box: Rect, reading: readonly RawWord[]): string {
  const there = reading.filter((word) => {
    const shared = Math.min(word.box.right, box.right) - Math.max(word.box.left, box.left);
    return shared > 0.3 * Math.min(word.box.right - word.box.left, box.right - box.left);
  });
  return figureOf(there.map((word) => word.text).join(''));
}

/** The same letters at the same place, or the same number. */
function isSame(a: RawWord, b: RawWord): boolean {
  const same = /\d/.test(a.text) ? figureOf(a.text) === figureOf(b.text) : a.text === b.text;
  return same && a.box.left < b.box.right && b.box.left < a.box.right;
}

/** Lines in a column from which it can be told what belongs there. */
const ENOUGH = 4;

/** Regions that are columns of numbers: nearly every line is one. */
function numberColumns(lines: readonly LineWords[]): Set<number> {
  const counts = new Map<number, { all: number; numbers: number }>();
  for (const { region, words } of lines) {
    const count = counts.get(region) ?? { all: 0, numbers: 0 };
    counts.set(region, count);
    if (words.length === 0) continue;
    count.all++;
    if (words.length === 1 && isPlainNumber((words[0] as RawWord).text)) count.numbers++;
  }
  return new Set(
    [...counts].filter(([, { all, numbers }]) => all >= ENOUGH && numbers >= 0.65 * all).map(([region]) => region),
  );
}

/** In a column of numbers: what is neither a number, nor a word of a heading of several words, nor a dash. */
function isStrayWord(text: string, wordsInLine: number): boolean {
  if (isPlainNumber(text) || /^[-–—+]$/.test(text)) return false;
  return /\d/.test(text) || (wordsInLine === 1 && text.length <= 6);
}

function isDoubtful(word: RawWord, startsLine: boolean, { ink, usual, marks }: DoubtContext): boolean {
  const { text, box, confidence } = word;
  const hasDigit = /\d/.test(text);
  if (isOddNumber(text, startsLine)) return true;
  if (startsLine && confidence < SURE && LIKE_ONE.test(text)) return true;
  if (confidence < (hasDigit ? UNSURE : LOST)) return true;
  if (hasDigit && confidence < UNSURE_UNDER_MARK && marks.some((mark) => overlap(mark, box))) return true;
  if (hasDigit && contradicts(text, countShapes(ink, box)) === true) return true;
  // Ink that the characters don't explain: something was not read at all.
  const em = usual;
  return box.right - box.left > (printedWidth(text) * 1.5 + 0.7) * em;
}

function overlap(a: Rect, b: Rect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
