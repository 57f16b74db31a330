/**
 * How far a deliverable has come (tiến độ sản phẩm): planned → drafted (dự thảo) → appraised (thẩm định) → submitted
 * (trình) → issued (ban hành). A step may be skipped, which is told; going back needs a reason. Pure.
 */
import { formatDate } from '#base/date.ts';
import { err, ok, type Result } from '#base/result.ts';
import { type Standing, standingOf, type TaskState } from './standing.ts';

export const STAGES = ['planned', 'drafted', 'appraised', 'submitted', 'issued'] as const;
export type Stage = (typeof STAGES)[number];

export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  planned: 'Chưa dự thảo',
  drafted: 'Dự thảo',
  appraised: 'Thẩm định',
  submitted: 'Trình',
  issued: 'Ban hành',
};

/** What stages change. Days are ISO dates. */
export interface StageFacts {
  readonly stage: Stage;
  readonly draftedOn: string | null;
  readonly appraisedOn: string | null;
  readonly submittedOn: string | null;
  readonly issuedOn: string | null;
  /** Số, ký hiệu, once it is issued. */
  readonly symbol: string | null;
  /** The issued document in the library. */
  readonly documentId: string | null;
}

export interface StageInput {
  readonly to: Stage;
  /** Day on which the stage was reached; for `planned` none. */
  readonly on?: string | null | undefined;
  readonly symbol?: string | null | undefined;
  readonly documentId?: string | null | undefined;
  /** For going back. */
  readonly reason?: string | null | undefined;
}

export interface StageRefusal {
  readonly code: 'same-stage' | 'day-needed' | 'bad-day' | 'symbol-needed' | 'reason-needed';
  readonly vi: string;
  readonly en: string;
}

export interface StageChange {
  readonly facts: StageFacts;
  /** Stages that were left out between. */
  readonly skipped: readonly Stage[];
}

const DAY_OF = {
  drafted: 'draftedOn',
  appraised: 'appraisedOn',
  submitted: 'submittedOn',
  issued: 'issuedOn',
} as const satisfies Readonly<Record<Exclude<Stage, 'planned'>, keyof StageFacts>>;

/** The day of a stage, null while it has not been reached or was skipped. */
export function dayOfStage(facts: StageFacts, stage: Stage): string | null {
  return stage === 'planned' ? null : facts[DAY_OF[stage]];
}

/** Stages between the one that stands and `to` that have no day: what would be skipped. */
export function skippedBetween(facts: StageFacts, to: Stage): Stage[] {
  const at = STAGES.indexOf(to);
  return STAGES.slice(1, at).filter((stage) => STAGES.indexOf(stage) > STAGES.indexOf(facts.stage));
}

/** What the facts are once the stage is reached, or why it can't be. Nothing else changes them. */
export function moveStage(facts: StageFacts, input: StageInput, today: string): Result<StageChange, StageRefusal> {
  const { to } = input;
  const from = STAGES.indexOf(facts.stage);
  const at = STAGES.indexOf(to);
  if (to === facts.stage)
    return refuse(
      'same-stage',
      `Sản phẩm đang ở bước “${STAGE_WORDS[to]}”.`,
      'The deliverable is at this stage already.',
    );
  if (at < from && !input.reason?.trim())
    return refuse('reason-needed', 'Hãy ghi lý do lùi bước.', 'Going back needs a reason.');
  const left = at < from ? cleared(facts, at) : facts;
  if (to === 'planned') return ok({ facts: { ...left, stage: to }, skipped: [] });
  // Going back to a stage that was reached keeps its day unless another is given.
  const on = input.on ?? (at < from ? dayOfStage(facts, to) : null);
  if (on === null) return refuse('day-needed', `Hãy chọn ngày ${STAGE_WORDS[to].toLowerCase()}.`, 'The day is needed.');
  if (on > today) return refuse('bad-day', 'Ngày không được sau hôm nay.', 'The day lies in the future.');
  const earlier = STAGES.slice(1, at).findLast((stage) => dayOfStage(left, stage) !== null);
  const before = earlier === undefined ? null : dayOfStage(left, earlier);
  if (earlier !== undefined && before !== null && on < before)
    return refuse(
      'bad-day',
      `Ngày ${STAGE_WORDS[to].toLowerCase()} không được trước ngày ${STAGE_WORDS[earlier].toLowerCase()} (${formatDate(before)}).`,
      'The day lies before that of the stage before it.',
    );
  const symbol = input.symbol?.trim() || null;
  if (to === 'issued' && symbol === null)
    return refuse('symbol-needed', 'Hãy ghi số, ký hiệu văn bản đã ban hành.', 'Number and symbol are needed.');
  const issued = to === 'issued' ? { symbol, documentId: input.documentId ?? null } : {};
  return ok({
    facts: { ...left, stage: to, [DAY_OF[to]]: on, ...issued },
    skipped: at > from ? skippedBetween(facts, to) : [],
  });
}

/** Days after the stage that is gone back to are no longer true. */
function cleared(facts: StageFacts, at: number): StageFacts {
  const gone = STAGES.slice(at + 1).filter((stage) => stage !== 'planned');
  return {
    ...facts,
    ...Object.fromEntries(gone.map((stage) => [DAY_OF[stage], null])),
    symbol: null,
    documentId: null,
  };
}

function refuse(code: StageRefusal['code'], vi: string, en: string): Result<never, StageRefusal> {
  return err({ code, vi, en });
}

/** The facts of a stage alone, for what an event keeps. */
export function stageFactsOf(facts: StageFacts): StageFacts {
  const { stage, draftedOn, appraisedOn, submittedOn, issuedOn, symbol, documentId } = facts;
  return { stage, draftedOn, appraisedOn, submittedOn, issuedOn, symbol, documentId };
}

/**
 * Where it stands, in the words of tasks: an issued one is done on the day of issue. Of a task that is suspended or
 * cancelled it is neither in time nor late.
 */
export function standingOfDeliverable(
  facts: { readonly stage: Stage; readonly issuedOn: string | null; readonly dueOn: string | null },
  taskState: TaskState,
  today: string,
): Standing {
  const { stage, issuedOn, dueOn } = facts;
  if (stage === 'issued') return standingOf({ state: 'verified', dueOn, reportedOn: null, doneOn: issuedOn }, today);
  if (taskState === 'suspended' || taskState === 'cancelled') return taskState;
  const state = stage === 'planned' ? 'assigned' : 'in-progress';
  return standingOf({ state, dueOn, reportedOn: null, doneOn: null }, today);
}

/**
 * The deadline in force. One that stands as the document gives it goes along with its task when that is extended; one
 * that somebody set for the product alone stays.
 */
export function dueOfDeliverable(
  ownDueOn: string | null,
  task: { readonly printedDueOn: string | null; readonly dueOn: string | null },
): string | null {
  return ownDueOn === null || ownDueOn === task.printedDueOn ? task.dueOn : ownDueOn;
}
