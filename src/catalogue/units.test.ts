import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isCountedNoun, isUnit, listUnits, normalUnit, readUnit, unitKey } from './units.ts';

/** The unit after the first number of a text. */
function unitOf(text: string): string | null {
  const number = /\d[\d.,]*\d|\d/.exec(text);
  assert.ok(number, text);
  return readUnit(text, number.index + number[0].length)?.text ?? null;
}

test('reads measures, money and compounds as printed', () => {
  const read: [string, string][] = [
    ['tăng 7,5%;', '%'],
    ['dưới 12 ‰', '‰'],
    ['giảm 0,5 điểm %', 'điểm %'],
    ['giảm 0,5 điểm phần trăm', 'điểm phần trăm'],
    ['đạt 16,5% / năm', '%/năm'],
    ['13.593,9 tỷ đồng', 'tỷ đồng'],
    ['trên 13 nghìn tỷ đồng và 242 triệu USD', 'nghìn tỷ đồng'],
    ['trên 2,5 tỷ đô la Mỹ', 'tỷ đô la Mỹ'],
    ['85 triệu đồng', 'triệu đồng'],
    ['vốn 15.300 tỷ.', 'tỷ'],
    ['41 triệu đồng / người / năm', 'triệu đồng/người/năm'],
    ['102 triệu đồng/ha', 'triệu đồng/ha'],
    ['32 giường bệnh/1 vạn dân, tăng', 'giường bệnh/1 vạn dân'],
    ['12 bác sĩ/10.000 dân', 'bác sĩ/10.000 dân'],
    ['2.000ha', 'ha'],
    ['15m2', 'm2'],
    ['50.000 m³/ngày đêm', 'm³/ngày đêm'],
    ['65 tạ/ha', 'tạ/ha'],
    ['2,1 triệu tấn / năm', 'triệu tấn/năm'],
    ['500 MW', 'MW'],
    ['01 Gb/s', 'Gb/s'],
    ['350 người/km2', 'người/km2'],
    ['tăng 3 bậc so với', 'bậc'],
    ['đạt 68 điểm', 'điểm'],
  ];
  for (const [text, unit] of read) assert.equal(unitOf(text), unit, text);
});

test('reads counted nouns, with a scale before them and with their fellows', () => {
  const read: [string, string][] = [
    ['19 xã, lũy kế đạt 107 xã', 'xã'],
    ['2,33 vạn lao động', 'vạn lao động'],
    ['3,5 triệu lượt khách', 'triệu lượt khách'],
    ['120 nghìn ha', 'nghìn ha'],
    ['2 đơn vị cấp huyện đạt chuẩn', 'đơn vị cấp huyện'],
    ['1.576 thôn, làng, tổ dân phố có chi bộ', 'thôn, làng, tổ dân phố'],
    ['1.200 doanh nghiệp và đơn vị trực thuộc', 'doanh nghiệp và đơn vị trực thuộc'],
    ['05 dự án, chương trình', 'dự án, chương trình'],
    ['14 huyện, thành phố đủ điều kiện', 'huyện, thành phố'],
    ['4 trung tâm thương mại, 7 siêu thị', 'trung tâm thương mại'],
    ['1.800 đảng viên', 'đảng viên'],
    ['20 cụm công nghiệp', 'cụm công nghiệp'],
    ['8,2 bác sỹ', 'bác sỹ'],
    ['12 kho hàng hoá', 'kho hàng hoá'],
    ['100 đồng chí', 'đồng chí'],
    ['3 trường hợp', 'trường hợp'],
    ['5 XÃ ĐẠT CHUẨN', 'XÃ'],
    // Another family follows: not coordinated.
    ['26.000 lao động, doanh nghiệp tham gia', 'lao động'],
    ['10 dự án và 5 chợ', 'dự án'],
    ['20 doanh nghiệp, tổng vốn', 'doanh nghiệp'],
  ];
  for (const [text, unit] of read) assert.equal(unitOf(text), unit, text);
});

test('reads no unit where none stands', () => {
  for (const text of [
    '5 xã hội',
    '15 đạt chuẩn',
    '7/2021',
    '1. Dự án',
    '(15) Xã',
    '3 vạn',
    '2 xãy',
    '8 haa',
    '9',
    '4 tại chỗ',
  ]) {
    assert.equal(unitOf(text), null, text);
  }
  assert.equal(readUnit('', 0), null);
  assert.equal(readUnit('5', 99), null);
});

test('the normal form writes USD; the key joins spellings', () => {
  assert.equal(normalUnit('tỷ đô la Mỹ'), 'tỷ USD');
  assert.equal(normalUnit('triệu đô-la'), 'triệu USD');
  assert.equal(normalUnit('% / năm'), '%/năm');
  assert.equal(normalUnit('nghìn tỷ đồng'), 'nghìn tỷ đồng');
  assert.equal(unitKey('Tỉ USD'), unitKey('tỷ đô la Mỹ'));
  assert.equal(unitKey('m²'), unitKey('m2'));
  assert.equal(unitKey('bác sỹ/1 vạn dân'), unitKey('bác sĩ/vạn dân'));
  assert.notEqual(unitKey('tỷ đồng'), unitKey('triệu đồng'));
  assert.notEqual(unitKey('nghìn tỷ đồng'), unitKey('tỷ đồng'));
});

test('knows counted nouns and whole units', () => {
  for (const noun of ['doanh nghiệp', 'Đơn vị cấp huyện', 'xã', 'kịch bản']) assert.ok(isCountedNoun(noun), noun);
  for (const other of ['tỷ đồng', 'xã hội', 'tăng trưởng', 'doanh nghiệp mới', '', 'dân'])
    assert.ok(!isCountedNoun(other), other);
  for (const unit of ['%', 'triệu đồng/ha', 'vạn lao động', ' tỷ USD ']) assert.ok(isUnit(unit), unit);
  for (const other of ['triệu đồng/ha trồng trọt', 'dân', '', 'kế hoạch năm']) assert.ok(!isUnit(other), other);
});

test('every unit of the data is read whole, is listed once, and there are enough counted nouns', () => {
  const seen = new Set<string>();
  for (const { text } of listUnits()) {
    assert.equal(readUnit(`${text}.`, 0)?.end, text.length, text);
    assert.ok(!seen.has(text.toLowerCase()), `listed twice: ${text}`);
    seen.add(text.toLowerCase());
  }
  assert.ok(listUnits().filter(({ kind }) => kind === 'count').length >= 200);
});

test('the end is a word boundary after the start, whatever the text', () => {
  const words = fc.constantFrom(
    'xã',
    'tỷ',
    'đồng',
    '%',
    '/',
    ',',
    ' ',
    '1',
    'vạn',
    'và',
    'dân',
    'điểm',
    'a',
    'ộ',
    '\t',
    'km2',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      const found = readUnit(text, 0);
      if (!found) return;
      assert.ok(found.end > 0 && found.end <= text.length);
      assert.equal(found.text.replace(/\s/g, ''), text.slice(0, found.end).replace(/\s/g, ''));
      const next = text[found.end];
      if (next && text[found.end - 1] !== '%') assert.ok(!/[\p{L}\p{N}]/u.test(next), `${text} ends inside a word`);
    }),
  );
});
