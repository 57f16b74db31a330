import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Quarters, turnedScan } from './orientation.ts';

test('the mark of a stamp is turned with the picture', () => {
  const mark = { left: 2, top: 1, right: 5, bottom: 3 };
  const data = new Uint8Array(8 * 6).fill(255);
  for (let y = mark.top; y < mark.bottom; y++) data.fill(0, y * 8 + mark.left, y * 8 + mark.right);
  for (const quarters of [0, 1, 2, 3] as Quarters[]) {
    const { grey, marks, dpi } = turnedScan({ grey: { width: 8, height: 6, data }, marks: [mark], dpi: 200 }, quarters);
    assert.equal(dpi, 200);
    assert.deepEqual([grey.width, grey.height], quarters % 2 === 0 ? [8, 6] : [6, 8]);
    const [{ left, top, right, bottom }] = marks as [typeof mark];
    for (let y = 0; y < grey.height; y++)
      for (let x = 0; x < grey.width; x++) {
        const isInside = x >= left && x < right && y >= top && y < bottom;
        assert.equal(grey.data[y * grey.width + x], isInside ? 0 : 255, `${quarters}: ${x}, ${y}`);
      }
  }
});
