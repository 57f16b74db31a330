/**
 * Exact decimals (số thập phân). A printed number keeps its precision: `7,5` and `7,50` are equal in value and differ
 * in scale. Never a binary fraction: `0,1 + 0,2` is `0,3`.
 */

/** The number `digits / 10^scale`; `scale` is the count of printed decimal places. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** More digits than this are no number that a document states; they are refused, so that nobody computes with them. */
const MOST_DIGITS = 60;

const PLAIN = /^([+-]?)(\d+)(?:\.(\d+))?$/;
const VIETNAMESE = /^([+-]?)(\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:,(\d+))?$/;

/**
 * Reads a number as Vietnamese print writes it: `.` (or a space) between thousands, `,` before the decimals.
 *
 * Reads `13.593,9`, `31.000`, `7,50`, `02`, `70 000`; not `1.2` (no thousands group), not `1,200.5`, not `5-6`.
 */
export function parseVietnamese(text: string): Decimal | null {
  const found = VIETNAMESE.exec(text);
  if (!found) return null;
  return build(found[1] === '-', (found[2] as string).replace(/[. ]/g, ''), found[3] ?? '');
}

/**
 * Reads a plain decimal with a point: `13593.9`, `-7.50`, `2`; not `1e3`, not `1,5`, not `.5`.
 * Takes what `toPlain` writes.
 */
export function parsePlain(text: string): Decimal | null {
  const found = PLAIN.exec(text);
  if (!found) return null;
  return build(found[1] === '-', found[2] as string, found[3] ?? '');
}

function build(negative: boolean, whole: string, fraction: string): Decimal | null {
  if (whole.length + fraction.length > MOST_DIGITS) return null;
  const digits = BigInt(whole + fraction);
  return { digits: negative ? -digits : digits, scale: fraction.length };
}

/** The decimal of a whole number: `fromInteger(28)`. Throws for `1.5`, which is a mistake of ours. */
export function fromInteger(value: number): Decimal {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${value}`);
  return { digits: BigInt(value), scale: 0 };
}

export const ZERO: Decimal = { digits: 0n, scale: 0 };

/** Digits of `value` at a finer scale; `scale` is never below the value's own. */
function digitsAt(value: Decimal, scale: number): bigint {
  return value.scale === scale ? value.digits : value.digits * 10n ** BigInt(scale - value.scale);
}

/** -1, 0 or 1; `compare(7,5; 7,50)` is 0. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const scale = Math.max(a.scale, b.scale);
  const x = digitsAt(a, scale);
  const y = digitsAt(b, scale);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Same value, whatever the precision. */
export function equals(a: Decimal, b: Decimal): boolean {
  return compare(a, b) === 0;
}

/** The exact sum, at the finer of the two precisions. */
export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: digitsAt(a, scale) + digitsAt(b, scale), scale };
}

export function negate(a: Decimal): Decimal {
  return { digits: -a.digits, scale: a.scale };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b));
}

/** The exact product; its scale is the sum of the two scales. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

export function abs(a: Decimal): Decimal {
  return a.digits < 0n ? negate(a) : a;
}

/** The exact sum of a list; zero for an empty one. */
export function sum(values: Iterable<Decimal>): Decimal {
  let total = ZERO;
  for (const value of values) total = add(total, value);
  return total;
}

/** One half of the last printed place: the most that `7,5` can be off by is `0,05`. */
export function halfStep(a: Decimal): Decimal {
  return { digits: 5n, scale: a.scale + 1 };
}

/** At another precision, halves away from zero: `7,25` at 1 is `7,3`, `7,2` at 2 is `7,20`. */
export function round(a: Decimal, scale: number): Decimal {
  if (scale >= a.scale) return { digits: digitsAt(a, scale), scale };
  const unit = 10n ** BigInt(a.scale - scale);
  const size = a.digits < 0n ? -a.digits : a.digits;
  const rounded = (size + unit / 2n) / unit;
  return { digits: a.digits < 0n ? -rounded : rounded, scale };
}

/** `13593.9`, `-7.50`, `2`: the printed precision, a point, no grouping. */
export function toPlain(a: Decimal): string {
  const { sign, whole, fraction } = parts(a);
  return fraction === '' ? `${sign}${whole}` : `${sign}${whole}.${fraction}`;
}

/** `13.593,9`, `-7,50`, `2`: as Vietnamese print writes it. */
export function formatVietnamese(a: Decimal): string {
  const { sign, whole, fraction } = parts(a);
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, '.');
  return fraction === '' ? `${sign}${grouped}` : `${sign}${grouped},${fraction}`;
}

/** The nearest double: for a chart or an interface that wants one, never to compute with. */
export function toNumber(a: Decimal): number {
  return Number(toPlain(a));
}

function parts(a: Decimal): { sign: string; whole: string; fraction: string } {
  const negative = a.digits < 0n;
  const digits = (negative ? -a.digits : a.digits).toString().padStart(a.scale + 1, '0');
  const cut = digits.length - a.scale;
  return { sign: negative ? '-' : '', whole: digits.slice(0, cut), fraction: digits.slice(cut) };
}
