import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DeadlineContext, findDeadlines, readTimeCell } from './deadline.ts';

const CTX = { planYear: 2026, docDate: '2025-12-10' };
const dues = (text: string, ctx: DeadlineContext = CTX): string =>
  findDeadlines(text, ctx)
    .map((d) => d.due)
    .join(' ');

test('phrases that are deadlines', () => {
  for (const [text, due] of [
    ['Hoàn thành trong quý I năm 2026.', '2026-03-31'],
    ['hoàn thành trước ngày 30 tháng 6 năm 2026', '2026-06-29'],
    ['hoàn thành trước 31/01/2026', '2026-01-30'],
    ['xong trước ngày 31/01', '2026-01-30'],
    ['Tập trung hoàn thành quy hoạch trước tháng 7/2026, làm cơ sở', '2026-06-30'],
    ['phấn đấu đến hết tháng 6 năm 2026, đảm bảo 100%', '2026-06-30'],
    ['Chậm nhất ngày 15/3/2026 phải gửi', '2026-03-15'],
    ['chậm nhất là ngày 20/01', '2026-01-20'],
    ['không để chậm quá 30/4/2026', '2026-04-30'],
    ['Trình HĐND tỉnh tại kỳ họp giữa năm 2026.', '2026-06-30'],
    ['báo cáo HĐND tỉnh tại kỳ họp cuối năm 2026', '2026-12-31'],
    ['Thời gian hoàn thành: Quý II/2026.', '2026-06-30'],
    ['hoàn thành trong năm 2026', '2026-12-31'],
    ['Phấn đấu trong năm 2026 có trên 1.200 doanh nghiệp', '2026-12-31'],
    ['Phấn đấu đến năm 2026, toàn tỉnh có 107 xã', '2026-12-31'],
    ['Đến năm 2030, hoàn thành các tuyến cao tốc', '2030-12-31'],
    ['Giai đoạn 2026 - 2030: xây dựng mới 05 chợ', '2030-12-31'],
    ['Thành phố: Giai đoạn 2026 - 2030 xây dựng 01 kho', '2030-12-31'],
    ['tổ chức hướng dẫn cho các sở vào tháng 3/2026', '2026-03-31'],
    ['trong 6 tháng đầu năm 2026 hoàn thành', '2026-06-30'],
    ['xử lý dứt điểm xong trong quý II năm 2026.', '2026-06-30'],
    ['Quý I/2026: rà soát; Quý II/2026: trình', '2026-03-31 2026-06-30'],
    ['lập hồ sơ trong quý I, trình phê duyệt trong quý II', '2026-03-31 2026-06-30'],
    ['thực hiện kế hoạch thực hiện Nghị quyết trong tháng 01 năm 2026.', '2026-01-31'],
    ['hoàn thành trước cuối năm.', '2026-12-31'],
  ] as const) {
    assert.equal(dues(text), due, text);
  }
});

test('phrases that are none', () => {
  for (const text of [
    'xây dựng kế hoạch năm 2026',
    'phấn đấu năm 2026 mỗi địa phương có từ 3-5 mô hình',
    'tăng 17% so với cuối năm 2025',
    'tính đến hết ngày 31/12/2025 đạt 72%',
    'theo Nghị quyết số 01/NQ-CP ngày 08/01/2026 của Chính phủ',
    'có hiệu lực từ ngày 01/01/2026',
    'kể từ ngày 01/7/2026',
    'hộ gia đình sử dụng đất trước ngày 18/12/1980',
    'chính sách phát triển du lịch giai đoạn 2026-2030',
    'Chiến lược phát triển kinh tế số đến năm 2027, định hướng đến năm 2030',
    'Quy hoạch tỉnh thời kỳ 2021-2030, tầm nhìn đến năm 2050',
    'triển khai phương án, kế hoạch phòng, chống thiên tai trong năm 2026.',
    'các luật có hiệu lực thi hành trong năm 2026.',
    'gửi trước ngày 20 hàng tháng',
    'báo cáo trước ngày 15/11 hằng năm',
    'Định kỳ hằng năm (trước ngày 15 tháng 12) báo cáo kết quả',
    'định kỳ 6 tháng báo cáo trước ngày 15 tháng 6 và trước ngày 01 tháng 12',
    'sản xuất vụ Xuân năm 2026',
    'năm học 2026-2027',
    'ngay từ đầu năm 2026',
    'trong thời hạn 10 ngày kể từ ngày nhận Kế hoạch',
  ]) {
    assert.equal(dues(text), '', text);
  }
});

test('the span goes from the leading words to the end of the date', () => {
  const text = 'Rà soát quy hoạch. Hoàn thành trong quý I năm 2026.';
  const [d] = findDeadlines(text, CTX);
  assert.equal(d && text.slice(d.start, d.end).trim(), 'Hoàn thành trong quý I năm 2026');
});

test('a day without a year takes the plan year, or the first one after the document', () => {
  assert.equal(dues('gửi trước 31/01', { planYear: 2021, docDate: null }), '2021-01-30');
  assert.equal(dues('gửi trước ngày 15/02', { planYear: 2030, docDate: '2025-11-24' }), '2026-02-14');
});

test('time cells of tables', () => {
  for (const [text, due] of [
    ['6/2025', '2025-06-30'],
    ['2025', '2025-12-31'],
    ['Năm 2026', '2026-12-31'],
    ['2025-2030', '2030-12-31'],
    ['Quý II/2026', '2026-06-30'],
    ['Quý I', '2026-03-31'],
    ['Tháng 12/2025', '2025-12-31'],
    ['Tháng 1/2026 - Tháng 6/2026', '2026-06-30'],
    ['Xong trong Quý II/2026', '2026-06-30'],
    ['Hoàn thành đầu tư, lắp đặt và vận hành xong trước ngày 01/01/2030', '2029-12-31'],
    ['Trong năm 2026', '2026-12-31'],
    ['Thường xuyên', ''],
    ['Nhiệm vụ thường xuyên', ''],
    ['Hằng năm', ''],
    ['Hàng năm, trước 15/12', ''],
    ['Từ năm 2026', ''],
    ['2025 và những năm tiếp theo', ''],
    ['', ''],
  ] as const) {
    assert.equal(
      readTimeCell(text, CTX)
        .map((d) => d.due)
        .join(' '),
      due,
      text,
    );
  }
});
