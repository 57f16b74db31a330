/** Checks of what the numbers say together: shares, parts and wholes, one indicator with two values, stated counts. */
import {
  abs,
  add,
  compare,
  type Decimal,
  equals,
  formatVietnamese,
  fromInteger,
  halfStep,
  parsePlain,
  subtract,
  sum,
  ZERO,
} from '#base/decimal.ts';
import { fold } from '#base/fold.ts';
import type { Issue } from '#base/issue.ts';
import type { Span } from '#base/span.ts';
import { readUnit, unitKey } from '#catalogue/units.ts';
import type { Measurement } from '#statement/model.ts';

/** What the checks need of a measurement. */
export type Checked = Pick<
  Measurement,
  | 'span'
  | 'value'
  | 'decimal'
  | 'decimalMax'
  | 'unit'
  | 'indicator'
  | 'measure'
  | 'comparator'
  | 'year'
  | 'parent'
  | 'cumulative'
  | 'match'
  | 'quote'
>;

const HUNDRED = fromInteger(100);
/** A whole may differ from its parts by less than this share before it is taken for a list of only some parts. */
const NEARLY = 20;

/**
 * Shares of one structure that stand in a row must make 100, within what their printed precision can hide.
 *
 * Reports `Cơ cấu kinh tế: nông nghiệp 9%, công nghiệp 62%, dịch vụ 28%`; not `9,7 + 61,5 + 28,9` (rounding), not a
 * structure of which only two parts are given.
 */
export function checkShares(measurements: readonly Checked[]): Issue[] {
  const issues: Issue[] = [];
  for (const group of shareGroups(measurements)) {
    const values = group.map((m) => decimalOf(m)).filter((d): d is Decimal => d !== null);
    if (values.length !== group.length) continue;
    const total = sum(values);
    const off = subtract(total, HUNDRED);
    if (compare(abs(off), sum(values.map(halfStep))) <= 0) continue;
    const above = compare(off, ZERO) > 0;
    if (group.length < 3 && !above) continue;
    const span = { start: (group[0] as Checked).span.start, end: (group.at(-1) as Checked).span.end };
    const shares = values.map(formatVietnamese).join(' + ');
    issues.push({
      severity: 'warning',
      code: 'shares-not-100',
      span,
      message: `Các tỷ trọng trong cơ cấu cộng lại bằng ${formatVietnamese(total)}%, không bằng 100% (${shares}).`,
      messageEn: `The shares of the structure add up to ${formatVietnamese(total)}%, not 100% (${shares}).`,
    });
  }
  return issues;
}

/** Runs of neighbouring percentages `Cơ cấu X …` with one head and one year; the head alone (`Cơ cấu kinh tế`) is none. */
function shareGroups(measurements: readonly Checked[]): Checked[][] {
  const groups: Checked[][] = [];
  let head = '';
  let names = new Set<string>();
  for (const m of measurements) {
    const name = fold(m.indicator)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    const words = name.split(' ');
    const isShare =
      name.startsWith('cơ cấu ') && m.unit === '%' && m.measure === 'level' && m.comparator === '=' && words.length > 4;
    if (!isShare) {
      if (!name.startsWith('cơ cấu ')) head = '';
      continue;
    }
    const own = `${words.slice(0, 4).join(' ')} ${m.year}`;
    if (own === head && !names.has(name)) (groups.at(-1) as Checked[]).push(m);
    else {
      groups.push([m]);
      names = new Set();
    }
    head = own;
    names.add(name);
  }
  return groups.filter((group) => group.length > 1);
}

function decimalOf(m: Checked): Decimal | null {
  return m.decimalMax === undefined ? parsePlain(m.decimal) : null;
}

/**
 * Parts (`trong đó …`) that don't make their whole. A list of only some parts is common, so parts below the whole are
 * reported only when they nearly make it; parts above it always.
 *
 * Reports `thu 13.593,9 tỷ đồng, trong đó nội địa 10.193,9, xuất nhập khẩu 3.500`; not `trong đó nội địa 7.000` alone,
 * not a whole that is divided in two ways.
 */
