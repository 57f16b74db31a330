/** Where in the tree of allocations a person stands (vị trí phân bổ): the target itself, or a part by its path of keys. */
import { type Whole, wholeOfPart } from '#delivery/allocation.ts';
import { type MonthSpan, spanOfPeriod, yearsSpan } from '#delivery/allocation-period.ts';
import type { Answer } from '../../../api/client.ts';

export type AllocationTree = Answer<'GET /targets/:id/allocations'>;
export type Allocation = AllocationTree['items'][number];
export type Part = Allocation['parts'][number];
export type Dimension = Allocation['dimension'];

export interface Place {
  /** From the target down; empty: the target itself. */
  readonly trail: readonly Part[];
  readonly part: Part | null;
  readonly whole: Whole | null;
  readonly span: MonthSpan;
  readonly mayDivide: boolean;
  readonly divisions: readonly Allocation[];
}

/** Stays the same when what is above is divided anew: the organisation or the period. */
export const keyOf = (part: Pick<Part, 'organisationId' | 'period'>): string =>
  part.organisationId ?? part.period ?? '';

/** `<organisation>.2021-Q1` in the address. */
export function pathText(trail: readonly Part[]): string | undefined {
  return trail.length === 0 ? undefined : trail.map(keyOf).join('.');
}

/** As far down as the path leads. */
export function placeAt(tree: AllocationTree, path: string | undefined): Place {
  const trail: Part[] = [];
  for (const key of path?.split('.') ?? []) {
    const above = trail.at(-1)?.id ?? null;
    const found = tree.items
      .filter((one) => one.parentPartId === above)
      .flatMap((one) => one.parts)
      .find((part) => keyOf(part) === key);
    if (!found) break;
    trail.push(found);
  }
  const part = trail.at(-1) ?? null;
  const period = trail.findLast((one) => one.period !== null)?.period ?? null;
  return {
    trail,
    part,
    whole: part === null ? tree.whole : part.value === null ? null : wholeOfPart(tree.whole, part.value),
    span: (period === null ? null : spanOfPeriod(period)) ?? yearsSpan(tree.yearFrom, tree.yearTo),
    mayDivide: part === null ? tree.mayDivide : part.mayDivide,
    divisions: tree.items.filter((one) => one.parentPartId === (part?.id ?? null)),
  };
}

export const WEIGHT_HEADS = {
  sum: 'Trọng số',
  share: 'Tỷ trọng (%)',
  'weighted-mean': 'Trọng số',
  seasonal: 'Số năm trước',
  same: null,
} as const;

export const NOUNS: Readonly<Record<Dimension, string>> = { organisation: 'đơn vị', period: 'kỳ' };

export const STATE_WORDS = { none: 'Chưa phân bổ', under: 'Thiếu', even: 'Đủ', over: 'Vượt' } as const;

/** How a balance looks: what is too much of a limit is wrong, what is still to be given out wants attention. */
export function toneOf({ state, meets }: { readonly state: keyof typeof STATE_WORDS; readonly meets: boolean }) {
  if (state === 'none') return 'neutral' as const;
  if (state === 'even') return meets ? ('green' as const) : ('amber' as const);
  // Less than a limit is no fault.
  if (state === 'under' && meets) return 'neutral' as const;
  return state === 'over' && !meets ? ('red' as const) : ('amber' as const);
}
