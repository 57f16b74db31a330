/**
 * Territory below the provinces: communes of today (xã, phường, đặc khu), communes of the three-tier time (xã,
 * phường, thị trấn), districts (huyện, quận, thị xã, thành phố thuộc tỉnh), and what became of what.
 *
 * Dates are ISO days; `validTo` is the first day on which something no longer held. Before 2025-07-01 the communes are
 * those of 2025-06-30 (10,035); earlier ones are known by name only. Districts are known from 2021-01-01 on.
 * Law: NQ 202/2025/QH15 (provinces), NQ 203/2025/QH15 (end of districts), 34 resolutions on communes of 16/06/2025.
 */
import { bare, fold } from '#base/fold.ts';
import territory from './data/territory.json' with { type: 'json' };
import {
  COMMUNE_RESOLUTIONS,
  COMMUNES_TO_WARDS,
  DISTRICT_CHANGES,
  DISTRICTS_CARVED,
  MISTAKEN_CODES,
} from './data/territory-changes.ts';
import { MERGER_DATE, provinceByCode } from './provinces.ts';

/** xã · phường · đặc khu · thị trấn (until 2025-06-30). */
export type CommuneKind = 'commune' | 'ward' | 'special-zone' | 'township';
/** huyện · quận · thị xã · thành phố thuộc tỉnh. */
export type DistrictKind = 'district' | 'urban-district' | 'town' | 'city';

/** A commune (đơn vị hành chính cấp xã) under one kind and name; a change of kind begins a new entry with the same code. */
export interface Commune {
  /** Code of the statistics office, five digits; some codes passed from a unit of before 2025-07-01 to one of after. */
  readonly code: string;
  /** Id of the province that it belonged to at that time, `gia-lai`. */
  readonly provinceId: string;
  /** `Đức Thọ`. */
  readonly name: string;
  readonly kind: CommuneKind;
  /** `Xã Đức Thọ`. */
  readonly fullName: string;
  /** Code of its district until 2025-06-30 (see {@link District}), null since. */
  readonly districtCode: string | null;
  /** null: before 2025-07-01, day not known. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Legal basis of its beginning; null where not known. */
  readonly basis: string | null;
}

/** A commune of before 2025-07-01 with what became of it. */
export interface PastCommune extends Omit<Commune, 'code'> {
  /** null for one that had ended before 2025-06-30 and is known by name only. */
  readonly code: string | null;
  /** Codes of today's communes that have its area; several when it was divided. */
  readonly successors: readonly string[];
}

/** A district (đơn vị hành chính cấp huyện); all ended on 2025-07-01 at the latest. */
export interface District {
  /** Ours, unique in its province: the full name without marks, `thi-xa-ky-anh`. */
  readonly code: string;
  readonly provinceId: string;
  readonly name: string;
  readonly kind: DistrictKind;
  readonly fullName: string;
  /** null: since before 2021. */
  readonly validFrom: string | null;
  readonly validTo: string;
  /** Legal basis of its end. */
  readonly basis: string;
  /** Districts that took over its area when it ended before 2025-07-01, the main one first; else empty. */
  readonly successorDistricts: readonly string[];
  /** Codes of today's communes that have a part of it, the nearest known. */
  readonly successorCommunes: readonly string[];
}

const END_OF_DISTRICTS = 'NQ 203/2025/QH15';
const COMMUNE_KINDS: Readonly<Record<string, readonly [CommuneKind, string]>> = {
  x: ['commune', 'Xã'],
  p: ['ward', 'Phường'],
  d: ['special-zone', 'Đặc khu'],
  t: ['township', 'Thị trấn'],
};
const DISTRICT_KINDS: readonly (readonly [string, DistrictKind])[] = [
  ['Huyện', 'district'],
  ['Quận', 'urban-district'],
  ['Thị xã', 'town'],
  ['Thành phố', 'city'],
];

interface Territory {
  /** Entries of a code, the oldest first. */
  readonly byCode: ReadonlyMap<string, readonly Commune[]>;
  readonly byProvince: ReadonlyMap<string, readonly Commune[]>;
  readonly past: readonly PastCommune[];
  readonly pastByName: ReadonlyMap<string, readonly PastCommune[]>;
  readonly districts: ReadonlyMap<string, readonly District[]>;
}

let built: Territory | null = null;

/** Built at the first question; loading the module only parses the file. */
function all(): Territory {
  built ??= build();
  return built;
}

