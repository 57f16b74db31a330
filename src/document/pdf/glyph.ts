/** Glyphs: the characters of a page with their places, as PDFium finds them, before they become words. */
import type { Face, Faces } from './face.ts';
import { type Matrix, multiply, type PageSpace, readMatrix } from './page-space.ts';
import type { Engine } from './pdfium.ts';

/** How the text runs on the page as shown: to the right, downwards, to the left, upwards. */
export type Direction = 0 | 1 | 2 | 3;

/** What the glyphs of one text object share. */
export interface Run {
  readonly face: Face;
  /** Points, as shown. */
  readonly size: number;
  readonly direction: Direction;
  bold: boolean;
  readonly italic: boolean;
  /** Not painted: the text that recognition laid under or over a scan. */
  readonly hidden: boolean;
  /** PDFium's handle of the text object. */
  readonly object: number;
}

export interface Glyph {
  text: string;
  readonly run: Run;
  /** Along the line of text: where it starts, and where the next one is due. */
  start: number;
  end: number;
  /** Across the line of text: the baseline, growing downwards for upright text. */
  readonly base: number;
  /** The ink along and across the line. */
  readonly inkStart: number;
  readonly inkEnd: number;
  readonly inkTop: number;
  readonly inkBottom: number;
  readonly space: boolean;
  bold: boolean;
}

export interface Glyphs {
  readonly glyphs: readonly Glyph[];
  /** Characters to which the file gives no meaning in Unicode, so that PDFium guessed. */
  readonly unmapped: number;
  /** Characters left out: at an angle, as watermarks and stamps are, or too small or faint to be read. */
  readonly slanted: number;
}

const MODE_INVISIBLE = 3;
const MODE_CLIP = 7;
const MODE_FILL_STROKE = 2;
/** Text smaller than this can't be read. */
const LEAST_SIZE = 2;

/** Letters as large and as light as this are a watermark (hình mờ): `DỰ THẢO` behind the page. */
const WATERMARK_SIZE = 30;
const WATERMARK_LIGHT = 160;
const WHITE = 250;

const SPACE = /^[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]$/;
/** Zero-width characters and marks of direction. */
const NOTHING = /^[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]$/;

/** Reads the glyphs of a text page in the order of PDFium. */
export function readGlyphs(engine: Engine, textPage: number, space: PageSpace, faces: Faces): Glyphs {
  const { pdfium } = engine;
  const reader = new GlyphReader(engine, textPage, space, faces);
  const count = pdfium.FPDFText_CountChars(textPage);
  for (let i = 0; i < count; i++) {
    if (pdfium.FPDFText_IsGenerated(textPage, i) !== 1) reader.read(i);
  }
  return reader;
}

class GlyphReader implements Glyphs {
  readonly glyphs: Glyph[] = [];
  unmapped = 0;
  slanted = 0;
  readonly #engine: Engine;
  readonly #textPage: number;
  readonly #space: PageSpace;
  readonly #faces: Faces;
  #run: Run | null = null;
  #object = -1;
  /** Length of a unit along the line, and whether PDFium's loose boxes can be believed. */
  #stretch = 1;
  #upright = true;

  constructor(engine: Engine, textPage: number, space: PageSpace, faces: Faces) {
    this.#engine = engine;
    this.#textPage = textPage;
    this.#space = space;
    this.#faces = faces;
  }

