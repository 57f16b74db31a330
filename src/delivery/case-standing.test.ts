/** The standing of long-standing cases: each word on its days, and one word for every case. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addDays } from '#base/date.ts';
import { type CaseFacts, caseStandingOf, lateSteps } from './case-standing.ts';

const TODAY = '2021-06-10';
const begun = [{ dueOn: '2021-05-01', doneOn: '2021-05-02' }];
const standing = (facts: Partial<CaseFacts>) =>
  caseStandingOf({ state: 'open', dueOn: '2021-12-31', closedOn: null, steps: begun, ...facts }, TODAY);

describe('the standing of a case', () => {
  it('follows from its final deadline', () => {
    assert.equal(standing({}), 'in-time');
    assert.equal(standing({ dueOn: addDays(TODAY, 7) }), 'due-soon');
    assert.equal(standing({ dueOn: addDays(TODAY, 8) }), 'in-time');
    assert.equal(standing({ dueOn: TODAY }), 'due-soon');
    assert.equal(standing({ dueOn: addDays(TODAY, -1) }), 'overdue');
    assert.equal(standing({ dueOn: null }), 'no-deadline');
  });

  it('is not begun until a step of the road map is done', () => {
    assert.equal(standing({ steps: [] }), 'not-started');
    assert.equal(standing({ steps: [{ dueOn: '2021-07-01', doneOn: null }], dueOn: null }), 'not-started');
    assert.equal(standing({ steps: [], dueOn: addDays(TODAY, -1) }), 'overdue');
  });

  it('of a closed one compares its day with the deadline', () => {
    assert.equal(standing({ state: 'closed', closedOn: '2021-12-31' }), 'done-on-time');
    assert.equal(standing({ state: 'closed', closedOn: '2022-01-01' }), 'done-late');
    assert.equal(standing({ state: 'closed', closedOn: '2022-01-01', dueOn: null }), 'done-on-time');
    assert.equal(standing({ state: 'suspended', dueOn: '2020-01-01' }), 'suspended');
  });

  it('counts steps past their own day while it is open', () => {
    const steps = [
      { dueOn: '2021-06-09', doneOn: null },
      { dueOn: TODAY, doneOn: null },
      { dueOn: '2021-06-01', doneOn: '2021-06-09' },
      { dueOn: null, doneOn: null },
    ];
    assert.equal(lateSteps({ state: 'open', steps }, TODAY), 1);
    assert.equal(lateSteps({ state: 'closed', steps }, TODAY), 0);
  });
});
