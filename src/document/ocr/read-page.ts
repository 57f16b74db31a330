/** One page from its picture to words with places and doubts: prepare, read, go back to the page as it is shown. */
import type { PageContent, PageWord, Rule } from '../page.ts';
import type { Raster } from '../raster.ts';
import { type DoubtfulWord, findDoubts, type LineWords } from './doubt.ts';
import { cutBlock, cutLine, type Engine } from './engine.ts';
import { fitWords } from './fit.ts';
import type { Rect } from './grey.ts';
import { findLines } from './lines.ts';
import { type Prepared, prepare, turned } from './prepare.ts';
import type { Stroke } from './rules.ts';

/** Number and size, points, of the page that the picture shows. */
export interface PageFrame {
  readonly number: number;
  readonly width: number;
  readonly height: number;
}

export async function readPage(raster: Raster, frame: PageFrame, engine: Engine): Promise<PageContent> {
  const prepared = prepare(raster);
  const words = await readLines(prepared, engine);
  return {
    ...frame,
    source: 'ocr',
    words: words.map((word) => toPageWord(word, prepared, frame)),
    rules: prepared.strokes.map((stroke) => toRule(stroke, prepared, frame)),
  };
}

/** How much higher than its ink a line is shown to the network. */
const LINE_HEIGHT = 1.2;

async function readLines(prepared: Prepared, engine: Engine): Promise<DoubtfulWord[]> {
  const { grey, ink, regions, dpi, marks } = prepared;
  const { lines, usual } = findLines(ink, regions, dpi);
  const single = lines
    .filter(({ shape }) => shape === 'line')
    .map(({ rect }) => cutLine(grey, rect, usual * LINE_HEIGHT));
  const several = lines.filter(({ shape }) => shape === 'block').map(({ rect }) => cutBlock(grey, rect));
  const read = { line: await engine.read(single, 'line', dpi), block: await engine.read(several, 'block', dpi) };
  const next = { line: 0, block: 0 };
  const found = lines.map(({ rect, shape }): LineWords => {
    const words = read[shape][next[shape]++] ?? [];
    return { rect, words: shape === 'line' ? fitWords(words, ink, rect) : words };
  });
  return findDoubts(found, { grey, ink, dpi, usual, marks, engine });
}

function toPageWord(word: DoubtfulWord, prepared: Prepared, frame: PageFrame): PageWord {
  return {
    text: word.text,
    box: toPage(word.box, prepared, frame),
    font: null,
    confidence: word.confidence,
    doubt: word.doubt,
  };
}

/** The box on the page as shown: its middle is turned back, its sides stay. */
function toPage(box: Rect, { grey, skew }: Prepared, frame: PageFrame) {
  const [x, y] = turned((box.left + box.right) / 2, (box.top + box.bottom) / 2, grey.width, grey.height, skew);
  const across = frame.width / grey.width;
  const down = frame.height / grey.height;
  const width = (box.right - box.left) * across;
  const height = (box.bottom - box.top) * down;
  return { x: x * across - width / 2, y: y * down - height / 2, width, height };
}

function toRule({ across, at, from, to }: Stroke, { grey, skew }: Prepared, frame: PageFrame): Rule {
  const middle = (from + to) / 2;
  const [x, y] = across
    ? turned(middle, at, grey.width, grey.height, skew)
    : turned(at, middle, grey.width, grey.height, skew);
  const half = (to - from) / 2;
  const px = frame.width / grey.width;
  const py = frame.height / grey.height;
  return across
    ? { x1: (x - half) * px, y1: y * py, x2: (x + half) * px, y2: y * py }
    : { x1: x * px, y1: (y - half) * py, x2: x * px, y2: (y + half) * py };
}
