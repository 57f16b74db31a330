/**
 * Which words a person should look at (cần kiểm tra). A wrong number must not pass for a right one, so a number is
 * trusted only when everything that can be known without the truth agrees: how sure recognition was, a second reading of
 * the number alone, the count of its shapes, and the way numbers are written.
 */
import { cutLine, type Engine, type RawWord } from './engine.ts';
import { contradicts, countShapes } from './figures.ts';
import { figureOf, isOddNumber } from './form.ts';
import type { Grey, Ink, Rect } from './grey.ts';
import { printedWidth } from './widths.ts';

export interface LineWords {
  readonly rect: Rect;
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
  readonly engine: Engine;
}

/** Below this a number is never trusted; words without digits are only below the second. */
const UNSURE = 0.72;
const LOST = 0.35;
/** Under a stamp recognition has to be surer. */
const UNSURE_UNDER_MARK = 0.9;

export async function findDoubts(lines: readonly LineWords[], context: DoubtContext): Promise<DoubtfulWord[]> {
  const found = lines.flatMap(({ rect, words }) =>
    words.map((word, i) => ({ word, rect, doubt: isDoubtful(word, i === 0, context) })),
  );
  const numbers = found.filter(({ word, doubt }) => !doubt && /\d/.test(word.text));
  const cuttings = numbers.map(({ word, rect }) =>
    cutLine(context.grey, { ...word.box, top: rect.top, bottom: rect.bottom }, context.usual * SECOND_HEIGHT),
  );
  const second = await context.engine.read(cuttings, 'line', context.dpi);
  numbers.forEach((number, i) => {
    const again = (second[i] ?? []).map(({ text }) => text).join('');
    number.doubt = figureOf(again) !== figureOf(number.word.text);
  });
  return found.map(({ word, doubt }) => ({ ...word, doubt }));
}

/** The second reading sees the number alone and smaller: another picture to the network than the first. */
const SECOND_HEIGHT = 1.35;

function isDoubtful(word: RawWord, startsLine: boolean, { ink, usual, marks }: DoubtContext): boolean {
  const { text, box, confidence } = word;
  const hasDigit = /\d/.test(text);
  if (isOddNumber(text, startsLine)) return true;
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
