/** Action plans of agencies: the list, what nobody has taken up, as Word and Excel, from Word. */
import { routes } from '#contract/routes.ts';
import { exportActionPlanExcel, exportActionPlanWord } from '#usecase/action-plan-export.ts';
import { readGaps } from '#usecase/action-plan-gaps.ts';
import { applyImport, previewImport, undoImport } from '#usecase/action-plan-import.ts';
import { readActionPlans } from '#usecase/action-plan-read.ts';
import { orderActionPlans, remindAgencies, removeAgency, writeActionPlan } from '#usecase/action-plan-write.ts';
import type { ExportedFile } from '#usecase/plan-export.ts';
import { type Binding, binding, type Finish } from './bind.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const file =
  (type: string): Finish<ExportedFile> =>
  ({ reply }, { bytes, fileName }) =>
    reply.type(type).header('content-disposition', `attachment; filename="${fileName}"`).send(bytes);

export function actionPlanBindings(): Binding[] {
  const at = <K extends keyof typeof routes>(key: K) => [key, routes[key]] as const;
  return [
    binding(...at('GET /plans/:id/action-plans'), readActionPlans),
    binding(...at('PUT /plans/:id/action-plan-due'), orderActionPlans),
    binding(...at('PUT /plans/:id/action-plans/:organisation'), writeActionPlan),
    binding(...at('DELETE /plans/:id/action-plans/:organisation'), removeAgency),
    binding(...at('POST /plans/:id/action-plans/remind'), remindAgencies),
    binding(...at('GET /plans/:id/not-taken-up'), readGaps),
    binding(...at('GET /plans/:id/action-plans/:organisation/export.docx'), exportActionPlanWord, {
      finish: file(DOCX),
    }),
    binding(...at('GET /plans/:id/action-plans/:organisation/export.xlsx'), exportActionPlanExcel, {
      finish: file(XLSX),
    }),
    binding(...at('POST /plans/:id/action-plans/:organisation/import'), previewImport),
    binding(...at('POST /plans/:id/action-plans/:organisation/import/apply'), applyImport),
    binding(...at('POST /plans/:id/action-plans/:organisation/import/undo'), undoImport),
  ];
}
