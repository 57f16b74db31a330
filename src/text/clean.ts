/**
 * Clean text: the document's words as paragraphs and table rows, in NFC, without layout marks, with hard wraps and
 * page breaks joined and footnotes lifted, and with a map from every unit back to the text as given.
 */
import type { Span } from '#base/span.ts';
import { liftInlineNotes, opensNote } from './footnote.ts';
import { continues, detectWrapping, isTerminated, startsBlock, type Wrapping } from './join.ts';
import { type Line, type NoteMark, splitLines } from './line.ts';
import { MapBuilder, type Piece, type SourceMap, slicePiece } from './source-map.ts';
import { type Cell, mayOpenTable, type Row, type TableRegion, tableAt } from './table.ts';

/** One logical paragraph, table row or footnote of the clean text. */
export interface Paragraph {
  readonly kind: 'text' | 'row' | 'note';
  /** `[start, end)` in clean text. */
  readonly start: number;
  readonly end: number;
  /** Printed wholly in bold / opened in italics: signs of a heading. */
  readonly bold: boolean;
  readonly italic: boolean;
  /** Markdown heading level, 0 for none. */
  readonly level: number;
  readonly indent: number;
  /** For a row: its cells, in clean text; an empty cell has start = end. */
  readonly cells: readonly Span[] | null;
  /** Number of the table that a row belongs to, from 0. */
  readonly table: number | null;
  /** For a footnote: its mark. */
  readonly mark: string | null;
  /** Footnote marks that stood in this paragraph, with their place in clean text. */
  readonly notes: readonly NoteMark[];
}

export interface CleanText {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly map: SourceMap;
  /** Clean span to the text as given. */
  toSource(span: Span): Span;
}

/** A paragraph under construction. */
interface Draft {
  kind: 'text' | 'note';
  pieces: { piece: Piece; notes: readonly NoteMark[] }[];
  mark: string | null;
  boldStart: boolean;
  boldEnd: boolean;
  italic: boolean;
  level: number;
  indent: number;
  length: number;
  lastText: string;
  tail: string;
}

/** Cleans a text. Never fails: whatever the input, its words come out in order (footnotes after the rest). */
export function cleanText(source: string): CleanText {
  return new Cleaner(splitLines(source)).run();
}

/** A date line cut after one of its words: `Cần Thơ, ngày` ⏎ `17 tháng 11`. */
const DATE_BROKEN = /(?:ngày|tháng|năm|số\s?:?)$/i;
const PAGE_NUMBER = /^[-–\s]*\d{1,3}[-–\s]*$/;
const LONE_LABEL = /^(?:[IVXLC]{1,6}|[A-ZĐ]|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])[.)-]$|^[-–•+]$/;

class Cleaner {
  readonly lines: readonly Line[];
  readonly builder = new MapBuilder();
  readonly paragraphs: Paragraph[] = [];
  readonly notes: Draft[] = [];
  readonly wrapping: Wrapping;
  readonly bracketNotes: boolean;
  draft: Draft | null = null;
  blanks = 0;
  tables = 0;

  constructor(lines: readonly Line[]) {
    this.lines = lines;
    const lengths: number[] = [];
    let blank = 0;
    let bracketNotes = false;
    for (const line of lines) {
      const { text } = line.piece;
      if (text.length === 0) blank++;
      else if (!text.startsWith('|')) lengths.push(text.length);
      if (text.startsWith('[') && /^\[\d{1,3}\]\s/.test(text)) bracketNotes = true;
    }
    this.bracketNotes = bracketNotes;
    this.wrapping = detectWrapping(lengths, blank);
  }

