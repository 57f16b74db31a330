/** The programme by month: what stands where, and what would come too late for its session. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { arrangeProgramme, endOfMonth, isMonth, monthWords, programmeWarnings, type Scheduled } from './programme.ts';

const ONE: Scheduled = {
  kind: 'resolution',
  stage: 'drafted',
  dueOn: '2021-07-31',
  appraisedOn: null,
  submittedOn: null,
  issuedOn: null,
  sessionMonth: '2021-07',
};
const codes = (one: Partial<Scheduled>, today: string) =>
  programmeWarnings({ ...ONE, ...one }, today).map(({ code }) => code);

describe('the programme by month', () => {
  it('warns when the appraisal comes less than twenty days before the session', () => {
    assert.deepEqual(codes({}, '2021-06-11'), []);
    assert.deepEqual(codes({}, '2021-06-12'), ['appraisal-late']);
    assert.deepEqual(codes({ kind: 'report' }, '2021-06-12'), []);
    assert.deepEqual(codes({ stage: 'appraised', appraisedOn: '2021-06-11' }, '2021-06-12'), []);
    assert.deepEqual(codes({ stage: 'appraised', appraisedOn: '2021-06-20' }, '2021-06-21'), ['appraisal-late']);
  });

  it('warns of a deadline before the session and of a session that went by', () => {
    assert.deepEqual(codes({ dueOn: '2021-06-30' }, '2021-05-01'), ['due-before-session']);
    assert.deepEqual(codes({ kind: 'plan' }, '2021-08-01'), ['session-missed']);
    assert.deepEqual(codes({ kind: 'plan', stage: 'submitted', submittedOn: '2021-08-01' }, '2021-08-02'), [
      'submitted-after',
    ]);
    assert.deepEqual(codes({ sessionMonth: null }, '2021-08-01'), []);
  });

  it('stands month by month and session by session, the rest apart', () => {
    const item = (sessionMonth: string | null, sessionTitle: string | null, stage: Scheduled['stage'] = 'drafted') => ({
      sessionMonth,
      sessionTitle,
      stage,
    });
    const { months, unplanned } = arrangeProgramme([
      item('2021-12', 'Kỳ họp'),
      item(null, null),
      item('2021-07', 'Phiên họp'),
      item('2021-07', 'Kỳ họp'),
      item(null, null, 'issued'),
    ]);
    assert.deepEqual(
      months.map(({ month, sessions }) => [month, sessions.map(({ title }) => title)]),
      [
        ['2021-07', ['Kỳ họp', 'Phiên họp']],
        ['2021-12', ['Kỳ họp']],
      ],
    );
    assert.equal(unplanned.length, 1);
  });

  it('knows its months', () => {
    assert.deepEqual([isMonth('2021-07'), isMonth('2021-13'), isMonth('2021-7')], [true, false, false]);
    assert.equal(monthWords('2021-07'), 'tháng 7/2021');
    assert.deepEqual(
      [endOfMonth('2021-02'), endOfMonth('2020-02'), endOfMonth('2021-12')],
      ['2021-02-28', '2020-02-29', '2021-12-31'],
    );
  });
});
