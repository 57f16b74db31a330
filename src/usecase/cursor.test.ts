/** A cursor leads on from where a page ended, and nothing else can be made of it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCursor, writeCursor } from './cursor.ts';

const id = '01a1fa91-0b3b-73e0-8a9e-6e1a8c3c8b6d';
const refused = (text: string, shape: Parameters<typeof readCursor>[1]) => {
  const read = readCursor(text, shape);
  return read.ok ? 'taken' : read.error.code;
};

describe('a cursor', () => {
  it('comes back as it was written, with what is missing', () => {
    const shape = { sentAt: 'instant', name: 'text', on: 'date', position: 'number' } as const;
    const at = { sentAt: '2026-01-02T03:04:05.678Z', name: 'Đỗ Minh Phương', on: null, position: 2.5, id };
    assert.deepEqual(readCursor(writeCursor(at), shape), { ok: true, value: at });
    assert.deepEqual(readCursor(undefined, shape), { ok: true, value: null });
  });

  it('is refused when a column could not take what it holds', () => {
    const wrong: [Record<string, unknown>, Parameters<typeof readCursor>[1]][] = [
      [{ value: '2026-02-30', id }, { value: 'date' }],
      [{ value: 'hôm qua', id }, { value: 'instant' }],
      [{ value: 'a\0b', id }, { value: 'text' }],
      [{ value: '7', id }, { value: 'number' }],
      [{ value: 'a', id: '-'.repeat(36) }, { value: 'text' }],
      [{ id }, { value: 'text' }],
    ];
    for (const [at, shape] of wrong)
      assert.equal(refused(writeCursor(at as never), shape), 'bad-cursor', JSON.stringify(at));
    for (const text of ['', 'bm8', 'bnVsbA', '%%%']) assert.equal(refused(text, { value: 'text' }), 'bad-cursor');
  });
});
