/**
 * Where a long-standing case (vụ việc tồn đọng) stands, in the words of tasks as far as they fit: computed from its state,
 * its final deadline, its road map and the day that is asked for, never kept. `store/backlog.ts` says the same in SQL.
 */
import { addDays } from '#base/date.ts';
import { SOON_DAYS, STANDING_WORDS, type Standing } from './standing.ts';

export const CASE_STATES = ['open', 'closed', 'suspended'] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** Nobody cancels a case: it is closed with a result, or suspended. */
export const CASE_STANDINGS = [
  'overdue',
  'due-soon',
  'not-started',
  'in-time',
  'no-deadline',
  'suspended',
  'done-on-time',
  'done-late',
] as const satisfies readonly Standing[];
export type CaseStanding = (typeof CASE_STANDINGS)[number];

export const CASE_STANDING_WORDS: Readonly<Record<CaseStanding, string>> = STANDING_WORDS;

export const CASE_STATE_WORDS: Readonly<Record<CaseState, string>> = {
  open: 'Đang giải quyết',
  closed: 'Đã giải quyết xong',
  suspended: 'Tạm dừng',
};

/** Bước of the road map (lộ trình). */
export interface StepDays {
  readonly dueOn: string | null;
  readonly doneOn: string | null;
}

export interface CaseFacts {
  readonly state: CaseState;
  /** Thời hạn cuối cùng; null: none was set. */
  readonly dueOn: string | null;
  readonly closedOn: string | null;
  readonly steps: readonly StepDays[];
}

/** In the order of tasks. A case of which no step was done has not begun. */
export function caseStandingOf({ state, dueOn, closedOn, steps }: CaseFacts, today: string): CaseStanding {
  if (state === 'suspended') return 'suspended';
  if (state === 'closed') return dueOn !== null && (closedOn ?? today) > dueOn ? 'done-late' : 'done-on-time';
  if (dueOn !== null && today > dueOn) return 'overdue';
  if (dueOn !== null && addDays(today, SOON_DAYS) >= dueOn) return 'due-soon';
  if (!steps.some((step) => step.doneOn !== null)) return 'not-started';
  return dueOn === null ? 'no-deadline' : 'in-time';
}

/** Steps of an open case that are past their own day. */
export function lateSteps({ state, steps }: Pick<CaseFacts, 'state' | 'steps'>, today: string): number {
  if (state !== 'open') return 0;
  return steps.filter((step) => step.doneOn === null && step.dueOn !== null && step.dueOn < today).length;
}
