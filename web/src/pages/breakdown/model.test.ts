/** Parts while they are typed: pasted lists and tables, time divided. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { insertRows, newRow, pastedRows, periodOptions, spread } from './model.ts';

const shown = (rows: readonly { text: string; period: string | null; dueOn: string | null }[]) =>
  rows.map(({ text, period, dueOn }) => [text, period, dueOn]);

describe('what is pasted', () => {
  it('becomes a part a line, without the marks of the list', () => {
    assert.deepEqual(shown(pastedRows('1. Khảo sát\n\n- Dự thảo\n  b) Lấy ý kiến\r\n2.1. Trình', 2021)), [
      ['Khảo sát', null, null],
      ['Dự thảo', null, null],
      ['Lấy ý kiến', null, null],
      ['Trình', null, null],
    ]);
  });

  it('takes period and deadline from the columns of a table', () => {
    assert.deepEqual(shown(pastedRows('1\tKhảo sát\tQuý I\t15/3/2021\n2\tDự thảo\tTháng 5/2021\t', 2021)), [
      ['Khảo sát', '2021-Q1', '2021-03-15'],
      ['Dự thảo', '2021-05', null],
    ]);
  });

  it('is plain text when it is one line', () => {
    assert.deepEqual(pastedRows('Khảo sát', 2021), []);
    assert.deepEqual(pastedRows('', 2021), []);
  });

  it('takes the place of an empty row and keeps written ones', () => {
    const rows = [newRow({ text: 'Một' }), newRow(), newRow({ text: 'Ba' })];
    const more = [newRow({ text: 'A' }), newRow({ text: 'B' })];
    assert.deepEqual(
      insertRows(rows, 1, more).map((row) => row.text),
      ['Một', 'A', 'B', 'Ba'],
    );
    assert.deepEqual(
      insertRows(rows, 0, more).map((row) => row.text),
      ['Một', 'A', 'B', '', 'Ba'],
    );
  });
});

describe('time divided', () => {
  it('makes a row for each quarter of one task', () => {
    assert.deepEqual(shown(spread([newRow({ text: 'Giải ngân' })], '2021-02-10', '2021-11-30', 'quarter')), [
      ['Giải ngân', '2021-Q1', '2021-03-31'],
      ['Giải ngân', '2021-Q2', '2021-06-30'],
      ['Giải ngân', '2021-Q3', '2021-09-30'],
      ['Giải ngân', '2021-Q4', '2021-11-30'],
    ]);
  });

  it('spreads several parts over it in their order', () => {
    const rows = ['A', 'B', 'C', 'D'].map((text) => newRow({ text }));
    assert.deepEqual(
      spread(rows, '2021-01-01', '2021-02-28', 'month').map((row) => [row.text, row.period]),
      [
        ['A', '2021-01'],
        ['B', '2021-01'],
        ['C', '2021-02'],
        ['D', '2021-02'],
      ],
    );
  });

  it('leaves rows alone when the deadline has passed', () => {
    const rows = [newRow({ text: 'A' })];
    assert.deepEqual(spread(rows, '2021-05-01', '2021-04-30', 'month'), rows);
    assert.equal(periodOptions(2021, 2021).length, 17);
  });
});
