/** The face of a run of characters (kiểu chữ): what a PDF says of a font, in the terms of the document. */
import type { Engine } from './pdfium.ts';

export interface Face {
  /** Without the prefix of a subset (`ABCDEF+`). */
  readonly name: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Of a size of 1 point, from the baseline upwards and downwards, both positive. */
  readonly ascent: number;
  readonly descent: number;
  /** PDFium's handle. */
  readonly handle: number;
}

const UTF8 = new TextDecoder('utf-8');
const SUBSET = /^[A-Z]{6}\+/;
const BOLD = /bold|black|heavy|demi(?!light)/i;
const ITALIC = /italic|oblique/i;
const FLAG_ITALIC = 1 << 6;
const FLAG_FORCE_BOLD = 1 << 18;
/** PDFium guesses the weight from the thickness of stems; only a very thick one says something. */
const WEIGHT_BOLD = 700;
/** Of Times New Roman. */
const USUAL_ASCENT = 0.891;
const USUAL_DESCENT = 0.216;

/** Faces by PDFium's handle; handles live as long as the page that uses them. */
export class Faces {
  readonly #engine: Engine;
  readonly #faces = new Map<number, Face>();
  readonly #widths = new Map<number, Map<number, number>>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  of(font: number): Face {
    let face = this.#faces.get(font);
    if (!face) {
      face = readFace(this.#engine, font);
      this.#faces.set(font, face);
    }
    return face;
  }

  /** How far a character moves on at a size of 1 point; 0 when the font doesn't say. */
  advance(font: number, unicode: number): number {
    let widths = this.#widths.get(font);
    if (!widths) {
      widths = new Map();
      this.#widths.set(font, widths);
    }
    let width = widths.get(unicode);
    if (width === undefined) {
      const { pdfium, scratch } = this.#engine;
      const known = font !== 0 && pdfium.FPDFFont_GetGlyphWidth(font, unicode, 1, scratch) !== 0;
      width = known ? Math.max(0, this.#engine.float(scratch)) : 0;
      widths.set(unicode, width);
    }
    return width;
  }
}

function readFace(engine: Engine, font: number): Face {
  const { pdfium, scratch } = engine;
  if (font === 0) {
    return {
      name: '',
      bold: false,
      italic: false,
      ascent: USUAL_ASCENT,
      descent: USUAL_DESCENT,
      handle: 0,
    };
  }
  const name = engine
    .string((buffer, length) => pdfium.FPDFFont_GetBaseFontName(font, buffer, length), UTF8)
    .replace(SUBSET, '');
  const flags = Math.max(0, pdfium.FPDFFont_GetFlags(font));
  const angle = pdfium.FPDFFont_GetItalicAngle(font, scratch) !== 0 ? engine.int(scratch) : 0;
  const ascent = pdfium.FPDFFont_GetAscent(font, 1, scratch) !== 0 ? engine.float(scratch) : 0;
  const descent = pdfium.FPDFFont_GetDescent(font, 1, scratch) !== 0 ? -engine.float(scratch) : 0;
  // Fonts lie about both; a line of text is never far from the usual.
  const told = ascent >= 0.6 && ascent <= 1.2 && descent >= 0.1 && descent <= 0.5 && ascent + descent >= 0.95;
  return {
    name,
    bold: BOLD.test(name) || (flags & FLAG_FORCE_BOLD) !== 0 || pdfium.FPDFFont_GetWeight(font) >= WEIGHT_BOLD,
    italic: ITALIC.test(name) || (flags & FLAG_ITALIC) !== 0 || angle !== 0,
    ascent: told ? Math.min(ascent, 1) : USUAL_ASCENT,
    descent: told ? Math.min(descent, 0.3) : USUAL_DESCENT,
    handle: font,
  };
}
