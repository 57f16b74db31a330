/**
 * Suspected text errors (lỗi văn bản nghi ngờ): slips of a scanner or a typist, each with the form that is probably
 * meant. Only suggested: the reading keeps what stands there, a person accepts or refuses.
 *
 * Nearly every slip is a legal syllable, so syllables prove nothing; pairs do. Every pair of neighbouring syllables is
 * compared by its letters without marks with a list of collocations (`data/collocations.ts`): the same letters with
 * other marks are suspected, unless a neighbour explains them. One walk over the text, hashes instead of strings.
 */
import { ALSO_RIGHT, COLLOCATIONS, ONLY_BEFORE } from './data/collocations.ts';
import { findBrokenSymbols } from './suspect-symbols.ts';

export type SuspectRule =
  | 'collocation' // thể trận
  | 'dropped-letter' // kin tế
  | 'doubled-word' // và và
  | 'broken-symbol' // Covid- 19, KT₁
  | 'missing-bracket' // (11 Giảm
  | 'doubled-mark'; // 14,7%. .

/** A stretch that is probably misprinted. Offsets into the text that was given. */
export interface Suspect {
  readonly start: number;
  readonly end: number;
  readonly found: string;
  /** The stretch as it is probably meant, in the case of what was found. */
  readonly suggestion: string;
  readonly rule: SuspectRule;
}

/** A collocation: its two syllables, and whether both may be misprinted. */
interface Collocation {
  readonly first: string;
  readonly second: string;
  readonly strong: boolean;
}

const TABLE = 0x1f00;
/** Lower-case code of a letter or digit, 0 for everything else. */
const LOWER = new Uint16Array(TABLE);
/** The letter without marks. */
const BARE = new Uint16Array(TABLE);
for (let code = 0; code < TABLE; code++) {
  const char = String.fromCharCode(code);
  if (!/[\p{L}\p{N}\p{M}]/u.test(char)) continue;
  const lower = char.toLowerCase();
  LOWER[code] = lower.length === 1 ? lower.charCodeAt(0) : code;
  BARE[code] = lower.normalize('NFD').charCodeAt(0);
}
BARE[0x111] = BARE[0x110] = 100;

/** Words that never stand twice in a row; others do, where one phrase ends and the next begins (`đánh giá giá trị`). */
const NEVER_TWICE = new Set(
  'và của các những được trong với cho tại theo để trên dưới là đã sẽ này hoặc như bằng bởi nhằm cùng mỗi nếu thì mà'.split(
    ' ',
  ),
);

/** The two ways to place a tone mark, and i for y. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  ...'òa oà|óa oá|ỏa oả|õa oã|ọa oạ|òe oè|óe oé|ỏe oẻ|õe oẽ|ọe oẹ|ùy uỳ|úy uý|ủy uỷ|ũy uỹ|ụy uỵ'
    .split('|')
    .map((pair) => {
      const [a = '', b = ''] = pair.split(' ');
      return [new RegExp(`(?<!q)${a}$`), b] as const;
    }),
  ...'tỷ tỉ|sĩ sỹ|kỹ kĩ|kỷ kỉ|lý lí|kỳ kì|quý quí'.split('|').map((pair) => {
    const [a = '', b = ''] = pair.split(' ');
    return [new RegExp(`^${a}$`), b] as const;
  }),
];

const FILTER_SIZE = 1 << 18;
/** 1 where the letters of some collocation hash to. */
const someLetters = new Uint8Array(FILTER_SIZE);
/** 1 where some collocation that lost a letter hashes to. */
const someDropped = new Uint8Array(FILTER_SIZE);
const byLetters = new Map<number, Collocation[]>();
const byDropped = new Map<number, Collocation>();
/** Hashes of the pairs that are right, marks and all. */
const right = new Set<number>();
/** Every syllable of those pairs. */
const known = new Set<string>();
/** `phần đầu` → the words before which it is suspected all the same. */
const onlyBefore = new Map(ONLY_BEFORE.map(([pair, words]) => [pair, new Set(words.split(' '))]));
buildLexicon();

function hash(text: string, table: Uint16Array): number {
  let h = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    h = (Math.imul(h, 31) + (code < TABLE ? (table[code] as number) : 0)) | 0;
  }
  return h;
}

