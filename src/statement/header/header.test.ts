import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHeader } from './header.ts';

const MOTTO = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc';

function fields(text: string): Record<string, unknown> {
  const h = readHeader(text);
  const { type, symbol, issuer, province, place, date, title, planYear, signer, signerTitle } = h;
  return { type, symbol, issuer, province, place, date, title, planYear, signer, signerTitle };
}

const COUNCIL = {
  type: 'Nghị quyết',
  symbol: '244/2020/NQ-HĐND',
  issuer: 'Hội đồng nhân dân tỉnh Hà Tĩnh',
  province: 'Hà Tĩnh',
  place: 'Hà Tĩnh',
  date: '2020-12-08',
  title: 'Về nhiệm vụ phát triển kinh tế - xã hội năm 2021',
  planYear: 2021,
  signer: 'Hoàng Trung Dũng',
  signerTitle: 'Chủ tịch',
};

test('a State header, line by line and all on one line', () => {
  const foot = '\nNơi nhận:\n- Như Điều 2;\n- Lưu: VT.\nCHỦ TỊCH\nHoàng Trung Dũng';
  const lines = `HỘI ĐỒNG NHÂN DÂN\nTỈNH HÀ TĨNH\n${MOTTO}\nSố: 244/2020/NQ-HĐND\nHà Tĩnh, ngày 08 tháng 12 năm 2020\nNGHỊ QUYẾT\nVề nhiệm vụ phát triển kinh tế - xã hội năm 2021\nHỘI ĐỒNG NHÂN DÂN TỈNH HÀ TĨNH\nKHÓA XVII, KỲ HỌP THỨ 18\nCăn cứ Luật Tổ chức chính quyền địa phương;`;
  assert.deepEqual(fields(lines + foot), COUNCIL);
  const flat = `HỘI ĐỒNG NHÂN DÂN TỈNH HÀ TĨNH ${MOTTO.replace('\n', ' ')} Số: 244/2020/NQ-HĐND Hà Tĩnh, ngày 08 tháng 12 năm 2020 NGHỊ QUYẾT Về nhiệm vụ phát triển kinh tế - xã hội năm 2021\nCăn cứ Luật;\nNơi nhận:\n- Lưu: VT. CHỦ TỊCH Hoàng Trung Dũng`;
  assert.deepEqual(fields(flat), COUNCIL);
  const table = `|\n| HỘI ĐỒNG NHÂN DÂN TỈNH HÀ TĨNH | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n| --- | --- |\n| Số: 244/2020/NQ-HĐND | Hà Tĩnh, ngày 08 tháng 12 năm 2020 |\n**NGHỊ QUYẾT**\n**Về nhiệm vụ phát triển kinh tế - xã hội năm 2021**\nCăn cứ Luật;${foot}`;
  assert.deepEqual(fields(table), COUNCIL);
});

test('a Party header: the committee of the conference issues, marks and run-together lines are tolerated', () => {
  const text =
    'TỈNH ỦY HƯNG YÊN\n*\nSố 01 - NQ/TU\nĐẢNG CỘNG SẢN VIỆT NAM*Hưng Yên, ngày 26 tháng 11 năm 2020***NGHỊ QUYẾT****HỘI NGHỊ LẦN THỨ 2 BAN CHẤP HÀNH ĐẢNG BỘ TỈNH KHOÁ XIX Về tình hình năm 2020; mục tiêu năm 2021**\nHội nghị lần thứ 2 Ban Chấp hành họp ngày 25\nT/M BAN CHẤP HÀNH\nBÍ THƯ\nĐỗ Tiến Sỹ';
  assert.deepEqual(fields(text), {
    type: 'Nghị quyết',
    symbol: '01-NQ/TU',
    issuer: 'Ban Chấp hành Đảng bộ tỉnh Hưng Yên',
    province: 'Hưng Yên',
    place: 'Hưng Yên',
    date: '2020-11-26',
    title: 'Về tình hình năm 2020; mục tiêu năm 2021',
    planYear: 2021,
    signer: 'Đỗ Tiến Sỹ',
    signerTitle: 'Bí thư',
  });
  const standing = readHeader(
    'TỈNH ỦY NGHỆ AN\nSố 12-KL/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nNghệ An, ngày 05 tháng 7 năm 2024\nKẾT LUẬN\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\nvề nhiệm vụ 6 tháng cuối năm 2024\nI. ĐÁNH GIÁ\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nNguyễn Văn Thông',
  );
  assert.equal(standing.issuer, 'Ban Thường vụ Tỉnh ủy Nghệ An');
  assert.equal(standing.planYear, 2024);
  assert.equal(standing.signerTitle, 'Phó Bí thư');
});

