/**
 * Which labels Word's automatic numbering makes by itself. A label becomes automatic only when the list would show
 * exactly it; every other label is typed, as clerks do.
 */
import type { Label } from './form.ts';

/** One level of a list as Word defines it. */
export interface ListLevel {
  readonly format: 'upperRoman' | 'decimal' | 'lowerLetter';
  /** `%2.%3.`: the numbers of levels, from 1, with what stands around them. */
  readonly text: string;
  readonly start: number;
}

export interface ListPlace {
  /** Name of the list; `bullets` is the list of dashes. */
  readonly list: string;
  readonly level: number;
  /** A list that begins anew is another instance of the same definition. */
  readonly instance: number;
}

export interface Numbering {
  /** For each label in order: where it stands in a list, or null when it has to be typed. */
  readonly places: readonly (ListPlace | null)[];
  /** The lists that the labels need, by name; `null` for a level that nothing uses. */
  readonly lists: ReadonlyMap<string, readonly (ListLevel | null)[]>;
}

export const BULLETS = ['-', '+'];
/** Level 0 roman, 1 to 4 decimal of one to four numbers, 5 letters. */
const LEVELS = 6;
const LETTERS = 5;

interface List {
  readonly name: string;
  readonly levels: (ListLevel | null)[];
  instance: number;
  counts: (number | undefined)[];
}

/** Finds for every label the place in a list that shows it. */
export function numberLabels(labels: readonly Label[]): Numbering {
  const lists: List[] = [];
  let list: List | undefined;
  const places = labels.map((label): ListPlace | null => {
    if (label.style === 'bullet')
      return { list: 'bullets', level: Math.max(0, BULLETS.indexOf(label.text)), instance: 0 };
    const level = levelOf(label);
    if (level === null) return null;
    if (list && continues(list, level, label)) return take(list, level, label);
    if (list && startsAnew(list, level, label)) {
      list.instance++;
      list.counts = [];
      return take(list, level, label);
    }
    if (label.numbers.length !== 1) return null;
    list = { name: `list${lists.length}`, levels: Array.from({ length: LEVELS }, () => null), instance: 0, counts: [] };
    lists.push(list);
    return take(list, level, label);
  });
  return { places, lists: new Map(lists.map(({ name, levels }) => [name, levels])) };
}

function levelOf(label: Label): number | null {
  if (label.style === 'roman') return 0;
  // Lists of letters know no `đ`.
  if (label.style === 'letter') return label.numbers[0] === 0 ? null : LETTERS;
  return label.style === 'decimal' && label.numbers.length < LETTERS ? label.numbers.length : null;
}

function continues(list: List, level: number, label: Label): boolean {
  return sameShape(list, level, label) && sameParents(list, level, label) && next(list, level) === label.numbers.at(-1);
}

/** A count that Word would have gone on with, begun again at its start. */
function startsAnew(list: List, level: number, label: Label): boolean {
  const start = list.levels[level]?.start;
  return label.numbers.length === 1 && sameShape(list, level, label) && start === label.numbers[0];
}

function next(list: List, level: number): number {
  const count = list.counts[level];
  return count === undefined ? (list.levels[level]?.start ?? 1) : count + 1;
}

function sameParents(list: List, level: number, label: Label): boolean {
  const parents = label.numbers.slice(0, -1);
  return parents.every((number, i) => list.counts[level - parents.length + i] === number);
}

function sameShape(list: List, level: number, label: Label): boolean {
  const given = list.levels[level];
  return !given || given.text === shapeOf(level, label);
}

/** `1.1-` at level 2 is `%2.%3-`. */
function shapeOf(level: number, label: Label): string {
  const first = level - label.numbers.length + 1;
  const numbers = label.numbers.map((_, i) => `%${first + i + 1}`).join('.');
  return numbers + (/[.\-)]$/.exec(label.text)?.[0] ?? '');
}

function take(list: List, level: number, label: Label): ListPlace {
  const number = label.numbers.at(-1) as number;
  list.levels[level] ??= {
    format: level === 0 ? 'upperRoman' : level === LETTERS ? 'lowerLetter' : 'decimal',
    text: shapeOf(level, label),
    start: number,
  };
  list.counts[level] = number;
  list.counts.length = level + 1;
  return { list: list.name, level, instance: list.instance };
}
