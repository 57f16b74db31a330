import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { symbolKey } from './symbol-key.ts';

describe('the key of a symbol', () => {
  it('is the same however the symbol was typed', () => {
    for (const typed of ['01-NQ/TU', '1-NQ/TU', '01 – NQ/TU', 'số 01-NQ / TU', '01-nq/tu;']) {
      assert.equal(symbolKey(typed), '1-nq/tu', typed);
    }
    assert.equal(symbolKey('63/2020/NQ-HĐND'), symbolKey('63/2020/NQ-HDND'));
  });

  it('keeps apart what differs', () => {
    assert.notEqual(symbolKey('10-NQ/TU'), symbolKey('1-NQ/TU'));
    assert.notEqual(symbolKey('01/NQ-TU'), symbolKey('01-NQ/TU'));
  });
});
