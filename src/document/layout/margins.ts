/**
 * Page headers, footers and page numbers (đầu trang, chân trang, số trang): what stands at the outer edge of the pages
 * and repeats or counts. The head of the document itself, on its first page, is text.
 */
import type { PageContent } from '../page.ts';
import { centreOf, type Line } from './line.ts';
import { joinParts, type Row } from './lines.ts';
import { isHeadLine, isSignatureLine, standsAlone } from './openings.ts';

/** A page's rows outside of tables, from top to bottom. */
export interface PageRows {
  readonly page: PageContent;
  readonly rows: readonly Row[];
  /** Top of the first table and bottom of the last, where the page has tables. */
  readonly tables: readonly { readonly top: number; readonly bottom: number }[];
}

/** A row at the edge of its page. */
interface Edge {
  readonly at: number;
  readonly row: Row;
  readonly line: Line;
  readonly key: string;
  /** Lone page number that it shows, or null. */
  readonly number: number | null;
  /** The number that the row begins or ends with, beside a title that changes with the chapter. */
  readonly beside: number | null;
  /** `Trang 3`, `3/15`, `- 3 -`: nothing else looks like it. */
  readonly plain: boolean;
  readonly side: 'top' | 'bottom';
  /** 0 for the outermost row. */
  readonly rank: number;
  /** From the edge of the paper. */
  readonly distance: number;
  /** Left or right of the middle, as part of the width. */
  readonly centre: number;
}

/** The margins, as part of the height of the page, and rows looked at in each. */
const ZONE = 0.13;
const ROWS = 4;
/** Places on two pages that are the same one. */
const SAME_HEIGHT = 7;
/** How many pages a running title must be on. */
const FEWEST = 3;
const NUMBER = /^[-–—~\s[(]*(\d{1,4})[-–—~\s\])]*$/;
const NUMBER_OF =
  /^(?:(?:Trang|TRANG|trang|Page|page|Tr\.)\s*(?:số\s*)?:?\s*(\d{1,4})|(?:(\d{1,4})\s*\/\s*\d{1,4}))(?:\s*(?:\/|of|trên)\s*\d{1,4})?$/;
const DASHED = /^[-–—]\s*\d{1,4}\s*[-–—]$/;

/** Rows to be left out, page by page. */
export function findMargins(pages: readonly PageRows[]): Set<Row> {
  const edges = pages.flatMap((page, at) => [...edgesOf(page, at, 'top'), ...edgesOf(page, at, 'bottom')]);
  const out = new Set<Row>();
  findNumbers(edges, pages, out);
  findRunning(edges, pages, out);
  return onlyOutermost(edges, out);
}

function edgesOf({ page, rows, tables }: PageRows, at: number, side: 'top' | 'bottom'): Edge[] {
  const edges: Edge[] = [];
  const count = rows.length;
  const limit = ZONE * page.height;
  for (let rank = 0; rank < Math.min(ROWS, count); rank++) {
    const row = rows[side === 'top' ? rank : count - 1 - rank] as Row;
    const distance = side === 'top' ? row.top : page.height - row.bottom;
    if (distance > limit) break;
    // Nothing of the text stands farther out than a page header.
    if (tables.some((table) => (side === 'top' ? table.top < row.top : table.bottom > row.bottom))) break;
    const line = joinParts(row, page);
    const match = NUMBER.exec(line.text) ?? NUMBER_OF.exec(line.text);
    const number = match ? Number(match[1] ?? match[2]) : null;
    const found = /^(\d{1,4})\s|\s(\d{1,4})$/.exec(line.text);
    const beside = number === null && found ? Number(found[1] ?? found[2]) : null;
    const plain = NUMBER_OF.test(line.text) || DASHED.test(line.text);
    const centre = centreOf(line) / Math.max(1, page.width);
    edges.push({ at, row, line, beside, key: keyOf(line.text), number, plain, side, rank, distance, centre });
  }
  return edges;
}

