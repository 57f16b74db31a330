/** What the columns of a table hold. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readOutline } from '#outline/outline.ts';
import { cleanText } from '#text/clean.ts';
import { cellTexts, readColumns } from './columns.ts';

const rowsOf = (source: string) => readOutline(cleanText(source)).blocks.filter((b) => b.paragraph.table !== null);
const read = (...rows: string[]) => readColumns(rowsOf(rows.map((r) => `| ${r} |`).join('\n')));
const kinds = (...rows: string[]): string =>
  read(...rows)
    .columns.map((c) => c.kind)
    .join(' ');

describe('columns', () => {
  it('of tasks', () => {
    const first = '1 | Lập đề án | Sở Y tế | Sở Tài chính | 2026 | Đề án';
    assert.equal(
      kinds('TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian hoàn thành | Sản phẩm', first),
      'serial task lead support time product',
    );
    assert.equal(
      kinds('STT | Nội dung công việc | Đơn vị thực hiện | Đơn vị phối hợp | Tiến độ | Kết quả đầu ra', first),
      'serial task lead support time product',
    );
    assert.equal(
      kinds('Số TT | Tên đề án | Cơ quan chủ trì | Cơ quan tham gia | Thời hạn | Sản phẩm dự kiến', first),
      'serial task lead support time product',
    );
    assert.equal(read('TT | Nhiệm vụ | Chủ trì', '1 | Lập đề án | Sở Y tế').kind, 'task');
  });

  it('of goals, with the year of each', () => {
    const table = read('TT | Chỉ tiêu | ĐVT | Thực hiện năm 2025 | Kế hoạch năm 2026', '1 | Sản lượng | tấn | 5 | 6');
    assert.equal(table.columns.map((c) => c.kind).join(' '), 'serial indicator unit result value');
    assert.deepEqual(
      table.columns.map((c) => c.year),
      [null, null, null, 2025, 2026],
    );
    assert.equal(table.kind, 'target');
    assert.equal(read('TT | Chỉ tiêu | Cơ quan theo dõi', '1 | Tăng trưởng 8% | Sở Tài chính').kind, 'target');
  });

  it('of nothing that we know', () => {
    assert.equal(read('Họ và tên | Chức vụ', 'Nguyễn Văn An | Trưởng ban').kind, 'other');
    assert.equal(read('a | b').kind, 'other');
    assert.deepEqual(readColumns([]), { columns: [], firstRow: 0, kind: 'other' });
  });
});

describe('the first row', () => {
  it('is that after the head', () => {
    assert.equal(read('TT | Nhiệm vụ | Chủ trì', '1 | Lập đề án | Sở Y tế').firstRow, 1);
  });

  it('is that after a row of numbers or letters', () => {
    assert.equal(read('TT | Nhiệm vụ | Chủ trì', '(1) | (2) | (3)', '1 | Lập đề án | Sở Y tế').firstRow, 2);
    assert.equal(read('TT | Nhiệm vụ | Chủ trì', '1 | 2 | 3', '1 | Lập đề án | Sở Y tế').firstRow, 2);
    assert.equal(read('TT | Nhiệm vụ | Chủ trì', 'A | B | C', '1 | Lập đề án | Sở Y tế').firstRow, 2);
  });
});

describe('cells', () => {
  it('are the words of a row', () => {
    const [row] = rowsOf('| 1 |  | **Lập** đề án |');
    assert.deepEqual(row && cellTexts(row), ['1', '', 'Lập đề án']);
  });
});
