/** Kỳ: a year, a quarter or a month that a part of a plan belongs to, `2021`, `2021-Q1`, `2021-03`. */
import { addDays } from '#base/date.ts';
import { bare } from '#base/fold.ts';

export const PERIOD = /^\d{4}(?:-Q[1-4]|-(?:0[1-9]|1[0-2]))?$/;

export type PeriodKind = 'year' | 'quarter' | 'month';

export function isPeriod(text: string): boolean {
  return PERIOD.test(text);
}

export function kindOfPeriod(period: string): PeriodKind {
  return period.length === 4 ? 'year' : period.includes('Q') ? 'quarter' : 'month';
}

const two = (n: number) => String(n).padStart(2, '0');
const ROMAN = ['I', 'II', 'III', 'IV'];

/** Its first and its last day. `2021-Q1` is 2021-01-01 to 2021-03-31. */
export function daysOfPeriod(period: string): { readonly from: string; readonly to: string } {
  const year = Number(period.slice(0, 4));
  const kind = kindOfPeriod(period);
  const first = kind === 'year' ? 1 : kind === 'quarter' ? Number(period[6]) * 3 - 2 : Number(period.slice(5));
  const after = first + (kind === 'year' ? 12 : kind === 'quarter' ? 3 : 1);
  const next = after > 12 ? `${year + 1}-01-01` : `${year}-${two(after)}-01`;
  return { from: `${period.slice(0, 4)}-${two(first)}-01`, to: addDays(next, -1) };
}

/** `Năm 2021`, `Quý I/2021`, `Tháng 3/2021`. */
export function formatPeriod(period: string): string {
  const year = period.slice(0, 4);
  if (kindOfPeriod(period) === 'year') return `Năm ${year}`;
  if (kindOfPeriod(period) === 'quarter') return `Quý ${ROMAN[Number(period[6]) - 1]}/${year}`;
  return `Tháng ${Number(period.slice(5))}/${year}`;
}

/** The period of a kind that a day lies in. */
export function periodOf(day: string, kind: PeriodKind): string {
  const year = day.slice(0, 4);
  const month = Number(day.slice(5, 7));
  return kind === 'year' ? year : kind === 'quarter' ? `${year}-Q${Math.ceil(month / 3)}` : day.slice(0, 7);
}

const QUARTER = /\bquy\s*(iv|i{1,3}|[1-4])(?:\s*(?:\/|-|nam)\s*(\d{4}))?(?![a-z0-9])/;
const MONTH = /\b(?:thang|t)\s*(1[0-2]|0?[1-9])(?:\s*(?:\/|-|nam)\s*(\d{4}))?(?![a-z0-9])/;
const BARE_MONTH = /^\s*(1[0-2]|0?[1-9])\s*\/\s*(\d{4})\s*$/;
const YEAR = /\bnam\s+(\d{4})(?!\d)|^\s*(\d{4})\s*$/;
const DAY = /\b\d{1,2}\s*[/-]\s*\d{1,2}\s*[/-]\s*\d{4}/g;

/**
 * The period that words name: `Quý I`, `quý 2/2021`, `Tháng 3/2021`, `T3`, `03/2021`, `năm 2021`. Of two the first of the
 * finer kind; a day is none. `year`: where the words name none.
 */
export function readPeriod(words: string, year: number | null): string | null {
  const text = bare(words).replace(DAY, ' ');
  const month = BARE_MONTH.exec(text) ?? MONTH.exec(text);
  const inYear = (given: string | undefined) => given ?? (year === null ? null : String(year));
  if (month && inYear(month[2]) !== null) return `${inYear(month[2])}-${two(Number(month[1]))}`;
  const quarter = QUARTER.exec(text);
  if (quarter && inYear(quarter[2]) !== null) {
    const said = quarter[1] as string;
    const number = /\d/.test(said) ? Number(said) : ROMAN.indexOf(said.toUpperCase()) + 1;
    return `${inYear(quarter[2])}-Q${number}`;
  }
  const whole = YEAR.exec(text);
  return whole ? ((whole[1] ?? whole[2]) as string) : null;
}

/**
 * Chia đều: the quarters or months from one day to another, each with its last day as deadline; the last ends where the
 * whole does. Empty when the end lies before the beginning; at most 60.
 */
export function divideTime(
  from: string,
  to: string,
  kind: 'quarter' | 'month',
): { readonly period: string; readonly dueOn: string }[] {
  const parts: { period: string; dueOn: string }[] = [];
  for (let at = from; at <= to && parts.length < 60; ) {
    const period = periodOf(at, kind);
    const end = daysOfPeriod(period).to;
    parts.push({ period, dueOn: end < to ? end : to });
    at = addDays(end, 1);
  }
  return parts;
}
