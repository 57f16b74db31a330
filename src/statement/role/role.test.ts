import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Role, type Roles, readHeadingRoles, readRoleCells, readRoles } from './role.ts';

/** `lead A, lead B / support C` */
function show(roles: Roles | null): string | null {
  if (roles === null) return null;
  const names = (list: readonly Role[]): string => list.map(({ name }) => name).join(' | ');
  return roles.support.length === 0 ? names(roles.lead) : `${names(roles.lead)} / ${names(roles.support)}`;
}

function above(lead: string, support?: string): Roles {
  const role = (name: string): Role => ({ name, start: 0, end: name.length, inherited: false, confidence: 'high' });
  return { lead: [role(lead)], support: support === undefined ? [] : [role(support)] };
}

/** Examples by what they show: the text, then what is read. */
function check(
  title: string,
  read: (text: string) => string | null,
  examples: readonly (readonly [string, string | null])[],
): void {
  it(title, () => {
    for (const [text, roles] of examples) assert.equal(read(text), roles, text);
  });
}

describe('readRoles', () => {
  const alone = (text: string): string | null => show(readRoles(text, null));

  check('reads who chairs and with whom', alone, [
    [
      'Sở Y tế chủ trì, phối hợp với Sở Tài chính và các đơn vị liên quan xây dựng đề án.',
      'Sở Y tế / Sở Tài chính | các đơn vị liên quan',
    ],
    ['Sở Công Thương chủ trì hướng dẫn các doanh nghiệp.', 'Sở Công Thương'],
    ['Giao Sở Nội vụ chủ trì, phối hợp cùng các sở, ngành rà soát.', 'Sở Nội vụ / các sở, ngành'],
    ['Sở Nội vụ chủ trì; Sở Tài chính, Sở Tư pháp phối hợp thực hiện.', 'Sở Nội vụ / Sở Tài chính | Sở Tư pháp'],
    ['Xây dựng đề án (Sở Du lịch chủ trì, Sở Tài chính phối hợp).', 'Sở Du lịch / Sở Tài chính'],
    [
      'Lập đề án. Cơ quan chủ trì: Sở Du lịch; cơ quan phối hợp: các địa phương; thời gian: quý II.',
      'Sở Du lịch / các địa phương',
    ],
  ]);

  check('reads the subject of an order', alone, [
    ['Thanh tra tỉnh tăng cường thanh tra theo chuyên đề.', 'Thanh tra tỉnh'],
    [
      'Cục Thuế tỉnh và Cục Hải quan tỉnh theo chức năng nhiệm vụ: Triển khai thu ngân sách.',
      'Cục Thuế tỉnh | Cục Hải quan tỉnh',
    ],
    ['Sở Tài chính: Kịp thời phân bổ dự toán.', 'Sở Tài chính'],
    ['Củng cố các tiêu chí. Các xã, huyện tiếp tục duy trì kết quả.', 'Các xã, huyện'],
    ['Doanh nghiệp viễn thông, bưu chính ưu tiên đầu tư hạ tầng số.', 'Doanh nghiệp viễn thông, bưu chính'],
    ['Ngành tài chính, các địa phương chủ động đề ra giải pháp.', 'Ngành tài chính | các địa phương'],
    ['Huyện Đức Cơ tập trung xây dựng cửa khẩu.', 'Huyện Đức Cơ'],
    [
      'Các cơ quan được giao nhiệm vụ tại Phụ lục có trách nhiệm báo cáo.',
      'Các cơ quan được giao nhiệm vụ tại Phụ lục',
    ],
  ]);

  check('finds the subject behind an adverbial', alone, [
    ['Căn cứ hướng dẫn của Bộ Tài chính, Sở Tài chính nghiên cứu xây dựng khung.', 'Sở Tài chính'],
    ['Trong quá trình thực hiện, các sở, ngành và địa phương cần tổ chức lấy ý kiến.', 'các sở, ngành và địa phương'],
    ['Từ nay đến cuối năm, các chủ đầu tư khẩn trương giải ngân.', 'các chủ đầu tư'],
    ['Đồng thời, Sở Xây dựng rà soát quy hoạch.', 'Sở Xây dựng'],
    ['Trên cơ sở đề xuất của các sở, ngành, chủ trì tổng hợp kinh phí.', ''],
  ]);

  check('gives the order to the body ordered, not to the one that orders', alone, [
    [
      'Ủy ban nhân dân tỉnh yêu cầu Thủ trưởng các sở, ban, ngành nghiêm túc thực hiện.',
      'Thủ trưởng các sở, ban, ngành',
    ],
    ['Đề nghị các Ban HĐND tỉnh, HĐND các huyện tăng cường giám sát.', 'các Ban HĐND tỉnh | HĐND các huyện'],
    ['Hội đồng nhân dân tỉnh giao:', ''],
    ['HĐND tỉnh thống nhất với báo cáo của UBND tỉnh; đồng thời yêu cầu UBND tỉnh rà soát.', 'UBND tỉnh'],
    ['Chủ tịch UBND tỉnh chỉ thị các sở, ban, ngành rà soát.', 'các sở, ban, ngành'],
    ['Khuyến khích Hội Nông dân tỉnh xây dựng mô hình.', 'Hội Nông dân tỉnh'],
    ['Khuyến khích các doanh nghiệp phối hợp với các trường đại học.', ''],
  ]);

  check('reads persons addressed by their offices', alone, [
    [
      'Các ông (bà): Chánh Văn phòng UBND tỉnh, Giám đốc Sở Y tế, Sở Tài chính, Chủ tịch UBND các huyện, thị chịu trách nhiệm thi hành.',
      'Chánh Văn phòng UBND tỉnh | Giám đốc Sở Y tế | Sở Tài chính | Chủ tịch UBND các huyện, thị',
    ],
    [
      'Các đồng chí: Chánh Văn phòng Tỉnh ủy, Trưởng Ban Tổ chức Tỉnh ủy căn cứ Quyết định thi hành.',
      'Chánh Văn phòng Tỉnh ủy | Trưởng Ban Tổ chức Tỉnh ủy',
    ],
    [
      'Ông Chánh Văn phòng UBND tỉnh, Giám đốcSở Nội vụ chịu trách nhiệm thi hành.',
      'Chánh Văn phòng UBND tỉnh | Giám đốc Sở Nội vụ',
    ],
    [
      'Chánh Văn phòng Đoàn ĐBQH và HĐND tỉnh, Chánh Thanh tra tỉnh chịu trách nhiệm thi hành.',
      'Chánh Văn phòng Đoàn ĐBQH và HĐND tỉnh | Chánh Thanh tra tỉnh',
    ],
    ['Giao các Phó Thủ tướng Chính phủ theo nhiệm vụ được phân công chỉ đạo các bộ.', 'các Phó Thủ tướng Chính phủ'],
    [
      'Các Phó Chủ tịch UBND tỉnh, các thành viên UBND tỉnh theo lĩnh vực được giao chỉ đạo.',
      'Các Phó Chủ tịch UBND tỉnh | các thành viên UBND tỉnh',
    ],
    [
      'Yêu cầu Giám đốc sở, Chủ tịch UBND các huyện, thị, thành nghiêm túc thực hiện.',
      'Giám đốc sở | Chủ tịch UBND các huyện, thị, thành',
    ],
  ]);

  check('reads bodies that oversee and rally', alone, [
    [
      'Ủy ban Thường vụ Quốc hội, các Ủy ban của Quốc hội, các Đoàn đại biểu Quốc hội và đại biểu Quốc hội, trong phạm vi chức năng của mình, giám sát việc thực hiện.',
      'Ủy ban Thường vụ Quốc hội | các Ủy ban của Quốc hội | các Đoàn đại biểu Quốc hội | đại biểu Quốc hội',
    ],
    [
      'Giao Thường trực HĐND tỉnh, các Ban HĐND tỉnh, các Tổ đại biểu và đại biểu HĐND tỉnh giám sát.',
      'Thường trực HĐND tỉnh | các Ban HĐND tỉnh | các Tổ đại biểu HĐND tỉnh | đại biểu HĐND tỉnh',
    ],
    [
      'Mặt trận Tổ quốc Việt Nam và các tổ chức thành viên của Mặt trận giám sát và động viên Nhân dân.',
      'Mặt trận Tổ quốc Việt Nam | các tổ chức thành viên của Mặt trận',
    ],
    [
      'Các cấp, các ngành, các địa phương và cả hệ thống chính trị tập trung thực hiện.',
      'Các cấp, các ngành, các địa phương',
    ],
    ['Hội đồng nhân dân tỉnh kêu gọi đồng bào, cán bộ, chiến sĩ phát huy truyền thống.', ''],
  ]);

  check('takes what says which bodies into their name', alone, [
    [
      'Ủy ban nhân dân các địa phương có nông sản xuất khẩu qua biên giới thường xuyên cập nhật thông tin.',
      'Ủy ban nhân dân các địa phương có nông sản xuất khẩu qua biên giới',
    ],
    ['UBND các huyện có đường biên giới tăng cường tuần tra.', 'UBND các huyện có đường biên giới'],
    [
      'UBND các xã, phường nơi có dự án đi qua khẩn trương giải phóng mặt bằng.',
      'UBND các xã, phường nơi có dự án đi qua',
    ],
    [
      'Các tỉnh, thành phố trong cả nước, nhất là các tỉnh miền núi chủ động rà soát.',
      'Các tỉnh, thành phố trong cả nước',
    ],
  ]);

  check('takes no body that is only spoken of', alone, [
    ['Tham mưu Ban Chỉ đạo, UBND tỉnh tập trung chỉ đạo chương trình.', ''],
    ['Tập trung chỉ đạo các cấp ủy, tổ chức đảng quán triệt Nghị quyết.', ''],
    ['Nâng cao vai trò của Mặt trận Tổ quốc và các đoàn thể.', ''],
    ['Thực hiện Nghị quyết số 01-NQ/TU của Ban Thường vụ Tỉnh ủy.', ''],
    ['Tham gia bình chọn sản phẩm do Bộ Công Thương tổ chức.', ''],
    ['Xác định dữ liệu do cơ quan nhà nước chủ trì thu thập.', ''],
    ['Các doanh nghiệp được hỗ trợ vay vốn ưu đãi.', ''],
    ['Tỉnh ủy thống nhất nội dung trình của Ban cán sự đảng UBND tỉnh.', ''],
    ['Thành phố Việt Trì: Giai đoạn 2011 - 2015 xây dựng 01 trung tâm.', ''],
  ]);

  check('takes no topic for a body', alone, [
    ['Ban hành các cơ chế, chính sách.', ''],
    ['Công tác thanh tra, kiểm tra được tăng cường.', ''],
    ['Thanh tra, kiểm tra việc chấp hành pháp luật.', ''],
    ['Bộ tiêu chí nông thôn mới tiếp tục được rà soát.', ''],
    ['Hội nghị xúc tiến đầu tư tổ chức trong quý II.', ''],
    ['Hoàn thiện quy hoạch; tổ chức Hội nghị xúc tiến đầu tư.', ''],
  ]);

  check('reads partners, not the noun', alone, [
    [
      'Chủ động phối hợp với Bộ Kế hoạch và Đầu tư và các Bộ, ngành liên quan hoàn thiện hồ sơ.',
      ' / Bộ Kế hoạch và Đầu tư | các Bộ, ngành liên quan',
    ],
    ['Phối hợp Sở Y tế cùng các địa phương tập trung tiêm chủng.', ' / Sở Y tế | các địa phương'],
    ['Phối hợp với các sở, ngành; UBND cấp xã kiểm tra mỏ.', ' / các sở, ngành | UBND cấp xã'],
    ['Tăng cường phối hợp giữa ngành thuế với các cơ quan chức năng trong quản lý thu.', ' / các cơ quan chức năng'],
    ['Nâng cao hiệu quả phối hợp giữa lực lượng Quân sự, Công an.', ''],
    ['Xây dựng Quy chế phối hợp giữa Ban Quản lý Khu kinh tế tỉnh với các sở.', ''],
    ['Phối hợp đẩy nhanh tiến độ các dự án.', ''],
    ['Sở Tài chính chủ trì cùng với Sở Y tế tham mưu.', 'Sở Tài chính / Sở Y tế'],
    [
      'Phòng Kinh tế chủ trì, phối hợp với Văn phòng HĐND và UBND xã, các thôn rà soát.',
      'Phòng Kinh tế / Văn phòng HĐND và UBND xã | các thôn',
    ],
    [
      'Sở Công Thương chủ trì, phối hợp chặt chẽ, quyết liệt, hiệu quả với Cục Quản lý thị trường tỉnh, Công an tỉnh kiểm tra.',
      'Sở Công Thương / Cục Quản lý thị trường tỉnh | Công an tỉnh',
    ],
    ['Phối hợp chặt chẽ, đồng bộ các lực lượng tuần tra.', ''],
  ]);

  it('takes over what the heading says and the block does not', () => {
    const heading = above('Sở Nội vụ', 'các sở, ngành');
    assert.equal(show(readRoles('Rà soát biên chế.', heading)), 'Sở Nội vụ / các sở, ngành');
    assert.equal(show(readRoles('Chủ trì, phối hợp với Sở Y tế rà soát.', heading)), 'Sở Nội vụ / Sở Y tế');
    assert.equal(show(readRoles('Sở Tài chính bố trí kinh phí.', heading)), 'Sở Tài chính');
    assert.equal(show(readRoles('Yêu cầu các đơn vị lắp đặt trạm cân.', heading)), 'Sở Nội vụ / các sở, ngành');
    assert.equal(
      show(readRoles('Rà soát biên chế. Sở Tài chính bố trí kinh phí.', above('Sở Nội vụ'))),
      'Sở Nội vụ | Sở Tài chính',
    );
    assert.deepEqual(
      readRoles('Rà soát biên chế.', heading).lead.map(({ inherited }) => inherited),
      [true],
    );
  });

  it('points at the names in the block', () => {
    const block = 'Rà soát. Sở Y tế chủ trì, phối hợp với Công an tỉnh kiểm tra.';
    const { lead, support } = readRoles(block, null);
    for (const role of [...lead, ...support]) assert.equal(block.slice(role.start, role.end), role.name);
    assert.deepEqual([lead[0]?.confidence, support[0]?.confidence], ['check', 'high']);
  });

  it('stays linear on senseless text', () => {
    for (const unit of [
      '; UBND tỉnh',
      'phối hợp với ',
      'các sở, ',
      'Giám đốc ',
      'của các sở ',
      '(Sở Y tế ',
      'Các ông (bà): ',
      'Trưởng Ban ',
    ]) {
      assert.ok(readRoles(unit.repeat(5000), null));
    }
  });
});

