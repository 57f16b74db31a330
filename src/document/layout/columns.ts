/**
 * Columns: the two-column head of a document and its signature, and pages set in columns. Each side is read from top
 * to bottom, the left one first.
 */
import type { PageContent } from '../page.ts';
import { centreOf, type Line, makeLine, wordsOf } from './line.ts';
import { joinParts, type Row } from './lines.ts';
import { isHeadLine, isMotto, isSignatureLine, opensRecipients, opensWithLabel } from './openings.ts';

/** Two columns side by side, over some rows. */
export interface Band {
  /** Index of the first row and behind the last. */
  readonly first: number;
  readonly end: number;
  readonly left: readonly Line[];
  readonly right: readonly Line[];
  /** The head or the signature of a document: every line stands for itself. */
  readonly form: boolean;
  readonly gutter: Gutter;
}

export interface Gutter {
  readonly from: number;
  readonly to: number;
}

/** Narrower gutters are spaces, in sizes of the letters. */
const NARROWEST = 0.4;
/** Rows farther apart than this, in sizes, are not of one band; a signature leaves room for the hand. */
const FARTHEST = 9;
const MOST_ROWS = 150;

/** The band that begins at this row, or null. */
export function findBand(rows: readonly Row[], at: number, page: PageContent): Band | null {
  const row = rows[at] as Row;
  let best: Band | null = null;
  for (let i = 1; i < Math.min(row.parts.length, 6); i++) {
    const gutter = { from: (row.parts[i - 1] as Line).right, to: (row.parts[i] as Line).left };
    const band = growBand(rows, at, gutter, page);
    if (band && (!best || band.end > best.end || (band.end === best.end && band.form && !best.form))) best = band;
  }
  return best;
}

function growBand(rows: readonly Row[], at: number, start: Gutter, page: PageContent): Band | null {
  let gutter = start;
  let narrowed = start;
  let end = at + 1;
  let twoSided = 1;
  let last = rows[at] as Row;
  for (let k = at + 1; k < Math.min(rows.length, at + MOST_ROWS); k++) {
    const row = rows[k] as Row;
    const size = row.parts[0]?.size ?? 10;
    if (row.top - last.bottom > FARTHEST * size) break;
    const left = row.parts.filter((part) => centreOf(part) < middleOf(narrowed));
    const right = row.parts.filter((part) => centreOf(part) >= middleOf(narrowed));
    const next = {
      from: Math.max(narrowed.from, ...left.map((part) => part.right)),
      to: Math.min(narrowed.to, ...right.map((part) => part.left)),
    };
    if (next.to - next.from < NARROWEST * size) break;
    narrowed = next;
    if (left.length > 0 && right.length > 0) {
      twoSided++;
      end = k + 1;
      gutter = next;
    }
    last = row;
  }
  end = goOn(rows, at, end, gutter);
  const sides = sidesOf(rows.slice(at, end), gutter, page);
  const all = [...sides.left, ...sides.right];
  const form =
    (all.some((line) => isMotto(line.text)) && sides.left.length < 14) ||
    (all.some((line) => isHeadLine(line.text)) &&
      all.length <= 8 &&
      sides.right.some((line) => isHeadLine(line.text))) ||
    sides.left.some((line) => opensRecipients(line.text)) ||
    (sides.right.some((line) => isSignatureLine(line.text)) && sides.right.length < 16);
  if (!form && !(twoSided >= 4 && isProse(sides.left) && isProse(sides.right))) return null;
  return { first: at, end, ...sides, form, gutter };
}

function middleOf({ from, to }: Gutter): number {
  return (from + to) / 2;
}

/** Lines below the last two-sided row that belong to one of its columns: the rest of the recipients, of a subject. */
function goOn(rows: readonly Row[], at: number, end: number, gutter: Gutter): number {
  const band = rows.slice(at, end);
  const left = band.flatMap((row) => row.parts.filter((part) => centreOf(part) < middleOf(gutter)));
  const right = band.flatMap((row) => row.parts.filter((part) => centreOf(part) >= middleOf(gutter)));
  let k = end;
  for (; k < Math.min(rows.length, at + MOST_ROWS); k++) {
    const row = rows[k] as Row;
    if (row.parts.length > 1) break;
    const part = row.parts[0] as Line;
    if (part.left < gutter.to && part.right > gutter.from) break;
    const own = part.right <= gutter.from + 1 ? left : right;
    const before = own.at(-1);
    if (!before || !isOfColumn(part, before, own)) break;
    own.push(part);
  }
  return k;
}

function isOfColumn(part: Line, before: Line, column: readonly Line[]): boolean {
  if (Math.abs(part.size - before.size) > 0.15 * before.size) return false;
  const gap = part.top - before.bottom;
  const tight = gap < 1.1 * before.size;
  const centred = column.some(
    (line) => Math.abs(centreOf(line) - centreOf(part)) < 5 && Math.abs(line.left - part.left) > 2,
  );
  const aligned = column.some((line) => Math.abs(line.left - part.left) < 4);
  // The name below the room for the signature.
  if (centred && column.some((line) => isSignatureLine(line.text)) && part.bold === before.bold)
    return gap < FARTHEST * part.size;
  return tight && (centred || (aligned && column.length > 1));
}

function sidesOf(rows: readonly Row[], gutter: Gutter, page: PageContent): { left: Line[]; right: Line[] } {
  const left: Line[] = [];
  const right: Line[] = [];
  for (const row of rows) {
    for (const [side, onSide] of [
      [left, (part: Line) => centreOf(part) < middleOf(gutter)],
      [right, (part: Line) => centreOf(part) >= middleOf(gutter)],
    ] as const) {
      const parts = row.parts.filter(onSide);
      if (parts.length > 0) side.push(parts.length === 1 ? (parts[0] as Line) : makeLine(parts.flatMap(wordsOf), page));
    }
  }
  return { left, right };
}

/** What a form at the foot of the page before goes on with at the head of this page: rows on its two sides. */
export function carryOn(rows: readonly Row[], band: Band, page: PageContent): Band | null {
  const { gutter } = band;
  let end = 0;
  for (; end < Math.min(rows.length, 40); end++) {
    const row = rows[end] as Row;
    const clear = row.parts.every((part) => {
      const onLeft = centreOf(part) < middleOf(gutter);
      const column = onLeft ? band.left : band.right;
      if (onLeft ? part.right > gutter.to + part.size : part.left < gutter.from) return false;
      return column.some(
        (line) =>
          Math.abs(line.size - part.size) <= 0.15 * part.size &&
          (Math.abs(line.left - part.left) < 4 || Math.abs(centreOf(line) - centreOf(part)) < 5),
      );
    });
    if (!clear) break;
  }
  if (end === 0) return null;
  return { first: 0, end, ...sidesOf(rows.slice(0, end), gutter, page), form: band.form, gutter };
}

/** Lines of running text, not labels, numbers or names of a list. */
function isProse(lines: readonly Line[]): boolean {
  let words = 0;
  let labels = 0;
  for (const line of lines) {
    words += line.tokens.length;
    if (line.tokens.length <= 2 && (opensWithLabel(line.tokens) || /^[\d.,%\s-]+$/.test(line.text))) labels++;
  }
  return words >= 4 * lines.length && labels * 4 < lines.length;
}

/** A row read from left to right. */
export function wholeRow(row: Row, page: PageContent): Line {
  return joinParts(row, page);
}
