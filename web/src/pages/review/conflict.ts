/**
 * Two people changed one item (xung đột): which fields each of them changed since the version that both began with, and
 * what comes out of the choice between them.
 */

export type Fields = Readonly<Record<string, unknown>>;
export type Side = 'mine' | 'theirs';

export interface FieldConflict {
  readonly name: string;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** Only one of the two changed it, or both to the same: that one is proposed. */
  readonly proposed: Side;
  /** Both changed it, to different values: a person must choose. */
  readonly clash: boolean;
}

export function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** Objects with their keys in order, for comparing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined && one !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, sorted(one)]),
  );
}

/** Names of the fields that are not as they were. */
export function changedFields(base: Fields, now: Fields): string[] {
  return [...new Set([...Object.keys(base), ...Object.keys(now)])].filter((name) => !same(base[name], now[name]));
}

/** Fields that mine or theirs changed, in the order of `base`. Both having the same value is no conflict. */
export function compare(base: Fields, mine: Fields, theirs: Fields): FieldConflict[] {
  const names = [...new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])];
  return names.flatMap((name) => {
    const [was, my, their] = [base[name], mine[name], theirs[name]];
    if (same(my, their)) return [];
    const iChanged = !same(was, my);
    const clash = iChanged && !same(was, their);
    return [{ name, base: was, mine: my, theirs: their, proposed: iChanged ? 'mine' : 'theirs', clash } as const];
  });
}

/** What is sent on top of theirs: the fields of mine that were chosen. */
export function chosenFields(
  conflicts: readonly FieldConflict[],
  sides: Readonly<Record<string, Side>>,
): Record<string, unknown> {
  return Object.fromEntries(
    conflicts.flatMap(({ name, mine, proposed }) => ((sides[name] ?? proposed) === 'mine' ? [[name, mine]] : [])),
  );
}
