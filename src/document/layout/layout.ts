/**
 * The layout of pages (trình bày trang): words and ruling lines with their places become paragraphs, tables and notes
 * in the order of reading, over columns and over page breaks.
 */
import type { Block } from '../block.ts';
import type { PageContent, PageWord } from '../page.ts';
import { BlockWriter, type Marks, measureColumn } from './blocks.ts';
import { type Band, carryOn, findBand } from './columns.ts';
import { partForm } from './forms.ts';
import { levelPage } from './level.ts';
import { type Line, pushAll, wordsOf } from './line.ts';
import { findRows, joinParts, type Row } from './lines.ts';
import { findMargins, type PageRows } from './margins.ts';
import { type Measures, measure } from './measures.ts';
import { findNoise } from './noise.ts';
import { type DraftNote, findNotes } from './notes.ts';
import { type DraftParagraph, partParagraphs } from './paragraphs.ts';
import { withoutDust, withoutOutsider, withoutSpecks } from './specks.ts';
import type { DraftTable } from './table.ts';
import { findAlignedTable } from './tables-aligned.ts';
import { findGridTables } from './tables-grid.ts';
import { appendTable, sameColumns } from './tables-join.ts';

export interface Layout {
  readonly blocks: readonly Block[];
  /** What was left out: page headers and footers, page numbers, repeated heads of tables, marks put on later. */
  readonly removed: readonly PageWord[];
}

/** Something of a page's text, in the order of reading. */
type Piece =
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'column'; readonly page: number; readonly lines: Line[]; readonly form: boolean }
  | { readonly kind: 'table'; readonly page: number; readonly table: DraftTable };

type Column = Extract<Piece, { kind: 'column' }>;

/** A signature that the end of a page may have cut. */
interface OpenForm {
  readonly band: Band;
  readonly columns: readonly [Column, Column];
}

/** A block before its notes are named. */
type Draft = DraftParagraph | DraftTable;

/** More rows than any page has: what stands where is not looked into. */
const MOST_ROWS = 3000;

/** Paragraphs, tables and notes of these pages. */
export function layOut(pages: readonly PageContent[]): Block[] {
  return [...layOutAll(pages).blocks];
}

/** As `layOut`, with what was left out. */
export function layOutAll(pages: readonly PageContent[]): Layout {
  const removed: PageWord[] = [];
  const originals = new Map<PageWord, PageWord>();
  const sheets = pages.map((page) => readSheet(levelPage(withoutDust(page, removed), originals), removed));
  const margins = findMargins(sheets);
  const notes: DraftNote[] = [];
  const bodySize = sizeOfBody(sheets);
  const flows: Piece[][] = [];
  let form: OpenForm | null = null;
  for (const sheet of sheets) {
    const { page } = sheet;
    const rows: Row[] = [];
    for (const row of sheet.rows) {
      if (margins.has(row)) for (const part of row.parts) pushAll(removed, wordsOf(part));
      else rows.push(row);
    }
    const found = findNotes(rows, sheet.strokes, page, bodySize.get(page.source) ?? 0, notes.length > 0);
    notes.at(-1)?.lines.push(...found.rest);
    notes.push(...found.notes);
    const carried: Band | null = form ? carryOn(found.body, form.band, page) : null;
    if (form && carried) {
      form.columns[0].lines.push(...carried.left);
      form.columns[1].lines.push(...carried.right);
    }
    const flow = readFlow(found.body.slice(carried?.end ?? 0), sheet.found, page);
    flows.push(flow.pieces);
    form = flow.form;
  }
  const drafts = joinFlow(
    flows,
    sheets.map(({ page }) => page),
    removed,
  );
  const original = (word: PageWord): PageWord => originals.get(word) ?? word;
  return { blocks: writeBlocks(drafts, notes, original), removed: removed.map(original) };
}

interface Sheet extends PageRows {
  readonly found: readonly DraftTable[];
  readonly strokes: ReturnType<typeof findGridTables>['strokes']['across'];
}

