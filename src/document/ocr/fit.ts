/** Words fitted to their ink: where recognition says roughly that a word is, the box is drawn around its letters. */
import type { RawWord } from './engine.ts';
import type { Ink, Rect } from './grey.ts';

interface Gap {
  readonly from: number;
  readonly to: number;
}

/** The words of one line, in order, with true boxes; cuts between words go where there is paper. */
export function fitWords(words: readonly RawWord[], ink: Ink, line: Rect): RawWord[] {
  if (words.length === 0) return [];
  const gaps = gapsOf(ink, line);
  const cuts = [line.left, ...(clearCuts(gaps, words.length - 1) ?? likelyCuts(words, gaps, line)), line.right];
  return words.map((word, i) => {
    const box = inkBox(ink, { ...line, left: cuts[i] as number, right: cuts[i + 1] as number });
    return { ...word, box: box ?? word.box };
  });
}

/** Where just as many gaps as needed are clearly wider than all others, they part the words. */
function clearCuts(gaps: readonly Gap[], count: number): number[] | null {
  if (count === 0) return [];
  const widest = [...gaps].sort((a, b) => b.to - b.from - (a.to - a.from));
  const last = widest[count - 1];
  if (!last) return null;
  const next = widest[count];
  if (next && last.to - last.from < 1.4 * (next.to - next.from)) return null;
  return widest
    .slice(0, count)
    .map(({ from, to }) => (from + to) >> 1)
    .sort((a, b) => a - b);
}

/** Else by where recognition saw the words. */
function likelyCuts(words: readonly RawWord[], gaps: readonly Gap[], line: Rect): number[] {
  const height = line.bottom - line.top;
  const cuts: number[] = [];
  for (let i = 1; i < words.length; i++) {
    const before = cuts.at(-1) ?? line.left;
    const wanted = ((words[i - 1] as RawWord).box.right + (words[i] as RawWord).box.left) / 2;
    const gap = bestGap(gaps, Math.max(wanted, before), before, height);
    cuts.push(gap ? (gap.from + gap.to) >> 1 : Math.min(line.right, Math.max(before, Math.round(wanted))));
  }
  return cuts;
}

/** Columns without ink. */
function gapsOf({ width, data }: Ink, line: Rect): Gap[] {
  const gaps: Gap[] = [];
  let from = -1;
  for (let x = line.left; x < line.right; x++) {
    let isPaper = true;
    for (let y = line.top; y < line.bottom && isPaper; y++) isPaper = data[y * width + x] === 0;
    if (isPaper && from < 0) from = x;
    if (!isPaper && from >= 0) {
      gaps.push({ from, to: x });
      from = -1;
    }
  }
  return gaps;
}

/** The widest gap near a place; near counts for less than wide. */
function bestGap(gaps: readonly Gap[], wanted: number, after: number, height: number): Gap | null {
  let best: Gap | null = null;
  let score = Number.NEGATIVE_INFINITY;
  for (const gap of gaps) {
    if (gap.from <= after) continue;
    const away = Math.max(0, gap.from - wanted, wanted - gap.to);
    if (away > 0.6 * height) continue;
    const value = Math.min(gap.to - gap.from, 0.5 * height) - 0.4 * away;
    if (value > score) {
      score = value;
      best = gap;
    }
  }
  return best;
}

export function inkBox({ width, data }: Ink, { left, top, right, bottom }: Rect): Rect | null {
  let [x0, y0, x1, y1] = [right, bottom, left, top];
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      if (!data[y * width + x]) continue;
      if (x < x0) x0 = x;
      if (x >= x1) x1 = x + 1;
      if (y < y0) y0 = y;
      y1 = y + 1;
    }
  }
  return x1 > x0 ? { left: x0, top: y0, right: x1, bottom: y1 } : null;
}
