/** Allocations as they stand (xem phân bổ): of one target, of a plan's targets, as a workbook. */
import { err, ok } from '#base/result.ts';
import { allocationRoutes } from '#contract/allocation.ts';
import { notFound } from '#contract/problem.ts';
import { DIMENSION_WORDS, RULE_WORDS, wholeOf } from '#delivery/allocation.ts';
import { type BalanceState, balanceOf } from '#delivery/balance.ts';
import { wholeWords } from '#delivery/balance-words.ts';
import { writeAllocationWorkbook } from '#render/allocation-workbook.ts';
import { indicatorsOfTargets, listOfPlan, listParts, partsOfOrganisation } from '#store/allocations.ts';
import { findPlan } from '#store/plans.ts';
import { listTargets, type TargetRow, targetVersions } from '#store/targets.ts';
import { demandOf, hasMoved, loadTree, readTree, shapeTree } from './allocation-tree.ts';
import type { ExportedFile } from './plan-export.ts';
import { behind, type UseCase } from './usecase.ts';

export const readAllocations = behind(
  allocationRoutes['GET /targets/:id/allocations'],
  'allocation.read',
  'read',
  (context, { id }) => readTree(context, id),
);

/** What is worst stands for a target: over before under before even. */
const WORST: readonly BalanceState[] = ['over', 'under', 'none', 'even'];

export const planAllocations = behind(
  allocationRoutes['GET /plans/:id/allocations'],
  'allocation.of-plan',
  'read',
  async (context, { id }) => {
    const plan = await findPlan(context, id, context.today);
    if (!plan) return err(notFound('kế hoạch', 'plan'));
    const targets = await listTargets(context, id, context.today);
    const indicators = await indicatorsOfTargets(context, { planId: id });
    const all = await listOfPlan(context, id);
    const roots = Map.groupBy(
      all.filter((one) => one.parentPartId === null),
      (one) => one.targetId,
    );
    const deeper = Map.groupBy(
      all.filter((one) => one.parentPartId !== null),
      (one) => one.targetId,
    );
    const parts = Map.groupBy(
      await listParts(
        context,
        all.filter((one) => one.parentPartId === null).map((one) => one.id),
      ),
      (part) => part.allocationId,
    );
    // Only what was divided under an older version can have been left behind.
    const versions = new Map<string, readonly TargetRow[]>();
    for (const { id: targetId, ordinal } of targets) {
      const older = roots.get(targetId)?.some((row) => row.targetOrdinal !== ordinal);
      if (older) versions.set(targetId, await targetVersions(context, targetId));
    }
    const { organisationId } = context.actor;
    const own = Map.groupBy(
      organisationId === null ? [] : await partsOfOrganisation(context, id, organisationId),
      (part) => part.targetId,
    );
    const items = targets.map((target: TargetRow) => {
      const whole = wholeOf(demandOf(target, indicators.get(target.id)));
      const divisions = (roots.get(target.id) ?? []).map((row) => ({
        dimension: row.dimension,
        outdated: hasMoved(row, versions.get(target.id) ?? [], target),
        balance: balanceOf(whole, row, parts.get(row.id) ?? []),
      }));
      const states = new Set<BalanceState>(divisions.map(({ balance }) => balance.state));
      return {
        targetId: target.id,
        name: target.name,
        state: WORST.find((state) => states.has(state)) ?? ('none' as const),
        outdated: divisions.some((one) => one.outdated),
        divisions,
        own: (own.get(target.id) ?? []).map(({ path, value }) => ({ path, value })),
        deeper: deeper.get(target.id)?.length ?? 0,
      };
    });
    const count = (state: BalanceState) => items.filter((one) => one.state === state).length;
    return ok({
      counts: {
        none: count('none'),
        under: count('under'),
        even: count('even'),
        over: count('over'),
        outdated: items.filter((one) => one.outdated).length,
        own: items.filter((one) => one.own.length > 0).length,
      },
      items,
    });
  },
);

export const exportAllocation: UseCase<{ id: string; allocationId: string }, ExportedFile> = {
  name: 'allocation.export',
  access: allocationRoutes['GET /targets/:id/allocations/:allocationId/export.xlsx'].access,
  machines: true,
  kind: 'read',
  run: async (context, { id, allocationId }) => {
    const loaded = await loadTree(context, id);
    if (!loaded.ok) return loaded;
    const shaped = await shapeTree(context, loaded.value);
    const found = shaped.items.find((one) => one.id === allocationId);
    if (!found) return err(notFound('lần phân bổ này', 'allocation'));
    const whole = found.whole ?? { ...shaped.whole, value: found.divided, valueMax: null };
    const above = shaped.items.flatMap((one) => one.parts).find((part) => part.id === found.parentPartId);
    const bytes = await writeAllocationWorkbook({
      title: shaped.targetName,
      about: [loaded.value.plan.title, above ? `phần của ${above.name}` : null]
        .filter((one) => one !== null)
        .join('; '),
      whole: wholeWords(whole),
      rule: `${DIMENSION_WORDS[found.dimension]}: ${RULE_WORDS[found.rule].toLowerCase()}`,
      balance: found.balance.words,
      asOf: context.today,
      unit: shaped.whole.unit,
      weightHead: {
        share: 'Tỷ trọng (%)',
        seasonal: 'Số năm trước',
        'weighted-mean': 'Trọng số',
        sum: 'Trọng số',
        same: null,
      }[found.rule],
      nameHead: found.dimension === 'organisation' ? 'Cơ quan, địa phương' : 'Kỳ',
      parts: found.parts.map(({ name, value, weight }) => ({ name, value, weight })),
    });
    return ok({ bytes, fileName: `phan-bo-${context.today}.xlsx` });
  },
};
