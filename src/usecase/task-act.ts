/**
 * Acts on tasks (giao, tiếp nhận, cập nhật, xin gia hạn, báo cáo, xác nhận, trả lại …): what may be done is said by
 * `#delivery/task-life.ts`; here the row is locked, the act is kept with what it changed, the log is written.
 */
import type { z } from 'zod';
import type { Json } from '#base/canonical.ts';
import { err, ok, type Result } from '#base/result.ts';
import { conflict, notFound, type Problem, problem } from '#contract/problem.ts';
import { taskRoutes } from '#contract/task.ts';
import type { Act } from '#delivery/act.ts';
import type { ActRefusal } from '#delivery/act-refusal.ts';
import { type ActInput, changed, type LifeFacts, performAct, relationsOf, undone } from '#delivery/task-life.ts';
import { isActive } from '#store/organisation-names.ts';
import {
  type ActRow,
  countEvidence,
  findLife,
  findLives,
  insertAct,
  type LifeRow,
  listActs,
  markUndone,
  saveFacts,
} from '#store/task-life.ts';
import { type ToldAct, tellOfAct, tellOfActs, untellAct } from './notice-make.ts';
import { type Proposal, proposeAssignments } from './task-assignment.ts';
import { followedByIds } from './task-shape.ts';
import { behind, type Context } from './usecase.ts';

type Given = Omit<z.output<(typeof taskRoutes)['POST /tasks/:id/acts']['body']>, 'version'>;

export const actOnTask = behind(taskRoutes['POST /tasks/:id/acts'], 'task.act', 'write', async (context, input) => {
  const life = await findLife(context, input.id, true);
  if (!life || isGone(life, context.today)) return err(notFound('nhiệm vụ', 'task'));
  if (life.version !== input.version) return err(conflict((await followedByIds(context, [life.id]))[0] ?? null));
  const proposals = await proposalsFor(context, input, [life.id]);
  const done = await actOn(context, life, input, proposals.get(life.id) ?? []);
  if (!done.ok) return done;
  const [item] = await followedByIds(context, [life.id]);
  return item ? ok(item) : err(notFound('nhiệm vụ', 'task'));
});

/** Each task by itself: what one refuses does not hold the others back. */
export const actOnTasks = behind(taskRoutes['POST /tasks/acts'], 'task.act-many', 'write', async (context, input) => {
  const ids = [...new Set(input.ids)];
  const lives = await findLives(context, ids, true);
  if (lives.length === 0) return err(NO_TASK);
  const proposals = await proposalsFor(
    context,
    input,
    lives.map((life) => life.id),
  );
  const done: string[] = [];
  const unknown = ids.filter((id) => !lives.some((life) => life.id === id));
  const refused = unknown.map((id) => ({ id, text: '', vi: NO_TASK.vi, en: NO_TASK.en }));
  const told: ToldAct[] = [];
  for (const life of lives) {
    if (isGone(life, context.today)) continue;
    const result = await actOn(context, life, input, proposals.get(life.id) ?? [], told);
    if (result.ok) done.push(life.id);
    else refused.push({ id: life.id, text: life.text, vi: result.error.vi, en: result.error.en });
  }
  await tellOfActs(context, told);
  return ok({ done, refused });
});

export const NO_TASK = notFound('nhiệm vụ', 'task');

/** Whom the documents name is looked up only where nobody was chosen. */
async function proposalsFor(context: Context, input: Given, ids: readonly string[]): Promise<Map<string, Proposal[]>> {
  const chosen = input.leads !== undefined && input.supports !== undefined;
  return input.act === 'assign' && !chosen ? proposeAssignments(context, ids) : new Map();
}

/** One act on a row that is locked. Whom it concerns is told, or, with `toTell`, is told by who called. */
export async function actOn(
  context: Context,
  life: LifeRow,
  given: Given,
  proposals: readonly Proposal[] = [],
  toTell: ToldAct[] | null = null,
): Promise<Result<LifeFacts, Problem>> {
  const { actor, now, today } = context;
  const chosen = chooseAgencies(given, life, proposals);
  const input: ActInput = { ...given, ...chosen };
  const bad = await findEndedAgency(context, input);
  if (bad) return err(bad);
  const evidence = given.act === 'report-done' ? ((await countEvidence(context, [life.id])).get(life.id) ?? 0) : 0;
  const result = performAct(life, input, actor, { today, evidence });
  if (!result.ok) return err(asProblem(result.error));
  const { before, after } = changed(life, result.value);
  const text = given.text?.trim() || null;
  await saveFacts(context, life, result.value, now);
  const actId = await insertAct(context, {
    taskId: life.id,
    act: given.act,
    at: now,
    personId: actor.personId,
    postId: actor.postId,
    organisationId: actor.organisationId,
    text,
    dueOn: given.dueOn ?? after.dueOn ?? null,
    progress: given.progress ?? null,
    before,
    after,
  });
  context.record({
    kind: `task.${KINDS[given.act]}`,
    subjectType: 'task',
    subjectId: life.id,
    title: titleOf(life.text),
    before: before as Json,
    after: after as Json,
    reason: text,
  });
  context.tell(`task:${life.id}`, { id: life.id, act: given.act });
  const told: ToldAct = { life, actId, act: given.act, text, after: result.value };
  if (toTell) toTell.push(told);
  else await tellOfAct(context, told);
  return ok(result.value);
}

