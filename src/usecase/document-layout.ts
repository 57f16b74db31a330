/** The way back from a text to its pages, as it is stored: numbers in rows instead of objects, tenths of points. */
import type { Issue } from '#base/issue.ts';
import type { Box, Document, DocumentPage } from '#document/model.ts';

export interface StoredLayout {
  readonly pages: readonly DocumentPage[];
  /** start, end, page, x, y, width, height, confidence (-1: none); page 0 and no box in files that flow. */
  readonly lines: readonly (readonly number[])[];
  readonly words: readonly (readonly number[])[];
  readonly doubts: readonly (readonly [number, number])[];
  readonly warnings: readonly Issue[];
}

export function packLayout(document: Document): StoredLayout {
  return {
    pages: document.pages,
    lines: document.lines.map((line) => row(line.span, line.page ?? 0, line.box, line.confidence)),
    words: document.words.map((word) => row(word.span, word.page, word.box, word.confidence)),
    doubts: document.doubts.map(({ start, end }) => [start, end] as const),
    warnings: document.warnings,
  };
}

function row(
  span: { readonly start: number; readonly end: number },
  page: number,
  box: Box | null,
  confidence: number | null,
): number[] {
  const sure = confidence === null ? -1 : Math.round(confidence * 100) / 100;
  if (!box) return [span.start, span.end, page];
  return [span.start, span.end, page, tenth(box.x), tenth(box.y), tenth(box.width), tenth(box.height), sure];
}

function tenth(points: number): number {
  return Math.round(points * 10) / 10;
}
