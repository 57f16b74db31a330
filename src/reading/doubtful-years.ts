/** Years that recognition is not sure of, and what hangs on them: a heading's year holds for everything below it. */
import type { Span } from '#base/span.ts';
import type { DocumentHeader, Measurement, OutlineNode } from './model.ts';

const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/g;

/** Years that doubts name, by the part of the document that they stand in. */
export class DoubtfulYears {
  readonly #source: string;
  readonly #doubts: readonly Span[];
  /** All doubtful years. */
  readonly #named = new Set<number>();
  /** Parts of the document in which years are doubtful, in order and apart. */
  readonly #parts: { readonly span: Span; readonly years: ReadonlySet<number> }[] = [];

  /** `doubts` are in order and apart from each other. */
  constructor(source: string, doubts: readonly Span[], outline: readonly OutlineNode[]) {
    this.#source = source;
    this.#doubts = doubts.filter((span) => this.#yearsOf(span).length > 0);
    for (const doubt of this.#doubts) for (const year of this.#yearsOf(doubt)) this.#named.add(year);
    if (this.#named.size === 0) return;
    this.#walk(outline);
    this.#parts.sort((a, b) => a.span.start - b.span.start);
  }

  /** Whether a measurement's year is named by a doubt in its own paragraph, in a heading above or in its table's head. */
  above(m: Measurement): boolean {
    if (m.year === null || !this.#named.has(m.year)) return false;
    let low = 0;
    let high = this.#parts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#parts[middle]?.span.start ?? 0) <= m.valueSpan.start) low = middle;
      else high = middle - 1;
    }
    const part = this.#parts[low];
    return part !== undefined && m.valueSpan.start < part.span.end && part.years.has(m.year);
  }

  /** Whether the plan's year stands only where recognition is not sure, or in such a word of the title. */
  isDoubtfulPlanYear({ planYear, spans }: DocumentHeader): boolean {
    if (planYear === null || !this.#named.has(planYear)) return false;
    const { title } = spans;
    const inTitle =
      title && this.#doubts.some((d) => d.start < title.end && d.end > title.start && this.#names(d, planYear));
    if (inTitle) return true;
    let next = 0;
    for (const found of this.#source.matchAll(YEAR)) {
      while (next < this.#doubts.length && (this.#doubts[next] as Span).end <= found.index) next++;
      const isDoubtful = (this.#doubts[next]?.start ?? Number.POSITIVE_INFINITY) <= found.index;
      if (!isDoubtful && Number(found[0]) === planYear) return false;
    }
    return true;
  }

  #names(doubt: Span, year: number): boolean {
    return this.#yearsOf(doubt).includes(year);
  }

  #yearsOf({ start, end }: Span): number[] {
    return [...this.#source.slice(start, end).matchAll(YEAR)].map((found) => Number(found[0]));
  }

  #walk(roots: readonly OutlineNode[]): void {
    const none: ReadonlySet<number> = new Set();
    const waiting: { readonly nodes: readonly OutlineNode[]; readonly years: ReadonlySet<number> }[] = [
      { nodes: roots, years: none },
    ];
    for (let level = waiting.pop(); level; level = waiting.pop()) {
      /** Years of the rows before in the same table: its head is among them. */
      let rows = none;
      for (const node of level.nodes) {
        const own = this.#within(node.span);
        if (node.kind === 'row') rows = union(rows, own);
        else rows = none;
        const years = union(union(level.years, own), rows);
        // A footnote stands inside the paragraph that it hangs on.
        if (years.size > 0 && node.kind !== 'footnote') this.#parts.push({ span: node.span, years });
        if (node.children.length > 0) waiting.push({ nodes: node.children, years });
      }
    }
  }

  #within(span: Span): ReadonlySet<number> {
    const years = new Set<number>();
    let at = firstEndingAfter(this.#doubts, span.start);
    for (; at < this.#doubts.length && (this.#doubts[at] as Span).start < span.end; at++) {
      for (const year of this.#yearsOf(this.#doubts[at] as Span)) years.add(year);
    }
    return years;
  }
}

/** Index of the first of ordered spans that ends behind an offset. */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function union(a: ReadonlySet<number>, b: ReadonlySet<number>): ReadonlySet<number> {
  if (b.size === 0 || a === b) return a;
  if (a.size === 0) return b;
  return new Set([...a, ...b]);
}
