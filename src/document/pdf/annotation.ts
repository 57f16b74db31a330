/**
 * Text that stands on a page as an annotation (chú thích): typed notes, stamps, filled-in fields. It is seen like the rest
 * of the page, so it is read with it. What the field of a digital signature shows is left out: it says who signed the
 * file, over whatever the page says there; the picture of the page shows it.
 */
import type { Engine } from './pdfium.ts';

const FREE_TEXT = 3;
const STAMP = 13;
const WIDGET = 20;
const HIDDEN = 0x02 | 0x20;

const MOST_ANNOTATIONS = 5000;
const UTF16 = new TextDecoder('utf-16le');

/** True when a page has annotations that may show text. */
export function hasTextAnnotations(engine: Engine, page: number): boolean {
  return listAnnotations(engine, page).some(({ text }) => text);
}

/** True when a page has fields, which PDFium draws apart from other annotations. */
export function hasFields(engine: Engine, page: number): boolean {
  const { pdfium } = engine;
  const count = Math.min(pdfium.FPDFPage_GetAnnotCount(page), MOST_ANNOTATIONS);
  for (let index = 0; index < count; index++) {
    const annotation = pdfium.FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    const subtype = pdfium.FPDFAnnot_GetSubtype(annotation);
    pdfium.FPDFPage_CloseAnnot(annotation);
    if (subtype === WIDGET) return true;
  }
  return false;
}

/** Draws the annotations that show text into a loaded page; what it says is there when it is loaded again. */
export function flattenAnnotations(engine: Engine, page: number): boolean {
  const { pdfium } = engine;
  const others = listAnnotations(engine, page).filter(({ text }) => !text);
  for (const { index } of others.reverse()) pdfium.FPDFPage_RemoveAnnot(page, index);
  return pdfium.FPDFPage_Flatten(page, 0) === 1;
}

function listAnnotations(engine: Engine, page: number): { index: number; text: boolean }[] {
  const { pdfium } = engine;
  const count = pdfium.FPDFPage_GetAnnotCount(page);
  if (count <= 0 || count > MOST_ANNOTATIONS) return [];
  const key = engine.put(new TextEncoder().encode('FT\0'));
  const found: { index: number; text: boolean }[] = [];
  for (let index = 0; index < count; index++) {
    const annotation = pdfium.FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    const subtype = pdfium.FPDFAnnot_GetSubtype(annotation);
    let text = subtype === FREE_TEXT || subtype === STAMP || subtype === WIDGET;
    if (text && (pdfium.FPDFAnnot_GetFlags(annotation) & HIDDEN) !== 0) text = false;
    if (text && subtype === WIDGET) {
      text =
        engine.string((buffer, length) => pdfium.FPDFAnnot_GetStringValue(annotation, key, buffer, length), UTF16) !==
        'Sig';
    }
    found.push({ index, text });
    pdfium.FPDFPage_CloseAnnot(annotation);
  }
  pdfium.free(key);
  return found;
}
