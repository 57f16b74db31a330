/** The order of rows, the columns put away and the keys that walk through rows. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nextSort, rowForKey, shownColumns } from './model.ts';

describe('a table', () => {
  it('sorts up, then down, then not at all', () => {
    const up = nextSort(null, 'name');
    assert.deepEqual(up, { by: 'name', descending: false });
    const down = nextSort(up, 'name');
    assert.deepEqual(down, { by: 'name', descending: true });
    assert.equal(nextSort(down, 'name'), null);
    assert.deepEqual(nextSort(down, 'due'), { by: 'due', descending: false });
  });

  it('keeps fixed columns, and never shows none', () => {
    const columns = [{ id: 'a', fixed: true }, { id: 'b' }, { id: 'c' }];
    assert.deepEqual(
      shownColumns(columns, new Set(['a', 'b'])).map((column) => column.id),
      ['a', 'c'],
    );
    assert.equal(shownColumns([{ id: 'x' }], new Set(['x'])).length, 1);
  });

  it('is walked through by keys and stops at its ends', () => {
    assert.equal(rowForKey('j', 0, 10, 5), 1);
    assert.equal(rowForKey('ArrowUp', 0, 10, 5), 0);
    assert.equal(rowForKey('PageDown', 7, 10, 5), 9);
    assert.equal(rowForKey('End', 0, 10, 5), 9);
    assert.equal(rowForKey('x', 0, 10, 5), null);
  });
});
