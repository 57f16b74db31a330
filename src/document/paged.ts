/**
 * Files that have pages, PDF and pictures: every page is read as text or recognised, and then all of them are laid out.
 * The picture of a page is drawn when a recogniser is free for it and dropped afterwards, however many pages there are.
 */
import { availableParallelism } from 'node:os';
import { err, ok, type Result } from '#base/result.ts';
import type { Content } from './block.ts';
import { layOut } from './layout/layout.ts';
import { limitsOf } from './limits.ts';
import { collect } from './memory.ts';
import type { DocumentPage, FileRefusal, OpenOptions } from './model.ts';
import { createRecogniser, type Recogniser } from './ocr/recogniser.ts';
import type { PageContent } from './page.ts';
import { openPages, type PageSource } from './page-source.ts';
import { pageWarnings, type ReadPage } from './page-warnings.ts';
import { CANCELLED, NO_TEXT, NO_TEXT_WITHOUT_OCR, noSuchPage, tooManyPages } from './refusals.ts';
import { isPageMarked, SECRET } from './secrecy.ts';
import { hasMarkedStamp, hasRedStamp } from './secrecy-stamp.ts';
import { shownSize, turnBack } from './turned.ts';

export async function readPages(
  bytes: Uint8Array,
  format: 'pdf' | 'image',
  options: OpenOptions & { readonly consume?: boolean },
): Promise<Result<Content, FileRefusal>> {
  const opened = await openPages(bytes, format, options.consume);
  if (!opened.ok) return opened;
  const source = opened.value;
  const read = await readAndClose(source, options);
  collect();
  if (!read.ok) return read;
  const pages = read.value;
  if (pages.every(({ content }) => content.words.length === 0)) {
    return err(pages.some(({ lacksText }) => lacksText) ? NO_TEXT_WITHOUT_OCR : NO_TEXT);
  }
  const contents = pages.map(({ content }) => content);
  const blocks = turnBack(layOut(contents), contents);
  const warnings = [...source.warnings, ...pageWarnings(pages)];
  return ok({ format, pages: contents.map(describe), blocks, warnings });
}

/** The file and the threads are gone before the layout begins: it needs neither, and much memory of its own. */
async function readAndClose(source: PageSource, options: OpenOptions): Promise<Result<ReadPage[], FileRefusal>> {
  const reader = new PageReader(source, options);
  try {
    return await reader.read();
  } finally {
    await reader.close();
    source.close();
  }
}

function describe(page: PageContent): DocumentPage {
  const { number, source, words } = page;
  const known = words.flatMap((word) => (word.confidence === null ? [] : [word.confidence]));
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  return { number, ...shownSize(page), source, confidence: known.length === 0 ? null : mean };
}

/** How a page is read: as the file says it, by recognition, or not at all. */
type Way = 'text' | 'ocr' | 'none';

class PageReader {
  readonly #source: PageSource;
  readonly #options: OpenOptions;
  /** Pages that are recognised side by side. */
  readonly #threads: number;
  #recogniser: Promise<Recogniser> | null = null;
  readonly #read = new Map<number, ReadPage>();
  /** The first refusal ends everything. */
  #refusal: FileRefusal | null = null;
  #first = 1;
  #last = 1;
  #done = 0;

  constructor(source: PageSource, options: OpenOptions) {
    this.#source = source;
    this.#options = options;
    const room = Math.floor((limitsOf(options.limits).megabytes - BASE_MEGABYTES) / THREAD_MEGABYTES);
    this.#threads = Math.max(1, Math.min(availableParallelism(), room));
  }

