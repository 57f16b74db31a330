/** The allocations of a target as they stand (cây phân bổ): each level with its whole, its balance, who may divide on. */
import { err, ok, type Result } from '#base/result.ts';
import type { Allocations } from '#contract/allocation.ts';
import { notFound, type Problem } from '#contract/problem.ts';
import { type TargetDemand, usualDivision, type Whole, wholeOf, wholeOfPart } from '#delivery/allocation.ts';
import { DEEPEST, isBehind } from '#delivery/allocation-check.ts';
import { type MonthSpan, periodWords, spanOfPeriod, yearsSpan } from '#delivery/allocation-period.ts';
import { balanceOf } from '#delivery/balance.ts';
import {
  type AllocationRow,
  activeOrganisations,
  indicatorsOfTargets,
  listAllocations,
  listEnded,
  listParts,
  type PartRow,
} from '#store/allocations.ts';
import { organisationNames } from '#store/organisation-names.ts';
import { findPlan, type PlanRow } from '#store/plans.ts';
import type { TargetRow } from '#store/targets.ts';
import { currentTarget } from './plan-read.ts';
import type { Context } from './usecase.ts';

/** Earlier allocations that are shown. */
const HISTORY = 30;

export interface Tree {
  readonly target: TargetRow;
  readonly plan: PlanRow;
  readonly gone: boolean;
  readonly demand: TargetDemand;
  readonly whole: Whole;
  readonly allocations: readonly AllocationRow[];
  readonly partsOf: ReadonlyMap<string, readonly PartRow[]>;
  readonly part: ReadonlyMap<string, { readonly row: PartRow; readonly of: AllocationRow }>;
  /** Versions of the target, to see whether its figure has changed. */
  readonly versions: readonly TargetRow[];
}

export function demandOf(
  row: TargetRow,
  indicator: { kind: string | null; direction: string | null } | undefined,
): TargetDemand {
  const { measure, comparator, value, valueMax, unit, cumulative } = row;
  return {
    measure,
    comparator,
    value,
    valueMax,
    unit,
    cumulative,
    kind: indicator?.kind ?? null,
    direction: indicator?.direction ?? null,
  };
}

export async function loadTree(context: Context, targetId: string): Promise<Result<Tree, Problem>> {
  const found = await currentTarget(context, targetId);
  if (!found.ok) return found;
  const { row: target, versions } = found.value;
  const plan = await findPlan(context, target.planId, context.today);
  if (!plan) return err(notFound('chỉ tiêu', 'target'));
  const indicators = await indicatorsOfTargets(context, { targetId });
  const demand = demandOf(target, indicators.get(targetId));
  const allocations = await listAllocations(context, targetId);
  const partsOf = Map.groupBy(
    await listParts(
      context,
      allocations.map(({ id }) => id),
    ),
    (part) => part.allocationId,
  );
  const part = new Map<string, { row: PartRow; of: AllocationRow }>();
  for (const of of allocations) for (const row of partsOf.get(of.id) ?? []) part.set(row.id, { row, of });
  const gone = target.validTo !== null && target.validTo <= context.today;
  return ok({ target, plan, gone, demand, whole: wholeOf(demand), allocations, partsOf, part, versions });
}

/** What is divided at a place: the target, or a part as it stands; null when that has no figure or is not there. */
export function wholeAt(tree: Tree, parentPartId: string | null): Whole | null {
  if (parentPartId === null) return tree.whole;
  const value = tree.part.get(parentPartId)?.row.value ?? null;
  return value === null ? null : wholeOfPart(tree.whole, value);
}

/** The parts above a place, the nearest first. */
export function pathOf(tree: Tree, parentPartId: string | null): PartRow[] {
  const path: PartRow[] = [];
  for (let at = parentPartId; at !== null; ) {
    const found = tree.part.get(at);
    if (!found) break;
    path.push(found.row);
    at = found.of.parentPartId;
  }
  return path;
}

/** The time that a place is about. */
export function spanAt(tree: Tree, parentPartId: string | null): MonthSpan {
  const period = pathOf(tree, parentPartId).find((part) => part.period !== null)?.period ?? null;
  const { target, plan } = tree;
  return (
    (period === null ? null : spanOfPeriod(period)) ??
    (target.year === null ? yearsSpan(plan.year_from, plan.year_to) : yearsSpan(target.year, target.year))
  );
}

/** The Office divides targets; the head of an organisation divides what fell to it. */
export function mayDivide({ actor }: Context, tree: Tree, parentPartId: string | null): boolean {
  if (tree.gone || !actor.rights.has('task.break-down')) return false;
  if (actor.rights.has('task.assign')) return true;
  if (actor.role !== 'agency-lead' || actor.organisationId === null) return false;
  const nearest = pathOf(tree, parentPartId).find((part) => part.organisationId !== null);
  return nearest?.organisationId === actor.organisationId;
}

