import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findReporting } from './reporting.ts';

const CTX = { from: null, planYear: 2021 };
const short = (text: string): string[] => findReporting(text, CTX).map((r) => `${r.cadence} ${r.due ?? '-'}`);

test('cadences and days', () => {
  for (const [text, ...wanted] of [
    [
      'kiểm điểm đánh giá tình hình thực hiện hàng tháng, quý; gửi Văn phòng UBND tỉnh và Sở Kế hoạch và Đầu tư trước ngày 20 hàng tháng, báo cáo năm gửi trước ngày 10/12/2021.',
      'monthly day 20',
      'quarterly day 20',
      'yearly 2021-12-09',
    ],
    [
      'tổng hợp kết quả thực hiện hàng tháng, quý và năm, báo cáo Ủy ban nhân dân tỉnh.',
      'monthly -',
      'quarterly -',
      'yearly -',
    ],
    [
      'Định kỳ gửi báo cáo kết quả thực hiện trước ngày 15/11 hằng năm và báo cáo đột xuất về Sở Khoa học và Công nghệ',
      'yearly 11-15',
    ],
    ['Định kỳ hằng năm (trước ngày 15 tháng 12) báo cáo kết quả về Ủy ban nhân dân thành phố', 'yearly 12-15'],
    ['Các Sở, ngành định kỳ hàng năm (trước ngày 10/12) hoặc đột xuất báo cáo Ủy ban nhân dân tỉnh', 'yearly 12-10'],
    [
      'định kỳ 6 tháng báo cáo kết quả về Bộ Khoa học và Công nghệ trước ngày 15 tháng 6 và trước ngày 01 tháng 12 để tổng hợp',
      'half-yearly 06-15',
      'half-yearly 12-01',
    ],
    ['định kỳ 6 tháng, hằng năm báo cáo Ủy ban nhân dân tỉnh', 'half-yearly -', 'yearly -'],
    [
      'Báo cáo định kỳ hằng quý, 6 tháng, 9 tháng và năm gửi về Sở Tài chính',
      'quarterly -',
      'half-yearly -',
      'nine-monthly -',
      'yearly -',
    ],
    ['báo cáo cấp có thẩm quyền những vấn đề vượt thẩm quyền (nếu có) trong tháng 11 năm 2025.', 'once 2025-11-30'],
    ['gửi dự thảo báo cáo cho Văn phòng UBND tỉnh, Sở Kế hoạch và Đầu tư, trước ngày 30/3/2010.', 'once 2010-03-29'],
    ['phân bổ cho các công trình và báo cáo Hội đồng nhân dân tỉnh tại kỳ họp cuối năm 2009.', 'once 2009-12-31'],
    ['hằng quý báo cáo Thường trực Tỉnh ủy', 'quarterly -'],
    [
      'Định kỳ hằng tháng (trước ngày 20), hằng quý (trước ngày 15 của tháng cuối quý), 6 tháng (trước ngày 10/6) và năm (trước ngày 10/12) báo cáo kết quả về UBND tỉnh',
      'monthly day 20',
      'quarterly day 15',
      'half-yearly 06-10',
      'yearly 12-10',
    ],
    ['báo cáo kết quả trước ngày 25 tháng cuối quý gửi Sở Kế hoạch và Đầu tư', 'quarterly day 25'],
    ['Các ngành, hàng năm có báo cáo kết quả việc thực hiện theo hướng dẫn của Sở Nội vụ.', 'yearly -'],
    ['Hằng quý tổ chức sơ kết, đánh giá và báo cáo kết quả về Tỉnh ủy.', 'quarterly -'],
    ['Báo cáo kết quả về Tỉnh ủy định kỳ hằng tháng.', 'monthly -'],
    ['Sơ kết 6 tháng, tổng kết năm báo cáo Ban Thường vụ Tỉnh ủy.', 'half-yearly -', 'yearly -'],
    ['gửi báo cáo về Sở Tài chính trước ngày 20/6 và ngày 20/12 hằng năm', 'half-yearly 06-20', 'half-yearly 12-20'],
    ['Chậm nhất ngày 17 tháng 12 báo cáo kết quả về Sở Kế hoạch và Đầu tư', 'yearly 12-17'],
    ['Trước ngày 15/12/2026, các đơn vị báo cáo kết quả về Sở Tài chính', 'once 2026-12-14'],
  ] as const) {
    assert.deepEqual(short(text), wanted, text);
  }
});

