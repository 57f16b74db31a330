/** Ruling lines put together: pieces of one line become one, double lines single, lines that meet a group. */
import type { Rule } from '../page.ts';

/** A horizontal or vertical line: where it stands, from where to where. */
export interface Stroke {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Lines that touch each other. */
export interface RuleGroup {
  readonly across: readonly Stroke[];
  readonly down: readonly Stroke[];
}

/** Two lines nearer than this are a double line; a gap in a line smaller than this is none. */
const DOUBLE = 3;
const GAP = 3;
/** Shorter pieces are letters, ticks and dots. */
const SHORTEST = 4;
/** Lines that end nearer than this to another line meet it. */
const MEETS = 4;
/** More lines than any form or table has on a page: a drawing. */
const MOST = 2000;
/** Farther out is no paper, in points. */
const LARGEST = 100_000;

export interface Strokes {
  readonly across: readonly Stroke[];
  readonly down: readonly Stroke[];
}

/** Single strokes, longest first kept where there are too many. */
export function strokesOf(rules: readonly Rule[]): Strokes {
  const across: Stroke[] = [];
  const down: Stroke[] = [];
  for (const { x1, y1, x2, y2 } of rules) {
    if (!(Math.abs(x1) + Math.abs(y1) + Math.abs(x2) + Math.abs(y2) < LARGEST)) continue;
    if (Math.abs(x2 - x1) >= Math.abs(y2 - y1)) {
      across.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
    } else down.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) });
  }
  return { across: merge(across), down: merge(down) };
}

/** Puts pieces of one line together. */
function merge(strokes: Stroke[]): Stroke[] {
  strokes.sort((a, b) => a.at - b.at);
  const merged: Stroke[] = [];
  for (let i = 0; i < strokes.length; ) {
    const start = (strokes[i] as Stroke).at;
    let end = i;
    while (end < strokes.length && (strokes[end] as Stroke).at - start <= DOUBLE) end++;
    const near = strokes.slice(i, end).sort((a, b) => a.from - b.from);
    let at = 0;
    let weight = 0;
    let open: { from: number; to: number } | null = null;
    const close = (): void => {
      if (open && open.to - open.from >= SHORTEST) merged.push({ at: at / weight, ...open });
      open = null;
      at = 0;
      weight = 0;
    };
    for (const stroke of near) {
      if (open !== null && stroke.from > (open as { to: number }).to + GAP) close();
      const length = Math.max(0.1, stroke.to - stroke.from);
      at += stroke.at * length;
      weight += length;
      const current = open as { from: number; to: number } | null;
      open = current
        ? { from: current.from, to: Math.max(current.to, stroke.to) }
        : { from: stroke.from, to: stroke.to };
    }
    close();
    i = end;
  }
  if (merged.length <= MOST) return merged;
  return merged
    .sort((a, b) => b.to - b.from - (a.to - a.from))
    .slice(0, MOST)
    .sort((a, b) => a.at - b.at);
}

/** Groups of lines that meet. Only groups with lines in both directions can be tables. */
export function groupStrokes({ across, down }: Strokes): RuleGroup[] {
  const parent = Array.from({ length: across.length + down.length }, (_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] as number;
    while (parent[i] !== root) {
      const next = parent[i] as number;
      parent[i] = root;
      i = next;
    }
    return root;
  };
  const sorted = down.map((stroke, i) => ({ stroke, i })).sort((a, b) => a.stroke.at - b.stroke.at);
  for (const [i, stroke] of across.entries()) {
    for (let k = firstFrom(sorted, stroke.from - MEETS); k < sorted.length; k++) {
      const other = sorted[k] as { stroke: Stroke; i: number };
      if (other.stroke.at > stroke.to + MEETS) break;
      if (stroke.at < other.stroke.from - MEETS || stroke.at > other.stroke.to + MEETS) continue;
      parent[find(across.length + other.i)] = find(i);
    }
  }
  const groups = new Map<number, { across: Stroke[]; down: Stroke[] }>();
  const groupOf = (i: number): { across: Stroke[]; down: Stroke[] } => {
    const root = find(i);
    let group = groups.get(root);
    if (!group) {
      group = { across: [], down: [] };
      groups.set(root, group);
    }
    return group;
  };
  for (const [i, stroke] of across.entries()) groupOf(i).across.push(stroke);
  for (const [i, stroke] of down.entries()) groupOf(across.length + i).down.push(stroke);
  return [...groups.values()];
}

function firstFrom(sorted: readonly { stroke: Stroke }[], at: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as { stroke: Stroke }).stroke.at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
