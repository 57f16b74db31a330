/** The scorer that stands beside the project: readings in the contract's shape go in, F1 per category and errors come out. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const SCORER = '../shared/eval/score.mjs';

export interface Scored {
  readonly scores: Readonly<Record<string, number | null>>;
  readonly tally: Readonly<Record<string, { readonly tp: number; readonly fp: number; readonly fn: number }>>;
  readonly errors: readonly string[];
}

/** One annotated document with what was read. */
export interface Prediction {
  /** Name of the annotation without `.json`. */
  readonly name: string;
  readonly gold: string;
  readonly reading: unknown;
}

/** Scores the readings of documents whose texts stand in the folder `texts`. */
export function scorePredictions(texts: string, predictions: readonly Prediction[]): Scored {
  const folder = mkdtempSync(join(tmpdir(), 'bamsat-score-'));
  try {
    for (const part of ['gold', 'pred']) mkdirSync(join(folder, part));
    for (const { name, gold, reading } of predictions) {
      writeFileSync(join(folder, 'gold', `${name}.json`), gold);
      writeFileSync(join(folder, 'pred', `${name}.json`), JSON.stringify(reading));
    }
    const places = ['--texts', texts, '--gold', join(folder, 'gold'), '--pred', join(folder, 'pred')];
    const printed = execFileSync(process.execPath, [SCORER, ...places, '--errors', '--json'], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    const start = printed.startsWith('{\n') ? 0 : printed.indexOf('\n{\n') + 1;
    return { ...JSON.parse(printed.slice(start)), errors: printed.slice(0, start).split('\n').filter(Boolean) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
