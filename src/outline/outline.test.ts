/** Whole small documents as trees: what stands under what, which part is about what. The documents are made up. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { soup } from '#test/support/soup.ts';
import { cleanText } from '#text/clean.ts';
import { type Block, joinLabel, type Outline, readOutline } from './outline.ts';

const outline = (...lines: string[]): Outline => readOutline(cleanText(lines.join('\n\n')));
/** The block whose text begins with some words. */
function find({ blocks }: Outline, words: string): Block {
  const found = blocks.filter((b) => b.text.startsWith(words));
  assert.equal(found.length, 1, `${found.length} blocks begin with ${words}`);
  return found[0] as Block;
}
/** `path zone role` of the blocks that begin with some words. */
function shown(read: Outline, ...words: string[]): string[] {
  return words.map((w) => {
    const { path, zone, role } = find(read, w);
    return `${path} ${zone} ${role}`.trim();
  });
}
/** Words of the blocks above, from the nearest. */
function above(read: Outline, words: string): string[] {
  const texts: string[] = [];
  for (let at = find(read, words).parent; at; at = at.parent) texts.push(at.text.slice(0, 12));
  return texts;
}

const COUNCIL = [
  'HỘI ĐỒNG NHÂN DÂN TỈNH NAM SƠN',
  'Số: 21/NQ-HĐND',
  'NGHỊ QUYẾT',
  'Về nhiệm vụ phát triển kinh tế - xã hội năm 2023',
  'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;',
  'Xét Tờ trình số 90/TTr-UBND ngày 01/12/2022 của Ủy ban nhân dân tỉnh.',
  'QUYẾT NGHỊ:',
  'Điều 1. Thông qua nhiệm vụ phát triển kinh tế - xã hội năm 2023',
  'I. TÌNH HÌNH NĂM 2022',
  'Kinh tế của tỉnh tăng trưởng khá.',
  'II. MỤC TIÊU, CHỈ TIÊU NĂM 2023',
  '1. Mục tiêu tổng quát',
  'Phấn đấu phát triển nhanh, bền vững.',
  '2. Các chỉ tiêu chủ yếu',
  'a) Về kinh tế:',
  '- Tốc độ tăng trưởng kinh tế trên 8%.',
  '+ Khu vực dịch vụ tăng 9%.',
  'đ) Về môi trường:',
  '- Tỷ lệ che phủ rừng đạt 45%.',
  'III. NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU',
  '1. Phát triển kinh tế',
  '1.1. Tập trung thu hút đầu tư vào các khu công nghiệp, cụm công nghiệp của tỉnh theo quy hoạch.',
  '1.2. Sở Công Thương chủ trì, phối hợp với các địa phương:',
  '- Rà soát quy hoạch các cụm công nghiệp¹.',
  '- Đôn đốc tiến độ các dự án.',
  '¹ Gồm cả cụm công nghiệp làng nghề.',
  '2. Văn hóa - xã hội',
  'Nâng cao chất lượng giáo dục.',
  'Điều 2. Tổ chức thực hiện',
  '1. Giao Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết này theo đúng quy định của pháp luật hiện hành.',
  'Nơi nhận:',
  '- Như Điều 2;',
  'CHỦ TỊCH',
  'Nguyễn Văn An',
  'PHỤ LỤC 1',
  '| TT | Nhiệm vụ | Cơ quan chủ trì |\n| 1 | Lập đề án phát triển du lịch | Sở Du lịch |',
];

