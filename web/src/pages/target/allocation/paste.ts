/** What is pasted from Excel (dán từ Excel): figures down a column, or names with their figures, as Vietnamese print has them. */
import { bare } from '#base/fold.ts';
import { parseTypedNumber } from '../../../format/number.ts';

export type FigureColumn = 'weight' | 'value';

export interface PasteRow {
  readonly name: string;
  readonly value: string | null;
  readonly weight: string | null;
}

export interface Pasted<R> {
  readonly rows: readonly R[];
  /** Cells that were filled. */
  readonly filled: number;
  /** Names that no row has, and cells that hold no number. */
  readonly unknown: readonly string[];
}

/** True for more than one cell: a single one is typed into its field as it is. */
export function isTable(text: string): boolean {
  return /[\t\n]/.test(text.replace(/\r/g, '').replace(/\n+$/, ''));
}

function cellsOf(text: string): string[][] {
  return text
    .replace(/\r/g, '')
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => line.split('\t').map((cell) => cell.trim()));
}

const folded = (text: string) => bare(text.normalize('NFC')).replace(/\s+/g, ' ').trim();
const EMPTY = /^(?:|-|–|—)$/;
const isFigure = (cell: string) => EMPTY.test(cell) || parseTypedNumber(unmarked(cell)) !== null;
/** A percent sign behind a figure says nothing new. */
const unmarked = (cell: string) => cell.replace(/\s*%$/, '');

/**
 * Fills rows from the one at `at` on. Where the first cells are words, they name the rows, whatever their order; the
 * figures then fill `columns` from the one that was pasted into.
 */
export function pasteInto<R extends PasteRow>(
  rows: readonly R[],
  at: number,
  column: FigureColumn,
  columns: readonly FigureColumn[],
  text: string,
): Pasted<R> {
  const lines = cellsOf(text);
  const next = [...rows];
  const unknown: string[] = [];
  let filled = 0;
  const named = lines.some((cells) => cells.slice(0, -1).some((cell) => cell !== '' && !isFigure(cell)));
  const byName = new Map(rows.map((row, i) => [folded(row.name), i]));
  const from = columns.indexOf(column);
  for (const [i, cells] of lines.entries()) {
    // An order number before the name is passed over.
    const nameAt = named ? cells.findIndex((cell) => cell !== '' && !isFigure(cell)) : -1;
    if (named && nameAt === -1) continue;
    const target = named ? byName.get(folded(cells[nameAt] as string)) : at + i;
    if (target === undefined || target >= rows.length) {
      unknown.push(named ? (cells[nameAt] as string) : cells.join(' '));
      continue;
    }
    for (const [j, cell] of cells.slice(nameAt + 1).entries()) {
      const into = columns[from + j];
      if (into === undefined) break;
      const plain = EMPTY.test(cell) ? null : parseTypedNumber(unmarked(cell));
      if (plain === null && !EMPTY.test(cell)) {
        unknown.push(cell);
        continue;
      }
      next[target] = { ...(next[target] as R), [into]: plain };
      filled += 1;
    }
  }
  return { rows: next, filled, unknown };
}
