/** The register of deliverables, and the programme of work by month. */
import { routes } from '#contract/routes.ts';
import { addDeliverable, editDeliverable, endDeliverable, stageDeliverable } from '#usecase/deliverable-change.ts';
import {
  browseDeliverables,
  countDeliverablesOf,
  exportProgramme,
  readDeliverable,
  readProgramme,
} from '#usecase/deliverable-list.ts';
import { undoDeliverable } from '#usecase/deliverable-undo.ts';
import { type Binding, binding } from './bind.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function deliverableBindings(): Binding[] {
  const at = <K extends keyof typeof routes>(key: K) => [key, routes[key]] as const;
  return [
    binding(...at('GET /deliverables'), browseDeliverables),
    binding(...at('GET /deliverables/counts'), countDeliverablesOf),
    binding(...at('GET /deliverables/programme'), readProgramme),
    binding(...at('GET /deliverables/programme.xlsx'), exportProgramme, {
      finish: ({ reply }, { bytes, fileName }) =>
        reply.type(XLSX).header('content-disposition', `attachment; filename="${fileName}"`).send(bytes),
    }),
    binding(...at('GET /deliverables/:id'), readDeliverable),
    binding(...at('POST /tasks/:id/deliverables'), addDeliverable),
    binding(...at('PATCH /deliverables/:id'), editDeliverable),
    binding(...at('POST /deliverables/:id/stage'), stageDeliverable),
    binding(...at('POST /deliverables/:id/end'), endDeliverable),
    binding(...at('POST /deliverables/:id/undo'), undoDeliverable),
  ];
}
