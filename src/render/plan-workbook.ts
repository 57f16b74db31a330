/**
 * A published plan as the annexes that an office issues with it (phụ lục): targets with unit and plan; tasks with lead,
 * support, deadline and product (TT, nhiệm vụ, chủ trì, phối hợp, thời hạn, sản phẩm); each row names its document.
 */
import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { countDecimals, formatDate, formatDecimal } from './figure.ts';
import {
  dateCell,
  HEAD,
  heightOf,
  LABEL,
  NOTE,
  numberCell,
  plainNumberCell,
  type SheetCell,
  TITLE,
  textCell,
} from './workbook-style.ts';

export interface PlanSheetTarget {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly groupTitle: string | null;
  readonly year: number | null;
  readonly measure: 'level' | 'increase' | 'decrease';
  readonly comparator: '=' | '>' | '>=' | '<' | '<=' | '~' | 'range';
  readonly value: string;
  readonly valueMax: string | null;
  readonly unit: string | null;
  readonly leads: readonly string[];
  readonly source: string;
}

export interface PlanSheetTask {
  readonly text: string;
  readonly groupTitle: string | null;
  readonly leads: readonly string[];
  readonly supports: readonly string[];
  readonly dueOn: string | null;
  readonly dueQuote: string | null;
  readonly products: readonly string[];
  readonly source: string;
}

export interface PlanSheets {
  readonly title: string;
  readonly province: string;
  readonly asOf: string;
  readonly sources: readonly string[];
  readonly targets: readonly PlanSheetTarget[];
  readonly tasks: readonly PlanSheetTask[];
}

const STAMP = new Date(Date.UTC(2000, 0, 1));

/** The bytes of the `.xlsx`; equal input gives equal bytes. */
export function writePlanWorkbook(plan: PlanSheets): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [targetSheet(plan), taskSheet(plan)].map((sheet) => ({ ...sheet, ...PRINT })),
    defaultFont: { name: 'Times New Roman', size: 12 },
    properties: { title: plan.title, creator: 'Bám Sát', created: STAMP, modified: STAMP },
  });
}

const PRINT: Partial<WriteSheet> = {
  pageSetup: {
    paperSize: 'a4',
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.5, right: 0.4, top: 0.7, bottom: 0.6, header: 0.3, footer: 0.3 },
    horizontalCentered: true,
  },
};

interface Column {
  readonly header: string;
  readonly width: number;
}

/** Title, subtitle, head row, rows in groups. */
function sheetOf(
  name: string,
  heading: string,
  plan: PlanSheets,
  columns: readonly Column[],
  groups: Iterable<readonly [string | null, readonly (readonly SheetCell[])[]]>,
): WriteSheet {
  const last = columns.length - 1;
  const whole = (text: string, style: typeof TITLE): SheetCell[] => [
    textCell(text, { style }),
    ...columns.slice(1).map(() => textCell('', { style })),
  ];
  const rows: SheetCell[][] = [
    whole(heading, TITLE),
    whole(
      `(${plan.title}, ${plan.province}; tại ngày ${formatDate(plan.asOf)}. Căn cứ: ${plan.sources.join('; ')})`,
      NOTE,
    ),
    columns.map((column) => textCell(column.header, { style: HEAD })),
  ];
  const merges = [0, 1].map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: last }));
  for (const [title, group] of groups) {
    if (title !== null) {
      merges.push({ startRow: rows.length, startCol: 0, endRow: rows.length, endCol: last });
      rows.push(whole(title, LABEL));
    }
    for (const row of group) rows.push([...row]);
  }
  const widths = columns.map((column) => column.width);
  // A title over the whole width needs the height that its words take there, not in the narrow first column.
  const merged = new Set(merges.map((one) => one.startRow));
  const across = [widths.reduce((sum, width) => sum + width, 0)];
  const height = (row: readonly SheetCell[], r: number) =>
    r < 2 ? 34 : merged.has(r) ? heightOf(row.slice(0, 1), across) : heightOf(row, widths);
  return {
    name,
    columns: widths.map((width) => ({ width })),
    merges,
    freezePane: { rows: 3 },
    cells: new Map(rows.flatMap((row, r) => row.map((cell, c) => [`${r},${c}`, cell] as const))),
    rowDefs: new Map(rows.map((row, r) => [r, { height: height(row, r) }])),
  };
}

