/**
 * Where each document stands in the drawing of the chain: what decides above, what carries it out below, rows ordered so
 * that lines cross little. Small and of our own: a chain has tens of documents.
 */

export interface GraphNode {
  readonly id: string;
  /** Older ones stand further left within a row. */
  readonly issuedOn: string | null;
}

export interface GraphEdge {
  /** The document that cites. */
  readonly from: string;
  readonly to: string;
}

export interface Placed {
  readonly id: string;
  readonly row: number;
  readonly column: number;
}

/** Sweeps over the rows; more change nothing in chains of this size. */
const SWEEPS = 6;

/** Rows from 0 (cited, citing nothing) downwards; columns from 0 within each. Circles are broken at their latest edge. */
export function placeNodes(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Placed[] {
  const ids = new Set(nodes.map((node) => node.id));
  const above = new Map<string, string[]>();
  const below = new Map<string, string[]>();
  for (const { from, to } of edges) {
    if (from === to || !ids.has(from) || !ids.has(to)) continue;
    push(above, from, to);
    push(below, to, from);
  }
  const rows = rowsOf(nodes, above);
  const lines: string[][] = [];
  const sorted = [...nodes].sort(
    (a, b) => (a.issuedOn ?? '9999').localeCompare(b.issuedOn ?? '9999') || a.id.localeCompare(b.id),
  );
  for (const { id } of sorted) {
    const row = rows.get(id) ?? 0;
    while (lines.length <= row) lines.push([]);
    (lines[row] as string[]).push(id);
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const down = sweep % 2 === 0;
    const order = lines.map((_, i) => (down ? i : lines.length - 1 - i));
    for (const row of order) settle(lines, row, down ? above : below);
  }
  return lines.flatMap((line, row) => line.map((id, column) => ({ id, row, column })));
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const there = map.get(key);
  if (there) there.push(value);
  else map.set(key, [value]);
}

/** The longest way up from each node. */
function rowsOf(nodes: readonly GraphNode[], above: ReadonlyMap<string, readonly string[]>): Map<string, number> {
  const rows = new Map<string, number>();
  const open = new Set<string>();
  const visit = (id: string): number => {
    const known = rows.get(id);
    if (known !== undefined) return known;
    // A circle: whoever is being looked at stands nowhere yet.
    if (open.has(id)) return -1;
    open.add(id);
    const row = Math.max(-1, ...(above.get(id) ?? []).map(visit)) + 1;
    open.delete(id);
    rows.set(id, row);
    return row;
  };
  for (const { id } of nodes) visit(id);
  return rows;
}

/** Puts a row in the order of the middle of its neighbours. */
function settle(lines: string[][], row: number, neighbours: ReadonlyMap<string, readonly string[]>): void {
  const place = new Map<string, number>();
  for (const line of lines) {
    for (const [i, id] of line.entries()) place.set(id, (i + 0.5) / line.length);
  }
  const line = lines[row] as string[];
  const wish = new Map(
    line.map((id) => {
      const places = (neighbours.get(id) ?? []).map((one) => place.get(one) ?? 0);
      const own = place.get(id) ?? 0;
      return [id, places.length === 0 ? own : places.reduce((sum, one) => sum + one, 0) / places.length];
    }),
  );
  line.sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0));
}
