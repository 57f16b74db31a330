/**
 * Columns: the two-column head of a document and its signature, and pages set in columns. Each side is read from top
 * to bottom, the left one first.
 */
import type { PageContent } from '../page.ts';
import { centreOf, type Line, makeLine, wordsOf } from './line.ts';
import type { Row } from './lines.ts';
import {
  isCapitals,
  isHeadLine,
  isMotto,
  isSignatureLine,
  opensRecipients,
  opensWithBullet,
  opensWithLabel,
} from './openings.ts';

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
const FARTHEST = 11;
const MOST_ROWS = 150;

/** The band that begins at this row, or null. */
export function findBand(rows: readonly Row[], at: number, page: PageContent): Band | null {
  const row = rows[at] as Row;
  if (row.parts.length === 1) {
    const gutter = gutterOfSignature(rows, at, page) ?? gutterOfHead(rows, at);
    return gutter ? growBand(rows, at, gutter, page) : null;
  }
  let best: Band | null = null;
  for (let i = 1; i < Math.min(row.parts.length, 6); i++) {
    const gutter = { from: (row.parts[i - 1] as Line).right, to: (row.parts[i] as Line).left };
    const band = growBand(rows, at, gutter, page);
    if (band && (!best || band.end > best.end || (band.end === best.end && band.form && !best.form))) best = band;
  }
  return best;
}

/** A signature may begin with one side alone: `Nơi nhận:`, or on the right `TM. ỦY BAN NHÂN DÂN`. */
function gutterOfSignature(rows: readonly Row[], at: number, page: PageContent): Gutter | null {
  const first = (rows[at] as Row).parts[0] as Line;
  const half = 0.42 * page.width;
  if (opensRecipients(first.text) && first.right < half) {
    for (const row of rows.slice(at + 1, at + 40)) {
      const right = row.parts.find((part) => part.left > half);
      if (right) return { from: first.right, to: right.left };
      if ((row.parts[0] as Line).right > 1.5 * half) return null;
    }
  } else if (isSignatureLine(first.text) && first.left > half) {
    for (const row of rows.slice(at + 1, at + 4)) {
      const left = row.parts[0] as Line;
      if (opensRecipients(left.text) && left.right < first.left) return { from: left.right, to: first.left };
    }
  }
  return null;
}

/** The lines of a head need not stand on one baseline: the motto at the right, the issuer in lines of its own at the left. */
function gutterOfHead(rows: readonly Row[], at: number): Gutter | null {
  const near = rows.slice(at, at + 6).filter((row) => row.parts.length === 1);
  const parts = near.map((row) => row.parts[0] as Line);
  const motto = parts.slice(0, 4).find((part) => isMotto(part.text));
  if (!motto || (parts[0] as Line).top < motto.top - FARTHEST * motto.size) return null;
  const left = parts.find((part) => part.right < motto.left && besides(part, parts, motto.left));
  return left ? { from: left.right, to: motto.left } : null;
}

/** A line of which the upper or the lower part has a line of the other side beside it. */
function besides(part: Line, parts: readonly Line[], edge: number): boolean {
  return parts.some((other) => other.left >= edge - part.size && shared(part, other) > 0.15 * part.size);
}

function shared(a: Line, b: Line): number {
  return Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
}

/** A row on both sides of a gutter, and what is left of the gutter; null when the row reaches over it. */
function partAt(row: Row, gutter: Gutter): { left: Line[]; right: Line[]; gutter: Gutter } | null {
  const middle = middleOf(gutter);
  const left = row.parts.filter((part) => centreOf(part) < middle);
  const right = row.parts.filter((part) => centreOf(part) >= middle);
  const from = Math.max(gutter.from, ...left.map((part) => part.right));
  const to = Math.min(gutter.to, ...right.map((part) => part.left));
  return to - from < NARROWEST * sizeOfRow(row) ? null : { left, right, gutter: { from, to } };
}

function sizeOfRow(row: Row): number {
  return row.parts[0]?.size ?? 10;
}