test('a duty without a time or a cadence is not listed', () => {
  for (const text of [
    'định kỳ báo cáo Ban Thường vụ Tỉnh ủy, Ban Chấp hành Đảng bộ tỉnh.',
    'tham mưu Ủy ban nhân dân thành phố báo cáo theo quy định.',
    'kịp thời báo cáo cấp có thẩm quyền xem xét',
    'bố trí kinh phí trong dự toán ngân sách hằng năm',
    'Nâng cao chất lượng hoạt động báo cáo viên các cấp trong năm 2021',
    'định kỳ hàng năm công bố báo cáo dự báo về nhu cầu nhân lực',
    'theo báo cáo của Bộ Tài chính năm 2021',
    'hoàn thành báo cáo quyết toán trước ngày 31/3/2026',
    'Các sở xây dựng kế hoạch phát triển kinh tế tập thể 5 năm, hàng năm của ngành mình, định kỳ báo cáo Sở Kế hoạch và Đầu tư.',
    'Phối hợp với Sở Tài chính hàng năm bố trí kinh phí để thực hiện, định kỳ báo cáo Chủ tịch UBND tỉnh.',
    'Xây dựng kế hoạch phát triển du lịch hằng năm và kịp thời báo cáo UBND tỉnh những khó khăn.',
    'Kịp thời báo cáo UBND tỉnh; hằng năm bố trí kinh phí để thực hiện.',
    'Kịp thời tham mưu, báo cáo UBND tỉnh giải quyết khó khăn trong năm 2026',
    'bố trí kinh phí hằng năm theo quy định; báo cáo UBND tỉnh khi có phát sinh',
  ]) {
    assert.deepEqual(short(text), [], text);
  }
});

test('who reports and to whom', () => {
  const [r] = findReporting(
    'Các Sở, ngành, địa phương định kỳ hàng năm (trước ngày 10/12) báo cáo Ủy ban nhân dân tỉnh (qua Sở Nội vụ) về kết quả.',
    CTX,
  );
  assert.equal(r?.from, 'Các Sở, ngành, địa phương');
  assert.equal(r?.to, 'Ủy ban nhân dân tỉnh (qua Sở Nội vụ)');
  const [led] = findReporting('hằng quý báo cáo Thường trực Tỉnh ủy', { from: 'Sở Nội vụ', planYear: null });
  assert.equal(led?.from, 'Sở Nội vụ');
});

test('a cell of a row takes its day from the time column', () => {
  const text = 'Bộ Tư pháp tổng hợp, báo cáo, đề xuất Thủ tướng Chính phủ phương án xây dựng';
  assert.deepEqual(
    findReporting(text, { from: null, planYear: null, rowDue: '2025-06-30' }).map((r) => [r.cadence, r.due, r.to]),
    [['once', '2025-06-30', 'Thủ tướng Chính phủ']],
  );
});

test('a product of a row is no duty, a body told to report is', () => {
  const of = (text: string): string[] =>
    findReporting(text, { from: null, planYear: null, rowDue: '2025-06-30' }).map((r) => r.cadence);
  assert.deepEqual(of('Báo cáo Thủ tướng Chính phủ'), []);
  assert.deepEqual(of('Sở Tư pháp tổng hợp, báo cáo Ủy ban nhân dân tỉnh'), ['once']);
});

test('hostile input is read', () => {
  for (const text of ['báo cáo hàng tháng, quý, '.repeat(20_000), 'trước ngày 20 báo cáo '.repeat(20_000)]) {
    assert.ok(findReporting(text, CTX));
  }
});

test('a row of cadences goes on behind the day of the first', () => {
  const text =
    'Định kỳ hằng quý (trước ngày 15 của tháng cuối quý), 6 tháng và năm báo cáo kết quả với Hội đồng nhân dân tỉnh.';
  assert.deepEqual(
    findReporting(text, CTX).map((r) => [r.cadence, r.due, r.to]),
    [
      ['half-yearly', null, 'Hội đồng nhân dân tỉnh'],
      ['yearly', null, 'Hội đồng nhân dân tỉnh'],
      ['quarterly', 'day 15', 'Hội đồng nhân dân tỉnh'],
    ],
  );
});
