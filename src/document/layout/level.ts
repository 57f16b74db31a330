/**
 * Levelling: the lines of a scan run a little askew, and over a page that is more than an indent. Layout looks at the
 * page turned back; the words keep their places on the page as it is.
 */
import type { Box } from '../model.ts';
import type { PageContent, PageWord, Rule } from '../page.ts';
import { median } from './line.ts';
import { findRows } from './lines.ts';

/** Rows with fewer words say little. */
const FEWEST_WORDS = 5;
const FEWEST_ROWS = 4;
/** Slopes below this are as good as none, above this they are none of a scan. */
const LEAST = 0.0008;
const MOST = 0.06;

/**
 * Turns a recognised page back by the slope of its lines; other pages stay as they are. `originals` is told which word of
 * the page each word of the levelled page is.
 */
export function levelPage(page: PageContent, originals: Map<PageWord, PageWord>): PageContent {
  const slope = page.source === 'ocr' ? slopeOf(page) : 0;
  if (Math.abs(slope) < LEAST || Math.abs(slope) > MOST) return page;
  const words = page.words.map((word) => {
    const turned = { ...word, box: turnBox(word.box, slope, page) };
    originals.set(turned, word);
    return turned;
  });
  const rules = page.rules.map((rule) => turnRule(rule, slope, page));
  return { ...page, words, rules };
}

/** How far lines go down for each point to the right. */
function slopeOf(page: PageContent): number {
  const slopes: number[] = [];
  for (const row of findRows(page.words, page).rows) {
    const words = row.parts.flatMap((part) => part.tokens.map((token) => token.word));
    if (words.length < FEWEST_WORDS) continue;
    slopes.push(slopeOfRow(words));
  }
  return slopes.length < FEWEST_ROWS ? 0 : median(slopes);
}

/** By least squares through the middles of the words. */
function slopeOfRow(words: readonly PageWord[]): number {
  let sumX = 0;
  let sumY = 0;
  for (const { box } of words) {
    sumX += box.x + box.width / 2;
    sumY += box.y + box.height / 2;
  }
  const middleX = sumX / words.length;
  const middleY = sumY / words.length;
  let above = 0;
  let below = 0;
  for (const { box } of words) {
    const x = box.x + box.width / 2 - middleX;
    above += x * (box.y + box.height / 2 - middleY);
    below += x * x;
  }
  return below === 0 ? 0 : above / below;
}

function turnBox(box: Box, slope: number, page: PageContent): Box {
  const { x, y } = turn(box.x + box.width / 2, box.y + box.height / 2, slope, page);
  return { ...box, x: x - box.width / 2, y: y - box.height / 2 };
}

function turnRule({ x1, y1, x2, y2 }: Rule, slope: number, page: PageContent): Rule {
  const { x, y } = turn((x1 + x2) / 2, (y1 + y2) / 2, slope, page);
  const [halfX, halfY] = [(x2 - x1) / 2, (y2 - y1) / 2];
  return { x1: x - halfX, y1: y - halfY, x2: x + halfX, y2: y + halfY };
}

/** Around the middle of the page; the slopes are small enough for it to be a shear. */
function turn(x: number, y: number, slope: number, page: PageContent): { x: number; y: number } {
  const dx = x - page.width / 2;
  const dy = y - page.height / 2;
  return { x: x + dy * slope, y: y - dx * slope };
}
