/** Verbs and comparators before a number, each with what it says. See the tables of the annotation guidelines. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Comparator } from '#statement/model.ts';
import { measureOf, readLead } from './lead.ts';

/** `rest | verb | comparator`, then the flags that are set. */
function shown(words: string): string {
  const { rest, verb, comparator, any: _any, ...flags } = readLead(words);
  const set = Object.entries(flags).filter(([, on]) => on === true);
  return [rest, verb ?? '–', comparator, ...set.map(([name]) => name)].join(' | ');
}
function check(cases: readonly (readonly [string, string])[]): void {
  for (const [words, wanted] of cases) assert.equal(shown(words), wanted, words);
}

describe('comparators', () => {
  const PHRASES: Readonly<Record<Exclude<Comparator, 'range'>, readonly string[]>> = {
    '=': ['', 'đạt', 'ước', 'ước đạt', 'là', 'bằng', 'còn', 'chiếm', 'tăng', 'giảm', ':'],
    '>': ['trên', 'hơn', 'vượt', 'lớn hơn', 'đạt trên', '>', 'vượt trên'],
    '>=': ['ít nhất', 'tối thiểu', 'không dưới', 'không thấp hơn', '≥', '>=', 'từ', 'đạt ít nhất', 'tối thiểu là'],
    '<': ['dưới', 'thấp hơn', 'xuống dưới', 'còn dưới', '<'],
    '<=': ['không quá', 'không vượt quá', 'tối đa', 'không cao hơn', '≤', '<='],
    '~': ['khoảng', 'gần', 'xấp xỉ', 'ước khoảng', 'đạt khoảng', '≈', '~'],
  };
  for (const [comparator, phrases] of Object.entries(PHRASES)) {
    it(comparator, () => {
      for (const phrase of phrases) {
        const lead = readLead(`Tỷ lệ che phủ rừng ${phrase} `);
        assert.deepEqual([lead.rest, lead.comparator], ['Tỷ lệ che phủ rừng', comparator], phrase);
      }
    });
  }

  it('where a bound and an estimate stand, the bound wins', () => {
    for (const phrase of ['khoảng trên', 'trên khoảng', 'đạt khoảng trên'])
      assert.equal(readLead(phrase).comparator, '>', phrase);
  });
});

describe('verbs', () => {
  it('that reach a value say a level', () => {
    for (const verb of [
      'đạt',
      'còn',
      'giảm còn',
      'giảm xuống',
      'giảm xuống còn',
      'xuống',
      'tăng lên',
      'nâng lên',
      'là',
      'bằng',
      'chiếm',
      'duy trì',
      'giữ',
      'ở mức',
    ]) {
      const lead = readLead(`Tỷ lệ hộ nghèo ${verb}`);
      assert.deepEqual([lead.rest, lead.verb], ['Tỷ lệ hộ nghèo', 'level'], verb);
    }
  });

  it('that move by a value say an increase or a decrease', () => {
    for (const verb of ['tăng', 'tăng thêm', 'tăng bình quân', 'cao hơn', 'tăng trên', 'tăng khoảng']) {
      assert.equal(readLead(`Thu ngân sách ${verb}`).verb, 'increase', verb);
    }
    for (const verb of ['giảm', 'giảm bình quân', 'giảm trên', 'giảm từ', 'giảm ít nhất']) {
      assert.equal(readLead(`Số vụ tai nạn ${verb}`).verb, 'decrease', verb);
    }
  });

  it('that count things', () => {
    check([
      ['Có', ' | level | = | counts'],
      ['Đến nay đã có', 'Đến nay | level | = | counts'],
      ['Toàn tỉnh hiện có', 'Toàn tỉnh | level | = | counts | present'],
      ['Phấn đấu có thêm ít nhất', 'Phấn đấu | increase | >= | bound | counts | adds'],
      ['Thành lập mới trên', 'Thành lập | increase | > | bound | counts | adds'],
      ['Thu hút thêm', 'Thu hút | increase | = | counts | adds'],
    ]);
  });

  it('`mới` adds only after a verb', () => {
    check([
      ['số xã đạt chuẩn nông thôn mới', 'số xã đạt chuẩn nông thôn mới | – | ='],
      ['giải quyết việc làm mới', 'giải quyết việc làm mới | – | ='],
      ['khởi công mới', 'khởi công | increase | = | counts | adds'],
    ]);
  });

  it('that rank, add up, estimate', () => {
    check([
      ['Chỉ số xanh đứng thứ', 'Chỉ số xanh | level | = | rank'],
      ['Chỉ số xanh xếp hạng', 'Chỉ số xanh | level | = | rank'],
      ['lũy kế đạt', ' | level | = | cumulative | states'],
      ['luỹ kế', ' | – | = | cumulative'],
      ['Thu ngân sách dự kiến đạt', 'Thu ngân sách | level | = | estimate | states'],
      ['tỷ lệ dịch vụ chiếm', 'tỷ lệ dịch vụ | level | = | states | share'],
    ]);
  });

  it('a colon is as good as a verb, and nothing before it is read', () => {
    check([
      ['Kim ngạch xuất khẩu:', 'Kim ngạch xuất khẩu | level | = | colon'],
      ['Kim ngạch đạt: trên', 'Kim ngạch đạt | level | > | bound | colon'],
    ]);
  });

  it('no verb leaves the words alone', () => {
    check([
      ['Thu nhập bình quân đầu người ', 'Thu nhập bình quân đầu người | – | ='],
      ['', ' | – | ='],
      ['Sự tăng', 'Sự | increase | ='],
    ]);
    assert.equal(readLead('Dân số').any, false);
  });

  it('only whole words are verbs', () => {
    for (const words of ['Sản xuất phân trênn', 'tỷ lệ quađạt', 'máy tính bảng'])
      assert.equal(readLead(words).any, false, words);
  });

  it('are read in either case', () => {
    assert.equal(readLead('TỶ LỆ ĐẠT TRÊN').comparator, '>');
    assert.equal(readLead('Đạt').verb, 'level');
  });
});

describe('the measure', () => {
  const measure = (words: string, head: 'increase' | 'decrease' | null) => measureOf(readLead(words), head);

  it('is what the verb at the number says', () => {
    assert.equal(measure('GRDP tăng', null), 'increase');
    assert.equal(measure('Tỷ lệ hộ nghèo giảm', null), 'decrease');
    assert.equal(measure('Tỷ lệ hộ nghèo giảm còn', null), 'level');
    assert.equal(measure('Dân số', null), 'level');
  });

  it('or the verb in front of the name', () => {
    assert.equal(measure('tỷ lệ hộ nghèo', 'decrease'), 'decrease');
    assert.equal(measure('tỷ lệ hộ nghèo:', 'decrease'), 'decrease');
    assert.equal(measure('tỷ lệ thất nghiệp xuống dưới', 'decrease'), 'level');
    assert.equal(measure('tỷ lệ tham gia bảo hiểm đạt', 'increase'), 'level');
  });
});
