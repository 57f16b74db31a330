/** Orders told from names, reports and definitions. The sentences are made up. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hasOrder, isOrder } from './order.ts';

function all(read: (text: string) => boolean, wanted: boolean, texts: readonly string[]): void {
  for (const text of texts) assert.equal(read(text), wanted, text);
}

describe('an order', () => {
  it('opens with its verb', () => {
    all(isOrder, true, [
      'Tăng cường kiểm tra việc chấp hành pháp luật.',
      'Rà soát, điều chỉnh quy hoạch các đô thị.',
      'Tiếp tục đẩy mạnh cải cách hành chính.',
      'Xây dựng đề án phát triển du lịch.',
      'Giao Sở Y tế theo dõi.',
      'Chủ trì, phối hợp với Sở Tài chính lập dự toán.',
      'Ban hành quy chế phối hợp.',
      'Hoàn thành việc sắp xếp các trường học.',
      'Đề nghị Ủy ban Mặt trận Tổ quốc tỉnh giám sát.',
      'Nghiêm túc thực hiện kỷ luật, kỷ cương.',
      'Phòng, chống thiên tai.',
    ]);
  });

  it('may follow a link, a quote or a bracket', () => {
    all(isOrder, true, [
      'Đồng thời, từng bước chuẩn hóa dữ liệu.',
      'Bên cạnh đó, đẩy nhanh tiến độ giải ngân.',
      '“Tăng cường kỷ cương hành chính”',
      '(Rà soát lại danh mục)',
      'Định kỳ kiểm tra các công trình.',
    ]);
  });

  it('is known in either place of the tone mark and in capitals', () => {
    all(isOrder, true, [
      'Cụ thể hoá nghị quyết bằng chương trình hành động.',
      'Cụ thể hóa nghị quyết bằng chương trình hành động.',
      'Xoá bỏ thủ tục không cần thiết.',
      'TẬP TRUNG THÁO GỠ KHÓ KHĂN CHO DOANH NGHIỆP',
    ]);
  });

  it('is no name of an indicator, no topic, no report', () => {
    all(isOrder, false, [
      'Tỷ lệ hộ nghèo giảm còn 2%.',
      'Công tác kiểm tra được tăng cường.',
      'Về phát triển kinh tế',
      'Kinh tế số chiếm 20% GRDP.',
      'Sở Xây dựng',
      'Nông thôn mới',
      'Năm 2023',
      'Trong đó, thu nội địa',
      'Đối với các xã đặc biệt khó khăn',
      'Các cấp, các ngành',
      '',
    ]);
  });
});

describe('a text that orders', () => {
  it('anywhere at the head of one of its sentences', () => {
    all(hasOrder, true, [
      'Hạ tầng số còn yếu. Đẩy nhanh tiến độ phủ sóng các thôn, bản.',
      'Căn cứ chức năng, nhiệm vụ được giao, xây dựng kế hoạch thực hiện.',
      'Trên cơ sở kết quả rà soát, ban hành danh mục dự án.',
      'Trong thời gian tới, tập trung tháo gỡ vướng mắc về đất đai.',
    ]);
  });

  it('or says that something must be done', () => {
    all(hasOrder, true, [
      'Các chủ đầu tư phải hoàn thành hồ sơ trước ngày 30/6.',
      'Sở Tài chính chủ trì, phối hợp với các sở lập dự toán.',
      'Ủy ban nhân dân các xã có trách nhiệm công khai quy hoạch.',
      'Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy nêu gương.',
    ]);
  });

  it('is no report and no definition', () => {
    all(hasOrder, false, [
      'Kinh tế tăng trưởng khá. Số thu ngân sách đạt dự toán.',
      'Chuyển đổi số là nhiệm vụ của toàn xã hội.',
      'Dữ liệu số là yếu tố sản xuất mới.',
      'Các đại biểu dự hội nghị.',
      '',
    ]);
  });

  it('comes to an end on a text without one', () => {
    for (const unit of ['Tăng cường ', 'căn cứ, ', 'là ', '. Tăng', 'a']) {
      assert.equal(typeof hasOrder(unit.repeat(30_000)), 'boolean');
    }
  });
});
