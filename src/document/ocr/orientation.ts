/** Which way up a scan is: tables are often scanned lying on their side, and sheets go into the scanner upside down. */
import type { Raster } from '../raster.ts';
import type { Ink, Rect } from './grey.ts';
import type { Scan } from './prepare.ts';

/** Quarter turns, clockwise. */
export type Quarters = 0 | 1 | 2 | 3;

/** Pixels that are passed over in counting ink. */
const STEP = 3;

/**
 * Whether lines of writing run from top to bottom: then columns of pixels change between ink and paper more sharply than
 * rows do.
 */
export function isSideways({ width, height, data }: Ink): boolean {
  const rows = new Int32Array(height);
  const columns = new Int32Array(width);
  // Strips, so that a lean of a degree or two does not blur the lines away.
  const strips = 6;
  let across = 0;
  let down = 0;
  for (let strip = 0; strip < strips; strip++) {
    rows.fill(0);
    columns.fill(0);
    const [left, right] = [Math.floor((width * strip) / strips), Math.floor((width * (strip + 1)) / strips)];
    const [top, bottom] = [Math.floor((height * strip) / strips), Math.floor((height * (strip + 1)) / strips)];
    // Every third pixel of a sum tells as much.
    for (let y = 0; y < height; y++) {
      let sum = 0;
      for (let i = y * width + left, end = y * width + right; i < end; i += STEP) sum += data[i] as number;
      rows[y] = sum;
    }
    for (let y = top; y < bottom; y += STEP)
      for (let x = 0, i = y * width; x < width; x++, i++) columns[x] = (columns[x] as number) + (data[i] as number);
    across += roughness(rows) / (right - left) ** 2;
    down += roughness(columns) / (bottom - top) ** 2;
  }
  return down > 1.5 * across;
}

/** How much a profile goes up and down over the height of letters. */
function roughness(profile: Int32Array): number {
  let sum = 0;
  for (let i = 10; i < profile.length; i++) {
    const step = (profile[i] as number) - (profile[i - 10] as number);
    sum += step * step;
  }
  return sum;
}

export function turnedScan({ grey, marks, dpi }: Scan, quarters: Quarters): Scan {
  const { width, height, data } = turnedRaster({ ...grey, channels: 1, dpi }, quarters);
  return { grey: { width, height, data }, marks: marks.map((mark) => turnedBox(mark, grey, quarters)), dpi };
}

function turnedBox(
  { left, top, right, bottom }: Rect,
  { width, height }: { readonly width: number; readonly height: number },
  quarters: Quarters,
): Rect {
  if (quarters === 1) return { left: height - bottom, top: left, right: height - top, bottom: right };
  if (quarters === 2) return { left: width - right, top: height - bottom, right: width - left, bottom: height - top };
  if (quarters === 3) return { left: top, top: width - right, right: bottom, bottom: width - left };
  return { left, top, right, bottom };
}

export function turnedRaster(raster: Raster, quarters: Quarters): Raster {
  if (quarters === 0) return raster;
  const { width, height, channels, data } = raster;
  const out = new Uint8Array(data.length);
  for (let y = 0, from = 0; y < height; y++) {
    for (let x = 0; x < width; x++, from += channels) {
      let to = x * height + (height - 1 - y);
      if (quarters === 2) to = (height - 1 - y) * width + (width - 1 - x);
      if (quarters === 3) to = (width - 1 - x) * height + y;
      for (let k = 0; k < channels; k++) out[to * channels + k] = data[from + k] as number;
    }
  }
  return quarters === 2 ? { ...raster, data: out } : { ...raster, width: height, height: width, data: out };
}
