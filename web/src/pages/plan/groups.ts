/** Targets in the order of the resolution (theo nhóm): groups by heading, sub-targets below their wholes, numbered. */

interface Placed {
  readonly id: string;
  readonly parentId: string | null;
  readonly groupTitle: string | null;
}

export interface Numbered<T> {
  readonly item: T;
  /** `7`, `7.1`. */
  readonly number: string;
  readonly depth: number;
}

export interface Group<T> {
  readonly key: string;
  readonly title: string | null;
  readonly rows: readonly Numbered<T>[];
}

/** A part whose whole is not among the items stands by itself. Parts come right behind their whole. */
export function inGroups<T extends Placed>(items: readonly T[]): Group<T>[] {
  const known = new Set(items.map((item) => item.id));
  const parts = Map.groupBy(items, (item) => (item.parentId !== null && known.has(item.parentId) ? item.parentId : ''));
  const groups: { key: string; title: string | null; rows: Numbered<T>[] }[] = [];
  const add = (item: T, number: string, depth: number) => {
    groups.at(-1)?.rows.push({ item, number, depth });
    for (const [i, part] of (parts.get(item.id) ?? []).entries()) add(part, `${number}.${i + 1}`, depth + 1);
  };
  for (const [i, item] of (parts.get('') ?? []).entries()) {
    const last = groups.at(-1);
    if (!last || last.title !== item.groupTitle) groups.push({ key: item.id, title: item.groupTitle, rows: [] });
    add(item, String(i + 1), 0);
  }
  return groups;
}

/** Those that pass, with the numbers that they have among all; groups that keep none are left out. */
export function onlyThose<T>(groups: readonly Group<T>[], passes: (item: T) => boolean): Group<T>[] {
  return groups
    .map((group) => ({ ...group, rows: group.rows.filter((row) => passes(row.item)) }))
    .filter((group) => group.rows.length > 0);
}
