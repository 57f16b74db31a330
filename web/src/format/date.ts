/**
 * Days (ngày) on screen: `2026-11-20` inside, `20/11/2026` for people. A day has no time and no zone; arithmetic is
 * done in UTC so that no zone can move it.
 */

/** A day as `yyyy-MM-dd`. */
export type Day = string;

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const TYPED = /^(\d{1,2})[\s./-](\d{1,2})[\s./-](\d{2}|\d{4})$/;
const RUN = /^(\d{2})(\d{2})(\d{2}|\d{4})$/;

export const WEEKDAYS = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'] as const;
export const WEEKDAYS_SHORT = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'] as const;

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function partsOf(value: Day): Parts | null {
  const found = ISO.exec(value);
  if (!found) return null;
  return { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
}

function must(value: Day): Parts {
  const parts = partsOf(value);
  if (!parts) throw new RangeError(`not a day: ${value}`);
  return parts;
}

/** The day of the calendar, or null when there is none (31/02). Months from 1. */
export function makeDay(year: number, month: number, day: number): Day | null {
  if (year < 1900 || year > 2199) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** `20/11/2026`; a text that is no day comes back as it is. */
export function formatDay(value: Day): string {
  const parts = partsOf(value);
  return parts ? `${String(parts.day).padStart(2, '0')}/${String(parts.month).padStart(2, '0')}/${parts.year}` : value;
}

/** `Thứ Sáu, 20/11/2026`. */
export function formatDayLong(value: Day): string {
  return `${WEEKDAYS[weekdayOf(value)]}, ${formatDay(value)}`;
}

/** `Thứ Sáu, 20 tháng 11 năm 2026`: as it is read aloud. */
export function formatDaySpoken(value: Day): string {
  const { year, month, day } = must(value);
  return `${WEEKDAYS[weekdayOf(value)]}, ${day} tháng ${month} năm ${year}`;
}

/** `Tháng 11 năm 2026`. */
export function formatMonth(value: Day): string {
  const { year, month } = must(value);
  return `Tháng ${month} năm ${year}`;
}

/**
 * What a person typed as a day: `5/3/2026`, `05-03-2026`, `5.3.26`, `05032026`. Day before month; two figures of a
 * year are 20xx. Null when it is none.
 */
export function parseTypedDay(text: string): Day | null {
  const clean = text.trim();
  if (ISO.test(clean)) return reMake(clean);
  const found = TYPED.exec(clean) ?? RUN.exec(clean);
  if (!found) return null;
  const year = found[3] as string;
  return makeDay(Number(year.length === 2 ? `20${year}` : year), Number(found[2]), Number(found[1]));
}

function reMake(value: Day): Day | null {
  const { year, month, day } = must(value);
  return makeDay(year, month, day);
}

/** 0 for Thứ Hai … 6 for Chủ nhật. */
export function weekdayOf(value: Day): number {
  const { year, month, day } = must(value);
  return (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
}

export function addDays(value: Day, days: number): Day {
  const { year, month, day } = must(value);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** The same day of another month, or that month's last day. */
export function addMonths(value: Day, months: number): Day {
  const { year, month, day } = must(value);
  const last = new Date(Date.UTC(year, month + months, 0));
  const kept = Math.min(day, last.getUTCDate());
  return new Date(Date.UTC(year, month - 1 + months, kept)).toISOString().slice(0, 10);
}

/** Days from `from` to `to`, negative when `to` lies before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Six weeks from the Monday on or before the first of the month of `value`. */
export function monthGrid(value: Day): readonly (readonly Day[])[] {
  const first = `${value.slice(0, 8)}01`;
  const start = addDays(first, -weekdayOf(first));
  return Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (_, day) => addDays(start, week * 7 + day)));
}
