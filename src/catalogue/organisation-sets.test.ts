import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agencyByCode } from '#catalogue/agencies.ts';
import {
  type Organisation,
  organisationHistory,
  organisationSet,
  organisationsMeant,
} from '#catalogue/organisation-sets.ts';
import { listProvinces, MERGER_DATE } from '#catalogue/provinces.ts';
import { communesOfProvince, districtsOf } from '#catalogue/territory.ts';

const DAYS = ['2021-01-15', '2025-01-01', '2025-04-01', MERGER_DATE, '2026-10-01'];
const set = (province: string, asOf: string) => organisationSet({ province, asOf });
const byCode = (organisations: readonly Organisation[]) =>
  new Map(organisations.map((organisation) => [organisation.code, organisation]));
const names = (organisations: readonly Organisation[], wanted: (organisation: Organisation) => boolean) =>
  organisations.filter(wanted).map(({ name }) => name);
const held = (from: string | null, to: string | null, day: string) => (from ?? '') <= day && day < (to ?? '9999');

describe('what an agency’s code means', () => {
  it('may be a whole class: the districts, the communes, the boards of the Council', () => {
    const before = set('ha-tinh', '2021-01-15');
    assert.equal(organisationsMeant(before, 'ubnd-cap-huyen').length, 13);
    assert.equal(organisationsMeant(before, 'huyen-uy').length, 13);
    assert.equal(organisationsMeant(before, 'ubnd-cap-xa').length, 0);
    assert.equal(organisationsMeant(before, 'cac-ban-hdnd-tinh').length, 3);
    assert.equal(organisationsMeant(before, 'cac-ban-dang-tinh-uy').length, 6);
    assert.equal(organisationsMeant(before, 'ban-chap-hanh-dang-bo-tinh')[0]?.code, 'tinh-uy');
    const after = set('ha-tinh', MERGER_DATE);
    assert.equal(organisationsMeant(after, 'ubnd-cap-huyen').length, 0);
    assert.equal(organisationsMeant(after, 'ubnd-cap-xa').length, 69);
    assert.equal(organisationsMeant(after, 'dang-uy-cap-xa').length, 69);
  });
});

describe('the sets of all provinces', () => {
  it('hold every code once, every name in NFC, and a parent that is in the set', () => {
    for (const day of DAYS) {
      for (const { id } of listProvinces(day)) {
        const organisations = set(id, day);
        const codes = byCode(organisations);
        assert.equal(codes.size, organisations.length, `${id} ${day}`);
        for (const { code, name, shortName, parentCode, basis } of organisations) {
          assert.ok(name.length > 4 && shortName.length > 4 && basis !== '', code);
          assert.equal(name + shortName, (name + shortName).normalize('NFC'));
          assert.ok(parentCode === null || codes.has(parentCode), `${id} ${day} ${code} under ${parentCode}`);
        }
      }
    }
  });

  it('give no two bodies of a province one name on one day', () => {
    for (const day of DAYS) {
      for (const { id } of listProvinces(day)) {
        const all = set(id, day).map(({ name }) => name);
        assert.deepEqual(
          all.filter((name, i) => all.indexOf(name) !== i),
          [],
          `${id} ${day}`,
        );
      }
    }
  });

  it('have the bodies of every district, or of every commune, and of nothing else', () => {
    for (const day of DAYS) {
      for (const { id } of listProvinces(day)) {
        const organisations = set(id, day);
        const units = (kind: string) => organisations.filter((organisation) => organisation.kind === kind).length;
        assert.equal(units('district-committee'), districtsOf(id, day).length, `${id} ${day}`);
        const communes = day < MERGER_DATE ? 0 : communesOfProvince(id, day).length;
        assert.equal(units('commune-committee'), communes, `${id} ${day}`);
      }
    }
    const all = listProvinces(MERGER_DATE).flatMap(({ id }) => organisationsMeant(set(id, MERGER_DATE), 'ubnd-cap-xa'));
    assert.equal(all.length, 3321);
  });

  it('use the codes of agencies for bodies of the province', () => {
    for (const { id } of listProvinces()) {
      for (const { code, level, kind } of organisationHistory(id)) {
        if (level === 'province') assert.equal(agencyByCode(code)?.kind, kind, code);
      }
    }
  });

  it('have 12 to 14 departments, the office and the inspectorate counted, but for the two great cities', () => {
    for (const { id } of listProvinces('2026-10-01')) {
      const own = set(id, '2026-10-01').filter(
        ({ kind, code }) => kind === 'department' || code === 'van-phong-ubnd-tinh',
      );
      const most = ['ha-noi', 'ho-chi-minh'].includes(id) ? 17 : 14;
      assert.ok(own.length >= 12 && own.length <= most, `${id} ${own.length}`);
    }
  });

  it('are empty for a province that is not, and take the code of the day', () => {
    assert.deepEqual(set('khong-co', '2021-01-15'), []);
    assert.deepEqual(set('binh-dinh', MERGER_DATE), []);
    assert.equal(byCode(set('52', '2021-01-15')).get('ubnd-tinh')?.name, 'Ủy ban nhân dân tỉnh Bình Định');
    assert.equal(byCode(set('52', MERGER_DATE)).get('ubnd-tinh')?.name, 'Ủy ban nhân dân tỉnh Gia Lai');
  });
});

