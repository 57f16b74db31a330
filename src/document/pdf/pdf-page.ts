/** Reads one page of a PDF: glyphs, objects, words, rules, and what the text is worth. */
import type { PageContent, PageWord } from '#document/page.ts';
import { Faces } from './face.ts';
import { type Glyph, type Glyphs, readGlyphs } from './glyph.ts';
import { type PageObjects, readPageObjects } from './page-object.ts';
import { readPageSpace } from './page-space.ts';
import type { Engine } from './pdfium.ts';
import { qualityOf, type TextQuality } from './quality.ts';
import { joinStrokes } from './rule.ts';
import { readWords } from './word.ts';

export interface PdfPage {
  readonly content: PageContent;
  readonly quality: TextQuality;
  readonly imageDpi: number | null;
}

/** Pictures that cover this part of a page are what the page consists of. */
const SCAN_COVER = 0.5;

/** Reads a loaded page. */
export function readPage(engine: Engine, page: number, number: number): PdfPage {
  const space = readPageSpace(engine, page);
  const objects = readPageObjects(engine, page, space);
  const { glyphs, unmapped } = readText(engine, page, (textPage) =>
    readGlyphs(engine, textPage, space, new Faces(engine)),
  );
  const { width, height } = space;
  const { shown, unseen } = part(glyphs, objects);
  const seenWords = listWords(shown, width, height);
  const hiddenWords = unseen.length > shown.length ? listWords(unseen, width, height) : [];
  const hidden = hiddenWords.length > seenWords.length;
  const words = hidden ? hiddenWords : seenWords;
  return {
    content: { number, width, height, source: 'text', words, rules: joinStrokes(objects.strokes, width, height) },
    quality: qualityOf({ words, hidden, unmapped, cover: objects.cover }),
    imageDpi: objects.cover >= SCAN_COVER && objects.picture ? objects.picture.dpi : null,
  };
}

function readText(engine: Engine, page: number, read: (textPage: number) => Glyphs): Glyphs {
  const textPage = engine.pdfium.FPDFText_LoadPage(page);
  if (textPage === 0) return { glyphs: [], unmapped: 0, slanted: 0 };
  const result = read(textPage);
  engine.pdfium.FPDFText_ClosePage(textPage);
  return result;
}

/** What is painted, and what lies invisible on or under a picture. */
function part(glyphs: readonly Glyph[], objects: PageObjects): { shown: Glyph[]; unseen: Glyph[] } {
  const shown: Glyph[] = [];
  const unseen: Glyph[] = [];
  for (const glyph of glyphs) {
    const { run } = glyph;
    if (objects.doubled.has(run.object)) glyph.bold = true;
    (run.hidden || objects.covered.has(run.object) ? unseen : shown).push(glyph);
  }
  return { shown, unseen };
}

/** Words on the page; what lies outside of it nobody sees. */
function listWords(glyphs: readonly Glyph[], width: number, height: number): readonly PageWord[] {
  return readWords(glyphs).filter(({ box }) => {
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    return x >= 0 && x <= width && y >= 0 && y <= height;
  });
}
