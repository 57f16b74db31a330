/** What a heading says its part is about. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Zone, zoneOfHeading } from './zone.ts';

const HEADINGS: Readonly<Partial<Record<Zone, readonly string[]>>> = {
  results: [
    'TÌNH HÌNH KINH TẾ - XÃ HỘI NĂM 2022',
    'Kết quả thực hiện nghị quyết năm 2022',
    'KẾT QUẢ ĐẠT ĐƯỢC',
    'Kết quả ưu điểm',
    'Đánh giá chung',
    'Hạn chế và nguyên nhân',
    'Những tồn tại, khuyết điểm',
    'Kiểm điểm việc thực hiện nhiệm vụ năm 2022',
    'Bài học kinh nghiệm',
    'Thực trạng',
  ],
  targets: ['MỤC TIÊU, NHIỆM VỤ NĂM 2023', 'Các chỉ tiêu chủ yếu', 'Mục tiêu tổng quát', 'Mục tiêu, chỉ tiêu cụ thể'],
  tasks: [
    'NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU',
    'Nhiệm vụ trọng tâm và các chỉ tiêu kèm theo',
    'TỔ CHỨC THỰC HIỆN',
    'Phân công trách nhiệm',
    'Giải pháp thực hiện',
    'Kiến nghị, đề xuất',
  ],
  context: ['QUAN ĐIỂM CHỈ ĐẠO', 'Mục đích, yêu cầu', 'Phạm vi, đối tượng', 'Bối cảnh và dự báo', 'Kinh phí thực hiện'],
};

describe('the zone of a heading', () => {
  for (const [zone, headings] of Object.entries(HEADINGS)) {
    it(zone, () => {
      for (const heading of headings) assert.equal(zoneOfHeading(heading)?.zone, zone, heading);
    });
  }

  it('is that of the first word that tells', () => {
    assert.deepEqual(zoneOfHeading('Mục tiêu, nhiệm vụ và giải pháp'), { zone: 'targets', at: 0 });
    assert.deepEqual(zoneOfHeading('Tình hình thực hiện nhiệm vụ'), { zone: 'results', at: 0 });
    assert.equal(zoneOfHeading('Phương hướng, nhiệm vụ')?.at, 14);
  });

  it('is null for a topic', () => {
    for (const heading of ['Về phát triển kinh tế', 'Nông nghiệp', 'Công nghiệp - xây dựng', 'Sở Tài chính', '']) {
      assert.equal(zoneOfHeading(heading), null, heading);
    }
  });
});
