/**
 * What is read in one go: columns of tables between their ruling lines, the columns of a header or of signatures, and
 * the rest as blocks. A word never reaches over the gap between two regions.
 */
import type { Ink, Rect } from './grey.ts';
import type { Stroke } from './rules.ts';

/** Points. */
const GUTTER = 15;
/** A gap as wide as this parts even a single line. */
const WIDE_GUTTER = 40;

interface Band {
  readonly top: number;
  readonly bottom: number;
  /** Paper between ink, left and right margin included. */
  readonly gaps: readonly { readonly from: number; readonly to: number }[];
}

export function findRegions(ink: Ink, strokes: readonly Stroke[], dpi: number): Rect[] {
  const page = { left: 0, top: 0, right: ink.width, bottom: ink.height };
  const regions: Rect[] = [];
  part(
    ink,
    page,
    strokes.filter((stroke) => !stroke.across),
    dpi / 72,
    regions,
    0,
  );
  return regions;
}

function part(ink: Ink, whole: Rect, uprights: readonly Stroke[], point: number, out: Rect[], depth: number): void {
  const rect = trimmed(ink, whole);
  if (!rect) return;
  if (depth > 8) {
    out.push(rect);
    return;
  }
  const cut = tableCut(rect, uprights, point);
  if (cut) {
    for (const piece of cut) part(ink, piece, uprights, point, out, depth + 1);
    return;
  }
  for (const { bands, gutter } of groups(bandsOf(ink, rect, point), rect, point)) {
    const top = (bands[0] as Band).top;
    const bottom = (bands.at(-1) as Band).bottom;
    if (gutter) {
      const middle = Math.round((gutter.from + gutter.to) / 2);
      part(ink, { ...rect, top, bottom, right: middle }, uprights, point, out, depth + 1);
      part(ink, { ...rect, top, bottom, left: middle }, uprights, point, out, depth + 1);
    } else {
      const region = trimmed(ink, { ...rect, top, bottom });
      if (region) out.push(region);
    }
  }
}

/** The smallest rectangle with all of the ink; null for paper. A speck is no ink. */
function trimmed({ width, data }: Ink, rect: Rect): Rect | null {
  /** Whether there are two pixels of ink and more from one place to another. */
  const hasInk = (from: number, to: number, step: number): boolean => {
    let count = 0;
    for (let i = from; i < to && count < 2; i += step) count += data[i] as number;
    return count === 2;
  };
  let { left, top, right, bottom } = rect;
  const isRow = (y: number): boolean => hasInk(y * width + rect.left, y * width + rect.right, 1);
  while (top < bottom && !isRow(top)) top++;
  while (bottom > top && !isRow(bottom - 1)) bottom--;
  const isColumn = (x: number): boolean => hasInk(rect.top * width + x, rect.bottom * width + x, width);
  while (left < right && !isColumn(left)) left++;
  while (right > left && !isColumn(right - 1)) right--;
  return bottom - top < 4 || right - left < 2 ? null : { left, top, right, bottom };
}

/** Cuts at upright ruling lines, and where they begin and end. */
function tableCut(rect: Rect, uprights: readonly Stroke[], point: number): Rect[] | null {
  const inside = uprights
    .filter((s) => s.at > rect.left + 2 * point && s.at < rect.right - 2 * point)
    .map((s) => ({ ...s, from: Math.max(s.from, rect.top), to: Math.min(s.to, rect.bottom) }))
    .filter((s) => s.to - s.from > 8 * point);
  if (inside.length === 0) return null;
  const slack = 5 * point;
  const full = inside.filter((s) => s.from <= rect.top + slack && s.to >= rect.bottom - slack);
  if (full.length > 0) {
    const cuts = [...full.map((s) => Math.round(s.at)).sort((a, b) => a - b), rect.right];
    let left = rect.left;
    return cuts.map((right) => {
      const piece = { ...rect, left, right };
      left = right;
      return piece;
    });
  }
  // The first end of an upright that lies clearly inside.
  const ends = inside.flatMap((s) => [s.from, s.to]).filter((y) => y > rect.top + slack && y < rect.bottom - slack);
  if (ends.length === 0) return null;
  const at = Math.round(Math.min(...ends));
  return [
    { ...rect, bottom: at },
    { ...rect, top: at },
  ];
}

