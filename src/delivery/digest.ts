/**
 * The daily letter (thư tổng hợp hằng ngày): when a post gets one, which lists stand in it and in which order. One a post
 * and day, and none when there is nothing to do. What is counted is said as a filter of tasks, so that the letter and the
 * page that it leads to can't disagree.
 */
import type { Role } from '#plan/rights.ts';
import type { AtOnceKind, NoticeKind } from './notice.ts';
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

/** A list of the letter. `query` chooses its tasks, as the list of tasks is asked over HTTP. */
export interface Section {
  readonly id: SectionId;
  /** Heading, followed by the number: `Nhiệm vụ quá hạn: 3`. */
  readonly words: string;
  readonly query: Readonly<Record<string, string>>;
}

export const SECTION_WORDS: Readonly<Record<SectionId, string>> = {
  overdue: 'Nhiệm vụ quá hạn',
  'due-soon': 'Nhiệm vụ sắp đến hạn (trong 7 ngày tới)',
  returned: 'Nhiệm vụ bị trả lại, cần bổ sung',
  'to-verify': 'Báo cáo hoàn thành chờ xác nhận',
  'to-answer': 'Đề nghị gia hạn chờ ý kiến',
  'to-accept': 'Nhiệm vụ chờ tiếp nhận',
  'to-assign': 'Nhiệm vụ chưa giao',
};

/** In few words, for the subject of the letter. */
export const SHORT_WORDS: Readonly<Record<SectionId, string>> = {
  overdue: 'quá hạn',
  'due-soon': 'sắp đến hạn',
  returned: 'bị trả lại',
  'to-verify': 'chờ xác nhận',
  'to-answer': 'xin gia hạn',
  'to-accept': 'chờ tiếp nhận',
  'to-assign': 'chưa giao',
};

/** What was not broken off by an agency is the Office's to assign and to verify. */
const WHOLES = { origin: 'document,directive,case' };

/**
 * Overdue first, then what is due, what came back, what waits for the reader: the sections of “Việc của tôi”. Supervisors
 * and administrators owe nothing.
 */
export function sectionsFor(post: {
  readonly id: string;
  readonly role: Role;
  readonly organisationId: string;
}): readonly Section[] {
  const section = (id: SectionId, query: Section['query']): Section => ({ id, words: SECTION_WORDS[id], query });
  const dated = (base: Section['query']) => [
    section('overdue', { ...base, standing: 'overdue' }),
    section('due-soon', { ...base, standing: 'due-soon' }),
  ];
  const waiting = (base: Section['query']) => [
    section('to-verify', { ...base, state: 'reported' }),
    section('to-answer', { ...base, asked: '1' }),
  ];
  switch (post.role) {
    case 'office':
      return [...dated(WHOLES), ...waiting(WHOLES), section('to-assign', { ...WHOLES, state: 'draft' })];
    case 'leader':
      return dated(WHOLES);
    case 'agency-lead': {
      const led = { organisation: post.organisationId, role: 'lead' };
      const parts = { origin: 'breakdown', assigner: post.organisationId };
      return [
        ...dated(led),
        section('returned', { ...led, returned: '1' }),
        section('to-accept', { ...led, state: 'assigned' }),
        ...waiting(parts),
      ];
    }
    case 'officer': {
      const own = { post: post.id };
      return [...dated(own), section('returned', { ...own, returned: '1' })];
    }
    case 'supervisor':
    case 'admin':
      return [];
  }
}

/** News that a letter tells besides its lists; what the lists say already is not among it. */
export const NEWS_KINDS: readonly NoticeKind[] = [
  'assigned',
  'moved-away',
  'extension-granted',
  'extension-refused',
  'due-set',
  'verified',
  'returned',
  'suspended',
  'resumed',
  'cancelled',
  'reminded',
  'doer-named',
  'undone',
  'directive',
  'action-plan',
  'handover',
  'vacant',
];

/** News that only tell: alone they are no reason for a letter. */
const ONLY_TOLD: readonly NoticeKind[] = ['moved-away', 'verified', 'suspended', 'cancelled', 'undone'];

export function isWorthALetter(counts: readonly number[], news: readonly NoticeKind[]): boolean {
  return counts.some((count) => count > 0) || news.some((kind) => !ONLY_TOLD.includes(kind));
}

/** What stands in a letter, kept with it. Tasks are the first of each list. */
export interface DigestBody {
  readonly post: string;
  readonly organisation: string;
  readonly to: readonly { readonly personId: string; readonly name: string; readonly address: string }[];
  readonly sections: readonly (Section & {
    readonly count: number;
    readonly items: readonly { readonly id: string; readonly text: string; readonly note: string }[];
  })[];
  readonly news: readonly { readonly title: string; readonly text: string; readonly link: string }[];
}
