/**
 * Glyphs to words. Where a word ends is read from the gaps between the glyphs; the spaces of the file are believed as
 * far as they can be seen. A word that the file writes in pieces (kerning, a letter from another font) is joined again.
 */
import type { Box } from '#document/model.ts';
import type { PageWord } from '#document/page.ts';
import { joinAccents } from './accent.ts';
import { type Glyph, pointOf, type Run } from './glyph.ts';
import { convertWords } from './legacy-word.ts';
import { joinSpaced } from './letter-spacing.ts';

/** Glyphs of one word from the first to the last. */
export interface Piece {
  glyphs: Glyph[];
  start: number;
  end: number;
  readonly base: number;
  readonly size: number;
  /** The file has a space before and after it. */
  readonly spaceBefore: boolean;
  spaceAfter: boolean;
}

/** Gaps, in sizes of the font: a space has a quarter, the kerning between two text objects up to a seventh. */
const GAP_WITH_SPACES = 0.165;
const GAP_WITHOUT_SPACES = 0.13;
const OVERLAP = 0.4;
/** A space of the file that takes less than this is none. */
const LEAST_SPACE = 0.04;
/** Spacing of characters: known from so many gaps, and never as wide as the columns of a table are apart. */
const FEWEST_GAPS = 3;
const WIDEST_SPACING = 0.7;
const LETTER = /^[\p{L}\p{M}]+$/u;
/** Another baseline or another size is another word: the mark of a footnote, an exponent. */
const SAME_BASE = 0.12;
const SAME_SIZE = 1.2;

/** Words in the order of the file; hidden glyphs and visible ones are not to be mixed. */
export function readWords(glyphs: readonly Glyph[]): readonly PageWord[] {
  const words: PageWord[] = [];
  for (const direction of [0, 1, 2, 3] as const) {
    const side = glyphs.filter((glyph) => glyph.run.direction === direction && isOnPaper(glyph));
    if (runsBackwards(side)) side.reverse();
    if (side.length > 0) for (const piece of listPieces(joinAccents(dropTwice(side)))) words.push(...wordOf(piece));
  }
  // Not before, since a soft hyphen is a letter in TCVN3. It is seen at the end of a line only, where the layout decides.
  return convertWords(words).map((word) =>
    word.text.includes('\u00ad') ? { ...word, text: word.text.replace(/\u00ad(?!$)/g, '') } : word,
  );
}

/** No page is larger, and no letter; damaged files set theirs anywhere, and neighbours are looked for step by step. */
const FARTHEST = 100_000;
const LARGEST = 2000;

function isOnPaper({ start, end, base, run }: Glyph): boolean {
  return run.size <= LARGEST && [start, end, base].every((place) => Math.abs(place) <= FARTHEST);
}

/** PDFium gives the glyphs of a line from left to right, also where they stand on their heads. */
function runsBackwards(glyphs: readonly Glyph[]): boolean {
  let backwards = 0;
  for (let i = 1; i < glyphs.length; i++) {
    const last = glyphs[i - 1] as Glyph;
    const next = glyphs[i] as Glyph;
    if (next.base === last.base) backwards += next.start < last.start ? 1 : -1;
  }
  return backwards > 0;
}

function listPieces(glyphs: readonly Glyph[]): Piece[] {
  const gap = usesSpaces(glyphs) ? GAP_WITH_SPACES : GAP_WITHOUT_SPACES;
  return joinSpaced(joinBroken(chain(glyphs, gap), gap));
}

/** True when the file writes the spaces between its words, as nearly all do. */
function usesSpaces(glyphs: readonly Glyph[]): boolean {
  let spaces = 0;
  for (const glyph of glyphs) if (glyph.space) spaces++;
  return spaces * 14 > glyphs.length - spaces;
}

