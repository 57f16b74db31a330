/**
 * How fast files are opened, and how much memory that takes: a Word file of 30 pages, text PDFs, scans.
 *
 *   npm run bench:files               prints the tables
 *   npm run bench:files -- --quick    scans of 8 and 24 pages in place of 20 and 300
 *   npm run bench:files -- --write    also puts them into docs/benchmarks/files.md
 *
 * Every measurement runs in a process of its own with a time limit; memory is that of this process and of all it starts. It
 * does not load the makers of the files, a browser and a picture library, which nobody who opens a file has.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createOpener } from '#document/open.ts';
import { openHere } from '#document/open-here.ts';
import type { BenchFiles } from './support/bench-files.ts';
import { writeMarked } from './support/marked.ts';
import { TreeWatch } from './support/process-tree.ts';

const PAGE = 'docs/benchmarks/files.md';
const MB = 1_000_000;

/** One file to open: by a fresh process each time, by one that is kept, or in the very process that measures. */
interface Job {
  readonly path: string;
  readonly way: 'fresh' | 'kept' | 'here';
  readonly runs: number;
}

interface JobResult {
  readonly ms: readonly number[];
  /** How often the file was opened, the first time that is not counted included. */
  readonly rounds: number;
}

interface Measured extends JobResult {
  readonly min: number;
  readonly median: number;
  readonly peakMb: number;
  /** Seconds of the processor for all runs. */
  readonly processor: number;
}

const { values: options } = parseArgs({
  options: { write: { type: 'boolean' }, quick: { type: 'boolean' }, job: { type: 'string' } },
});

if (options.job) console.log(JSON.stringify(await work(JSON.parse(options.job) as Job)));
else await main();

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bamsat-bench-'));
  const { startBenchFiles } = await import('./support/bench-files.ts');
  const files = await startBenchFiles();
  try {
    const busy = (loadavg()[0] ?? 0).toFixed(1);
    const machine = `Node ${process.versions.node}, ${availableParallelism()} cores of ${cpus()[0]?.model.trim() ?? 'an unknown processor'}; load of other work before: ${busy}.`;
    const report = [
      ...show([machine, '']),
      ...(await reportWord(folder)),
      ...show(['']),
      ...(await reportPrinted(folder, files)),
      ...show(['']),
      ...(await reportScans(folder, files)),
    ];
    if (!options.write) return;
    writeFileSync(PAGE, writeMarked(readFileSync(PAGE, 'utf8'), 'speed', report.join('\n')));
    console.log(`\nwritten: ${PAGE}`);
  } finally {
    await files.close();
    rmSync(folder, { recursive: true });
  }
}

async function reportWord(folder: string): Promise<string[]> {
  const path = join(folder, 'long.docx');
  const { benchWord } = await import('./support/bench-files.ts');
  writeFileSync(path, await benchWord(30));
  const lines = show(['| Word file of 30 pages | fastest | median | goal |', '| --- | ---: | ---: | --- |']);
  for (const [name, way, runs] of [
    ['first file, with the start of the process', 'fresh', 5],
    ['next file, the process is there', 'kept', 15],
    ['the reader alone', 'here', 15],
  ] as const) {
    const measured = await run({ path, way, runs }, 60);
    const goal = way === 'kept' ? judge(measured?.median, 300, 'ms') : '';
    lines.push(...show([`| ${name} | ${ms(measured?.min)} | ${ms(measured?.median)} | ${goal} |`]));
  }
  return lines;
}

async function reportPrinted(folder: string, files: BenchFiles): Promise<string[]> {
  const lines = show([
    '| Text PDF | fastest | median | pages a second | memory | goal |',
    '| ---: | ---: | ---: | ---: | ---: | --- |',
  ]);
  for (const length of [10, 100, 300]) {
    const { printed, pages } = await files.print(length);
    const path = join(folder, `printed-${length}.pdf`);
    writeFileSync(path, printed);
    const measured = await run({ path, way: 'kept', runs: length > 100 ? 3 : 5 }, 180);
    const speed = measured && (1000 * pages) / measured.median;
    const goal = length === 100 && speed ? `≥ 60: ${speed >= 60 ? 'met' : '**not met**'}` : '';
    const cells = [
      `${pages} pages`,
      ms(measured?.min),
      ms(measured?.median),
      speed?.toFixed(0) ?? '–',
      memory(measured),
      goal,
    ];
    lines.push(...show([`| ${cells.join(' | ')} |`]));
  }
  return lines;
}

