/**
 * Coloured ink: a red stamp (dấu) or a blue signature (chữ ký) over black text goes, the text under it stays. Only marks
 * larger than a line of text go: a number stamped or typed in colour is text, and so is a page that is blue throughout.
 */
import type { Raster } from '../raster.ts';
import type { Grey, Rect } from './grey.ts';

/** A mark that was taken away, pixels. What was read there deserves less trust. */
export interface ColourFree {
  readonly grey: Grey;
  readonly marks: readonly Rect[];
}

/** How far the channels of a pixel are apart, at least, when it is coloured (0 to 255, paper taken as white). */
const COLOURED = 48;
/** Points: taller than any line of text. */
const MARK_HEIGHT = 30;
/** Blocks of the coarse picture, points. */
const BLOCK = 3;

export function withoutColour(raster: Raster): ColourFree {
  const { width, height, channels, data } = raster;
  if (channels === 1) return { grey: { width, height, data }, marks: [] };
  const tables = paperTables(raster);
  const grey = new Uint8Array(width * height);
  const block = Math.max(4, Math.round((raster.dpi * BLOCK) / 72));
  const columns = Math.ceil(width / block);
  const rows = Math.ceil(height / block);
  const coloured = new Uint16Array(columns * rows);
  let darkPixels = 0;
  let colouredPixels = 0;
  const [red, green, blue] = tables;
  const [lightRed, lightGreen, lightBlue] = [weighed(red, 77), weighed(green, 150), weighed(blue, 29)];
  for (let i = 0, p = 0; i < grey.length; i++, p += channels) {
    const [r, g, b] = [data[p] as number, data[p + 1] as number, data[p + 2] as number];
    grey[i] = ((lightRed[r] as number) + (lightGreen[g] as number) + (lightBlue[b] as number)) >> 8;
  }
  for (let y = 0, i = 0; y < height; y++) {
    const blockRow = ((y / block) | 0) * columns;
    for (let x = 0; x < width; x++, i++) {
      const luma = grey[i] as number;
      if (luma > 215) continue;
      const p = i * channels;
      const r = red[data[p] as number] as number;
      const g = green[data[p + 1] as number] as number;
      const b = blue[data[p + 2] as number] as number;
      if (spread(r, g, b) > COLOURED) {
        colouredPixels++;
        const at = blockRow + ((x / block) | 0);
        coloured[at] = (coloured[at] as number) + 1;
      } else if (luma < 128) darkPixels++;
    }
  }
  const free: Grey = { width, height, data: grey };
  // Text in colour throughout: nothing is a mark.
  if (colouredPixels === 0 || colouredPixels > 2 * darkPixels) return { grey: free, marks: [] };
  const marks = largeMarks(coloured, columns, rows, block, (raster.dpi * MARK_HEIGHT) / 72).map((rect) => ({
    left: Math.max(0, rect.left * block - block),
    top: Math.max(0, rect.top * block - block),
    right: Math.min(width, rect.right * block + block),
    bottom: Math.min(height, rect.bottom * block + block),
  }));
  for (const mark of marks) bleach(raster, tables, grey, mark);
  return { grey: free, marks };
}

function weighed(table: Uint8Array, weight: number): Uint16Array {
  return Uint16Array.from(table, (value) => value * weight);
}

function spread(r: number, g: number, b: number): number {
  return Math.max(r, g, b) - Math.min(r, g, b);
}

type Tables = readonly [Uint8Array, Uint8Array, Uint8Array];

/** For each channel what makes the paper white, whatever the colour of the light. */
function paperTables({ data, channels, width, height }: Raster): Tables {
  const step = Math.max(1, Math.floor((width * height) / 50_000)) * channels;
  return [0, 1, 2].map((channel) => {
    const histogram = new Uint32Array(256);
    let count = 0;
    for (let i = channel; i < data.length; i += step, count++)
      histogram[data[i] as number] = (histogram[data[i] as number] as number) + 1;
    let above = 0;
    let paper = 255;
    while (paper > 100 && above < count * 0.35) above += histogram[paper--] as number;
    return Uint8Array.from({ length: 256 }, (_, v) => Math.min(255, Math.round((v * 255) / (paper + 1))));
  }) as unknown as Tables;
}

/** Boxes, in blocks, around coloured blocks that hang together and are together taller than text. */
function largeMarks(coloured: Uint16Array, columns: number, rows: number, block: number, minHeight: number): Rect[] {
  const enough = Math.max(3, (block * block) / 12);
  const seen = new Uint8Array(coloured.length);
  const boxes: Rect[] = [];
  const stack: number[] = [];
  for (let start = 0; start < coloured.length; start++) {
    if (seen[start] || (coloured[start] as number) < enough) continue;
    let [left, top, right, bottom] = [columns, rows, 0, 0];
    seen[start] = 1;
    stack.push(start);
    while (stack.length > 0) {
      const at = stack.pop() as number;
      const x = at % columns;
      const y = (at / columns) | 0;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
      for (let dy = -2; dy <= 2; dy++) {
        for (let dx = -2; dx <= 2; dx++) {
          const nx = x + dx;
          const ny = y + dy;
          if (nx < 0 || ny < 0 || nx >= columns || ny >= rows) continue;
          const next = ny * columns + nx;
          if (seen[next] || (coloured[next] as number) < enough) continue;
          seen[next] = 1;
          stack.push(next);
        }
      }
    }
    if ((bottom - top) * block >= minHeight) boxes.push({ left, top, right, bottom });
  }
  return boxes;
}

/**
 * Ink over ink multiplies: under a red stamp black stays black in the red channel. So the brightest channel, measured
 * against what the pure mark has in it, is the page without the mark. Stamp and signature touch, so each hue has its own.
 */
function bleach({ data, channels, width }: Raster, [red, green, blue]: Tables, grey: Uint8Array, mark: Rect): void {
  const pure = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)] as const;
  const each = (visit: (i: number, hue: 0 | 1 | 2, brightest: number) => void): void => {
    for (let y = mark.top; y < mark.bottom; y++) {
      for (let x = mark.left; x < mark.right; x++) {
        const i = y * width + x;
        const r = red[data[i * channels] as number] as number;
        const g = green[data[i * channels + 1] as number] as number;
        const b = blue[data[i * channels + 2] as number] as number;
        if (spread(r, g, b) <= COLOURED / 2) continue;
        const brightest = Math.max(r, g, b);
        visit(i, brightest === r ? 0 : brightest === b ? 2 : 1, brightest);
      }
    }
  };
  each((_, hue, brightest) => {
    pure[hue][brightest] = (pure[hue][brightest] as number) + 1;
  });
  const gains = pure.map((histogram) => {
    const count = histogram.reduce((sum, n) => sum + n, 0);
    let below = 0;
    let level = 0;
    while (level < 255 && below < count * 0.4) below += histogram[level++] as number;
    return Math.min(MOST_GAIN, 255 / Math.max(1, level));
  });
  each((i, hue, brightest) => {
    grey[i] = Math.max(grey[i] as number, Math.min(255, brightest * (gains[hue] as number)));
  });
}

/** Darker ink than this is not told from black by its colour. */
const MOST_GAIN = 2.2;
