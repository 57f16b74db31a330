/** The thread that reads: texts come in, readings go out, one after the other. */
import { parentPort } from 'node:worker_threads';
import { bare } from '#base/fold.ts';
import { termsOf, tsVectorOf } from '#plan/search-terms.ts';
import type { Reading, ReadOptions } from '#reading/model.ts';
import { read } from '#reading/read.ts';

export interface ReadOrder {
  readonly number: number;
  readonly text: string;
  readonly options: ReadOptions;
}

/** What was read, and what the text is to be found by. */
export interface TextRead {
  readonly reading: Reading;
  /** Words as a `tsvector`. */
  readonly body: string;
  /** Without tone marks, as long as the text. */
  readonly bare: string;
}

export type ReadAnswer =
  | ({ readonly number: number } & TextRead)
  | { readonly number: number; readonly failed: string };

parentPort?.on('message', ({ number, text, options }: ReadOrder) => {
  let answer: ReadAnswer;
  try {
    answer = { number, reading: read(text, options), body: tsVectorOf(termsOf(text)), bare: bareOf(text) };
  } catch (error) {
    answer = { number, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort?.postMessage(answer);
});

/** Texts that are kept to the letter may not be NFC; the words of those are shifted by nothing all the same. */
function bareOf(text: string): string {
  const plain = bare(text);
  if (plain.length === text.length) return plain;
  return text.replace(/\S+/g, (run) => bare(run).padEnd(run.length).slice(0, run.length));
}
