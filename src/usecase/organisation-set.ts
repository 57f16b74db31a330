/** The organisations that a province begins with (cơ quan, tổ chức, đơn vị), as the catalogue proposes them. */
import { organisationHistory } from '#catalogue/organisation-sets.ts';
import type { Scope } from '#store/database.ts';
import { addOrganisations } from '#store/organisation-add.ts';

/**
 * Puts the catalogue's organisations of a province in: with all they were called, the bodies above them and what they
 * became. Those that had ended by `asOf` are left out; null takes all since 2021. What has the same code already is
 * left as it is, so that it may be asked twice. Nothing is recorded: who asks records what it was for.
 */
export async function insertOrganisationSet(
  scope: Scope,
  provinceCode: string,
  asOf: string | null,
  now: Date,
): Promise<{ ids: ReadonlyMap<string, string>; added: number }> {
  const set = organisationHistory(provinceCode)
    .filter(({ validTo }) => asOf === null || validTo === null || validTo > asOf)
    // A body of a merged province goes on in another's; its own has no row for that.
    .map((one) => ({ ...one, successors: one.successors.filter(({ province }) => province === provinceCode) }));
  return addOrganisations(scope, set, now);
}
