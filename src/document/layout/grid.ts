/** A grid (khung bảng) of ruling lines: its columns and rows, and which of its fields are one cell. */
import type { RuleGroup, Stroke } from './rules.ts';

export interface GridCell {
  readonly column: number;
  readonly row: number;
  readonly columns: number;
  readonly rows: number;
}

export interface Grid {
  /** Edges of the columns and rows, in order: one more than there are columns and rows. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Row by row, from left to right. */
  readonly cells: readonly GridCell[];
}

/** Edges nearer than this are one. */
const SAME_EDGE = 5;
/** No table of ours has more: a drawing. */
const MOST_COLUMNS = 60;
const MOST_ROWS = 400;
/** Part of a field's edge that a line must cover to part two cells. */
const COVERED = 0.6;

/** The grid of a group of lines, or null where they are no table. */
export function gridOf(group: RuleGroup): Grid | null {
  if (group.across.length === 0 || group.down.length === 0) return null;
  const ends = extent(group);
  const xs = edgesOf(group.down, ends.left, ends.right);
  const ys = edgesOf(group.across, ends.top, ends.bottom);
  if (xs.length < 2 || ys.length < 2 || xs.length > MOST_COLUMNS || ys.length > MOST_ROWS) return null;
  // A line that crosses another, without a field between lines, is a cross.
  if (group.across.length < 2 && group.down.length < 2) return null;
  return { xs, ys, cells: cellsOf(group, xs, ys) };
}

interface Extent {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function extent({ across, down }: RuleGroup): Extent {
  const found: Extent = {
    left: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
    top: Number.POSITIVE_INFINITY,
    bottom: Number.NEGATIVE_INFINITY,
  };
  for (const { at, from, to } of across) {
    found.left = Math.min(found.left, from);
    found.right = Math.max(found.right, to);
    found.top = Math.min(found.top, at);
    found.bottom = Math.max(found.bottom, at);
  }
  for (const { at, from, to } of down) {
    found.left = Math.min(found.left, at);
    found.right = Math.max(found.right, at);
    found.top = Math.min(found.top, from);
    found.bottom = Math.max(found.bottom, to);
  }
  return found;
}

/** Where lines stand, together with the ends of the lines that cross them: a table may be open at its sides. */
function edgesOf(strokes: readonly Stroke[], first: number, last: number): number[] {
  const places = [first, ...strokes.map((stroke) => stroke.at), last].sort((a, b) => a - b);
  const edges: number[] = [];
  for (let i = 0; i < places.length; ) {
    const start = places[i] as number;
    let sum = 0;
    let end = i;
    while (end < places.length && (places[end] as number) - start <= SAME_EDGE) {
      sum += places[end] as number;
      end++;
    }
    edges.push(sum / (end - i));
    i = end;
  }
  return edges;
}

function cellsOf(group: RuleGroup, xs: readonly number[], ys: readonly number[]): GridCell[] {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const right = coverOf(group.down, xs, ys);
  const below = coverOf(group.across, ys, xs);
  // Fields without a line between them are one cell, which must be a rectangle.
  const owner = new Int32Array(columns * rows).fill(-1);
  const cells: GridCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (owner[row * columns + column] !== -1) continue;
      let width = 1;
      while (
        column + width < columns &&
        !right.has((column + width) * MOST_ROWS + row) &&
        owner[row * columns + column + width] === -1
      ) {
        width++;
      }
      const goesOn = (next: number): boolean => {
        for (let k = column; k < column + width; k++) {
          if (below.has(next * MOST_ROWS + k) || owner[next * columns + k] !== -1) return false;
          if (k > column && right.has(k * MOST_ROWS + next)) return false;
        }
        return true;
      };
      let height = 1;
      while (row + height < rows && goesOn(row + height)) height++;
      for (let r = row; r < row + height; r++) {
        for (let c = column; c < column + width; c++) owner[r * columns + c] = cells.length;
      }
      cells.push({ column, row, columns: width, rows: height });
    }
  }
  return cells;
}

/** Which inner edges a line covers: `edge * MOST_ROWS + field` for each field along it. */
function coverOf(strokes: readonly Stroke[], edges: readonly number[], fields: readonly number[]): Set<number> {
  const lengths = new Map<number, number>();
  for (const { at, from, to } of strokes) {
    const edge = nearest(edges, at);
    if (Math.abs((edges[edge] as number) - at) > SAME_EDGE) continue;
    for (let k = Math.max(0, nearest(fields, from) - 1); k + 1 < fields.length; k++) {
      const start = fields[k] as number;
      const end = fields[k + 1] as number;
      if (start >= to) break;
      const shared = Math.min(end, to) - Math.max(start, from);
      if (shared <= 0) continue;
      const key = edge * MOST_ROWS + k;
      lengths.set(key, (lengths.get(key) ?? 0) + shared / (end - start));
    }
  }
  return new Set([...lengths].filter(([, part]) => part >= COVERED).map(([key]) => key));
}

/** Index of the nearest of sorted numbers. */
function nearest(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  if (low > 0 && value - (sorted[low - 1] as number) < (sorted[low] as number) - value) return low - 1;
  return low;
}

/** Index of the field between edges that a place lies in, -1 for none. */
export function fieldAt(edges: readonly number[], at: number): number {
  if (edges.length < 2 || at < (edges[0] as number) || at > (edges.at(-1) as number)) return -1;
  let low = 0;
  let high = edges.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((edges[middle] as number) <= at) low = middle;
    else high = middle;
  }
  return low;
}
