/** From a PDF's own space (origin wherever the file says, y upwards, unrotated) to the page as it is shown. */
import type { Engine } from './pdfium.ts';

/** `x' = a x + c y + e`, `y' = b x + d y + f`. */
export interface Matrix {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

export interface PageSpace {
  /** Points, as shown. */
  readonly width: number;
  readonly height: number;
  /** From the page's own space to the space of boxes. */
  readonly matrix: Matrix;
}

/** What a page of unknown size counts as: A4. */
export const A4 = { width: 595.28, height: 841.89 };

/** Reads the size, the visible part (CropBox) and the turn (/Rotate) of a page. */
export function readPageSpace(engine: Engine, page: number): PageSpace {
  const { pdfium, scratch } = engine;
  const width = pdfium.FPDF_GetPageWidthF(page);
  const height = pdfium.FPDF_GetPageHeightF(page);
  let [left, top, right, bottom] = [0, height, width, 0];
  if (pdfium.FPDF_GetPageBoundingBox(page, scratch) !== 0) {
    // FS_RECTF: left, top, right, bottom.
    [left, top, right, bottom] = [0, 4, 8, 12].map((at) => engine.float(scratch + at)) as [
      number,
      number,
      number,
      number,
    ];
  }
  return { width, height, matrix: shownMatrix(pdfium.FPDFPage_GetRotation(page), left, top, right, bottom) };
}

/** `quarters` turns clockwise of the box. */
function shownMatrix(quarters: number, left: number, top: number, right: number, bottom: number): Matrix {
  switch (quarters & 3) {
    case 1:
      return { a: 0, b: 1, c: 1, d: 0, e: -bottom, f: -left };
    case 2:
      return { a: -1, b: 0, c: 0, d: 1, e: right, f: -bottom };
    case 3:
      return { a: 0, b: -1, c: -1, d: 0, e: top, f: right };
    default:
      return { a: 1, b: 0, c: 0, d: -1, e: -left, f: top };
  }
}

/** First `inner`, then `outer`. */
export function multiply(inner: Matrix, outer: Matrix): Matrix {
  return {
    a: inner.a * outer.a + inner.b * outer.c,
    b: inner.a * outer.b + inner.b * outer.d,
    c: inner.c * outer.a + inner.d * outer.c,
    d: inner.c * outer.b + inner.d * outer.d,
    e: inner.e * outer.a + inner.f * outer.c + outer.e,
    f: inner.e * outer.b + inner.f * outer.d + outer.f,
  };
}

/** Reads an FS_MATRIX (six floats). */
export function readMatrix(engine: Engine, at: number): Matrix {
  const { view } = engine;
  return {
    a: view.getFloat32(at, true),
    b: view.getFloat32(at + 4, true),
    c: view.getFloat32(at + 8, true),
    d: view.getFloat32(at + 12, true),
    e: view.getFloat32(at + 16, true),
    f: view.getFloat32(at + 20, true),
  };
}
