/** What a number measures, once it is named. */
import type { Measure } from '#statement/model.ts';

export interface Named {
  readonly name: string;
  readonly base?: string;
  readonly unit: string | null;
  /** The name stands on the right of the number. */
  readonly right: boolean;
  readonly counted: boolean;
  /** Goes on a list of counts: verb and comparator run through. */
  readonly run: boolean;
  readonly atLeast: boolean;
  readonly verb: string;
  readonly measure?: Measure | undefined;
  readonly completed: string;
  /** Taken over from the measurement before. */
  readonly inherited: boolean;
  readonly part: boolean;
  readonly guess: boolean;
  /** The number is to be passed. */
  readonly beyond?: boolean;
}

/** A name that stands on the left, and nothing else. */
export const PLAIN: Omit<Named, 'name' | 'unit'> = {
  right: false,
  counted: false,
  run: false,
  atLeast: false,
  verb: '',
  completed: '',
  inherited: false,
  part: false,
  guess: false,
};

/** Where a number stands: in which bracket, right after another number or not, and the words before it. */
export interface Place {
  readonly paren: number;
  readonly follows: boolean;
  readonly words: string;
}
