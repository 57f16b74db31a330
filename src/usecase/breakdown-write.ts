/**
 * Breaking tasks down (phân rã): an agency adds parts to a task that it leads, changes them, takes them out. A part that
 * the agency keeps for itself has nothing to be accepted; one that goes to a body below it has.
 */
import type { Json } from '#base/canonical.ts';
import { err, ok, type Result } from '#base/result.ts';
import { breakdownRoutes } from '#contract/breakdown.ts';
import { conflict, notFound, type Problem, problem } from '#contract/problem.ts';
import { DEEPEST, oddOf, type PartWarning, positionOfPart } from '#delivery/breakdown.ts';
import type { TaskState } from '#delivery/standing.ts';
import { factsOf, type LifeFacts, relationsOf } from '#delivery/task-life.ts';
import {
  bodiesBelow,
  countParts,
  depthOf,
  insertParts,
  type NewPart,
  type PartSource,
  postsOf,
  removePart,
  savePart,
  sourcesOfParts,
  tracesOf,
} from '#store/breakdown.ts';
import { newId } from '#store/ids.ts';
import { findLife, type LifeRow } from '#store/task-life.ts';
import { tellOfNewTasks, untell } from './notice-make.ts';
import { actOn, titleOf } from './task-act.ts';
import { mayBreakDown } from './task-read.ts';
import { followedByIds } from './task-shape.ts';
import { behind, type Context } from './usecase.ts';

/** A part as it is given. */
export interface PartGiven {
  readonly text: string;
  readonly period?: string | null | undefined;
  readonly dueOn?: string | null | undefined;
  readonly organisationId?: string | null | undefined;
  readonly postId?: string | null | undefined;
  readonly source?: PartSource | null | undefined;
}

/** A part with all that it needs to be put in once more. */
export interface PartKept {
  readonly id: string;
  readonly wholeId: string;
  readonly text: string;
  readonly period: string | null;
  readonly dueOn: string | null;
  readonly leadIds: readonly string[];
  readonly acceptedIds: readonly string[];
  readonly postId: string | null;
  readonly state: TaskState;
  readonly assignerId: string | null;
  readonly position: number;
  readonly source: PartSource | null;
}

const NO_TASK = notFound('nhiệm vụ', 'task');
const NOT_YOURS = problem(
  403,
  'not-yours',
  'Chỉ thủ trưởng cơ quan chủ trì được phân rã nhiệm vụ này.',
  'Only the head of a lead agency may break this task down.',
);
const NOT_YOUR_PART = problem(
  403,
  'not-yours',
  'Chỉ thủ trưởng cơ quan đã phân rã được sửa, bỏ phần việc này.',
  'Only the head of the agency that broke it off may change this part.',
);
const NOT_A_PART = problem(
  409,
  'not-a-part',
  'Nhiệm vụ này không phải phần việc được phân rã.',
  'This task is no part of another.',
);
const NOT_WORKING = problem(
  409,
  'wrong-state',
  'Chỉ phân rã được nhiệm vụ đã tiếp nhận và đang thực hiện.',
  'Only a task that was accepted and is being worked on can be broken down.',
);
const NOT_OPEN = problem(409, 'wrong-state', 'Phần việc đã kết thúc nên không sửa được.', 'The part is closed.');
const TOO_DEEP = problem(422, 'too-deep', `Chỉ phân rã được đến cấp ${DEEPEST}.`, `Parts go ${DEEPEST} levels deep.`);
const NOT_BELOW = problem(
  422,
  'not-below',
  'Chỉ giao được cho cơ quan của bạn hoặc đơn vị trực thuộc đang hoạt động.',
  'Only your own agency and active bodies below it can be given a part.',
);
const NOT_THERE = problem(
  422,
  'not-there',
  'Chức danh được chọn không thuộc đơn vị thực hiện hoặc đã kết thúc.',
  'The post does not belong to that body or has ended.',
);

