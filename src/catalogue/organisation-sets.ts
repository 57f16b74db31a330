/**
 * The organisations (cơ quan, tổ chức, đơn vị) that a province begins with: for any of the 63 units until 2025-06-30
 * and of the 34 since, on any day from 2021 on, three-tier or two-tier. Their codes are those that a reading gives an
 * agency, so that a task's lead leads to an organisation.
 */
import { agencyByCode } from './agencies.ts';
import type { Agency } from './agencies-model.ts';
import { PRESENCE, type Presence } from './data/organisations-provinces.ts';
import { BEGAN, CLASSES, HEADS, INSTEAD, MOVED, SAME_BODY, UNDER } from './data/organisations-standard.ts';
import { holds, type Interval, namesOf, overlap } from './organisation-names.ts';
import { bodiesOfUnits, type Draft } from './organisation-units.ts';
import type {
  Organisation,
  OrganisationLineage,
  OrganisationParent,
  OrganisationRecord,
} from './organisations-model.ts';
import {
  currentProvince,
  listProvinces,
  MERGER_DATE,
  type Province,
  provinceByCode,
  provinceById,
} from './provinces.ts';

export type * from './organisations-model.ts';

const MERGER_BASIS = 'NQ 202/2025/QH15';
/** Bodies that ended before are not in a history. */
const SINCE = '2021-01-01';

/** Codes in the order in which a province lists them, with the bodies above. */
const PARENTS: ReadonlyMap<string, readonly OrganisationParent[]> = new Map<string, readonly OrganisationParent[]>([
  ...HEADS.map((code): [string, OrganisationParent[]] => [code, []]),
  ...Object.entries(UNDER).flatMap(([above, codes]) =>
    codes.map((code): [string, OrganisationParent[]] => [code, [{ code: above, from: null, to: null }]]),
  ),
  ...Object.entries(MOVED),
]);
const CLASS_OF = new Map(Object.entries(CLASSES).flatMap(([all, codes]) => codes.map((code) => [code, all] as const)));

/**
 * The organisations of a province on a day, bodies of the province first, then districts or communes.
 * `province`: its id, or the statistics office's code of that day. Empty when there was no such province then.
 *
 * @example organisationSet({ province: 'ha-tinh', asOf: '2021-01-15' }).find(({ code }) => code === 'so-ke-hoach-va-dau-tu')
 * // { name: 'Sở Kế hoạch và Đầu tư', shortName: 'Sở KH&ĐT', parentCode: 'ubnd-tinh', validTo: '2025-03-01', … }
 */
export function organisationSet({
  province,
  asOf,
}: {
  readonly province: string;
  readonly asOf: string;
}): readonly Organisation[] {
  const id = provinceById(province)?.id ?? provinceByCode(province, asOf)?.id;
  if (id === undefined) return [];
  return organisationHistory(id)
    .filter((record) => holds({ from: record.validFrom, to: record.validTo }, asOf))
    .map((record) => organisationOn(record, asOf));
}

/** The organisation as it stood on a day of its existence: name, short name, body above. */
export function organisationOn(record: OrganisationRecord, asOf: string): Organisation {
  const name = record.names.find((entry) => holds(entry, asOf)) ?? record.names[0];
  return {
    ...record,
    name: name?.text ?? record.code,
    shortName: name?.short ?? record.code,
    parentCode: record.parents.find((parent) => holds(parent, asOf))?.code ?? null,
  };
}

const histories = new Map<string, readonly OrganisationRecord[]>();

/** Every organisation that a province has had since 2021, ended ones included, each with what it came from and became. */
export function organisationHistory(provinceId: string): readonly OrganisationRecord[] {
  const known = histories.get(provinceId);
  if (known !== undefined) return known;
  const own = draftsOf(provinceId);
  const parts = own.length === 0 ? [] : [provinceId, ...absorbedBy(provinceId)];
  const predecessors = new Map<string, OrganisationLineage[]>();
  for (const part of parts) {
    for (const { code, successors } of draftsOf(part)) {
      for (const next of successors) {
        if (next.province !== provinceId) continue;
        const before = predecessors.get(next.code) ?? [];
        predecessors.set(next.code, [...before, { province: part, code, from: next.from, basis: next.basis }]);
      }
    }
  }
  const history = own.map((draft) => ({ ...draft, predecessors: predecessors.get(draft.code) ?? [] }));
  histories.set(provinceId, history);
  return history;
}

/**
 * The code of the organisation that an agency's code means: one body may have two names.
 * `organisationCodeOf('ban-chap-hanh-dang-bo-tinh')` → `tinh-uy`.
 */
