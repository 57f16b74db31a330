/**
 * Tables as they survive in plain text: pipe rows (`| a | b |`), and "flattened" tables with one cell a line
 * between lone `|`. Both become rows of cells; a layout table (the two-column header of a Decree 30 document, the
 * recipients and the signature) becomes ordinary lines again.
 */
import type { Line, NoteMark } from './line.ts';
import { type Piece, slicePiece } from './source-map.ts';

/** A cell: its lines, in order; an empty list for an empty cell. */
export interface Cell {
  readonly lines: readonly Line[];
  /** For a pipe row: the one piece that is the cell's text, and the footnote marks in it. */
  readonly piece: Piece | null;
  readonly notes?: readonly NoteMark[];
}

export type Row = readonly Cell[];

/** A run of lines that is a table, `[first, last)` in lines. */
export interface TableRegion {
  readonly first: number;
  readonly last: number;
  readonly rows: readonly Row[];
  /** True when the table only lays out the page. */
  readonly layout: boolean;
}

const LABEL_CELL = /^(?:[IVXLC]{1,6}|[A-ZĐ]|\d{1,3}(?:\.\d{1,3}){0,3}|[a-zđ])[.)]?$/;
const LAYOUT =
  /cộng h[oò][àa] xã hội|độc lập\s*-\s*tự do|đảng cộng sản|nơi nhận|^\s*số\s*:|^(?:tm|t\/m|kt|k\/t|tl|tuq)[./ ]/im;

/** Finds the table that begins at line `at`, or null. */
export function tableAt(lines: readonly Line[], at: number): TableRegion | null {
  const text = lines[at]?.piece.text ?? '';
  if (SERIAL_HEAD.test(text)) return listed(lines, at);
  if (!text.startsWith('|')) return innerBars(lines, at);
  return text.length === 1 ? flattened(lines, at) : pipes(lines, at);
}

function pipes(lines: readonly Line[], at: number): TableRegion | null {
  const rows: Row[] = [];
  let i = at;
  for (; i < lines.length; i++) {
    const line = lines[i] as Line;
    const { text } = line.piece;
    if (text.length === 0 && rows.length > 0 && rowAfterBlank(lines, i, rows.at(-1)?.length ?? 0)) continue;
    if (text.length < 2 || !text.startsWith('|')) break;
    if (/^[|\s:\-–—]+$/.test(text)) continue;
    rows.push(pipeCells(line, 1));
  }
  // A table of nothing but rules is passed over as a whole.
  return i === at ? null : { first: at, last: i, rows, layout: false };
}

/** One blank line between two rows of as many cells parts no table. */
function rowAfterBlank(lines: readonly Line[], at: number, width: number): boolean {
  const next = lines[at + 1]?.piece.text ?? '';
  return next.length > 1 && next.startsWith('|') && pipeCells(lines[at + 1] as Line, 1).length === width;
}

/** Fewest bars inside a line for it to be a row of a table without outer bars. */
const INNER_BARS = 2;

/** Rows with bars only between their cells: `TT | Nhiệm vụ | Cơ quan chủ trì`, a blank line between them or none. */
function innerBars(lines: readonly Line[], at: number): TableRegion | null {
  const width = barsIn(lines[at]?.piece.text ?? '');
  if (width < INNER_BARS) return null;
  const rows: Row[] = [];
  let last = at;
  let blanks = 0;
  for (let i = at; i < lines.length && blanks <= 1; i++) {
    const line = lines[i] as Line;
    const { text } = line.piece;
    if (text.length === 0) {
      blanks++;
      continue;
    }
    if (!/^[|\s:\-–—]+$/.test(text)) {
      if (barsIn(text) < Math.max(1, width - 1)) break;
      rows.push(pipeCells(line, 0));
    }
    blanks = 0;
    last = i + 1;
  }
  return rows.length < 2 ? null : { first: at, last, rows, layout: false };
}

function barsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('|'); at >= 0; at = text.indexOf('|', at + 1)) count++;
  return count;
}

