/** A table on its way: cells that still hold lines, before it is joined over pages and its lines become paragraphs. */
import type { Line } from './line.ts';

export interface DraftCell {
  readonly column: number;
  columns: number;
  rows: number;
  lines: Line[];
  /** Edges of the cell on its page. */
  readonly left: number;
  readonly right: number;
}

export interface DraftRow {
  cells: DraftCell[];
}

export interface DraftTable {
  readonly kind: 'table';
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
  /** Edges of the columns: one more than there are columns. */
  xs: readonly number[];
  rows: DraftRow[];
  /** It only lays out the page. */
  layout: boolean;
}

/** All the words of a cell. */
export function textOfCell(cell: DraftCell): string {
  return cell.lines.map((line) => line.text).join(' ');
}

export function textOfRow(row: DraftRow): string {
  return row.cells.map((cell) => textOfCell(cell)).join('|');
}

/** The cell that begins in this column of the row. */
export function cellAt(row: DraftRow, column: number): DraftCell | undefined {
  return row.cells.find((cell) => cell.column === column);
}
