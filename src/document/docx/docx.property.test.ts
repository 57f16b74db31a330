/** Whatever stands in a Word file, reading it ends with blocks or a refusal, and costs no more than its size allows. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { type DocxParts, docxFile, docxParts, inList, p, r, tbl, tc } from '#test/support/docx-file.ts';
import { compose } from '../compose.ts';
import { readDocx } from './docx.ts';

const RICH: DocxParts = {
  styles: `<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
    <w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:basedOn w:val="N"/><w:pPr>${inList(1)}</w:pPr><w:rPr><w:b/></w:rPr></w:style>`,
  numbering: `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
  footnotes: `<w:footnote w:id="2">${p('Nghị quyết số 10.')}</w:footnote>`,
  body:
    p('Mục tiêu', '<w:pStyle w:val="H"/>') +
    p(
      `${r('tăng ')}<w:del w:id="1"><w:r><w:delText>7</w:delText></w:r></w:del>${r('8%', '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>')}<w:r><w:footnoteReference w:id="2"/></w:r>`,
    ) +
    p(
      `${r('<w:fldChar w:fldCharType="begin"/>')}<w:r><w:instrText>TOC</w:instrText></w:r>${r('<w:fldChar w:fldCharType="separate"/>')}${r('mục')}${r('<w:fldChar w:fldCharType="end"/>')}`,
    ) +
    tbl([
      [tc('a', '<w:vMerge w:val="restart"/>'), tc('b', '<w:gridSpan w:val="2"/>')],
      [tc('', '<w:vMerge/>'), tbl([['x', 'y']]) + p('c'), 'd'],
    ]),
};

/** Reads and composes; only refusals that are known may come. */
function check(bytes: Uint8Array): string | null {
  const content = readDocx(bytes);
  if (!content.ok) {
    assert.match(content.error.code, /^(?:damaged|bomb|encrypted|unsafe-path|unsafe-xml)$/);
    return null;
  }
  return compose(content.value).text;
}

describe('a damaged Word file', () => {
  it('is read or refused, whichever bytes are changed, cut out or cut off', () => {
    const file = docxFile(RICH);
    assert.ok(check(file)?.includes('I. Mục tiêu'));
    const change = fc.tuple(fc.nat(file.length - 1), fc.nat(255), fc.nat(40));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), fc.boolean(), (changes, cut) => {
        let copy = file.slice();
        for (const [at, byte, length] of changes) {
          if (cut) copy = Buffer.concat([copy.subarray(0, at), copy.subarray(at + length)]);
          else copy[at] = byte;
        }
        check(copy);
      }),
      { numRuns: 400 },
    );
  });

  it('is read or refused, whichever characters of its XML are changed', () => {
    const parts = docxParts(RICH);
    const names = Object.keys(parts);
    const change = fc.tuple(
      fc.nat(names.length - 1),
      fc.nat(100_000),
      fc.nat(12),
      fc.constantFrom('', '<', '9', 'w:', '"', '&', '/>'),
    );
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const copy = { ...parts };
        for (const [part, place, length, text] of changes) {
          const name = names[part] as string;
          const xml = strFromU8(copy[name] as Uint8Array);
          const at = place % (xml.length + 1);
          copy[name] = strToU8(xml.slice(0, at) + text + xml.slice(at + length));
        }
        check(zipSync(copy));
      }),
      { numRuns: 400 },
    );
  });

  it('is read whatever parts are missing', () => {
    const parts = docxParts(RICH);
    for (const name of Object.keys(parts)) {
      const { [name]: _, ...rest } = parts;
      assert.equal(check(zipSync(rest)) === null, name === 'word/document.xml', name);
    }
  });
});

