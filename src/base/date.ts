/** Calendar dates (ngày), ISO `2021-02-28`; which day it is now is always an argument. Vietnam is UTC+7 all year. */

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY = 86_400_000;
/** Asia/Ho_Chi_Minh has no summer time. */
const OFFSET = 7 * 3_600_000;

/** True for a day that exists: `2021-02-28`, not `2021-02-30`. */
export function isDate(text: string): boolean {
  const found = ISO.exec(text);
  if (!found) return false;
  const time = Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3]));
  return new Date(time).toISOString().slice(0, 10) === text;
}

/** The day in Vietnam at an instant. */
export function dateIn(instant: Date): string {
  return new Date(instant.getTime() + OFFSET).toISOString().slice(0, 10);
}

/** `addDays('2021-02-28', 1)` is `2021-03-01`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Days from `a` to `b`; negative when `b` is before `a`. */
export function daysBetween(a: string, b: string): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / DAY);
}

/** True when `date` lies in [from, to); null is open. */
export function isWithin(date: string, from: string | null, to: string | null): boolean {
  return (from === null || from <= date) && (to === null || date < to);
}

/** `20/11/2026`. */
export function formatDate(date: string): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}
