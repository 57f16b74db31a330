/** Tasks spread over days and states, as a workbook, and before they are assigned. */
import { Readable } from 'node:stream';
import { routes } from '#contract/routes.ts';
import { previewAssignments } from '#usecase/task-assign-many.ts';
import { exportTasks } from '#usecase/task-export.ts';
import { spreadTasks } from '#usecase/task-spread.ts';
import { type Binding, binding } from './bind.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function taskViewBindings(): Binding[] {
  const at = <K extends keyof typeof routes>(key: K) => [key, routes[key]] as const;
  return [
    binding(...at('GET /tasks/spread'), spreadTasks),
    binding(...at('GET /tasks/export.xlsx'), exportTasks, {
      finish: ({ reply }, { bytes, fileName }) =>
        reply
          .type(XLSX)
          .header('content-disposition', `attachment; filename="${fileName}"`)
          .send(Readable.from(bytes, { objectMode: false })),
    }),
    binding(...at('POST /tasks/assignments'), previewAssignments),
  ];
}