/** Pieces of glyphs that follow each other in the file and on the page. */
function chain(glyphs: readonly Glyph[], gap: number): Piece[] {
  const pieces: Piece[] = [];
  const spacings = spacingsOf(glyphs);
  let piece: Piece | null = null;
  let spaced = false;
  for (const glyph of glyphs) {
    if (glyph.space) {
      spaced = true;
      continue;
    }
    const last: Glyph | undefined = piece?.glyphs.at(-1);
    const spacing = last?.run === glyph.run ? (spacings.get(glyph.run) ?? 0) : 0;
    if (piece && last && continues(last, glyph, spacing, spaced ? LEAST_SPACE : gap)) {
      piece.glyphs.push(glyph);
      piece.end = Math.max(piece.end, glyph.end);
    } else {
      if (piece) piece.spaceAfter = spaced;
      piece = pieceOf(glyph, spaced);
      pieces.push(piece);
    }
    spaced = false;
  }
  if (piece) piece.spaceAfter = spaced;
  return pieces;
}

function pieceOf(glyph: Glyph, spaceBefore: boolean): Piece {
  const { start, end, base, run } = glyph;
  return { glyphs: [glyph], start, end, base, size: run.size, spaceBefore, spaceAfter: false };
}

function continues(last: Glyph, next: Glyph, spacing: number, gap: number): boolean {
  const size = Math.max(last.run.size, next.run.size);
  if (!sameLine(last.base, last.run.size, next.base, next.run.size)) return false;
  const between = next.start - last.end - spacing;
  return between > -OVERLAP * size && between < gap * size;
}

/** The spacing of characters (Tc) of those text objects that have one: the gap that nearly all of their letters keep. */
function spacingsOf(glyphs: readonly Glyph[]): Map<Run, number> {
  const gaps = new Map<Run, number[]>();
  for (let i = 1; i < glyphs.length; i++) {
    const last = glyphs[i - 1] as Glyph;
    const next = glyphs[i] as Glyph;
    if (last.run !== next.run || last.space || next.space || !LETTER.test(last.text + next.text)) continue;
    const seen = gaps.get(next.run);
    if (seen) seen.push(next.start - last.end);
    else gaps.set(next.run, [next.start - last.end]);
  }
  const spacings = new Map<Run, number>();
  for (const [run, seen] of gaps) {
    if (seen.length < FEWEST_GAPS) continue;
    const kept = seen.sort((a, b) => a - b)[Math.floor(seen.length / 5)] as number;
    if (kept > 0.03 * run.size && kept < WIDEST_SPACING * run.size) spacings.set(run, kept);
  }
  return spacings;
}

function sameLine(base: number, size: number, otherBase: number, otherSize: number): boolean {
  const larger = Math.max(size, otherSize);
  return Math.abs(base - otherBase) < SAME_BASE * larger && larger < SAME_SIZE * Math.min(size, otherSize);
}

/** Joins a piece to the one that the file wrote elsewhere but that begins where it ends. */
function joinBroken(pieces: readonly Piece[], gap: number): Piece[] {
  const byStart = new Map<string, Piece[]>();
  const cell = 4;
  const key = (start: number, base: number) => `${Math.floor(start / cell)}:${Math.floor(base / cell)}`;
  for (const piece of pieces) {
    if (piece.spaceBefore) continue;
    const at = key(piece.start, piece.base);
    const there = byStart.get(at);
    if (there) there.push(piece);
    else byStart.set(at, [piece]);
  }
  const gone = new Set<Piece>();
  for (const piece of pieces) {
    if (gone.has(piece)) continue;
    for (;;) {
      const next = piece.spaceAfter ? null : findNext(piece);
      if (!next) break;
      gone.add(next);
      piece.glyphs.push(...next.glyphs);
      piece.end = Math.max(piece.end, next.end);
      piece.spaceAfter = next.spaceAfter;
    }
  }
  return pieces.filter((piece) => !gone.has(piece));

  function findNext(piece: Piece): Piece | null {
    let best: Piece | null = null;
    const reach = Math.min(gap, GAP_WITHOUT_SPACES) * piece.size;
    for (let x = piece.end - OVERLAP * 0.5 * piece.size; x < piece.end + reach + cell; x += cell) {
      for (const y of [piece.base - cell / 2, piece.base + cell / 2]) {
        for (const other of byStart.get(key(x, y)) ?? []) {
          const between = other.start - piece.end;
          if (other === piece || gone.has(other) || between > reach || between < -OVERLAP * 0.5 * piece.size) continue;
          if (other.start <= piece.start || !sameLine(piece.base, piece.size, other.base, other.size)) continue;
          if (!best || Math.abs(between) < Math.abs(best.start - piece.end)) best = other;
        }
      }
    }
    return best;
  }
}

