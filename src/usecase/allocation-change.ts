/**
 * Phân bổ: divides a target or a part of it. A new allocation ends the one in its place, which stays and can be brought
 * back; what divides the same organisation's or period's part further hangs on the new part.
 */
import { err, ok, type Result } from '#base/result.ts';
import { type Allocations, allocationRoutes, type NewAllocation } from '#contract/allocation.ts';
import { conflict, notFound, type Problem, problem } from '#contract/problem.ts';
import type { Division, Whole } from '#delivery/allocation.ts';
import { checkParts, DEEPEST, type GivenPart, keptParts } from '#delivery/allocation-check.ts';
import { balanceOf } from '#delivery/balance.ts';
import {
  type AllocationRow,
  activeOrganisations,
  endAllocation,
  endBelow,
  findAllocation,
  insertAllocation,
  listParts,
  lockTarget,
  movePartsBelow,
  organisationsBelow,
  reopenAllocation,
  reopenBelow,
} from '#store/allocations.ts';
import { organisationNames } from '#store/organisation-names.ts';
import { loadTree, mayDivide, pathOf, readTree, shapeTree, spanAt, type Tree, wholeAt } from './allocation-tree.ts';
import { behind, type Context } from './usecase.ts';

export const NOT_YOURS = problem(
  403,
  'not-yours',
  'Chỉ Văn phòng được phân bổ chỉ tiêu; thủ trưởng đơn vị được phân bổ tiếp phần của đơn vị mình.',
  'Only the Office divides targets; the head of an organisation divides its own part.',
);
export const TARGET_GONE = problem(
  409,
  'target-gone',
  'Chỉ tiêu này không còn trong kế hoạch.',
  'This target is no longer part of the plan.',
);
export const NO_WHOLE = problem(
  409,
  'no-whole',
  'Phần này chưa có số, nên chưa chia tiếp được.',
  'This part has no figure yet, so it can’t be divided.',
);
const TOO_DEEP = problem(
  422,
  'too-deep',
  `Phân bổ được nhiều nhất ${DEEPEST} cấp.`,
  `At most ${DEEPEST} levels can be divided.`,
);
const NOT_BELOW = problem(
  403,
  'not-yours',
  'Đơn vị chỉ được phân bổ tiếp cho các đơn vị trực thuộc mình.',
  'An organisation divides its part only among the bodies below it.',
);

type PutInput = NewAllocation & { readonly id: string };

export const divideTarget = behind(
  allocationRoutes['PUT /targets/:id/allocations'],
  'allocation.divide',
  'write',
  async (context, input) => {
    await lockTarget(context, input.id);
    const loaded = await loadTree(context, input.id);
    if (!loaded.ok) return loaded;
    const tree = loaded.value;
    const { parentPartId } = input;
    const there = inPlace(tree, parentPartId, input.dimension);
    // The figure that was looked at, the part that is divided and what stands in the place must be those of now.
    const moved =
      tree.target.ordinal !== input.targetOrdinal ||
      (parentPartId !== null && !tree.part.has(parentPartId)) ||
      (there?.version ?? 0) !== input.version;
    if (moved) return err(conflict(await shapeTree(context, tree)));
    const whole = placeProblem(context, tree, parentPartId);
    if (!whole.ok) return whole;
    const bad = checkParts(whole.value, input, input.parts, spanAt(tree, parentPartId));
    if (bad) return err(problem(422, 'bad-parts', bad.vi, bad.en));
    const wrong = await organisationProblem(context, tree, input);
    if (wrong) return err(wrong);
    const id = await replace(context, tree, there, input, whole.value);
    return changed(context, tree, 'allocation.made', there, id, input.note);
  },
);

/** What is in force where something would be put. */
function inPlace(tree: Tree, parentPartId: string | null, dimension: string): AllocationRow | null {
  return tree.allocations.find((one) => one.parentPartId === parentPartId && one.dimension === dimension) ?? null;
}

/** The whole of a place, or why nothing can be divided there. */
export function placeProblem(context: Context, tree: Tree, parentPartId: string | null): Result<Whole, Problem> {
  if (tree.gone) return err(TARGET_GONE);
  if (!mayDivide(context, tree, parentPartId)) return err(NOT_YOURS);
  if (pathOf(tree, parentPartId).length >= DEEPEST) return err(TOO_DEEP);
  const whole = wholeAt(tree, parentPartId);
  return whole ? ok(whole) : err(NO_WHOLE);
}