async function reportScans(folder: string, files: BenchFiles): Promise<string[]> {
  const cores = availableParallelism();
  const lines = show([
    '| Scan, 200 dpi | time | seconds a page and core | processor a page | most memory | goals |',
    '| ---: | ---: | ---: | ---: | ---: | --- |',
  ]);
  const [few, many] = options.quick ? [8, 24] : [20, 300];
  for (const pages of [few, many]) {
    const path = join(folder, `scan-${pages}.pdf`);
    const bytes = await files.scan(pages);
    writeFileSync(path, bytes);
    const runs = pages === few ? 3 : 1;
    const measured = await run({ path, way: 'kept', runs }, 60 + 10 * pages * (runs + 1));
    const each = measured && (measured.min / 1000) * (cores / pages);
    const goals = [
      pages === few ? judge(each, 1.5, 's') : '',
      pages === many ? judge(measured?.peakMb, 700, 'MB') : '',
    ].filter(Boolean);
    const cells = [
      `${pages} pages, ${(bytes.length / MB).toFixed(0)} MB`,
      measured ? `${(measured.min / 1000).toFixed(1)} s` : '–',
      each ? `${each.toFixed(2)} s` : '–',
      measured ? `${(measured.processor / (pages * measured.rounds)).toFixed(2)} s` : '–',
      memory(measured),
      goals.join(', '),
    ];
    lines.push(...show([`| ${cells.join(' | ')} |`]));
  }
  return lines;
}

function judge(value: number | null | undefined, most: number, unit: string): string {
  return value === null || value === undefined ? '' : `≤ ${most} ${unit}: ${value <= most ? 'met' : '**not met**'}`;
}

function ms(value: number | undefined): string {
  return value === undefined ? '–' : `${value.toFixed(0)} ms`;
}

function memory(measured: Measured | null): string {
  return measured && measured.peakMb > 0 ? `${measured.peakMb.toFixed(0)} MB` : '–';
}

function show(lines: string[]): string[] {
  for (const line of lines) console.log(line);
  return lines;
}

/** Measures in a process of its own; null when it takes too long or fails. */
function run(job: Job, seconds: number): Promise<Measured | null> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), '--job', JSON.stringify(job)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const watch = new TreeWatch(child.pid as number);
    const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
    let printed = '';
    child.stdout.on('data', (data) => {
      printed += data;
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      const cost = watch.stop();
      if (code !== 0) return done(null);
      const result = JSON.parse(printed) as JobResult;
      const sorted = [...result.ms].sort((a, b) => a - b);
      done({
        ...result,
        min: sorted[0] as number,
        median: sorted[sorted.length >> 1] as number,
        peakMb: cost.memory / MB,
        processor: cost.processor,
      });
    });
  });
}

async function work({ path, way, runs }: Job): Promise<JobResult> {
  const kept = createOpener();
  const times: number[] = [];
  let rounds = 0;
  try {
    // The first run starts the process and warms it; it counts only when that is what is measured.
    for (let i = way === 'fresh' || runs === 1 ? 0 : -1; i < runs; i++) {
      const bytes = readFileSync(path);
      const opener = way === 'fresh' ? createOpener() : kept;
      const start = performance.now();
      const result = way === 'here' ? await openHere(bytes, path) : await opener.open(bytes, path, { consume: true });
      if (i >= 0) times.push(performance.now() - start);
      if (way === 'fresh') await opener.close();
      if (!result.ok) throw new Error(result.error.en);
      rounds++;
    }
  } finally {
    await kept.close();
  }
  return { ms: times, rounds };
}
