import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isTable, pasteInto } from './paste.ts';

const ROWS = ['Xã Thạch Hà', 'Phường Hà Huy Tập', 'Xã Đức Thọ'].map((name) => ({ name, value: null, weight: null }));
const COLUMNS = ['weight', 'value'] as const;
const values = (text: string, at = 0) => pasteInto(ROWS, at, 'value', COLUMNS, text).rows.map(({ value }) => value);

describe('a paste from Excel', () => {
  it('fills figures down a column from the row it begins in', () => {
    assert.deepEqual(values('1.234,5\n20%\r\n\n'), ['1234.5', '20', null]);
    assert.deepEqual(values('7\n8', 1), [null, '7', '8']);
    assert.deepEqual(pasteInto(ROWS, 2, 'value', COLUMNS, '7\n8').unknown, ['8']);
  });

  it('finds rows by their names, with or without marks, in any order', () => {
    const found = pasteInto(ROWS, 1, 'value', COLUMNS, '1\tXa Duc Tho\t5,5\n2\txã thạch hà\t1.000\n3\tXã Lạ\t9');
    assert.deepEqual(
      found.rows.map(({ value }) => value),
      ['1000', null, '5.5'],
    );
    assert.deepEqual([found.filled, found.unknown], [2, ['Xã Lạ']]);
  });

  it('fills two columns, leaves what is empty empty, and tells what is no number', () => {
    const found = pasteInto(ROWS, 0, 'weight', COLUMNS, '3\t10\n1\t—\n2\tmười');
    assert.deepEqual(
      found.rows.map(({ weight, value }) => [weight, value]),
      [
        ['3', '10'],
        ['1', null],
        ['2', null],
      ],
    );
    assert.deepEqual(found.unknown, ['mười']);
  });

  it('is a table only with more than one cell', () => {
    assert.equal(isTable('12\n'), false);
    assert.equal(isTable('12\n13'), true);
    assert.equal(isTable('Sở A\t1'), true);
  });
});