describe('readHeadingRoles', () => {
  check('reads the bodies that govern bullets', (text) => show(readHeadingRoles(text)), [
    [
      '1.2. Sở Kế hoạch và Đầu tư chủ trì, phối hợp với các sở, ban, ngành, địa phương:',
      'Sở Kế hoạch và Đầu tư / các sở, ban, ngành, địa phương',
    ],
    ['8.1. Sở Tư pháp:', 'Sở Tư pháp'],
    ['SỞ Y TẾ', 'SỞ Y TẾ'],
    ['2. Trách nhiệm của Sở Tài chính', 'Sở Tài chính'],
    ['a) Đối với UBND cấp huyện', 'UBND cấp huyện'],
    ['Giao Sở Xây dựng:', 'Sở Xây dựng'],
    [
      'Quốc hội cơ bản tán thành các giải pháp do Chính phủ trình, đồng thời, đề nghị Chính phủ và các cơ quan liên quan tập trung thực hiện:',
      'Chính phủ | các cơ quan liên quan',
    ],
    [
      'HĐND tỉnh tán thành các nhiệm vụ do UBND tỉnh trình. Đề nghị UBND tỉnh, các cấp, các ngành thực hiện:',
      'UBND tỉnh | các cấp, các ngành',
    ],
    ['Hội đồng nhân dân tỉnh nhất trí với các nhiệm vụ trên, giao Ủy ban nhân dân tỉnh:', 'Ủy ban nhân dân tỉnh'],
    ['2. Đối với Thủ đô Hà Nội', 'Thủ đô Hà Nội'],
    ['b) Đối với huyện Thanh Ba:', 'huyện Thanh Ba'],
    ['3. Đối với các cơ quan, đơn vị được giao vốn:', 'các cơ quan, đơn vị được giao vốn'],
    [
      'Các bộ, ngành chủ động phối hợp thường xuyên với thành phố Hà Nội, tập trung vào các nội dung sau:',
      'Các bộ, ngành',
    ],
    ['Sở Y tế chủ trì, phối hợp với Công an thành phố Hà Nội:', 'Sở Y tế / Công an thành phố Hà Nội'],
    ['Các sở, ngành, địa phương, đơn vị liên quan:', 'Các sở, ngành, địa phương, đơn vị liên quan'],
    [
      'Giám đốc các Sở, Thủ trưởng các ban, ngành trực tiếp chịu trách nhiệm thực hiện các nhiệm vụ sau:',
      'Giám đốc các Sở | Thủ trưởng các ban, ngành',
    ],
    [
      'Ban cán sự đảng Ủy ban nhân dân tỉnh chủ trì tham mưu xây dựng các nghị quyết:',
      'Ban cán sự đảng Ủy ban nhân dân tỉnh',
    ],
    ['Phát triển nông nghiệp (Sở Nông nghiệp và PTNT chủ trì)', 'Sở Nông nghiệp và PTNT'],
    [
      'Văn phòng điều phối thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới:',
      'Văn phòng điều phối thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới',
    ],
  ]);

  check('is null for a topic', (text) => show(readHeadingRoles(text)), [
    ['Về phát triển kinh tế', null],
    ['II. TỔ CHỨC THỰC HIỆN', null],
    ['3. Thành phố Việt Trì:', null],
    ['4. Doanh nghiệp số', null],
    ['Ngành công nghiệp', null],
    ['Công nghiệp - xây dựng', null],
    ['Đối với lĩnh vực nông nghiệp', null],
    ['1. Tổ chức, bộ máy', null],
    ['Cấp cơ sở', null],
    ['HĐND tỉnh nhất trí với các giải pháp của UBND tỉnh và nhấn mạnh:', null],
    ['Đối với khu vực nông thôn', null],
    ['Đối với các ngành kinh tế', null],
    ['1. Đối với các dự án chuyển tiếp', null],
  ]);
});

describe('readRoleCells', () => {
  it('reads the columns of a row', () => {
    assert.equal(
      show(readRoleCells({ lead: 'Sở Tài chính; Sở Y tế', support: 'Các sở, ban, ngành' })),
      'Sở Tài chính | Sở Y tế / Các sở, ban, ngành',
    );
    assert.equal(show(readRoleCells({ lead: 'Sở Y tế chủ trì, phối hợp với Sở Tài chính' })), 'Sở Y tế / Sở Tài chính');
    assert.equal(show(readRoleCells({ lead: 'Sở Y tế (chủ trì); Sở Tài chính (phối hợp)' })), 'Sở Y tế / Sở Tài chính');
    assert.equal(show(readRoleCells({})), '');
  });
});