/** Tables and rows of a page, without the marks that were put on it later. */
function readSheet(page: PageContent, removed: PageWord[]): Sheet {
  const { tables, rest, strokes } = findGridTables(page, removed);
  const { rows, doubled } = findRows(rest, page);
  pushAll(removed, doubled);
  const clean = withoutSpecks(rows, page, removed);
  const noise = findNoise(clean, page);
  const kept: Row[] = [];
  for (const row of clean) {
    const parts = row.parts.filter((part) => !noise.has(part));
    if (parts.length === row.parts.length) kept.push(row);
    else if (parts.length > 0) kept.push({ ...row, parts });
    for (const part of row.parts) if (noise.has(part)) pushAll(removed, wordsOf(part));
  }
  const outside = strokes.across.filter(
    ({ at }) => !tables.some((table) => at >= table.top - 2 && at <= table.bottom + 2),
  );
  return { page, rows: kept, tables, found: tables, strokes: outside };
}

/** The size of most letters outside of tables, for text and for recognised pages. */
function sizeOfBody(sheets: readonly Sheet[]): Map<PageContent['source'], number> {
  const sizes = new Map<PageContent['source'], number>();
  for (const source of ['text', 'ocr'] as const) {
    const counts = new Map<number, number>();
    for (const { page, rows } of sheets) {
      if (page.source !== source) continue;
      for (const row of rows) {
        for (const part of row.parts) {
          const key = Math.round(part.size * 2) / 2;
          counts.set(key, (counts.get(key) ?? 0) + part.text.length);
        }
      }
    }
    let best = 0;
    let most = 0;
    for (const [size, count] of counts) {
      if (count <= most) continue;
      most = count;
      best = size;
    }
    sizes.set(source, best);
  }
  return sizes;
}

/** The order of reading of one page: rows, tables and columns from top to bottom. */
function readFlow(
  rows: readonly Row[],
  tables: readonly DraftTable[],
  page: PageContent,
): { pieces: Piece[]; form: OpenForm | null } {
  const pieces: Piece[] = [];
  let form: OpenForm | null = null;
  let next = 0;
  const tablesUpTo = (at: number): void => {
    for (; next < tables.length && (tables[next] as DraftTable).top <= at; next++) {
      pieces.push({ kind: 'table', page: page.number, table: tables[next] as DraftTable });
    }
  };
  const simple = rows.length > MOST_ROWS;
  for (let i = 0; i < rows.length; ) {
    const row = rows[i] as Row;
    tablesUpTo((row.top + row.bottom) / 2);
    const below = (tables[next]?.top ?? Number.POSITIVE_INFINITY) - row.bottom;
    const band = simple ? null : findBand(upTo(rows, tables[next]?.top), i, page);
    const aligned = band || simple ? null : findAlignedTable(rows, i, page);
    if (band) {
      const columns = [band.left, band.right].map(
        (lines): Column => ({ kind: 'column', page: page.number, lines: [...lines], form: band.form }),
      ) as [Column, Column];
      pieces.push(...columns);
      form = band.form ? { band, columns } : null;
      i = band.end;
    } else if (aligned && below > 0) {
      pieces.push({ kind: 'table', page: page.number, table: aligned.table });
      i = aligned.end;
    } else {
      pieces.push({ kind: 'line', line: joinParts(row, page) });
      i++;
    }
  }
  tablesUpTo(Number.POSITIVE_INFINITY);
  return { pieces, form: form !== null && pieces.at(-1) === form.columns[1] ? form : null };
}

/** Rows above a place. */
function upTo(rows: readonly Row[], limit: number | undefined): readonly Row[] {
  if (limit === undefined) return rows;
  const end = rows.findIndex((row) => row.top > limit);
  return end < 0 ? rows : rows.slice(0, end);
}

