/**
 * Cân đối: what is allocated of a whole, what is not, what is over, always computed from the parts. A part without a
 * figure is missing and counts as nothing known, not as 0.
 */
import {
  abs,
  add,
  compare,
  type Decimal,
  equals,
  halfStep,
  multiply,
  negate,
  round,
  subtract,
  sum,
  toPlain,
  ZERO,
} from '#base/decimal.ts';
import { type Division, exact, joiningOf, type PartFigures, scaleOf, type Whole } from './allocation.ts';
import { meanOf, quotient } from './allocation-divide.ts';
import { balanceWords } from './balance-words.ts';

/** `none`: nothing is allocated yet. `under`: something is left, or a figure is missing. */
export const BALANCE_STATES = ['none', 'under', 'even', 'over'] as const;
export type BalanceState = (typeof BALANCE_STATES)[number];

export const BALANCE_WORDS: Readonly<Record<BalanceState, string>> = {
  none: 'Chưa phân bổ',
  under: 'Thiếu',
  even: 'Đủ',
  over: 'Vượt',
};

export interface Balance {
  readonly state: BalanceState;
  /** False when what stands there can't bring the target: too little of what should be more, too much of a limit. */
  readonly meets: boolean;
  readonly parts: number;
  readonly given: number;
  readonly missing: number;
  /** Sum, weighted mean or the last period, as the rule joins parts; null when nothing is known or each part counts. */
  readonly allocated: string | null;
  /** What is left of the whole; `0` when nothing is. */
  readonly unallocated: string;
  readonly over: string;
  /** Parts below and above the whole, for the same level everywhere. */
  readonly below: number;
  readonly above: number;
  /** Parts with a figure and no weight, where weights count. */
  readonly unweighed: number;
  /** Σ of shares in %, for `share`. */
  readonly shares: string | null;
  /** What the missing parts must come to on the weighted mean; null when nobody can say. */
  readonly needed: string | null;
  /** Periods in which a running figure falls. */
  readonly falls: number;
  /** One sentence in Vietnamese. */
  readonly words: string;
}

/** Everything but the sentence. */
export type BalanceFigures = Omit<Balance, 'words'>;

export function balanceOf(whole: Whole, division: Division, parts: readonly PartFigures[]): Balance {
  const figures = figuresOf(whole, division, parts);
  return { ...figures, words: balanceWords(whole, division, figures) };
}

const NONE = {
  allocated: null,
  unallocated: '0',
  over: '0',
  below: 0,
  above: 0,
  unweighed: 0,
  shares: null,
  needed: null,
  falls: 0,
};

function figuresOf(whole: Whole, division: Division, parts: readonly PartFigures[]): BalanceFigures {
  const joining = joiningOf(division);
  const values = parts.map(({ value }) => (value === null ? null : exact(value)));
  const known = values.filter((value) => value !== null);
  const counts = { parts: parts.length, given: known.length, missing: parts.length - known.length };
  const blank = { ...counts, ...NONE, shares: sharesOf(division, parts) };
  if (known.length === 0)
    return { ...blank, state: 'none', meets: false, unallocated: joining === 'each' ? '0' : whole.value };
  switch (joining) {
    case 'sum': {
      // A share that is not 100 % in all is off, even where the figures round to the whole.
      const shares = blank.shares === null ? null : compare(exact(blank.shares), { digits: 100n, scale: 0 });
      return compared(whole, blank, sum(known), shares);
    }
    case 'mean':
      return meanFigures(whole, division, parts, blank);
    case 'each':
      return eachFigures(whole, blank, known);
    default: {
      const falls = joining === 'running' ? fallsIn(known) : 0;
      const last = values.at(-1) ?? null;
      if (last === null) return { ...blank, falls, state: 'under', meets: false, unallocated: whole.value };
      const found = compared(whole, blank, last, null);
      return { ...found, falls, meets: found.meets && falls === 0 };
    }
  }
}

function sharesOf({ rule }: Division, parts: readonly PartFigures[]): string | null {
  if (rule !== 'share') return null;
  return toPlain(sum(parts.flatMap(({ weight }) => (weight === null ? [] : [exact(weight)]))));
}

type Blank = Omit<BalanceFigures, 'state' | 'meets'>;

