/** Footnotes (chú thích cuối trang): small lines at the foot of a page, below a short rule, that open with a mark. */
import type { PageContent } from '../page.ts';
import { type Line, makeLine, widthOf, wordsOf } from './line.ts';
import { joinParts, type Row } from './lines.ts';
import { isSignatureLine, opensWithBullet } from './openings.ts';
import type { Stroke } from './rules.ts';

export interface DraftNote {
  readonly page: number;
  /** As printed, without brackets; '' where it could not be read. */
  readonly mark: string;
  lines: Line[];
}

export interface FoundNotes {
  /** Rows of the text. */
  readonly body: readonly Row[];
  readonly notes: readonly DraftNote[];
  /** Lines above the first mark: they go on with the last note of the page before. */
  readonly rest: readonly Line[];
}

/** Where a footnote's rule may stand, and how long it may be, as parts of the page. */
const HIGHEST = 0.25;
const SHORTEST_RULE = 30;
const LONGEST_RULE = 0.62;
/** A note is smaller than the text by at least this many points. */
const SMALLER = 0.7;
/** In recognised text, where sizes are heights of letters, by this part. */
const SMALLER_SEEN = 0.84;
const MARK = /^[[(]?(\d{1,3}|\*{1,3})[\])]?[.:]?$/;
/** A mark that recognition or the file wrote together with the word: `1Nghị`. */
const GLUED_MARK = /^(\d{1,2})(\p{Lu}\p{Ll}*)$/u;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Takes the footnotes off a page. `hasOpen` tells that a note of the page before may go on. */
export function findNotes(
  rows: readonly Row[],
  strokes: readonly Stroke[],
  page: PageContent,
  bodySize: number,
  hasOpen: boolean,
): FoundNotes {
  const none: FoundNotes = { body: rows, notes: [], rest: [] };
  const known = raisedMarks(rows);
  for (const at of startsOf(rows, strokes, page, bodySize)) {
    const lines = rows.slice(at.row).map((row) => joinParts(row, page));
    const found = page.source === 'ocr' ? partRecognised(lines, page) : partNotes(lines, page, known);
    if (found.notes.length === 0 && !(hasOpen && at.ruled)) continue;
    if (found.rest.length > 0 && !(hasOpen && at.ruled)) continue;
    const sure = at.ruled || page.source === 'ocr';
    if (!sure && !found.notes.every((note) => known.has(note.mark) || note.raised)) continue;
    return { body: rows.slice(0, at.row), notes: found.notes, rest: found.rest };
  }
  return none;
}

/** Rows at which the notes may begin, likeliest first: below a rule, or where the small rows at the foot begin. */
function startsOf(
  rows: readonly Row[],
  strokes: readonly Stroke[],
  page: PageContent,
  bodySize: number,
): { row: number; ruled: boolean }[] {
  const starts: { row: number; ruled: boolean }[] = [];
  let small = rows.length;
  while (small > 0 && isSmall(rows[small - 1] as Row, bodySize)) small--;
  const left = rows.reduce((least, row) => Math.min(least, row.parts[0]?.left ?? least), page.width);
  const candidates = strokes
    .filter(
      ({ at, from, to }) =>
        at > HIGHEST * page.height &&
        to - from >= SHORTEST_RULE &&
        to - from <= LONGEST_RULE * page.width &&
        from < left + 40,
    )
    .slice(0, 40);
  for (const { at } of candidates) {
    const row = rows.findIndex((one) => (one.top + one.bottom) / 2 > at);
    if (row < 0 || row === 0) continue;
    const above = rows[row - 1] as Row;
    const below = rows[row] as Row;
    // A line right below words underlines them.
    if (at - above.bottom < -1 || below.top - at > 3 * bodySize) continue;
    const known = bodySize === 0 || (below.parts[0] as Line).source === 'ocr' || row >= small;
    if (known) starts.push({ row, ruled: true });
  }
  if (small === rows.length || small === 0) return starts;
  if (page.source === 'ocr') {
    if (isBlockOfNotes(rows, small, page)) starts.push({ row: small, ruled: false });
  } else {
    for (let row = small; row < Math.min(rows.length, small + 12); row++) {
      if (markOf(rows[row]?.parts[0])) starts.push({ row, ruled: false });
    }
  }
  return starts;
}

function isSmall(row: Row, bodySize: number): boolean {
  return row.parts.every((part) => part.size <= (part.source === 'ocr' ? SMALLER_SEEN * bodySize : bodySize - SMALLER));
}

