/** The file that a text came from, as far as its forms show it: pages, places on them, what to know about the file. */
import type { Issue } from '#base/issue.ts';
import type { Span } from '#base/span.ts';

/** A rectangle on a page in points (1/72 inch), origin at the top left. */
export interface PageBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PagePlace {
  readonly page: number;
  readonly box: PageBox;
}

export interface OriginPage {
  /** From 1, as in the file. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** The file's own text, or characters recognised in the picture of the page. */
  readonly source: 'text' | 'ocr';
  readonly confidence: number | null;
}

/** The picture of a number that recognition is not sure of. */
export interface Crop {
  readonly span: Span;
  readonly page: number;
  /** From the folder of the report to the picture, with `/`. */
  readonly path: string;
}

export interface Origin {
  /** `docx`, `pdf`, `txt` … */
  readonly format: string;
  /** Empty for files that flow: where their pages end is up to the printer. */
  readonly pages: readonly OriginPage[];
  /** What a person should know about the file. */
  readonly warnings: readonly Issue[];
  /** Pictures of numbers to compare, when they were cut out. */
  readonly crops?: readonly Crop[];
  /** Where a stretch of the text stands: one place for each printed line that it touches, in order. */
  placesOf(span: Span): readonly PagePlace[];
}

/** The page on which a stretch of the text begins; null where it has none. */
export function pageOf(origin: Origin | undefined, span: Span): number | null {
  if (!origin || origin.pages.length === 0) return null;
  return origin.placesOf(span)[0]?.page ?? null;
}

const FORMATS: Readonly<Record<string, string>> = {
  docx: 'Word (.docx)',
  doc: 'Word đời cũ (.doc)',
  odt: 'OpenDocument (.odt)',
  rtf: 'RTF',
  pdf: 'PDF',
  image: 'ảnh',
  txt: 'văn bản thuần',
  md: 'Markdown',
  html: 'trang web (.html)',
};

/** `PDF, 12 trang, 10 trang nhận dạng chữ từ ảnh`; for files that flow only what they are. */
export function originWords({ format, pages }: Origin): string {
  const name = FORMATS[format] ?? format;
  if (pages.length === 0) return name;
  const scanned = pages.filter((page) => page.source === 'ocr').length;
  const words = [name, `${pages.length} trang`];
  if (scanned === pages.length) words.push('nhận dạng chữ từ ảnh');
  else if (scanned > 0) words.push(`${scanned} trang nhận dạng chữ từ ảnh`);
  return words.join(', ');
}