  /** The pages asked for, in order. */
  async read(): Promise<Result<ReadPage[], FileRefusal>> {
    this.#refusal = this.#choosePages();
    const scanned = this.#refusal ? [] : await this.#readTexts();
    await this.#recogniseAll(scanned);
    if (this.#refusal) return err(this.#refusal);
    const pages = [...this.#read.values()].filter(({ content }) => this.#isAskedFor(content.number));
    return ok(pages.sort((a, b) => a.content.number - b.content.number));
  }

  async close(): Promise<void> {
    await (await this.#recogniser)?.close();
  }

  #choosePages(): FileRefusal | null {
    const { pageCount } = this.#source;
    const { from, to: asked } = this.#options.pages ?? { from: 1, to: pageCount };
    if (!(from >= 1 && from <= pageCount)) return noSuchPage(from, pageCount);
    // `7-` goes on to the end, and `1-5` of a file of three pages is all of it.
    const to = Math.min(asked, pageCount);
    if (!(to >= from)) return noSuchPage(to, pageCount);
    this.#first = from;
    this.#last = to;
    const most = limitsOf(this.#options.limits).pages;
    return to - from >= most ? tooManyPages(to - from + 1, most) : null;
  }

  #isAskedFor(page: number): boolean {
    return page >= this.#first && page <= this.#last;
  }

  /** Reads what the file itself says and returns the pages that must be recognised. */
  async #readTexts(): Promise<number[]> {
    const scanned: number[] = [];
    // The first page is always looked at: it carries the mark of a secret, whichever pages are asked for.
    if (this.#first > 1) await this.#readText(1, scanned);
    for (let page = this.#first; page <= this.#last && this.#goesOn(); page++) {
      await this.#readText(page, scanned);
    }
    return scanned;
  }

  async #readText(page: number, scanned: number[]): Promise<void> {
    const way = this.#wayOf(page);
    if (way === 'ocr') {
      scanned.push(page);
      return;
    }
    const empty: PageContent = { number: page, ...this.#source.pageSize(page), source: 'text', words: [], rules: [] };
    const content = way === 'text' ? (this.#source.content(page) ?? empty) : empty;
    if (page === 1 && way === 'text') await this.#lookForStamp();
    this.#keep({ content, lacksText: way === 'none', foreign: this.#source.textQuality(page) === 'hidden' });
  }

  #wayOf(page: number): Way {
    const mode = this.#options.ocr ?? 'auto';
    if (mode === 'always') return 'ocr';
    const quality = this.#source.textQuality(page);
    if (quality === 'good') return 'text';
    // What somebody else's recognition left marks no doubts: our own reading is to be preferred.
    if (mode === 'auto') return 'ocr';
    return quality === 'hidden' ? 'text' : 'none';
  }

  /** The stamp on a page with text is a picture on it. */
  async #lookForStamp(): Promise<void> {
    if (this.#options.ocr === 'never') return;
    const sketch = await this.#source.raster(1, SKETCH_DPI);
    if (!sketch.ok || !hasRedStamp(sketch.value)) return;
    const drawn = await this.#source.raster(1, this.#source.bestDpi(1));
    if (drawn.ok && (await hasMarkedStamp(drawn.value, await this.#getRecogniser()))) this.#refusal = SECRET;
  }

  async #recogniseAll(pages: readonly number[]): Promise<void> {
    let next = 0;
    const work = async () => {
      while (next < pages.length && this.#goesOn()) await this.#recognise(pages[next++] as number);
    };
    // One page more than there are threads is drawn, so that no thread waits for a picture.
    const lanes = Math.min(pages.length, this.#threads + 1);
    await Promise.all(Array.from({ length: lanes }, work));
  }

  async #recognise(page: number): Promise<void> {
    const drawn = await this.#source.raster(page, this.#source.bestDpi(page));
    if (!drawn.ok) {
      this.#refusal ??= drawn.error;
      return;
    }
    const recogniser = await this.#getRecogniser();
    if (page === 1 && (await hasMarkedStamp(drawn.value, recogniser))) this.#refusal = SECRET;
    if (!this.#goesOn()) return;
    const content = await recogniser.recognise(drawn.value, { number: page, ...this.#source.pageSize(page) });
    this.#keep({ content, lacksText: false, foreign: false });
  }

  #keep(page: ReadPage): void {
    const { content } = page;
    this.#read.set(content.number, page);
    if (content.number === 1 && isPageMarked(content)) this.#refusal = SECRET;
    if (!this.#isAskedFor(content.number)) return;
    this.#done++;
    this.#options.onProgress?.({ done: this.#done, total: this.#last - this.#first + 1, stage: content.source });
  }

  #goesOn(): boolean {
    if (this.#options.signal?.aborted) this.#refusal ??= CANCELLED;
    return this.#refusal === null;
  }

  #getRecogniser(): Promise<Recogniser> {
    const recogniser = this.#recogniser ?? createRecogniser({ workers: this.#threads });
    this.#recogniser = recogniser;
    return recogniser;
  }
}

/** What a process takes that opens a PDF, and each thread that recognises, with the picture it reads and the next. */
const BASE_MEGABYTES = 300;
const THREAD_MEGABYTES = 200;
/** Enough to see whether there is red ink. */
const SKETCH_DPI = 50;
