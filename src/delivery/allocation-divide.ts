/**
 * Dividing without loss (phương pháp số dư lớn nhất): each part gets its share rounded down, and what is left over goes,
 * one step of the last printed place each, to the parts with the largest remainders, the earlier one first.
 */
import { type Decimal, multiply, round, sum } from '#base/decimal.ts';

export interface Divided {
  readonly parts: readonly Decimal[];
  /** Places in the list of those that got one step more. */
  readonly extra: readonly number[];
}

/** Whole numbers in the same proportion as the decimals. */
export function wholeNumbers(values: readonly Decimal[]): bigint[] {
  const scale = Math.max(0, ...values.map((value) => value.scale));
  return values.map((value) => round(value, scale).digits);
}

/**
 * `total` divided in proportion to `weights`, at `places` decimal places; the parts add up to it exactly. Null when the
 * weights add up to nothing or one is negative, or when `total` is finer than `places`.
 */
export function divide(total: Decimal, weights: readonly Decimal[], places: number): Divided | null {
  const units = round(total, places);
  if (
    units.digits * 10n ** BigInt(Math.max(0, total.scale - places)) !==
    round(total, Math.max(total.scale, places)).digits
  ) {
    return null;
  }
  const sizes = wholeNumbers(weights);
  const all = sizes.reduce((a, b) => a + b, 0n);
  if (all <= 0n || sizes.some((size) => size < 0n)) return null;
  const negative = units.digits < 0n;
  const amount = negative ? -units.digits : units.digits;
  const shares = sizes.map((size, at) => ({ at, part: (amount * size) / all, rest: (amount * size) % all }));
  const left = Number(amount - shares.reduce((a, { part }) => a + part, 0n));
  const extra = shares
    .toSorted((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest < b.rest ? 1 : -1))
    .slice(0, left)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  const more = new Set(extra);
  const parts = shares.map(({ at, part }) => {
    const digits = part + (more.has(at) ? 1n : 0n);
    return { digits: negative ? -digits : digits, scale: places };
  });
  return { parts, extra };
}

/** `value × to / from` at `places`, halves away from zero. Throws when `from` is 0. */
export function scaled(value: Decimal, from: Decimal, to: Decimal, places: number): Decimal {
  return quotient(multiply(value, to), from, places);
}

/** `a / b` at `places`, halves away from zero. */
export function quotient(a: Decimal, b: Decimal, places: number): Decimal {
  if (b.digits === 0n) throw new RangeError('division by zero');
  const negative = a.digits < 0n !== b.digits < 0n && a.digits !== 0n;
  const over = (a.digits < 0n ? -a.digits : a.digits) * 10n ** BigInt(b.scale + places);
  const under = (b.digits < 0n ? -b.digits : b.digits) * 10n ** BigInt(a.scale);
  const digits = (2n * over + under) / (2n * under);
  return { digits: negative ? -digits : digits, scale: places };
}

/** The weighted mean as what is above and below the line; null without weights. */
export function meanOf(pairs: readonly { readonly value: Decimal; readonly weight: Decimal }[]) {
  const below = sum(pairs.map(({ weight }) => weight));
  if (below.digits <= 0n) return null;
  return { above: sum(pairs.map(({ value, weight }) => multiply(value, weight))), below };
}
