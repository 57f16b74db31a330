/** One task: its sentence, its life, its parts, its history, what the post that asks may do. */
import { err, ok } from '#base/result.ts';
import { notFound } from '#contract/problem.ts';
import { taskRoutes } from '#contract/task.ts';
import { allowedActs } from '#delivery/task-life.ts';
import { organisationNames, postNames } from '#store/organisation-names.ts';
import { findPlan } from '#store/plans.ts';
import { type ActRow, findLife, type LifeRow, listActs } from '#store/task-life.ts';
import { listFollowed } from '#store/task-list.ts';
import { taskVersions } from '#store/tasks.ts';
import { contextOf, shapeTask } from './plan-read.ts';
import { lastUndoable, mayUndo } from './task-act.ts';
import { followedByIds, shapeFollowed } from './task-shape.ts';
import { behind, type Context } from './usecase.ts';

export const readTask = behind(taskRoutes['GET /tasks/:id'], 'task.read', 'read', async (context, { id }) => {
  const life = await findLife(context, id);
  const plan = life ? await findPlan(context, life.planId, context.today) : null;
  const [item] = life ? await followedByIds(context, [id]) : [];
  if (!life || !plan) return err(notFound('nhiệm vụ', 'task'));
  const parents = await parentsOf(context, life);
  // What was taken out of the plan is still shown, as it was last.
  const shown = item ?? (await shapeGone(context, life, plan.title));
  const ordered = parents[0] ?? life;
  const versions = ordered.origin === 'document' ? await taskVersions(context, ordered.id) : [];
  const row =
    versions.find((one) => one.validFrom <= context.today && (one.validTo === null || one.validTo > context.today)) ??
    versions[0];
  const acts = await listActs(context, id);
  const rights = context.actor.rights;
  return ok({
    today: context.today,
    planId: plan.id,
    planTitle: plan.title,
    life: shown,
    parents: parents.map((one) => ({ id: one.id, text: one.text })),
    parts: await partsOf(context, id),
    task: row ? shapeTask(row) : null,
    versions: versions.map((one) => ({ ...shapeTask(one), validTo: one.validTo })),
    context: row ? await contextOf(context, row) : null,
    acts: await shapeActs(context, acts),
    allowed: rights.has('task.act') && item ? allowedActs(life, context.actor) : [],
    mayUndo: item !== undefined && mayUndo(context, life, lastUndoable(acts)),
    mayBreakDown: rights.has('task.break-down') && item !== undefined && mayBreakDown(context, life),
  });
});

/** Heads of agencies that lead it break a task down, as long as it is being worked on. */
export function mayBreakDown(context: Context, life: LifeRow): boolean {
  const { organisationId, role } = context.actor;
  const working = life.state === 'accepted' || life.state === 'in-progress';
  return working && role !== 'officer' && organisationId !== null && life.leadIds.includes(organisationId);
}

/** From the whole that a document orders down to the task above this one. */
async function parentsOf(context: Context, life: LifeRow): Promise<LifeRow[]> {
  const found: LifeRow[] = [];
  for (let at = life.parentId; at !== null && found.length < 10; ) {
    const parent: LifeRow | null = await findLife(context, at);
    if (!parent) break;
    found.unshift(parent);
    at = parent.parentId;
  }
  return found;
}

const MOST_PARTS = 500;

async function partsOf(context: Context, parentId: string) {
  const rows = await listFollowed(
    context,
    { today: context.today, parentId },
    { sort: 'order', after: null, limit: MOST_PARTS },
  );
  return shapeFollowed(context, rows);
}

async function shapeGone(context: Context, life: LifeRow, planTitle: string) {
  const [shown] = await shapeFollowed(context, [{ ...life, planTitle, parts: 0, evidence: 0, standing: 'cancelled' }]);
  if (!shown) throw new Error('one row gives one task');
  return shown;
}

async function shapeActs(context: Context, acts: readonly ActRow[]) {
  const chosen = ({ after }: ActRow) => [...(after.leadIds ?? []), ...(after.supportIds ?? [])];
  const ids = acts.flatMap((act) => [...(act.organisationId === null ? [] : [act.organisationId]), ...chosen(act)]);
  const names = await organisationNames(context, ids, context.today);
  const posts = await postNames(
    context,
    acts.flatMap(({ after }) => (after.postId ? [after.postId] : [])),
    context.today,
  );
  const named = (list: readonly string[] | undefined) => list?.map((id) => names.get(id) ?? '') ?? null;
  const doerOf = ({ after }: ActRow) => {
    const post = after.postId ? posts.get(after.postId) : undefined;
    return post ? [post.holder, post.title].filter(Boolean).join(', ') : null;
  };
  return acts.map((act) => ({
    id: act.id,
    act: act.act,
    at: act.at,
    person: act.personName,
    post: act.postTitle,
    organisation: act.organisationId === null ? null : (names.get(act.organisationId) ?? null),
    text: act.text,
    dueOn: act.dueOn,
    progress: act.progress,
    dueBefore: act.before.dueOn ?? null,
    leads: named(act.after.leadIds),
    supports: named(act.after.supportIds),
    doer: doerOf(act),
    undone: act.undoneAt !== null,
  }));
}
