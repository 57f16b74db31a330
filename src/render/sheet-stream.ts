/**
 * A workbook of one sheet that is written row by row (bảng tính ghi dần): its rows are asked for as the file goes out, so
 * that a list of any length needs the memory of a few rows. It looks as the other workbooks do: Times New Roman 12,
 * thin rules, A4 across. All text is inline and stays text, whatever it begins with.
 */
import { wrap } from './width.ts';
import { writeZip } from './zip-stream.ts';

export type StreamCell =
  | { readonly text: string; readonly align?: 'left' | 'center' }
  | { readonly number: number }
  /** An ISO date, written as a real date. */
  | { readonly date: string }
  | null;

/** A row of cells, or a line over the whole width. */
export type StreamRow =
  | { readonly cells: readonly StreamCell[] }
  | { readonly across: string; readonly look: 'title' | 'note' | 'group' };

export interface StreamColumn {
  readonly header: string;
  /** In letters of Times New Roman 12. */
  readonly width: number;
}

export interface StreamSheet {
  /** Of the sheet: at most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly StreamColumn[];
  /** Lines above the head of the table. */
  readonly above: readonly StreamRow[];
  readonly rows: AsyncIterable<readonly StreamRow[]>;
}

/** Cell formats, by their place in `styles.xml`. */
const STYLE = { body: 1, centre: 2, number: 3, date: 4, head: 5, title: 6, note: 7, group: 8 } as const;

const LONGEST = 32_767;
const LINE = 15.25;
const HIGHEST = 409;
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The bytes of the `.xlsx`, in pieces. Rejects with what the rows reject with. */
export function writeSheet(sheet: StreamSheet): AsyncGenerator<Uint8Array> {
  return writeZip([
    { name: '[Content_Types].xml', pieces: [TYPES] },
    { name: '_rels/.rels', pieces: [RELS] },
    { name: 'docProps/core.xml', pieces: [core(sheet.title)] },
    { name: 'xl/workbook.xml', pieces: [workbook(sheet)] },
    { name: 'xl/_rels/workbook.xml.rels', pieces: [WORKBOOK_RELS] },
    { name: 'xl/styles.xml', pieces: [STYLES] },
    { name: 'xl/worksheets/sheet1.xml', pieces: sheetXml(sheet) },
  ]);
}

async function* sheetXml({ columns, above, rows }: StreamSheet): AsyncGenerator<string> {
  const widths = columns.map((column) => column.width);
  const frozen = above.length + 1;
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15.75"/><cols>${widths
    .map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
    .join('')}</cols><sheetData>`;
  const merged: number[] = [];
  let at = 0;
  const write = (row: StreamRow) => {
    at += 1;
    if (!('across' in row)) return cellsXml(at, row.cells, widths);
    merged.push(at);
    return acrossXml(at, row.across, row.look, widths);
  };
  for (const row of above) yield write(row);
  at += 1;
  yield headXml(at, columns);
  for await (const batch of rows) yield batch.map(write).join('');
  yield '</sheetData>';
  const last = letter(columns.length - 1);
  if (merged.length > 0) {
    yield `<mergeCells count="${merged.length}">${merged.map((row) => `<mergeCell ref="A${row}:${last}${row}"/>`).join('')}</mergeCells>`;
  }
  yield '<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.4" top="0.7" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter></worksheet>';
}

function headXml(at: number, columns: readonly StreamColumn[]): string {
  const cells = columns.map((column, i) => textXml(at, i, column.header, STYLE.head));
  return `<row r="${at}" ht="24" customHeight="1">${cells.join('')}</row>`;
}

function acrossXml(at: number, text: string, look: 'title' | 'note' | 'group', widths: readonly number[]): string {
  const style = STYLE[look];
  const rest = widths.slice(1).map((_, i) => `<c r="${letter(i + 1)}${at}" s="${style}"/>`);
  const lines = linesOf(text, widths.reduce((sum, width) => sum + width, 0) * (look === 'title' ? 0.8 : 1));
  const height = Math.min(HIGHEST, lines * (look === 'title' ? 19 : LINE) + (look === 'title' ? 10 : 5));
  return `<row r="${at}" ht="${height}" customHeight="1">${textXml(at, 0, text, style)}${rest.join('')}</row>`;
}

function cellsXml(at: number, cells: readonly StreamCell[], widths: readonly number[]): string {
  let lines = 1;
  const written = cells.map((cell, i) => {
    const place = `${letter(i)}${at}`;
    if (cell === null) return `<c r="${place}" s="${STYLE.body}"/>`;
    if ('number' in cell) return `<c r="${place}" s="${STYLE.number}"><v>${cell.number}</v></c>`;
    if ('date' in cell) return `<c r="${place}" s="${STYLE.date}"><v>${serialOf(cell.date)}</v></c>`;
    lines = Math.max(lines, linesOf(cell.text, widths[i] ?? 10));
    return textXml(at, i, cell.text, cell.align === 'center' ? STYLE.centre : STYLE.body);
  });
  return `<row r="${at}" ht="${Math.min(HIGHEST, lines * LINE + 3)}" customHeight="1">${written.join('')}</row>`;
}

function textXml(at: number, column: number, text: string, style: number): string {
  const kept = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  if (kept === '') return `<c r="${letter(column)}${at}" s="${style}"/>`;
  return `<c r="${letter(column)}${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(kept)}</t></is></c>`;
}

