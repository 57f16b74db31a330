/** What a task's page says: why it stands where it stands, which acts come first, what changed meanwhile. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ACTS } from '#delivery/act.ts';
import { type Standing, standingOf, type TaskState } from '#delivery/standing.ts';
import {
  type ActEntry,
  actDetails,
  arrangeActs,
  changesBetween,
  DONE_WORDS,
  deadlineStory,
  type Life,
  nextStep,
  standingReason,
} from './words.ts';

const TODAY = '2021-07-11';

function life(change: Partial<Life>): Life {
  const facts = { state: 'in-progress' as TaskState, dueOn: '2021-06-29', reportedOn: null, doneOn: null, ...change };
  const standing: Standing = standingOf(facts, TODAY);
  const rest = {
    origin: 'document',
    leads: [{ organisationId: 'a', name: 'Sở Tài chính' }],
    supports: [],
    acceptedIds: [],
  };
  const none = {
    progress: null,
    post: null,
    returnedOn: null,
    returnReason: null,
    askedDueOn: null,
    askedReason: null,
  };
  return { ...rest, ...none, ...facts, standing, text: 'Việc', version: 1, ...change } as unknown as Life;
}

function entry(change: Partial<ActEntry>): ActEntry {
  return {
    id: change.act ?? 'x',
    act: 'update',
    at: '2021-02-05T02:00:00.000Z',
    person: 'Lê Thị Mai',
    post: null,
    organisation: 'Sở Tài chính',
    text: null,
    dueOn: null,
    progress: null,
    dueBefore: null,
    leads: null,
    supports: null,
    doer: null,
    undone: false,
    ...change,
  };
}

describe('the reason of a standing', () => {
  const cases: readonly (readonly [Partial<Life>, string])[] = [
    [{}, 'Quá hạn 12 ngày; hạn 29/06/2021'],
    [{ dueOn: '2021-07-11' }, 'Hạn hôm nay'],
    [{ dueOn: '2021-07-16' }, 'Còn 5 ngày; hạn 16/07/2021'],
    [{ state: 'draft', dueOn: '2021-09-29' }, 'Chưa giao; còn 80 ngày; hạn 29/09/2021'],
    [{ state: 'assigned' }, 'Chờ tiếp nhận; quá hạn 12 ngày; hạn 29/06/2021'],
    [{ dueOn: null }, 'Văn bản không ghi thời hạn'],
    [
      { state: 'reported', reportedOn: '2021-06-20' },
      'Báo cáo hoàn thành ngày 20/06/2021; chờ xác nhận; hạn 29/06/2021',
    ],
    [
      { state: 'reported', reportedOn: '2021-07-01' },
      'Báo cáo hoàn thành ngày 01/07/2021; sau hạn 2 ngày; hạn 29/06/2021',
    ],
    [{ state: 'verified', doneOn: '2021-07-01' }, 'Hoàn thành ngày 01/07/2021; sau hạn 2 ngày; hạn 29/06/2021'],
    [{ state: 'verified', doneOn: '2021-06-01' }, 'Hoàn thành ngày 01/06/2021; hạn 29/06/2021'],
    [{ state: 'suspended' }, 'Tạm dừng'],
  ];
  for (const [change, words] of cases) {
    it(words, () => assert.equal(standingReason(life(change), TODAY), words));
  }

  it('tells why it was suspended, by the act that stands', () => {
    const acts = [
      entry({ act: 'suspend', text: 'Nhầm', undone: true }),
      entry({ act: 'suspend', text: 'Chờ sắp xếp tổ chức' }),
    ];
    assert.equal(standingReason(life({ state: 'suspended' }), TODAY, acts), 'Lý do: Chờ sắp xếp tổ chức');
  });

  it('tells that an amendment took it out', () => {
    const gone = { ...life({ state: 'accepted' }), standing: 'cancelled' as const };
    assert.equal(standingReason(gone, TODAY, [], '2021-07-01'), 'Văn bản sửa đổi đã bỏ khỏi kế hoạch từ 01/07/2021');
    assert.equal(nextStep(gone), null);
  });

  it('says late exactly where the standing is late', () => {
    for (const dueOn of ['2021-06-29', '2021-07-10', '2021-07-11', '2021-07-12', '2021-09-01'])
      for (const state of ['draft', 'assigned', 'accepted', 'in-progress'] as const) {
        const one = life({ state, dueOn });
        assert.equal(/quá hạn/i.test(standingReason(one, TODAY)), one.standing === 'overdue', `${state} ${dueOn}`);
      }
  });
});

describe('what comes next', () => {
  it('names who is waited for', () => {
    assert.equal(nextStep(life({ state: 'assigned' })), 'Chờ Sở Tài chính tiếp nhận.');
    assert.equal(nextStep(life({ progress: '42.5' })), 'Sở Tài chính đang thực hiện, tiến độ 42,5%.');
    assert.equal(
      nextStep(life({ askedDueOn: '2021-07-31', askedReason: 'Chờ Bộ' })),
      'Chờ Văn phòng trả lời đề nghị gia hạn đến 31/07/2021: Chờ Bộ',
    );
    assert.equal(
      nextStep(life({ state: 'reported', origin: 'breakdown' })),
      'Chờ cơ quan giao việc xác nhận hoàn thành.',
    );
  });

  it('puts every allowed act somewhere once, what is expected first', () => {
    for (const state of ['draft', 'in-progress', 'reported', 'verified'] as const) {
      const { buttons, menu } = arrangeActs(life({ state }), ACTS);
      assert.deepEqual([...buttons, ...menu].sort(), [...ACTS].sort());
    }
    assert.deepEqual(arrangeActs(life({ state: 'reported' }), ['reassign', 'verify', 'return', 'suspend']), {
      buttons: ['verify', 'return'],
      menu: ['reassign', 'suspend'],
    });
    assert.deepEqual(arrangeActs(life({ state: 'verified' }), ['return']).buttons, ['return']);
    assert.deepEqual(Object.keys(DONE_WORDS).sort(), [...ACTS].sort());
  });
});

describe('the story of a deadline', () => {
  it('tells what was asked, granted and refused, by whom and why; what was undone is left out', () => {
    const acts = [
      entry({ id: '4', act: 'grant-extension', dueOn: '2021-08-31', undone: true }),
      entry({
        id: '3',
        act: 'grant-extension',
        dueOn: '2021-07-31',
        dueBefore: '2021-06-29',
        organisation: 'Văn phòng',
      }),
      entry({ id: '2', act: 'refuse-extension', text: 'Chưa đủ căn cứ' }),
      entry({ id: '1', act: 'ask-extension', dueOn: '2021-09-30', text: 'Chờ Bộ' }),
    ];
    assert.deepEqual(
      deadlineStory(acts).map(({ words, why, by }) => [words, why, by]),
      [
        ['Xin gia hạn đến 30/09/2021', 'Chờ Bộ', 'Lê Thị Mai, Sở Tài chính'],
        ['Không đồng ý gia hạn', 'Chưa đủ căn cứ', 'Lê Thị Mai, Sở Tài chính'],
        ['Đồng ý gia hạn đến 31/07/2021 (trước đó: 29/06/2021)', null, 'Lê Thị Mai, Văn phòng'],
      ],
    );
  });

  it('tells of acts whom they chose and what they set', () => {
    assert.equal(actDetails(entry({})), null);
    assert.equal(
      actDetails(entry({ leads: ['Sở A', 'Sở B'], dueOn: '2021-07-31', progress: '40.5' })),
      'chủ trì: Sở A, Sở B; thời hạn 31/07/2021; tiến độ 40,5%',
    );
  });
});

describe('what another person changed', () => {
  it('is told field by field', () => {
    assert.deepEqual(changesBetween(life({}), life({})), []);
    assert.deepEqual(changesBetween(life({ state: 'accepted' }), life({ dueOn: null, progress: '40' })), [
      'Trạng thái: Đã tiếp nhận → Đang thực hiện',
      'Thời hạn: 29/06/2021 → không có',
      'Tiến độ: chưa có → 40%',
    ]);
  });
});
