/** Organisations (cơ quan, tổ chức): kinds, names and parents valid from–to, lineage. */
import type { Scope } from './database.ts';

export interface NewOrganisation {
  readonly id: string;
  /** Code of the catalogue of agencies; null for one that only this province has. */
  readonly code: string | null;
  readonly kind: string;
  readonly names: readonly {
    readonly name: string;
    readonly shortName: string | null;
    readonly validFrom: string | null;
    readonly validTo: string | null;
  }[];
  readonly parentId: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly position: number;
}

/** A parent must stand before its children. */
export async function insertOrganisations(scope: Scope, organisations: readonly NewOrganisation[]): Promise<void> {
  const { db, provinceId } = scope;
  if (organisations.length === 0) return;
  await db
    .insertInto('organisation')
    .values(
      organisations.map((one) => ({
        province_id: provinceId,
        id: one.id,
        code: one.code,
        kind: one.kind,
        valid_from: one.validFrom,
        valid_to: one.validTo,
        position: one.position,
      })),
    )
    .execute();
  await db
    .insertInto('organisation_name')
    .values(
      organisations.flatMap((one) =>
        one.names.map((name, ordinal) => ({
          province_id: provinceId,
          organisation_id: one.id,
          ordinal,
          name: name.name.normalize('NFC'),
          short_name: name.shortName?.normalize('NFC') ?? null,
          valid_from: name.validFrom,
          valid_to: name.validTo,
        })),
      ),
    )
    .execute();
  const below = organisations.filter((one) => one.parentId !== null);
  if (below.length === 0) return;
  await db
    .insertInto('organisation_parent')
    .values(
      below.map((one) => ({
        province_id: provinceId,
        organisation_id: one.id,
        ordinal: 0,
        parent_id: one.parentId as string,
        valid_from: one.validFrom,
        valid_to: one.validTo,
      })),
    )
    .execute();
}
