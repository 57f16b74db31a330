/** What a division must keep to before it is kept (kiểm tra phân bổ): each part once, periods of one grain within their span. */
import { compare } from '#base/decimal.ts';
import { type Refusal, refusal } from '#base/refusal.ts';
import {
  atPlaces,
  type Division,
  exact,
  type PartFigures,
  placesNeeded,
  rulesFor,
  scaleOf,
  type Whole,
} from './allocation.ts';
import { type MonthSpan, periodWords, spanOfPeriod } from './allocation-period.ts';
import { sharedOut } from './allocation-propose.ts';

export interface GivenPart extends PartFigures {
  readonly organisationId: string | null;
  readonly period: string | null;
}

/** How often a part of a part may be divided. */
export const DEEPEST = 4;
export const MOST_PARTS = 500;

/** One sentence on the first thing that is wrong; null when nothing is. */
export function checkParts(
  whole: Whole,
  division: Division,
  parts: readonly GivenPart[],
  span: MonthSpan,
): Refusal | null {
  const { dimension, rule, places } = division;
  if (!rulesFor(dimension).includes(rule)) {
    return refusal('Quy tắc theo mùa vụ chỉ dùng cho các kỳ.', 'The seasonal rule is for periods.');
  }
  if (places < scaleOf(whole.value)) {
    return refusal(
      `Kế hoạch có ${scaleOf(whole.value)} chữ số thập phân; hãy chọn ít nhất chừng đó.`,
      `The whole has ${scaleOf(whole.value)} decimal places; choose at least as many.`,
    );
  }
  const keys = parts.map(({ organisationId, period }) => organisationId ?? period ?? '');
  if (parts.some((part) => (dimension === 'organisation' ? part.organisationId : part.period) === null)) {
    return refusal(
      'Mỗi dòng phải là một cơ quan hoặc một kỳ, theo chiều phân bổ đã chọn.',
      'Each row is of the dimension.',
    );
  }
  if (new Set(keys).size < keys.length) return refusal('Có nơi hoặc kỳ xuất hiện hai lần.', 'A part is there twice.');
  for (const { value, weight } of parts) {
    if (rule !== 'share' && value !== null && placesNeeded(value) > places) {
      return refusal(
        `Có số nhiều hơn ${places} chữ số thập phân. Hãy sửa số hoặc tăng số chữ số thập phân.`,
        `A figure has more than ${places} decimal places.`,
      );
    }
    if (weight !== null && exact(weight).digits < 0n) return refusal('Trọng số không được âm.', 'A weight is below 0.');
  }
  return dimension === 'period' ? checkPeriods(keys, span) : null;
}

function checkPeriods(periods: readonly string[], span: MonthSpan): Refusal | null {
  const read = periods.map(spanOfPeriod);
  const at = read.findIndex((period) => period === null || period.from < span.from || period.to > span.to);
  if (at !== -1) {
    return refusal(
      `${periodWords(periods[at] as string)} không thuộc thời gian của kế hoạch.`,
      `${periods[at]} is not within the plan.`,
    );
  }
  if (new Set(read.map((period) => period?.grain)).size > 1) {
    return refusal('Các kỳ phải cùng loại: tháng, quý, 6 tháng hoặc năm.', 'Periods must be of one kind.');
  }
  const whole = read.find((period) => period && period.to - period.from >= span.to - span.from);
  return whole
    ? refusal('Kỳ được chia phải ngắn hơn kỳ của phần được chia.', 'Periods must be shorter than their whole.')
    : null;
}

/** As they are kept: periods in their order, figures at the chosen precision, those of shares computed. */
export function keptParts(whole: Whole, division: Division, parts: readonly GivenPart[]): GivenPart[] {
  const ordered =
    division.dimension === 'period'
      ? parts.toSorted((a, b) => (spanOfPeriod(a.period ?? '')?.from ?? 0) - (spanOfPeriod(b.period ?? '')?.from ?? 0))
      : [...parts];
  if (division.rule === 'share') {
    const values = sharedOut(whole, division, ordered);
    return ordered.map((part, i) => ({ ...part, value: values[i]?.value ?? null }));
  }
  return ordered.map((part) => ({
    ...part,
    value: part.value === null ? null : atPlaces(part.value, division.places),
  }));
}

/** True when a division was made for another figure than the one that stands there now. */
export function isBehind(divided: string, now: string | null): boolean {
  return now === null || compare(exact(divided), exact(now)) !== 0;
}