function targetSheet(plan: PlanSheets): WriteSheet {
  const depth = depthsOf(plan.targets);
  const numbers = numbersOf(plan.targets);
  const row = (target: PlanSheetTarget): SheetCell[] => [
    numberCellOf(numbers.get(target.id) ?? ''),
    textCell(target.name, { indent: depth.get(target.id) ?? 0 }),
    textCell(target.unit ?? '', { align: 'center' }),
    target.comparator === '=' && target.measure === 'level' && target.valueMax === null
      ? numberOf(target.value)
      : textCell(demandOf(target), { align: 'right' }),
    target.year === null ? textCell('') : plainNumberCell(target.year),
    textCell(target.leads.join('; ')),
    textCell(target.source),
  ];
  const columns = [
    { header: 'TT', width: 6 },
    { header: 'Chỉ tiêu', width: 60 },
    { header: 'ĐVT', width: 18 },
    { header: 'Kế hoạch', width: 16 },
    { header: 'Năm', width: 8 },
    { header: 'Cơ quan chủ trì', width: 30 },
    { header: 'Căn cứ', width: 26 },
  ];
  return sheetOf('Chỉ tiêu', 'PHỤ LỤC 1. CHỈ TIÊU CHỦ YẾU', plan, columns, inGroups(plan.targets, row));
}

function taskSheet(plan: PlanSheets): WriteSheet {
  const row = (task: PlanSheetTask, i: number): SheetCell[] => [
    plainNumberCell(i + 1),
    textCell(task.text),
    textCell(task.leads.join('; ')),
    textCell(task.supports.join('; ')),
    task.dueOn === null ? textCell('') : dateCell(task.dueOn),
    textCell(task.products.join('; ')),
    textCell(''),
    textCell(task.source),
  ];
  const columns = [
    { header: 'TT', width: 6 },
    { header: 'Nhiệm vụ', width: 70 },
    { header: 'Chủ trì', width: 26 },
    { header: 'Phối hợp', width: 30 },
    { header: 'Thời hạn', width: 14 },
    { header: 'Sản phẩm', width: 26 },
    { header: 'Ghi chú', width: 14 },
    { header: 'Căn cứ', width: 24 },
  ];
  return sheetOf('Nhiệm vụ', 'PHỤ LỤC 2. PHÂN CÔNG NHIỆM VỤ', plan, columns, inGroups(plan.tasks, row));
}

function* inGroups<T extends { readonly groupTitle: string | null }>(
  items: readonly T[],
  row: (item: T, i: number) => SheetCell[],
): Iterable<readonly [string | null, readonly (readonly SheetCell[])[]]> {
  let group: SheetCell[][] = [];
  let title: string | null = null;
  for (const [i, item] of items.entries()) {
    if (i > 0 && item.groupTitle !== title) {
      yield [title, group];
      group = [];
    }
    title = item.groupTitle;
    group.push(row(item, i));
  }
  if (group.length > 0) yield [title, group];
}

/** A number that Excel counts with, shown at its printed precision; one that a double can't hold exactly stays text. */
function numberOf(decimal: string): SheetCell {
  const digits = decimal.replace(/\D/g, '').replace(/^0+/, '').length;
  if (digits > 15) return textCell(formatDecimal(decimal), { align: 'right' });
  const places = countDecimals(decimal);
  return numberCell(Number(decimal), places);
}

const MARKS = {
  '=': '',
  '>': 'trên ',
  '>=': 'từ ',
  '<': 'dưới ',
  '<=': 'không quá ',
  '~': 'khoảng ',
  range: '',
} as const;

function demandOf(target: PlanSheetTarget): string {
  const verb = target.measure === 'increase' ? 'tăng ' : target.measure === 'decrease' ? 'giảm ' : '';
  const value = formatDecimal(target.value);
  const figure =
    target.valueMax === null ? `${MARKS[target.comparator]}${value}` : `${value} - ${formatDecimal(target.valueMax)}`;
  return `${verb}${figure}${target.comparator === '>=' ? ' trở lên' : ''}`;
}

/** `6` for a target, `6.1` for the first of its parts. */
function numbersOf(targets: readonly PlanSheetTarget[]): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  const parts = new Map<string, number>();
  for (const { id, parentId } of targets) {
    const above = parentId === null ? undefined : numbers.get(parentId);
    const next = (parts.get(above ?? '') ?? 0) + 1;
    parts.set(above ?? '', next);
    numbers.set(id, above === undefined ? String(next) : `${above}.${next}`);
  }
  return numbers;
}

function numberCellOf(number: string): SheetCell {
  return /^\d+$/.test(number) ? plainNumberCell(Number(number)) : textCell(number, { align: 'center' });
}

/** How deep a target lies below its whole. */
function depthsOf(targets: readonly PlanSheetTarget[]): ReadonlyMap<string, number> {
  const depth = new Map<string, number>();
  for (const target of targets)
    depth.set(target.id, target.parentId === null ? 0 : (depth.get(target.parentId) ?? 0) + 1);
  return depth;
}
