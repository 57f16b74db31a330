/** The last column of a report's tables: the line of the text, or the page of a paged file. */
import type { Span } from '#base/span.ts';
import { type Origin, pageOf } from './origin.ts';
import { indexPlaces, type PlaceIndex } from './place.ts';
import type { Cell, Column } from './report.ts';
import { MISSING } from './words.ts';

export interface Locator {
  readonly lines: PlaceIndex;
  /** `d. 12`, or `tr. 5` where the page is known. */
  readonly column: Column;
  at(span: Span): Cell;
  /** `12:7` (line and column), or `tr. 5` where the page is known. */
  readonly exactColumn: Column;
  exactly(span: Span | null): Cell;
}

export function makeLocator(text: string, origin?: Origin): Locator {
  const lines = indexPlaces(text);
  const isPaged = origin !== undefined && origin.pages.length > 0;
  const page = (span: Span): Cell | null => {
    const number = pageOf(origin, span);
    return number === null ? null : { text: `tr. ${number}` };
  };
  return {
    lines,
    column: { title: isPaged ? 'Trang' : 'Dòng', align: 'right' },
    at: (span) => page(span) ?? { text: `d. ${lines.line(span.start)}` },
    exactColumn: { title: isPaged ? 'Trang' : 'Dòng:cột', align: 'right' },
    exactly(span) {
      if (span === null) return { text: MISSING };
      const { line, column } = lines.place(span.start);
      return page(span) ?? { text: isPaged ? `d. ${line}` : `${line}:${column}` };
    },
  };
}
