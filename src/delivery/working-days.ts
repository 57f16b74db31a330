/**
 * Working days (ngày làm việc): weekdays that are no public holiday. The days of the Labour Code 2019, Article 112, that
 * follow the solar calendar are known; those of the lunar calendar and the days that are taken in their stead are told
 * anew every year and set by the province.
 */
import { addDays } from '#base/date.ts';

/** Ngày nghỉ lễ, and ngày làm bù: days of a weekend on which people work. ISO dates. */
export interface WorkCalendar {
  readonly holidays: readonly string[];
  readonly extra: readonly string[];
}

export const NO_CALENDAR: WorkCalendar = { holidays: [], extra: [] };

/** Tết Dương lịch, 30/4, 1/5, Quốc khánh. */
const FIXED: readonly string[] = ['01-01', '04-30', '05-01', '09-02'];

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

export function isWorkingDay(day: string, { holidays, extra }: WorkCalendar): boolean {
  if (extra.includes(day)) return true;
  return weekdayOf(day) <= 5 && !FIXED.includes(day.slice(5)) && !holidays.includes(day);
}

/** How many working days lie behind `from`, up to and with `today`; stops counting at `most`. */
export function workingDaysSince(from: string, today: string, calendar: WorkCalendar, most = 30): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= today && count < most; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) count++;
  }
  return count;
}
