/** XML is read as the standard says, and refused when it declares or nests what no office program writes. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { strToU8 } from 'fflate';
import { parseXml } from './xml.ts';

function codeOf(xml: string | Uint8Array): string | null {
  return parseXml(typeof xml === 'string' ? strToU8(xml) : xml, {})?.code ?? null;
}

function eventsOf(xml: string | Uint8Array, namespaces?: Record<string, string>): string {
  const events: string[] = [];
  const refusal = parseXml(typeof xml === 'string' ? strToU8(xml) : xml, {
    ...(namespaces ? { namespaces } : {}),
    open: (name, attributes) => events.push(`<${name}${Object.entries(attributes).map(([n, v]) => ` ${n}=${v}`)}>`),
    close: (name) => events.push(`</${name}>`),
    text: (text) => events.push(text),
  });
  assert.equal(refusal, null);
  return events.join('');
}

describe('XML', () => {
  it('arrives as elements, attributes and text', () => {
    const xml = '<?xml version="1.0"?><a b="1&amp;2"><!-- c --><c/>Điều &#273;<![CDATA[<5>]]></a>';
    assert.equal(eventsOf(xml), '<a b=1&2><c></c>Điều đ<5></a>');
  });

  it('arrives with the prefixes of the caller, whatever the file calls them', () => {
    const names = { 'urn:one': 'w', 'urn:strict': 'w', 'urn:none': '' };
    assert.equal(
      eventsOf('<x:a xmlns:x="urn:one" x:b="1" c="2"><x:d/></x:a>', names),
      '<w:a w:b=1, c=2><w:d></w:d></w:a>',
    );
    assert.equal(eventsOf('<a xmlns="urn:strict"><b c="1"/></a>', names), '<w:a><w:b c=1></w:b></w:a>');
    assert.equal(eventsOf('<n:a xmlns:n="urn:none"/>', names), '<a></a>');
    const nested = '<x:a xmlns:x="urn:one"><x:b xmlns:x="urn:other" xmlns:y="urn:one"><y:c/></x:b><x:d/></x:a>';
    assert.equal(eventsOf(nested, names), '<w:a><{urn:other}b><w:c></w:c></{urn:other}b><w:d></w:d></w:a>');
  });

  it('is not taken in by a prefix that stands for something else', () => {
    assert.equal(eventsOf('<w:a xmlns:w="urn:other"/>', { 'urn:one': 'w' }), '<{urn:other}a></{urn:other}a>');
  });

  it('may be UTF-8 or UTF-16, with a byte order mark or without', () => {
    const xml = '<?xml version="1.0" encoding="UTF-16"?><a>Nghị quyết</a>';
    const little = Buffer.from(xml, 'utf16le');
    const big = Buffer.from(little).swap16();
    const forms = [
      Buffer.from(xml),
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(xml)]),
      little,
      big,
      Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), big]),
    ];
    for (const form of forms) assert.equal(eventsOf(form), '<a>Nghị quyết</a>');
  });
});

describe('XML that could hurt', () => {
  it('is refused with a document type, entities or anything from outside', () => {
    const laughs = `<!DOCTYPE a [<!ENTITY a "ha">${'bcdefghij'
      .split('')
      .map((n, i) => `<!ENTITY ${n} "${`&${'abcdefghij'[i]};`.repeat(10)}">`)
      .join('')}]>`;
    assert.equal(codeOf(`${laughs}<a>&j;</a>`), 'unsafe-xml');
    assert.equal(codeOf('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'), 'unsafe-xml');
    assert.equal(codeOf('<!DOCTYPE a [<!ENTITY x SYSTEM "http://example.org/">]><a>&x;</a>'), 'unsafe-xml');
    assert.equal(codeOf(Buffer.from('<!DOCTYPE a><a/>', 'utf16le')), 'unsafe-xml');
    assert.equal(codeOf('<!DOCTYPE a [<!ENTITY x "'), 'unsafe-xml');
  });

  it('is refused when it is nested absurdly', () => {
    assert.equal(codeOf('<a>'.repeat(10_000) + '</a>'.repeat(10_000)), 'unsafe-xml');
    assert.equal(codeOf('<a>'.repeat(10_000)), 'unsafe-xml');
    assert.equal(codeOf('<a>'.repeat(200) + '</a>'.repeat(200)), null);
  });
});

describe('damaged XML', () => {
  it('is refused', () => {
    for (const xml of [
      '',
      ' ',
      'text',
      '<a>',
      '<a></b>',
      '<a/><b/>',
      '<a b=1/>',
      '<a>&x;</a>',
      '<a>\u0001</a>',
      '<a b="1" b="2"/>',
    ]) {
      assert.equal(codeOf(xml), 'damaged', xml);
    }
    assert.equal(codeOf(new Uint8Array([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e])), 'damaged');
    assert.equal(codeOf('<?xml version="1.0" encoding="no-such"?><a/>'), 'damaged');
  });
});
