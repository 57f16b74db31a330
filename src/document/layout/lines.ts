/** Words to rows: what stands on one baseline over the whole width, also on a page that is slightly askew. */
import type { Box } from '../model.ts';
import type { PageContent, PageWord } from '../page.ts';
import { type Line, makeLine, median, pushAll } from './line.ts';

/** Lines side by side on one baseline, parted where a gap is wide enough to be one between columns. */
export interface Row {
  readonly parts: readonly Line[];
  readonly top: number;
  readonly bottom: number;
}

export interface Rows {
  /** From top to bottom. */
  readonly rows: readonly Row[];
  /** Words printed twice over each other, to look bold, and words without a place. */
  readonly doubled: readonly PageWord[];
}

interface Draft {
  readonly words: PageWord[];
  /** What the next word is held against: the last few words. */
  readonly recent: Box[];
  bucket: number;
}

/** Height of a strip of the page in which rows are looked up. */
const BUCKET = 6;
/** Strips looked through above and below a word's middle, and rows looked at in each. */
const REACH = 4;
const ROWS_IN_STRIP = 12;
const RECENT = 4;
/** Heights below this are taken as this: dashes and dots have next to none. */
const LEAST_HEIGHT = 2;
/** Part of the lower of two heights that words on one baseline share. */
const SHARED = 0.5;
const SURELY_SHARED = 0.8;
/** A gap that may part columns: in sizes of the letters, and against the other gaps of the row. */
const GAP = 0.9;
const GAP_TO_OTHERS = 2.2;
const SURE_GAP = 2.5;

/** Finds the rows of a page, or of a part of it. */
export function findRows(words: readonly PageWord[], page: PageContent): Rows {
  const { single, doubled } = withoutDoubles(words);
  const strips = new Map<number, Draft[]>();
  const drafts: Draft[] = [];
  for (const word of single) {
    let draft = bestRow(strips, word.box);
    if (draft) leave(strips, draft);
    else {
      draft = { words: [], recent: [], bucket: 0 };
      drafts.push(draft);
    }
    draft.words.push(word);
    draft.recent.push(word.box);
    if (draft.recent.length > RECENT) draft.recent.shift();
    draft.bucket = Math.floor((word.box.y + word.box.height / 2) / BUCKET);
    const strip = strips.get(draft.bucket);
    if (strip) strip.push(draft);
    else strips.set(draft.bucket, [draft]);
  }
  const rows = drafts.map((draft) => partRow(draft.words, page));
  return { rows: sortRows(rows), doubled };
}

/** Words of a part of the page as lines, one for each row; words printed twice go to `removed`. */
export function findLines(words: readonly PageWord[], page: PageContent, removed: PageWord[]): Line[] {
  if (standOnEnd(words)) return linesOnEnd(words, page);
  const { rows, doubled } = findRows(words, page);
  pushAll(removed, doubled);
  return rows.map((row) => joinParts(row, page));
}

/** Words turned by a quarter, as in the heads of narrow columns. */
function standOnEnd(words: readonly PageWord[]): boolean {
  let turned = 0;
  let upright = 0;
  for (const { text, box } of words) {
    if (text.length < 3) continue;
    if (box.height > 1.25 * box.width) turned += text.length;
    else upright += text.length;
  }
  return turned > 0 && turned > 4 * upright;
}

/** Text turned to the left, as it nearly always is: lines from left to right, words from below. */
function linesOnEnd(words: readonly PageWord[], page: PageContent): Line[] {
  const sorted = [...words].sort((a, b) => a.box.x - b.box.x);
  const lines: PageWord[][] = [];
  for (const word of sorted) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && word.box.x < first.box.x + 0.5 * first.box.width) line.push(word);
    else lines.push([word]);
  }
  return lines.map((line) =>
    makeLine(
      line.sort((a, b) => b.box.y - a.box.y),
      page,
      true,
    ),
  );
}

export function joinParts(row: Row, page: PageContent): Line {
  if (row.parts.length === 1) return row.parts[0] as Line;
  return makeLine(
    row.parts.flatMap((part) => part.tokens.map((token) => token.word)),
    page,
  );
}

/** Rows from top to bottom; of two at one height the left one first. */
function sortRows(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => a.top + a.bottom - b.top - b.bottom || leftOf(a) - leftOf(b));
}

function leftOf(row: Row): number {
  return row.parts[0]?.left ?? 0;
}

