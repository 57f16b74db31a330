/** Takes what a reader meets in the order of the file – runs, ends of paragraphs, cells, notes – and makes drafts of it. */

import { legacyEncodingOfFont } from '../encoding/legacy.ts';
import type { Draft, DraftCell, DraftNote, DraftParagraph, Run, RunStyle } from './draft.ts';

/** More columns than any table on paper has; what is beyond goes into the last. */
const MOST_COLUMNS = 64;
/** Tables inside tables inside tables: deeper ones are taken as paragraphs of the cell. */
const DEEPEST_TABLE = 8;

interface OpenTable {
  readonly rows: DraftCell[][];
  /** For each column, how many rows are still covered by a cell from above. */
  readonly covered: number[];
  column: number;
  columns: number;
  /** Cells of which the file says that lines are drawn around them, or none. */
  lines: number;
  without: number;
  /** Where the finished table goes. */
  readonly outer: Draft[];
}

export interface ParagraphMarks {
  readonly label?: string;
  readonly centred?: boolean;
  readonly level?: number;
}

export class FlowWriter {
  readonly #drafts: Draft[] = [];
  #into: Draft[] = this.#drafts;
  #runs: Run[] = [];
  #broken = false;
  /** The paragraph shows something already. */
  #hasText = false;
  readonly #tables: OpenTable[] = [];
  readonly #cells: { blocks: Draft[]; columns: number; rows: number }[] = [];
  readonly #captures: Draft[][] = [];
  readonly #asides: { into: Draft[]; runs: Run[]; broken: boolean; hasText: boolean; after: Draft[] }[] = [];
  /** What stands beside the paragraph that is being written. */
  #after: Draft[] = [];
  /** Tables that are not made because they are nested too deep. */
  #ignored = 0;
  #note: { mark: string; outer: Draft[]; runs: Run[]; broken: boolean; hasText: boolean; depth: number } | null = null;
  readonly #waiting: DraftNote[] = [];

  /** Text of one font; line breaks are told by `lineBreak`. */
  text(text: string, style: RunStyle): void {
    if (text === '') return;
    this.#hasText ||= /\S/.test(text);
    const last = this.#runs.at(-1);
    if (last && last.style === style && !this.#broken && !last.mark) {
      this.#runs[this.#runs.length - 1] = { ...last, text: last.text + text };
      return;
    }
    this.#push(text, style, false);
  }

  lineBreak(): void {
    this.#broken = true;
  }

  /** The mark of a note, glued to the text before it. */
  noteMark(mark: string, style: RunStyle): void {
    this.#hasText = true;
    this.#push(`[^${mark}]`, style, true);
  }

