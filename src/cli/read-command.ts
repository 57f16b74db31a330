/** `bamsat read`: opens and reads each file, writes each result, and goes on after a file that it cannot read. */
import { join, resolve } from 'node:path';
import { type Refusal, refusal } from '#base/refusal.ts';
import { err, ok, type Result } from '#base/result.ts';
import type { Document } from '#document/model.ts';
import { createOpener, type Opener } from '#document/open.ts';
import { read } from '#reading/read.ts';
import { type JsonReading, writeJson } from '#render/json.ts';
import type { Crop } from '#render/origin.ts';
import type { ReadOrder } from './arguments.ts';
import { writeCrops } from './crops.ts';
import { renderDocument, toJsonReading } from './forms.ts';
import { type Interrupt, watchInterrupt } from './interrupt.ts';
import { complain, outputNames, print, writeWhole } from './output.ts';
import { type Progress, startProgress } from './progress.ts';
import { ownMistake, refusalLine, systemRefusal, warningLine, withOption } from './refusal.ts';
import { readSource } from './source.ts';

/** The exit code: 0 all read, 1 some unreadable, 2 the order can't be carried out, above 128 stopped by a signal. */
export async function runRead(order: ReadOrder): Promise<number> {
  const impossible = findImpossible(order);
  if (impossible) {
    complain(refusalLine(impossible));
    return 2;
  }
  const opener = createOpener({ limits: order.limits });
  const interrupt = watchInterrupt();
  const progress = startProgress(order.files.length);
  try {
    const unreadable = await new Run(order, opener, interrupt, progress).all();
    return interrupt.code() ?? (unreadable > 0 ? 1 : 0);
  } finally {
    progress.clear();
    await opener.close();
    interrupt.end();
  }
}

/** One call of the command. */
class Run {
  readonly #order: ReadOrder;
  readonly #opener: Opener;
  readonly #interrupt: Interrupt;
  readonly #progress: Progress;
  /** Several documents on standard output are one array. */
  readonly #gathered: JsonReading[] | null;
  #printed = false;
  #unreadable = 0;

  constructor(order: ReadOrder, opener: Opener, interrupt: Interrupt, progress: Progress) {
    this.#order = order;
    this.#opener = opener;
    this.#interrupt = interrupt;
    this.#progress = progress;
    this.#gathered = order.format === 'json' && order.out === null && order.files.length > 1 ? [] : null;
  }

  /** How many files could not be read. */
  async all(): Promise<number> {
    const names = outputNames(this.#order.files, EXTENSIONS[this.#order.format]);
    for (const [i, file] of this.#order.files.entries()) {
      this.#progress.show(i, file);
      const goOn = await this.#one(file, names[i] as string).catch((error) => this.#refuse(file, ownMistake(error)));
      if (!goOn || this.#interrupt.signal.aborted) break;
    }
    this.#progress.clear();
    if (this.#gathered && !this.#interrupt.signal.aborted) await print(writeJson(this.#gathered));
    return this.#unreadable;
  }

  /** False when nobody reads any more. */
  async #one(file: string, name: string): Promise<boolean> {
    const order = this.#order;
    const opened = await this.#open(file);
    if (!opened.ok) return this.#refuse(file, opened.error);
    const { document, bytes } = opened.value;
    if (!saysWarnings(order)) {
      this.#progress.clear();
      for (const warning of document.warnings) complain(warningLine(warning, file));
    }
    if (order.format === 'text') return this.#write(file, name, document.text);
    const reading = read(document.text, {
      ...(order.year === null ? {} : { planYear: order.year }),
      doubts: document.doubts,
    });
    if (this.#gathered) {
      this.#gathered.push(toJsonReading(reading, document, file));
      return true;
    }
    const crops = bytes ? await this.#cut(file, name, document, bytes) : [];
    return this.#write(file, name, await renderDocument(reading, document, file, order, crops));
  }

  /** The bytes are let go of as soon as the process that opens them has them, unless pictures are to be cut from its pages. */
  async #open(file: string): Promise<Result<{ document: Document; bytes: Uint8Array | null }, Refusal>> {
    const { limits, pages, ocr, crops } = this.#order;
    const { signal } = this.#interrupt;
    const source = await readSource(file, limits.bytes, signal);
    if (!source.ok) return source;
    const onProgress = ({ done, total }: { done: number; total: number }) => this.#progress.step(done, total);
    const options = { pages, ocr, limits, signal, onProgress, consume: !crops };
    const opened = await this.#opener.open(source.value, file, options);
    if (!opened.ok) {
      // No copy of a state secret stays, not even until the memory is used again.
      if (opened.error.code === 'secret' && source.value.length > 0) source.value.fill(0);
      return err(withOption(opened.error));
    }
    const document = opened.value;
    return ok({ document, bytes: crops && document.doubts.length > 0 ? source.value : null });
  }

  /** The pictures of doubtful numbers, in a folder beside the result. */
  async #cut(file: string, name: string, document: Document, bytes: Uint8Array): Promise<readonly Crop[]> {
    const { out, limits, format } = this.#order;
    if (out === null) return [];
    const folder = join(out, `${name.slice(0, -EXTENSIONS[format].length - 1)}.crops`);
    const order = { bytes, file, document, folder, limits, signal: this.#interrupt.signal };
    const { crops, missing } = await writeCrops(this.#opener, order);
    if (missing) this.#refuse(folder, missing);
    return crops;
  }

  async #write(file: string, name: string, content: string | Uint8Array): Promise<boolean> {
    this.#progress.clear();
    const { out, format } = this.#order;
    if (out === null) {
      const apart = this.#printed && typeof content === 'string' && format !== 'text' ? `\n${content}` : content;
      this.#printed = true;
      return print(apart);
    }
    const path = join(out, name);
    if (resolve(path) === resolve(file)) return this.#refuse(path, OVER_ITSELF);
    const failed = await writeWhole(path, content).then(() => null, systemRefusal);
    return failed ? this.#refuse(path, failed) : print(`${path}\n`);
  }

  #refuse(file: string, why: Refusal): true {
    this.#progress.clear();
    complain(refusalLine(why, file));
    this.#unreadable++;
    return true;
  }
}

const EXTENSIONS: Readonly<Record<ReadOrder['format'], string>> = {
  table: 'txt',
  json: 'json',
  xlsx: 'xlsx',
  akn: 'akn',
  md: 'md',
  text: 'text.txt',
};

const OVER_ITSELF = refusal(
  'kết quả sẽ ghi đè chính tệp gốc; hãy chọn thư mục khác',
  'the result would replace the file itself; choose another folder',
);

/** Whether what is printed shows the warnings about a file itself. */
function saysWarnings({ format, out }: ReadOrder): boolean {
  return out === null && (format === 'table' || format === 'md' || format === 'json');
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
  if ((order.format === 'akn' || order.format === 'text') && several) {
    const asked = order.format === 'text' ? '--text' : '--format akn';
    return refusal(`${asked} cần --out THƯ-MỤC khi có nhiều tệp`, `${asked} needs --out DIR for several files`);
  }
  return null;
}
