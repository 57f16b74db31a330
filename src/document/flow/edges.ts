/**
 * Tables whose cells are given by where they end (.doc, RTF): rows know their edges in twips, and which column a cell stands
 * in follows from the edges of all rows together.
 */

import type { Draft, DraftCell, DraftTable } from './draft.ts';

/** `none` a cell of its own, `first` the first of a merged range, `more` a cell that the range covers. */
export type Merge = 'none' | 'first' | 'more';

export interface EdgeCell {
  readonly blocks: readonly Draft[];
  /** Twips. */
  readonly left: number;
  readonly right: number;
  readonly across: Merge;
  readonly down: Merge;
}

/** Edges closer than this are one: rows of one table are rarely drawn to the point. */
const NEAR = 40;
const MOST_COLUMNS = 64;

/** A cell that grows while its range is read. */
interface Growing {
  readonly blocks: Draft[];
  readonly column: number;
  columns: number;
  rows: number;
}

export function tableOfEdges(rows: readonly (readonly EdgeCell[])[], ruled: boolean): DraftTable {
  const edges = edgesOf(rows);
  const columnOf = (edge: number) => columnAt(edges, edge);
  /** The cell that reaches down to the next row, by the column that it begins in. */
  let reaching = new Map<number, Growing>();
  let columns = 0;
  const made = rows.map((row) => {
    const cells: Growing[] = [];
    const next = new Map<number, Growing>();
    for (const given of row) {
      const before = cells.at(-1);
      const end = columnOf(given.right);
      // Beyond the last column everything stands in that one.
      if (before && (given.across === 'more' || before.column + before.columns >= MOST_COLUMNS)) {
        before.columns = Math.max(before.columns, end - before.column);
        for (const block of given.blocks) before.blocks.push(block);
        continue;
      }
      const column = Math.max(columnOf(given.left), before ? before.column + before.columns : 0);
      const above = given.down === 'more' ? reaching.get(column) : undefined;
      if (above) {
        above.rows++;
        for (const block of given.blocks) above.blocks.push(block);
        next.set(column, above);
        continue;
      }
      const cell = { blocks: [...given.blocks], column, columns: Math.max(1, end - column), rows: 1 };
      cells.push(cell);
      if (given.down !== 'none') next.set(column, cell);
    }
    reaching = next;
    const last = cells.at(-1);
    if (last) columns = Math.max(columns, last.column + last.columns);
    return cells;
  });
  return { kind: 'table', rows: made as readonly (readonly DraftCell[])[], columns: Math.max(1, columns), ruled };
}

/** The distinct edges from left to right. */
function edgesOf(rows: readonly (readonly EdgeCell[])[]): number[] {
  const all = new Set<number>();
  for (const row of rows) {
    for (const { left, right } of row) {
      all.add(left);
      all.add(right);
    }
  }
  const edges: number[] = [];
  for (const edge of [...all].sort((a, b) => a - b)) {
    if (edges.length === 0 || edge - (edges.at(-1) as number) > NEAR) edges.push(edge);
  }
  return edges.slice(0, MOST_COLUMNS + 1);
}

/** Which edge it is. */
function columnAt(edges: readonly number[], edge: number): number {
  let low = 0;
  let high = edges.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((edges[middle] as number) <= edge) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