export function checkParts(measurements: readonly Checked[]): Issue[] {
  const issues: Issue[] = [];
  const partsOf = new Map<number, Checked[]>();
  for (const m of measurements) {
    if (m.parent === null) continue;
    const list = partsOf.get(m.parent);
    if (list) list.push(m);
    else partsOf.set(m.parent, [m]);
  }
  for (const [index, all] of partsOf) {
    const whole = measurements[index];
    const size = whole && isAdditive(whole) && !isTableCell(whole) ? decimalOf(whole) : null;
    if (!whole || !size) continue;
    const parts = all.filter((part) => isAdditive(part) && isLike(part, whole));
    if (parts.length < 2 || parts.length < all.length) continue;
    const rest = restOfParts(parts, size);
    if (rest === null || equals(rest, ZERO) || equals(rest, size)) continue;
    const off = subtract(rest, size);
    const above = compare(off, ZERO) > 0;
    if (!above && compare(times(abs(off), NEARLY), size) >= 0) continue;
    const last = parts.at(-1) as Checked;
    const unit = whole.unit ?? '';
    issues.push({
      severity: above ? 'warning' : 'info',
      code: above ? 'parts-above-whole' : 'parts-below-whole',
      span: { start: Math.min(whole.span.start, last.span.start), end: Math.max(whole.span.end, last.span.end) },
      message: `Các phần của “${whole.indicator}” cộng lại là ${formatVietnamese(rest)} ${unit}, ${above ? 'lớn hơn' : 'nhỏ hơn'} tổng số ${formatVietnamese(size)} ${unit} là ${formatVietnamese(abs(off))}.`,
      messageEn: `The parts of “${whole.indicator}” add up to ${formatVietnamese(rest)} ${unit}, ${above ? 'more' : 'less'} than the whole of ${formatVietnamese(size)} ${unit} by ${formatVietnamese(abs(off))}.`,
    });
  }
  return issues.sort(byPlace);
}

/** The sum of the parts; where they reach the whole a second division of it begins. */
function restOfParts(parts: readonly Checked[], whole: Decimal): Decimal | null {
  let total = ZERO;
  for (const part of parts) {
    const value = decimalOf(part);
    if (!value) return null;
    if (equals(total, whole)) total = ZERO;
    total = add(total, value);
  }
  return total;
}

function times(a: Decimal, n: number): Decimal {
  return { digits: a.digits * BigInt(n), scale: a.scale };
}

/** Sums of money, of things, of hectares; not percentages, not per-head values. */
function isAdditive(m: Checked): boolean {
  if (m.unit === null || m.unit.includes('/')) return false;
  const kind = readUnit(m.unit, 0)?.kind ?? 'count';
  return (
    (kind === 'money' || kind === 'count' || kind === 'physical') &&
    (m.comparator === '=' || m.comparator === '>' || m.comparator === '>=')
  );
}

function isLike(part: Checked, whole: Checked): boolean {
  return (
    unitKey(part.unit ?? '') === unitKey(whole.unit ?? '') &&
    part.measure === whole.measure &&
    part.year === whole.year &&
    Boolean(part.cumulative) === Boolean(whole.cumulative)
  );
}

/**
 * One indicator that is given two values for one year. The same value twice is no issue, nor a value and its
 * accumulated one (lũy kế).
 *
 * Reports `(02 - 05) xã kiểu mẫu` beside `05 xã kiểu mẫu`; not `tăng 8%` beside `đạt 500 tỷ đồng` (another unit).
 */
export function checkSameIndicator(measurements: readonly Checked[]): Issue[] {
  const issues: Issue[] = [];
  const known = new Map<string, Checked[]>();
  const often = namesOfTables(measurements);
  for (const m of measurements) {
    if (isTableCell(m) || often.has(nameKey(m))) continue;
    const unit = unitKey(m.unit ?? '');
    const name = nameKey(m);
    if (name === unit) continue; // A count of the targets themselves: `10 chỉ tiêu`.
    const key = [name, unit, m.measure, m.year].join('|');
    const before = known.get(key);
    if (!before) {
      known.set(key, [m]);
      continue;
    }
    const other = before.find((b) => Boolean(b.cumulative) === Boolean(m.cumulative) && !isPartOf(b, m, measurements));
    const isNew = !before.some((b) => sameValue(b, m));
    before.push(m);
    if (!isNew || !other) continue;
    const values = [other, m].map(({ value }) =>
      `${oneLine(value)}${m.unit === '%' ? '%' : ` ${m.unit ?? ''}`}`.trim(),
    );
    const names =
      fold(other.indicator) === fold(m.indicator) ? `“${m.indicator}”` : `“${other.indicator}” / “${m.indicator}”`;
    issues.push({
      severity: 'warning',
      code: 'two-values',
      span: m.span,
      message: `Chỉ tiêu ${names} được nêu hai giá trị khác nhau: ${values.join(' và ')}.`,
      messageEn: `The target ${names} is given two different values: ${values.join(' and ')}.`,
    });
  }
  return issues;
}