export function organisationCodeOf(agencyCode: string): string {
  return SAME_BODY[agencyCode] ?? agencyCode;
}

/**
 * The organisations of a set that an agency's code means: one, or for a class of bodies (`ubnd-cap-huyen`,
 * `cac-ban-hdnd-tinh`) all of the class; empty when the province has none.
 */
export function organisationsMeant(set: readonly Organisation[], agencyCode: string): readonly Organisation[] {
  const code = organisationCodeOf(agencyCode);
  return set.filter((organisation) => organisation.code === code || organisation.classCode === code);
}

const drafts = new Map<string, readonly Draft[]>();

function draftsOf(provinceId: string): readonly Draft[] {
  const known = drafts.get(provinceId);
  if (known !== undefined) return known;
  const province = provinceById(provinceId);
  const made =
    province === undefined
      ? []
      : [...[...PARENTS.keys()].flatMap((code) => draftOf(code, province)), ...bodiesOfUnits(province)];
  drafts.set(provinceId, made);
  return made;
}

function draftOf(code: string, province: Province): Draft[] {
  const agency = agencyByCode(code);
  const time = agency === undefined ? null : existenceOf(agency, province);
  if (agency === undefined || time === null) return [];
  return [
    {
      code,
      kind: agency.kind,
      level: agency.level,
      names: namesOf(agency, province, time),
      parents: (PARENTS.get(code) ?? []).flatMap((parent) => {
        const shared = overlap(parent, time);
        return shared === null ? [] : [{ code: parent.code, ...shared }];
      }),
      classCode: CLASS_OF.get(code) ?? null,
      unitCode: null,
      validFrom: time.from,
      validTo: time.to,
      successors: successorsOf(agency, province, time),
      basis: BEGAN[code]?.basis ?? agency.source,
    },
  ];
}

/** When the province had the body, null if never since 2021. */
function existenceOf(agency: Agency, province: Province): Interval | null {
  const lived: Interval = {
    from: BEGAN[agency.code]?.from ?? agency.names.at(-1)?.from ?? null,
    to: agency.names[0]?.to ?? null,
  };
  const there = presenceOf(agency.code, province);
  const time = there === null ? null : overlap(lived, there);
  const whole = time === null ? null : overlap(time, { from: null, to: province.to });
  return whole?.to != null && whole.to <= SINCE ? null : whole;
}

/** The stretch in which a province had a body that not all have. */
function presenceOf(code: string, province: Province): Interval | null {
  const presence = PRESENCE[code];
  if (presence === undefined) return { from: null, to: null };
  const before = isListed(presence.before, province.id);
  const after = province.to === null && hadAfter(presence, province.id);
  if (before && after) return { from: null, to: null };
  if (before) return { from: null, to: MERGER_DATE };
  return after ? { from: MERGER_DATE, to: null } : null;
}

function hadAfter({ before, after }: Presence, id: string): boolean {
  if (after === 'parts') return [id, ...absorbedBy(id)].some((part) => isListed(before, part));
  return isListed(after, id);
}

/** `a b`: these; `!a b`: all but these. */
function isListed(list: string, id: string): boolean {
  const without = list.startsWith('!');
  return (
    list
      .slice(without ? 1 : 0)
      .split(' ')
      .includes(id) !== without
  );
}

function absorbedBy(id: string): readonly string[] {
  return listProvinces()
    .filter(({ mergedInto }) => mergedInto?.id === id)
    .map((province) => province.id);
}

function hadOn(code: string, province: Province, day: string): boolean {
  const agency = agencyByCode(code);
  const time = agency === undefined || !PARENTS.has(code) ? null : existenceOf(agency, province);
  return time !== null && holds(time, day);
}

/** Who has the work of a body that ended: its successors by law where the province has them, else who stands in. */
function successorsOf(agency: Agency, province: Province, { to }: Interval): OrganisationLineage[] {
  if (to === null) return [];
  const host = province.to !== null && to >= province.to ? (currentProvince(province.id) ?? province) : province;
  const there = (code: string) => hadOn(code, host, to);
  const byLaw = agency.successors.filter(({ code, from }) => from <= to && there(code));
  if (byLaw.length > 0) return byLaw.map(({ code, basis }) => ({ province: host.id, code, from: to, basis }));
  const others = INSTEAD[agency.code] ?? agency.successors.flatMap(({ code }) => INSTEAD[code] ?? []);
  const next = [agency.code, ...others].filter((code) => there(code) && !(host === province && code === agency.code));
  const basis = agency.names[0]?.to === to ? (agency.successors[0]?.basis ?? agency.source) : MERGER_BASIS;
  return next.slice(0, 1).map((code) => ({ province: host.id, code, from: to, basis }));
}
