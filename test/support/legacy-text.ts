/**
 * Writes Vietnamese as files before Unicode hold it, for tests: the tables are written down apart from those of the
 * reader, letter by letter in the order of the alphabet.
 */

const BASES = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'];
/** None, sắc, huyền, hỏi, ngã, nặng. */
const TONES = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];

const letters = BASES.flatMap((base) => TONES.map((tone) => (base + tone).normalize('NFC')));

/** Every small letter with a mark, and đ. */
export const MARKED_LETTERS: readonly string[] = [...letters.filter((letter) => !/^[a-z]$/.test(letter)), 'đ'];

const TCVN3: Record<string, string> = {
  a: 'a¸µ¶·¹',
  ă: '¨¾»¼½Æ',
  â: '©ÊÇÈÉË',
  e: 'eÐÌÎÏÑ',
  ê: 'ªÕÒÓÔÖ',
  i: 'iÝ×ØÜÞ',
  o: 'oãßáâä',
  ô: '«èåæçé',
  ơ: '¬íêëìî',
  u: 'uóïñòô',
  ư: '\u00adøõö÷ù',
  y: 'yýúûüþ',
};
const TCVN3_CAPITALS: Record<string, string> = { Ă: '¡', Â: '¢', Ê: '£', Ô: '¤', Ơ: '¥', Ư: '¦', Đ: '§' };
const VNI: Record<string, string> = {
  a: 'a aù aø aû aõ aï',
  ă: 'aê aé aè aú aü aë',
  â: 'aâ aá aà aå aã aä',
  e: 'e eù eø eû eõ eï',
  ê: 'eâ eá eà eå eã eä',
  i: 'i í ì æ ó ò',
  o: 'o où oø oû oõ oï',
  ô: 'oâ oá oà oå oã oä',
  ơ: 'ô ôù ôø ôû ôõ ôï',
  u: 'u uù uø uû uõ uï',
  ư: 'ö öù öø öû öõ öï',
  y: 'y yù yø yû yõ î',
};

const toTcvn3 = new Map<string, string>([['đ', '®'], ...Object.entries(TCVN3_CAPITALS)]);
const toVni = new Map<string, string>([
  ['đ', 'ñ'],
  ['Đ', 'Ñ'],
]);
for (const [b, base] of BASES.entries()) {
  for (let tone = 0; tone < TONES.length; tone++) {
    const letter = letters[b * TONES.length + tone] as string;
    toTcvn3.set(letter, [...(TCVN3[base] as string)][tone] as string);
    const vni = (VNI[base] as string).split(' ')[tone] as string;
    toVni.set(letter, vni);
    toVni.set(letter.toUpperCase(), vni.toUpperCase());
  }
}

/** Text as a font of TCVN3 (ABC) shows it; capitals with a tone don't exist there and become small letters. */
export function writeTcvn3(text: string): string {
  return [...text.normalize('NFC')]
    .map((c) => toTcvn3.get(c) ?? (/[A-Z]/.test(c) ? c : (toTcvn3.get(c.toLowerCase()) ?? c)))
    .join('');
}

/** Text as a VNI-Windows font shows it. */
export function writeVni(text: string): string {
  return [...text.normalize('NFC')].map((c) => toVni.get(c) ?? c).join('');
}

/** Western text (Windows-1252) as bytes. */
export function writeWestern(text: string): Uint8Array {
  return writeSingleBytes(text, 'windows-1252');
}

/** Vietnamese in Windows-1258: letters with circumflex, breve and horn, tones behind them. */
export function write1258(text: string): Uint8Array {
  const apart = [...text.normalize('NFC')].map((c) => {
    const marks = c.normalize('NFD').slice(1);
    const tone = [...marks].find((mark) => TONES.includes(mark)) ?? '';
    return tone === '' ? c : c.normalize('NFD').replace(tone, '').normalize('NFC') + tone;
  });
  return writeSingleBytes(apart.join(''), 'windows-1258');
}

function writeSingleBytes(text: string, label: string): Uint8Array {
  const decoder = new TextDecoder(label);
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from(text, (c) => bytes.get(c) ?? 0x2a);
}
