/**
 * The daily letter (thư tổng hợp hằng ngày): when a post gets one, which lists stand in it and in which order. One a post
 * and day, and none when there is nothing to do. What is counted is said as a filter of tasks, so that the letter and the
 * page that it leads to can't disagree.
 */
import type { Role } from '#plan/rights.ts';
import type { AtOnceKind } from './notice.ts';
import type { Standing, TaskState } from './standing.ts';
import { isWorkingDay, type WorkCalendar, weekdayOf } from './working-days.ts';

/** What a person wants to be written of. */
export interface NoticeWish {
  readonly digest: boolean;
  /** From when on the letter may come, `07:30` in Vietnam. */
  readonly hour: string;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekdays: readonly number[];
  readonly atOnce: readonly AtOnceKind[];
  /** No letter before this day; null: none. */
  readonly quietUntil: string | null;
}

/** Quiet by default: one letter on the morning of a working day, nothing else. */
export const USUAL_WISH: NoticeWish = {
  digest: true,
  hour: '07:30',
  weekdays: [1, 2, 3, 4, 5],
  atOnce: [],
  quietUntil: null,
};

/** Days on which nothing is written by wish of the person. */
export function isQuiet(wish: NoticeWish, today: string): boolean {
  return wish.quietUntil !== null && today < wish.quietUntil;
}

/** True on a day that the person wants letters on; a day that the province works instead counts as one of the week. */
export function isLetterDay(wish: NoticeWish, today: string, calendar: WorkCalendar): boolean {
  if (!wish.digest || isQuiet(wish, today)) return false;
  if (calendar.extra.includes(today)) return true;
  if (!wish.weekdays.includes(weekdayOf(today))) return false;
  // Who asked for weekends gets them; holidays are nobody's.
  return weekdayOf(today) > 5 ? !calendar.holidays.includes(today) : isWorkingDay(today, calendar);
}

export type SectionId = 'overdue' | 'due-soon' | 'returned' | 'to-verify' | 'to-answer' | 'to-accept' | 'to-assign';

/** Whose tasks: of the whole province, that an organisation leads, that a post does, that an organisation assigned. */
export type SectionScope = 'province' | 'led' | 'done' | 'assigned-by';

export interface Section {
  readonly id: SectionId;
  readonly scope: SectionScope;
  readonly standings?: readonly Standing[];
  readonly states?: readonly TaskState[];
  readonly asked?: boolean;
  readonly returned?: boolean;
  /** Heading with the number: `Nhiệm vụ quá hạn: 3`. */
  readonly words: string;
}

const OVERDUE = { id: 'overdue', standings: ['overdue'], words: 'Nhiệm vụ quá hạn' } as const;
const SOON = { id: 'due-soon', standings: ['due-soon'], words: 'Nhiệm vụ sắp đến hạn (trong 7 ngày)' } as const;
const RETURNED = { id: 'returned', returned: true, words: 'Nhiệm vụ bị trả lại, cần bổ sung' } as const;
const VERIFY = { id: 'to-verify', states: ['reported'], words: 'Báo cáo hoàn thành chờ xác nhận' } as const;
const ANSWER = { id: 'to-answer', asked: true, words: 'Đề nghị gia hạn chờ ý kiến' } as const;
const ACCEPT = { id: 'to-accept', states: ['assigned'], words: 'Nhiệm vụ chờ tiếp nhận' } as const;
const ASSIGN = { id: 'to-assign', states: ['draft'], words: 'Nhiệm vụ chưa giao' } as const;

/** Overdue first, then what is due, what came back, what waits for the reader. Supervisors and administrators owe nothing. */
export function sectionsFor(role: Role): readonly Section[] {
  const of = (scope: SectionScope, ...sections: readonly Omit<Section, 'scope'>[]): Section[] =>
    sections.map((section) => ({ ...section, scope }));
  switch (role) {
    case 'office':
      return of('province', OVERDUE, SOON, VERIFY, ANSWER, ASSIGN);
    case 'leader':
      return of('province', OVERDUE, SOON);
    case 'agency-lead':
      return [...of('led', OVERDUE, SOON, RETURNED, ACCEPT), ...of('assigned-by', VERIFY, ANSWER)];
    case 'officer':
      return of('done', OVERDUE, SOON, RETURNED);
    case 'supervisor':
    case 'admin':
      return [];
  }
}
