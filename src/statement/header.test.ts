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

test('any text has a header, if an empty one; hostile input is quick', () => {
  for (const text of [
    '',
    ' ',
    '\n'.repeat(300_000),
    'NGHỊ QUYẾT '.repeat(50_000),
    'TM. ỦY BAN '.repeat(50_000),
    '('.repeat(300_000),
  ]) {
    const begun = performance.now();
    readHeader(text);
    assert.ok(performance.now() - begun < 3000);
  }
});
