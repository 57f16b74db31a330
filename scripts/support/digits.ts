/**
 * What recognition did to the digits: each digit of the recognised text beside the original, whether a wrong one lies in
 * a stretch that is marked as doubtful, and whether what was read from it says so.
 */
import { overlaps, type Span } from '#base/span.ts';
import type { Reading } from '#reading/model.ts';
import { alignTexts } from './align.ts';

export interface DigitCount {
  /** Letters, digits and signs of the original, and how many edits lie between (CER is their quotient). */
  readonly characters: number;
  readonly edits: number;
  readonly digits: number;
  /** Digits that are another character, that are missing, and that a number of the original has too many. */
  readonly replaced: number;
  readonly missing: number;
  readonly added: number;
  /** How many of the three kinds lie in a doubtful stretch. */
  readonly doubted: number;
  /** Digits where the original has no number at all: dust, stamps, signatures; and how many are doubtful. */
  readonly stray: number;
  readonly strayDoubted: number;
  /** Numbers of the recognised text: all; those with all digits right, and of these the ones marked as doubtful. */
  readonly numbers: number;
  readonly rightNumbers: number;
  readonly rightButDoubted: number;
  /** Wrong numbers that the reading uses (value, date, symbol, deadline), and how many of them say that they are to be checked. */
  readonly wrongInReading: number;
  readonly wrongMarked: number;
  /** What stands there and what should, for each wrong digit and each stray one that is not marked. */
  readonly details: readonly string[];
}

interface Wrong {
  /** In the recognised text; for a missing digit what stands in its place, or the end of the word that should hold it or show it. */
  readonly span: Span;
  readonly kind: 'replaced' | 'missing' | 'added' | 'stray';
}

/** Compares the recognised text with the original. */
export function countDigits(given: string, original: string, doubts: readonly Span[], reading: Reading): DigitCount {
  const recognised = blankMarks(given);
  const { forward, back } = alignTexts(recognised, original);
  const wrong: Wrong[] = [];
  let edits = 0;
  for (let i = 0; i < original.length; i++) {
    const at = back[i] as number;
    const letter = original[i] as string;
    if (isSpace(letter) || (at >= 0 && same(recognised[at] as string, letter))) continue;
    edits++;
    if (!isDigit(letter)) continue;
    if (at >= 0 && !isSpace(recognised[at] as string))
      wrong.push({ kind: 'replaced', span: { start: at, end: at + 1 } });
    else wrong.push({ kind: 'missing', span: placeOfMissing(i, original, recognised, back) });
  }
  for (let i = 0; i < recognised.length; i++) {
    const at = forward[i] as number;
    const letter = recognised[i] as string;
    const replacesDigit = at >= 0 && isDigit(original[at] as string);
    if (at < 0 && !isSpace(letter)) edits++;
    if (isDigit(letter) && !replacesDigit) wrong.push({ kind: 'added', span: { start: i, end: i + 1 } });
  }
  const isDoubted = (span: Span) => doubts.some((doubt) => overlaps(doubt, span));
  const numbers = [...recognised.matchAll(/\d(?:[\d.,]*\d)?/g)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
  }));
  for (const [i, one] of wrong.entries()) {
    const number = one.kind === 'added' && numbers.find((span) => overlaps(span, one.span));
    if (number && !hasOriginalDigit(number, forward, original)) wrong[i] = { ...one, kind: 'stray' };
  }
  const digits = wrong.filter(({ kind }) => kind !== 'stray');
  const stray = wrong.filter(({ kind }) => kind === 'stray');
  const right = numbers.filter((number) => !wrong.some(({ span }) => overlaps(span, number)));
  const uses = wrong.map(({ span }) => useOf(reading, span)).filter((use) => use !== 'none');
  return {
    characters: [...original].filter((letter) => !isSpace(letter)).length,
    edits,
    digits: [...original].filter(isDigit).length,
    replaced: wrong.filter(({ kind }) => kind === 'replaced').length,
    missing: wrong.filter(({ kind }) => kind === 'missing').length,
    added: wrong.filter(({ kind }) => kind === 'added').length,
    doubted: digits.filter(({ span }) => isDoubted(span)).length,
    stray: stray.length,
    strayDoubted: stray.filter(({ span }) => isDoubted(span)).length,
    numbers: numbers.length,
    rightNumbers: right.length,
    rightButDoubted: right.filter(isDoubted).length,
    wrongInReading: uses.length,
    wrongMarked: uses.filter((use) => use === 'marked').length,
    details: wrong
      .filter(({ kind, span }) => kind !== 'stray' || !isDoubted(span))
      .map(({ kind, span }) => {
        const around = recognised.slice(Math.max(0, span.start - 30), span.end + 20).replace(/\s+/g, ' ');
        const from = forward.slice(Math.max(0, span.start - 30), span.start).findLast((place) => place >= 0) ?? 0;
        const wanted = original.slice(Math.max(0, from - 25), from + 25).replace(/\s+/g, ' ');
        return `${kind}${isDoubted(span) ? '' : ' SILENT'} [${useOf(reading, span)}] «${around}» of «${wanted}»`;
      }),
  };
}

