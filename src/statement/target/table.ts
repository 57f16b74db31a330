/** A table's row that gives an indicator a number: `Tỷ lệ … | % | ≥ 80 | Sở Y tế`, or a whole statement in the indicator's cell. */

import type { Span } from '#base/span.ts';
import { normalUnit } from '#catalogue/units.ts';
import { readMarker } from '#outline/marker.ts';
import type { Block } from '#outline/outline.ts';
import { cleanName } from '#statement/measurement/indicator.ts';
import { readLead } from '#statement/measurement/lead.ts';
import type { BlockMeasurement, BlockMeasurements } from '#statement/measurement/measurement.ts';
import { readMeasurements } from '#statement/measurement/measurement.ts';
import { numeralFields, scanNumerals } from '#statement/measurement/numeral.ts';
import type { Page, TableOfRows } from '#statement/page.ts';
import { readYear } from '#statement/time/year.ts';
import { cellTexts } from './columns.ts';

export interface TargetRow extends BlockMeasurements {
  /** Column of each item, so that a part finds its whole in the same column. */
  readonly columnOf: readonly number[];
  /** Depth of the row among the table's rows; null when it has no label to tell. */
  readonly depth: number | null;
}

/** Reads a row; null when its table holds no targets. Offsets are relative to the row's start. */
export function readTargetRow(page: Page, row: Block): TargetRow | null {
  const table = page.tables.get(row.paragraph.table as number);
  if (table?.columns.kind !== 'target') return null;
  const position = table.rows.indexOf(row);
  if (position < table.columns.firstRow) return null;
  const { columns } = table.columns;
  const texts = cellTexts(row);
  const cells = (row.paragraph.cells as readonly Span[]).map((c) => ({
    start: c.start - row.start,
    end: c.end - row.start,
  }));
  const at = (kind: string): number => columns.findIndex((c) => c.kind === kind);
  const nameAt = at('indicator') >= 0 ? at('indicator') : at('task');
  const name = texts[nameAt] ?? '';
  if (name.trim() === '') return null;
  const unitAt = at('unit');
  const unit = unitAt >= 0 ? (texts[unitAt] ?? '').trim() : captionUnit(page, table);
  const items: BlockMeasurement[] = [];
  const passed: BlockMeasurements['passed'][number][] = [];
  const columnOf: number[] = [];
  columns.forEach((column, i) => {
    if ((column.kind !== 'value' && column.kind !== 'result') || !cells[i]) return;
    const cell = texts[i] ?? '';
    const read = readValueCell(cell, cleanName(name).name, unit, column.year ?? sectionYear(table, position));
    for (const m of read) {
      items.push({ ...shift(m, (cells[i] as Span).start), present: column.kind === 'result' });
      columnOf.push(i);
    }
  });
  if (items.length === 0) {
    // The statement stands whole in the indicator's cell: `Kinh tế số chiếm 45% GRDP tỉnh.`
    const whole = readMeasurements(name, { parentName: '', strict: false, taken: [] });
    const base = (cells[nameAt] as Span).start;
    for (const m of whole.items) {
      columnOf.push(-1);
      items.push(shift({ ...m, year: m.year ?? sectionYear(table, position) }, base));
    }
    for (const p of whole.passed)
      passed.push({ span: { start: p.span.start + base, end: p.span.end + base }, reason: p.reason });
  }
  const serial = at('serial') >= 0 ? (texts[at('serial')] ?? '') : '';
  return { items, passed, columnOf, depth: depthOf(serial, name) };
}

/**
 * Reads a row that is a name and its value as the line of a list: `+ Ngành dịch vụ | tăng 8,56%` below `- Tốc độ tăng
 * tổng sản phẩm: | 8%`. `parentName` is what the row above it in the list names.
 */
export function readPairRow(page: Page, row: Block, parentNameOf: (depth: number | null) => string): TargetRow | null {
  const table = page.tables.get(row.paragraph.table as number);
  if (table?.columns.kind !== 'pair') return null;
  const position = table.rows.indexOf(row);
  if (position < table.columns.firstRow) return null;
  const name = cellTexts(row)[0] ?? '';
  const marker = readMarker(row.text)?.length ?? 0;
  const depth = depthOf(/^\s*([^\s)]{1,8}[.)]?)\s/.exec(name)?.[1] ?? '', name);
  const read = readMeasurements(row.text.slice(marker), { parentName: parentNameOf(depth), strict: false, taken: [] });
  const column = table.columns.columns[1];
  const year = column?.year ?? sectionYear(table, position);
  return {
    items: read.items.map((m) => ({
      ...shift({ ...m, year: m.year ?? year }, marker),
      present: m.present || column?.kind === 'result',
    })),
    passed: read.passed.map((p) => ({
      span: { start: p.span.start + marker, end: p.span.end + marker },
      reason: p.reason,
    })),
    columnOf: read.items.map(() => 1),
    depth,
  };
}

