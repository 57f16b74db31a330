import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fold } from '#base/fold.ts';
import { listProvinces, MERGER_DATE, provinceById } from '#catalogue/provinces.ts';
import {
  type Commune,
  communeByCode,
  communesOf,
  communesOfProvince,
  type District,
  districtsOf,
  findPastCommunes,
  successorOfOldCommune,
} from '#catalogue/territory.ts';

const TODAY = '2026-10-01';
const BEFORE = '2025-06-30';
/** Communes of each province since 2025-07-01, by the statistics office's code. */
const COUNTS: Readonly<Record<string, number>> = {
  '01': 126,
  '04': 56,
  '08': 124,
  '11': 45,
  '12': 38,
  '14': 75,
  '15': 99,
  '19': 92,
  '20': 65,
  '22': 54,
  '24': 99,
  '25': 148,
  '31': 114,
  '33': 104,
  '37': 129,
  '38': 166,
  '40': 130,
  '42': 69,
  '44': 78,
  '46': 40,
  '48': 94,
  '51': 96,
  '52': 135,
  '56': 65,
  '66': 102,
  '68': 124,
  '75': 95,
  '79': 168,
  '80': 96,
  '82': 102,
  '86': 124,
  '91': 102,
  '92': 103,
  '96': 64,
};
const codes = Object.keys(COUNTS);
const every = (day: string): Commune[] => listProvinces(day).flatMap(({ id }) => [...communesOfProvince(id, day)]);
const districtsOn = (day: string): District[] => listProvinces(BEFORE).flatMap(({ id }) => [...districtsOf(id, day)]);
const count = (communes: readonly Commune[], wanted: Commune['kind']) =>
  communes.filter(({ kind }) => kind === wanted).length;

describe('communes of today', () => {
  it('are 3,321 in 34 provinces, in each as many as its resolution says', () => {
    assert.equal(codes.length, 34);
    assert.deepEqual(Object.fromEntries(codes.map((code) => [code, communesOf(code, MERGER_DATE).length])), COUNTS);
    for (const day of [MERGER_DATE, '2026-04-30', TODAY]) assert.equal(every(day).length, 3321);
  });

  it('are of the kinds that were counted', () => {
    const [first, now] = [every(MERGER_DATE), every(TODAY)];
    assert.deepEqual([count(first, 'commune'), count(first, 'ward'), count(first, 'special-zone')], [2621, 687, 13]);
    assert.deepEqual([count(now, 'commune'), count(now, 'ward'), count(now, 'special-zone')], [2599, 709, 13]);
    const haTinh = communesOf('42', TODAY);
    assert.deepEqual([count(haTinh, 'commune'), count(haTinh, 'ward')], [60, 9]);
    const giaLai = communesOf('52', TODAY);
    assert.deepEqual([count(giaLai, 'commune'), count(giaLai, 'ward')], [110, 25]);
  });

  it('bear a code once a day, and a legal basis', () => {
    for (const day of [BEFORE, MERGER_DATE, TODAY]) {
      const communes = every(day);
      assert.equal(new Set(communes.map(({ code }) => code)).size, communes.length);
      for (const { code } of communes) assert.match(code, /^\d{5}$/);
    }
    for (const { basis, code } of every(TODAY)) assert.match(basis ?? '', /^NQ \d+\/NQ-UBTVQH1[56]$/, code);
    const numbers = codes.map((code) => communesOf(code, MERGER_DATE)[0]?.basis);
    assert.equal(new Set(numbers).size, 34);
  });

  it('became phường in Đồng Nai and Bắc Ninh in 2026', () => {
    assert.equal(communeByCode('26368', '2026-04-29')?.fullName, 'Xã Long Thành');
    assert.equal(communeByCode('26368', '2026-04-30')?.fullName, 'Phường Long Thành');
    assert.equal(count(communesOf('75', TODAY), 'ward') - count(communesOf('75', MERGER_DATE), 'ward'), 10);
    assert.equal(count(communesOf('24', TODAY), 'ward') - count(communesOf('24', MERGER_DATE), 'ward'), 12);
  });

  it('are found by codes that other lists have by mistake', () => {
    assert.equal(communeByCode('06978', TODAY)?.fullName, 'Xã Ba Chẽ');
    assert.equal(communeByCode('06970', TODAY)?.fullName, 'Xã Ba Chẽ');
    assert.equal(communeByCode('23938', TODAY)?.fullName, 'Xã Ia Mơ');
    assert.equal(communeByCode('23737', TODAY)?.fullName, 'Xã Ia Mơ');
    assert.equal(communeByCode('23737', BEFORE)?.fullName, 'Xã Ia Mơ Nông');
    assert.equal(communeByCode('99999', TODAY), undefined);
  });
});

describe('names', () => {
  const names = [
    ...every(TODAY).map(({ fullName }) => fullName),
    ...every(BEFORE).map(({ fullName }) => fullName),
    ...listProvinces(BEFORE).flatMap(({ id }) => districtsOf(id).map(({ fullName }) => fullName)),
  ];

  it('are NFC, with the tone mark where the older style has it', () => {
    assert.ok(names.length > 14_000);
    for (const name of names) {
      assert.equal(name, name.normalize('NFC'));
      assert.equal(name.toLowerCase(), fold(name), name);
      assert.equal(name, name.trim().replace(/\s+/g, ' '));
    }
  });

  it('are unique in a district, and districts in a province', () => {
    for (const { id } of listProvinces(BEFORE)) {
      const districts = districtsOf(id).map(({ code }) => code);
      assert.equal(new Set(districts).size, districts.length, id);
      const communes = communesOfProvince(id, BEFORE).map(
        ({ districtCode, fullName }) => `${districtCode} ${fullName}`,
      );
      assert.equal(new Set(communes).size, communes.length, id);
    }
  });
});

