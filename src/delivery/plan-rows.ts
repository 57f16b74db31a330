/**
 * What an agency's own plan (kế hoạch hành động) says line by line: rows of its tables, or its tasks as they were read,
 * each with the words of the whole, of the part, of the time and of who does it. Offsets are into the text as given.
 */
import { bare } from '#base/fold.ts';

export interface ReadTask {
  readonly span: { readonly start: number; readonly end: number };
  readonly quote: string;
  readonly label: string | null;
  readonly section: string;
  readonly lead: readonly { readonly name: string; readonly inherited?: boolean }[];
  readonly deadlines: readonly { readonly due: string; readonly quote: string }[];
}

export interface PlanRow {
  /** Its place in the document, the same each time it is read so. */
  readonly key: string;
  readonly label: string | null;
  /** What the row calls the whole, in a column of its own. */
  readonly whole: string | null;
  /** The part; empty when the row names the whole alone. */
  readonly text: string;
  /** In a table; else a sentence that the reading took for a task. */
  readonly inTable: boolean;
  /** Row that it stands below by its number: `1.2` below `1`, a bullet below a number. */
  readonly parent: string | null;
  readonly time: string;
  /** Last day that the reading found for it. */
  readonly due: string | null;
  readonly who: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly quote: string;
}

type Kind = 'serial' | 'whole' | 'part' | 'time' | 'who' | 'product' | 'other';

const HEADS: readonly (readonly [Kind, RegExp])[] = [
  ['serial', /^(?:s?tt|so tt|so thu tu)\.?$/],
  ['time', /thoi gian|thoi han|tien do|hoan thanh|^han\b|lo trinh|^ky\b/],
  ['who', /thuc hien|chu tri|phan cong|dau moi|phu trach|^don vi|trach nhiem/],
  ['product', /san pham|ket qua|ghi chu|phoi hop/],
  ['part', /phan viec|cong viec|viec cu the|noi dung cu the|hoat dong|buoc thuc hien|noi dung chi tiet/],
  ['whole', /nhiem vu|noi dung|chuong trinh|de an/],
];

interface Cell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The cells of a line `| a | b |`; null for any other line. */
function cellsOf(text: string, start: number, end: number): Cell[] | null {
  if (text[start] !== '|' || text[end - 1] !== '|' || end - start < 3) return null;
  const cells: Cell[] = [];
  for (let from = start + 1; from < end; ) {
    const bar = text.indexOf('|', from);
    const raw = text.slice(from, bar);
    const lead = raw.length - raw.trimStart().length;
    const words = raw.trim();
    cells.push({ text: words, start: from + lead, end: from + lead + words.length });
    from = bar + 1;
  }
  return cells;
}

function kindOf(head: string): Kind {
  const words = bare(head).trim();
  return HEADS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
}

interface Columns {
  readonly serial: number;
  readonly whole: number;
  readonly part: number;
  readonly time: number;
  readonly who: number;
}

/** Null when the head names no tasks, or nothing that is said of them. */
function columnsOf(head: readonly Cell[]): Columns | null {
  const kinds = head.map((cell) => kindOf(cell.text));
  const at = (kind: Kind) => kinds.indexOf(kind);
  const [whole, part] = [at('whole'), at('part')];
  if (whole < 0 && part < 0) return null;
  if (at('time') < 0 && at('who') < 0 && at('product') < 0) return null;
  return { serial: at('serial'), whole, part, time: at('time'), who: at('who') };
}

/** Marks before the words of a part: `– Lấy ý kiến`. */
const MARK = /^(?:[-–+•]\s*)+/;
/** What is no sentence of work: `–`, `…`. */
const EMPTY = /^[\s\-–.…/]*$/;

/** All rows in the order of the document. */
export function planRows(text: string, tasks: readonly ReadTask[]): PlanRow[] {
  const rows: PlanRow[] = [];
  const tables: { start: number; end: number }[] = [];
  let columns: Columns | null = null;
  let inside = false;
  for (let start = 0; start < text.length; ) {
    const at = text.indexOf('\n', start);
    const end = at < 0 ? text.length : at;
    const cells = cellsOf(text, start, end);
    if (cells === null) inside = false;
    else if (!inside) {
      inside = true;
      columns = columnsOf(cells);
      if (columns) tables.push({ start, end });
    } else if (columns) {
      (tables.at(-1) as { end: number }).end = end;
      const row = rowOf(text, cells, columns, { start, end }, tasks);
      if (row) rows.push(row);
    }
    start = end + 1;
  }
  const loose = tasks.filter(
    (task) => !tables.some((table) => table.start <= task.span.start && task.span.end <= table.end),
  );
  for (const task of loose) {
    rows.push({
      key: String(task.span.start),
      label: task.label,
      whole: null,
      text: task.quote.replace(/\s+/g, ' ').replace(MARK, '').trim(),
      inTable: false,
      parent: null,
      time: task.deadlines.map((one) => one.quote).join('; '),
      due: task.deadlines[0]?.due ?? null,
      who: task.lead.map((one) => one.name).join('; '),
      span: task.span,
      quote: task.quote,
    });
  }
  rows.sort((a, b) => a.span.start - b.span.start);
  return withParents(rows);
}

function rowOf(
  text: string,
  cells: readonly Cell[],
  columns: Columns,
  line: { readonly start: number; readonly end: number },
  tasks: readonly ReadTask[],
): PlanRow | null {
  const words = (at: number) => cells[at]?.text ?? '';
  const whole = columns.whole >= 0 && columns.part >= 0 ? words(columns.whole) : null;
  const at = columns.part >= 0 ? columns.part : columns.whole;
  const part = cells[at];
  const said = part === undefined || EMPTY.test(part.text) ? '' : part.text.replace(MARK, '').trim();
  // A heading over all columns, or a line that numbers the columns.
  if (cells.filter((cell) => cell.text !== '').length <= 1) return null;
  if (cells.every((cell) => cell.text === '' || /^\(?\d{1,2}\)?$/.test(cell.text))) return null;
  if (said === '' && (whole === null || whole === '')) return null;
  const shown = said === '' ? (cells[columns.whole] as Cell) : (part as Cell);
  const span = { start: shown.end - (said === '' ? shown.text : said).length, end: shown.end };
  const read = tasks.find((task) => line.start <= task.span.start && task.span.end <= line.end);
  return {
    key: String(span.start),
    label: words(columns.serial) || null,
    whole: whole === '' ? null : whole,
    text: said,
    inTable: true,
    parent: null,
    time: words(columns.time),
    due: read?.deadlines[0]?.due ?? null,
    who: words(columns.who),
    span,
    quote: text.slice(span.start, span.end),
  };
}

const NUMBER = /^(\d{1,3}(?:\.\d{1,3})*)[.)]?$/;

function withParents(rows: readonly PlanRow[]): PlanRow[] {
  const numbered = new Map<string, PlanRow>();
  let last: PlanRow | null = null;
  return rows.map((row) => {
    if (row.whole !== null) return row;
    const number = NUMBER.exec(row.label ?? '')?.[1];
    if (number === undefined) return last && row.label !== null ? { ...row, parent: last.key } : row;
    const above = number.includes('.') ? numbered.get(number.slice(0, number.lastIndexOf('.'))) : undefined;
    numbered.set(number, row);
    last = row;
    return above ? { ...row, parent: above.key } : row;
  });
}
