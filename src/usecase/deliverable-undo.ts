/** Takes changes of deliverables back: the last one that stands, exactly, as long as what it left is still there. */
import type { Json } from '#base/canonical.ts';
import { err, ok, type Result } from '#base/result.ts';
import { deliverableRoutes } from '#contract/deliverable.ts';
import { conflict, notFound, type Problem, problem } from '#contract/problem.ts';
import {
  type DeliverableFields,
  type DeliverableRow,
  fieldsOf,
  findDeliverable,
  removeDeliverable,
  saveDeliverable,
} from '#store/deliverables.ts';
import { type EventBody, type LoggedEvent, listEvents } from '#store/event-log.ts';
import { followDeliverables } from '#store/task-life.ts';
import { shapeDeliverable } from './deliverable-shape.ts';
import type { Undoer } from './event-undo.ts';
import { behind, type Context } from './usecase.ts';

const NOTHING = problem(409, 'nothing-to-undo', 'Không có việc nào để hoàn tác.', 'There is nothing to undo.');
const NOT_YOURS = problem(
  403,
  'not-yours',
  'Chỉ người đã thực hiện hoặc Văn phòng được hoàn tác.',
  'Only who did it, or the Office, may undo it.',
);
const CHANGED = problem(
  409,
  'undo-in-the-way',
  'Không hoàn tác được: đã có thay đổi khác sau việc này.',
  'It can’t be undone: something was changed after it.',
);

/** The newest change that stands; events the newest first. */
export function lastChange(events: readonly LoggedEvent[]): LoggedEvent | null {
  const undone = new Set(events.map(({ body }) => body.undoes));
  return events.find(({ body }) => body.undoes === null && !undone.has(body.id)) ?? null;
}

export function mayUndoChange({ actor }: Context, row: DeliverableRow, event: EventBody): boolean {
  if (!actor.rights.has('register.edit')) return false;
  return actor.role === 'office' || (event.post !== null && event.post === actor.postId && row.endedOn === null);
}

/** `undoes`: null where the one who calls notes it. */
async function takeBack(
  context: Context,
  row: DeliverableRow,
  event: EventBody,
  undoes: string | null,
): Promise<Result<null, Problem>> {
  const left = (event.after ?? {}) as Readonly<Record<string, Json>>;
  const now = fieldsOf(row);
  if (Object.entries(left).some(([key, value]) => (now[key as keyof DeliverableFields] ?? null) !== value))
    return err(CHANGED);
  const added = event.kind === 'deliverable.added';
  if (added) await removeDeliverable(context, row.id);
  else await saveDeliverable(context, row.id, event.before as Partial<DeliverableFields>);
  await followDeliverables(context, [row.taskId]);
  context.record({
    kind: 'deliverable.undone',
    subjectType: 'deliverable',
    subjectId: row.id,
    title: row.name,
    before: event.after,
    after: added ? null : event.before,
    undoes,
  });
  context.tell(`deliverable:${row.id}`, { id: row.id, taskId: row.taskId });
  return ok(null);
}

export const undoDeliverable = behind(
  deliverableRoutes['POST /deliverables/:id/undo'],
  'deliverable.undo',
  'write',
  async (context, { id, version }) => {
    const row = await findDeliverable(context, id, context.today, true);
    if (!row) return err(notFound('sản phẩm', 'deliverable'));
    if (row.version !== version) return err(conflict(await shapeDeliverable(context, row)));
    const { events } = await listEvents(context, { subjectType: 'deliverable', subjectId: id, limit: 200 });
    const last = lastChange(events);
    if (last === null) return err(NOTHING);
    if (!mayUndoChange(context, row, last.body)) return err(NOT_YOURS);
    const done = await takeBack(context, row, last.body, last.body.id);
    if (!done.ok) return done;
    const left = await findDeliverable(context, id, context.today);
    return ok(left && (await shapeDeliverable(context, left)));
  },
);

const UNDO: Undoer = {
  access: 'register.edit',
  undo: async (context, event) => {
    const row = await findDeliverable(context, event.subject.id, context.today, true);
    if (!row) return err(notFound('sản phẩm', 'deliverable'));
    if (!mayUndoChange(context, row, event)) return err(NOT_YOURS);
    return takeBack(context, row, event, null);
  },
};

export const DELIVERABLE_UNDOERS: Readonly<Record<string, Undoer>> = {
  'deliverable.added': UNDO,
  'deliverable.changed': UNDO,
  'deliverable.staged': UNDO,
  'deliverable.ended': UNDO,
};