export const addTaskParts = behind(
  breakdownRoutes['POST /tasks/:id/parts'],
  'task.break-down',
  'write',
  async (context, { id, version, parts, late }) => {
    const whole = await findLife(context, id, true);
    if (!whole || isGone(whole, context)) return err(NO_TASK);
    if (whole.version !== version) return err(conflict((await followedByIds(context, [id]))[0] ?? null));
    const made = await addParts(context, whole, parts, late);
    if (!made.ok) return made;
    const { kept, warnings } = made.value;
    recordAdded(context, whole, kept);
    await tellOfParts(context, kept);
    const ids = kept.map((one) => one.id);
    return ok({ items: await followedByIds(context, ids), warnings });
  },
);

export function recordAdded(context: Context, whole: LifeRow, kept: readonly PartKept[]): void {
  context.record({
    kind: 'task.parts-added',
    subjectType: 'task',
    subjectId: whole.id,
    title: titleOf(whole.text),
    before: {},
    after: { parts: kept as unknown as Json },
  });
  context.tell(`task:${whole.id}`, { id: whole.id, act: 'break-down' });
}

/** Tells those who are given parts. */
export function tellOfParts(context: Context, kept: readonly PartKept[]): Promise<void> {
  return tellOfNewTasks(context, kept);
}

/** Puts parts below a whole whose row is locked; records nothing. */
export async function addParts(
  context: Context,
  whole: LifeRow,
  parts: readonly PartGiven[],
  late: boolean,
): Promise<Result<{ kept: PartKept[]; warnings: (PartWarning & { part: number })[] }, Problem>> {
  const agencyId = context.actor.organisationId;
  if (agencyId === null || !whole.leadIds.includes(agencyId)) return err(NOT_YOURS);
  if (!mayBreakDown(context, whole)) return err(context.actor.role === 'officer' ? NOT_YOURS : NOT_WORKING);
  const depth = (await depthOf(context, whole.id)) + 1;
  if (depth > DEEPEST) return err(TOO_DEEP);
  const place = await placeOf(context, agencyId);
  const before = await countParts(context, whole.id);
  const made: NewPart[] = [];
  const warnings: (PartWarning & { part: number })[] = [];
  for (const [i, part] of parts.entries()) {
    const given = { text: part.text.normalize('NFC'), period: part.period ?? null, dueOn: part.dueOn ?? null };
    const odd = oddOf(given, whole.dueOn, context.today);
    const after = odd.find((one) => one.code === 'after-whole');
    if (after && !late) return err(afterWhole(after, i));
    warnings.push(...odd.map((one) => ({ ...one, part: i })));
    const doer = doerOf(place, part);
    if (!doer.ok) return doer;
    made.push({
      ...EMPTY,
      ...given,
      ...doer.value,
      id: newId(context.now),
      planId: whole.planId,
      parentId: whole.id,
      origin: 'breakdown',
      position: positionOfPart(whole.position, depth, before + i),
      section: whole.section,
      groupTitle: whole.groupTitle,
      assignerId: agencyId,
      source: part.source ?? null,
    });
  }
  await insertParts(context, made, context.now);
  await touch(context, whole.id);
  return ok({ kept: made.map(keptOf), warnings });
}

