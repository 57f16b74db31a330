/**
 * What a document is made of before it becomes a file: header, title, headings, items, paragraphs, rows, notes and
 * signatures. `parse-form.ts` reads it from a sample's text; the makers write it as Word, PDF and scan.
 */

/** Words in one look; a run with `note` is the mark of that note (its place in `Form.notes`) and has no words. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly note?: number;
}

/** What stands before the words of a heading or an item: `III -`, `1.1.`, `a)`, `-`. */
export interface Label {
  readonly text: string;
  /** The style of its number; `typed` for what no list makes (`Điều 1.`, `Phần thứ hai`). */
  readonly style: 'roman' | 'decimal' | 'letter' | 'bullet' | 'typed';
  /** `[3, 1]` for `3.1`; empty for bullets. */
  readonly numbers: readonly number[];
}

export interface Heading {
  readonly kind: 'heading';
  readonly label: Label | null;
  readonly runs: readonly Run[];
  readonly centred: boolean;
}

export interface Item {
  readonly kind: 'item';
  readonly label: Label;
  readonly runs: readonly Run[];
}

export interface Plain {
  readonly kind: 'paragraph';
  readonly runs: readonly Run[];
}

/** A table with lines. Lines of a name and a value get a head on paper, whose words the sample doesn't have. */
export interface Rows {
  readonly kind: 'rows';
  readonly head: readonly string[];
  /** Cells of a row; as many as the head has. */
  readonly rows: readonly (readonly (readonly Run[])[])[];
}

/** The table at the head of a document: issuer and state side by side, below them number and place with date. */
export interface Head {
  readonly kind: 'head';
  readonly issuer: readonly string[];
  readonly state: readonly string[];
  readonly number: string;
  readonly placeDate: string;
}

export interface Title {
  readonly kind: 'title';
  readonly lines: readonly string[];
}

/** The table at the end: who receives it, and who signed. */
export interface Signing {
  readonly kind: 'signing';
  readonly receivers: readonly string[];
  readonly roles: readonly string[];
  readonly name: string;
}

export type FormPart = Head | Title | Heading | Item | Plain | Rows | Signing;

export interface Note {
  /** As the sample has it: `1`, `*`. */
  readonly mark: string;
  readonly runs: readonly Run[];
}

export interface Form {
  readonly parts: readonly FormPart[];
  readonly notes: readonly Note[];
}

export function runsText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}

/** Letters that stand side by side on the width of a page in the small size of a table, counted so that bold ones fit. */
const LETTERS_ACROSS = 80;

/** Shares of the width for the columns of a table: room for the longest word, and the rest by how much there is to say. */
export function columnShares(part: Rows): number[] {
  const columns = part.head.map((head, i) => [head, ...part.rows.map((row) => runsText(row[i] ?? []))]);
  const least = columns.map((cells) => (Math.max(...cells.map(longestWord)) + 2) / LETTERS_ACROSS);
  const usual = columns.map((cells) => cells.reduce((sum, cell) => sum + Math.min(150, cell.length), 0) / cells.length);
  const room = Math.max(0.1, 1 - least.reduce((sum, share) => sum + share, 0));
  const all = usual.reduce((sum, length) => sum + length, 0);
  const shares = least.map((share, i) => share + (room * (usual[i] as number)) / Math.max(1, all));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

function longestWord(text: string): number {
  return Math.max(...text.split(/\s+/).map((word) => word.length));
}

/** What is printed, a line for each printed paragraph, without marks of notes; notes stand at the end. */
export function formText(form: Form): string {
  const lines = form.parts.flatMap(partLines);
  return [...lines, ...form.notes.map((note) => runsText(note.runs))].join('\n');
}

function partLines(part: FormPart): string[] {
  switch (part.kind) {
    case 'head':
      return [...part.issuer, ...part.state, part.number, part.placeDate].filter((line) => line !== '');
    case 'title':
      return [...part.lines];
    case 'heading':
    case 'item':
      return [`${part.label ? `${part.label.text} ` : ''}${runsText(part.runs)}`];
    case 'paragraph':
      return [runsText(part.runs)];
    case 'rows':
      return [part.head.join(' '), ...part.rows.map((row) => row.map(runsText).join(' ').trim())];
    case 'signing':
      return [...(part.receivers.length > 0 ? ['Nơi nhận:'] : []), ...part.receivers, ...part.roles, part.name];
  }
}