describe('a resolution of a council', () => {
  const read = outline(...COUNCIL);

  it('opens with its form, and its body begins at the first article', () => {
    for (const words of ['HỘI ĐỒNG', 'Số: 21', 'NGHỊ QUYẾT', 'Về nhiệm vụ'])
      assert.equal(find(read, words).zone, 'header');
    for (const words of ['Căn cứ Luật', 'Xét Tờ trình', 'QUYẾT NGHỊ']) assert.equal(find(read, words).zone, 'preamble');
    assert.equal(read.body, find(read, 'Thông qua').index);
    assert.deepEqual(shown(read, 'Căn cứ Luật', 'Số: 21'), ['preamble block', 'header block']);
  });

  it('nests articles, Roman numerals, numbers, decimals and letters', () => {
    assert.deepEqual(
      shown(
        read,
        'TÌNH HÌNH',
        'Kinh tế của tỉnh',
        'Mục tiêu tổng',
        'Phấn đấu',
        'Về kinh tế',
        'Tốc độ tăng',
        'Tỷ lệ che',
      ),
      [
        'Điều 1.I results heading',
        'Điều 1.I results block',
        'Điều 1.II.1 targets heading',
        'Điều 1.II.1 targets block',
        'Điều 1.II.2.a targets lead-in',
        'Điều 1.II.2.a targets block',
        'Điều 1.II.2.đ targets block',
      ],
    );
    assert.deepEqual(
      shown(
        read,
        'NHIỆM VỤ, GIẢI',
        'Phát triển kinh',
        'Tập trung thu',
        'Sở Công',
        'Rà soát',
        'Đôn đốc',
        'Văn hóa',
        'Nâng cao',
      ),
      [
        'Điều 1.III tasks heading',
        'Điều 1.III.1 tasks heading',
        'Điều 1.III.1.1 tasks block',
        'Điều 1.III.1.2 tasks lead-in',
        'Điều 1.III.1.2 tasks block',
        'Điều 1.III.1.2 tasks block',
        'Điều 1.III.2 tasks heading',
        'Điều 1.III.2 tasks block',
      ],
    );
    assert.deepEqual(shown(read, 'Tổ chức thực', 'Giao Ủy ban'), ['Điều 2 tasks heading', 'Điều 2.1 tasks block']);
  });

  it('knows the parents', () => {
    assert.deepEqual(above(read, 'Khu vực dịch'), [
      'Tốc độ tăng ',
      'Về kinh tế:',
      'Các chỉ tiêu',
      'MỤC TIÊU, CH',
      'Thông qua nh',
    ]);
    assert.deepEqual(above(read, 'Giao Ủy ban'), ['Tổ chức thực']);
    assert.deepEqual(above(read, 'Tổ chức thực'), []);
    assert.ok(find(read, 'Tốc độ tăng').hasChildren);
    assert.equal(find(read, 'Đôn đốc').hasChildren, false);
  });

  it('hangs a note on the block of its mark', () => {
    const note = find(read, 'Gồm cả cụm');
    assert.equal(note.role, 'note');
    assert.equal(note.parent, find(read, 'Rà soát'));
    assert.equal(note.zone, 'tasks');
    assert.equal(find(read, 'Rà soát').hasChildren, false);
  });

  it('closes with recipients and signature', () => {
    for (const words of ['Nơi nhận', 'Như Điều 2', 'CHỦ TỊCH', 'Nguyễn Văn An']) {
      assert.deepEqual([find(read, words).zone, find(read, words).parent], ['closing', null], words);
    }
  });

  it('goes on with its annex after the signature', () => {
    const rows = read.blocks.filter((b) => b.paragraph.kind === 'row');
    assert.equal(rows.length, 2);
    for (const row of rows) {
      assert.equal(row.parent?.marker?.label, 'PHỤ LỤC 1');
      assert.notEqual(row.zone, 'closing');
    }
  });
});

describe('a resolution of the Party', () => {
  const read = outline(
    'TỈNH ỦY NAM SƠN',
    'NGHỊ QUYẾT HỘI NGHỊ LẦN THỨ MƯỜI',
    'Trên cơ sở thảo luận, Ban Chấp hành Đảng bộ tỉnh thống nhất quyết nghị những nội dung sau:',
    'A. TÌNH HÌNH THỰC HIỆN NHIỆM VỤ NĂM 2022',
    'I- Kết quả ưu điểm',
    '1- Về kinh tế',
    'Sản xuất công nghiệp tăng khá so với năm trước.',
    'II- Hạn chế',
    'Giải ngân vốn đầu tư công còn chậm.',
    'B. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2023',
    'I- Mục tiêu',
    'Phát triển kinh tế nhanh, bền vững.',
    'II- Nhiệm vụ, giải pháp',
    '1- Tiếp tục đẩy mạnh cơ cấu lại nền kinh tế, nâng cao năng suất, chất lượng, sức cạnh tranh của các ngành.',
    '2- Xây dựng Đảng và hệ thống chính trị',
    'a. Công tác tư tưởng',
    'Đổi mới việc học tập nghị quyết.',
    'T/M TỈNH ỦY',
    'BÍ THƯ',
  );

  it('has letters above Roman numerals above numbers', () => {
    assert.deepEqual(shown(read, 'Sản xuất', 'Giải ngân', 'Phát triển kinh tế nhanh', 'Tiếp tục', 'Đổi mới'), [
      'A.I.1 results block',
      'A.II results block',
      'B.I targets block',
      'B.II.1 tasks block',
      'B.II.2.a tasks block',
    ]);
    assert.deepEqual(shown(read, 'T/M TỈNH', 'BÍ THƯ'), ['closing block', 'closing block']);
  });
});