/** Held against the whole, or against the two ends of a range. `sided`: another comparison that counts too. */
function compared(whole: Whole, blank: Blank, total: Decimal, sided: number | null): BalanceFigures {
  const low = exact(whole.value);
  const high = whole.valueMax === null ? low : exact(whole.valueMax);
  const short = compare(total, low) < 0 ? subtract(low, total) : ZERO;
  const over = compare(total, high) > 0 ? subtract(total, high) : ZERO;
  const side = over.digits > 0n || sided === 1 ? 1 : short.digits > 0n || sided === -1 ? -1 : 0;
  const scale = scaleOf(whole.value);
  const show = (value: Decimal) => (value.digits === 0n ? '0' : toPlain(round(value, Math.max(scale, needed(value)))));
  return {
    ...blank,
    allocated: show(total),
    unallocated: show(short),
    over: show(over),
    state: side > 0 ? 'over' : side < 0 || blank.missing > 0 ? 'under' : 'even',
    meets: blank.missing === 0 && meets(whole, side),
  };
}

/** Decimal places without the zeros at the end. */
function needed({ digits, scale }: Decimal): number {
  let at = scale;
  for (let rest = digits; at > 0 && rest % 10n === 0n; rest /= 10n) at -= 1;
  return at;
}

/** Whether being below (-1), at (0) or above (1) the whole is what the target asks for. */
export function meets({ wants, strict }: Whole, side: number): boolean {
  if (wants === 'at-least') return side > 0 || (side === 0 && !strict);
  if (wants === 'at-most') return side < 0 || (side === 0 && !strict);
  return side === 0;
}

function eachFigures(whole: Whole, blank: Blank, known: readonly Decimal[]): BalanceFigures {
  const low = exact(whole.value);
  const high = whole.valueMax === null ? low : exact(whole.valueMax);
  const sides = known.map((value) => (compare(value, low) < 0 ? -1 : compare(value, high) > 0 ? 1 : 0));
  const below = sides.filter((side) => side < 0).length;
  const above = sides.filter((side) => side > 0).length;
  const short = below > 0 || blank.missing > 0;
  // Of a limit too much is what matters first, of all else too little.
  const first = whole.wants === 'at-most' ? above > 0 : above > 0 && !short;
  return {
    ...blank,
    below,
    above,
    state: first ? 'over' : short ? 'under' : 'even',
    meets: blank.missing === 0 && sides.every((side) => meets(whole, side)),
  };
}

function meanFigures(whole: Whole, division: Division, parts: readonly PartFigures[], blank: Blank): BalanceFigures {
  const pairs = parts.flatMap(({ value, weight }) =>
    value === null || weight === null ? [] : [{ value: exact(value), weight: exact(weight) }],
  );
  const unweighed = parts.filter(({ weight }) => weight === null).length;
  const mean = meanOf(pairs);
  if (mean === null) return { ...blank, unweighed, state: 'under', meets: false, unallocated: whole.value };
  const places = Math.max(division.places, scaleOf(whole.value));
  // Within half a step of the last printed place the mean is what is printed.
  const step = multiply(halfStep({ digits: 0n, scale: places }), mean.below);
  const gap = (end: string) => subtract(mean.above, multiply(exact(end), mean.below));
  const low = gap(whole.value);
  const high = gap(whole.valueMax ?? whole.value);
  const within = (value: Decimal) => compare(abs(value), step) <= 0;
  const side = compare(high, ZERO) > 0 && !within(high) ? 1 : compare(low, ZERO) < 0 && !within(low) ? -1 : 0;
  const shown = (value: Decimal) => toPlain(quotient(value, mean.below, places));
  const open = blank.missing > 0 || unweighed > 0;
  return {
    ...blank,
    unweighed,
    allocated: shown(mean.above),
    unallocated: side < 0 ? shown(negate(low)) : '0',
    over: side > 0 ? shown(high) : '0',
    needed: neededOf(whole, parts, mean, places),
    state: side > 0 && !open ? 'over' : side < 0 || open ? 'under' : 'even',
    meets: !open && meets(whole, side),
  };
}

/** What parts without a figure must come to on their weighted mean; all must have weights. */
function neededOf(
  whole: Whole,
  parts: readonly PartFigures[],
  mean: { readonly above: Decimal; readonly below: Decimal },
  places: number,
): string | null {
  if (parts.some(({ weight }) => weight === null)) return null;
  const rest = sum(parts.flatMap(({ value, weight }) => (value === null ? [exact(weight as string)] : [])));
  if (rest.digits <= 0n) return null;
  const wanted = multiply(exact(whole.value), add(mean.below, rest));
  return toPlain(quotient(subtract(wanted, mean.above), rest, places));
}

function fallsIn(known: readonly Decimal[]): number {
  return known.filter((value, at) => at > 0 && compare(value, known[at - 1] as Decimal) < 0).length;
}

/** True when both are given and equal, or both are missing. */
export function sameFigure(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : equals(exact(a), exact(b));
}