/** One number for a pair of words; positive and small enough to stay an integer. */
function join(a: number, b: number): number {
  const h = Math.imul(a, -1640531535) ^ b;
  return (h ^ (h >>> 15)) & 0x3fffffff;
}

function buildLexicon(): void {
  const pairs = [...COLLOCATIONS, ...ALSO_RIGHT.split('|')].map((printed) => {
    const [first = '', second = ''] = printed.replace('!', '').split(' ');
    return { first, second, strong: printed.endsWith('!') };
  });
  for (const { first, second } of pairs) {
    for (const a of spellings(first)) {
      for (const b of spellings(second)) {
        right.add(exactKey(a, b));
        known.add(a).add(b);
      }
    }
  }
  const seen = new Set<string>();
  for (const pair of pairs.slice(0, COLLOCATIONS.length)) {
    const name = `${pair.first} ${pair.second}`;
    if (pair.second === '' || seen.has(name)) continue;
    seen.add(name);
    const key = join(hash(pair.first, BARE), hash(pair.second, BARE));
    byLetters.set(key, [...(byLetters.get(key) ?? []), pair]);
    someLetters[key & (FILTER_SIZE - 1)] = 1;
    for (const [a, b] of [
      [pair.first.slice(0, -1), pair.second],
      [pair.first, pair.second.slice(0, -1)],
    ] as const) {
      const whole = a.length < pair.first.length ? pair.first : pair.second;
      if (whole.length < 4 || !/[ghcnt]$/.test(whole)) continue;
      const droppedKey = exactKey(a, b);
      if (right.has(droppedKey)) continue;
      byDropped.set(droppedKey, pair);
      someDropped[droppedKey & (FILTER_SIZE - 1)] = 1;
    }
  }
}

function exactKey(first: string, second: string): number {
  return join(hash(first, LOWER), hash(second, LOWER));
}

/** A syllable in all the spellings that are right: hóa, hoá; tỷ, tỉ. */
function spellings(syllable: string): string[] {
  const forms = [syllable];
  for (const [a, b] of SPELLINGS) if (a.test(syllable)) forms.push(syllable.replace(a, b));
  return forms;
}

/**
 * The suspected errors of a text in NFC, in reading order, never overlapping.
 *
 * Suspects `thể trận` (thế trận), `và và` (và), `Covid- 19` (Covid-19), `UBND-KT₁` (UBND-KT1), `(11 Giảm` (after `(10)`);
 * must not suspect `lịch sự`, `đánh giá giá trị`, `hoá`/`hóa`, `01-NQ/TU`, `(2 dự án)`.
 */
export function findSuspects(text: string): Suspect[] {
  const suspects = findBrokenSymbols(text);
  const length = text.length;
  let before = 0;
  let beforeEnd = 0;
  let exactBefore = 0;
  let lettersBefore = 0;
  /** Only white space since the word before. */
  let joined = false;
  let i = 0;
  while (i < length) {
    let code = text.charCodeAt(i);
    let lower = code < TABLE ? (LOWER[code] as number) : 0;
    if (lower === 0) {
      if (code !== 32 && code !== 10) joined = false;
      i++;
      continue;
    }
    const start = i;
    let exact = 0;
    let letters = 0;
    do {
      exact = (Math.imul(exact, 31) + lower) | 0;
      letters = (Math.imul(letters, 31) + (BARE[code] as number)) | 0;
      if (++i === length) break;
      code = text.charCodeAt(i);
      lower = code < TABLE ? (LOWER[code] as number) : 0;
    } while (lower !== 0);
    if (joined) {
      const key = join(lettersBefore, letters);
      const exactPair = join(exactBefore, exact);
      if (
        (someLetters[key & (FILTER_SIZE - 1)] === 1 || someDropped[exactPair & (FILTER_SIZE - 1)] === 1) &&
        !right.has(exactPair)
      ) {
        const found = judgePair(text, before, beforeEnd, start, i, key, exactPair);
        if (found) suspects.push(found);
      } else if (exact === exactBefore && NEVER_TWICE.has(text.slice(start, i).toLowerCase())) {
        const word = text.slice(before, beforeEnd);
        suspects.push({ start: before, end: i, found: text.slice(before, i), suggestion: word, rule: 'doubled-word' });
      }
    }
    before = start;
    beforeEnd = i;
    exactBefore = exact;
    lettersBefore = letters;
    joined = true;
  }
  return inOrder(suspects);
}