/** `A` over `I` over `1` over `1.1` over `- …`. */
function depthOf(serial: string, name: string): number | null {
  if (/^[-–]/.test(name)) return 30;
  if (/^\+/.test(name)) return 31;
  const label = serial.trim();
  if (/^[A-HK]$/.test(label)) return 0;
  if (/^[IVX]+\.?$/.test(label)) return 1;
  if (/^\d{1,3}(?:\.\d{1,3})*\.?$/.test(label)) return 1 + label.replace(/\.$/, '').split('.').length;
  if (/^[a-zđ]\)?$/.test(label)) return 20;
  return null;
}

/** `Đơn vị tính: Triệu đồng` above the table. */
function captionUnit(page: Page, table: TableOfRows): string {
  const first = table.rows[0]?.index ?? 0;
  for (let i = first - 1; i >= 0 && i >= first - 3; i--) {
    const found = /(?:đơn vị(?: tính)?|đvt)\s*:\s*([^.;()\n]{1,40})/i.exec(page.outline.blocks[i]?.text ?? '');
    if (found) return (found[1] as string).trim().replace(/^\p{Lu}(?=\p{Ll})/u, (c) => c.toLowerCase());
  }
  return '';
}

/** `≤ 3 Đông Nam Á; ≤ 50 Thế giới`, `20% - 50%`, `≥ 3% và tăng dần`. */
function readValueCell(cell: string, name: string, unit: string, year: number | null): BlockMeasurement[] {
  const scan = scanNumerals(cell, []);
  const several = scan.numerals.length > 1;
  return scan.numerals.map((n) => {
    const from = Math.max(cell.lastIndexOf(';', n.start - 1) + 1, 0);
    const lead = readLead(cell.slice(from, n.start));
    const tail = cell.slice(n.unitEnd, endOfPart(cell, n.unitEnd)).trim();
    const own = n.unit === '%' && unit !== '' && !unit.includes('%') ? '%' : null;
    const qualifier = /^\p{Lu}/u.test(tail) && (several || tail.length < 30) ? ` ${tail}` : '';
    const measure =
      /(?:thêm|tăng thêm|thu hút thêm)/i.test(name.slice(0, 24)) || /tăng(?: trung bình| bình quân| thêm)?$/i.test(name)
        ? 'increase'
        : lead.verb === 'decrease'
          ? 'decrease'
          : lead.verb === 'increase'
            ? 'increase'
            : 'level';
    return {
      start: n.start,
      end: n.unitEnd,
      ...numeralFields(n),
      unit: unit !== '' ? normalUnit(own ?? unit) : n.unit,
      indicator: `${rowName(name)}${qualifier}`,
      base: rowName(name),
      measure,
      comparator: n.upper ? 'range' : /^\s*trở lên/.test(cell.slice(n.unitEnd)) ? '>=' : lead.comparator,
      year,
      parent: null,
      cumulative: lead.cumulative,
      present: false,
      yearBefore: false,
      confidence: several ? { indicator: 'check' } : {},
    } satisfies BlockMeasurement;
  });
}

/** `Thu hút thêm tổ chức …` → `Tổ chức …`; `Hình thành sàn dữ liệu` → `Sàn dữ liệu`. */
function rowName(name: string): string {
  const stripped = name.replace(/^(?:thu hút thêm|thu hút|hình thành(?: các)?|hoàn thành xây dựng|có thêm|có)\s/i, '');
  return stripped.length > 0 ? (stripped[0] as string).toUpperCase() + stripped.slice(1) : name;
}

function endOfPart(cell: string, from: number): number {
  const end = cell.indexOf(';', from);
  return end < 0 ? cell.length : end;
}

/** The year of the last section row above (`Đến năm 2030`), else of the head. */
function sectionYear(table: TableOfRows, position: number): number | null {
  for (let i = position - 1; i >= table.columns.firstRow; i--) {
    const texts = cellTexts(table.rows[i] as Block);
    const filled = texts.filter((t) => t.trim() !== '');
    if (filled.length > 2) continue;
    const year = readYear(filled.at(-1) ?? '');
    if (year !== null) return year;
  }
  return null;
}

/** A measurement of a cell, with the offsets of its row. */
export function shift(m: BlockMeasurement, by: number): BlockMeasurement {
  return { ...m, start: m.start + by, end: m.end + by, valueStart: m.valueStart + by, valueEnd: m.valueEnd + by };
}
