/**
 * Words that documents are found by (tìm kiếm): what a text is indexed under, what a person typed, and where it stands.
 * A word is known by its form without tone marks, and also by its toned form when it has marks; pairs of neighbours are
 * kept as well, so that phrases are found.
 */
import { bare, fold, isWordCode } from '#base/fold.ts';

/** A run of letters and digits: `bare` without marks, `toned` folded; where it stands in the text. */
interface Word {
  readonly bare: string;
  readonly toned: string;
  readonly start: number;
  readonly end: number;
}

/** A word that is longer is no word. */
const LONGEST = 60;
/** A tsvector holds at most 1 MB of lexemes. */
const MOST_BYTES = 900_000;

/** `text` is taken in NFC. Words longer than {@link LONGEST} are left out. */
function wordsOf(text: string): Word[] {
  const toned = fold(text);
  const plain = bare(toned);
  const words: Word[] = [];
  for (let i = 0; i < toned.length; ) {
    if (!isWordCode(toned.charCodeAt(i))) {
      i++;
      continue;
    }
    const start = i;
    while (i < toned.length && isWordCode(toned.charCodeAt(i))) i++;
    if (i - start <= LONGEST) {
      words.push({ bare: plain.slice(start, i), toned: toned.slice(start, i), start, end: i });
    }
  }
  return words;
}

function pairOf(a: string, b: string): string {
  return `_${a}_${b}`;
}

/** Lexemes of a text, each once; single words before pairs, which are left out when a text is too long for all. */
export function termsOf(text: string): string[] {
  const terms = new Set<string>();
  const pairs = new Set<string>();
  let last: Word | null = null;
  for (const word of wordsOf(text)) {
    terms.add(word.bare);
    if (word.toned !== word.bare) terms.add(word.toned);
    if (last) pairs.add(pairOf(last.bare, word.bare));
    last = word;
  }
  let bytes = 0;
  const kept: string[] = [];
  for (const group of [terms, pairs]) {
    for (const term of group) {
      bytes += term.length + 6;
      if (bytes > MOST_BYTES) return kept;
      kept.push(term);
    }
  }
  return kept;
}

/** What a person typed, understood. */
export interface SearchQuery {
  /** Words outside of quotation marks. */
  readonly words: readonly { readonly bare: string; readonly toned: string }[];
  /** Words inside of quotation marks, phrase by phrase. */
  readonly phrases: readonly (readonly { readonly bare: string; readonly toned: string }[])[];
  /** True while the last word may go on: it is matched by its beginning. */
  readonly open: boolean;
  /** What was typed, for finding by symbol. */
  readonly typed: string;
}

const MOST_WORDS = 12;

/** Null when nothing was typed that could be found. */
export function parseSearch(typed: string): SearchQuery | null {
  const text = fold(typed).slice(0, 300);
  const words: Word[] = [];
  const phrases: Word[][] = [];
  for (const [i, part] of text.split('"').entries()) {
    const found = wordsOf(part);
    if (i % 2 === 1 && found.length > 1) phrases.push(found);
    else words.push(...found);
  }
  if (words.length === 0 && phrases.length === 0) return null;
  return {
    words: words.slice(0, MOST_WORDS),
    phrases: phrases.slice(0, 4).map((phrase) => phrase.slice(0, MOST_WORDS)),
    open: words.length > 0 && isWordCode(text.charCodeAt(text.length - 1)),
    typed: typed.normalize('NFC').trim().slice(0, 300),
  };
}

export interface TsQueries {
  /** With the very tones that were typed; the same as `loose` when none were. */
  readonly exact: string;
  /** Whatever the tones. */
  readonly loose: string;
}

/** Shortest beginning of a word by which texts are searched; shorter ones would match everything. */
const LEAST_PREFIX = 3;

/** As PostgreSQL takes it (`tsquery`). `prefix` says the shortest word that is matched by its beginning. */
export function tsQueriesOf(query: SearchQuery, leastPrefix = LEAST_PREFIX): TsQueries {
  const loose: string[] = [];
  const exact: string[] = [];
  for (const [i, word] of query.words.entries()) {
    const last = query.open && i === query.words.length - 1 && word.bare.length >= leastPrefix ? ':*' : '';
    loose.push(quote(word.bare) + last);
    exact.push(quote(word.toned) + last);
  }
  for (const phrase of query.phrases) {
    for (const [i, word] of phrase.entries()) {
      const next = phrase[i + 1];
      if (next) loose.push(quote(pairOf(word.bare, next.bare)));
      // Whoever writes marks inside of quotation marks means them.
      if (word.toned !== word.bare) loose.push(quote(word.toned));
    }
  }
  const shared = loose.slice(query.words.length);
  return { loose: loose.join(' & '), exact: [...exact, ...shared].join(' & ') };
}

/** Words hold nothing but letters and digits, so nothing in them can end the quotation. */
function quote(term: string): string {
  return `'${term}'`;
}

/** A `tsvector` as text. */
export function tsVectorOf(terms: readonly string[]): string {
  return terms.map(quote).join(' ');
}

/** Where the query's words stand in a text, in order, without overlaps; phrases as one stretch. */
export function highlight(text: string, query: SearchQuery): { start: number; end: number }[] {
  const words = wordsOf(text);
  const marks: { start: number; end: number }[] = [];
  const toned = query.words.some((word) => word.toned !== word.bare);
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    const phrase = query.phrases.find((one) => one.every((part, k) => words[i + k]?.bare === part.bare));
    if (phrase) {
      marks.push({ start: word.start, end: (words[i + phrase.length - 1] as Word).end });
      i += phrase.length - 1;
      continue;
    }
    const hit = query.words.some((one, k) => {
      const open = query.open && k === query.words.length - 1;
      const same = open ? word.bare.startsWith(one.bare) : word.bare === one.bare;
      // Typed with marks, `ma túy` does not light up every `mà`.
      return same && (!toned || word.toned === word.bare || word.toned.startsWith(one.toned));
    });
    if (!hit) continue;
    const last = marks.at(-1);
    if (last && /^\s+$/.test(text.slice(last.end, word.start))) last.end = word.end;
    else marks.push({ start: word.start, end: word.end });
  }
  return marks;
}

/** What is looked for in the bare text to cut a snippet around, the best first. */
export function anchorsOf(query: SearchQuery): string[] {
  const anchors = query.phrases.map((phrase) => phrase.map((word) => word.bare).join(' '));
  if (query.words.length > 1) anchors.push(query.words.map((word) => word.bare).join(' '));
  const longest = [...query.words, ...query.phrases.flat()].sort((a, b) => b.bare.length - a.bare.length)[0];
  if (longest) anchors.push(longest.bare);
  return [...new Set(anchors)];
}
