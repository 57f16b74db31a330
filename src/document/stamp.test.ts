/** What could be a stamp: frames and red marks of its shape, never a round seal. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Raster } from './raster.ts';
import { findStamps } from './stamp.ts';

const DPI = 100;
const [WIDTH, HEIGHT] = [827, 1169];

/** A white page with red where `isInk` says so, places in pixels. */
function page(isInk: (x: number, y: number) => boolean): Raster {
  const data = new Uint8Array(WIDTH * HEIGHT * 3).fill(255);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) if (isInk(x, y)) data.set([215, 30, 40], (y * WIDTH + x) * 3);
  }
  return { width: WIDTH, height: HEIGHT, dpi: DPI, channels: 3, data };
}

const within = (value: number, from: number, to: number) => value >= from && value <= to;

function frame(left: number, top: number, width: number, height: number) {
  return (x: number, y: number) => {
    if (!within(x, left, left + width) || !within(y, top, top + height)) return false;
    return x < left + 3 || x > left + width - 3 || y < top + 3 || y > top + height - 3;
  };
}

function seal(middleX: number, middleY: number, radius: number) {
  return (x: number, y: number) => {
    const far = Math.hypot(x - middleX, y - middleY);
    return within(far, radius - 3, radius) || within(far, 0.6 * radius, 0.6 * radius + 2);
  };
}

describe('what could be a stamp', () => {
  it('is a frame that is wider than high, in the upper half', () => {
    assert.ok(findStamps(page(frame(100, 120, 160, 40))).length > 0);
    assert.deepEqual(findStamps(page(frame(100, 900, 160, 40))), []);
    assert.deepEqual(findStamps(page(() => false)), []);
  });

  it('is no round seal, over the head of a document or in the middle of the page', () => {
    assert.deepEqual(findStamps(page(seal(200, 200, 80))), []);
    assert.deepEqual(findStamps(page(seal(400, 560, 80))), []);
  });
});
