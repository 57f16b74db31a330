/** Whole small documents through the cleaning: nothing lost, nothing moved, every place kept. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { soup } from '#test/support/soup.ts';
import { cleanText } from './clean.ts';
import { unifyCharacters } from './line.ts';

const DOCUMENT = [
  '\ufeff**TỈNH ỦY NAM SƠN**',
  '# NGHỊ QUYẾT',
  '*Về nhiệm vụ năm 2023*',
  '',
  '**I. KẾT QUẢ NĂM 2022**1- Ưu điểm',
  '',
  'Thu ngân sách[footnoteRef:1] đạt t\u00f4\u0301t, bằng 105% dự toán; các chỉ tiêu văn hóa, xã hội',
  '',
  '- 2 -',
  '',
  'cơ bản hoàn thành. [1: Không kể thu tiền sử dụng đất]',
  '',
  '| TT | Chỉ tiêu | Đơn vị |',
  '| --- | --- | --- |',
  '| 1 | Diện tích sàn | m² |',
  '',
  '***Nơi nhận:***',
].join('\r\n');

describe('a whole document', () => {
  const { text, paragraphs, toSource } = cleanText(DOCUMENT);
  const shown = paragraphs.map((p) => {
    const words = p.cells ? p.cells.map((c) => text.slice(c.start, c.end)).join(' / ') : text.slice(p.start, p.end);
    return `${p.kind}: ${words}`;
  });

  it('is paragraphs, rows and notes', () => {
    assert.deepEqual(shown, [
      'text: TỈNH ỦY NAM SƠN',
      'text: NGHỊ QUYẾT',
      'text: Về nhiệm vụ năm 2023',
      'text: I. KẾT QUẢ NĂM 2022',
      'text: 1- Ưu điểm',
      'text: Thu ngân sách đạt tốt, bằng 105% dự toán; các chỉ tiêu văn hóa, xã hội cơ bản hoàn thành.',
      'row: TT / Chỉ tiêu / Đơn vị',
      'row: 1 / Diện tích sàn / m²',
      'text: Nơi nhận:',
      'note: Không kể thu tiền sử dụng đất',
    ]);
  });

  it('keeps how its headings were printed', () => {
    const signs = paragraphs.slice(0, 3).map(({ bold, italic, level }) => ({ bold, italic, level }));
    assert.deepEqual(signs, [
      { bold: true, italic: false, level: 0 },
      { bold: false, italic: false, level: 1 },
      { bold: false, italic: true, level: 0 },
    ]);
    assert.deepEqual(
      paragraphs.map((p) => p.table),
      [null, null, null, null, null, null, 0, 0, null, null],
    );
  });

  it('says where a note mark stood and which note it is', () => {
    const owner = paragraphs.find((p) => p.notes.length > 0);
    assert.deepEqual(
      owner?.notes.map((n) => [n.mark, text.slice(owner.start, n.at)]),
      [['1', 'Thu ngân sách']],
    );
    assert.equal(paragraphs.at(-1)?.mark, '1');
  });

  it('leads every paragraph back', () => {
    const back = (words: string): string => {
      const start = text.indexOf(words);
      assert.ok(start >= 0, words);
      const span = toSource({ start, end: start + words.length });
      return DOCUMENT.slice(span.start, span.end);
    };
    assert.equal(back('TỈNH ỦY NAM SƠN'), 'TỈNH ỦY NAM SƠN');
    assert.equal(back('tốt'), 't\u00f4\u0301t');
    assert.equal(back('105'), '105');
    assert.equal(back('m²'), 'm²');
    assert.equal(back('Không kể thu tiền sử dụng đất'), 'Không kể thu tiền sử dụng đất');
    // Across the page break the stretch of the source holds what lies between.
    assert.match(back('xã hội cơ bản'), /^xã hội\r\n[^\p{L}]*cơ bản$/u);
  });

  it('has paragraphs parted by one line break, cells by one tab', () => {
    assert.equal(text.split('\n').length, paragraphs.length);
    for (const [i, p] of paragraphs.entries()) {
      assert.equal(p.start, i === 0 ? 0 : (paragraphs[i - 1]?.end ?? 0) + 1);
      for (const [k, c] of (p.cells ?? []).entries())
        assert.equal(c.start, k === 0 ? p.start : (p.cells?.[k - 1]?.end ?? 0) + 1);
    }
    assert.equal(paragraphs.at(-1)?.end, text.length);
  });
});

describe('any text', () => {
  const letters = (text: string): string[] => (text.match(/\p{L}/gu) ?? []).sort();

  it('loses no letter', () => {
    fc.assert(
      fc.property(soup, (source) => {
        const { text } = cleanText(source);
        // What is no word: names of bookmarks and note references. NFC on both sides.
        const given = unifyCharacters(source)
          .replace(/\[(?:bookmark:[^\]\n]{0,80}|footnoteRef:\d{1,3})\]/g, '')
          .replace(/(?![\n\r\t\f\v])[\p{Cc}\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
          .normalize('NFC');
        assert.deepEqual(letters(text.normalize('NFC')).join(''), letters(given).join(''));
      }),
      { seed: 2021, numRuns: 300 },
    );
  });

  it('is cleaned once: a cleaned text without footnotes and tables cleans to the same words', () => {
    const words = (source: string) => cleanText(source).text;
    for (const source of [
      'Điều 1. Thông qua kế hoạch năm 2023.\n\n- Thu ngân sách đạt 500 tỷ đồng.\n\n- Chi ngân sách.',
      '**I. MỤC TIÊU**\n\nPhát triển nhanh, bền vững.',
    ]) {
      assert.equal(words(words(source).replaceAll('\n', '\n\n')), words(source));
    }
  });

  it('comes to an end on a text without one', () => {
    for (const unit of ['Thu ngân sách đạt 5% ', 'a\n', '¹ chú thích\n', '[1: a] ', '- a\n\n', 'mới\n\n']) {
      assert.ok(cleanText(unit.repeat(20_000)));
    }
  });
});