test('a title in capitals is written as a sentence, with the names that the body has', () => {
  const h = readHeader(
    `VĂN PHÒNG CHÍNH PHỦ\n${MOTTO}\nSố: 636/TB-VPCP\nHà Nội, ngày 24 tháng 11 năm 2025\nTHÔNG BÁO\nKẾT LUẬN CỦA PHÓ THỦ TƯỚNG BÙI THANH SƠN TẠI BUỔI LÀM VIỆC VỚI TỈNH PHÚ THỌ\nNgày 14 tháng 11, Phó Thủ tướng Bùi Thanh Sơn đã chủ trì\nKT. BỘ TRƯỞNG, CHỦ NHIỆM\nPHÓ CHỦ NHIỆM\nPhạm Mạnh Cường`,
  );
  assert.equal(h.title, 'Kết luận của Phó Thủ tướng Bùi Thanh Sơn tại buổi làm việc với tỉnh Phú Thọ');
  assert.equal(h.issuer, 'Văn phòng Chính phủ');
  assert.equal(h.province, 'Phú Thọ');
  assert.equal(h.signer, 'Phạm Mạnh Cường');
  assert.equal(h.signerTitle, 'Phó Chủ nhiệm');
});

test('small letters of old data bases get their capitals back', () => {
  const h = fields(
    'Nghị quyết về kế hoạch đầu tư phát triển tỉnh hải dương năm 2009\nHội đồng nhân dân tỉnh hải dương\nKhóa xiv, kỳ họp thứ 13\nCăn cứ Luật Tổ chức Hội đồng nhân dân;',
  );
  assert.equal(h.type, 'Nghị quyết');
  assert.equal(h.title, 'Về kế hoạch đầu tư phát triển tỉnh Hải Dương năm 2009');
  assert.equal(h.issuer, 'Hội đồng nhân dân tỉnh Hải Dương');
  assert.equal(h.planYear, 2009);
  assert.equal(h.date, null);
});

test('a blank number and date', () => {
  const h = readHeader(
    `ỦY BAN NHÂN DÂN    TỈNH LÀO CAI\n${MOTTO}\nSố:           /KH-UBND\nLào Cai, ngày       tháng      năm 2026\nKẾ HOẠCH\nTriển khai thực hiện Chỉ thị số 11-CT/TU ngày 04/01/2026\ncủa Ban Thường vụ Tỉnh ủy\nThực hiện Chỉ thị số 11-CT/TU, Ủy ban nhân dân tỉnh ban hành như sau:`,
  );
  assert.equal(h.symbol, null);
  assert.equal(h.printedSymbol, '/KH-UBND');
  assert.equal(h.date, null);
  assert.equal(h.docYear, 2026);
  assert.equal(h.place, 'Lào Cai');
  assert.equal(h.planYear, null);
  assert.equal(h.title, 'Triển khai thực hiện Chỉ thị số 11-CT/TU ngày 04/01/2026 của Ban Thường vụ Tỉnh ủy');
});

