/**
 * What the readers of flowing formats (HTML, .doc, .odt, .rtf) write down before anything is decided: runs as the file
 * has them, with their fonts, so that text in an encoding before Unicode can be judged over the whole document.
 */

import type { LegacyEncoding } from '../encoding/legacy.ts';

export interface RunStyle {
  /** Family; '' when unknown. */
  readonly font: string;
  /** Points; 0 when unknown. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
}

export const PLAIN: RunStyle = { font: '', size: 0, bold: false, italic: false };

export interface Run {
  readonly text: string;
  readonly style: RunStyle;
  /** What the font is drawn for; null for Unicode and where the font is unknown. */
  readonly encoding: LegacyEncoding | null;
  /** A line break of the writer stands before it. */
  readonly broken: boolean;
  /** The text is the mark of a note and no text of the writer. */
  readonly mark: boolean;
}

export interface DraftParagraph {
  readonly kind: 'paragraph';
  readonly runs: readonly Run[];
  /** Label of the list as the reader counted it, e.g. `1.`; '' for none. */
  readonly label: string;
  readonly centred: boolean;
  readonly level: number;
}

export interface DraftNote {
  readonly kind: 'note';
  readonly mark: string;
  readonly paragraphs: readonly DraftParagraph[];
}

export interface DraftCell {
  readonly blocks: readonly Draft[];
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}

export interface DraftTable {
  readonly kind: 'table';
  readonly rows: readonly (readonly DraftCell[])[];
  readonly columns: number;
  /** Lines are drawn around some cell, or the file says nothing of lines. */
  readonly ruled: boolean;
}

export type Draft = DraftParagraph | DraftTable | DraftNote;