  read(i: number): void {
    const { pdfium, scratch } = this.#engine;
    const object = pdfium.FPDFText_GetTextObject(this.#textPage, i);
    if (object !== this.#object) this.#enter(i, object);
    const run = this.#run;
    const unicode = pdfium.FPDFText_GetUnicode(this.#textPage, i);
    if (unicode !== 0x20 && pdfium.FPDFText_HasUnicodeMapError(this.#textPage, i) === 1) this.unmapped++;
    if (!run) {
      this.slanted++;
      return;
    }
    const text = textOf(unicode);
    if (text === '') return;
    if (pdfium.FPDFText_GetCharOrigin(this.#textPage, i, scratch, scratch + 8) === 0) return;
    const originX = this.#engine.double(scratch);
    const originY = this.#engine.double(scratch + 8);
    const x = this.#x(originX, originY);
    const y = this.#y(originX, originY);
    const start = along(run.direction, x, y);
    const base = across(run.direction, x, y);
    // Left, right, bottom, top: doubles.
    let ink: readonly [number, number, number, number] = [start, base, start, base];
    if (pdfium.FPDFText_GetCharBox(this.#textPage, i, scratch, scratch + 8, scratch + 16, scratch + 24) !== 0) {
      const { view } = this.#engine;
      ink = this.#place(
        run.direction,
        view.getFloat64(scratch, true),
        view.getFloat64(scratch + 16, true),
        view.getFloat64(scratch + 8, true),
        view.getFloat64(scratch + 24, true),
      );
    }
    const blank = unicode <= 0x7f ? text === ' ' : SPACE.test(text);
    const last = this.glyphs.at(-1);
    if (last && last.run === run && start === last.start && base === last.base && !blank && !last.space) {
      // One glyph that stands for several characters: a ligature, a letter and its accents.
      last.text += text;
      return;
    }
    // An advance that was looked up by the character may be that of another one of the font.
    if (last && !this.#upright && last.run === run && start > last.start && start < last.end) last.end = start;
    let end = start + this.#advance(i, run, unicode, ink[2] - start);
    if (!this.#upright && ink[2] > ink[0]) end = Math.min(end, ink[2] + 0.35 * run.size);
    this.glyphs.push({
      text,
      run,
      start,
      end,
      base,
      inkStart: ink[0],
      inkTop: ink[1],
      inkEnd: ink[2],
      inkBottom: ink[3],
      space: blank,
      bold: run.bold,
    });
  }

  #advance(i: number, run: Run, unicode: number, otherwise: number): number {
    const { pdfium, scratch } = this.#engine;
    if (this.#upright && pdfium.FPDFText_GetLooseCharBox(this.#textPage, i, scratch) !== 0) {
      const width = this.#engine.float(scratch + 8) - this.#engine.float(scratch);
      if (width > 0 && width < 20 * run.size) return width;
    }
    const width = this.#faces.advance(run.face.handle, unicode) * this.#stretch;
    return width > 0 && width < 20 * run.size ? width : Math.max(0, otherwise);
  }

  #enter(i: number, object: number): void {
    const { pdfium, scratch } = this.#engine;
    this.#object = object;
    this.#run = null;
    if (object === 0 || pdfium.FPDFText_GetMatrix(this.#textPage, i, scratch) === 0) return;
    const own = readMatrix(this.#engine, scratch);
    const shown = multiply(own, this.#space.matrix);
    const fontSize = Math.abs(pdfium.FPDFText_GetFontSize(this.#textPage, i));
    const direction = directionOf(shown);
    const size = fontSize * Math.hypot(shown.c, shown.d);
    if (direction === null || !(size >= LEAST_SIZE) || !Number.isFinite(size)) return;
    const face = this.#faces.of(pdfium.FPDFTextObj_GetFont(object));
    const mode = pdfium.FPDFTextObj_GetTextRenderMode(object);
    const paint = this.#paint(object);
    // White ones stand on a coloured ground and are a title.
    if (size >= WATERMARK_SIZE && paint.lightness >= WATERMARK_LIGHT && paint.lightness < WHITE) return;
    this.#stretch = fontSize * Math.hypot(shown.a, shown.b);
    this.#upright = own.b === 0 && own.c === 0 && own.a > 0 && this.#space.matrix.a === 1;
    this.#run = {
      face,
      size,
      direction,
      bold: face.bold || mode === MODE_FILL_STROKE,
      italic: face.italic || leans(shown),
      hidden: mode === MODE_INVISIBLE || mode === MODE_CLIP || paint.alpha === 0,
      object,
    };
  }

  /** How light the letters are in their darkest colour, and how opaque, 0 to 255. */
  #paint(object: number): { lightness: number; alpha: number } {
    const { pdfium, scratch } = this.#engine;
    const known = pdfium.FPDFPageObj_GetFillColor(object, scratch, scratch + 4, scratch + 8, scratch + 12);
    if (known === 0) return { lightness: 0, alpha: 255 };
    const { view } = this.#engine;
    const red = view.getUint32(scratch, true);
    const green = view.getUint32(scratch + 4, true);
    const blue = view.getUint32(scratch + 8, true);
    const alpha = view.getUint32(scratch + 12, true);
    // Half-transparent black is as light as grey.
    return { lightness: 255 - ((255 - Math.min(red, green, blue)) * alpha) / 255, alpha };
  }

  #x(x: number, y: number): number {
    const { a, c, e } = this.#space.matrix;
    return a * x + c * y + e;
  }

  #y(x: number, y: number): number {
    const { b, d, f } = this.#space.matrix;
    return b * x + d * y + f;
  }

  /** A rectangle of the page's own space: start, top, end, bottom along and across the line. */
  #place(
    direction: Direction,
    left: number,
    bottom: number,
    right: number,
    top: number,
  ): [number, number, number, number] {
    const x1 = this.#x(left, bottom);
    const y1 = this.#y(left, bottom);
    const x2 = this.#x(right, top);
    const y2 = this.#y(right, top);
    const s1 = along(direction, x1, y1);
    const s2 = along(direction, x2, y2);
    const b1 = across(direction, x1, y1);
    const b2 = across(direction, x2, y2);
    return [Math.min(s1, s2), Math.min(b1, b2), Math.max(s1, s2), Math.max(b1, b2)];
  }
}

function textOf(unicode: number): string {
  // PDFium's own sign for a hyphen at the end of a line.
  if (unicode === 2) return '-';
  if (unicode === 0x09 || unicode === 0x0a || unicode === 0x0d) return ' ';
  if (unicode < 0x20 || unicode > 0x10ffff || (unicode >= 0xd800 && unicode < 0xe000)) return '\ufffd';
  if (unicode === 0xfffe || unicode === 0xffff) return '\ufffd';
  const text = String.fromCodePoint(unicode);
  if (unicode < 0x2000) return text;
  if (NOTHING.test(text)) return '';
  // Ligatures.
  return unicode >= 0xfb00 && unicode <= 0xfb06 ? text.normalize('NFKC') : text;
}

/** The direction of the baseline; null when it is not upright on any side. */
function directionOf({ a, b }: Matrix): Direction | null {
  const x = Math.abs(a);
  const y = Math.abs(b);
  if (y < 0.05 * x) return a > 0 ? 0 : 2;
  if (x < 0.05 * y) return b > 0 ? 1 : 3;
  return null;
}

/** Slanted letters without a slanted font. */
function leans({ a, b, c, d }: Matrix): boolean {
  const length = Math.hypot(a, b) * Math.hypot(c, d);
  return length > 0 && Math.abs(a * c + b * d) / length > 0.1;
}

export function along(direction: Direction, x: number, y: number): number {
  return direction === 0 ? x : direction === 1 ? y : direction === 2 ? -x : -y;
}

export function across(direction: Direction, x: number, y: number): number {
  return direction === 0 ? y : direction === 1 ? -x : direction === 2 ? -y : x;
}

/** Back from along and across to the page. */
export function pointOf(direction: Direction, start: number, base: number): { x: number; y: number } {
  switch (direction) {
    case 0:
      return { x: start, y: base };
    case 1:
      return { x: -base, y: start };
    case 2:
      return { x: -start, y: -base };
    case 3:
      return { x: base, y: -start };
  }
}
