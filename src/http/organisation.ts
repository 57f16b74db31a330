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
import { mergeOrganisations, splitOrganisation } from '#usecase/organisation-merge.ts';
import { browseOrganisations, readOrganisation, readTerritory, readTree } from '#usecase/organisation-read.ts';
import { type Binding, binding } from './bind.ts';

export function organisationBindings(): Binding[] {
  const at = <K extends keyof typeof routes>(key: K) => [key, routes[key]] as const;
  return [
    binding(...at('GET /organisations'), browseOrganisations),
    binding(...at('GET /organisations/tree'), readTree),
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