function build(): Territory {
  const past = territory.past.flatMap(readPast);
  const communes = [...past.filter(isCoded), ...territory.communes.flatMap(readToday)];
  const named = new Map<string, PastCommune[]>();
  for (const commune of past) {
    for (const key of new Set([nameKey(commune.name), nameKey(commune.fullName)])) push(named, key, commune);
  }
  return {
    byCode: groupBy(communes, ({ code }) => code),
    byProvince: groupBy(communes, ({ provinceId }) => provinceId),
    past,
    pastByName: named,
    districts: groupBy(territory.past.map(readDistrict).concat(lostDistricts()), ({ provinceId }) => provinceId),
  };
}

/** `42|18073pThành Sen|…`: a province's code and its communes of today, each with the kinds it has had. */
function readToday(line: string): Commune[] {
  const [provinceCode, ...communes] = line.split('|') as [string, ...string[]];
  const provinceId = provinceByCode(provinceCode, MERGER_DATE)?.id ?? provinceCode;
  const resolution = `NQ ${COMMUNE_RESOLUTIONS[provinceCode]}/NQ-UBTVQH15`;
  return communes.flatMap((text) => {
    const first: Commune = {
      ...readCommune(text),
      provinceId,
      districtCode: null,
      validFrom: MERGER_DATE,
      validTo: null,
      basis: resolution,
    };
    const change = COMMUNES_TO_WARDS.find(({ codes }) => codes.includes(first.code));
    if (change === undefined) return [first];
    const { from, basis } = change;
    const ward: Commune = { ...first, kind: 'ward', fullName: `Phường ${first.name}`, validFrom: from, basis };
    return [{ ...first, validTo: from }, ward];
  });
}

/** `ha-tinh|Huyện Can Lộc|18406<18406tNghèn,18415xThiên Lộc|…`: a district and where its communes went. */
function readPast(line: string): PastCommune[] {
  const [provinceId, district, ...groups] = line.split('|') as [string, string, ...string[]];
  const districtCode = slug(district);
  const successors = new Map<string, string[]>();
  for (const group of groups) {
    const [to, olds = ''] = group.split('<') as [string, string?];
    for (const old of olds.split(',')) if (old !== '') push(successors, old, to);
  }
  return [...successors].map(([old, to]) => {
    const commune = readCommune(old);
    return {
      ...commune,
      code: commune.code === '' ? null : commune.code,
      provinceId,
      districtCode,
      validFrom: null,
      validTo: MERGER_DATE,
      basis: null,
      successors: to,
    };
  });
}

function readCommune(text: string): Pick<Commune, 'code' | 'name' | 'kind' | 'fullName'> {
  const at = text.search(/\D/);
  const [kind, word] = COMMUNE_KINDS[text.charAt(at)] as readonly [CommuneKind, string];
  const name = text.slice(at + 1);
  return { code: text.slice(0, at), name, kind, fullName: `${word} ${name}` };
}

function readDistrict(line: string): District {
  const [provinceId, fullName, ...groups] = line.split('|') as [string, string, ...string[]];
  return district(
    provinceId,
    fullName,
    groups.map((group) => group.slice(0, 5)),
  );
}

/** Districts that ended before 2025 and of which no commune kept the name. */
function lostDistricts(): District[] {
  const known = new Set(territory.past.map((line) => line.split('|', 2).join('|')));
  return DISTRICT_CHANGES.filter(({ province, name }) => !known.has(`${province}|${name}`)).map(({ province, name }) =>
    district(province, name, []),
  );
}

function district(provinceId: string, fullName: string, communes: readonly string[]): District {
  const [word, kind] = DISTRICT_KINDS.find(([start]) => fullName.startsWith(`${start} `)) as [string, DistrictKind];
  const end = DISTRICT_CHANGES.find(({ province, name }) => province === provinceId && name === fullName);
  const begin =
    DISTRICT_CHANGES.find(({ province, founded }) => province === provinceId && founded.includes(fullName))?.to ??
    DISTRICTS_CARVED.find(({ province, name }) => province === provinceId && name === fullName)?.from ??
    null;
  const successors = end?.into ?? [];
  return {
    code: slug(fullName),
    provinceId,
    name: fullName.slice(word.length + 1),
    kind,
    fullName,
    validFrom: begin,
    validTo: end?.to ?? MERGER_DATE,
    basis: end?.basis ?? END_OF_DISTRICTS,
    successorDistricts: successors.map(slug),
    successorCommunes:
      communes.length > 0 ? communes : [...new Set(successors.flatMap((name) => communesOfLine(provinceId, name)))],
  };
}

function communesOfLine(provinceId: string, fullName: string): readonly string[] {
  const line = territory.past.find((text) => text.startsWith(`${provinceId}|${fullName}|`)) ?? '';
  return line
    .split('|')
    .slice(2)
    .map((group) => group.slice(0, 5));
}

/**
 * Communes of a province on a day, in the order of their codes, by the statistics office's code of that day.
 * Empty when no province had the code then.
 *
 * @example communesOf('42', '2025-07-01').length // 69
 * @example communesOf('52', '2025-06-30')[0]?.provinceId // 'binh-dinh'
 */