/** In recognised text marks and rules are often lost: small lines as wide as the text, well below it. */
function isBlockOfNotes(rows: readonly Row[], at: number, page: PageContent): boolean {
  const above = rows[at - 1] as Row;
  const below = rows.slice(at);
  const first = (below[0] as Row).parts[0] as Line;
  const gap = (below[0] as Row).top - above.bottom;
  if (first.top < 0.5 * page.height || gap < 0.9 * first.size || widthOf(first) < 0.45 * page.width) return false;
  return !below.some((row) => row.parts.some((part) => isSignatureLine(part.text) || opensWithBullet(part.text)));
}

/** The mark that a line opens with. */
function markOf(line: Line | undefined): { mark: string; raised: boolean; glued: boolean } | null {
  const first = line?.tokens[0];
  if (!line || !first) return null;
  const plain = plainMark(first.text);
  if (plain !== null && line.tokens.length > 1)
    return { mark: plain, raised: first.raised || /[[(⁰¹²³⁴-⁹*]/.test(first.text), glued: false };
  const glued = GLUED_MARK.exec(first.text);
  return glued ? { mark: glued[1] as string, raised: false, glued: true } : null;
}

/** `1`, `(1)`, `[1]`, `¹`, `*` → `1`, `*`; null for anything else. */
export function plainMark(text: string): string | null {
  const digits = [...text]
    .map((letter) => (SUPERSCRIPTS.includes(letter) ? String(SUPERSCRIPTS.indexOf(letter)) : letter))
    .join('');
  return MARK.exec(digits)?.[1] ?? null;
}

function raisedMarks(rows: readonly Row[]): Set<string> {
  const marks = new Set<string>();
  for (const row of rows) {
    for (const part of row.parts) {
      for (const [i, token] of part.tokens.entries()) {
        if (i === 0 && part === row.parts[0]) continue;
        const mark = token.raised ? plainMark(token.text) : null;
        if (mark !== null) marks.add(mark);
      }
    }
  }
  return marks;
}

/** Notes of recognised text: where no mark can be read, a new one begins below a wider gap. */
function partRecognised(lines: readonly Line[], page: PageContent): Parted {
  const notes: (DraftNote & { raised: boolean })[] = [];
  const gaps = lines.slice(1).map((line, i) => line.baseline - (lines[i] as Line).baseline);
  const usual = gaps.length > 1 ? Math.min(...gaps.slice(0, 50)) : 0;
  for (const [i, line] of lines.entries()) {
    const opening = markOf(line);
    const last = notes.at(-1);
    const next = opening !== null && (!last || opening.mark === String(Number(last.mark) + 1));
    if (!last || next || (usual > 0 && (gaps[i - 1] as number) > 1.5 * usual)) {
      const marked = opening ? next || opening.raised : isRaisedSign(line);
      const own = marked ? withoutMark(line, opening?.glued === true, page) : line;
      notes.push({ page: page.number, mark: next ? opening.mark : '', raised: false, lines: [own] });
    } else last.lines.push(line);
  }
  return { notes, rest: [] };
}

/** A mark that recognition took for another sign stands as high as marks do. */
function isRaisedSign(line: Line): boolean {
  const first = line.tokens[0];
  if (!first || line.tokens.length < 2 || first.text.length > 2) return false;
  return first.box.y + first.box.height < line.baseline - 0.3 * line.size;
}

interface Parted {
  notes: (DraftNote & { raised: boolean })[];
  rest: Line[];
}

function partNotes(lines: readonly Line[], page: PageContent, known: ReadonlySet<string>): Parted {
  const notes: (DraftNote & { raised: boolean })[] = [];
  const rest: Line[] = [];
  let expected: string | null = null;
  for (const line of lines) {
    const opening = markOf(line);
    const isOpening =
      opening !== null &&
      (opening.raised ||
        (expected === null
          ? known.has(opening.mark) || known.size === 0 || /^\d+$/.test(opening.mark)
          : opening.mark === expected));
    if (opening && isOpening) {
      notes.push({
        page: page.number,
        mark: opening.mark,
        raised: opening.raised,
        lines: [withoutMark(line, opening.glued, page)],
      });
      expected = /^\d+$/.test(opening.mark) ? String(Number(opening.mark) + 1) : `${opening.mark}*`;
      continue;
    }
    const note = notes.at(-1);
    if (note) note.lines.push(line);
    else rest.push(line);
  }
  return { notes, rest };
}

/** The line without the mark that opens it. */
function withoutMark(line: Line, glued: boolean, page: PageContent): Line {
  const words = wordsOf(line);
  const first = words[0];
  if (!first) return line;
  if (!glued) return makeLine(words.slice(1), page);
  return makeLine([{ ...first, text: first.text.replace(/^\d+/, '') }, ...words.slice(1)], page);
}
