/**
 * How fast the reading is: speed on the samples, growth with the size of the text, memory, and texts made to hurt.
 *
 *   npm run bench:reading               prints the tables
 *   npm run bench:reading -- --write    also puts them into docs/benchmarks/speed.md
 *
 * Every measurement runs in a process of its own with a time limit, so that the whole always ends.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { read } from '#reading/read.ts';
import { HOSTILE, readSamples, repeatSamples } from './support/bench-texts.ts';
import { writeMarked } from './support/marked.ts';

const PAGE = 'docs/benchmarks/speed.md';
const LIMIT_SECONDS = 60;
const MB = 1_000_000;

/** One thing to measure; `text` is `samples`, `documents` or the name of a hostile text. */
interface Job {
  readonly text: string;
  readonly bytes: number;
  readonly runs: number;
}

interface Measured {
  /** Median time of one `read`. */
  readonly ms: number;
  /** Median time of a bare pass: NFC and splitting into lines. */
  readonly bareMs: number;
  /** Largest resident memory of the process, and of the same process before it read anything large. */
  readonly peakMb: number;
  readonly heapMb: number;
}

const { values: options } = parseArgs({ options: { write: { type: 'boolean' }, job: { type: 'string' } } });

if (options.job) console.log(JSON.stringify(measure(JSON.parse(options.job) as Job)));
else main();

function main(): void {
  const report = [...reportSamples(), '', ...reportGrowth(), '', ...reportHostile()];
  const lines = [
    `Node ${process.versions.node}, one core of ${cpus()[0]?.model.trim() ?? 'an unknown processor'}.`,
    '',
    ...report,
  ];
  if (!options.write) return;
  writeFileSync(PAGE, writeMarked(readFileSync(PAGE, 'utf8'), 'speed', lines.join('\n')));
  console.log(`\nwritten: ${PAGE}`);
}

function reportSamples(): string[] {
  const speed = run({ text: 'samples', bytes: MB, runs: 7 });
  const documents = run({ text: 'documents', bytes: 0, runs: 30 });
  const count = readSamples().length;
  return show([
    '## On the samples',
    '',
    '| Measure | Value |',
    '| --- | ---: |',
    `| speed on 1 MB of samples | ${speed ? `${(MB / 1000 / speed.ms).toFixed(1)} MB/s` : late()} |`,
    `| times a bare pass (NFC, split into lines) | ${speed ? (speed.ms / speed.bareMs).toFixed(1) : late()} |`,
    `| one document (mean of ${count}) | ${documents ? `${(documents.ms / count).toFixed(1)} ms` : late()} |`,
  ]);
}

function reportGrowth(): string[] {
  const lines = show([
    '## Growth with the size of the text',
    '',
    '| Size | Time | Speed | Against the size before | Peak memory | Heap after |',
    '| ---: | ---: | ---: | ---: | ---: | ---: |',
  ]);
  let before: Measured | null = null;
  for (const kb of [10, 100, 1000, 10_000]) {
    const now = run({ text: 'samples', bytes: kb * 1000, runs: kb > 1000 ? 1 : 5 });
    const size = kb < 1000 ? `${kb} KB` : `${kb / 1000} MB`;
    const growth = now && before ? `× ${(now.ms / before.ms).toFixed(1)} for × 10` : '';
    lines.push(
      ...show([
        now
          ? `| ${size} | ${now.ms.toFixed(1)} ms | ${(kb / now.ms).toFixed(1)} MB/s | ${growth} | ${now.peakMb.toFixed(0)} MB | ${now.heapMb.toFixed(0)} MB |`
          : `| ${size} | ${late()} | | | | |`,
      ]),
    );
    before = now;
  }
  return lines;
}

function reportHostile(): string[] {
  const lines = show([
    '## Texts made to hurt',
    '',
    'Linear means that twice the text takes at most three times as long (and 50 ms).',
    '',
    '| Text | 1 MB | 2 MB | Linear |',
    '| --- | ---: | ---: | --- |',
  ]);
  for (const text of Object.keys(HOSTILE)) {
    const one = run({ text, bytes: MB, runs: 1 });
    const two = one && run({ text, bytes: 2 * MB, runs: 1 });
    const linear = one && two && two.ms <= 3 * one.ms + 50;
    const time = (m: Measured | null) => (m ? `${m.ms.toFixed(0)} ms` : late());
    lines.push(...show([`| ${text} | ${time(one)} | ${time(two)} | ${linear ? 'yes' : '**no**'} |`]));
  }
  return lines;
}

function show(lines: string[]): string[] {
  for (const line of lines) console.log(line);
  return lines;
}

function late(): string {
  return `over ${LIMIT_SECONDS} s`;
}

/** Measures in a process of its own; null when it takes too long or dies. */
function run(job: Job): Measured | null {
  const args = ['--expose-gc', fileURLToPath(import.meta.url), '--job', JSON.stringify(job)];
  const child = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    timeout: LIMIT_SECONDS * 1000,
    killSignal: 'SIGKILL',
  });
  if (child.status === 0) return JSON.parse(child.stdout) as Measured;
  if (child.status !== null) console.error(child.stderr.trim().split('\n').slice(0, 6).join('\n'));
  return null;
}

function measure({ text, bytes, runs }: Job): Measured {
  const samples = readSamples();
  for (let i = 0; i < 5; i++) for (const sample of samples) read(sample);
  const given = text === 'documents' ? samples : [text === 'samples' ? repeatSamples(bytes) : hostile(text, bytes)];
  globalThis.gc?.();
  const ms = median(runs, () => {
    for (const one of given) read(one);
  });
  const peakMb = process.resourceUsage().maxRSS / 1000;
  globalThis.gc?.();
  const heapMb = process.memoryUsage().heapUsed / MB;
  const bareMs = median(runs, () => {
    for (const one of given) one.normalize('NFC').split('\n');
  });
  return { ms, bareMs, peakMb, heapMb };
}

function hostile(name: string, bytes: number): string {
  const make = HOSTILE[name];
  if (!make) throw new Error(`unknown text: ${name}`);
  return make(bytes);
}

/** Median time of `runs` calls, in milliseconds. */
function median(runs: number, work: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] as number;
}
