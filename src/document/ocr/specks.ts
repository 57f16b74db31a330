/** Dust of scanners and of copies of copies: single dark pixels on paper and single white ones in ink. */
import type { Grey } from './grey.ts';

/** Only pictures of (nearly) two values have such specks that matter; grey ones are read better untouched. */
export function withoutSpecks(grey: Grey): Grey {
  const { width, height, data } = grey;
  if (!isTwoValued(data)) return grey;
  const out = data.slice();
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      const dark = (data[i] as number) < 128;
      const around = darkAround(data, i, width);
      if (dark) {
        if (around === 0 || (around === 1 && isPair(data, i, width))) out[i] = 255;
      } else if (around >= 7) out[i] = 0;
    }
  }
  return { width, height, data: out };
}

function isTwoValued(data: Uint8Array): boolean {
  let between = 0;
  let count = 0;
  for (let i = 0; i < data.length; i += 11, count++)
    if ((data[i] as number) > 24 && (data[i] as number) < 232) between++;
  return between < count * 0.003;
}

function darkAround(data: Uint8Array, i: number, width: number): number {
  let count = 0;
  for (const row of [i - width, i, i + width])
    for (let at = row - 1; at <= row + 1; at++) if (at !== i && (data[at] as number) < 128) count++;
  return count;
}

/** Whether the only dark neighbour has no other either. */
function isPair(data: Uint8Array, i: number, width: number): boolean {
  for (const row of [i - width, i, i + width])
    for (let at = row - 1; at <= row + 1; at++)
      if (at !== i && (data[at] as number) < 128)
        return at > width && at < data.length - width && darkAround(data, at, width) === 1;
  return false;
}