describe('sections', () => {
  it('join the labels above, and say no part twice', () => {
    const label = (text: string) => ({ kind: 'decimal', label: text, length: 0, rank: 11 }) as const;
    assert.equal(joinLabel('', label('III')), 'III');
    assert.equal(joinLabel('III', label('1')), 'III.1');
    assert.equal(joinLabel('III.1', label('1.2')), 'III.1.2');
    assert.equal(joinLabel('II.2.1', label('2.1.3')), 'II.2.1.3');
    assert.equal(joinLabel('3', label('3.10')), '3.10');
    assert.equal(joinLabel('III', label('5.1')), 'III.5.1');
    assert.equal(joinLabel('III.12', label('2.1')), 'III.12.2.1');
    assert.equal(joinLabel('III.1', null), 'III.1');
    assert.equal(joinLabel('III.1', { kind: 'dash', label: '-', length: 2, rank: 30 }), 'III.1');
  });

  it('do without a number where a heading has none', () => {
    const read = outline(
      '# NHIỆM VỤ TRỌNG TÂM',
      '1. Phát triển kinh tế',
      '- Mở rộng các vùng chuyên canh cây ăn quả của tỉnh.',
      '## Kết luận',
    );
    assert.equal(find(read, 'Mở rộng').path, '1');
    assert.equal(find(read, 'Mở rộng').section, '1');
  });

  it('open a document whose first page is lost', () => {
    const read = outline(
      'tiếp tục khắc phục hậu quả của đợt mưa lũ trên địa bàn các huyện.',
      'III. NHIỆM VỤ',
      '1. Trồng trọt',
      '1.2. Cây ăn quả',
      '- Mở rộng diện tích cây có múi.',
    );
    assert.equal(read.body, 0);
    assert.deepEqual(shown(read, 'Mở rộng'), ['III.1.2 tasks block']);
  });
});

describe('heading, lead-in or block', () => {
  const roles = (...lines: string[]): string[] =>
    outline('III. NHIỆM VỤ', ...lines)
      .blocks.slice(1)
      .map((b) => b.role);

  it('a title with something under it is a heading', () => {
    assert.deepEqual(roles('1. Phát triển công nghiệp', '- Thu hút đầu tư.'), ['heading', 'block']);
    assert.deepEqual(roles('**Phát triển công nghiệp**', 'Thu hút đầu tư.'), ['heading', 'block']);
    assert.deepEqual(roles('1. Mục tiêu chung.', 'Thu hút đầu tư.'), ['heading', 'block']);
    assert.deepEqual(roles('PHÁT TRIỂN CÔNG NGHIỆP', 'Thu hút đầu tư.'), ['heading', 'block']);
  });

  it('a colon over items makes a lead-in', () => {
    assert.deepEqual(roles('1.1. Sở Y tế chủ trì, phối hợp với các sở:', '- Rà soát mạng lưới.'), ['lead-in', 'block']);
    assert.deepEqual(roles('Các sở, ngành thực hiện những việc sau:', '- Rà soát mạng lưới.'), ['lead-in', 'block']);
  });

  it('a numbered order with bullets under it is a block of its own', () => {
    assert.deepEqual(
      roles(
        '1. Tăng cường quản lý đất đai; xử lý nghiêm các vi phạm. Chú trọng các việc sau đây.',
        '- Rà soát quỹ đất công.',
      ),
      ['block', 'block'],
    );
  });

  it('a statement is a block', () => {
    assert.deepEqual(roles('- Thu ngân sách đạt dự toán.', '- Chi đúng quy định.'), ['block', 'block']);
    assert.deepEqual(
      roles('1. Sở Tài chính lập dự toán năm, trình Ủy ban nhân dân tỉnh.', '2. Sở Y tế rà soát mạng lưới y tế cơ sở.'),
      ['block', 'block'],
    );
  });
});

describe('zones', () => {
  it('of a subheading change only where it says so', () => {
    const read = outline(
      'II. MỤC TIÊU, NHIỆM VỤ NĂM 2023',
      '1. Mục tiêu',
      'Tăng trưởng cao hơn năm trước.',
      '2. Nhiệm vụ, giải pháp',
      '2.1. Nông nghiệp',
      'Mở rộng vùng chuyên canh.',
    );
    assert.deepEqual(shown(read, 'Tăng trưởng', 'Mở rộng'), ['II.1 targets block', 'II.2.1 tasks block']);
  });

  it('are those of the past where results and limits are told', () => {
    const read = outline(
      'I. ĐÁNH GIÁ TÌNH HÌNH THỰC HIỆN NHIỆM VỤ NĂM 2022',
      '1. Kết quả đạt được',
      'Sản xuất ổn định.',
      '2. Hạn chế, nguyên nhân',
      'Giải ngân chậm.',
    );
    assert.deepEqual(shown(read, 'Sản xuất', 'Giải ngân'), ['I.1 results block', 'I.2 results block']);
  });
});

