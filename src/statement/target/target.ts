/** Chỉ tiêu and kết quả of a whole document: measurements of its blocks, with year, parent and list (target or result). */
import type { Span } from '#base/span.ts';
import type { Block } from '#outline/outline.ts';
import { type BlockMeasurement, readMeasurements } from '#statement/measurement/measurement.ts';
import type { Passed } from '#statement/measurement/numeral.ts';
import { isValueRow } from '#statement/measurement/value-row.ts';
import { type Page, within } from '#statement/page.ts';
import { findDates } from '#statement/time/date.ts';
import { readYear } from '#statement/time/year.ts';
import { cellTexts } from './columns.ts';
import { readPairRow, readTargetRow, shift, type TargetRow } from './table.ts';

/** A measurement with clean offsets. */
export interface FoundMeasurement extends BlockMeasurement {
  readonly block: Block;
  readonly kind: 'target' | 'result';
  /** Resolved year. */
  readonly heldYear: number | null;
  /** The measurement that it is a part of. */
  readonly whole: FoundMeasurement | null;
  /** Lead agencies of a table's row, as printed. */
  readonly leadCell: Span | null;
}

export interface FoundMeasurements {
  readonly items: readonly FoundMeasurement[];
  /** Numbers that became nothing, with the reason, clean offsets. */
  readonly passed: readonly Passed[];
}

const OPENING_YEAR =
  /(?:^|[.!?]\s)(?:trong |tính đến |đến |từ )?(?:(?:hết |cuối |đầu )?năm|\d{1,2} tháng(?: đầu)?(?: năm)?|quý [IV]+(?: năm)?|(?:hết )?(?:ngày \d{1,2}\/|tháng )?\d{1,2}\/|(?:hết )?tháng \d{1,2} năm)\s?((?:19|20)\d{2})/giu;
const SKIPPED = new Set(['header', 'preamble', 'closing']);

/** Finds targets and results, in reading order. */
export function findMeasurements(page: Page): FoundMeasurements {
  const items: FoundMeasurement[] = [];
  const passed: Passed[] = [];
  /** First measurement of each block that is a row of a list. */
  const firstOf = new Map<Block, FoundMeasurement>();
  const years = new Years(page);
  const tables = new TableTree();
  /** The first measurement of the block before. */
  let before: FoundMeasurement | null = null;
  for (const block of page.outline.blocks) {
    if (SKIPPED.has(block.zone)) continue;
    const above = ownerOf(block, firstOf);
    const read =
      block.paragraph.table !== null
        ? (readTargetRow(page, block) ??
          readPairRow(page, block, (depth) => tables.nameAbove(block, depth)) ??
          readTaskRow(page, block))
        : readBlock(page, block, above, before?.block.parent === block.parent ? before : null);
    if (!read) continue;
    const base = block.paragraph.table !== null ? block.start : block.textStart;
    for (const p of read.passed) passed.push({ span: shiftBy(p.span, base), reason: p.reason });
    const own: FoundMeasurement[] = [];
    const row = 'columnOf' in read ? (read as TargetRow) : null;
    for (const [i, m] of read.items.entries()) {
      const kind = kindOf(block, m);
      const inRow = row ? tables.wholeOf(block, row.depth, row.columnOf[i] as number) : null;
      const whole = m.parent !== null ? (own[m.parent] ?? null) : (inRow ?? above);
      own.push({
        ...m,
        start: m.start + base,
        end: m.end + base,
        valueStart: m.valueStart + base,
        valueEnd: m.valueEnd + base,
        block,
        kind,
        heldYear: years.of(block, m, kind),
        whole: whole && whole.kind === kind ? whole : null,
        leadCell: row ? leadCellOf(page, block) : null,
      });
    }
    if (row) tables.put(block, row, own);
    const first = own[0];
    if (first) before = first;
    if (first && isRow(block)) firstOf.set(block, first);
    for (const m of own) items.push(m);
  }
  items.sort(
    (a, b) =>
      page.clean.toSource({ start: a.valueStart, end: a.valueEnd }).start -
      page.clean.toSource({ start: b.valueStart, end: b.valueEnd }).start,
  );
  return { items, passed };
}