function pipeCells(line: Line, first: number): Row {
  const { text } = line.piece;
  const cells: Cell[] = [];
  let from = first;
  while (from <= text.length) {
    const bar = text.indexOf('|', from);
    const to = bar < 0 ? text.length : bar;
    let start = from;
    let end = to;
    while (start < end && text.charCodeAt(start) <= 32) start++;
    while (end > start && text.charCodeAt(end - 1) <= 32) end--;
    if (bar >= 0 || end > start) {
      cells.push({
        lines: [],
        piece: slicePiece(line.piece, start, end),
        notes: marksBetween(line.notes, from, to, start, end),
      });
    }
    if (bar < 0) break;
    from = bar + 1;
  }
  return cells;
}

/** The marks that stand in a cell, `[from, to]` in its line, placed within its words. */
function marksBetween(
  marks: readonly NoteMark[],
  from: number,
  to: number,
  start: number,
  end: number,
): readonly NoteMark[] {
  if (marks.length === 0) return marks;
  return marks
    .filter((n) => n.at >= from && n.at <= to)
    .map((n) => ({ mark: n.mark, at: Math.max(start, Math.min(end, n.at)) - start }));
}

/** Most lines that one cell of a flattened table may have; a longer gap means that the table is over. */
const CELL_LINES = 120;

function flattened(lines: readonly Line[], at: number): TableRegion | null {
  // Cut the region into segments between lone bars.
  const segments: Line[][] = [];
  let current: Line[] = [];
  let last = at + 1;
  for (let i = at + 1; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (line.piece.text === '|') {
      segments.push(current);
      current = [];
      last = i + 1;
      continue;
    }
    // Blank right after a bar: the table is over. (A blank inside a cell comes after words.)
    if (line.piece.text.length === 0 && current.length === 0 && !line.rule) {
      if (isBlank(line)) break;
      continue;
    }
    if (line.piece.text.length > 0) current.push(line);
    if (current.length > CELL_LINES) break;
  }
  if (segments.length === 0) return null;
  const rows = groupRows(segments);
  const words = segments.map((s) => s.map((l) => l.piece.text).join(' ')).join('\n');
  return {
    first: at,
    last,
    rows,
    layout: (rows.length === 1 && rows[0]?.length === 1) || (rows.length <= 4 && LAYOUT.test(words)),
  };
}

function isBlank(line: Line): boolean {
  return line.start === line.end || (line.piece.text.length === 0 && !line.rule);
}

/**
 * Groups segments into rows. Between two rows stands one empty segment (the end bar of one, the start bar of the
 * next), which looks just like an empty cell: the number of columns, known from the first row, tells them apart.
 */
function groupRows(segments: readonly Line[][]): Row[] {
  const columns = widthOf(segments);
  const rows: Row[] = [];
  let row: Cell[] = [];
  // In the head no cell is empty: groups of columns stand over their parts in rows of different lengths.
  let inHead = true;
  const close = (): void => {
    if (row.some((c) => c.lines.length > 0)) {
      rows.push(row);
      const first = row[0]?.lines[0]?.piece.text ?? '';
      if (rows.length > 1 && (first === '' || LABEL_CELL.test(first))) inHead = false;
    }
    row = [];
  };
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i] as Line[];
    if (segment.length > 0) {
      row.push({ lines: segment, piece: null });
      continue;
    }
    let empties = 1;
    while (i + empties < segments.length && (segments[i + empties] as Line[]).length === 0) empties++;
    const next = segments[i + empties]?.[0]?.piece.text ?? '';
    const missing = columns - row.length;
    i += empties - 1;
    if (row.length === 0) {
      for (let k = 0; k < empties && row.length < columns; k++) row.push(EMPTY);
      continue;
    }
    if (missing <= 0) {
      close();
      for (let k = 1; k < empties; k++) row.push(EMPTY);
      continue;
    }
    const endsHere =
      inHead || LABEL_CELL.test(next) || next === '' || empties > missing || (empties === 1 && row.length <= 2);
    if (!endsHere) {
      for (let k = 0; k < empties; k++) row.push(EMPTY);
      continue;
    }
    // The row ends among these: some of them are its last empty cells, one is the gap, the rest open the next row.
    const fill = Math.min(missing, empties - 1);
    for (let k = 0; k < fill; k++) row.push(EMPTY);
    close();
    for (let k = fill + 1; k < empties; k++) row.push(EMPTY);
  }
  close();
  return rows;
}

