/** Reporting duties of a document, with who reports taken from the task. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findTasks } from '#statement/task/task.ts';
import { pageOf } from '#test/support/page.ts';
import { findReportingDuties } from './duty.ts';

function found(...lines: string[]): string[] {
  const page = pageOf(lines.join('\n\n'), 2023, 2022);
  return findReportingDuties(page, findTasks(page)).map((d) => {
    assert.ok(page.clean.text.slice(d.start, d.end).trim().length > 0);
    return `${d.cadence} ${d.due ?? '–'}: ${d.from ?? '–'} → ${d.to ?? '–'}`;
  });
}

describe('reporting duties', () => {
  it('fall to the body of the task', () => {
    assert.deepEqual(
      found(
        'II. TỔ CHỨC THỰC HIỆN',
        '1. Các sở, ban, ngành định kỳ hằng quý báo cáo kết quả về Sở Tài chính trước ngày 20 tháng cuối quý.',
        '2. Giao Sở Tài chính theo dõi, tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 10/12/2023.',
      ),
      ['quarterly day 20: Các sở, ban, ngành → Sở Tài chính', 'once 2023-12-09: Sở Tài chính → Ủy ban nhân dân tỉnh'],
    );
  });

  it('fall to the body of the heading', () => {
    assert.deepEqual(
      found(
        'II. TỔ CHỨC THỰC HIỆN',
        '1. Sở Nội vụ:',
        '- Định kỳ hằng tháng báo cáo Thường trực Tỉnh ủy kết quả sắp xếp tổ chức bộ máy.',
      ),
      ['monthly –: Sở Nội vụ → Thường trực Tỉnh ủy'],
    );
  });

  it('need a time, and are not looked for in the past', () => {
    assert.deepEqual(
      found(
        'I. KẾT QUẢ NĂM 2022',
        'Các sở đã báo cáo hằng quý về Sở Tài chính.',
        'II. TỔ CHỨC THỰC HIỆN',
        '1. Các sở, ngành kịp thời báo cáo Ủy ban nhân dân tỉnh những khó khăn, vướng mắc.',
      ),
      [],
    );
  });

  it('take the time of a table from its time column', () => {
    const head =
      '| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian hoàn thành | Sản phẩm |\n| --- | --- | --- | --- | --- |\n';
    const rows = (...lines: string[]): string[] => found(`II. NHIỆM VỤ\n\n${head}${lines.join('\n')}`);
    assert.deepEqual(
      rows(
        '| 1 | Tổng hợp tình hình thực hiện, báo cáo Ủy ban nhân dân tỉnh | Sở Nội vụ | Hằng quý | Văn bản |',
        '| 2 | Theo dõi, đôn đốc các đơn vị thực hiện kế hoạch | Sở Tài chính | Trước ngày 25 hằng tháng | Báo cáo |',
        '| 3 | Kiểm tra việc thực hiện tại các địa phương | Thanh tra tỉnh | Báo cáo định kỳ 6 tháng, năm | |',
        '| 4 | Rà soát quy hoạch ngành trên địa bàn | Sở Xây dựng | Hằng năm | Quyết định |',
        '| 5 | Tổng kết thi hành Luật trên địa bàn tỉnh | Sở Tư pháp | Tháng 6/2023 | Báo cáo |',
      ),
      [
        'quarterly –: Sở Nội vụ → Ủy ban nhân dân tỉnh',
        'monthly day 25: Sở Tài chính → –',
        'half-yearly –: Thanh tra tỉnh → –',
        'yearly –: Thanh tra tỉnh → –',
      ],
    );
  });
});
