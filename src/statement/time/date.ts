/**
 * Ngày, tháng, quý, năm: finds the date phrases of a text and computes their first and last days.
 * It says what is printed (`quý I năm 2021`), never what it is for; deadlines, citations and headers judge that.
 */
import type { Span } from '#base/span.ts';

/** How long the stretch of time is that a phrase names. */
export type DateUnit = 'day' | 'month' | 'quarter' | 'half' | 'nine-months' | 'year' | 'period';

/** A date phrase as printed, from its head word (`ngày`, `quý`, `cuối năm` …) to its last digit. */
export interface DatePhrase extends Span {
  readonly unit: DateUnit;
  /** The (last) year; null when the text names none: `trước 31/01`. */
  readonly year: number | null;
  /** First year of a period; else the same as `year`. */
  readonly fromYear: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly quarter: number | null;
  /** `đầu`, `giữa`, `cuối` before or after it: `cuối năm 2021`, `6 tháng cuối năm`. */
  readonly edge: 'early' | 'middle' | 'late' | null;
  /** The word that heads it, in lower case: `ngày`, `tháng`, `quý`, `năm`, `giai đoạn`, `năm học` …; '' for bare digits. */
  readonly head: string;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Number of days of a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
}

/** ISO form, or null where the calendar has no such day (`31/02/2021`). */
export function isoDate(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The day before an ISO date. */
export function dayBefore(iso: string): string {
  const [y, m, d] = iso.split('-').map(Number) as [number, number, number];
  if (d > 1) return isoDate(y, m, d - 1) as string;
  return m > 1 ? (isoDate(y, m - 1, daysInMonth(y, m - 1)) as string) : `${String(y - 1).padStart(4, '0')}-12-31`;
}

/** First day of the phrase; `year` stands in where the phrase names none. Null without any year. */
export function firstDay(p: DatePhrase, year: number | null = null): string | null {
  const y = p.fromYear ?? year;
  if (y === null) return null;
  switch (p.unit) {
    case 'day':
      return p.month === null || p.day === null ? null : isoDate(y, p.month, p.day);
    case 'month':
      return isoDate(y, p.month ?? 1, 1);
    case 'quarter':
      return isoDate(y, (p.quarter ?? 1) * 3 - 2, 1);
    case 'half':
      return isoDate(y, p.edge === 'late' ? 7 : 1, 1);
    case 'year':
      return isoDate(y, p.edge === 'late' ? 12 : 1, 1);
    default:
      return p.head === 'năm học' ? isoDate(y, 9, 1) : isoDate(y, 1, 1);
  }
}

/** Last day of the phrase; `year` stands in where the phrase names none. Null without any year. */
export function lastDay(p: DatePhrase, year: number | null = null): string | null {
  const y = p.year ?? year;
  if (y === null) return null;
  switch (p.unit) {
    case 'day':
      return p.month === null || p.day === null ? null : isoDate(y, p.month, p.day);
    case 'month': {
      const month = p.month ?? 12;
      return isoDate(y, month, p.edge === 'middle' ? 15 : daysInMonth(y, month));
    }
    case 'quarter': {
      const month = (p.quarter ?? 4) * 3;
      return isoDate(y, month, daysInMonth(y, month));
    }
    case 'half':
      return p.edge === 'late' ? isoDate(y, 12, 31) : isoDate(y, 6, 30);
    case 'nine-months':
      return isoDate(y, 9, 30);
    case 'year':
      return p.edge === 'early' ? isoDate(y, 3, 31) : p.edge === 'middle' ? isoDate(y, 6, 30) : isoDate(y, 12, 31);
    default:
      return p.head === 'năm học' ? isoDate(y, 5, 31) : isoDate(y, 12, 31);
  }
}

const ANCHOR = /\d+|[Qq]u[ýí]\s{1,3}[IV]|QU[ÝÍ]\s{1,3}[IV]/g;
const AFTER_DAY =
  /\s{0,3}(?:,\s{0,2}\d{1,2}\s{0,3}|(?:và|-|–)\s{0,3}\d{1,2}\s{0,3}){0,3}\s{0,3}tháng\s{1,3}(\d{1,2})(?!\d)(?:(?:,?\s{1,4}năm\s{1,3}|\s?[/-]\s?)(\d{4})(?!\d))?/iy;
const SLASH_DAY = /\s?([/.-])\s?(\d{1,2})\s?\1\s?(\d{4})(?!\d)/y;
const SLASH_PAIR = /\s?([/-])\s?(\d{1,4})(?!\d)/y;
const MONTH_LIST = /\s?(?:,|-|–|và|đến)\s{0,2}(?:tháng\s)?(\d{1,2})(?!\d)(?=\s?[/-]\s?\d{4}|,?\s{1,3}năm\s)/iy;
const YEAR_AFTER = /(?:,?\s{1,4}năm\s{1,3}|\s?[/-]\s?)(\d{4})(?![\d/])/iy;
const HALF_AFTER =
  /\s{1,3}tháng(?:\s{1,3}(đầu|cuối)(?:\s{1,3}năm)?|\s{1,3}năm)?(?:\s{1,3}(?:năm\s{1,3})?(\d{4})(?!\d))?/iy;
const PERIOD = /\s{0,3}[-–]\s{0,3}(\d{4})(?!\d)/y;
const TO_YEAR = /\s{1,3}đến\s{1,3}(?:hết\s{1,3})?(?:năm\s{1,3})?(\d{4})(?!\d)/iy;
const ROMAN =
  /qu[ýí]\s{1,3}(I{1,3}|IV)(?![\p{L}\d])(?:\s{0,2}(?:,|-|–|và|đến)\s{0,2}(?:qu[ýí]\s{1,3})?(I{1,3}|IV)(?![\p{L}\d])){0,3}/iuy;
const ROMAN_VALUE: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4 };
const YEAR_MIN = 1900;
const YEAR_MAX = 2100;
const HEADS_PERIOD = ['giai đoạn', 'thời kỳ', 'thời kì', 'nhiệm kỳ', 'năm học', 'năm'];
const EDGES: readonly (readonly [string, 'early' | 'middle' | 'late'])[] = [
  ['cuối', 'late'],
  ['đầu', 'early'],
  ['giữa', 'middle'],
];

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The word that ends right before `at` (at most three spaces between), in lower case. */
function wordBefore(text: string, at: number): { readonly word: string; readonly start: number } {
  let end = at;
  while (end > 0 && at - end < 6 && /\s/.test(text[end - 1] as string)) end--;
  let start = end;
  while (start > 0 && end - start < 12 && /\p{L}/u.test(text[start - 1] as string)) start--;
  return { word: text.slice(start, end).toLowerCase(), start };
}

