/** Walking through a diff, and what a decision shows at once. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countsOf, type Diff, decided, type Item, nextOpen, shownItems, withCurrent } from './model.ts';

const item = (id: string, change: Item['change'], decision: Item['decision'] = 'open'): Item => ({
  id,
  position: 0,
  subject: 'target',
  change,
  fields: [],
  before: null,
  after: null,
  decision,
  version: 1,
});
const items = [item('a', 'changed', 'applied'), item('b', 'new'), item('c', 'gone'), item('d', 'new', 'refused')];
const diff = { items, counts: { open: 2, applied: 1, refused: 1 } } as unknown as Diff;

describe('a diff', () => {
  it('shows one kind, or what is open, and keeps what is looked at', () => {
    const ids = (list: readonly Item[]) => list.map((one) => one.id);
    assert.deepEqual(ids(shownItems(items, { kind: 'new', onlyOpen: false }, undefined)), ['b', 'd']);
    assert.deepEqual(ids(shownItems(items, { onlyOpen: true }, 'a')), ['a', 'b', 'c']);
    assert.deepEqual(countsOf(items).new, { all: 2, open: 1 });
  });

  it('goes on to the next undecided item, from the top after the last', () => {
    assert.equal(nextOpen(items, 'b'), 'c');
    assert.equal(nextOpen(items, 'd'), 'b');
    assert.equal(nextOpen([item('x', 'new')], 'x'), null);
  });

  it('counts anew after a decision, and takes over what another person decided', () => {
    const after = decided(diff, new Set(['b', 'c']), 'applied');
    assert.deepEqual(after.counts, { open: 0, applied: 3, refused: 1 });
    const merged = withCurrent(after, [{ ...item('b', 'new', 'refused'), version: 7 }]);
    assert.deepEqual(merged.counts, { open: 0, applied: 2, refused: 2 });
    assert.equal(merged.items[1]?.version, 7);
  });
});
