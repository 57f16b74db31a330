/** Acts on tasks and their evidence taken back from the log: only the last act that still stands, and by who might do so there. */
import { err, type Result } from '#base/result.ts';
import { notFound, type Problem, problem } from '#contract/problem.ts';
import { ACTS } from '#delivery/act.ts';
import type { EventBody } from '#store/event-log.ts';
import { findEvidence } from '#store/evidence.ts';
import { findLife, listActs } from '#store/task-life.ts';
import type { Undoer } from './event-undo.ts';
import { removeEvidence, restoreEvidence } from './evidence.ts';
import { KINDS, lastUndoable, takeBack } from './task-act.ts';
import type { Context } from './usecase.ts';

const IN_THE_WAY = problem(
  409,
  'undo-in-the-way',
  'Không hoàn tác được: đã có thay đổi khác sau sự kiện này.',
  'It can’t be undone: something was changed after it.',
);

type Undone = Promise<Result<unknown, Problem>>;

/** The act that the event tells of was done at the same instant; it must be the last that stands. */
async function takeActBack(context: Context, event: EventBody): Undone {
  const life = await findLife(context, event.subject.id, true);
  if (!life) return err(notFound('nhiệm vụ', 'task'));
  const last = lastUndoable(await listActs(context, life.id));
  const meant =
    last !== null &&
    Date.parse(last.at) === Date.parse(event.at) &&
    event.kind === `task.${KINDS[last.act as keyof typeof KINDS]}`;
  return meant ? takeBack(context, life, last) : err(IN_THE_WAY);
}

/** Thêm ↔ gỡ ↔ khôi phục: as long as the evidence stands as the event left it. */
async function turnEvidence(context: Context, event: EventBody, remove: boolean): Undone {
  const { evidenceId } = (event.after ?? {}) as { evidenceId?: string };
  const row = evidenceId === undefined ? null : await findEvidence(context, evidenceId);
  if (!row || (row.removedAt === null) !== remove) return err(IN_THE_WAY);
  return (remove ? removeEvidence : restoreEvidence).run(context, { id: row.id });
}

export const TASK_UNDOERS: Readonly<Record<string, Undoer>> = {
  // A reminder that went out is not taken back.
  ...Object.fromEntries(
    ACTS.filter((act) => act !== 'remind').map((act) => [
      `task.${KINDS[act]}`,
      { access: 'task.act', undo: takeActBack } satisfies Undoer,
    ]),
  ),
  'evidence.added': { access: 'task.act', undo: (context, event) => turnEvidence(context, event, true) },
  'evidence.removed': { access: 'task.act', undo: (context, event) => turnEvidence(context, event, false) },
  'evidence.restored': { access: 'task.act', undo: (context, event) => turnEvidence(context, event, true) },
};
