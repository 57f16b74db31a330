/** What is left on the paper beside the writing: dust, grain and the shadows of folds, found by size and by distance. */
import { type Components, erase, findComponents } from './components.ts';
import type { Grey, Ink } from './grey.ts';

/** Points: letters reach this high even in small notes. */
const LOWEST_LETTER = 3.2;
/** Points from a letter to its dot, accent, comma, or to a dash beside it. */
const REACH = 7;
/** Pixels at 200 dpi; fewer are never a sign. */
const SMALLEST = 3;

/** Clears ink and picture, in place, of what is no writing. On clean paper nearly nothing goes. */
export function clearDust(grey: Grey, ink: Ink, dpi: number): void {
  const components = findComponents(ink);
  const { count, left, top, right, bottom, area } = components;
  const point = dpi / 72;
  const height = letterHeight(components, point);
  const isLetter = (c: number): boolean =>
    (bottom[c] as number) - (top[c] as number) >= 0.45 * height && (area[c] as number) >= height;
  let letters = 0;
  let small = 0;
  for (let c = 0; c < count; c++) {
    if (isLetter(c)) letters++;
    else small++;
  }
  // Accents, dots and commas are about as many as letters; more is dust.
  const dusty = small > 1.6 * letters + 100;
  const near = nearness(components, isLetter, ink, Math.round(REACH * point));
  const erased = new Uint8Array(count);
  for (let c = 0; c < count; c++) {
    if (isLetter(c)) continue;
    const size = area[c] as number;
    if (size < SMALLEST) erased[c] = 1;
    else if (dusty) {
      const x = ((left[c] as number) + (right[c] as number)) >> 1;
      const y = ((top[c] as number) + (bottom[c] as number)) >> 1;
      const isDash = (right[c] as number) - (left[c] as number) > 0.3 * height && size > 0.08 * height * height;
      if (!isDash && !near(x, y)) erased[c] = 1;
    }
  }
  erase(components, erased, ink, grey, dusty ? 2 : 1);
  if (dusty) whitenFar(grey, ink, near);
}

/** Pixels: the height of which half of the ink of letter-like pieces is higher. */
function letterHeight({ count, top, bottom, left, right, area }: Components, point: number): number {
  const byHeight = new Float64Array(64);
  let total = 0;
  for (let c = 0; c < count; c++) {
    const height = (bottom[c] as number) - (top[c] as number);
    const width = (right[c] as number) - (left[c] as number);
    if (height < LOWEST_LETTER * point || height > 40 * point || width > 8 * height) continue;
    const bin = Math.min(63, Math.round(height / point));
    byHeight[bin] = (byHeight[bin] as number) + (area[c] as number);
    total += area[c] as number;
  }
  let below = 0;
  for (let bin = 0; bin < 64; bin++) {
    below += byHeight[bin] as number;
    if (below > total / 2) return bin * point;
  }
  return 8 * point;
}

const CELL = 4;

/** Whether a place is within reach of a letter. */
function nearness(
  { count, left, top, right, bottom }: Components,
  isLetter: (c: number) => boolean,
  { width, height }: Ink,
  reach: number,
): (x: number, y: number) => boolean {
  const columns = Math.ceil(width / CELL);
  const rows = Math.ceil(height / CELL);
  const cells = new Uint8Array(columns * rows);
  for (let c = 0; c < count; c++) {
    if (!isLetter(c)) continue;
    const from = Math.max(0, Math.floor(((left[c] as number) - reach) / CELL));
    const to = Math.min(columns - 1, Math.floor(((right[c] as number) + reach) / CELL));
    const last = Math.min(rows - 1, Math.floor(((bottom[c] as number) + reach * 0.7) / CELL));
    for (let y = Math.max(0, Math.floor(((top[c] as number) - reach * 0.7) / CELL)); y <= last; y++)
      cells.fill(1, y * columns + from, y * columns + to + 1);
  }
  return (x, y) => cells[Math.floor(y / CELL) * columns + Math.floor(x / CELL)] === 1;
}

/** The grain of the paper far from writing, which is lighter than ink, goes too. */
function whitenFar(grey: Grey, ink: Ink, near: (x: number, y: number) => boolean): void {
  const { width, height } = ink;
  for (let y = 0; y < height; y += CELL) {
    for (let x = 0; x < width; x += CELL) {
      if (near(x, y)) continue;
      const to = Math.min(width, x + CELL);
      for (let row = y; row < Math.min(height, y + CELL); row++) {
        let hasInk = 0;
        for (let i = row * width + x; i < row * width + to; i++) hasInk |= ink.data[i] as number;
        if (!hasInk) grey.data.fill(255, row * width + x, row * width + to);
      }
    }
  }
}
