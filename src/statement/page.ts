/** One document on its way through the statement rules: clean text, outline, what is already known of it. */
import type { Span } from '#base/span.ts';
import type { Block, Outline } from '#outline/outline.ts';
import type { FoundCitation } from '#statement/citation/citation.ts';
import { readColumns, type TableColumns } from '#statement/target/columns.ts';
import type { CleanText } from '#text/clean.ts';

export interface Page {
  readonly clean: CleanText;
  readonly outline: Outline;
  /** (Last) year of the plan. */
  readonly planYear: number | null;
  /** Year of the document's date. */
  readonly docYear: number | null;
  readonly docDate: string | null;
  /** Citations with clean offsets, in order. */
  readonly citations: readonly FoundCitation[];
  /** True when the text comes one sentence a line, whatever paragraph it belongs to. */
  readonly sentenceLines: boolean;
  /** Columns of each table, by number. */
  readonly tables: ReadonlyMap<number, TableOfRows>;
}

export interface TableOfRows {
  readonly rows: readonly Block[];
  readonly columns: TableColumns;
}

/** Gathers the rows of each table and reads its head. */
export function readTables(outline: Outline): Map<number, TableOfRows> {
  const rows = new Map<number, Block[]>();
  for (const block of outline.blocks) {
    const { table } = block.paragraph;
    if (table === null) continue;
    const list = rows.get(table) ?? [];
    list.push(block);
    rows.set(table, list);
  }
  const tables = new Map<number, TableOfRows>();
  for (const [table, list] of rows) tables.set(table, { rows: list, columns: readColumns(list) });
  return tables;
}

/** The spans of `found` that lie inside `[start, end)`, moved to begin at `start`. `found` is in order. */
export function within<T extends Span>(found: readonly T[], start: number, end: number): T[] {
  let lo = 0;
  let hi = found.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if ((found[mid] as T).end <= start) lo = mid + 1;
    else hi = mid;
  }
  const inside: T[] = [];
  for (let i = lo; i < found.length && (found[i] as T).start < end; i++) {
    const item = found[i] as T;
    inside.push({ ...item, start: item.start - start, end: item.end - start });
  }
  return inside;
}

/** True when no paragraph holds two sentences, and enough of them end with a full stop to tell. */
export function comesInSentences(outline: Outline): boolean {
  let stops = 0;
  for (const { text, paragraph } of outline.blocks) {
    if (paragraph.kind !== 'text') continue;
    if (/[\p{Ll}\d)]\.\s+\p{Lu}/u.test(text)) return false;
    if (/\.$/.test(text)) stops++;
  }
  return stops >= 20;
}
