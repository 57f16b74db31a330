/** Which rows of a list are chosen (chọn nhiệm vụ): one by one, with Shift from the last one on, or all of the filter. */

export interface Chosen {
  readonly id: string;
  readonly text: string;
}

export interface Selection {
  readonly chosen: ReadonlyMap<string, Chosen>;
  /** Where Shift begins. */
  readonly anchor: string | null;
}

export const NOTHING: Selection = { chosen: new Map(), anchor: null };

/** As many as the server takes in one act. */
export const MOST = 500;

/** Ticks or unticks a row; with `through` all rows from the anchor to it are made like the anchor. */
export function pick(before: Selection, rows: readonly Chosen[], id: string, through: boolean): Selection {
  const chosen = new Map(before.chosen);
  const to = rows.findIndex((row) => row.id === id);
  const from = through ? rows.findIndex((row) => row.id === before.anchor) : -1;
  if (to < 0) return before;
  const on = from >= 0 ? chosen.has(before.anchor as string) : !chosen.has(id);
  for (const { id, text } of from < 0 ? [rows[to] as Chosen] : rows.slice(Math.min(from, to), Math.max(from, to) + 1)) {
    if (!on) chosen.delete(id);
    else if (chosen.size < MOST) chosen.set(id, { id, text });
  }
  return { chosen, anchor: id };
}

export function pickAll(rows: readonly Chosen[]): Selection {
  return { chosen: new Map(rows.slice(0, MOST).map(({ id, text }) => [id, { id, text }])), anchor: null };
}