export function communesOf(provinceCode: string, asOf: string): readonly Commune[] {
  const province = provinceByCode(provinceCode, asOf);
  return province === undefined ? [] : communesOfProvince(province.id, asOf);
}

/** The same by the province's id: `communesOfProvince('hung-yen', '2025-07-01').length` → 104. */
export function communesOfProvince(provinceId: string, asOf: string): readonly Commune[] {
  return (all().byProvince.get(provinceId) ?? []).filter((commune) => heldOn(commune, asOf));
}

/** Every entry of a province's communes since 2025-07-01: one that changed its kind stands in it twice, the older first. */
export function communesSince2025(provinceId: string): readonly Commune[] {
  return (all().byProvince.get(provinceId) ?? []).filter(({ validFrom }) => validFrom !== null);
}

/**
 * The commune that bore a code on a day; without a day the last one that bore it. Codes that other lists have by
 * mistake are understood.
 *
 * @example communeByCode('26368', '2026-05-01')?.fullName // 'Phường Long Thành', before 2026-04-30 'Xã Long Thành'
 */
export function communeByCode(code: string, asOf?: string): Commune | undefined {
  const entries = all().byCode.get(code) ?? [];
  const found = asOf === undefined ? entries.at(-1) : entries.find((commune) => heldOn(commune, asOf));
  const right = MISTAKEN_CODES[code];
  const today = found !== undefined && found.validFrom !== null;
  return right === undefined || today || (asOf !== undefined && asOf < MERGER_DATE)
    ? found
    : communeByCode(right, asOf);
}

/**
 * Communes of before 2025-07-01 by name, with or without the words for their kind, with any placement of tone marks;
 * district and province narrow the search. Names without any marks are found when nothing else is.
 */
export function findPastCommunes(name: string, districtName?: string, provinceId?: string): readonly PastCommune[] {
  const { pastByName, past } = all();
  const inPlace = (commune: PastCommune) =>
    (provinceId === undefined || commune.provinceId === provinceId) &&
    (districtName === undefined || isDistrict(commune, districtName));
  const found = (pastByName.get(nameKey(name)) ?? []).filter(inPlace);
  if (found.length > 0 || bare(name) !== fold(name)) return found;
  return past.filter((old) => inPlace(old) && [bare(old.name), bare(old.fullName)].includes(nameKey(name)));
}

/**
 * The communes of today that have the area of a commune of before 2025-07-01, under their newest names. More than one
 * when it was divided, or when the name isn't unique in what was given; empty when there was none of that name.
 *
 * @example successorOfOldCommune('Xã Kỳ Lợi', 'Thị xã Kỳ Anh', 'ha-tinh').map(({ fullName }) => fullName) // ['Phường Vũng Áng']
 */
export function successorOfOldCommune(name: string, districtName?: string, provinceId?: string): readonly Commune[] {
  const codes = new Set(findPastCommunes(name, districtName, provinceId).flatMap(({ successors }) => successors));
  return [...codes].map((code) => communeByCode(code)).filter((commune) => commune !== undefined);
}

/**
 * Districts that a province has had since 2021, ended ones all; with a day those of that day. Takes the id of one of
 * the 63 provinces of before 2025-07-01.
 *
 * @example districtsOf('ha-tinh', '2021-01-01').length // 13
 */
export function districtsOf(provinceId: string, asOf?: string): readonly District[] {
  const districts = all().districts.get(provinceId) ?? [];
  return asOf === undefined ? districts : districts.filter((unit) => heldOn(unit, asOf));
}

/** In the district of that name, or in one that it had become part of: Hộ Độ in Lộc Hà, since 2025 in Hà Tĩnh. */
function isDistrict({ districtCode, provinceId }: PastCommune, name: string): boolean {
  const wanted = slug(name);
  const named = (code: string) => code === wanted || code.replace(/^(?:huyen|quan|thi-xa|thanh-pho)-/, '') === wanted;
  if (districtCode === null || named(districtCode)) return districtCode !== null;
  return districtsOf(provinceId).some(
    ({ code, successorDistricts }) => named(code) && successorDistricts.includes(districtCode),
  );
}

function isCoded(commune: PastCommune): commune is PastCommune & Commune {
  return commune.code !== null;
}

function heldOn(unit: { readonly validFrom: string | null; readonly validTo: string | null }, day: string): boolean {
  return (unit.validFrom ?? '') <= day && day < (unit.validTo ?? '9999');
}

function nameKey(name: string): string {
  return fold(name).trim();
}

function slug(name: string): string {
  return bare(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) push(groups, keyOf(item), item);
  return groups;
}

function push<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}
