import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { write1258, writeTcvn3, writeVni } from '#test/support/legacy-text.ts';
import { compose } from '../compose.ts';
import type { Document } from '../model.ts';
import { readRtf } from './rtf.ts';

const FONTS =
  '{\\fonttbl{\\f0\\fnil\\fcharset0 Times New Roman;}{\\f1\\fnil\\fcharset163{\\*\\fname Times;}Times New Roman{\\*\\falt x};}' +
  '{\\f2\\fnil .VnTimeH;}{\\f3\\fnil VNI-Times;}{\\f4\\fnil\\fcharset2 Symbol;}{\\f5 .VnTime;}}';
const latin = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
const rtf = (body: string) => latin(`{\\rtf1\\ansi\\ansicpg1252\\deff0${FONTS}{\\colortbl;\\red0;}\n${body}}`);
/** Every letter beyond ASCII as `\uN?`. */
const unicode = (text: string) => text.replace(/[^\0-\x7f]/g, (c) => `\\u${c.charCodeAt(0)}?`);
const hex = (bytes: Uint8Array) =>
  [...bytes].map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : `\\'${byte.toString(16)}`)).join('');

function opened(bytes: Uint8Array): Document {
  const result = readRtf(bytes);
  assert.ok(result.ok, JSON.stringify(result));
  return compose(result.value);
}

const text = (body: string) => opened(rtf(body)).text.trimEnd();
const codes = (body: string) => opened(rtf(body)).warnings.map(({ code }) => code);

function refused(bytes: Uint8Array): string {
  const result = readRtf(bytes);
  assert.ok(!result.ok);
  return result.error.code;
}

const row = (definition: string, ...cells: string[]) =>
  `\\trowd\\trbrdrt\\brdrs\\brdrw10 ${definition}\\pard\\intbl ${cells.map((cell) => `${cell}\\cell `).join('')}\\row `;

