/** Which organisation a name of a document means: as of its day, with who has the work today. For thousands of names. */
import { resolveAgency } from '#catalogue/agencies.ts';
import { organisationCodeOf, organisationHistory } from '#catalogue/organisation-sets.ts';
import {
  type FindOrganisation,
  type FoundOrganisation,
  type NamedBody,
  organisationFinder,
} from '#plan/organisation-find.ts';
import type { Scope } from '#store/database.ts';
import { loadKnownOrganisations } from '#store/organisation-known.ts';

/** Reads the province's organisations once (three short queries); then each name is a look-up. */
export async function organisationResolver(scope: Scope, today: string): Promise<FindOrganisation> {
  const { organisations, lineage, provinceCode } = await loadKnownOrganisations(scope);
  const history = new Map(organisationHistory(provinceCode).map((record) => [record.code, record]));
  return organisationFinder(organisations, lineage, today, {
    codeOf: (name, on) => resolveAgency(name, on)?.code ?? null,
    sameBody: organisationCodeOf,
    successorsOf: (code) => history.get(code)?.successors.map((next) => next.code) ?? [],
  });
}

/** One name; for many take {@link organisationResolver}. */
export async function resolveOrganisation(
  scope: Scope,
  body: NamedBody & { readonly date: string },
  today: string,
): Promise<FoundOrganisation | null> {
  return (await organisationResolver(scope, today))(body, body.date);
}
