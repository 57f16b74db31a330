/**
 * Broken symbols: a space inside a document's number or a name (`01 - NQ/TU`, `Covid- 19`), lowered digits (`KT₁`), a
 * list number without its bracket (`(11 Giảm`), a stop printed twice (`%. .`). Each looks at a bounded stretch.
 */
import type { Suspect, SuspectRule } from './suspect.ts';

/** `01 - NQ/TU`, `363 /KH-TTCP`, `363/ KH-UBND`: number, slash or dash, letters of a document's symbol. */
const SYMBOL =
  /(?<![\p{L}\p{N}])(\d{1,5}[a-z]?)( ?)([-–/])( ?)(NQ|QĐ|CT|KH|KL|TB|BC|TTr|CV|NĐ|TT|HD|QC|QĐi|CTr|CTHĐ|ĐA|PA|CĐ|GM|UBND|HĐND|TTg)( ?)([-–/])( ?)(?=\p{Lu})/gu;
/** A name that goes on with a number: `Covid- 19`, `COVID -19`. */
const NAMED_NUMBER = /(?<![\p{L}\p{N}])(covid|sars-cov)( ?)([-–])( ?)(\d{1,2})(?!\d)/giu;
const LOWERED = /(?<!\p{L})\p{L}+[₀-₉]+/gu;
/** Chemistry, where a lowered digit is right: `CO₂`, `PM₁₀`. */
const FORMULA = /^(?:CO|H|N|O|CH|SO|NO|PO|NH|PM|C)[₀-₉]+$/;
const LIST_NUMBER = /\((\d{1,2}) (?=\p{Lu})/gu;
const DOUBLED_MARK = /(?<![.,;:v])(?:([.,;:]) \1|([,;])\2)(?=\s|$)(?! ?[.,;:])/g;

/** All broken symbols of a text, kind after kind. */
export function findBrokenSymbols(text: string): Suspect[] {
  const suspects: Suspect[] = [];
  const add = (start: number, found: string, suggestion: string, rule: SuspectRule) => {
    suspects.push({ start, end: start + found.length, found, suggestion, rule });
  };
  if (/ [-–/]|[-–/] /.test(text)) {
    for (const match of text.matchAll(SYMBOL)) {
      const [found, number, a, dash, b, letters, c, slash, d] = match;
      if (!a && !b && !c && !d) continue;
      add(
        match.index,
        found,
        `${number}${dash === '–' ? '-' : dash}${letters}${slash === '–' ? '-' : slash}`,
        'broken-symbol',
      );
    }
    for (const match of text.matchAll(NAMED_NUMBER)) {
      const [found, name, a, , b, number] = match;
      if (a || b) add(match.index, found, `${name}-${number}`, 'broken-symbol');
    }
  }
  if (/[₀-₉]/.test(text)) {
    for (const match of text.matchAll(LOWERED)) {
      if (FORMULA.test(match[0])) continue;
      const plain = match[0].replace(/[₀-₉]/g, (digit) => String(digit.charCodeAt(0) - 0x2080));
      add(match.index, match[0], plain, 'broken-symbol');
    }
  }
  suspects.push(...findOpenNumbers(text));
  for (const match of text.matchAll(DOUBLED_MARK)) {
    add(match.index, match[0], (match[1] ?? match[2]) as string, 'doubled-mark');
  }
  return suspects;
}

/** List numbers that lack their closing bracket, in a text that has the number before or after with one. */
function findOpenNumbers(text: string): Suspect[] {
  const found = [...text.matchAll(LIST_NUMBER)];
  if (found.length === 0) return [];
  const whole = new Set([...text.matchAll(/\((\d{1,2})\)/g)].map((match) => Number(match[1])));
  return found.flatMap((match) => {
    const number = Number(match[1]);
    if (!whole.has(number - 1) && !whole.has(number + 1)) return [];
    if (whole.has(number) || closesSoon(text, match.index + match[0].length)) return [];
    const start = match.index;
    const printed = match[0].trimEnd();
    return [
      {
        start,
        end: start + printed.length,
        found: printed,
        suggestion: `${printed})`,
        rule: 'missing-bracket' as const,
      },
    ];
  });
}

/** A bracket that closes within the phrase: `(2 Nghị quyết)`. */
function closesSoon(text: string, at: number): boolean {
  const part = text.slice(at, at + 80);
  const close = part.indexOf(')');
  const open = part.indexOf('(');
  return close >= 0 && (open < 0 || close < open);
}
