/** The sheets of an annex in Excel as text: numbers at their printed precision the Vietnamese way, days as days. */
import { type Cell, type CellValue, readXlsx, type Sheet } from 'hucre/xlsx';
import { formatDate, formatDecimal } from './figure.ts';

export interface AnnexRows {
  readonly name: string;
  /** `row` as Excel counts. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

const MAX_ROWS = 20_000;
const MAX_COLUMNS = 60;
/** Longest text that is taken from a cell. */
const LONGEST = 5000;

/** Rejects for bytes that are no workbook. Sizes of what the archive holds are for the caller to check before. */
export async function readAnnexRows(bytes: Uint8Array): Promise<AnnexRows[]> {
  const workbook = await readXlsx(bytes, { maxRows: MAX_ROWS, readStyles: true });
  return workbook.sheets.map((sheet) => ({
    name: sheet.name,
    rows: sheet.rows.map((cells, r) => ({
      row: r + 1,
      cells: cells.slice(0, MAX_COLUMNS).map((value, c) => textOf(value, formatOf(sheet, r, c))),
    })),
  }));
}

function formatOf(sheet: Sheet, row: number, column: number): string {
  const cell: Cell | undefined = sheet.cells?.get(`${row},${column}`);
  return cell?.style?.numFmt ?? '';
}

function textOf(value: CellValue | undefined, format: string): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : formatDate(value.toISOString().slice(0, 10));
  if (typeof value === 'number') return numberOf(value, format);
  return String(value)
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\p{Cc}]/gu, (mark) => (mark === '\n' ? '\n' : ' '))
    .trim()
    .slice(0, LONGEST);
}

/** A year or a number of a line stays plain; others are written as the sheet shows them. */
function numberOf(value: number, format: string): string {
  if (!Number.isFinite(value)) return '';
  const percent = format.endsWith('%');
  const shown = Number((percent ? value * 100 : value).toPrecision(15));
  const plain = String(shown);
  if (/e/i.test(plain)) return plain;
  const places = /\.(0+)/.exec(format)?.[1]?.length ?? 0;
  const digits = plain.split('.')[1]?.length ?? 0;
  const whole = places > digits ? shown.toFixed(places) : plain;
  const text = format === '0' || format === 'General' || format === '' ? whole.replace('.', ',') : formatDecimal(whole);
  return percent ? `${text}%` : text;
}
