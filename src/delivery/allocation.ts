/**
 * Phân bổ chỉ tiêu: a target, or a part of it, divided among organisations or over periods. Values are plain exact
 * decimals in the unit of the target; a missing value is null, never 0.
 */
import { type Decimal, formatVietnamese, parsePlain, round, toPlain } from '#base/decimal.ts';

export const DIMENSIONS = ['organisation', 'period'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/**
 * `sum`: parts add up to the whole. `same`: each part has the whole as its level. `weighted-mean`: Σ weight × value /
 * Σ weight is the whole. `share`: parts are given in % of the whole. `seasonal`: periods, as past figures go.
 */
export const ALLOCATION_RULES = ['sum', 'same', 'weighted-mean', 'share', 'seasonal'] as const;
export type AllocationRule = (typeof ALLOCATION_RULES)[number];

/** How periods stand to the whole: they add up; the last one is it; each counts all up to it (lũy kế). */
export const COURSES = ['adds', 'last', 'running'] as const;
export type Course = (typeof COURSES)[number];

export const DIMENSION_WORDS: Readonly<Record<Dimension, string>> = {
  organisation: 'Theo cơ quan, địa phương',
  period: 'Theo kỳ trong năm',
};

export const RULE_WORDS: Readonly<Record<AllocationRule, string>> = {
  sum: 'Cộng lại bằng kế hoạch',
  same: 'Mỗi nơi đạt mức kế hoạch',
  'weighted-mean': 'Bình quân theo trọng số',
  share: 'Theo tỷ trọng (%)',
  seasonal: 'Theo mùa vụ',
};

export const COURSE_WORDS: Readonly<Record<Course, string>> = {
  adds: 'Các kỳ cộng lại bằng kế hoạch',
  last: 'Kỳ cuối đạt mức kế hoạch',
  running: 'Lũy kế đến kỳ cuối bằng kế hoạch',
};

/** What parts together must come to: decides which side of the whole is the wrong one. */
export type Wants = 'at-least' | 'at-most' | 'exactly' | 'within';

/** What is divided. */
export interface Whole {
  readonly value: string;
  /** Upper end of a range. */
  readonly valueMax: string | null;
  readonly wants: Wants;
  /** `trên`, `dưới`: the whole itself is not enough. */
  readonly strict: boolean;
  readonly unit: string | null;
}

/** A part as it is given. `weight` is a weight, a past figure, or for `share` the share in %. */
export interface PartFigures {
  readonly value: string | null;
  readonly weight: string | null;
}

/** What a division is, beside its parts. */
export interface Division {
  readonly dimension: Dimension;
  readonly rule: AllocationRule;
  readonly course: Course;
  readonly places: number;
}

/** How parts are put together to be held against the whole. */
export type Joining = 'sum' | 'each' | 'mean' | 'last' | 'running';

export function joiningOf({ rule, course }: Pick<Division, 'rule' | 'course'>): Joining {
  switch (rule) {
    case 'sum':
    case 'share':
      return 'sum';
    case 'same':
      return 'each';
    case 'weighted-mean':
      return 'mean';
    default:
      return course === 'adds' ? 'sum' : course;
  }
}

/** What a version of a target says of its figure. */
export interface TargetDemand {
  readonly measure: 'level' | 'increase' | 'decrease';
  readonly comparator: '=' | '>' | '>=' | '<' | '<=' | '~' | 'range';
  readonly value: string;
  readonly valueMax: string | null;
  readonly unit: string | null;
  readonly cumulative: boolean;
  /** Of its indicator. */
  readonly direction: string | null;
  readonly kind: string | null;
}

/**
 * DOMAIN §7: `=` means "at least" for direction up and "at most" for down. The size of a decrease of what should fall is
 * the better the larger it is. Where no direction is known a figure is to be met exactly.
 */
export function wantsOf({ comparator, valueMax, measure, direction }: TargetDemand): Wants {
  if (valueMax !== null || comparator === 'range') return 'within';
  if (comparator === '>' || comparator === '>=') return 'at-least';
  if (comparator === '<' || comparator === '<=') return 'at-most';
  if (measure === 'level') return direction === 'up' ? 'at-least' : direction === 'down' ? 'at-most' : 'exactly';
  const against = measure === 'increase' ? 'down' : 'up';
  return direction === against ? 'at-most' : 'at-least';
}

export function wholeOf(demand: TargetDemand): Whole {
  return {
    value: demand.value,
    valueMax: demand.valueMax,
    wants: wantsOf(demand),
    strict: demand.comparator === '>' || demand.comparator === '<',
    unit: demand.unit,
  };
}

/** A part that is divided further: a figure, with the side that its target has. */
export function wholeOfPart(target: Whole, value: string): Whole {
  return {
    ...target,
    value,
    valueMax: null,
    wants: target.wants === 'within' ? 'exactly' : target.wants,
    strict: false,
  };
}

const RATES: ReadonlySet<string> = new Set(['rate', 'share', 'index']);

/** What a person is offered first: rates are the same for all, amounts add up; stocks and rates end at the whole. */
export function usualDivision(demand: TargetDemand, dimension: Dimension): Division {
  const rate = demand.kind === null ? (demand.unit ?? '').trim().startsWith('%') : RATES.has(demand.kind);
  const places = Math.min(6, scaleOf(demand.value));
  if (dimension === 'organisation') return { dimension, rule: rate ? 'same' : 'sum', course: 'adds', places };
  const course = demand.cumulative ? 'running' : rate || demand.kind === 'level' ? 'last' : 'adds';
  return { dimension, rule: 'seasonal', course, places };
}

/** Rules that a dimension can be divided by. */
export function rulesFor(dimension: Dimension): readonly AllocationRule[] {
  return dimension === 'organisation'
    ? ['sum', 'same', 'weighted-mean', 'share']
    : ['seasonal', 'sum', 'same', 'share', 'weighted-mean'];
}

/** The decimal of a plain text. Throws for what is none: checked before it comes here. */
export function exact(plain: string): Decimal {
  const value = parsePlain(plain);
  if (!value) throw new RangeError(`not a decimal: ${plain}`);
  return value;
}

/** Printed decimal places. */
export function scaleOf(plain: string): number {
  return exact(plain).scale;
}

/** Decimal places that are needed: `12.50` needs 1. */
export function placesNeeded(plain: string): number {
  const text = toPlain(exact(plain));
  const at = text.indexOf('.');
  return at === -1 ? 0 : text.slice(at + 1).replace(/0+$/, '').length;
}

/** `12.5` at 2 is `12.50`. */
export function atPlaces(plain: string, places: number): string {
  return toPlain(round(exact(plain), places));
}

/** `11.580 tỷ đồng`, `95%`; without needless zeros when `places` is given. */
export function figureWords(value: Decimal, unit: string | null): string {
  const number = formatVietnamese(value);
  if (unit === null || unit.trim() === '') return number;
  return unit.startsWith('%') ? `${number}${unit}` : `${number} ${unit}`;
}

/** A gap of rates is counted in points. */
export function gapWords(value: Decimal, unit: string | null): string {
  return unit?.trim() === '%' ? `${formatVietnamese(value)} điểm %` : figureWords(value, unit);
}
