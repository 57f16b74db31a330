/**
 * An annex of a plan as an office keeps it in a workbook (phụ lục): tables of targets and of tasks known by the
 * Vietnamese titles of their columns, rows in groups. Its rows become the lines of a text, so that everything read of
 * them has a place in it.
 */
import { bare } from '#base/fold.ts';
import type { Span } from '#base/span.ts';
import { type AnnexDemand, readAgencies, readDeadline, readDemand, readProducts } from './annex-cells.ts';

/** A sheet as text: `row` as Excel counts, cells as they are shown. */
export interface AnnexSheet {
  readonly name: string;
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

export interface AnnexTarget extends AnnexDemand {
  readonly span: Span;
  readonly name: string;
  readonly year: number | null;
  readonly section: string;
  /** Index of the target that it is a part of. */
  readonly parent: number | null;
  readonly leads: ReturnType<typeof readAgencies>;
  readonly cumulative: boolean;
}

export interface AnnexTask {
  readonly span: Span;
  readonly section: string;
  readonly label: string | null;
  readonly leads: ReturnType<typeof readAgencies>;
  readonly supports: ReturnType<typeof readAgencies>;
  readonly due: { readonly due: string; readonly quote: string } | null;
  readonly products: ReturnType<typeof readProducts>;
}

export interface AnnexGroup {
  readonly path: string;
  readonly span: Span;
  readonly of: 'targets' | 'tasks';
}

/** A row that could not be read, or not all of it. */
export interface AnnexFault {
  readonly sheet: string;
  readonly row: number;
  readonly vi: string;
  readonly en: string;
}

export interface Annex {
  readonly text: string;
  readonly title: string | null;
  readonly year: number | null;
  readonly targets: readonly AnnexTarget[];
  readonly tasks: readonly AnnexTask[];
  readonly groups: readonly AnnexGroup[];
  readonly faults: readonly AnnexFault[];
}

type Key =
  | 'number'
  | 'target'
  | 'task'
  | 'unit'
  | 'plan'
  | 'year'
  | 'lead'
  | 'support'
  | 'due'
  | 'product'
  | 'note'
  | 'source';

const TITLES: readonly (readonly [Key, RegExp])[] = [
  ['number', /^(?:tt|stt|so tt|so thu tu)$/],
  ['unit', /^(?:dvt|don vi(?: tinh)?)$/],
  [
    'plan',
    /^(?:kh|ke hoach|muc tieu)(?: (?:giao )?(?:nam )?\d{4})?$|^chi tieu (?:ke hoach|giao|nam)(?: (?:nam )?\d{4})?$|^gia tri$/,
  ],
  ['year', /^nam(?: ke hoach)?$/],
  ['lead', /chu tri/],
  ['support', /phoi hop/],
  ['due', /^(?:thoi han|thoi gian|han)/],
  ['product', /^(?:san pham|ket qua)/],
  ['note', /^ghi chu/],
  ['source', /^can cu/],
  ['target', /^(?:ten )?chi tieu/],
  ['task', /^(?:ten |noi dung )?(?:nhiem vu|cong viec)|^noi dung/],
];

function keyOf(cell: string): Key | null {
  const title = bare(cell)
    .replace(/[^\p{L}\p{N} ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return title === '' ? null : (TITLES.find(([, form]) => form.test(title))?.[0] ?? null);
}

/** Titles of columns stand among the first rows. */
const TITLES_WITHIN = 30;

/** Null when no sheet holds a table of targets or of tasks. */
export function readAnnex(sheets: readonly AnnexSheet[]): Annex | null {
  const reader = new Reader();
  let tables = 0;
  for (const sheet of sheets) if (reader.sheet(sheet, tables + 1)) tables++;
  return tables === 0 ? null : reader.done();
}

class Reader {
  readonly #lines: string[] = [];
  #length = 0;
  #title: string | null = null;
  #year: number | null = null;
  readonly #targets: AnnexTarget[] = [];
  readonly #tasks: AnnexTask[] = [];
  readonly #groups: AnnexGroup[] = [];
  readonly #faults: AnnexFault[] = [];

  /** Adds a line of cells; gives where each of them stands. */
  #line(cells: readonly string[]): Span[] {
    const spans: Span[] = [];
    let at = this.#length;
    for (const cell of cells) {
      spans.push({ start: at, end: at + cell.length });
      at += cell.length + 1;
    }
    const line = cells.join('\t');
    this.#lines.push(line);
    this.#length += line.length + 1;
    return spans;
  }

  sheet(sheet: AnnexSheet, table: number): boolean {
    const rows = sheet.rows.map(({ row, cells }) => ({
      row,
      cells: cells.map((cell) =>
        cell
          .normalize('NFC')
          .replace(/\s*\n\s*/g, '; ')
          .replace(/\s+/g, ' ')
          .trim(),
      ),
    }));
    const at = rows.slice(0, TITLES_WITHIN).findIndex(({ cells }) => {
      const keys = new Set(cells.map(keyOf));
      return (keys.has('target') && (keys.has('plan') || keys.has('unit'))) || (keys.has('task') && keys.size > 2);
    });
    const titles = rows[at];
    if (!titles) return false;
    const keys = titles.cells.map(keyOf);
    const kind = keys.includes('target') && keys.includes('plan') ? 'target' : keys.includes('task') ? 'task' : null;
    if (kind === null) return false;
    const head = rows.slice(0, at).flatMap(({ cells }) => cells.filter((cell) => cell !== ''));
    this.#title ??= head[0]?.slice(0, 300) ?? null;
    const years = [...head, ...titles.cells].flatMap((cell) => [...cell.matchAll(/năm\s+((?:19|20|21)\d\d)/giu)]);
    this.#year ??= years.length > 0 ? Number(years[0]?.[1]) : null;
    for (const { cells } of rows.slice(0, at + 1)) if (cells.some((cell) => cell !== '')) this.#line(cells);
    const planYear = /\d{4}/.exec(titles.cells[keys.indexOf('plan')] ?? '')?.[0];
    const state = { section: '', groups: 0, numbers: new Map<string, number>(), whole: null as number | null };
    for (const { row, cells } of rows.slice(at + 1)) {
      if (cells.every((cell) => cell === '')) continue;
      const spans = this.#line(cells);
      const column = (key: Key) => keys.indexOf(key);
      const cell = (key: Key) => cells[column(key)] ?? '';
      const span = (key: Key) => spans[column(key)] as Span;
      const filled = cells.flatMap((one, i) => (one === '' ? [] : [i]));
      const only = filled.length === 1 ? (filled[0] as number) : null;
      const first = column('number') < 0 ? column(kind) : column('number');
      const roman = /^(?:[IVXL]+|[A-Z])[.)]?$/.test(cell('number')) && filled.length === 2 && cell(kind) !== '';
      const alone = only !== null && (only <= first || (kind === 'target' && only === column('target')));
      if (alone || roman) {
        state.groups++;
        state.section = `PL${table}.${state.groups}`;
        state.numbers.clear();
        state.whole = null;
        this.#groups.push({
          path: state.section,
          span: roman ? { start: span('number').start, end: span(kind).end } : (spans[only as number] as Span),
          of: kind === 'target' ? 'targets' : 'tasks',
        });
        continue;
      }
      const fault = (vi: string, en: string) => this.#faults.push({ sheet: sheet.name, row, vi, en });
      if (cell(kind) === '') {
        fault('Dòng này không có tên chỉ tiêu, nhiệm vụ nên không nhập.', 'The row names nothing and was left out.');
        continue;
      }
      if (kind === 'target') {
        const demand = readDemand(cell('plan'));
        if (demand === null) {
          const said = cell('plan');
          fault(
            said === '' ? 'Chỉ tiêu chưa có số kế hoạch nên không nhập.' : `Không đọc được số kế hoạch “${said}”.`,
            said === '' ? 'The target has no figure and was left out.' : `The figure “${said}” can’t be read.`,
          );
          continue;
        }
        const spoken = Number(cell('year')) || Number(planYear) || this.#year;
        const year = spoken && spoken >= 1900 && spoken <= 2200 ? spoken : null;
        const index = this.#targets.length;
        const number = cell('number').replace(/[.)]+$/, '');
        const above = /^(.+)\.\d+$/.exec(number)?.[1];
        const dashed = /^[-+–•]\s*/.test(cell('target'));
        const parent = above !== undefined ? (state.numbers.get(above) ?? null) : dashed ? state.whole : null;
        if (number !== '') state.numbers.set(number, index);
        if (!dashed) state.whole = index;
        const [from, to] = [span('target'), span('plan')];
        this.#targets.push({
          ...demand,
          unit: cell('unit') || demand.unit,
          span: { start: Math.min(from.start, to.start), end: Math.max(from.end, to.end) },
          name: cell('target')
            .replace(/^[-+–•]\s*/, '')
            .replace(/^(?:trong đó|bao gồm)\s*:\s*/iu, ''),
          year,
          section: state.section,
          parent,
          leads: readAgencies(cell('lead')),
          cumulative: /lũy kế|luỹ kế/iu.test(cell('target')),
        });
        continue;
      }
      const due = readDeadline(cell('due'));
      if (due === null)
        fault(`Không đọc được thời hạn “${cell('due')}”.`, `The deadline “${cell('due')}” can’t be read.`);
      this.#tasks.push({
        span: span('task'),
        section: state.section,
        label: cell('number').slice(0, 60) || null,
        leads: readAgencies(cell('lead')),
        supports: readAgencies(cell('support')),
        due: due ? { due, quote: cell('due') } : null,
        products: readProducts(cell('product')),
      });
    }
    return true;
  }

  done(): Annex {
    return {
      text: `${this.#lines.join('\n')}\n`,
      title: this.#title,
      year: this.#year,
      targets: this.#targets,
      tasks: this.#tasks,
      groups: this.#groups,
      faults: this.#faults,
    };
  }
}
