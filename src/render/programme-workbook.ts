/** The programme of work by month (chương trình công tác) as a workbook: which product goes to which session, by whom. */
import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { ProductKind } from '#reading/model.ts';
import { formatDate } from './figure.ts';
import { productWord } from './words.ts';
import {
  dateCell,
  HEAD,
  heightOf,
  LABEL,
  NOTE,
  plainNumberCell,
  type SheetCell,
  TITLE,
  textCell,
} from './workbook-style.ts';

export interface ProgrammeItem {
  readonly kind: string;
  readonly name: string;
  readonly dueOn: string | null;
  /** In the words of the interface. */
  readonly stage: string;
  readonly symbol: string | null;
  readonly note: string | null;
  readonly leads: readonly string[];
  readonly warnings: readonly string[];
}

export interface ProgrammeSheet {
  readonly title: string;
  readonly province: string;
  readonly asOf: string;
  /** Headings, a month and in it sessions, each with its products. */
  readonly groups: readonly { readonly title: string; readonly items: readonly ProgrammeItem[] }[];
}

const COLUMNS = [
  { header: 'TT', width: 6 },
  { header: 'Sản phẩm', width: 60 },
  { header: 'Loại', width: 18 },
  { header: 'Cơ quan chủ trì', width: 30 },
  { header: 'Thời hạn', width: 13 },
  { header: 'Tiến độ', width: 16 },
  { header: 'Số, ký hiệu', width: 18 },
  { header: 'Cần lưu ý', width: 40 },
  { header: 'Ghi chú', width: 24 },
] as const;

const STAMP = new Date(Date.UTC(2000, 0, 1));

/** The bytes of the `.xlsx`; equal input gives equal bytes. */
export function writeProgrammeWorkbook(programme: ProgrammeSheet): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [sheetOf(programme)],
    defaultFont: { name: 'Times New Roman', size: 12 },
    properties: { title: programme.title, creator: 'Bám Sát', created: STAMP, modified: STAMP },
  });
}

function sheetOf({ title, province, asOf, groups }: ProgrammeSheet): WriteSheet {
  const across = (text: string, style: typeof TITLE): SheetCell[] => [
    textCell(text, { style }),
    ...COLUMNS.slice(1).map(() => textCell('', { style })),
  ];
  const rows: SheetCell[][] = [
    across('CHƯƠNG TRÌNH CÔNG TÁC THEO THÁNG', TITLE),
    across(`(${title}, ${province}; tại ngày ${formatDate(asOf)})`, NOTE),
    COLUMNS.map((column) => textCell(column.header, { style: HEAD })),
  ];
  const whole = new Set([0, 1]);
  let number = 0;
  for (const group of groups) {
    whole.add(rows.length);
    rows.push(across(group.title, LABEL));
    for (const item of group.items) {
      number += 1;
      rows.push([
        plainNumberCell(number),
        textCell(item.name),
        textCell(productWord(item.kind as ProductKind) ?? 'Khác'),
        textCell(item.leads.join('; ')),
        item.dueOn === null ? textCell('') : dateCell(item.dueOn),
        textCell(item.stage),
        textCell(item.symbol ?? ''),
        textCell(item.warnings.join(' ')),
        textCell(item.note ?? ''),
      ]);
    }
  }
  const widths = COLUMNS.map((column) => column.width);
  const total = [widths.reduce<number>((sum, width) => sum + width, 0)];
  const height = (row: readonly SheetCell[], r: number) =>
    r < 2 ? 30 : whole.has(r) ? heightOf(row.slice(0, 1), total) : heightOf(row, widths);
  return {
    name: 'Chương trình công tác',
    columns: widths.map((width) => ({ width })),
    merges: [...whole].map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: COLUMNS.length - 1 })),
    freezePane: { rows: 3 },
    cells: new Map(rows.flatMap((row, r) => row.map((cell, c) => [`${r},${c}`, cell] as const))),
    rowDefs: new Map(rows.map((row, r) => [r, { height: height(row, r) }])),
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
}
