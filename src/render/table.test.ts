import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkGolden } from '#test/support/golden.ts';
import { SAMPLE_READING, SAMPLE_TEXT } from '#test/support/reading-sample.ts';
import { writeTable } from './table.ts';
import { widthOf } from './width.ts';

const table = (options: Parameters<typeof writeTable>[2] = {}) => writeTable(SAMPLE_READING, SAMPLE_TEXT, options);
// biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes are what is looked for
const CODES = /\u001b\[[0-9;]*m/g;

describe('the table for a terminal', () => {
  it('looks as it should at 120 and at 60 places', () => {
    checkGolden('test/golden/render/table-120.txt', table({ unread: true, file: 'samples/mau.txt' }));
    checkGolden('test/golden/render/table-60.txt', table({ unread: true, width: 60 }));
  });

  for (const width of [60, 72, 80, 100, 120, 200]) {
    it(`keeps within ${width} places`, () => {
      for (const line of table({ width, unread: true }).split('\n')) {
        assert.ok(widthOf(line) <= width, `${widthOf(line)}: ${line}`);
      }
    });
  }

  it('never goes under 60 places', () => {
    assert.equal(table({ width: 10 }), table({ width: 60 }));
  });

  it('has the same words with colours as without', () => {
    const coloured = table({ colour: true });
    assert.notEqual(coloured, table());
    assert.equal(coloured.replace(CODES, '').replace(/ +$/gm, ''), table());
  });

  it('lists what could not be read only when asked', () => {
    assert.equal(table().includes('CHƯA ĐỌC ĐƯỢC'), false);
    assert.ok(table({ unread: true }).includes('CHƯA ĐỌC ĐƯỢC (2)'));
  });

  it('lets no document send commands to the terminal', () => {
    const reading = { ...SAMPLE_READING, document: { ...SAMPLE_READING.document, title: 'a\u001b[2Jb\u202ec\u0007' } };
    assert.ok(writeTable(reading, SAMPLE_TEXT).includes('a[2Jbc'));
  });

  it('says so when a document holds nothing', () => {
    const empty = { ...SAMPLE_READING, targets: [], results: [], tasks: [], citations: [], reporting: [], issues: [] };
    const out = writeTable(empty, SAMPLE_TEXT);
    assert.ok(out.includes('0 chỉ tiêu · 0 nhiệm vụ'));
    assert.ok(out.includes('Không có trong văn bản: chỉ tiêu, kết quả, nhiệm vụ'));
  });
});
