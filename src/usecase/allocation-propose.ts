/** Figures for an allocation (đề xuất phân bổ, cân đối lại): reckoned and shown, never kept. */
import { err, ok } from '#base/result.ts';
import { allocationRoutes } from '#contract/allocation.ts';
import { notFound, problem } from '#contract/problem.ts';
import { checkParts } from '#delivery/allocation-check.ts';
import { periodWords } from '#delivery/allocation-period.ts';
import { proposeParts, remainderWords } from '#delivery/allocation-propose.ts';
import { rebalance } from '#delivery/allocation-rebalance.ts';
import { balanceOf } from '#delivery/balance.ts';
import { organisationNames } from '#store/organisation-names.ts';
import { NO_WHOLE, TARGET_GONE } from './allocation-change.ts';
import { divisionOf, loadTree, nameOf, spanAt, wholeAt } from './allocation-tree.ts';
import { behind } from './usecase.ts';

export const proposeAllocation = behind(
  allocationRoutes['POST /targets/:id/allocations/propose'],
  'allocation.propose',
  'read',
  async (context, input) => {
    const loaded = await loadTree(context, input.id);
    if (!loaded.ok) return loaded;
    const tree = loaded.value;
    const whole = wholeAt(tree, input.parentPartId);
    if (!whole) return err(NO_WHOLE);
    const bad = checkParts(whole, input, input.parts, spanAt(tree, input.parentPartId));
    if (bad) return err(problem(422, 'bad-parts', bad.vi, bad.en));
    const found = proposeParts(whole, input, input.parts, input);
    if (!found.ok) return err(problem(422, 'bad-parts', found.error.vi, found.error.en));
    const ids = input.parts.flatMap(({ organisationId }) => (organisationId === null ? [] : [organisationId]));
    const names = await organisationNames(context, ids, context.today);
    const { parts, extra } = found.value;
    return ok({
      parts: parts.map((part, i) => ({
        organisationId: input.parts[i]?.organisationId ?? null,
        period: input.parts[i]?.period ?? null,
        value: part.value,
        weight: part.weight,
      })),
      remainder: remainderWords(
        extra,
        input.parts.map((part) => nameOf(part, names) || periodWords(part.period ?? '')),
        input.rule === 'share' ? 2 : input.places,
        input.rule === 'share' ? '%' : whole.unit,
      ),
      balance: balanceOf(whole, input, parts),
    });
  },
);

export const rebalanceAllocation = behind(
  allocationRoutes['POST /targets/:id/allocations/:allocationId/rebalance'],
  'allocation.rebalance',
  'read',
  async (context, { id, allocationId, fill }) => {
    const loaded = await loadTree(context, id);
    if (!loaded.ok) return loaded;
    const tree = loaded.value;
    if (tree.gone) return err(TARGET_GONE);
    const row = tree.allocations.find((one) => one.id === allocationId);
    if (!row) return err(notFound('lần phân bổ này', 'allocation'));
    const whole = wholeAt(tree, row.parentPartId);
    if (!whole) return err(NO_WHOLE);
    const parts = tree.partsOf.get(row.id) ?? [];
    const found = rebalance(row.whole, whole, divisionOf(row), parts, fill);
    const names = await organisationNames(
      context,
      parts.flatMap(({ organisationId }) => (organisationId === null ? [] : [organisationId])),
      context.today,
    );
    const division = { ...divisionOf(row), places: found.places };
    return ok({
      ...division,
      before: row.whole,
      whole,
      parts: parts.map((part, i) => ({
        organisationId: part.organisationId,
        period: part.period,
        name: nameOf(part, names),
        before: part.value,
        value: found.parts[i]?.value ?? null,
        weight: found.parts[i]?.weight ?? null,
      })),
      balanceBefore: balanceOf(whole, division, parts),
      balance: balanceOf(whole, division, found.parts),
    });
  },
);