interface Draft {
  start: number;
  end: number;
  unit: DateUnit;
  head: string;
  year?: number | null;
  fromYear?: number | null;
  month?: number | null;
  day?: number | null;
  quarter?: number | null;
  edge?: 'early' | 'middle' | 'late' | null;
}

function phrase(d: Draft): DatePhrase {
  const year = d.year ?? null;
  return {
    start: d.start,
    end: d.end,
    unit: d.unit,
    year,
    fromYear: d.fromYear ?? year,
    month: d.month ?? null,
    day: d.day ?? null,
    quarter: d.quarter ?? null,
    edge: d.edge ?? null,
    head: d.head,
  };
}

const isYear = (n: number): boolean => n >= YEAR_MIN && n <= YEAR_MAX;
const isMonth = (n: number): boolean => n >= 1 && n <= 12;

/** Takes `cuối`, `đầu`, `giữa` into the phrase: `cuối năm 2021`. */
function withEdge(text: string, d: Draft): Draft {
  const before = wordBefore(text, d.start);
  for (const [word, edge] of EDGES) {
    if (before.word === word) return { ...d, start: before.start, edge };
  }
  return d;
}

/** A phrase that a date inside it was refused for; scanning goes on after `end`. */
interface Step {
  readonly end: number;
  readonly date: DatePhrase | null;
}

/** `quý I năm 2021`, `Quý III - IV/2025`, `quý II`; not `quý khách`. */
function readRoman(text: string, at: number): Step | null {
  const m = sticky(ROMAN, text, at);
  if (m === null) return null;
  const last = (m[2] ?? m[1] ?? '').toUpperCase();
  const quarter = ROMAN_VALUE[last] ?? 4;
  let end = at + m[0].length;
  const y = sticky(YEAR_AFTER, text, end);
  let year: number | null = null;
  if (y !== null && isYear(Number(y[1]))) {
    year = Number(y[1]);
    end += y[0].length;
  }
  return { end, date: phrase({ start: at, end, unit: 'quarter', head: 'quý', quarter, year }) };
}

