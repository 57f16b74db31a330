/** Stages of a deliverable: order, days, numbers, skipping, going back; standing and deadline that follow. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays } from '#base/date.ts';
import {
  dayOfStage,
  dueOfDeliverable,
  moveStage,
  STAGES,
  type StageFacts,
  standingOfDeliverable,
} from './deliverable-stage.ts';

const TODAY = '2021-06-10';
const PLANNED: StageFacts = {
  stage: 'planned',
  draftedOn: null,
  appraisedOn: null,
  submittedOn: null,
  issuedOn: null,
  symbol: null,
  documentId: null,
};

function move(facts: StageFacts, input: Parameters<typeof moveStage>[1]): StageFacts {
  const moved = moveStage(facts, input, TODAY);
  if (!moved.ok) throw new Error(moved.error.en);
  return moved.value.facts;
}

function refused(facts: StageFacts, input: Parameters<typeof moveStage>[1]): string | null {
  const moved = moveStage(facts, input, TODAY);
  return moved.ok ? null : moved.error.code;
}

describe('stages of a deliverable', () => {
  it('need a day that is not in the future and not before the stage before it', () => {
    assert.equal(refused(PLANNED, { to: 'drafted' }), 'day-needed');
    assert.equal(refused(PLANNED, { to: 'drafted', on: '2021-06-11' }), 'bad-day');
    const drafted = move(PLANNED, { to: 'drafted', on: '2021-06-01' });
    assert.equal(refused(drafted, { to: 'submitted', on: '2021-05-31' }), 'bad-day');
    assert.equal(refused(drafted, { to: 'drafted', on: '2021-06-02' }), 'same-stage');
  });

  it('tell which steps are skipped', () => {
    const moved = moveStage(PLANNED, { to: 'submitted', on: TODAY }, TODAY);
    assert.deepEqual(moved.ok && moved.value.skipped, ['drafted', 'appraised']);
  });

  it('are issued with a number, which goes when the stage goes back', () => {
    assert.equal(refused(PLANNED, { to: 'issued', on: TODAY, symbol: '  ' }), 'symbol-needed');
    const issued = move(PLANNED, { to: 'issued', on: TODAY, symbol: '12/NQ-HĐND', documentId: 'd' });
    assert.deepEqual([issued.symbol, issued.documentId], ['12/NQ-HĐND', 'd']);
    assert.equal(refused(issued, { to: 'planned' }), 'reason-needed');
    assert.deepEqual(move(issued, { to: 'planned', reason: 'Nhầm' }), PLANNED);
  });

  it('keep days in order and in the past, whatever is tried', () => {
    const days = fc.integer({ min: -40, max: 5 }).map((n) => addDays(TODAY, n));
    const tries = fc.array(
      fc.record({
        to: fc.constantFrom(...STAGES),
        on: fc.option(days),
        symbol: fc.option(fc.constant('1/QĐ')),
        reason: fc.option(fc.constant('vì')),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(tries, (inputs) => {
        let facts = PLANNED;
        for (const input of inputs) {
          const moved = moveStage(facts, input, TODAY);
          if (moved.ok) facts = moved.value.facts;
          const reached = STAGES.map((stage) => dayOfStage(facts, stage)).filter((day) => day !== null);
          assert.deepEqual(reached, reached.toSorted());
          assert.ok(reached.every((day) => day <= TODAY));
          assert.equal(dayOfStage(facts, facts.stage) !== null, facts.stage !== 'planned');
          const later = STAGES.slice(STAGES.indexOf(facts.stage) + 1);
          assert.ok(later.every((stage) => dayOfStage(facts, stage) === null));
          assert.equal(facts.symbol !== null, facts.stage === 'issued');
        }
      }),
    );
  });
});

describe('the standing of a deliverable', () => {
  const at = (facts: Partial<StageFacts> & { dueOn: string | null }, state: 'accepted' | 'cancelled' = 'accepted') =>
    standingOfDeliverable({ ...PLANNED, ...facts }, state, TODAY);

  it('follows from deadline, issue and today, in the words of tasks', () => {
    assert.equal(at({ stage: 'issued', issuedOn: '2021-06-01', dueOn: '2021-06-01' }), 'done-on-time');
    assert.equal(at({ stage: 'issued', issuedOn: '2021-06-02', dueOn: '2021-06-01' }), 'done-late');
    assert.equal(at({ stage: 'submitted', dueOn: '2021-06-09' }), 'overdue');
    assert.equal(at({ dueOn: '2021-06-10' }), 'due-soon');
    assert.equal(at({ dueOn: '2021-12-31' }), 'not-started');
    assert.equal(at({ stage: 'drafted', dueOn: '2021-12-31' }), 'in-time');
    assert.equal(at({ stage: 'drafted', dueOn: null }), 'no-deadline');
    assert.equal(at({ dueOn: '2021-01-01' }, 'cancelled'), 'cancelled');
  });

  it('goes by the deadline of the task unless it has its own', () => {
    const task = { printedDueOn: '2021-06-30', dueOn: '2021-08-31' };
    assert.equal(dueOfDeliverable('2021-06-30', task), '2021-08-31');
    assert.equal(dueOfDeliverable(null, task), '2021-08-31');
    assert.equal(dueOfDeliverable('2021-05-31', task), '2021-05-31');
  });
});
