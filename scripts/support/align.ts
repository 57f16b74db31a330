/**
 * Aligns two texts that say the same in another layout: words first, by the words that stand once in both, then what
 * stands between them letter by letter. Blocks that moved (notes, the halves of a header) are found where they went.
 */
import type { Span } from '#base/span.ts';

export interface Alignment {
  /** For each unit of the first text its place in the second, or -1. */
  readonly forward: Int32Array;
  /** For each unit of the second text its place in the first, or -1. */
  readonly back: Int32Array;
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly key: number;
}

/** A moved block has at least this many words one after the other. */
const MOVED_WORDS = 4;
/** Largest table for aligning letter by letter; what is longer on both sides stays unaligned. */
const LARGEST = 4_000_000;

/** Aligns `first` with `second`. */
export function alignTexts(first: string, second: string): Alignment {
  const keys = new Map<string, number>();
  const a = findWords(first, keys);
  const b = findWords(second, keys);
  const partner = new Int32Array(a.length).fill(-1);
  const taken = new Uint8Array(b.length);
  let freeA = a.map((_, i) => i);
  let freeB = b.map((_, i) => i);
  for (let pass = 0; pass < 8; pass++) {
    const pairs = matchWords(
      freeA.map((i) => (a[i] as Word).key),
      freeB.map((i) => (b[i] as Word).key),
    );
    const kept = pass === 0 ? pairs : keepRuns(pairs, freeA, freeB);
    if (kept.length === 0) break;
    for (const [x, y] of kept) {
      partner[freeA[x] as number] = freeB[y] as number;
      taken[freeB[y] as number] = 1;
    }
    freeA = freeA.filter((i) => partner[i] === -1);
    freeB = freeB.filter((i) => !taken[i]);
  }
  return new Letters(first, second, a, b, partner, taken).align();
}

/** Where a stretch of the first text stands in the second; null when nothing of it is there. */
export function mapSpan({ forward }: Alignment, span: Span): Span | null {
  let start = -1;
  let end = -1;
  for (let i = span.start; i < span.end; i++) {
    const to = forward[i] as number;
    if (to < 0) continue;
    if (start < 0) start = to;
    if (to >= start) end = Math.max(end, to + 1);
  }
  return start < 0 ? null : { start, end };
}

/** Words as numbers; marks of notes and of bookmarks are no words. */
function findWords(text: string, keys: Map<string, number>): Word[] {
  const plain = text.replace(/\[(?:\^[^\]\s]{1,8}\]:?|bookmark: [^\]]*\]|footnoteRef:\d+\]|\d+:)/g, (mark) =>
    ' '.repeat(mark.length),
  );
  const words: Word[] = [];
  for (const found of plain.matchAll(/[\p{L}\p{M}\p{Nd}]+/gu)) {
    const word = found[0].normalize('NFC').toLowerCase();
    const key = keys.get(word) ?? keys.size;
    keys.set(word, key);
    words.push({ start: found.index, end: found.index + found[0].length, key });
  }
  return words;
}

type Pair = readonly [number, number];

/** Pairs of equal words in the order of both (patience: words that are unique on both sides come first). */
function matchWords(a: readonly number[], b: readonly number[]): Pair[] {
  const pairs: Pair[] = [];
  const work: [number, number, number, number][] = [[0, a.length, 0, b.length]];
  while (work.length > 0) {
    let [aLow, aHigh, bLow, bHigh] = work.pop() as [number, number, number, number];
    while (aLow < aHigh && bLow < bHigh && a[aLow] === b[bLow]) pairs.push([aLow++, bLow++]);
    while (aLow < aHigh && bLow < bHigh && a[aHigh - 1] === b[bHigh - 1]) pairs.push([--aHigh, --bHigh]);
    if (aLow === aHigh || bLow === bHigh) continue;
    const anchors = findAnchors(a, b, aLow, aHigh, bLow, bHigh);
    if (anchors.length === 0) {
      if ((aHigh - aLow) * (bHigh - bLow) <= 250_000) {
        for (const [x, y] of editPath(aHigh - aLow, bHigh - bLow, (i, j) => a[aLow + i] === b[bLow + j])) {
          if (a[aLow + x] === b[bLow + y]) pairs.push([aLow + x, bLow + y]);
        }
      }
      continue;
    }
    let [x, y] = [aLow, bLow];
    for (const [p, q] of anchors) {
      work.push([x, p, y, q]);
      pairs.push([p, q]);
      [x, y] = [p + 1, q + 1];
    }
    work.push([x, aHigh, y, bHigh]);
  }
  return pairs.sort((p, q) => p[0] - q[0]);
}

/** Places whose word, or the three words from there, stand once on each side; the longest sequence in both orders. */
function findAnchors(
  a: readonly number[],
  b: readonly number[],
  aLow: number,
  aHigh: number,
  bLow: number,
  bHigh: number,
): Pair[] {
  for (const size of [3, 1]) {
    const inA = findUnique(a, aLow, aHigh, size);
    const inB = findUnique(b, bLow, bHigh, size);
    const both: Pair[] = [];
    for (const [key, at] of inA) {
      const other = inB.get(key);
      if (at >= 0 && other !== undefined && other >= 0) both.push([at, other]);
    }
    if (both.length > 0) return longestRising(both.sort((p, q) => p[0] - q[0]));
  }
  return [];
}

function findUnique(words: readonly number[], low: number, high: number, size: number): Map<string, number> {
  const places = new Map<string, number>();
  for (let i = low; i + size <= high; i++) {
    const key = size === 1 ? String(words[i]) : `${words[i]} ${words[i + 1]} ${words[i + 2]}`;
    places.set(key, places.has(key) ? -1 : i);
  }
  return places;
}

