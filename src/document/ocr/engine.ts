/** What reads characters: takes cuttings of a level, clean picture, gives words with places in pixels. */
import type { Grey, Rect } from './grey.ts';

export interface RawWord {
  readonly text: string;
  /** Pixels of the picture that was read. */
  readonly box: Rect;
  /** 0 to 1. */
  readonly confidence: number;
}

/** A `line` is read as one line without a further look, a `block` is parted into lines first. */
export type Shape = 'block' | 'line';

export interface Engine {
  readonly name: string;
  /** One answer for each cutting, in order; places in pixels of the whole. */
  read(cuttings: readonly Cutting[], shape: Shape, dpi: number): Promise<RawWord[][]>;
  close(): void;
}

export interface Cutting {
  readonly picture: Grey;
  /** Where the first pixel of the cutting stands in the whole. */
  readonly x: number;
  readonly y: number;
}

/** Paper around a block, without which Tesseract reads its first and last line badly; pixels. */
const BLOCK_MARGIN = 12;
/** Soft edges of letters, pixels. */
const EDGE = 3;

/** A block of lines by itself on white paper. */
export function cutBlock(whole: Grey, { left, top, right, bottom }: Rect): Cutting {
  const rect = { left: left - EDGE, top: top - EDGE, right: right + EDGE, bottom: bottom + EDGE };
  return onPaper(whole, rect, { side: BLOCK_MARGIN, above: BLOCK_MARGIN, below: BLOCK_MARGIN });
}

/**
 * A line by itself, at least `height` high. The network sees every line at the same height, so a line of low letters or
 * of digits alone needs the paper that accents and tails would take, or it is seen too large; paper at its ends, on the
 * other hand, is read as dots and quotes.
 */
export function cutLine(whole: Grey, { left, top, right, bottom }: Rect, height: number): Cutting {
  const missing = Math.max(0, Math.round(height) - (bottom - top + 2));
  const above = Math.round(missing * ABOVE);
  const rect = { left: left - 1, top: top - 1, right: right + 1, bottom: bottom + 1 };
  return onPaper(whole, rect, { side: 0, above: above + 2, below: missing - above + 2 });
}

/** Of the paper that a low line lacks, how much goes above it: tails reach less far than stacked accents. */
const ABOVE = 0.4;

function onPaper(whole: Grey, rect: Rect, margin: { side: number; above: number; below: number }): Cutting {
  const left = Math.max(0, rect.left);
  const right = Math.min(whole.width, rect.right);
  const top = Math.max(0, rect.top);
  const bottom = Math.min(whole.height, rect.bottom);
  const width = right - left + 2 * margin.side;
  const height = bottom - top + margin.above + margin.below;
  const data = new Uint8Array(width * height).fill(255);
  for (let y = top; y < bottom; y++)
    data.set(
      whole.data.subarray(y * whole.width + left, y * whole.width + right),
      (y - top + margin.above) * width + margin.side,
    );
  return { picture: { width, height, data }, x: left - margin.side, y: top - margin.above };
}

/** Two opinions: `first` reads everything, `second` what must not be wrong. */
export interface Engines {
  readonly first: Engine;
  readonly second: Engine;
}

/** A picture as PGM, which every engine takes and nobody has to compress. */
export function writePgm({ width, height, data }: Grey): Uint8Array {
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1');
  const out = new Uint8Array(head.length + data.length);
  out.set(head);
  out.set(data, head.length);
  return out;
}

/** Words of Tesseract's table output (TSV): level, page, block, paragraph, line, word, left, top, width, height, conf, text. */
export function readTsv(tsv: string, { x, y }: Cutting): RawWord[] {
  const words: RawWord[] = [];
  for (const row of tsv.split('\n')) {
    const fields = row.split('\t');
    if (fields[0] !== '5' || fields.length < 12) continue;
    const text = (fields[11] as string).trim().normalize('NFC');
    if (text === '') continue;
    const left = Number(fields[6]) + x;
    const top = Number(fields[7]) + y;
    words.push({
      text,
      box: { left, top, right: left + Number(fields[8]), bottom: top + Number(fields[9]) },
      confidence: Math.min(1, Math.max(0, Number(fields[10]) / 100)),
    });
  }
  return words;
}
