/** One page from its picture to words with places and doubts: prepare, read, go back to the page as it is shown. */
import type { PageContent, PageWord, Rule } from '../page.ts';
import type { Raster } from '../raster.ts';
import { type DoubtfulWord, findDoubts, type LineWords } from './doubt.ts';
import { cutBlock, cutLine, type Engines, type RawWord } from './engine.ts';
import { fitWords } from './fit.ts';
import type { Rect } from './grey.ts';
import { findLines, type PrintedLine } from './lines.ts';
import { type Prepared, prepare, turned } from './prepare.ts';
import type { Stroke } from './rules.ts';

/** Number and size, points, of the page that the picture shows. */
export interface PageFrame {
  readonly number: number;
  readonly width: number;
  readonly height: number;
}

export async function readPage(raster: Raster, frame: PageFrame, engines: Engines): Promise<PageContent> {
  const prepared = prepare(raster);
  const words = await readLines(prepared, engines);
  return {
    ...frame,
    source: 'ocr',
    words: words.map((word) => toPageWord(word, prepared, frame)),
    rules: prepared.strokes.map((stroke) => toRule(stroke, prepared, frame)),
  };
}

/** How much higher than its ink a line is shown to the network. */
const LINE_HEIGHT = 1.2;

async function readLines(prepared: Prepared, { first, second }: Engines): Promise<DoubtfulWord[]> {
  const { grey, ink, regions, dpi, marks } = prepared;
  const { lines, usual } = findLines(ink, regions, dpi);
  const single = lines.filter(({ shape }) => shape === 'line');
  const several = lines.filter(({ shape }) => shape === 'block');
  const cuttings = single.map(({ rect }) => cutLine(grey, rect, usual * LINE_HEIGHT));
  const words = new Map<PrintedLine, RawWord[]>();
  for (const [i, found] of (await first.read(cuttings, 'line', dpi)).entries())
    words.set(single[i] as PrintedLine, found);
  // A line in which nothing was found is given once more as a block: a lone digit may have been lost.
  const again = [...several, ...single.filter((line) => words.get(line)?.length === 0)];
  const blocks = again.map(({ rect }) => cutBlock(grey, rect));
  for (const [i, found] of (await first.read(blocks, 'block', dpi)).entries())
    words.set(again[i] as PrintedLine, found);
  const found = lines.map((line): LineWords => {
    const inLine = words.get(line) ?? [];
    return { ...line, words: line.shape === 'line' ? fitWords(inLine, ink, line.rect) : inLine };
  });
  return findDoubts(found, { grey, ink, dpi, usual, marks, second });
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
