/**
 * A count of shapes, independent of recognition: a number of five digits has five tall pieces of ink, and between them as
 * many low ones as it has points and commas. Recognition likes to read 17.111 as 17.11 and 74,4 as 744, and is sure of it.
 */
import { findComponents } from './components.ts';
import type { Ink, Rect } from './grey.ts';

export interface Shapes {
  readonly tall: number;
  readonly low: number;
  /** Some pieces are as wide as two digits: letters that touch can't be counted for sure. */
  readonly touching: boolean;
  /** Height of the tallest piece, pixels. */
  readonly height: number;
}

export function countShapes({ width, data }: Ink, { left, top, right, bottom }: Rect): Shapes {
  const across = Math.max(1, Math.ceil(right) - Math.floor(left));
  const down = Math.max(1, Math.ceil(bottom) - Math.floor(top));
  const cut = new Uint8Array(across * down);
  for (let y = 0; y < down; y++) {
    const row = (Math.floor(top) + y) * width + Math.floor(left);
    cut.set(data.subarray(row, row + across), y * across);
  }
  const pieces = findComponents({ width: across, height: down, data: cut });
  let height = 0;
  for (let c = 0; c < pieces.count; c++)
    height = Math.max(height, (pieces.bottom[c] as number) - (pieces.top[c] as number));
  let tall = 0;
  let low = 0;
  let touching = false;
  for (let c = 0; c < pieces.count; c++) {
    const h = (pieces.bottom[c] as number) - (pieces.top[c] as number);
    const w = (pieces.right[c] as number) - (pieces.left[c] as number);
    if (h > 0.6 * height) {
      const digits = Math.max(1, Math.round(w / (0.74 * height)));
      tall += digits;
      if (digits > 1) touching = true;
    } else if ((pieces.area[c] as number) >= 0.012 * height * height && (pieces.bottom[c] as number) > 0.7 * down)
      low++;
  }
  return { tall, low, touching, height };
}

/** Whether the shapes are other than a number of digits, points and commas would have; null when that can't be told. */
export function contradicts(text: string, shapes: Shapes): boolean | null {
  if (!/^[\d.,]+$/.test(text)) return null;
  const digits = text.replace(/\D/g, '').length;
  const signs = text.length - digits;
  if (shapes.tall !== digits) return true;
  // A comma that touches its digit is no piece of its own, so fewer are no contradiction; more are.
  return shapes.low > signs;
}
