/** Bytes of an HTML page to text: by its mark, by the charset that it names, else by what it looks like. */

import type { Issue } from '#base/issue.ts';
import { ok, type Result } from '#base/result.ts';
import { decodeAs, decodeText } from '../encoding/decode.ts';
import { decodeEightBit } from '../encoding/detect.ts';
import { convertedFrom, decodingWarnings } from '../encoding/plain.ts';
import type { FileRefusal } from '../model.ts';

export interface DecodedPage {
  readonly text: string;
  readonly warnings: readonly Issue[];
}

/** How far into a page browsers look for its charset, and a little more. */
const HEAD = 4096;

/** Charsets that pages name when they mean the letters of a font before Unicode, or nothing. */
const WESTERN = /^(?:windows-125[24]|iso-8859-1|us-ascii|x-user-defined|utf-?\d+.*)$/i;

/**
 * The page as text. Pages in TCVN3 or VNI call themselves Western and show their letters by a font: they come out as Western
 * text, and the fonts decide later.
 */
export function decodePage(bytes: Uint8Array): Result<DecodedPage, FileRefusal> {
  const utf8 = decodeAs(bytes, 'utf-8');
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf8 !== null ? utf8.trim() === '' || utf8.includes('\0') : isWide || bytes.includes(0)) {
    // UTF-16, or a refusal that says what is wrong.
    const decoded = decodeText(bytes);
    return decoded.ok ? ok({ text: decoded.value.text, warnings: decodingWarnings(decoded.value) }) : decoded;
  }
  if (utf8 !== null) return ok({ text: utf8, warnings: [] });
  const label = namedCharset(bytes);
  const named = label === null || WESTERN.test(label) ? null : decodeAs(bytes, label);
  if (named !== null) return ok({ text: named, warnings: [] });
  const { text, encoding } = decodeEightBit(bytes);
  if (encoding === 'windows-1258') return ok({ text, warnings: [convertedFrom('Windows-1258')] });
  return ok({ text: new TextDecoder('windows-1252').decode(bytes), warnings: [] });
}

function namedCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD));
  return /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,30})/i.exec(head)?.[1] ?? null;
}
