import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCitations } from './citation.ts';

const short = (text: string): string[] =>
  findCitations(text).map((c) => [c.type, c.symbol ?? '', c.date ?? '', c.issuer ?? ''].join('|'));

test('numbers, dates and bodies in their printed forms', () => {
  for (const [text, ...wanted] of [
    [
      'theo Nghị quyết số 01-NQ/TU ngày 18/11/2020 của Ban Thường vụ Tỉnh ủy về khắc phục',
      'Nghị quyết|01-NQ/TU|2020-11-18|Ban Thường vụ Tỉnh ủy',
    ],
    [
      'Nghị quyết số 04-NQ/TU, ngày 07/12/2017 của Ban Chấp hành Đảng bộ tỉnh khoá XVIII về',
      'Nghị quyết|04-NQ/TU|2017-12-07|Ban Chấp hành Đảng bộ tỉnh khoá XVIII',
    ],
    [
      'Tờ trình số       /TTr-UBND, ngày     tháng 12 năm 2020 của Ủy ban nhân dân tỉnh;',
      'Tờ trình|/TTr-UBND||Ủy ban nhân dân tỉnh',
    ],
    [
      'Quyết định số 1676/QĐ - TTg ngày 19 tháng 11 năm 2008 của Thủ tướng Chính phủ về',
      'Quyết định|1676/QĐ-TTg|2008-11-19|Thủ tướng Chính phủ',
    ],
    [
      'thực hiện Nghị quyết số 57- NQ/TW ngày\n22/12/2024 của Bộ Chính trị.',
      'Nghị quyết|57-NQ/TW|2024-12-22|Bộ Chính trị',
    ],
    ['tại Văn bản số 3690/UBND-KT₁ ngày 25/6/2018 của UBND tỉnh.', 'Văn bản|3690/UBND-KT₁|2018-06-25|UBND tỉnh'],
    ['Chương trình hành động số 2022-CTr/TU ngày 06/02/2020', 'Chương trình hành động|2022-CTr/TU|2020-02-06|'],
    ['Nghị quyết 19-2018/NQ-CP ngày 15/5/2018', 'Nghị quyết|19-2018/NQ-CP|2018-05-15|'],
    ['Luật số 76/2015/QH13', 'Luật|76/2015/QH13||'],
    ['Luật Đầu tư công số 58/2024/QH15 ngày 29 tháng 11 năm 2024', 'Luật|58/2024/QH15|2024-11-29|'],
    [
      'Quyết định số 411/QĐ-TTg của Thủ tướng Chính phủ ngày 31/3/2022 phê duyệt',
      'Quyết định|411/QĐ-TTg|2022-03-31|Thủ tướng Chính phủ',
    ],
    [
      'Quyết định số 260/QĐ-BKH ngày 19/11/2008 của Bộ Kế hoạch và Đầu tư về việc giao',
      'Quyết định|260/QĐ-BKH|2008-11-19|Bộ Kế hoạch và Đầu tư',
    ],
    [
      'Kết luận liên ngành tư pháp Trung ương số 23/KL-LNTPTW ngày 21 tháng 11 năm 2024 trong',
      'Kết luận|23/KL-LNTPTW|2024-11-21|liên ngành tư pháp Trung ương',
    ],
    ['phân bổ theo Quyết định 210 của Thủ tướng Chính phủ cho cấp huyện', 'Quyết định|210||Thủ tướng Chính phủ'],
    [
      'Theo đề nghị của Sở Khoa học và Công nghệ tại Tờ trình số 133/TTr-SKHCN ngày 15/11/2025, UBND',
      'Tờ trình|133/TTr-SKHCN|2025-11-15|Sở Khoa học và Công nghệ',
    ],
    [
      'đã được Thủ tướng Chính phủ phê duyệt tại Quyết định số 1626/QĐ-TTg ngày 15/12/2023 để',
      'Quyết định|1626/QĐ-TTg|2023-12-15|Thủ tướng Chính phủ',
    ],
    [
      'Xét báo cáo của Ủy ban nhân dân tỉnh số 218/BC-UBND, ngày 08/12/2016 về tình hình',
      'Báo cáo|218/BC-UBND|2016-12-08|Ủy ban nhân dân tỉnh',
    ],
    [
      'Tờ trình của Ủy ban nhân dân tỉnh (số 45/TTr-UBND ngày 3/12/2019)',
      'Tờ trình|45/TTr-UBND|2019-12-03|Ủy ban nhân dân tỉnh',
    ],
    [
      'Báo cáo tình hình kinh tế - xã hội 6 tháng của Ủy ban nhân dân tỉnh số 45/BC-UBND ngày 3/7/2019',
      'Báo cáo|45/BC-UBND|2019-07-03|Ủy ban nhân dân tỉnh',
    ],
    ['Tờ trình của Ủy ban nhân dân tỉnh ngày 12/12/2020;', 'Tờ trình||2020-12-12|Ủy ban nhân dân tỉnh'],
    [
      'Tờ trình số 53/TTr-CP ngày 27/01/2025, Báo cáo số 54/BC-CP ngày 27/01/2025 của Chính phủ',
      'Tờ trình|53/TTr-CP|2025-01-27|Chính phủ',
      'Báo cáo|54/BC-CP|2025-01-27|Chính phủ',
    ],
    ['NGHỊ QUYẾT SỐ 15-NQ/TW CỦA BỘ CHÍNH TRỊ', 'Nghị quyết|15-NQ/TW||Bộ Chính trị'],
    // The next cell of a table is another matter; a code alone names nobody.
    ['Nghị quyết số 57-NQ/TW\tcủa Bộ Chính trị', 'Nghị quyết|57-NQ/TW||'],
    ['theo báo cáo của Sở Y tế, ngày 12/3/2021 toàn tỉnh có 5 ca'],
    ['Báo cáo kết quả thực hiện Nghị quyết của Tỉnh ủy số 12-NQ/TU', 'Nghị quyết|12-NQ/TU||Tỉnh ủy'],
    ['Quyết định số 2266/QĐ-BKH&CN', 'Quyết định|2266/QĐ-BKH&CN||'],
    ['Quy chế hoạt động của Hội đồng nhân dân ngày 02 tháng 4 năm 2005;', 'Quy chế||2005-04-02|'],
  ] as const) {
    assert.deepEqual(short(text), wanted, text);
  }
});