/** Puts the pages together: lines to paragraphs, tables that go on to one. */
function joinFlow(flows: readonly Piece[][], pages: readonly PageContent[], removed: PageWord[]): Draft[] {
  const measures = measure(pages, bodyLines(flows));
  const pageOf = new Map(pages.map((page) => [page.number, page]));
  const drafts: Draft[] = [];
  let lines: Line[] = [];
  const flush = (): void => {
    if (lines.length > 0) pushAll(drafts, partParagraphs(lines, measures));
    lines = [];
  };
  for (const piece of flows.flat()) {
    if (piece.kind === 'line') {
      const { line } = piece;
      const page = pageOf.get(line.page);
      const edges = measures.pages.get(line.page);
      lines.push(page && edges ? withoutOutsider(line, edges.left, page, removed) : line);
      continue;
    }
    flush();
    if (piece.kind === 'column') {
      pushAll(drafts, piece.form ? partForm(piece.lines) : partColumn(piece.lines));
      continue;
    }
    const before = drafts.at(-1);
    if (before && isTable(before) && before.page < piece.page && sameColumns(before, piece.table)) {
      pushAll(removed, appendTable(before, piece.table));
      drafts[drafts.length - 1] = { ...before, page: piece.page };
    } else drafts.push(piece.table);
  }
  flush();
  return drafts;
}

function partColumn(lines: readonly Line[]): DraftParagraph[] {
  const measures: Measures = measureColumn(lines);
  return partParagraphs(lines, measures);
}

function isTable(draft: Draft): draft is DraftTable {
  return 'kind' in draft;
}

function bodyLines(flows: readonly Piece[][]): Map<number, Line[]> {
  const lines = new Map<number, Line[]>();
  for (const piece of flows.flat()) {
    if (piece.kind !== 'line') continue;
    const there = lines.get(piece.line.page);
    if (there) there.push(piece.line);
    else lines.set(piece.line.page, [piece.line]);
  }
  return lines;
}

/** Blocks, each note behind the block that bears its mark. */
function writeBlocks(
  drafts: readonly Draft[],
  notes: readonly DraftNote[],
  original: (word: PageWord) => PageWord,
): Block[] {
  const named = nameNotes(notes);
  const marks = new Map<number, Map<string, string>>();
  for (const { note, name } of named) {
    const ofPage = marks.get(note.page) ?? new Map<string, string>();
    marks.set(note.page, ofPage);
    if (!ofPage.has(note.mark)) ofPage.set(note.mark, name);
  }
  const writer = new BlockWriter(marks as Marks, original);
  const written = drafts.map((draft) => {
    writer.borne = [];
    const block = isTable(draft) ? writer.table(draft) : writer.paragraph(draft);
    const page = isTable(draft) ? draft.page : (draft.lines[0]?.page ?? 0);
    return { block, borne: writer.borne, page };
  });
  const borne = new Set(written.flatMap((one) => one.borne));
  const byName = new Map(named.map((one) => [one.name, one]));
  // Notes whose mark was not found stand at the end of their page.
  const waiting = named.filter((one) => !borne.has(one.name));
  const blocks: Block[] = [];
  const put = ({ note, name }: Named): void => {
    blocks.push({ kind: 'note', mark: name, lines: writer.lines(note.lines) });
  };
  for (const { block, borne: own, page } of written) {
    while (waiting[0] && waiting[0].note.page < page) put(waiting.shift() as Named);
    blocks.push(block);
    for (const name of own) {
      const one = byName.get(name);
      if (one) put(one);
      byName.delete(name);
    }
  }
  for (const one of waiting) put(one);
  return blocks;
}

interface Named {
  readonly note: DraftNote;
  readonly name: string;
}

/** Marks as printed, unless they begin anew on each page: then numbers through the document. */
function nameNotes(notes: readonly DraftNote[]): Named[] {
  const own = new Set(notes.map((note) => note.mark));
  const unique = own.size === notes.length && !own.has('');
  return notes.map((note, i) => ({ note, name: unique ? note.mark : String(i + 1) }));
}