function growBand(rows: readonly Row[], at: number, start: Gutter, page: PageContent): Band | null {
  const first = partAt(rows[at] as Row, start);
  if (!first) return null;
  let { gutter } = first;
  let narrowed = gutter;
  let end = at + 1;
  let twoSided = first.left.length > 0 && first.right.length > 0 ? 1 : 0;
  let recipients = first.left.some((line) => opensRecipients(line.text));
  let last = rows[at] as Row;
  const lowest = { left: first.left.at(-1), right: first.right.at(-1) };
  for (let k = at + 1; k < Math.min(rows.length, at + MOST_ROWS); k++) {
    const row = rows[k] as Row;
    if (row.top - last.bottom > FARTHEST * sizeOfRow(row)) break;
    const parted = partAt(row, narrowed);
    if (!parted) break;
    // Below the recipients a body that copies the document begins its own head.
    recipients ||= parted.left.some((line) => opensRecipients(line.text));
    if (recipients && parted.left.some((line) => isBodyName(line.text))) break;
    narrowed = parted.gutter;
    lowest.left = parted.left.at(-1) ?? lowest.left;
    lowest.right = parted.right.at(-1) ?? lowest.right;
    // Lines of the two sides that stand beside each other, on one baseline or not.
    if (lowest.left && lowest.right && shared(lowest.left, lowest.right) > 0.15 * sizeOfRow(row)) {
      twoSided++;
      end = k + 1;
      gutter = narrowed;
    }
    last = row;
  }
  const band = goOn(rows, at, end, gutter);
  const sides = sidesOf(rows.slice(at, band.end), band.gutter, page);
  if (sides.left.length === 0 || sides.right.length === 0) return null;
  const form = isForm(sides.left, sides.right);
  if (!form && !(twoSided >= 4 && isProse(sides.left) && isProse(sides.right))) return null;
  return { first: at, ...band, ...sides, form };
}

/** The head or the signature of a document. */
function isForm(left: readonly Line[], right: readonly Line[]): boolean {
  const all = [...left, ...right];
  return (
    (all.some((line) => isMotto(line.text)) && left.length < 14) ||
    (all.length <= 8 && right.some((line) => isHeadLine(line.text))) ||
    left.some((line) => opensRecipients(line.text)) ||
    (right.some((line) => isSignatureLine(line.text)) && right.length < 16)
  );
}

/** `HUYỆN ỦY ĐỨC CƠ`: no recipient is written so. */
function isBodyName(text: string): boolean {
  return text.length > 8 && isCapitals(text) && !isSignatureLine(text) && !opensWithBullet(text);
}

function middleOf({ from, to }: Gutter): number {
  return (from + to) / 2;
}

/** Lines below the last two-sided row that belong to one of its columns: the rest of the recipients, of a subject. */
function goOn(rows: readonly Row[], at: number, end: number, gutter: Gutter): { end: number; gutter: Gutter } {
  const left: Line[] = [];
  const right: Line[] = [];
  for (const row of rows.slice(at, end)) {
    for (const part of row.parts) (centreOf(part) < middleOf(gutter) ? left : right).push(part);
  }
  const signature = left.some((line) => opensRecipients(line.text));
  let narrowed = gutter;
  let k = end;
  for (; k < Math.min(rows.length, at + MOST_ROWS); k++) {
    const row = rows[k] as Row;
    const parted = partAt(row, narrowed);
    const part = row.parts[0] as Line;
    if (!parted || row.parts.length > 1 || (signature && parted.left.length > 0 && isBodyName(part.text))) break;
    const own = parted.left.length > 0 ? left : right;
    const before = own.at(-1);
    const belongs = before ? isOfColumn(part, before, own) : signature && part.bold;
    if (!belongs) break;
    own.push(part);
    narrowed = parted.gutter;
  }
  return { end: k, gutter: narrowed };
}

/** Heights of recognised letters say less than sizes of fonts. */
function sameSize(a: Line, b: Line): boolean {
  return Math.abs(a.size - b.size) <= (a.source === 'ocr' ? 0.4 : 0.15) * Math.max(a.size, b.size);
}

function isOfColumn(part: Line, before: Line, column: readonly Line[]): boolean {
  if (!sameSize(part, before)) return false;
  const gap = part.top - before.bottom;
  const tight = gap < 1.1 * before.size;
  const centred = column.some(
    (line) => Math.abs(centreOf(line) - centreOf(part)) < 5 && Math.abs(line.left - part.left) > 2,
  );
  const aligned = column.some((line) => Math.abs(line.left - part.left) < 4);
  // The name below the room for the signature.
  if (centred && column.some((line) => isSignatureLine(line.text)) && part.bold === before.bold)
    return gap < FARTHEST * part.size;
  return tight && (centred || (aligned && (column.length > 1 || opensRecipients(before.text))));
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
          sameSize(line, part) &&
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
