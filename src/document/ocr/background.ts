/** Paper made white: uneven light, grey paper and black borders of the scanner go, the ink keeps its depth. */
import { type Grey, type Ink, inkBelow, otsu } from './grey.ts';

/** Pixels of a cell in which the paper is measured. */
const CELL = 24;
/** A little more than white, so that grain lighter than ink is clipped away. */
const WHITER = 1.06;

/** Divides by the paper around each pixel. A picture of two values is given back as it is. */
export function whitened(grey: Grey): Grey {
  const { width, height, data } = grey;
  const columns = Math.ceil(width / CELL);
  const rows = Math.ceil(height / CELL);
  const paper = smoothed(paperCells(grey, columns, rows), columns, rows);
  if (paper.every((value) => value >= 248)) return grey;
  const out = new Uint8Array(data.length);
  // Between which cells a column lies, and how far.
  const place = Float32Array.from({ length: width }, (_, x) => between(x, columns));
  const line = new Float32Array(columns + 1);
  for (let y = 0, i = 0; y < height; y++) {
    const cy = between(y, rows);
    const above = (cy | 0) * columns;
    const below = Math.min(rows - 1, (cy | 0) + 1) * columns;
    const fy = cy - (cy | 0);
    for (let column = 0; column < columns; column++)
      line[column] = (paper[above + column] as number) * (1 - fy) + (paper[below + column] as number) * fy;
    line[columns] = line[columns - 1] as number;
    for (let x = 0; x < width; x++, i++) {
      const cx = place[x] as number;
      const left = line[cx | 0] as number;
      const here = left + ((line[(cx | 0) + 1] as number) - left) * (cx - (cx | 0));
      out[i] = Math.min(255, ((data[i] as number) * (255 * WHITER)) / here + 0.5);
    }
  }
  return { width, height, data: out };
}

/** Where a pixel stands among the middles of the cells; at the ends, in the last middle. */
function between(pixel: number, cells: number): number {
  return Math.min(cells - 1, Math.max(0, (pixel + 0.5) / CELL - 0.5));
}

/** The bright end of each cell; a cell that is all ink takes it from its neighbours. */
function paperCells({ width, height, data }: Grey, columns: number, rows: number): Float32Array {
  const cells = new Float32Array(columns * rows);
  const histogram = new Uint16Array(32);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      histogram.fill(0);
      let count = 0;
      for (let y = row * CELL; y < Math.min(height, (row + 1) * CELL); y += 2) {
        for (let x = column * CELL; x < Math.min(width, (column + 1) * CELL); x += 2, count++) {
          const bin = (data[y * width + x] as number) >> 3;
          histogram[bin] = (histogram[bin] as number) + 1;
        }
      }
      let above = 0;
      let bin = 32;
      while (bin > 0 && above < count * 0.4) above += histogram[--bin] as number;
      cells[row * columns + column] = bin * 8 + 4;
    }
  }
  return cells;
}

function smoothed(cells: Float32Array, columns: number, rows: number): Float32Array {
  const page = Array.from(cells).sort((a, b) => a - b)[Math.floor(cells.length * 0.6)] as number;
  const highest = around(cells, columns, rows, 2, (values) => Math.max(...values));
  // Far darker than the page's paper is no paper: a photograph or the lid of the scanner.
  for (let i = 0; i < highest.length; i++) highest[i] = Math.max(highest[i] as number, page * 0.55, 40);
  return around(highest, columns, rows, 2, (values) => values.reduce((a, b) => a + b, 0) / values.length);
}

function around(
  cells: Float32Array,
  columns: number,
  rows: number,
  reach: number,
  fold: (values: number[]) => number,
): Float32Array {
  const out = new Float32Array(cells.length);
  const values: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      values.length = 0;
      for (let y = Math.max(0, row - reach); y <= Math.min(rows - 1, row + reach); y++)
        for (let x = Math.max(0, column - reach); x <= Math.min(columns - 1, column + reach); x++)
          values.push(cells[y * columns + x] as number);
      out[row * columns + column] = fold(values);
    }
  }
  return out;
}

/** What is ink on whitened paper. */
export function inkOf(grey: Grey): Ink {
  return inkBelow(grey, inkThreshold(grey));
}

/**
 * Between ink and paper, measured only where there is strong contrast: over the whole page the grain of the paper would
 * outweigh the little ink.
 */
export function inkThreshold({ width, height, data }: Grey): number {
  const side = 16;
  const columns = Math.floor(width / side);
  const rows = Math.floor(height / side);
  const darkest = new Uint8Array(columns * rows).fill(255);
  for (let y = 0; y < rows * side; y += 2) {
    let i = y * width;
    for (let cell = Math.floor(y / side) * columns, last = cell + columns; cell < last; cell++) {
      let least = darkest[cell] as number;
      for (const end = i + side; i < end; i++) if ((data[i] as number) < least) least = data[i] as number;
      darkest[cell] = least;
    }
  }
  const sorted = darkest.slice().sort();
  const limit = 255 - 0.6 * (255 - (sorted[Math.floor(sorted.length * 0.04)] ?? 0));
  const histogram = new Uint32Array(256);
  for (let cell = 0; cell < darkest.length; cell++) {
    if ((darkest[cell] as number) > limit) continue;
    const start = Math.floor(cell / columns) * side * width + (cell % columns) * side;
    for (let y = 0; y < side; y += 2)
      for (let i = start + y * width; i < start + y * width + side; i++)
        histogram[data[i] as number] = (histogram[data[i] as number] as number) + 1;
  }
  return Math.min(215, Math.max(90, otsu(histogram)));
}

/** Dark areas that reach in from the edge: the lid of the scanner, shadows of a copy. White, in place. */
export function clearBorders(grey: Grey, ink: Ink): void {
  const { width, height } = ink;
  const block = 8;
  const columns = Math.floor(width / block);
  const rows = Math.floor(height / block);
  const isDark = (at: number): boolean => {
    const start = Math.floor(at / columns) * block * width + (at % columns) * block;
    let count = 0;
    for (let row = start; row < start + block * width; row += width)
      for (let i = row; i < row + block; i++) count += ink.data[i] as number;
    return count > block * block * 0.75;
  };
  // Only what is reached from the edge is looked at.
  const seen = new Uint8Array(columns * rows);
  const stack: number[] = [];
  const reached: number[] = [];
  const visit = (at: number): void => {
    if (seen[at]) return;
    seen[at] = 1;
    if (isDark(at)) stack.push(at);
  };
  for (let column = 0; column < columns; column++) {
    visit(column);
    visit((rows - 1) * columns + column);
  }
  for (let row = 0; row < rows; row++) {
    visit(row * columns);
    visit(row * columns + columns - 1);
  }
  while (stack.length > 0) {
    const at = stack.pop() as number;
    reached.push(at);
    if (at % columns > 0) visit(at - 1);
    if (at % columns < columns - 1) visit(at + 1);
    if (at >= columns) visit(at - columns);
    if (at < seen.length - columns) visit(at + columns);
  }
  for (const at of reached) {
    const row = Math.floor(at / columns);
    const column = at % columns;
    // One block more on each side takes the soft edge along; at the right and bottom also the rest of the division.
    const top = Math.max(0, (row - 1) * block);
    const bottom = row === rows - 1 ? height : Math.min(height, (row + 2) * block);
    const left = Math.max(0, (column - 1) * block);
    const right = column === columns - 1 ? width : Math.min(width, (column + 2) * block);
    for (let y = top; y < bottom; y++) {
      grey.data.fill(255, y * width + left, y * width + right);
      ink.data.fill(0, y * width + left, y * width + right);
    }
  }
}
