/** Ruling lines (đường kẻ): the strokes and thin rectangles of a page, joined where they continue each other. */
import type { Rule } from '#document/page.ts';

/** A piece of a line as the file draws it, straight along one side of the page. */
export interface Stroke {
  readonly horizontal: boolean;
  /** Across: y of a horizontal one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Two strokes nearer than this are drawn as one line, points: borders of two cells, double lines, dashes. */
const SAME_LINE = 1.6;
const LEAST_GAP = 2.2;
/** What is shorter rules nothing. */
const SHORTEST = 6;
const MOST_RULES = 4000;

/** Rules of a page of this size, horizontal ones from the top first. */
export function joinStrokes(strokes: readonly Stroke[], width: number, height: number): Rule[] {
  const across = join(strokes.filter((stroke) => stroke.horizontal));
  const down = join(strokes.filter((stroke) => !stroke.horizontal));
  const rules: Rule[] = [];
  for (const { at, from, to } of across) {
    const [x1, x2] = [Math.max(0, from), Math.min(width, to)];
    if (at >= -1 && at <= height + 1 && x2 - x1 >= SHORTEST) rules.push({ x1, y1: at, x2, y2: at });
  }
  for (const { at, from, to } of down) {
    const [y1, y2] = [Math.max(0, from), Math.min(height, to)];
    if (at >= -1 && at <= width + 1 && y2 - y1 >= SHORTEST) rules.push({ x1: at, y1, x2: at, y2 });
  }
  return rules.length <= MOST_RULES ? rules : longest(rules);
}

function join(strokes: readonly Stroke[]): Stroke[] {
  const sorted = [...strokes].sort((a, b) => a.at - b.at);
  const joined: Stroke[] = [];
  for (let i = 0; i < sorted.length; ) {
    const first = sorted[i] as Stroke;
    let end = i;
    while (end < sorted.length && (sorted[end] as Stroke).at - first.at < SAME_LINE) end++;
    joined.push(...joinRow(sorted.slice(i, end)));
    i = end;
  }
  return joined;
}

/** Strokes on one line; the longest says where it lies. */
function joinRow(row: Stroke[]): Stroke[] {
  row.sort((a, b) => a.from - b.from);
  const joined: Stroke[] = [];
  let longest = 0;
  for (const stroke of row) {
    const last = joined.at(-1);
    const length = stroke.to - stroke.from;
    if (last && stroke.from <= last.to + LEAST_GAP) {
      const at = length > longest ? stroke.at : last.at;
      longest = Math.max(longest, length);
      joined[joined.length - 1] = { ...last, at, to: Math.max(last.to, stroke.to) };
    } else {
      longest = length;
      joined.push(stroke);
    }
  }
  return joined;
}

function longest(rules: readonly Rule[]): Rule[] {
  const length = ({ x1, y1, x2, y2 }: Rule) => x2 - x1 + y2 - y1;
  return [...rules].sort((a, b) => length(b) - length(a)).slice(0, MOST_RULES);
}
