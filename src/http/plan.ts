/** Plans, targets, tasks, diffs, indicators. */
import { routes } from '#contract/routes.ts';
import {
  editIndicator,
  editTarget,
  findIndicators,
  proposeIndicator,
  useCatalogueIndicator,
} from '#usecase/indicator.ts';
import { closePlanDiff, decideDiff, listPlanDiffs, readDiff } from '#usecase/plan-diff.ts';
import { exportPlan } from '#usecase/plan-export.ts';
import { previewPublish, publishDocument, withdrawPlan } from '#usecase/plan-publish.ts';
import {
  listAllPlans,
  listPlanDeliverables,
  listPlanRegimes,
  listPlanTargets,
  listPlanTasks,
  readPlan,
  readPlanFacets,
  readTarget,
} from '#usecase/plan-read.ts';
import { type Binding, binding } from './bind.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function planBindings(): Binding[] {
  const at = <K extends keyof typeof routes>(key: K) => [key, routes[key]] as const;
  return [
    binding(...at('GET /documents/:id/publish'), previewPublish),
    binding(...at('POST /documents/:id/publish'), publishDocument),
    binding(...at('POST /plans/:id/withdraw'), withdrawPlan),
    binding(...at('GET /plans'), listAllPlans),
    binding(...at('GET /plans/:id'), readPlan),
    binding(...at('GET /plans/:id/targets'), listPlanTargets),
    binding(...at('GET /targets/:id'), readTarget),
    binding(...at('PATCH /targets/:id'), editTarget),
    binding(...at('GET /plans/:id/tasks'), listPlanTasks),
    binding(...at('GET /plans/:id/facets'), readPlanFacets),
    binding(...at('GET /plans/:id/deliverables'), listPlanDeliverables),
    binding(...at('GET /plans/:id/regimes'), listPlanRegimes),
    binding(...at('GET /plans/:id/export.xlsx'), exportPlan, {
      finish: ({ reply }, { bytes, fileName }) =>
        reply.type(XLSX).header('content-disposition', `attachment; filename="${fileName}"`).send(bytes),
    }),
    binding(...at('GET /diffs'), listPlanDiffs),
    binding(...at('GET /diffs/:id'), readDiff),
    binding(...at('POST /diffs/:id/decide'), decideDiff),
    binding(...at('POST /diffs/:id/close'), closePlanDiff),
    binding(...at('GET /indicators'), findIndicators),
    binding(...at('POST /indicators'), proposeIndicator),
    binding(...at('PUT /indicators/by-code'), useCatalogueIndicator),
    binding(...at('PATCH /indicators/:id'), editIndicator),
  ];
}
