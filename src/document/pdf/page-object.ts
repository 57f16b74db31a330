/** What a page is drawn with besides its characters: lines, pictures, and which text objects are drawn twice or painted over. */
import type { Box } from '#document/model.ts';
import { type Matrix, multiply, type PageSpace, readMatrix } from './page-space.ts';
import type { Engine } from './pdfium.ts';
import type { Stroke } from './rule.ts';

/** A picture on the page. */
export interface PictureObject {
  /** Part of the page that it covers, 0 to 1. */
  readonly cover: number;
  /** Its own pixels per inch of the page. */
  readonly dpi: number;
}

export interface PageObjects {
  readonly strokes: readonly Stroke[];
  /** The largest picture. */
  readonly picture: PictureObject | null;
  /** Part of the page that its pictures cover together, 0 to 1: scanners cut a page into strips. */
  readonly cover: number;
  readonly pictures: number;
  readonly paths: number;
  readonly texts: number;
  /** Text objects under a picture that covers the page: nobody sees them. */
  readonly covered: ReadonlySet<number>;
  /** Text objects that the file draws again at nearly the same place. */
  readonly doubled: ReadonlySet<number>;
}

const TEXT = 1;
const PATH = 2;
const IMAGE = 3;
const FORM = 5;

const LINE_TO = 0;
const BEZIER_TO = 1;

/** A page with more is a drawing; what comes after is not looked at. */
const MOST_OBJECTS = 150_000;
const MOST_STROKES = 60_000;
const MOST_SEGMENTS = 300_000;
const DEEPEST = 12;

/** Points: a filled rectangle thinner than this is a line, and so is a stroke. */
const THICKEST = 3.2;
const COVERS_PAGE = 0.8;
/** A picture at least this many times as large is the one that counts, however coarse. */
const FINER = 2.5;
/** How many text objects back the same one may lie. */
const LOOK_BACK = 6;

export function readPageObjects(engine: Engine, page: number, space: PageSpace): PageObjects {
  const { pdfium } = engine;
  const walker = new Walker(engine, space);
  const count = pdfium.FPDFPage_CountObjects(page);
  for (let i = 0; i < count && !walker.full; i++) walker.visit(pdfium.FPDFPage_GetObject(page, i), space.matrix, 0);
  return walker;
}

function dpiOf(pixels: { width: number; height: number }, { a, b, c, d }: Matrix): number {
  const wide = Math.hypot(a, b);
  const high = Math.hypot(c, d);
  return wide > 0 && high > 0 ? Math.round(72 * Math.max(pixels.width / wide, pixels.height / high)) : 0;
}

class Walker implements PageObjects {
  readonly strokes: Stroke[] = [];
  picture: PictureObject | null = null;
  cover = 0;
  pictures = 0;
  paths = 0;
  texts = 0;
  covered: ReadonlySet<number> = new Set();
  readonly doubled = new Set<number>();
  readonly #engine: Engine;
  readonly #space: PageSpace;
  readonly #textObjects: number[] = [];
  readonly #recent: { object: number; box: Box }[] = [];
  #objects = 0;
  #segments = 0;

  constructor(engine: Engine, space: PageSpace) {
    this.#engine = engine;
    this.#space = space;
  }

  get full(): boolean {
    return this.#objects > MOST_OBJECTS || this.#segments > MOST_SEGMENTS;
  }

