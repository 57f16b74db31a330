import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unzipSync } from 'fflate';
import { readXlsx, type Sheet } from 'hucre/xlsx';
import type { Reading } from '#reading/model.ts';
import { SAMPLE_READING, SAMPLE_TEXT } from '#test/support/reading-sample.ts';
import { writeWorkbook } from './workbook.ts';

const bytes = await writeWorkbook(SAMPLE_READING, SAMPLE_TEXT, { file: 'mau.txt' });
const workbook = await readXlsx(bytes, { readStyles: true });

function sheet(name: string, of = workbook): Sheet {
  const found = of.sheets.find((s) => s.name === name);
  assert.ok(found, name);
  return found;
}

/** The values under a header. */
function column(of: Sheet, header: string): unknown[] {
  const at = (of.rows[0] ?? []).indexOf(header);
  assert.ok(at >= 0, header);
  return of.rows.slice(1).map((row) => row[at] ?? null);
}

const xml = (file: string, of = bytes) => new TextDecoder().decode(unzipSync(of)[file]);
const sheetXml = (index: number) => xml(`xl/worksheets/sheet${index}.xml`);

describe('the workbook', () => {
  it('has a sheet a kind, and the document itself', () => {
    assert.deepEqual(
      workbook.sheets.map((s) => s.name),
      ['Tổng hợp', 'Chỉ tiêu', 'Kết quả', 'Nhiệm vụ', 'Viện dẫn', 'Báo cáo', 'Chưa đọc', 'Cần kiểm tra', 'Nguyên văn'],
    );
  });

  it('gives the same bytes for the same reading', async () => {
    assert.deepEqual(await writeWorkbook(SAMPLE_READING, SAMPLE_TEXT, { file: 'mau.txt' }), bytes);
  });

  it('holds targets as real numbers in the printed precision', () => {
    const targets = sheet('Chỉ tiêu');
    assert.deepEqual(column(targets, 'Giá trị'), [9, 12000, 7000, 0.5, 1200, 52.5]);
    assert.deepEqual(column(targets, 'Đến'), [null, null, null, 0.6, null, null]);
    assert.deepEqual(column(targets, 'Yêu cầu'), ['trên', 'ít nhất', 'trên', 'giảm từ … đến', 'tăng khoảng', 'đạt']);
    assert.deepEqual(column(targets, 'Thuộc TT'), [null, null, 2, null, null, null]);
    const at = (targets.rows[0] ?? []).indexOf('Giá trị');
    const formats = [1, 2, 4, 6].map((row) => targets.cells?.get(`${row},${at}`)?.style?.numFmt);
    assert.deepEqual(formats, ['#,##0', '#,##0', '#,##0.0', '#,##0.00']);
  });

  it('holds deadlines as real dates', () => {
    const [first, none, last] = column(sheet('Nhiệm vụ'), 'Thời hạn');
    assert.deepEqual(first, new Date(Date.UTC(2021, 2, 31)));
    assert.equal(none, null);
    assert.deepEqual(last, new Date(Date.UTC(2021, 5, 29)));
    assert.deepEqual(column(sheet('Viện dẫn'), 'Ngày')[0], new Date(Date.UTC(2020, 0, 1)));
  });

  it('quotes the sentence and names the line in every row', () => {
    for (const [name, quote] of [
      ['Chỉ tiêu', 'Trích nguyên văn'],
      ['Kết quả', 'Trích nguyên văn'],
      ['Nhiệm vụ', 'Nội dung nhiệm vụ (trích nguyên văn)'],
      ['Viện dẫn', 'Trích nguyên văn'],
      ['Báo cáo', 'Trích nguyên văn'],
      ['Chưa đọc', 'Trong câu'],
      ['Cần kiểm tra', 'Trích nguyên văn'],
    ] as const) {
      const lines = SAMPLE_TEXT.split('\n');
      const quotes = column(sheet(name), quote);
      assert.ok(quotes.length > 0);
      for (const [i, line] of column(sheet(name), 'Dòng').entries()) {
        const words = String(quotes[i]).slice(0, 20);
        assert.ok(lines[(line as number) - 1]?.includes(words), `${name} ${i + 1}: ${words}`);
      }
    }
  });

  it('leads from a line number to that line of the document', () => {
    assert.match(sheetXml(2), /<hyperlink ref="N2" location="&apos;Nguyên văn&apos;!A11"/);
    assert.equal(sheet('Nguyên văn').rows[10]?.[0], 10);
    assert.ok(String(sheet('Nguyên văn').rows[10]?.[1]).includes('trên 9%'));
  });

  it('is set up for printing and for filtering', () => {
    for (let i = 2; i <= 8; i++) {
      const part = sheetXml(i);
      assert.match(part, /<pane ySplit="1"[^>]*state="frozen"/);
      assert.match(part, /<autoFilter ref="A1:/);
      assert.match(part, /paperSize="9" orientation="landscape"/);
      assert.match(part, /fitToHeight="0"/);
      assert.match(part, /Trang &amp;P\/&amp;N/);
    }
    const titles = [...xml('xl/workbook.xml').matchAll(/_xlnm\.Print_Titles"[^>]*>([^<]*)</g)].map((m) => m[1]);
    assert.equal(titles.length, 8);
    for (const title of titles) assert.match(title ?? '', /^'[^']+'!\$1:\$1$/);
    assert.match(xml('xl/styles.xml'), /<name val="Times New Roman"\/>/);
    assert.equal(xml('xl/styles.xml').includes('Calibri'), false);
  });

  it('carries no clock', () => {
    const core = xml('docProps/core.xml');
    assert.deepEqual([...new Set(core.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g))], ['2000-01-01T00:00:00Z']);
  });
});

describe('a workbook of strange texts', () => {
  it('keeps what looks like a formula as text', async () => {
    const hostile = ['=1+1', '+84', '-5', '@SUM(A1)', '#N/A', '#REF!'];
    const task = SAMPLE_READING.tasks[0] as Reading['tasks'][0];
    const reading = { ...SAMPLE_READING, tasks: hostile.map((quote) => ({ ...task, quote })) };
    const made = await writeWorkbook(reading, SAMPLE_TEXT);
    const again = await readXlsx(made);
    assert.deepEqual(column(sheet('Nhiệm vụ', again), 'Nội dung nhiệm vụ (trích nguyên văn)'), hostile);
    const part = xml('xl/worksheets/sheet4.xml', made);
    assert.equal(/<f>|t="e"/.test(part), false);
  });

  it('takes control characters, lone surrogates and very long texts', async () => {
    const task = SAMPLE_READING.tasks[0] as Reading['tasks'][0];
    const quotes = ['a\u0000b\u001bc', 'x\ud800y', 'dài '.repeat(20_000)];
    const reading = { ...SAMPLE_READING, tasks: quotes.map((quote) => ({ ...task, quote })) };
    const again = await readXlsx(await writeWorkbook(reading, SAMPLE_TEXT));
    const [first, second, third] = column(sheet('Nhiệm vụ', again), 'Nội dung nhiệm vụ (trích nguyên văn)');
    assert.equal(first, 'abc');
    assert.equal(second, 'x\ufffdy');
    assert.equal(String(third).length, 32_767);
  });

  it('says so where there is nothing', async () => {
    const empty = { ...SAMPLE_READING, targets: [], results: [], tasks: [], citations: [], reporting: [], issues: [] };
    const again = await readXlsx(await writeWorkbook({ ...empty, unread: [] }, SAMPLE_TEXT));
    assert.equal(sheet('Chỉ tiêu', again).rows[1]?.[0], 'Văn bản không có chỉ tiêu bằng số.');
    assert.equal(sheet('Chưa đọc', again).rows[1]?.[0], 'Mọi con số và lời giao việc đều đã được đọc.');
  });
});
