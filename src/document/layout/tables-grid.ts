/** Tables by their ruling lines: each word goes into the field that its middle lies in. */
import type { PageContent, PageWord } from '../page.ts';
import { fieldAt, type Grid, gridOf } from './grid.ts';
import { type Line, pushAll } from './line.ts';
import { findLines } from './lines.ts';
import { isHeadLine, isSignatureLine } from './openings.ts';
import { groupStrokes, type Strokes, strokesOf } from './rules.ts';
import { type DraftCell, type DraftRow, type DraftTable, textOfCell } from './table.ts';

export interface FoundTables {
  /** From top to bottom. */
  readonly tables: readonly DraftTable[];
  /** Words outside of tables. */
  readonly rest: readonly PageWord[];
  readonly strokes: Strokes;
}

/** More grids than this on one page are a drawing. */
const MOST_GRIDS = 150;
/** Fields narrower or lower than this are the room between two lines. */
const THINNEST = 9;
const LABEL = /^(?:\d{1,3}(?:\.\d{1,3}){0,4}|[IVXLC]{1,6}|[A-ZĐ]|[a-zđ])[.)]?$|^[-+*•]$/u;

/** Takes the tables out of a page. */
export function findGridTables(page: PageContent, removed: PageWord[]): FoundTables {
  const strokes = strokesOf(page.rules);
  const grids = groupStrokes(strokes)
    .map(gridOf)
    // A frame around text lets its words be read as they stand.
    .filter((grid) => grid !== null && grid.cells.length > 1)
    .map((grid) => grid as Grid)
    .sort((a, b) => areaOf(a) - areaOf(b))
    .slice(0, MOST_GRIDS);
  if (grids.length === 0) return { tables: [], rest: page.words, strokes };
  const words = new Map<Grid, Map<number, PageWord[]>>();
  const rest: PageWord[] = [];
  for (const word of page.words) {
    const x = word.box.x + word.box.width / 2;
    const y = word.box.y + word.box.height / 2;
    const grid = grids.find((one) => fieldAt(one.xs, x) >= 0 && fieldAt(one.ys, y) >= 0);
    if (!grid) {
      rest.push(word);
      continue;
    }
    const fields = words.get(grid) ?? new Map<number, PageWord[]>();
    words.set(grid, fields);
    const field = fieldAt(grid.ys, y) * grid.xs.length + fieldAt(grid.xs, x);
    const there = fields.get(field);
    if (there) there.push(word);
    else fields.set(field, [word]);
  }
  const tables: DraftTable[] = [];
  for (const grid of grids) {
    const fields = words.get(grid);
    if (!fields) continue;
    const table = isTable(grid, fields) ? tableOf(grid, fields, page, removed) : null;
    if (table) tables.push(table);
    else for (const some of fields.values()) pushAll(rest, some);
  }
  tables.sort((a, b) => a.top - b.top);
  return { tables, rest, strokes };
}

function areaOf({ xs, ys }: Grid): number {
  return ((xs.at(-1) as number) - (xs[0] as number)) * ((ys.at(-1) as number) - (ys[0] as number));
}

/** Words in more than one cell. */
function isTable(grid: Grid, fields: ReadonlyMap<number, readonly PageWord[]>): boolean {
  const owners = ownersOf(grid);
  const filled = new Set([...fields.keys()].map((field) => owners.get(field)));
  return filled.size > 1;
}

/** Field to the index of its cell. */
function ownersOf(grid: Grid): Map<number, number> {
  const owners = new Map<number, number>();
  for (const [i, cell] of grid.cells.entries()) {
    for (let r = cell.row; r < cell.row + cell.rows; r++) {
      for (let c = cell.column; c < cell.column + cell.columns; c++) owners.set(r * grid.xs.length + c, i);
    }
  }
  return owners;
}

