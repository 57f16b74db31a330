/**
 * Footnotes that page layout dropped into the middle of a text: `¹ Ba trung tâm…`, `^(*) Tương đương…`, `[1] Nghị
 * quyết…`, `[1: về tập trung…]`. They are lifted out, so that the sentence around them can be joined, and kept apart.
 */
import type { Line } from './line.ts';
import { type Piece, slicePiece } from './source-map.ts';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const OPENS_NOTE = /^(?:([⁰¹²³⁴-⁹]{1,3})\s*|\((\*{1,3})\)\s*|\[\^?(\d{1,3})\]:?\s+)(?=\S)/;
const INLINE_NOTE = /\[(\d{1,3}):\s/;

/** The mark of the footnote that a line opens (`1`, `*`) and how long the opening is, or null. */
export function opensNote(text: string): { mark: string; length: number } | null {
  const found = OPENS_NOTE.exec(text);
  if (!found) return null;
  const raised = found[1];
  const mark = raised
    ? [...raised].map((c) => String(SUPERSCRIPTS.indexOf(c))).join('')
    : ((found[2] ?? found[3]) as string);
  return { mark, length: found[0].length };
}

/** A note written into a line: `… kiên cố. [1:  về tập trung lãnh đạo …]`. */
export interface InlineNote {
  readonly mark: string;
  /** The words of the note. */
  readonly piece: Piece;
}

/** Takes inline notes out of a line's piece. */
export function liftInlineNotes(line: Line): { piece: Piece; notes: InlineNote[] } {
  let { piece } = line;
  const notes: InlineNote[] = [];
  for (let guard = 0; guard < 20; guard++) {
    const found = INLINE_NOTE.exec(piece.text);
    if (!found) break;
    const close = piece.text.indexOf(']', found.index);
    if (close < 0) break;
    const open = found.index + found[0].length;
    notes.push({ mark: found[1] as string, piece: slicePiece(piece, open, close) });
    const before = slicePiece(piece, 0, found.index);
    const after = slicePiece(piece, close + 1, piece.text.length);
    piece = concat(before, after);
  }
  return { piece, notes };
}

function concat(a: Piece, b: Piece): Piece {
  if (a.text.length === 0) return b;
  if (b.text.length === 0) return a;
  const runs = [...a.runs];
  for (let i = 0; i < b.runs.length; i += 3) {
    runs.push((b.runs[i] as number) + a.text.length, b.runs[i + 1] as number, b.runs[i + 2] as number);
  }
  return { text: a.text + b.text, runs };
}
