/** The main part and its relatives are found wherever they stand and however their XML is written. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { docxFile, docxParts, inList, p } from '#test/support/docx-file.ts';
import { compose } from '../compose.ts';
import { readDocx } from './docx.ts';

const LIST = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
const PARTS = docxParts({ body: p('Mục tiêu', inList(1)), numbering: LIST });

/** The file with each part's name and text changed. */
function changed(
  name: (name: string) => string,
  text: (text: string, name: string) => string | Uint8Array,
): Uint8Array {
  const parts = Object.entries(PARTS).map(([old, bytes]): [string, Uint8Array] => {
    const made = text(strFromU8(bytes), old);
    return [name(old), typeof made === 'string' ? strToU8(made) : made];
  });
  return zipSync(Object.fromEntries(parts));
}

function textOf(bytes: Uint8Array): string {
  const content = readDocx(bytes);
  assert.ok(content.ok, content.ok ? '' : content.error.en);
  return compose(content.value).text.trimEnd();
}

function codeOf(bytes: Uint8Array): string | null {
  const content = readDocx(bytes);
  return content.ok ? null : content.error.code;
}

const same = (text: string) => text;

describe('the parts of a Word file', () => {
  it('may have other names, absolute targets and capitals', () => {
    const renamed = changed(
      (name) =>
        name
          .replace('word/document.xml', 'word/document2.xml')
          .replace('word/_rels/document.xml', 'word/_rels/document2.xml'),
      (text) => text.replace('Target="word/document.xml"', 'Target="/word/document2.xml"'),
    );
    assert.equal(textOf(renamed), '1. Mục tiêu');
    assert.equal(textOf(changed((name) => name.replace('numbering.xml', 'Numbering.XML'), same)), '1. Mục tiêu');
  });

  it('may be of the strict kind, with other prefixes, in UTF-16', () => {
    const strict = changed(same, (text) =>
      text
        .replaceAll(
          'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
          'http://purl.oclc.org/ooxml/wordprocessingml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        ),
    );
    assert.equal(textOf(strict), '1. Mục tiêu');
    const prefixed = changed(same, (text) => text.replaceAll('w:', 'ns0:').replaceAll('xmlns:w=', 'xmlns:ns0='));
    assert.equal(textOf(prefixed), '1. Mục tiêu');
    const wide = changed(same, (text, name) =>
      name === 'word/document.xml' ? Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le') : text,
    );
    assert.equal(textOf(wide), '1. Mục tiêu');
  });

  it('are refused when one of them declares entities or is damaged', () => {
    for (const part of ['word/document.xml', 'word/numbering.xml', '_rels/.rels', 'word/_rels/document.xml.rels']) {
      const declared = changed(same, (text, name) =>
        name === part ? text.replace(/^(<\?xml[^>]*>)?/, '$1<!DOCTYPE x [<!ENTITY e "x">]>') : text,
      );
      assert.equal(codeOf(declared), 'unsafe-xml', part);
      assert.equal(codeOf(changed(same, (text, name) => (name === part ? text.slice(0, -5) : text))), 'damaged', part);
    }
  });

  it('are not those of another kind of file', () => {
    assert.equal(codeOf(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') })), 'damaged');
    const sheet = changed(same, (text) => text.replaceAll('w:document', 'w:workbook').replaceAll('w:body', 'w:sheets'));
    assert.equal(codeOf(sheet), 'damaged');
    assert.equal(codeOf(new Uint8Array(0)), 'damaged');
    assert.equal(codeOf(docxFile({ body: '' })), null);
  });
});
