/** Numbers that may be measured, and all that only looks like one. The phrases are made up. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formatVietnamese, toPlain } from '#base/decimal.ts';
import type { Span } from '#base/span.ts';
import { soup } from '#test/support/soup.ts';
import { scanNumerals } from './numeral.ts';

/** `12500 tỷ đồng`, `3–5 mô hình`, `26/ chỉ tiêu`; several joined by `; `. */
function shown(text: string, taken: readonly Span[] = []): string {
  return scanNumerals(text, taken)
    .numerals.map((n) => {
      const upper = n.upper ? `–${toPlain(n.upper)}` : '';
      return `${toPlain(n.lower)}${upper}${n.fraction ? '/' : ''} ${n.unit ?? '–'}${n.doubtful ? ' ?' : ''}`;
    })
    .join('; ');
}
function check(cases: readonly (readonly [string, string])[]): void {
  for (const [text, wanted] of cases) assert.equal(shown(text), wanted, text);
}
/** Texts in which no number is a measurement. */
function refuse(texts: readonly string[]): void {
  for (const text of texts) {
    const { numerals, passed } = scanNumerals(text, []);
    assert.deepEqual(
      numerals.map((n) => n.printed),
      [],
      text,
    );
    assert.ok(passed.length > 0 && passed.every((p) => p.reason !== ''), `every number of it is passed: ${text}`);
  }
}

describe('numbers', () => {
  it('are printed the Vietnamese way', () => {
    check([
      ['đạt 12.500 tỷ đồng', '12500 tỷ đồng'],
      ['đạt 13.482,6 tỷ đồng', '13482.6 tỷ đồng'],
      ['đạt 1.234.567 người', '1234567 người'],
      ['đạt 7,50%', '7.50 %'],
      ['đạt 0,05%', '0.05 %'],
      ['thêm 02 huyện', '2 huyện'],
      ['có 1200 hộ', '1200 hộ'],
      ['xây 01 triệu căn hộ', '1 triệu căn hộ'],
    ]);
  });

  it('with a decimal point are read, and marked as doubtful', () => {
    check([
      ['đạt 16.5 tiêu chí', '16.5 tiêu chí ?'],
      ['đạt 1.25 lần', '1.25 lần ?'],
      ['đạt 1.250 hộ', '1250 hộ'],
    ]);
  });

  it('may touch their unit', () => {
    check([
      ['trồng 3.200ha rừng', '3200 ha'],
      ['đạt 8%', '8 %'],
      ['đạt 8 %', '8 %'],
      ['diện tích 500m2', '500 m2'],
    ]);
  });
});

describe('units', () => {
  it('are read as printed, each in its place', () => {
    check([
      ['13 nghìn tỷ đồng', '13 nghìn tỷ đồng'],
      ['2,4 vạn lao động', '2.4 vạn lao động'],
      ['650 triệu USD', '650 triệu USD'],
      ['1,2 tỷ USD', '1.2 tỷ USD'],
      ['95 triệu đồng/ha', '95 triệu đồng/ha'],
      ['62 triệu đồng/người/năm', '62 triệu đồng/người/năm'],
      ['9,5 bác sĩ/1 vạn dân', '9.5 bác sĩ/1 vạn dân'],
      ['28 giường bệnh/vạn dân', '28 giường bệnh/vạn dân'],
      ['56,2 tạ/ha', '56.2 tạ/ha'],
      ['405 nghìn tấn', '405 nghìn tấn'],
      ['120 MW', '120 MW'],
      ['1,8 triệu lượt khách', '1.8 triệu lượt khách'],
      ['15 xã', '15 xã'],
      ['8 dự án', '8 dự án'],
      ['900 doanh nghiệp', '900 doanh nghiệp'],
      ['3 cụm công nghiệp', '3 cụm công nghiệp'],
      ['4,5‰', '4.5 ‰'],
      ['250 km', '250 km'],
      ['1.500 đảng viên', '1500 đảng viên'],
    ]);
  });

  it('US dollars are USD', () => check([['1,5 tỷ đô la Mỹ', '1.5 tỷ USD']]));

  it('may be missing', () => {
    const { numerals } = scanNumerals('Chỉ số cải cách hành chính: 88,5', []);
    assert.deepEqual(
      numerals.map((n) => [n.printed, n.unit, n.unitEnd]),
      [['88,5', null, 32]],
    );
  });
});

