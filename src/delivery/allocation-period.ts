/** Kỳ: years, halves, quarters and months as spans of a plan that is divided (`2021`, `2021-H1`, `2021-Q1`, `2021-03`). */
import { formatPeriod, isPeriod } from './period.ts';

export const GRAINS = ['year', 'half', 'quarter', 'month'] as const;
export type Grain = (typeof GRAINS)[number];

export const GRAIN_WORDS: Readonly<Record<Grain, string>> = {
  year: 'Từng năm',
  half: '6 tháng',
  quarter: 'Từng quý',
  month: 'Từng tháng',
};

/** Months from the year 0 on; `to` is the first one behind it. */
export interface MonthSpan {
  readonly from: number;
  readonly to: number;
}

const PERIOD = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/;

export interface Period extends MonthSpan {
  readonly grain: Grain;
}

/** Null for what is no period. */
export function spanOfPeriod(text: string): Period | null {
  const found = PERIOD.exec(text);
  if (!found) return null;
  const start = Number(found[1]) * 12;
  if (found[2]) return { grain: 'half', from: start + (Number(found[2]) - 1) * 6, to: start + Number(found[2]) * 6 };
  if (found[3]) return { grain: 'quarter', from: start + (Number(found[3]) - 1) * 3, to: start + Number(found[3]) * 3 };
  if (found[4]) return { grain: 'month', from: start + Number(found[4]) - 1, to: start + Number(found[4]) };
  return { grain: 'year', from: start, to: start + 12 };
}

export function yearsSpan(yearFrom: number, yearTo: number): MonthSpan {
  return { from: yearFrom * 12, to: (yearTo + 1) * 12 };
}

const LENGTH: Readonly<Record<Grain, number>> = { year: 12, half: 6, quarter: 3, month: 1 };

/** The periods of a span, in order; a grain as long as the span or longer divides nothing. */
export function periodsOf(span: MonthSpan, grain: Grain): string[] {
  const length = LENGTH[grain];
  const found: string[] = [];
  for (let at = span.from; at + length <= span.to; at += length) found.push(write(at, grain));
  return found.length > 1 ? found : [];
}

/** Grains that divide a span, the coarsest first. */
export function grainsOf(span: MonthSpan): Grain[] {
  return GRAINS.filter((grain) => periodsOf(span, grain).length > 0);
}

function write(month: number, grain: Grain): string {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  const within = month % 12;
  if (grain === 'year') return year;
  if (grain === 'half') return `${year}-H${within / 6 + 1}`;
  if (grain === 'quarter') return `${year}-Q${within / 3 + 1}`;
  return `${year}-${String(within + 1).padStart(2, '0')}`;
}

/** `Quý I/2021`, `Tháng 3/2021`, `6 tháng đầu năm 2021`. What is no period comes back as it is. */
export function periodWords(text: string): string {
  const half = /^(\d{4})-H([12])$/.exec(text);
  if (half) return `6 tháng ${half[2] === '1' ? 'đầu' : 'cuối'} năm ${half[1]}`;
  return isPeriod(text) ? formatPeriod(text) : text;
}