/** Names of the acts in the log. */
export const KINDS: Readonly<Record<Act, string>> = {
  assign: 'assigned',
  reassign: 'reassigned',
  accept: 'accepted',
  'name-doer': 'doer-named',
  update: 'updated',
  'ask-extension': 'extension-asked',
  'grant-extension': 'extension-granted',
  'refuse-extension': 'extension-refused',
  'set-due': 'due-set',
  'report-done': 'reported',
  verify: 'verified',
  return: 'returned',
  suspend: 'suspended',
  resume: 'resumed',
  cancel: 'cancelled',
  remind: 'reminded',
};

export function chooseAgencies(given: Given, life: LifeRow, proposals: readonly Proposal[]): Partial<ActInput> {
  if (given.act !== 'assign' && given.act !== 'reassign') return {};
  const proposed = (role: string) =>
    proposals.flatMap((one) => (one.role === role && one.proposed ? [one.proposed.organisationId] : []));
  return {
    leadIds: given.leads ?? (proposals.length > 0 ? proposed('lead') : life.leadIds),
    supportIds: given.supports ?? (proposals.length > 0 ? proposed('support') : life.supportIds),
  };
}

/** Nobody is given work after their end. */
export async function findEndedAgency(
  context: Context,
  { act, leadIds = [], supportIds = [] }: ActInput,
): Promise<Problem | null> {
  if (act !== 'assign' && act !== 'reassign') return null;
  for (const id of [...leadIds, ...supportIds]) {
    if (await isActive(context, id, context.today)) continue;
    return problem(
      422,
      'ended-organisation',
      'Có cơ quan không còn hoạt động hoặc không có trong danh mục. Hãy chọn cơ quan kế thừa.',
      'One of the organisations no longer exists. Choose its successor.',
    );
  }
  return null;
}

export const undoTaskAct = behind(taskRoutes['POST /tasks/:id/undo'], 'task.undo', 'write', async (context, input) => {
  const life = await findLife(context, input.id, true);
  if (!life) return err(notFound('nhiệm vụ', 'task'));
  if (life.version !== input.version) return err(conflict((await followedByIds(context, [life.id]))[0] ?? null));
  const last = lastUndoable(await listActs(context, life.id));
  if (!last) return err(NOTHING);
  const done = await takeBack(context, life, last);
  if (!done.ok) return done;
  const [item] = await followedByIds(context, [life.id]);
  return item ? ok(item) : err(notFound('nhiệm vụ', 'task'));
});

const NOTHING = problem(409, 'nothing-to-undo', 'Không có việc nào để hoàn tác.', 'There is nothing to undo.');
const NOT_YOURS = problem(
  403,
  'not-yours',
  'Chỉ người đã thực hiện hoặc cơ quan giao nhiệm vụ được hoàn tác.',
  'Only who did it, or who assigned the task, may undo it.',
);
const IN_THE_WAY = problem(
  409,
  'undo-in-the-way',
  'Không hoàn tác được: đã có thay đổi khác sau việc này.',
  'It can’t be undone: something was changed after it.',
);

/** The newest act that changed something and stands. A reminder that went out is not taken back. */
export function lastUndoable(acts: readonly ActRow[]): ActRow | null {
  return acts.find((act) => act.undoneAt === null && act.act !== 'remind') ?? null;
}

export function mayUndo(context: Context, life: LifeRow, act: ActRow | null): boolean {
  if (act === null || !context.actor.rights.has('task.act')) return false;
  const own = act.postId !== null && act.postId === context.actor.postId;
  return own || relationsOf(context.actor, life).has('assigner');
}

/** Takes an act back, exactly. `life` must be locked. */
export async function takeBack(context: Context, life: LifeRow, act: ActRow): Promise<Result<null, Problem>> {
  if (!mayUndo(context, life, act)) return err(NOT_YOURS);
  const facts = undone(life, act);
  if (facts === null) return err(IN_THE_WAY);
  await saveFacts(context, life, facts, context.now);
  await markUndone(context, act.id, context.actor.personId, context.now);
  context.record({
    kind: 'task.undone',
    subjectType: 'task',
    subjectId: life.id,
    title: titleOf(life.text),
    before: act.after as Json,
    after: { ...(act.before as Record<string, Json>), act: act.act },
  });
  context.tell(`task:${life.id}`, { id: life.id, act: 'undo' });
  await untellAct(context, act.id, life.text);
  return ok(null);
}

export function asProblem({ code, vi, en }: ActRefusal): Problem {
  const status =
    code === 'not-yours' ? 403 : code === 'wrong-state' || code === 'already' || code === 'not-asked' ? 409 : 422;
  return problem(status, code, vi, en);
}

/** So that the log reads without other tables. */
export function titleOf(text: string): string {
  return text.length > 160 ? `${text.slice(0, 157)}…` : text;
}

export function isGone(life: LifeRow, today: string): boolean {
  return life.goneOn !== null && life.goneOn <= today;
}
