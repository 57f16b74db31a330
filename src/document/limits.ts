/** What one file may cost. */
import { type Limits, USUAL_LIMITS } from './model.ts';

/** The usual limits with those given in their place; what is not a number above nought is our caller's mistake. */
export function limitsOf(given: Partial<Limits> = {}): Limits {
  const limits = { ...USUAL_LIMITS, ...withoutGaps(given) };
  for (const [name, value] of Object.entries(limits)) {
    if (typeof value !== 'number' || !(value > 0)) throw new RangeError(`limit ${name} is ${value}`);
  }
  return limits;
}

function withoutGaps(given: Partial<Limits>): Partial<Limits> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
