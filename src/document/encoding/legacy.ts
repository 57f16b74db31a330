/**
 * The encodings before Unicode (bảng mã cũ): TCVN3, also named ABC, and VNI-Windows. Both write Vietnamese with the
 * positions of Western letters and leave the rest to a font, so the text alone reads `NghÞ quyÕt` or `Nghò quyeát`.
 *
 * Sources of the tables: TCVN 5712:1993 (as in glibc's charmap) for TCVN3; for VNI-Windows the tables that open
 * converters and input methods agree on.
 */

import { mendCapitals } from './capitals.ts';

export type LegacyEncoding = 'tcvn3' | 'vni';

/**
 * Positions in TCVN3, with what they mean. The capitals with a tone that the standard has besides are left out: the fonts
 * have none of them, and `à` in a text in `.VnTime` is a letter of Unicode that went astray.
 */
const TCVN3_UNITS = '¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ';
const TCVN3_LETTERS = 'ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ';

/** VNI-Windows: letters of one unit. */
const VNI_UNITS = 'ñôöíìæóòîÑÔÖÍÌÆÓÒÎ';
const VNI_LETTERS = 'đơưíìỉĩịỵĐƠƯÍÌỈĨỊỴ';

/** VNI-Windows: a base letter and the unit of its mark, in the order sắc, huyền, hỏi, ngã, nặng. */
const VNI_TONES = 'ùøûõï';
const VNI_MARKED: readonly (readonly [base: string, marks: string, letters: string])[] = [
  ['a', VNI_TONES, 'áàảãạ'],
  ['a', 'âáàåãä', 'âấầẩẫậ'],
  ['a', 'êéèúüë', 'ăắằẳẵặ'],
  ['e', VNI_TONES, 'éèẻẽẹ'],
  ['e', 'âáàåãä', 'êếềểễệ'],
  ['o', VNI_TONES, 'óòỏõọ'],
  ['o', 'âáàåãä', 'ôốồổỗộ'],
  ['ô', VNI_TONES, 'ớờởỡợ'],
  ['u', VNI_TONES, 'úùủũụ'],
  ['ö', VNI_TONES, 'ứừửữự'],
  ['y', 'ùøûõ', 'ýỳỷỹ'],
];

const tcvn3 = new Map([...TCVN3_UNITS].map((unit, i) => [unit, TCVN3_LETTERS[i] as string]));
const vni = new Map([...VNI_UNITS].map((unit, i) => [unit, VNI_LETTERS[i] as string]));
/** Base and mark in any mixture of cases; the case of the letter is that of the base. */
const vniPairs = new Map<string, string>();
for (const [base, marks, letters] of VNI_MARKED) {
  for (const [i, mark] of [...marks].entries()) {
    const letter = letters[i] as string;
    for (const either of [mark, mark.toUpperCase()]) {
      vniPairs.set(base + either, letter);
      vniPairs.set(base.toUpperCase() + either, letter.toUpperCase());
    }
  }
}

/**
 * Which encoding a font is drawn for, by its family: `.VnTime`, `.VnArialH` are TCVN3, `VNI-Times` is VNI-Windows; null for
 * every font with Unicode.
 */
export function legacyEncodingOfFont(name: string): LegacyEncoding | null {
  const family = familyOf(name);
  if (/^\.vn[a-z]/i.test(family)) return 'tcvn3';
  if (/^vni[- ]/i.test(family)) return 'vni';
  return null;
}

/** True for fonts that show small letters as capitals: `.VnTimeH`, `.VnArial NarrowH`. */
export function isCapitalFont(name: string): boolean {
  const family = familyOf(name);
  return /^\.[vV][nN].*[a-z]H$/.test(family) || COMMON_CAPITAL.test(family);
}

/** Families whose name some programs write in small letters only. */
const COMMON_CAPITAL =
  /^\.vn(?:time|arial|arial narrow|avant|helvetins|black|bodoni|clarendon|gothic|southern|university)h$/i;

/** The first family of a list such as `".VnTime","serif"`, without quotes. */
function familyOf(name: string): string {
  return (name.split(/[,;]/, 1)[0] as string).replace(/["']/g, '').trim();
}

/** Letters that only Unicode has: text with one of them was not written for a font before Unicode. */
const UNICODE_ONLY = /[\u1ea0-\u1ef9\u0103\u0111\u01a1\u01b0\u0102\u0110\u01a0\u01af]/;

/**
 * Text written for a font before Unicode to Unicode (NFC). Its units are positions of Windows-1252; what stands in the
 * area for private use (U+F020–U+F0FF, fonts marked as symbols) is taken for the same positions. Text that already has
 * Unicode's Vietnamese letters comes back as it is. VNI writes a letter in two units: join the runs of one font first.
 *
 * @example fromLegacy('NghÞ quyÕt', 'tcvn3') // 'Nghị quyết'
 * @example fromLegacy('Nghò quyeát', 'vni') // 'Nghị quyết'
 */
export function fromLegacy(
  text: string,
  encoding: LegacyEncoding,
  options: { readonly capitals?: boolean } = {},
): string {
  let result = text;
  if (!UNICODE_ONLY.test(text)) {
    const units = text.replace(/[\uf020-\uf0ff]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) - 0xf000));
    result = encoding === 'tcvn3' ? mendCapitals(fromTcvn3(units)) : fromVni(units);
  }
  return options.capitals ? result.toUpperCase() : result;
}

function fromTcvn3(text: string): string {
  return text.replace(/[\u00a1-\u00ff]/g, (unit) => tcvn3.get(unit) ?? unit);
}

function fromVni(text: string): string {
  let result = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text[i] as string;
    const pair = vniPairs.get(text.slice(i, i + 2));
    if (pair) i++;
    result += pair ?? vni.get(unit) ?? unit;
  }
  return result;
}
