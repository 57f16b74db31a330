import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readXml } from '#test/support/akn-xml.ts';
import { escapeText, legalXml, XmlWriter } from './xml.ts';

describe('escapeText', () => {
  it('escapes markup', () => {
    assert.equal(escapeText('a & b < c > ]]>'), 'a &amp; b &lt; c &gt; ]]&gt;');
  });
});

describe('legalXml', () => {
  it('drops what XML 1.0 refuses and nothing else', () => {
    assert.equal(legalXml('a\u0000b\u0008\t\n\r\u000b\u000c\u001fc\uFFFE\uFFFF'), 'ab\t\n\rc');
    assert.equal(legalXml('\uD800x\uDC00 😀 \u0085\u009f\u007f'), 'x 😀 \u0085\u009f\u007f');
    assert.equal(legalXml('e\u0302\u0301 ế \u2028'), 'e\u0302\u0301 ế \u2028');
  });

  it('agrees with the Char production on every code unit of the first plane', () => {
    for (let code = 0; code <= 0xffff; code++) {
      const legal =
        code === 9 ||
        code === 10 ||
        code === 13 ||
        (code >= 0x20 && code <= 0xd7ff) ||
        (code >= 0xe000 && code <= 0xfffd);
      assert.equal(legalXml(String.fromCharCode(code)).length, legal ? 1 : 0, code.toString(16));
    }
  });
});

describe('XmlWriter', () => {
  it('writes blocks on lines, leaves on one line, attributes escaped', () => {
    const xml = new XmlWriter();
    xml.open('a', { x: '"<\n  &>"', y: undefined });
    xml.leafOpen('p');
    xml.text('1 < 2');
    xml.inlineEmpty('br');
    xml.leafClose('p');
    xml.empty('b');
    xml.close('a');
    assert.equal(
      xml.toString(),
      '<?xml version="1.0" encoding="UTF-8"?>\n<a x="&quot;&lt; &amp;&gt;&quot;">\n  <p>1 &lt; 2<br/></p>\n  <b/>\n</a>\n',
    );
    assert.equal(readXml(xml.toString()).elements[0]?.attributes.get('x'), '"< &>"');
  });
});
