import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { writeTcvn3 } from '#test/support/legacy-text.ts';
import { compose } from '../compose.ts';
import type { Document } from '../model.ts';
import { readOdt } from './odt.ts';

const NAMES = [
  ['office', 'office:1.0'],
  ['style', 'style:1.0'],
  ['text', 'text:1.0'],
  ['table', 'table:1.0'],
  ['draw', 'drawing:1.0'],
  ['fo', 'xsl-fo-compatible:1.0'],
  ['svg', 'svg-compatible:1.0'],
  ['manifest', 'manifest:1.0'],
]
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}"`)
  .join(' ');

const content = (body: string, styles = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMES}><office:automatic-styles>${styles}` +
  `</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;

function archive(parts: Record<string, string>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const odt = (body: string, styles = '', more: Record<string, string> = {}) =>
  archive({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': content(body, styles), ...more });

function opened(bytes: Uint8Array): Document {
  const result = readOdt(bytes);
  assert.ok(result.ok, JSON.stringify(result));
  return compose(result.value);
}

const text = (body: string, styles = '') => opened(odt(body, styles)).text.trimEnd();
const codes = (bytes: Uint8Array) => opened(bytes).warnings.map(({ code }) => code);

function refused(bytes: Uint8Array): string {
  const result = readOdt(bytes);
  assert.ok(!result.ok);
  return result.error.code;
}

const p = (inner: string, style = '') => `<text:p text:style-name="${style}">${inner}</text:p>`;
const level = (n: number, format: string, more: string) =>
  `<text:list-level-style-number text:level="${n}" style:num-format="${format}" ${more}/>`;
const LIST = `<text:list-style style:name="L">${level(1, 'I', 'style:num-suffix="."')}${level(2, '1', 'style:num-suffix="."')}${level(3, '1', 'style:num-suffix="." text:display-levels="2"')}${level(4, 'a', 'style:num-suffix=")" text:start-value="3"')}<text:list-level-style-bullet text:level="5" text:bullet-char="–"/></text:list-style>`;
const item = (...inner: string[]) => `<text:list-item>${inner.join('')}</text:list-item>`;
const list = (...items: string[]) => `<text:list>${items.join('')}</text:list>`;

describe('an OpenDocument text', () => {
  const cases: [what: string, body: string, text: string, styles?: string][] = [
    [
      'paragraphs and spaces',
      p('Một\n <text:span>hai</text:span><text:s text:c="2"/>ba<text:tab/>bốn<text:line-break/>năm'),
      'Một hai  ba\tbốn\nnăm',
    ],
    [
      'bold by style and by its base',
      p('Đậm', 'B') + p('<text:span text:style-name="T">Đậm</text:span>') + p('Thường'),
      '**Đậm**\n\n**Đậm**\n\nThường',
      '<style:style style:name="A" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="B" style:family="paragraph" style:parent-style-name="A"/><style:style style:name="T" style:family="text"><style:text-properties fo:font-weight="700"/></style:style>',
    ],
    [
      'capitals by style',
      p('<text:span text:style-name="T">nghị quyết</text:span>'),
      'NGHỊ QUYẾT',
      '<style:style style:name="T" style:family="text"><style:text-properties fo:text-transform="uppercase"/></style:style>',
    ],
    [
      'lists',
      `<text:list text:style-name="L">${item(p('A'), list(item(p('B'), list(item(p('C')), item(p('D'), p('tiếp'), list(item(p('Đ'), list(item(p('E')))))))), item(p('G'))))}${item(p('H'))}</text:list>`,
      'I. A\n\n1. B\n\n1.1. C\n\n1.2. D\n\ntiếp\n\nc) Đ\n\n- E\n\n2. G\n\nII. H',
      LIST,
    ],
    [
      'lists that go on',
      `<text:list text:style-name="L" xml:id="x">${item(p('A'))}</text:list>${p('giữa')}<text:list text:style-name="L" text:continue-numbering="true">${item(p('B'))}</text:list><text:list text:style-name="L" text:continue-list="x">${item(p('C'))}</text:list><text:list text:style-name="L">${item(p('D'))}<text:list-item text:start-value="5">${p('E')}</text:list-item></text:list>`,
      'I. A\n\ngiữa\n\nII. B\n\nIII. C\n\nI. D\n\nV. E',
      LIST,
    ],
    [
      'headers of lists',
      `<text:list text:style-name="L"><text:list-header>${p('A')}</text:list-header>${item(p('B'))}</text:list>`,
      'A\n\nI. B',
      LIST,
    ],
    [
      'headings with numbers',
      '<text:h text:outline-level="1">A</text:h><text:h text:outline-level="2">B</text:h><text:h text:outline-level="2">C</text:h>',
      'I. A\n\n1. B\n\n2. C',
      '<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="1" style:num-suffix="."/></text:outline-style>',
    ],
    [
      'notes',
      p(
        'Một<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Ghi</text:p><text:p>chú</text:p></text:note-body></text:note>, hai<text:note text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body><text:p>Cuối</text:p></text:note-body></text:note>.',
      ) + p('Sau'),
      'Một[^1], hai[^2].\n\n[^1]: Ghi chú\n\n[^2]: Cuối\n\nSau',
    ],
    [
      'text boxes behind their paragraph',
      p('Một <draw:frame><draw:text-box><text:p>trong khung</text:p></draw:text-box></draw:frame>hai'),
      'Một hai\n\ntrong khung',
    ],
    [
      'tables with merged cells',
      '<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>A</text:p></table:table-cell><table:table-cell table:number-columns-spanned="2"><text:p>B</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:covered-table-cell><text:p>che</text:p></table:covered-table-cell><table:table-cell><text:p>C</text:p></table:table-cell><table:table-cell><text:p>D</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell table:number-columns-repeated="3"/></table:table-row></table:table>',
      '| A | B |  |\n| A | C | D |\n|  |  |  |',
    ],
    [
      'no comments, forms and titles of pictures',
      p(
        'Một<office:annotation><text:p>ý kiến</text:p></office:annotation><draw:frame><draw:image/><svg:title>ảnh</svg:title></draw:frame>',
      ),
      'Một',
    ],
  ];
  for (const [what, body, expected, styles] of cases)
    it(`has ${what}`, () => assert.equal(text(body, styles), expected));

  it('takes styles from both of its parts', () => {
    const common = `<office:document-styles ${NAMES}><office:styles><style:style style:name="A" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style></office:styles></office:document-styles>`;
    assert.equal(opened(odt(p('Đậm', 'A'), '', { 'styles.xml': common })).text, '**Đậm**\n\n');
  });

  it('has the text of fonts before Unicode', () => {
    const styles =
      '<style:font-face style:name="F1" svg:font-family="&apos;.VnTimeH&apos;"/><style:style style:name="T" style:family="text"><style:text-properties style:font-name="F1"/></style:style>';
    const body = p(`<text:span text:style-name="T">${writeTcvn3('nghị quyết')}</text:span>`);
    assert.equal(text(body, styles), 'NGHỊ QUYẾT');
    assert.deepEqual(codes(odt(body, styles)), ['encoding-converted']);
  });

  it('says what was left out', () => {
    const styles =
      '<style:style style:name="T" style:family="text"><style:text-properties text:display="none"/></style:style>';
    assert.deepEqual(codes(odt(p('Một <text:span text:style-name="T">kín</text:span>'), styles)), ['hidden-text']);
    const changes =
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>cũ</text:p></text:deletion></text:changed-region></text:tracked-changes>';
    assert.deepEqual(codes(odt(changes + p('mới'))), ['tracked-changes']);
    const contents = `<text:table-of-content><text:index-body>${p('A 1')}</text:index-body></text:table-of-content>`;
    assert.deepEqual(codes(odt(contents + p('A'))), ['contents-left-out']);
    assert.deepEqual(codes(odt(p('Một<draw:object/>'), '', { 'Basic/Standard/x.xml': '<x/>' })), [
      'embedded-objects',
      'macros',
    ]);
  });
});

describe('an OpenDocument text that can not be read', () => {
  it('is refused with the reason', () => {
    const manifest = `<manifest:manifest ${NAMES}><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`;
    assert.equal(refused(odt(p('x'), '', { 'META-INF/manifest.xml': manifest })), 'encrypted');
    assert.equal(refused(archive({ mimetype: 'x' })), 'damaged');
    assert.equal(refused(odt('<text:p>')), 'damaged');
    assert.equal(refused(odt(p(' '))), 'no-text');
    assert.equal(
      refused(archive({ 'content.xml': `<!DOCTYPE x [<!ENTITY a "b">]>${content(p('&a;'))}` })),
      'unsafe-xml',
    );
    assert.equal(refused(odt('<text:section>'.repeat(500) + '</text:section>'.repeat(500))), 'unsafe-xml');
    assert.equal(refused(strToU8('PK')), 'damaged');
  });

  it('never makes the reader throw, whatever its elements', () => {
    const names =
      'text:p text:h text:span text:list text:list-item text:note text:note-body draw:text-box table:table table:table-row table:table-cell table:covered-table-cell text:section'.split(
        ' ',
      );
    const tree = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 8 },
        fc.constantFrom('chữ', ' ', '<text:tab/>', '<text:s text:c="-1"/>', '<text:line-break/>'),
        fc
          .tuple(
            fc.constantFrom(...names),
            fc.constantFrom(
              '',
              ' table:number-columns-spanned="99999999"',
              ' text:start-value="x"',
              ' text:outline-level="-3"',
            ),
            fc.array(tie('node'), { maxLength: 4 }),
          )
          .map(([name, attributes, inner]) => `<${name}${attributes}>${inner.join('')}</${name}>`),
      ),
    })).node;
    fc.assert(
      fc.property(tree, (body) => {
        const result = readOdt(odt(body, LIST));
        if (result.ok) compose(result.value);
      }),
      { numRuns: 200 },
    );
  });
});
