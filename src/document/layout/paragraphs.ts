/** Lines to paragraphs: whether a line goes on with the one before it, by where it stands and then by what it says. */
import { centreOf, type Line, widthOf } from './line.ts';
import type { Measures, PageMeasure } from './measures.ts';
import {
  endsGlued,
  isCapitals,
  isTerminated,
  labelLength,
  opensForm,
  opensSmall,
  opensWithBullet,
  opensWithLabel,
  standsAlone,
} from './openings.ts';

/** Lines of one paragraph; `breaks[i]` tells that line `i` begins after a break that the writer made. */
export interface DraftParagraph {
  readonly lines: Line[];
  readonly breaks: boolean[];
  readonly centred: boolean;
}

interface Limits {
  /** Edges nearer than this are one. */
  readonly near: number;
  /** Sizes that differ by this part are two. */
  readonly size: number;
  /** Room that a line must leave at its end to have ended by itself, in sizes. */
  readonly room: number;
  /** What one paragraph's lines may stand farther apart than others, in sizes. */
  readonly pitch: number;
}

const TEXT: Limits = { near: 3.5, size: 0.07, room: 0.2, pitch: 0.16 };
const OCR: Limits = { near: 7, size: 0.4, room: 0.5, pitch: 0.3 };
/** A line that leaves more room than this part of the width ended by itself, whatever it says. */
const MUCH_ROOM = 0.3;

/** Parts lines that stand in one column, one below the other, into paragraphs. */
export function partParagraphs(lines: readonly Line[], measures: Measures): DraftParagraph[] {
  const centred = findCentred(lines, measures);
  const paragraphs: DraftParagraph[] = [];
  let open: DraftParagraph | null = null;
  for (const [i, line] of lines.entries()) {
    const last: Line | undefined = open?.lines.at(-1);
    if (open && last) {
      if (centred[i] && open.centred) {
        if (sameTitle(last, line)) {
          open.lines.push(line);
          open.breaks.push(!isFull(last, line, measures, limitsOf(line)));
          continue;
        }
      } else if (centred[i] === open.centred && goesOn(open, last, line, measures)) {
        open.lines.push(line);
        open.breaks.push(false);
        continue;
      }
    }
    open = { lines: [line], breaks: [false], centred: centred[i] === true };
    paragraphs.push(open);
  }
  return paragraphs;
}

function limitsOf(line: Line): Limits {
  return line.source === 'ocr' ? OCR : TEXT;
}

function edges(line: Line, measures: Measures): PageMeasure {
  return measures.pages.get(line.page) ?? { left: line.left, right: line.right, farthest: line.right };
}

/** Left edge of a line, from the left edge of its page's text. */
function offset(line: Line, measures: Measures): number {
  return line.left - edges(line, measures).left;
}

/** True when the first word of the next line had no room on this one. */
function isFull(line: Line, next: Line, measures: Measures, limits: Limits): boolean {
  return roomAfter(line, next, measures) < limits.room * line.size;
}

/** Room that is left on the line behind a space and the first word of the next one; below 0 for none. */
function roomAfter(line: Line, next: Line, measures: Measures): number {
  const first = next.tokens[0];
  if (!first) return 0;
  let end = first.box.x + first.box.width;
  for (const token of next.tokens.slice(1)) {
    if (!token.glued) break;
    end = token.box.x + token.box.width;
  }
  const space = endsGlued(line.tokens.at(-1)?.text ?? '') ? 0 : 0.25 * line.size;
  return edges(line, measures).right - line.right - space - (end - first.box.x);
}

function sameFont(a: Line, b: Line, limits: Limits): boolean {
  return Math.abs(a.size - b.size) <= limits.size * Math.max(a.size, b.size);
}

function goesOn(open: DraftParagraph, a: Line, b: Line, measures: Measures): boolean {
  const limits = limitsOf(b);
  if (!sameFont(a, b, limits)) return false;
  const small = opensSmall(b.text);
  const terminated = isTerminated(a.text);
  const labelled = opensWithLabel(b.tokens) || opensForm(b.text);
  const samePage = a.page === b.page;
  if (samePage && !isNearBelow(open, a, b, measures, limits)) return false;
  const room = roomAfter(a, b, measures);
  const width = edges(a, measures).right - edges(a, measures).left;
  if (room > limits.room * a.size) {
    // Words that must not be parted leave room at the end of a line.
    const meant = !small || terminated || labelled || room > MUCH_ROOM * width;
    if (meant) return false;
  }
  const changed = a.bold !== b.bold && !(small && !terminated);
  return standsBelow(open, a, b, measures, limits, { small, terminated, labelled, changed });
}

/** Not farther below than lines of one paragraph are. */
function isNearBelow(open: DraftParagraph, a: Line, b: Line, measures: Measures, limits: Limits): boolean {
  const between = b.baseline - a.baseline;
  // Recognition draws single boxes too high.
  const pitch = b.source === 'ocr' ? Math.min(between, b.top - a.top) : between;
  if (pitch < 0.4 * a.size) return false;
  const before = open.lines.at(-2);
  if (before && before.page === a.page) return pitch <= a.baseline - before.baseline + limits.pitch * a.size;
  const usual = measures.pitch[a.source];
  if (usual > 0) return pitch <= (usual + limits.pitch) * a.size || (pitch < 2.2 * a.size && surely(a, b, measures));
  return pitch <= 2.2 * a.size;
}

