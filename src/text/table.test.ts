/** Tables as plain text leaves them. Each test names the shape; the words are made up. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cleanText } from './clean.ts';
import { splitLines } from './line.ts';
import { mayOpenTable, tableAt } from './table.ts';

/** The rows of each table of a text, as lists of cells. */
function rows(source: string): string[][] {
  const { text, paragraphs } = cleanText(source);
  return paragraphs.flatMap((p) => (p.cells ? [p.cells.map((c) => text.slice(c.start, c.end))] : []));
}
const texts = (source: string): string[] => {
  const { text, paragraphs } = cleanText(source);
  return paragraphs.filter((p) => p.kind === 'text').map((p) => text.slice(p.start, p.end));
};
/** A flattened table: one cell a line between lone bars, an empty line for nothing. */
const flat = (...lines: (readonly string[])[]): string =>
  lines.map((cells) => `|\n${cells.map((cell) => (cell === '' ? '|\n' : `${cell}\n|\n`)).join('')}`).join('');

describe('pipe rows', () => {
  it('are rows of trimmed cells, and the ruler is none', () => {
    assert.deepEqual(
      rows('| TT | Chỉ tiêu | Đơn vị |\n|---|:---:|---|\n| 1 | Thu ngân sách | tỷ đồng |\n| 2 | Tỷ lệ hộ nghèo | % |'),
      [
        ['TT', 'Chỉ tiêu', 'Đơn vị'],
        ['1', 'Thu ngân sách', 'tỷ đồng'],
        ['2', 'Tỷ lệ hộ nghèo', '%'],
      ],
    );
  });

  it('keep empty cells, and do without the last bar', () => {
    assert.deepEqual(rows('| I |  | **Về kinh tế** |\n|1|Thu ngân sách||\n| 2 | Chi ngân sách'), [
      ['I', '', 'Về kinh tế'],
      ['1', 'Thu ngân sách', ''],
      ['2', 'Chi ngân sách'],
    ]);
  });

  it('end at the first line without a bar', () => {
    const source = 'Bảng chỉ tiêu\n| a | b |\n| c | d |\nGhi chú: số ước.\n';
    assert.deepEqual(rows(source), [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    assert.deepEqual(texts(source), ['Bảng chỉ tiêu', 'Ghi chú: số ước.']);
  });

  it('may do without the outer bars, but a bar in a sentence makes no table', () => {
    assert.deepEqual(rows('TT | Chỉ tiêu | Đơn vị\n1 | Thu ngân sách | tỷ đồng\n2 | Chi ngân sách | tỷ đồng'), [
      ['TT', 'Chỉ tiêu', 'Đơn vị'],
      ['1', 'Thu ngân sách', 'tỷ đồng'],
      ['2', 'Chi ngân sách', 'tỷ đồng'],
    ]);
    assert.deepEqual(rows('Xem trang web | Cổng thông tin của tỉnh.\n\nHết.'), []);
  });

  it('lead each cell back to its place', () => {
    const source = 'x\n|  **1** | t\u00f4\u0301t |\n';
    const { text, paragraphs, toSource } = cleanText(source);
    const cells = paragraphs.find((p) => p.cells)?.cells ?? [];
    assert.deepEqual(
      cells.map((c) => text.slice(c.start, c.end)),
      ['1', 'tốt'],
    );
    assert.deepEqual(
      cells.map(toSource).map((s) => source.slice(s.start, s.end)),
      ['1', 't\u00f4\u0301t'],
    );
  });
});

describe('flattened tables', () => {
  const head = ['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời gian'];

  it('are put together cell by cell', () => {
    assert.deepEqual(
      rows(
        flat(
          head.map((h) => `**${h}**`),
          ['1', 'Rà soát quy hoạch', 'Sở Xây dựng', 'Quý I'],
          ['2', 'Lập đề án', 'Sở Y tế', 'Quý II'],
        ),
      ),
      [head, ['1', 'Rà soát quy hoạch', 'Sở Xây dựng', 'Quý I'], ['2', 'Lập đề án', 'Sở Y tế', 'Quý II']],
    );
  });

  it('join the lines of a cell, and keep its list items apart', () => {
    const found = rows(
      flat(
        head,
        ['1', 'Rà soát quy hoạch\nchung các đô thị', '- Sở Xây dựng\n- Sở Tư pháp', 'Quý I'],
        ['2', 'a', 'b', 'c'],
      ),
    );
    assert.deepEqual(found[1], ['1', 'Rà soát quy hoạch chung các đô thị', '- Sở Xây dựng\n- Sở Tư pháp', 'Quý I']);
  });

  it('keep an empty cell in the middle of a row', () => {
    const wide = ['TT', 'Nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Thời gian'];
    const found = rows(
      flat(
        wide,
        ['1', 'Rà soát quy hoạch', 'Sở Xây dựng', 'Sở Tư pháp', 'Quý I'],
        ['2', 'Lập đề án', 'Sở Y tế', '', 'Quý II'],
        ['3', 'Mở lớp', 'Sở Nội vụ', 'Sở Y tế', 'Quý IV'],
      ),
    );
    assert.deepEqual(found.at(-2), ['2', 'Lập đề án', 'Sở Y tế', '', 'Quý II']);
    assert.deepEqual(found.at(-1), ['3', 'Mở lớp', 'Sở Nội vụ', 'Sở Y tế', 'Quý IV']);
  });

  it('keep the row apart that follows an empty last cell', () => {
    const found = rows(
      flat(head, ['1', 'Rà soát quy hoạch', 'Sở Xây dựng', ''], ['2', 'Lập đề án', 'Sở Y tế', 'Quý II']),
    );
    assert.deepEqual(found[1]?.slice(0, 3), ['1', 'Rà soát quy hoạch', 'Sở Xây dựng']);
    assert.deepEqual(found[2], ['2', 'Lập đề án', 'Sở Y tế', 'Quý II']);
  });

  it('take a merged title for a row of its own', () => {
    const found = rows(
      flat(head, ['**I**', '**Hoàn thiện thể chế**'], ['1', 'Rà soát quy định', 'Sở Tư pháp', '2026']),
    );
    assert.deepEqual(found, [head, ['I', 'Hoàn thiện thể chế'], ['1', 'Rà soát quy định', 'Sở Tư pháp', '2026']]);
  });

  it('have a head of two rows where a column has two under it', () => {
    const found = rows(
      flat(
        ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Năm 2025', 'Năm 2026'],
        ['Kế hoạch', 'Ước thực hiện'],
        ['*1*', '*2*', '*3*', '*4*', '*5*'],
        ['1', 'Sản lượng lúa', 'tấn', '400.500', '410.000'],
      ),
    );
    assert.deepEqual(found.at(-1), ['1', 'Sản lượng lúa', 'tấn', '400.500', '410.000']);
    assert.deepEqual(found[1], ['Kế hoạch', 'Ước thực hiện']);
    assert.equal(found.length, 4);
  });

  it('are over where a blank line follows the last bar', () => {
    const source = `${flat(head, ['1', 'Lập đề án', 'Sở Y tế', 'Quý II'])}\nGhi chú ở dưới bảng.\n`;
    assert.equal(rows(source).length, 2);
    assert.deepEqual(texts(source), ['Ghi chú ở dưới bảng.']);
  });

  it('stay a table up to the end of the text, however it ends', () => {
    const source = flat(head, ['1', 'Lập đề án', 'Sở Y tế', 'Quý II']).slice(0, -2);
    assert.ok(rows(source).length >= 1);
    assert.ok(cleanText(source).text.includes('Sở Y tế'));
  });
});

describe('a layout table', () => {
  const header =
    '|\n**ỦY BAN NHÂN\nDÂN**\n**TỈNH NAM SƠN**\n-------\n|\n**CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM**\nĐộc lập - Tự do - Hạnh phúc\n---------------\n|\n|\nSố: 12/KH-UBND\n|\n*Nam Sơn, ngày\n17 tháng 11 năm 2025*\n|\n\n**KẾ HOẠCH**\n';

  it('of two columns at the head becomes lines again', () => {
    assert.deepEqual(rows(header), []);
    assert.deepEqual(texts(header), [
      'ỦY BAN NHÂN DÂN',
      'TỈNH NAM SƠN',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: 12/KH-UBND',
      'Nam Sơn, ngày 17 tháng 11 năm 2025',
      'KẾ HOẠCH',
    ]);
  });

  it('of recipients and signature does too', () => {
    const source =
      '|\n***Nơi nhận:***\n- Như Điều 3;\n- Lưu: VT.\n|\n**TM. ỦY BAN NHÂN DÂN**\n**KT. CHỦ TỊCH**\nPHÓ CHỦ TỊCH\nTrần Thị Bình\n|\n\n';
    assert.deepEqual(rows(source), []);
    assert.deepEqual(texts(source), [
      'Nơi nhận:',
      '- Như Điều 3;',
      '- Lưu: VT.',
      'TM. ỦY BAN NHÂN DÂN',
      'KT. CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
      'Trần Thị Bình',
    ]);
  });
});

describe('a table without bars', () => {
  const source = [
    'PHỤ LỤC NHIỆM VỤ',
    'TT',
    'Tên nhiệm vụ',
    'Cơ quan chủ trì',
    'Thời gian',
    '',
    '(1)',
    '(2)',
    '(3)',
    '(4)',
    '1',
    'Rà soát quy hoạch các đô thị',
    'Sở Xây dựng',
    'Quý I/2026',
    '',
    '2',
    'Lập đề án phát triển',
    'du lịch cộng đồng',
    'Sở Du lịch',
    'Trong năm 2026',
    '',
    '',
    '',
    'Nơi nhận:',
  ].join('\n');

  it('opens with its serial head, a row with its number', () => {
    const found = rows(source);
    assert.deepEqual(found[0], ['TT', 'Tên nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian']);
    assert.deepEqual(found[1], ['1', 'Rà soát quy hoạch các đô thị', 'Sở Xây dựng', 'Quý I/2026']);
    assert.deepEqual(found[2], ['2', 'Lập đề án phát triển du lịch cộng đồng', 'Sở Du lịch', 'Trong năm 2026']);
    assert.equal(found.length, 3);
    assert.deepEqual(texts(source), ['PHỤ LỤC NHIỆM VỤ', 'Nơi nhận:']);
  });

  it('needs a head of three columns and a numbered row', () => {
    for (const not of ['TT\nHọ tên\n1\nNguyễn Văn An', 'TT\nHọ tên\nChức vụ\nĐơn vị công tác', 'TT', 'TT\n\n\n']) {
      assert.deepEqual(rows(not), [], not);
      assert.ok(cleanText(not).text.startsWith('TT'));
    }
  });
});

describe('tableAt', () => {
  it('is asked only where a table may open', () => {
    for (const text of ['|', '| a | b |', 'TT', 'STT', 'Số TT']) assert.ok(mayOpenTable(text), text);
    for (const text of ['', 'TTg', 'TT. Nội dung', 'Tỷ lệ %']) assert.equal(mayOpenTable(text), false, text);
  });

  it('is null for bars that hold nothing', () => {
    for (const source of ['|', '|\n\nhết', 'chữ']) assert.equal(tableAt(splitLines(source), 0), null, source);
  });

  it('comes to an end on very many bars', () => {
    for (const unit of ['|\n', '|\na\n', '| a |\n', 'TT\na\nb\nc\n1\n', '|\n|\n|\na\n']) {
      assert.ok(cleanText(unit.repeat(20_000)));
    }
  });
});
