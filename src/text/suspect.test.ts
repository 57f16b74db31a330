import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ALSO_RIGHT, COLLOCATIONS } from './data/collocations.ts';
import { findSuspects } from './suspect.ts';

/** `found → suggestion` of every suspect. */
function suspectsOf(text: string): string[] {
  return findSuspects(text).map(({ found, suggestion }) => `${found} → ${suggestion}`);
}

test('suspects a collocation whose marks are wrong', () => {
  const cases: [string, string][] = [
    ['xây dựng thể trận quốc phòng', 'thể trận → thế trận'],
    ['Phân đầu có thêm xã', 'Phân đầu → Phấn đấu'],
    ['Phần đầu năm nay có', 'Phần đầu → Phấn đấu'],
    ['giải quyết chông chéo', 'chông chéo → chồng chéo'],
    ['phát triển thương mai, dịch vụ', 'thương mai → thương mại'],
    ['Mật trận Tổ quốc', 'Mật trận → Mặt trận'],
    ['MẬT TRẬN TỔ QUỐC', 'MẬT TRẬN → MẶT TRẬN'],
    ['mọi mòc nôì, vượt biên', 'mòc nôì → móc nối'],
    ['để xảy ra nợ động kéo dài', 'nợ động → nợ đọng'],
    ['năm 2021 trong tâm là', 'trong tâm → trọng tâm'],
    ['kìm hãm, kiểm chế lạm phát', 'kiểm chế → kiềm chế'],
    ['ban hành Số tay tuyên truyền', 'Số tay → Sổ tay'],
  ];
  for (const [text, expected] of cases) assert.deepEqual(suspectsOf(text), [expected], text);
});

test('suspects a lost letter, a doubled word, a doubled stop', () => {
  assert.deepEqual(suspectsOf('phát triển kin tế xã hội'), ['kin tế → kinh tế']);
  assert.deepEqual(suspectsOf('bảo vệ và và phát huy'), ['và và → và']);
  assert.deepEqual(suspectsOf('xây dựng các\ncác nội dung'), ['các\ncác → các']);
  assert.deepEqual(suspectsOf('dưới 14,7%. .\nc) Về môi trường'), ['. . → .']);
});

test('suspects broken symbols', () => {
  const cases: [string, string][] = [
    ['Số 01 - NQ/TU', '01 - NQ/ → 01-NQ/'],
    ['Số 57- NQ/TW', '57- NQ/ → 57-NQ/'],
    ['Quyết định số 260/QĐ - BKH', '260/QĐ -  → 260/QĐ-'],
    ['Công văn 12 /UBND-KT', '12 /UBND- → 12/UBND-'],
    ['dịch Covid- 19', 'Covid- 19 → Covid-19'],
    ['số 3690/UBND-KT₁ ngày', 'KT₁ → KT1'],
    ['(10) Tỷ lệ 88%. (11 Giảm tỷ lệ', '(11 → (11)'],
  ];
  for (const [text, expected] of cases) assert.deepEqual(suspectsOf(text), [expected], text);
});

test('suspects nothing in what is right', () => {
  const right = [
    'lịch sự, lịch sử; chu kỳ, chữ ký; công nhận, công nhân; truyền thông, truyền thống; trí thức, tri thức',
    'đánh giá giá trị; phát triển triển khai; quốc phòng phòng thủ; lao động động viên; năm năm; luôn luôn',
    'xóa đói, xoá đói; hòa giải, hoà giải; thủy sản, thuỷ sản; tỷ lệ, tỉ lệ; bác sĩ, bác sỹ; quý báu; khoẻ, khỏe',
    'công tác phòng, chống thiên tai; chỉ tiêu thu nợ; công trình do huyện quản lý; tình hình thực tế; cơ sở kết quả',
    'theo hướng ứng dụng công nghệ; tại cơ sở; nền tảng số kết nối; các vấn đề sớm được giải quyết',
    'Số 01-NQ/TU; 363/KH-TTCP; 1/500; 24/7; Covid-19; khí CO₂, bụi PM₁₀; giai đoạn 2021 - 2025; ngày 7/2021',
    '(2 Nghị quyết) và (1) Một; (6)Tổng thu; v.v...; a) b) c)',
    'ở phần đầu của báo cáo; huyện Gia Định, tỉnh Đồng Tháp; bà Trần Thể Trân',
  ];
  for (const text of right) assert.deepEqual(suspectsOf(text), [], text);
});

test('every collocation is right in its own spelling, also in capitals and at a line break', () => {
  for (const printed of [...COLLOCATIONS, ...ALSO_RIGHT.split('|')]) {
    const phrase = printed.replace('!', '');
    assert.match(phrase, /^\p{Ll}+ \p{Ll}+$/u);
    assert.deepEqual(suspectsOf(phrase), [], phrase);
    assert.deepEqual(suspectsOf(phrase.toUpperCase()), [], phrase);
    assert.deepEqual(suspectsOf(phrase.replace(' ', '\n')), [], phrase);
  }
  assert.ok(new Set(COLLOCATIONS).size >= 600);
});

test('uncomposed text is not judged by its marks', () => {
  assert.deepEqual(suspectsOf('phấn đấu thế trận'.normalize('NFD')), []);
});

test('on any text: spans hold what was found, are in order and apart; the time is linear', () => {
  const words = fc.constantFrom(
    'thể',
    'trận',
    'và',
    'kin',
    'tế',
    '(11',
    'Giảm',
    '(10)',
    '₁',
    'KT',
    '-',
    ' ',
    '\n',
    '01',
    '/',
    'NQ',
    '.',
    'xã',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(words).map((list) => list.join(' ')),
      ),
      (text) => {
        let end = 0;
        for (const suspect of findSuspects(text)) {
          assert.equal(text.slice(suspect.start, suspect.end), suspect.found);
          assert.ok(suspect.start >= end && suspect.end > suspect.start);
          assert.notEqual(suspect.suggestion, suspect.found);
          end = suspect.end;
        }
      },
    ),
    { seed: 2021, numRuns: 300 },
  );
  for (const piece of ['(1 A', 'thể trận ', '01 - ', 'ệ', '. .', '₁', '1']) {
    assert.ok(Array.isArray(findSuspects(piece.repeat(100_000))), piece);
  }
});
