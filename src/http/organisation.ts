/** Organisations over HTTP. */
import { routes } from '#contract/routes.ts';
import {
  correctOrganisation,
  correctOrganisationName,
  endOrganisation,
  foundOrganisation,
  moveOrganisation,
  renameOrganisation,
  reopenOrganisation,
} from '#usecase/organisation-change.ts';
import {
  exportOrganisations,
  giveImportForm,
  importOrganisations,
  previewImport,
  type Workbook,
} from '#usecase/organisation-import.ts';
import { mergeOrganisations, splitOrganisation } from '#usecase/organisation-merge.ts';
import { browseOrganisations, readOrganisation, readTerritory, readTree } from '#usecase/organisation-read.ts';
import { type Binding, binding, type Edge } from './bind.ts';
import { dispositionOf } from './document.ts';

export function organisationBindings(): Binding[] {
  const at = <K extends keyof typeof routes>(key: K) => [key, routes[key]] as const;
  return [
    binding(...at('GET /organisations'), browseOrganisations),
    binding(...at('GET /organisations/tree'), readTree),
    binding(...at('GET /organisations/export'), exportOrganisations, { finish: sendWorkbook }),
    binding(...at('GET /organisations/template'), giveImportForm, { finish: sendWorkbook }),
    binding(...at('POST /organisations/import/preview'), previewImport as never, { finish: sendAnswer }),
    binding(...at('POST /organisations/import'), importOrganisations as never, { finish: sendAnswer }),
    binding(...at('GET /organisations/:id'), readOrganisation),
    binding(...at('POST /organisations'), foundOrganisation),
    binding(...at('PATCH /organisations/:id'), correctOrganisation),
    binding(...at('POST /organisations/:id/rename'), renameOrganisation),
    binding(...at('PATCH /organisations/:id/names/:ordinal'), correctOrganisationName),
    binding(...at('POST /organisations/:id/move'), moveOrganisation),
    binding(...at('POST /organisations/:id/end'), endOrganisation),
    binding(...at('POST /organisations/:id/reopen'), reopenOrganisation),
    binding(...at('POST /organisations/merge'), mergeOrganisations),
    binding(...at('POST /organisations/:id/split'), splitOrganisation),
    binding(...at('GET /territory'), readTerritory),
  ];
}

/** A file can't be kept to be compared with one that is sent again: these are not answered once by their key. */
function sendAnswer({ reply }: Edge, answer: object) {
  return reply.send(answer);
}

function sendWorkbook({ reply }: Edge, { fileName, bytes }: Workbook) {
  return reply
    .header('content-disposition', dispositionOf(fileName))
    .header('cache-control', 'private, no-store')
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .send(Buffer.from(bytes));
}
