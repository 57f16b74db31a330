/**
 * Makes every generated file of the repository anew. Same sources, same files: no clock, no randomness.
 *
 *   npm run sync               writes them
 *   npm run sync -- --check    writes nothing; fails when a file is not what would be written
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { read } from '#reading/read.ts';
import { writeReadingSchema } from '#render/json-schema.ts';
import { writeTable } from '#render/table.ts';
import { widthOf } from '#render/width.ts';
import { SETTINGS, type Setting } from '#server/config.ts';
import { writeMarked } from './support/marked.ts';
import { writeProblemCodes } from './support/problem-codes.ts';
import { writeRoutes } from './support/routes-page.ts';
import { readSchema } from './support/schema.ts';
import { type Language, readCommitted, writeSummary } from './support/score-table.ts';
import { drawTerminal } from './support/terminal-picture.ts';

/** Every generated file, or file with a generated part, and what makes it. Each says at that place that it is made. */
const GENERATED: Readonly<Record<string, () => string | Promise<string>>> = {
  'src/store/schema.ts': async () => (await readSchema()).types,
  'src/store/schema.sql': async () => (await readSchema()).sql,
  'docs/reading.schema.json': writeReadingSchema,
  'docs/routes.md': writeRoutes,
  'src/contract/data/problem-codes.ts': writeProblemCodes,
  'docs/images/demo.svg': drawDemo,
  'docs/operate.md': writeSettings,
  'README.md': () => writeScores('README.md', 'en'),
  'README.vi.md': () => writeScores('README.vi.md', 'vi'),
};

const { values: options } = parseArgs({ options: { check: { type: 'boolean' } } });
const made = await Promise.all(Object.entries(GENERATED).map(async ([path, make]) => ({ path, text: await make() })));
const stale = made.filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text);

for (const { path, text } of stale) {
  if (options.check) console.error(`${path} is not what npm run sync writes`);
  else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`written: ${path}`);
  }
}
if (options.check && stale.length > 0) process.exitCode = 1;
else if (stale.length === 0) console.log(`${Object.keys(GENERATED).length} generated files are up to date`);

/** The page with every setting in its table. */
function writeSettings(): string {
  const limits = ({ kind, min, max }: Setting) => {
    if (kind === 'integer') return `số nguyên ${min ?? 0}–${max ?? ''}`;
    if (kind === 'yes-no') return 'yes, no';
    return {
      text: 'chữ',
      path: 'đường dẫn',
      url: 'http(s)://…',
      database: 'postgres://…',
      mail: 'smtp(s)://…',
      level: 'mức',
    }[kind];
  };
  const rows = SETTINGS.map(
    (one) =>
      `| \`${one.variable}\` | \`${one.key}\` | ${limits(one)} | ${one.fallback === '' ? '–' : `\`${one.fallback}\``} | ${one.vi} |`,
  );
  const table = [
    '| Biến môi trường | Trong tệp JSON | Giá trị | Mặc định | Ý nghĩa |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ];
  return writeMarked(readFileSync('docs/operate.md', 'utf8'), 'settings', table.join('\n'));
}

/** The page with the committed scores in its table. */
function writeScores(page: string, language: Language): string {
  const scores = readCommitted(readFileSync('docs/benchmarks/reading.md', 'utf8'));
  return writeMarked(readFileSync(page, 'utf8'), 'scores', writeSummary(scores, language));
}

/** Of what the demo prints for one of the samples: the head, the first targets, the first tasks. */
function drawDemo(): string {
  const file = 'samples/004_c75703e15cdab346.txt';
  const text = readFileSync(file, 'utf8');
  const lines = writeTable(read(text), text, { width: 120, colour: true, file }).split('\n');
  const at = (title: string) => lines.findIndex((line) => line.includes(title));
  const [targets, tasks] = [at('CHỈ TIÊU ('), at('NHIỆM VỤ (')];
  const shown = [...lines.slice(0, targets + 15), '  ⋮', '', ...lines.slice(tasks, tasks + 20), '  ⋮'];
  return drawTerminal(`bamsat read ${file}`, shown, widthOf);
}
