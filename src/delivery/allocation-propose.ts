/**
 * Đề xuất phân bổ: figures for parts by a rule, for a person to look at and change. Even (chia đều), by weights (theo tỷ
 * trọng, theo mùa vụ), the same for all (như nhau). Nothing is decided here.
 */
import { add, compare, type Decimal, round, subtract, sum, toPlain, ZERO } from '#base/decimal.ts';
import { type Refusal, refusal } from '#base/refusal.ts';
import { err, ok, type Result } from '#base/result.ts';
import { type Division, exact, figureWords, joiningOf, type PartFigures, type Whole } from './allocation.ts';
import { divide, scaled } from './allocation-divide.ts';
import { balanceOf } from './balance.ts';

/** `even`: chia đều; `weights`: by what stands beside each part; `same`: the whole for each. */
export const METHODS = ['even', 'weights', 'same'] as const;
export type Method = (typeof METHODS)[number];

export const METHOD_WORDS: Readonly<Record<Method, string>> = {
  even: 'Chia đều',
  weights: 'Theo trọng số',
  same: 'Như nhau',
};

export interface ProposeInput {
  readonly method: Method;
  /** `missing`: figures that are there stay, the rest is divided among the parts without one. */
  readonly only: 'all' | 'missing';
  /** Of a level that goes from somewhere to the whole: where it stood before the first period. */
  readonly start: string | null;
}

export interface Proposal {
  readonly parts: readonly PartFigures[];
  /** Places in the list of the parts that got one step more so that nothing is lost. */
  readonly extra: readonly number[];
}

type Outcome = Result<Proposal, Refusal>;

/** The ways that make sense for a division. */
export function methodsFor(division: Division): readonly Method[] {
  switch (joiningOf(division)) {
    case 'each':
    case 'mean':
      return ['same'];
    default:
      return ['even', 'weights'];
  }
}

export function proposeParts(
  whole: Whole,
  division: Division,
  parts: readonly PartFigures[],
  input: ProposeInput,
): Outcome {
  if (parts.length === 0) return err(NOBODY);
  if (!methodsFor(division).includes(input.method)) return err(NOT_SO);
  switch (joiningOf(division)) {
    case 'each':
      return ok({
        parts: parts.map((part) => ({ ...part, value: open(part, input) ? rounded(whole, division) : part.value })),
        extra: [],
      });
    case 'mean':
      return proposeMean(whole, division, parts, input);
    case 'sum':
      return division.rule === 'share'
        ? proposeShares(whole, division, parts, input)
        : proposeSum(whole, division, parts, input);
    case 'last':
      return proposeLevels(whole, division, parts, input);
    default:
      return proposeRunning(whole, division, parts, input);
  }
}

const NOBODY = refusal('Hãy chọn nơi nhận phân bổ trước.', 'Choose who gets a part first.');
const NOT_SO = refusal('Cách chia này không dùng được với quy tắc đã chọn.', 'This way does not go with the rule.');
const NO_WEIGHTS = refusal(
  'Mỗi dòng cần một trọng số không âm, và tổng phải lớn hơn 0.',
  'Each row needs a weight of at least 0, and their sum must be above 0.',
);
const NOTHING_LEFT = refusal(
  'Không còn gì để chia: các số đã có đã bằng hoặc vượt kế hoạch.',
  'Nothing is left: the given figures are the whole or more.',
);
const NONE_OPEN = refusal('Mọi dòng đều đã có số.', 'Every row has a figure already.');
const TOO_FINE = refusal(
  'Kế hoạch có nhiều chữ số thập phân hơn mức đã chọn.',
  'The whole has more decimal places than were chosen.',
);

const open = (part: PartFigures, { only }: ProposeInput) => only === 'all' || part.value === null;
const ONE: Decimal = { digits: 1n, scale: 0 };

function rounded(whole: Whole, { places }: Division): string {
  const value = exact(whole.value);
  return toPlain(round(value, Math.max(places, value.scale)));
}

/** Weights of the parts that are meant, or why there are none. */
function weightsOf(parts: readonly PartFigures[], { method }: ProposeInput): Decimal[] | null {
  if (method !== 'weights') return parts.map(() => ONE);
  const weights = parts.map(({ weight }) => (weight === null ? null : exact(weight)));
  if (weights.some((weight) => weight === null || weight.digits < 0n)) return null;
  return weights as Decimal[];
}

function proposeSum(whole: Whole, division: Division, parts: readonly PartFigures[], input: ProposeInput): Outcome {
  const meant = parts.flatMap((part, at) => (open(part, input) ? [at] : []));
  if (meant.length === 0) return err(NONE_OPEN);
  const kept = sum(parts.flatMap((part) => (open(part, input) || part.value === null ? [] : [exact(part.value)])));
  const left = subtract(exact(whole.value), kept);
  if (input.only === 'missing' && left.digits <= 0n) return err(NOTHING_LEFT);
  const weights = weightsOf(
    meant.map((at) => parts[at] as PartFigures),
    input,
  );
  if (weights === null) return err(NO_WEIGHTS);
  const divided = divide(left, weights, division.places);
  if (divided === null) return err(left.scale > division.places ? TOO_FINE : NO_WEIGHTS);
  const values = new Map(meant.map((at, i) => [at, toPlain(divided.parts[i] as Decimal)]));
  return ok({
    parts: parts.map((part, at) => ({ ...part, value: values.get(at) ?? part.value })),
    extra: divided.extra.map((i) => meant[i] as number),
  });
}

