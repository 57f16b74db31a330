/** Before and after, in words. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fieldLines, wordsOf } from './fields.ts';

describe('what an event changed', () => {
  it('is told field by field, with what was not there left open', () => {
    assert.deepEqual(
      fieldLines({ name: 'Sở A', validTo: null }, { name: 'Sở B', validTo: '2025-03-01', code: 'so-b' }),
      [
        { name: 'Kết thúc từ', before: '—', after: '01/03/2025' },
        { name: 'Mã', before: null, after: 'so-b' },
        { name: 'Tên', before: 'Sở A', after: 'Sở B' },
      ],
    );
    assert.deepEqual(fieldLines(null, null), []);
  });

  it('writes lists and parts of parts as people read them', () => {
    const names = [{ name: 'Sở A', from: null, to: '2025-03-01' }];
    assert.equal(wordsOf(names), 'Tên: Sở A; Đến ngày: 01/03/2025');
    assert.equal(wordsOf([{ parentId: 'x1', to: null }], { x1: 'Sở C' }), 'Cơ quan chủ quản: Sở C');
    assert.equal(wordsOf(['a', 'b']), 'a\nb');
    assert.equal(wordsOf([]), '—');
    assert.equal(wordsOf(true), 'Có');
  });
});
