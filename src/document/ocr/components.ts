/** Pieces of ink that hang together (thành phần liên thông): letters, accents, dots – and dust. */
import type { Grey, Ink } from './grey.ts';

export interface Components {
  readonly count: number;
  readonly left: Int32Array;
  readonly top: Int32Array;
  readonly right: Int32Array;
  readonly bottom: Int32Array;
  /** Pixels of ink. */
  readonly area: Int32Array;
  /** Horizontal runs of ink: row, first column, first column after, and the component they belong to. */
  readonly runs: {
    readonly count: number;
    readonly row: Int32Array;
    readonly from: Int32Array;
    readonly to: Int32Array;
    readonly of: Int32Array;
  };
}

export function findComponents({ width, height, data }: Ink): Components {
  // No more runs than every other pixel: a cutting of one word must not cost a megabyte.
  let room = Math.min(1 << 16, Math.max(1, height * ((width + 1) >> 1)));
  let row = new Int32Array(room);
  let from = new Int32Array(room);
  let to = new Int32Array(room);
  let parent = new Int32Array(room);
  let count = 0;
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  let above = 0;
  for (let y = 0; y < height; y++) {
    const first = count;
    let candidate = above;
    const end = (y + 1) * width;
    const start = data.indexOf(1, y * width);
    if (start < 0) break;
    for (let i = start; i < end; i++) {
      if (data[i] === 0) continue;
      const x = i - y * width;
      while (i < end && data[i] === 1) i++;
      if (count === room) {
        room *= 2;
        [row, from, to, parent] = [row, from, to, parent].map((old) => {
          const larger = new Int32Array(room);
          larger.set(old);
          return larger;
        }) as [typeof row, typeof row, typeof row, typeof row];
      }
      row[count] = y;
      from[count] = x;
      to[count] = i - y * width;
      parent[count] = count;
      // Runs of the row above that touch this one, corners included.
      while (candidate < first && (to[candidate] as number) < x) candidate++;
      for (let k = candidate, own = count; k < first && (from[k] as number) <= (to[count] as number); k++) {
        const other = root(k);
        parent[Math.max(own, other)] = Math.min(own, other);
        own = Math.min(own, other);
      }
      count++;
    }
    above = first;
  }
  return collect(count, row, from, to, root);
}

function collect(
  runCount: number,
  row: Int32Array,
  from: Int32Array,
  to: Int32Array,
  root: (run: number) => number,
): Components {
  const of = new Int32Array(runCount);
  let count = 0;
  for (let i = 0; i < runCount; i++) {
    const r = root(i);
    of[i] = r === i ? count++ : (of[r] as number);
  }
  const left = new Int32Array(count).fill(1 << 30);
  const top = new Int32Array(count).fill(1 << 30);
  const right = new Int32Array(count);
  const bottom = new Int32Array(count);
  const area = new Int32Array(count);
  for (let i = 0; i < runCount; i++) {
    const c = of[i] as number;
    left[c] = Math.min(left[c] as number, from[i] as number);
    right[c] = Math.max(right[c] as number, to[i] as number);
    top[c] = Math.min(top[c] as number, row[i] as number);
    bottom[c] = Math.max(bottom[c] as number, (row[i] as number) + 1);
    area[c] = (area[c] as number) + (to[i] as number) - (from[i] as number);
  }
  return { count, left, top, right, bottom, area, runs: { count: runCount, row, from, to, of } };
}

/** Takes components out of the ink and of the picture, in place; in the picture with the soft edge around them. */
export function erase({ runs }: Components, isErased: Uint8Array, ink: Ink, grey: Grey, soft: number): void {
  const { width, height } = ink;
  for (let i = 0; i < runs.count; i++) {
    if (!isErased[runs.of[i] as number]) continue;
    const y = runs.row[i] as number;
    const from = runs.from[i] as number;
    const to = runs.to[i] as number;
    ink.data.fill(0, y * width + from, y * width + to);
    for (let ny = Math.max(0, y - soft); ny <= Math.min(height - 1, y + soft); ny++)
      grey.data.fill(255, ny * width + Math.max(0, from - soft), ny * width + Math.min(width, to + soft));
  }
}