/** An amendment has changed the figure, or the part above was given another. */
export function isOutdated(tree: Tree, row: AllocationRow): boolean {
  const now = wholeAt(tree, row.parentPartId);
  if (row.parentPartId !== null) return isBehind(row.whole, now?.value ?? null);
  return hasMoved(row, tree.versions, tree.target);
}

/** Whether the target asks for something else than when it was divided. */
export function hasMoved(row: AllocationRow, versions: readonly TargetRow[], now: TargetRow): boolean {
  const then = versions.find((one) => one.ordinal === row.targetOrdinal);
  const same = (one: TargetRow) => JSON.stringify([one.unit, one.measure, one.comparator, one.valueMax]);
  return isBehind(row.whole, now.value) || (then !== undefined && same(then) !== same(now));
}

export async function shapeTree(context: Context, tree: Tree): Promise<Allocations> {
  const { target, plan, demand } = tree;
  const ended = await listEnded(context, target.id, HISTORY);
  const endedParts = Map.groupBy(
    await listParts(
      context,
      ended.map(({ id }) => id),
    ),
    (part) => part.allocationId,
  );
  const ids = [...tree.part.values()].flatMap(({ row }) => (row.organisationId === null ? [] : [row.organisationId]));
  const names = await organisationNames(context, ids, context.today);
  const active = await activeOrganisations(context, [...new Set(ids)], context.today);
  return {
    targetId: target.id,
    targetName: target.name,
    planId: plan.id,
    ordinal: target.ordinal,
    gone: tree.gone,
    yearFrom: target.year ?? plan.year_from,
    yearTo: target.year ?? plan.year_to,
    whole: tree.whole,
    usual: { organisation: usualDivision(demand, 'organisation'), period: usualDivision(demand, 'period') },
    mayDivide: mayDivide(context, tree, null),
    items: tree.allocations.map((row) => {
      const parts = tree.partsOf.get(row.id) ?? [];
      const whole = wholeAt(tree, row.parentPartId);
      const deep = pathOf(tree, row.parentPartId).length + 1 >= DEEPEST;
      return {
        ...divisionOf(row),
        id: row.id,
        parentPartId: row.parentPartId,
        divided: row.whole,
        whole,
        targetOrdinal: row.targetOrdinal,
        outdated: isOutdated(tree, row),
        note: row.note,
        createdAt: row.createdAt,
        by: row.by,
        version: row.version,
        mayEdit: mayDivide(context, tree, row.parentPartId),
        balance: balanceOf(whole ?? dividedWhole(tree, row), row, parts),
        parts: parts.map((part) => ({
          id: part.id,
          organisationId: part.organisationId,
          period: part.period,
          name: nameOf(part, names),
          active: part.organisationId === null || active.has(part.organisationId),
          value: part.value,
          weight: part.weight,
          mayDivide: !deep && part.value !== null && mayDivide(context, tree, part.id),
        })),
      };
    }),
    history: ended.map((row) => {
      const parts = endedParts.get(row.id) ?? [];
      const there = row.parentPartId === null || tree.part.has(row.parentPartId);
      return {
        id: row.id,
        parentPartId: row.parentPartId,
        dimension: row.dimension,
        rule: row.rule,
        divided: row.whole,
        targetOrdinal: row.targetOrdinal,
        note: row.note,
        createdAt: row.createdAt,
        endedAt: row.endedAt as string,
        by: row.by,
        parts: parts.length,
        words: balanceOf(dividedWhole(tree, row), row, parts).words,
        mayRestore: there && mayDivide(context, tree, row.parentPartId),
      };
    }),
  };
}

/** What an allocation divided when it was made. */
function dividedWhole(tree: Tree, row: AllocationRow): Whole {
  const then = tree.versions.find((one) => one.ordinal === row.targetOrdinal) ?? tree.target;
  const whole = wholeOf({ ...tree.demand, ...pick(then) });
  return row.parentPartId === null ? { ...whole, value: row.whole } : wholeOfPart(whole, row.whole);
}

function pick({ measure, comparator, value, valueMax, unit, cumulative }: TargetRow) {
  return { measure, comparator, value, valueMax, unit, cumulative };
}

export function divisionOf({ dimension, rule, course, places }: AllocationRow) {
  return { dimension, rule, course, places };
}

export function nameOf(part: Pick<PartRow, 'organisationId' | 'period'>, names: ReadonlyMap<string, string>): string {
  return part.organisationId === null ? periodWords(part.period ?? '') : (names.get(part.organisationId) ?? '');
}

export async function readTree(context: Context, targetId: string): Promise<Result<Allocations, Problem>> {
  const tree = await loadTree(context, targetId);
  return tree.ok ? ok(await shapeTree(context, tree.value)) : tree;
}
