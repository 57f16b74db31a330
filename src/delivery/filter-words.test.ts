/** A filter of tasks in words: every condition is said, in the order of the form. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filterWords } from './filter-words.ts';
import { TASK_ADDRESS } from './task-address.ts';

describe('a filter in words', () => {
  it('says every condition once', () => {
    assert.deepEqual(filterWords({}), []);
    assert.deepEqual(
      filterWords({
        organisation: 'Sở Y tế',
        role: 'support',
        standing: ['overdue', 'due-soon'],
        from: '2026-01-01',
        to: '2026-03-31',
        due: 'with',
        q: ' đề án ',
        wholes: true,
        returns: 2,
        reportedTo: '2026-02-01',
      }),
      [
        'Cơ quan phối hợp: Sở Y tế',
        'Tình trạng: Đang thực hiện, quá hạn / Sắp đến hạn',
        'Thời hạn: từ 01/01/2026 đến 31/03/2026',
        'Có thời hạn',
        'Bị trả lại từ 2 lần',
        'Báo cáo hoàn thành đến 01/02/2026, chờ xác nhận',
        'Chỉ phần việc lớn',
        'Có các từ: đề án',
      ],
    );
    assert.deepEqual(filterWords({ from: '2026-11-20', to: '2026-11-20' }), ['Thời hạn: ngày 20/11/2026']);
    assert.deepEqual(filterWords({ to: '2026-11-20', organisation: 'Sở Y tế' }), [
      'Cơ quan chủ trì hoặc phối hợp: Sở Y tế',
      'Thời hạn: đến 20/11/2026',
    ]);
  });

  it('has words for everything that an address can choose by', () => {
    const given = {
      plan: 'Kế hoạch',
      organisation: 'Sở',
      role: 'lead' as const,
      standing: ['overdue' as const],
      state: ['draft' as const],
      origin: ['case' as const],
      section: 'II',
      product: 'Đề án',
      lead: 'with' as const,
      due: 'without' as const,
      from: '2026-01-01',
      to: '2026-01-02',
      q: 'x',
      parent: 'y',
      post: 'z',
      assigner: 'Văn phòng',
      asked: true,
      returned: true,
      returns: 3,
      reportedTo: '2026-01-01',
      assignedTo: '2026-01-01',
      accepted: 'no' as const,
      parts: 'with' as const,
      person: 'without' as const,
      wholes: true,
      ids: 1,
    };
    // The role stands with its body, both days of the deadline in one phrase.
    assert.deepEqual(Object.keys(given).sort(), Object.keys(TASK_ADDRESS).sort());
    assert.equal(filterWords({ ...given, chosen: 1 }).length, Object.keys(given).length - 2);
  });
});
