/** Stamps on a page (dấu đóng trên trang): where something could be one, and how it looks upright and without its frame. */
import type { Raster } from './raster.ts';

/** Ink of one kind: a byte a pixel, 1 where there is some. */
export interface Mask {
  readonly colour: 'red' | 'black';
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
  readonly ink: Uint8Array;
}

/** Millimetres: `MẬT` takes 20 × 8, `TUYỆT MẬT` 40 × 8; older stamps and others are larger. */
const SIZE = { width: { least: 8, most: 75 }, height: { least: 4, most: 45 } };
const MOST_STAMPS = 8;
/** Width by height: 2.5 and more as cut, less when set askew. A round seal (con dấu) has 1, also over the head of a document. */
const LEAST_RATIO = 1.3;

/**
 * What could be a stamp in the upper half of a page: red things that hang together, and frames of that size, in which red
 * and black are seen alike. A red stamp is found both ways: the one has holes where print crosses it, the other the print.
 */
export function findStamps(raster: Raster): Mask[] {
  const red = redOf(raster);
  const inRed = red ? findClusters(red, 1.5) : [];
  return [...inRed, ...findFrames(darkOf(raster))].slice(0, MOST_STAMPS);
}

/** The red of the upper half of a page; null when the picture has no colour. */
export function redOf(raster: Raster): Mask | null {
  const { channels, data } = raster;
  if (channels === 1) return null;
  return upperHalf(raster, 'red', (at) => {
    const red = data[at] as number;
    return red > 90 && red - (data[at + 1] as number) > 50 && red - (data[at + 2] as number) > 40;
  });
}

function darkOf(raster: Raster): Mask {
  const { channels, data } = raster;
  return upperHalf(raster, 'black', (at) => (channels === 1 ? (data[at] as number) : (data[at + 1] as number)) < 140);
}

function upperHalf(raster: Raster, colour: Mask['colour'], isInk: (at: number) => boolean): Mask {
  const { width, height, dpi, channels } = raster;
  const upper = Math.ceil(height / 2);
  const ink = new Uint8Array(width * upper);
  for (let i = 0; i < ink.length; i++) if (isInk(i * channels)) ink[i] = 1;
  return { colour, width, height: upper, dpi, ink };
}

type Grid = Pick<Mask, 'width' | 'height' | 'ink'>;

interface Area {
  readonly left: number;
  readonly top: number;
  /** The first column and row outside. */
  readonly right: number;
  readonly bottom: number;
}

/** Ink with gaps of less than `reach` millimetres between, of the size of a stamp. */
function findClusters(mask: Mask, reach: number): Mask[] {
  const cell = Math.max(1, Math.round((mask.dpi * reach) / 2 / 25.4));
  const coarse = shrink(mask, cell);
  return (
    listAreas(coarse, 2)
      .map((area) => grow(area, cell, mask))
      // What reaches over the lower edge is the part of something larger, a seal in the middle of the page.
      .filter((area) => isSizeOfStamp(area, mask.dpi) && area.bottom < mask.height)
      .map((area) => cut(mask, area))
  );
}

/** Lines that hang together around something, as the frame of a stamp does. */
function findFrames(mask: Mask): Mask[] {
  const cell = Math.max(1, Math.round((mask.dpi * 0.25) / 25.4));
  const coarse = shrink(mask, cell);
  return listAreas(coarse, 1)
    .filter((area) => isSizeOfStamp(grow(area, cell, mask), mask.dpi) && isFrame(coarse, area))
    .map((area) => cut(mask, grow(area, cell, mask)));
}

/** One cell for so many pixels each way; two pixels of ink make it one, which leaves out specks. */
function shrink({ width, height, ink }: Mask, cell: number): Grid {
  const columns = Math.ceil(width / cell);
  const rows = Math.ceil(height / cell);
  const counts = new Uint8Array(columns * rows);
  const enough = cell > 1 ? 2 : 1;
  for (let y = 0, i = 0; y < height; y++) {
    const row = Math.floor(y / cell) * columns;
    for (let x = 0; x < width; x++, i++) {
      if (!ink[i]) continue;
      const at = row + Math.floor(x / cell);
      if ((counts[at] as number) < enough) counts[at] = (counts[at] as number) + 1;
    }
  }
  return { width: columns, height: rows, ink: counts.map((count) => (count >= enough ? 1 : 0)) };
}

/** The areas around ink whose cells are at most `reach` apart. */
function listAreas({ width, height, ink }: Grid, reach: number): Area[] {
  const seen = new Uint8Array(ink.length);
  const areas: Area[] = [];
  const open: number[] = [];
  for (let start = 0; start < ink.length; start++) {
    if (!ink[start] || seen[start]) continue;
    let [left, top, right, bottom] = [width, height, 0, 0];
    seen[start] = 1;
    open.push(start);
    while (open.length > 0) {
      const at = open.pop() as number;
      const x = at % width;
      const y = (at - x) / width;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
      for (let ny = Math.max(0, y - reach); ny <= Math.min(height - 1, y + reach); ny++) {
        for (let nx = Math.max(0, x - reach); nx <= Math.min(width - 1, x + reach); nx++) {
          const next = ny * width + nx;
          if (!ink[next] || seen[next]) continue;
          seen[next] = 1;
          open.push(next);
        }
      }
    }
    areas.push({ left, top, right, bottom });
  }
  return areas;
}

function grow({ left, top, right, bottom }: Area, cell: number, { width, height }: Grid): Area {
  return {
    left: left * cell,
    top: top * cell,
    right: Math.min(width, right * cell),
    bottom: Math.min(height, bottom * cell),
  };
}

