import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decodeText } from './decode.ts';

function text(bytes: Uint8Array): string {
  const result = decodeText(bytes);
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

function refused(bytes: Uint8Array | string): string {
  const result = decodeText(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  assert.ok(!result.ok);
  return result.error.vi;
}

describe('the text of a file', () => {
  it('is UTF-8, with the byte order mark kept as every other program reads it', () => {
    const bytes = Buffer.from('\uFEFFNghị quyết');
    assert.equal(text(bytes), bytes.toString('utf8'));
  });

  it('is UTF-16 where a mark says so', () => {
    const little = Buffer.from('\uFEFFNghị quyết', 'utf16le');
    assert.equal(text(little), '\uFEFFNghị quyết');
    assert.equal(text(Buffer.from(little).swap16()), '\uFEFFNghị quyết');
  });

  it('is whatever UTF-8 says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (words) => {
        const bytes = Buffer.from(`x${words.replaceAll('\0', '')}`);
        assert.equal(text(bytes), bytes.toString('utf8'));
      }),
    );
  });

  it('is refused with what the file is instead', () => {
    assert.match(refused(''), /rỗng/);
    assert.match(refused(' \n\t '), /chỉ có khoảng trắng/);
    assert.match(refused(Buffer.from('\uFEFF\u00a0')), /chỉ có khoảng trắng/);
    assert.match(refused('%PDF-1.7\n'), /PDF/);
    assert.match(refused('PK\x03\x04......word/document.xml'), /Word/);
    assert.match(refused('PK\x03\x04......xl/workbook.xml'), /Excel/);
    assert.match(refused('PK\x03\x04'), /\.zip/);
    assert.match(refused('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), /đời cũ/);
    assert.match(refused('{\\rtf1'), /RTF/);
    assert.match(refused('\x89PNG'), /ảnh/);
    assert.match(refused('a\0b'), /nhị phân/);
    assert.match(refused('Ngh\xde quy\xd5t'), /UTF-8/);
  });

  it('never throws on any bytes', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void decodeText(bytes)));
  });
});
