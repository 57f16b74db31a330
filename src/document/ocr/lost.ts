/**
 * Lines that came out as nonsense: a number that stands alone, with dust beside it, is read as any letters at all. They
 * are read once more without the dust, by the other reader; what comes of it is taken when it is likelier, and doubted.
 */

import { findComponents } from './components.ts';
import type { DoubtContext, LineWords } from './doubt.ts';
import { cutBlock, cutLine, type RawWord } from './engine.ts';
import { fitWords, inkBox } from './fit.ts';
import type { Ink, Rect } from './grey.ts';

/** Mean confidence of the letters below which a line may be nonsense; a label that stands alone needs more. */
const NONSENSE = 0.75;
const NONSENSE_ALONE = 0.9;
const ALONE = 3;
/** From here on another reading is taken, when it is also this much likelier. */
const LIKELY = 0.6;
const LIKELIER = 0.1;
/** In heights of a line: higher ones are several. */
const HIGHEST = 1.55;
/** More lines than this are a picture or a page in another script. */
const MOST_LINES = 12;
/** In heights of a line: ink lower than this is dust or a mark, marks stand no farther from their letters. */
const DUST = 0.28;
const CLOSE = 0.45;
/** Heights of a line at which it is shown again. */
const SHOWN = [1.4, 1.1];

/** The lines; those that were nonsense as they are read now, in `found` with what they were before. */
export async function readLostLines(
  lines: readonly LineWords[],
  { grey, ink, usual, dpi, second }: DoubtContext,
): Promise<{ readonly lines: readonly LineWords[]; readonly found: ReadonlyMap<LineWords, LineWords> }> {
  const lost = lines.flatMap((line) => {
    if (!mayBeNonsense(line.words) || line.rect.bottom - line.rect.top > HIGHEST * usual) return [];
    const rect = withoutDust(ink, line.rect, usual);
    return rect ? [{ line, rect }] : [];
  });
  const found = new Map<LineWords, LineWords>();
  if (lost.length === 0 || lost.length > MOST_LINES) return { lines, found };
  const readings: RawWord[][][] = [];
  for (const height of SHOWN) {
    const cuttings = lost.map(({ rect }) => cutLine(grey, rect, usual * height));
    readings.push(await second.read(cuttings, 'line', dpi));
  }
  const blocks = lost.map(({ rect }) => cutBlock(grey, rect));
  readings.push(await second.read(blocks, 'block', dpi));
  const better = new Map<LineWords, LineWords>();
  for (const [i, { line, rect }] of lost.entries()) {
    const best = likeliest(readings.map((reading) => reading[i] ?? []));
    if (meanConfidence(best) < Math.max(LIKELY, meanConfidence(line.words) + LIKELIER)) continue;
    const now = { ...line, rect, words: fitWords(best, ink, rect) };
    better.set(line, now);
    found.set(now, line);
  }
  return { lines: lines.map((line) => better.get(line) ?? line), found };
}

/** What most readings say; of several, the surest. */
function likeliest(readings: readonly (readonly RawWord[])[]): readonly RawWord[] {
  const textOf = (words: readonly RawWord[]) => words.map(({ text }) => text).join(' ');
  const votes = (words: readonly RawWord[]) => readings.filter((other) => textOf(other) === textOf(words)).length;
  const worth = (words: readonly RawWord[]) => meanConfidence(words) + 0.2 * votes(words);
  return readings.reduce((best, words) => (worth(words) > worth(best) ? words : best));
}

function mayBeNonsense(words: readonly RawWord[]): boolean {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  return letters > 0 && meanConfidence(words) < (letters <= ALONE ? NONSENSE_ALONE : NONSENSE);
}

function meanConfidence(words: readonly RawWord[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  return letters === 0 ? 0 : words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / letters;
}

/** The letters of a line and the marks close to them; null when there is nothing as high as a letter. */
function withoutDust(ink: Ink, line: Rect, usual: number): Rect | null {
  const { width, data } = ink;
  const across = line.right - line.left;
  const cut = new Uint8Array(across * (line.bottom - line.top));
  for (let y = line.top; y < line.bottom; y++)
    cut.set(data.subarray(y * width + line.left, y * width + line.right), (y - line.top) * across);
  const pieces = findComponents({ width: across, height: line.bottom - line.top, data: cut });
  const all = Array.from({ length: pieces.count }, (_, i) => ({
    left: line.left + (pieces.left[i] as number),
    right: line.left + (pieces.right[i] as number),
    height: (pieces.bottom[i] as number) - (pieces.top[i] as number),
  })).sort((a, b) => a.left - b.left);
  const letters = all.filter(({ height }) => height >= DUST * usual);
  if (letters.length === 0) return null;
  let left = Math.min(...letters.map((piece) => piece.left));
  let right = Math.max(...letters.map((piece) => piece.right));
  for (const piece of all.toReversed()) if (piece.left < left && left - piece.right < CLOSE * usual) left = piece.left;
  for (const piece of all) if (piece.right > right && piece.left - right < CLOSE * usual) right = piece.right;
  return inkBox(ink, { ...line, left, right });
}
