/** A diff of a plan (bản so sánh) as the page works on it: what is shown, what a decision does before the server answers. */
import type { Answer } from '../../api/client.ts';

export type Diff = Answer<'GET /diffs/:id'>;
export type Item = Diff['items'][number];
export type Decision = Item['decision'];
export type Kind = Item['change'];

export interface Shown {
  readonly kind?: Kind | undefined;
  readonly onlyOpen: boolean;
}

/** Items to show; the one that is looked at stays although it was just decided. */
export function shownItems(items: readonly Item[], { kind, onlyOpen }: Shown, current: string | undefined): Item[] {
  return items.filter(
    (item) =>
      (kind === undefined || item.change === kind) && (!onlyOpen || item.decision === 'open' || item.id === current),
  );
}

export function countsOf(items: readonly Item[]): Record<Kind, { all: number; open: number }> {
  const counts = { new: { all: 0, open: 0 }, changed: { all: 0, open: 0 }, gone: { all: 0, open: 0 } };
  for (const item of items) {
    counts[item.change].all++;
    if (item.decision === 'open') counts[item.change].open++;
  }
  return counts;
}

/** The next undecided item behind `id` in what is shown, from the top when there is none; null when all are decided. */
export function nextOpen(items: readonly Item[], id: string): string | null {
  const at = items.findIndex((item) => item.id === id);
  const rest = [...items.slice(at + 1), ...items.slice(0, Math.max(0, at))];
  return rest.find((item) => item.decision === 'open')?.id ?? null;
}

/** The diff as it will be once the server agrees. */
export function decided(diff: Diff, ids: ReadonlySet<string>, decision: Decision): Diff {
  const items = diff.items.map((item) => (ids.has(item.id) ? { ...item, decision } : item));
  const count = (state: Decision) => items.filter((item) => item.decision === state).length;
  return { ...diff, items, counts: { open: count('open'), applied: count('applied'), refused: count('refused') } };
}

/** Puts what another person decided into what is here. */
export function withCurrent(diff: Diff, current: readonly Item[]): Diff {
  const byId = new Map(current.map((item) => [item.id, item]));
  return decided({ ...diff, items: diff.items.map((item) => byId.get(item.id) ?? item) }, new Set(), 'open');
}
