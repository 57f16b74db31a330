/** The measures of the body text: its left and right edges page by page, its indent and the distance of its lines. */
import type { PageContent } from '../page.ts';
import { type Line, median, widthOf } from './line.ts';

export interface PageMeasure {
  readonly left: number;
  readonly right: number;
  /** The farthest that lines reach: in text that is not justified somewhat more than most do. */
  readonly farthest: number;
}

export interface Measures {
  /** By page number. */
  readonly pages: ReadonlyMap<number, PageMeasure>;
  /** Where first lines begin, right of the left edge; 0 when paragraphs are not indented. */
  readonly indent: number;
  /** Where lines that go on begin, right of the left edge: 0 but where first lines stand out; null when unknown. */
  readonly wrap: number | null;
  /** Distance of two baselines of one paragraph, in sizes, which mean another thing on recognised pages; 0 when unknown. */
  readonly pitch: Readonly<Record<PageContent['source'], number>>;
}

/** Edges nearer than this are one. */
const NEAR = 4;
const LEAST_INDENT = 9;
const MOST_INDENT = 75;
/** What stands farther out than this is no text of the column. */
const MOST_BEYOND = 25;

/** Measures lines that stand in one column, page by page. */
export function measure(pages: readonly PageContent[], lines: ReadonlyMap<number, readonly Line[]>): Measures {
  const drafts = pages.map((page) => ({ page, edges: edgesOf(lines.get(page.number) ?? []) }));
  const measures = new Map<number, PageMeasure>();
  for (const { page, edges } of drafts) {
    // Pages of one size share their edges: the middle one helps where a page has but few lines.
    const alike = drafts.filter((other) => Math.abs(other.page.width - page.width) < 5 && other.edges.full >= 4);
    const left = median(alike.map((other) => other.edges.left));
    const right = median(alike.map((other) => other.edges.right));
    const farthest = Math.max(...alike.map((other) => other.edges.farthest), edges.farthest);
    if (alike.length === 0) measures.set(page.number, guessed(edges, page));
    else if (edges.count === 0) measures.set(page.number, { left, right, farthest });
    else {
      const known = edges.full >= 4;
      const shifted = known && Math.abs(edges.right - right) > NEAR && Math.abs(edges.right - right) < 25;
      measures.set(page.number, {
        farthest: shifted || farthest - edges.right > MOST_BEYOND ? edges.farthest : farthest,
        left: shifted || edges.left - left > MOST_INDENT ? edges.left : Math.min(edges.left, left),
        right: known ? edges.right : Math.max(edges.right, right),
      });
    }
  }
  const all = pages.flatMap((page) => [...(lines.get(page.number) ?? [])]);
  const { wrap, pitch } = wrapsOf(all, measures);
  return { pages: measures, indent: indentOf(all, measures), wrap, pitch };
}

/** Where few lines reach an edge, the margin on the right is taken to be a little narrower than that on the left. */
function guessed(edges: Edges, page: PageContent): PageMeasure {
  if (edges.full >= 4) return edges;
  const right = Math.max(edges.right, page.width - 0.75 * Math.max(edges.left, 0.09 * page.width));
  return { left: edges.left, right, farthest: right };
}

interface Edges {
  left: number;
  right: number;
  farthest: number;
  /** Lines that reach the right edge. */
  full: number;
  count: number;
}

function edgesOf(lines: readonly Line[]): Edges {
  if (lines.length === 0) return { left: 0, right: 0, farthest: 0, full: 0, count: 0 };
  const lefts = lines.map((line) => line.left).sort((a, b) => a - b);
  const rights = lines.map((line) => line.right).sort((a, b) => b - a);
  const left = supported(lefts, Math.max(2, 0.08 * lines.length));
  const right = supported(rights, Math.max(2, 0.08 * lines.length));
  const full = rights.filter((one) => Math.abs(one - right) < NEAR).length;
  const beyond = rights.find((one) => one - right <= MOST_BEYOND) ?? right;
  return { left, right, farthest: Math.max(right, beyond), full, count: lines.length };
}

/** The outermost place (they come from the outside) that enough lines share; else the outermost. */
function supported(places: readonly number[], enough: number): number {
  for (let i = 0, end = 0; i < places.length; i++) {
    end = Math.max(end, i);
    while (end < places.length && Math.abs((places[end] as number) - (places[i] as number)) <= NEAR) end++;
    if (end - i >= enough) return median(places.slice(i, end));
  }
  return places[0] as number;
}

/** The commonest place of lines that begin a little right of the edge, when there are lines at the edge as well. */
function indentOf(lines: readonly Line[], pages: ReadonlyMap<number, PageMeasure>): number {
  const counts = new Map<number, { count: number; sum: number }>();
  // Lines that go on stand there too where first lines stand out to the left.
  const wrapped = new Map<number, number>();
  let atEdge = 0;
  for (const line of lines) {
    const page = pages.get(line.page);
    if (!page) continue;
    const offset = line.left - page.left;
    if (Math.abs(offset) <= NEAR) atEdge++;
    if (offset < LEAST_INDENT || offset > MOST_INDENT) continue;
    const key = Math.round(offset / 3);
    if (/^\p{Ll}/u.test(line.text)) {
      wrapped.set(key, (wrapped.get(key) ?? 0) + 1);
      continue;
    }
    const found = counts.get(key) ?? { count: 0, sum: 0 };
    counts.set(key, { count: found.count + 1, sum: found.sum + offset });
  }
  let best = { count: 0, sum: 0 };
  for (const [key, own] of counts) {
    const next = counts.get(key + 1) ?? { count: 0, sum: 0 };
    const both = { count: own.count + next.count, sum: own.sum + next.sum };
    if ((wrapped.get(key) ?? 0) + (wrapped.get(key + 1) ?? 0) > both.count / 2) continue;
    if (both.count > best.count) best = both;
  }
  return best.count >= 3 && best.count >= 0.08 * lines.length && atEdge >= 3 ? best.sum / best.count : 0;
}

/** Taken from lines that surely go on: full ones, followed by a small letter. */
function wrapsOf(lines: readonly Line[], pages: ReadonlyMap<number, PageMeasure>): Pick<Measures, 'pitch' | 'wrap'> {
  const pitches = { text: [] as number[], ocr: [] as number[] };
  const offsets = new Map<number, number>();
  let count = 0;
  for (let i = 1; i < lines.length; i++) {
    const a = lines[i - 1] as Line;
    const b = lines[i] as Line;
    const page = pages.get(a.page);
    if (!page || a.page !== b.page || Math.abs(a.size - b.size) > 0.12 * a.size) continue;
    if (a.right < page.right - 2 * a.size || !/^\p{Ll}/u.test(b.text)) continue;
    if (widthOf(a) < 0.5 * (page.right - page.left)) continue;
    const key = Math.round((b.left - page.left) / NEAR);
    offsets.set(key, (offsets.get(key) ?? 0) + 1);
    count++;
    const pitch = (b.baseline - a.baseline) / a.size;
    if (pitch > 0.7 && pitch < 3.5) pitches[a.source].push(pitch);
  }
  let wrap: number | null = null;
  for (const [key, own] of offsets) if (own * 2 > count && count >= 4) wrap = key * NEAR;
  const usual = (some: readonly number[]): number => (some.length >= 3 ? median(some) : 0);
  return { pitch: { text: usual(pitches.text), ocr: usual(pitches.ocr) }, wrap };
}
