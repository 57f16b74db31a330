/** Numbers of lists and notes in the formats that Word has (kiểu đánh số). */

/** Beyond this the repeating formats would grow without end; Word's own numbers end there too. */
const LONGEST = 32_767;
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];
const MARKS = ['*', '†', '‡', '§'];
const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** The number as that format writes it; formats of other scripts fall back to digits. */
export function formatNumber(value: number, format: string): string {
  const n = Math.trunc(value);
  if (n < 0 || n > LONGEST) return String(n);
  switch (format) {
    case 'upperRoman':
      return roman(n);
    case 'lowerRoman':
      return roman(n).toLowerCase();
    case 'upperLetter':
      return letter(n);
    case 'lowerLetter':
      return letter(n).toLowerCase();
    case 'decimalZero':
      return padded(n, 2);
    case 'ordinal':
      return `${n}${ending(n)}`;
    case 'numberInDash':
      return `- ${n} -`;
    case 'decimalEnclosedParen':
      return `(${n})`;
    case 'decimalEnclosedFullstop':
      return `${n}.`;
    case 'decimalEnclosedCircle':
      return n >= 1 && n <= 20 ? String.fromCodePoint(0x2460 + n - 1) : String(n);
    case 'chicago':
      return n < 1 ? String(n) : (MARKS[(n - 1) % 4] as string).repeat(Math.min(10, Math.ceil(n / 4)));
    case 'vietnameseCounting':
    case 'cardinalText':
      return counting(n);
    case 'hex':
      return n.toString(16).toUpperCase();
    case 'none':
      return '';
    default:
      return String(n);
  }
}

/** A format of the writer's own, given by its first numbers: `001, 002, 003, ...`. */
export function formatCustom(value: number, examples: string): string {
  const first = /^\s*(0*1)\s*,/.exec(examples.slice(0, 40));
  return first ? padded(value, (first[1] as string).length) : String(value);
}

function roman(n: number): string {
  if (n < 1 || n > 3999) return String(n);
  let left = n;
  let written = '';
  for (const [value, sign] of ROMAN) {
    for (; left >= value; left -= value) written += sign;
  }
  return written;
}

/** A … Z, AA, BB …: Word repeats the letter. */
function letter(n: number): string {
  if (n < 1 || n > 780) return String(n);
  return String.fromCharCode(65 + ((n - 1) % 26)).repeat(Math.ceil(n / 26));
}

function padded(n: number, width: number): string {
  return String(n).padStart(width, '0');
}

function ending(n: number): string {
  if (n % 100 >= 11 && n % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th';
}

/** Một, hai, … mười một, … hai mươi mốt, in small letters. */
function counting(n: number): string {
  if (n > 99) return String(n);
  const tens = Math.trunc(n / 10);
  const ones = n % 10;
  if (tens === 0) return DIGITS[ones] as string;
  const head = tens === 1 ? 'mười' : `${DIGITS[tens]} mươi`;
  if (ones === 0) return head;
  const tail = ones === 5 ? 'lăm' : ones === 1 && tens > 1 ? 'mốt' : DIGITS[ones];
  return `${head} ${tail}`;
}
