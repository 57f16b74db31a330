/** Bytes of a file to its text, or a refusal that says what the file is instead. */

import { type Refusal, refusal } from '#base/refusal.ts';
import { err, ok, type Result } from '#base/result.ts';

/**
 * The text as given: UTF-8, or UTF-16 with a byte order mark. The mark stays in the text, so that offsets count the file
 * as every other program reads it.
 */
export function decodeText(bytes: Uint8Array): Result<string, Refusal> {
  if (bytes.length === 0) return err(refusal('tệp rỗng', 'the file is empty'));
  const kind = kindOf(bytes);
  if (kind) return err(kind);
  const text = decode(bytes);
  if (text === null) {
    return err(
      refusal(
        'không phải UTF-8; nếu là TCVN3, VNI hay Windows-1258 thì hãy lưu lại ở dạng UTF-8',
        'not UTF-8; if it is TCVN3, VNI or Windows-1258, save it as UTF-8',
      ),
    );
  }
  if (text.includes('\0')) return err(BINARY);
  if (/^[\s\p{Cf}]*$/u.test(text)) return err(refusal('tệp chỉ có khoảng trắng', 'the file holds only spaces'));
  return ok(text);
}

const BINARY = refusal(
  'tệp nhị phân; bản này chỉ đọc tệp văn bản (.txt)',
  'a binary file; this version reads text files only (.txt)',
);

function decode(bytes: Uint8Array): string | null {
  const encoding = startsWith(bytes, [0xff, 0xfe])
    ? 'utf-16le'
    : startsWith(bytes, [0xfe, 0xff])
      ? 'utf-16be'
      : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

const ascii = (text: string) => [...text].map((c) => c.charCodeAt(0));

/** What files begin with that people take for text. */
const MAGIC: readonly (readonly [readonly number[], string, string])[] = [
  [ascii('%PDF-'), 'tệp PDF', 'a PDF file'],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'tệp Word hoặc Excel đời cũ', 'an old Word or Excel file'],
  [ascii('{\\rtf'), 'tệp RTF', 'an RTF file'],
  [[0x89, 0x50, 0x4e, 0x47], 'tệp ảnh', 'a picture'],
  [[0xff, 0xd8, 0xff], 'tệp ảnh', 'a picture'],
  [ascii('GIF8'), 'tệp ảnh', 'a picture'],
  [ascii('II*\0'), 'tệp ảnh', 'a picture'],
  [ascii('MM\0*'), 'tệp ảnh', 'a picture'],
  [[0x1f, 0x8b], 'tệp nén', 'a compressed file'],
  [ascii('Rar!'), 'tệp nén', 'a compressed file'],
  [ascii('7z\xbc\xaf'), 'tệp nén', 'a compressed file'],
];

function kindOf(bytes: Uint8Array): Refusal | null {
  if (startsWith(bytes, ascii('PK\x03\x04'))) return textOnly(...zipKind(bytes));
  const found = MAGIC.find(([start]) => startsWith(bytes, start));
  return found ? textOnly(found[1], found[2]) : null;
}

/** Names of the parts stand uncompressed in a zip. */
function zipKind(bytes: Uint8Array): [string, string] {
  const names = new TextDecoder('latin1').decode(bytes.subarray(0, 1 << 16)) + tail(bytes);
  if (names.includes('word/')) return ['tệp Word (.docx)', 'a Word file (.docx)'];
  if (names.includes('xl/')) return ['tệp Excel (.xlsx)', 'an Excel file (.xlsx)'];
  if (names.includes('opendocument')) return ['tệp OpenDocument', 'an OpenDocument file'];
  return ['tệp nén (.zip)', 'a zip file'];
}

function tail(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, bytes.length - (1 << 16))));
}

function textOnly(vi: string, en: string): Refusal {
  return refusal(`${vi}; bản này chỉ đọc tệp văn bản (.txt)`, `${en}; this version reads text files only (.txt)`);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.length <= bytes.length && start.every((byte, i) => bytes[i] === byte);
}