test('a text that begins in the middle is known by what it says of itself', () => {
  const h = readHeader(
    'nhiệm vụ tại Chương trình công tác toàn khóa.\n- Tập trung thực hiện nhiệm vụ năm 2021 của tỉnh Hà Tĩnh; mục tiêu, chỉ tiêu kế hoạch năm 2021.\n- Xây dựng tỉnh Hà Tĩnh đạt chuẩn; thực hiện Chương trình này./.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Tiên Hưng',
  );
  assert.equal(h.type, 'Chương trình');
  assert.equal(h.issuer, 'Ủy ban nhân dân tỉnh Hà Tĩnh');
  assert.equal(h.planYear, 2021);
  assert.equal(h.title, null);
  assert.equal(h.headEnd, 0);
  assert.equal(h.confidence.type, 'check');
});

test('a copy mark is kept apart from the document that it copies', () => {
  const h = readHeader(
    'Gia Lai, ngày 30 tháng 11 năm 2020\nNGHỊ QUYẾT\nBAN CHẤP HÀNH ĐẢNG BỘ TỈNH KHÓA XVI\nvề chỉ tiêu, nhiệm vụ năm 2021\nI- TÌNH HÌNH\nNơi nhận:\n- Lưu Văn phòng Tỉnh ủy.\nHồ Văn Niên\nHUYỆN ỦY ĐỨC CƠ\nVĂN PHÒNG\nSAO LỤC\nSố 26-BS/VPHU\nĐức Cơ, ngày 08 tháng 12 năm 2020\nNơi nhận:\n- Lưu.\nK/T CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\nTrần Hữu Dũng',
  );
  assert.equal(h.symbol, null);
  assert.equal(h.date, '2020-11-30');
  assert.equal(h.signer, 'Hồ Văn Niên');
  assert.equal(h.signerTitle, null);
  const { span, ...copy } = h.certifiedCopy ?? { span: null };
  assert.ok(span !== null);
  assert.deepEqual(copy, {
    kind: 'Sao lục',
    symbol: '26-BS/VPHU',
    issuer: 'Văn phòng Huyện ủy Đức Cơ',
    place: 'Đức Cơ',
    date: '2020-12-08',
    signer: 'Trần Hữu Dũng',
  });
});

test('spans point at what was read', () => {
  const text = `UBND TỈNH THANH HÓA\n${MOTTO}\nSố: 33/CT-UBND\nThanh Hóa, ngày 3 tháng 12 năm 2021\nCHỈ THỊ\nVề việc tăng cường thực hiện nhiệm vụ năm 2022\nThực hiện Nghị quyết\nTM. ỦY BAN NHÂN DÂN CHỦ TỊCH Đỗ Minh Tuấn`;
  const { spans } = readHeader(text);
  const at = (field: keyof typeof spans): string => {
    const span = spans[field];
    return span === undefined ? '' : text.slice(span.start, span.end);
  };
  assert.equal(at('type'), 'CHỈ THỊ');
  assert.equal(at('symbol'), 'Số: 33/CT-UBND');
  assert.equal(at('place'), 'Thanh Hóa');
  assert.equal(at('date'), 'ngày 3 tháng 12 năm 2021');
  assert.equal(at('title'), 'Về việc tăng cường thực hiện nhiệm vụ năm 2022');
  assert.equal(at('signer'), 'Đỗ Minh Tuấn');
  assert.equal(at('signerTitle'), 'CHỦ TỊCH');
});

