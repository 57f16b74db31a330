/** The alignment of two texts: quotes are found in the other text whatever stands between, and blocks that moved. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { alignTexts, mapSpan } from '../../scripts/support/align.ts';

/** What the quote of the first text is in the second. */
function carry(first: string, second: string, quote: string): string | null {
  const start = first.indexOf(quote);
  assert.ok(start >= 0, quote);
  const span = mapSpan(alignTexts(first, second), { start, end: start + quote.length });
  return span && second.slice(span.start, span.end);
}

describe('aligned texts', () => {
  const sample =
    'II. MỤC TIÊU\n\nThu nội địa đạt 8.800 tỷ đồng; tỷ lệ hộ nghèo giảm còn\n\n2,41%. Có 12 bác sĩ/1 vạn dân.';

  it('lead from bold, bars and joined lines back to the words', () => {
    const made =
      '**II. MỤC TIÊU**\n\n| Thu nội địa | đạt 8.800 tỷ đồng; |\n\ntỷ lệ hộ nghèo giảm còn 2,41%. Có 12 bác sĩ/1 vạn dân.';
    assert.equal(carry(made, sample, '8.800'), '8.800');
    assert.equal(carry(made, sample, 'Thu nội địa | đạt 8.800 tỷ đồng'), 'Thu nội địa đạt 8.800 tỷ đồng');
    assert.equal(carry(made, sample, 'giảm còn 2,41%'), 'giảm còn\n\n2,41%');
  });

  it('lead over words that were added, left out or misread', () => {
    const made =
      '2\n\nII. MỤC TIÊU Thu nội dịa đạt 8.8O0 tý đồng; (trang sau) tỷ lệ nghèo giảm còn 2,4l%. Có 12 bác sĩ/1 vạn dân.';
    assert.equal(carry(made, sample, '8.8O0'), '8.800');
    assert.equal(carry(made, sample, '2,4l%'), '2,41%');
    assert.equal(carry(made, sample, '(trang sau)'), null);
    assert.equal(carry(made, sample, 'Có 12 bác sĩ'), 'Có 12 bác sĩ');
  });

  it("find a note that stands somewhere else, and don't take its mark for a digit", () => {
    const note = 'Tương đương 1.435 trên 1.576 thôn, làng, tổ dân phố';
    const before = `Có cấp ủy: 91%[^1]\n\n[^1]: ${note}.\n\nTập trung quán triệt Nghị quyết. Hoàn thành trong quý I năm 2021.`;
    const after = `Có cấp ủy: 91%^(*)\n\nTập trung quán triệt Nghị quyết. Hoàn thành trong quý I năm 2021.\n\n^(*) ${note}.`;
    assert.equal(carry(before, after, '1.435 trên 1.576 thôn'), '1.435 trên 1.576 thôn');
    assert.equal(carry(before, after, 'quý I năm 2021'), 'quý I năm 2021');
    assert.equal(carry(before, after, '91%'), '91%');
  });

  it('take letters in one piece and in two for the same', () => {
    const word = 'Tổng kim ngạch xuất khẩu 610 triệu USD';
    assert.equal(carry(word, word.normalize('NFD'), '610 triệu'), '610 triệu'.normalize('NFD'));
  });

  it('map every place of a text to itself', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('thu', 'chi', 'đạt', '5,5%', '.', '\n', 'năm', '2021')), (words) => {
        const text = words.join(' ');
        const { forward, back } = alignTexts(text, text);
        assert.deepEqual([...forward], [...Array(text.length).keys()]);
        assert.deepEqual([...back], [...forward]);
      }),
    );
  });

  it('never point outside of the other text, whatever the two are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        for (const place of alignTexts(a, b).forward) assert.ok(place >= -1 && place < b.length);
      }),
    );
  });
});
