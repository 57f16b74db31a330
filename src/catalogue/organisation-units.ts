/**
 * The two bodies of every district (until 2025-06-30) and commune (since) that a plan's orders go to: its People's
 * Committee and its Party committee. Councils and Fronts of these units are not proposed; a province adds them.
 */
import { TWO_TIER } from './data/agencies-basis.ts';
import { overlap } from './organisation-names.ts';
import type { OrganisationLineage, OrganisationName, OrganisationRecord } from './organisations-model.ts';
import { currentProvince, type Province } from './provinces.ts';
import { type Commune, communesSince2025, type District, type DistrictKind, districtsOf } from './territory.ts';

/** Without predecessors, which are found from the successors of all. */
export type Draft = Omit<OrganisationRecord, 'predecessors'>;

const DISTRICT_COMMITTEE = 'ubnd-cap-huyen';
const DISTRICT_PARTY = 'huyen-uy';
const COMMUNE_COMMITTEE = 'ubnd-cap-xa';
const COMMUNE_PARTY = 'dang-uy-cap-xa';
const PARTY_NAMES: Readonly<Record<DistrictKind, string>> = {
  district: 'Huyện ủy',
  'urban-district': 'Quận ủy',
  town: 'Thị ủy',
  city: 'Thành ủy',
};

/** Bodies of the province's districts since 2021 and of its communes since 2025-07-01. */
export function bodiesOfUnits(province: Province): Draft[] {
  const communes = province.to === null ? communesSince2025(province.id) : [];
  return [
    ...districtsOf(province.id).flatMap((district) => bodiesOfDistrict(district)),
    ...[...Map.groupBy(communes, ({ code }) => code).values()].flatMap(bodiesOfCommune),
  ];
}

function bodiesOfDistrict(district: District): Draft[] {
  const { provinceId, code, fullName, kind, validFrom, validTo, basis } = district;
  const time = { from: validFrom, to: validTo };
  const lower = fullName.charAt(0).toLowerCase() + fullName.slice(1);
  const partyName = `${PARTY_NAMES[kind]} ${district.name}`;
  const base = { level: 'district', unitCode: code, validFrom, validTo, basis } as const;
  return [
    {
      ...base,
      code: `${DISTRICT_COMMITTEE}-${code}`,
      kind: 'district-committee',
      classCode: DISTRICT_COMMITTEE,
      names: [{ text: `Ủy ban nhân dân ${lower}`, short: `UBND ${lower}`, ...time }],
      parents: [{ code: 'ubnd-tinh', ...time }],
      successors: successorsOf(district, DISTRICT_COMMITTEE, COMMUNE_COMMITTEE, provinceId),
    },
    {
      ...base,
      code: `${DISTRICT_PARTY}-${code}`,
      kind: 'party-body',
      classCode: DISTRICT_PARTY,
      names: [{ text: partyName, short: partyName, ...time }],
      parents: [{ code: 'tinh-uy', ...time }],
      successors: successorsOf(district, DISTRICT_PARTY, COMMUNE_PARTY, provinceId),
    },
  ];
}

/** The district that took it over, or on 2025-07-01 the communes that were made of it. */
function successorsOf(
  { successorDistricts, successorCommunes, validTo, basis }: District,
  districtClass: string,
  communeClass: string,
  provinceId: string,
): OrganisationLineage[] {
  if (validTo < TWO_TIER)
    return successorDistricts.map((code) => ({
      province: provinceId,
      code: `${districtClass}-${code}`,
      from: validTo,
      basis,
    }));
  const province = currentProvince(provinceId)?.id ?? provinceId;
  return successorCommunes.map((code) => ({ province, code: `${communeClass}-${code}`, from: validTo, basis }));
}

/** From the entries of one commune, the older first. */
function bodiesOfCommune(entries: readonly Commune[]): Draft[] {
  const [first, last] = [entries[0] as Commune, entries.at(-1) as Commune];
  const { code, validFrom, basis } = first;
  const time = { from: validFrom, to: last.validTo };
  const named = (word: string, short: string): OrganisationName[] =>
    entries.toReversed().flatMap((entry) => {
      const place = entry.fullName.charAt(0).toLowerCase() + entry.fullName.slice(1);
      const shared = overlap(time, { from: entry.validFrom, to: entry.validTo });
      return shared === null ? [] : [{ text: `${word} ${place}`, short: `${short} ${place}`, ...shared }];
    });
  const base = {
    level: 'commune',
    unitCode: code,
    validFrom,
    validTo: last.validTo,
    basis: basis ?? '',
    successors: [],
  } as const;
  return [
    {
      ...base,
      code: `${COMMUNE_COMMITTEE}-${code}`,
      kind: 'commune-committee',
      classCode: COMMUNE_COMMITTEE,
      names: named('Ủy ban nhân dân', 'UBND'),
      parents: [{ code: 'ubnd-tinh', ...time }],
    },
    {
      ...base,
      code: `${COMMUNE_PARTY}-${code}`,
      kind: 'party-body',
      classCode: COMMUNE_PARTY,
      names: named('Đảng ủy', 'Đảng ủy'),
      parents: [{ code: 'tinh-uy', ...time }],
    },
  ];
}
