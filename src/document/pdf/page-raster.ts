/** A page as a picture, drawn by PDFium with its stamps, signatures and filled-in fields. */
import type { Raster } from '#document/raster.ts';
import type { Engine } from './pdfium.ts';

/** No picture has more pixels than this, whatever size a page claims: A0 at 200 dpi has 62 million. */
const MOST_PIXELS = 40_000_000;

const FORMAT_BGR = 2;
const RENDER_ANNOTATIONS = 0x01;
const RENDER_REVERSED = 0x10;
const RENDER_LIMITED_CACHE = 0x200;

/** A white page of this size. */
export function blankRaster(width: number, height: number, dpi: number): Raster {
  const size = sizeOf(width, height, dpi);
  return { ...size, channels: 3, data: new Uint8Array(size.width * size.height * 3).fill(255) };
}

/** Draws a loaded page in RGB, its fields by `form` unless that is 0; null when there is no room for it. */
export function drawPage(
  engine: Engine,
  page: number,
  form: number,
  asked: { readonly width: number; readonly height: number; readonly dpi: number },
): Raster | null {
  const { pdfium } = engine;
  const size = sizeOf(asked.width, asked.height, asked.dpi);
  const stride = size.width * 3;
  const length = stride * size.height;
  const buffer = pdfium.malloc(length);
  if (buffer === 0) return null;
  try {
    const bitmap = pdfium.FPDFBitmap_CreateEx(size.width, size.height, FORMAT_BGR, buffer, stride);
    if (bitmap === 0) return null;
    engine.bytes(buffer, length).fill(255);
    const flags = RENDER_ANNOTATIONS | RENDER_REVERSED | RENDER_LIMITED_CACHE;
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, size.width, size.height, 0, flags);
    if (form !== 0) {
      pdfium.FORM_OnAfterLoadPage(page, form);
      pdfium.FPDF_FFLDraw(form, bitmap, page, 0, 0, size.width, size.height, 0, flags & ~RENDER_ANNOTATIONS);
      pdfium.FORM_OnBeforeClosePage(page, form);
    }
    const data = engine.bytes(buffer, length).slice();
    pdfium.FPDFBitmap_Destroy(bitmap);
    return { ...size, channels: 3, data };
  } finally {
    if (!engine.broken) pdfium.free(buffer);
  }
}

/** Pixels of a page; of a page too large for them at a lower resolution, which is told. */
function sizeOf(width: number, height: number, dpi: number): { width: number; height: number; dpi: number } {
  const wanted = dpi / 72;
  const scale = Math.min(
    wanted,
    Math.sqrt(MOST_PIXELS / Math.max(1, width * height)),
    30_000 / Math.max(1, width, height),
  );
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
    dpi: scale === wanted ? dpi : scale * 72,
  };
}
