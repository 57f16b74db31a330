/** A reading as an Excel workbook that an office can use: print it, filter it, and follow each row to its sentence. */
import { type WriteOptions, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { Reading } from '#reading/model.ts';
import type { Origin } from './origin.ts';
import { indexPlaces } from './place.ts';
import { plainLine } from './width.ts';
import { documentName } from './words.ts';
import { makeOverview, OVERVIEW_SHEET } from './workbook-overview.ts';
import { makeSourceSheet, SOURCE_SHEET } from './workbook-source.ts';
import { HEAD, heightOf, type SheetCell, textCell } from './workbook-style.ts';
import { listTables, type Table } from './workbook-tables.ts';

export interface WorkbookOptions {
  /** Name of the file that was read. */
  readonly file?: string;
  /** The file that the text came from. */
  readonly origin?: Origin;
}

type NamedRange = NonNullable<WriteOptions['namedRanges']>[number];

/** Equal input gives equal bytes: the workbook carries no clock. */
const STAMP = new Date(Date.UTC(2000, 0, 1));

/** The bytes of the `.xlsx`. */
export async function writeWorkbook(
  reading: Reading,
  text: string,
  options: WorkbookOptions = {},
): Promise<Uint8Array> {
  const places = indexPlaces(text);
  const name = plainLine(documentName(reading));
  const source = makeSourceSheet(places);
  const tables = listTables(reading, text, places, source === null ? null : SOURCE_SHEET, options.origin);
  const sheets = [
    makeOverview(reading, tables, options.file === undefined ? null : plainLine(options.file), options.origin),
    ...tables.map(makeSheet),
    ...(source === null ? [] : [source]),
  ];
  return writeXlsx({
    sheets: sheets.map((sheet) => ({ ...sheet, ...printSetup(sheet, name) })),
    defaultFont: { name: 'Times New Roman', size: 12 },
    namedRanges: sheets.filter(({ name }) => name !== OVERVIEW_SHEET).map(repeatHeader),
    properties: { title: name, creator: 'Bám Sát', created: STAMP, modified: STAMP },
  });
}

/** A4 landscape, one page wide, header row on every page, sheet and page number in the margins. */
function printSetup(sheet: WriteSheet, name: string): Partial<WriteSheet> {
  const title = (words: string) => words.replaceAll('&', '&&').slice(0, 120);
  return {
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.5, right: 0.4, top: 0.7, bottom: 0.6, header: 0.3, footer: 0.3 },
      horizontalCentered: true,
    },
    headerFooter: {
      oddHeader: `&L&"Times New Roman,Italic"&11${title(name)}&R&"Times New Roman,Bold"&11${title(sheet.name)}`,
      oddFooter: '&C&"Times New Roman,Regular"&11Trang &P/&N',
    },
  };
}

/**
 * The header row on every printed page. Written as a name of our own: the library's `printTitlesRow` leaves out the
 * quotation marks that a sheet's name with a space needs, and Excel then calls the file damaged.
 */
function repeatHeader({ name }: WriteSheet): NamedRange {
  return { name: '_xlnm.Print_Titles', range: `'${name}'!$1:$1`, scope: name };
}

/** One table: header row frozen, filtered and repeated, then the rows; an empty table says so. */
function makeSheet(table: Table): WriteSheet {
  const cells = new Map<string, SheetCell>();
  const put = (row: number, column: number, cell: SheetCell) => cells.set(`${row},${column}`, cell);
  for (const [c, column] of table.columns.entries()) put(0, c, textCell(column.header, { style: HEAD }));
  for (const [r, row] of table.rows.entries()) for (const [c, cell] of row.entries()) put(r + 1, c, cell);
  const widths = table.columns.map(({ width }) => width);
  const heights = table.rows.map((row, r) => [r + 1, { height: heightOf(row, widths) }] as const);
  const last = table.columns.length - 1;
  const empty = table.rows.length === 0;
  if (empty) put(1, 0, textCell(table.empty, { align: 'center' }));
  for (let c = 1; empty && c <= last; c++) put(1, c, textCell(null));
  return {
    name: table.name,
    columns: table.columns.map(({ width, optional }, c) => {
      const isEmpty = !table.rows.some((row) => (row[c]?.value ?? null) !== null);
      return { width, ...(optional && isEmpty ? { hidden: true } : {}) };
    }),
    cells,
    rowDefs: new Map([[0, { height: 36 }], ...heights]),
    freezePane: { rows: 1 },
    ...(empty
      ? { merges: [{ startRow: 1, startCol: 0, endRow: 1, endCol: last }] }
      : { autoFilter: { range: `A1:${String.fromCharCode(65 + last)}${table.rows.length + 1}` } }),
  };
}