  #push(text: string, style: RunStyle, mark: boolean): void {
    const broken = this.#broken && this.#runs.length > 0;
    this.#runs.push({ text, style, encoding: mark ? null : legacyEncodingOfFont(style.font), broken, mark });
    this.#broken = false;
  }

  /** True where the paragraph has no text yet. */
  get atStart(): boolean {
    return !this.#hasText;
  }

  /** True where not even a space was written. */
  get isEmpty(): boolean {
    return this.#runs.length === 0;
  }

  /** What the paragraph says so far. */
  get soFar(): string {
    return this.#runs.map((run) => run.text).join('');
  }

  /** How many blocks stand in the document, those of an open table not counted. */
  get count(): number {
    return this.#drafts.length;
  }

  /** Takes back the blocks from the given one on. */
  cut(from: number): void {
    this.#drafts.length = Math.min(this.#drafts.length, from);
  }

  get inTable(): boolean {
    return this.#cells.length > 0;
  }

  endParagraph(marks: ParagraphMarks = {}): void {
    const runs = this.#runs;
    const isBlank = !this.#hasText;
    this.#runs = [];
    this.#broken = false;
    this.#hasText = false;
    const { label = '', centred = false, level = 0 } = marks;
    if (!isBlank) this.#into.push({ kind: 'paragraph', runs, label, centred, level });
    move(this.#after, this.#into);
    if (!isBlank) this.#flushNotes();
  }

  /** What follows, until `closeAside`, stands in a box beside the paragraph and is read behind it. */
  openAside(): void {
    this.#asides.push({
      into: this.#into,
      runs: this.#runs,
      broken: this.#broken,
      hasText: this.#hasText,
      after: this.#after,
    });
    this.#into = [];
    this.#runs = [];
    this.#broken = false;
    this.#hasText = false;
    this.#after = [];
  }

  closeAside(): void {
    const drafts = this.takeAside();
    move(drafts, this.#after);
  }

  /** The box itself, which is then no part of the document. */
  takeAside(): Draft[] {
    this.endParagraph();
    const aside = this.#asides.pop();
    if (!aside) return [];
    const drafts = this.#into;
    this.#into = aside.into;
    this.#runs = aside.runs;
    this.#broken = aside.broken;
    this.#hasText = aside.hasText;
    this.#after = aside.after;
    return drafts;
  }

  /** What follows belongs to the note, until `closeNote`. A note inside a note stays text of the outer one. */
  openNote(mark: string): void {
    if (this.#note) {
      this.#note.depth++;
      return;
    }
    this.#note = {
      mark,
      outer: this.#into,
      runs: this.#runs,
      broken: this.#broken,
      hasText: this.#hasText,
      depth: 0,
    };
    this.#into = [];
    this.#runs = [];
    this.#broken = false;
    this.#hasText = false;
  }

  closeNote(): void {
    const note = this.#note;
    if (!note) return;
    if (note.depth > 0) {
      note.depth--;
      return;
    }
    this.endParagraph();
    const paragraphs = this.#into.flatMap(paragraphsOf);
    this.#into = note.outer;
    this.#runs = note.runs;
    this.#broken = note.broken;
    this.#hasText = note.hasText;
    this.#note = null;
    if (paragraphs.length > 0) this.#waiting.push({ kind: 'note', mark: note.mark, paragraphs });
  }

  /** A note that the file gives apart from its mark. */
  note(mark: string, paragraphs: readonly DraftParagraph[]): void {
    if (paragraphs.length > 0) this.#waiting.push({ kind: 'note', mark, paragraphs });
  }

  /** What follows is kept for the caller, until `closeCapture` hands it over: cells of a table whose shape comes later. */
  openCapture(): void {
    this.endParagraph();
    this.#captures.push(this.#into);
    this.#into = [];
  }

  closeCapture(): Draft[] {
    this.#leaveNote();
    const captured = this.#into;
    this.#into = this.#captures.pop() ?? this.#drafts;
    return captured;
  }

  /** A block that the caller made. */
  add(draft: Draft): void {
    this.endParagraph();
    this.#into.push(draft);
    this.#flushNotes();
  }

  openTable(): void {
    this.endParagraph();
    if (this.#tables.length >= DEEPEST_TABLE || this.#note) {
      this.#ignored++;
      return;
    }
    this.#tables.push({ rows: [], covered: [], column: 0, columns: 0, lines: 0, without: 0, outer: this.#into });
  }

  /** The file says that lines are drawn around the table or a cell of it, or none. */
  ruling(isDrawn: boolean): void {
    const table = this.#table();
    if (table && isDrawn) table.lines++;
    else if (table) table.without++;
  }

  openRow(): void {
    const table = this.#table();
    if (!table) return;
    table.rows.push([]);
    table.column = 0;
    table.covered.forEach((left, column) => {
      table.covered[column] = Math.max(0, left - 1);
    });
  }

  /** `at` when the file says which column the cell begins in. */
  openCell(columns = 1, rows = 1, at?: number): void {
    this.#leaveNote();
    const table = this.#table();
    if (!table) return;
    if (table.rows.length === 0) this.openRow();
    if (at !== undefined) table.column = at;
    else while ((table.covered[table.column] ?? 0) > 0) table.column++;
    const blocks: Draft[] = [];
    this.#into = blocks;
    this.#cells.push({ blocks, columns: whole(columns), rows: Math.max(1, Math.min(5000, Math.trunc(rows) || 1)) });
  }

  closeCell(): void {
    this.#leaveNote();
    if (this.#ignored > 0) return;
    const cell = this.#cells.pop();
    const table = this.#tables.at(-1);
    if (!cell || !table) return;
    const column = Math.min(table.column, MOST_COLUMNS - 1);
    const columns = Math.min(cell.columns, MOST_COLUMNS - column);
    for (let c = column; c < column + columns; c++) table.covered[c] = cell.rows;
    const row = table.rows.at(-1);
    const last = row?.at(-1);
    // Beyond the last column everything stands in that one.
    if (last && last.column === column) move(cell.blocks, last.blocks as Draft[]);
    else row?.push({ blocks: cell.blocks, column, columns, rows: cell.rows });
    table.column = column + columns;
    table.columns = Math.max(table.columns, table.column);
    this.#into = table.outer;
  }

  closeTable(): void {
    this.#leaveNote();
    if (this.#ignored > 0) {
      this.#ignored--;
      return;
    }
    const table = this.#tables.pop();
    if (!table) return;
    this.#into = table.outer;
    const rows = table.rows.filter((row) => row.length > 0);
    if (rows.length > 0)
      this.#into.push({ kind: 'table', rows, columns: table.columns, ruled: table.lines > 0 || table.without === 0 });
    this.#flushNotes();
  }

  /** A note that was not closed ends with the cell it was opened in; in a note no cells are made. */
  #leaveNote(): void {
    if (this.#ignored === 0) while (this.#note) this.closeNote();
    this.endParagraph();
  }

  #table(): OpenTable | undefined {
    return this.#ignored > 0 ? undefined : this.#tables.at(-1);
  }

  /** Notes stand behind the paragraph or the whole table that carries their marks. */
  #flushNotes(): void {
    if (this.#tables.length > 0 || this.#captures.length > 0 || this.#note) return;
    move(this.#waiting, this.#into);
  }

  finish(): Draft[] {
    while (this.#asides.length > 0) this.closeAside();
    while (this.#note) this.closeNote();
    while (this.#captures.length > 0) {
      const captured = this.closeCapture();
      move(captured, this.#into);
    }
    while (this.#tables.length > 0) {
      if (this.#cells.length >= this.#tables.length) this.closeCell();
      this.closeTable();
    }
    this.endParagraph();
    move(this.#waiting, this.#drafts);
    return this.#drafts;
  }
}

/** Moves all to the end of another list, however many there are. */
function move<T>(from: T[], to: T[]): void {
  for (const one of from.splice(0)) to.push(one);
}

function whole(columns: number): number {
  return Math.max(1, Math.min(MOST_COLUMNS, Math.trunc(columns) || 1));
}

/** The paragraphs of a block, those of a table cell by cell. */
export function paragraphsOf(draft: Draft): DraftParagraph[] {
  if (draft.kind === 'paragraph') return [draft];
  if (draft.kind === 'note') return [...draft.paragraphs];
  return draft.rows.flatMap((row) => row.flatMap((cell) => cell.blocks.flatMap(paragraphsOf)));
}