/** After `ngày`: `18 tháng 11 năm 2020`, `18/11/2020`, `25, 26 tháng 11 năm 2020`, `31/01`, `20`. */
function readDay(text: string, at: number, start: number, end: number, n: number): Step {
  const words = sticky(AFTER_DAY, text, end);
  if (words !== null) {
    const month = Number(words[1]);
    const year = words[2] === undefined ? null : Number(words[2]);
    const stop = end + words[0].length;
    // The last day of a list is the one that counts: `ngày 25, 26 tháng 11`.
    const day = Number(/(\d{1,2})\s{0,6}tháng/i.exec(text.slice(at, stop))?.[1] ?? n);
    if (isMonth(month) && day >= 1 && day <= daysInMonth(year ?? 2024, month) && (year === null || isYear(year))) {
      return { end: stop, date: phrase({ start, end: stop, unit: 'day', head: 'ngày', day, month, year }) };
    }
    return { end: stop, date: null };
  }
  const numeric = readNumeric(text, at, end, n, 'ngày', start);
  if (numeric !== null) return numeric;
  if (n >= 1 && n <= 31 && end - at <= 2) {
    return { end, date: phrase({ start, end, unit: 'day', head: 'ngày', day: n }) };
  }
  return { end, date: null };
}

/** `18/11/2020`, `18-11-2020`, `7/2021`, `31/01`, `2021-2025`; not `12/2020/NQ-HĐND`, `26/28 chỉ tiêu`. */
function readNumeric(text: string, at: number, end: number, n: number, head: string, start: number): Step | null {
  const width = end - at;
  if (width <= 2 && n >= 1 && n <= 31) {
    const full = sticky(SLASH_DAY, text, end);
    if (full !== null && (full[1] === '/' || head === 'ngày' || !/\s/.test(full[0]))) {
      const stop = end + full[0].length;
      const month = Number(full[2]);
      const year = Number(full[3]);
      const good = isYear(year) && isMonth(month) && n <= daysInMonth(year, month) && text[stop] !== '/';
      return { end: stop, date: good ? phrase({ start, end: stop, unit: 'day', head, day: n, month, year }) : null };
    }
    const pair = sticky(SLASH_PAIR, text, end);
    if (pair === null) return null;
    const stop = end + pair[0].length;
    const m = Number(pair[2]);
    const dash = pair[1] === '-';
    // A symbol goes on with another part: `12/2020/NQ-HĐND`, `01/2025-NQ`.
    if (/[/-]/.test(text[stop] ?? '') && /[\p{L}\d]/u.test(text[stop + 1] ?? '')) return { end: stop, date: null };
    if ((pair[2] as string).length === 4 && isYear(m)) {
      if (head === 'quý' && n <= 4) {
        return { end: stop, date: phrase({ start, end: stop, unit: 'quarter', head, quarter: n, year: m }) };
      }
      if (isMonth(n) && (!dash || head === 'tháng') && head !== 'số') {
        return { end: stop, date: phrase({ start, end: stop, unit: 'month', head, month: n, year: m }) };
      }
      return { end: stop, date: null };
    }
    if ((pair[2] as string).length <= 2 && isMonth(m) && n <= daysInMonth(2024, m) && (!dash || head === 'ngày')) {
      return { end: stop, date: phrase({ start, end: stop, unit: 'day', head, day: n, month: m }) };
    }
    return { end: stop, date: null };
  }
  if (width === 4 && isYear(n)) {
    const range = sticky(PERIOD, text, end) ?? sticky(TO_YEAR, text, end);
    if (range !== null) {
      const year = Number(range[1]);
      const stop = end + range[0].length;
      if (isYear(year) && year >= n && !/^[/\d]/.test(text.slice(stop, stop + 1))) {
        return { end: stop, date: phrase({ start, end: stop, unit: 'period', head, fromYear: n, year }) };
      }
    }
  }
  return null;
}

/** The head of a year or a period: `giai đoạn`, `năm học`, `năm` …, with where it begins. */
function periodHead(text: string, at: number): { readonly head: string; readonly start: number } {
  const from = Math.max(0, at - 14);
  const before = text.slice(from, at).toLowerCase().trimEnd();
  for (const head of HEADS_PERIOD) {
    if (before.endsWith(head)) return { head, start: from + before.length - head.length };
  }
  return { head: '', start: at };
}

