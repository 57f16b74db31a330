/**
 * Which encoding a text was written in, by the Vietnamese that comes out. Unicode is never doubted where it reads as
 * Vietnamese, or where another language would do.
 */

import { fromLegacy, type LegacyEncoding } from './legacy.ts';
import { judge, shareOf } from './syllable.ts';

/** How much of a text is looked at; a text is written in one encoding or its beginning says so. */
const SAMPLE = 200_000;

/** Words with marks below which a Unicode text is left as it is. */
const ENOUGH_WORDS = 8;

/** Letters that no encoding before Unicode could have given. */
const UNICODE_ONLY = /[\u0100-\u024f\u1e00-\u1eff]/;

/**
 * Whether text in Unicode characters is in truth TCVN3 or VNI, carried over unit by unit (`NghÞ quyÕt`): common where old
 * documents were pasted. Very sure or null.
 */
export function detectLegacy(text: string): LegacyEncoding | null {
  const sample = text.slice(0, SAMPLE);
  if (!/[\u00a1-\u00ff\uf0a1-\uf0ff]/.test(sample)) return null;
  const asIs = judge(sample);
  if (shareOf(asIs) > 0.4) return null;
  let best: LegacyEncoding | null = null;
  let bestShare = 0.92;
  for (const encoding of ['tcvn3', 'vni'] as const) {
    const found = judge(convertLegacy(sample, encoding));
    // Vietnamese has a mark in most words, other languages in few; and its words without marks are syllables too.
    if (found.marked < ENOUGH_WORDS || found.marked < 0.3 * (found.marked + found.plain)) continue;
    if (found.plainValid < 0.5 * found.plain) continue;
    if (shareOf(found) > bestShare) {
      best = encoding;
      bestShare = shareOf(found);
    }
  }
  return best;
}

/**
 * The encoding of one paragraph of a document that is known to hold text in `encoding`: a few words must do.
 */
export function isLegacyParagraph(text: string, encoding: LegacyEncoding): boolean {
  if (UNICODE_ONLY.test(text)) return false;
  const asIs = judge(text);
  if (asIs.marked === 0) return false;
  const found = judge(fromLegacy(text, encoding));
  return found.markedValid > asIs.markedValid || (shareOf(found) > shareOf(asIs) && found.marked > 0);
}

/** A whole text from an encoding before Unicode, line by line: a line that is Unicode already stays. */
export function convertLegacy(text: string, encoding: LegacyEncoding): string {
  return text
    .split('\n')
    .map((line) => (UNICODE_ONLY.test(line) ? line : fromLegacy(line, encoding)))
    .join('\n');
}

/** Encodings of eight bits, best guess first where they read equally well. */
export type ByteEncoding = 'windows-1258' | LegacyEncoding | 'windows-1252';

/** Text in eight-bit characters: the reading in which most words are Vietnamese; Western text where none is. */
export function decodeEightBit(bytes: Uint8Array): { readonly text: string; readonly encoding: ByteEncoding } {
  const western = new TextDecoder('windows-1252').decode(bytes);
  const readings = {
    'windows-1258': (text: string) => from1258(text),
    tcvn3: (text: string) => convertLegacy(text, 'tcvn3'),
    vni: (text: string) => convertLegacy(text, 'vni'),
  };
  const sample = western.slice(0, SAMPLE);
  let encoding: ByteEncoding = 'windows-1252';
  // Western text in small amounts of Vietnamese-looking words stays Western.
  let best = Math.max(0.5, shareOf(judge(sample)));
  for (const name of Object.keys(readings) as (keyof typeof readings)[]) {
    const share = shareOf(judge(readings[name](sample)));
    if (share > best) {
      encoding = name;
      best = share;
    }
  }
  return { text: encoding === 'windows-1252' ? western : readings[encoding](western), encoding };
}

/** Positions of Windows-1252 read as those of Windows-1258; its tones stand behind their letter and are joined (NFC). */
function from1258(text: string): string {
  return text.replace(/[\u00c0-\u00ff\u0152\u0153]/g, (unit) => CP1258[unit] ?? unit).normalize('NFC');
}

/** Where Windows-1258 differs from Windows-1252. */
const CP1258: Record<string, string> = {
  Ã: 'Ă',
  Ì: '\u0300',
  Ð: 'Đ',
  Ò: '\u0309',
  Õ: 'Ơ',
  Ý: 'Ư',
  Þ: '\u0303',
  ã: 'ă',
  ì: '\u0301',
  ð: 'đ',
  ò: '\u0323',
  õ: 'ơ',
  ý: 'ư',
  þ: '₫',
};

/**
 * UTF-8 that was taken for Western text and saved again (`Nghá»‹ quyáº¿t`): the text meant, or null where that is not
 * beyond doubt.
 */
export function undoDoubleUtf8(text: string): string | null {
  // Every Vietnamese text of some length has letters of three bytes, which begin with 0xE1 0xBA or 0xE1 0xBB.
  if (!/\u00e1[\u00ba\u00bb]/.test(text)) return null;
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const byte = code < 0x100 ? code : CP1252_BYTES.get(code);
    if (byte === undefined) return null;
    bytes[i] = byte;
  }
  let meant: string;
  try {
    meant = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
  const found = judge(meant.slice(0, SAMPLE));
  return found.marked >= ENOUGH_WORDS && shareOf(found) > 0.92 ? meant : null;
}

const CP1252_BYTES = new Map(
  Array.from({ length: 32 }, (_, i) => i + 0x80).map((byte) => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(byte)).charCodeAt(0),
    byte,
  ]),
);
