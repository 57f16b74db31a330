/**
 * What the calendar tells (nhắc hạn): 7, 3 and 1 days before a deadline and on the day, a day late and then every week; a
 * report that nobody verified, a task that nobody accepted, after three working days; plans of action that are due. A
 * step that was missed is made up for: what is told is what is true today, once.
 */
import { daysBetween, formatDate } from '#base/date.ts';
import { type Audience, type Notice, type NoticeKind, shortened } from './notice.ts';
import { assignerOf } from './notice-act.ts';
import type { LifeFacts, TaskOrigin } from './task-life.ts';
import { type WorkCalendar, workingDaysSince } from './working-days.ts';

/** Days before a deadline on which is told of it. */
export const BEFORE: readonly number[] = [7, 3, 1, 0];
/** Working days after which is asked what has become of a report or an assignment. */
export const PATIENCE = 3;

/** The last step of a deadline that has come: `7`, `3`, `1`, `0`, `late-0`, `late-1` …; null: none yet. */
export function stepOf(dueOn: string, today: string): string | null {
  const left = daysBetween(today, dueOn);
  if (left < 0) return `late-${Math.floor((-left - 1) / 7)}`;
  const step = BEFORE.findLast((days) => left <= days);
  return step === undefined ? null : String(step);
}

/** In the place of an agency that nobody leads the Office hears until a deadline has passed; the weeks after are in its lists. */
function isFirstTime(step: string): boolean {
  return !step.startsWith('late-') || step === 'late-0';
}

/** `Còn 3 ngày đến hạn (30/06/2021)`. */
export function deadlineWords(dueOn: string, today: string): string {
  const left = daysBetween(today, dueOn);
  if (left > 0) return `Còn ${left} ngày đến hạn (${formatDate(dueOn)})`;
  return left === 0 ? `Hôm nay đến hạn (${formatDate(dueOn)})` : `Quá hạn ${-left} ngày (hạn ${formatDate(dueOn)})`;
}

/** A task as the calendar looks at it. */
export interface CalendarTask {
  readonly id: string;
  readonly words: string;
  readonly origin: TaskOrigin;
  readonly facts: LifeFacts;
  /** Day on which it was assigned last; null: it never was. */
  readonly assignedOn: string | null;
}

const OPEN: readonly string[] = ['assigned', 'accepted', 'in-progress'];

/** Nothing of drafts, of what is done, suspended or cancelled. */
export function calendarNotices(task: CalendarTask, today: string, calendar: WorkCalendar): Notice[] {
  const { facts } = task;
  const made: Notice[] = [];
  const make = (kind: NoticeKind, key: string, to: readonly Audience[], title: string, officeIfVacant = true) =>
    made.push({
      kind,
      key,
      to,
      title,
      text: shortened(task.words),
      link: `/nhiem-vu/${task.id}`,
      subjectType: 'task',
      subjectId: task.id,
      officeIfVacant,
    });
  const open = OPEN.includes(facts.state);
  if (open && facts.dueOn !== null) {
    const step = stepOf(facts.dueOn, today);
    const doer: readonly Audience[] = facts.postId === null ? [] : [{ to: 'post', postId: facts.postId }];
    if (step !== null) {
      const kind = facts.dueOn < today ? 'overdue' : 'due-soon';
      const to: readonly Audience[] = [{ to: 'heads', organisationIds: facts.leadIds }, ...doer];
      make(kind, `due:${task.id}:${facts.dueOn}:${step}`, to, deadlineWords(facts.dueOn, today), isFirstTime(step));
    }
  }
  const late = (from: string) => workingDaysSince(from, today, calendar, PATIENCE) >= PATIENCE;
  if (facts.state === 'reported' && facts.reportedOn !== null && late(facts.reportedOn)) {
    const title = `Báo cáo hoàn thành ngày ${formatDate(facts.reportedOn)} chưa được xác nhận`;
    make('unverified', `unverified:${task.id}:${facts.reportedOn}`, [assignerOf({ ...task, after: facts })], title);
  }
  const waiting = facts.leadIds.filter((id) => !facts.acceptedIds.includes(id));
  if (open && waiting.length > 0 && task.assignedOn !== null && late(task.assignedOn)) {
    const title = `Nhiệm vụ giao ngày ${formatDate(task.assignedOn)} chưa được tiếp nhận`;
    make(
      'unaccepted',
      `unaccepted:${task.id}:${task.assignedOn}`,
      [{ to: 'heads', organisationIds: waiting }],
      title,
      false,
    );
  }
  return made;
}

/** A plan of action (kế hoạch hành động) that an agency owes and has not issued. */
export interface OwedPlan {
  readonly planId: string;
  readonly planTitle: string;
  readonly organisationId: string;
  readonly dueOn: string;
}

/** A week and a day before, on the day, and every week when it is late. */
export function actionPlanNotice(owed: OwedPlan, today: string): Notice | null {
  const step = stepOf(owed.dueOn, today);
  if (step === null || step === '3') return null;
  return {
    kind: 'action-plan',
    key: `action-plan:${owed.planId}:${owed.organisationId}:${owed.dueOn}:${step}`,
    to: [{ to: 'heads', organisationIds: [owed.organisationId] }],
    title: `Ban hành kế hoạch hành động: ${lowerFirst(deadlineWords(owed.dueOn, today))}`,
    text: owed.planTitle,
    link: `/nhiem-vu/ke-hoach-hanh-dong?ke_hoach=${owed.planId}`,
    subjectType: 'plan',
    subjectId: owed.planId,
    officeIfVacant: isFirstTime(step),
  };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
