/** What the forms say of the file that a text came from: pages, places on them, warnings; and doubts of recognition. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readXlsx } from 'hucre/xlsx';
import type { Reading } from '#reading/model.ts';
import { findSchemaProblems } from '#test/support/json-schema.ts';
import { SAMPLE_READING, SAMPLE_SCAN, SAMPLE_TEXT, spanOf } from '#test/support/reading-sample.ts';
import { toJson, writeJson } from './json.ts';
import { readingSchema } from './json-schema.ts';
import { writeMarkdown } from './markdown.ts';
import { type Origin, originWords, pageOf } from './origin.ts';
import { writeTable } from './table.ts';
import { widthOf } from './width.ts';
import { writeWorkbook } from './workbook.ts';

const WORD_FILE: Origin = { format: 'docx', pages: [], warnings: SAMPLE_SCAN.warnings, placesOf: () => [] };

/** The sample with everything in doubt that can be. */
const DOUBTFUL: Reading = {
  ...SAMPLE_READING,
  document: { ...SAMPLE_READING.document, confidence: { symbol: 'check', date: 'check' } },
  targets: SAMPLE_READING.targets.map((m) => ({ ...m, confidence: { number: 'check', numberMax: 'check' } })),
  unread: SAMPLE_READING.unread.map((u) => ({ ...u, confidence: 'check' as const })),
};

describe('the page of something', () => {
  it('is known for files that have pages', () => {
    assert.equal(pageOf(SAMPLE_SCAN, spanOf('52,50%')), 1);
    assert.equal(pageOf(SAMPLE_SCAN, spanOf('hàng tháng')), 2);
    assert.equal(pageOf(WORD_FILE, spanOf('52,50%')), null);
    assert.equal(pageOf(undefined, spanOf('52,50%')), null);
  });

  it('stands in the table instead of the line, which nobody sees in a picture', () => {
    for (const width of [60, 120]) {
      const table = writeTable(SAMPLE_READING, SAMPLE_TEXT, { width, unread: true, origin: SAMPLE_SCAN });
      assert.match(table, /Tỷ lệ che phủ rừng/);
      assert.ok(table.includes('tr. 1') && table.includes('tr. 2'));
      assert.equal(/\bd\. \d|dòng:cột|Dòng/.test(table), false);
      for (const line of table.split('\n')) assert.ok(widthOf(line) <= width, line);
    }
  });

  it('stands in the Markdown report and in a column of the workbook', async () => {
    assert.match(
      writeMarkdown(SAMPLE_READING, SAMPLE_TEXT, { origin: SAMPLE_SCAN }),
      /Tỷ lệ che phủ rừng.*\| tr\. 1 \|/,
    );
    const workbook = await readXlsx(await writeWorkbook(SAMPLE_READING, SAMPLE_TEXT, { origin: SAMPLE_SCAN }));
    for (const sheet of workbook.sheets.slice(1, -1)) {
      const at = (sheet.rows[0] ?? []).indexOf('Trang');
      assert.ok(at >= 0, sheet.name);
      assert.equal(sheet.rows[0]?.[at + 1], 'Dòng');
      assert.ok([1, 2].includes(sheet.rows[1]?.[at] as number), sheet.name);
    }
  });

  it('changes nothing where the file has no pages', async () => {
    const silent = { ...WORD_FILE, warnings: [] };
    assert.equal(
      writeTable(SAMPLE_READING, SAMPLE_TEXT, { origin: silent, unread: true }),
      writeTable(SAMPLE_READING, SAMPLE_TEXT, { unread: true }),
    );
    assert.deepEqual(
      await writeWorkbook(SAMPLE_READING, SAMPLE_TEXT, { origin: silent }),
      await writeWorkbook(SAMPLE_READING, SAMPLE_TEXT),
    );
  });
});

describe('the JSON of a scan', () => {
  const schema = readingSchema();
  const json = JSON.parse(writeJson(toJson(DOUBTFUL, 'a.pdf', SAMPLE_SCAN)));

  it('keeps the schema', () => {
    assert.deepEqual(findSchemaProblems(schema, json), []);
    const word = JSON.parse(writeJson(toJson(SAMPLE_READING, 'a.docx', WORD_FILE)));
    assert.deepEqual(findSchemaProblems(schema, word), []);
    assert.deepEqual(word.source, { format: 'docx', pages: [], warnings: SAMPLE_SCAN.warnings });
  });

  it('says where each item stands, the number of a target, every line of a task', () => {
    const [place] = json.targets[0].places;
    const found = SAMPLE_SCAN.placesOf(SAMPLE_READING.targets[0]?.valueSpan ?? { start: 0, end: 0 })[0];
    assert.equal(place.page, found?.page);
    assert.ok(Math.abs(place.box.x - (found?.box.x ?? 0)) <= 0.05);
    assert.equal(json.tasks[0].places.length, 2);
    for (const list of ['results', 'citations', 'reporting', 'unread', 'issues']) {
      for (const item of json[list]) assert.ok(item.places.length > 0, list);
    }
    assert.equal(json.document.places.symbol[0].page, 1);
  });

  it('has no places for files without pages, nor a source where only the text was given', () => {
    const word = toJson(SAMPLE_READING, 'a.docx', WORD_FILE);
    assert.equal('places' in (word.targets[0] ?? {}), false);
    assert.equal('places' in word.document, false);
    assert.equal('source' in toJson(SAMPLE_READING, 'a.txt'), false);
  });
});

