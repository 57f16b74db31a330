import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SAMPLE_READING, SAMPLE_TEXT } from '#test/support/reading-sample.ts';
import { countDecimals, formatDate, formatDecimal } from './figure.ts';
import { indexPlaces } from './place.ts';
import { dueWords, leastSure, reasonWord, summaryOf, valueWords } from './words.ts';

describe('numbers and dates', () => {
  it('are printed as an office prints them', () => {
    for (const [decimal, printed] of [
      ['13593.9', '13.593,9'],
      ['7.50', '7,50'],
      ['1200', '1.200'],
      ['02', '2'],
      ['0.5', '0,5'],
      ['1234567', '1.234.567'],
      ['-3.2', '−3,2'],
    ]) {
      assert.equal(formatDecimal(decimal as string), printed);
    }
    assert.equal(countDecimals('7.50'), 2);
    assert.equal(countDecimals('12000'), 0);
    assert.equal(formatDate('2021-06-30'), '30/06/2021');
  });
});

describe('words for values', () => {
  it('say direction, bound and number', () => {
    assert.deepEqual(SAMPLE_READING.targets.map(valueWords), [
      '> 9%',
      '≥ 12.000',
      '> 7.000',
      'giảm 0,5–0,6%',
      'tăng khoảng 1.200',
      '52,50%',
    ]);
    assert.equal(valueWords(SAMPLE_READING.results[1] as (typeof SAMPLE_READING.results)[0]), 'lũy kế 38.000');
  });

  it('say when a report is due', () => {
    assert.equal(dueWords({ cadence: 'monthly', due: 'day 20' }), 'ngày 20 hằng tháng');
    assert.equal(dueWords({ cadence: 'quarterly', due: 'day 20' }), 'ngày 20');
    assert.equal(dueWords({ cadence: 'yearly', due: '11-20' }), '20/11 hằng năm');
    assert.equal(dueWords({ cadence: 'once', due: '2021-12-09' }), '09/12/2021');
    assert.equal(dueWords({ cadence: 'once', due: null }), '—');
  });

  it('find the least sure field', () => {
    assert.equal(leastSure({ a: 'check', b: 'guess' }, 'a', 'c'), 'check');
    assert.equal(leastSure({ a: 'check', b: 'guess' }), 'guess');
    assert.equal(leastSure({}), 'high');
  });

  it('never show a code', () => {
    assert.equal(reasonWord({ reason: 'something-new' }), 'lý do khác');
    assert.equal(reasonWord({ reason: null }), 'chưa rõ');
  });

  it('count a document that is cited twice once', () => {
    const [first] = SAMPLE_READING.citations;
    const twice = { ...SAMPLE_READING, citations: [...SAMPLE_READING.citations, first as NonNullable<typeof first>] };
    assert.ok(summaryOf(twice).includes('2 văn bản viện dẫn (3 lượt)'));
    assert.ok(summaryOf(SAMPLE_READING).includes('2 văn bản viện dẫn ·'));
  });
});

describe('places', () => {
  it('count lines and columns from 1', () => {
    const places = indexPlaces('ab\r\ncd\rde\n');
    assert.deepEqual(places.place(0), { line: 1, column: 1 });
    assert.deepEqual(places.place(5), { line: 2, column: 2 });
    assert.deepEqual(places.place(7), { line: 3, column: 1 });
    assert.equal(places.lineCount, 4);
    assert.equal(places.lineText(2), 'cd');
  });

  it('do not count a byte order mark as a column', () => {
    const places = indexPlaces('\uFEFFab');
    assert.deepEqual(places.place(1), { line: 1, column: 1 });
    assert.equal(places.lineText(1), 'ab');
  });

  it('lead to the line of each item', () => {
    const places = indexPlaces(SAMPLE_TEXT);
    for (const m of SAMPLE_READING.targets) {
      assert.ok(places.lineText(places.line(m.valueSpan.start)).includes(m.value));
    }
  });
});
