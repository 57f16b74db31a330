import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PageContent, Rule } from '#document/page.ts';
import { breakLines, DrawnPage } from '#test/support/drawn-page.ts';
import type { Table } from '../block.ts';
import { compose } from '../compose.ts';
import { layOut, layOutAll } from './layout.ts';

const XS = [85, 115, 300, 400, 552];
const HEAD = ['TT', 'Chỉ tiêu', 'Đơn vị', 'Cơ quan chủ trì'];
const ROWS = [
  ['1', 'Tỷ trọng kinh tế số trong tổng sản phẩm trên địa bàn', '%', 'Sở Khoa học và Công nghệ'],
  ['2', 'Số xã, phường phủ sóng 5G', 'xã', 'Sở Khoa học và Công nghệ'],
  ['3', 'Thu ngân sách nhà nước', 'tỷ đồng', 'Thuế tỉnh'],
];
const BODY =
  'Giao các sở, ban, ngành và Ủy ban nhân dân các xã, phường triển khai thực hiện các nội dung của Kế hoạch này.';

function textOf(...pages: readonly PageContent[]): string {
  const { text } = compose({ format: 'pdf', pages: [], blocks: layOut(pages), warnings: [] });
  return text.trimEnd();
}

function rows(...cells: readonly (readonly string[])[]): string {
  return cells.map((row) => `|${row.map((cell) => (cell === '' ? '  ' : ` ${cell} `)).join('|')}|`).join('\n');
}

function tableOf(...pages: readonly PageContent[]): Table {
  const found = layOut(pages).filter((block) => block.kind === 'table');
  assert.equal(found.length, 1);
  return found[0] as Table;
}

