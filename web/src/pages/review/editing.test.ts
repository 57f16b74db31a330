/** What is typed of an item: what is missing, what is sent, what becomes of two versions, which key does what. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changedFields, chosenFields, compare, same } from './conflict.ts';
import { dueWords, parseDue } from './due.ts';
import { complete, likelyKind, problemsOf, toSend } from './fields.ts';
import { ACTS, actOf, KEYS } from './keymap.ts';
import { reviewSearch } from './search.ts';

const TARGET = {
  indicator: 'GRDP',
  value: '8',
  decimal: '8',
  decimalMax: null,
  unit: '%',
  measure: 'level',
  comparator: '=',
  year: 2021,
  cumulative: false,
  section: 'II',
  lead: [{ name: 'Sở Tài chính', code: 'x', sureness: 'high' }],
  match: null,
};

describe('two versions of one item', () => {
  it('are held against the one that both began with', () => {
    const mine = { ...TARGET, decimal: '9', unit: 'phần trăm' };
    const theirs = { ...TARGET, decimal: '7', year: 2022, unit: 'phần trăm' };
    assert.deepEqual(
      compare(TARGET, mine, theirs).map(({ name, proposed, clash }) => [name, proposed, clash]),
      [
        ['decimal', 'mine', true],
        ['year', 'theirs', false],
      ],
    );
  });

  it('become one by the choice of a person, and only mine is sent', () => {
    const conflicts = compare(TARGET, { ...TARGET, decimal: '9', unit: 'x' }, { ...TARGET, decimal: '7', year: 2022 });
    assert.deepEqual(chosenFields(conflicts, {}), { decimal: '9', unit: 'x' });
    assert.deepEqual(chosenFields(conflicts, { decimal: 'theirs' }), { unit: 'x' });
    assert.deepEqual(chosenFields(conflicts, { year: 'mine' }), { decimal: '9', unit: 'x', year: 2021 });
  });

  it('are the same whatever the order of keys and however empty is written', () => {
    assert.ok(same({ a: 1, b: null }, { a: 1 }));
    assert.ok(same([{ a: 1, b: [2] }], [{ b: [2], a: 1 }]));
    assert.ok(!same(['a', 'b'], ['b', 'a']));
    assert.deepEqual(changedFields({ a: 1, b: 2 }, { a: 1, c: 3 }), ['b', 'c']);
  });
});

describe('a form', () => {
  it('names what is missing in a sentence', () => {
    assert.deepEqual(problemsOf('target', TARGET), {});
    assert.deepEqual(
      Object.keys(problemsOf('target', { ...TARGET, decimal: '', indicator: ' ', comparator: 'range' })),
      ['indicator', 'decimal', 'decimalMax'],
    );
    assert.deepEqual(Object.keys(problemsOf('target', { ...TARGET, year: 21 })), ['year']);
    const task = { text: 'a', deadlines: [{ due: '', quote: '' }], products: [{ kind: 'plan', quote: '' }] };
    assert.deepEqual(Object.keys(problemsOf('task', task)), ['deadlines', 'products']);
  });

  it('sends only what is another than it was', () => {
    assert.deepEqual(toSend('target', TARGET, { ...TARGET, unit: null, decimal: '8.5' }), {
      unit: null,
      decimal: '8.5',
    });
    assert.deepEqual(toSend('target', TARGET, { ...TARGET }), {});
  });

  it('writes a number that is nowhere printed, and forgets the end of what is no range', () => {
    const added = { ...TARGET, value: '', decimal: '1234.5', decimalMax: '2000' };
    assert.equal(complete('target', added).value, '1.234,5');
    assert.equal(complete('target', added).decimalMax, null);
    assert.equal(complete('target', { ...added, comparator: 'range' }).value, '1.234,5-2.000');
  });

  it('guesses what a stretch is', () => {
    assert.equal(likelyKind('Tỷ lệ hộ nghèo giảm còn 4,5%'), 'target');
    assert.equal(likelyKind('Rà soát, sửa đổi quy chế làm việc'), 'task');
    assert.equal(likelyKind('Chỉ thị số 12-CT/TU của Ban Thường vụ'), 'citation');
    assert.equal(likelyKind('báo cáo Ủy ban nhân dân tỉnh định kỳ hằng tháng'), 'reporting');
  });
});

describe('the day of a report', () => {
  it('is read and written as people do', () => {
    for (const [stored, words] of [
      ['day 20', 'ngày 20'],
      ['11-05', '05/11'],
      ['2021-12-10', '10/12/2021'],
    ] as const) {
      assert.equal(dueWords(stored), words);
      assert.equal(parseDue(words), stored);
    }
    for (const wrong of ['', 'ngày 40', '1/13', 'sớm']) assert.equal(parseDue(wrong), null);
  });
});

describe('keys', () => {
  const may = { write: true, onControl: false };
  it('each do one act, and every act has one', () => {
    const keys = KEYS.flatMap((one) => one.keys);
    assert.equal(new Set(keys).size, keys.length);
    assert.deepEqual(new Set(KEYS.map((one) => one.act)), new Set(ACTS));
    assert.equal(actOf('j', may), 'next');
    assert.equal(actOf('J', may), 'down');
    assert.equal(actOf('q', may), null);
  });

  it('that change something are not for readers, and a button keeps its own', () => {
    assert.equal(actOf('a', { write: false, onControl: false }), null);
    assert.equal(actOf('j', { write: false, onControl: false }), 'next');
    assert.equal(actOf(' ', { write: true, onControl: true }), null);
    assert.equal(actOf('Enter', { write: true, onControl: true }), null);
    assert.equal(actOf('a', { write: true, onControl: true }), 'accept');
  });
});

describe('the address', () => {
  it('holds what is known and nothing else', () => {
    assert.deepEqual(reviewSearch({ loai: 'task', loc: 'open', tim: 'a', muc: 'x', sua: 'true', y: 1 }), {
      loai: 'task',
      loc: 'open',
      tim: 'a',
      muc: 'x',
      sua: true,
    });
    assert.deepEqual(reviewSearch({ loai: 'nothing', loc: 7, sua: 'no' }), {});
  });
});
