/** What the catalogue knows of a body (cơ quan, tổ chức). */
export interface Agency {
  /** Stable code, the name without marks: `so-ke-hoach-va-dau-tu`. */
  readonly code: string;
  readonly kind: AgencyKind;
  readonly level: AgencyLevel;
  /** True for a class of bodies (`UBND cấp huyện`) that a mention may name singly or as a whole. */
  readonly collective: boolean;
  /** Official names, the newest first. */
  readonly names: readonly AgencyName[];
  /** Other ways to write any of the names, full text. */
  readonly aliases: readonly string[];
  /** Bodies that took over its work, the main one first; empty while it exists. */
  readonly successors: readonly Succession[];
  /** Where this entry comes from. */
  readonly source: string;
}

/** A name with the time it was official; ISO dates, `to` is the first day it no longer was. */
export interface AgencyName {
  readonly text: string;
  /** Usual short forms: `Sở KH&ĐT`. */
  readonly short: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
}

export interface Succession {
  readonly code: string;
  readonly from: string;
  /** Legal basis (căn cứ pháp lý). */
  readonly basis: string;
}

export type AgencyKind =
  | 'department' // sở, cơ quan chuyên môn
  | 'office' // văn phòng, trung tâm
  | 'board' // ban quản lý, ban chỉ đạo
  | 'party-body'
  | 'council' // hội đồng nhân dân và cơ quan của nó
  | 'committee' // ủy ban nhân dân
  | 'front'
  | 'union' // đoàn thể, hội
  | 'court' // tòa án, viện kiểm sát, thi hành án
  | 'armed-force'
  | 'vertical-agency' // cơ quan ngành dọc
  | 'media'
  | 'school'
  | 'central'
  | 'enterprise';

export type AgencyLevel = 'central' | 'province' | 'district' | 'commune';

/** One line of the data files; {@link Agency} is built from it. */
export interface AgencyRow {
  readonly code: string;
  readonly kind: AgencyKind;
  readonly level: AgencyLevel;
  readonly collective?: true;
  readonly name: string;
  readonly short?: readonly string[];
  /** First day under `name`; for a body with earlier names the day of the last change. */
  readonly from?: string;
  /** First day on which the body no longer exists. */
  readonly to?: string;
  readonly earlier?: readonly AgencyName[];
  readonly aliases?: readonly string[];
  /** Forms that name it only in a provincial document: `UBND`. Found, but to be checked. */
  readonly weak?: readonly string[];
  readonly successors?: readonly Succession[];
  /** Followed by units of this level (`huyện X`, `các xã, phường`), which are part of the name. */
  readonly units?: 'district' | 'commune';
  /** The name of its place may follow: `Huyện ủy Đức Cơ`. */
  readonly place?: true;
  /** A form that means it only with the name of a town after it: `Thành ủy Quy Nhơn`. */
  readonly townForm?: string;
  readonly source: string;
}
