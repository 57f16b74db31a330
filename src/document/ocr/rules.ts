/** Ruling lines of tables (đường kẻ bảng) in a level picture: found, and taken out so that they are not read as letters. */
import type { Grey, Ink } from './grey.ts';

/** A straight stroke, pixels; `from` to `to` along it, `at` the middle and `thick` across it. */
export interface Stroke {
  readonly across: boolean;
  readonly at: number;
  readonly thick: number;
  readonly from: number;
  readonly to: number;
}

/** Points. A stroke shorter than this may be a letter. */
const SHORTEST = 26;
const THICKEST = 4.5;
/** Pixels of paper that a stroke may be broken by. */
const BREAK = 3;

export function findStrokes(ink: Ink, dpi: number): Stroke[] {
  const turned = transposed(ink);
  return [...strokesAcross(ink, dpi, true), ...strokesAcross(turned, dpi, false)];
}

function transposed({ width, height, data }: Ink): Ink {
  const out = new Uint8Array(data.length);
  // Paper is there already: only ink is written, far apart in memory as the pixels of a row come to lie.
  for (let y = 0, i = 0; y < height; y++) for (let x = 0; x < width; x++, i++) if (data[i]) out[x * height + y] = 1;
  return { width: height, height: width, data: out };
}

interface Run {
  y: number;
  from: number;
  to: number;
}

function strokesAcross(ink: Ink, dpi: number, across: boolean): Stroke[] {
  const shortest = Math.round((dpi * SHORTEST) / 72);
  const thickest = Math.max(4, Math.round((dpi * THICKEST) / 72));
  const groups: { runs: Run[]; last: number; from: number; to: number }[] = [];
  let open: typeof groups = [];
  for (let y = 0; y < ink.height; y++) {
    const still: typeof groups = [];
    for (const run of runsOf(ink, y, Math.round(shortest * 0.6))) {
      const group = open.find((g) => g.last >= y - 2 && g.from - BREAK <= run.to && g.to + BREAK >= run.from);
      if (group) {
        group.runs.push(run);
        group.last = y;
        group.from = Math.min(group.from, run.from);
        group.to = Math.max(group.to, run.to);
      } else {
        const fresh = { runs: [run], last: y, from: run.from, to: run.to };
        groups.push(fresh);
        still.push(fresh);
      }
    }
    open = [...open.filter((g) => g.last >= y - 1), ...still];
  }
  const strokes: Stroke[] = [];
  for (const { runs, from, to } of groups) {
    const length = to - from;
    if (length < shortest) continue;
    const area = runs.reduce((sum, run) => sum + run.to - run.from, 0);
    const top = Math.min(...runs.map((run) => run.y));
    const bottom = Math.max(...runs.map((run) => run.y)) + 1;
    const thick = Math.max(1, Math.round(area / length));
    // A picture or a black field, or the foot of a line of bold letters that touch.
    if (thick > thickest || bottom - top > thickest * 2) continue;
    const middle = runs.reduce((sum, run) => sum + (run.to - run.from) * (run.y + 0.5), 0) / area;
    if (!standsFree(ink, top, bottom, from, to)) continue;
    strokes.push({ across, at: middle, thick: Math.max(thick, Math.min(bottom - top, thickest)), from, to });
  }
  return joined(strokes);
}

function runsOf({ width, data }: Ink, y: number, shortest: number): Run[] {
  const runs: Run[] = [];
  const row = y * width;
  let from = -1;
  let last = -1;
  let filled = 0;
  const close = (): void => {
    if (from >= 0 && last + 1 - from >= shortest && filled >= (last + 1 - from) * 0.85)
      runs.push({ y, from, to: last + 1 });
    from = -1;
    filled = 0;
  };
  for (let x = 0; x < width; x++) {
    if (data[row + x] === 0) continue;
    if (from >= 0 && x - last > BREAK + 1) close();
    if (from < 0) from = x;
    last = x;
    filled++;
  }
  close();
  return runs;
}

/** Whether there is mostly paper close above and below: what letters stand on is not a stroke. */
function standsFree({ width, height, data }: Ink, top: number, bottom: number, from: number, to: number): boolean {
  let above = 0;
  let below = 0;
  for (let x = from; x < to; x++) {
    for (const y of [top - 3, top - 4]) if (y >= 0) above += data[y * width + x] as number;
    for (const y of [bottom + 2, bottom + 3]) if (y < height) below += data[y * width + x] as number;
  }
  const most = (to - from) * 2;
  return above < most * 0.3 && below < most * 0.3;
}

/** Pieces of one line, broken by a crossing or by the scan. */
function joined(strokes: Stroke[]): Stroke[] {
  const sorted = [...strokes].sort((a, b) => a.at - b.at || a.from - b.from);
  const out: Stroke[] = [];
  for (const stroke of sorted) {
    const before = out.findIndex(
      (s) => Math.abs(s.at - stroke.at) <= 3 && s.from <= stroke.to + 12 && stroke.from <= s.to + 12,
    );
    if (before < 0) {
      out.push(stroke);
      continue;
    }
    const s = out[before] as Stroke;
    out[before] = {
      ...s,
      at: (s.at + stroke.at) / 2,
      thick: Math.max(s.thick, stroke.thick),
      from: Math.min(s.from, stroke.from),
      to: Math.max(s.to, stroke.to),
    };
  }
  return out;
}

/** Takes the strokes out of the picture and its ink, in place. Where a letter crosses one, the letter stays. */
export function eraseStrokes(grey: Grey, ink: Ink, strokes: readonly Stroke[]): void {
  const { width, height } = ink;
  for (const { across, at, thick, from, to } of strokes) {
    const reach = Math.ceil(thick / 2) + 2;
    const low = Math.max(0, Math.round(at) - reach);
    const high = Math.min(across ? height : width, Math.round(at) + reach + 1);
    const step = across ? width : 1;
    for (let along = Math.max(0, from - 2); along < Math.min(across ? width : height, to + 2); along++) {
      const base = across ? along : along * width;
      const before = low > 0 && ink.data[base + (low - 1) * step] === 1;
      const after = high < (across ? height : width) && ink.data[base + high * step] === 1;
      if (before || after) continue;
      for (let k = low; k < high; k++) {
        grey.data[base + k * step] = 255;
        ink.data[base + k * step] = 0;
      }
    }
  }
}
