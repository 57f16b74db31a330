/**
 * `npm run demo:read`: reads the five real documents in samples/, shows what was found, and writes it to out/ in every format.
 * It never opens the network.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { colourOf, widthOfTerminal } from '#cli/terminal.ts';
import type { Reading } from '#reading/model.ts';
import { read } from '#reading/read.ts';
import { listAgencies } from '#render/agencies.ts';
import { writeAkn } from '#render/akn.ts';
import { formatCount, formatDecimal } from '#render/figure.ts';
import { COLOUR_PAINT, layGrid, PLAIN_PAINT } from '#render/grid.ts';
import { toJson, writeJson } from '#render/json.ts';
import { writeMarkdown } from '#render/markdown.ts';
import type { Column, Section } from '#render/report.ts';
import { writeTable } from '#render/table.ts';
import { wrap } from '#render/width.ts';
import { countDoubtful, documentName } from '#render/words.ts';
import { writeWorkbook } from '#render/workbook.ts';

/** The document shown in full: it has targets, tasks, agencies, deadlines and citations. */
const SHOWN = '004';

const COUNT: Pick<Column, 'align'> = { align: 'right' };
const root = fileURLToPath(new URL('..', import.meta.url));
const width = Math.max(60, widthOfTerminal());
const colour = colourOf(process.stdout);
const paint = colour ? COLOUR_PAINT : PLAIN_PAINT;

interface Done {
  readonly file: string;
  readonly text: string;
  readonly reading: Reading;
  readonly milliseconds: number;
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await demo();

async function demo(): Promise<number> {
  const started = performance.now();
  const samples = join(root, 'samples');
  const files = readdirSync(samples).filter((name) => name.endsWith('.txt'));
  say(paint.strong, 'BÁM SÁT – đọc nghị quyết thành bảng theo dõi: chỉ tiêu, nhiệm vụ, cơ quan, thời hạn, viện dẫn.');
  say(
    (line) => line,
    `Dưới đây là ${files.length} văn bản thật của ba tỉnh, đọc ngay bây giờ từ thư mục samples, để nguyên như khi nhận: vỡ dòng, lỗi quét, chú thích lọt giữa câu.`,
  );
  say(
    paint.faint,
    'Bám Sát reads resolutions of Vietnamese provinces. What follows was read just now from the texts in samples/; nothing was fetched.',
  );
  const done = files.map((name) => readOne(join('samples', name)));

  print('', paint.strong('NĂM VĂN BẢN'), ...layGrid(summary(done), width, paint));
  const shown = done.find(({ file }) => file.includes(`${SHOWN}_`)) ?? done[0];
  if (!shown) return 1;
  print(
    '',
    paint.strong('MỘT VĂN BẢN, ĐỌC HẾT'),
    writeTable(shown.reading, shown.text, { width, colour, file: shown.file }),
  );

  const out = join(root, 'out');
  await writeAll(done, out);
  print(paint.strong('ĐÃ GHI RA THƯ MỤC'), ...whereTo(out), '');
  print(paint.strong('THỬ TIẾP'), ...nextCommands(shown.file), '');
  say(
    (line) => line,
    'Máy đọc chưa phải lúc nào cũng đúng: chỗ chưa chắc mang dấu ? hoặc ??, chỗ chưa đọc được vẫn được liệt kê, câu trích giữ nguyên để người đối chiếu. Độ chính xác đã đo: docs/benchmarks/reading.md.',
  );
  print(paint.faint(`Xong sau ${formatDecimal(((performance.now() - started) / 1000).toFixed(1))} giây.`));
  return 0;
}

function readOne(file: string): Done {
  const text = readFileSync(join(root, file), 'utf8');
  const before = performance.now();
  const reading = read(text);
  return { file, text, reading, milliseconds: performance.now() - before };
}

/** A row for each document, and one for all. */
function summary(done: readonly Done[]): Section {
  const counts = done.map(({ reading, milliseconds }) => [
    reading.targets.length,
    reading.results.length,
    reading.tasks.length,
    listAgencies(reading.tasks).length,
    reading.tasks.reduce((sum, task) => sum + task.deadlines.length, 0),
    reading.citations.length,
    reading.issues.length + countDoubtful(reading),
    Math.round(milliseconds),
  ]);
  const row = (number: string, name: string, numbers: readonly number[]) => [
    { text: number },
    { text: name },
    ...numbers.map((n) => ({ text: formatCount(n) })),
  ];
  const all = counts.reduce((sum, numbers) => sum.map((n, i) => n + (numbers[i] ?? 0)), new Array(8).fill(0));
  return {
    title: 'Năm văn bản',
    columns: [
      { title: 'TT', ...COUNT },
      { title: 'Văn bản', weight: 1, least: 14 },
      { title: 'Chỉ tiêu', ...COUNT },
      { title: 'Kết quả', ...COUNT },
      { title: 'Nhiệm vụ', ...COUNT },
      { title: 'Cơ quan', ...COUNT },
      { title: 'Thời hạn', ...COUNT },
      { title: 'Viện dẫn', ...COUNT },
      { title: 'Cần xem', ...COUNT },
      { title: 'ms', ...COUNT },
    ],
    rows: [...done.map(({ reading }, i) => row(String(i + 1), nameOf(reading), counts[i] ?? [])), row('', 'Cộng', all)],
  };
}

function nameOf(reading: Reading): string {
  const { province, planYear } = reading.document;
  return [documentName(reading), province, planYear && `năm ${planYear}`].filter(Boolean).join(', ');
}

/** All formats of all documents. */
async function writeAll(done: readonly Done[], out: string): Promise<void> {
  mkdirSync(out, { recursive: true });
  for (const { file, text, reading } of done) {
    const stem = join(out, (file.split(/[\\/]/).at(-1) ?? file).replace(/\.txt$/, ''));
    writeFileSync(`${stem}.xlsx`, await writeWorkbook(reading, text, { file }));
    writeFileSync(`${stem}.md`, writeMarkdown(reading, text, { file, unread: true }));
    writeFileSync(`${stem}.json`, writeJson(toJson(reading, file)));
    writeFileSync(`${stem}.akn`, writeAkn(reading, text, { file }));
  }
}

function whereTo(out: string): string[] {
  const here = relative(process.cwd(), out) || '.';
  return [
    `  ${here}/*.xlsx   bảng tính cho văn phòng: in được, lọc được, bấm số dòng để về nguyên văn`,
    `  ${here}/*.md     báo cáo Markdown, kèm chỗ chưa đọc được`,
    `  ${here}/*.json   dữ liệu cho phần mềm khác (docs/reading.schema.json)`,
    `  ${here}/*.akn    Akoma Ntoso 1.0, giữ toàn bộ nguyên văn`,
  ];
}

function nextCommands(file: string): string[] {
  return [
    `  npx bamsat read ${file} --unread        thêm những gì chưa đọc được`,
    '  npx bamsat read van-ban-cua-toi.txt --format xlsx --out out',
    '  npx bamsat read --help',
  ];
}

function say(style: (line: string) => string, words: string): void {
  print(...wrap(words, width).map(style));
}

function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
