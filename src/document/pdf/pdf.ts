/**
 * A PDF file, page by page: the words and ruling lines that it holds, how far they can be believed, and pictures of its
 * pages. Damaged and hostile files end in a refusal, or in an empty page and a warning; nothing in them is ever run.
 */
import type { Issue } from '#base/issue.ts';
import { err, ok, type Result } from '#base/result.ts';
import { type FileRefusal, fileRefusal } from '#document/model.ts';
import type { PageContent } from '#document/page.ts';
import type { Raster } from '#document/raster.ts';
import { flattenAnnotations, hasFields, hasTextAnnotations } from './annotation.ts';
import { copyOf, formOf, type Loaded, load, refresh, unload, withPage } from './loaded.ts';
import { blankRaster, drawPage } from './page-raster.ts';
import { A4 } from './page-space.ts';
import { type PdfPage, readPage } from './pdf-page.ts';
import { getEngine, keepSpare, Trap, takeSpare } from './pdfium.ts';
import type { TextQuality } from './quality.ts';
import { issue, listRisks } from './risk.ts';

export interface Pdf {
  readonly pageCount: number;
  /** About the whole file, and about pages that turned out to be damaged so far. */
  readonly warnings: readonly Issue[];
  /** Points, as shown; pages count from 1. */
  pageSize(page: number): { readonly width: number; readonly height: number };
  textQuality(page: number): TextQuality;
  /**
   * Words and rules. Boxes of words reach from the ascent to the descent of their font, so words of one line stand on one
   * height. Words that run up or down the page come last, with tall boxes. A soft hyphen is kept at the end of a word.
   * On a page of quality `hidden` these are the words of the invisible layer.
   */
  content(page: number): PageContent;
  /** The page in RGB with stamps and signatures; a page of absurd size comes at a lower resolution than asked for. */
  raster(page: number, dpi: number): Raster;
  /** Resolution of the picture that a scanned page consists of; null when no picture covers most of the page. */
  imageDpi(page: number): number | null;
  close(): void;
}

const ERROR_PASSWORD = 4;
const ERROR_SECURITY = 5;

const ENCRYPTED = fileRefusal(
  'encrypted',
  'tệp PDF có mật khẩu; hãy bỏ mật khẩu rồi gửi lại',
  'the PDF is protected by a password; remove it and send the file again',
);
const DAMAGED = fileRefusal(
  'damaged',
  'tệp PDF bị hỏng, không mở được; hãy xin lại tệp hoặc in lại thành PDF',
  'the PDF is damaged and can’t be opened; get the file again or print it to PDF anew',
);
const NO_PAGES = fileRefusal('damaged', 'tệp PDF không có trang nào', 'the PDF has no pages');

/** Opens a PDF, in a copy of the bytes. */
export async function openPdf(bytes: Uint8Array): Promise<Result<Pdf, FileRefusal>> {
  const engine = await getEngine();
  // Ready before anything goes wrong, so that a page that fells PDFium doesn't take the others with it.
  await keepSpare();
  try {
    return engine.run(() => {
      const document = load(engine, bytes);
      if (!document) {
        const error = engine.pdfium.FPDF_GetLastError(0);
        return err(error === ERROR_PASSWORD || error === ERROR_SECURITY ? ENCRYPTED : DAMAGED);
      }
      const pageCount = engine.pdfium.FPDF_GetPageCount(document.handle);
      if (pageCount < 1) {
        unload(document);
        return err(NO_PAGES);
      }
      return ok(new OpenPdf(bytes.length, document, pageCount, listRisks(engine, document.handle, bytes)));
    });
  } catch (error) {
    if (!(error instanceof Trap)) throw error;
    return err(DAMAGED);
  }
}

class OpenPdf implements Pdf {
  readonly pageCount: number;
  readonly warnings: Issue[];
  readonly #size: number;
  #document: Loaded | null;
  /** The same bytes opened again, once a page has text in annotations. */
  #copy: Loaded | null = null;
  /** The page read last: its quality, content and resolution are asked for together. */
  #last: PdfPage | null = null;
  readonly #damaged = new Set<number>();

  constructor(size: number, document: Loaded, pageCount: number, warnings: Issue[]) {
    this.#size = size;
    this.#document = document;
    this.pageCount = pageCount;
    this.warnings = warnings;
  }