describe('lineage', () => {
  it('leads from every body that ended to one that was there on that day, and back', () => {
    const histories = new Map(
      listProvinces().map(({ id }) => [id, new Map(organisationHistory(id).map((o) => [o.code, o]))]),
    );
    for (const [id, bodies] of histories) {
      for (const { code, validTo, successors, predecessors } of bodies.values()) {
        assert.equal(successors.length > 0, validTo !== null, `${id} ${code}`);
        for (const next of successors) {
          const body = histories.get(next.province)?.get(next.code);
          assert.ok(
            body !== undefined && held(body.validFrom, body.validTo, next.from),
            `${id} ${code} → ${next.code}`,
          );
          assert.ok(
            body.predecessors.some((before) => before.province === id && before.code === code),
            `${id} ${code} → ${next.code}`,
          );
          assert.ok(next.basis !== '');
        }
        for (const before of predecessors) {
          const body = histories.get(before.province)?.get(before.code);
          assert.ok(body?.successors.some((next) => next.province === id && next.code === code));
        }
      }
    }
  });

  it('knows the reform of departments, and where there is none for ethnic affairs', () => {
    const haTinh = byCode(set('ha-tinh', '2021-01-15'));
    assert.deepEqual(
      haTinh.get('so-ke-hoach-va-dau-tu')?.successors.map(({ code, from }) => [code, from]),
      [['so-tai-chinh', '2025-03-01']],
    );
    assert.equal(
      byCode(set('gia-lai', '2021-01-15')).get('ban-dan-toc')?.successors[0]?.code,
      'so-dan-toc-va-ton-giao',
    );
    const now = byCode(set('ha-tinh', '2025-04-01'));
    assert.deepEqual(
      now
        .get('so-nong-nghiep-va-moi-truong')
        ?.predecessors.map(({ code }) => code)
        .toSorted(),
      ['so-lao-dong-thuong-binh-va-xa-hoi', 'so-nong-nghiep-va-phat-trien-nong-thon', 'so-tai-nguyen-va-moi-truong'],
    );
  });

  it('joins the bodies of merged provinces', () => {
    const finance = byCode(set('gia-lai', MERGER_DATE)).get('so-tai-chinh');
    assert.ok(finance?.predecessors.some(({ province, code }) => province === 'binh-dinh' && code === 'so-tai-chinh'));
    assert.deepEqual(
      byCode(set('thai-binh', '2025-06-01'))
        .get('tinh-uy')
        ?.successors.map(({ province, code }) => [province, code]),
      [['hung-yen', 'tinh-uy']],
    );
  });

  it('leads a district to the district that took it over, later to its communes', () => {
    const before = byCode(set('ha-tinh', '2021-01-15'));
    assert.deepEqual(
      before.get('ubnd-cap-huyen-huyen-loc-ha')?.successors.map(({ code, from }) => [code, from]),
      [
        ['ubnd-cap-huyen-huyen-thach-ha', '2025-01-01'],
        ['ubnd-cap-huyen-thanh-pho-ha-tinh', '2025-01-01'],
      ],
    );
    const hongLinh = before.get('ubnd-cap-huyen-thi-xa-hong-linh');
    assert.deepEqual(
      hongLinh?.successors.map(({ code, from }) => [code, from]),
      [
        ['ubnd-cap-xa-18115', MERGER_DATE],
        ['ubnd-cap-xa-18118', MERGER_DATE],
      ],
    );
  });
});

