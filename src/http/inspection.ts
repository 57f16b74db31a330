/** Inspection plans over HTTP. */
import { routes } from '#contract/routes.ts';
import {
  acceptClash,
  actOnInspection,
  addInspection,
  browseInspections,
  checkInspection,
  editInspection,
  reopenClash,
  undoInspection,
} from '#usecase/inspection.ts';
import {
  exportInspections,
  giveInspectionForm,
  importInspections,
  previewInspectionImport,
} from '#usecase/inspection-sheet.ts';
import { sendAnswer, sendWorkbook } from './backlog.ts';
import { type Binding, binding } from './bind.ts';

export function inspectionBindings(): Binding[] {
  const at = <K extends keyof typeof routes>(key: K) => [key, routes[key]] as const;
  return [
    binding(...at('GET /inspections'), browseInspections),
    binding(...at('GET /inspections/export.xlsx'), exportInspections, { finish: sendWorkbook }),
    binding(...at('GET /inspections/template.xlsx'), giveInspectionForm, { finish: sendWorkbook }),
    binding(...at('POST /inspections/import/preview'), previewInspectionImport as never, { finish: sendAnswer }),
    binding(...at('POST /inspections/import'), importInspections as never, { finish: sendAnswer }),
    binding(...at('POST /inspections/check'), checkInspection),
    binding(...at('POST /inspections'), addInspection),
    binding(...at('PATCH /inspections/:id'), editInspection),
    binding(...at('POST /inspections/:id/acts'), actOnInspection),
    binding(...at('POST /inspections/:id/undo'), undoInspection),
    binding(...at('POST /inspections/clashes'), acceptClash),
    binding(...at('DELETE /inspections/clashes'), reopenClash),
  ];
}
