/** What waits for whom. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rightsOf } from '#plan/rights.ts';
import { type Overview, waitingOf } from './waiting.ts';

const overview: Overview = {
  plan: null,
  plans: 0,
  documents: { all: 9, toReview: 1200, reading: 1, refused: 0 },
  toAcknowledge: 2,
  openDiffs: null,
  proposedIndicators: 3,
};

describe('what waits for a person', () => {
  it('is what they can do something about, and no zeros', () => {
    assert.deepEqual(
      waitingOf(overview, [...rightsOf('office')]).map((one) => one.words),
      ['1.200 văn bản cần rà soát', '2 văn bản gửi đến chưa xác nhận', '3 chỉ tiêu mới đề xuất vào danh mục'],
    );
    assert.deepEqual(
      waitingOf(overview, [...rightsOf('officer')]).map((one) => one.id),
      ['acknowledge'],
    );
  });
});