  run(): CleanText {
    const { lines } = this;
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i] as Line;
      if (mayOpenTable(line.piece.text)) {
        const region = tableAt(lines, i);
        if (region) {
          this.#table(region);
          i = region.last - 1;
          continue;
        }
      }
      this.#line(line, i);
    }
    this.#flush();
    for (const note of this.notes) this.#write(note);
    const { text, map } = this.builder.finish();
    return { text, paragraphs: this.paragraphs, map, toSource: (span) => map.toSource(span) };
  }

  #line(line: Line, index: number): void {
    const { text } = line.piece;
    if (text.length === 0) {
      this.blanks++;
      return;
    }
    if (text.includes('\n')) {
      this.#broken(line);
      return;
    }
    const note = opensNote(text);
    if (note) {
      this.#openNote(line, index, note);
      return;
    }
    if (this.#noteGoesOn(line)) return;
    this.#text(line, line.piece, line.notes);
  }

  /** A line whose marks part it into several paragraphs. */
  #broken(line: Line): void {
    const { text } = line.piece;
    let from = 0;
    while (from <= text.length) {
      const cut = text.indexOf('\n', from);
      const to = cut < 0 ? text.length : cut;
      const piece = slicePiece(line.piece, from, to);
      if (piece.text.trim().length > 0) {
        if (from > 0) this.#flush();
        this.#text(
          line,
          piece,
          line.notes.filter((n) => n.at >= from && n.at <= to).map((n) => ({ mark: n.mark, at: n.at - from })),
        );
      }
      if (cut < 0) break;
      from = cut + 1;
    }
  }

  #openNote(line: Line, index: number, note: { mark: string; length: number }): void {
    const draft = newDraft('note', line);
    draft.mark = note.mark;
    append(draft, slicePiece(line.piece, note.length, line.piece.text.length), []);
    this.notes.push(draft);
    this.#noteLine = index;
  }

  #noteLine = -2;

  /** A wrapped footnote: the lines right below it belong to it. */
  #noteGoesOn(line: Line): boolean {
    const note = this.notes.at(-1);
    if (!note || this.blanksSinceNote(line) || !this.wrapping.wrapped) return false;
    append(note, line.piece, []);
    this.#noteLine++;
    return true;
  }

  blanksSinceNote(line: Line): boolean {
    return this.lines[this.#noteLine + 1] !== line;
  }

  #text(line: Line, original: Piece, marks: readonly NoteMark[]): void {
    let piece = original;
    const inline = piece.text.includes('[') ? liftInlineNotes({ ...line, piece }) : null;
    if (inline && inline.notes.length > 0) {
      piece = inline.piece;
      for (const n of inline.notes) {
        const draft = newDraft('note', line);
        draft.mark = n.mark;
        append(draft, n.piece, []);
        this.notes.push(draft);
      }
      piece = trimmed(piece);
      if (piece.text.length === 0) return;
    }
    const { draft } = this;
    if (draft) {
      if (this.blanks > 0 && line.level === 0 && PAGE_NUMBER.test(piece.text) && !isTerminated(draft.tail)) return;
      const lone =
        LONE_LABEL.test(draft.tail) && draft.pieces.length === 1 && this.blanks <= 1 && !startsBlock(piece.text);
      // A heading printed wholly in bold ends where the bold ends.
      const headed =
        draft.boldStart && draft.boldEnd && !line.boldStart && draft.length > 12 && !/^\p{Ll}/u.test(piece.text);
      const goesOn =
        lone ||
        (!headed &&
          line.level === 0 &&
          (draft.level === 0 || this.blanks === 0) &&
          continues(
            { blanks: this.blanks, before: draft.tail, beforeLine: draft.lastText, after: piece.text },
            this.wrapping,
          ));
      if (!goesOn) this.#flush();
    }
    this.draft ??= newDraft('text', line);
    this.draft.boldEnd = line.boldEnd;
    append(this.draft, piece, marks);
    this.blanks = 0;
  }

  #flush(): void {
    if (this.draft) this.#write(this.draft);
    this.draft = null;
    this.blanks = 0;
  }

  #write(draft: Draft): void {
    if (draft.length === 0) return;
    if (this.builder.length > 0) this.#newline(draft.pieces[0]?.piece.runs[1] ?? 0);
    const start = this.builder.length;
    const notes: NoteMark[] = [];
    for (const [i, { piece, notes: marks }] of draft.pieces.entries()) {
      if (i > 0) {
        const before = draft.pieces[i - 1]?.piece.runs.at(-1) ?? 0;
        const after = piece.runs[1] ?? before;
        // A line break becomes one space; a gap over a lifted note maps to the first break only.
        this.builder.glue(' ', before, Math.max(before, Math.min(after, before + 1)));
      }
      const at = this.builder.add(piece);
      for (const n of marks) notes.push({ mark: n.mark, at: at + n.at });
    }
    this.paragraphs.push({
      kind: draft.kind,
      start,
      end: this.builder.length,
      bold: draft.boldStart && draft.boldEnd,
      italic: draft.italic,
      level: draft.level,
      indent: draft.indent,
      cells: null,
      table: null,
      mark: draft.mark,
      notes,
    });
  }

  #newline(at: number): void {
    this.builder.glue('\n', at, at);
  }

  #table(region: TableRegion): void {
    this.#flush();
    if (region.layout) {
      for (const row of region.rows) for (const cell of row) this.#layoutCell(cell);
      return;
    }
    const table = this.tables++;
    for (const row of region.rows) this.#row(row, table);
  }

  /** A cell of the header or of the signature: its lines are ordinary lines. */
  #layoutCell(cell: Cell): void {
    let open = false;
    for (const line of cell.lines) {
      const joins = open || /^\p{Ll}/u.test(line.piece.text) || DATE_BROKEN.test(this.draft?.tail ?? '');
      if (!joins) this.#flush();
      this.draft ??= newDraft('text', line);
      this.draft.boldEnd = line.boldEnd;
      append(this.draft, line.piece, line.notes);
      open = (line.boldStart || (open && !line.boldEnd)) && !line.boldEnd;
    }
    this.#flush();
  }

  #row(row: Row, table: number): void {
    const first = row.find((c) => c.piece || c.lines.length > 0);
    if (!first) return;
    const anchor = first.piece?.runs[1] ?? first.lines[0]?.piece.runs[1] ?? 0;
    if (this.builder.length > 0) this.#newline(anchor);
    const start = this.builder.length;
    const cells: Span[] = [];
    const notes: NoteMark[] = [];
    let bold = true;
    let end = anchor;
    for (const [i, cell] of row.entries()) {
      if (i > 0) this.builder.glue('\t', end, end);
      const from = this.builder.length;
      if (cell.piece) {
        const at = this.builder.add(cell.piece);
        for (const n of cell.notes ?? []) notes.push({ mark: n.mark, at: at + n.at });
        end = cell.piece.runs.at(-1) ?? end;
      }
      let broken = false;
      for (const [k, line] of cell.lines.entries()) {
        for (const part of line.piece.text.includes('\n') ? lineParts(line.piece) : [line.piece]) {
          if (k > 0 || broken) this.builder.glue(startsBlock(part.text) ? '\n' : ' ', end, Math.max(end, end + 1));
          this.builder.add(part);
          end = part.runs.at(-1) ?? end;
          broken = true;
        }
        if (!line.boldStart && !line.boldEnd && cell.lines.length === 1) bold = false;
      }
      cells.push({ start: from, end: this.builder.length });
    }
    this.paragraphs.push({
      kind: 'row',
      start,
      end: this.builder.length,
      bold,
      italic: false,
      level: 0,
      indent: 0,
      cells,
      table,
      mark: null,
      notes,
    });
  }
}

