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
import { drawTerminal } from './support/terminal-picture.ts';

/** Every generated file, and what makes it. Each says on its first lines that it is made and from what. */
const GENERATED: Readonly<Record<string, () => string>> = {
  'docs/reading.schema.json': writeReadingSchema,
  'docs/images/demo.svg': drawDemo,
};

const { values: options } = parseArgs({ options: { check: { type: 'boolean' } } });
const stale = Object.entries(GENERATED)
  .map(([path, make]) => ({ path, text: make() }))
  .filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text);

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

/** The first screen of what the demo prints for one of the samples. */
function drawDemo(): string {
  const file = 'samples/003_d1ee38321d5e7781.txt';
  const text = readFileSync(file, 'utf8');
  const table = writeTable(read(text), text, { width: 120, colour: true, file });
  return drawTerminal(`bamsat read ${file}`, table.trimEnd().split('\n').slice(0, 44), widthOf);
}
