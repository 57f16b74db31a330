/** Words of a stretch of text and phrases over them: the ground on which names of bodies are read. */
import { bare, fold, isWordCode } from '#base/fold.ts';

/** A word or a mark, with its place in the text it was cut from. */
export interface Word {
  /** Folded: lower case, tone marks at one place. Marks (`,` `;` `(` …) stand for themselves, every dash is `-`. */
  readonly low: string;
  readonly start: number;
  readonly end: number;
  /** Begins with a capital letter or a digit. */
  readonly capital: boolean;
  /** All capitals, two letters or more: `UBND`, `KH&CN`. */
  readonly upper: boolean;
  /** A mark, not a word. */
  readonly mark: boolean;
}

const AMP = 38;
const SLASH = 47;
const DOT = 46;

/** The words and marks of `text.slice(from, to)`. `KH&CN`, `NQ/TU` are one word; a lone `&` is `và`, a lone `/` a comma. */
export function wordsOf(text: string, from = 0, to = text.length): Word[] {
  const low = foldInPlace(text.slice(from, to));
  const words: Word[] = [];
  const size = low.length;
  let i = 0;
  while (i < size) {
    const code = low.charCodeAt(i);
    if (code === 32) {
      i++;
      continue;
    }
    let end = i + 1;
    if (isWordCode(code)) {
      while (end < size && (isWordCode(low.charCodeAt(end)) || isJoint(text, low, from, end))) end++;
      end -= gluedLength(text, low, from, i, end);
      const word = low.slice(i, end);
      const capital = startsCapital(text, from + i, word);
      const upper = capital && end - i > 1 && isUpper(text, from + i, from + end);
      words.push({ low: word, start: from + i, end: from + end, capital, upper, mark: false });
    } else {
      words.push({
        low: code === SLASH ? ',' : low.slice(i, end),
        start: from + i,
        end: from + end,
        capital: false,
        upper: false,
        mark: true,
      });
    }
    i = end;
  }
  return isShouted(words) ? words.map(lowered) : words;
}

/** Heads that a lost space glues to the word before: `Giám đốcSở Y tế`. */
const GLUED = ['sở', 'bộ', 'ban', 'ubnd'];

/** How many letters at the end of `low.slice(at, end)` are a head of their own; 0 for most words. */
function gluedLength(text: string, low: string, from: number, at: number, end: number): number {
  if (end - at < 4) return 0;
  for (const head of GLUED) {
    const start = end - head.length;
    if (start - at < 2 || !low.startsWith(head, start)) continue;
    const own =
      startsCapital(text, from + start, head) && !startsCapital(text, from + start - 1, low.charAt(start - 1));
    return own ? head.length : 0;
  }
  return 0;
}

/** `TỔ CHỨC THỰC HIỆN`: all in capitals, which then mark no name; not `VTV, VOV`. */
function isShouted(words: readonly Word[]): boolean {
  let side = false;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    if (word.mark) continue;
    if (!word.upper) return false;
    side ||= words[i + 1]?.mark === false;
  }
  return side;
}

function lowered(word: Word, at: number): Word {
  return word.mark ? word : { ...word, capital: at === 0, upper: false };
}

/** Folded without moving a letter; text that is not NFC keeps its marks apart and is only lowered. */
function foldInPlace(text: string): string {
  const low = fold(text);
  if (low.length === text.length) return low;
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

/** `&`, `/` or a dot inside a word: `KH&CN`, `01/NQ`; not `huyện/thành phố`, `tỉnh.Giao`. */
function isJoint(text: string, low: string, from: number, at: number): boolean {
  const code = low.charCodeAt(at);
  if (code !== AMP && code !== SLASH && code !== DOT) return false;
  if (at + 1 >= low.length || !isWordCode(low.charCodeAt(at + 1))) return false;
  return code === AMP || startsCapital(text, from + at - 1, low.charAt(at - 1)) || isNumeral(low.charCodeAt(at - 1));
}

function isNumeral(code: number): boolean {
  return code >= 48 && code <= 57;
}

function startsCapital(text: string, at: number, low: string): boolean {
  const code = text.charCodeAt(at);
  if (code >= 48 && code <= 57) return true;
  return text[at] !== low[0];
}

function isUpper(text: string, from: number, to: number): boolean {
  const second = text.charCodeAt(from + 1);
  if (second >= 97 && second <= 122) return false;
  const word = text.slice(from, to);
  return word === word.toUpperCase() && word !== word.toLowerCase();
}

/** A set of phrases, found at a place among words. A comma of a phrase also matches a dash, and the other way round. */
export class Phrases {
  readonly #byFirst = new Map<string, string[][]>();
  readonly #byBare = new Map<string, string[][]>();

  constructor(...lists: readonly (readonly string[])[]) {
    for (const phrases of lists) {
      for (const phrase of phrases) this.#add(phrase);
    }
    for (const bucket of [this.#byFirst, this.#byBare]) {
      for (const entries of bucket.values()) entries.sort((a, b) => b.length - a.length);
    }
  }

  #add(phrase: string): void {
    const parts = wordsOf(phrase).map((word) => (word.low === '-' ? ',' : word.low));
    const first = parts[0];
    if (first === undefined) return;
    push(this.#byFirst, first, parts);
    if (parts.length > 1) push(this.#byBare, `${bare(first)} ${bare(parts[1] as string)}`, parts);
  }

  /** How many words the longest phrase at `at` takes; 0 for none. */
  match(words: readonly Word[], at: number): number {
    const first = words[at];
    if (first === undefined) return 0;
    const entries = this.#byFirst.get(first.low);
    if (entries === undefined) return 0;
    for (const parts of entries) if (fits(words, at, parts)) return parts.length;
    return 0;
  }

  /** The phrase as written in the list, when `count` words at `at` are one. */
  text(words: readonly Word[], at: number, count: number): string {
    let text = '';
    for (let i = at; i < at + count; i++)
      text += (i > at && words[i]?.mark !== true ? ' ' : '') + (words[i]?.low ?? '');
    return text;
  }

  /**
   * A phrase of at least two words that differs from the text in diacritics only, as bad recognition leaves it:
   * `Mật trận Tổ quốc` gives the words of `mặt trận tổ quốc`. Null when there is none or the text is right.
   */
  misread(words: readonly Word[], at: number): readonly string[] | null {
    const first = words[at];
    const second = words[at + 1];
    if (first?.capital !== true || second === undefined || second.mark) return null;
    const entries = this.#byBare.get(`${bare(first.low)} ${bare(second.low)}`);
    if (entries === undefined) return null;
    for (const parts of entries) if (fitsBare(words, at, parts)) return parts;
    return null;
  }
}

function push(map: Map<string, string[][]>, key: string, parts: string[]): void {
  const entries = map.get(key);
  if (entries === undefined) map.set(key, [parts]);
  else entries.push(parts);
}

function fits(words: readonly Word[], at: number, parts: readonly string[]): boolean {
  for (let i = 1; i < parts.length; i++) {
    const low = words[at + i]?.low;
    if (low !== parts[i] && !(parts[i] === ',' && low === '-')) return false;
  }
  return true;
}

function fitsBare(words: readonly Word[], at: number, parts: readonly string[]): boolean {
  for (let i = 0; i < parts.length; i++) {
    const low = words[at + i]?.low;
    if (low === undefined) return false;
    if (low !== parts[i] && bare(low) !== bare(parts[i] as string) && !(parts[i] === ',' && low === '-')) return false;
  }
  return true;
}
