/**
 * Review of a reading (rà soát): every item with what people decided of it. The reading itself is never edited; an item
 * keeps what the reader gave (`original`) beside what a person made of it (`edited`).
 */
import type { Span } from '#base/span.ts';

export const ITEM_KINDS = ['target', 'result', 'task', 'citation', 'reporting', 'unread', 'text-error'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** Kinds that a plan is made of. */
export const PLAN_KINDS = ['target', 'task', 'reporting'] as const satisfies readonly ItemKind[];

export const DECISIONS = ['open', 'accepted', 'rejected'] as const;
export type Decision = (typeof DECISIONS)[number];

export type Sureness = 'high' | 'check' | 'guess';

/** A body named in an item: as printed, and the code of the catalogue when it is known. */
export interface NamedAgency {
  readonly name: string;
  readonly code: string | null;
  /** The body of today that took its work over, when it no longer exists. */
  readonly successor?: {
    readonly code: string;
    readonly name: string;
    readonly since: string;
    readonly basis: string;
  } | null;
  readonly sureness: Sureness;
}

/** A target (chỉ tiêu) or a result (kết quả). Decimals are plain and exact with their printed precision. */
export interface MeasurementFields {
  readonly indicator: string;
  /** As printed. */
  readonly value: string;
  readonly decimal: string;
  readonly decimalMax: string | null;
  readonly unit: string | null;
  readonly measure: 'level' | 'increase' | 'decrease';
  readonly comparator: '=' | '>' | '>=' | '<' | '<=' | '~' | 'range';
  readonly year: number | null;
  readonly cumulative: boolean;
  readonly section: string;
  readonly lead: readonly NamedAgency[];
  /** Indicator of the catalogue. */
  readonly match: { readonly code: string; readonly name: string; readonly sureness: Sureness } | null;
}

export interface TaskFields {
  readonly text: string;
  readonly section: string;
  readonly label: string | null;
  readonly lead: readonly NamedAgency[];
  readonly support: readonly NamedAgency[];
  readonly deadlines: readonly { readonly due: string; readonly quote: string }[];
  readonly products: readonly { readonly kind: string; readonly quote: string }[];
}

export interface CitationFields {
  readonly type: string;
  readonly symbol: string | null;
  readonly date: string | null;
  readonly issuer: string | null;
}

export interface ReportingFields {
  readonly cadence: string;
  readonly due: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export interface UnreadFields {
  readonly text: string;
  readonly what: 'number' | 'order';
  readonly reason: string | null;
}

export interface TextErrorFields {
  readonly code: string;
  readonly message: string;
  /** The right form, to be accepted or refused. */
  readonly suggestion: string;
}

export interface FieldsOf {
  readonly target: MeasurementFields;
  readonly result: MeasurementFields;
  readonly task: TaskFields;
  readonly citation: CitationFields;
  readonly reporting: ReportingFields;
  readonly unread: UnreadFields;
  readonly 'text-error': TextErrorFields;
}

export type AnyFields = FieldsOf[ItemKind];

/** What the reader gave for one item. */
export interface ReadItem<K extends ItemKind = ItemKind> {
  readonly kind: K;
  readonly span: Span;
  readonly quote: string;
  readonly fields: FieldsOf[K];
  /** Fields that are not sure; a field that is not listed is. */
  readonly sureness: Readonly<Record<string, Sureness>>;
  /** Index of the item in the same list that this one is a part of. */
  readonly parent: number | null;
}

/** Needs a look (cần kiểm tra). */
export function isDoubtful(item: ReadItem): boolean {
  return item.kind === 'unread' || Object.values(item.sureness).some((sure) => sure !== 'high');
}

/** An item kept from an earlier reading. */
export interface KeptItem {
  readonly id: string;
  readonly kind: ItemKind;
  readonly span: Span;
  /** Null for an item that a person added. */
  readonly original: ReadItem | null;
  /** A person decided, edited or moved it, or made it. */
  readonly touched: boolean;
}

export interface Rereading {
  /** Items of the new reading that are new. */
  readonly fresh: readonly number[];
  /** An item that stays: index in the new reading, and whether what was read of it is another. */
  readonly kept: readonly { readonly id: string; readonly index: number; readonly changed: boolean }[];
  /** Not found any more: untouched ones can go, touched ones are kept and shown as not found. */
  readonly lost: readonly { readonly id: string; readonly touched: boolean }[];
}

/**
 * Which items of a new reading are those of an earlier one, so that decisions stay (DOMAIN §8). Same kind and same place
 * first; then the place that shares most, at least half. The text of a file can differ a little when it is recognised
 * anew, so quotes count before positions.
 */
export function matchReadings(earlier: readonly KeptItem[], now: readonly ReadItem[]): Rereading {
  const free = new Map(earlier.filter((item) => item.original !== null).map((item) => [item.id, item]));
  const taken = new Map<number, { id: string; changed: boolean }>();
  const take = (index: number, item: KeptItem) => {
    free.delete(item.id);
    taken.set(index, {
      id: item.id,
      changed: contentOf(item.original as ReadItem) !== contentOf(now[index] as ReadItem),
    });
  };
  const byQuote = new Map<string, KeptItem[]>();
  for (const item of free.values()) {
    const key = quoteKey(item.original as ReadItem);
    byQuote.set(key, [...(byQuote.get(key) ?? []), item]);
  }
  for (const [index, item] of now.entries()) {
    const same = byQuote.get(quoteKey(item))?.filter((one) => free.has(one.id));
    if (!same || same.length === 0) continue;
    const nearest = same.reduce((a, b) => (distance(a.span, item.span) <= distance(b.span, item.span) ? a : b));
    take(index, nearest);
  }
  for (const [index, item] of now.entries()) {
    if (taken.has(index)) continue;
    let best: KeptItem | null = null;
    let most = 0.5;
    for (const one of free.values()) {
      if (one.kind !== item.kind) continue;
      const share = shareOf(one.span, item.span);
      if (share >= most) {
        best = one;
        most = share;
      }
    }
    if (best) take(index, best);
  }
  return {
    fresh: now.flatMap((_, index) => (taken.has(index) ? [] : [index])),
    kept: [...taken].map(([index, { id, changed }]) => ({ id, index, changed })),
    lost: [...free.values()].map(({ id, touched }) => ({ id, touched })),
  };
}

function quoteKey(item: ReadItem): string {
  return `${item.kind}\n${item.quote.replace(/\s+/g, ' ')}`;
}

/** What was read of it, without its place. */
function contentOf(item: ReadItem): string {
  return JSON.stringify([item.fields, item.sureness]);
}

function distance(a: Span, b: Span): number {
  return Math.abs(a.start - b.start);
}

/** Shared length by the length of both together, 0 to 1. */
function shareOf(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** Counts for the bar: `đã xem 83/112 · cần kiểm tra 7 · chưa đọc được 3`. */
export interface ReviewCounts {
  readonly items: number;
  readonly seen: number;
  readonly decided: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Doubtful and not yet decided. */
  readonly toCheck: number;
  /** Unread numbers and orders not yet decided. */
  readonly unread: number;
  readonly textErrors: number;
}

export interface CountedItem {
  readonly kind: ItemKind;
  readonly decision: Decision;
  readonly seen: boolean;
  readonly doubtful: boolean;
  readonly retired: boolean;
}

export function countReview(items: Iterable<CountedItem>): ReviewCounts {
  const counts = { items: 0, seen: 0, decided: 0, accepted: 0, rejected: 0, toCheck: 0, unread: 0, textErrors: 0 };
  for (const item of items) {
    if (item.retired) continue;
    counts.items++;
    if (item.seen || item.decision !== 'open') counts.seen++;
    if (item.decision !== 'open') counts.decided++;
    if (item.decision === 'accepted') counts.accepted++;
    if (item.decision === 'rejected') counts.rejected++;
    if (item.decision !== 'open') continue;
    if (item.kind === 'unread') counts.unread++;
    else if (item.kind === 'text-error') counts.textErrors++;
    else if (item.doubtful) counts.toCheck++;
  }
  return counts;
}
