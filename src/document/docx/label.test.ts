/** Lists are numbered as Word shows them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { docxFile, inList, p, tbl } from '#test/support/docx-file.ts';
import { compose } from '../compose.ts';
import { readDocx } from './docx.ts';
import { formatCustom, formatNumber } from './number-format.ts';
import { bulletOf } from './symbol.ts';

/** A level: depth, format, text, and what else it holds. */
function lvl(depth: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

function abstract(id: number, levels: string): string {
  return `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
}

function num(id: number, of: number, overrides = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${overrides}</w:num>`;
}

function restart(depth: number, at: number): string {
  return `<w:lvlOverride w:ilvl="${depth}"><w:startOverride w:val="${at}"/></w:lvlOverride>`;
}

/** The labels of paragraphs in lists, each given as list and depth. */
function labelsOf(numbering: string, places: readonly (readonly [number, number])[]): string[] {
  return paragraphsOf({ numbering, body: places.map(([id, depth]) => p('x', inList(id, depth))).join('') }).map(
    (text) => text.replace(/ ?x$/, ''),
  );
}

function paragraphsOf(parts: { body: string; numbering?: string; styles?: string }): string[] {
  const content = readDocx(docxFile(parts));
  assert.ok(content.ok);
  return compose(content.value).text.trimEnd().split('\n\n');
}

const OUTLINE = abstract(
  0,
  lvl(0, 'upperRoman', '%1.') + lvl(1, 'decimal', '%2.') + lvl(2, 'decimal', '%2.%3.') + lvl(3, 'lowerLetter', '%4)'),
);

describe('a list of several levels', () => {
  it('counts each level, anew under each higher one', () => {
    const places = [0, 1, 2, 2, 1, 2, 3, 3, 0, 1, 3].map((depth) => [1, depth] as const);
    assert.deepEqual(labelsOf(OUTLINE + num(1, 0), places), [
      'I.',
      '1.',
      '1.1.',
      '1.2.',
      '2.',
      '2.1.',
      'a)',
      'b)',
      'II.',
      '1.',
      'a)',
    ]);
  });

  it('takes levels that were passed over as begun', () => {
    assert.deepEqual(
      labelsOf(OUTLINE + num(1, 0), [
        [1, 2],
        [1, 1],
        [1, 0],
      ]),
      ['1.1.', '2.', 'II.'],
    );
  });

  it('may restart never, or only under certain levels', () => {
    const never = abstract(0, lvl(0, 'decimal', '%1.') + lvl(1, 'decimal', '%2)', '<w:lvlRestart w:val="0"/>'));
    assert.deepEqual(
      labelsOf(never + num(1, 0), [
        [1, 0],
        [1, 1],
        [1, 0],
        [1, 1],
      ]),
      ['1.', '1)', '2.', '2)'],
    );
    const first = abstract(
      0,
      lvl(0, 'decimal', '%1.') + lvl(1, 'decimal', '%2)') + lvl(2, 'lowerLetter', '%3)', '<w:lvlRestart w:val="1"/>'),
    );
    const places = [0, 1, 2, 1, 2, 0, 2].map((depth) => [1, depth] as const);
    assert.deepEqual(labelsOf(first + num(1, 0), places), ['1.', '1)', 'a)', '2)', 'b)', '2.', 'a)']);
  });

  it('may write the numbers of higher levels in digits', () => {
    const legal = abstract(0, lvl(0, 'upperRoman', '%1.') + lvl(1, 'decimal', '%1.%2.', '<w:isLgl/>'));
    assert.deepEqual(
      labelsOf(legal + num(1, 0), [
        [1, 0],
        [1, 0],
        [1, 1],
      ]),
      ['I.', 'II.', '2.1.'],
    );
  });
});

describe('lists of one definition', () => {
  it('count on together, until one begins anew', () => {
    const numbering = OUTLINE + num(1, 0) + num(2, 0) + num(3, 0, restart(0, 5));
    const places = [
      [1, 0],
      [2, 0],
      [3, 0],
      [3, 0],
      [1, 0],
    ] as const;
    assert.deepEqual(labelsOf(numbering, places), ['I.', 'II.', 'V.', 'VI.', 'VII.']);
  });

  it('may change a level', () => {
    const own = `<w:lvlOverride w:ilvl="0">${lvl(0, 'upperLetter', '%1)')}</w:lvlOverride>`;
    assert.deepEqual(
      labelsOf(OUTLINE + num(1, 0) + num(2, 0, own), [
        [1, 0],
        [2, 0],
      ]),
      ['I.', 'B)'],
    );
  });

  it('are apart from lists of other definitions', () => {
    const numbering = OUTLINE + abstract(7, lvl(0, 'decimal', '%1/')) + num(1, 0) + num(2, 7);
    assert.deepEqual(
      labelsOf(numbering, [
        [1, 0],
        [2, 0],
        [1, 0],
        [2, 0],
      ]),
      ['I.', '1/', 'II.', '2/'],
    );
  });
});

describe('a list by style', () => {
  const styles = `
    <w:style w:type="paragraph" w:styleId="Phan"><w:pPr>${inList(1)}</w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Muc"><w:basedOn w:val="Phan"/></w:style>
    <w:style w:type="paragraph" w:styleId="Thuong"><w:basedOn w:val="Phan"/><w:pPr>${inList(0)}</w:pPr></w:style>
    <w:style w:type="numbering" w:styleId="Kieu"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>`;
  const numbering =
    abstract(0, lvl(0, 'upperRoman', 'Phần %1:') + lvl(1, 'decimal', 'Mục %2.', '<w:pStyle w:val="Muc"/>')) +
    abstract(1, '<w:numStyleLink w:val="Kieu"/>') +
    abstract(2, lvl(0, 'lowerLetter', '%1)')) +
    num(1, 0) +
    num(2, 1) +
    num(3, 2);
  const styled = (style: string, more = '') => p('x', `<w:pStyle w:val="${style}"/>${more}`);

  it('is that of the style or its base, at the level that the style stands for', () => {
    const body = styled('Phan') + styled('Muc') + styled('Muc') + styled('Phan') + styled('Muc');
    assert.deepEqual(paragraphsOf({ body, numbering, styles }), [
      'Phần I: x',
      'Mục 1. x',
      'Mục 2. x',
      'Phần II: x',
      'Mục 1. x',
    ]);
  });

  it('can be switched off', () => {
    assert.deepEqual(paragraphsOf({ body: styled('Thuong') + styled('Phan', inList(0)), numbering, styles }), [
      'x',
      'x',
    ]);
  });

  it('is found by a link from list to style', () => {
    assert.deepEqual(paragraphsOf({ body: p('x', inList(2)) + p('x', inList(3)), numbering, styles }), [
      'a) x',
      'b) x',
    ]);
  });

  it('ends links that go in a circle', () => {
    const circle = abstract(2, '<w:numStyleLink w:val="Kieu"/>') + num(3, 2);
    assert.deepEqual(paragraphsOf({ body: p('x', inList(3)), numbering: circle, styles }), ['x']);
  });
});

describe('a label', () => {
  const one = (text: string, format = 'decimal', more = '') =>
    labelsOf(abstract(0, lvl(0, format, text, more)) + num(1, 0), [[1, 0]])[0];

  it('stands before its text with one space, unless punctuation goes on', () => {
    const glued = abstract(0, lvl(0, 'decimal', 'Điều %1', '<w:suff w:val="nothing"/>')) + num(1, 0);
    const body = p('. Phạm vi', inList(1)) + p('5 dự án', inList(1));
    assert.deepEqual(paragraphsOf({ body, numbering: glued }), ['Điều 1. Phạm vi', 'Điều 2 5 dự án']);
  });

  it('of a bullet is what the bullet looks like', () => {
    assert.equal(one('\uf0b7', 'bullet', '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>'), '•');
    assert.equal(one('–', 'bullet'), '-');
    assert.equal(one('', 'none'), '');
  });

  it('is converted when its font is one before Unicode', () => {
    assert.equal(
      one('§iÒu %1.', 'decimal', '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr>'),
      'Điều 1.',
    );
  });

  it('alone fills a cell, as the numbers of rows do, but not a paragraph of the text', () => {
    const numbering = abstract(0, lvl(0, 'decimal', '%1')) + num(1, 0);
    const empty = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>';
    const table = tbl([
      ['TT', 'Tên'],
      [empty, 'a'],
      [empty, 'b'],
      [empty + p('đã có'), 'c'],
    ]);
    const [text] = paragraphsOf({ body: table + empty, numbering });
    assert.equal(text, '| TT | Tên |\n| 1 | a |\n| 2 | b |\n| đã có | c |');
  });

  it('is missing when the list is', () => {
    assert.deepEqual(paragraphsOf({ body: p('x', inList(1)) }), ['x']);
    assert.deepEqual(labelsOf(num(1, 9) + abstract(0, ''), [[1, 0]]), ['']);
    assert.deepEqual(labelsOf(OUTLINE + num(1, 0), [[1, 8]]), ['']);
  });

  it('does not grow without end', () => {
    const far =
      '<w:lvl w:ilvl="0"><w:start w:val="2000000000"/><w:numFmt w:val="FORMAT"/><w:lvlText w:val="%1"/></w:lvl>';
    for (const format of ['upperRoman', 'lowerLetter', 'chicago', 'vietnameseCounting']) {
      const [label = ''] = labelsOf(abstract(0, far.replace('FORMAT', format)) + num(1, 0), [[1, 0]]);
      assert.ok(label.length < 20, format);
    }
    assert.ok((one('%1'.repeat(100_000)) ?? '').length <= 64);
  });
});

describe('numbers', () => {
  const cases: readonly (readonly [string, readonly (readonly [number, string])[]])[] = [
    [
      'decimal',
      [
        [1, '1'],
        [12, '12'],
      ],
    ],
    [
      'upperRoman',
      [
        [4, 'IV'],
        [9, 'IX'],
        [14, 'XIV'],
        [1990, 'MCMXC'],
      ],
    ],
    ['lowerRoman', [[4, 'iv']]],
    [
      'upperLetter',
      [
        [1, 'A'],
        [26, 'Z'],
        [27, 'AA'],
        [53, 'AAA'],
      ],
    ],
    [
      'lowerLetter',
      [
        [5, 'e'],
        [28, 'bb'],
      ],
    ],
    [
      'decimalZero',
      [
        [3, '03'],
        [12, '12'],
      ],
    ],
    [
      'ordinal',
      [
        [1, '1st'],
        [2, '2nd'],
        [11, '11th'],
        [23, '23rd'],
      ],
    ],
    [
      'vietnameseCounting',
      [
        [1, 'một'],
        [10, 'mười'],
        [15, 'mười lăm'],
        [21, 'hai mươi mốt'],
      ],
    ],
    [
      'decimalEnclosedCircle',
      [
        [2, '②'],
        [30, '30'],
      ],
    ],
    ['none', [[1, '']]],
    ['japaneseCounting', [[3, '3']]],
  ];
  for (const [format, values] of cases) {
    it(`are written in ${format}`, () => {
      for (const [value, text] of values) assert.equal(formatNumber(value, format), text);
    });
  }

  it('are padded as the writer of the list gives', () => {
    assert.equal(formatCustom(7, '001, 002, 003, ...'), '007');
    assert.equal(formatCustom(7, 'a, ç, ĝ, ...'), '7');
  });
});

describe('bullets', () => {
  it('are dashes, pluses and dots', () => {
    const cases: readonly (readonly [string, string, string])[] = [
      ['-', 'Times New Roman', '-'],
      ['−', '', '-'],
      ['+', '', '+'],
      ['*', '', '*'],
      ['\uf0b7', 'Symbol', '•'],
      ['\uf02d', 'Symbol', '-'],
      ['\uf0a7', 'Wingdings', '▪'],
      ['\uf0d8', 'Wingdings', '•'],
      ['ü', 'Wingdings', '•'],
      ['o', 'Courier New', '○'],
      ['●', '', '●'],
      ['☞', '', '•'],
      ['', 'Symbol', ''],
    ];
    for (const [text, font, shown] of cases) assert.equal(bulletOf(text, font), shown, `${text} in ${font}`);
  });
});
