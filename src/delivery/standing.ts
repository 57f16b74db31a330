/**
 * Where a task stands (tình trạng thực hiện): computed from its state, its days and the day that is asked for, never kept.
 * Every screen, export and letter takes it from here; the SQL of the lists says the same (`store/task-standing.ts`).
 * The categories are those of Decision 42/2014/QĐ-TTg, as the trackers of tasks use them.
 */
import { addDays } from '#base/date.ts';

/** draft: published and not yet assigned. reported: done as the agency says, not yet verified. */
export const TASK_STATES = [
  'draft',
  'assigned',
  'accepted',
  'in-progress',
  'reported',
  'verified',
  'suspended',
  'cancelled',
] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** The last two stand outside: a task that is suspended or cancelled is neither in time nor late. */
export const STANDINGS = [
  'done-on-time',
  'done-late',
  'in-time',
  'overdue',
  'due-soon',
  'not-started',
  'no-deadline',
  'suspended',
  'cancelled',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** The words of the interface and of every report. */
export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  'done-on-time': 'Hoàn thành đúng hạn',
  'done-late': 'Hoàn thành quá hạn',
  'in-time': 'Đang thực hiện, trong hạn',
  overdue: 'Đang thực hiện, quá hạn',
  'due-soon': 'Sắp đến hạn',
  'not-started': 'Chưa thực hiện',
  'no-deadline': 'Không có thời hạn',
  suspended: 'Tạm dừng',
  cancelled: 'Đã hủy',
};

export const STATE_WORDS: Readonly<Record<TaskState, string>> = {
  draft: 'Chưa giao',
  assigned: 'Đã giao, chờ tiếp nhận',
  accepted: 'Đã tiếp nhận',
  'in-progress': 'Đang thực hiện',
  reported: 'Đã báo cáo hoàn thành, chờ xác nhận',
  verified: 'Đã xác nhận hoàn thành',
  suspended: 'Tạm dừng',
  cancelled: 'Đã hủy',
};

/** Sắp đến hạn: today is one of so many days before the deadline, or the deadline itself. */
export const SOON_DAYS = 7;

/** From so many days on a report waits too long to be verified. */
export const LONG_WAIT_DAYS = 5;

/** From so many returns on a task is told of by itself. */
export const MANY_RETURNS = 2;

export interface StandingFacts {
  readonly state: TaskState;
  /** The deadline in force; null: none. */
  readonly dueOn: string | null;
  /** Day of the report that waits to be verified. */
  readonly reportedOn: string | null;
  /** Day on which it was done: that of the report that was verified. */
  readonly doneOn: string | null;
}

/**
 * In this order: suspended and cancelled; done; past its deadline; not yet accepted; without deadline; near it; in time.
 * A task that was reported done in time waits for the Office and does not become late by that.
 */
export function standingOf({ state, dueOn, reportedOn, doneOn }: StandingFacts, today: string): Standing {
  if (state === 'suspended' || state === 'cancelled') return state;
  if (state === 'verified') return dueOn !== null && (doneOn ?? today) > dueOn ? 'done-late' : 'done-on-time';
  const day = state === 'reported' && reportedOn !== null ? reportedOn : today;
  if (dueOn !== null && day > dueOn) return 'overdue';
  if (state === 'reported') return dueOn === null ? 'no-deadline' : 'in-time';
  if (dueOn !== null && addDays(today, SOON_DAYS) >= dueOn) return 'due-soon';
  if (state === 'draft' || state === 'assigned') return 'not-started';
  return dueOn === null ? 'no-deadline' : 'in-time';
}

export type StandingCounts = Readonly<Record<Standing, number>>;

/** All tasks, in whatever standing: `total` of every count on every page. */
export function totalOf(counts: StandingCounts): number {
  return STANDINGS.reduce((sum, standing) => sum + counts[standing], 0);
}

export function noCounts(): Record<Standing, number> {
  return Object.fromEntries(STANDINGS.map((one) => [one, 0])) as Record<Standing, number>;
}
