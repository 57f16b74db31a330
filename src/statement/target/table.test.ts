/** Rows of tables that give an indicator a number. The tables are made up. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pageOf } from '#test/support/page.ts';
import { findMeasurements } from './target.ts';

function found(...rows: string[]): string[] {
  const page = pageOf(`I. MỤC TIÊU\n\n${rows.map((r) => `| ${r} |`).join('\n')}\n`, 2026, 2025);
  return findMeasurements(page).items.map((m) => {
    const lead = m.leadCell ? page.clean.text.slice(m.leadCell.start, m.leadCell.end) : '';
    const value = `${m.decimal}${m.decimalMax === null ? '' : `–${m.decimalMax}`}`;
    return [`${m.kind} ${value} ${m.unit ?? '–'}`, m.indicator, `${m.measure} ${m.comparator}`, m.heldYear, lead]
      .filter((part) => part !== '')
      .join(' | ');
  });
}

describe('a table of goals', () => {
  it('has unit, value and body in their columns', () => {
    assert.deepEqual(
      found(
        'TT | Chỉ tiêu | Đơn vị tính | Kế hoạch năm 2026 | Cơ quan chủ trì',
        '1 | Tỷ trọng kinh tế số trong GRDP | % | ≥ 18 | Sở Tài chính',
        '2 | Số doanh nghiệp công nghệ số | doanh nghiệp | 450 | Sở Khoa học và Công nghệ',
        '3 | Tỷ lệ dân số có chữ ký số | % | 35 - 40 | Công an tỉnh',
        '4 | Tỷ lệ hộ nghèo | % | < 2 |',
        '5 | Sản lượng thủy sản | nghìn tấn | 12,5 |',
      ),
      [
        'target 18 % | Tỷ trọng kinh tế số trong GRDP | level >= | 2026 | Sở Tài chính',
        'target 450 doanh nghiệp | Số doanh nghiệp công nghệ số | level = | 2026 | Sở Khoa học và Công nghệ',
        'target 35–40 % | Tỷ lệ dân số có chữ ký số | level range | 2026 | Công an tỉnh',
        'target 2 % | Tỷ lệ hộ nghèo | level < | 2026',
        'target 12.5 nghìn tấn | Sản lượng thủy sản | level = | 2026',
      ],
    );
  });

  it('has a target for each year and a result for what was done', () => {
    assert.deepEqual(
      found(
        'TT | Chỉ tiêu | ĐVT | Thực hiện năm 2025 | Năm 2026 | Năm 2030',
        '1 | Thu ngân sách | tỷ đồng | 12.500 | 13.800 | 20.000',
      ),
      [
        'result 12500 tỷ đồng | Thu ngân sách | level = | 2025',
        'target 13800 tỷ đồng | Thu ngân sách | level = | 2026',
        'target 20000 tỷ đồng | Thu ngân sách | level = | 2030',
      ],
    );
  });

  it('may hold the whole statement in one cell, the year in a row above', () => {
    assert.deepEqual(
      found(
        'TT | Chỉ tiêu | Chủ trì',
        '| Đến năm 2028 |',
        '1 | Kinh tế số chiếm 25% GRDP. | Sở Tài chính',
        '2 | Tỷ lệ thanh toán điện tử đạt tối thiểu 80% | Sở Công Thương',
      ).map((line) => line.replace(' so với GRDP', '')),
      [
        'target 25 % | Kinh tế số | level = | 2028 | Sở Tài chính',
        'target 80 % | Tỷ lệ thanh toán điện tử | level >= | 2028 | Sở Công Thương',
      ],
    );
  });

  it('reads no number of its head, its serial and its section rows', () => {
    assert.deepEqual(
      found(
        'TT | Chỉ tiêu | Đơn vị | Năm 2026',
        '(1) | (2) | (3) | (4)',
        'I | Kinh tế | |',
        '1 | Diện tích lúa | ha | 5.000',
      ),
      ['target 5000 ha | Diện tích lúa | level = | 2026'],
    );
  });
});

describe('a table of names and values', () => {
  const rows = [
    '- Tốc độ tăng tổng sản phẩm (GRDP): | 8%',
    '+ Ngành dịch vụ | tăng 8,5%',
    '- Cơ cấu kinh tế: |',
    '+ Ngành xây dựng: | 28%',
    '- Tổng thu ngân sách: | 5.047 tỷ đồng',
  ];
  const expected = (year: number) => [
    `target 8 % | Tốc độ tăng tổng sản phẩm (GRDP) | level = | ${year}`,
    `target 8.5 % | Tốc độ tăng tổng sản phẩm (GRDP) ngành dịch vụ | level = | ${year}`,
    `target 28 % | Cơ cấu kinh tế ngành xây dựng | level = | ${year}`,
    `target 5047 tỷ đồng | Tổng thu ngân sách | level = | ${year}`,
  ];

  it('reads as the lines of a list, with a head or without one', () => {
    assert.deepEqual(found(...rows), expected(2026));
    assert.deepEqual(found('Tên chỉ tiêu | Chỉ tiêu năm 2027', ...rows), expected(2027));
    assert.deepEqual(found('Chỉ tiêu | Kế hoạch năm 2027', ...rows), expected(2027));
  });

  it('tells what was done from what is wanted', () => {
    assert.deepEqual(found('Chỉ tiêu | Thực hiện năm 2024', 'Thu ngân sách | 12.000 tỷ đồng', 'Tỷ lệ hộ nghèo | 3%'), [
      'result 12000 tỷ đồng | Thu ngân sách | level = | 2024',
      'result 3 % | Tỷ lệ hộ nghèo | level = | 2024',
    ]);
  });
});

describe('other tables', () => {
  it('give no targets', () => {
    assert.deepEqual(found('Họ tên | Năm sinh', 'Nguyễn Văn An | 1975'), []);
    assert.deepEqual(
      found('TT | Nhiệm vụ | Chủ trì', '1 | Trồng 500 ha rừng phòng hộ | Chi cục Kiểm lâm').length <= 1,
      true,
    );
  });
});