/** From left to right, without what was printed twice in one place. */
function withoutDoubles(words: readonly PageWord[]): { single: PageWord[]; doubled: PageWord[] } {
  const sorted = words.filter((word) => word.text !== '' && isOnPaper(word.box)).sort((a, b) => a.box.x - b.box.x);
  const single: PageWord[] = [];
  const doubled: PageWord[] = words.filter((word) => word.text !== '' && !isOnPaper(word.box));
  const seen = new Map<string, PageWord>();
  for (const word of sorted) {
    const key = `${Math.round(word.box.y / 3)}:${word.text}`;
    const before = seen.get(key);
    const near = before !== undefined && Math.abs(before.box.x - word.box.x) < Math.min(1.5, 0.2 * word.box.width);
    if (near && Math.abs(before.box.width - word.box.width) < 2) doubled.push(word);
    else {
      seen.set(key, word);
      single.push(word);
    }
  }
  return { single, doubled };
}

/** No paper is larger, in points, than this; NaN is not either. */
const LARGEST = 100_000;

function isOnPaper({ x, y, width, height }: Box): boolean {
  return Math.abs(x) < LARGEST && Math.abs(y) < LARGEST && Math.abs(width) < LARGEST && Math.abs(height) < LARGEST;
}

function bestRow(strips: ReadonlyMap<number, Draft[]>, box: Box): Draft | null {
  const middle = Math.floor((box.y + box.height / 2) / BUCKET);
  let best: Draft | null = null;
  let most = SHARED;
  for (let strip = middle - REACH; strip <= middle + REACH; strip++) {
    const drafts = strips.get(strip);
    if (!drafts) continue;
    for (let i = drafts.length - 1; i >= Math.max(0, drafts.length - ROWS_IN_STRIP); i--) {
      const draft = drafts[i] as Draft;
      const shared = sharedHeight(draft.recent, box);
      if (shared < most || (shared === most && best)) continue;
      const last = draft.recent.at(-1) as Box;
      // What stands on the last word, higher or lower, is of another row; boxes that recognition drew too wide are not.
      const level = sharedHeight([last], box) >= SURELY_SHARED;
      if (!level && box.x < last.x + last.width - Math.max(1, 0.5 * Math.min(box.width, last.width))) continue;
      best = draft;
      most = shared;
    }
  }
  return best;
}

function leave(strips: ReadonlyMap<number, Draft[]>, draft: Draft): void {
  const strip = strips.get(draft.bucket);
  if (!strip) return;
  const at = strip.lastIndexOf(draft);
  if (at >= 0) strip.splice(at, 1);
}

/** Part of the lower height that both have. */
function sharedHeight(recent: readonly Box[], box: Box): number {
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const one of recent) {
    top = Math.min(top, one.y);
    bottom = Math.max(bottom, one.y + Math.max(LEAST_HEIGHT, one.height));
  }
  const height = Math.max(LEAST_HEIGHT, box.height);
  const shared = Math.min(bottom, box.y + height) - Math.max(top, box.y);
  return shared / Math.min(height, bottom - top);
}

function partRow(words: readonly PageWord[], page: PageContent): Row {
  const whole = makeLine(words, page);
  const gaps: number[] = [];
  for (let i = 1; i < words.length; i++) gaps.push(gapBefore(words, i));
  const usual = gaps.length >= 3 ? median(gaps) : 0;
  const parts: Line[] = [];
  let from = 0;
  for (let i = 1; i < words.length; i++) {
    const gap = gaps[i - 1] as number;
    const wide = gap > GAP * whole.size && gap > GAP_TO_OTHERS * usual;
    if (!wide && gap <= SURE_GAP * whole.size && !opensMotto(words, i, gap, whole.size)) continue;
    parts.push(makeLine(words.slice(from, i), page));
    from = i;
  }
  parts.push(from === 0 ? whole : makeLine(words.slice(from), page));
  return { parts, top: whole.top, bottom: whole.bottom };
}

function gapBefore(words: readonly PageWord[], i: number): number {
  const before = (words[i - 1] as PageWord).box;
  return (words[i] as PageWord).box.x - (before.x + before.width);
}

/** The motto of the state or of the Party stands in a column of its own, however narrow the gap. */
const MOTTOS = [
  ['CỘNG', 'HÒA', 'XÃ'],
  ['CỘNG', 'HOÀ', 'XÃ'],
  ['ĐẢNG', 'CỘNG', 'SẢN'],
];

function opensMotto(words: readonly PageWord[], i: number, gap: number, size: number): boolean {
  if (gap < 0.35 * size) return false;
  return MOTTOS.some((motto) => motto.every((part, k) => words[i + k]?.text === part));
}
