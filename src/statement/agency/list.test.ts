import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { splitAgencies } from './list.ts';

/** The names of the list, with a bar between them. */
function split(text: string): string {
  const agencies = splitAgencies(text);
  for (const { start, end } of agencies) assert.ok(start >= 0 && start < end && end <= text.length);
  return agencies.map(({ name }) => name).join(' | ');
}

describe('splitAgencies', () => {
  const cases: Record<string, readonly (readonly [string, string])[]> = {
    'leaves a generic group whole': [
      ['các sở, ban, ngành, địa phương', 'các sở, ban, ngành, địa phương'],
      ['Các cấp, các ngành, các địa phương', 'Các cấp, các ngành, các địa phương'],
      ['UBND các huyện, thành phố, thị xã', 'UBND các huyện, thành phố, thị xã'],
      ['các sở, ngành và chính quyền địa phương', 'các sở, ngành và chính quyền địa phương'],
      ['các sở, ngành, trường đại học, cao đẳng', 'các sở, ngành, trường đại học, cao đẳng'],
      ['thủ trưởng các sở, ngành, các địa phương', 'thủ trưởng các sở, ngành, các địa phương'],
      [
        'Cấp ủy, chính quyền, Mặt trận Tổ quốc, tổ chức chính trị - xã hội các cấp',
        'Cấp ủy, chính quyền, Mặt trận Tổ quốc, tổ chức chính trị - xã hội các cấp',
      ],
      ['Các huyện ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy', 'Các huyện ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy'],
      ['các phòng, ban, đơn vị thuộc huyện', 'các phòng, ban, đơn vị thuộc huyện'],
      [
        'Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh',
        'Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh',
      ],
      ['các huyện Kỳ Anh, Cẩm Xuyên và Thạch Hà', 'các huyện Kỳ Anh, Cẩm Xuyên và Thạch Hà'],
    ],
    'splits distinct bodies': [
      [
        'Sở Tài chính, Sở Xây dựng, UBND cấp huyện và các đơn vị liên quan',
        'Sở Tài chính | Sở Xây dựng | UBND cấp huyện | các đơn vị liên quan',
      ],
      ['Các sở, ban, ngành; UBND các xã, phường', 'Các sở, ban, ngành | UBND các xã, phường'],
      [
        'Giám đốc các Sở, Thủ trưởng các ban, ngành, Chủ tịch UBND các huyện, thành phố, thị xã',
        'Giám đốc các Sở | Thủ trưởng các ban, ngành | Chủ tịch UBND các huyện, thành phố, thị xã',
      ],
      [
        'Mặt trận Tổ quốc và các đoàn thể chính trị - xã hội tỉnh',
        'Mặt trận Tổ quốc | các đoàn thể chính trị - xã hội tỉnh',
      ],
      [
        'Đảng đoàn HĐND tỉnh, Ban cán sự đảng UBND tỉnh, Văn phòng Tỉnh ủy',
        'Đảng đoàn HĐND tỉnh | Ban cán sự đảng UBND tỉnh | Văn phòng Tỉnh ủy',
      ],
      [
        'các cơ quan của Đảng, Quốc hội, Mặt trận Tổ quốc Việt Nam, các tổ chức chính trị - xã hội',
        'các cơ quan của Đảng | Quốc hội | Mặt trận Tổ quốc Việt Nam | các tổ chức chính trị - xã hội',
      ],
      ['Ban Tuyên giáo Trung ương; VTV, VOV', 'Ban Tuyên giáo Trung ương | VTV | VOV'],
    ],
    'keeps names that hold commas': [
      [
        'Sở Lao động, Thương binh và Xã hội, Sở Văn hóa, Thể thao và Du lịch',
        'Sở Lao động, Thương binh và Xã hội | Sở Văn hóa, Thể thao và Du lịch',
      ],
      ['Bộ Lao động - Thương binh và Xã hội, Bộ Y tế', 'Bộ Lao động - Thương binh và Xã hội | Bộ Y tế'],
      [
        'Sở Kế hoạch - Đầu tư, Sở Văn hóa - Thể thao - Du lịch, Sở Nông nghiệp - Phát triển nông thôn',
        'Sở Kế hoạch - Đầu tư | Sở Văn hóa - Thể thao - Du lịch | Sở Nông nghiệp - Phát triển nông thôn',
      ],
      [
        'Ban Tuyên giáo Tỉnh ủy, các cơ quan thông tấn, báo chí, các bộ, ngành trung ương và địa phương',
        'Ban Tuyên giáo Tỉnh ủy | các cơ quan thông tấn, báo chí | các bộ, ngành trung ương và địa phương',
      ],
      [
        'Đảng ủy UBND tỉnh, Đảng ủy Quân sự tỉnh, Ban Thường vụ các huyện ủy, thành ủy',
        'Đảng ủy UBND tỉnh | Đảng ủy Quân sự tỉnh | Ban Thường vụ các huyện ủy, thành ủy',
      ],
      ['Báo và Phát thanh, Truyền hình Cần Thơ', 'Báo và Phát thanh, Truyền hình Cần Thơ'],
    ],
    'gives each field the head it shares': [
      ['Sở Tài chính, Y tế, Xây dựng', 'Sở Tài chính | Sở Y tế | Sở Xây dựng'],
      [
        'Các Sở: Ngoại vụ, Kế hoạch và Đầu tư, Ban Quản lý Khu kinh tế tỉnh',
        'Sở Ngoại vụ | Sở Kế hoạch và Đầu tư | Ban Quản lý Khu kinh tế tỉnh',
      ],
      ['các Bộ: Tài chính, Xây dựng', 'Bộ Tài chính | Bộ Xây dựng'],
      ['Giám đốc các Sở: Y tế, Tài chính', 'Giám đốc Sở Y tế | Giám đốc Sở Tài chính'],
      [
        'Thường trực Hội đồng nhân dân, các ban và đại biểu Hội đồng nhân dân tỉnh',
        'Thường trực Hội đồng nhân dân | các ban Hội đồng nhân dân tỉnh | đại biểu Hội đồng nhân dân tỉnh',
      ],
    ],
    'reads the cells of a table': [
      ['- Sở Tài chính\n- Sở Y tế', 'Sở Tài chính | Sở Y tế'],
      ['Sở KH&CN chủ trì hướng dẫn, tổng hợp; UBND cấp xã thực hiện công bố', 'Sở KH&CN | UBND cấp xã'],
      ['Bộ Tài chính Bộ Y tế', 'Bộ Tài chính | Bộ Y tế'],
      ['Các doanh nghiệp cung cấp dịch vụ bưu chính', 'Các doanh nghiệp cung cấp dịch vụ bưu chính'],
      ['Bộ Y tế, Bộ', 'Bộ Y tế'],
      ['Hộ gia đình, VNPT', 'Hộ gia đình | VNPT'],
    ],
    'puts misread names right': [
      ['Mật trận Tổ quốc tỉnh', 'Mặt trận Tổ quốc tỉnh'],
      ['Công an tính, các ngành', 'Công an tỉnh | các ngành'],
    ],
  };
  for (const [title, examples] of Object.entries(cases)) {
    it(title, () => {
      for (const [text, names] of examples) assert.equal(split(text), names);
    });
  }

  it('points at the names as printed', () => {
    const text = 'Các Sở: Ngoại vụ, Y tế';
    assert.deepEqual(
      splitAgencies(text).map(({ name, start, end }) => [name, text.slice(start, end)]),
      [
        ['Sở Ngoại vụ', 'Ngoại vụ'],
        ['Sở Y tế', 'Y tế'],
      ],
    );
  });
});