describe('tables with ruling lines', () => {
  it('are read row by row, between the paragraphs around them', () => {
    const page = new DrawnPage(1).set(breakLines(BODY));
    page.y += 10;
    page.table(XS, [HEAD, ...ROWS]).set(breakLines(BODY));
    assert.equal(textOf(page), `${BODY}\n\n${rows(HEAD, ...ROWS)}\n\n${BODY}`);
  });

  it('are read where lines are drawn in pieces, doubled, or left out at the sides', () => {
    const changes: ((rule: Rule) => Rule[])[] = [
      ({ x1, y1, x2, y2 }) => [
        { x1, y1, x2: (x1 + x2) / 2 - 1, y2: (y1 + y2) / 2 - 1 * Number(x1 === x2) },
        { x1: (x1 + x2) / 2 + Number(y1 === y2), y1: (y1 + y2) / 2 + Number(x1 === x2), x2, y2 },
      ],
      ({ x1, y1, x2, y2 }) =>
        y1 === y2
          ? [
              { x1, y1, x2, y2 },
              { x1, y1: y1 + 2, x2, y2: y2 + 2 },
            ]
          : [
              { x1, y1, x2, y2 },
              { x1: x1 + 2, y1, x2: x2 + 2, y2 },
            ],
      (rule) => (rule.x1 === rule.x2 && (rule.x1 === 85 || rule.x1 === 552) ? [] : [rule]),
    ];
    for (const change of changes) {
      const page = new DrawnPage(1).table(XS, [HEAD, ...ROWS]);
      page.rules.splice(0, page.rules.length, ...page.rules.flatMap(change));
      assert.equal(textOf(page), rows(HEAD, ...ROWS));
    }
  });

  it('have cells over several columns and rows where lines are missing', () => {
    const page = new DrawnPage(1);
    const [x0, x1, x2, x3] = [85, 200, 300, 400];
    const [y0, y1, y2, y3] = [100, 120, 140, 160];
    const text = (x: number, y: number, words: string) => page.line(x + 4, y + 14, words, { size: 12 });
    text(x0, y0, 'Chỉ tiêu');
    text(x1, y0, 'Năm');
    text(x1, y1, '2025');
    text(x2, y1, '2026');
    text(x0, y2, 'GRDP');
    text(x1, y2, '8%');
    text(x2, y2, '9%');
    for (const y of [y0, y2, y3]) page.rule(x0, y, x3, y);
    page.rule(x1, y1, x3, y1);
    for (const x of [x0, x1, x3]) page.rule(x, y0, x, y3);
    page.rule(x2, y1, x2, y3);
    const table = tableOf(page);
    assert.deepEqual(
      table.rows.map((row) => row.cells.map(({ column, columns, rows }) => [column, columns, rows])),
      [
        [
          [0, 1, 2],
          [1, 2, 1],
        ],
        [
          [1, 1, 1],
          [2, 1, 1],
        ],
        [
          [0, 1, 1],
          [1, 1, 1],
          [2, 1, 1],
        ],
      ],
    );
    assert.equal(textOf(page), rows(['Chỉ tiêu', 'Năm', ''], ['Chỉ tiêu', '2025', '2026'], ['GRDP', '8%', '9%']));
  });

  it('go on over pages without the head that is repeated', () => {
    const pages = [1, 2, 3].map((number) =>
      new DrawnPage(number).table(XS, [HEAD, ...ROWS.map(([n, ...rest]) => [`${number}${n}`, ...rest])]),
    );
    for (const page of pages.slice(1)) page.line(316, 50, String(page.number));
    const { removed } = layOutAll(pages);
    assert.equal(removed.length, 2 + 2 * HEAD.join(' ').split(' ').length);
    assert.equal(
      textOf(...pages),
      rows(HEAD, ...[1, 2, 3].flatMap((number) => ROWS.map(([n, ...rest]) => [`${number}${n}`, ...rest]))),
    );
  });

  it('put a row together that the page cut', () => {
    const first = new DrawnPage(1).table(XS, [
      HEAD,
      ...ROWS.slice(0, 2),
      ['3', 'Tỷ lệ hồ sơ trực tuyến', '%', 'Văn phòng'],
    ]);
    const second = new DrawnPage(2).table(XS, [
      HEAD,
      ['', 'toàn trình trên tổng số hồ sơ', '', ''],
      ['4', 'Số hộ nghèo', 'hộ', 'Sở Nội vụ'],
    ]);
    assert.equal(
      textOf(first, second),
      rows(
        HEAD,
        ...ROWS.slice(0, 2),
        ['3', 'Tỷ lệ hồ sơ trực tuyến toàn trình trên tổng số hồ sơ', '%', 'Văn phòng'],
        ['4', 'Số hộ nghèo', 'hộ', 'Sở Nội vụ'],
      ),
    );
  });

  it('have rows by their labels where only columns are ruled', () => {
    const page = new DrawnPage(1).table(XS, [HEAD, ...ROWS]);
    const ys = page.rules.filter((rule) => rule.y1 === rule.y2).map((rule) => rule.y1);
    const kept = new Set([ys[0], ys[1], ys.at(-1)]);
    page.rules.splice(0, page.rules.length, ...page.rules.filter((rule) => rule.y1 !== rule.y2 || kept.has(rule.y1)));
    assert.equal(textOf(page), rows(HEAD, ...ROWS));
  });

  it('have heads that are turned by a quarter', () => {
    const page = new DrawnPage(1);
    const turned = (text: string, x: number, y: number): void => {
      page.words.push({
        text,
        box: { x, y, width: 12, height: 7 * text.length },
        font: null,
        confidence: null,
        doubt: false,
      });
    };
    page.line(130, 120, 'Chỉ tiêu').line(90, 174, '%').line(130, 174, 'Tỷ lệ hộ nghèo');
    for (const y of [80, 160, 180]) page.rule(85, y, 300, y);
    for (const x of [85, 120, 300]) page.rule(x, 80, x, 180);
    turned('Đơn', 88, 130);
    turned('vị', 88, 110);
    turned('tính', 103, 125);
    assert.equal(textOf(page), rows(['Đơn vị tính', 'Chỉ tiêu'], ['%', 'Tỷ lệ hộ nghèo']));
  });

  it('are not made of frames, underlines and the rule above notes', () => {
    const page = new DrawnPage(1).set(breakLines(BODY));
    page.rule(70, 60, 570, 60).rule(70, 780, 570, 780).rule(70, 60, 70, 780).rule(570, 60, 570, 780);
    page.rule(121, 84, 200, 84);
    assert.equal(textOf(page), BODY);
  });
});

describe('tables without ruling lines', () => {
  it('are read where columns are clear over several rows', () => {
    const page = new DrawnPage(1).set(breakLines(BODY));
    page.y += 10;
    const cells = [
      ['Chỉ tiêu', 'Năm 2025', 'Năm 2026'],
      ['GRDP', '8%', '9,5%'],
      ['Thu ngân sách', '17.900', '19.000'],
      ['Hộ nghèo', '3%', '2%'],
    ];
    for (const row of cells) {
      for (const [i, text] of row.entries()) page.line([85, 300, 430][i] as number, page.y, text);
      page.y += 17;
    }
    page.y += 10;
    page.set(breakLines(BODY));
    assert.equal(textOf(page), `${BODY}\n\n${rows(...cells)}\n\n${BODY}`);
  });

  it('are not made of a label and its number', () => {
    const page = new DrawnPage(1).set(breakLines(BODY));
    page.y += 10;
    for (const [label, number] of [
      ['Tổng thu', '17.900'],
      ['Tổng chi', '15.300'],
      ['Dân số', '1,5 triệu'],
    ] as const) {
      page.line(85, page.y, label).line(430, page.y, number);
      page.y += 17;
    }
    assert.equal(textOf(page), `${BODY}\n\nTổng thu 17.900\n\nTổng chi 15.300\n\nDân số 1,5 triệu`);
  });
});
