/** The chain of documents (chuỗi văn bản): which carries out which, which merely cites, which is a copy. */
import { bare } from '#base/fold.ts';

export interface ChainDocument {
  readonly id: string;
  readonly type: string | null;
  readonly symbolKey: string | null;
  readonly issuedOn: string | null;
  readonly planYear: number | null;
  readonly title: string | null;
}

export interface ChainLink {
  readonly from: string;
  readonly to: string;
  /** How often it is cited. */
  readonly count: number;
  /** True when a person confirmed it. */
  readonly confirmed: boolean;
}

export type EdgeKind = 'implements' | 'cites' | 'copies';

export interface ChainEdge extends ChainLink {
  readonly kind: EdgeKind;
}

/** Kinds of documents that carry a plan, from what decides to what carries out. */
const RANKS: readonly (readonly string[])[] = [
  ['luat', 'phap lenh'],
  ['nghi dinh', 'thong tu'],
  ['nghi quyet'],
  ['chi thi', 'ket luan'],
  ['quyet dinh'],
  ['chuong trinh', 'chuong trinh hanh dong', 'de an'],
  ['ke hoach'],
  ['cong van', 'bao cao', 'thong bao', 'to trinh'],
];
/** Resolutions decide a plan; what stands above them is the law that everything cites. */
const DECIDES = 2;
const REPORTS = 7;

function rankOf(type: string | null): number | null {
  if (type === null) return null;
  const key = bare(type).trim();
  const at = RANKS.findIndex((types) => types.some((one) => key === one || key.startsWith(`${one} `)));
  return at < 0 ? null : at;
}

/**
 * `implements`: the one cited decides (nghị quyết, chỉ thị, chương trình …), the citing one stands below it or says in
 * its title that it carries it out, for the same plan year. `copies`: the same symbol and day. Else `cites`.
 */
export function edgeKind(from: ChainDocument, to: ChainDocument): EdgeKind {
  if (from.symbolKey !== null && from.symbolKey === to.symbolKey && from.issuedOn === to.issuedOn) return 'copies';
  const [below, above] = [rankOf(from.type), rankOf(to.type)];
  if (above === null || above < DECIDES || above >= REPORTS) return 'cites';
  const sameYear = from.planYear !== null && from.planYear === to.planYear;
  const says = /\b(?:thuc hien|trien khai|to chuc thuc hien|cu the hoa)\b/.test(bare(from.title ?? ''));
  if (below !== null && below > above && below < REPORTS && (sameYear || says)) return 'implements';
  // A resolution of the council that takes up one of the Party committee stands beside it by its kind.
  return below === above && sameYear && says ? 'implements' : 'cites';
}

/** Edges between the documents that are there; copies are added by symbol and day, the later id copying the earlier. */
export function chainEdges(documents: readonly ChainDocument[], links: readonly ChainLink[]): ChainEdge[] {
  const byId = new Map(documents.map((one) => [one.id, one]));
  const edges: ChainEdge[] = [];
  for (const link of links) {
    const [from, to] = [byId.get(link.from), byId.get(link.to)];
    if (from && to && from !== to) edges.push({ ...link, kind: edgeKind(from, to) });
  }
  const first = new Map<string, string>();
  for (const one of [...documents].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (one.symbolKey === null || one.issuedOn === null) continue;
    const key = `${one.symbolKey} ${one.issuedOn}`;
    const original = first.get(key);
    if (original === undefined) first.set(key, one.id);
    else if (!edges.some((edge) => edge.from === one.id && edge.to === original)) {
      edges.push({ from: one.id, to: original, count: 0, confirmed: false, kind: 'copies' });
    }
  }
  return edges;
}