function lineParts(piece: Piece): Piece[] {
  const parts: Piece[] = [];
  let from = 0;
  for (;;) {
    const cut = piece.text.indexOf('\n', from);
    parts.push(slicePiece(piece, from, cut < 0 ? piece.text.length : cut));
    if (cut < 0) return parts.filter((p) => p.text.length > 0);
    from = cut + 1;
  }
}

function trimmed(piece: Piece): Piece {
  const lead = piece.text.length - piece.text.trimStart().length;
  return slicePiece(piece, lead, Math.max(lead, piece.text.trimEnd().length));
}

function newDraft(kind: 'text' | 'note', line: Line): Draft {
  return {
    kind,
    pieces: [],
    mark: null,
    boldStart: line.boldStart,
    boldEnd: line.boldEnd,
    italic: line.italicStart,
    level: line.level,
    indent: line.indent,
    length: 0,
    lastText: '',
    tail: '',
  };
}

/** Enough of the end of a paragraph to see how it ends, and enough of it to see what it is. */
const TAIL = 400;

function append(draft: Draft, piece: Piece, notes: readonly NoteMark[]): void {
  if (piece.text.length === 0) return;
  draft.pieces.push({ piece, notes });
  draft.length += piece.text.length + 1;
  draft.lastText = piece.text;
  draft.tail = (draft.tail.length > 0 ? `${draft.tail.slice(-TAIL)} ` : '') + piece.text;
}
