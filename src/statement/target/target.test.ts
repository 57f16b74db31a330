/** Targets and results of whole small documents: list, year, whole. The documents are made up. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pageOf } from '#test/support/page.ts';
import { findMeasurements } from './target.ts';

function found(planYear: number | null, docYear: number | null, ...lines: string[]): string[] {
  const { items } = findMeasurements(pageOf(lines.join('\n\n'), planYear, docYear));
  return items.map((m) =>
    [
      `${m.kind} ${m.decimal} ${m.unit ?? '–'}`,
      m.indicator,
      m.heldYear ?? '–',
      ...(m.whole ? [`part of ${items.indexOf(m.whole)}`] : []),
    ].join(' | '),
  );
}

describe('a plan for a year', () => {
  it('has results of the past and targets of the year', () => {
    assert.deepEqual(
      found(
        2023,
        2022,
        'I. KẾT QUẢ THỰC HIỆN NĂM 2022',
        'Thu ngân sách đạt 13.100 tỷ đồng, tăng 9% so với năm 2021.',
        '- Tỷ lệ hộ nghèo còn 3,4%.',
        'II. CHỈ TIÊU CHỦ YẾU NĂM 2023',
        '1. Về kinh tế',
        '- Tỷ lệ đô thị hóa: 32%',
        '- Đến năm 2025, tỷ lệ che phủ rừng đạt 46%.',
        'III. NHIỆM VỤ, GIẢI PHÁP',
        '- Phấn đấu thành lập thêm 2 cụm công nghiệp.',
        '- Hướng dẫn 26 xã xây dựng kế hoạch.',
      ),
      [
        'result 13100 tỷ đồng | Thu ngân sách | 2022',
        'result 9 % | Thu ngân sách | 2022',
        'result 3.4 % | Tỷ lệ hộ nghèo | 2022',
        'target 32 % | Tỷ lệ đô thị hóa | 2023',
        'target 46 % | Tỷ lệ che phủ rừng | 2025',
        'target 2 cụm công nghiệp | Cụm công nghiệp | 2023',
      ],
    );
  });

  it('completes a row from the row above it', () => {
    assert.deepEqual(
      found(
        2023,
        2022,
        'II. CÁC CHỈ TIÊU',
        '- Tốc độ tăng tổng sản phẩm (GRDP): 8,2%',
        '+ Nông, lâm nghiệp tăng 3,5%',
        '+ Dịch vụ tăng 9%',
        '- Cơ cấu kinh tế:',
        '+ Nông, lâm nghiệp: 20%',
      ),
      [
        'target 8.2 % | Tốc độ tăng tổng sản phẩm (GRDP) | 2023',
        'target 3.5 % | Tốc độ tăng tổng sản phẩm (GRDP) nông, lâm nghiệp | 2023 | part of 0',
        'target 9 % | Tốc độ tăng tổng sản phẩm (GRDP) dịch vụ | 2023 | part of 0',
        'target 20 % | Cơ cấu kinh tế nông, lâm nghiệp | 2023',
      ],
    );
  });

  it('knows what is now from what is to be', () => {
    assert.deepEqual(found(2023, 2022, 'II. MỤC TIÊU', '- Toàn tỉnh hiện có 345 hợp tác xã.'), [
      'result 345 hợp tác xã | Hợp tác xã hiện có | 2022',
    ]);
  });
});

describe('a plan for several years', () => {
  it('has a year for each period', () => {
    assert.deepEqual(
      found(
        2030,
        2025,
        'I. MỤC TIÊU',
        '1. Đến năm 2027',
        '- Tỷ trọng kinh tế số đạt 20%.',
        '2. Đến năm 2030',
        '- Tỷ trọng kinh tế số đạt 30%.',
        '3. Mục tiêu khác',
        '- Tỷ lệ đô thị hóa đạt 45%.',
      ),
      [
        'target 20 % | Tỷ trọng kinh tế số | 2027',
        'target 30 % | Tỷ trọng kinh tế số | 2030',
        'target 45 % | Tỷ lệ đô thị hóa | 2030',
      ],
    );
  });
});

describe('years of results', () => {
  it('come from the block, the heading, the document, the plan, in this order', () => {
    const result = (planYear: number | null, docYear: number | null, heading: string, text: string): string[] =>
      found(planYear, docYear, heading, text).map((line) => line.split(' | ')[2] as string);
    assert.deepEqual(result(2023, 2022, 'I. TÌNH HÌNH', 'Năm 2021, tỷ lệ hộ nghèo còn 3%.'), ['2021']);
    assert.deepEqual(result(2023, 2022, 'I. TÌNH HÌNH NĂM 2020', 'Tỷ lệ hộ nghèo còn 3%.'), ['2020']);
    assert.deepEqual(result(2023, 2022, 'I. TÌNH HÌNH', 'Tỷ lệ hộ nghèo còn 3%.'), ['2022']);
    assert.deepEqual(result(2023, null, 'I. TÌNH HÌNH', 'Tỷ lệ hộ nghèo còn 3%.'), ['2022']);
    assert.deepEqual(result(null, null, 'I. TÌNH HÌNH', 'Tỷ lệ hộ nghèo còn 3%.'), ['–']);
  });
});

describe('what is passed over', () => {
  it('has its place and a reason', () => {
    const page = pageOf(
      'I. MỤC TIÊU\n\nTheo Đề án 06 và Kế hoạch số 12/KH-UBND ngày 05/01/2023, thu đạt 50 tỷ đồng.',
      2023,
    );
    const { items, passed } = findMeasurements(page);
    assert.deepEqual(
      items.map((m) => m.value),
      ['50'],
    );
    const reasons = passed.map((p) => [page.clean.text.slice(p.span.start, p.span.end), p.reason]);
    assert.deepEqual(reasons[0], ['06', 'name']);
    assert.ok(reasons.slice(1).every(([, reason]) => reason === 'date-or-citation'));
  });

  it('is the form of the document: header, grounds, closing', () => {
    assert.deepEqual(
      found(
        2023,
        2022,
        'ỦY BAN NHÂN DÂN TỈNH NAM SƠN',
        'Số: 12/KH-UBND',
        'KẾ HOẠCH NĂM 2023',
        'Căn cứ Nghị quyết của Hội đồng nhân dân tỉnh về 25 chỉ tiêu phát triển kinh tế;',
        'I. MỤC TIÊU',
        'Thu ngân sách đạt 50 tỷ đồng.',
        'Nơi nhận:',
        '- Như trên (15 bản);',
      ),
      ['target 50 tỷ đồng | Thu ngân sách | 2023'],
    );
  });
});
