/** Takes changes of long-standing cases back (hoàn tác), as long as all that the change left still stands. */
import { canonicalJson, type Json } from '#base/canonical.ts';
import { err, ok, type Result } from '#base/result.ts';
import type { Problem } from '#contract/problem.ts';
import {
  type CaseFields,
  type CaseRow,
  deleteCase,
  deleteNote,
  findCase,
  listNotes,
  type StepRow,
  updateCase,
  writeSteps,
} from '#store/backlog.ts';
import type { EventBody } from '#store/event-log.ts';
import { findLife, listActs, removeOwnTask } from '#store/task-life.ts';
import type { Undoer } from './event-undo.ts';
import { hasEvidence, IN_THE_WAY, isMine, NOT_YOURS, shortTitle } from './register.ts';
import type { Context } from './usecase.ts';

type Undone = Promise<Result<unknown, Problem>>;
type Left = Partial<CaseFields> & { readonly road?: readonly StepRow[] };

function stands(row: CaseRow, left: Left): boolean {
  const now = row as unknown as Readonly<Record<string, Json>>;
  return Object.entries(left).every(
    ([key, value]) => canonicalJson(now[key] ?? null) === canonicalJson((value ?? null) as Json),
  );
}

function record(context: Context, row: CaseRow, event: EventBody): void {
  context.record({
    kind: 'case.undone',
    subjectType: 'case',
    subjectId: row.id,
    title: shortTitle(row.title),
    before: event.after,
    after: event.before,
  });
}

async function restore(context: Context, event: EventBody): Undone {
  const row = await findCase(context, event.subject.id, context.today, true);
  const left = (event.after ?? {}) as unknown as Left;
  if (!row || !stands(row, left)) return err(IN_THE_WAY);
  if (!isMine(context, row.organisationId)) return err(NOT_YOURS);
  const { road, ...fields } = (event.before ?? {}) as unknown as Left;
  if (!(await updateCase(context, row.id, row.version, fields))) return err(IN_THE_WAY);
  if (road) await writeSteps(context, row.id, road);
  record(context, row, event);
  return ok(null);
}

/** A task that was made of it goes, unless somebody has acted on it. */
async function unmake(context: Context, event: EventBody): Undone {
  const { taskId } = event.after as { readonly taskId: string };
  const life = await findLife(context, taskId, true);
  if (life?.state !== 'draft' || (await listActs(context, taskId)).length > 0) return err(IN_THE_WAY);
  const undone = await restore(context, event);
  if (!undone.ok) return undone;
  await removeOwnTask(context, taskId);
  context.tell(`task:${taskId}`, { id: taskId });
  return ok(null);
}

async function unadd(context: Context, event: EventBody): Undone {
  const row = await findCase(context, event.subject.id, context.today, true);
  if (!row || !stands(row, event.after as unknown as Left)) return err(IN_THE_WAY);
  if (!isMine(context, row.organisationId)) return err(NOT_YOURS);
  if ((await listNotes(context, row.id)).length > 0 || (await hasEvidence(context, 'case', row.id)))
    return err(IN_THE_WAY);
  await deleteCase(context, row.id);
  record(context, row, event);
  return ok(null);
}

async function unnote(context: Context, event: EventBody): Undone {
  const row = await findCase(context, event.subject.id, context.today, true);
  if (!row) return err(IN_THE_WAY);
  if (!isMine(context, row.organisationId)) return err(NOT_YOURS);
  const { note } = event.after as { readonly note: string } & Json;
  if (!(await deleteNote(context, note))) return err(IN_THE_WAY);
  record(context, row, event);
  return ok(null);
}

const of = (undo: Undoer['undo']): Undoer => ({ access: 'register.edit', undo });

export const CASE_UNDOERS: Readonly<Record<string, Undoer>> = {
  'case.added': of(unadd),
  'case.edited': of(restore),
  'case.steps-set': of(restore),
  'case.closed': of(restore),
  'case.reopened': of(restore),
  'case.suspended': of(restore),
  'case.resumed': of(restore),
  'case.task-tied': of(restore),
  'case.task-untied': of(restore),
  'case.task-made': of(unmake),
  'case.noted': of(unnote),
};
