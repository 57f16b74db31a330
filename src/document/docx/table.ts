/** Tables (bảng): rows and cells with their places in the grid, also when cells are merged or stand in tables themselves. */

import type { Block, Cell, Note, Paragraph, Row, Table } from '../block.ts';
import { isLayout } from './layout-table.ts';
import type { CellContent, StoryContext } from './story.ts';
import { type Styles, statesBorders } from './styles.ts';
import { child, type Element, integer, isOn, readVal } from './tree.ts';

/** Word's own tables have 63 columns at most. */
const MOST_COLUMNS = 64;
/** A cell over many rows is written in each: not more than so many letters of a table are written again. */
const MOST_REPEATED = 200_000;

interface Draft {
  readonly column: number;
  columns: number;
  rows: number;
  readonly blocks: readonly Block[];
}

export function readTable(
  element: Element,
  context: StoryContext,
  readCell: (cell: Element) => CellContent,
): { blocks: Block[]; notes: Note[] } {
  const grid = new Grid();
  const notes: Note[] = [];
  for (const row of listParts(element, 'w:tr')) {
    const properties = child(row, 'w:trPr');
    const has = (name: string) => child(properties, name);
    const hidden = has('w:hidden');
    if (has('w:ins') || has('w:del')) context.tally.changes++;
    if (hidden && isOn(hidden)) context.tally.hidden++;
    if (has('w:del') || (hidden && isOn(hidden))) continue;
    grid.beginRow(count(readVal(properties, 'w:gridBefore'), 0));
    for (const cell of listParts(row, 'w:tc')) {
      const content = readCell(cell);
      notes.push(...content.notes);
      grid.add(child(cell, 'w:tcPr'), content.blocks);
    }
  }
  const rows = grid.rows.filter((row) => row.length > 0 || grid.columns > 0);
  if (rows.length === 0 || grid.columns === 0) return { blocks: [], notes };
  const layout = isLayout(
    rows.map((row) => row.map(({ blocks }) => blocks)),
    grid.columns,
    hasBorders(element, context.styles),
  );
  const isNested = rows.some((row) => row.some(({ blocks }) => blocks.some((block) => block.kind === 'table')));
  // A frame around real tables is not there when it is read.
  if (layout && isNested) return { blocks: rows.flatMap((row) => row.flatMap(({ blocks }) => blocks)), notes };
  return { blocks: [toTable(rows, grid.columns, layout)], notes };
}

/** Where cells stand while rows are read from top to bottom. */
class Grid {
  readonly rows: Draft[][] = [];
  columns = 0;
  /** The cell that reaches down to the row before, by column. */
  #above = new Map<number, Draft>();
  #here = new Map<number, Draft>();
  #column = 0;

  beginRow(before: number): void {
    this.rows.push([]);
    this.#above = this.#here;
    this.#here = new Map();
    this.#column = Math.min(before, MOST_COLUMNS - 1);
  }

  add(properties: Element | undefined, blocks: readonly Block[]): void {
    const row = this.rows.at(-1) as Draft[];
    const span = Math.max(1, count(readVal(properties, 'w:gridSpan'), 1));
    const columns = Math.min(span, MOST_COLUMNS - this.#column);
    if (columns <= 0) {
      // Beyond the last column: the words stay, in the cell before.
      const last = row.at(-1);
      if (last && blocks.length > 0) row[row.length - 1] = { ...last, blocks: [...last.blocks, ...blocks] };
      return;
    }
    const beside = child(properties, 'w:hMerge');
    const left = row.at(-1);
    if (beside && beside.attributes['w:val'] !== 'restart' && left && left.column + left.columns === this.#column) {
      left.columns += columns;
    } else {
      const down = child(properties, 'w:vMerge');
      const goesOn = down && down.attributes['w:val'] !== 'restart';
      const open = goesOn ? this.#above.get(this.#column) : undefined;
      if (open) open.rows++;
      const cell = open ?? { column: this.#column, columns, rows: 1, blocks };
      if (!open) row.push(cell);
      if (down) this.#here.set(this.#column, cell);
    }
    this.#column += columns;
    this.columns = Math.max(this.columns, this.#column);
  }
}

function toTable(rows: readonly (readonly Draft[])[], columns: number, layout: boolean): Table {
  let budget = MOST_REPEATED;
  const cellOf = ({ column, columns: width, rows: height, blocks }: Draft): Cell => {
    const paragraphs = blocks.flatMap(paragraphsOf);
    const length = lengthOf(paragraphs);
    const again = length === 0 ? height - 1 : Math.min(height - 1, Math.floor(budget / length));
    budget -= again * length;
    return { paragraphs, column, columns: width, rows: 1 + again };
  };
  return { kind: 'table', rows: rows.map((row): Row => ({ cells: row.map(cellOf) })), columns, layout };
}

/** The paragraphs of a cell; those of a table inside it row by row. */
function paragraphsOf(block: Block): readonly Paragraph[] {
  if (block.kind === 'paragraph') return [block];
  if (block.kind === 'note') return [];
  return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs));
}

function lengthOf(paragraphs: readonly Paragraph[]): number {
  let length = 0;
  for (const { lines } of paragraphs)
    for (const { words } of lines) for (const { text } of words) length += text.length;
  return length;
}

/** Rows of a table or cells of a row, also those in content controls. */
function* listParts(element: Element, name: string): Generator<Element> {
  for (const each of element.children) {
    if (each.name === name) yield each;
    else if (each.name === 'w:sdt' || each.name === 'w:sdtContent' || each.name === 'w:customXml')
      yield* listParts(each, name);
  }
}

/** Lines that the table itself, its style or most of its cells draw. */
function hasBorders(element: Element, styles: Styles): boolean {
  const properties = child(element, 'w:tblPr');
  const own = statesBorders(child(properties, 'w:tblBorders'));
  if (own ?? styles.hasBorders(readVal(properties, 'w:tblStyle'))) return true;
  let cells = 0;
  let drawn = 0;
  for (const row of listParts(element, 'w:tr')) {
    for (const cell of listParts(row, 'w:tc')) {
      cells++;
      if (statesBorders(child(child(cell, 'w:tcPr'), 'w:tcBorders'))) drawn++;
    }
  }
  return drawn * 2 > cells;
}

function count(value: string | undefined, usual: number): number {
  const read = integer(value);
  return read === undefined || read < 0 ? usual : read;
}
