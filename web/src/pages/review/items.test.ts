/** The list of items: what passes a filter, in which order, where the cursor goes, what a move means. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ReviewItem } from '#contract/review.ts';
import { countTabs, depthOf, isSure, listed, neighbour, parentAfter, placeAfter } from './items.ts';
import { countsOf, keepSame, laidOver, takeIn } from './overlay.ts';
import { standing, valueWords } from './words.ts';

function item(id: string, more: Partial<ReviewItem> = {}): ReviewItem {
  const kind = more.kind ?? 'task';
  return {
    id,
    kind,
    position: 1024,
    parentId: null,
    span: { start: 0, end: 10 },
    quote: id,
    fields: kind === 'task' ? { text: id, lead: [], support: [] } : { indicator: id, lead: [], match: null },
    changed: [],
    original: null,
    sureness: {},
    decision: 'open',
    origin: 'reading',
    retired: null,
    doubtful: false,
    seenAt: null,
    decidedBy: null,
    decidedAt: null,
    version: 1,
    ...more,
  };
}
const ids = (list: readonly ReviewItem[]) => list.map((one) => one.id);
const ALL = { tab: 'all', state: null, text: '' } as const;

describe('the list', () => {
  const items = [
    item('b', {
      span: { start: 50, end: 60 },
      position: 1,
      fields: { text: 'Xây dựng cầu', lead: [{ name: 'Sở Xây dựng' }] },
    }),
    item('a', { span: { start: 0, end: 90 }, position: 2, doubtful: true }),
    item('c', { kind: 'target', span: { start: 0, end: 20 }, decision: 'accepted' }),
    item('d', { kind: 'unread', span: { start: 95, end: 99 }, doubtful: true }),
    item('gone', { retired: 'merged' }),
    item('lost', { retired: 'not-found', decision: 'accepted' }),
  ];

  it('stands in the order of the text, what lies around something first; in a tab in the order given to it', () => {
    assert.deepEqual(ids(listed(items, ALL)), ['a', 'c', 'b', 'd']);
    assert.deepEqual(ids(listed(items, { ...ALL, tab: 'task' })), ['b', 'a']);
  });

  it('passes what a filter asks for', () => {
    assert.deepEqual(ids(listed(items, { ...ALL, state: 'check' })), ['a']);
    assert.deepEqual(ids(listed(items, { ...ALL, state: 'unread' })), ['d']);
    assert.deepEqual(ids(listed(items, { ...ALL, state: 'open' })), ['a', 'b', 'd']);
    assert.deepEqual(ids(listed(items, { ...ALL, state: 'gone' })), ['lost']);
    assert.deepEqual(ids(listed(items, { ...ALL, text: 'so xay dung' })), ['b']);
  });

  it('counts what is live, and takes only sure and open items for many at once', () => {
    assert.deepEqual([countTabs(items).all, countTabs(items).task, countTabs(items).result], [4, 2, 0]);
    assert.deepEqual(ids(items.filter(isSure)), ['b']);
  });

  it('says where the cursor goes when items leave', () => {
    const list = listed(items, ALL);
    assert.equal(neighbour(list, 'a', new Set(['a'])), 'c');
    assert.equal(neighbour(list, 'a', new Set(['a', 'c'])), 'b');
    assert.equal(neighbour(list, 'd', new Set(['d'])), 'b');
    assert.equal(neighbour(list, 'a', new Set(ids(list))), null);
  });
});

describe('a move', () => {
  const line = ['one', 'two', 'three', 'four'].map((id, i) => item(id, { position: i + 1 }));
  const [one, two, three, four] = line as [ReviewItem, ReviewItem, ReviewItem, ReviewItem];

  it('is told as the item that one stands behind afterwards', () => {
    assert.deepEqual(placeAfter(line, three, 1), { after: 'four' });
    assert.deepEqual(placeAfter(line, three, -1), { after: 'one' });
    assert.deepEqual(placeAfter(line, two, -1), { after: null });
    assert.equal(placeAfter(line, one, -1), undefined);
    assert.equal(placeAfter(line, four, 1), undefined);
  });

  it('inwards takes the sibling before as parent, outwards the parent of the parent', () => {
    assert.deepEqual(parentAfter(line, two, 'in'), { parentId: 'one' });
    assert.equal(parentAfter(line, one, 'in'), undefined);
    const nested = [one, { ...two, parentId: 'one' }, { ...three, parentId: 'two' }, four];
    assert.deepEqual(parentAfter(nested, four, 'in'), { parentId: 'one' });
    assert.deepEqual(parentAfter(nested, nested[2] as ReviewItem, 'out'), { parentId: 'one' });
    assert.deepEqual(parentAfter(nested, nested[1] as ReviewItem, 'out'), { parentId: null });
    const byId = new Map(nested.map((each) => [each.id, each]));
    assert.deepEqual(
      nested.map((each) => depthOf(each, byId)),
      [0, 1, 2, 0],
    );
  });
});

describe('what is not yet answered', () => {
  it('lies over the items and goes without a trace', () => {
    const items = [item('a'), item('b')];
    const patch = new Map([['a', { decision: 'accepted' as const }]]);
    assert.equal(laidOver(items, [patch])[0]?.decision, 'accepted');
    assert.equal(laidOver(items, []), items);
    assert.equal(countsOf(laidOver(items, [patch])).accepted, 1);
  });

  it('an answer that was overtaken changes nothing, and what was seen stays seen', () => {
    const items = [item('a', { version: 3, decision: 'accepted' }), item('b', { seenAt: '2026-01-01T00:00:00.000Z' })];
    const taken = takeIn(items, [item('a', { version: 2 }), item('b', { version: 2 }), item('new')]);
    assert.equal(taken[0]?.decision, 'accepted');
    assert.deepEqual([taken[1]?.version, taken[1]?.seenAt !== null], [2, true]);
    assert.equal(taken[2]?.id, 'new');
  });
});

describe('what the server says again', () => {
  it('is the same object when nothing changed', () => {
    const items = [item('a'), item('b')];
    const again = keepSame(items, [item('b', { version: 2 }), item('a')]);
    assert.equal(again[1], items[0]);
    assert.deepEqual([again[0]?.id, again[0]?.version], ['b', 2]);
  });
});

describe('in words', () => {
  it('a value is said as the resolution says it', () => {
    const fields = {
      indicator: 'x',
      value: '',
      decimal: '20500',
      decimalMax: null,
      unit: 'tỷ đồng',
      measure: 'level',
      comparator: '>',
      year: 2021,
      cumulative: false,
      section: '',
      lead: [],
      match: null,
    } as const;
    assert.equal(valueWords(fields), 'trên 20.500 tỷ đồng');
    assert.equal(
      valueWords({ ...fields, comparator: '>=', decimal: '7.5', unit: '%', measure: 'increase' }),
      'tăng từ 7,5% trở lên',
    );
    assert.equal(valueWords({ ...fields, comparator: 'range', decimalMax: '21000' }), 'từ 20.500 đến 21.000 tỷ đồng');
    assert.equal(valueWords({ ...fields, decimal: '' }), '—');
  });

  it('an item says how it stands', () => {
    assert.equal(standing(item('a')), '');
    assert.equal(standing(item('a', { decision: 'accepted' })), 'Chấp nhận');
    assert.equal(standing(item('a', { decision: 'accepted', changed: ['text'] })), 'Đã sửa');
    assert.equal(standing(item('a', { decision: 'rejected' })), 'Đã bỏ');
  });
});
