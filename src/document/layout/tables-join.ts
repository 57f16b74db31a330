/** Tables that go on over a page: their repeated head is dropped, a row cut by the page is put together. */
import type { PageWord } from '../page.ts';
import { type Line, pushAll, wordsOf } from './line.ts';
import { isTerminated, opensSmall, opensWithLabel } from './openings.ts';
import { cellAt, type DraftRow, type DraftTable, textOfCell, textOfRow } from './table.ts';

/** Edges of columns on two pages that are the same, points. */
const SAME_EDGE = 6;

/** True when the second table has the columns of the first and may go on with it. */
export function sameColumns(a: DraftTable, b: DraftTable): boolean {
  if (a.layout || b.layout) return false;
  if (a.xs.length === b.xs.length) {
    const shift = (b.xs[0] as number) - (a.xs[0] as number);
    return a.xs.every((x, i) => Math.abs((b.xs[i] as number) - x - shift) <= SAME_EDGE) && Math.abs(shift) < 40;
  }
  // A head with more columns than the rows below, or rows that leave edges out.
  const [few, many] = a.xs.length < b.xs.length ? [a, b] : [b, a];
  if (few.xs.length < 3 || many.xs.length - few.xs.length > 3) return false;
  return few.xs.every((x) => many.xs.some((y) => Math.abs(x - y) <= SAME_EDGE));
}

/** Appends the second table to the first, in place; gives the words of the repeated head. */
export function appendTable(a: DraftTable, b: DraftTable): PageWord[] {
  const dropped: PageWord[] = [];
  const finer = b.xs.length > a.xs.length ? b : a;
  if (finer === b) {
    a.rows = onColumns(a, b).rows;
    a.xs = b.xs;
  }
  const table = b.xs.length === finer.xs.length ? b : onColumns(b, a);
  let from = 0;
  const most = Math.min(4, table.rows.length - 1, a.rows.length);
  while (from < most && isRepeated(a.rows[from] as DraftRow, table.rows[from] as DraftRow)) from++;
  for (const row of table.rows.slice(0, from)) {
    for (const cell of row.cells) for (const line of cell.lines) pushAll(dropped, wordsOf(line));
  }
  const rows = table.rows.slice(from);
  const first = rows[0];
  const last = a.rows.at(-1);
  if (first && last && goesOn(a.rows, first)) {
    for (const cell of first.cells) {
      const own = cellAt(last, cell.column) ?? ownerOf(a.rows, cell.column);
      if (own && cell.lines.length > 0) own.lines = [...own.lines, ...cell.lines];
    }
    rows.shift();
  }
  pushAll(a.rows, rows);
  return dropped;
}

/** The same table on the edges of another one with more columns. */
function onColumns(table: DraftTable, other: DraftTable): DraftTable {
  const at = (x: number): number => {
    let best = 0;
    for (const [i, edge] of other.xs.entries()) {
      if (Math.abs(edge - x) < Math.abs((other.xs[best] as number) - x)) best = i;
    }
    return best;
  };
  const rows = table.rows.map((row) => ({
    cells: row.cells.map((cell) => {
      const column = at(cell.left);
      return { ...cell, column, columns: Math.max(1, at(cell.right) - column) };
    }),
  }));
  return { ...table, xs: other.xs, rows };
}

function isRepeated(a: DraftRow, b: DraftRow): boolean {
  const text = plain(textOfRow(a));
  return text !== '' && text === plain(textOfRow(b)) && !/^\|*\d+\|/.test(textOfRow(a));
}

/** Without accents and spaces, which recognition gets wrong differently on each page. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}\s]/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();
}

/** The cell of an earlier row that still covers this column at the end of the rows. */
function ownerOf(rows: readonly DraftRow[], column: number): DraftRow['cells'][number] | undefined {
  for (let i = rows.length - 1, up = 0; i >= 0 && up < 60; i--, up++) {
    const found = rows[i]?.cells.find((cell) => cell.column <= column && column < cell.column + cell.columns);
    if (found) return found;
  }
  return undefined;
}

/** True when a row is the rest of the row before it: nothing in its first cell, and a cell that goes on. */
function goesOn(rows: readonly DraftRow[], next: DraftRow): boolean {
  const last = rows.at(-1) as DraftRow;
  const first = cellAt(next, 0);
  if (!first || first.lines.length > 0 || first.columns > 1) return false;
  const labelled = rows.filter((row) => (cellAt(row, 0)?.lines.length ?? 0) > 0).length;
  if (labelled * 2 < rows.length) return false;
  let filled = 0;
  for (const cell of next.cells) {
    if (cell.lines.length === 0) continue;
    filled++;
    const before = cellAt(last, cell.column);
    const line = cell.lines[0] as Line;
    if (opensSmall(line.text) && !opensWithLabel(line.tokens)) return true;
    if (
      before &&
      before.lines.length > 0 &&
      !isTerminated(textOfCell(before)) &&
      isFull(before.lines.at(-1) as Line, line, before.right)
    ) {
      return true;
    }
  }
  return filled > 0 && filled * 2 < next.cells.length;
}

/** The first word of the next line had no room on this one. */
function isFull(line: Line, next: Line, right: number): boolean {
  const width = next.tokens[0]?.box.width ?? 0;
  return line.right + 0.25 * line.size + width > right - 2;
}
