/** Printed lines of a region, each by itself: a line cut out at its true height is read better than a block. */
import type { Ink, Rect } from './grey.ts';

export interface PrintedLine {
  readonly rect: Rect;
  /** Which of the regions it stands in. */
  readonly region: number;
  /** A strip in which lines touch is left to the engine to part. */
  readonly shape: 'line' | 'block';
}

/** Points. */
const LOWEST = 4;
/** Marks this low belong to the line that they are close to. */
const MARK = 5;
const CLOSE = 2;

export interface PrintedLines {
  readonly lines: readonly PrintedLine[];
  /** How high a line with accents and tails is here, pixels. */
  readonly usual: number;
}

/** In the order of the regions, from top to bottom within one. */
export function findLines(ink: Ink, regions: readonly Rect[], dpi: number): PrintedLines {
  const point = dpi / 72;
  const strips = regions.flatMap((rect, region) =>
    stripsOf(ink, rect, point).map((strip) => ({ rect: strip, region })),
  );
  const usual = usualHeight(
    strips.map(({ rect }) => rect),
    point,
  );
  const lines = strips.map(
    ({ rect, region }): PrintedLine => ({
      rect,
      region,
      shape: rect.bottom - rect.top > 1.55 * usual ? 'block' : 'line',
    }),
  );
  return { lines, usual };
}

/** The height of a line, weighed by how wide the lines are. */
function usualHeight(strips: readonly Rect[], point: number): number {
  const sorted = strips
    .map((strip) => ({ height: strip.bottom - strip.top, width: strip.right - strip.left }))
    .filter(({ height }) => height >= LOWEST * point)
    .sort((a, b) => a.height - b.height);
  const half = sorted.reduce((sum, { width }) => sum + width, 0) / 2;
  let width = 0;
  for (const strip of sorted) {
    width += strip.width;
    if (width >= half) return strip.height;
  }
  return 14 * point;
}

function stripsOf({ width, data }: Ink, region: Rect, point: number): Rect[] {
  const strips: { top: number; bottom: number }[] = [];
  let top = -1;
  for (let y = region.top; y <= region.bottom; y++) {
    const isInk = y < region.bottom && data.subarray(y * width + region.left, y * width + region.right).includes(1);
    if (isInk && top < 0) top = y;
    if (!isInk && top >= 0) {
      const last = strips.at(-1);
      const isMark = last && (y - top < MARK * point || last.bottom - last.top < MARK * point);
      if (last && isMark && top - last.bottom <= CLOSE * point) last.bottom = y;
      else strips.push({ top, bottom: y });
      top = -1;
    }
  }
  return strips
    .map((strip) => trimmedSides(data, width, { ...region, ...strip }))
    .filter((rect) => rect.right > rect.left);
}

function trimmedSides(data: Uint8Array, width: number, rect: Rect): Rect {
  let left = rect.right;
  let right = rect.left;
  for (let y = rect.top; y < rect.bottom; y++) {
    const row = y * width;
    for (let x = rect.left; x < left; x++) if (data[row + x]) left = x;
    for (let x = rect.right - 1; x >= right; x--) if (data[row + x]) right = x + 1;
  }
  return { ...rect, left, right };
}
