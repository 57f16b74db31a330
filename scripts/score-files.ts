/**
 * How good the reading of files is: the samples made into Word files, printed PDFs and scans, each opened, read, brought
 * back to the sample's text and scored with the sample's annotation.
 *
 *   npm run score:files                            every kind, the digits of the scans, and the Word file of the corpus
 *   npm run score:files -- --only docx,pdf,scan    these kinds (text docx pdf office scan bilevel poor other), plain text always
 *   npm run score:files -- --set corpus            the annotated texts of the corpus in place of the samples
 *   npm run score:files -- --sample 000            one sample
 *   npm run score:files -- --errors                every error of every kind that the plain text doesn't have
 *   npm run score:files -- --keep DIR              keeps the made files and their texts, to look at
 *   npm run score:files -- --write                 puts the tables into docs/benchmarks/files.md
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Document } from '#document/model.ts';
import { createOpener, type Opener } from '#document/open.ts';
import type { Reading } from '#reading/model.ts';
import { read } from '#reading/read.ts';
import { toContract } from '#test/support/contract.ts';
import { alignTexts } from './support/align.ts';
import { countDigits, type DigitCount, sumDigits } from './support/digits.ts';
import { digitTable, type KindScore, scoreTable } from './support/files-table.ts';
import {
  CORPUS,
  FileMaker,
  isScanned,
  KIND_NAMES,
  KINDS,
  type Kind,
  readSampleForms,
  SAMPLES,
  type Sample,
  SCANNED,
} from './support/made-files.ts';
import { writeMarked } from './support/marked.ts';
import { dropNowhere, moveSpans } from './support/move-spans.ts';
import { type Prediction, SCORER, scorePredictions } from './support/scorer.ts';

const PAGE = 'docs/benchmarks/files.md';
const USUAL: readonly Kind[] = ['text', 'docx', 'pdf', 'office', 'scan'];
/** How much the overall score may lie below that of the plain text. */
const GOALS: Readonly<Record<Kind, number | null>> = {
  text: null,
  docx: 0.01,
  pdf: 0.01,
  office: 0.01,
  scan: 0.05,
  bilevel: 0.05,
  poor: null,
  other: null,
};
const OFFICE = {
  word: '../shared/corpus/v15.docx',
  texts: '../shared/corpus/texts',
  gold: '../shared/corpus/gold/v15.json',
};

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    set: { type: 'string', default: 'samples' },
    sample: { type: 'string' },
    errors: { type: 'boolean' },
    keep: { type: 'string' },
    write: { type: 'boolean' },
  },
});

const SET = options.set === 'corpus' ? CORPUS : SAMPLES;

/** What one made file became. */
interface Opened {
  readonly kind: Kind;
  readonly sample: Sample;
  readonly prediction: Prediction;
  readonly digits: DigitCount | null;
}

const missing = [SCORER, SET.gold].find((path) => !existsSync(path));
if (missing) console.log(`Nothing scored: not here (${missing}).`);
else await main();

async function main(): Promise<void> {
  const opener = createOpener();
  const report: string[] = [];
  try {
    const opened = await openAll(opener, askedKinds());
    const kinds = KINDS.filter((kind) => opened.some((file) => file.kind === kind));
    const scores = kinds.map((kind) => scoreKind(kind, opened));
    report.push(...scoreTable(scores));
    for (const kind of SCANNED) report.push(...reportDigits(kind, opened));
    if (SET === SAMPLES && (!options.only || options.only.includes('docx')))
      report.push('', ...(await reportCorpus(opener)));
    console.log(`\n${report.join('\n')}`);
    if (options.errors) showErrors(scores, opened);
  } finally {
    await opener.close();
  }
  if (!options.write) return;
  writeFileSync(PAGE, writeMarked(readFileSync(PAGE, 'utf8'), SET === CORPUS ? 'corpus' : 'scores', report.join('\n')));
  console.log(`\nwritten: ${PAGE}`);
}

function askedKinds(): Kind[] {
  const asked = options.only?.split(',') ?? USUAL;
  const unknown = asked.filter((kind) => !KINDS.includes(kind as Kind));
  if (unknown.length > 0) throw new Error(`no such kind: ${unknown.join(', ')}; there are ${KINDS.join(', ')}`);
  return KINDS.filter((kind) => kind === 'text' || asked.includes(kind));
}

