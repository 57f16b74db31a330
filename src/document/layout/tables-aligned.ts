/** Tables without ruling lines: at least three columns that keep clear of each other over at least three rows. */
import type { PageContent } from '../page.ts';
import { centreOf, type Line, makeLine, wordsOf } from './line.ts';
import type { Row } from './lines.ts';
import { isHeadLine, isSignatureLine } from './openings.ts';
import type { DraftCell, DraftRow, DraftTable } from './table.ts';

interface Gutter {
  from: number;
  to: number;
}

export interface AlignedTable {
  readonly table: DraftTable;
  /** Index behind its last row. */
  readonly end: number;
}

const FEWEST_ROWS = 3;
const FEWEST_GUTTERS = 2;
/** In sizes of the letters. */
const NARROWEST = 0.7;
const FARTHEST = 2.6;
const MOST_ROWS = 300;
const MOST_GUTTERS = 20;

/** The table that begins at this row, or null. */
export function findAlignedTable(rows: readonly Row[], at: number, page: PageContent): AlignedTable | null {
  const first = rows[at] as Row;
  if (first.parts.length <= FEWEST_GUTTERS || first.parts.length > MOST_GUTTERS) return null;
  let gutters: Gutter[] = first.parts
    .slice(1)
    .map((part, i) => ({ from: (first.parts[i] as Line).right, to: part.left }));
  let end = at + 1;
  let full = 1;
  let last = first;
  for (let k = at + 1; k < Math.min(rows.length, at + MOST_ROWS); k++) {
    const row = rows[k] as Row;
    const size = row.parts[0]?.size ?? 10;
    if (row.top - last.bottom > FARTHEST * size) break;
    const left = keepClear(gutters, row, size);
    if (left.length < FEWEST_GUTTERS) break;
    gutters = left;
    if (row.parts.length > FEWEST_GUTTERS) {
      full++;
      end = k + 1;
    }
    last = row;
  }
  if (full < FEWEST_ROWS) return null;
  const some = rows.slice(at, end);
  if (some.some((row) => row.parts.some((part) => isHeadLine(part.text) || isSignatureLine(part.text)))) return null;
  const table = tableOf(some, gutters, page);
  return table.rows.length >= FEWEST_ROWS && isFilled(table) ? { table, end } : null;
}

/** The gutters, narrower where the row reaches into them, without those that it crosses. */
function keepClear(gutters: readonly Gutter[], row: Row, size: number): Gutter[] {
  const left: Gutter[] = [];
  for (const gutter of gutters) {
    let { from, to } = gutter;
    const middle = (from + to) / 2;
    let crossed = false;
    for (const part of row.parts) {
      if (part.right <= from || part.left >= to) continue;
      if (part.left <= from && part.right >= to) crossed = true;
      else if (centreOf(part) < middle) from = Math.max(from, part.right);
      else to = Math.min(to, part.left);
    }
    if (!crossed && to - from >= NARROWEST * size) left.push({ from, to });
  }
  return left;
}

function tableOf(rows: readonly Row[], gutters: readonly Gutter[], page: PageContent): DraftTable {
  const parts = rows.flatMap((row) => row.parts);
  const left = Math.min(...parts.map((part) => part.left));
  const right = Math.max(...parts.map((part) => part.right));
  const xs = [left - 1, ...gutters.map(({ from, to }) => (from + to) / 2), right + 1];
  const columns = xs.length - 1;
  const drafts: DraftRow[] = [];
  for (const row of rows) {
    const cells = new Map<number, Line[]>();
    for (const part of row.parts) {
      const column = Math.max(
        0,
        xs.findIndex((x, i) => centreOf(part) < (xs[i + 1] ?? Number.POSITIVE_INFINITY) && centreOf(part) >= x),
      );
      const there = cells.get(column);
      if (there) there.push(part);
      else cells.set(column, [part]);
    }
    const before = drafts.at(-1);
    // Nothing in the first column and little in the others: a cell of several lines.
    const goesOn = before !== undefined && !cells.has(0) && cells.size * 2 <= columns;
    const draft = goesOn ? before : { cells: emptyCells(xs) };
    if (!goesOn) drafts.push(draft);
    for (const [column, lines] of cells) {
      const line = lines.length === 1 ? (lines[0] as Line) : makeLine(lines.flatMap(wordsOf), page);
      (draft.cells[column] as DraftCell).lines.push(line);
    }
  }
  return {
    kind: 'table',
    page: page.number,
    top: rows[0]?.top ?? 0,
    bottom: rows.at(-1)?.bottom ?? 0,
    xs,
    rows: drafts,
    layout: false,
  };
}

function emptyCells(xs: readonly number[]): DraftCell[] {
  return xs
    .slice(1)
    .map((right, column) => ({ column, columns: 1, rows: 1, lines: [], left: xs[column] as number, right }));
}

/** Most fields hold something. */
function isFilled(table: DraftTable): boolean {
  let filled = 0;
  let all = 0;
  for (const row of table.rows) {
    for (const cell of row.cells) {
      all++;
      if (cell.lines.length > 0) filled++;
    }
  }
  return filled * 10 >= all * 6;
}
