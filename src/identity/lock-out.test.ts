import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { afterFailure, afterSuccess, LOCK_OUT, type LockOutState, NO_FAILURES, standing } from './lock-out.ts';

const START = Date.UTC(2026, 10, 20, 1, 0);
const at = (minutes: number) => new Date(START + minutes * 60_000);
const failAt = (state: LockOutState, ...minutes: number[]) =>
  minutes.reduce((s, minute) => afterFailure(s, at(minute)), state);

test('five wrong attempts within a quarter of an hour lock for a quarter of an hour', () => {
  const four = failAt(NO_FAILURES, 0, 1, 2, 3);
  assert.deepEqual(standing(four, at(3)), { locked: false, left: 1 });
  const five = failAt(four, 4);
  const now = standing(five, at(4));
  assert.ok(now.locked);
  assert.deepEqual(now.until, at(19));
  assert.match(now.refusal.vi, /thử lại sau 15 phút/);
  assert.match(now.refusal.en, /in 15 minutes/);
  assert.ok(standing(five, at(18.9)).locked);
  assert.deepEqual(standing(five, at(19)), { locked: false, left: 5 });
});

test('wrong attempts far apart never lock', () => {
  let state = NO_FAILURES;
  for (let minute = 0; minute < 600; minute += 4) state = failAt(state, minute);
  assert.deepEqual(standing(state, at(600)), { locked: false, left: 2 });
});

test('a right attempt forgets the wrong ones', () => {
  failAt(NO_FAILURES, 0, 1, 2, 3);
  assert.deepEqual(standing(failAt(afterSuccess(), 4), at(4)), { locked: false, left: 4 });
});

test('an attempt while locked neither counts nor lengthens the lock', () => {
  const locked = failAt(NO_FAILURES, 0, 0, 0, 0, 0);
  assert.equal(failAt(locked, 1, 2, 3, 14), locked);
});

test('each further lock is twice as long, up to a day; a quiet day begins anew', () => {
  let state = NO_FAILURES;
  let minute = 0;
  const lengths: number[] = [];
  for (let i = 0; i < 9; i++) {
    state = failAt(state, minute, minute, minute, minute, minute);
    const until = (state.lockedUntil as Date).getTime();
    lengths.push((until - at(minute).getTime()) / 60_000);
    minute = (until - START) / 60_000;
  }
  assert.deepEqual(lengths, [15, 30, 60, 120, 240, 480, 960, 1440, 1440]);
  const long = standing(state, new Date((state.lockedUntil as Date).getTime() - 10 * 3_600_000));
  assert.ok(long.locked);
  assert.match(long.refusal.vi, /sau 10 giờ/);
  minute += 1440;
  state = failAt(state, minute, minute, minute, minute, minute);
  assert.deepEqual(state.lockedUntil, at(minute + 15));
});

test('whatever comes, fewer than the allowed number are kept and a lock ends', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 60 }), (gaps) => {
      let state = NO_FAILURES;
      let minute = 0;
      for (const gap of gaps) {
        minute += gap;
        state = failAt(state, minute);
        assert.ok(state.failures.length < LOCK_OUT.attempts);
        assert.equal(standing(state, at(minute + LOCK_OUT.longest)).locked, false);
      }
    }),
    { numRuns: 50 },
  );
});