/** Strips of ink between strips of paper, from top to bottom, each with its gaps. */
function bandsOf({ width, data }: Ink, rect: Rect, point: number): Band[] {
  const bands: Band[] = [];
  const speck = 2;
  let top = -1;
  for (let y = rect.top; y <= rect.bottom; y++) {
    let count = 0;
    if (y < rect.bottom)
      for (let x = rect.left; x < rect.right && count <= speck; x++) count += data[y * width + x] as number;
    const isInk = count > speck;
    if (isInk && top < 0) top = y;
    if (!isInk && top >= 0) {
      bands.push({ top, bottom: y, gaps: [] });
      top = -1;
    }
  }
  // Marks over and under letters belong to their line.
  const whole: Band[] = [];
  for (const band of bands) {
    const last = whole.at(-1);
    if (
      last &&
      band.top - last.bottom < 2 * point &&
      (band.bottom - band.top < 5 * point || last.bottom - last.top < 5 * point)
    )
      whole[whole.length - 1] = { ...last, bottom: band.bottom };
    else whole.push(band);
  }
  return whole.map((band) => ({ ...band, gaps: gapsOf(data, width, rect, band, point) }));
}

function gapsOf(data: Uint8Array, width: number, rect: Rect, band: Band, point: number): Band['gaps'] {
  const gaps: { from: number; to: number }[] = [];
  let from = rect.left;
  for (let x = rect.left; x <= rect.right; x++) {
    let count = x === rect.right ? 9 : 0;
    for (let y = band.top; y < band.bottom && count < 2; y++) count += data[y * width + x] as number;
    if (count < 2) continue;
    if (x - from >= GUTTER * point) gaps.push({ from, to: x });
    from = x + 1;
  }
  return gaps;
}

interface Group {
  bands: Band[];
  gutter: { from: number; to: number } | null;
}

/** Bands one after the other that share a gap, and the others. */
function groups(bands: readonly Band[], rect: Rect, point: number): Group[] {
  const found: Group[] = [];
  let i = 0;
  while (i < bands.length) {
    const best = longestGutter(bands, i, rect, point);
    if (best) {
      found.push({ bands: bands.slice(i, best.end), gutter: best.gutter });
      i = best.end;
      continue;
    }
    const last = found.at(-1);
    if (last && !last.gutter) last.bands.push(bands[i] as Band);
    else found.push({ bands: [bands[i] as Band], gutter: null });
    i++;
  }
  return found;
}

/** From band `start` on, the gap that goes down through the most bands, with ink on both sides. */
function longestGutter(bands: readonly Band[], start: number, rect: Rect, point: number) {
  let best: { end: number; gutter: { from: number; to: number } } | null = null;
  for (const gap of (bands[start] as Band).gaps) {
    if (gap.from <= rect.left || gap.to >= rect.right) continue;
    let gutter: { from: number; to: number } = gap;
    let end = start + 1;
    let both = 1;
    while (end < bands.length) {
      const next = (bands[end] as Band).gaps
        .map((other) => ({ from: Math.max(gutter.from, other.from), to: Math.min(gutter.to, other.to), other }))
        .sort((a, b) => b.to - b.from - (a.to - a.from))[0];
      if (!next || next.to - next.from < GUTTER * 0.7 * point) break;
      gutter = { from: next.from, to: next.to };
      if (next.other.from > rect.left && next.other.to < rect.right) both++;
      end++;
    }
    // Bands at the end with ink on one side only, and as wide as the page may be: the gutter ends with the last true one.
    while (end > start + 1 && !hasBothSides(bands[end - 1] as Band, gutter, rect)) end--;
    const wide = gutter.to - gutter.from >= WIDE_GUTTER * point;
    const tall = (bands[start] as Band).bottom - (bands[start] as Band).top > 30 * point;
    if (both < 2 && !wide && !tall) continue;
    if (!best || end > best.end) best = { end, gutter };
  }
  return best;
}

function hasBothSides(band: Band, gutter: { from: number; to: number }, rect: Rect): boolean {
  return band.gaps.some(
    (gap) => gap.from <= gutter.from && gap.to >= gutter.to && gap.from > rect.left && gap.to < rect.right,
  );
}