const HUNDRED: Decimal = { digits: 100n, scale: 0 };
/** Shares are proposed with two decimal places. */
const SHARE_PLACES = 2;

/** Even shares, or what stands there made to add up to 100 %; the figures follow. */
function proposeShares(whole: Whole, division: Division, parts: readonly PartFigures[], input: ProposeInput): Outcome {
  const weights = weightsOf(parts, { ...input, only: 'all' });
  const shares = weights && divide(HUNDRED, weights, SHARE_PLACES);
  if (!shares) return err(NO_WEIGHTS);
  const withShares = parts.map((part, at) => ({ ...part, weight: toPlain(shares.parts[at] as Decimal) }));
  return ok({ parts: sharedOut(whole, division, withShares), extra: shares.extra });
}

/** The figures that shares in % give; they add up to what the shares add up to. A part without a share has none. */
export function sharedOut(whole: Whole, { places }: Division, parts: readonly PartFigures[]): PartFigures[] {
  const shares = parts.map(({ weight }) => (weight === null ? ZERO : exact(weight)));
  const all = sum(shares);
  const total = scaled(exact(whole.value), HUNDRED, all, places);
  const divided = divide(total, shares, places);
  return parts.map((part, at) => ({
    ...part,
    value: part.weight === null || divided === null ? null : toPlain(divided.parts[at] as Decimal),
  }));
}

/** The plan for all; or, where some have figures, what the others must come to. */
function proposeMean(whole: Whole, division: Division, parts: readonly PartFigures[], input: ProposeInput): Outcome {
  const fill = (value: string) =>
    ok({ parts: parts.map((part) => (open(part, input) ? { ...part, value } : part)), extra: [] });
  if (input.only === 'all' || parts.every(({ value }) => value === null)) return fill(rounded(whole, division));
  if (parts.every(({ value }) => value !== null)) return err(NONE_OPEN);
  const { needed } = balanceOf(whole, division, parts);
  return needed === null ? err(NO_WEIGHTS) : fill(needed);
}

/** A running figure: what falls to each period, counted up. */
function proposeRunning(whole: Whole, division: Division, parts: readonly PartFigures[], input: ProposeInput): Outcome {
  const weights = weightsOf(parts, input);
  const divided = weights && divide(exact(whole.value), weights, division.places);
  if (!divided) return err(exact(whole.value).scale > division.places ? TOO_FINE : NO_WEIGHTS);
  let all: Decimal = ZERO;
  return ok({
    parts: parts.map((part, at) => {
      all = add(all, divided.parts[at] as Decimal);
      return { ...part, value: toPlain(round(all, division.places)) };
    }),
    extra: divided.extra,
  });
}

/**
 * A level: from where it stood to the whole, each period its part of the way; without a start, as past figures went,
 * drawn to the whole. With neither only the last period is known.
 */
function proposeLevels(whole: Whole, division: Division, parts: readonly PartFigures[], input: ProposeInput): Outcome {
  const end = exact(whole.value);
  const places = Math.max(division.places, end.scale);
  const at = (value: Decimal) => toPlain(round(value, places));
  if (input.start === null) {
    if (input.method === 'even') {
      return ok({
        parts: parts.map((part, i) => (i === parts.length - 1 ? { ...part, value: at(end) } : part)),
        extra: [],
      });
    }
    const past = parts.map(({ weight }) => (weight === null ? null : exact(weight)));
    const last = past.at(-1);
    if (!last || last.digits === 0n || past.includes(null)) return err(NO_WEIGHTS);
    return ok({
      parts: parts.map((part, i) => ({ ...part, value: toPlain(scaled(past[i] as Decimal, last, end, places)) })),
      extra: [],
    });
  }
  const weights = weightsOf(parts, input);
  const all = weights && sum(weights);
  if (!weights || !all || all.digits <= 0n) return err(NO_WEIGHTS);
  const start = exact(input.start);
  const way = subtract(end, start);
  let gone: Decimal = ZERO;
  return ok({
    parts: parts.map((part, i) => {
      gone = add(gone, weights[i] as Decimal);
      const there = compare(gone, all) === 0 ? end : add(start, scaled(way, all, gone, places + 1));
      return { ...part, value: at(there) };
    }),
    extra: [],
  });
}

/** How the rest of dividing was laid out, in words; null when nothing was left over. */
export function remainderWords(
  extra: readonly number[],
  names: readonly string[],
  places: number,
  unit: string | null,
): string | null {
  if (extra.length === 0) return null;
  const step = figureWords({ digits: 1n, scale: places }, unit);
  const shown = extra.slice(0, 5).map((at) => names[at] ?? '');
  const rest = extra.length > shown.length ? ` và ${extra.length - shown.length} nơi khác` : '';
  return `Số chia không hết được làm tròn theo phương pháp số dư lớn nhất: ${shown.join(', ')}${rest} nhận thêm ${step}.`;
}
