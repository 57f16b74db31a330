/**
 * Bytes of a text file to its text, or a refusal that says what the file is instead. UTF-8 and UTF-16 come out to the
 * letter, the byte order mark included, so that offsets count the file as every other program reads it.
 */

import { err, ok, type Result } from '#base/result.ts';
import { type FileRefusal, fileRefusal } from '../model.ts';
import { convertLegacy, decodeEightBit, detectLegacy, undoDoubleUtf8 } from './detect.ts';

export type Encoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'windows-1258'
  | 'windows-1252'
  | 'tcvn3'
  | 'vni'
  | 'double-utf-8';

export interface DecodedText {
  readonly text: string;
  /** What the file was written in; the text is Unicode in any case. */
  readonly encoding: Encoding;
  /** False where the text is the file's own Unicode to the letter. */
  readonly converted: boolean;
  /** Places where bytes were no UTF-8; each is U+FFFD in the text. */
  readonly broken: number;
}

/** The text of a file of whatever encoding. */
export function decodeText(bytes: Uint8Array): Result<DecodedText, FileRefusal> {
  if (bytes.length === 0) return err(fileRefusal('empty', 'tệp rỗng', 'the file is empty'));
  const kind = kindOf(bytes);
  if (kind) return err(kind);
  const decoded = decode(bytes);
  if (decoded === null || isBinary(decoded)) return err(BINARY);
  if (isBlank(decoded.text)) return err(fileRefusal('empty', 'tệp chỉ có khoảng trắng', 'the file holds only spaces'));
  return ok(decoded);
}

/** Bytes in the encoding that a file names itself (HTML, RTF); null where the name is unknown or wrong. */
export function decodeAs(bytes: Uint8Array, label: string): string | null {
  try {
    const text = new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
    // Tones stand behind their letter there.
    return /1258/.test(label) ? text.normalize('NFC') : text;
  } catch {
    return null;
  }
}

const BINARY = fileRefusal(
  'unknown-format',
  'tệp nhị phân, không phải văn bản nào đọc được',
  'a binary file, not a text that can be read',
);

function decode(bytes: Uint8Array): DecodedText | null {
  const wide = wideEncodingOf(bytes);
  if (wide) {
    const text = decodeAs(bytes, wide);
    return text === null ? null : inUnicode(text, wide);
  }
  const utf8 = decodeAs(bytes, 'utf-8');
  if (utf8 !== null) return inUnicode(utf8, 'utf-8');
  if (bytes.includes(0)) return null;
  const mended = mendUtf8(bytes);
  if (mended) return mended;
  return { ...decodeEightBit(bytes), converted: true, broken: 0 };
}

/** Unicode stays as it is, unless what it spells is an older encoding beyond doubt. */
function inUnicode(text: string, encoding: Encoding): DecodedText {
  const meant = undoDoubleUtf8(text);
  if (meant !== null) return { text: meant, encoding: 'double-utf-8', converted: true, broken: 0 };
  const legacy = detectLegacy(text);
  if (legacy) return { text: convertLegacy(text, legacy), encoding: legacy, converted: true, broken: 0 };
  return { text, encoding, converted: false, broken: 0 };
}

/** UTF-16 by its mark, or by statistics: spaces, digits and Latin letters leave every other byte 0. */
function wideEncodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  if (bytes.length < 4 || bytes.length % 2 === 1) return null;
  const end = Math.min(bytes.length, 1 << 16);
  const zeros = [0, 0];
  const likely = [0, 0];
  for (let i = 0; i < end; i++) {
    const byte = bytes[i] as number;
    const side = i & 1;
    if (byte === 0) zeros[side] = (zeros[side] as number) + 1;
    // Blocks that Vietnamese needs: Latin with its extensions, combining marks, punctuation.
    if (byte <= 0x03 || byte === 0x1e || byte === 0x20) likely[side] = (likely[side] as number) + 1;
  }
  const units = end / 2;
  for (const [high, name] of [
    [1, 'utf-16le'],
    [0, 'utf-16be'],
  ] as const) {
    const low = 1 - high;
    // A grave accent that stands apart is U+0300: some zeros are in the lower byte.
    const tell = (zeros[high] as number) > 0.3 * units && (zeros[high] as number) > 4 * (zeros[low] as number);
    if ((likely[high] as number) > 0.97 * units && tell) return name;
  }
  return null;
}

/**
 * UTF-8 in which some bytes were damaged, as in a file cut short: where nearly all letters are sound, the others become
 * U+FFFD.
 */
function mendUtf8(bytes: Uint8Array): DecodedText | null {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let broken = 0;
  let sound = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) broken++;
    else if (code > 0x7f) sound++;
  }
  return sound >= 20 * broken ? { text, encoding: 'utf-8', converted: false, broken } : null;
}

function isBinary({ text, converted, encoding }: DecodedText): boolean {
  if (text.includes('\0')) return true;
  if (!converted || encoding === 'double-utf-8') return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  const controls = text.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  return controls > 0.01 * text.length;
}

/** Only spaces and characters that show nothing. */
function isBlank(text: string): boolean {
  return /^[\s\p{Cf}]*$/u.test(text);
}

const ascii = (text: string) => [...text].map((c) => c.charCodeAt(0));

/** What files begin with that are no text, whatever their name says. */
const MAGIC: readonly (readonly [readonly number[], string, string])[] = [
  [ascii('%PDF-'), 'tệp PDF', 'a PDF file'],
  [ascii('PK\x03\x04'), 'tệp nén hoặc tệp Office (.docx, .xlsx, .odt)', 'a zip or Office file (.docx, .xlsx, .odt)'],
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

function kindOf(bytes: Uint8Array): FileRefusal | null {
  const found = MAGIC.find(([start]) => startsWith(bytes, start));
  if (!found) return null;
  return fileRefusal('unknown-format', `không phải văn bản thuần mà là ${found[1]}`, `not plain text but ${found[2]}`);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.length <= bytes.length && start.every((byte, i) => bytes[i] === byte);
}
