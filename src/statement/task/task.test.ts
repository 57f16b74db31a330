/** Tasks of whole small documents: who, with whom, until when, from paragraphs and from tables. The documents are made up. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pageOf } from '#test/support/page.ts';
import { findTasks, type PlacedRole } from './task.ts';

function found(...lines: string[]): string[] {
  const page = pageOf(lines.join('\n\n'), 2023, 2022);
  const text = (span: { start: number; end: number }) => page.clean.text.slice(span.start, span.end);
  const names = (roles: readonly PlacedRole[]) => roles.map((r) => `${r.name}${r.inherited ? '*' : ''}`).join('; ');
  return findTasks(page).map((t) => {
    for (const role of [...t.lead, ...t.support]) if (role.span) assert.ok(text(role.span).length > 0);
    return [
      `${t.section} ${t.label ?? '·'} ${text(t.span).slice(0, 20)}`,
      ...(t.lead.length > 0 ? [`lead ${names(t.lead)}`] : []),
      ...(t.support.length > 0 ? [`with ${names(t.support)}`] : []),
      ...t.deadlines.map((d) => `by ${d.due} «${text(d)}»`),
      ...t.products.map((p) => p.kind),
    ].join(' | ');
  });
}

describe('a programme of tasks', () => {
  it('hands the bodies of a heading down to its bullets, which may replace them', () => {
    assert.deepEqual(
      found(
        'I. NHIỆM VỤ TRỌNG TÂM',
        '1. Sở Công Thương chủ trì, phối hợp với các sở, ban, ngành, địa phương:',
        '- Rà soát quy hoạch các cụm công nghiệp, hoàn thành trước ngày 30/6/2023.',
        '- Phối hợp với Sở Tài chính tháo gỡ vướng mắc về vốn.',
        '- Sở Xây dựng thẩm định quy hoạch chi tiết.',
        '2. Sở Y tế:',
        '- Củng cố mạng lưới y tế cơ sở.',
        '3. Nâng cao chất lượng giáo dục toàn diện trong các trường phổ thông của tỉnh.',
      ),
      [
        'I.1 - Rà soát quy hoạch cá | lead Sở Công Thương* | with các sở, ban, ngành, địa phương* | by 2023-06-29 «hoàn thành trước ngày 30/6/2023»',
        'I.1 - Phối hợp với Sở Tài  | lead Sở Công Thương* | with Sở Tài chính',
        'I.1 - Sở Xây dựng thẩm địn | lead Sở Xây dựng',
        'I.2 - Củng cố mạng lưới y  | lead Sở Y tế*',
        'I 3 Nâng cao chất lượng ',
      ],
    );
  });

  it('has a task for a numbered order and one for each of its bullets, none for a lead-in', () => {
    assert.deepEqual(
      found(
        'II. NHIỆM VỤ',
        '1. Tăng cường quản lý đất đai; xử lý nghiêm vi phạm. Sở Tài nguyên và Môi trường thực hiện các việc sau.',
        '- Rà soát quỹ đất công trên địa bàn.',
        'Các sở, ngành tập trung thực hiện:',
        '- Công khai quy hoạch sử dụng đất.',
      ).map((line) => line.split(' | ')[0]),
      ['II 1 Tăng cường quản lý đ', 'II.1 - Rà soát quỹ đất công', 'II.1 - Công khai quy hoạch '],
    );
  });

  it('has none for goals, reports, headings and closing formulas', () => {
    assert.deepEqual(
      found(
        'I. KẾT QUẢ NĂM 2022',
        'Các sở, ngành đã tập trung tháo gỡ khó khăn cho doanh nghiệp.',
        'II. MỤC TIÊU',
        'Phấn đấu phát triển nhanh, bền vững.',
        'III. TỔ CHỨC THỰC HIỆN',
        '1. Ủy ban nhân dân tỉnh xây dựng kế hoạch thực hiện, hoàn thành trong quý I năm 2023; định kỳ kiểm tra.',
        'Nghị quyết này có hiệu lực kể từ ngày ký.',
        'Nghị quyết này được phổ biến đến chi bộ.',
      ),
      [
        'III 1 Ủy ban nhân dân tỉnh | lead Ủy ban nhân dân tỉnh | by 2023-03-31 «hoàn thành trong quý I năm 2023» | plan',
      ],
    );
  });

  it('joins a task that a page break cut', () => {
    assert.deepEqual(
      found(
        'III. NHIỆM VỤ, GIẢI PHÁP',
        '- Sở Giao thông vận tải đẩy nhanh tiến độ thi công các tuyến đường kết nối khu kinh',
        'tế ven biển, hoàn thành trước tháng 7/2023.',
      ),
      ['III - Sở Giao thông vận tả | lead Sở Giao thông vận tải | by 2023-06-30 «hoàn thành trước tháng 7/2023»'],
    );
  });

  it('takes a body named in the heading above through two levels', () => {
    assert.deepEqual(
      found(
        'III. TỔ CHỨC THỰC HIỆN',
        '5. Ủy ban nhân dân các huyện, thành phố:',
        '5.1. Xây dựng kế hoạch cụ thể của địa phương:',
        '- Phân công rõ trách nhiệm từng đơn vị.',
      ).at(-1),
      'III.5.1 - Phân công rõ trách n | lead Ủy ban nhân dân các huyện, thành phố*',
    );
  });
});

describe('a table of tasks', () => {
  const HEAD = '| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian hoàn thành | Sản phẩm |\n|---|---|---|---|---|---|';
  const rows = (...lines: string[]): string[] =>
    found('PHỤ LỤC NHIỆM VỤ', [HEAD, ...lines.map((line) => `| ${line} |`)].join('\n')).map((line) => line.trimStart());

  it('has a task a row, with what its columns say', () => {
    assert.deepEqual(
      rows(
        '(1) | (2) | (3) | (4) | (5) | (6)',
        'I | Hoàn thiện thể chế | | | |',
        '1 | Rà soát quy định về dữ liệu dùng chung | Sở Tư pháp | Các sở, ban, ngành | Quý II/2023 | Quyết định',
        '2 | Xây dựng đề án trung tâm dữ liệu | Sở Tài chính; Công an tỉnh | Sở Nội vụ | Tháng 9/2023 | Đề án',
        '3 | Tổ chức tập huấn kỹ năng số | Sở Nội vụ | | Năm 2023 | Báo cáo',
        '4 | Kết nối các cơ sở dữ liệu ngành | Các sở, ban, ngành | | Hằng năm |',
      ),
      [
        'I 1 Rà soát quy định về  | lead Sở Tư pháp | with Các sở, ban, ngành | by 2023-06-30 «Quý II/2023» | decision',
        'I 2 Xây dựng đề án trung | lead Sở Tài chính; Công an tỉnh | with Sở Nội vụ | by 2023-09-30 «Tháng 9/2023» | scheme',
        'I 3 Tổ chức tập huấn kỹ  | lead Sở Nội vụ | by 2023-12-31 «Năm 2023» | report',
        'I 4 Kết nối các cơ sở dữ | lead Các sở, ban, ngành',
      ],
    );
  });

  it('without bars is read the same', () => {
    assert.deepEqual(
      found(
        'PHỤ LỤC NHIỆM VỤ',
        'TT\nTên nhiệm vụ\nCơ quan chủ trì\nThời gian thực hiện\n1\nLập quy hoạch các vùng trồng rau an toàn\nSở Nông nghiệp và Môi trường\nQuý III/2023',
      ).map((line) => line.trimStart()),
      ['1 Lập quy hoạch các vù | lead Sở Nông nghiệp và Môi trường | by 2023-09-30 «Quý III/2023» | planning'],
    );
  });
});
