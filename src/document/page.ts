/** A page before it is understood: words and ruling lines with their places, from a PDF's text or from recognition. */
import type { Box, Font } from './model.ts';

export interface PageWord {
  /** Without spaces, NFC. */
  readonly text: string;
  /** Points, origin top left. */
  readonly box: Box;
  readonly font: Font | null;
  /** 0 to 1; null for words that the file itself gives. */
  readonly confidence: number | null;
  /** Recognition is not sure of this word: a person should look. */
  readonly doubt: boolean;
}

/** A straight ruling line, horizontal (`y1 = y2`) or vertical (`x1 = x2`), points. */
export interface Rule {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface PageContent {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly source: 'text' | 'ocr';
  /** Quarter turns, clockwise, that set the page upright, when it was not; sizes and places are those of the upright page. */
  readonly turned?: 0 | 1 | 2 | 3;
  /** In the order of the file; the layout finds the order of reading. */
  readonly words: readonly PageWord[];
  readonly rules: readonly Rule[];
}
