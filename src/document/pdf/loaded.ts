/** A document in PDFium's memory, from its loading to its freeing. */
import { type Engine, release, Trap } from './pdfium.ts';

export interface Loaded {
  readonly engine: Engine;
  handle: number;
  /** Where its bytes lie, and whether they are freed with it. */
  readonly buffer: number;
  readonly owned: boolean;
  /** What draws its fields, once a page has some; 0 before. */
  form: number;
  formInfo: number;
  /** Pages loaded since the document was. */
  pages: number;
}

/** PDFium keeps every stream that it has seen until the document closes; so a long one is closed now and then. */
const PAGES_AT_A_TIME = 40;
/** Small memory needs no such care. */
const MUCH_MEMORY = 64 * 1024 * 1024;

/** Null when PDFium refuses; it says why. */
export function load(engine: Engine, bytes: Uint8Array): Loaded | null {
  const buffer = engine.put(bytes);
  if (buffer === 0) return null;
  const handle = engine.pdfium.FPDF_LoadMemDocument(buffer, bytes.length, 0);
  if (handle !== 0) return { engine, handle, buffer, owned: true, form: 0, formInfo: 0, pages: 0 };
  engine.pdfium.free(buffer);
  return null;
}

/** The same bytes opened once more, while the first document is open. */
export function copyOf({ engine, buffer }: Loaded, size: number): Loaded | null {
  const handle = engine.pdfium.FPDF_LoadMemDocument(buffer, size, 0);
  return handle === 0 ? null : { engine, handle, buffer, owned: false, form: 0, formInfo: 0, pages: 0 };
}

/** FPDF_FORMFILLINFO: a version and callbacks, of which there are none, so that nothing in a form can act. */
const FORM_INFO_BYTES = 256;
const FORM_INFO_VERSION = 2;

/** What draws the fields of a document; 0 when that can't be had. */
export function formOf(document: Loaded): number {
  const { engine, handle } = document;
  if (document.formInfo === 0) {
    const info = new Uint8Array(FORM_INFO_BYTES);
    info[0] = FORM_INFO_VERSION;
    document.formInfo = engine.put(info);
    if (document.formInfo !== 0) {
      document.form = engine.pdfium.FPDFDOC_InitFormFillEnvironment(handle, document.formInfo);
      if (document.form !== 0) engine.pdfium.FPDF_SetFormFieldHighlightAlpha(document.form, 0);
    }
  }
  return document.form;
}

/** Frees everything of a document; nothing is left to free in a broken instance. */
export function unload(document: Loaded): void {
  const { engine, buffer, owned } = document;
  if (engine.broken) return;
  try {
    engine.run(() => {
      closeHandle(document);
      if (owned) engine.pdfium.free(buffer);
    });
  } catch (error) {
    if (!(error instanceof Trap)) throw error;
  }
  release(engine);
}

function closeHandle(document: Loaded): void {
  const { pdfium } = document.engine;
  if (document.form !== 0) pdfium.FPDFDOC_ExitFormFillEnvironment(document.form);
  if (document.formInfo !== 0) pdfium.free(document.formInfo);
  document.form = 0;
  document.formInfo = 0;
  if (document.handle !== 0) pdfium.FPDF_CloseDocument(document.handle);
  document.handle = 0;
}

/** Lets PDFium forget what it read of a document so far. */
export function refresh(document: Loaded, size: number): void {
  const { engine, buffer } = document;
  if (document.pages < PAGES_AT_A_TIME || engine.size < MUCH_MEMORY) return;
  document.pages = 0;
  closeHandle(document);
  document.handle = engine.pdfium.FPDF_LoadMemDocument(buffer, size, 0);
}

/** Loads a page for a task; null when it can't be loaded. */
export function withPage<T>(document: Loaded, page: number, task: (page: number) => T): T | null {
  const { engine, handle } = document;
  const loaded = handle === 0 ? 0 : engine.pdfium.FPDF_LoadPage(handle, page - 1);
  document.pages++;
  if (loaded === 0) return null;
  const result = task(loaded);
  engine.pdfium.FPDF_ClosePage(loaded);
  return result;
}
