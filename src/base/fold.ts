/**
 * Text folding shared by the catalogue: one spelling for what a Vietnamese writer may type in several ways.
 * Both functions keep the length of NFC text, so offsets into the folded text are offsets into the original.
 */

const TABLE_SIZE = 0x2100;
/** Code → lower-case code, dashes, quotes and spaces unified. */
const FOLDED = new Uint16Array(TABLE_SIZE);
/** Code → lower-case code without any diacritic, đ as d. */
const BARE = new Uint16Array(TABLE_SIZE);
/** 1 for letters and digits. */
const WORD = new Uint8Array(TABLE_SIZE);

const DASHES = '\u2010\u2011\u2012\u2013\u2014\u2015';
const SPACES =
  '\t\n\v\f\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f';
const DOUBLE_QUOTES = '\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033';
const SINGLE_QUOTES = '\u2018\u2019\u201a\u201b\u2032\u00b4`';

function fillTables(): void {
  for (let code = 0; code < TABLE_SIZE; code++) {
    const char = String.fromCharCode(code);
    const lower = char.toLowerCase();
    FOLDED[code] = lower.length === 1 ? lower.charCodeAt(0) : code;
    // Only letters of the Latin blocks lose their marks; everything else is left as it is.
    const stripped = code < 0x300 || code >= 0x1e00 ? lower.normalize('NFD').charCodeAt(0) : code;
    BARE[code] = lower.length === 1 ? stripped : code;
    WORD[code] = /[\p{L}\p{N}]/u.test(char) ? 1 : 0;
  }
  BARE['đ'.charCodeAt(0)] = BARE['Đ'.charCodeAt(0)] = 'd'.charCodeAt(0);
  for (const [chars, to] of [
    [DASHES, '-'],
    [SPACES, ' '],
    [DOUBLE_QUOTES, '"'],
    [SINGLE_QUOTES, "'"],
  ] as const) {
    for (const char of chars) {
      FOLDED[char.charCodeAt(0)] = to.charCodeAt(0);
      BARE[char.charCodeAt(0)] = to.charCodeAt(0);
    }
  }
}
fillTables();

/** The five toned forms of the letters that can start or end a moved tone mark, in the same order of tones. */
const TONED = { o: 'óòỏõọ', u: 'úùủũụ', a: 'áàảãạ', e: 'éèẻẽẹ', y: 'ýỳỷỹỵ' } as const;
const [O, U, A, E, Y, Q] = [...'ouaeyq'].map((char) => char.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
  number,
];
/** Toned lower-case code → plain code × 8 + tone (1–5); 0 for codes without one of the tones above. */
const TONE_OF = new Uint16Array(TABLE_SIZE);
/** Plain code × 8 + tone → toned code. */
const WITH_TONE = new Uint16Array(128 * 8);
for (const [plain, toned] of Object.entries(TONED)) {
  for (let tone = 0; tone < toned.length; tone++) {
    const key = plain.charCodeAt(0) * 8 + tone + 1;
    TONE_OF[toned.charCodeAt(tone)] = key;
    WITH_TONE[key] = toned.charCodeAt(tone);
  }
}

/** True for a letter or digit (chữ cái, chữ số). `isWordCode('ệ'.charCodeAt(0))` → true. */
export function isWordCode(code: number): boolean {
  return code < TABLE_SIZE ? WORD[code] === 1 : code > 0x2e7f && code < 0xe000;
}

/** The code without case and diacritics. `bareCode('Đ'.charCodeAt(0))` → the code of `d`. */
export function bareCode(code: number): number {
  return code < TABLE_SIZE ? (BARE[code] as number) : code;
}

/**
 * One spelling per word: NFC, lower case, tone marks where the common (old) style puts them in open syllables with
 * oa, oe, uy (hoà → hòa, thuỷ → thủy, but quý, toàn, huỳnh), every dash `-`, every quote `"` or `'`, every space ` `.
 * Runs of spaces stay, so that NFC text keeps its length.
 *
 * @example fold('UỶ BAN  Hoà Bình – “Thuỷ”') // 'ủy ban  hòa bình - "thủy"'
 */
export function fold(s: string): string {
  const text = s.normalize('NFC');
  const codes = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    codes[i] = code < TABLE_SIZE ? (FOLDED[code] as number) : code;
  }
  for (let i = 1; i < codes.length; i++) placeTone(codes, i);
  return toText(codes);
}

/** Puts the tone mark of the pair that ends at `i` where the rules of {@link fold} want it. */
function placeTone(codes: Uint16Array, i: number): void {
  const first = codes[i - 1] as number;
  const second = codes[i] as number;
  const firstKey = first < TABLE_SIZE ? (TONE_OF[first] as number) : 0;
  const secondKey = second < TABLE_SIZE ? (TONE_OF[second] as number) : 0;
  if ((firstKey === 0) === (secondKey === 0)) return;
  const plainFirst = firstKey > 0 ? firstKey >> 3 : first;
  const plainSecond = secondKey > 0 ? secondKey >> 3 : second;
  if (plainFirst === U ? codes[i - 2] === Q : false) {
    // qu is a consonant: qúy → quý.
    if (firstKey > 0 && (plainSecond === Y || plainSecond === A || plainSecond === E))
      moveTone(codes, i - 1, i, firstKey);
    return;
  }
  const pair = plainFirst === O ? plainSecond === A || plainSecond === E : plainFirst === U && plainSecond === Y;
  if (!pair) return;
  const closed = i + 1 < codes.length && isWordCode(codes[i + 1] as number);
  if (!closed && secondKey > 0) moveTone(codes, i, i - 1, secondKey);
  else if (closed && firstKey > 0) moveTone(codes, i - 1, i, firstKey);
}

function moveTone(codes: Uint16Array, from: number, to: number, key: number): void {
  codes[from] = key >> 3;
  codes[to] = WITH_TONE[(codes[to] as number) * 8 + (key & 7)] as number;
}

/**
 * Folded and without any diacritic, for search that doesn't mind missing or wrong marks.
 *
 * @example bare('Đảng bộ tỉnh Đắk Lắk') // 'dang bo tinh dak lak'
 */
export function bare(s: string): string {
  const text = s.normalize('NFC');
  const codes = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) codes[i] = bareCode(text.charCodeAt(i));
  return toText(codes);
}

const CHUNK = 8192;

function toText(codes: Uint16Array): string {
  if (codes.length <= CHUNK) return String.fromCharCode.apply(null, codes as unknown as number[]);
  let text = '';
  for (let i = 0; i < codes.length; i += CHUNK) {
    text += String.fromCharCode.apply(null, codes.subarray(i, i + CHUNK) as unknown as number[]);
  }
  return text;
}
