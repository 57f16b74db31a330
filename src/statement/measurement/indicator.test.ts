/** Names of indicators, cut out of the words around a number. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { soup } from '#test/support/soup.ts';
import { cleanText } from '#text/clean.ts';
import {
  attributeName,
  capitalise,
  cleanName,
  completeName,
  standsAlone,
  statedPart,
  uncapitalise,
} from './indicator.ts';

describe('a name', () => {
  it('stands without the words before it', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['tổng thu ngân sách trên địa bàn', 'Tổng thu ngân sách trên địa bàn'],
      ['phấn đấu tỷ lệ đô thị hóa', 'Tỷ lệ đô thị hóa'],
      ['Trong đó: thu nội địa', 'Thu nội địa'],
      ['; (4) tỷ lệ lao động qua đào tạo', 'Tỷ lệ lao động qua đào tạo'],
      ['Đến năm 2025, tỷ lệ che phủ rừng', 'Tỷ lệ che phủ rừng'],
      ['Năm 2023, thu ngân sách', 'Thu ngân sách'],
      ['Duy trì độ che phủ rừng', 'Độ che phủ rừng'],
      [', sản lượng thủy sản', 'Sản lượng thủy sản'],
      ['Hằng năm, tỷ lệ tiêm chủng', 'Tỷ lệ tiêm chủng'],
      ['Về kinh tế: tốc độ tăng trưởng', 'Tốc độ tăng trưởng'],
      ['- Kim ngạch xuất khẩu', 'Kim ngạch xuất khẩu'],
    ];
    for (const [words, name] of cases) assert.deepEqual(cleanName(words), { name, verb: null }, words);
  });

  it('stands without the words after it', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['Thu ngân sách năm 2023', 'Thu ngân sách'],
      ['Thu ngân sách ước', 'Thu ngân sách'],
      ['Thu nhập bình quân đầu người (', 'Thu nhập bình quân đầu người'],
      ['Tỷ lệ hộ nghèo –', 'Tỷ lệ hộ nghèo'],
      ['Tổng số hợp tác xã tính đến ngày 30/11/2022', 'Tổng số hợp tác xã'],
    ];
    for (const [words, name] of cases) assert.equal(cleanName(words).name, name, words);
  });

  it('loses its verb, which is told apart', () => {
    assert.deepEqual(cleanName('giảm tỷ lệ hộ nghèo'), { name: 'Tỷ lệ hộ nghèo', verb: 'decrease' });
    assert.deepEqual(cleanName('phấn đấu đến năm 2025 giảm tỷ lệ hộ nghèo'), {
      name: 'Tỷ lệ hộ nghèo',
      verb: 'decrease',
    });
    assert.deepEqual(cleanName('Tăng tỷ lệ dân số tham gia bảo hiểm y tế'), {
      name: 'Tỷ lệ dân số tham gia bảo hiểm y tế',
      verb: 'increase',
    });
  });

  it('keeps a verb that is part of it', () => {
    for (const name of ['Tăng trưởng kinh tế', 'Mức giảm tỷ lệ hộ nghèo', 'Tốc độ tăng giá trị sản xuất']) {
      assert.deepEqual(cleanName(name), { name, verb: null }, name);
    }
  });

  it('cleans to itself', () => {
    for (const name of [
      'Tổng sản phẩm (GRDP)',
      'Tỷ lệ che phủ rừng',
      'Số bác sĩ/vạn dân',
      'GRDP bình quân đầu người/năm',
    ]) {
      assert.equal(cleanName(name).name, name);
    }
    assert.equal(cleanName('').name, '');
    assert.equal(cleanName(' , ').name, '');
    assert.equal(cleanName('Thu ngân sách ) ))').name, 'Thu ngân sách');
  });
});

describe('completing', () => {
  it('puts the whole before a part that can not stand alone', () => {
    assert.equal(
      completeName('Ngành dịch vụ', 'Tốc độ tăng tổng sản phẩm (GRDP)'),
      'Tốc độ tăng tổng sản phẩm (GRDP) ngành dịch vụ',
    );
    assert.equal(completeName('GDP', 'Tốc độ tăng'), 'Tốc độ tăng GDP');
    assert.equal(completeName('Ngành dịch vụ', ''), 'Ngành dịch vụ');
    assert.equal(completeName('', 'Cơ cấu kinh tế'), 'Cơ cấu kinh tế');
    assert.equal(completeName('Tổng thu ngân sách', 'tổng thu'), 'Tổng thu ngân sách');
  });

  it('takes the place of the words that both have', () => {
    assert.equal(
      completeName('Nước sạch', 'Tỷ lệ hộ dân được sử dụng nước hợp vệ sinh'),
      'Tỷ lệ hộ dân được sử dụng nước sạch',
    );
  });

  it('is for names that do not stand alone', () => {
    for (const name of ['Tỷ lệ hộ nghèo', 'Thu nội địa', 'GRDP', 'Sản lượng lúa', 'Số lao động'])
      assert.ok(standsAlone(name), name);
    for (const name of ['Ngành dịch vụ', 'Công nghiệp', 'Khu vực I', 'Nông, lâm nghiệp'])
      assert.equal(standsAlone(name), false, name);
  });
});

describe('parts of a sentence', () => {
  it('the last statement names', () => {
    assert.equal(statedPart('Kinh tế phục hồi, tổng thu ngân sách'), 'Tổng thu ngân sách');
    assert.equal(statedPart('Tỷ lệ thu gom, xử lý chất thải'), 'Tỷ lệ thu gom, xử lý chất thải');
    assert.equal(statedPart('Tỷ lệ (xã, tỷ lệ huyện) đạt chuẩn'), 'Tỷ lệ (xã, tỷ lệ huyện) đạt chuẩn');
  });

  it('a thing has its attribute in front', () => {
    assert.equal(attributeName('nhà máy điện rác có công suất'), 'Công suất nhà máy điện rác');
    assert.equal(attributeName('Khởi công bến cảng với tổng vốn đầu tư'), 'Tổng vốn đầu tư bến cảng');
    assert.equal(attributeName('Tổng vốn đầu tư'), 'Tổng vốn đầu tư');
  });

  it('abbreviations keep their capitals', () => {
    assert.equal(uncapitalise('GRDP'), 'GRDP');
    assert.equal(uncapitalise('Ngành dịch vụ'), 'ngành dịch vụ');
    assert.equal(uncapitalise('Độ che phủ'), 'độ che phủ');
    assert.equal(capitalise('độ che phủ'), 'Độ che phủ');
    assert.equal(capitalise(''), '');
  });
});

describe('any words', () => {
  it('give a name without white space or stops around it', () => {
    fc.assert(
      fc.property(soup, (source) => {
        const words = cleanText(source).text.replaceAll('“', '').replaceAll('"', '');
        const { name } = cleanName(words.slice(0, 300));
        assert.equal(name, name.trim());
        assert.ok(!/\s\s/.test(name));
      }),
      { seed: 2021, numRuns: 300 },
    );
  });
});
