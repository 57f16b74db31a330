/** Every form of every real reading: the samples, and texts that nobody would write. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { read } from '#reading/read.ts';
import { listFiles, readText } from '#test/support/files.ts';
import { findSchemaProblems } from '#test/support/json-schema.ts';
import { soup } from '#test/support/soup.ts';
import { toJson, writeJson } from './json.ts';
import { readingSchema } from './json-schema.ts';
import { writeMarkdown } from './markdown.ts';
import { writeTable } from './table.ts';
import { widthOf } from './width.ts';
import { writeWorkbook } from './workbook.ts';

const schema = readingSchema();
const samples = listFiles('samples', (path) => path.endsWith('.txt'));

async function checkForms(text: string, width: number): Promise<void> {
  const reading = read(text);
  const table = writeTable(reading, text, { width, unread: true });
  for (const line of table.split('\n')) assert.ok(widthOf(line) <= Math.max(60, width), line);
  const json = JSON.parse(writeJson(toJson(reading, 'a')));
  assert.deepEqual(findSchemaProblems(schema, json), []);
  const rows = writeMarkdown(reading, text, { unread: true }).match(/^\| \d+ \|/gm)?.length ?? 0;
  const items = [reading.targets, reading.results, reading.tasks, reading.citations, reading.reporting];
  assert.ok(rows >= [...items, reading.issues, reading.unread].reduce((sum, list) => sum + list.length, 0));
  const workbook = await readXlsx(await writeWorkbook(reading, text));
  const counts = workbook.sheets.slice(1, 6).map((sheet) => sheet.rows.length - 1);
  assert.deepEqual(
    counts,
    items.map((list) => Math.max(1, list.length)),
  );
}

describe('every form', () => {
  for (const path of samples) {
    it(`shows ${path} whole`, () => checkForms(readText(path), 100));
  }

  it('takes any text', async () => {
    await fc.assert(fc.asyncProperty(soup, fc.integer({ min: 40, max: 200 }), checkForms), { numRuns: 100 });
  });

  it('uses only Vietnamese words in the terminal', () => {
    const english =
      /\b(?:undefined|null|true|false|NaN|target|task|check|guess|high|level|increase|monthly|warning|number)\b/;
    for (const path of samples) {
      const text = readText(path);
      assert.equal(english.exec(writeTable(read(text), text, { unread: true })), null);
    }
  });

  it('has a word for every reason that the samples give', () => {
    for (const path of samples) {
      const text = readText(path);
      assert.equal(writeTable(read(text), text, { unread: true }).includes('lý do khác'), false, path);
    }
  });
});
