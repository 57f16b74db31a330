import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  currentProvince,
  findProvince,
  isCity,
  listProvinces,
  provinceByCode,
  provinceById,
  resolveProvince,
} from '#catalogue/provinces.ts';

const names = (text: string) => findProvince(text).map(({ name }) => name);

test('63 units until June 2025, 34 after', () => {
  assert.equal(listProvinces('2025-06-30').length, 63);
  assert.equal(listProvinces('2025-07-01').length, 34);
  assert.equal(listProvinces('2025-07-01').filter((p) => isCity(p, '2025-07-01')).length, 6);
  assert.equal(listProvinces('2026-05-01').filter((p) => isCity(p, '2026-05-01')).length, 7);
  assert.equal(listProvinces('2026-10-01').filter((p) => isCity(p, '2026-10-01')).length, 9);
  assert.equal(listProvinces('2024-12-31').filter((p) => isCity(p, '2024-12-31')).length, 5);
});

test('every code belongs to one unit on each day', () => {
  for (const day of ['2020-01-01', '2025-06-30', '2025-07-01', '2026-06-01']) {
    const codes = listProvinces(day).map(
      (p) => p.codes.find(({ from, to }) => (from ?? '') <= day && day < (to ?? '9999'))?.code,
    );
    assert.ok(codes.every((code) => code !== undefined && /^\d\d$/.test(code)));
    assert.equal(new Set(codes).size, codes.length);
  }
  assert.equal(provinceByCode('52', '2025-06-30')?.name, 'Bình Định');
  assert.equal(provinceByCode('52', '2025-07-01')?.name, 'Gia Lai');
  assert.equal(provinceByCode('33', '2025-07-01')?.name, 'Hưng Yên');
  assert.equal(provinceByCode('64', '2025-07-01'), undefined);
});

test('an ended unit leads to a living one, and that one counts it among its parts', () => {
  for (const province of listProvinces()) {
    const now = currentProvince(province.id);
    assert.ok(now !== undefined && now.to === null, province.id);
    assert.equal(province.to === null, province.mergedInto === null, province.id);
    assert.ok(now.territories.at(-1)?.parts.includes(province.id), province.id);
  }
  const parts = listProvinces('2025-07-01').flatMap((p) => p.territories.at(-1)?.parts ?? []);
  assert.equal(parts.length, 63);
  assert.equal(new Set(parts).size, 63);
  assert.deepEqual(provinceById('hung-yen')?.territories.at(-1), {
    from: '2025-07-01',
    to: null,
    parts: ['hung-yen', 'thai-binh'],
    basis: 'NQ 202/2025/QH15',
  });
});

test('every name and alias resolves to its own unit', () => {
  for (const province of listProvinces()) {
    for (const name of [province.name, ...province.names.map(({ text }) => text), ...province.aliases]) {
      for (const form of [name, name.toUpperCase(), `tỉnh ${name}`, `Thành phố ${name}`, `TP. ${name}`, ` ${name} `]) {
        assert.equal(resolveProvince(form)?.id, province.id, form);
      }
    }
  }
});

test('a name on a day on which the unit did not exist', () => {
  assert.equal(resolveProvince('Thái Bình', '2025-08-01'), null);
  assert.equal(resolveProvince('Thái Bình', '2024-08-01')?.id, 'thai-binh');
  assert.equal(resolveProvince('Đức Cơ'), null);
  assert.equal(resolveProvince(''), null);
});

test('spellings of one name', () => {
  for (const name of ['Hoà Bình', 'Hòa Bình', 'HOÀ BÌNH', 'Hoà Bình'.normalize('NFD')]) {
    assert.equal(resolveProvince(name)?.id, 'hoa-binh');
  }
  for (const name of ['Bà Rịa - Vũng Tàu', 'Bà Rịa – Vũng Tàu', 'Bà Rịa-Vũng Tàu', 'Bà Rịa Vũng Tàu', 'BR-VT']) {
    assert.equal(resolveProvince(name)?.id, 'ba-ria-vung-tau');
  }
  for (const name of ['TP. Hồ Chí Minh', 'TP.HCM', 'TPHCM', 'Thành phố Hồ Chí Minh', 'Hồ Chí Minh']) {
    assert.equal(resolveProvince(name)?.id, 'ho-chi-minh');
  }
  for (const name of ['Thừa Thiên Huế', 'Thừa Thiên - Huế', 'Huế', 'thành phố Huế']) {
    assert.equal(resolveProvince(name)?.id, 'hue');
  }
});

test('finds every province by name in running text and in capitals, with the right place', () => {
  for (const { name, id } of listProvinces()) {
    for (const word of [name, name.toUpperCase()]) {
      const mark = id === 'ho-chi-minh' ? 'thành phố ' : '';
      const text = `Giữa ${mark}${word}, và`;
      const [match] = findProvince(text);
      assert.equal(match?.id, id, text);
      assert.equal(text.slice(match?.start, match?.end), word);
    }
  }
});

test('marked where the words before say it', () => {
  for (const text of ['Đảng bộ tỉnh Hưng Yên', 'TỈNH ỦY HƯNG YÊN', 'Tỉnh uỷ Hưng Yên', 'UBND tỉnh Hưng Yên']) {
    assert.deepEqual(
      findProvince(text).map(({ id, marked }) => [id, marked]),
      [['hung-yen', true]],
    );
  }
  assert.equal(findProvince('Hưng Yên, ngày 26 tháng 11')[0]?.marked, false);
  assert.equal(findProvince('Thành ủy Hải Phòng')[0]?.marked, true);
});

test('smaller places and other things of the same name are no provinces', () => {
  for (const text of [
    'xã Hòa Bình',
    'phường Hưng Yên',
    'thị trấn Phú Thọ',
    'thị xã Phú Thọ',
    'huyện Đức Cơ',
    'thành phố Hưng Yên',
    'TP. Hà Tĩnh',
    'đường Điện Biên',
    'tư tưởng Hồ Chí Minh',
    'Đoàn Thanh niên Cộng sản Hồ Chí Minh',
    'vì hòa bình',
    'Đức Cơ',
    'Nguyễn Hòa Bình',
    'Nguyễn Thị Thái Bình',
  ]) {
    assert.deepEqual(names(text), [], text);
  }
});

test('several in one line', () => {
  assert.deepEqual(names('các tỉnh Hà Nam, Nam Định và Ninh Bình; TP. Hồ Chí Minh; TPHCM; TP.HCM'), [
    'Hà Nam',
    'Nam Định',
    'Ninh Bình',
    'Hồ Chí Minh',
    'Hồ Chí Minh',
    'Hồ Chí Minh',
  ]);
});
