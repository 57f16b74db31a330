/** The sheet with the document itself, line by line: where the line numbers of the other sheets lead. */
import type { WriteSheet } from 'hucre/xlsx';
import type { PlaceIndex } from './place.ts';
import { plainLine } from './width.ts';
import { HEAD, heightOf, plainNumberCell, type SheetCell, textCell } from './workbook-style.ts';

export const SOURCE_SHEET = 'Nguyên văn';

/** Longer documents are left out: a sheet of this many lines helps nobody. */
const MOST_LINES = 20_000;

const WIDTHS = [8, 120];

/** The sheet, or null for a document that is too long. Line 1 stands in row 2. */
export function makeSourceSheet(places: PlaceIndex): WriteSheet | null {
  if (places.lineCount > MOST_LINES) return null;
  const cells = new Map<string, SheetCell>();
  cells.set('0,0', textCell('Dòng', { style: HEAD }));
  cells.set('0,1', textCell('Nguyên văn', { style: HEAD }));
  const heights = new Map<number, { height: number }>();
  for (let line = 1; line <= places.lineCount; line++) {
    const row = [plainNumberCell(line), textCell(plainLine(places.lineText(line)))];
    for (const [c, cell] of row.entries()) cells.set(`${line},${c}`, cell);
    heights.set(line, { height: heightOf(row, WIDTHS) });
  }
  return {
    name: SOURCE_SHEET,
    columns: WIDTHS.map((width) => ({ width })),
    cells,
    rowDefs: heights,
    freezePane: { rows: 1 },
  };
}
