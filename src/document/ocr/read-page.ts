/** One page from its picture to words with places and doubts: prepare, read, go back to the page as it is shown. */

import { letGo } from '../memory.ts';
import type { PageContent, PageWord, Rule } from '../page.ts';
import type { Raster } from '../raster.ts';
import { withoutColour } from './colour.ts';
import { type DoubtfulWord, findDoubts, type LineWords } from './doubt.ts';
import { cutBlock, type Engine, type Engines, type RawWord } from './engine.ts';
import { fitWords } from './fit.ts';
import type { Rect } from './grey.ts';
import { findLines, type PrintedLine } from './lines.ts';
import { type Quarters, turnedScan } from './orientation.ts';
import { type Prepared, prepare, type Scan, turned } from './prepare.ts';
import type { Stroke } from './rules.ts';
import { type ShownLine, showLine } from './shown.ts';

/** Number and size, points, of the page that the picture shows. */
export interface PageFrame {
  readonly number: number;
  readonly width: number;
  readonly height: number;
}

/** A page as it was read. Where the scan was not upright, size and places are those of the page set upright. */
export interface RecognisedPage extends PageContent {
  /** Quarter turns, clockwise, that set the scan upright. */
  readonly turned: Quarters;
}

/** The picture is used up: in colour it is empty afterwards, since its grey, a third of the memory, is all that is needed. */
export async function readPage(raster: Raster, frame: PageFrame, engines: Engines): Promise<RecognisedPage> {
  const scan = inGrey(raster);
  const asScanned = prepare(scan);
  let best: Attempt | null = null;
  for (const quarters of turnsToTry(raster, asScanned)) {
    const prepared = quarters === 0 ? asScanned : prepare(turnedScan(scan, quarters));
    const found = await readOnce(prepared, engines.first);
    if (!best || found.confidence > best.found.confidence + 0.1) best = { quarters, prepared, found };
    if (best.found.confidence >= READABLE || found.lines.length === 0) break;
  }
  const { quarters, prepared, found } = best as Attempt;
  const upright = quarters % 2 === 0 ? frame : { ...frame, width: frame.height, height: frame.width };
  const words = await findDoubts(found.lines, { ...prepared, usual: found.usual, second: engines.second });
  return {
    ...upright,
    source: 'ocr',
    turned: quarters,
    words: words.map((word) => toPageWord(word, prepared, upright)),
    rules: prepared.strokes.map((stroke) => toRule(stroke, prepared, upright)),
  };
}

function inGrey(raster: Raster): Scan {
  const free = withoutColour(raster);
  if (free.grey.data !== raster.data) letGo(raster.data);
  return { ...free, dpi: raster.dpi };
}

/** Turns to try, one after the other, until the page can be read. */
const UPRIGHT: readonly Quarters[] = [0, 2, 1, 3];
const SIDEWAYS: readonly Quarters[] = [1, 3, 0];

/** Inches of the shorter side below which a picture is a cutting, shown as it is meant: a few words don't tell which way is up. */
const SMALLEST_PAGE = 4;

function turnsToTry({ width, height, dpi }: Raster, { sideways }: Prepared): readonly Quarters[] {
  if (Math.min(width, height) < SMALLEST_PAGE * dpi) return [0];
  return sideways ? SIDEWAYS : UPRIGHT;
}

interface Attempt {
  readonly quarters: Quarters;
  readonly prepared: Prepared;
  readonly found: Found;
}

/** Mean confidence of the letters, below which the page may be the wrong way up. */
const READABLE = 0.6;

interface Found {
  readonly lines: readonly LineWords[];
  readonly usual: number;
  readonly confidence: number;
}

/** Every line once. */
async function readOnce(prepared: Prepared, engine: Engine): Promise<Found> {
  const { grey, ink, regions, dpi } = prepared;
  const { lines, usual } = findLines(ink, regions, dpi);
  const single = lines.filter(({ shape }) => shape === 'line');
  const several = lines.filter(({ shape }) => shape === 'block');
  const shown = single.map(({ rect }) => showLine(grey, ink, rect, usual));
  const words = new Map<PrintedLine, RawWord[]>();
  const read = await engine.read(
    shown.map(({ cutting }) => cutting),
    'line',
    dpi,
  );
  for (const [i, found] of read.entries()) words.set(single[i] as PrintedLine, (shown[i] as ShownLine).place(found));
  // A line in which nothing was found is given once more as a block: a lone digit may have been lost.
  const again = [...several, ...single.filter((line) => words.get(line)?.length === 0)];
  const blocks = again.map(({ rect }) => cutBlock(grey, rect));
  for (const [i, found] of (await engine.read(blocks, 'block', dpi)).entries())
    words.set(again[i] as PrintedLine, found);
  const found = lines.map((line): LineWords => {
    const inLine = words.get(line) ?? [];
    return { ...line, words: line.shape === 'line' ? fitWords(inLine, ink, line.rect) : inLine };
  });
  return { lines: found, usual, confidence: meanConfidence([...words.values()].flat()) };
}

function meanConfidence(words: readonly RawWord[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  return letters === 0 ? 0 : words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / letters;
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
