/** Who is told of what: every act, every step of a deadline, every kind of post; nothing twice, nobody of their own doing. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays, daysBetween } from '#base/date.ts';
import { ROLES } from '#plan/rights.ts';
import { ACTS, type Act } from './act.ts';
import { NOTICE_KINDS, PostDirectory, type PostFacts, postsToTell } from './notice.ts';
import { type DoneAct, gathered, noticesOfAct } from './notice-act.ts';
import { actionPlanNotice, type CalendarTask, calendarNotices, deadlineWords, stepOf } from './notice-calendar.ts';
import { TASK_STATES } from './standing.ts';
import type { LifeFacts } from './task-life.ts';
import { isWorkingDay, NO_CALENDAR, workingDaysSince } from './working-days.ts';

const FACTS: LifeFacts = {
  state: 'in-progress',
  dueOn: '2021-06-30',
  leadIds: ['so-a', 'so-b'],
  supportIds: ['so-c'],
  acceptedIds: ['so-a', 'so-b'],
  assignerId: 'vp',
  postId: 'cv',
  progress: null,
  result: null,
  reportedOn: null,
  doneOn: null,
  returnedOn: null,
  returnReason: null,
  askedDueOn: '2021-07-31',
  askedReason: null,
  pausedState: null,
};

const post = (
  id: string,
  organisationId: string,
  role: PostFacts['role'],
  holders: string[] = [`ong-${id}`],
): PostFacts => ({
  id,
  title: id,
  organisationId,
  role,
  holders,
});
const POSTS = new PostDirectory([
  post('gd-a', 'so-a', 'agency-lead'),
  post('cv', 'so-a', 'officer'),
  post('gd-b', 'so-b', 'agency-lead', []),
  post('gd-c', 'so-c', 'agency-lead'),
  post('vp-1', 'vp', 'office'),
  post('vp-2', 'vp', 'office'),
  post('ct', 'ubnd', 'leader'),
  post('gs', 'ubnd', 'supervisor'),
]);

const done = (
  act: Act,
  before: Partial<LifeFacts> = {},
  after: Partial<LifeFacts> = {},
  origin: DoneAct['origin'] = 'document',
): DoneAct => ({
  taskId: 't',
  actId: 'a',
  act,
  origin,
  words: 'Xây dựng Đề án',
  who: 'Sở A',
  reason: 'vì thiếu hồ sơ',
  before: { ...FACTS, ...before },
  after: { ...FACTS, ...after },
});
const toldBy = (one: DoneAct) =>
  noticesOfAct(one).map(({ kind, title, ...rest }) => [kind, title, postsToTell(rest, POSTS, null).sort().join(' ')]);

describe('what acts tell', () => {
  it('is for whom the act concerns', () => {
    const cases: [DoneAct, string[][]][] = [
      [
        done('assign', { state: 'draft' }),
        [
          ['assigned', 'Được giao chủ trì nhiệm vụ, thời hạn 30/06/2021', 'cv gd-a gd-b'],
          ['assigned', 'Được giao phối hợp thực hiện nhiệm vụ, thời hạn 30/06/2021', 'gd-c'],
        ],
      ],
      [
        done('reassign', { leadIds: ['so-c'], supportIds: [] }, { supportIds: [], leadIds: ['so-b'], postId: null }),
        [
          ['assigned', 'Được giao lại chủ trì nhiệm vụ, thời hạn 30/06/2021', 'gd-b'],
          ['moved-away', 'Nhiệm vụ đã chuyển cơ quan khác chủ trì', 'gd-c'],
        ],
      ],
      [done('accept'), [['accepted', 'Sở A đã tiếp nhận nhiệm vụ', 'vp-1 vp-2']]],
      [done('name-doer'), [['doer-named', 'Được phân công thực hiện nhiệm vụ, thời hạn 30/06/2021', 'cv']]],
      [done('update'), []],
      [done('ask-extension'), [['extension-asked', 'Sở A xin gia hạn đến 31/07/2021', 'vp-1 vp-2']]],
      [
        done('grant-extension', {}, { dueOn: '2021-07-31' }),
        [['extension-granted', 'Đồng ý gia hạn đến 31/07/2021', 'cv gd-a gd-b']],
      ],
      [
        done('refuse-extension'),
        [['extension-refused', 'Không đồng ý gia hạn, thời hạn giữ nguyên 30/06/2021', 'cv gd-a gd-b']],
      ],
      [done('report-done', {}, {}, 'breakdown'), [['reported', 'Sở A báo cáo hoàn thành, chờ xác nhận', 'vp-1 vp-2']]],
      [
        done('report-done', {}, { assignerId: 'so-a' }, 'breakdown'),
        [['reported', 'Sở A báo cáo hoàn thành, chờ xác nhận', 'gd-a']],
      ],
      [done('return'), [['returned', 'Báo cáo hoàn thành bị trả lại', 'cv gd-a gd-b']]],
      [done('verify'), [['verified', 'Đã xác nhận hoàn thành nhiệm vụ', 'cv gd-a gd-b']]],
      [done('cancel', { state: 'draft' }), []],
    ];
    for (const [one, expected] of cases) assert.deepEqual(toldBy(one), expected, one.act);
  });

  it('has words, a reason where one was given, a link and one key for every act', () => {
    for (const act of ACTS) {
      for (const notice of noticesOfAct(done(act))) {
        assert.ok(NOTICE_KINDS.includes(notice.kind));
        assert.equal(notice.key, 'act:a');
        assert.equal(notice.link, '/nhiem-vu/t');
        assert.match(notice.title, /^\p{Lu}/u);
        assert.equal(notice.text.normalize('NFC'), notice.text);
      }
    }
    assert.equal(noticesOfAct(done('return'))[0]?.text, 'Xây dựng Đề án. Lý do: vì thiếu hồ sơ');
  });

  it('is told to nobody of their own doing, also through another post', () => {
    const everybody = { to: [{ to: 'office' }, { to: 'heads', organisationIds: ['so-a', 'so-b'] }] } as const;
    assert.deepEqual(postsToTell(everybody, POSTS, { postId: 'vp-1', personId: 'ong-gd-a' }), ['vp-2', 'gd-b']);
  });

  it('of many at one stroke is one', () => {
    const notices = Array.from(
      { length: 5 },
      (_, i) => noticesOfAct({ ...done('assign', { state: 'draft' }), actId: `a${i}` })[0],
    );
    const one = gathered(
      notices.filter((notice) => notice !== undefined),
      '/nhiem-vu',
    );
    assert.equal(one?.title, 'Được giao chủ trì nhiệm vụ (5 nhiệm vụ)');
    assert.match(one?.text ?? '', /… và 2 nhiệm vụ khác\.$/);
  });
});

describe('who acts for an organisation', () => {
  it('is its agency lead, else the Office or the leader; the Office also when nobody holds the post and a deadline is told', () => {
    const heads = (organisationIds: string[], officeIfVacant = false) =>
      postsToTell({ to: [{ to: 'heads', organisationIds }], officeIfVacant }, POSTS).sort();
    assert.deepEqual(heads(['so-a']), ['gd-a']);
    assert.deepEqual(heads(['vp']), ['vp-1', 'vp-2']);
    assert.deepEqual(heads(['ubnd']), ['ct']);
    assert.deepEqual(heads(['so-b']), ['gd-b']);
    assert.deepEqual(heads(['so-b'], true), ['gd-b', 'vp-1', 'vp-2']);
    assert.deepEqual(heads(['unknown'], true), ['vp-1', 'vp-2']);
  });

  it('is each told once, whatever they are to the task', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            id: fc.constantFrom('1', '2', '3', '4'),
            organisationId: fc.constantFrom('x', 'y'),
            role: fc.constantFrom(...ROLES),
          }),
          { maxLength: 6 },
        ),
        fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 4 }),
        (given, organisationIds) => {
          const posts = new PostDirectory(
            given.map((one, i) => ({ ...one, id: `${one.id}-${i}`, title: '', holders: i % 2 ? [] : ['p'] })),
          );
          const told = postsToTell(
            { to: [{ to: 'heads', organisationIds }, { to: 'office' }], officeIfVacant: true },
            posts,
          );
          assert.equal(new Set(told).size, told.length);
          for (const id of told) assert.ok(['office', 'agency-lead', 'leader'].includes(posts.find(id)?.role ?? ''));
        },
      ),
    );
  });
});

describe('what the calendar tells', () => {
  const task = (facts: Partial<LifeFacts>, assignedOn: string | null = '2021-06-01'): CalendarTask => ({
    id: 't',
    words: 'Xây dựng Đề án',
    origin: 'document',
    facts: { ...FACTS, ...facts },
    assignedOn,
  });

  it('comes 7, 3 and 1 days before, on the day, a day late, then every week; a step that was missed is made up for', () => {
    const from = addDays('2021-06-30', -10);
    const steps = Array.from({ length: 27 }, (_, i) => stepOf('2021-06-30', addDays(from, i)));
    assert.deepEqual(
      steps.map((step) => step ?? '·').join(' '),
      '· · · 7 7 7 7 3 3 1 0 late-0 late-0 late-0 late-0 late-0 late-0 late-0 late-1 late-1 late-1 late-1 late-1 late-1 late-1 late-2 late-2',
    );
  });

  it('never goes back to an earlier step, and says how far the deadline is today', () => {
    const day = fc.integer({ min: -40, max: 400 }).map((days) => addDays('2021-01-01', days));
    fc.assert(
      fc.property(day, day, (dueOn, today) => {
        const order = (step: string | null) =>
          step === null ? -9 : step.startsWith('late-') ? 1 + Number(step.slice(5)) : -Number(step);
        assert.ok(order(stepOf(dueOn, addDays(today, 1))) >= order(stepOf(dueOn, today)));
        const words = deadlineWords(dueOn, today);
        const left = daysBetween(today, dueOn);
        assert.ok(left === 0 ? /^Hôm nay/.test(words) : words.includes(` ${Math.abs(left)} ngày`));
      }),
    );
  });

  it('is told of nothing that is not open', () => {
    for (const state of TASK_STATES) {
      const notices = calendarNotices(task({ state, reportedOn: '2021-07-09' }), '2021-07-10', NO_CALENDAR);
      const open = ['assigned', 'accepted', 'in-progress'].includes(state);
      assert.deepEqual(
        notices.map((one) => one.kind),
        open ? ['overdue'] : [],
        state,
      );
    }
  });

  it('asks after three working days for a report nobody verified and a task nobody accepted', () => {
    // Friday 25 June: Monday, Tuesday and Wednesday are behind it.
    const reported = task({ state: 'reported', reportedOn: '2021-06-25' });
    assert.deepEqual(calendarNotices(reported, '2021-06-29', NO_CALENDAR), []);
    const [asked] = calendarNotices(reported, '2021-06-30', NO_CALENDAR);
    assert.deepEqual(
      [asked?.kind, asked?.title],
      ['unverified', 'Báo cáo hoàn thành ngày 25/06/2021 chưa được xác nhận'],
    );
    assert.deepEqual(asked?.to, [{ to: 'office' }]);
    assert.deepEqual(calendarNotices(reported, '2021-06-30', { holidays: ['2021-06-28'], extra: [] }), []);
    const waiting = task({ state: 'assigned', dueOn: null, acceptedIds: ['so-a'] }, '2021-06-25');
    const [unaccepted] = calendarNotices(waiting, '2021-06-30', NO_CALENDAR);
    assert.deepEqual([unaccepted?.kind, unaccepted?.to], ['unaccepted', [{ to: 'heads', organisationIds: ['so-b'] }]]);
  });

  it('names plans of action that are due or late', () => {
    const owed = { planId: 'p', planTitle: 'Kế hoạch 2021', organisationId: 'so-a', dueOn: '2021-01-31' };
    assert.equal(actionPlanNotice(owed, '2021-01-20'), null);
    assert.equal(
      actionPlanNotice(owed, '2021-01-25')?.title,
      'Ban hành kế hoạch hành động: còn 6 ngày đến hạn (31/01/2021)',
    );
    assert.equal(
      actionPlanNotice(owed, '2021-02-02')?.title,
      'Ban hành kế hoạch hành động: quá hạn 2 ngày (hạn 31/01/2021)',
    );
  });
});

describe('working days', () => {
  it('are weekdays that are no holiday, and days of a weekend that are worked instead', () => {
    assert.ok(isWorkingDay('2021-06-30', NO_CALENDAR));
    for (const day of ['2021-06-26', '2021-06-27', '2021-04-30', '2021-09-02', '2021-01-01'])
      assert.ok(!isWorkingDay(day, NO_CALENDAR), day);
    assert.ok(!isWorkingDay('2021-02-12', { holidays: ['2021-02-12'], extra: [] }));
    assert.ok(isWorkingDay('2021-02-27', { holidays: [], extra: ['2021-02-27'] }));
    assert.equal(workingDaysSince('2021-06-25', '2021-07-02', NO_CALENDAR), 5);
  });
});
