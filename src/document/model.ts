/**
 * The document (văn bản): what any file becomes, whatever it was. Its `text` is what `read` takes, and every stretch
 * of the text leads back to a page and a box.
 */
import type { Issue } from '#base/issue.ts';
import type { Refusal } from '#base/refusal.ts';
import type { Span } from '#base/span.ts';

export type Format = 'docx' | 'doc' | 'odt' | 'rtf' | 'pdf' | 'image' | 'txt' | 'md' | 'html';

/** A rectangle on a page in points (1/72 inch), origin at the top left of the page as it is shown. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Font {
  /** Family as the file names it, without a subset prefix; '' when unknown. */
  readonly name: string;
  /** Points; 0 when unknown. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** A page of a paged file (PDF, picture). Files that flow (Word, text) have none: where a page ends is up to the printer. */
export interface DocumentPage {
  /** From 1, as in the file, also when only some pages were read. */
  readonly number: number;
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** Where its words came from: the file's own text, or characters recognised in the picture (OCR). */
  readonly source: 'text' | 'ocr';
  /** Mean confidence of the words, 0 to 1; null where nothing was recognised. */
  readonly confidence: number | null;
}

/** A printed line (paged files) or a run of words in one font (files that flow). */
export interface DocumentLine {
  /** Into `Document.text`. */
  readonly span: Span;
  readonly page: number | null;
  readonly box: Box | null;
  readonly font: Font | null;
  /** Lowest confidence of its words, 0 to 1; null where nothing was recognised. */
  readonly confidence: number | null;
}

/** A word that has a place on a page, in order of the text. */
export interface DocumentWord {
  readonly span: Span;
  readonly page: number;
  readonly box: Box;
  readonly confidence: number | null;
}

export interface Document {
  readonly format: Format;
  readonly pages: readonly DocumentPage[];
  readonly text: string;
  /** In order of the text. */
  readonly lines: readonly DocumentLine[];
  readonly words: readonly DocumentWord[];
  /** Numbers and words that recognition is not sure of, into `text`: to be checked by a person. */
  readonly doubts: readonly Span[];
  /** What a person should know: tracked changes taken as accepted, hidden text left out, macros present … */
  readonly warnings: readonly Issue[];
}

/** A place on a page. */
export interface Place {
  readonly page: number;
  readonly box: Box;
}

export type OcrMode = 'auto' | 'always' | 'never';

/** What one file may cost. */
export interface Limits {
  /** Largest file, bytes. */
  readonly bytes: number;
  /** Longest time for one file, seconds. */
  readonly seconds: number;
  /** Most memory of the worker that opens the file, MB. */
  readonly megabytes: number;
  readonly pages: number;
}

export const USUAL_LIMITS: Limits = { bytes: 100 * 1024 * 1024, seconds: 1800, megabytes: 1500, pages: 1000 };

/** How far the opening of a file is. */
export interface OpenProgress {
  readonly done: number;
  readonly total: number;
  /** `text` reads what the file says, `ocr` recognises characters in pictures of pages. */
  readonly stage: 'text' | 'ocr';
}

export interface OpenOptions {
  /** First and last page to read, from 1, both included; null for all. */
  readonly pages?: { readonly from: number; readonly to: number } | null;
  readonly ocr?: OcrMode;
  readonly limits?: Partial<Limits>;
  readonly onProgress?: (progress: OpenProgress) => void;
  readonly signal?: AbortSignal;
}

export type FileRefusalCode =
  | 'empty'
  | 'too-large'
  | 'too-many-pages'
  | 'too-long'
  | 'too-much-memory'
  | 'unknown-format'
  | 'wrong-extension'
  | 'encrypted'
  | 'damaged'
  | 'bomb'
  | 'unsafe-xml'
  | 'unsafe-path'
  | 'no-text'
  | 'secret'
  | 'needs-converting'
  | 'no-such-page'
  | 'cancelled'
  | 'crashed';

/** Why a file was not opened. */
export interface FileRefusal extends Refusal {
  readonly code: FileRefusalCode;
}

export function fileRefusal(code: FileRefusalCode, vi: string, en: string): FileRefusal {
  return { code, vi, en };
}

/** Where a stretch of the text stands on the pages: one place for each printed line that it touches, in order. */
export function placesOf(document: Document, span: Span): Place[] {
  const { words } = document;
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] as DocumentWord).span.end <= span.start) low = middle + 1;
    else high = middle;
  }
  const places: { page: number; box: Box }[] = [];
  for (let i = low; i < words.length; i++) {
    const word = words[i] as DocumentWord;
    if (word.span.start >= span.end) break;
    const last = places.at(-1);
    if (last && last.page === word.page && onOneLine(last.box, word.box)) last.box = union(last.box, word.box);
    else places.push({ page: word.page, box: word.box });
  }
  return places;
}

function onOneLine(a: Box, b: Box): boolean {
  const shared = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return b.x >= a.x && shared > 0.5 * Math.min(a.height, b.height);
}

/** The smallest box that holds both. */
export function union(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}
