/** Where the province stands, in words. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ExceptionId, type Month, monthWords, piecesOf, yearsOf } from './words.ts';

const month = (name: string, done = 0, late = 0, open = 0): Month => ({
  month: name,
  done,
  late,
  open,
  total: done + late + open,
  filter: {},
});

describe('the standing in words', () => {
  it('says exceptions in their order and no zeros', () => {
    const of = (id: ExceptionId, count: number) => ({ id, count, filter: {}, items: [] });
    const said = piecesOf({ exceptions: [of('overdue', 0), of('due-soon', 7), of('long-wait', 1), of('returned', 2)] });
    assert.deepEqual(
      said.map((piece) => `${piece.number} ${piece.words}`),
      ['7 nhiệm vụ sắp đến hạn', '1 chờ xác nhận từ 5 ngày trở lên', '2 bị trả lại từ 2 lần'],
    );
  });

  it('tells a month', () => {
    assert.equal(
      monthWords(month('2026-06', 5, 2, 5)),
      'Tháng 6/2026: 12 nhiệm vụ đến hạn, 5 hoàn thành, 2 quá hạn, 5 đang thực hiện',
    );
    assert.equal(monthWords(month('2026-12')), 'Tháng 12/2026: không có nhiệm vụ đến hạn');
  });

  it('begins with this year, else with the nearest that has deadlines', () => {
    const months = ['2021-12', '2022-01', '2025-06'].map((name) => month(name, 1));
    assert.deepEqual(yearsOf(months, '2022-05-01'), { years: ['2021', '2022', '2025'], year: '2022' });
    assert.equal(yearsOf(months, '2027-05-01').year, '2025');
    assert.equal(yearsOf([], '2027-05-01').year, null);
  });
});
