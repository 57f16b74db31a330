/** What a table (bảng) shows: its columns, the order of its rows, and which columns a person has put away. */
import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly id: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the right, so that their places stand under each other. */
  readonly numeric?: boolean | undefined;
  /** The head sorts; the page does the sorting. */
  readonly sorts?: boolean | undefined;
  /** Pixels; columns without one share what is left, at least `LEAST` each. */
  readonly width?: number | undefined;
  /** Cannot be put away. */
  readonly fixed?: boolean | undefined;
  /** Put away until a person asks for it. */
  readonly away?: boolean | undefined;
  /** On a phone a row is a card: its title, a line with the head before it, or nothing. */
  readonly phone?: 'title' | 'line' | 'none' | undefined;
}

export interface Sort {
  readonly by: string;
  readonly descending: boolean;
}

/** Pixels a column without a width needs. */
export const LEAST = 140;

/** The next order after a click on a head: up, down, none. */
export function nextSort(sort: Sort | null, by: string): Sort | null {
  if (sort?.by !== by) return { by, descending: false };
  return sort.descending ? null : { by, descending: true };
}

/** The columns to show: all but those put away; never none. */
export function shownColumns<C extends { readonly id: string; readonly fixed?: boolean | undefined }>(
  columns: readonly C[],
  away: ReadonlySet<string>,
): readonly C[] {
  const shown = columns.filter((column) => column.fixed || !away.has(column.id));
  return shown.length > 0 ? shown : columns.slice(0, 1);
}

/** The row that a key leads to, or null when the key is another's. `page` is how many rows are in sight. */
export function rowForKey(key: string, at: number, count: number, page: number): number | null {
  const to = {
    ArrowDown: at + 1,
    j: at + 1,
    ArrowUp: at - 1,
    k: at - 1,
    Home: 0,
    End: count - 1,
    PageDown: at + page,
    PageUp: at - page,
  }[key];
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}
