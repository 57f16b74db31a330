/**
 * An agency's action plan (kế hoạch hành động) as an official document in Word: the form of Decree 30/2020/NĐ-CP, Annex I
 * (quốc hiệu, số, địa danh, trích yếu, căn cứ, nội dung, chữ ký, nơi nhận), its tasks and parts in one table.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  VerticalMergeType,
  WidthType,
} from 'docx';
import { formatDate } from './figure.ts';

export interface ActionPlanPart {
  readonly text: string;
  /** 1 for a part of a task, 2 for a part of a part … */
  readonly depth: number;
  /** `Quý I/2021`, where it has one. */
  readonly period: string | null;
  readonly dueOn: string | null;
  readonly who: string;
}

export interface ActionPlanTask {
  readonly text: string;
  readonly dueOn: string | null;
  /** Who of the agency does it, or the agency. */
  readonly who: string;
  readonly products: readonly string[];
  readonly parts: readonly ActionPlanPart[];
}

export interface ActionPlanContent {
  /** The body above, `UBND TỈNH HÀ TĨNH`; null: none. */
  readonly above: string | null;
  readonly agency: string;
  /** `15/KH-STC`; null: not numbered yet. */
  readonly symbol: string | null;
  /** Địa danh; empty: unknown. */
  readonly place: string;
  readonly issuedOn: string | null;
  /** Year of a document that has no day yet. */
  readonly year: number;
  /** What it carries out: the title of the plan. */
  readonly about: string;
  /** Documents that it stands on, one a line. */
  readonly bases: readonly string[];
  readonly targets: readonly { readonly name: string; readonly demand: string }[];
  /** By part of the resolution. */
  readonly groups: readonly { readonly title: string | null; readonly tasks: readonly ActionPlanTask[] }[];
  /** `GIÁM ĐỐC`. */
  readonly signerTitle: string;
  readonly signer: string | null;
  readonly receivers: readonly string[];
}

const FONT = 'Times New Roman';
/** Twentieths of a point. */
const mm = (value: number) => Math.round((value * 1440) / 25.4);
const PAGE = { width: mm(210), height: mm(297) };
const MARGIN = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15), header: mm(10), footer: mm(10) };
const WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
const INDENT = mm(12.7);
/** Half points. */
const BODY = 28;
const SMALL = 26;
const CELL = 24;

/** The file; equal input gives equal words, Word's own stamps aside. */
export async function writeActionPlanDocument(plan: ActionPlanContent): Promise<Uint8Array> {
  const document = new Document({
    title: `Kế hoạch hành động – ${plan.agency}`,
    creator: 'Bám Sát',
    styles: { default: { document: { run: { font: FONT, size: BODY, language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: { titlePage: true, page: { size: PAGE, margin: MARGIN } },
        headers: { default: new Header({ children: [pageNumber()] }), first: new Header({ children: [] }) },
        children: [
          head(plan),
          line('', {}),
          line('KẾ HOẠCH', { bold: true, size: BODY + 2 }),
          line(`Hành động thực hiện ${lowered(plan.about)}`, { bold: true }),
          rule(55),
          ...body(plan),
          line('', {}),
          signing(plan),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function body(plan: ActionPlanContent): (Paragraph | Table)[] {
  const parts: (Paragraph | Table)[] = plan.bases.map((basis, i) =>
    prose(`Căn cứ ${basis}${i === plan.bases.length - 1 ? '.' : ';'}`, { italics: true }),
  );
  parts.push(
    prose(`${plan.agency} ban hành Kế hoạch hành động thực hiện ${lowered(plan.about)} với các nội dung sau:`),
  );
  let number = 0;
  const heading = (words: string) => {
    number += 1;
    return prose(`${ROMAN[number - 1]}. ${words}`, { bold: true }, true);
  };
  if (plan.targets.length > 0) {
    parts.push(heading('CHỈ TIÊU'));
    for (const [i, target] of plan.targets.entries()) parts.push(prose(`${i + 1}. ${target.name}: ${target.demand}.`));
  }
  parts.push(
    heading('NHIỆM VỤ'),
    prose('Nhiệm vụ, phần việc, thời gian và phân công thực hiện theo bảng sau:', {}, true),
  );
  parts.push(table(plan), line('', { size: 12 }), heading('TỔ CHỨC THỰC HIỆN'));
  parts.push(
    prose(
      '1. Các đơn vị, cá nhân được phân công tổ chức thực hiện phần việc đúng thời hạn; báo cáo kết quả và kiến nghị với thủ trưởng cơ quan.',
    ),
    prose(`2. ${plan.agency} theo dõi, đôn đốc việc thực hiện Kế hoạch này và báo cáo theo quy định./.`),
  );
  return parts;
}

const ROMAN = ['I', 'II', 'III', 'IV'];

/** `Kế hoạch phát triển …` behind other words. */
function lowered(title: string): string {
  return /^(?:kế hoạch|nghị quyết|chương trình|đề án)/i.test(title) ? title : `Kế hoạch “${title}”`;
}

interface Look {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly size?: number;
}

const run = (text: string, look: Look = {}) => new TextRun({ text, size: BODY, ...look });

function line(text: string, look: Look): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text, look)] });
}

function prose(text: string, look: Look = {}, keepNext = false): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    keepNext,
    spacing: { before: 120, line: 264 },
    indent: { firstLine: INDENT },
    children: [run(text, look)],
  });
}

/** A short line in the middle, `share` of a hundred parts of the width left free. */
function rule(share: number, width: number = WIDTH): Paragraph {
  const side = Math.round((width * share) / 200);
  return new Paragraph({
    indent: { left: side, right: side },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1 } },
    spacing: { before: 40 },
    children: [],
  });
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: SMALL })],
  });
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };

/** Two columns that nobody sees. */
function twoColumns(left: number, rows: readonly (readonly [readonly Paragraph[], readonly Paragraph[]])[]): Table {
  const widths = [left, WIDTH - left];
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: NO_BORDERS,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, i) =>
              new TableCell({
                width: { size: widths[i] ?? 0, type: WidthType.DXA },
                margins: { left: 0, right: 0 },
                children: children.length > 0 ? children : [new Paragraph({ children: [] })],
              }),
          ),
        }),
    ),
  });
}

function head(plan: ActionPlanContent): Table {
  const left = mm(62);
  const [year = '', month = '', day = ''] = (plan.issuedOn ?? '').split('-');
  // Days below 10 and the first two months are written with a nought.
  const on = plan.issuedOn
    ? `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`
    : `ngày      tháng      năm ${plan.year}`;
  const agency = plan.agency.toLocaleUpperCase('vi');
  return twoColumns(left, [
    [
      [
        ...(plan.above === null ? [] : [line(plan.above.toLocaleUpperCase('vi'), { size: SMALL })]),
        line(agency, { size: SMALL, bold: true }),
        rule(64, left),
      ],
      [
        line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: SMALL, bold: true }),
        line('Độc lập - Tự do - Hạnh phúc', { bold: true }),
        rule(34, WIDTH - left),
      ],
    ],
    [
      [line(`Số: ${plan.symbol ?? '        /KH-…'}`, { size: SMALL })],
      [line(`${plan.place === '' ? '…' : plan.place}, ${on}`, { italics: true })],
    ],
  ]);
}

function signing(plan: ActionPlanContent): Table {
  const small = (text: string, look: Look = {}) => new Paragraph({ children: [run(text, { size: 22, ...look })] });
  const receivers = plan.receivers.map((one, i) => small(`- ${one}${i === plan.receivers.length - 1 ? '.' : ';'}`));
  const space = Array.from({ length: 4 }, () => line('', {}));
  return twoColumns(Math.round(WIDTH * 0.5), [
    [
      [small('Nơi nhận:', { bold: true, italics: true, size: CELL }), ...receivers],
      [
        line(plan.signerTitle.toLocaleUpperCase('vi'), { bold: true }),
        ...space,
        line(plan.signer ?? '', { bold: true }),
      ],
    ],
  ]);
}

const COLUMNS = [
  { head: 'TT', width: mm(12) },
  { head: 'Nhiệm vụ', width: mm(43) },
  { head: 'Phần việc', width: mm(43) },
  { head: 'Thời gian', width: mm(23) },
  { head: 'Đơn vị, người thực hiện', width: mm(25) },
  { head: 'Sản phẩm', width: 0 },
].map((column, _, all) => ({
  ...column,
  width: column.width || WIDTH - all.reduce((sum, one) => sum + one.width, 0),
}));

/** `Quý I/2021, hạn 31/03/2021`. */
export function timeWords(period: string | null, dueOn: string | null): string {
  const due = dueOn === null ? null : formatDate(dueOn);
  if (period === null) return due ?? '';
  return due === null ? period : `${period}, hạn ${due}`;
}

interface CellLook extends Look {
  readonly centre?: boolean;
  readonly merge?: 'restart' | 'continue' | undefined;
  readonly span?: number;
}

function cell(text: string, column: number, { centre, merge, span, ...look }: CellLook = {}): TableCell {
  const width = COLUMNS.slice(column, column + (span ?? 1)).reduce((sum, one) => sum + one.width, 0);
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 70, right: 70, top: 30, bottom: 30 },
    ...(span ? { columnSpan: span } : {}),
    ...(merge ? { verticalMerge: merge === 'restart' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE } : {}),
    children: [
      new Paragraph({
        alignment: centre ? AlignmentType.CENTER : AlignmentType.LEFT,
        children: [run(merge === 'continue' ? '' : text, { size: CELL, ...look })],
      }),
    ],
  });
}

function table(plan: ActionPlanContent): Table {
  const rows: TableRow[] = [
    new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: COLUMNS.map((column, i) => cell(column.head, i, { bold: true, centre: true })),
    }),
  ];
  let number = 0;
  for (const group of plan.groups) {
    if (group.title !== null) {
      rows.push(
        new TableRow({ cantSplit: true, children: [cell(group.title, 0, { bold: true, span: COLUMNS.length })] }),
      );
    }
    for (const task of group.tasks) {
      number += 1;
      rows.push(...taskRows(task, number));
    }
  }
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: COLUMNS.map((column) => column.width),
    rows,
  });
}

/** One row a part; number, words and product of the task stand over all of them. */
function taskRows(task: ActionPlanTask, number: number): TableRow[] {
  const parts: readonly (ActionPlanPart | null)[] = task.parts.length === 0 ? [null] : task.parts;
  return parts.map((part, i) => {
    const merge = parts.length === 1 ? undefined : i === 0 ? ('restart' as const) : ('continue' as const);
    return new TableRow({
      children: [
        cell(String(number), 0, { centre: true, merge }),
        cell(task.text, 1, { merge }),
        cell(part === null ? '' : `${'– '.repeat(part.depth - 1)}${part.text}`, 2),
        cell(part === null ? timeWords(null, task.dueOn) : timeWords(part.period, part.dueOn), 3, { centre: true }),
        cell(part?.who ?? task.who, 4, { centre: true }),
        cell(task.products.join('; '), 5, { centre: true, merge }),
      ],
    });
  });
}