/** By the catalogue where it is sure of a name without places or other additions; else by the words. */
function nameKey(m: Checked): string {
  const folded = fold(m.indicator)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return m.match?.confidence === 'high' ? m.match.code : folded;
}

/** More values of one name than this are the columns of a table, not two statements. */
const MOST_STATEMENTS = 3;

function namesOfTables(measurements: readonly Checked[]): Set<string> {
  const counts = new Map<string, number>();
  for (const m of measurements) counts.set(nameKey(m), (counts.get(nameKey(m)) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > MOST_STATEMENTS).map(([name]) => name));
}

/** A cell of a table that came as text: its neighbours are other columns (dự toán, thực hiện, so sánh …). */
function isTableCell(m: Checked): boolean {
  return m.quote.includes('|') || m.quote.trim() === m.value.trim();
}

/** True when one of the two is a part of the other: then they are two numbers of one sentence. */
function isPartOf(a: Checked, b: Checked, all: readonly Checked[]): boolean {
  return (a.parent !== null && all[a.parent] === b) || (b.parent !== null && all[b.parent] === a);
}

function sameValue(a: Checked, b: Checked): boolean {
  return sameDecimal(a.decimal, b.decimal) && sameDecimal(a.decimalMax, b.decimalMax);
}

function sameDecimal(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  const x = parsePlain(a);
  const y = parsePlain(b);
  return x !== null && y !== null ? equals(x, y) : a === b;
}

/** The rest of a fraction of targets; elsewhere `đạt 1.200/1.000` is the result over the plan, and may be above it. */
const OF_TARGETS = /^\s?\/\s?(\d{1,3})\s+(?:chỉ tiêu|tiêu chí|mục tiêu)/u;

/** A fraction of targets whose count is above its whole: `28/26 chỉ tiêu`; not `26/28 chỉ tiêu`, not `1.200/1.000 người`. */
export function checkFractions(measurements: readonly Checked[]): Issue[] {
  const issues: Issue[] = [];
  for (const m of measurements) {
    const after = m.quote.slice(m.quote.indexOf(m.value) + m.value.length);
    const found = OF_TARGETS.exec(after);
    const count = decimalOf(m);
    const whole = found ? parsePlain((found[1] as string).replaceAll('.', '')) : null;
    if (!count || !whole || compare(count, whole) <= 0) continue;
    issues.push({
      severity: 'warning',
      code: 'count-above-whole',
      span: m.span,
      message: `Số đã nêu ${m.value} lớn hơn tổng số ${found?.[1]}.`,
      messageEn: `The count ${m.value} is above the whole ${found?.[1]}.`,
    });
  }
  return issues;
}

/** A number of items that a heading states, and how many stand under it. */
export interface StatedCount {
  readonly span: Span;
  readonly stated: number;
  readonly listed: number;
  /** What is counted: `chỉ tiêu`, `nhiệm vụ`. */
  readonly noun: string;
}

/** A stated count that the list doesn't keep: `gồm 28 chỉ tiêu` above 27 items. */
export function checkStatedCounts(counts: readonly StatedCount[]): Issue[] {
  return counts
    .filter(({ stated, listed }) => stated !== listed)
    .map(({ span, stated, listed, noun }) => ({
      severity: 'warning',
      code: 'count-differs',
      span,
      message: `Văn bản nêu ${stated} ${noun} nhưng danh sách bên dưới có ${listed}.`,
      messageEn: `The document states ${stated} items (${noun}), but the list below has ${listed}.`,
    }));
}

export function byPlace(a: Issue, b: Issue): number {
  return (a.span?.start ?? 0) - (b.span?.start ?? 0);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
