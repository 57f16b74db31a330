/** Periods of plans: their days, their words, time divided among them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays } from '#base/date.ts';
import { daysOfPeriod, divideTime, formatPeriod, isPeriod, periodOf, readPeriod } from './period.ts';

describe('a period', () => {
  it('begins and ends on its days', () => {
    assert.deepEqual(daysOfPeriod('2021'), { from: '2021-01-01', to: '2021-12-31' });
    assert.deepEqual(daysOfPeriod('2021-Q4'), { from: '2021-10-01', to: '2021-12-31' });
    assert.deepEqual(daysOfPeriod('2024-02'), { from: '2024-02-01', to: '2024-02-29' });
    assert.deepEqual(daysOfPeriod('2021-12'), { from: '2021-12-01', to: '2021-12-31' });
    for (const bad of ['2021-Q5', '2021-13', '2021-1', '21', '2021-Q1-', '']) assert.equal(isPeriod(bad), false, bad);
  });

  it('is read from the ways in which offices write it', () => {
    const said: readonly (readonly [string, string | null])[] = [
      ['Quý I', '2021-Q1'],
      ['quý IV/2022', '2022-Q4'],
      ['Hoàn thành trong quý 2 năm 2021', '2021-Q2'],
      ['Tháng 3/2021', '2021-03'],
      ['tháng 12', '2021-12'],
      ['T6/2021', '2021-06'],
      ['03/2021', '2021-03'],
      ['Năm 2021', '2021'],
      ['2022', '2022'],
      ['30/6/2021', null],
      ['Trước ngày 30/6/2021', null],
      ['Tháng 3/2021, hạn 15/03/2021', '2021-03'],
      ['Quý I/2021 (trước ngày 15/3/2021)', '2021-Q1'],
      ['Thường xuyên', null],
      ['', null],
    ];
    for (const [words, wanted] of said) assert.equal(readPeriod(words, 2021), wanted, words);
    assert.equal(readPeriod('Quý I', null), null);
  });

  const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2019-01-01', days));
  const kinds = fc.constantFrom('year' as const, 'quarter' as const, 'month' as const);

  it('holds the days that it is the period of, and is read from its own words', () => {
    fc.assert(
      fc.property(day, kinds, (one, kind) => {
        const period = periodOf(one, kind);
        assert.ok(isPeriod(period));
        const { from, to } = daysOfPeriod(period);
        assert.ok(from <= one && one <= to);
        assert.equal(readPeriod(formatPeriod(period), null), period);
      }),
    );
  });

  it('that time is divided into leaves no day out and none twice', () => {
    fc.assert(
      fc.property(day, fc.nat(700), fc.constantFrom('quarter' as const, 'month' as const), (from, days, kind) => {
        const to = addDays(from, days);
        const parts = divideTime(from, to, kind);
        assert.equal(parts.at(-1)?.dueOn, to);
        for (const [i, { period, dueOn }] of parts.entries()) {
          const days = daysOfPeriod(period);
          assert.ok(days.from <= dueOn && dueOn <= days.to);
          if (i > 0) assert.equal(days.from, addDays(parts[i - 1]?.dueOn as string, 1));
        }
      }),
    );
    assert.deepEqual(divideTime('2021-05-01', '2021-04-30', 'month'), []);
  });
});