describe('ranges and fractions', () => {
  it('a range is one number', () => {
    check([
      ['tăng 14-16%', '14–16 %'],
      ['giảm 0,5-0,6%', '0.5–0.6 %'],
      ['giảm 0,5 - 0,6%', '0.5–0.6 %'],
      ['tăng 14–16%', '14–16 %'],
      ['tăng từ 6% đến 7%', '6–7 %'],
      ['tăng 20% - 25%', '20–25 %'],
      ['xây dựng 3-5 mô hình', '3–5 mô hình'],
      ['từ 500 đến 600 ha', '500–600 ha'],
      ['(02 - 05) xã', '2–5 xã'],
    ]);
  });

  it('is printed with both its bounds', () => {
    const text = 'giảm 0,5 - 0,6% so với';
    const [n] = scanNumerals(text, []).numerals;
    assert.equal(n && text.slice(n.start, n.end), '0,5 - 0,6');
    assert.equal(n && text.slice(n.end, n.unitEnd), '%');
  });

  it('falls to no smaller number', () => check([['A 9% - B 8%', '9 %; 8 %']]));

  it('a fraction is its numerator, the unit stands behind', () => {
    check([
      ['có 26/28 chỉ tiêu đạt', '26/ chỉ tiêu'],
      ['1.435/1.576 trường học', '1435/ trường học'],
    ]);
  });
});

describe('what is no measurement', () => {
  it('numbers of documents', () => {
    refuse([
      'số 57-NQ/TW',
      'Nghị quyết 01/NQ-CP',
      'Kế hoạch số 144/KH-UBND',
      'Quyết định 05/2023/QĐ-TTg',
      'Chỉ thị 12-CT/TU',
      'số 30a',
      'Luật số 31',
    ]);
  });

  it('dates, months, quarters, years, periods', () => {
    refuse([
      'ngày 17 tháng 11 năm 2025',
      'ngày 17/11/2025',
      'tháng 7/2023',
      'trước tháng 7',
      'quý 2',
      'năm 2023',
      'giai đoạn 2021-2025',
      'giai đoạn 2021 - 2025',
      'nhiệm kỳ 2020 - 2025',
      'đến 2030',
      'trong 6 tháng',
      'sau 5 năm',
      'trong 30 ngày',
      'trực 24/7.',
      'từ 18 tuổi',
    ]);
  });

  it('parts and order in a row', () => {
    refuse([
      'Điều 5',
      'khoản 2',
      'Mục 3',
      'Phụ lục 1',
      'kỳ họp thứ 10',
      'lần thứ 13',
      'khóa 12',
      'lớp 9',

      'nhóm 3',
      'Bước 2',
    ]);
  });

  it('names', () => {
    refuse([
      'Đề án 06',
      'đường dây 500kV',
      '500kV mạch 3',
      'Covid-19',
      'Quốc lộ 2',
      'QL32C',
      'ĐT.379',
      'mạng 5G',
      'mức độ 3',
      'cấp độ 4',
      'Tiểu dự án 2',
      'ISO 9001',
      'vùng 1',
    ]);
  });

  it('mottos and grounds counted in a name', () => {
    refuse(['phương châm 4 tại chỗ', '“4 tại chỗ”', '5 không', '6 rõ']);
  });

  it('scales of maps', () => refuse(['tỷ lệ 1/500.', 'bản đồ 1/2.000, ảnh', 'quy hoạch chi tiết (1/500)']));

  it('what is taken by a date or a citation already', () => {
    const text = 'theo 45 xã và 46 xã';
    assert.equal(shown(text, [{ start: 5, end: 7 }]), '46 xã');
    assert.deepEqual(scanNumerals(text, [{ start: 5, end: 7 }]).passed, [
      { span: { start: 5, end: 7 }, reason: 'date-or-citation' },
    ]);
  });

  it('numbers of absurd length', () => refuse(['1'.repeat(40)]));
});

describe('any text', () => {
  it('has each of its numbers once, read or passed, in order', () => {
    fc.assert(
      fc.property(soup, (source) => {
        const text = source.normalize('NFC');
        const { numerals, passed } = scanNumerals(text, []);
        let last = 0;
        for (const n of numerals) {
          assert.ok(n.start >= last && n.start < n.end && n.end <= n.unitEnd, 'in order');
          assert.equal(n.printed, text.slice(n.start, n.end));
          last = n.end;
        }
        const covered = new Set([...numerals.map((n) => n.start), ...passed.map((p) => p.span.start)]);
        assert.equal(covered.size, numerals.length + passed.length, 'none twice');
        for (const found of text.matchAll(/(?<![\d.,])\d+/g)) {
          const inside = numerals.some((n) => n.start <= found.index && found.index < n.unitEnd);
          assert.ok(covered.has(found.index) || inside, `${found[0]} at ${found.index}`);
        }
      }),
      { seed: 2021, numRuns: 300 },
    );
  });

  it('reads what we print', () => {
    const number = fc.record({
      digits: fc.bigInt({ min: 0n, max: 10n ** 12n }),
      scale: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(number, (value) => {
        const [n] = scanNumerals(`đạt ${formatVietnamese(value)}%`, []).numerals;
        assert.ok(n && n.lower.digits === value.digits && n.lower.scale === value.scale);
      }),
      { seed: 1 },
    );
  });

  it('is scanned in linear time', () => {
    for (const unit of ['1', '1.', '1 ', '1-2 ', '5% ', '1/2 ', '(1) ']) {
      assert.ok(scanNumerals(unit.repeat(20_000), []));
    }
  });
});