function longestRising(pairs: readonly Pair[]): Pair[] {
  const tails: number[] = [];
  const before: number[] = [];
  for (const [i, pair] of pairs.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] as number] as Pair)[1] < pair[1]) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? (tails[low - 1] as number) : -1;
    tails[low] = i;
  }
  const rising: Pair[] = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i] as number) rising.push(pairs[i] as Pair);
  return rising.reverse();
}

/** Pairs that follow one another on both sides of the texts as given. */
function keepRuns(pairs: readonly Pair[], freeA: readonly number[], freeB: readonly number[]): Pair[] {
  const kept: Pair[] = [];
  let run: Pair[] = [];
  const close = () => {
    if (run.length >= MOVED_WORDS) kept.push(...run);
    run = [];
  };
  for (const pair of pairs) {
    const last = run.at(-1);
    const follows =
      last &&
      (freeA[pair[0]] as number) - (freeA[last[0]] as number) <= 2 &&
      (freeB[pair[1]] as number) - (freeB[last[1]] as number) <= 2;
    if (!follows) close();
    run.push(pair);
  }
  close();
  return kept;
}

/** Pairs of places on a cheapest way of editing one sequence into the other: equal or replaced. */
function editPath(n: number, m: number, equal: (i: number, j: number) => boolean): Pair[] {
  const steps = new Uint8Array((n + 1) * (m + 1));
  let above = Int32Array.from({ length: m + 1 }, (_, j) => j);
  for (let i = 1; i <= n; i++) {
    const here = new Int32Array(m + 1);
    here[0] = i;
    for (let j = 1; j <= m; j++) {
      const replaced = (above[j - 1] as number) + (equal(i - 1, j - 1) ? 0 : 1);
      const removed = (above[j] as number) + 1;
      const added = (here[j - 1] as number) + 1;
      const best = Math.min(replaced, removed, added);
      here[j] = best;
      steps[i * (m + 1) + j] = best === replaced ? 0 : best === removed ? 1 : 2;
    }
    above = here;
  }
  const pairs: Pair[] = [];
  let [i, j] = [n, m];
  while (i > 0 && j > 0) {
    const step = steps[i * (m + 1) + j];
    if (step === 0) pairs.push([--i, --j]);
    else if (step === 1) i--;
    else j--;
  }
  return pairs.reverse();
}

/** From pairs of words to pairs of letters. */
class Letters {
  readonly #first: string;
  readonly #second: string;
  readonly #a: readonly Word[];
  readonly #b: readonly Word[];
  readonly #partner: Int32Array;
  readonly #taken: Uint8Array;
  readonly #forward: Int32Array;
  readonly #back: Int32Array;

  constructor(
    first: string,
    second: string,
    a: readonly Word[],
    b: readonly Word[],
    partner: Int32Array,
    taken: Uint8Array,
  ) {
    this.#first = first;
    this.#second = second;
    this.#a = a;
    this.#b = b;
    this.#partner = partner;
    this.#taken = taken;
    this.#forward = new Int32Array(first.length).fill(-1);
    this.#back = new Int32Array(second.length).fill(-1);
  }

  align(): Alignment {
    for (const [i, word] of this.#a.entries()) {
      const other = this.#b[this.#partner[i] as number];
      if (other) this.#join(range(word.start, word.end), range(other.start, other.end));
    }
    let lastEnd = 0;
    let lastPartner = -1;
    for (let i = 0; i <= this.#a.length; i++) {
      const partner = i < this.#a.length ? (this.#partner[i] as number) : this.#b.length;
      if (partner < 0) continue;
      const start = i < this.#a.length ? (this.#a[i] as Word).start : this.#first.length;
      this.#join(range(lastEnd, start), this.#between(lastPartner, partner));
      if (i < this.#a.length) lastEnd = (this.#a[i] as Word).end;
      lastPartner = partner;
    }
    return { forward: this.#forward, back: this.#back };
  }

  /** What is free in the second text behind one word and before another; when the other doesn't follow, on both sides of the cut. */
  #between(from: number, to: number): number[] {
    const after = this.#freeFrom(from + 1, 1);
    if (after.word === to) return after.places;
    return [...after.places, ...this.#freeFrom(to - 1, -1).places];
  }

  #freeFrom(word: number, step: 1 | -1): { places: number[]; word: number } {
    let at = word;
    while (at >= 0 && at < this.#b.length && !this.#taken[at]) at += step;
    const low = step === 1 ? (this.#b[word - 1]?.end ?? 0) : (this.#b[at]?.end ?? 0);
    const high =
      step === 1 ? (this.#b[at]?.start ?? this.#second.length) : (this.#b[word + 1]?.start ?? this.#second.length);
    return { places: range(low, high).filter((i) => this.#back[i] === -1), word: at };
  }

  #join(first: readonly number[], second: readonly number[]): void {
    if (first.length === 0 || second.length === 0) return;
    const pairs: Pair[] =
      first.length === second.length && this.#same(first, second)
        ? first.map((_, i) => [i, i])
        : first.length * second.length <= LARGEST
          ? editPath(
              first.length,
              second.length,
              (i, j) => this.#first[first[i] as number] === this.#second[second[j] as number],
            )
          : [];
    for (const [x, y] of pairs) {
      this.#forward[first[x] as number] = second[y] as number;
      this.#back[second[y] as number] = first[x] as number;
    }
  }

  #same(first: readonly number[], second: readonly number[]): boolean {
    return first.every(
      (place, i) => this.#first[place]?.toLowerCase() === this.#second[second[i] as number]?.toLowerCase(),
    );
  }
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, i) => start + i);
}
