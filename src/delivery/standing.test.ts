/** Where a task stands, from its days and today alone. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays, daysBetween } from '#base/date.ts';
import { STANDINGS, type Standing, type StandingFacts, standingOf, TASK_STATES } from './standing.ts';

const TODAY = '2021-06-15';
const facts = (given: Partial<StandingFacts>): StandingFacts => ({
  state: 'in-progress',
  dueOn: null,
  reportedOn: null,
  doneOn: null,
  ...given,
});

describe('standing', () => {
  const cases: readonly (readonly [string, Partial<StandingFacts>, Standing])[] = [
    ['in time while the deadline is more than a week away', { dueOn: '2021-06-23' }, 'in-time'],
    ['near from the seventh day before the deadline', { dueOn: '2021-06-22' }, 'due-soon'],
    ['near on the day of the deadline itself', { dueOn: '2021-06-15' }, 'due-soon'],
    ['late from the day after it', { dueOn: '2021-06-14' }, 'overdue'],
    ['late also when nobody has accepted it', { state: 'assigned', dueOn: '2021-06-14' }, 'overdue'],
    ['near also when nobody has accepted it', { state: 'assigned', dueOn: '2021-06-20' }, 'due-soon'],
    ['not started until it is accepted', { state: 'assigned', dueOn: '2021-12-31' }, 'not-started'],
    ['not started while it is not assigned, with or without a deadline', { state: 'draft' }, 'not-started'],
    ['without deadline once it is worked on', { state: 'accepted' }, 'no-deadline'],
    [
      'in time while a report in time waits to be verified, however long that takes',
      { state: 'reported', dueOn: '2021-05-01', reportedOn: '2021-05-01' },
      'in-time',
    ],
    ['late when it was reported late', { state: 'reported', dueOn: '2021-05-01', reportedOn: '2021-05-02' }, 'overdue'],
    ['without deadline while such a report waits', { state: 'reported', reportedOn: '2021-05-02' }, 'no-deadline'],
    [
      'done in time by the day of its report, not of its verification',
      { state: 'verified', dueOn: '2021-05-01', doneOn: '2021-05-01' },
      'done-on-time',
    ],
    ['done late', { state: 'verified', dueOn: '2021-05-01', doneOn: '2021-05-02' }, 'done-late'],
    ['done in time when there was no deadline', { state: 'verified', doneOn: '2021-05-02' }, 'done-on-time'],
    ['neither in time nor late while it is suspended', { state: 'suspended', dueOn: '2021-01-01' }, 'suspended'],
    ['nothing any more once it is cancelled', { state: 'cancelled', dueOn: '2021-01-01' }, 'cancelled'],
  ];
  for (const [name, given, wanted] of cases) {
    it(`is ${wanted}: ${name}`, () => assert.equal(standingOf(facts(given), TODAY), wanted));
  }

  const day = fc.option(fc.integer({ min: -60, max: 60 }).map((days) => addDays(TODAY, days)));
  const any = fc.record({ state: fc.constantFrom(...TASK_STATES), dueOn: day, reportedOn: day, doneOn: day });

  it('agrees with the words of the rule, taken one by one', () => {
    fc.assert(
      fc.property(any, (given) => {
        const left = given.dueOn === null ? null : daysBetween(TODAY, given.dueOn);
        const open = ['draft', 'assigned', 'accepted', 'in-progress'].includes(given.state);
        const standing = standingOf(given, TODAY);
        assert.ok(STANDINGS.includes(standing));
        if (open) {
          assert.equal(standing === 'overdue', left !== null && left < 0);
          assert.equal(standing === 'due-soon', left !== null && left >= 0 && left <= 7);
        }
        if (given.state === 'verified') {
          const late = given.dueOn !== null && daysBetween(given.dueOn, given.doneOn ?? TODAY) > 0;
          assert.equal(standing, late ? 'done-late' : 'done-on-time');
        } else assert.ok(!standing.startsWith('done'));
      }),
    );
  });

  it('of a task that nobody touches only grows worse as days pass', () => {
    const rank: Partial<Record<Standing, number>> = { 'not-started': 0, 'in-time': 0, 'due-soon': 1, overdue: 2 };
    fc.assert(
      fc.property(any, fc.nat(40), (given, days) => {
        if (!['draft', 'assigned', 'accepted', 'in-progress'].includes(given.state)) return;
        const [now, later] = [standingOf(given, TODAY), standingOf(given, addDays(TODAY, days))];
        assert.ok((rank[later] ?? 0) >= (rank[now] ?? 0), `${now} became ${later}`);
      }),
    );
  });
});