const NAMES = [
  'p',
  'r',
  't',
  'tbl',
  'tr',
  'tc',
  'sdt',
  'sdtContent',
  'ins',
  'del',
  'pPr',
  'rPr',
  'tcPr',
  'trPr',
  'tblPr',
  'numPr',
  'txbxContent',
  'drawing',
  'pict',
  'object',
  'fldChar',
  'instrText',
  'hyperlink',
  'footnoteReference',
  'br',
  'tab',
  'sym',
  'vMerge',
  'hMerge',
  'gridSpan',
  'gridBefore',
  'vanish',
  'numId',
  'ilvl',
  'pStyle',
  'body',
  'document',
  'docPartObj',
] as const;
const VALUES = ['', '1', '0', '2', '-5', '99999999999', 'restart', 'begin', 'separate', 'end', 'H', 'F0B7'] as const;

describe('any elements in any order', () => {
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 8, depthSize: 'small' },
      fc.constantFrom('', 'chữ', ' 5% '),
      fc
        .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...VALUES), fc.array(tie('tree'), { maxLength: 5 }))
        .map(
          ([name, value, inside]) =>
            `<w:${name} w:val="${value}" w:id="${value}" w:fldCharType="${value}" w:char="${value}">${inside.join('')}</w:${name}>`,
        ),
    ),
  }));

  it('give blocks', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 8 }), (body) => {
        assert.notEqual(check(docxFile({ ...RICH, body: body.join('') })), null);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a large Word file', () => {
  /** Stored, so that repetition is not taken for a bomb. */
  const textOf = (parts: DocxParts) => check(zipSync(docxParts(parts), { level: 0 }))?.trim() ?? '';
  /** Letters of text for each byte of XML, which a file can't make arbitrarily many of. */
  const growth = (parts: DocxParts) => textOf(parts).length / (parts.body.length + (parts.numbering?.length ?? 0));

  it('gives no more text than stands in it, however it refers to itself', () => {
    const long = 'x'.repeat(20_000);
    const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const notes = { body: p(reference.repeat(2000)), footnotes: `<w:footnote w:id="2">${p(long)}</w:footnote>` };
    assert.ok(growth(notes) < 2);
    const rows = Array.from({ length: 2000 }, (_, i) => [
      tc(p(i === 0 ? long : ''), `<w:vMerge${i === 0 ? ' w:val="restart"' : ''}/>`),
      'b',
    ]);
    assert.ok(growth({ body: tbl(rows) }) < 5);
    const wide = `<w:tr>${tc('a', '<w:gridSpan w:val="30000"/>')}</w:tr>${'<w:tr><w:tc/></w:tr>'.repeat(2000)}`;
    assert.ok(growth({ body: `<w:tbl>${wide}</w:tbl>` }) < 20);
    const label = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="${long}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    assert.ok(growth({ body: p('x', inList(1)).repeat(500), numbering: label }) < 2);
  });

  it('may have thousands of tables of contents, deleted paragraph ends, fields and namespaces', () => {
    const field = (type: string) => r(`<w:fldChar w:fldCharType="${type}"/>`);
    const toc =
      p(`${field('begin')}<w:r><w:instrText>TOC</w:instrText></w:r>${field('separate')}${r('x')}`) + p(field('end'));
    assert.ok(textOf({ body: toc.repeat(3000) + p('còn') }) === 'còn');
    assert.ok(textOf({ body: p('x', '<w:rPr><w:del/></w:rPr>').repeat(20_000) }) === 'x'.repeat(20_000));
    assert.ok(
      textOf({ body: p(field('begin').repeat(20_000) + field('separate').repeat(20_000)) + p('còn') }) === 'còn',
    );
    const spaces = Array.from({ length: 3000 }, (_, i) => `xmlns:n${i}="urn:${i}"`).join(' ');
    const scopes = '<n1:x xmlns:m="urn:m"/>'.repeat(5000);
    assert.ok(textOf({ body: `<w:sdt ${spaces}><w:sdtContent>${scopes}${p('còn')}</w:sdtContent></w:sdt>` }) === 'còn');
  });

  it('that nests too deeply is refused', () => {
    const nested = (n: number) => '<w:tbl><w:tr><w:tc>'.repeat(n) + p('x') + '</w:tc></w:tr></w:tbl>'.repeat(n);
    assert.notEqual(check(docxFile({ body: nested(60) })), null);
    assert.equal(check(docxFile({ body: nested(3000) })), null);
  });
});
