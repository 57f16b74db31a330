/** An agency's action plan in Excel: TT, nhiệm vụ, phần việc, kỳ, thời hạn, đơn vị/người thực hiện, sản phẩm, tình trạng. */
import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { ActionPlanContent, ActionPlanPart, ActionPlanTask } from './action-plan-document.ts';
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

/** The same as the document, with where each task and part stands. */
export interface ActionPlanSheet extends Omit<ActionPlanContent, 'groups'> {
  readonly groups: readonly {
    readonly title: string | null;
    readonly tasks: readonly (Omit<ActionPlanTask, 'parts'> & {
      readonly standing: string;
      readonly parts: readonly (ActionPlanPart & { readonly standing: string })[];
    })[];
  }[];
}

const STAMP = new Date(Date.UTC(2000, 0, 1));
const COLUMNS = [
  { header: 'TT', width: 7 },
  { header: 'Nhiệm vụ', width: 52 },
  { header: 'Phần việc', width: 44 },
  { header: 'Kỳ', width: 14 },
  { header: 'Thời hạn', width: 13 },
  { header: 'Đơn vị, người thực hiện', width: 28 },
  { header: 'Sản phẩm', width: 26 },
  { header: 'Tình trạng', width: 22 },
] as const;

/** The bytes of the `.xlsx`; equal input gives equal bytes. */
export function writeActionPlanWorkbook(plan: ActionPlanSheet): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [sheetOf(plan)],
    defaultFont: { name: 'Times New Roman', size: 12 },
    properties: { title: `Kế hoạch hành động – ${plan.agency}`, creator: 'Bám Sát', created: STAMP, modified: STAMP },
  });
}

function sheetOf(plan: ActionPlanSheet): WriteSheet {
  const across = (text: string, style: typeof TITLE): SheetCell[] => [
    textCell(text, { style }),
    ...COLUMNS.slice(1).map(() => textCell('', { style })),
  ];
  const rows: SheetCell[][] = [
    across(`KẾ HOẠCH HÀNH ĐỘNG CỦA ${plan.agency.toLocaleUpperCase('vi')}`, TITLE),
    across(`(Thực hiện ${plan.about}. Căn cứ: ${plan.bases.join('; ')})`, NOTE),
    COLUMNS.map((column) => textCell(column.header, { style: HEAD })),
  ];
  const merged = new Set([0, 1]);
  let number = 0;
  for (const group of plan.groups) {
    if (group.title !== null) {
      merged.add(rows.length);
      rows.push(across(group.title, LABEL));
    }
    for (const task of group.tasks) {
      number += 1;
      const products = task.products.join('; ');
      rows.push([
        plainNumberCell(number),
        textCell(task.text),
        textCell(''),
        textCell(''),
        dateCell(task.dueOn),
        textCell(task.who),
        textCell(products),
        textCell(task.standing),
      ]);
      task.parts.forEach((part, i) => {
        rows.push([
          textCell(`${number}.${i + 1}`, { align: 'center' }),
          textCell(''),
          textCell(part.text, { indent: part.depth - 1 }),
          textCell(part.period ?? '', { align: 'center' }),
          dateCell(part.dueOn),
          textCell(part.who),
          textCell(''),
          textCell(part.standing),
        ]);
      });
    }
  }
  const last = COLUMNS.length - 1;
  const widths = COLUMNS.map((column) => column.width);
  const whole = [widths.reduce((sum, width) => sum + width, 0)];
  return {
    name: 'Kế hoạch hành động',
    columns: widths.map((width) => ({ width })),
    merges: [...merged].map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: last })),
    freezePane: { rows: 3 },
    cells: new Map(rows.flatMap((row, r) => row.map((cell, c) => [`${r},${c}`, cell] as const))),
    rowDefs: new Map(
      rows.map((row, r) => [
        r,
        { height: r < 2 ? 34 : merged.has(r) ? heightOf(row.slice(0, 1), whole) : heightOf(row, widths) },
      ]),
    ),
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
