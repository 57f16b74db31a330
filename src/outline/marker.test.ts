/** List marks: every way of numbering that a resolution uses, and numbers that only look like one. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { soup } from '#test/support/soup.ts';
import { type MarkerKind, readMarker } from './marker.ts';

/** `kind label | rest` or null. */
function shown(text: string): string | null {
  const marker = readMarker(text);
  return marker && `${marker.kind} ${marker.label} | ${text.slice(marker.length)}`;
}
function check(cases: readonly (readonly [string, string | null])[]): void {
  for (const [text, wanted] of cases) assert.equal(shown(text), wanted, text);
}

/** 1 … 37 in Roman numerals, made by subtraction and not by the rule under test. */
const ROMANS = Array.from({ length: 37 }, (_, i) => {
  let rest = i + 1;
  let text = '';
  for (const [value, letters] of [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const) {
    for (; rest >= value; rest -= value) text += letters;
  }
  return text;
});
/** List letters in the order of official documents: `đ` stands between `d` and `e`. */
const LETTERS = [...'abcdđeghiklmnopqrstuvxy'];

describe('numbers of parts', () => {
  it('Roman numerals, with every mark behind them', () => {
    for (const numeral of ROMANS) {
      for (const mark of ['. ', '- ', ' - ', ') ', '.', '.- ']) {
        assert.equal(shown(`${numeral}${mark}MỤC TIÊU`), `roman ${numeral} | MỤC TIÊU`, numeral + mark);
      }
    }
  });

  it('named parts, with the number in figures, Roman numerals or words', () => {
    check([
      ['Điều 2. Tổ chức thực hiện', 'article Điều 2 | Tổ chức thực hiện'],
      ['ĐIỀU 12: Hiệu lực', 'article ĐIỀU 12 | Hiệu lực'],
      ['Phần thứ nhất', 'part Phần thứ nhất | '],
      ['Phần thứ hai: NHIỆM VỤ', 'part Phần thứ hai | NHIỆM VỤ'],
      ['PHẦN THỨ BA', 'part PHẦN THỨ BA | '],
      ['Phần II - Giải pháp', 'part Phần II | Giải pháp'],
      ['Phần A. Mục tiêu', 'part Phần A | Mục tiêu'],
      ['Chương III QUY ĐỊNH CHUNG', 'chapter Chương III | QUY ĐỊNH CHUNG'],
      ['Mục 1. Trồng trọt', 'section Mục 1 | Trồng trọt'],
      ['Tiểu mục 2. Chăn nuôi', 'section Tiểu mục 2 | Chăn nuôi'],
      ['Phụ lục II', 'annex Phụ lục II | '],
      ['PHỤ LỤC 01. CHỈ TIÊU', 'annex PHỤ LỤC 01 | CHỈ TIÊU'],
      ['Biểu số 3: Thu ngân sách', 'annex Biểu số 3 | Thu ngân sách'],
    ]);
  });

  it('named in words from one to seven', () => {
    for (const word of ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy']) {
      assert.equal(shown(`Phần thứ ${word}`), `part Phần thứ ${word} | `);
      assert.equal(shown(`PHẦN THỨ ${word.toUpperCase()}`), `part PHẦN THỨ ${word.toUpperCase()} | `);
    }
  });

  it('capital letters', () => {
    check([
      ['A. MỤC TIÊU', 'upper A | MỤC TIÊU'],
      ['B - NHIỆM VỤ', 'upper B | NHIỆM VỤ'],
      ['Đ. Tổ chức', 'upper Đ | Tổ chức'],
      ['E) Tổ chức', 'upper E | Tổ chức'],
    ]);
  });
});

describe('decimals', () => {
  it('to a depth of four, with every mark behind them', () => {
    for (const label of ['1', '9', '12', '3.1', '3.10', '12.4', '2.1.1', '4.2.10', '1.2.3.4']) {
      for (const mark of ['. ', ') ', '- ', ' - ', '.  ', ': ']) {
        const wanted = `decimal ${label} | Trồng trọt`;
        assert.equal(shown(`${label}${mark}Trồng trọt`), wanted, label + mark);
      }
    }
  });

  it('from 1 to 150', () => {
    for (let n = 1; n <= 150; n++) assert.equal(shown(`${n}. Mục`), `decimal ${n} | Mục`);
  });

  it('glued to their words, spread by recognition, or without a last stop', () => {
    check([
      ['1.Tăng trưởng', 'decimal 1 | Tăng trưởng'],
      ['1-  Ưu điểm', 'decimal 1 | Ưu điểm'],
      ['1.1- Ưu điểm', 'decimal 1.1 | Ưu điểm'],
      ['2. 1. Chăn nuôi', 'decimal 2.1 | Chăn nuôi'],
      ['2.1 Chăn nuôi', 'decimal 2.1 | Chăn nuôi'],
      ['01. Sở Y tế', 'decimal 01 | Sở Y tế'],
      ['- 1.2. Sở Y tế', 'decimal 1.2 | Sở Y tế'],
      ['- 3) Sở Y tế', 'decimal 3 | Sở Y tế'],
    ]);
  });

  it('stand deeper the more numbers they have', () => {
    const ranks = ['III. A', '1. A', '1.1. A', '1.1.1. A', 'a) A', '(1) A', '- A', '+ A'].map(
      (text) => readMarker(text)?.rank ?? 0,
    );
    assert.deepEqual(
      ranks,
      [...ranks].sort((a, b) => a - b),
    );
    assert.equal(new Set(ranks).size, ranks.length);
  });
});

describe('items', () => {
  it('letters from a to y, with đ', () => {
    for (const letter of LETTERS) {
      for (const mark of [') ', '. ', ')']) {
        assert.equal(shown(`${letter}${mark}Về kinh tế`), `letter ${letter} | Về kinh tế`, letter + mark);
      }
    }
  });

  it('letters with a number', () => {
    check([
      ['a1) Trồng trọt', 'letter a1 | Trồng trọt'],
      ['b2. Chăn nuôi', 'letter b2 | Chăn nuôi'],
      ['a.1) Trồng trọt', 'letter a.1 | Trồng trọt'],
    ]);
  });

  it('numbers in brackets, also where the closing one is lost', () => {
    for (let n = 1; n <= 40; n++) assert.equal(shown(`(${n}) Tỷ lệ`), `paren ${n} | Tỷ lệ`);
    check([
      ['(6)Tổng thu', 'paren 6 | Tổng thu'],
      ['(11 Giảm tỷ lệ', 'paren 11 | Giảm tỷ lệ'],
    ]);
  });

  it('dashes, dots, plus signs, and both together', () => {
    check([
      ['- Thu ngân sách', 'dash - | Thu ngân sách'],
      ['– Thu ngân sách', 'dash - | Thu ngân sách'],
      ['-Thu ngân sách', 'dash - | Thu ngân sách'],
      ['• Thu ngân sách', 'dash - | Thu ngân sách'],
      ['● Thu ngân sách', 'dash - | Thu ngân sách'],
      ['+ Ngành dịch vụ', 'plus + | Ngành dịch vụ'],
      ['- + Ngành dịch vụ', 'plus + | Ngành dịch vụ'],
      ['-+ Ngành dịch vụ', 'plus + | Ngành dịch vụ'],
    ]);
  });
});

describe('no marker', () => {
  it('is a number of a document, a date, a period, a value, a ratio', () => {
    for (const text of [
      '57-NQ/TW ngày 22/12/2024',
      '01/NQ-CP của Chính phủ',
      '19/6/2015',
      '19.6.2015 và',
      '2021-2025',
      '2021 - 2025 là giai đoạn',
      '2023 là năm bản lề',
      '12.500 tỷ đồng',
      '1.234.567 người',
      '7,5% so với cùng kỳ',
      '26/28 chỉ tiêu',
      '100% hồ sơ',
      '24/7',
      '5 nhiệm vụ trọng tâm',
    ]) {
      assert.equal(shown(text), null, text);
    }
  });

  it('is a part that the sentence only speaks of', () => {
    for (const text of [
      'Điều 5 của Luật Đất đai',
      'Điều 5 Luật Đất đai',
      'Điều 12, Điều 13 Luật Đầu tư',
      'Mục II này',
      'Phụ lục 1 và Phụ lục 2',
      'Phần thứ hai nêu trên',
      'Chương II Nghị định số 30',
      'Điều kiện thực hiện',
      'Mục tiêu chung',
      'Phần mềm quản lý',
      'Biểu dương các đơn vị',
    ]) {
      assert.equal(shown(text), null, text);
    }
  });

  it('is a word', () => {
    for (const text of [
      '',
      'Thu ngân sách',
      'và các xã',
      'TP. Việt Trì',
      'TM. ỦY BAN',
      'XIX của Đảng',
      'X',
      'a',
      'ông A.',
      'Vinh danh',
      '(*) Số ước',
      '(a) Về',
      '…',
      '¹ Ba',
    ]) {
      assert.equal(shown(text), null, text);
    }
  });

  it('is a mark with nothing behind it', () => {
    for (const text of ['-', '+', 'I.', '1.', 'a)', '- ', '1.2.']) assert.equal(shown(text), null, text);
  });
});

describe('any marker', () => {
  const kinds: readonly MarkerKind[] = ['dash', 'plus'];

  it('lies at the head of its text and names what it names', () => {
    fc.assert(
      fc.property(soup, (source) => {
        for (const line of source.split('\n')) {
          const text = line.trim();
          const marker = readMarker(text);
          if (!marker) continue;
          assert.ok(marker.length > 0 && marker.length <= text.length);
          assert.ok(marker.label.length > 0 && marker.rank >= 0);
          if (kinds.includes(marker.kind)) continue;
          const printed = text.slice(0, marker.length).replace(/\s+/g, '').toUpperCase();
          assert.ok(printed.includes(marker.label.replace(/\s+/g, '').toUpperCase()), text);
        }
      }),
      { seed: 2021, numRuns: 300 },
    );
  });
});
