/** What every reader of a format makes: paragraphs, tables and notes in the order of reading, before they become text. */
import type { Issue } from '#base/issue.ts';
import type { Box, DocumentPage, Font, Format } from './model.ts';

/** A word of a page, or for files that flow any run of text (which may hold spaces). */
export interface BlockWord {
  readonly text: string;
  readonly box: Box | null;
  readonly confidence: number | null;
  readonly doubt: boolean;
  /** True when no space stands before it. */
  readonly glued: boolean;
}

export interface BlockLine {
  readonly page: number | null;
  readonly font: Font | null;
  readonly words: readonly BlockWord[];
  /** How it follows the line before: `wrap` the same sentence goes on, `break` a line break that the writer made. */
  readonly after: 'wrap' | 'break';
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly lines: readonly BlockLine[];
  /** The whole paragraph is bold / italic. */
  readonly bold: boolean;
  readonly italic: boolean;
  readonly centred: boolean;
  /** Heading level of the file's own styles, 1 to 6; 0 for none. */
  readonly level: number;
}

/** A cell stands at its top left; it may cover several columns and rows. */
export interface Cell {
  readonly paragraphs: readonly Paragraph[];
  /** From 0. */
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}

export interface Row {
  /** The cells that begin in this row, from left to right. */
  readonly cells: readonly Cell[];
}

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly Row[];
  readonly columns: number;
  /** True when the table only lays out the page, as the header and the signature of Decree 30 documents do. */
  readonly layout: boolean;
}

/** A footnote or endnote; its mark stands in the text as a glued word `[^1]`. */
export interface Note {
  readonly kind: 'note';
  readonly mark: string;
  readonly lines: readonly BlockLine[];
}

export type Block = Paragraph | Table | Note;

/** What a reader hands over. */
export interface Content {
  readonly format: Format;
  readonly pages: readonly DocumentPage[];
  readonly blocks: readonly Block[];
  readonly warnings: readonly Issue[];
  /** Texts over and under the pages of files that flow (headers, footers), which are not part of the text. */
  readonly margins?: readonly string[];
}

/** A text that is kept to the letter (`.txt`, `.md`): positions are into the file's own text. */
export interface PlainContent {
  readonly format: Format;
  readonly plain: string;
  readonly warnings: readonly Issue[];
}

/** A line of a file that flows. */
export function flowLine(text: string, font: Font | null = null, after: BlockLine['after'] = 'wrap'): BlockLine {
  return { page: null, font, words: [{ text, box: null, confidence: null, doubt: false, glued: false }], after };
}
