/**
 * Cân đối lại: parts proposed anew for another whole, after an amendment or after the part above has changed. What was
 * divided keeps its proportions, what has one level or a mean keeps its gaps to it; a missing figure stays missing.
 */
import { add, compare, type Decimal, round, subtract, sum, toPlain, ZERO } from '#base/decimal.ts';
import { type Division, exact, joiningOf, type PartFigures, scaleOf, type Whole } from './allocation.ts';
import { divide, scaled } from './allocation-divide.ts';
import { sharedOut } from './allocation-propose.ts';

export interface Rebalanced {
  /** Finer than before where the new whole is printed finer. */
  readonly places: number;
  readonly parts: readonly PartFigures[];
}

/**
 * `before`: what was divided. `fill`: the parts come to all of the new whole; else what was left of the old one is left of
 * the new one in proportion.
 */
export function rebalance(
  before: string,
  whole: Whole,
  division: Division,
  parts: readonly PartFigures[],
  fill: boolean,
): Rebalanced {
  const places = Math.max(division.places, scaleOf(whole.value));
  const now = { ...division, places };
  return { places, parts: reckoned(exact(before), whole, now, parts, fill) };
}

function reckoned(
  old: Decimal,
  whole: Whole,
  division: Division,
  parts: readonly PartFigures[],
  fill: boolean,
): readonly PartFigures[] {
  const { places } = division;
  const next = exact(whole.value);
  const over = (to: (value: Decimal) => Decimal) =>
    parts.map((part) => (part.value === null ? part : { ...part, value: toPlain(to(exact(part.value))) }));
  const moved = () => over((value) => round(subtract(add(value, next), old), places));
  switch (joiningOf(division)) {
    case 'each':
    case 'mean':
      return moved();
    case 'last':
      return old.digits === 0n ? moved() : over((value) => scaled(value, old, next, places));
    case 'running':
      return running(old, next, places, parts, fill) ?? over((value) => drawn(value, old, next, places));
    default:
      return division.rule === 'share'
        ? sharedOut(whole, division, parts)
        : (summed(old, next, places, parts, fill) ?? over((value) => drawn(value, old, next, places)));
  }
}

function drawn(value: Decimal, old: Decimal, next: Decimal, places: number): Decimal {
  return old.digits === 0n ? round(value, places) : scaled(value, old, next, places);
}

/** What the given parts come to when their whole was `old` and is `next`. */
function totalOf(total: Decimal, old: Decimal, next: Decimal, places: number, fill: boolean): Decimal {
  return fill || old.digits === 0n || compare(total, old) === 0
    ? round(next, places)
    : scaled(total, old, next, places);
}

/** Null when the figures have no proportion to keep: all 0, or of both signs. */
function summed(
  old: Decimal,
  next: Decimal,
  places: number,
  parts: readonly PartFigures[],
  fill: boolean,
): PartFigures[] | null {
  const values = parts.map(({ value }) => (value === null ? null : exact(value)));
  const known = values.filter((value) => value !== null);
  const sign = known.some((value) => value.digits < 0n) ? -1n : 1n;
  const sizes = known.map(({ digits, scale }) => ({ digits: digits * sign, scale }));
  const divided = divide(totalOf(sum(known), old, next, places, fill), sizes, places);
  if (divided === null) return null;
  let at = 0;
  return parts.map((part) =>
    part.value === null ? part : { ...part, value: toPlain(divided.parts[at++] as Decimal) },
  );
}

/** What falls to each period keeps its proportion. Null when a running figure falls somewhere. */
function running(
  old: Decimal,
  next: Decimal,
  places: number,
  parts: readonly PartFigures[],
  fill: boolean,
): PartFigures[] | null {
  const known = parts.flatMap(({ value }) => (value === null ? [] : [exact(value)]));
  const steps = known.map((value, i) => subtract(value, i === 0 ? ZERO : (known[i - 1] as Decimal)));
  const divided = divide(totalOf(known.at(-1) ?? ZERO, old, next, places, fill), steps, places);
  if (divided === null) return null;
  let at = 0;
  let all: Decimal = ZERO;
  return parts.map((part) => {
    if (part.value === null) return part;
    all = add(all, divided.parts[at++] as Decimal);
    return { ...part, value: toPlain(all) };
  });
}