/** Decides about a pair whose letters are a collocation's and whose marks are not, or that lost a letter. */
function judgePair(
  text: string,
  start: number,
  firstEnd: number,
  secondStart: number,
  end: number,
  key: number,
  exactPair: number,
): Suspect | null {
  const first = text.slice(start, firstEnd).toLowerCase();
  const second = text.slice(secondStart, end).toLowerCase();
  const next = wordAfter(text, end);
  const allowed = onlyBefore.get(`${first} ${second}`);
  if (allowed && !allowed.has(next)) return null;
  if (isCapital(text, start) && isCapital(text, secondStart) && !isAllCapital(text, start, end)) return null;
  const letters = bare(`${first} ${second}`);
  if (letters === null) return null;
  const before = wordBefore(text, start);
  const firstIsRight = before !== '' && right.has(exactKey(before, first));
  const secondIsRight = next !== '' && right.has(exactKey(second, next));
  // Where a neighbour takes one of the two, they only stand side by side: `công tác | phòng chống` is no `tác phong`.
  if (!allowed) {
    if (firstIsRight && (secondIsRight || known.has(second))) return null;
    if (secondIsRight) return null;
  }
  let best: Collocation | null = null;
  for (const candidate of byLetters.get(key) ?? []) {
    const firstDiffers = candidate.first !== first;
    const secondDiffers = candidate.second !== second;
    if (bare(`${candidate.first} ${candidate.second}`) !== letters) continue;
    if (firstDiffers && secondDiffers && !candidate.strong) continue;
    if (!allowed && ((firstDiffers && firstIsRight) || (secondDiffers && secondIsRight))) continue;
    if (best) return null;
    best = candidate;
  }
  let rule: SuspectRule = 'collocation';
  if (!best && !firstIsRight && !secondIsRight) {
    best = byDropped.get(exactPair) ?? null;
    if (best && !`${best.first} ${best.second}`.startsWith(first)) best = null;
    rule = 'dropped-letter';
  }
  if (!best) return null;
  const gap = text.slice(firstEnd, secondStart);
  const suggestion =
    likeCase(best.first, text.slice(start, firstEnd)) + gap + likeCase(best.second, text.slice(secondStart, end));
  return { start, end, found: text.slice(start, end), suggestion, rule };
}

/** Without marks; null when the text isn't composed (NFC), because then its marks can't be judged. */
function bare(text: string): string | null {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x300 && code < 0x370) return null;
    out += String.fromCharCode(code < TABLE && BARE[code] !== 0 ? (BARE[code] as number) : code);
  }
  return out;
}

const LONGEST_WORD = 12;

function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < TABLE && LOWER[code] !== 0;
}

/** The word after a place with only white space between, lower-case; '' when there is none. */
function wordAfter(text: string, at: number): string {
  let i = at;
  while (i < text.length && i < at + 4 && (text[i] === ' ' || text[i] === '\n')) i++;
  let end = i;
  while (end < text.length && end < i + LONGEST_WORD && isWord(text, end)) end++;
  return text.slice(i, end).toLowerCase();
}

/** The word before a place with only white space between, lower-case; '' when there is none. */
function wordBefore(text: string, at: number): string {
  let i = at;
  while (i > 0 && i > at - 4 && (text[i - 1] === ' ' || text[i - 1] === '\n')) i--;
  let start = i;
  while (start > 0 && start > i - LONGEST_WORD && isWord(text, start - 1)) start--;
  return text.slice(start, i).toLowerCase();
}

function isCapital(text: string, at: number): boolean {
  const char = text.charAt(at);
  return char !== char.toLowerCase();
}

function isAllCapital(text: string, start: number, end: number): boolean {
  const part = text.slice(start, end);
  return part === part.toUpperCase();
}

/** `thế` like `THỂ` is `THẾ`, like `Thể` is `Thế`. */
function likeCase(word: string, model: string): string {
  if (model.length > 1 && model === model.toUpperCase()) return word.toUpperCase();
  if (isCapital(model, 0)) return word.charAt(0).toUpperCase() + word.slice(1);
  return word;
}

/** In reading order; of two that overlap the first stays. */
function inOrder(suspects: Suspect[]): Suspect[] {
  suspects.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Suspect[] = [];
  let end = -1;
  for (const suspect of suspects) {
    if (suspect.start < end) continue;
    kept.push(suspect);
    end = suspect.end;
  }
  return kept;
}
