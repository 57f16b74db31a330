/** What the catalogue proposes as a province's organisations (cơ quan, tổ chức, đơn vị) before anybody has typed one. */
import type { AgencyKind, AgencyLevel } from './agencies-model.ts';

/** The kinds of agencies, and the committees (UBND) of a district until 2025-06-30 and of a commune since. */
export type OrganisationKind = AgencyKind | 'district-committee' | 'commune-committee';

/** A name with the time it was official; ISO dates, `to` is the first day it no longer was, null: open. */
export interface OrganisationName {
  /** `Ủy ban nhân dân tỉnh Hà Tĩnh`. */
  readonly text: string;
  /** As an office writes it in a table: `UBND tỉnh`, `Sở KH&ĐT`. */
  readonly short: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** The organisation above (cơ quan chủ quản, cấp trên) for a time. */
export interface OrganisationParent {
  readonly code: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What an organisation became, or came from. */
export interface OrganisationLineage {
  /** Id of the province whose organisation it is: a merged province's bodies go on in another's. */
  readonly province: string;
  readonly code: string;
  readonly from: string;
  /** Legal basis (căn cứ pháp lý). */
  readonly basis: string;
}

/** An organisation of one province with all it was called; {@link Organisation} is it on a day. */
export interface OrganisationRecord {
  /**
   * Unique in its province. The code of the agency that a reading names (`so-tai-chinh`), or of its class and the unit:
   * `ubnd-cap-huyen-thi-xa-ky-anh`, `ubnd-cap-xa-18073`.
   */
  readonly code: string;
  readonly kind: OrganisationKind;
  readonly level: AgencyLevel;
  /** Newest first. */
  readonly names: readonly OrganisationName[];
  readonly parents: readonly OrganisationParent[];
  /** Code of the collective agency that it is one of: `ubnd-cap-xa`, `cac-ban-hdnd-tinh`. */
  readonly classCode: string | null;
  /** District's code or commune's statistics code, for a body of such a unit. */
  readonly unitCode: string | null;
  /** null: before 2021, day not known. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly predecessors: readonly OrganisationLineage[];
  /** The main one first; empty while it exists. */
  readonly successors: readonly OrganisationLineage[];
  /** Where it comes from; "to be confirmed" where a person of the province has to look. */
  readonly basis: string;
}

/** An organisation as it stands on a day. */
export interface Organisation extends OrganisationRecord {
  readonly name: string;
  readonly shortName: string;
  readonly parentCode: string | null;
}
