/** Filters read from addresses that anybody may write. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { day, kept, oneOf, ownAddress, someOf, text, whole } from './search.ts';

describe('a filter in the address', () => {
  it('takes what it knows and leaves out the rest', () => {
    assert.equal(oneOf({ kind: 'b' }, 'kind', ['a', 'b']), 'b');
    assert.equal(oneOf({ kind: 'x' }, 'kind', ['a', 'b']), undefined);
    assert.deepEqual(someOf({ kind: ['b', 'x'] }, 'kind', ['a', 'b']), ['b']);
    assert.deepEqual(someOf({ kind: 'a' }, 'kind', ['a', 'b']), ['a']);
    assert.equal(whole({ year: '2025' }, 'year', 2000, 2100), 2025);
    assert.equal(whole({ year: 99999 }, 'year', 2000, 2100), undefined);
    assert.equal(day({ from: '2025-01-02' }, 'from'), '2025-01-02');
    assert.equal(day({ from: '2/1' }, 'from'), undefined);
    assert.equal(text({ q: 12 }, 'q'), '12');
    assert.deepEqual(kept({ a: 1, b: undefined }), { a: 1 });
  });

  it('never leads to another site', () => {
    assert.equal(ownAddress({ ve: '/van-ban?q=a' }, 've'), '/van-ban?q=a');
    for (const ve of ['https://x.vn', '//x.vn', '/\\x.vn', 'javascript:alert(1)']) {
      assert.equal(ownAddress({ ve }, 've'), undefined, ve);
    }
  });
});
