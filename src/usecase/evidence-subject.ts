/**
 * What evidence (minh chứng) can be of: each area registers its own subject here, one line. The use cases of evidence ask
 * nothing else about a subject.
 */
import type { EvidenceSubjectType } from '#contract/evidence.ts';
import { type Problem, problem } from '#contract/problem.ts';
import { relationsOf } from '#delivery/task-life.ts';
import { findLife } from '#store/task-life.ts';
import { deliverableEvidence, directiveEvidence } from './deliverable-evidence.ts';
import { caseEvidence, inspectionEvidence } from './register-evidence.ts';
import { titleOf } from './task-act.ts';
import type { Context } from './usecase.ts';

export interface EvidenceSubject {
  /** As the log names it. */
  readonly title: string;
  /** Why the post that asks may add nothing; null: it may. */
  readonly refused: Problem | null;
  /** True: the post may also take away what others added (who assigned it, who answers for it). */
  readonly mayRemoveAny: boolean;
  /** Why nothing may be taken away such that only `left` pieces stay. */
  readonly keeps?: (left: number) => Problem | null;
}

/**
 * The subject of that id in the province; null when there is none. `lock`: nobody else changes it until the transaction
 * ends.
 */
export type FindEvidenceSubject = (context: Context, id: string, lock: boolean) => Promise<EvidenceSubject | null>;

/** Areas without a line have no evidence yet. */
const SUBJECTS: Readonly<Partial<Record<EvidenceSubjectType, FindEvidenceSubject>>> = {
  case: caseEvidence,
  inspection: inspectionEvidence,
  deliverable: deliverableEvidence,
  directive: directiveEvidence,
  task: taskSubject,
};

export async function findEvidenceSubject(
  context: Context,
  type: EvidenceSubjectType,
  id: string,
  lock = false,
): Promise<EvidenceSubject | null> {
  return (await SUBJECTS[type]?.(context, id, lock)) ?? null;
}

export const NOT_YOURS = problem(
  403,
  'not-yours',
  'Chỉ cơ quan chủ trì, cơ quan phối hợp, người được phân công hoặc cơ quan giao nhiệm vụ được đính kèm minh chứng.',
  'Only those who work on it, or who assigned it, may add evidence.',
);

/** Everybody who has a part in it adds; what was verified stays as it was verified. */
async function taskSubject(context: Context, id: string, lock: boolean): Promise<EvidenceSubject | null> {
  const life = await findLife(context, id, lock);
  if (!life) return null;
  const relations = relationsOf(context.actor, life);
  const hasPart = [...relations].some((one) => one !== 'leader');
  const gone = life.goneOn !== null && life.goneOn <= context.today;
  const closed = gone || life.state === 'cancelled' ? CANCELLED : life.state === 'verified' ? VERIFIED : null;
  const waits = life.state === 'reported' || life.state === 'verified';
  return {
    title: titleOf(life.text),
    refused: hasPart ? closed : NOT_YOURS,
    mayRemoveAny: relations.has('assigner'),
    keeps: (left) => (waits && left === 0 ? LAST : null),
  };
}

const VERIFIED = problem(
  409,
  'closed',
  'Nhiệm vụ đã được xác nhận hoàn thành nên minh chứng không thay đổi được. Hãy trả lại nhiệm vụ trước.',
  'The task was verified: its evidence can’t be changed. Return it first.',
);
const CANCELLED = problem(
  409,
  'closed',
  'Nhiệm vụ không còn được thực hiện nên minh chứng không thay đổi được.',
  'The task is not carried out any more: its evidence can’t be changed.',
);
const LAST = problem(
  409,
  'last-evidence',
  'Nhiệm vụ đã báo cáo hoàn thành phải còn ít nhất một minh chứng.',
  'A task that was reported done keeps at least one piece of evidence.',
);
