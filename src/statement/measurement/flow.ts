/** A block's measurements while it is read: the items so far and the state that one sentence hands from number to number. */
import type { Decimal } from '#base/decimal.ts';
import type { Span } from '#base/span.ts';
import type { Comparator, Confidence, Measure } from '#statement/model.ts';

export interface BlockMeasurement {
  /** Offsets in the block's text. */
  readonly start: number;
  readonly end: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly value: string;
  readonly number: number;
  readonly numberMax: number | null;
  /** The (lower) value, exact. */
  readonly exact: Decimal;
  readonly decimal: string;
  readonly decimalMax: string | null;
  readonly unit: string | null;
  readonly indicator: string;
  /** The indicator without what it is compared with (`so với kế hoạch`), for the statements that go on with it. */
  readonly base: string;
  readonly measure: Measure;
  readonly comparator: Comparator;
  /** Year named right at the number, else null. */
  readonly year: number | null;
  /** Stands in brackets behind `so cùng kỳ`: of the year before. */
  readonly yearBefore: boolean;
  /** Index in this block's list, or null. */
  readonly parent: number | null;
  readonly cumulative: boolean;
  /** `hiện có`: states how things are, whatever part of the document it stands in. */
  readonly present: boolean;
  readonly confidence: Readonly<Record<string, Confidence>>;
}

export interface MeasurementContext {
  /** Name of the indicator that the row above (`-` over `+`) states, to complete this one's. */
  readonly parentName: string;
  /** Where numbers without an order are no commitment: running text about what is to be done. */
  readonly strict: boolean;
  /** Dates, citations, deadlines in the block, in order. */
  readonly taken: readonly Span[];
}

/** State within one sentence. */
export interface Flow {
  sentence: number;
  clause: number;
  /** `Giá trị sản xuất:` before a list of items. */
  head: string;
  headParen: number;
  /** Open `trong đó`: parent of what follows, and whether a colon keeps it open over `;`. */
  inside: { parent: number; open: boolean; clause: number; paren: number } | null;
  /** Last measurement, and the last one outside parentheses. */
  last: number;
  lastOuter: number;
  lastUnitEnd: number;
  /** What a list of counts inherits: `Có thêm ít nhất 5 xã …, 8 xã …`. */
  run: { measure: Measure; comparator: Comparator; verb: string } | null;
  /** The count that a list of places breaks down: `151 chợ … cụ thể: Việt Trì (12), …`. */
  list: number;
}

/** What is known around a number while its block is read. */
export interface Scene {
  readonly text: string;
  readonly context: MeasurementContext;
  readonly items: BlockMeasurement[];
  flow: Flow;
}

/** The state at the head of a sentence. */
export function fresh(sentence: number): Flow {
  return {
    sentence,
    clause: -1,
    head: '',
    headParen: -1,
    inside: null,
    last: -1,
    lastOuter: -1,
    lastUnitEnd: -1,
    run: null,
    list: -1,
  };
}
