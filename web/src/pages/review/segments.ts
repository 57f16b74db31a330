/**
 * The text of a document as paragraphs (đoạn) of flat segments: spans of items nest and overlap, a segment is the
 * longest stretch that the same items cover. Offsets are those of the whole text.
 */

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface Paragraph extends Stretch {
  /** Level of the heading (1 is the highest); null for ordinary text. */
  readonly heading: number | null;
  /** A line of a table: its cells are parted by tabs or bars. */
  readonly row: boolean;
  /** A short line in capitals, as titles of documents are: shown in the middle. */
  readonly centred: boolean;
}

/** A stretch that belongs to an item. */
export interface Layer<K extends string = string> extends Stretch {
  readonly id: string;
  readonly kind: K;
}

export interface Segment<K extends string = string> extends Stretch {
  /** What covers it, the innermost (shortest) first; empty for plain text. */
  readonly layers: readonly Layer<K>[];
}

/** Lines with something in them; empty ones only part them. */
export function paragraphsOf(text: string, headings: ReadonlyMap<number, number> = new Map()): Paragraph[] {
  const starts = [...headings.keys()].sort((a, b) => a - b);
  const found: Paragraph[] = [];
  let next = 0;
  for (let start = 0; start <= text.length; ) {
    const line = text.indexOf('\n', start);
    const end = line < 0 ? text.length : line;
    while (next < starts.length && (starts[next] as number) < start) next++;
    const at = starts[next];
    if (text.slice(start, end).trim() !== '') {
      const words = text.slice(start, end);
      const heading = at !== undefined && at < end ? (headings.get(at) ?? null) : null;
      found.push({ start, end, heading, row: isRow(words), centred: isTitle(words) });
    }
    start = end + 1;
  }
  return found;
}

function isRow(line: string): boolean {
  return /[^\t]\t+[^\t]/.test(line) || /\|.+\|/.test(line);
}

function isTitle(line: string): boolean {
  const words = line.trim();
  return (
    words.length < 90 && /\p{Lu}{2}/u.test(words) && words === words.toUpperCase() && !/^[IVX\d]+[.)-]/.test(words)
  );
}

/** Headings by what they look like, for texts that come without an outline: offset → level. */
export function guessHeadings(text: string): Map<number, number> {
  const found = new Map<number, number>();
  const line = /^[ \t]*(?:([IVX]{1,5})\s*[.\-–)]|((?:\d{1,2}\.){1,3}\d{0,2})|(Điều|Chương|Phần|Mục)\s)[^\n]*$/gmu;
  for (const match of text.matchAll(line)) {
    const words = match[0].trim();
    if (words.length > 160 || /[;:,]$/.test(words)) continue;
    const level = match[2] === undefined ? 1 : 1 + match[2].split('.').filter((part) => part !== '').length;
    found.set(match.index, level);
  }
  return found;
}

/** Segments of one paragraph, in order and without gaps. `layers` may reach beyond it. */
export function layOut<K extends string>(within: Stretch, layers: readonly Layer<K>[]): Segment<K>[] {
  const here = layers.filter(
    (layer) => layer.start < within.end && layer.end > within.start && layer.end > layer.start,
  );
  const edges = new Set([within.start, within.end]);
  for (const { start, end } of here) {
    if (start > within.start) edges.add(start);
    if (end < within.end) edges.add(end);
  }
  const cuts = [...edges].sort((a, b) => a - b);
  const byLength = here.toSorted((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i] as number;
    return { start, end, layers: byLength.filter((layer) => layer.start <= start && layer.end >= end) };
  });
}

/** For each paragraph the layers that touch it; both sides in the order of the text. */
export function shareOut<K extends string>(
  paragraphs: readonly Paragraph[],
  layers: readonly Layer<K>[],
): readonly (readonly Layer<K>[])[] {
  const shares: Layer<K>[][] = paragraphs.map(() => []);
  for (const layer of layers) {
    for (let i = paragraphAt(paragraphs, layer.start); i < paragraphs.length; i++) {
      const paragraph = paragraphs[i] as Paragraph;
      if (paragraph.start >= layer.end) break;
      if (paragraph.end > layer.start) (shares[i] as Layer<K>[]).push(layer);
    }
  }
  return shares;
}

/** Index of the paragraph at an offset, or of the next one when it lies between two. */
export function paragraphAt(paragraphs: readonly Stretch[], offset: number): number {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle] as Stretch).end < offset) low = middle + 1;
    else high = middle;
  }
  return Math.min(low, Math.max(0, paragraphs.length - 1));
}

/** A selection without the blanks at its ends; null when nothing is left. */
export function trimmed(text: string, { start, end }: Stretch): Stretch | null {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] as string)) from++;
  while (to > from && /\s/.test(text[to - 1] as string)) to--;
  return from < to ? { start: from, end: to } : null;
}

/** The paragraph around an item and one on each side: its sentence in context. */
export function contextOf(text: string, paragraphs: readonly Paragraph[], span: Stretch): Stretch {
  const first = paragraphAt(paragraphs, span.start);
  const last = paragraphAt(paragraphs, Math.max(span.start, span.end - 1));
  return {
    start: paragraphs[Math.max(0, first - 1)]?.start ?? 0,
    end: paragraphs[Math.min(paragraphs.length - 1, last + 1)]?.end ?? text.length,
  };
}