describe('an RTF file', () => {
  const cases: [what: string, body: string, text: string][] = [
    ['paragraphs, lines and tabs', 'M\nu{\\i a}\\line x\\tab y\\par\\pard {\\b Z\\par}', 'Mua\nx\ty\n\n**Z**'],
    ['Unicode with what stands besides', "\\u7883?\\uc2\\u7871\\'b9\\'b2{\\uc0\\u7885}\\u233ab", 'ịếọé'],
    ['Vietnamese by code page', `{\\f1 ${hex(write1258('Nghị quyết'))}} {\\f0 caf\\'e9}`, 'Nghị quyết café'],
    [
      'fonts before Unicode',
      `{\\f2 ${hex(latin(writeTcvn3('nghị quyết')))}} {\\f3 ${hex(latin(writeVni('về nhiệm vụ')))}} {\\f5 l\\-u \\'fd}`,
      'NGHỊ QUYẾT về nhiệm vụ lư u ý'.replace('lư u', 'lưu'),
    ],
    ['special characters', '\\{a\\}\\~b\\_c\\endash\\ldblquote d\\rdblquote\\bullet e\\\\', '{a} b-c–“d”•e\\'],
    ['capitals', '{\\caps nghi quyet}', 'NGHI QUYET'],
    [
      'labels of lists',
      "{\\listtext\\pard\\plain I.\\tab}\\ls1 A\\par{\\listtext\\f4\\'b7\\tab}\\ls1 B\\par{\\pntext a)\\tab}C\\par{\\*\\pn\\pntxta .}D\\par",
      'I. A\n\n• B\n\na) C\n\nD',
    ],
    [
      'notes',
      `A{\\super\\chftn{\\footnote\\pard\\plain{\\super\\chftn} ${unicode('Ghi chú')}\\par hai}}, B{\\footnote x}.\\par C`,
      'A[^1], B[^2].\n\n[^1]: Ghi chú hai\n\n[^2]: x\n\nC',
    ],
    [
      'tables',
      `${row('\\cellx1000\\cellx2000', 'A', 'B')}${row('\\cellx1000\\cellx2000', 'C\\par c', '')}\\pard D`,
      '| A | B |\n| C c |  |\n\nD',
    ],
    [
      'tables without lines that lay out the page',
      `${row('\\cellx1000\\cellx2000', 'A', 'B').replace('brdrs', 'brdrnone')}\\pard C`,
      'A\n\nB\n\nC',
    ],
    [
      'merged cells',
      `${row('\\clvmgf\\cellx1000\\clmgf\\cellx2000\\clmrg\\cellx3000', 'A', 'B', '')}${row('\\clvmrg\\cellx1000\\cellx2000\\cellx3000', '', 'C', 'D')}${row('\\cellx2000\\cellx3000', 'E', 'F')}\\pard`,
      '| A | B |  |\n| A | C | D |\n| E |  | F |',
    ],
    ['fields by what they show', 'A {\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt B}} C', 'A B C'],
    [
      'text boxes once, behind their paragraph',
      'A {\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv y}}{\\shptxt B\\par}}{\\shprslt{\\*\\do{\\dptxbxtext B\\par}}}}C\\par D',
      'A C\n\nB\n\nD',
    ],
    [
      'no pictures, properties and unknown groups',
      'A{\\pict\\wmetafile8 0102}{\\info{\\title x}}{\\*\\unknown y}{\\stylesheet{\\s0 Normal;}}{\\header h\\par}{\\footer f}B',
      'AB',
    ],
    ['no binary data', 'A\\bin3 {}}B', 'AB'],
  ];
  for (const [what, body, expected] of cases) it(`has ${what}`, () => assert.equal(text(body), expected));

  it('says what was left out', () => {
    assert.deepEqual(codes('A{\\v kin}'), ['hidden-text']);
    assert.equal(text('A{\\deleted b}{\\revised c}'), 'Ac');
    assert.deepEqual(codes('A{\\deleted b}'), ['tracked-changes']);
    assert.deepEqual(codes('A{\\object\\objemb{\\*\\objdata 0102}{\\result B}}'), ['embedded-objects']);
    assert.deepEqual(codes('\\ls1 A\\par'), ['list-labels-lost']);
    assert.deepEqual(
      opened(rtf('A').subarray(0, -1)).warnings.map(({ code }) => code),
      ['file-truncated'],
    );
    assert.deepEqual(codes('{\\f5 NghÞ}'), ['encoding-converted']);
    const contents = '{\\field{\\*\\fldinst { TOC \\\\o}}{\\fldrslt A\\tab 1\\par B\\par}}A\\par';
    assert.equal(text(contents), 'A');
    assert.deepEqual(codes(contents), ['contents-left-out']);
  });
});

describe('an RTF file that should not be read', () => {
  it('is refused with the reason', () => {
    assert.equal(refused(latin('x')), 'damaged');
    assert.equal(refused(new Uint8Array()), 'damaged');
    assert.equal(refused(rtf(' ')), 'no-text');
    assert.equal(refused(rtf('{'.repeat(5000))), 'damaged');
    assert.equal(refused(rtf(`{\\header ${unicode('TỐI MẬT')}\\par}A`)), 'secret');
  });

  it('never makes the reader throw, whatever its words', () => {
    const piece = fc.constantFrom(
      ..."{|}|{\\*|\\par |\\cell |\\row |\\trowd |\\cellx99999999999 |\\cellx-5 |\\intbl |\\pard |{\\footnote |{\\shptxt |{\\header |{\\listtext |\\u-3913?|\\u99999999 |\\uc99 |\\'|\\'f|\\bin99999 |\\f77 |{\\fonttbl|\\fcharset2 |;|a|\xfe|\\|\\v |\\clmrg |\\clvmrg |\\ls1 |{\\object |{\\result |{\\upr".split(
        '|',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const result = readRtf(rtf(pieces.join('')));
        if (result.ok) compose(result.value);
      }),
      { numRuns: 500 },
    );
  });
});
