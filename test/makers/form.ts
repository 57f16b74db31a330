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

/** Lines of a name and a value. On paper they are a table with a head, whose words the sample doesn't have. */
export interface Rows {
  readonly kind: 'rows';
  readonly head: readonly [string, string];
  readonly rows: readonly { readonly name: readonly Run[]; readonly value: readonly Run[] }[];
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
      return [part.head.join(' '), ...part.rows.map((row) => `${runsText(row.name)} ${runsText(row.value)}`.trim())];
    case 'signing':
      return [...(part.receivers.length > 0 ? ['Nơi nhận:'] : []), ...part.receivers, ...part.roles, part.name];
  }
}
