/**
 * Characters of the symbol fonts (phông ký hiệu): Symbol, Wingdings and the like draw pictures at the places of letters;
 * here they become the Unicode characters that look the same. What has no such character gives nothing.
 */

/** Greek of the Symbol font, from `A` and from `a`. */
const GREEK_CAPITALS = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';
const GREEK_SMALL = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ';

const SYMBOL = new Map<number, string>([
  ...[...GREEK_CAPITALS].map((letter, i): [number, string] => [0x41 + i, letter]),
  ...[...GREEK_SMALL].map((letter, i): [number, string] => [0x61 + i, letter]),
  ...pairs({
    42: '*',
    43: '+',
    45: '-',
    163: '≤',
    165: '∞',
    167: '•',
    168: '•',
    171: '↔',
    172: '←',
    173: '↑',
    174: '→',
    175: '↓',
    176: '°',
    177: '±',
    178: '″',
    179: '≥',
    180: '×',
    183: '•',
    184: '÷',
    185: '≠',
    186: '≡',
    187: '≈',
    188: '…',
    190: '-',
    214: '√',
    215: '·',
    222: '⇒',
    229: '∑',
  }),
]);

const WINGDINGS = pairs({
  33: '✏',
  40: '☎',
  42: '✉',
  108: '•',
  109: '○',
  110: '▪',
  111: '□',
  112: '□',
  113: '□',
  114: '□',
  115: '•',
  116: '•',
  117: '•',
  118: '•',
  119: '•',
  158: '•',
  159: '•',
  160: '▪',
  161: '○',
  167: '▪',
  168: '□',
  170: '•',
  171: '*',
  216: '•',
  223: '←',
  224: '→',
  225: '↑',
  226: '↓',
  232: '→',
  240: '⇒',
  251: '☒',
  252: '✓',
  253: '☒',
  254: '☑',
});

const WINGDINGS_2 = pairs({
  79: '✗',
  80: '✓',
  81: '☒',
  82: '☑',
  150: '•',
  151: '•',
  152: '•',
  163: '□',
});

const FONTS: readonly (readonly [RegExp, ReadonlyMap<number, string>])[] = [
  [/^(?:symbol|standard symbols)/i, SYMBOL],
  [/^wingdings 2/i, WINGDINGS_2],
  [/^wingdings/i, WINGDINGS],
];

function tableOf(font: string): ReadonlyMap<number, string> | undefined {
  return FONTS.find(([name]) => name.test(font))?.[1];
}

/** Fonts without letters. */
export function isSymbolFont(font: string): boolean {
  return tableOf(font) !== undefined || /^(?:webdings|marlett|zapf ?dingbats)/i.test(font);
}

/**
 * Text as a symbol font draws it; characters of the area for private use that are not known are left out. Ordinary
 * characters are taken for their places only when they stand alone: words are words, whatever font they are in.
 */
export function fromSymbols(text: string, font: string): string {
  const table = tableOf(font) ?? SYMBOL;
  const anyPlace = isSymbolFont(font) && text.trim().length <= 2;
  let shown = '';
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    const isPrivate = code >= 0xf000 && code <= 0xf0ff;
    if (isPrivate) shown += table.get(code - 0xf000) ?? digit(code - 0xf000, table);
    else shown += anyPlace && code > 0x20 && code <= 0xff ? (table.get(code) ?? digit(code, table)) : character;
  }
  return shown;
}

/** The Symbol font draws digits and punctuation as every font does. */
function digit(code: number, table: ReadonlyMap<number, string>): string {
  return table === SYMBOL && code >= 0x20 && code <= 0x40 ? String.fromCharCode(code) : '';
}

/** What a bullet (dấu đầu dòng) of a list is read as: dashes stay dashes, pluses pluses, pictures become dots. */
export function bulletOf(text: string, font: string): string {
  const drawn = isSymbolFont(font) || /[\uf000-\uf0ff]/.test(text) ? fromSymbols(text, font) : text;
  const trimmed = drawn.trim();
  if (trimmed === '') return text.trim() === '' ? '' : '•';
  if (/^[-–—‐‑‒―−]$/.test(trimmed)) return '-';
  if (/^[+*]$/.test(trimmed)) return trimmed;
  // The hollow circle of Courier New is a small `o`.
  if (trimmed === 'o') return '○';
  return /[\p{L}\p{N}]/u.test(trimmed) || /^[•●▪○·]$/.test(trimmed) ? trimmed : '•';
}

function pairs(table: Readonly<Record<number, string>>): Map<number, string> {
  return new Map(Object.entries(table).map(([code, character]) => [Number(code), character]));
}