test('the frame of a web page stands before the letterhead, or in its place', () => {
  const frame =
    'Nghị quyết số 19/2011/NQ-HĐND ngày 29/07/2011 của Hội đồng nhân dân tỉnh Nghệ An Thực hiện nhiệm vụ năm 2012 (Văn bản hết hiệu lực)\n- Số hiệu văn bản: 19/2011/NQ-HĐND\n- Cơ quan ban hành: Tỉnh Nghệ An\n- Ngày ban hành: 29-07-2011\n- Tình trạng hiệu lực: Hết hiệu lực\nThuộc tính\nLược đồ\n';
  const letterhead = `HỘI ĐỒNG NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 19/2011/NQ-HĐND\tNghệ An, ngày 29 tháng 7 năm 2011\nNGHỊ QUYẾT\nVỀ THỰC HIỆN NHIỆM VỤ NĂM 2012\nHỘI ĐỒNG NHÂN DÂN TỈNH NGHỆ AN\nKHOÁ XVI KỲ HỌP THỨ 2\n`;
  const body = 'Căn cứ Luật Tổ chức Hội đồng nhân dân;\nI. MỤC TIÊU\n';
  const whole = readHeader(frame + letterhead + body);
  assert.equal(whole.symbol, '19/2011/NQ-HĐND');
  assert.equal(whole.issuer, 'Hội đồng nhân dân tỉnh Nghệ An');
  assert.equal(whole.place, 'Nghệ An');
  assert.equal(whole.title, 'Về thực hiện nhiệm vụ năm 2012');
  assert.equal(whole.confidence.symbol, undefined);
  const lost = readHeader(frame + body);
  assert.equal(lost.type, 'Nghị quyết');
  assert.equal(lost.symbol, '19/2011/NQ-HĐND');
  assert.equal(lost.date, '2011-07-29');
  assert.equal(lost.issuer, 'Hội đồng nhân dân tỉnh Nghệ An');
  assert.equal(lost.title, 'Thực hiện nhiệm vụ năm 2012');
  assert.equal(lost.confidence.symbol, 'check');
  const table = readHeader(
    'Số hiệu:\t123/QĐ-UBND\tLoại văn bản:\tQuyết định\nNơi ban hành:\tUBND tỉnh Bắc Giang\tNgười ký:\tLê Ánh Dương\nNgày ban hành:\t15/01/2021\nI. MỤC TIÊU\n1. Đến năm 2025',
  );
  assert.equal(table.type, 'Quyết định');
  assert.equal(table.issuer, 'Ủy ban nhân dân tỉnh Bắc Giang');
  assert.equal(table.signer, 'Lê Ánh Dương');
});

test('titles without VỀ, without a type line, on the line of the type', () => {
  for (const [text, type, title] of [
    [
      `CHÍNH PHỦ\n${MOTTO}\nSố: 12/NQ-CP\nHà Nội, ngày 07 tháng 02 năm 2023\nNGHỊ QUYẾT\nBAN HÀNH CHƯƠNG TRÌNH HÀNH ĐỘNG THỰC HIỆN NGHỊ QUYẾT SỐ 15-NQ/TW CỦA BỘ CHÍNH TRỊ\nCHÍNH PHỦ\nCăn cứ Luật`,
      'Nghị quyết',
      'Ban hành Chương trình hành động thực hiện Nghị quyết số 15-NQ/TW của Bộ Chính trị',
    ],
    [
      `HỘI ĐỒNG NHÂN DÂN\n${MOTTO}\nSố: 26/2008/NQ-HĐND\nThái Nguyên, ngày 09 tháng 12 năm 2008\nVỀ NHIỆM VỤ TRỌNG TÂM NĂM 2009\nHỘI ĐỒNG NHÂN DÂN TỈNH THÁI NGUYÊN\nCăn cứ Luật;\nQUYẾT NGHỊ:`,
      'Nghị quyết',
      'Về nhiệm vụ trọng tâm năm 2009',
    ],
    [
      'QUYẾT ĐỊNH Về việc giao chỉ tiêu kế hoạch năm 2024\nỦY BAN NHÂN DÂN TỈNH KON TUM\nCăn cứ Luật;',
      'Quyết định',
      'Về việc giao chỉ tiêu kế hoạch năm 2024',
    ],
    [
      'DỰ THẢO BÁO CÁO Kết quả thực hiện Nghị quyết số 57-NQ/TW\nĐẢNG ỦY CHÍNH PHỦ\nSố: - BC/ĐU\nHà Nội, ngày tháng 5 năm 2025\nKính gửi: Văn phòng',
      'Báo cáo',
      'Kết quả thực hiện Nghị quyết số 57-NQ/TW',
    ],
    [
      `UBND TỈNH TRÀ VINH\n${MOTTO}\nSố: 5/KH-UBND\nKẾ HOẠCH\nPHÁT TRIỂN DU LỊCH NĂM 2021 ỦY BAN NHÂN DÂN TỈNH TRÀ VINH,\nCăn cứ Luật;`,
      'Kế hoạch',
      'Phát triển du lịch năm 2021',
    ],
  ] as const) {
    const h = readHeader(text);
    assert.equal(h.type, type, text);
    assert.equal(h.title, title, text);
  }
});

