/** The plan that pages are about at first. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultPlan, yearsOf } from './plan-choice.ts';

const plan = (id: string, yearFrom: number, yearTo = yearFrom, state = 'published') => ({
  id,
  yearFrom,
  yearTo,
  state,
});

describe('the plan of the pages', () => {
  it('is that of the year, of one year before that of five', () => {
    const plans = [plan('five', 2021, 2025), plan('2024', 2024), plan('2025', 2025)];
    assert.equal(defaultPlan(plans, 2025)?.id, '2025');
    assert.equal(defaultPlan(plans, 2022)?.id, 'five');
  });

  it('is the latest when there is none of the year, never a withdrawn one while another stands', () => {
    assert.equal(defaultPlan([plan('a', 2021), plan('b', 2022)], 2026)?.id, 'b');
    assert.equal(defaultPlan([plan('a', 2021), plan('b', 2022, 2022, 'withdrawn')], 2022)?.id, 'a');
    assert.equal(defaultPlan([], 2026), null);
  });

  it('is named by its years', () => {
    assert.equal(yearsOf(plan('a', 2025)), 'năm 2025');
    assert.equal(yearsOf(plan('a', 2021, 2025)), 'giai đoạn 2021–2025');
  });
});