async function openAll(opener: Opener, kinds: readonly Kind[]): Promise<Opened[]> {
  const maker = new FileMaker((why) => console.log(why));
  const opened: Opened[] = [];
  try {
    for (const sample of readSampleForms(SET).filter(({ name }) => !options.sample || name === options.sample)) {
      for (const file of await maker.make(sample, kinds)) {
        keep(file.name, file.bytes);
        const started = process.hrtime.bigint();
        const result = await opener.open(file.bytes, file.name);
        const seconds = Number(process.hrtime.bigint() - started) / 1e9;
        if (result.ok) keep(`${file.name}.txt`, result.value.text);
        else console.error(`${file.name}: ${result.error.en}`);
        console.log(
          `${file.name}: ${result.ok ? `${result.value.text.length} characters` : 'refused'}, ${seconds.toFixed(1)} s`,
        );
        opened.push(readOpened(file.kind, sample, result.ok ? result.value : null));
      }
    }
  } finally {
    await maker.close();
  }
  return opened;
}

function keep(name: string, content: Uint8Array | string): void {
  if (!options.keep) return;
  mkdirSync(options.keep, { recursive: true });
  writeFileSync(join(options.keep, name), content);
}

/** A file that is refused counts as one in which nothing was read. */
function readOpened(kind: Kind, sample: Sample, document: Document | null): Opened {
  const { name, gold } = sample;
  if (!document) return { kind, sample, prediction: { name, gold, reading: {} }, digits: null };
  const reading = read(document.text, { doubts: document.doubts });
  const moved = kind === 'text' ? toContract(reading) : bringBack(reading, document.text, sample.text);
  const digits = isScanned(kind)
    ? countDigits(document.text, sample.printed.normalize('NFC'), document.doubts, reading)
    : null;
  return { kind, sample, prediction: { name, gold, reading: moved }, digits };
}

function bringBack(reading: Reading, from: string, to: string): unknown {
  return moveSpans(toContract(reading), alignTexts(from, to));
}

function scoreKind(kind: Kind, opened: readonly Opened[]): KindScore {
  const files = opened.filter((file) => file.kind === kind).map((file) => file.prediction);
  return {
    name: KIND_NAMES[kind],
    goal: GOALS[kind],
    scored: scorePredictions(SET.texts, files),
    documents: new Map(files.map((file) => [file.name, scorePredictions(SET.texts, [file]).scores.overall ?? 0])),
  };
}

function reportDigits(kind: Kind, opened: readonly Opened[]): string[] {
  const files = opened.filter((file) => file.kind === kind && file.digits !== null);
  if (files.length === 0) return [];
  const counts = files.map((file): readonly [string, DigitCount] => [file.sample.name, file.digits as DigitCount]);
  const all = sumDigits(counts.map(([, count]) => count));
  if (options.errors)
    for (const [name, count] of counts) for (const line of count.details) console.log(`${kind} ${name} ${line}`);
  return ['', `Digits of the ${KIND_NAMES[kind]}:`, '', ...digitTable([...counts, ['**all**', all]])];
}

/** The errors that a kind has and the plain text has not. */
function showErrors(scores: readonly KindScore[], opened: readonly Opened[]): void {
  const known = new Set(scores[0]?.scored.errors);
  for (const score of scores.slice(1)) {
    const own = score.scored.errors.filter((error) => !known.has(error));
    console.log(`\n${score.name}: ${own.length} errors that the plain text has not`);
    for (const error of own) console.log(`  ${error}`);
  }
  if (opened.length === 0) console.log('no file was opened');
}

/** A Word file that a person made, against the text that was taken out of it by hand. */
async function reportCorpus(opener: Opener): Promise<string[]> {
  const missing = [OFFICE.word, OFFICE.gold].find((path) => !existsSync(path));
  if (missing) return [`The Word file of the corpus is not here (${missing}), not scored.`];
  const gold = readFileSync(OFFICE.gold, 'utf8');
  const text = readFileSync(join(OFFICE.texts, (JSON.parse(gold) as { file: string }).file), 'utf8');
  const result = await opener.open(new Uint8Array(readFileSync(OFFICE.word)), 'v15.docx');
  if (!result.ok) return [`The Word file of the corpus is refused: ${result.error.en}`];
  keep('v15.docx.txt', result.value.text);
  const reading = bringBack(read(result.value.text, { doubts: result.value.doubts }), result.value.text, text);
  // The text was taken out without the notes, and the annotation knows nothing of what stands there.
  const { kept, dropped } = dropNowhere(reading);
  const word = scorePredictions(OFFICE.texts, [{ name: 'v15', gold, reading: kept }]);
  const plain = scorePredictions(OFFICE.texts, [{ name: 'v15', gold, reading: toContract(read(text)) }]);
  const own = word.errors.filter((error) => !plain.errors.includes(error));
  if (options.errors) for (const error of own) console.log(`v15.docx ${error}`);
  const show = (value: number | null | undefined) => (value ?? 0).toFixed(3);
  return [
    `A Word file that its office made (corpus v15): ${show(word.scores.overall)}; its text ${show(plain.scores.overall)}; ` +
      `${own.length} errors that the text has not; ${dropped} items stand in notes that the text leaves out.`,
  ];
}