  visit(object: number, matrix: Matrix, depth: number): void {
    this.#objects++;
    const { pdfium, scratch } = this.#engine;
    switch (pdfium.FPDFPageObj_GetType(object)) {
      case TEXT:
        this.#text(object, matrix);
        break;
      case PATH:
        this.paths++;
        if (this.strokes.length < MOST_STROKES) this.#path(object, matrix);
        break;
      case IMAGE:
        this.#image(object, matrix);
        break;
      case FORM: {
        if (depth >= DEEPEST || pdfium.FPDFPageObj_GetMatrix(object, scratch) === 0) return;
        const inner = multiply(readMatrix(this.#engine, scratch), matrix);
        const count = pdfium.FPDFFormObj_CountObjects(object);
        for (let i = 0; i < count && !this.full; i++)
          this.visit(pdfium.FPDFFormObj_GetObject(object, i), inner, depth + 1);
        break;
      }
    }
  }

  #text(object: number, matrix: Matrix): void {
    this.texts++;
    this.#textObjects.push(object);
    const box = this.#bounds(object, matrix);
    if (!box || box.width < 1) return;
    for (const other of this.#recent) {
      if (
        Math.abs(other.box.width - box.width) < 0.3 &&
        Math.abs(other.box.height - box.height) < 0.3 &&
        Math.abs(other.box.x - box.x) < 1.2 &&
        Math.abs(other.box.y - box.y) < 1.2
      ) {
        this.doubled.add(other.object);
        this.doubled.add(object);
      }
    }
    this.#recent.push({ object, box });
    if (this.#recent.length > LOOK_BACK) this.#recent.shift();
  }

  #image(object: number, matrix: Matrix): void {
    const { pdfium, scratch } = this.#engine;
    this.pictures++;
    const box = this.#bounds(object, matrix);
    if (!box) return;
    if (Math.min(box.width, box.height) < THICKEST) {
      this.#thin(box);
      return;
    }
    const { width, height } = this.#space;
    const wide = Math.min(width, box.x + box.width) - Math.max(0, box.x);
    const high = Math.min(height, box.y + box.height) - Math.max(0, box.y);
    const cover = wide > 0 && high > 0 ? (wide * high) / (width * height) : 0;
    if (cover >= COVERS_PAGE && pdfium.FPDFPageObj_HasTransparency(object) === 0) {
      this.covered = new Set(this.#textObjects);
    }
    this.cover = Math.min(1, this.cover + cover);
    if (cover === 0 || (this.picture && this.picture.cover > cover * FINER)) return;
    if (pdfium.FPDFImageObj_GetImagePixelSize(object, scratch, scratch + 4) === 0) return;
    const pixels = { width: this.#engine.int(scratch), height: this.#engine.int(scratch + 4) };
    const own = pdfium.FPDFPageObj_GetMatrix(object, scratch) === 0 ? null : readMatrix(this.#engine, scratch);
    if (!own) return;
    const dpi = dpiOf(pixels, multiply(own, matrix));
    // Scanners lay a coarse background under the fine letters: the finer one of two that are nearly as large counts.
    if (!this.picture || cover > this.picture.cover * FINER || dpi > this.picture.dpi) this.picture = { cover, dpi };
  }

  #bounds(object: number, matrix: Matrix): Box | null {
    const { pdfium, scratch } = this.#engine;
    // Left, bottom, right, top.
    if (pdfium.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) return null;
    const { view } = this.#engine;
    const left = view.getFloat32(scratch, true);
    const bottom = view.getFloat32(scratch + 4, true);
    const right = view.getFloat32(scratch + 8, true);
    const top = view.getFloat32(scratch + 12, true);
    const { a, b, c, d, e, f } = matrix;
    const x1 = a * left + c * bottom + e;
    const x2 = a * right + c * top + e;
    const y1 = b * left + d * bottom + f;
    const y2 = b * right + d * top + f;
    return { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x1 - x2), height: Math.abs(y1 - y2) };
  }

  #path(object: number, matrix: Matrix): void {
    const { pdfium, scratch } = this.#engine;
    if (pdfium.FPDFPath_GetDrawMode(object, scratch, scratch + 4) === 0) return;
    const filled = this.#engine.int(scratch) !== 0;
    const stroked = this.#engine.int(scratch + 4) !== 0;
    const asStroke =
      stroked &&
      this.#visible(pdfium.FPDFPageObj_GetStrokeColor(object, scratch, scratch + 4, scratch + 8, scratch + 12));
    const asFill =
      !asStroke &&
      filled &&
      this.#visible(pdfium.FPDFPageObj_GetFillColor(object, scratch, scratch + 4, scratch + 8, scratch + 12));
    if (!asStroke && !asFill) return;
    if (pdfium.FPDFPageObj_GetMatrix(object, scratch) === 0) return;
    const shown = multiply(readMatrix(this.#engine, scratch), matrix);
    if (asStroke && pdfium.FPDFPageObj_GetStrokeWidth(object, scratch) !== 0) {
      const thickness = this.#engine.float(scratch) * Math.sqrt(Math.abs(shown.a * shown.d - shown.b * shown.c));
      if (thickness > 2 * THICKEST) return;
    }
    this.#segmentsOf(object, shown, asStroke);
  }

  /** White on white rules nothing, and neither does what is wholly transparent. */
  #visible(known: number): boolean {
    if (known === 0) return true;
    const { scratch, view } = this.#engine;
    const [red, green, blue, alpha] = [0, 4, 8, 12].map((at) => view.getUint32(scratch + at, true)) as [
      number,
      number,
      number,
      number,
    ];
    return alpha > 8 && Math.min(red, green, blue) < 250;
  }

  #segmentsOf(object: number, { a, b, c, d, e, f }: Matrix, asStroke: boolean): void {
    const { pdfium, scratch } = this.#engine;
    const count = pdfium.FPDFPath_CountSegments(object);
    let outline = new Outline();
    const finish = () => {
      if (outline.points === 0) return;
      if (!asStroke && outline.straight) this.#thin(outline.box());
      outline = new Outline();
    };
    for (let i = 0; i < count && !this.full && this.strokes.length < MOST_STROKES; i++) {
      this.#segments++;
      const segment = pdfium.FPDFPath_GetPathSegment(object, i);
      if (segment === 0 || pdfium.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4) === 0) continue;
      const px = this.#engine.float(scratch);
      const py = this.#engine.float(scratch + 4);
      const x = a * px + c * py + e;
      const y = b * px + d * py + f;
      const type = pdfium.FPDFPathSegment_GetType(segment);
      if (type !== LINE_TO && type !== BEZIER_TO) finish();
      if (type === BEZIER_TO) outline.straight = false;
      else if (type === LINE_TO && asStroke) this.#line(outline.x, outline.y, x, y);
      outline.add(x, y);
      if (asStroke && pdfium.FPDFPathSegment_GetClose(segment) !== 0) this.#line(x, y, outline.firstX, outline.firstY);
    }
    finish();
  }

