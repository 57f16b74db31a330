import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ROOT } from '#test/support/files.ts';
import { compose } from '../compose.ts';
import type { Document } from '../model.ts';
import { readDoc } from './doc.ts';

/** Written for these tests, saved by LibreOffice: lists, merged cells, notes, hidden text, changes, fonts before Unicode. */
const FILE = new Uint8Array(readFileSync(join(ROOT, 'test/fixtures/word-97.doc')));

function opened(bytes: Uint8Array): Document {
  const result = readDoc(bytes);
  assert.ok(result.ok, JSON.stringify(result));
  return compose(result.value);
}

function refused(bytes: Uint8Array): string {
  const result = readDoc(bytes);
  assert.ok(!result.ok);
  return result.error.code;
}

/** The file with some bytes changed. */
function changed(change: (bytes: Buffer) => void): Uint8Array {
  const bytes = Buffer.from(FILE);
  change(bytes);
  return bytes;
}

/** Where the block of information stands: at the beginning of a sector. */
const information = Array.from({ length: FILE.length / 512 }, (_, i) => i * 512).find(
  (at) => FILE[at] === 0xec && FILE[at + 1] === 0xa5,
) as number;
/** Where the directory has a name. */
const entryOf = (name: string) => Buffer.from(FILE).indexOf(Buffer.from(`${name}\0`, 'utf16le'));

function rename(bytes: Buffer, from: string, to: string): void {
  const at = entryOf(from);
  bytes.fill(0, at, at + 64);
  bytes.write(to, at, 'utf16le');
  bytes.writeUInt16LE(2 * to.length + 2, at + 64);
}

describe('a Word 97 document', () => {
  const { text, warnings } = opened(FILE);
  const paragraphs = text.trimEnd().split('\n\n');

  it('has its head as a table of layout', () => {
    assert.deepEqual(paragraphs.slice(0, 5), [
      'HỘI ĐỒNG NHÂN DÂN',
      'TỈNH A',
      'Số: 01/NQ-HĐND',
      '**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**',
      'Độc lập - Tự do - Hạnh phúc',
    ]);
  });

  it('has the numbers that Word shows', () => {
    assert.deepEqual(paragraphs.slice(6, 17), [
      'I. Mục tiêu',
      '1. Kinh tế',
      '1.1. Tăng trưởng',
      '1.2. Thu ngân sách',
      '2. Xã hội',
      'a) Y tế',
      'b) Giáo dục',
      'II. Nhiệm vụ',
      '1. Kinh tế lần hai',
      '- Gạch một',
      '• Chấm hai',
    ]);
  });

  it('has its notes behind the paragraph that carries their marks', () => {
    const at = paragraphs.indexOf('Có ghi chú[^1] và nữa[^2].');
    assert.deepEqual(paragraphs.slice(at + 1, at + 3), ['[^1]: Ghi chú một.', '[^2]: Ghi chú hai. Đoạn sau.']);
  });

  it('has no hidden text and no deleted one, and says so', () => {
    assert.ok(paragraphs.includes('hiện IN HOA đậm'));
    assert.ok(paragraphs.includes('thêm'));
    assert.deepEqual(
      warnings.map(({ code }) => code),
      ['encoding-converted', 'encoding-converted', 'hidden-text', 'tracked-changes'],
    );
  });

  it('has the text of fonts before Unicode, capital fonts in capitals', () => {
    assert.ok(paragraphs.includes('NGHỊ QUYẾT VỀ NHIỆM VỤ của tỉnh năm 2020, lưu ý ưu đãi'));
    assert.ok(paragraphs.includes('Nghị quyết về nhiệm vụ của tỉnh'));
  });

  it('has line breaks and tables with merged cells', () => {
    assert.ok(paragraphs.includes('dòng một\ndòng hai'));
    assert.ok(
      paragraphs.includes(
        '| TT | Chỉ tiêu | Năm |  |\n| TT | Chỉ tiêu | 2025 | 2026 |\n| 1 | GRDP | 8% | 9% và hơn |\n| Tổng cộng |  | 10 | 11 |',
      ),
    );
  });

  it('may hold macros and objects, which are told and not run', () => {
    const withStorage = (name: string) =>
      changed((bytes) => {
        rename(bytes, '\u0001CompObj', name);
        const at = entryOf('\u0001CompObj');
        bytes[at + 66] = 1;
        bytes.writeUInt32LE(2, at + 76);
      });
    const codes = (bytes: Uint8Array) => opened(bytes).warnings.map(({ code }) => code);
    assert.ok(codes(withStorage('Macros')).includes('macros'));
    assert.ok(codes(withStorage('ObjectPool')).includes('embedded-objects'));
  });
});

describe('a .doc that can not be read', () => {
  it('is refused with the reason', () => {
    assert.equal(refused(changed((bytes) => void bytes.writeUInt8(3, information + 11))), 'encrypted');
    assert.equal(refused(changed((bytes) => rename(bytes, '\u0001CompObj', 'EncryptedPackage'))), 'encrypted');
    assert.equal(refused(changed((bytes) => rename(bytes, 'WordDocument', 'Workbook'))), 'wrong-extension');
    assert.equal(refused(changed((bytes) => void bytes.writeUInt16LE(0x65, information + 2))), 'needs-converting');
    assert.equal(refused(changed((bytes) => void bytes.fill(0, information, information + 2))), 'damaged');
    assert.equal(refused(FILE.subarray(0, 2000)), 'damaged');
    assert.equal(refused(FILE.subarray(0, 100)), 'damaged');
    assert.equal(refused(Buffer.from('<html>')), 'wrong-extension');
    assert.equal(refused(new Uint8Array()), 'wrong-extension');
  });

  it('never makes the reader throw or turn, whatever is damaged', () => {
    const damage = fc.record({
      at: fc.array(fc.tuple(fc.nat(FILE.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 40 }),
      end: fc.oneof(fc.constant(FILE.length), fc.nat(FILE.length)),
    });
    fc.assert(
      fc.property(damage, ({ at, end }) => {
        const bytes = changed((copy) => {
          for (const [place, value] of at) copy[place] = value;
        }).subarray(0, end);
        const result = readDoc(bytes);
        if (result.ok) assert.ok(compose(result.value).text.length < 20 * FILE.length);
        else assert.notEqual(result.error.vi, '');
      }),
      { numRuns: 300 },
    );
  });

  it('never makes the reader throw where its tables are damaged', () => {
    const table = Buffer.from(FILE).indexOf(Buffer.from('.VnTimeH', 'utf16le'));
    const places = fc.oneof(
      fc.integer({ min: information, max: information + 0x400 }),
      fc.integer({ min: Math.max(0, table - 3000), max: Math.min(FILE.length - 1, table + 3000) }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(places, fc.constantFrom(0, 1, 2, 7, 0x7f, 0x80, 0xff)), { maxLength: 12 }),
        (at) => {
          const result = readDoc(
            changed((copy) => {
              for (const [place, value] of at) copy[place] = value;
            }),
          );
          if (result.ok) compose(result.value);
        },
      ),
      { numRuns: 300 },
    );
  });
});
