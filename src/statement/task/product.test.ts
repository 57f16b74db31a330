import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findProducts } from './product.ts';

const short = (text: string): string[] => findProducts(text).map((p) => `${p.kind}: ${text.slice(p.start, p.end)}`);

test('what an order is to bring forth', () => {
  for (const [text, ...wanted] of [
    [
      'Xây dựng Đề án đẩy mạnh hoạt động xuất khẩu giai đoạn 2021-2025, tham mưu UBND tỉnh',
      'scheme: Đề án đẩy mạnh hoạt động xuất khẩu giai đoạn 2021-2025',
    ],
    [
      'tham mưu UBND tỉnh trình HĐND tỉnh ban hành Nghị quyết về một số chính sách đẩy mạnh xuất khẩu.',
      'resolution: Nghị quyết về một số chính sách đẩy mạnh xuất khẩu',
    ],
    [
      'Tham mưu sửa đổi, bổ sung Quyết định số 53/2018/QĐ-UBND về ban hành quy chế. Xây',
      'decision: Quyết định số 53/2018/QĐ-UBND về ban hành quy chế',
    ],
    [
      'Hoàn thiện, trình phê duyệt Kế hoạch đầu tư công trung hạn 5 năm 2021 - 2025; tổ chức',
      'plan: Kế hoạch đầu tư công trung hạn 5 năm 2021 - 2025',
    ],
    [
      'Ban hành quy định về quản lý, bảo vệ hành lang bảo vệ bờ biển.',
      'regulation: quy định về quản lý, bảo vệ hành lang bảo vệ bờ biển',
    ],
    ['Tổ chức xây dựng bộ tiêu chí và chỉ đạo triển khai phong trào', 'criteria: bộ tiêu chí'],
    [
      'Xây dựng các nghị quyết triển khai Chương trình trọng tâm',
      'resolution: nghị quyết triển khai Chương trình trọng tâm',
    ],
    ['xây dựng cơ sở dữ liệu đất đai tỉnh Hà Tĩnh; xây dựng', 'database: cơ sở dữ liệu đất đai tỉnh Hà Tĩnh'],
    ['tập trung hoàn thành xây dựng quy hoạch tỉnh trước tháng 7/2021', 'planning: quy hoạch tỉnh'],
  ] as const) {
    assert.deepEqual(short(text), wanted, text);
  }
});

test('what only carries something out is no product', () => {
  for (const text of [
    'triển khai thực hiện Nghị quyết số 01-NQ/TU ngày 18/11/2020',
    'Sở Xây dựng chủ trì, phối hợp',
    'xây dựng nông thôn mới theo kế hoạch',
    'theo quy định của pháp luật',
    'các chính sách đã ban hành',
    'hoàn thành kế hoạch năm 2021',
  ]) {
    assert.deepEqual(short(text), [], text);
  }
});