/**
 * Where a mark must be so that a reader finds the missing digit: on what stands in its place; else on the word that it
 * was a part of; where the whole word is gone, on the word that now heads its line, or on a word beside it in the line.
 */
function placeOfMissing(at: number, original: string, recognised: string, back: Int32Array): Span {
  const known = (i: number) => (back[i] as number) >= 0 && !isSpace(recognised[back[i] as number] as string);
  let before = at - 1;
  while (before >= 0 && !known(before)) before--;
  let after = at + 1;
  while (after < original.length && !known(after)) after++;
  const from = before < 0 ? 0 : (back[before] as number) + 1;
  const to = after === original.length ? recognised.length : (back[after] as number);
  const instead = from < to ? recognised.slice(from, to) : '';
  if (/\S/.test(instead) && instead.length <= LONGEST_GARBAGE) {
    return { start: from + instead.search(/\S/), end: from + instead.trimEnd().length };
  }
  const onBefore = { start: Math.max(0, from - 1), end: from };
  const onAfter = { start: to, end: to + 1 };
  const [gapBefore, gapAfter] = [original.slice(before + 1, at), original.slice(at + 1, after)];
  const endsWord = !/\s/.test(gapBefore);
  const opensWord = !/\s/.test(gapAfter);
  if (endsWord !== opensWord) return endsWord ? onBefore : onAfter;
  if (gapBefore.includes('\n')) return onAfter;
  if (gapAfter.includes('\n')) return onBefore;
  return from <= to && to - from < LONGEST_GARBAGE ? { start: onBefore.start, end: onAfter.end } : onAfter;
}

/** More than this between two known letters is another passage, not what a lost word became. */
const LONGEST_GARBAGE = 80;

function hasOriginalDigit(number: Span, forward: Int32Array, original: string): boolean {
  return forward.slice(number.start, number.end).some((place) => place >= 0 && isDigit(original[place] as string));
}

/** Adds the counts of several documents. */
export function sumDigits(counts: readonly DigitCount[]): DigitCount {
  const add = (key: Exclude<keyof DigitCount, 'details'>) => counts.reduce((sum, count) => sum + count[key], 0);
  return {
    characters: add('characters'),
    edits: add('edits'),
    digits: add('digits'),
    replaced: add('replaced'),
    missing: add('missing'),
    added: add('added'),
    doubted: add('doubted'),
    stray: add('stray'),
    strayDoubted: add('strayDoubted'),
    numbers: add('numbers'),
    rightNumbers: add('rightNumbers'),
    rightButDoubted: add('rightButDoubted'),
    wrongInReading: add('wrongInReading'),
    wrongMarked: add('wrongMarked'),
    details: counts.flatMap((count) => count.details),
  };
}

/** Marks of notes are no digits of the text. */
function blankMarks(text: string): string {
  return text
    .replace(/\[\^[^\]\s]{1,8}\]:?|\*\*|^\| | \|$/gm, (mark) => ' '.repeat(mark.length))
    .replaceAll(' | ', '   ');
}

function isDigit(letter: string): boolean {
  return letter >= '0' && letter <= '9';
}

function isSpace(letter: string): boolean {
  return /\s/.test(letter);
}

/** Curly and straight quotes, long and short dashes are one. */
function same(a: string, b: string): boolean {
  return a === b || fold(a) === fold(b);
}

function fold(letter: string): string {
  return letter
    .replace(/[“”„″]/, '"')
    .replace(/[‘’′]/, "'")
    .replace(/[–—‐‑−]/, '-')
    .replace('…', '.');
}

type Use = 'none' | 'marked' | 'silent';

/** Whether the reading uses what stands at a span, and whether every such item says that it is to be checked. */
function useOf(reading: Reading, span: Span): Use {
  const marks: boolean[] = [];
  const see = (place: Span | null | undefined, confidence: string | undefined) => {
    if (place && overlaps(place, span)) marks.push(confidence === 'check' || confidence === 'guess');
  };
  const worst = (fields: Readonly<Record<string, string>>) => Object.values(fields).find((value) => value !== 'high');
  for (const item of [...reading.targets, ...reading.results]) see(item.valueSpan, item.confidence.number);
  for (const task of reading.tasks) for (const deadline of task.deadlines) see(deadline.span, deadline.confidence);
  for (const citation of reading.citations) see(citation.span, worst(citation.confidence));
  for (const duty of reading.reporting) see(duty.span, worst(duty.confidence));
  for (const [field, place] of Object.entries(reading.document.spans)) see(place, reading.document.confidence[field]);
  if (marks.length === 0) return 'none';
  return marks.every(Boolean) ? 'marked' : 'silent';
}