/** Lines that wrapped text takes: not every program fits rows on opening. */
function linesOf(text: string, width: number): number {
  const places = Math.max(4, Math.floor(width * 1.08) - 1);
  // The common short case needs no wrapping.
  if (text.length <= places / 2 && !text.includes('\n')) return 1;
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, wrap(line, places).length), 0);
}

function letter(column: number): string {
  return String.fromCharCode(65 + column);
}

/** Days as Excel counts them. */
function serialOf(iso: string): number {
  return Math.round((Date.parse(`${iso}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Without what XML can't hold. `_x0041_` would be read as a letter, so its first mark is written so itself. */
function xmlText(text: string): string {
  return (
    text
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be written.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
      .replace(/[&<>"]/g, (mark) => ESCAPES[mark] as string)
  );
}

const TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;
const RELS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;
const WORKBOOK_RELS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATION}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATION}/styles" Target="styles.xml"/></Relationships>`;

function core(title: string): string {
  return `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:creator>Bám Sát</dc:creator></cp:coreProperties>`;
}

/** The head of the table is printed on every page. */
function workbook({ name, above }: StreamSheet): string {
  const head = above.length + 1;
  const quoted = xmlText(`'${name.replaceAll("'", "''")}'`);
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets><sheet name="${xmlText(name)}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${quoted}!$${head}:$${head}</definedName></definedNames></workbook>`;
}

const font = (more = '', size = 12) =>
  `<font>${more}<sz val="${size}"/><name val="Times New Roman"/><family val="1"/></font>`;
const side = (name: string) => `<${name} style="thin"><color rgb="FF999999"/></${name}>`;
const format = (font: number, fill: number, border: number, align: string, number = 0) =>
  `<xf numFmtId="${number}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyNumberFormat="1" applyAlignment="1"><alignment ${align} wrapText="1"/></xf>`;
const STYLES = [
  `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>`,
  `<fonts count="4">${font()}${font('<b/>')}${font('<b/>', 14)}${font('<i/>', 11)}</fonts>`,
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7EDF5"/><bgColor indexed="64"/></patternFill></fill></fills>',
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${side('left')}${side('right')}${side('top')}${side('bottom')}<diagonal/></border></borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="9"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  format(0, 0, 1, 'vertical="top"'),
  format(0, 0, 1, 'horizontal="center" vertical="top"'),
  format(0, 0, 1, 'horizontal="center" vertical="top"', 1),
  format(0, 0, 1, 'horizontal="center" vertical="top"', 164),
  format(1, 2, 1, 'horizontal="center" vertical="center"'),
  format(2, 0, 0, 'horizontal="center" vertical="center"'),
  format(3, 0, 0, 'horizontal="center" vertical="top"'),
  format(1, 0, 1, 'vertical="top"'),
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('');
