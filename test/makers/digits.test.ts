/** What is counted of the digits of a scan: which are wrong, whether they are marked, and which stand where no number is. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Span } from '#base/span.ts';
import { read } from '#reading/read.ts';
import { countDigits } from '../../scripts/support/digits.ts';

const ORIGINAL = 'II. MỤC TIÊU NĂM 2026\nThu nội địa đạt 8.800 tỷ đồng; tỷ lệ hộ nghèo giảm còn 2,41%.\nTrần Văn A';

function count(recognised: string, doubtful: readonly string[] = []) {
  const doubts = doubtful.map((words): Span => {
    const start = recognised.indexOf(words);
    assert.ok(start >= 0, words);
    return { start, end: start + words.length };
  });
  return countDigits(recognised, ORIGINAL, doubts, read(recognised, { doubts }));
}

describe('the digits of a scan', () => {
  it('are right in another layout, with bold, bars and marks of notes', () => {
    const same = count(
      '**II. MỤC TIÊU NĂM 2026**\n\n| Thu nội địa | đạt 8.800[^1] tỷ đồng; |\ntỷ lệ hộ nghèo giảm còn 2,41%.\n\nTrần Văn A',
    );
    assert.deepEqual([same.digits, same.replaced, same.missing, same.added, same.stray], [11, 0, 0, 0, 0]);
    assert.deepEqual([same.rightNumbers, same.rightButDoubted], [3, 0]);
  });

  it('count as other, missing and too many, each marked or not', () => {
    const wrong = count(ORIGINAL.replace('8.800', '8.300').replace('2,41', '2,1').replace('2026', '20265'), ['8.300']);
    assert.deepEqual([wrong.replaced, wrong.missing, wrong.added], [1, 1, 1]);
    assert.equal(wrong.doubted, 1);
    assert.match(wrong.details.join('\n'), /missing SILENT/);
  });

  it('that are missing count as marked only by what shows it: the head of the line, or the word', () => {
    const original = 'Nhiệm vụ chung.\n3. Rà soát quy hoạch năm 2026\nHết';
    const marked = (recognised: string, words: string): number => {
      const start = recognised.indexOf(words);
      const doubts = [{ start, end: start + words.length }];
      return countDigits(recognised, original, doubts, read(recognised, { doubts })).doubted;
    };
    const lost = 'Nhiệm vụ chung.\nRà soát quy hoạch năm 2026\nHết';
    assert.equal(marked(lost, 'Rà'), 1);
    assert.equal(marked(lost, 'chung.'), 0);
    assert.equal(marked(lost, 'soát'), 0);
    const shorter = original.replace('2026', '202');
    assert.equal(marked(shorter, '202'), 1);
    assert.equal(marked(shorter, 'Hết'), 0);
    const garbage = original.replace('3.', 'ÿW');
    assert.equal(marked(garbage, 'ÿW'), 1);
    assert.equal(marked(garbage, 'chung.'), 0);
  });

  it('that come of a signature are no wrong digits of a number', () => {
    const stray = count(ORIGINAL.replace('Trần', '17 l2\nTrần'), ['17']);
    assert.deepEqual([stray.added, stray.stray, stray.strayDoubted], [0, 3, 2]);
  });

  it('that the reading uses have to be marked there as well', () => {
    const recognised = ORIGINAL.replace('8.800', '8.300');
    assert.deepEqual([count(recognised).wrongInReading, count(recognised).wrongMarked], [1, 0]);
    assert.deepEqual([count(recognised, ['8.300']).wrongInReading, count(recognised, ['8.300']).wrongMarked], [1, 1]);
  });
});
