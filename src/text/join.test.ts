/** Where a line goes on and where a new block begins. Sentences here are made up. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cleanText } from './clean.ts';
import { continues, detectWrapping, isAllCaps, isTerminated, startsBlock, type Wrapping } from './join.ts';

const PAGES: Wrapping = { wrapped: false, spaced: true };
const HARD: Wrapping = { wrapped: true, spaced: false };
const HARD_SPACED: Wrapping = { wrapped: true, spaced: true };

function goesOn(before: string, after: string, blanks: number, wrapping: Wrapping): boolean {
  return continues({ blanks, before, beforeLine: before, after }, wrapping);
}
const paragraphs = (source: string): string[] => {
  const { text, paragraphs: all } = cleanText(source);
  return all.map((p) => text.slice(p.start, p.end));
};

describe('what opens a block', () => {
  it('is a list mark, a number, a named part, grounds, recipients, a signature', () => {
    for (const text of [
      '- Thu ngân sách',
      '+ Ngành xây dựng',
      '• Chỉ tiêu',
      '1. Mục tiêu',
      '2.1. Trồng trọt',
      '3) Y tế',
      '2.1 Trồng trọt',
      '4- Giáo dục',
      '(12) Tỷ lệ',
      'a) Về kinh tế',
      'đ) Về môi trường',
      'III. NHIỆM VỤ',
      'IV- TỔ CHỨC',
      'B. PHẦN HAI',
      'Điều 3. Tổ chức',
      'Phần thứ hai',
      'CHƯƠNG II',
      'Phụ lục 1',
      'Nơi nhận:',
      'Căn cứ Luật',
      'Kính gửi:',
      'TM. ỦY BAN NHÂN DÂN',
      'T/M TỈNH ỦY',
      'KT. CHỦ TỊCH',
      'BÍ THƯ',
    ]) {
      assert.ok(startsBlock(text), text);
    }
  });

  it('is no word of a sentence', () => {
    for (const text of [
      'mới trên địa bàn tỉnh',
      'Tập trung chỉ đạo',
      '7,5% so với cùng kỳ',
      '17 tháng 11 năm 2025',
      '2026 và những năm tiếp theo',
      'xã hội',
      'Chủ tịch Ủy ban nhân dân tỉnh',
    ]) {
      assert.equal(startsBlock(text), false, text);
    }
  });

  it('a sentence ends with its stop, also inside quotes or brackets', () => {
    for (const text of ['xong.', 'gồm:', 'và;', 'chưa?', 'rồi…', 'rồi.”', 'rồi.)']) assert.ok(isTerminated(text), text);
    for (const text of ['nông thôn', 'và,', '(GRDP)', '12.500']) assert.equal(isTerminated(text), false, text);
    assert.ok(isAllCaps('II. NHIỆM VỤ 2023'));
    assert.equal(isAllCaps('II. Nhiệm vụ'), false);
    assert.equal(isAllCaps('2023'), false);
  });
});

describe('a page break', () => {
  const table: readonly (readonly [string, string, boolean, string])[] = [
    [
      'Tiếp tục thực hiện chương trình xây dựng nông thôn',
      'mới nâng cao trên địa bàn các huyện.',
      true,
      'in mid-sentence',
    ],
    [
      'Rà soát, điều chỉnh quy hoạch sử dụng đất của các huyện, các thị xã và',
      'Thành phố trực thuộc tỉnh theo quy định.',
      true,
      'after an open word',
    ],
    ['Tỷ lệ hộ nghèo giảm còn 2,1%.', 'Giải quyết việc làm cho người lao động.', false, 'after a full stop'],
    ['NHIỆM VỤ TRỌNG TÂM', 'tiếp tục đẩy mạnh cải cách hành chính', false, 'after a heading in capitals'],
    ['Nhiệm vụ chủ yếu', 'Tập trung khắc phục hậu quả thiên tai', false, 'after a title'],
    [
      'Tiếp tục thực hiện chương trình xây dựng nông thôn',
      '- Phát triển chăn nuôi tập trung.',
      false,
      'before a bullet',
    ],
    ['Tiếp tục thực hiện chương trình xây dựng nông thôn', '2.2. Chăn nuôi', false, 'before a number'],
    ['Căn cứ Tờ trình số', '45 ngày 02 tháng 3 năm 2023', true, 'before the number of a document'],
    ['Nghị quyết được thông qua tại kỳ họp thứ mười,', 'T/M TỈNH ỦY', false, 'before a signature'],
  ];
  for (const [before, after, joined, name] of table) {
    it(`${name} ${joined ? 'joins' : 'parts'}`, () => {
      assert.equal(goesOn(before, after, 1, PAGES), joined);
      assert.equal(goesOn(before, after, 3, PAGES), joined);
      assert.equal(goesOn(before, after, 4, PAGES), false, 'too far apart');
    });
  }

  it('joins in a whole document, and its page number goes', () => {
    assert.deepEqual(
      paragraphs(
        '- Đẩy mạnh thu hút đầu tư vào các khu công\n\n5\n\nnghiệp, cụm công nghiệp.\n\n- Phát triển du lịch.',
      ),
      ['- Đẩy mạnh thu hút đầu tư vào các khu công nghiệp, cụm công nghiệp.', '- Phát triển du lịch.'],
    );
  });

  it('is no reason to drop a number that stands for itself', () => {
    assert.deepEqual(paragraphs('Tổng số xã trên địa bàn tỉnh hiện nay là.\n\n125'), [
      'Tổng số xã trên địa bàn tỉnh hiện nay là.',
      '125',
    ]);
  });
});

describe('a hard wrap', () => {
  const long = 'Tập trung lãnh đạo, chỉ đạo thực hiện có hiệu quả các nhiệm vụ phát triển';
  const table: readonly (readonly [string, string, boolean, string])[] = [
    [long, 'kinh tế - xã hội năm 2023 trên địa bàn tỉnh.', true, 'before a small letter'],
    [long, 'Kinh tế số và các dịch vụ công trực tuyến.', true, 'before a capital'],
    [`${long} kinh tế`, '- xã hội năm 2023 của toàn tỉnh.', true, 'before a dash inside a word pair'],
    [`${long}, thu ngân sách`, '12.500 tỷ đồng, tăng 7% so với dự toán.', true, 'before a number'],
    [long, '- Phát triển chăn nuôi tập trung.', false, 'before a bullet'],
    [long, '2. Phát triển công nghiệp', false, 'before a number of a list'],
    [`${long}.`, 'Đẩy mạnh cải cách hành chính.', false, 'after a full stop'],
    [
      'II. NHIỆM VỤ TRỌNG TÂM NĂM 2023 CỦA TOÀN ĐẢNG BỘ TỈNH',
      'Tập trung khắc phục hậu quả thiên tai',
      false,
      'below a heading',
    ],
    ['II. NHIỆM VỤ TRỌNG TÂM NĂM 2023 CỦA TOÀN ĐẢNG BỘ TỈNH', 'VÀ CÁC GIẢI PHÁP CHỦ YẾU', true, 'inside a heading'],
    [long, 'TM. ỦY BAN NHÂN DÂN', false, 'before a signature'],
    ['CHỦ TỊCH', 'Nguyễn Văn An', false, 'below a post'],
  ];
  for (const [before, after, joined, name] of table) {
    it(`${name} ${joined ? 'joins' : 'parts'}`, () => assert.equal(goesOn(before, after, 0, HARD), joined));
  }

  it('joins whatever stands right below where blank lines part paragraphs', () => {
    assert.ok(goesOn(long, 'Ủy ban nhân dân các huyện', 0, HARD_SPACED));
    assert.ok(goesOn(`${long} kinh tế`, '- xã hội năm 2023.', 0, HARD_SPACED));
    assert.equal(goesOn(`${long}.`, '- Phát triển chăn nuôi.', 0, HARD_SPACED), false);
    assert.equal(goesOn(long, 'Điều 2. Tổ chức thực hiện', 0, HARD_SPACED), false);
  });

  it('of a short line is no wrap', () => {
    assert.equal(goesOn('Thu ngân sách', 'Chi ngân sách', 0, HARD), false);
    assert.equal(goesOn('', 'mới', 0, HARD), false);
  });
});

describe('without wraps', () => {
  it('a small letter goes on, a capital does not', () => {
    assert.ok(goesOn('Xây dựng nông thôn', 'mới kiểu mẫu', 0, PAGES));
    assert.equal(goesOn('Xây dựng nông thôn', 'Phát triển đô thị', 0, PAGES), false);
    assert.equal(goesOn('Xây dựng nông thôn.', 'mới kiểu mẫu', 0, PAGES), false);
    assert.ok(goesOn('Xây dựng nông thôn;', 'mới kiểu mẫu', 0, PAGES));
  });
});

describe('how lines were broken', () => {
  it('is told from their lengths', () => {
    const lines = (length: number, count: number) => new Array<number>(count).fill(length);
    assert.deepEqual(detectWrapping(lines(80, 40), 0), { wrapped: true, spaced: false });
    assert.deepEqual(detectWrapping(lines(80, 40), 20), { wrapped: true, spaced: true });
    assert.deepEqual(detectWrapping([...lines(60, 20), ...lines(600, 20)], 40), { wrapped: false, spaced: true });
    assert.deepEqual(detectWrapping(lines(80, 5), 0), { wrapped: false, spaced: false });
    assert.deepEqual(detectWrapping([], 0), { wrapped: false, spaced: false });
  });
});

describe('a whole text', () => {
  it('joins what was wrapped at a fixed width and keeps blocks apart', () => {
    const item = (n: number) =>
      `${n}. Tăng cường công tác quản lý nhà nước về tài nguyên, bảo vệ môi trường và\nứng phó với biến đổi khí hậu; kiểm soát chặt chẽ nguồn thải tại các khu kinh tế\n- xã hội trọng điểm của địa phương.`;
    const source = [1, 2, 3, 4, 5, 6].map(item).join('\n');
    const found = paragraphs(source);
    assert.equal(found.length, 6);
    assert.equal(
      found[0],
      '1. Tăng cường công tác quản lý nhà nước về tài nguyên, bảo vệ môi trường và ứng phó với biến đổi khí hậu; kiểm soát chặt chẽ nguồn thải tại các khu kinh tế - xã hội trọng điểm của địa phương.',
    );
  });

  it('joins a lone number or bullet to its words', () => {
    assert.deepEqual(paragraphs('I.\nMỤC TIÊU CHUNG\n\n1.\nPhát triển kinh tế nhanh và bền vững.'), [
      'I. MỤC TIÊU CHUNG',
      '1. Phát triển kinh tế nhanh và bền vững.',
    ]);
    assert.deepEqual(paragraphs('-\nThu ngân sách đạt 500 tỷ đồng.'), ['- Thu ngân sách đạt 500 tỷ đồng.']);
  });

  it('joins no heading to the text below it', () => {
    assert.deepEqual(paragraphs('**1. Phát triển công nghiệp**\nThu hút đầu tư vào khu công nghiệp.'), [
      '1. Phát triển công nghiệp',
      'Thu hút đầu tư vào khu công nghiệp.',
    ]);
    assert.deepEqual(paragraphs('## Nhiệm vụ\n\nthực hiện các khâu đột phá'), [
      'Nhiệm vụ',
      'thực hiện các khâu đột phá',
    ]);
    assert.deepEqual(paragraphs('II. NHIỆM VỤ\n\nTập trung thu ngân sách.'), [
      'II. NHIỆM VỤ',
      'Tập trung thu ngân sách.',
    ]);
  });

  it('keeps the lines of a signature apart', () => {
    assert.deepEqual(paragraphs('TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nTrần Thị Bình'), [
      'TM. ỦY BAN NHÂN DÂN',
      'KT. CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
      'Trần Thị Bình',
    ]);
  });

  it('maps a joined break to the break', () => {
    const source = 'Xây dựng nông thôn\r\nmới kiểu mẫu.';
    const { text, toSource } = cleanText(source);
    assert.equal(text, 'Xây dựng nông thôn mới kiểu mẫu.');
    const all = toSource({ start: 0, end: text.length });
    assert.deepEqual(all, { start: 0, end: source.length });
    const words = toSource({ start: 15, end: 22 });
    assert.equal(source.slice(words.start, words.end), 'hôn\r\nmới');
  });
});
