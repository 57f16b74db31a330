/** My work in words. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dueWords, heldWords, piecesOf } from './words.ts';

describe('my work in words', () => {
  it('says the numbers that call for something, late ones first, `nhiệm vụ` once', () => {
    const of = (id: Parameters<typeof piecesOf>[0][number]['id'], count: number) => ({
      id,
      count,
      filter: { state: id },
    });
    const pieces = piecesOf([
      of('to-verify', 2),
      of('overdue', 1203),
      of('due-soon', 5),
      of('working', 9),
      of('asked', 0),
    ]);
    assert.deepEqual(
      pieces.map((piece) => piece.words),
      ['1.203 nhiệm vụ quá hạn', '2 chờ xác nhận hoàn thành', '5 sắp đến hạn'],
    );
    assert.deepEqual(pieces[0]?.filter, { state: 'overdue' });
  });

  it('tells a deadline by how far it is', () => {
    const open = { state: 'in-progress' as const, reportedOn: null };
    const today = '2026-06-25';
    assert.equal(dueWords({ ...open, dueOn: '2026-06-13' }, today), 'Quá hạn 12 ngày, hạn 13/06/2026');
    assert.equal(dueWords({ ...open, dueOn: '2026-06-30' }, today), 'Còn 5 ngày, hạn 30/06/2026');
    assert.equal(dueWords({ ...open, dueOn: today }, today), 'Hạn hôm nay, 25/06/2026');
    assert.equal(dueWords({ ...open, dueOn: '2026-06-26' }, today), 'Hạn ngày mai, 26/06/2026');
    assert.equal(dueWords({ ...open, dueOn: null }, today), 'Không có thời hạn');
  });

  it('tells how long a report waits', () => {
    const reported = { state: 'reported' as const, dueOn: '2026-06-30', reportedOn: '2026-06-20' };
    assert.equal(dueWords(reported, '2026-06-25'), 'Báo cáo ngày 20/06/2026, đã chờ 5 ngày');
    assert.equal(dueWords(reported, '2026-06-20'), 'Báo cáo hôm nay, 20/06/2026');
  });

  it('says what holds a task up: a question that waits, a return that was not made good', () => {
    const free = {
      state: 'in-progress' as const,
      askedDueOn: null,
      askedReason: null,
      returnedOn: null,
      returnReason: null,
    };
    assert.deepEqual(heldWords(free), []);
    assert.deepEqual(heldWords({ ...free, askedDueOn: '2026-08-31', askedReason: 'Chờ ý kiến Bộ' }), [
      'Xin gia hạn đến 31/08/2026: Chờ ý kiến Bộ',
    ]);
    const returned = { ...free, returnedOn: '2026-06-24', returnReason: 'Thiếu phụ lục' };
    assert.deepEqual(heldWords(returned), ['Bị trả lại ngày 24/06/2026: Thiếu phụ lục']);
    assert.deepEqual(heldWords({ ...returned, state: 'reported' }), []);
  });
});
