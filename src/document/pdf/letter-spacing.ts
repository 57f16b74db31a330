/** Letter-spaced titles (`N G H Ị  Q U Y Ế T`): single letters at even gaps become words again. */
import type { Glyph } from './glyph.ts';
import type { Piece } from './word.ts';

/** Fewer single letters in a row are a list or the columns of a table. */
const FEWEST = 4;
/** Gaps in sizes of the font: letters of one title are never farther apart. */
const WIDEST = 1.6;
const LETTER = /^\p{L}\p{M}*$/u;

/** Joins rows of single letters; everything else stays as it is. */
export function joinSpaced(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  for (let i = 0; i < pieces.length; ) {
    let end = i;
    while (
      end < pieces.length &&
      isLetter(pieces[end] as Piece) &&
      (end === i || follows(pieces[end - 1] as Piece, pieces[end] as Piece))
    )
      end++;
    if (end - i >= FEWEST) kept.push(...joinRow(pieces.slice(i, end)));
    else kept.push(...pieces.slice(i, Math.max(end, i + 1)));
    i = Math.max(end, i + 1);
  }
  return kept;
}

function isLetter(piece: Piece): boolean {
  return piece.glyphs.length === 1 && LETTER.test((piece.glyphs[0] as Glyph).text);
}

function follows(last: Piece, next: Piece): boolean {
  const gap = next.start - last.end;
  const { size } = last;
  return (
    Math.abs(last.base - next.base) < 0.1 * size &&
    gap > 0 &&
    gap < WIDEST * size &&
    Math.abs(next.size - size) < 0.1 * size
  );
}

/** The small gaps part letters, the wide ones words; without wide ones it is one word. */
function joinRow(row: readonly Piece[]): Piece[] {
  const gaps = row.slice(1).map((piece, i) => piece.start - (row[i] as Piece).end);
  const sorted = [...gaps].sort((a, b) => a - b);
  const usual = sorted[Math.floor(sorted.length * 0.3)] as number;
  const size = (row[0] as Piece).size;
  // Single letters far apart and unevenly are not a title.
  if (usual > 1.25 * size) return [...row];
  const limit = usual * 1.6 + 0.08 * size;
  const joined: Piece[] = [];
  for (const [i, piece] of row.entries()) {
    const last = joined.at(-1);
    if (last && (gaps[i - 1] as number) <= limit) {
      last.glyphs.push(...piece.glyphs);
      last.end = piece.end;
      last.spaceAfter = piece.spaceAfter;
    } else joined.push(piece);
  }
  return joined;
}
