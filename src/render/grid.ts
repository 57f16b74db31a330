/** Lays the rows of a section out in ruled columns, or as cards where the terminal is too narrow for columns. */
import { type Cell, type Column, doubtMark, type Section } from './report.ts';
import { pad, widthOf, wrap, wrapFacts } from './width.ts';
import { MISSING } from './words.ts';

/** Colours, or the text as it is. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly doubt: (text: string) => string;
  readonly warn: (text: string) => string;
}

export const PLAIN_PAINT: Paint = { strong: same, faint: same, doubt: same, warn: same };

const code = (number: string) => (text: string) => `\u001b[${number}m${text}\u001b[0m`;

/** Colour only where it means something: doubts and things to check; rules stand back. */
export const COLOUR_PAINT: Paint = { strong: code('1'), faint: code('2'), doubt: code('33'), warn: code('1;33') };

function same(text: string): string {
  return text;
}

/** Columns that say where something stands. */
const PLACES = new Set(['Dòng', 'Dòng:cột', 'Trang']);

const GAP = ' │ ';
const STEP = '  ';
/** Rows are ruled off from each other where they have this many lines in the mean; thinner rows stand close. */
const RULED = 2.2;

/** The lines of a section's rows, each at most `width` places wide. */
export function layGrid(section: Section, width: number, paint: Paint): string[] {
  const widths = fitColumns(section, width);
  return widths ? layColumns(section, widths, paint) : layCards(section, width, paint);
}

/** Widths of all columns, or null when they don't fit. */
export function fitColumns(section: Section, width: number): number[] | null {
  const { columns, rows } = section;
  const natural = columns.map((column, i) =>
    Math.max(widthOf(column.title), ...rows.map((row) => cellWidth(row[i] as Cell))),
  );
  let free = width - GAP.length * (columns.length - 1);
  if (natural.reduce((a, b) => a + b, 0) <= free) return natural;
  const widths = [...natural];
  for (const [i, column] of columns.entries()) if (column.weight === undefined) free -= natural[i] as number;
  let open = [...columns.keys()].filter((i) => columns[i]?.weight !== undefined);
  const least = open.reduce((sum, i) => sum + Math.min(natural[i] as number, columns[i]?.least ?? 1), 0);
  if (free < least) return null;
  const take = (i: number, size: number) => {
    widths[i] = size;
    free -= size;
    open = open.filter((k) => k !== i);
  };
  while (open.length > 0) {
    const weights = open.reduce((sum, i) => sum + (columns[i]?.weight ?? 0), 0);
    const share = (i: number) => (free * (columns[i]?.weight ?? 0)) / weights;
    const floor = (i: number) => Math.min(natural[i] as number, columns[i]?.least ?? 1);
    const tooSmall = open.find((i) => share(i) < floor(i));
    if (tooSmall !== undefined) {
      take(tooSmall, floor(tooSmall));
      continue;
    }
    const sated = open.find((i) => (natural[i] as number) <= share(i));
    if (sated !== undefined) {
      take(sated, natural[sated] as number);
      continue;
    }
    const first = open[0] as number;
    take(first, open.length === 1 ? free : Math.floor(share(first)));
  }
  return widths;
}

function cellWidth(cell: Cell): number {
  return (cell.indent ?? 0) * STEP.length + widthOf(cell.text) + doubtMark(cell).length;
}

/** The lines of one cell, unpadded; a part keeps its indent on every line. */
function layCell(cell: Cell, width: number): string[] {
  const indent = STEP.repeat(Math.min(cell.indent ?? 0, Math.max(0, (width - 8) >> 1)));
  return wrap(cell.text + doubtMark(cell), width - indent.length).map((line) => indent + line);
}

function layColumns(section: Section, widths: readonly number[], paint: Paint): string[] {
  const { columns } = section;
  const line = (texts: readonly string[], style: (text: string, column: number) => string) =>
    texts
      .map((text, i) => style(pad(text, widths[i] as number, columns[i]?.align), i))
      .join(paint.faint(GAP))
      .trimEnd();
  const rule = (dash: string, cross: string) => paint.faint(widths.map((w) => dash.repeat(w)).join(cross));
  const rows = section.rows.map((row) => row.map((cell, i) => layCell(cell, widths[i] as number)));
  const heights = rows.map((cells) => Math.max(...cells.map((lines) => lines.length)));
  const tall = heights.reduce((sum, height) => sum + height, 0) >= RULED * rows.length;
  const titles = columns.map((column, i) => wrap(column.title, widths[i] as number));
  const out: string[] = [];
  for (let k = 0; k < Math.max(...titles.map((lines) => lines.length)); k++) {
    out.push(
      line(
        titles.map((lines) => lines[k] ?? ''),
        paint.strong,
      ),
    );
  }
  out.push(rule('─', '─┼─'));
  for (const [r, cells] of rows.entries()) {
    if (tall && r > 0) out.push(rule('┈', '┈┼┈'));
    for (let k = 0; k < (heights[r] as number); k++) {
      const texts = cells.map((lines) => lines[k] ?? '');
      out.push(line(texts, (text, i) => styleOf(section.rows[r]?.[i], columns[i], paint)(text)));
    }
  }
  return out;
}

function styleOf(cell: Cell | undefined, column: Column | undefined, paint: Paint): (text: string) => string {
  if (cell?.doubt) return paint.doubt;
  return column && PLACES.has(column.title) ? paint.faint : same;
}

/** One block a row: the main text, then the short columns in one line, then the longer ones each on its own. */
function layCards(section: Section, width: number, paint: Paint): string[] {
  const { columns } = section;
  const main = columns.reduce((best, c, i) => ((c.weight ?? 0) > (columns[best]?.weight ?? 0) ? i : best), 0);
  const last = columns.length - 1;
  const out: string[] = [];
  for (const row of section.rows) {
    const lead = `${row[0]?.text}. `;
    const margin = ' '.repeat(lead.length);
    const put = (text: string, style: (text: string) => string) => {
      out.push(...wrap(text, width - lead.length).map((line) => margin + style(line)));
    };
    const body = layCell(row[main] as Cell, width - lead.length);
    out.push(...body.map((line, i) => (i === 0 ? paint.strong(lead) : margin) + line));
    const named = (i: number) => `${columns[i]?.title}: ${row[i]?.text}${doubtMark(row[i] as Cell)}`;
    const told = [...columns.keys()].filter((i) => i !== 0 && i !== main && i !== last && row[i]?.text !== MISSING);
    const short = told.filter((i) => (columns[i]?.weight ?? 0) <= 2 && widthOf(row[i]?.text ?? '') <= 24);
    for (const i of told.filter((k) => !short.includes(k))) put(named(i), row[i]?.doubt ? paint.doubt : same);
    const place = row[last]?.text ?? '';
    const facts = [...short.map(named), place.includes(':') ? `dòng:cột ${place}` : place];
    out.push(...wrapFacts(facts.join(' · '), width - lead.length).map((line) => margin + paint.faint(line)));
  }
  return out;
}
