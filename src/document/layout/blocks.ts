/** Drafts to blocks: printed lines become the lines and words of paragraphs, marks of notes become `[^1]`. */
import type { BlockLine, BlockWord, Cell, Paragraph, Row, Table } from '../block.ts';
import type { Box } from '../model.ts';
import type { PageWord } from '../page.ts';
import type { Line, Token } from './line.ts';
import type { Measures, PageMeasure } from './measures.ts';
import { plainMark } from './notes.ts';
import { endsGlued } from './openings.ts';
import { type DraftParagraph, partParagraphs } from './paragraphs.ts';
import type { DraftCell, DraftTable } from './table.ts';

/** Which marks of a page are marks of notes, and what they are called in the document. */
export type Marks = ReadonlyMap<number, ReadonlyMap<string, string>>;

/** Turns drafts into blocks and keeps which notes they bear. */
export class BlockWriter {
  readonly #marks: Marks;
  readonly #original: (word: PageWord) => PageWord;
  /** Names of the notes that the words written so far bear; the caller empties it. */
  borne: string[] = [];

  /** `original` finds the word of the page for a word that layout moved. */
  constructor(marks: Marks, original: (word: PageWord) => PageWord) {
    this.#marks = marks;
    this.#original = original;
  }

  paragraph({ lines, breaks, centred }: DraftParagraph): Paragraph {
    return {
      kind: 'paragraph',
      lines: this.lines(lines, breaks),
      bold: lines.every((line) => line.bold),
      italic: lines.every((line) => line.italic),
      centred,
      level: 0,
    };
  }

  lines(lines: readonly Line[], breaks: readonly boolean[] = []): BlockLine[] {
    return lines.map((line, i) => {
      const before = i > 0 && !breaks[i] ? lines[i - 1]?.tokens.at(-1)?.text : undefined;
      return this.#line(line, breaks[i] ? 'break' : 'wrap', before !== undefined && endsGlued(before));
    });
  }

  table(table: DraftTable): Table {
    const rows: Row[] = table.rows.map((row) => ({
      cells: [...row.cells].sort((a, b) => a.column - b.column).map((cell) => this.#cell(cell, table.layout)),
    }));
    let columns = Math.max(1, table.xs.length - 1);
    for (const row of rows) for (const cell of row.cells) columns = Math.max(columns, cell.column + cell.columns);
    return { kind: 'table', rows, columns, layout: table.layout };
  }

  #cell(cell: DraftCell, layout: boolean): Cell {
    const { column, columns, rows } = cell;
    const drafts = layout
      ? cell.lines.map((line) => ({ lines: [line], breaks: [false], centred: false }))
      : partParagraphs(cell.lines, measureCell(cell));
    return { paragraphs: drafts.map((draft) => this.paragraph(draft)), column, columns, rows };
  }

  #line(line: Line, after: BlockLine['after'], glued: boolean): BlockLine {
    const font = line.tokens.find((token) => token.word.font !== null)?.word.font ?? null;
    const words = line.tokens.flatMap((token, i) => this.#words(line, token, i === 0 ? glued : token.glued, i));
    return {
      page: line.page,
      font: font ? { ...font, size: line.size, bold: line.bold, italic: line.italic } : null,
      words,
      after,
    };
  }

  #words(line: Line, token: Token, glued: boolean, at: number): BlockWord[] {
    const marks = this.#marks.get(line.page);
    const word = this.#original(token.word);
    const { box, confidence, doubt } = word;
    const text = token.text.replace(/\u00ad$/, '');
    if (token.raised) {
      const name = nameOf(marks, text);
      if (name !== undefined) {
        this.borne.push(name);
        return [{ text: `[^${name}]`, box, confidence, doubt, glued: at > 0 }];
      }
      // Recognition draws some boxes too high: a digit is raised behind a unit, elsewhere it is one to be looked at.
      const before = line.tokens[at - 1]?.text ?? '';
      if (confidence !== null && /\d/.test(text) && !UNIT.test(before)) {
        return [{ text, box, confidence, doubt: true, glued: false }];
      }
      return [{ text: raise(text), box, confidence, doubt, glued: at > 0 }];
    }
    const parts = marks ? splitMark(word, marks) : null;
    if (!parts) return [{ text, box, confidence, doubt, glued }];
    this.borne.push(parts.name);
    return [
      { text: parts.text, box: parts.box, confidence, doubt, glued },
      { text: `[^${parts.name}]`, box: parts.markBox, confidence, doubt, glued: true },
      ...(parts.rest === '' ? [] : [{ text: parts.rest, box: parts.markBox, confidence, doubt, glued: true }]),
    ];
  }
}

function nameOf(marks: ReadonlyMap<string, string> | undefined, text: string): string | undefined {
  const plain = plainMark(text);
  return plain === null ? undefined : marks?.get(plain);
}

/** m, km, cm … */
const UNIT = /(?:^|[^\p{L}])[kcdm]?m$/u;

/** Raised digits that are no mark: `m²`. */
function raise(text: string): string {
  return /^\d+$/.test(text) ? [...text].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('') : text;
}

interface MarkedWord {
  text: string;
  name: string;
  rest: string;
  box: Box;
  markBox: Box;
}

/** A mark written with its word: `thị¹`, in recognised text also `thị1`, when the page has that note. */
function splitMark(word: PageWord, marks: ReadonlyMap<string, string>): MarkedWord | null {
  const found =
    /^([“"(]?\p{L}{2,}[”")]?)([⁰¹²³⁴-⁹]{1,3})([.,;:)]*)$/u.exec(word.text) ??
    (word.font?.name ? null : /^([“"(]?\p{Lu}?\p{Ll}{2,}[”")]?)(\d{1,2})([.,;:)]*)$/u.exec(word.text));
  if (!found) return null;
  const name = nameOf(marks, found[2] as string);
  if (name === undefined) return null;
  const [, text = '', mark = '', rest = ''] = found;
  const width = (word.box.width * text.length) / word.text.length;
  const markWidth = (word.box.width * (mark.length + rest.length)) / word.text.length;
  return {
    text,
    name,
    rest,
    box: { ...word.box, width },
    markBox: { ...word.box, x: word.box.x + width, width: markWidth },
  };
}

/** A cell's lines are measured by the cell. */
function measureCell(cell: DraftCell): Measures {
  const pages = new Map<number, PageMeasure>();
  for (const line of cell.lines) {
    const own = pages.get(line.page);
    const left = Math.min(own?.left ?? line.left, line.left);
    const inner = cell.right - Math.min(8, Math.max(2, line.left - cell.left));
    const right = Math.max(own?.right ?? 0, line.right, inner);
    pages.set(line.page, { left, right, farthest: right });
  }
  return { pages, indent: 0, wrap: null, pitch: { text: 0, ocr: 0 } };
}

/** Lines of one column are measured by themselves. */
export function measureColumn(lines: readonly Line[]): Measures {
  const pages = new Map<number, PageMeasure>();
  for (const line of lines) {
    const own = pages.get(line.page);
    const left = Math.min(own?.left ?? line.left, line.left);
    const right = Math.max(own?.right ?? 0, line.right);
    pages.set(line.page, { left, right, farthest: right });
  }
  return { pages, indent: 0, wrap: null, pitch: { text: 0, ocr: 0 } };
}
