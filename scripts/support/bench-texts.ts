/** Texts for measuring: the samples repeated to a size, and texts made to hurt a careless rule. */
import { readdirSync, readFileSync } from 'node:fs';

/** The five documents of `samples/`. */
export function readSamples(): string[] {
  return readdirSync('samples')
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readFileSync(`samples/${name}`, 'utf8'));
}

/** The samples one after another, again and again, until `bytes` of UTF-8. */
export function repeatSamples(bytes: number): string {
  return fill(`${readSamples().join('\n')}\n`, bytes);
}

/** Copies of `piece` until `bytes` of UTF-8; the last copy may be cut. */
function fill(piece: string, bytes: number): string {
  const size = Buffer.byteLength(piece);
  const whole = Math.floor(bytes / size);
  const rest = Math.floor(((bytes % size) / size) * piece.length);
  return piece.repeat(whole) + piece.slice(0, rest);
}

/** By name: a text of about `bytes` bytes that a rule with a bad loop or a backtracking expression would choke on. */
export const HOSTILE: Readonly<Record<string, (bytes: number) => string>> = {
  'only digits': (n) => fill('7', n),
  'digits with points': (n) => fill('1.000', n),
  'number, comma, number': (n) => fill('1,5-', n),
  'only spaces': (n) => fill(' ', n),
  'only line ends': (n) => fill('\n', n),
  'only tabs': (n) => fill('\t', n),
  'open brackets': (n) => fill('(', n),
  'nested brackets': (n) => fill('(', n / 2) + fill(')', n / 2),
  'nested square brackets': (n) => fill('[', n / 2) + fill(']', n / 2),
  'open quotes': (n) => fill('“', n),
  'list numbers on one line': (n) => fill('(1) ', n),
  'list numbers on lines': (n) => fill('(1)\n', n),
  'dashes on lines': (n) => fill('- \n', n),
  'deeper and deeper numbers': (n) => fill('1.', n),
  'Sở Sở Sở': (n) => fill('Sở ', n),
  'agencies without end': (n) => fill('Sở Tài chính, ', n),
  'lead and support without end': (n) => fill('chủ trì, phối hợp với ', n),
  'before before before': (n) => fill('trước ngày ', n),
  'including including': (n) => fill('trong đó: ', n),
  'one number after another': (n) => fill('tăng 5% ', n),
  'one citation after another': (n) => fill('Nghị quyết số 01/NQ-CP ngày 01/01/2021, ', n),
  'one line without a stop': (n) => fill('phát triển kinh tế xã hội ', n),
  'one line of capitals': (n) => fill('KẾ HOẠCH PHÁT TRIỂN ', n),
  'table bars': (n) => fill('|', n),
  'table bars on lines': (n) => fill('|\n', n),
  'empty cells': (n) => fill('| | | |\n', n),
  stars: (n) => fill('**', n),
  'combining marks': (n) => fill('\u0301', n),
  'a letter and its marks': (n) => fill('e\u0302\u0301', n),
  'footnote marks': (n) => fill('[1] ', n),
};
