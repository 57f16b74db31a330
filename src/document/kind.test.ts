/** A file is what its content says; a name that says something else is told. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { makeCompound } from '#test/support/hostile.ts';
import { endingOf, kindOf } from './kind.ts';
import { KINDS } from './kind-table.ts';

const ascii = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<a/>')])));
const odf = (type: string) =>
  zipSync({
    mimetype: [strToU8(`application/vnd.oasis.opendocument.${type}`), { level: 0 }],
    'content.xml': strToU8('<a/>'),
    'META-INF/manifest.xml': strToU8('<a/>'),
  });

const FILES: Record<string, Uint8Array> = {
  docx: zip('[Content_Types].xml', 'word/document.xml'),
  xlsx: zip('[Content_Types].xml', 'xl/workbook.xml'),
  pptx: zip('[Content_Types].xml', 'ppt/presentation.xml'),
  odt: odf('text'),
  ods: odf('spreadsheet'),
  zip: zip('thư mục/tệp.txt'),
  doc: makeCompound(['WordDocument', '1Table']),
  xls: makeCompound(['Workbook']),
  ppt: makeCompound(['PowerPoint Document']),
  rtf: ascii('{\\rtf1\\ansi Nghị quyết}'),
  pdf: ascii('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'),
  png: ascii('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'),
  jpg: ascii('\xff\xd8\xff\xe0\0\x10JFIF'),
  tif: ascii('II*\0\x08\0\0\0'),
  gif: ascii('GIF89a\0\0'),
  html: strToU8('<!DOCTYPE html>\n<html><body>Nghị quyết</body></html>'),
  txt: strToU8('Nghị quyết số 01-NQ/TU'),
  exe: ascii('MZ\x90\0\x03\0\0\0'),
  gz: ascii('\x1f\x8b\x08\0\0\0'),
  rar: ascii('Rar!\x1a\x07\0'),
};

function outcome(bytes: Uint8Array, name: string): string {
  const kind = kindOf(bytes, name);
  return kind.ok ? kind.value : kind.error.code;
}

describe('the kind of a file', () => {
  it('is told by its content when the name says nothing', () => {
    const found = Object.fromEntries(Object.entries(FILES).map(([kind, bytes]) => [kind, outcome(bytes, '-')]));
    assert.deepEqual(found, {
      docx: 'docx',
      xlsx: 'needs-converting',
      pptx: 'needs-converting',
      odt: 'odt',
      ods: 'needs-converting',
      zip: 'unknown-format',
      doc: 'doc',
      xls: 'needs-converting',
      ppt: 'needs-converting',
      rtf: 'rtf',
      pdf: 'pdf',
      png: 'image',
      jpg: 'image',
      tif: 'image',
      gif: 'needs-converting',
      html: 'html',
      txt: 'txt',
      exe: 'unknown-format',
      gz: 'unknown-format',
      rar: 'unknown-format',
    });
  });

  it('agrees with the right ending', () => {
    for (const ending of ['docx', 'odt', 'doc', 'rtf', 'pdf', 'png', 'jpg', 'tif', 'html', 'txt']) {
      assert.notEqual(outcome(FILES[ending] as Uint8Array, `a.${ending}`), 'wrong-extension', ending);
    }
    assert.equal(outcome(FILES.docx as Uint8Array, 'Mau.DOTX'), 'docx');
    assert.equal(outcome(FILES.docx as Uint8Array, 'a.docm'), 'docx');
    assert.equal(outcome(FILES.jpg as Uint8Array, 'a.JPEG'), 'image');
    assert.equal(outcome(FILES.txt as Uint8Array, 'a.md'), 'md');
    assert.equal(outcome(FILES.txt as Uint8Array, 'a.htm'), 'html');
  });

  it('contradicts every ending that is not its own', () => {
    const endings = ['docx', 'odt', 'doc', 'rtf', 'pdf', 'png', 'jpg', 'tif', 'xlsx', 'txt'];
    for (const [kind, bytes] of Object.entries(FILES)) {
      for (const ending of endings) {
        if (kind === ending) continue;
        assert.equal(outcome(bytes, `tệp.${ending}`), 'wrong-extension', `${kind} as .${ending}`);
      }
    }
  });

  it('says what the file is and what to do', () => {
    const refused = (bytes: Uint8Array | undefined, name: string) => {
      const kind = kindOf(bytes as Uint8Array, name);
      assert.ok(!kind.ok);
      return kind.error.vi;
    };
    assert.equal(
      refused(FILES.rtf, 'Nghị quyết.doc'),
      'tên tệp có đuôi .doc nhưng nội dung là tệp RTF; hãy đổi đuôi thành .rtf rồi thử lại',
    );
    assert.equal(
      refused(FILES.xlsx, 'a.docx'),
      'tên tệp có đuôi .docx nhưng nội dung là bảng tính Excel; hãy lưu lại ở dạng PDF rồi thử lại',
    );
    assert.equal(
      refused(FILES.zip, 'a.zip'),
      'đây là tệp nén ZIP, loại tệp không đọc được; hãy giải nén, chọn từng tệp bên trong rồi thử lại',
    );
  });

  it('is damaged when the content is nothing that is known, unknown when the name tells nothing either', () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, i) => (i * i * 31 + 7 * i) % 256);
    assert.equal(outcome(noise, 'a.docx'), 'damaged');
    assert.equal(outcome(noise, 'a.dat'), 'unknown-format');
    assert.equal(outcome(new Uint8Array(5000), '-'), 'unknown-format');
  });

  it('is encrypted when Office wrapped it', () => {
    const wrapped = makeCompound(['EncryptionInfo', 'EncryptedPackage']);
    assert.equal(outcome(wrapped, 'a.docx'), 'encrypted');
    assert.equal(outcome(wrapped, '-'), 'encrypted');
  });

  it('is found behind a few bytes, in UTF-16 and in encodings before Unicode', () => {
    assert.equal(outcome(ascii(`\0\0\x01junk\n%PDF-1.4\n\0\0`), '-'), 'pdf');
    assert.equal(outcome(new Uint8Array(Buffer.from('\ufeff<html><body>', 'utf16le')), '-'), 'html');
    assert.equal(outcome(new Uint8Array(Buffer.from('Nghị quyết số 01', 'utf16le')), '-'), 'txt');
    assert.equal(outcome(ascii('Ngh\xde quy\xd5t v\xd2 ph\xb8t tri\xd3n'), 'a.txt'), 'txt');
    assert.equal(outcome(strToU8('Hướng dẫn: tệp PDF mở đầu bằng %PDF-1.7'), 'a.txt'), 'txt');
  });

  it('ends whatever the directory of a compound file says', () => {
    const file = makeCompound(['WordDocument']);
    for (let at = 0; at < file.length; at += 4) {
      for (const value of [0, 0xff, 0xfe]) {
        const bytes = file.slice();
        bytes.fill(value, at, at + 4);
        outcome(bytes, '-');
      }
    }
  });
});

describe('the ending of a name', () => {
  it('is what follows the last dot, when it can be one', () => {
    assert.equal(endingOf('Nghị quyết.PDF '), 'pdf');
    assert.equal(endingOf('NQ 01.2020.docx'), 'docx');
    assert.equal(endingOf('Nghị quyết số 01.NQ-TU'), '');
    assert.equal(endingOf('-'), '');
    assert.equal(endingOf('.txt'), '');
  });
});

describe('the table of kinds', () => {
  it('gives every kind that is not read a name and an ending', () => {
    for (const kind of Object.values(KINDS)) assert.ok(kind.vi && kind.en && kind.endings.length > 0);
  });
});
