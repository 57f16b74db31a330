import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { write1258, writeTcvn3, writeVni, writeWestern } from '#test/support/legacy-text.ts';
import { SAMPLES } from '#test/support/samples.ts';
import { type DecodedText, decodeText } from './decode.ts';
import { readPlain } from './plain.ts';

function decoded(bytes: Uint8Array): DecodedText {
  const result = decodeText(bytes);
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

const text = (bytes: Uint8Array) => decoded(bytes).text;

function refused(bytes: Uint8Array | string): { code: string; vi: string } {
  const result = decodeText(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  assert.ok(!result.ok);
  return result.error;
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

  it('is UTF-16 without a mark where every other byte says so', () => {
    const little = Buffer.from('Nghị quyết về nhiệm vụ năm 2020\n', 'utf16le');
    assert.equal(text(little), 'Nghị quyết về nhiệm vụ năm 2020\n');
    assert.equal(text(Buffer.from(little).swap16()), 'Nghị quyết về nhiệm vụ năm 2020\n');
  });

  it('is whatever UTF-8 says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (words) => {
        const bytes = Buffer.from(`x${words.replaceAll('\0', '')}`);
        assert.equal(text(bytes), bytes.toString('utf8'));
        assert.equal(decoded(bytes).converted, false);
      }),
    );
  });

  it('is UTF-8 also where some bytes are damaged, and says how many', () => {
    const bytes = Buffer.from(
      'Nghị quyết về nhiệm vụ phát triển kinh tế – xã hội năm 2020 của tỉnh Đắk Lắk và cả nước, '.repeat(3),
    );
    const cut = decoded(bytes.subarray(0, bytes.lastIndexOf(0xe1) + 2));
    assert.equal(cut.encoding, 'utf-8');
    assert.equal(cut.broken, 1);
    assert.match(cut.text, /^Nghị quyết .*\uFFFD$/);
  });

  it('is Western text where it is not Vietnamese', () => {
    const french = 'Le Président a été élu à la majorité';
    assert.equal(text(Buffer.from(french, 'latin1')), french);
    assert.equal(decoded(Buffer.from(french, 'latin1')).encoding, 'windows-1252');
  });

  it('is told by few words', () => {
    assert.equal(text(Buffer.from('NghÞ quyÕt', 'latin1')), 'Nghị quyết');
    assert.equal(text(Buffer.from('Nghò quyeát', 'latin1')), 'Nghị quyết');
    assert.equal(text(write1258('Nghị quyết')), 'Nghị quyết');
  });

  it('stays as it is without marks', () => {
    assert.equal(text(Buffer.from('Nghi quyet ve nhiem vu')), 'Nghi quyet ve nhiem vu');
  });

  it('is refused with what the file is instead', () => {
    for (const blank of ['', ' \n\t ']) assert.equal(refused(blank).code, 'empty');
    assert.match(refused('').vi, /rỗng/);
    assert.match(refused(' \n\t ').vi, /chỉ có khoảng trắng/);
    assert.match(refused(Buffer.from('\uFEFF\u00a0')).vi, /chỉ có khoảng trắng/);
    assert.match(refused('%PDF-1.7\n').vi, /PDF/);
    assert.match(refused('PK\x03\x04......word/document.xml').vi, /docx/);
    assert.match(refused('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1').vi, /đời cũ/);
    assert.match(refused('{\\rtf1').vi, /RTF/);
    assert.match(refused('\x89PNG').vi, /ảnh/);
    assert.match(refused('a\0b').vi, /nhị phân/);
    assert.match(refused('\xff\x01\x02\x03\x04\x05\x06').vi, /nhị phân/);
    assert.equal(refused('a\0b').code, 'unknown-format');
  });

  it('never throws on any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void decodeText(bytes)));
  });
});

/** What an encoding can't hold is not asked of it. */
const simple = (source: string) =>
  source.normalize('NFC').replace(/[^\n -\u00ff\u0100-\u01b0\u1ea0-\u1ef9\u2013\u2014\u2018-\u201d\u2026]/g, '*');

/** Long texts are compared by the place where they part. */
function assertSame(actual: string, expected: string): void {
  if (actual === expected) return;
  let at = 0;
  while (actual[at] === expected[at]) at++;
  assert.equal(actual.slice(Math.max(0, at - 40), at + 40), expected.slice(Math.max(0, at - 40), at + 40));
}

describe('a sample', () => {
  for (const { name, text: given } of SAMPLES) {
    const source = simple(given);

    it(`${name} comes back from UTF-8 and UTF-16 to the letter`, () => {
      assertSame(text(Buffer.from(given)), given);
      const wide = Buffer.from(given, 'utf16le');
      assertSame(text(wide), given);
      assertSame(text(wide.swap16()), given);
    });

    it(`${name} comes back from VNI-Windows and Windows-1258`, () => {
      const vni = decoded(writeWestern(writeVni(source)));
      assert.equal(vni.encoding, 'vni');
      assertSame(vni.text, source);
      assertSame(text(Buffer.from(writeVni(source))), source);
      assert.equal(decoded(write1258(source)).encoding, 'windows-1258');
      assertSame(text(write1258(source)), source);
    });

    it(`${name} comes back from TCVN3 but for capitals that it has not`, () => {
      // The place of ¹ is that of ạ.
      const source = simple(given).replaceAll('¹', '1');
      for (const bytes of [writeWestern(writeTcvn3(source)), Buffer.from(writeTcvn3(source))]) {
        const back = decoded(bytes);
        assert.equal(back.encoding, 'tcvn3');
        assertSame(back.text.toLowerCase(), source.toLowerCase());
      }
    });
  }
});

describe('a plain text file', () => {
  it('says what it was converted from, in both languages', () => {
    const result = readPlain(Buffer.from('NghÞ quyÕt vÒ viÖc', 'latin1'), 'txt');
    assert.ok(result.ok);
    assert.equal(result.value.plain, 'Nghị quyết về việc');
    assert.deepEqual(
      result.value.warnings.map(({ code, severity }) => [code, severity]),
      [['encoding-converted', 'warning']],
    );
    assert.match(result.value.warnings[0]?.message ?? '', /TCVN3/);
    assert.match(result.value.warnings[0]?.messageEn ?? '', /TCVN3/);
  });

  it('says nothing where nothing was changed', () => {
    const result = readPlain(Buffer.from('# Nghị quyết'), 'md');
    assert.deepEqual(result, { ok: true, value: { format: 'md', plain: '# Nghị quyết', warnings: [] } });
  });
});