const EMPTY: Cell = { lines: [], piece: null };

/** The number of columns: the commonest length of a run of filled cells, never less than the first row's. */
function widthOf(segments: readonly Line[][]): number {
  const counts = new Map<number, number>();
  let run = 0;
  let first = 0;
  for (const segment of [...segments, []]) {
    if (segment.length > 0) {
      run++;
      continue;
    }
    if (run > 1) {
      if (first === 0) first = run;
      counts.set(run, (counts.get(run) ?? 0) + 1);
    }
    run = 0;
  }
  let width = Math.max(1, first);
  let most = 0;
  for (const [length, count] of counts) {
    if (length >= first && count > most) {
      width = length;
      most = count;
    }
  }
  return width;
}

/** The head of the first column: what a table without any bars opens with. */
const SERIAL_HEAD = /^(?:S?TT|Số TT|STT\.?)$/i;
const ROW_LABEL = /^(?:\d{1,3}(?:\.\d{1,3}){0,3}\.?|[IVX]{1,5}\.?|[A-ZĐ]\.?)$/;
const COLUMN_MARK = /^\(\d{1,2}\)$/;
const LONGEST_HEAD = 90;

/** True for a line that may open a table, so that the caller looks closer. */
export function mayOpenTable(text: string): boolean {
  return text.includes('|') || (text.length <= 6 && SERIAL_HEAD.test(text));
}

/**
 * A table with one cell a line and no bars: `TT`, the other column heads, then rows that each open with a line that
 * is nothing but their number. A row with more lines than columns has a cell of several paragraphs: the second one.
 */
function listed(lines: readonly Line[], at: number): TableRegion | null {
  const head: Line[] = [];
  let i = at;
  for (; i < lines.length && head.length <= 14; i++) {
    const line = lines[i] as Line;
    const { text } = line.piece;
    if (text.length === 0) continue;
    if (head.length > 0 && (ROW_LABEL.test(text) || COLUMN_MARK.test(text))) break;
    if (text.length > LONGEST_HEAD) return null;
    head.push(line);
  }
  if (head.length < 3 || head.length > 14) return null;
  while (i < lines.length && (COLUMN_MARK.test(lines[i]?.piece.text ?? '') || (lines[i]?.piece.text ?? '') === '')) i++;
  if (!ROW_LABEL.test(lines[i]?.piece.text ?? '')) return null;
  const rows: Row[] = [head.map((line) => ({ lines: [line], piece: null }))];
  let row: Line[] = [];
  let last = i;
  const close = (): void => {
    if (row.length > 0) rows.push(cellsOf(row, head.length));
    row = [];
  };
  let blanks = 0;
  for (; i < lines.length; i++) {
    const line = lines[i] as Line;
    const { text } = line.piece;
    if (text.length === 0) {
      blanks++;
      if (blanks > 2) break;
      continue;
    }
    if (ROW_LABEL.test(text)) close();
    else if (row.length >= head.length * 3 || (row.length >= head.length && blanks > 0)) break;
    row.push(line);
    last = i + 1;
    blanks = 0;
  }
  close();
  return { first: at, last, rows, layout: false };
}

function cellsOf(lines: readonly Line[], columns: number): Row {
  const extra = Math.max(0, lines.length - columns);
  const cells: Cell[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (i === 1 && extra > 0) {
      cells.push({ lines: lines.slice(1, 2 + extra), piece: null });
      i += extra;
    } else cells.push({ lines: [lines[i] as Line], piece: null });
  }
  return cells;
}