describe('any text', () => {
  it('is in blocks in order, each with its own marker, parents before children', () => {
    fc.assert(
      fc.property(soup, (source) => {
        const clean = cleanText(source);
        const { blocks, body } = readOutline(clean);
        assert.equal(blocks.length, clean.paragraphs.length);
        assert.ok(body >= 0 && body <= blocks.length);
        for (const [i, b] of blocks.entries()) {
          assert.equal(b.index, i);
          assert.equal(b.start, clean.paragraphs[i]?.start);
          assert.ok(b.start <= b.textStart && b.textStart <= b.end);
          assert.equal(clean.text.slice(b.textStart, b.end), b.text);
          assert.ok(b.path.startsWith(b.section));
          if (b.parent) assert.ok(b.parent.index < i);
          if (b.parent && b.role !== 'note') assert.ok(b.parent.rank < b.rank && b.parent.hasChildren);
        }
      }),
      { seed: 2021, numRuns: 300 },
    );
  });

  it('comes to an end on a text without one', () => {
    for (const unit of ['1. Mục\n\n', '- a\n\n', 'I. A\n\n1. B\n\n', 'a¹\n\n¹ chú thích\n\n', '# a\n']) {
      assert.ok(readOutline(cleanText(unit.repeat(4000))));
    }
  });
});

describe('what a part is about', () => {
  const KINDS = (type: string, ...rest: string[]): Outline =>
    outline('ỦY BAN NHÂN DÂN TỈNH NAM SƠN', 'Số: 15/XX-UBND', type, 'Về việc phát triển kinh tế', ...rest);

  it('is the past in a report, but for what looks ahead', () => {
    const read = KINDS(
      'BÁO CÁO',
      'A. BÁO CÁO KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT',
      'I. Công tác lãnh đạo, chỉ đạo',
      '1. Thống kê nhiệm vụ được giao',
      'Có 37 nhiệm vụ.',
      'B. NHIỆM VỤ, GIẢI PHÁP TRỌNG TÂM',
      '1. Đẩy nhanh tiến độ giải ngân.',
    );
    assert.equal(find(read, 'Có 37').zone, 'results');
    assert.equal(find(read, 'Đẩy nhanh').zone, 'tasks');
  });

  it('is told by the last words of a lead-in', () => {
    const read = KINDS(
      'CHỈ THỊ',
      'Trong 10 tháng năm 2025, tổng kim ngạch xuất khẩu của tỉnh đạt 391,0 triệu USD, tăng 16,2% so với cùng kỳ.',
      'Trong bối cảnh tình hình thế giới biến động, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các sở, ngành tập trung thực hiện các nhiệm vụ, giải pháp sau:',
      '1. Sở Công Thương',
      'a) Đẩy mạnh xúc tiến thương mại.',
      'b) Theo dõi sát diễn biến thị trường.',
    );
    assert.equal(find(read, 'Trong 10 tháng').zone, 'results');
    assert.equal(find(read, 'Đẩy mạnh').zone, 'tasks');
  });

  it('is the past where a leader acknowledges it', () => {
    const read = KINDS(
      'THÔNG BÁO',
      '1. Ghi nhận, đánh giá cao kết quả đạt được: tổng thu ngân sách đạt 1.250 tỷ đồng.',
      '2. Thời gian tới, yêu cầu huyện tập trung một số nhiệm vụ sau:',
      '- Chỉ đạo giải quyết dứt điểm đơn thư tồn đọng.',
    );
    assert.equal(find(read, 'Ghi nhận').zone, 'results');
    assert.equal(find(read, 'Chỉ đạo').zone, 'tasks');
  });

  it('keeps a short order before the signature a block', () => {
    const read = KINDS(
      'KẾ HOẠCH',
      'IV. TỔ CHỨC THỰC HIỆN',
      '1. Giao Sở Nội vụ giám sát.',
      '2. Sở Công Thương theo dõi tình hình sản xuất của doanh nghiệp.',
      'Trên đây là Kế hoạch phát triển kinh tế.',
    );
    assert.deepEqual(shown(read, 'Giao Sở', 'Sở Công'), ['IV.1 tasks block', 'IV.2 tasks block']);
  });
});
