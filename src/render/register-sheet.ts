/** A register (sổ theo dõi) as an Excel workbook, its empty form, and such a sheet read: cases, inspections. */
import { type CellValue, readXlsx, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { bare } from '#base/fold.ts';
import { dateCell, HEAD, heightOf, LABEL, NOTE, plainNumberCell, TITLE, textCell } from './workbook-style.ts';

export interface RegisterColumn<Key extends string> {
  readonly key: Key;
  readonly title: string;
  readonly width: number;
  readonly kind?: 'text' | 'date' | 'number';
  /** Other titles under which lists that offices have already carry it. */
  readonly also?: readonly string[];
  /** Only written, never asked for in the form. */
  readonly shownOnly?: boolean;
}

/** Texts, days as `2021-06-30`, whole numbers; null for an empty cell. */
export type RegisterLine<Key extends string> = Readonly<Record<Key, string | number | null>>;

/** Cells as typed, days as ISO where the cell is a day; `row` as Excel counts. */
export type ReadLine<Key extends string> = { readonly row: number } & Readonly<Record<Key, string | null>>;

/** Equal input gives equal bytes: the workbook carries no clock. */
const STAMP = new Date(Date.UTC(2000, 0, 1));
const MAX_ROWS = 20_000;
/** The row of titles stands among the first. */
const TITLES_WITHIN = 20;
/** Longest text that is taken from a cell. */
const LONGEST = 20_000;

export async function writeRegisterSheet<Key extends string>(
  title: string,
  about: string,
  columns: readonly RegisterColumn<Key>[],
  lines: readonly RegisterLine<Key>[],
): Promise<Uint8Array> {
  return write(title, about, columns, lines, []);
}

export async function writeRegisterForm<Key extends string>(
  title: string,
  columns: readonly RegisterColumn<Key>[],
  notes: readonly string[],
): Promise<Uint8Array> {
  return write(
    title,
    '',
    columns.filter((column) => !column.shownOnly),
    [],
    notes,
  );
}

function write<Key extends string>(
  title: string,
  about: string,
  columns: readonly RegisterColumn<Key>[],
  lines: readonly RegisterLine<Key>[],
  notes: readonly string[],
) {
  const widths = columns.map(({ width }) => width);
  const body = lines.map((line) => columns.map((column) => cellOf(column, line[column.key])));
  const head = columns.map((column) => ({ ...textCell(column.title), style: HEAD }));
  const rows = [[{ ...textCell(title), style: TITLE }], [{ ...textCell(about), style: NOTE }], head, ...body];
  const wide = { startCol: 0, endCol: columns.length - 1 };
  const sheet: WriteSheet = {
    name: 'Danh sách',
    columns: widths.map((width) => ({ width })),
    rows: rows.map((cells) => cells.map((cell) => cell.value ?? null)),
    cells: new Map(rows.flatMap((cells, row) => cells.map((cell, at): [string, object] => [`${row},${at}`, cell]))),
    merges: [
      { startRow: 0, endRow: 0, ...wide },
      { startRow: 1, endRow: 1, ...wide },
    ],
    rowDefs: new Map(
      body.map((cells, at): [number, { height: number }] => [at + 3, { height: heightOf(cells, widths) }]),
    ),
    freezePane: { rows: 3 },
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

function cellOf<Key extends string>({ kind = 'text' }: RegisterColumn<Key>, value: string | number | null) {
  if (kind === 'number') return plainNumberCell(value === null ? null : Number(value));
  const text = value === null ? null : String(value);
  return kind === 'date' ? dateCell(text) : textCell(text);
}

/**
 * The rows under the titles of the first sheet that has the column `needed`; null when no sheet has it. Rejects for
 * bytes that are no workbook. Sizes of what the archive holds are for the caller to check before.
 */
export async function readRegisterSheet<Key extends string>(
  bytes: Uint8Array,
  columns: readonly RegisterColumn<Key>[],
  needed: Key,
): Promise<ReadLine<Key>[] | null> {
  const keys = new Map<string, Key>();
  for (const { key, title, also = [] } of columns) for (const one of [title, ...also]) keys.set(titleKey(one), key);
  const keyOf = (cell: CellValue | undefined) => keys.get(titleKey(String(cell ?? ''))) ?? null;
  const workbook = await readXlsx(bytes, { maxRows: MAX_ROWS });
  for (const sheet of workbook.sheets) {
    const at = sheet.rows.slice(0, TITLES_WITHIN).findIndex((row) => row.some((cell) => keyOf(cell) === needed));
    if (at < 0) continue;
    const places = (sheet.rows[at] ?? []).map(keyOf);
    return sheet.rows.slice(at + 1).flatMap((cells, below) => {
      const values = columns.map(({ key }) => {
        const column = places.indexOf(key);
        return [key, column < 0 ? null : textOf(cells[column])] as const;
      });
      if (values.every(([, value]) => value === null)) return [];
      return [{ row: at + below + 2, ...Object.fromEntries(values) } as ReadLine<Key>];
    });
  }
  return null;
}

function titleKey(title: string): string {
  return bare(title)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function textOf(cell: CellValue | undefined): string | null {
  if (cell === null || cell === undefined) return null;
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : cell.toISOString().slice(0, 10);
  const text = String(cell)
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
    .slice(0, LONGEST);
  return text === '' || text === '—' ? null : text;
}

/** `30/6/2021`, `2021-06-30`; undefined for what is no day that exists. */
export function dayOfCell(text: string | null): string | null | undefined {
  if (text === null) return null;
  const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  const iso = found
    ? `${found[3]}-${(found[2] as string).padStart(2, '0')}-${(found[1] as string).padStart(2, '0')}`
    : text.trim();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return undefined;
  const day = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== iso ? undefined : iso;
}
