/**
 * How good the reading is, by the scorer that stands beside the project, and what changed since the committed table.
 *
 *   npm run score                     both sets, each against docs/benchmarks/reading.md, and what changed since the last run
 *   npm run score -- --errors [003]   every error (of the documents whose name contains 003)
 *   npm run score -- --write          put the scores into docs/benchmarks/reading.md
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { read } from '#reading/read.ts';
import { toContract } from '#test/support/contract.ts';
import { compareScores, readCommitted, type Score, type Scores, writeCommitted } from './support/score-table.ts';

const TABLE = 'docs/benchmarks/reading.md';
const SCORER = '../shared/eval/score.mjs';
/** The errors of the last run, to show what a change gained and lost; not committed. */
const LAST_RUN = 'out/score';

interface DocumentSet {
  readonly name: string;
  readonly texts: string;
  readonly gold: string;
}

const SETS: readonly DocumentSet[] = [
  { name: 'samples', texts: 'samples', gold: 'test/gold' },
  { name: 'corpus', texts: '../shared/corpus/texts', gold: '../shared/corpus/gold' },
];

const { values: options, positionals } = parseArgs({
  options: { errors: { type: 'boolean' }, write: { type: 'boolean' } },
  allowPositionals: true,
});

if (!existsSync(SCORER)) {
  console.log(
    `Nothing scored: the scorer is not here (${SCORER}). The floors in test/samples.test.ts hold without it.`,
  );
} else {
  const committed = readCommitted(readFileSync(TABLE, 'utf8'));
  const scores: Record<string, Scores> = { ...committed };
  for (const set of SETS) {
    if (!existsSync(set.gold)) {
      console.log(`${set.name}: not here (${set.gold}), not scored.`);
      continue;
    }
    const { score, errors } = scoreSet(set);
    scores[set.name] = score;
    console.log(`\n${set.name}\n${compareScores(committed[set.name], score)}`);
    showChange(set.name, errors);
    if (options.errors) for (const line of errors.filter((e) => isAsked(e))) console.log(line);
  }
  if (options.write) {
    writeFileSync(TABLE, writeCommitted(readFileSync(TABLE, 'utf8'), scores));
    console.log(`\nwritten: ${TABLE}`);
  }
}

/** The scorer's verdict on the whole set, the overall score of each document, and the scorer's list of errors. */
function scoreSet(set: DocumentSet): { score: Scores; errors: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'bamsat-score-'));
  try {
    const predictions = join(folder, 'all');
    mkdirSync(predictions);
    const names = readdirSync(set.gold).filter((name) => name.endsWith('.json'));
    const documents: Record<string, number> = {};
    for (const name of names) {
      const gold = readFileSync(join(set.gold, name), 'utf8');
      const text = readFileSync(join(set.texts, (JSON.parse(gold) as { file: string }).file), 'utf8');
      writeFileSync(join(predictions, name), JSON.stringify(readOrNothing(text, name)));
      const alone = join(folder, name);
      mkdirSync(alone);
      writeFileSync(join(alone, name), gold);
      documents[name.replace('.json', '')] = runScorer(set.texts, alone, predictions).scores.overall as number;
    }
    const { scores, tally, errors } = runScorer(set.texts, set.gold, predictions);
    const categories: Record<string, Score> = {};
    for (const [name, f1] of Object.entries(scores)) {
      if (name === 'overall' || f1 === null) continue;
      const counts = tally[name];
      categories[name] = { f1, ...(counts && { right: counts.tp, extra: counts.fp, missed: counts.fn }) };
    }
    return { score: { overall: scores.overall as number, categories, documents }, errors };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A reading that throws is our own mistake: it is told, counts as empty, and the other documents are still scored. */
function readOrNothing(text: string, name: string): unknown {
  try {
    return toContract(read(text));
  } catch (error) {
    console.error(`${name}: read threw:`, error);
    process.exitCode = 1;
    return {};
  }
}

interface ScorerOutput {
  readonly scores: Readonly<Record<string, number | null>>;
  readonly tally: Readonly<Record<string, { tp: number; fp: number; fn: number }>>;
  readonly errors: string[];
}

/** The scorer prints one line an error, then one JSON object. */
function runScorer(texts: string, gold: string, pred: string): ScorerOutput {
  const args = [SCORER, '--texts', texts, '--gold', gold, '--pred', pred, '--errors', '--json'];
  const printed = execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const start = printed.startsWith('{\n') ? 0 : printed.indexOf('\n{\n') + 1;
  return { ...JSON.parse(printed.slice(start)), errors: printed.slice(0, start).split('\n').filter(Boolean) };
}

/** Prints the errors that went away and those that came since the last run, and keeps this run's for the next. */
function showChange(set: string, errors: readonly string[]): void {
  mkdirSync(LAST_RUN, { recursive: true });
  const path = join(LAST_RUN, `${set}.txt`);
  if (existsSync(path)) {
    const before = readFileSync(path, 'utf8').split('\n').filter(Boolean);
    const gained = before.filter((line) => !errors.includes(line));
    const lost = errors.filter((line) => !before.includes(line));
    console.log(`since the last run: ${gained.length} errors gone, ${lost.length} new`);
    for (const line of gained.slice(0, 15)) console.log(`  gone  ${line}`);
    for (const line of lost.slice(0, 30)) console.log(`  new   ${line}`);
  }
  writeFileSync(path, `${errors.join('\n')}\n`);
}

function isAsked(error: string): boolean {
  return positionals.length === 0 || positionals.some((name) => (error.split(' ')[0] as string).includes(name));
}