/** The cell of a row that names who is in charge. */
function leadCellOf(page: Page, block: Block): Span | null {
  const columns = page.tables.get(block.paragraph.table as number)?.columns.columns ?? [];
  const at = columns.findIndex((c) => c.kind === 'lead');
  const cell = at >= 0 ? block.paragraph.cells?.[at] : undefined;
  return cell && cell.end > cell.start ? cell : null;
}

function readBlock(
  page: Page,
  block: Block,
  above: FoundMeasurement | null,
  before: FoundMeasurement | null,
): { items: readonly BlockMeasurement[]; passed: readonly Passed[] } | null {
  if (!/\d/.test(block.text)) return null;
  const dates = findDates(block.text);
  const cited = within(page.citations, block.textStart, block.end);
  const taken = mergeSpans(
    dates.filter((d) => d.unit !== 'year' && d.unit !== 'period'),
    cited,
  );
  const parentName = above?.indicator ?? (goesOn(block.text) ? (before?.indicator ?? '') : listHead(block));
  const strict = block.zone === 'tasks' || block.zone === 'context';
  return readMeasurements(block.text, { parentName, strict, taken });
}

/** A row that gives an order can promise a number: `… có ít nhất 01 trường đại học nằm trong TOP 100 …`. */
function readTaskRow(page: Page, row: Block): { items: readonly BlockMeasurement[]; passed: readonly Passed[] } | null {
  const table = page.tables.get(row.paragraph.table as number);
  if (table?.columns.kind !== 'task' || table.rows.indexOf(row) < table.columns.firstRow) return null;
  const at = table.columns.columns.findIndex((c) => c.kind === 'task');
  const cell = row.paragraph.cells?.[at];
  const text = cellTexts(row)[at];
  if (!cell || text === undefined || !/\d/.test(text)) return null;
  const taken = mergeSpans(
    findDates(text).filter((d) => d.unit !== 'year' && d.unit !== 'period'),
    within(page.citations, cell.start, cell.end),
  );
  const read = readMeasurements(text, { parentName: '', strict: true, taken });
  const by = cell.start - row.start;
  return {
    items: read.items.map((m) => shift(m, by)),
    passed: read.passed.map((p) => ({ span: shiftBy(p.span, by), reason: p.reason })),
  };
}

/** `Ước thực hiện năm 2025 là 27.535 tỷ đồng` speaks of what the paragraph before does. */
function goesOn(text: string): boolean {
  return /^[ưu]ớc (?:thực hiện|cả năm|đạt)/i.test(text);
}

/** `- Về tổ chức cơ sở đảng` over `+` rows is a topic; `- Cơ cấu kinh tế:` without a value completes them. */
function listHead(block: Block): string {
  const { parent } = block;
  if (!parent || parent.role === 'block' || block.marker?.kind !== 'plus') return '';
  return headOf(parent.text);
}

function headOf(text: string): string {
  const head = text.replace(/^[-–+]\s*/, '').replace(/[\s:;,.]+$/, '');
  return /^(?:về|các)\s/i.test(head) || head.length > 80 ? '' : head;
}

/** The measurement of the row above that this row is a part of. */
function ownerOf(block: Block, firstOf: ReadonlyMap<Block, FoundMeasurement>): FoundMeasurement | null {
  // A plain paragraph below a row stands by itself.
  if (block.role === 'note' || (block.marker === null && !isValueRow(block.text))) return null;
  for (let at = block.parent; at; at = at.parent) {
    const first = firstOf.get(at);
    if (first) return first;
    if (at.role !== 'lead-in') return null;
  }
  return null;
}

/** A row of a list: one short statement that ends with its value. */
function isRow(block: Block): boolean {
  return block.text.length < 220 && !/[.!?]\s+\p{Lu}/u.test(block.text) && block.hasChildren;
}

function kindOf(block: Block, m: BlockMeasurement): 'target' | 'result' {
  if (block.zone === 'results' || m.present) return 'result';
  return 'target';
}