test('bodies of the centre have no province but that of their title', () => {
  const body = '\nCăn cứ Luật;\nĐiều 1. Thành phố Hồ Chí Minh, thành phố Hồ Chí Minh, tỉnh Đồng Nai.';
  for (const [text, issuer, province] of [
    [`NGHỊ QUYẾT\nVề kế hoạch phát triển năm 2025\nQUỐC HỘI${body}`, 'Quốc hội', null],
    [`CÔNG ĐIỆN\nVỀ THÚC ĐẨY XUẤT KHẨU\nTHỦ TƯỚNG CHÍNH PHỦ điện:${body}`, 'Thủ tướng Chính phủ', null],
    [
      `BỘ NỘI VỤ\n${MOTTO}\nSố: 1/CT-BNV\nHà Nội, ngày 3 tháng 2 năm 2025\nCHỈ THỊ\nVề nhiệm vụ năm 2025${body}`,
      'Bộ Nội vụ',
      null,
    ],
    [
      `BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 29-NQ/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 17 tháng 11 năm 2022\nNGHỊ QUYẾT\nVề công nghiệp hóa${body}\nT/M BAN CHẤP HÀNH TRUNG ƯƠNG\nTỔNG BÍ THƯ\nNguyễn Phú Trọng`,
      'Ban Chấp hành Trung ương Đảng',
      null,
    ],
    [`CHÍNH PHỦ\n${MOTTO}\nSố: 12/NQ-CP\nNGHỊ QUYẾT\nVề phát triển thành phố Hà Nội${body}`, 'Chính phủ', 'Hà Nội'],
    [
      `ĐẢNG ỦY XÃ TÂN LẬP\n*\nSố 03-NQ/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\nTân Lập, ngày 5 tháng 1 năm 2026\nNGHỊ QUYẾT\nVề nhiệm vụ năm 2026\nI. TÌNH HÌNH`,
      'Đảng ủy xã Tân Lập',
      null,
    ],
    [
      `HỘI ĐỒNG NHÂN DÂN TỈNH PHÚ YÊN --------\n${MOTTO}  ---------------\nSố: 57/NQ-HĐND\nNGHỊ QUYẾT\nVỀ DỰ TOÁN${body}`,
      'Hội đồng nhân dân tỉnh Phú Yên',
      'Phú Yên',
    ],
  ] as const) {
    const h = readHeader(text);
    assert.equal(h.issuer, issuer, text);
    assert.equal(h.province, province, text);
  }
});

test('a province has the name of its day', () => {
  const of = (day: string): string | null =>
    readHeader(
      `HỘI ĐỒNG NHÂN DÂN\n${MOTTO}\nSố: 9/NQ-HĐND\nThừa Thiên Huế, ${day}\nNGHỊ QUYẾT\nVề kế hoạch năm 2016\nCăn cứ Luật;`,
    ).province;
  assert.equal(of('ngày 31 tháng 8 năm 2016'), 'Thừa Thiên Huế');
  assert.equal(of('ngày 31 tháng 8 năm 2025'), 'Huế');
});