/** The same glyph drawn again at nearly the same place is bold type made by hand, or a shadow. */
function dropTwice(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<number, Glyph>();
  const kept: Glyph[] = [];
  for (const glyph of glyphs) {
    if (glyph.space) {
      kept.push(glyph);
      continue;
    }
    const reach = Math.max(0.6, 0.08 * glyph.run.size);
    const x = glyph.start / (2 * reach);
    const y = glyph.base / (2 * reach);
    const code = glyph.text.codePointAt(0) as number;
    // A twin lies in this cell or in the nearest of its neighbours.
    const besideX = x - Math.floor(x) < 0.5 ? -1 : 1;
    const besideY = y - Math.floor(y) < 0.5 ? -1 : 1;
    const twin =
      twinAt(seen, glyph, reach, key(code, x, y)) ??
      twinAt(seen, glyph, reach, key(code, x + besideX, y)) ??
      twinAt(seen, glyph, reach, key(code, x, y + besideY)) ??
      twinAt(seen, glyph, reach, key(code, x + besideX, y + besideY));
    if (twin) {
      twin.bold = true;
      continue;
    }
    seen.set(key(code, x, y), glyph);
    kept.push(glyph);
  }
  return kept;
}

function key(code: number, x: number, y: number): number {
  return (code * 32768 + (Math.floor(x) & 32767)) * 32768 + (Math.floor(y) & 32767);
}

function twinAt(seen: ReadonlyMap<number, Glyph>, glyph: Glyph, reach: number, at: number): Glyph | null {
  const found = seen.get(at);
  if (!found || found.text !== glyph.text) return null;
  return Math.abs(found.start - glyph.start) < reach && Math.abs(found.base - glyph.base) < reach ? found : null;
}

/** None for a piece that holds no text. */
function wordOf(piece: Piece): PageWord[] {
  const { glyphs } = piece;
  const first = glyphs[0] as Glyph;
  let bold = 0;
  let italic = 0;
  let text = '';
  for (const glyph of glyphs) {
    text += glyph.text;
    if (glyph.bold) bold++;
    if (glyph.run.italic) italic++;
  }
  const { face, size } = first.run;
  text = text.normalize('NFC');
  if (text.trim() === '') return [];
  const font = {
    name: face.name,
    size: round(size),
    bold: bold * 2 > glyphs.length,
    italic: italic * 2 > glyphs.length,
  };
  return [{ text, box: boxOf(piece), font, confidence: null, doubt: false }];
}

/** As wide as the glyphs and their ink, as high as the line that the font makes. */
function boxOf({ glyphs }: Piece): Box {
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const { start: left, end: right, base, run } of glyphs) {
    start = Math.min(start, left);
    end = Math.max(end, right);
    top = Math.min(top, base - run.face.ascent * run.size);
    bottom = Math.max(bottom, base + run.face.descent * run.size);
  }
  const { direction } = (glyphs[0] as Glyph).run;
  const a = pointOf(direction, start, top);
  const b = pointOf(direction, end, bottom);
  return {
    x: round(Math.min(a.x, b.x)),
    y: round(Math.min(a.y, b.y)),
    width: round(Math.abs(a.x - b.x)),
    height: round(Math.abs(a.y - b.y)),
  };
}

/** To a hundredth of a point. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