/** Wholes and parts among the rows of a table, column by column: `I` over `1` over `-`. */
class TableTree {
  #table = -1;
  #stack: { depth: number; name: string; byColumn: Map<number, FoundMeasurement> }[] = [];

  wholeOf(block: Block, depth: number | null, column: number): FoundMeasurement | null {
    if (depth === null || column < 0 || block.paragraph.table !== this.#table) return null;
    for (let i = this.#stack.length - 1; i >= 0; i--) {
      const above = this.#stack[i];
      if (above && above.depth < depth) return above.byColumn.get(column) ?? null;
    }
    return null;
  }

  /** What the row above names that a row of this depth is a part of; '' when there is none. */
  nameAbove(block: Block, depth: number | null): string {
    if (depth === null || block.paragraph.table !== this.#table) return '';
    return this.#stack.findLast((above) => above.depth < depth)?.name ?? '';
  }

  put(block: Block, row: TargetRow, own: readonly FoundMeasurement[]): void {
    const table = block.paragraph.table as number;
    if (table !== this.#table) {
      this.#table = table;
      this.#stack = [];
    }
    if (row.depth === null) return;
    while (this.#stack.length > 0 && (this.#stack.at(-1)?.depth ?? 0) >= row.depth) this.#stack.pop();
    const byColumn = new Map<number, FoundMeasurement>();
    for (const [i, m] of own.entries()) byColumn.set(row.columnOf[i] as number, m);
    this.#stack.push({ depth: row.depth, name: own[0]?.indicator ?? headOf(cellTexts(block)[0] ?? ''), byColumn });
  }
}

/** Which year a number holds for. */
class Years {
  readonly page: Page;
  readonly headings = new Map<Block, number | null>();

  constructor(page: Page) {
    this.page = page;
  }

  of(block: Block, m: BlockMeasurement, kind: 'target' | 'result'): number | null {
    if (m.year !== null) return m.year;
    const { planYear, docYear } = this.page;
    if (m.yearBefore && docYear !== null) return docYear - 1;
    if (kind === 'target') {
      const sentence = this.#sentenceYear(block, m);
      return sentence ?? this.#headingYear(block) ?? planYear;
    }
    if (m.present) return docYear ?? planYear;
    return (
      this.#headingYear(block) ??
      this.#opening(block, m.valueStart) ??
      docYear ??
      (planYear === null ? null : planYear - 1)
    );
  }

  /** `Đến năm 2030, …` at the head of the sentence. */
  #sentenceYear(block: Block, m: BlockMeasurement): number | null {
    const text = block.text.slice(Math.max(0, m.valueStart - 400), m.valueStart);
    const from = Math.max(text.lastIndexOf('. '), text.lastIndexOf('\n')) + 1;
    const found =
      /(?:(?:đến|tới|hết|trong|vào|^)\s?(?:hết )?(?:năm|giai đoạn|thời kỳ)|[:.,;]\s?(?:giai đoạn|thời kỳ))\s(?:\d{4}\s?[-–]\s?)?((?:19|20)\d{2})(?=[\s,:])/iu.exec(
        text.slice(from),
      );
    if (!found || /so với|kế hoạch$|dự toán$|nghị quyết/i.test(text.slice(from, from + found.index))) return null;
    return Number(found[1]);
  }

  #headingYear(block: Block): number | null {
    for (let at = block.parent; at; at = at.parent) {
      if (at.role === 'block') continue;
      let year = this.headings.get(at);
      if (year === undefined) {
        year = readYear(at.text);
        this.headings.set(at, year);
      }
      if (year !== null) return year;
    }
    return null;
  }

  /** `Năm 2020, …`, `Trong 10 tháng đầu năm 2025, …` at the head of the block or of a sentence before the number. */
  #opening(block: Block, at: number): number | null {
    let year: number | null = null;
    for (const found of block.text.slice(0, Math.min(at, 1200)).matchAll(OPENING_YEAR)) year = Number(found[1]);
    return year;
  }
}

function shiftBy(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

function mergeSpans(a: readonly Span[], b: readonly Span[]): Span[] {
  return [...a, ...b].sort((x, y) => x.start - y.start);
}
