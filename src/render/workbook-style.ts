/** How cells of a workbook look: Times New Roman 12 and thin rules, as offices print their tables. */
import type { Cell, CellStyle } from 'hucre/xlsx';
import { wrap } from './width.ts';

/** A cell as the writer takes it. */
export type SheetCell = Partial<Cell>;

const FONT = { name: 'Times New Roman', size: 12 };
const SIDE = { style: 'thin', color: { rgb: '999999' } } as const;
const BORDER = { top: SIDE, right: SIDE, bottom: SIDE, left: SIDE };

const BODY: CellStyle = { font: FONT, border: BORDER, alignment: { vertical: 'top', wrapText: true } };

export const HEAD: CellStyle = {
  font: { ...FONT, bold: true },
  border: BORDER,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7EDF5' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};
export const TITLE: CellStyle = {
  font: { ...FONT, size: 14, bold: true },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};
export const NOTE: CellStyle = {
  font: { ...FONT, size: 11, italic: true },
  alignment: { vertical: 'top', wrapText: true },
};
export const LABEL: CellStyle = { ...BODY, font: { ...FONT, bold: true } };
/** Tint of a cell of which the reading is not sure. */
const DOUBT = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF4CC' } } as const;

/** Longest text that a cell of Excel holds. */
const LONGEST = 32_767;

export interface Look {
  readonly align?: 'left' | 'center' | 'right';
  readonly indent?: number;
  readonly doubtful?: boolean;
  readonly style?: CellStyle;
}

function styleOf(look: Look, more: CellStyle = {}): CellStyle {
  const base = look.style ?? BODY;
  return {
    ...base,
    ...more,
    ...(look.doubtful ? { fill: DOUBT } : {}),
    alignment: {
      ...base.alignment,
      ...(look.align ? { horizontal: look.align } : {}),
      ...(look.indent ? { horizontal: 'left', indent: look.indent } : {}),
    },
  };
}

/**
 * Text as text: a string cell, never a formula, whatever it starts with (`=`, `+`, `-`, `@`). What looks like an error
 * value of Excel (`#N/A`) is written as rich text, or the writer would make it one.
 */
export function textCell(text: string | null, look: Look = {}): SheetCell {
  if (text === null || text === '') return { value: null, style: styleOf(look) };
  const value = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  const style = styleOf(look);
  if (value.startsWith('#')) return { value, type: 'richText', richText: [{ text: value, font: FONT }], style };
  return { value, type: 'string', style };
}

/** A real number, shown with as many decimals as the document printed. */
export function numberCell(value: number | null, decimals = 0, look: Look = {}): SheetCell {
  const numFmt = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(Math.min(decimals, 15))}`;
  return { value, type: 'number', style: styleOf({ align: 'right', ...look }, { numFmt }) };
}

/** A plain whole number without grouping: a year, a line. */
export function plainNumberCell(value: number | null, look: Look = {}): SheetCell {
  return { value, type: 'number', style: styleOf({ align: 'center', ...look }, { numFmt: '0' }) };
}

/** A real date, from an ISO date. */
export function dateCell(iso: string | null, look: Look = {}): SheetCell {
  const day = iso === null ? null : new Date(`${iso}T00:00:00Z`);
  if (day === null || Number.isNaN(day.getTime())) return textCell(iso, { align: 'center', ...look });
  return { value: day, type: 'date', style: styleOf({ align: 'center', ...look }, { numFmt: 'dd/mm/yyyy' }) };
}

/** A cell that leads to another place of the workbook. */
export function linkCell(cell: SheetCell, location: string | null): SheetCell {
  if (location === null) return cell;
  const font = { ...cell.style?.font, color: { rgb: '1F4E9E' }, underline: true } as const;
  return { ...cell, style: { ...cell.style, font }, hyperlink: { target: '', location } };
}

const LINE_HEIGHT = 15.25;
/** The highest row that Excel takes, in points. */
const HIGHEST = 409;

/**
 * Height of a row in points, so that wrapped text shows whole in every program: not all of them fit rows on opening.
 * A column of width n holds about n letters of Times New Roman 12.
 */
export function heightOf(cells: readonly SheetCell[], widths: readonly number[]): number {
  const lines = cells.map((cell, i) => {
    if (typeof cell.value !== 'string') return 1;
    const indent = (cell.style?.alignment?.indent ?? 0) * 2;
    return wrap(cell.value, Math.max(4, Math.floor((widths[i] ?? 10) * 1.08) - 1 - indent)).length;
  });
  return Math.min(HIGHEST, Math.max(1, ...lines) * LINE_HEIGHT + 3);
}