function tableOf(
  grid: Grid,
  fields: ReadonlyMap<number, PageWord[]>,
  page: PageContent,
  removed: PageWord[],
): DraftTable | null {
  const owners = ownersOf(grid);
  const wordsOf = new Map<number, PageWord[]>();
  for (const [field, some] of fields) {
    const owner = owners.get(field);
    if (owner === undefined) continue;
    const there = wordsOf.get(owner);
    if (there) pushAll(there, some);
    else wordsOf.set(owner, [...some]);
  }
  const columnKept = thinOut(grid.xs, (k) => grid.cells.some((cell, i) => cell.column === k && wordsOf.has(i)));
  const rowKept = thinOut(grid.ys, (k) => grid.cells.some((cell, i) => cell.row === k && wordsOf.has(i)));
  const xs = [...grid.xs.filter((_, k) => columnKept[k]), grid.xs.at(-1) as number];
  const rows: DraftRow[] = Array.from({ length: rowKept.filter(Boolean).length }, () => ({ cells: [] }));
  if (rows.length === 0 || xs.length < 2) return null;
  for (const [i, cell] of grid.cells.entries()) {
    const columns = count(columnKept, cell.column, cell.columns);
    const height = count(rowKept, cell.row, cell.rows);
    if (columns === 0 || height === 0) continue;
    const some = wordsOf.get(i);
    rows[count(rowKept, 0, firstKept(rowKept, cell.row))]?.cells.push({
      column: count(columnKept, 0, firstKept(columnKept, cell.column)),
      columns,
      rows: height,
      lines: some ? findLines(some, page, removed) : [],
      left: grid.xs[cell.column] as number,
      right: grid.xs[cell.column + cell.columns] as number,
    });
  }
  const parted = rows.flatMap((row) => partByLabels(row));
  const table: DraftTable = {
    kind: 'table',
    page: page.number,
    top: grid.ys[0] as number,
    bottom: grid.ys.at(-1) as number,
    xs,
    rows: parted,
    layout: false,
  };
  table.layout = isLayout(table);
  return table;
}

/** Which columns or rows stay: not the thin empty ones between double lines. The last entry is for the end. */
function thinOut(edges: readonly number[], filled: (k: number) => boolean): boolean[] {
  return edges.slice(0, -1).map((edge, k) => (edges[k + 1] as number) - edge >= THINNEST || filled(k));
}

function count(kept: readonly boolean[], from: number, length: number): number {
  let found = 0;
  for (let k = from; k < from + length; k++) if (kept[k]) found++;
  return found;
}

function firstKept(kept: readonly boolean[], from: number): number {
  let k = from;
  while (k < kept.length && !kept[k]) k++;
  return k;
}

/** A row without lines inside, whose first cell holds several labels one below the other, is several rows. */
function partByLabels(row: DraftRow): DraftRow[] {
  const first = row.cells[0];
  if (first?.column !== 0 || row.cells.length < 3 || row.cells.some((cell) => cell.rows > 1)) return [row];
  const labels = first.lines;
  if (labels.length < 2 || !labels.every((line) => LABEL.test(line.text))) return [row];
  const tops = labels.map((line) => line.baseline - line.size);
  const rowOf = (line: Line): number => {
    let at = 0;
    while (at + 1 < tops.length && line.baseline - 0.5 * line.size >= (tops[at + 1] as number)) at++;
    return at;
  };
  const parts: DraftRow[] = tops.map(() => ({ cells: [] }));
  for (const cell of row.cells) {
    const lines: Line[][] = tops.map(() => []);
    for (const line of cell.lines) (lines[rowOf(line)] as Line[]).push(line);
    for (const [i, part] of parts.entries()) part.cells.push({ ...cell, lines: lines[i] as Line[] });
  }
  return parts;
}

/** Boxes one below the other, and the head or the signature of a document drawn as a table. */
function isLayout(table: DraftTable): boolean {
  if (table.xs.length <= 2) return true;
  if (table.rows.length > 3 || table.xs.length > 4) return false;
  const texts: DraftCell[] = table.rows.flatMap((row) => row.cells);
  return texts.some((cell) => {
    const text = textOfCell(cell);
    return text.length < 400 && cell.lines.some((line) => isSignatureLine(line.text) || isHeadLine(line.text));
  });
}
