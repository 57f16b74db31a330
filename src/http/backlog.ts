/** The register of long-standing cases over HTTP. */
import { routes } from '#contract/routes.ts';
import { browseCases, readCase, readCaseFacets } from '#usecase/backlog-read.ts';
import { exportCases, giveCaseForm, importCases, previewCaseImport } from '#usecase/backlog-sheet.ts';
import { actOnCase, addCase, editCase, noteCase, setCaseSteps, tieCase, undoCase } from '#usecase/backlog-write.ts';
import type { Workbook } from '#usecase/register-sheet.ts';
import { type Binding, binding, type Edge } from './bind.ts';
import { dispositionOf } from './document.ts';

export function backlogBindings(): Binding[] {
  const at = <K extends keyof typeof routes>(key: K) => [key, routes[key]] as const;
  return [
    binding(...at('GET /cases'), browseCases),
    binding(...at('GET /cases/facets'), readCaseFacets),
    binding(...at('GET /cases/export.xlsx'), exportCases, { finish: sendWorkbook }),
    binding(...at('GET /cases/template.xlsx'), giveCaseForm, { finish: sendWorkbook }),
    binding(...at('POST /cases/import/preview'), previewCaseImport as never, { finish: sendAnswer }),
    binding(...at('POST /cases/import'), importCases as never, { finish: sendAnswer }),
    binding(...at('GET /cases/:id'), readCase),
    binding(...at('POST /cases'), addCase),
    binding(...at('PATCH /cases/:id'), editCase),
    binding(...at('PUT /cases/:id/steps'), setCaseSteps),
    binding(...at('POST /cases/:id/acts'), actOnCase),
    binding(...at('POST /cases/:id/notes'), noteCase),
    binding(...at('PUT /cases/:id/task'), tieCase),
    binding(...at('POST /cases/:id/undo'), undoCase),
  ];
}

/** A file can't be kept to be compared with one that is sent again: these are not answered once by their key. */
export function sendAnswer({ reply }: Edge, answer: object) {
  return reply.send(answer);
}

export function sendWorkbook({ reply }: Edge, { fileName, bytes }: Workbook) {
  return reply
    .header('content-disposition', dispositionOf(fileName))
    .header('cache-control', 'private, no-store')
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .send(Buffer.from(bytes));
}