test('laws go by name and day; an amending law holds the names of laws', () => {
  assert.deepEqual(
    short(
      'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22/11/2019;',
    ),
    ['Luật||2015-06-19|', 'Luật||2019-11-22|'],
  );
  assert.deepEqual(short('Luật Đất đai và Nghị định số 43/2014/NĐ-CP ngày 15/5/2014'), [
    'Nghị định|43/2014/NĐ-CP|2014-05-15|',
  ]);
});

test('lists give one citation a number', () => {
  assert.deepEqual(
    short('theo Nghị định số 107/2020/NĐ-CP, Nghị định số 108/2020/NĐ-CP và Nghị định số 120/2020/NĐ-CP.'),
    ['Nghị định|107/2020/NĐ-CP||', 'Nghị định|108/2020/NĐ-CP||', 'Nghị định|120/2020/NĐ-CP||'],
  );
  assert.deepEqual(short('các Nghị quyết số 12/NQ-HĐND, 13/NQ-HĐND ngày 05/7/2024 và số 14/NQ-HĐND của HĐND tỉnh'), [
    'Nghị quyết|12/NQ-HĐND||',
    'Nghị quyết|13/NQ-HĐND|2024-07-05|',
    'Nghị quyết|14/NQ-HĐND||HĐND tỉnh',
  ]);
});

test('names without a number or a day are no citations', () => {
  for (const text of [
    'theo Nghị quyết Trung ương 6 khoá XII',
    'Triển khai Đề án 06, Chương trình 135',
    'Nghị quyết này phổ biến đến chi bộ',
    'Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX',
    'Luật Khoa học và Công nghệ (2013)',
    'Kế hoạch 5 năm 2021-2025',
    'Quy hoạch tỉnh thời kỳ 2021-2030',
    'Luật Đầu tư công và các văn bản hướng dẫn',
  ]) {
    assert.deepEqual(short(text), [], text);
  }
});

test('a later mention of a number keeps the body named before', () => {
  const text = 'Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị; thực hiện Nghị quyết số 57-NQ/TW.';
  assert.deepEqual(short(text), ['Nghị quyết|57-NQ/TW|2024-12-22|Bộ Chính trị', 'Nghị quyết|57-NQ/TW||Bộ Chính trị']);
});

test('a short name that the text defines is no citation', () => {
  const text =
    'Chỉ thị số 11-CT/TU ngày 04/01/2026 của Ban Thường vụ Tỉnh ủy (viết tắt là Chỉ thị 11), nêu trong Chỉ thị 11 của Ban Thường vụ Tỉnh ủy';
  assert.deepEqual(short(text), ['Chỉ thị|11-CT/TU|2026-01-04|Ban Thường vụ Tỉnh ủy']);
});

test("the document's own number is not cited", () => {
  const text = '(Ban hành kèm theo Kế hoạch số 144/KH-UBND ngày 24 tháng 11 năm 2025 của UBND tỉnh Bắc Ninh)';
  assert.deepEqual(findCitations(text, { own: '144/KH-UBND' }), []);
  const blank = '(Kèm theo Kế hoạch số:           /KH-UBND ngày        tháng      năm 2026 của UBND tỉnh Lào Cai)';
  assert.deepEqual(findCitations(blank, { own: '/KH-UBND' }), []);
  const span = { start: 0, end: text.length };
  assert.deepEqual(findCitations(text, { exclude: [span] }), []);
});

test('the quote is the exact substring', () => {
  const text = 'theo Chỉ thị số 12-CT/TU, ngày 13 tháng 02 năm 2018 của Ban Thường vụ Tỉnh ủy về tăng cường';
  const [c] = findCitations(text);
  assert.equal(c?.quote, 'Chỉ thị số 12-CT/TU, ngày 13 tháng 02 năm 2018 của Ban Thường vụ Tỉnh ủy');
  assert.equal(c && text.slice(c.start, c.end), c?.quote);
});

test('hostile input is read', () => {
  for (const text of [
    'Nghị quyết số '.repeat(60_000),
    'Luật '.repeat(100_000),
    '1'.repeat(500_000),
    ' '.repeat(500_000),
    '12/A-A-A-'.repeat(50_000),
  ]) {
    assert.ok(findCitations(text));
  }
});
