/**
 * Số, ký hiệu: reads a document's symbol in all its printed forms, with the spaces that scanning leaves in it.
 */

/** Spaces allowed around the separators of a symbol. */
const NUMBER = /\s{0,3}(\d{1,5}[a-zA-Z]?)(?![\d])/y;
const YEAR = /\s{0,2}(?:\/|-(?=\d{4}\/))\s{0,2}((?:19|20)\d{2})(?!\d)/y;
/** A blank number: `số       /TTr-UBND`, `số ……/QĐ-UBND`. */
const BLANK = /[\s.…_]{0,40}(?=\/\s{0,2}[A-ZĐ]{1,6}[a-z]{0,2}[\s-])/y;
/** One code of a symbol: `NQ`, `TTr`, `QyĐ`, `UBTVQH15`, `KT₁`, `SKH&ĐT`, `TTg`. */
const CODE = /(\s{0,2})([-/–.])(\s{0,2})([A-ZĐÂƯÔ][A-ZĐÂƯÔa-zđ&]{0,11}[\d₀-₉¹²³]{0,3})(?![\p{L}\d])/uy;
/** With spaces around its dash a code must be capitals, or a new clause would be taken in: `12/QĐ-UBND - Sở`. */
const STRICT_CODE = /^(?:[A-ZĐ&]{2,10}\d{0,3}|[A-ZĐ]{1,4}[a-z]{1,2}|[A-ZĐ]{2,6}[a-z]?)$/;

export interface ReadSymbol {
  /** Without spaces. */
  readonly symbol: string;
  readonly end: number;
  /** True when spaces were taken out. */
  readonly repaired: boolean;
}

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/**
 * The symbol at `at` (spaces before it allowed).
 * Matches `01-NQ/TU`, `244/2020/NQ-HĐND`, `1676/QĐ - TTg`, `163/2024/QH15`, `3690/UBND-KT₁`, blank `/TTr-UBND`.
 * Not `12/2020`, `26/28`, `18/11/2020`, `06`.
 */
export function readSymbol(text: string, at: number, blank = false): ReadSymbol | null {
  let end: number;
  let symbol: string;
  const number = sticky(NUMBER, text, at);
  if (number !== null) {
    symbol = number[1] as string;
    end = at + number[0].length;
  } else {
    const gap = blank ? sticky(BLANK, text, at) : null;
    if (gap === null) return null;
    symbol = '';
    end = at + gap[0].length;
  }
  const year = sticky(YEAR, text, end);
  if (year !== null && symbol !== '') {
    symbol += year[0].replace(/\s+/g, '');
    end += year[0].length;
  }
  let codes = 0;
  let repaired = false;
  for (; codes < 6; codes++) {
    const m = sticky(CODE, text, end);
    if (m === null) break;
    const spaced = (m[1] as string) !== '' || (m[3] as string) !== '';
    const code = m[4] as string;
    if (spaced && !STRICT_CODE.test(code)) break;
    // A dot joins only inside the code part: `12/BC.UBND`; after it a sentence may begin.
    if (m[2] === '.' && (spaced || codes === 0 || code.length > 6)) break;
    // A word of the sentence in capitals: `số 12 - VỀ VIỆC`.
    if (spaced && codes === 0 && !/[/-]/.test(m[2] as string)) break;
    symbol += `${m[2] === '–' ? '-' : m[2]}${code}`;
    end += m[0].length;
    repaired ||= spaced;
  }
  if (codes === 0) return null;
  return { symbol, end, repaired };
}

/** For comparing two symbols: capitals, no spaces, one kind of dash. */
export function normalSymbol(symbol: string): string {
  return symbol.replace(/\s+/g, '').replace(/–/g, '-').toUpperCase();
}
