/** Deliverables as they go over the wire, and what a post may do with one. */
import type { Deliverable } from '#contract/deliverable.ts';
import type { DeliverableRow } from '#store/deliverables.ts';
import { organisationNames } from '#store/organisation-names.ts';
import type { Context } from './usecase.ts';

/**
 * The Office keeps the register; a lead agency of the task tells how far its product has come and adds a note. What was
 * taken out is changed by nobody.
 */
export function mayEdit({ actor }: Context, row: Pick<DeliverableRow, 'leadIds' | 'endedOn'>): Deliverable['mayEdit'] {
  if (!actor.rights.has('register.edit') || row.endedOn !== null) return 'none';
  if (actor.role === 'office') return 'all';
  return actor.organisationId !== null && row.leadIds.includes(actor.organisationId) ? 'stage' : 'none';
}

export async function shapeDeliverables(context: Context, rows: readonly DeliverableRow[]): Promise<Deliverable[]> {
  const names = await organisationNames(
    context,
    rows.flatMap((row) => row.leadIds),
    context.today,
  );
  return rows.map((row) => ({
    id: row.id,
    planId: row.planId,
    planTitle: row.planTitle,
    kind: row.kind,
    name: row.name,
    stage: row.stage,
    standing: row.standing,
    dueOn: row.dueOn,
    draftedOn: row.draftedOn,
    appraisedOn: row.appraisedOn,
    submittedOn: row.submittedOn,
    issuedOn: row.issuedOn,
    symbol: row.symbol,
    document: row.documentId === null ? null : { id: row.documentId, title: row.documentTitle ?? '' },
    sessionMonth: row.sessionMonth,
    sessionTitle: row.sessionTitle,
    note: row.note,
    task: {
      id: row.taskId,
      text: row.taskText,
      state: row.taskState,
      leads: row.leadIds.map((id) => ({ organisationId: id, name: names.get(id) ?? '' })),
    },
    mayEdit: mayEdit(context, row),
    version: row.version,
  }));
}

export async function shapeDeliverable(context: Context, row: DeliverableRow): Promise<Deliverable> {
  const [shaped] = await shapeDeliverables(context, [row]);
  if (!shaped) throw new Error('one row gives one deliverable');
  return shaped;
}