/** What two running titles have in common although the number of the page stands beside them and recognition errs in the accents. */
function keyOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/^[\s-]*\d{1,4}(?=\s)|\s\d{1,4}(?:\s*\/\s*\d{1,4})?[\s-]*$/g, '')
    .replace(/[^a-z\d]/g, '');
}

/** Lone numbers that count from page to page, or that say the number of their page. */
function findNumbers(edges: readonly Edge[], pages: readonly PageRows[], out: Set<Row>): void {
  const numbered = edges.filter((edge) => edge.number !== null && edge.rank < 3);
  const places: Edge[] = [];
  for (const side of ['top', 'bottom'] as const) {
    const own = numbered.filter((edge) => edge.side === side).sort((a, b) => a.at - b.at || a.rank - b.rank);
    for (const [i, edge] of own.entries()) {
      const number = edge.number as number;
      const page = (pages[edge.at] as PageRows).page;
      const says = number === page.number && (edge.rank === 0 || edge.plain);
      const counts = own
        .slice(Math.max(0, i - 8), i + 9)
        .some(
          (other) =>
            other.at !== edge.at &&
            (other.number as number) - number === other.at - edge.at &&
            (edge.plain || Math.abs(other.distance - edge.distance) < 3 * SAME_HEIGHT),
        );
      if (!says && !counts && !(edge.plain && edge.rank === 0)) continue;
      out.add(edge.row);
      places.push(edge);
    }
  }
  const titled = edges.filter((edge) => edge.beside !== null && edge.rank === 0);
  for (const [i, edge] of titled.entries()) {
    const alike = titled
      .slice(Math.max(0, i - 8), i + 9)
      .filter(
        (other) =>
          other.at !== edge.at &&
          other.side === edge.side &&
          (other.beside as number) - (edge.beside as number) === other.at - edge.at &&
          Math.abs(other.distance - edge.distance) < SAME_HEIGHT,
      );
    if (alike.length + 1 >= FEWEST) out.add(edge.row);
  }
  // A misread number at the place where the others stand.
  for (const edge of edges) {
    if (out.has(edge.row) || edge.rank > 0 || edge.line.text.length > 4) continue;
    const alike = places.filter(
      (place) =>
        place.side === edge.side &&
        Math.abs(place.distance - edge.distance) < SAME_HEIGHT &&
        Math.abs(place.centre - edge.centre) < 0.03,
    );
    if (alike.length >= 2 && edge.at > 0) out.add(edge.row);
  }
}

/** The same words at the same height on several pages. */
function findRunning(edges: readonly Edge[], pages: readonly PageRows[], out: Set<Row>): void {
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) {
    if (edge.key.length < 3 || edge.line.tokens[0]?.raised || isOwnText(edge.line.text)) continue;
    const key = `${edge.side}:${edge.key.slice(0, 60)}`;
    const group = groups.get(key);
    if (group) group.push(edge);
    else groups.set(key, [edge]);
  }
  for (const group of groups.values()) {
    for (const edge of group) {
      const pagesWith = new Set(
        group.filter((other) => Math.abs(other.distance - edge.distance) < SAME_HEIGHT).map((other) => other.at),
      );
      const needed = pages.length === 2 && edge.distance < 0.07 * (pages[edge.at] as PageRows).page.height ? 2 : FEWEST;
      if (pagesWith.size >= needed) out.add(edge.row);
    }
  }
}

/** Heads, signatures and the titles of annexes are text, also where several pages begin with them. */
function isOwnText(text: string): boolean {
  return isHeadLine(text) || isSignatureLine(text) || standsAlone(text) || /^\(?(?:Ban hành\s)?kèm theo\s/iu.test(text);
}

/** A row is in the margin only when everything farther out is too. */
function onlyOutermost(edges: readonly Edge[], out: ReadonlySet<Row>): Set<Row> {
  const kept = new Set<Row>();
  let inside = '';
  for (const edge of edges) {
    const place = `${edge.at}:${edge.side}`;
    if (inside === place) continue;
    if (out.has(edge.row)) kept.add(edge.row);
    else inside = place;
  }
  return kept;
}
