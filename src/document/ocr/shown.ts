/**
 * A line as it is shown to the network, whose time goes with the width of what it sees: at the height that it sees
 * anyway, and without more paper between words than they need to be told apart.
 */
import { type Cutting, cutLine, type RawWord } from './engine.ts';
import { type Grey, type Ink, type Rect, shrink } from './grey.ts';

/** Pixels; any other height Tesseract would bring to this one, more slowly. */
const NETWORK_HEIGHT = 36;
/** How much higher than its ink a line is shown when it is read first. */
const LINE_HEIGHT = 1.3;
/** Of the usual height of a line. A space as printed has about a quarter; at less than this, words begin to be joined. */
const WIDEST_GAP = 0.3;

export interface ShownLine {
  /** What goes to the engine. */
  readonly cutting: Cutting;
  /** Its words at their places in the whole. */
  place(words: readonly RawWord[]): RawWord[];
}

/** `usual` is the height of a line on this page, `higher` how much more than that it is shown with. */
export function showLine(grey: Grey, ink: Ink, rect: Rect, usual: number, higher = LINE_HEIGHT): ShownLine {
  const whole = cutLine(grey, rect, usual * higher);
  const columns = neededColumns(whole, ink, rect, Math.max(3, Math.round(usual * WIDEST_GAP)));
  const narrow = onlyColumns(whole.picture, columns);
  const scale = narrow.height / NETWORK_HEIGHT;
  const picture = shrink(narrow, Math.max(1, Math.round(narrow.width / scale)), NETWORK_HEIGHT);
  const across = columns.length / picture.width;
  const column = (x: number): number => {
    const at = Math.min(columns.length - 1, Math.max(0, Math.round(x * across)));
    return whole.x + (columns[at] as number);
  };
  const row = (y: number): number => whole.y + Math.round(y * scale);
  return {
    cutting: { picture, x: 0, y: 0 },
    place: (words) =>
      words.map(({ box: { left, top, right, bottom }, ...word }) => ({
        ...word,
        box: { left: column(left), top: row(top), right: column(right - 1) + 1, bottom: row(bottom) },
      })),
  };
}

/** Columns of the cutting, without the middle of every gap that is wider than `widest`. */
function neededColumns({ picture, x }: Cutting, ink: Ink, rect: Rect, widest: number): Int32Array {
  const { width } = picture;
  const hasInk = new Uint8Array(width);
  for (let y = rect.top; y < rect.bottom; y++)
    for (let i = y * ink.width + rect.left, at = rect.left - x; at < rect.right - x; at++, i++)
      hasInk[at] = (hasInk[at] as number) | (ink.data[i] as number);
  const columns = new Int32Array(width);
  let count = 0;
  for (let at = 0; at < width; ) {
    let end = at;
    while (end < width && hasInk[end] === hasInk[at]) end++;
    const spare = hasInk[at] ? 0 : Math.max(0, end - at - widest);
    const from = at + ((widest + 1) >> 1);
    for (; at < end; at++) if (spare === 0 || at < from || at >= from + spare) columns[count++] = at;
  }
  return columns.subarray(0, count);
}

function onlyColumns({ width, height, data }: Grey, columns: Int32Array): Grey {
  if (columns.length === width) return { width, height, data };
  const out = new Uint8Array(columns.length * height);
  for (let y = 0, i = 0; y < height; y++)
    for (let at = 0; at < columns.length; at++, i++) out[i] = data[y * width + (columns[at] as number)] as number;
  return { width: columns.length, height, data: out };
}
