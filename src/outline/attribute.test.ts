/** Lines that say who, when and what of the tasks above them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAttribute } from './attribute.ts';

const kind = (text: string): string | null => readAttribute(text)?.kind ?? null;

describe('readAttribute', () => {
  it('knows the labels of a plan', () => {
    assert.equal(kind('Cơ quan chủ trì: Sở Tư pháp.'), 'lead');
    assert.equal(kind('Đơn vị chủ trì thực hiện: Sở Y tế'), 'lead');
    assert.equal(kind('Phân công thực hiện: Sở Nội vụ'), 'lead');
    assert.equal(kind('Chủ trì: Công an tỉnh'), 'lead');
    assert.equal(kind('Cơ quan phối hợp: Các sở, ban, ngành; UBND các huyện.'), 'support');
    assert.equal(kind('Phối hợp thực hiện: các địa phương'), 'support');
    assert.equal(kind('Thời gian thực hiện: Quý III/2021.'), 'time');
    assert.equal(kind('Thời hạn hoàn thành: trước ngày 30/9/2021'), 'time');
    assert.equal(kind('Sản phẩm: Đề án của UBND tỉnh'), 'product');
    assert.equal(kind('Kết quả đầu ra: Kế hoạch'), 'product');
  });

  it('says where the value begins', () => {
    const text = 'Cơ quan chủ trì: Sở Tư pháp';
    assert.equal(text.slice(readAttribute(text)?.valueStart), 'Sở Tư pháp');
  });

  it('leaves orders, titles and stories alone', () => {
    for (const text of [
      'Phối hợp với Sở Y tế tổ chức tiêm chủng.',
      'Chủ trì, phối hợp với các sở, ngành triển khai: tuyên truyền, vận động.',
      'Kết quả thực hiện nhiệm vụ năm 2022:',
      'Sở Tư pháp: Tham mưu ban hành văn bản.',
      `Kết quả: ${'đã hoàn thành các nội dung được giao; '.repeat(12)}`,
    ]) {
      assert.equal(kind(text), null, text);
    }
  });
});