describe('before 2025-07-01', () => {
  it('has 10,035 communes in 696 districts, and 705 districts in 2021', () => {
    assert.equal(every(BEFORE).length, 10_035);
    assert.equal(districtsOn(BEFORE).length, 696);
    assert.equal(districtsOn('2021-01-01').length, 705);
  });

  it('ends every district on 2025-07-01 at the latest, for good', () => {
    assert.ok(districtsOn(BEFORE).every(({ validTo }) => validTo === MERGER_DATE));
    assert.deepEqual(districtsOn(MERGER_DATE), []);
  });

  it('has the districts of the three provinces of the demo', () => {
    const names = (id: string, day: string) => districtsOf(id, day).map(({ fullName }) => fullName);
    assert.equal(names('ha-tinh', '2021-01-01').length, 13);
    assert.ok(names('ha-tinh', '2021-01-01').includes('Huyện Lộc Hà'));
    assert.equal(names('ha-tinh', '2025-01-01').length, 12);
    assert.ok(!names('ha-tinh', '2025-01-01').includes('Huyện Lộc Hà'));
    assert.equal(names('hung-yen', '2021-01-01').length, 10);
    assert.equal(names('gia-lai', '2021-01-01').length, 17);
  });

  it('leads every district to districts and communes that exist', () => {
    for (const { id } of listProvinces(BEFORE)) {
      const known = new Map(districtsOf(id).map((district) => [district.code, district]));
      for (const { fullName, validTo, successorDistricts, successorCommunes } of known.values()) {
        assert.ok(successorCommunes.length > 0, fullName);
        for (const code of successorCommunes) assert.ok(communeByCode(code, MERGER_DATE), `${fullName} ${code}`);
        assert.equal(successorDistricts.length > 0, validTo < MERGER_DATE, fullName);
        for (const code of successorDistricts) {
          const next = known.get(code);
          assert.ok(
            next !== undefined && (next.validFrom ?? '') <= validTo && validTo < next.validTo,
            `${fullName} ${code}`,
          );
        }
      }
    }
  });
});

describe('what became of a commune', () => {
  const found = (...place: Parameters<typeof successorOfOldCommune>) =>
    successorOfOldCommune(...place).map(({ fullName }) => fullName);

  it('is known for all of 2025-06-30, in the province that has its area', () => {
    for (const { id, mergedInto } of listProvinces(BEFORE)) {
      for (const { fullName, districtCode } of communesOfProvince(id, BEFORE)) {
        const now = successorOfOldCommune(fullName, districtCode ?? undefined, id);
        assert.ok(now.length > 0, `${id} ${fullName}`);
        assert.ok(
          now.every(({ provinceId }) => provinceId === (mergedInto?.id ?? id)),
          `${id} ${fullName}`,
        );
      }
    }
  });

  it('makes up every commune of today, but for the islands that had none', () => {
    const reached = new Set(
      listProvinces(BEFORE).flatMap(({ id }) => districtsOf(id).flatMap(({ successorCommunes }) => successorCommunes)),
    );
    assert.deepEqual(
      every(MERGER_DATE).filter(({ code }) => !reached.has(code)),
      [],
    );
  });

  it('is found with or without its kind, in any spelling', () => {
    assert.deepEqual(found('Xã Cẩm Sơn', 'Huyện Cẩm Xuyên', 'ha-tinh'), ['Xã Cẩm Lạc']);
    assert.deepEqual(found('Cẩm Sơn', 'Cẩm Xuyên', 'ha-tinh'), ['Xã Cẩm Lạc']);
    assert.deepEqual(found('cam son', 'cam xuyen', 'ha-tinh'), ['Xã Cẩm Lạc']);
    assert.deepEqual(found('Hoà Lạc', 'Đức Thọ', 'ha-tinh'), found('Hòa Lạc', 'Đức Thọ', 'ha-tinh'));
    assert.equal(found('Hoà Lạc', 'Đức Thọ', 'ha-tinh').length, 1);
    assert.deepEqual(found('Xã Hộ Độ', 'Huyện Lộc Hà', 'ha-tinh'), found('Xã Hộ Độ', 'Thành phố Hà Tĩnh', 'ha-tinh'));
    assert.equal(found('Xã Hộ Độ', 'Huyện Lộc Hà', 'ha-tinh').length, 1);
    assert.deepEqual(found('Xã Không Có', 'Huyện Đức Thọ', 'ha-tinh'), []);
  });

  it('tells every part of a divided one, and knows those that ended earlier by name', () => {
    assert.deepEqual(found('Phường 13', 'Quận Gò Vấp', 'ho-chi-minh').toSorted(), [
      'Phường An Hội Tây',
      'Phường An Hội Đông',
    ]);
    const past = findPastCommunes('Xã Sơn Bình', 'Huyện Hương Sơn', 'ha-tinh');
    assert.deepEqual(
      past.map(({ code, successors }) => [code, successors]),
      [[null, ['18202']]],
    );
  });

  it('stays in one province, so that names are told apart', () => {
    assert.ok(found('Xã Tân Lập').length > 5);
    assert.ok(found('Xã Tân Lập', undefined, 'hung-yen').length < 3);
    assert.equal(provinceById('hung-yen')?.to, null);
  });
});
