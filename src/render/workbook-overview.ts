/** The first sheet, Tổng hợp: what the document is, how much was found, who has what to do, how to read the rest. */
import type { WriteSheet } from 'hucre/xlsx';
import type { Reading } from '#reading/model.ts';
import { listAgencies } from './agencies.ts';
import { formatDate } from './figure.ts';
import { type Origin, originWords } from './origin.ts';
import { plainLine } from './width.ts';
import { documentName } from './words.ts';
import {
  dateCell,
  HEAD,
  heightOf,
  LABEL,
  linkCell,
  NOTE,
  numberCell,
  plainNumberCell,
  type SheetCell,
  TITLE,
  textCell,
} from './workbook-style.ts';
import type { Table } from './workbook-tables.ts';

export const OVERVIEW_SHEET = 'Tổng hợp';

const WIDTHS = [6, 46, 14, 14, 18, 46];
const LAST = WIDTHS.length - 1;

/** The sheet; `file` is the name of the file that was read, `origin` what is known of it. */
export function makeOverview(
  reading: Reading,
  tables: readonly Table[],
  file: string | null,
  origin?: Origin,
): WriteSheet {
  const cells = new Map<string, SheetCell>();
  const merges: NonNullable<WriteSheet['merges']> = [];
  const heights = new Map<number, { height: number }>();
  let row = 0;
  const put = (column: number, cell: SheetCell) => cells.set(`${row},${column}`, cell);
  const merge = (from: number, to: number, look: SheetCell) => {
    for (let c = from + 1; c <= to; c++) put(c, { value: null, ...(look.style ? { style: look.style } : {}) });
    merges.push({ startRow: row, startCol: from, endRow: row, endCol: to });
  };
  /** Merged cells don't grow with their text, so the height is reckoned: about `room` letters a line. */
  const wide = (from: number, cell: SheetCell, room: number) => {
    put(from, cell);
    merge(from, LAST, cell);
    const lines = Math.ceil(String(cell.value ?? '').length / room);
    if (lines > 1) heights.set(row, { height: 16 * lines + 4 });
  };

  wide(0, textCell(`TỔNG HỢP NỘI DUNG ${documentName(reading).toUpperCase()}`, { style: TITLE }), 100);
  heights.set(row, { height: 30 });
  row += 2;

  for (const [label, cell] of headerRows(reading, file, origin)) {
    const name = textCell(label, { style: LABEL });
    put(0, name);
    merge(0, 1, name);
    wide(2, cell, 85);
    row++;
  }
  row++;

  put(0, textCell('TT', { style: HEAD }));
  put(1, textCell('Bảng', { style: HEAD }));
  put(2, textCell('Số mục', { style: HEAD }));
  put(3, textCell('Cần xem', { style: HEAD }));
  row++;
  for (const [i, table] of tables.entries()) {
    put(0, plainNumberCell(i + 1));
    put(1, linkCell(textCell(table.name), `'${table.name}'!A1`));
    put(2, numberCell(table.rows.length));
    put(3, numberCell(table.doubtful));
    row++;
  }
  row++;

  const agencies = listAgencies(reading.tasks);
  if (agencies.length > 0) {
    const heads = [
      'TT',
      'Cơ quan được giao nhiệm vụ',
      'Chủ trì',
      'Phối hợp',
      'Hạn sớm nhất',
      'Cơ quan kế thừa hiện nay',
    ];
    for (const [c, head] of heads.entries()) put(c, textCell(head, { style: HEAD }));
    row++;
    for (const [i, agency] of agencies.entries()) {
      const cells = [
        plainNumberCell(i + 1),
        textCell(agency.name),
        numberCell(agency.lead),
        numberCell(agency.support),
        dateCell(agency.first),
        textCell(agency.now),
      ];
      for (const [c, cell] of cells.entries()) put(c, cell);
      heights.set(row, { height: heightOf(cells, WIDTHS) });
      row++;
    }
    row++;
  }

  for (const note of NOTES) {
    wide(0, textCell(note, { style: NOTE }), 125);
    row++;
  }
  wide(0, textCell(`Đọc bằng Bám Sát, bộ quy tắc đọc ${reading.reader}.`, { style: NOTE }), 125);
  return {
    name: OVERVIEW_SHEET,
    columns: WIDTHS.map((width) => ({ width })),
    cells,
    merges,
    rowDefs: heights,
    view: { showGridLines: false },
  };
}

const NOTES = [
  'Ô nền vàng: máy chưa chắc chắn, cần người kiểm tra; cột “Độ tin cậy” nói rõ mức độ. Ô trống: văn bản không nêu.',
  'Số dòng là dòng của phần chữ trong tệp; bấm vào số dòng để đến nguyên văn. Các câu trích giữ đúng văn bản, kể cả lỗi chính tả.',
];

function headerRows(reading: Reading, file: string | null, origin: Origin | undefined): [string, SheetCell][] {
  const { document } = reading;
  const sure = (field: string) => ({ doubtful: (document.confidence[field] ?? 'high') !== 'high' });
  const text = (value: string | null, field: string) => textCell(value === null ? null : plainLine(value), sure(field));
  const signer = [document.signerTitle, document.signer].filter(Boolean).join(' ');
  const rows: [string, SheetCell][] = [
    ['Loại văn bản', text(document.type, 'type')],
    ['Số, ký hiệu', text(document.symbol, 'symbol')],
    ['Cơ quan ban hành', text(document.issuer, 'issuer')],
    ['Ngày ban hành', dateCell(document.date, { align: 'left', ...sure('date') })],
    ['Trích yếu', text(document.title, 'title')],
    ['Năm kế hoạch', plainNumberCell(document.planYear, { align: 'left', ...sure('planYear') })],
    ['Người ký', text(signer || null, 'signer')],
  ];
  const copy = document.certifiedCopy;
  if (copy) {
    const words = [copy.kind, copy.symbol && `số ${copy.symbol}`, copy.date && `ngày ${formatDate(copy.date)}`];
    rows.push(['Bản sao', text(words.filter(Boolean).join(' '), 'certifiedCopy')]);
  }
  if (file !== null) rows.push(['Tệp', textCell(file)]);
  if (origin && origin.pages.length > 0) rows.push(['Nguồn', textCell(originWords(origin))]);
  for (const warning of origin?.warnings ?? []) {
    rows.push(['Lưu ý về tệp', textCell(plainLine(warning.message), { doubtful: warning.severity !== 'info' })]);
  }
  return rows;
}
