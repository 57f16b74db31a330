/** Plain text files (`.txt`, `.md`): the text to the letter, and a word to the reader where it had to be converted. */

import type { Issue } from '#base/issue.ts';
import { ok, type Result } from '#base/result.ts';
import type { PlainContent } from '../block.ts';
import type { FileRefusal } from '../model.ts';
import { type DecodedText, decodeText, type Encoding } from './decode.ts';

export function readPlain(bytes: Uint8Array, format: 'txt' | 'md'): Result<PlainContent, FileRefusal> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  return ok({ format, plain: decoded.value.text, warnings: decodingWarnings(decoded.value) });
}

const NAMES: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1258': 'Windows-1258',
  'windows-1252': 'Windows-1252',
  tcvn3: 'TCVN3 (ABC)',
  vni: 'VNI-Windows',
  'double-utf-8': 'UTF-8',
};

/** What a person should know about how a text was decoded. */
export function decodingWarnings({ converted, encoding, broken }: DecodedText): Issue[] {
  const warnings: Issue[] = [];
  if (encoding === 'double-utf-8') warnings.push(DOUBLE);
  else if (converted) warnings.push(convertedFrom(NAMES[encoding]));
  if (broken > 0) {
    warnings.push({
      severity: 'warning',
      code: 'bytes-damaged',
      span: null,
      message: `Tệp có ${broken} chỗ không phải UTF-8; các chỗ đó hiện là �.`,
      messageEn: `The file has ${broken} places that are no UTF-8; they are shown as �.`,
    });
  }
  return warnings;
}

/** Text that was not in Unicode: the letters are a conversion. `name` as people say it, e.g. `TCVN3 (ABC)`. */
export function convertedFrom(name: string): Issue {
  return {
    severity: 'warning',
    code: 'encoding-converted',
    span: null,
    message: `Văn bản viết bằng bảng mã ${name}, đã được chuyển sang Unicode; cần đối chiếu với bản gốc.`,
    messageEn: `The text was written in ${name} and was converted to Unicode; compare it with the original.`,
  };
}

const DOUBLE: Issue = {
  severity: 'warning',
  code: 'encoding-converted',
  span: null,
  message: 'Văn bản UTF-8 bị lưu nhầm bảng mã, đã được khôi phục; cần đối chiếu với bản gốc.',
  messageEn: 'The UTF-8 text had been saved in a wrong encoding and was restored; compare it with the original.',
};
