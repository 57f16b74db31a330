/** The vocabulary of names of bodies, ready to be matched, and the shape of what is read with it. */

import { Phrases, type Word } from '#statement/role/phrase.ts';
import { HELPERS, ORDER_VERBS } from '#statement/role/vocabulary.ts';
import {
  AUTHORITY_NOUNS,
  BODIES,
  DESCRIPTIONS,
  DETERMINERS,
  FIELD_HEADS,
  FIELDS,
  FREE_HEADS,
  GROUP_NOUNS,
  LEVELS,
  LOOKALIKES,
  OFFICES,
} from './vocabulary.ts';

/** A body or a group of bodies: `words[from, to)`. */
export interface Body {
  readonly from: number;
  readonly to: number;
  /** `named`: one body. `group`: a class of bodies. `office`: the person at its head. `place`: territory with a name. */
  readonly kind: 'named' | 'group' | 'office' | 'place';
  /** A group of authorities (`các sở, ban, ngành`), which joins with its like. */
  readonly authority: boolean;
  /** Opened by `các`, `mỗi` … */
  readonly plural: boolean;
  /** The word that fields behind a comma share: `Sở Tài chính, Y tế` → `Sở`. Null when there is none. */
  readonly shared: number | null;
  /** The shared word is not printed before this field. */
  readonly distributed: boolean;
  /** The office that the distributed name shares: `Giám đốc các Sở: Y tế, Tài chính`. */
  readonly office: { readonly from: number; readonly to: number } | null;
  /** Misread words and what they should be, by index. */
  readonly repairs: ReadonlyMap<number, string> | null;
  /** Words that belong to it and stand with its neighbour: `các ban và đại biểu | Hội đồng nhân dân`. */
  readonly completion: { readonly from: number; readonly to: number } | null;
}

export const fields = new Phrases(FIELDS);
export const fieldHeads = new Phrases(FIELD_HEADS);
export const bodies = new Phrases(BODIES);
export const freeHeads = new Phrases(FREE_HEADS);
export const offices = new Phrases(OFFICES);
export const determiners = new Phrases(DETERMINERS);
export const authorityNouns = new Phrases(AUTHORITY_NOUNS);
export const groupNouns = new Phrases(GROUP_NOUNS);
export const levels = new Phrases(LEVELS);
export const descriptions = new Phrases(DESCRIPTIONS);
export const orderVerbs = new Phrases(ORDER_VERBS);
export const helpers = new Phrases(HELPERS);

/** The first words that any body may begin with: a cheap test before reading. */
export const FIRST_WORDS: ReadonlySet<string> = new Set(
  [FIELD_HEADS, BODIES, FREE_HEADS, OFFICES, DETERMINERS, AUTHORITY_NOUNS, GROUP_NOUNS].flatMap((phrases) =>
    phrases.map((phrase) => phrase.split(/[ ,]/, 1)[0] as string),
  ),
);

/** True when an order's verb or a helper stands at `at`. */
export function isVerb(words: readonly Word[], at: number): boolean {
  return orderVerbs.match(words, at) > 0 || helpers.match(words, at) > 0;
}

/** `Ban hành`, `Bộ tiêu chí`, `Hội nghị`: a beginning that looks like a body and is none. */
export function isLookalike(words: readonly Word[], at: number): boolean {
  const second = words[at + 1];
  if (second === undefined || second.mark) return false;
  // A capital inside the pair marks a name: `Ban Bố trí dân cư`.
  if (second.capital) return false;
  const pair = `${words[at]?.low} ${second.low}`;
  if (LOOKALIKES.has(pair)) return true;
  const third = words[at + 2];
  return third !== undefined && LOOKALIKES.has(`${pair} ${third.low}`);
}

/** A body over `words[from, to)`; what is not said is plain. */
export function body(from: number, to: number, kind: Body['kind'], rest: Partial<Body> = {}): Body {
  return {
    from,
    to,
    kind,
    authority: false,
    plural: false,
    shared: null,
    distributed: false,
    office: null,
    repairs: null,
    completion: null,
    ...rest,
  };
}
