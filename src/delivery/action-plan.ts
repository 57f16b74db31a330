/** Kế hoạch hành động: whether an agency has issued its own plan, and what of a plan nobody has taken up. */
import type { TaskState } from './standing.ts';

export const ACTION_PLAN_STATES = ['issued', 'issued-late', 'not-due', 'late', 'missing'] as const;
export type ActionPlanState = (typeof ACTION_PLAN_STATES)[number];

export const ACTION_PLAN_WORDS: Readonly<Record<ActionPlanState, string>> = {
  issued: 'Đã ban hành đúng hạn',
  'issued-late': 'Ban hành muộn',
  'not-due': 'Chưa đến hạn',
  late: 'Quá hạn, chưa ban hành',
  missing: 'Chưa ban hành',
};

/** `missing`: not issued, and no day was set by which it is to be. */
export function actionPlanState(dueOn: string | null, issuedOn: string | null, today: string): ActionPlanState {
  if (issuedOn !== null) return dueOn !== null && issuedOn > dueOn ? 'issued-late' : 'issued';
  if (dueOn === null) return 'missing';
  return dueOn < today ? 'late' : 'not-due';
}

/** Why something of a plan counts as taken up by nobody. The first four of tasks, the last two of targets. */
export const NOT_TAKEN_UP = [
  'no-lead',
  'not-assigned',
  'not-accepted',
  'not-broken-down',
  'target-no-lead',
  'target-not-allocated',
] as const;
export type NotTakenUp = (typeof NOT_TAKEN_UP)[number];

export const NOT_TAKEN_UP_WORDS: Readonly<Record<NotTakenUp, string>> = {
  'no-lead': 'Chưa có cơ quan chủ trì',
  'not-assigned': 'Chưa giao',
  'not-accepted': 'Đã giao, chưa tiếp nhận',
  'not-broken-down': 'Đã tiếp nhận, chưa phân rã',
  'target-no-lead': 'Chỉ tiêu chưa có cơ quan chủ trì',
  'target-not-allocated': 'Chỉ tiêu chưa phân bổ',
};

/** States in which a task still waits to be done. */
export const OPEN_STATES: readonly TaskState[] = [
  'draft',
  'assigned',
  'accepted',
  'in-progress',
  'reported',
  'suspended',
];
/** What counts for an agency's plan: all that was not cancelled. */
export const COUNTED_STATES: readonly TaskState[] = [...OPEN_STATES, 'verified'];