const EMPTY: Omit<LifeFacts, 'state' | 'dueOn' | 'leadIds' | 'acceptedIds' | 'postId' | 'assignerId'> = {
  supportIds: [],
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

function keptOf(part: NewPart): PartKept {
  const { id, text, period, dueOn, leadIds, acceptedIds, postId, state, assignerId, position, source } = part;
  const wholeId = part.parentId as string;
  return { id, wholeId, text, period, dueOn, leadIds, acceptedIds, postId, state, assignerId, position, source };
}

/** A second person who breaks the whole down, or acts on it, is told of the first. */
export async function touch({ db, provinceId }: Context, id: string): Promise<void> {
  await db
    .updateTable('task_life')
    .set((e) => ({ version: e('version', '+', 1) }))
    .where('province_id', '=', provinceId)
    .where('task_id', '=', id)
    .execute();
}

interface Place {
  readonly agencyId: string;
  readonly bodies: ReadonlySet<string>;
  readonly posts: ReadonlyMap<string, string>;
}

async function placeOf(context: Context, agencyId: string): Promise<Place> {
  const bodies = (await bodiesBelow(context, agencyId, context.today)).map((one) => one.id);
  const posts = await postsOf(context, bodies, context.today);
  return { agencyId, bodies: new Set(bodies), posts: new Map(posts.map((one) => [one.id, one.organisationId])) };
}

type Doer = Pick<LifeFacts, 'state' | 'leadIds' | 'acceptedIds' | 'postId'>;

function doerOf(
  { agencyId, bodies, posts }: Place,
  part: Pick<PartGiven, 'organisationId' | 'postId'>,
): Result<Doer, Problem> {
  const postId = part.postId ?? null;
  const of = postId === null ? null : posts.get(postId);
  if (of === undefined) return err(NOT_THERE);
  const bodyId = part.organisationId ?? of ?? agencyId;
  if (!bodies.has(bodyId)) return err(NOT_BELOW);
  if (of !== null && of !== bodyId) return err(NOT_THERE);
  return ok(
    bodyId === agencyId
      ? { state: 'accepted', leadIds: [bodyId], acceptedIds: [bodyId], postId }
      : { state: 'assigned', leadIds: [bodyId], acceptedIds: [], postId },
  );
}

function afterWhole({ vi, en }: PartWarning, part: number): Problem {
  return problem(
    422,
    'after-whole',
    `${vi} Hãy sửa thời hạn, hoặc xác nhận vẫn giữ.`,
    `${en} Change it, or confirm it.`,
    {
      fields: { [`parts.${part}.dueOn`]: { vi, en } },
    },
  );
}

/** A part whose row is locked, and whose agency the one who asks speaks for. */
async function ownPart(context: Context, id: string, version: number): Promise<Result<LifeRow, Problem>> {
  const part = await findLife(context, id, true);
  if (!part || isGone(part, context)) return err(NO_TASK);
  if (part.origin !== 'breakdown' || part.parentId === null) return err(NOT_A_PART);
  if (!relationsOf(context.actor, part).has('assigner')) return err(NOT_YOUR_PART);
  if (part.version !== version) return err(conflict((await followedByIds(context, [id]))[0] ?? null));
  return ok(part);
}

const OPEN: readonly TaskState[] = ['assigned', 'accepted', 'in-progress'];

export const changePart = behind(
  breakdownRoutes['PATCH /tasks/:id/part'],
  'task.change-part',
  'write',
  async (context, { id, version, late, ...given }) => {
    const found = await ownPart(context, id, version);
    if (!found.ok) return found;
    const part = found.value;
    if (!OPEN.includes(part.state)) return err(NOT_OPEN);
    const words = {
      text: given.text?.normalize('NFC') ?? part.text,
      period: given.period === undefined ? part.period : given.period,
    };
    const dueOn = given.dueOn === undefined ? part.dueOn : given.dueOn;
    const whole = await findLife(context, part.parentId as string);
    const [after] = oddOf({ ...words, dueOn }, whole?.dueOn ?? null, context.today).filter(
      (one) => one.code === 'after-whole',
    );
    if (after && !late && dueOn !== part.dueOn) return err(afterWhole(after, 0));
    const facts = { ...factsOf(part), dueOn };
    if (given.organisationId !== undefined || given.postId !== undefined) {
      const doer = doerOf(await placeOf(context, part.assignerId as string), {
        organisationId:
          given.organisationId === undefined && given.postId == null ? part.leadIds[0] : given.organisationId,
        postId: given.postId === undefined ? null : given.postId,
      });
      if (!doer.ok) return doer;
      const moved = doer.value.leadIds[0] !== part.leadIds[0];
      Object.assign(facts, moved ? doer.value : { postId: doer.value.postId });
    }
    await savePart(context, part, words, facts, context.now);
    recordChanged(context, part, wordsOf(part), { ...wordsOf(facts), ...words });
    const [item] = await followedByIds(context, [id]);
    return item ? ok(item) : err(NO_TASK);
  },
);

/** What changing a part may change. */
export type PartChange = Pick<
  PartKept,
  'text' | 'period' | 'dueOn' | 'leadIds' | 'acceptedIds' | 'postId' | 'state' | 'assignerId'
>;

export function wordsOf(part: Pick<LifeRow, keyof PartChange> | (LifeFacts & Partial<PartChange>)): PartChange {
  const { text = '', period = null, dueOn, leadIds, acceptedIds, postId, state, assignerId } = part;
  return { text, period, dueOn, leadIds, acceptedIds, postId, state, assignerId };
}

export function recordChanged(context: Context, part: LifeRow, before: PartChange, after: PartChange): void {
  context.record({
    kind: 'task.part-changed',
    subjectType: 'task',
    subjectId: part.parentId as string,
    title: titleOf(after.text),
    before: { partId: part.id, ...before } as unknown as Json,
    after: { partId: part.id, ...after } as unknown as Json,
  });
  context.tell(`task:${part.parentId}`, { id: part.parentId, act: 'part-changed' });
  context.tell(`task:${part.id}`, { id: part.id, act: 'part-changed' });
}

const HAS_PARTS = problem(
  409,
  'has-parts',
  'Phần việc này còn phần việc con đang thực hiện. Hãy bỏ hoặc hủy các phần việc con trước.',
  'There are open parts below it. Take them out or cancel them first.',
);

export const removeTaskPart = behind(
  breakdownRoutes['DELETE /tasks/:id/part'],
  'task.remove-part',
  'write',
  async (context, { id, version, reason }) => {
    const found = await ownPart(context, id, version);
    if (!found.ok) return found;
    const part = found.value;
    const wholeId = part.parentId as string;
    const traces = await tracesOf(context, id);
    if (traces.open > 0) return err(HAS_PARTS);
    if (traces.acts === 0 && traces.evidence === 0 && traces.parts === 0) {
      await takeOut(context, [part]);
      return ok({ done: 'removed' as const, wholeId });
    }
    const cancelled = await actOn(context, part, { act: 'cancel', text: reason ?? null });
    if (!cancelled.ok) return cancelled;
    context.tell(`task:${wholeId}`, { id: wholeId, act: 'part-cancelled' });
    return ok({ done: 'cancelled' as const, wholeId });
  },
);

/** Takes parts of one whole out whose rows are locked and that nobody touched. */
export async function takeOut(context: Context, parts: readonly LifeRow[]): Promise<void> {
  const sources = await sourcesOfParts(
    context,
    parts.map((one) => one.id),
  );
  const kept = parts.map(
    (part): PartKept => ({
      ...wordsOf(part),
      id: part.id,
      wholeId: part.parentId as string,
      position: part.position,
      source: sources.get(part.id) ?? null,
    }),
  );
  for (const { id, text } of parts) {
    await removePart(context, id);
    await untell(context, `new:${id}`, text);
  }
  const [first] = parts;
  if (!first) return;
  context.record({
    kind: 'task.parts-removed',
    subjectType: 'task',
    subjectId: first.parentId as string,
    title: titleOf(first.text),
    before: { parts: kept as unknown as Json },
    after: {},
  });
  context.tell(`task:${first.parentId}`, { id: first.parentId, act: 'part-removed' });
}

function isGone(life: LifeRow, { today }: Context): boolean {
  return life.goneOn !== null && life.goneOn <= today;
}
