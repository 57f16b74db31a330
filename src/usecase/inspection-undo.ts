/** Takes changes of inspection plans back (hoàn tác), as long as all that the change left still stands. */
import { canonicalJson, type Json } from '#base/canonical.ts';
import { err, ok, type Result } from '#base/result.ts';
import type { Problem } from '#contract/problem.ts';
import type { EventBody } from '#store/event-log.ts';
import {
  acceptClash,
  deleteInspection,
  findInspection,
  type InspectionFields,
  type InspectionRow,
  listAccepted,
  reopenClash,
  updateInspection,
} from '#store/inspections.ts';
import type { Undoer } from './event-undo.ts';
import { hasEvidence, IN_THE_WAY, isMine, NOT_YOURS, shortTitle } from './register.ts';
import type { Context } from './usecase.ts';

type Undone = Promise<Result<unknown, Problem>>;

async function standing(context: Context, event: EventBody, left: Json): Promise<Result<InspectionRow, Problem>> {
  const row = await findInspection(context, event.subject.id, true);
  if (!row) return err(IN_THE_WAY);
  if (!isMine(context, row.organisationId)) return err(NOT_YOURS);
  const now = row as unknown as Readonly<Record<string, Json>>;
  const stands = Object.entries((left ?? {}) as object).every(
    ([key, value]) => canonicalJson(now[key] ?? null) === canonicalJson((value ?? null) as Json),
  );
  return stands ? ok(row) : err(IN_THE_WAY);
}

function record(context: Context, row: InspectionRow, event: EventBody): void {
  context.record({
    kind: 'inspection.undone',
    subjectType: 'inspection',
    subjectId: row.id,
    title: shortTitle(row.subjectName),
    before: event.after,
    after: event.before,
  });
}

async function restore(context: Context, event: EventBody): Undone {
  const row = await standing(context, event, event.after);
  if (!row.ok) return row;
  const fields = (event.before ?? {}) as Partial<InspectionFields>;
  if (!(await updateInspection(context, row.value.id, row.value.version, fields))) return err(IN_THE_WAY);
  record(context, row.value, event);
  return ok(null);
}

async function unadd(context: Context, event: EventBody): Undone {
  const row = await standing(context, event, event.after);
  if (!row.ok) return row;
  if (await hasEvidence(context, 'inspection', row.value.id)) return err(IN_THE_WAY);
  await deleteInspection(context, row.value.id);
  record(context, row.value, event);
  return ok(null);
}

async function unaccept(context: Context, event: EventBody): Undone {
  const row = await standing(context, event, null);
  if (!row.ok) return row;
  const { with: other, facts } = event.after as { readonly with: string; readonly facts: string };
  const before = await reopenClash(context, [row.value.id, other]);
  if (before?.facts !== facts) return err(IN_THE_WAY);
  record(context, row.value, event);
  return ok(null);
}

async function reaccept(context: Context, event: EventBody): Undone {
  const row = await standing(context, event, null);
  if (!row.ok) return row;
  const left = event.before as { readonly with: string; readonly facts: string; readonly reason: string };
  const ids = [row.value.id, left.with] as const;
  const there = await listAccepted(context, [row.value.id]);
  if (there.some((one) => [one.firstId, one.secondId].includes(left.with))) return err(IN_THE_WAY);
  const { personId, postId } = context.actor;
  await acceptClash(context, { ids, facts: left.facts, reason: left.reason, personId, postId, at: context.now });
  record(context, row.value, event);
  return ok(null);
}

const of = (undo: Undoer['undo']): Undoer => ({ access: 'register.edit', undo });

export const INSPECTION_UNDOERS: Readonly<Record<string, Undoer>> = {
  'inspection.added': of(unadd),
  'inspection.edited': of(restore),
  'inspection.started': of(restore),
  'inspection.finished': of(restore),
  'inspection.cancelled': of(restore),
  'inspection.restored': of(restore),
  'inspection.clash-accepted': of(unaccept),
  'inspection.clash-reopened': of(reaccept),
};
