/** Which events other systems may hear of, and when a telling is tried again. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isWebhookKind, MOST_TRIES, PAUSES, pauseAfter, wantsKind } from './webhook.ts';

describe('kinds of events for other systems', () => {
  it('are whole areas or one kind, of plans alone', () => {
    for (const kind of ['task.*', 'plan.published', 'inspection.clash-accepted']) assert.ok(isWebhookKind(kind), kind);
    for (const kind of [
      '*',
      'task',
      'task.',
      'task.*x',
      'password.*',
      'session.begun',
      'person.added',
      'Task.*',
      'task.a.b',
    ])
      assert.ok(!isWebhookKind(kind), kind);
  });

  it('choose by area or by name', () => {
    assert.ok(wantsKind(['task.*'], 'task.verified'));
    assert.ok(wantsKind(['task.verified'], 'task.verified'));
    assert.ok(!wantsKind(['task.verified', 'plan.*'], 'task.returned'));
    assert.ok(!wantsKind(['plan.*'], 'planning.done'));
  });
});

describe('pauses between tries', () => {
  it('grow from a moment to a day; then it is given up', () => {
    assert.deepEqual(
      PAUSES.toSorted((a, b) => a - b),
      [...PAUSES],
    );
    assert.deepEqual([pauseAfter(1), pauseAfter(MOST_TRIES - 1), pauseAfter(MOST_TRIES)], [2, 86_400, null]);
    assert.equal(MOST_TRIES, 8);
  });
});