/** A first line at the indent, then a small letter at the edge: spacing of its own. */
function surely(a: Line, b: Line, measures: Measures): boolean {
  return opensSmall(b.text) && !isTerminated(a.text) && offset(a, measures) - offset(b, measures) > 9;
}

interface Saying {
  readonly small: boolean;
  readonly terminated: boolean;
  readonly labelled: boolean;
  /** The line before is bold and this one is not, or the other way round. */
  readonly changed: boolean;
}

/** A full line is followed by one at the place where the lines of its paragraph begin. */
function standsBelow(
  open: DraftParagraph,
  a: Line,
  b: Line,
  measures: Measures,
  limits: Limits,
  { small, terminated, labelled, changed }: Saying,
): boolean {
  const second = open.lines[1];
  const left = offset(b, measures);
  const near = limits.near;
  // A wrapped line may open like an item only where items don't begin.
  const listed = opensWithBullet(b.text) && (a.text.endsWith(',') || opensWithBullet(open.lines[0]?.text ?? ''));
  const item = labelled && (terminated || listed) && !small;
  if (second) {
    const usual = offset(second, measures);
    if (Math.abs(left - usual) > near) {
      return a.source === 'ocr' && small && !terminated && Math.abs(left - usual) < 3 * near;
    }
    const first = offset(open.lines[0] as Line, measures);
    // Items begin elsewhere than their further lines, so this is one of these.
    if (Math.abs(first - usual) > near) return !(item && opensForm(b.text));
    return !item && !changed;
  }
  const from = offset(a, measures);
  const { wrap } = measures;
  const wraps = wrap !== null && Math.abs(left - wrap) <= near + 1;
  if (left < from - near) return !(item && Math.abs(left) <= near && opensWithBullet(b.text));
  if (left > from + near) {
    // First lines that stand out to the left.
    if (wraps && (wrap as number) > near && from < near) return true;
    const label = labelLength(a.tokens);
    const text = label > 0 ? a.tokens[label] : undefined;
    if (text && Math.abs(text.box.x - a.left - (left - from)) <= near + 1) return true;
    // Below the words of a label that stands out to the left.
    if (label > 0 && !labelled && left - from < 60) return !terminated;
    return small && !terminated && left - from < 20;
  }
  // Both begin where only first lines stand.
  const apart = wrap !== null && !wraps && (measures.indent > 0 || wrap > near);
  const first = measures.indent > 0 && from > 2 * near && Math.abs(from - measures.indent) <= near;
  if (first || (apart && Math.abs(from) <= near)) return small && !terminated && !labelled;
  return !item && !changed;
}

/** Which lines are centred between the edges of their page. */
function findCentred(lines: readonly Line[], measures: Measures): boolean[] {
  const found = lines.map((line) => looksCentred(line, measures));
  // A line of a title that takes the whole width is known by the centred one that ends the title.
  for (let i = lines.length - 2; i >= 0; i--) {
    const [line, next] = [lines[i] as Line, lines[i + 1] as Line];
    if (found[i] === false && found[i + 1] === true && isTitleText(line) && sameTitle(line, next)) {
      found[i] = isFull(line, next, measures, limitsOf(next));
    }
  }
  return found.map((centred, i) => {
    if (centred !== 'perhaps') return centred;
    const line = lines[i] as Line;
    return [i - 1, i + 1].some((k) => {
      const other = lines[k];
      if (!other || !found[k] || other.page !== line.page || other.bold !== line.bold) return false;
      if (!sameFont(other, line, limitsOf(line))) return false;
      // Centred lines share their middle, lines of a paragraph their edge.
      const sharesEdge = Math.abs(other.left - line.left) <= limitsOf(line).near;
      return !sharesEdge && Math.abs(centreOf(other) - centreOf(line)) < 2 * limitsOf(line).near;
    });
  });
}

function looksCentred(line: Line, measures: Measures): boolean | 'perhaps' {
  const { left, right, farthest } = edges(line, measures);
  const before = line.left - left;
  const near = line.source === 'ocr' ? 18 : 8;
  const even = [right, farthest].some((edge) => Math.abs(before - (edge - line.right)) <= near);
  if (before < 5 || right - line.right < 5 || !even) return false;
  const starts = [measures.indent, measures.wrap ?? 0].some((start) => start > 0 && Math.abs(before - start) <= 4);
  if (starts) return 'perhaps';
  // In text that is not justified a long line may look centred by chance.
  return widthOf(line) < 0.75 * (right - left) || line.bold || isCapitals(line.text) ? true : 'perhaps';
}

function isTitleText(line: Line): boolean {
  return line.bold || isCapitals(line.text);
}

/** Centred lines of one title: same letters, no farther apart than lines are. */
function sameTitle(a: Line, b: Line): boolean {
  if (a.page !== b.page || !sameFont(a, b, limitsOf(b)) || a.bold !== b.bold || a.italic !== b.italic) return false;
  if (standsAlone(a.text) || standsAlone(b.text) || opensWithLabel(b.tokens)) return false;
  if (b.baseline - a.baseline > 2 * a.size) return false;
  if (isTerminated(a.text) && !/[;,]$/.test(a.text)) return false;
  return isCapitals(a.text) === isCapitals(b.text) || opensSmall(b.text) || !/\p{L}{2}/u.test(b.text);
}
