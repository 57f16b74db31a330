/** A list of organisations (danh sách cơ quan) as an Excel workbook, the empty form to fill in, and such a sheet read. */
import { type CellValue, readXlsx, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { bare } from '#base/fold.ts';
import { HEAD, LABEL, NOTE, TITLE, textCell } from './workbook-style.ts';

/** One line; days as `2025-07-01`, names of kinds as people write them. */
export interface SheetOrganisation {
  readonly code: string | null;
  readonly name: string;
  readonly shortName: string | null;
  readonly kind: string;
  readonly parent: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** Cells as typed, null for empty ones; `row` as Excel counts. */
export interface SheetRow {
  readonly row: number;
  readonly code: string | null;
  readonly name: string | null;
  readonly shortName: string | null;
  readonly kind: string | null;
  readonly parent: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly basis: string | null;
}

const COLUMNS = [
  { key: 'code', title: 'Mã', width: 28 },
  { key: 'name', title: 'Tên cơ quan', width: 48 },
  { key: 'shortName', title: 'Tên viết tắt', width: 20 },
  { key: 'kind', title: 'Loại', width: 30 },
  { key: 'parent', title: 'Trực thuộc', width: 40 },
  { key: 'from', title: 'Từ ngày', width: 13 },
  { key: 'to', title: 'Đến ngày', width: 13 },
  { key: 'basis', title: 'Căn cứ', width: 30 },
] as const;
type Key = (typeof COLUMNS)[number]['key'];

const SHEET = 'Cơ quan';
/** Equal input gives equal bytes: the workbook carries no clock. */
const STAMP = new Date(Date.UTC(2000, 0, 1));
const MAX_ROWS = 20_000;
/** The row of titles stands among the first. */
const TITLES_WITHIN = 20;

export async function writeOrganisationSheet(
  title: string,
  organisations: readonly SheetOrganisation[],
): Promise<Uint8Array> {
  return write(title, organisations, []);
}

/** The form with the words for kinds and how to fill it in. */
export async function writeOrganisationForm(title: string, kinds: readonly string[]): Promise<Uint8Array> {
  const lines = [
    'Mỗi dòng một cơ quan. Ô để trống nghĩa là giữ nguyên; cơ quan không có trong danh sách cũng giữ nguyên.',
    'Mã: chữ thường không dấu, số, dấu - (ví dụ so-tai-chinh). Cơ quan đã có được nhận ra theo mã, nếu không có mã thì theo tên.',
    'Trực thuộc: mã hoặc tên của cơ quan chủ quản. Từ ngày, Đến ngày: ngày/tháng/năm; “Đến ngày” là ngày đầu tiên không còn hoạt động.',
    `Loại: ${kinds.join('; ')}.`,
  ];
  return write(title, [], lines);
}

function write(title: string, organisations: readonly SheetOrganisation[], notes: readonly string[]) {
  const last = COLUMNS.length - 1;
  const sheet: WriteSheet = {
    name: SHEET,
    columns: COLUMNS.map(({ width }) => ({ width })),
    rows: [
      [title],
      COLUMNS.map((column) => column.title),
      ...organisations.map((one) => COLUMNS.map(({ key }) => (key === 'basis' ? null : shown(key, one[key])))),
    ],
    merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: last }],
    cells: new Map([
      ['0,0', { ...textCell(title), style: TITLE }],
      ...COLUMNS.map((column, at): [string, object] => [`1,${at}`, { ...textCell(column.title), style: HEAD }]),
      ...organisations.flatMap((one, row) =>
        COLUMNS.map(({ key }, at): [string, object] => [
          `${row + 2},${at}`,
          textCell(key === 'basis' ? null : shown(key, one[key])),
        ]),
      ),
    ]),
    freezePane: { rows: 2 },
  };
  const help: WriteSheet[] =
    notes.length === 0
      ? []
      : [
          {
            name: 'Hướng dẫn',
            columns: [{ width: 120 }],
            rows: [['Hướng dẫn'], ...notes.map((note) => [note])],
            cells: new Map([
              ['0,0', { ...textCell('Hướng dẫn'), style: LABEL }],
              ...notes.map((note, at): [string, object] => [`${at + 1},0`, { ...textCell(note), style: NOTE }]),
            ]),
          },
        ];
  return writeXlsx({
    sheets: [sheet, ...help],
    defaultFont: { name: 'Times New Roman', size: 12 },
    properties: { title, creator: 'Bám Sát', created: STAMP, modified: STAMP },
  });
}

function shown(key: Key, value: string | null): string | null {
  if (value === null || (key !== 'from' && key !== 'to')) return value;
  return value.split('-').reverse().join('/');
}

/**
 * The rows under the titles of the first sheet that has them; null when no sheet has a column `Tên cơ quan`. Rejects
 * for bytes that are no workbook. Sizes of what the archive holds are for the caller to check before.
 */
export async function readOrganisationSheet(bytes: Uint8Array): Promise<SheetRow[] | null> {
  const workbook = await readXlsx(bytes, { maxRows: MAX_ROWS });
  for (const sheet of workbook.sheets) {
    const at = sheet.rows.slice(0, TITLES_WITHIN).findIndex((row) => row.some((cell) => keyOf(cell) === 'name'));
    if (at < 0) continue;
    const keys = (sheet.rows[at] ?? []).map(keyOf);
    return sheet.rows.slice(at + 1).flatMap((cells, below) => {
      const value = (key: Key) => {
        const column = keys.indexOf(key);
        return column < 0 ? null : textOf(cells[column]);
      };
      const row: SheetRow = {
        row: at + below + 2,
        code: value('code'),
        name: value('name'),
        shortName: value('shortName'),
        kind: value('kind'),
        parent: value('parent'),
        from: value('from'),
        to: value('to'),
        basis: value('basis'),
      };
      return Object.values(row).every((cell) => cell === null || typeof cell === 'number') ? [] : [row];
    });
  }
  return null;
}

function keyOf(cell: CellValue | undefined): Key | null {
  const title = bare(String(cell ?? '')).trim();
  return COLUMNS.find((column) => bare(column.title) === title)?.key ?? null;
}

/** Longest text that is taken from a cell. */
const LONGEST = 500;

function textOf(cell: CellValue | undefined): string | null {
  if (cell === null || cell === undefined) return null;
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : cell.toISOString().slice(0, 10);
  const text = String(cell).normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, LONGEST);
  return text === '' || text === '—' ? null : text;
}