describe('the warnings about a file', () => {
  it('stand in every form that people read', async () => {
    const words = 'Tệp có tệp khác đính kèm';
    assert.ok(writeTable(SAMPLE_READING, SAMPLE_TEXT, { origin: WORD_FILE }).includes(words));
    assert.ok(writeMarkdown(SAMPLE_READING, SAMPLE_TEXT, { origin: WORD_FILE }).includes(words));
    const workbook = await readXlsx(await writeWorkbook(SAMPLE_READING, SAMPLE_TEXT, { origin: WORD_FILE }));
    assert.ok(workbook.sheets[0]?.rows.flat().some((value) => String(value).includes(words)));
  });
});

describe('a doubt of recognition', () => {
  it('is marked beside the value in the table and in Markdown', () => {
    const table = writeTable(DOUBTFUL, SAMPLE_TEXT, { unread: true, origin: SAMPLE_SCAN });
    for (const words of ['> 9% ?', '07-NQ/TU ?', '05/12/2020 ?', '15 ?']) assert.ok(table.includes(words), words);
    assert.ok(table.includes('? cần kiểm tra'));
    assert.ok(writeMarkdown(DOUBTFUL, SAMPLE_TEXT).includes('&gt; 9% ?'));
  });

  it('tints the cell of the workbook', async () => {
    const bytes = await writeWorkbook(DOUBTFUL, SAMPLE_TEXT, { origin: SAMPLE_SCAN });
    const workbook = await readXlsx(bytes, { readStyles: true });
    const sheet = workbook.sheets.find((s) => s.name === 'Chỉ tiêu');
    const at = (header: string) => (sheet?.rows[0] ?? []).indexOf(header);
    const fill = (header: string) => JSON.stringify(sheet?.cells?.get(`1,${at(header)}`)?.style?.fill ?? null);
    assert.match(fill('Giá trị'), /FFF4CC/);
    assert.doesNotMatch(fill('ĐVT'), /FFF4CC/);
    assert.equal(sheet?.rows[1]?.[at('Độ tin cậy')], 'Cần kiểm tra');
  });
});

describe('pictures of doubtful numbers', () => {
  const crops = [{ span: spanOf('52,50%'), page: 1, path: 'nghị quyết (1).crops/trang-001-01.png' }];
  const scan: Origin = { ...SAMPLE_SCAN, crops };

  it('stand in the Markdown report beside what was read', () => {
    const report = writeMarkdown(SAMPLE_READING, SAMPLE_TEXT, { origin: scan });
    const row = report.split('\n').find((line) => line.includes('!['));
    const address = 'ngh%E1%BB%8B%20quy%E1%BA%BFt%20%281%29.crops/trang-001-01.png';
    assert.equal(row, `| 1 | 52,50% ? | (5) Tỷ lệ che phủ rừng 52,50%. | ![](${address}) | tr. 1 |`);
    assert.equal(writeMarkdown(SAMPLE_READING, SAMPLE_TEXT, { origin: SAMPLE_SCAN }).includes('!['), false);
  });

  it('are listed in the JSON, by its schema', () => {
    const json = JSON.parse(writeJson(toJson(SAMPLE_READING, 'a.pdf', scan)));
    assert.deepEqual(findSchemaProblems(readingSchema(), json), []);
    assert.deepEqual(json.source.crops, crops);
  });
});

describe('the words for a file', () => {
  it('say what it is and how much of it was recognised', () => {
    const text = { number: 3, width: 595, height: 842, source: 'text' as const, confidence: null };
    assert.equal(originWords(SAMPLE_SCAN), 'PDF, 2 trang, nhận dạng chữ từ ảnh');
    assert.equal(
      originWords({ ...SAMPLE_SCAN, pages: [...SAMPLE_SCAN.pages, text] }),
      'PDF, 3 trang, 2 trang nhận dạng chữ từ ảnh',
    );
    assert.equal(originWords({ ...SAMPLE_SCAN, pages: [text] }), 'PDF, 1 trang');
    assert.equal(originWords(WORD_FILE), 'Word (.docx)');
  });
});
