/** A document in PDFium's memory, from its loading to its freeing. */
import { type Engine, release, Trap } from './pdfium.ts';

export interface Loaded {
  readonly engine: Engine;
  readonly handle: number;
  /** Where its bytes lie; 0 when they belong to another document. */
  readonly buffer: number;
  /** What draws its fields, once a page has some; 0 before. */
  form: number;
  formInfo: number;
}

/** Null when PDFium refuses; it says why. */
export function load(engine: Engine, bytes: Uint8Array): Loaded | null {
  const buffer = engine.put(bytes);
  if (buffer === 0) return null;
  const handle = engine.pdfium.FPDF_LoadMemDocument(buffer, bytes.length, 0);
  if (handle !== 0) return { engine, handle, buffer, form: 0, formInfo: 0 };
  engine.pdfium.free(buffer);
  return null;
}

/** The same bytes opened once more, while the first document is open. */
export function copyOf({ engine, buffer }: Loaded, size: number): Loaded | null {
  const handle = engine.pdfium.FPDF_LoadMemDocument(buffer, size, 0);
  return handle === 0 ? null : { engine, handle, buffer: 0, form: 0, formInfo: 0 };
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
export function unload({ engine, handle, buffer, form, formInfo }: Loaded): void {
  if (engine.broken) return;
  try {
    engine.run(() => {
      if (form !== 0) engine.pdfium.FPDFDOC_ExitFormFillEnvironment(form);
      if (formInfo !== 0) engine.pdfium.free(formInfo);
      engine.pdfium.FPDF_CloseDocument(handle);
      if (buffer !== 0) engine.pdfium.free(buffer);
    });
  } catch (error) {
    if (!(error instanceof Trap)) throw error;
  }
  release(engine);
}

/** Loads a page for a task; null when it can't be loaded. */
export function withPage<T>({ engine, handle }: Loaded, page: number, task: (page: number) => T): T | null {
  const loaded = engine.pdfium.FPDF_LoadPage(handle, page - 1);
  if (loaded === 0) return null;
  const result = task(loaded);
  engine.pdfium.FPDF_ClosePage(loaded);
  return result;
}
