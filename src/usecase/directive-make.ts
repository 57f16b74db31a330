/** A directive and the task that comes of it, made together: the one place where either begins. */
import type { Json } from '#base/canonical.ts';
import { err, ok, type Result } from '#base/result.ts';
import { type Problem, problem } from '#contract/problem.ts';
import { changed, type LifeFacts } from '#delivery/task-life.ts';
import { insertDirective, lastPosition, type NewDirective, officeOrganisation } from '#store/directives.ts';
import { newId } from '#store/ids.ts';
import { isActive } from '#store/organisation-names.ts';
import { findLife, followDeliverables, insertAct, insertOwnTasks, saveFacts } from '#store/task-life.ts';
import { insertDeliverables } from '#store/tasks.ts';
import { tellOfDirective } from './notice-make.ts';
import { titleOf } from './task-act.ts';
import type { Context } from './usecase.ts';

export const ENDED = problem(
  422,
  'ended-organisation',
  'Có cơ quan không còn hoạt động hoặc không có trong danh mục. Hãy chọn cơ quan kế thừa.',
  'One of the organisations no longer exists. Choose its successor.',
);
export const FUTURE = problem(422, 'bad-day', 'Ngày cho ý kiến không được sau hôm nay.', 'The day lies in the future.');

export interface Order extends Omit<NewDirective, 'id' | 'taskId' | 'now'> {
  readonly leads: readonly string[];
  readonly supports: readonly string[];
  readonly dueOn: string | null;
  readonly products: readonly { readonly kind: string; readonly name: string }[];
}

const NO_FACTS: LifeFacts = {
  state: 'draft',
  dueOn: null,
  leadIds: [],
  supportIds: [],
  acceptedIds: [],
  assignerId: null,
  postId: null,
  progress: null,
  result: null,
  reportedOn: null,
  doneOn: null,
  returnedOn: null,
  returnReason: null,
  askedDueOn: null,
  askedReason: null,
  pausedState: null,
};

/** Heading of such tasks among those of the plan. */
const GROUP = { directive: 'Ý kiến chỉ đạo', conclusion: 'Kết luận của lãnh đạo' } as const;

/**
 * With a lead it is assigned at once, in the name of the Office, which verifies it; else the Office assigns it. `before`:
 * how many of the same notice come after it; the register, the newest first, shows them in the order of the notice.
 */
export async function makeDirective(context: Context, order: Order, before = 0): Promise<Result<string, Problem>> {
  const { now, today, actor } = context;
  if (order.givenOn > today) return err(FUTURE);
  for (const id of [...order.leads, ...order.supports]) {
    if (!(await isActive(context, id, today))) return err(ENDED);
  }
  const taskId = newId(now);
  const id = newId(new Date(now.getTime() + before));
  const assignerId = actor.role === 'office' ? actor.organisationId : await officeOrganisation(context, today);
  const task = {
    id: taskId,
    planId: order.planId,
    parentId: null,
    origin: 'directive' as const,
    position: (await lastPosition(context, order.planId)) + 1,
    text: order.text,
    section: '',
    groupTitle: GROUP[order.kind],
    period: null,
  };
  await insertOwnTasks(context, [{ ...NO_FACTS, ...task, dueOn: order.dueOn }], now);
  const { leads, supports, dueOn, products, ...directive } = order;
  await insertDirective(context, { ...directive, id, taskId, now });
  if (products.length > 0) {
    await insertDeliverables(
      context,
      products.map((product) => ({
        ...product,
        id: newId(now),
        planId: order.planId,
        taskId,
        dueOn,
        spanStart: order.source?.spanStart ?? 0,
        spanEnd: order.source?.spanEnd ?? 0,
      })),
    );
    await followDeliverables(context, [taskId]);
  }
  context.record({
    kind: 'directive.given',
    subjectType: 'directive',
    subjectId: id,
    title: titleOf(order.text),
    after: { text: order.text, givenOn: order.givenOn, givenBy: order.givenBy, taskId, dueOn, leads: [...leads] },
  });
  if (leads.length > 0) await assign(context, taskId, [...new Set(leads)], [...new Set(supports)], assignerId);
  const { kind, givenBy, text } = order;
  await tellOfDirective(context, { id, kind, givenBy, text, dueOn, taskId, organisationIds: [...leads, ...supports] });
  context.tell(`directive:${id}`, { id, taskId });
  return ok(id);
}

/** The act of assigning, as the Office does it on what a leader ordered: in the history, and to be taken back. */
async function assign(
  context: Context,
  taskId: string,
  leadIds: readonly string[],
  supports: readonly string[],
  assignerId: string | null,
): Promise<void> {
  const life = await findLife(context, taskId, true);
  if (!life) throw new Error('a task that was just made is there');
  const supportIds = supports.filter((id) => !leadIds.includes(id));
  const facts: LifeFacts = { ...NO_FACTS, state: 'assigned', dueOn: life.dueOn, leadIds, supportIds, assignerId };
  const { before, after } = changed(life, facts);
  await saveFacts(context, life, facts, context.now);
  const { personId, postId, organisationId } = context.actor;
  await insertAct(context, {
    taskId,
    act: 'assign',
    at: context.now,
    personId,
    postId,
    organisationId,
    text: null,
    dueOn: null,
    progress: null,
    before,
    after,
  });
  context.record({
    kind: 'task.assigned',
    subjectType: 'task',
    subjectId: taskId,
    title: titleOf(life.text),
    before: before as Json,
    after: after as Json,
  });
  context.tell(`task:${taskId}`, { id: taskId, act: 'assign' });
}