async function organisationProblem(
  context: Context,
  tree: Tree,
  { parts, parentPartId }: PutInput,
): Promise<Problem | null> {
  const ids = parts.flatMap(({ organisationId }) => (organisationId === null ? [] : [organisationId]));
  if (ids.length === 0) return null;
  const active = await activeOrganisations(context, ids, context.today);
  const ended = ids.filter((id) => !active.has(id));
  if (ended.length > 0) {
    const names = await organisationNames(context, ended, context.today);
    const words = ended.map((id) => names.get(id) ?? 'cơ quan không có trong danh mục').join(', ');
    return problem(
      422,
      'ended-organisation',
      `Không phân bổ cho cơ quan đã kết thúc hoạt động: ${words}. Hãy chọn cơ quan kế thừa.`,
      `These organisations no longer exist: ${words}.`,
    );
  }
  const above = new Set(pathOf(tree, parentPartId).map((part) => part.organisationId));
  if (ids.some((id) => above.has(id))) {
    return problem(
      422,
      'bad-parts',
      'Một cơ quan không thể nhận một phần của chính phần mình.',
      'A body can’t be its own part.',
    );
  }
  if (context.actor.rights.has('task.assign') || context.actor.organisationId === null) return null;
  const under = await organisationsBelow(context, context.actor.organisationId, context.today);
  return ids.every((id) => under.has(id)) ? null : NOT_BELOW;
}

async function replace(
  context: Context,
  tree: Tree,
  there: AllocationRow | null,
  input: PutInput,
  whole: Whole,
): Promise<string> {
  const division: Division = input;
  if (there) await endAllocation(context, there.id, context.now);
  const id = await insertAllocation(context, {
    targetId: tree.target.id,
    targetOrdinal: tree.target.ordinal,
    parentPartId: input.parentPartId,
    dimension: division.dimension,
    rule: division.rule,
    course: division.course,
    places: division.places,
    whole: whole.value,
    note: input.note || null,
    createdBy: context.actor.personId,
    now: context.now,
    parts: keptParts(whole, division, input.parts as readonly GivenPart[]),
  });
  if (there) await handOver(context, there.id, id);
  return id;
}

/** What hangs on parts of one allocation hangs on those of the other; where it has no such part, it ends. */
async function handOver(context: Context, fromId: string, toId: string): Promise<void> {
  await movePartsBelow(context, fromId, toId);
  await endBelow(context, fromId, context.now);
}

/** One event, and all who look at the target hear of it. */
async function changed(
  context: Context,
  tree: Tree,
  kind: 'allocation.made' | 'allocation.ended' | 'allocation.restored',
  before: AllocationRow | null,
  afterId: string | null,
  reason: string | null = null,
): Promise<Result<Allocations, Problem>> {
  const told = async (row: AllocationRow | null) => {
    if (row === null) return null;
    const { id, dimension, rule, whole } = row;
    const parts = await listParts(context, [id]);
    const { allocated } = balanceOf({ ...tree.whole, value: whole, valueMax: null }, row, parts);
    return { allocationId: id, dimension, rule, whole, parts: parts.length, allocated };
  };
  const after = afterId === null ? null : await findAllocation(context, tree.target.id, afterId);
  context.record({
    kind,
    subjectType: 'target',
    subjectId: tree.target.id,
    title: tree.target.name,
    before: await told(before),
    after: await told(after),
    reason,
  });
  context.tell(`allocation:${tree.target.id}`, { id: tree.target.id });
  return readTree(context, tree.target.id);
}

export const endAllocationOf = behind(
  allocationRoutes['DELETE /targets/:id/allocations/:allocationId'],
  'allocation.end',
  'write',
  async (context, { id, allocationId, version }) => {
    await lockTarget(context, id);
    const loaded = await loadTree(context, id);
    if (!loaded.ok) return loaded;
    const tree = loaded.value;
    const row = tree.allocations.find((one) => one.id === allocationId);
    if (!row) {
      const ended = await findAllocation(context, id, allocationId);
      return err(ended ? conflict(await shapeTree(context, tree)) : notFound('lần phân bổ này', 'allocation'));
    }
    if (!mayDivide(context, { ...tree, gone: false }, row.parentPartId)) return err(NOT_YOURS);
    if (row.version !== version) return err(conflict(await shapeTree(context, tree)));
    await endAllocation(context, row.id, context.now);
    await endBelow(context, row.id, context.now);
    return changed(context, tree, 'allocation.ended', row, null);
  },
);

export const restoreAllocation = behind(
  allocationRoutes['POST /targets/:id/allocations/:allocationId/restore'],
  'allocation.restore',
  'write',
  async (context, { id, allocationId, version }) => {
    await lockTarget(context, id);
    const loaded = await loadTree(context, id);
    if (!loaded.ok) return loaded;
    const tree = loaded.value;
    const row = await findAllocation(context, id, allocationId);
    if (!row) return err(notFound('lần phân bổ này', 'allocation'));
    if (tree.gone) return err(TARGET_GONE);
    const there = inPlace(tree, row.parentPartId, row.dimension);
    const lost = row.endedAt === null || (row.parentPartId !== null && !tree.part.has(row.parentPartId));
    if (lost || (there?.version ?? 0) !== version) return err(conflict(await shapeTree(context, tree)));
    if (!mayDivide(context, tree, row.parentPartId)) return err(NOT_YOURS);
    if (there) {
      await endAllocation(context, there.id, context.now);
      await handOver(context, there.id, row.id);
    }
    await reopenAllocation(context, row.id);
    await reopenBelow(context, row.id, row.endedAt as string);
    return changed(context, tree, 'allocation.restored', there, row.id);
  },
);
