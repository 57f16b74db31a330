/** Tasks on a calendar (lịch): the weeks of a month, what falls on each day, which days the filter leaves open. */
import type { Standing } from '#delivery/standing.ts';
import { addMonths, type Day, monthGrid } from '../../format/date.ts';

export interface OnDay {
  readonly id: string;
  readonly dueOn: string | null;
  readonly standing: Standing;
}

export interface CalendarDay<T> {
  readonly day: Day;
  /** Of the month that is shown. */
  readonly inside: boolean;
  /** How many fall on it, as the server counts. */
  readonly count: number;
  readonly counts: Readonly<Partial<Record<Standing, number>>>;
  /** Those that are here, at most as many as are shown. */
  readonly tasks: readonly T[];
}

export interface DayCell {
  readonly at: string | null;
  readonly counts: Readonly<Partial<Record<Standing, number>>>;
}

/** First and last day of a month `2026-11`. */
export function monthDays(month: string): { readonly first: Day; readonly last: Day } {
  const first = `${month}-01`;
  const days = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
  return { first, last: `${month}-${String(days).padStart(2, '0')}` };
}

/** The part of the month that the filter leaves; null when it leaves nothing. */
export function within(
  month: string,
  from: Day | undefined,
  to: Day | undefined,
): { readonly from: Day; readonly to: Day } | null {
  const { first, last } = monthDays(month);
  const begin = from && from > first ? from : first;
  const end = to && to < last ? to : last;
  return begin <= end ? { from: begin, to: end } : null;
}

export function monthBeside(month: string, months: number): string {
  return addMonths(`${month}-01`, months).slice(0, 7);
}

export const sumOf = (counts: Readonly<Partial<Record<Standing, number>>>): number =>
  Object.values(counts).reduce((sum, count) => sum + (count ?? 0), 0);

/** Weeks from Monday; a sixth week only when the month reaches into it. */
export function calendarOf<T extends OnDay>(
  month: string,
  cells: readonly DayCell[],
  tasks: readonly T[],
  most: number,
): readonly (readonly CalendarDay<T>[])[] {
  const counts = new Map(cells.map((cell) => [cell.at, cell.counts]));
  const byDay = new Map<string, T[]>();
  for (const task of tasks) {
    if (task.dueOn === null) continue;
    const there = byDay.get(task.dueOn);
    if (there) there.push(task);
    else byDay.set(task.dueOn, [task]);
  }
  return monthGrid(`${month}-01`)
    .filter((week) => week.some((day) => day.startsWith(month)))
    .map((week) =>
      week.map((day) => {
        const inside = day.startsWith(month);
        const own = inside ? (counts.get(day) ?? {}) : {};
        const there = inside ? (byDay.get(day) ?? []) : [];
        return { day, inside, counts: own, count: sumOf(own), tasks: there.slice(0, most) };
      }),
    );
}
