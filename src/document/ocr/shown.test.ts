import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Grey, Ink, Rect } from './grey.ts';
import { showLine } from './shown.ts';

/** White paper with black bars on it. */
function paperWith(width: number, height: number, bars: readonly Rect[]): { grey: Grey; ink: Ink } {
  const grey: Grey = { width, height, data: new Uint8Array(width * height).fill(255) };
  const ink: Ink = { width, height, data: new Uint8Array(width * height) };
  for (const { left, top, right, bottom } of bars)
    for (let y = top; y < bottom; y++) {
      grey.data.fill(0, y * width + left, y * width + right);
      ink.data.fill(1, y * width + left, y * width + right);
    }
  return { grey, ink };
}

test('a wide gap is shown narrow, and what stands behind it is placed where it is', () => {
  const line = { left: 20, top: 30, right: 620, bottom: 60 };
  const words = [
    { ...line, right: 120 },
    { ...line, left: 520 },
  ];
  const { grey, ink } = paperWith(700, 90, words);
  const { cutting, place } = showLine(grey, ink, line, 40);
  const { width, data } = cutting.picture;
  const middle = data.subarray(18 * width, 19 * width);
  const [from, to] = [middle.indexOf(255, 5), middle.lastIndexOf(255, width - 5) + 1];
  assert.ok(to - from >= 3 && to - from <= 12, `${to - from} columns of paper between the words`);
  const seen = [
    { left: 0, right: from },
    { left: to, right: width },
  ].map((box) => ({ text: 'x', confidence: 1, box: { ...box, top: 5, bottom: 31 } }));
  for (const [i, { box }] of place(seen).entries()) {
    const word = words[i] as Rect;
    assert.ok(Math.abs(box.left - word.left) <= 4, `${box.left} for ${word.left}`);
    assert.ok(Math.abs(box.right - word.right) <= 4, `${box.right} for ${word.right}`);
  }
});

test('every line is shown at the same height, a low one with paper around it', () => {
  const line = { left: 10, top: 40, right: 60, bottom: 50 };
  const { grey, ink } = paperWith(80, 90, [line]);
  const { picture } = showLine(grey, ink, line, 40).cutting;
  assert.equal(picture.height, 36);
  assert.equal(picture.data.subarray(0, picture.width).includes(0), false);
});
