/** What waits for whom. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rightsOf } from '#plan/rights.ts';
import { type Overview, waitingOf } from './waiting.ts';

const overview: Overview = {
  plan: null,
  plans: 0,
  tasks: null,
  work: null,
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

  it('begins with the tasks, each number with its list', () => {
    const filter = { organisation: 'a', role: 'lead', state: 'assigned' };
    const work = {
      scope: 'organisation' as const,
      waiting: 3,
      sections: [{ id: 'to-accept' as const, count: 3, filter }],
    };
    const [first] = waitingOf({ ...overview, work }, [...rightsOf('agency-lead')]);
    assert.equal(first?.words, '3 nhiệm vụ chờ tiếp nhận');
    assert.deepEqual(first?.search, { ke_hoach: 'tat-ca', co_quan: 'a', vai: 'lead', trang_thai: 'assigned' });
    assert.deepEqual(
      waitingOf({ ...overview, work }, [...rightsOf('supervisor')]).map((one) => one.id),
      ['acknowledge'],
    );
  });
});
