/** Annexes as offices write them: columns by their titles, groups, demands and deadlines in words. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAnnex } from './annex.ts';
import { readAgencies, readDeadline, readDemand } from './annex-cells.ts';

const sheet = (name: string, rows: readonly (readonly string[])[]) => ({
  name,
  rows: rows.map((cells, i) => ({ row: i + 1, cells })),
});

describe('cells of an annex', () => {
  it('say what is asked for', () => {
    const read = (text: string) => {
      const found = readDemand(text);
      return found && [found.measure, found.comparator, found.decimal, found.decimalMax, found.unit];
    };
    assert.deepEqual(read('12.000'), ['level', '=', '12000', null, null]);
    assert.deepEqual(read('trên 9%'), ['level', '>', '9', null, '%']);
    assert.deepEqual(read('tăng từ 5 trở lên'), ['increase', '>=', '5', null, null]);
    assert.deepEqual(read('giảm trên 1,5 điểm %'), ['decrease', '>', '1.5', null, '%']);
    assert.deepEqual(read('14 - 16'), ['level', 'range', '14', '16', null]);
    assert.deepEqual(read('≥ 52,5'), ['level', '>=', '52.5', null, null]);
    assert.deepEqual(read('không quá 2 triệu đồng'), ['level', '<=', '2', null, 'triệu đồng']);
    assert.equal(read('Theo kế hoạch'), null);
  });

  it('say until when', () => {
    assert.equal(readDeadline('30/6/2026'), '2026-06-30');
    assert.equal(readDeadline('Trước ngày 15.02.2026'), '2026-02-15');
    assert.equal(readDeadline('Tháng 2/2026'), '2026-02-28');
    assert.equal(readDeadline('Quý IV năm 2026'), '2026-12-31');
    assert.equal(readDeadline('Năm 2026'), '2026-12-31');
    assert.equal(readDeadline('Thường xuyên'), undefined);
    assert.equal(readDeadline('31/02/2026'), null);
    assert.equal(readDeadline('sớm'), null);
  });

  it('name bodies whose names hold commas', () => {
    const names = (text: string) => readAgencies(text).map((one) => one.name);
    assert.deepEqual(names('Sở Văn hóa, Thể thao và Du lịch, Sở Tài chính'), [
      'Sở Văn hóa, Thể thao và Du lịch',
      'Sở Tài chính',
    ]);
    assert.deepEqual(names('- Sở Y tế\n- UBND các xã, phường'), ['Sở Y tế', 'UBND các xã, phường']);
  });
});

describe('an annex', () => {
  const targets = sheet('CT', [
    ['PHỤ LỤC CHỈ TIÊU NĂM 2026'],
    ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Kế hoạch năm 2026', 'Cơ quan chủ trì'],
    ['I', 'Kinh tế', '', '', ''],
    ['1', 'Thu ngân sách', 'Tỷ đồng', '12.000', 'Sở Tài chính'],
    ['1.1', 'Thu nội địa', 'Tỷ đồng', '7.000', ''],
    ['', '- Trong đó: tiền đất', 'Tỷ đồng', '900', ''],
    ['2', 'Tăng trưởng', '%', 'chưa rõ', ''],
    ['II. Xã hội', '', '', '', ''],
    ['3', 'Tỷ lệ hộ nghèo', '%', 'giảm 0,5', ''],
  ]);
  const tasks = sheet('NV', [
    ['STT', 'Nội dung nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Thời gian hoàn thành', 'Sản phẩm'],
    ['1', 'Xây dựng đề án', 'Sở Tài chính', 'Sở Y tế; Sở Xây dựng', 'Quý II/2026', 'Đề án'],
    ['2', 'Rà soát', 'Sở Y tế', '', 'sớm', ''],
  ]);

  it('becomes targets, tasks and groups, each with its place in the text', () => {
    const annex = readAnnex([targets, tasks]);
    assert.ok(annex);
    assert.equal(annex.year, 2026);
    assert.deepEqual(
      annex.targets.map(({ name, decimal, parent, section, year }) => [name, decimal, parent, section, year]),
      [
        ['Thu ngân sách', '12000', null, 'PL1.1', 2026],
        ['Thu nội địa', '7000', 0, 'PL1.1', 2026],
        ['tiền đất', '900', 1, 'PL1.1', 2026],
        ['Tỷ lệ hộ nghèo', '0.5', null, 'PL1.2', 2026],
      ],
    );
    const at = ({ start, end }: { start: number; end: number }) => annex.text.slice(start, end);
    assert.deepEqual(
      annex.groups.map(({ span }) => at(span)),
      ['I\tKinh tế', 'II. Xã hội'],
    );
    assert.equal(at(annex.tasks[0]?.span ?? { start: 0, end: 0 }), 'Xây dựng đề án');
    assert.deepEqual(annex.tasks[0]?.due, { due: '2026-06-30', quote: 'Quý II/2026' });
    assert.equal(annex.tasks[0]?.supports.length, 2);
    assert.deepEqual(
      annex.faults.map(({ sheet, row }) => [sheet, row]),
      [
        ['CT', 7],
        ['NV', 3],
      ],
    );
  });

  it('is none without a table', () => {
    assert.equal(
      readAnnex([
        sheet('x', [
          ['a', 'b'],
          ['1', '2'],
        ]),
      ]),
      null,
    );
  });
});
