/** Tables are rows and cells with their places, and tables that only lay out the page are text. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BORDERS, docxFile, p, r, tbl, tc } from '#test/support/docx-file.ts';
import type { Block, Table } from '../block.ts';
import { compose } from '../compose.ts';
import { readDocx } from './docx.ts';

function read(body: string, styles?: string) {
  const content = readDocx(docxFile({ body, ...(styles ? { styles } : {}) }));
  assert.ok(content.ok);
  return content.value;
}

function textOf(body: string, styles?: string): string {
  return compose(read(body, styles)).text.trimEnd();
}

function tableOf(body: string): Table {
  const [table] = read(body).blocks;
  assert.ok(table?.kind === 'table');
  return table;
}

/** Each cell as `column+columns×rows`. */
function shapeOf(table: Table): string[] {
  return table.rows.map((row) => row.cells.map((c) => `${c.column}+${c.columns}×${c.rows}`).join(' '));
}

const span = (n: number) => `<w:gridSpan w:val="${n}"/>`;
const DOWN = '<w:vMerge w:val="restart"/>';
const GOES_ON = '<w:vMerge/>';

describe('a table', () => {
  it('is rows of cells', () => {
    assert.equal(
      textOf(
        tbl(
          [
            ['TT', 'Chỉ tiêu'],
            ['1', p('GRDP') + p('tăng 8%')],
          ],
          BORDERS,
        ),
      ),
      '| TT | Chỉ tiêu |\n| 1 | GRDP tăng 8% |',
    );
  });

  it('has cells over columns and rows', () => {
    const table = tableOf(
      tbl([[tc('TT', DOWN), tc('Năm', span(2))], [tc('', GOES_ON), '2024', '2025'], [tc('cuối', span(3))]], BORDERS),
    );
    assert.equal(table.columns, 3);
    assert.deepEqual(shapeOf(table), ['0+1×2 1+2×1', '1+1×1 2+1×1', '0+3×1']);
  });

  it('has rows that begin and end inside of it', () => {
    const rows = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc('b')}</w:tr><w:tr>${tc('a')}${tc('b')}${tc('c')}</w:tr>`;
    assert.deepEqual(shapeOf(tableOf(`<w:tbl><w:tblPr>${BORDERS}</w:tblPr>${rows}</w:tbl>`)), [
      '1+1×1',
      '0+1×1 1+1×1 2+1×1',
    ]);
  });

  it('may have its rows and cells in content controls', () => {
    const cell = `<w:sdt><w:sdtContent>${tc('a')}</w:sdtContent></w:sdt>`;
    const row = `<w:sdt><w:sdtContent><w:tr>${cell}${tc('b')}</w:tr></w:sdtContent></w:sdt>`;
    assert.equal(
      textOf(`<w:tbl><w:tblPr>${BORDERS}</w:tblPr>${row}${row}${row}</w:tbl>`),
      '| a | b |\n| a | b |\n| a | b |',
    );
  });

  it('loses the rows that were struck out or hidden', () => {
    const row = (properties: string, text: string) =>
      `<w:tr><w:trPr>${properties}</w:trPr>${tc(text)}${tc('x')}</w:tr>`;
    const body = `<w:tbl><w:tblPr>${BORDERS}</w:tblPr>${row('', 'a')}${row('<w:del w:id="1"/>', 'b')}${row('<w:hidden/>', 'c')}${row('<w:ins w:id="2"/>', 'd')}</w:tbl>`;
    assert.equal(textOf(body), '| a | x |\n| d | x |');
    assert.deepEqual(
      read(body).warnings.map((w) => w.code),
      ['tracked-changes', 'hidden-text'],
    );
  });

  it('takes the text of a table inside a cell into the cell', () => {
    const inner = tbl(
      [
        ['1', '2'],
        ['3', '4'],
      ],
      BORDERS,
    );
    assert.equal(
      textOf(
        tbl(
          [
            ['a', 'b'],
            ['c', inner + p('sau')],
            ['e', 'f'],
          ],
          BORDERS,
        ),
      ),
      '| a | b |\n| c | 1 2 3 4 sau |\n| e | f |',
    );
  });

  it('keeps bars of the text apart from its own', () => {
    assert.equal(
      textOf(
        tbl(
          [
            ['a|b', 'c'],
            ['d', 'e'],
            ['f', 'g'],
          ],
          BORDERS,
        ),
      ),
      '| a¦b | c |\n| d | e |\n| f | g |',
    );
  });

  it('survives merges that make no sense and never grows without end', () => {
    assert.deepEqual(
      shapeOf(
        tableOf(
          tbl(
            [
              [tc('a', GOES_ON), 'b'],
              [tc('c', span(0)), tc('d', GOES_ON)],
            ],
            BORDERS,
          ),
        ),
      ),
      ['0+1×1 1+1×1', '0+1×1 1+1×1'],
    );
    assert.equal(tableOf(tbl([[tc('a', span(32_767)), 'b']], BORDERS)).columns, 64);
    const long = Array.from({ length: 500 }, (_, i) => [
      tc(i === 0 ? p('x'.repeat(5000)) : p(''), i === 0 ? DOWN : GOES_ON),
      'b',
    ]);
    assert.ok(textOf(tbl(long, BORDERS)).length < 300_000);
    assert.deepEqual(
      read('<w:tbl/><w:tbl><w:tr/></w:tbl><w:tbl><w:tr><w:tc/></w:tr></w:tbl>').blocks.filter(
        (b) => b.kind !== 'table',
      ),
      [],
    );
  });
});

describe('a table that lays out the page', () => {
  const isLayout = (body: string, styles?: string) => {
    const block = read(body, styles).blocks[0] as Block;
    return block.kind === 'table' ? block.layout : true;
  };

  it('is the header of a document, whoever wrote it and with whatever tone marks', () => {
    const head = (motto: string) => [
      [p('HỘI ĐỒNG NHÂN DÂN') + p('TỈNH HÀ TĨNH'), p(motto) + p('Độc lập - Tự do - Hạnh phúc')],
      ['Số: 12/NQ-HĐND', 'Hà Tĩnh, ngày 06 tháng 12 năm 2025'],
    ];
    for (const motto of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Cộng hoà xã hội chủ nghĩa Việt Nam',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
    ]) {
      assert.ok(isLayout(tbl(head(motto))), motto);
      assert.ok(isLayout(tbl(head(motto), BORDERS)), motto);
    }
    assert.equal(
      textOf(tbl(head('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'))),
      'HỘI ĐỒNG NHÂN DÂN\n\nTỈNH HÀ TĨNH\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 12/NQ-HĐND\n\nHà Tĩnh, ngày 06 tháng 12 năm 2025',
    );
  });

  it('is the signature', () => {
    const signature = [
      [p('Nơi nhận:') + p('- Như trên;'), p('TM. ỦY BAN NHÂN DÂN') + p('CHỦ TỊCH') + p('Nguyễn Văn A')],
    ];
    assert.ok(isLayout(tbl(signature)));
    assert.ok(isLayout(tbl(signature, BORDERS)));
    assert.ok(
      isLayout(
        tbl([
          ['', p('T/M BAN THƯỜNG VỤ') + p('BÍ THƯ')],
          ['', ''],
          ['', 'Trần Văn B'],
        ]),
      ),
    );
  });

  it('is a frame around text, and a frame around a table is not there', () => {
    assert.ok(isLayout(tbl([['Lưu ý']], BORDERS)));
    const inner = tbl(
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
      BORDERS,
    );
    assert.equal(textOf(tbl([[p('Biểu 1') + inner]])), 'Biểu 1\n\n| a | b |\n| c | d |\n| e | f |');
  });

  it('is not a table of data, with lines or without', () => {
    const data = [
      ['TT', 'Chỉ tiêu', 'Năm 2025'],
      ['1', 'GRDP', '8%'],
      ['2', 'Thu ngân sách', '10%'],
    ];
    assert.ok(!isLayout(tbl(data, BORDERS)));
    assert.ok(!isLayout(tbl(data)));
    const styles = `<w:style w:type="table" w:styleId="Luoi"><w:tblPr>${BORDERS}</w:tblPr></w:style>`;
    assert.ok(!isLayout(tbl(data.slice(0, 2), '<w:tblStyle w:val="Luoi"/>'), styles));
    const lines = '<w:tcBorders><w:top w:val="single"/></w:tcBorders>';
    assert.ok(!isLayout(tbl(data.slice(0, 2).map((row) => row.map((cell) => tc(cell, lines))))));
    assert.ok(
      !isLayout(
        tbl(
          [
            ['Đơn vị', 'Nội dung'],
            [p(r('Đảng bộ Đảng Cộng sản Việt Nam')), 'x'],
            ['b', 'y'],
          ],
          BORDERS,
        ),
      ),
    );
  });
});
