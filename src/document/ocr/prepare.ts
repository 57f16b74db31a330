/** A scan made ready for reading: grey, white paper, level, at a fitting size, ruling lines and regions known. */
import { clearBorders, inkOf, whitened } from './background.ts';
import type { ColourFree } from './colour.ts';
import { clearDust } from './dust.ts';
import { type Grey, type Ink, type Rect, resize } from './grey.ts';
import { isSideways } from './orientation.ts';
import { findRegions } from './regions.ts';
import { eraseStrokes, findStrokes, type Stroke } from './rules.ts';
import { findSkew, straightened } from './skew.ts';
import { withoutNoise } from './specks.ts';

export interface Prepared {
  /** Level, white paper, without ruling lines. */
  readonly grey: Grey;
  readonly ink: Ink;
  readonly dpi: number;
  /** Degrees that the scan leant, clockwise. */
  readonly skew: number;
  readonly strokes: readonly Stroke[];
  readonly regions: readonly Rect[];
  /** Its lines run from top to bottom. */
  readonly sideways: boolean;
  /** Where a stamp or signature was taken away, in the level picture. */
  readonly marks: readonly Rect[];
}

/** The picture of a page in grey, as it lies on the glass. */
export interface Scan extends ColourFree {
  readonly dpi: number;
}

/** Dots an inch at which text of 8 to 16 points is read best for its cost. */
export const WORK_DPI = 200;

/** The scan itself stays as it is. */
export function prepare(scan: Scan): Prepared {
  let { grey, dpi } = scan;
  let scale = 1;
  if (dpi < 0.9 * WORK_DPI || dpi > 1.15 * WORK_DPI) {
    scale = WORK_DPI / dpi;
    grey = resize(grey, Math.max(1, Math.round(grey.width * scale)), Math.max(1, Math.round(grey.height * scale)));
    dpi = WORK_DPI;
  }
  grey = whitened(withoutNoise(grey));
  const leaning = inkOf(grey);
  const sideways = isSideways(leaning);
  const skew = findSkew(leaning);
  const level = Math.abs(skew) < 0.05 ? 0 : skew;
  grey = straightened(grey, level);
  if (grey.data === scan.grey.data) grey = { ...grey, data: grey.data.slice() };
  const ink = inkOf(grey);
  clearBorders(grey, ink);
  const strokes = findStrokes(ink, dpi);
  eraseStrokes(grey, ink, strokes);
  clearDust(grey, ink, dpi);
  const marks = scan.marks.map((mark) => levelBox(mark, scale, grey, level));
  return { grey, ink, dpi, skew: level, strokes, regions: findRegions(ink, strokes, dpi), sideways, marks };
}

/** The box in the level picture around a box of the scan. */
function levelBox(box: Rect, scale: number, { width, height }: Grey, skew: number): Rect {
  const corners = [
    [box.left, box.top],
    [box.right, box.top],
    [box.left, box.bottom],
    [box.right, box.bottom],
  ].map(([x, y]) => turned((x as number) * scale, (y as number) * scale, width, height, -skew));
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** A point of the level picture in the scan (`degrees` = skew), or the other way round (`-skew`). */
export function turned(x: number, y: number, width: number, height: number, degrees: number): [number, number] {
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  const dx = x - width / 2;
  const dy = y - height / 2;
  return [width / 2 + dx * cos - dy * sin, height / 2 + dx * sin + dy * cos];
}