  #line(x1: number, y1: number, x2: number, y2: number): void {
    const wide = Math.abs(x1 - x2);
    const high = Math.abs(y1 - y2);
    if (Math.max(wide, high) < 0.2 || Math.min(wide, high) > Math.max(0.4, 0.005 * Math.max(wide, high))) return;
    if (wide >= high) this.#add(true, (y1 + y2) / 2, Math.min(x1, x2), Math.max(x1, x2));
    else this.#add(false, (x1 + x2) / 2, Math.min(y1, y2), Math.max(y1, y2));
  }

  #thin({ x, y, width, height }: Box): void {
    if (height <= THICKEST && width >= height) this.#add(true, y + height / 2, x, x + width);
    if (width <= THICKEST && height >= width) this.#add(false, x + width / 2, y, y + height);
  }

  #add(horizontal: boolean, at: number, from: number, to: number): void {
    if (Number.isFinite(at) && Number.isFinite(from) && Number.isFinite(to))
      this.strokes.push({ horizontal, at, from, to });
  }
}

/** The points of one subpath. */
class Outline {
  straight = true;
  points = 0;
  x = 0;
  y = 0;
  firstX = 0;
  firstY = 0;
  #left = 0;
  #right = 0;
  #top = 0;
  #bottom = 0;

  add(x: number, y: number): void {
    if (this.points++ === 0) {
      this.firstX = this.#left = this.#right = x;
      this.firstY = this.#top = this.#bottom = y;
    }
    this.x = x;
    this.y = y;
    this.#left = Math.min(this.#left, x);
    this.#right = Math.max(this.#right, x);
    this.#top = Math.min(this.#top, y);
    this.#bottom = Math.max(this.#bottom, y);
  }

  box(): Box {
    return { x: this.#left, y: this.#top, width: this.#right - this.#left, height: this.#bottom - this.#top };
  }
}
