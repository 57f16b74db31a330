/** `bamsat read`: reads each file, writes each result, and goes on after a file that it cannot read. */
import { join } from 'node:path';
import { exhaustive } from '#base/exhaustive.ts';
import { type Refusal, refusal } from '#base/refusal.ts';
import type { Reading } from '#reading/model.ts';
import { read } from '#reading/read.ts';
import { writeAkn } from '#render/akn.ts';
import { type JsonReading, toJson, writeJson } from '#render/json.ts';
import { writeMarkdown } from '#render/markdown.ts';
import { writeTable } from '#render/table.ts';
import { writeWorkbook } from '#render/workbook.ts';
import type { ReadOrder } from './arguments.ts';
import { complain, outputNames, print, writeWhole } from './output.ts';
import { startProgress } from './progress.ts';
import { fileRefusal, ownMistake, refusalLine } from './refusal.ts';
import { readSource } from './source.ts';
import { colourOf, widthOfTerminal } from './terminal.ts';

/** The exit code: 0 all read, 1 some unreadable, 2 the order can't be carried out. */
export async function runRead(order: ReadOrder): Promise<0 | 1 | 2> {
  const impossible = findImpossible(order);
  if (impossible) {
    complain(refusalLine(impossible));
    return 2;
  }
  const names = outputNames(order.files, order.format === 'table' ? 'txt' : order.format);
  const progress = startProgress(order.files.length);
  const collected: JsonReading[] = [];
  /** Several documents on standard output are one array. */
  const gathers = order.format === 'json' && order.out === null && order.files.length > 1;
  let printed = false;
  let unreadable = 0;
  const refuse = (file: string, why: Refusal) => {
    progress.clear();
    complain(refusalLine(why, file));
    unreadable++;
  };
  for (const [i, file] of order.files.entries()) {
    progress.show(i, file);
    const source = await readSource(file, order.mostBytes);
    if (!source.ok) {
      refuse(file, source.error);
      continue;
    }
    try {
      const reading = read(source.value, order.year === null ? {} : { planYear: order.year });
      if (gathers) {
        collected.push(toJson(reading, file));
        continue;
      }
      const content = await renderReading(reading, source.value, file, order);
      progress.clear();
      if (order.out === null) {
        if (!(await print(printed && typeof content === 'string' ? `\n${content}` : content))) break;
        printed = true;
        continue;
      }
      const path = join(order.out, names[i] as string);
      const failed = await writeWhole(path, content).then(() => null, fileRefusal);
      if (failed) refuse(path, failed);
      else if (!(await print(`${path}\n`))) break;
    } catch (error) {
      refuse(file, ownMistake(error));
    }
  }
  progress.clear();
  if (gathers) await print(writeJson(collected));
  return unreadable > 0 ? 1 : 0;
}

/** Results that standard output can't take. */
function findImpossible(order: ReadOrder): Refusal | null {
  if (order.out !== null) return null;
  const several = order.files.length > 1;
  if (order.format === 'xlsx' && (several || process.stdout.isTTY)) {
    return refusal(
      '--format xlsx cần --out THƯ-MỤC khi có nhiều tệp hoặc khi in ra màn hình',
      '--format xlsx needs --out DIR for several files or on a terminal',
    );
  }
  if (order.format === 'akn' && several) {
    return refusal('--format akn cần --out THƯ-MỤC khi có nhiều tệp', '--format akn needs --out DIR for several files');
  }
  return null;
}

/** What is written for one document. */
async function renderReading(
  reading: Reading,
  text: string,
  file: string,
  { format, unread, out }: ReadOrder,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'table': {
      const look = out === null ? { width: widthOfTerminal(), colour: colourOf(process.stdout) } : {};
      return writeTable(reading, text, { ...look, unread, file });
    }
    case 'md':
      return writeMarkdown(reading, text, { unread, file });
    case 'json':
      return writeJson(toJson(reading, file));
    case 'xlsx':
      return writeWorkbook(reading, text, { file });
    case 'akn':
      return writeAkn(reading, text, { file });
    default:
      return exhaustive(format);
  }
}
