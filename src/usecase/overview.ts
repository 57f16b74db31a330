/** Tổng quan: the numbers of the first page, each only for who may see what it counts. */
import { ok } from '#base/result.ts';
import { overviewRoutes } from '#contract/overview.ts';
import { countOpen, countToAcknowledge, documentNumbers, planNumbers } from '#store/overview.ts';
import { listPlans } from '#store/plans.ts';
import { readCalls } from './my-work.ts';
import { readCounts, readPlanTasks } from './standing.ts';
import { behind } from './usecase.ts';

export const readOverview = behind(overviewRoutes['GET /overview'], 'overview.read', 'read', async (context) => {
  const { rights, organisationId } = context.actor;
  const mayPlans = rights.has('plan.read');
  const plans = mayPlans ? await listPlans(context, context.today) : [];
  const year = Number(context.today.slice(0, 4));
  const plan = plans.find((one) => one.year_from <= year && year <= one.year_to) ?? plans[0];
  const open = mayPlans ? await countOpen(context) : null;
  return ok({
    plan: plan
      ? {
          id: plan.id,
          title: plan.title,
          yearFrom: plan.year_from,
          yearTo: plan.year_to,
          ...(await planNumbers(context, plan.id, context.today)),
          ...(await readPlanTasks(context, plan.id)),
        }
      : null,
    plans: plans.length,
    tasks: mayPlans ? await readCounts(context) : null,
    work: mayPlans ? await readCalls(context) : null,
    documents: rights.has('document.read') ? await documentNumbers(context) : null,
    toAcknowledge:
      rights.has('document.acknowledge') && organisationId !== null
        ? await countToAcknowledge(context, organisationId)
        : null,
    openDiffs: open?.diffs ?? null,
    proposedIndicators: rights.has('indicator.edit') ? (open?.indicators ?? null) : null,
  });
});