function isSizeOfStamp({ left, top, right, bottom }: Area, dpi: number): boolean {
  const width = ((right - left) * 25.4) / dpi;
  const height = ((bottom - top) * 25.4) / dpi;
  const within = (value: number, { least, most }: { least: number; most: number }) => value >= least && value <= most;
  return within(width, SIZE.width) && within(height, SIZE.height) && width > LEAST_RATIO * height;
}

/** True when nearly every row and column of an area has ink near both of its ends. */
function isFrame({ width, ink }: Grid, { left, top, right, bottom }: Area): boolean {
  const across = right - left;
  const down = bottom - top;
  // A stamp set askew leaves its corners: a fifth of a side is allowed for.
  const [nearX, nearY] = [Math.ceil(across / 5), Math.ceil(down / 2.5)];
  const has = (x0: number, x1: number, y0: number, y1: number) => {
    for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) if (ink[y * width + x]) return true;
    return false;
  };
  let closed = 0;
  for (let y = top; y < bottom; y++) {
    if (has(left, left + nearX, y, y + 1) && has(right - nearX, right, y, y + 1)) closed++;
  }
  for (let x = left; x < right; x++) {
    if (has(x, x + 1, top, top + nearY) && has(x, x + 1, bottom - nearY, bottom)) closed++;
  }
  return closed > 0.85 * (across + down);
}

function cut({ colour, width, dpi, ink }: Mask, { left, top, right, bottom }: Area): Mask {
  const across = right - left;
  const part = new Uint8Array(across * (bottom - top));
  for (let y = top; y < bottom; y++) part.set(ink.subarray(y * width + left, y * width + right), (y - top) * across);
  return { colour, width: across, height: bottom - top, dpi, ink: part };
}

/** Degrees that a hand is off at most. */
const MOST_LEAN = 14;

/** The stamp turned level, and what stands inside of its frame. */
export function upright(stamp: Mask): Mask {
  return withoutFrame(turn(stamp, findLean(stamp)));
}

/** The angle at which the rows of ink are most apart: lines and frames lie along them. */
function findLean(stamp: Mask): number {
  const points: [number, number][] = [];
  const step = Math.max(1, Math.floor(Math.sqrt(stamp.ink.length / 40_000)));
  for (let y = 0; y < stamp.height; y += step) {
    for (let x = 0; x < stamp.width; x += step) if (stamp.ink[y * stamp.width + x]) points.push([x, y]);
  }
  const sharpness = (degrees: number) => {
    const slope = Math.tan((degrees * Math.PI) / 180);
    const rows = new Map<number, number>();
    for (const [x, y] of points) {
      const row = Math.round((y - x * slope) / step);
      rows.set(row, (rows.get(row) ?? 0) + 1);
    }
    let sum = 0;
    for (const count of rows.values()) sum += count * count;
    return sum;
  };
  let best = 0;
  for (const [range, by] of [
    [MOST_LEAN, 1],
    [1, 0.25],
  ] as const) {
    const middle = best;
    let most = -1;
    for (let degrees = middle - range; degrees <= middle + range; degrees += by) {
      const found = sharpness(degrees);
      if (found > most) [most, best] = [found, degrees];
    }
  }
  return best;
}

function turn(stamp: Mask, degrees: number): Mask {
  if (degrees === 0) return stamp;
  const sin = Math.sin((degrees * Math.PI) / 180);
  const cos = Math.cos((degrees * Math.PI) / 180);
  const { width, height } = stamp;
  const ink = new Uint8Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const dx = x - width / 2;
      const dy = y - height / 2;
      const fromX = Math.round(width / 2 + dx * cos - dy * sin);
      const fromY = Math.round(height / 2 + dx * sin + dy * cos);
      if (fromX < 0 || fromY < 0 || fromX >= width || fromY >= height) continue;
      ink[i] = stamp.ink[fromY * width + fromX] as number;
    }
  }
  return { ...stamp, ink };
}

/** Inches from the edge that the frame can take. */
const FRAME = 0.11;

/** What is left inside of the lines that run along the edges: above and below, then beside what is left. */
function withoutFrame(stamp: Mask): Mask {
  const [top, bottom] = inside(countInk(stamp, 'row'), 0.35 * stamp.height, 0.55);
  const between = cut(stamp, { left: 0, top, right: stamp.width, bottom });
  const [left, right] = inside(countInk(between, 'column'), Math.min(0.3 * between.width, FRAME * between.dpi), 0.75);
  return cut(between, { left, top: 0, right, bottom: between.height });
}

/** For every row or column the part that is ink. */
function countInk({ width, height, ink }: Mask, way: 'row' | 'column'): Float64Array {
  const [length, full] = way === 'row' ? [height, width] : [width, height];
  const counts = new Float64Array(length);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const at = way === 'row' ? y : x;
      if (ink[i]) counts[at] = (counts[at] as number) + 1 / full;
    }
  }
  return counts;
}

/** The stretch between the last line near the beginning and the first near the end; a line is ink for most of its length. */
function inside(filled: Float64Array, near: number, line: number): [number, number] {
  const { length } = filled;
  let start = 0;
  let end = length;
  for (let i = 0; i < near; i++) if ((filled[i] as number) > line) start = i + 1;
  for (let i = 0; i < near; i++) if ((filled[length - 1 - i] as number) > line) end = length - 1 - i;
  // The edge of a line that was turned is ragged.
  for (let i = 0; i < 3 && start > 0 && (filled[start] ?? 0) > line / 4; i++) start++;
  for (let i = 0; i < 3 && end < length && (filled[end - 1] ?? 0) > line / 4; i++) end--;
  return end > start ? [start, end] : [0, length];
}