test('signatures on one line', () => {
  for (const [foot, signer, title] of [
    ['CHỦ TỊCH     Huỳnh Tấn Việt', 'Huỳnh Tấn Việt', 'Chủ tịch'],
    ['CHỦ TỊCH  (Đã ký)  Huỳnh Tấn Việt', 'Huỳnh Tấn Việt', 'Chủ tịch'],
    ['CHỦ TỊCH\n(Đã ký)\nHuỳnh Tấn Việt', 'Huỳnh Tấn Việt', 'Chủ tịch'],
    ['CHỦ TỊCH\nĐã ký: Huỳnh Tấn Việt', 'Huỳnh Tấn Việt', 'Chủ tịch'],
    ['KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Văn An', 'Nguyễn Văn An', 'Phó Chủ tịch'],
    ['TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH (Đã ký) Nguyễn Văn An', 'Nguyễn Văn An', 'Phó Chủ tịch'],
    ['CHỦ TỊCH QUỐC HỘI\nTrần Thanh Mẫn', 'Trần Thanh Mẫn', 'Chủ tịch'],
    ['T/M ĐOÀN CHỦ TỊCH\nBùi Văn Cường', 'Bùi Văn Cường', null],
  ] as const) {
    const h = readHeader(`NGHỊ QUYẾT\nVề nhiệm vụ\nCăn cứ Luật;\nĐiều 1. Thông qua.\n${foot}`);
    assert.deepEqual([h.signer, h.signerTitle], [signer, title], foot);
  }
});

test('what a lost letterhead leaves in annexes and in the adoption clause', () => {
  const annex = readHeader(
    'III. TỔ CHỨC THỰC HIỆN\n1. Các sở thực hiện Kế hoạch này.\nPHỤ LỤC\n(Kèm theo Kế hoạch số 88/KH-UBND ngày 12 tháng 4 năm 2022 của Ủy ban nhân dân tỉnh Sóc Trăng)',
  );
  assert.equal(annex.symbol, '88/KH-UBND');
  assert.equal(annex.date, '2022-04-12');
  assert.equal(annex.issuer, 'Ủy ban nhân dân tỉnh Sóc Trăng');
  const adopted = (by: string): string | null =>
    readHeader(
      `NGHỊ QUYẾT\nVề kế hoạch năm 2025\nCăn cứ Luật;\nNghị quyết này được ${by}, thông qua ngày 19 tháng 02 năm 2025.`,
    ).date;
  assert.equal(
    adopted('Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XV, Kỳ họp bất thường lần thứ 9'),
    '2025-02-19',
  );
  // A council's resolution is dated when it is signed.
  assert.equal(adopted('Hội đồng nhân dân tỉnh khóa XVII, kỳ họp thứ 3'), null);
  const blank = readHeader(
    `UBND TỈNH LÀO CAI\n${MOTTO}\nSố:     /KH-UBND\nLào Cai, ngày tháng 5 năm 2025\nKẾ HOẠCH\nVề chuyển đổi số\nCăn cứ Luật;`,
  );
  assert.equal(blank.place, 'Lào Cai');
  assert.equal(blank.date, null);
});

test('a vision goes beyond the plan', () => {
  const h = readHeader('NGHỊ QUYẾT\nVề phát triển tỉnh đến năm 2030, tầm nhìn đến năm 2045\nCăn cứ Luật;');
  assert.equal(h.planYear, 2030);
});

test('any text has a header, if an empty one; hostile input is quick', () => {
  for (const text of [
    '',
    ' ',
    '\n'.repeat(300_000),
    'NGHỊ QUYẾT '.repeat(50_000),
    'TM. ỦY BAN '.repeat(50_000),
    '('.repeat(300_000),
    'Số hiệu: '.repeat(50_000),
    '(kèm theo '.repeat(50_000),
    'Số hiệu:\n'.repeat(50_000),
    'này được Quốc hội '.repeat(30_000),
  ]) {
    assert.ok(readHeader(text));
  }
});
