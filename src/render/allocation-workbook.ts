/** One allocation (bảng phân bổ) in Excel: who gets what of a target, in a form that can be filled in and pasted back. */
import { writeXlsx } from 'hucre/xlsx';
import { countDecimals, formatDate, formatDecimal } from './figure.ts';
import {
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

export interface AllocationSheet {
  readonly title: string;
  readonly about: string;
  readonly whole: string;
  readonly rule: string;
  readonly balance: string;
  readonly asOf: string;
  readonly unit: string | null;
  /** Head of the column of weights; null without one. */
  readonly weightHead: string | null;
  readonly nameHead: string;
  /** A missing figure is an empty cell. */
  readonly parts: readonly { readonly name: string; readonly value: string | null; readonly weight: string | null }[];
}

const STAMP = new Date(Date.UTC(2000, 0, 1));

/** The bytes of the `.xlsx`; equal input gives equal bytes. */
export function writeAllocationWorkbook(sheet: AllocationSheet): Promise<Uint8Array> {
  const weighed = sheet.weightHead !== null && sheet.parts.some((part) => part.weight !== null);
  const columns = [
    { header: 'TT', width: 6 },
    { header: sheet.nameHead, width: 52 },
    { header: sheet.unit ? `Phân bổ (${sheet.unit})` : 'Phân bổ', width: 20 },
    ...(weighed ? [{ header: sheet.weightHead as string, width: 16 }] : []),
  ];
  const across = (text: string, style: typeof TITLE): SheetCell[] => [
    textCell(text, { style }),
    ...columns.slice(1).map(() => textCell('', { style })),
  ];
  const heads = [
    across('BẢNG PHÂN BỔ CHỈ TIÊU', TITLE),
    across(`${sheet.title}: ${sheet.whole}`, LABEL),
    across(`(${sheet.about}; ${sheet.rule}; tại ngày ${formatDate(sheet.asOf)})`, NOTE),
    across(sheet.balance, NOTE),
  ];
  const rows: SheetCell[][] = [
    ...heads,
    columns.map((column) => textCell(column.header, { style: HEAD })),
    ...sheet.parts.map((part, i) => [
      plainNumberCell(i + 1),
      textCell(part.name),
      figureCell(part.value),
      ...(weighed ? [figureCell(part.weight)] : []),
    ]),
  ];
  const widths = columns.map((column) => column.width);
  const wide = [widths.reduce((sum, width) => sum + width, 0)];
  return writeXlsx({
    sheets: [
      {
        name: 'Phân bổ',
        columns: widths.map((width) => ({ width })),
        merges: heads.map((_, row) => ({ startRow: row, startCol: 0, endRow: row, endCol: columns.length - 1 })),
        freezePane: { rows: heads.length + 1 },
        cells: new Map(rows.flatMap((row, r) => row.map((cell, c) => [`${r},${c}`, cell] as const))),
        rowDefs: new Map(
          rows.map((row, r) => [
            r,
            { height: r < heads.length ? heightOf(row.slice(0, 1), wide) + 4 : heightOf(row, widths) },
          ]),
        ),
        pageSetup: { paperSize: 'a4', orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      },
    ],
    defaultFont: { name: 'Times New Roman', size: 12 },
    properties: { title: sheet.title, creator: 'Bám Sát', created: STAMP, modified: STAMP },
  });
}

/** A number that Excel counts with, shown at its precision; one that a double can't hold exactly stays text. */
function figureCell(decimal: string | null): SheetCell {
  if (decimal === null) return textCell('');
  const digits = decimal.replace(/\D/g, '').replace(/^0+/, '').length;
  if (digits > 15) return textCell(formatDecimal(decimal), { align: 'right' });
  return numberCell(Number(decimal), countDecimals(decimal));
}