describe('the three provinces of the demo', () => {
  it('have their districts of 2021 and 2025', () => {
    const districts = (id: string, day: string) => names(set(id, day), ({ kind }) => kind === 'district-committee');
    assert.equal(districts('ha-tinh', '2021-01-15').length, 13);
    assert.equal(districts('ha-tinh', '2025-01-01').length, 12);
    assert.equal(districts('hung-yen', '2021-01-15').length, 10);
    assert.equal(districts('gia-lai', '2021-01-15').length, 17);
    assert.ok(districts('ha-tinh', '2021-01-15').includes('Ủy ban nhân dân huyện Lộc Hà'));
    assert.ok(districts('gia-lai', '2021-01-15').includes('Ủy ban nhân dân thành phố Pleiku'));
    assert.ok(
      names(set('hung-yen', '2021-01-15'), ({ code }) => code.startsWith('huyen-uy')).includes('Thị ủy Mỹ Hào'),
    );
  });

  it('have their departments of 2021', () => {
    const departments = (id: string) => set(id, '2021-01-15').filter(({ kind }) => kind === 'department');
    // Fifteen sở and Thanh tra tỉnh; the office of the committee is the seventeenth body of NĐ 24/2014.
    const common = 15;
    assert.equal(departments('hung-yen').length, common + 1);
    assert.equal(departments('ha-tinh').length, common + 2);
    assert.equal(departments('gia-lai').length, common + 3);
    assert.ok(byCode(departments('ha-tinh')).has('so-ngoai-vu'));
    assert.ok(!byCode(departments('ha-tinh')).has('ban-dan-toc'));
    assert.ok(byCode(departments('gia-lai')).has('ban-dan-toc'));
    const board = (id: string) => names(set(id, '2021-01-15'), ({ code }) => /^ban-quan-ly-khu/.test(code));
    assert.deepEqual(board('hung-yen'), ['Ban Quản lý các Khu công nghiệp tỉnh Hưng Yên']);
    assert.deepEqual(board('ha-tinh'), ['Ban Quản lý Khu kinh tế tỉnh Hà Tĩnh']);
    assert.deepEqual(board('gia-lai'), ['Ban Quản lý Khu kinh tế tỉnh Gia Lai']);
    assert.equal(byCode(set('hung-yen', '2021-01-15')).has('bo-chi-huy-bo-doi-bien-phong-tinh'), false);
  });

  it('have their names of the day', () => {
    const name = (id: string, day: string, code: string) => byCode(set(id, day)).get(code)?.name;
    assert.equal(name('ha-tinh', '2021-01-15', 'tinh-uy'), 'Tỉnh ủy Hà Tĩnh');
    assert.equal(name('ha-tinh', '2021-01-15', 'thong-ke-tinh'), 'Cục Thống kê tỉnh Hà Tĩnh');
    assert.equal(name('ha-tinh', MERGER_DATE, 'thong-ke-tinh'), 'Thống kê tỉnh Hà Tĩnh');
    assert.equal(name('dong-nai', '2026-04-29', 'ubnd-tinh'), 'Ủy ban nhân dân tỉnh Đồng Nai');
    assert.equal(name('dong-nai', '2026-04-30', 'ubnd-tinh'), 'Ủy ban nhân dân thành phố Đồng Nai');
    assert.equal(name('dong-nai', '2026-04-30', 'ubnd-cap-xa-26368'), 'Ủy ban nhân dân phường Long Thành');
    assert.equal(name('hue', '2021-01-15', 'tinh-uy'), 'Tỉnh ủy Thừa Thiên Huế');
    const short = (code: string) => byCode(set('ha-tinh', '2021-01-15')).get(code)?.shortName;
    assert.equal(short('ubnd-tinh'), 'UBND tỉnh');
    assert.equal(short('so-ke-hoach-va-dau-tu'), 'Sở KH&ĐT');
    assert.equal(short('ban-to-chuc-tinh-uy'), 'Ban Tổ chức Tỉnh ủy');
    assert.equal(short('dang-doan-hdnd-tinh'), 'Đảng đoàn HĐND tỉnh');
  });
});