  pageSize(page: number): { readonly width: number; readonly height: number } {
    const size = this.#try(page, ({ engine, handle }) => {
      const { pdfium, scratch } = engine;
      if (pdfium.FPDF_GetPageSizeByIndexF(handle, page - 1, scratch) === 0) return null;
      const [width, height] = [engine.float(scratch), engine.float(scratch + 4)];
      return width > 0 && height > 0 ? { width, height } : null;
    });
    return size ?? A4;
  }

  textQuality(page: number): TextQuality {
    return this.#page(page).quality;
  }

  content(page: number): PageContent {
    return this.#page(page).content;
  }

  imageDpi(page: number): number | null {
    return this.#page(page).imageDpi;
  }

  raster(page: number, dpi: number): Raster {
    const { width, height } = this.pageSize(page);
    const drawn = this.#try(page, (document) =>
      withPage(document, page, (handle) => {
        const { engine } = document;
        const form = hasFields(engine, handle) ? formOf(document) : 0;
        return drawPage(engine, handle, form, { width, height, dpi });
      }),
    );
    return drawn ?? blankRaster(width, height, Math.min(dpi, 72));
  }

  close(): void {
    if (this.#copy) unload(this.#copy);
    if (this.#document) unload(this.#document);
    this.#copy = null;
    this.#document = null;
    this.#last = null;
  }

  #page(page: number): PdfPage {
    if (this.#last?.content.number === page) return this.#last;
    const read = this.#try(page, (document) => {
      const { engine } = document;
      let annotated = false;
      const plain = withPage(document, page, (handle) => {
        annotated = hasTextAnnotations(engine, handle);
        return annotated ? null : readPage(engine, handle, page);
      });
      return annotated ? this.#annotated(document, page) : plain;
    });
    this.#last = read ?? { content: emptyPage(page, this.pageSize(page)), quality: 'none', imageDpi: null };
    return this.#last;
  }

  /** Reads a page with its annotations drawn into it, in a copy of the document: pictures still come from the other. */
  #annotated(document: Loaded, page: number): PdfPage | null {
    if (this.#copy?.engine !== document.engine) this.#copy = copyOf(document, this.#size);
    const copy = this.#copy;
    if (!copy) return null;
    refresh(copy, this.#size);
    const { engine } = copy;
    withPage(copy, page, (handle) => flattenAnnotations(engine, handle));
    return withPage(copy, page, (handle) => readPage(engine, handle, page));
  }

  /** Null, and a warning, when the page is damaged; after a trap the document goes on in a fresh instance. */
  #try<T>(page: number, task: (document: Loaded) => T | null): T | null {
    if (page < 1 || page > this.pageCount || !Number.isInteger(page)) throw new RangeError(`no page ${page}`);
    if (this.#document?.engine.broken) this.#document = this.#reopen(this.#document);
    const document = this.#document;
    if (!document || this.#damaged.has(page)) return null;
    let result: T | null = null;
    try {
      result = document.engine.run(() => {
        refresh(document, this.#size);
        return task(document);
      });
    } catch (error) {
      if (!(error instanceof Trap)) throw error;
      this.#document = this.#reopen(document);
    }
    if (result === null) this.#tell(page);
    return result;
  }

  /** The bytes are taken from where PDFium had them: it reads them and writes elsewhere. */
  #reopen({ engine: broken, buffer }: Loaded): Loaded | null {
    const engine = takeSpare();
    void keepSpare();
    if (!engine) return null;
    try {
      return engine.run(() => load(engine, broken.bytes(buffer, this.#size)));
    } catch (error) {
      if (!(error instanceof Trap)) throw error;
      return null;
    }
  }

  #tell(page: number): void {
    this.#damaged.add(page);
    this.warnings.push(
      issue(
        'warning',
        'pdf-damaged-page',
        `Trang ${page} của tệp PDF bị hỏng, không đọc được.`,
        `Page ${page} of the PDF is damaged and can’t be read.`,
      ),
    );
  }
}

function emptyPage(number: number, size: { width: number; height: number }): PageContent {
  return { number, ...size, source: 'text', words: [], rules: [] };
}
