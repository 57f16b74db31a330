/** How far a scan leans, and the page set straight: lines of text make the sharpest profile when they are level. */
import type { Grey, Ink } from './grey.ts';

/** Degrees. */
const MOST = 5;
const MOST_POINTS = 30_000;
const FEW_POINTS = 8_000;

/** The angle in degrees, clockwise positive, by which the lines of the page fall to the right; 0 when it can't be told. */
export function findSkew(ink: Ink): number {
  const { xs, ys } = lowerEdges(ink);
  if (xs.length < 200) return 0;
  const bins = new Int32Array(ink.height + 2 * ink.width);
  const sharpness = (degrees: number, step: number): number => {
    const slope = Math.tan((degrees * Math.PI) / 180);
    bins.fill(0);
    for (let i = 0; i < xs.length; i += step) {
      const bin = ((ys[i] as number) - (xs[i] as number) * slope + ink.width + 0.5) | 0;
      bins[bin] = (bins[bin] as number) + 1;
    }
    let sum = 0;
    for (let i = 0; i < bins.length; i++) sum += (bins[i] as number) ** 2;
    return sum;
  };
  // Where the peak is about can be told from a part of the points.
  const few = Math.max(1, Math.floor(xs.length / FEW_POINTS));
  const coarse = peak((degrees) => sharpness(degrees, few), -MOST, MOST, 0.2);
  const exact = (degrees: number): number => sharpness(degrees, 1);
  const fine = peak(exact, coarse - 0.2, coarse + 0.2, 0.04);
  const [a, b, c] = [exact(fine - 0.04), exact(fine), exact(fine + 0.04)];
  const bend = a - 2 * b + c;
  return fine + (bend < 0 ? Math.max(-0.04, Math.min(0.04, (0.02 * (a - c)) / bend)) : 0);
}

function peak(sharpness: (degrees: number) => number, from: number, to: number, step: number): number {
  let best = -1;
  let at = 0;
  // From the middle outwards, so that a page without lines stays as it is.
  const middle = (from + to) / 2;
  for (let k = 0; k <= Math.round((to - from) / 2 / step); k++) {
    for (const degrees of k === 0 ? [middle] : [middle - k * step, middle + k * step]) {
      const value = sharpness(degrees);
      if (value > best * 1.001) {
        best = value;
        at = degrees;
      }
    }
  }
  return at;
}

/** Pixels of ink with paper below: most lie on a line of writing. */
function lowerEdges({ width, height, data }: Ink): { xs: Int32Array; ys: Int32Array } {
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = 1; y < height - 2; y++) {
    for (let x = y & 1, i = y * width + (y & 1); x < width; x += 2, i += 2) {
      // Two pixels deep and two below free: specks and rough edges count less.
      if (data[i] && data[i - width] && !data[i + width] && !data[i + 2 * width]) {
        xs.push(x);
        ys.push(y);
      }
    }
  }
  const keep = Math.ceil(xs.length / MOST_POINTS);
  const pick = (values: number[]): Int32Array =>
    Int32Array.from(keep > 1 ? values.filter((_, i) => i % keep === 0) : values);
  return { xs: pick(xs), ys: pick(ys) };
}

/** Turned by `degrees` against the skew, about the centre; what comes in from outside is paper. */
export function straightened(grey: Grey, degrees: number): Grey {
  if (degrees === 0) return grey;
  const { width, height, data } = grey;
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  const out = new Uint8Array(data.length);
  const cx = (width - 1) / 2;
  const cy = (height - 1) / 2;
  // Sixteenth bits after the point: whole numbers are quicker, and finer than the grey levels show.
  const one = 1 << 16;
  const [stepX, stepY] = [Math.round(cos * one), Math.round(sin * one)];
  for (let y = 0; y < height; y++) {
    let sx = Math.round((cx - cx * cos - (y - cy) * sin) * one);
    let sy = Math.round((cy - cx * sin + (y - cy) * cos) * one);
    for (let x = 0, i = y * width; x < width; x++, i++, sx += stepX, sy += stepY) {
      const x0 = sx >> 16;
      const y0 = sy >> 16;
      if (x0 < 0 || y0 < 0 || x0 >= width - 1 || y0 >= height - 1) {
        out[i] = 255;
        continue;
      }
      const at = y0 * width + x0;
      const a = data[at] as number;
      const b = data[at + 1] as number;
      const c = data[at + width] as number;
      const d = data[at + width + 1] as number;
      if ((a & b & c & d) === 255) {
        out[i] = 255;
        continue;
      }
      const fx = (sx >> 8) & 255;
      const fy = (sy >> 8) & 255;
      const top = a * (256 - fx) + b * fx;
      const bottom = c * (256 - fx) + d * fx;
      out[i] = (top * (256 - fy) + bottom * fy + 32768) >> 16;
    }
  }
  return { width, height, data: out };
}
