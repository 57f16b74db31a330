/** Evidence of deliverables and of directives (minh chứng): who may add it to which. */
import { problem } from '#contract/problem.ts';
import { findDeliverable } from '#store/deliverables.ts';
import { findDirective } from '#store/directives.ts';
import { findLife } from '#store/task-life.ts';
import { mayEdit } from './deliverable-shape.ts';
import { mayChange } from './directive-shape.ts';
import type { EvidenceSubject } from './evidence-subject.ts';
import { titleOf } from './task-act.ts';
import type { Context } from './usecase.ts';

const NOT_LEAD = problem(
  403,
  'not-yours',
  'Chỉ Văn phòng và cơ quan chủ trì được đính kèm minh chứng.',
  'Only the Office and lead agencies may add evidence.',
);
const CLOSED = problem(
  409,
  'closed',
  'Ý kiến chỉ đạo đã được thu hồi nên minh chứng không thay đổi được.',
  'The directive was withdrawn: its evidence can’t be changed.',
);

export async function deliverableEvidence(
  context: Context,
  id: string,
  lock: boolean,
): Promise<EvidenceSubject | null> {
  const row = await findDeliverable(context, id, context.today, lock);
  if (!row) return null;
  const may = mayEdit(context, row);
  return { title: titleOf(row.name), refused: may === 'none' ? NOT_LEAD : null, mayRemoveAny: may === 'all' };
}

/** Who gave it adds what it rests on, the lead agency what came of it. */
export async function directiveEvidence(context: Context, id: string, lock: boolean): Promise<EvidenceSubject | null> {
  const row = await findDirective(context, id, context.today, lock);
  if (!row) return null;
  const life = row.taskId === null ? null : await findLife(context, row.taskId);
  const { organisationId } = context.actor;
  const leads = organisationId !== null && (life?.leadIds.includes(organisationId) ?? false);
  const own = mayChange(context, row);
  return {
    title: titleOf(row.text),
    refused: row.withdrawnAt !== null ? CLOSED : own || leads ? null : NOT_LEAD,
    mayRemoveAny: own,
  };
}
