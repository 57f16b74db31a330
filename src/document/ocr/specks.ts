/**
 * Noise of the scan: grain of grey pictures is smoothed as far as it is strong, dust of two-valued pictures is taken away
 * as far as it is too small and too far from letters to be a dot or an accent.
 */
import type { Grey } from './grey.ts';

/** Grain in levels of grey from which smoothing helps reading. */
const GRAIN = 9;
const COARSE_GRAIN = 22;
/** Pixels at 200 dpi: the dot of an i has 9 and more, also in a thin copy. */
const SPECK = 6;
const SPECK_SEEN = 1;
const LETTER_SEEN = 2;

export function withoutNoise(grey: Grey): Grey {
  if (isTwoValued(grey.data)) return smoothed(withoutSpecks(grey), 1);
  const grain = grainOf(grey);
  if (grain < GRAIN) return grey;
  return smoothed(grey, grain < COARSE_GRAIN ? 1 : 2);
}

export function isTwoValued(data: Uint8Array): boolean {
  let between = 0;
  let count = 0;
  for (let i = 0; i < data.length; i += 11, count++)
    if ((data[i] as number) > 24 && (data[i] as number) < 232) between++;
  return between < count * 0.003;
}

/** How much neighbours on the paper differ: their standard deviation, from the median so that ink does not count. */
function grainOf({ width, height, data }: Grey): number {
  const differences = new Uint32Array(256);
  let count = 0;
  for (let y = 1; y < height; y += 3) {
    for (let x = 1, i = y * width + 1; x < width - 2; x += 3, i += 3) {
      const a = data[i] as number;
      // Clipped to white there is nothing to be seen.
      if (a > 252 || a < 90) continue;
      const d = Math.abs(a - (data[i + 2] as number));
      differences[d] = (differences[d] as number) + 1;
      count++;
    }
  }
  if (count < (width * height) / 90) return 0;
  let below = 0;
  let median = 0;
  while (below < count / 2) below += differences[median++] as number;
  return (median * 1.05) | 0;
}

/** Binomial smoothing, 3 × 3 once or twice. */
function smoothed(grey: Grey, times: number): Grey {
  let current = grey;
  for (let k = 0; k < times; k++) current = smoothedOnce(current);
  return current;
}

function smoothedOnce({ width, height, data }: Grey): Grey {
  const out = new Uint8Array(data.length);
  const sums = new Uint16Array(width);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const above = y > 0 ? row - width : row;
    const below = y < height - 1 ? row + width : row;
    for (let x = 0; x < width; x++)
      sums[x] = (data[above + x] as number) + 2 * (data[row + x] as number) + (data[below + x] as number);
    out[row] = (sums[0] as number) >> 2;
    out[row + width - 1] = (sums[width - 1] as number) >> 2;
    for (let x = 1; x < width - 1; x++)
      out[row + x] = ((sums[x - 1] as number) + 2 * (sums[x] as number) + (sums[x + 1] as number) + 8) >> 4;
  }
  return { width, height, data: out };
}

function withoutSpecks({ width, height, data }: Grey): Grey {
  const out = data.slice();
  const seen = new Uint8Array(data.length);
  const pixels = new Int32Array(SPECK + 1);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, start = y * width + 1; x < width - 1; x++, start++) {
      if ((data[start] as number) >= 128) {
        if (darkAround(data, start, width) >= 7) out[start] = 0;
        continue;
      }
      if (seen[start] === SPECK_SEEN) continue;
      // What touches a letter is a letter: so only its first pixel is followed.
      if (touchesLetter(seen, start, width) || !isSpeck(data, seen, start, width, pixels)) {
        seen[start] = LETTER_SEEN;
        continue;
      }
      const size = pixels[SPECK] as number;
      if (hasNeighbour(data, width, height, x, y, size)) continue;
      for (let k = 0; k < size; k++) out[pixels[k] as number] = 255;
    }
  }
  return { width, height, data: out };
}

function touchesLetter(seen: Uint8Array, i: number, width: number): boolean {
  return (
    seen[i - 1] === LETTER_SEEN ||
    seen[i - width - 1] === LETTER_SEEN ||
    seen[i - width] === LETTER_SEEN ||
    seen[i - width + 1] === LETTER_SEEN
  );
}

function darkAround(data: Uint8Array, i: number, width: number): number {
  let count = 0;
  for (let row = i - width; row <= i + width; row += width)
    for (let at = row - 1; at <= row + 1; at++) if (at !== i && (data[at] as number) < 128) count++;
  return count;
}

/** Whether the ink around `start` hangs together and has fewer than SPECK pixels; they are put into `pixels`, their number last. */
function isSpeck(data: Uint8Array, seen: Uint8Array, start: number, width: number, pixels: Int32Array): boolean {
  pixels[0] = start;
  let size = 1;
  for (let k = 0; k < size; k++) {
    const i = pixels[k] as number;
    for (let row = i - width; row <= i + width; row += width) {
      for (let at = row - 1; at <= row + 1; at++) {
        if (at < 0 || at >= data.length || (data[at] as number) >= 128) continue;
        let known = false;
        for (let j = 0; j < size && !known; j++) known = pixels[j] === at;
        if (known) continue;
        if (size >= SPECK) return false;
        pixels[size++] = at;
      }
    }
  }
  for (let k = 0; k < size; k++) seen[pixels[k] as number] = SPECK_SEEN;
  pixels[SPECK] = size;
  return true;
}

/** Whether other ink lies close enough that this may be a piece of a broken letter. */
function hasNeighbour(data: Uint8Array, width: number, height: number, x: number, y: number, size: number): boolean {
  const reach = 3;
  let dark = 0;
  for (let ny = Math.max(0, y - reach); ny <= Math.min(height - 1, y + reach + 2); ny++)
    for (let nx = Math.max(0, x - reach); nx <= Math.min(width - 1, x + reach + 2); nx++)
      if ((data[ny * width + nx] as number) < 128) dark++;
  // The speck itself lies within the window. A single pixel is dust even beside a letter.
  return size > 1 && dark > size;
}