function readAt(text: string, at: number, end: number): Step {
  const n = Number(text.slice(at, end));
  const previous = text[at - 1] ?? '';
  if (end - at > 4 || ((previous === '.' || previous === ',') && /\d/.test(text[at - 2] ?? '')))
    return { end, date: null };
  if (/\p{L}/u.test(previous)) return { end, date: null };
  const before = wordBefore(text, at);
  if (before.word === 'ngày') return readDay(text, at, before.start, end, n);
  if (before.word === 'tháng') {
    // A blank day is no date: `ngày     tháng 12 năm 2020`.
    const blank = /ngày[\s….]{1,40}$/i.test(text.slice(Math.max(0, before.start - 44), before.start));
    // `tháng 6, 7/2021`, `tháng 10 và 11 năm 2021`: the last month counts.
    const more = sticky(MONTH_LIST, text, end);
    const last = more !== null && isMonth(Number(more[1])) ? Number(more[1]) : n;
    const after = last === n ? end : end + (more as RegExpExecArray)[0].length;
    const y = sticky(YEAR_AFTER, text, after);
    const year = y !== null && isYear(Number(y[1])) ? Number(y[1]) : null;
    const stop = year === null ? end : after + (y as RegExpExecArray)[0].length;
    if (blank || !isMonth(n) || end - at > 2) return { end: stop, date: null };
    const draft: Draft = {
      start: before.start,
      end: stop,
      unit: 'month',
      head: 'tháng',
      month: year === null ? n : last,
      year,
    };
    return { end: stop, date: phrase(withEdge(text, draft)) };
  }
  if ((before.word === 'quý' || before.word === 'quí') && n >= 1 && n <= 4 && end - at === 1) {
    const y = sticky(YEAR_AFTER, text, end);
    const year = y !== null && isYear(Number(y[1])) ? Number(y[1]) : null;
    const stop = year === null ? end : end + (y as RegExpExecArray)[0].length;
    return {
      end: stop,
      date: phrase({ start: before.start, end: stop, unit: 'quarter', head: 'quý', quarter: n, year }),
    };
  }
  if ((n === 6 || n === 9) && end - at <= 2) {
    const m = sticky(HALF_AFTER, text, end);
    if (m !== null && (m[1] !== undefined || m[2] !== undefined)) {
      const stop = end + m[0].length;
      const year = m[2] === undefined ? null : Number(m[2]);
      const edge = m[1]?.toLowerCase() === 'cuối' ? 'late' : 'early';
      const unit = n === 6 ? 'half' : 'nine-months';
      return { end: stop, date: phrase({ start: at, end: stop, unit, head: 'tháng', year, edge }) };
    }
  }
  if (end - at === 4 && isYear(n)) {
    const { head, start } = periodHead(text, at);
    const period = readNumeric(text, at, end, n, head, start);
    if (period !== null) return period;
    if (head === 'năm' && !/^\s?\//.test(text.slice(end, end + 2))) {
      return { end, date: phrase(withEdge(text, { start, end, unit: 'year', head, year: n })) };
    }
    return { end, date: null };
  }
  return readNumeric(text, at, end, n, before.word === 'số' ? 'số' : '', at) ?? { end, date: null };
}

/**
 * Every date phrase of the text, in order.
 * Matches `ngày 18 tháng 11 năm 2020`, `7/2021`, `quý I năm 2021`, `6 tháng đầu năm 2021`, `giai đoạn 2021-2025`.
 * Not `số 12/2020/NQ-HĐND`, `26/28 chỉ tiêu`, `13.593,9 tỷ`, `ngày     tháng 12 năm 2020`.
 */
export function findDates(text: string): DatePhrase[] {
  const found: DatePhrase[] = [];
  let at = 0;
  while (at < text.length) {
    ANCHOR.lastIndex = at;
    const m = ANCHOR.exec(text);
    if (m === null) break;
    const c = text.charCodeAt(m.index);
    const step = c >= 48 && c <= 57 ? readAt(text, m.index, m.index + m[0].length) : readRoman(text, m.index);
    if (step?.date) found.push(step.date);
    at = Math.max(step?.end ?? 0, m.index + m[0].length);
  }
  return found;
}

/** The date phrase that begins at `at` (its head word or its first digit), if any. */
export function dateAt(text: string, at: number): DatePhrase | null {
  for (const d of findDates(text.slice(at, at + 80))) {
    return d.start === 0 ? { ...d, start: at, end: at + d.end } : null;
  }
  return null;
}

/** A full day of the calendar, as ISO: the phrase must name day, month and year. */
export function fullDate(p: DatePhrase | null): string | null {
  if (p === null || p.unit !== 'day' || p.year === null || p.month === null || p.day === null) return null;
  return isoDate(p.year, p.month, p.day);
}
