/**
 * The way back from clean text to the text as given: a piecewise-linear map kept while the clean text is built.
 *
 * A piece whose two sides have the same length maps unit by unit; any other piece (a joined line break, a composed
 * letter) maps as a whole.
 */
import type { Span } from '#base/span.ts';

/** A piece of clean text under construction: its words and where each run of them came from. */
export interface Piece {
  readonly text: string;
  /** Flat triples `cleanOffset, sourceStart, sourceEnd`, ascending by clean offset. */
  readonly runs: readonly number[];
}

/** A piece taken from the source unchanged. */
export function plainPiece(text: string, sourceStart: number): Piece {
  return { text, runs: [0, sourceStart, sourceStart + text.length] };
}

/** The part `[from, to)` of a piece, with its own runs. An empty part (a cell without words) keeps its place. */
export function slicePiece(piece: Piece, from: number, to: number): Piece {
  if (from >= to) return emptyPiece(piece, from);
  const text = piece.text.slice(from, to);
  const runs: number[] = [];
  const { runs: all } = piece;
  for (let i = 0; i < all.length; i += 3) {
    const clean = all[i] as number;
    const next = i + 3 < all.length ? (all[i + 3] as number) : piece.text.length;
    if (next <= from || clean >= to) continue;
    const start = all[i + 1] as number;
    const end = all[i + 2] as number;
    const linear = next - clean === end - start;
    const cut = Math.max(clean, from);
    const stop = Math.min(next, to);
    if (linear) runs.push(cut - from, start + (cut - clean), start + (stop - clean));
    else runs.push(cut - from, start, end);
  }
  return { text, runs };
}

/** Nothing, at the place that `at` has in a piece: before its unit, or behind the last one. */
function emptyPiece(piece: Piece, at: number): Piece {
  if (piece.runs.length === 0) return { text: '', runs: [] };
  const behind = at >= piece.text.length;
  const unit = behind ? null : slicePiece(piece, at, at + 1);
  const place = (unit ? unit.runs[1] : piece.runs.at(-1)) as number;
  return { text: '', runs: [0, place, place] };
}

/** Collects pieces into one string and its map. */
export class MapBuilder {
  readonly #parts: string[] = [];
  #length = 0;
  readonly #clean: number[] = [];
  readonly #start: number[] = [];
  readonly #end: number[] = [];

  /** Units of clean text so far. */
  get length(): number {
    return this.#length;
  }

  /** Adds a piece; returns where it starts in the clean text. */
  add(piece: Piece): number {
    const at = this.#length;
    if (piece.text.length === 0) return at;
    const { runs } = piece;
    for (let i = 0; i < runs.length; i += 3) {
      this.#clean.push(at + (runs[i] as number));
      this.#start.push(runs[i + 1] as number);
      this.#end.push(runs[i + 2] as number);
    }
    this.#parts.push(piece.text);
    this.#length += piece.text.length;
    return at;
  }

  /** Adds text that stands for the source stretch `[start, end)` as a whole, e.g. a space for a line break. */
  glue(text: string, start: number, end: number): void {
    this.add({ text, runs: [0, start, end] });
  }

  finish(): { text: string; map: SourceMap } {
    const text = this.#parts.join('');
    return { text, map: new SourceMap(this.#clean, this.#start, this.#end, this.#length) };
  }
}

/** Clean offsets to source offsets. */
export class SourceMap {
  readonly #clean: Uint32Array;
  readonly #start: Uint32Array;
  readonly #end: Uint32Array;
  readonly #length: number;
  #last = 0;

  constructor(clean: readonly number[], start: readonly number[], end: readonly number[], length: number) {
    this.#clean = Uint32Array.from(clean);
    this.#start = Uint32Array.from(start);
    this.#end = Uint32Array.from(end);
    this.#length = length;
  }

  #run(offset: number): number {
    const clean = this.#clean;
    const last = this.#last;
    // Look-ups come in reading order: the last run or its neighbour is nearly always the one.
    if ((clean[last] as number) <= offset) {
      if (last + 1 >= clean.length || offset < (clean[last + 1] as number)) return last;
      if (last + 2 >= clean.length || offset < (clean[last + 2] as number)) {
        this.#last = last + 1;
        return last + 1;
      }
    }
    let lo = 0;
    let hi = clean.length - 1;
    while (lo < hi) {
      const mid = (lo + hi + 1) >> 1;
      if ((clean[mid] as number) <= offset) lo = mid;
      else hi = mid - 1;
    }
    this.#last = lo;
    return lo;
  }

  #unit(offset: number): Span {
    if (this.#clean.length === 0) return { start: 0, end: 0 };
    const i = this.#run(offset);
    const clean = this.#clean[i] as number;
    const next = i + 1 < this.#clean.length ? (this.#clean[i + 1] as number) : this.#length;
    const start = this.#start[i] as number;
    const end = this.#end[i] as number;
    if (next - clean === end - start) {
      const at = start + (offset - clean);
      return { start: at, end: at + 1 };
    }
    return { start, end };
  }

  /**
   * The stretch of the source that a clean span came from. A span that crosses lifted text (a footnote in the
   * middle of a sentence) covers it; one that ends in moved text is given in source order.
   */
  toSource(span: Span): Span {
    if (span.end <= span.start) {
      const at = this.#unit(Math.min(span.start, Math.max(0, this.#length - 1))).start;
      return { start: at, end: at };
    }
    const { start } = this.#unit(span.start);
    const { end } = this.#unit(span.end - 1);
    if (end > start) return { start, end };
    return { start: end, end: start };
  }
}
