import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findDoubts, type LineWords } from './doubt.ts';
import type { Engine, RawWord } from './engine.ts';
import type { Rect } from './grey.ts';

const SIZE = { width: 400, height: 60 };
/** A letter of ink at the middle of the page, and dust far to its left. */
const LETTER: Rect = { left: 120, top: 15, right: 132, bottom: 40 };
const DUST: Rect = { left: 10, top: 30, right: 12, bottom: 32 };
const LINE: Rect = { left: 10, top: 15, right: 132, bottom: 40 };

function page() {
  const ink = { ...SIZE, data: new Uint8Array(SIZE.width * SIZE.height) };
  for (const { left, top, right, bottom } of [LETTER, DUST])
    for (let y = top; y < bottom; y++) ink.data.fill(1, y * SIZE.width + left, y * SIZE.width + right);
  const grey = { ...SIZE, data: ink.data.map((pixel) => (pixel ? 0 : 255)) };
  return { ink, grey };
}

/** Reads the same words in every cutting; `seen` keeps how wide these were. */
function reader(text: string, confidence: number, seen: number[] = []): Engine {
  return {
    name: 'test',
    read: async (cuttings) =>
      cuttings.map(({ picture }): RawWord[] => {
        seen.push(picture.width);
        return text === '' ? [] : [{ text, confidence, box: LETTER }];
      }),
    close: () => {},
  };
}

function doubts(text: string, confidence: number, second: Engine) {
  const line: LineWords = { rect: LINE, region: 0, words: [{ text, confidence, box: LINE }] };
  return findDoubts([line], { ...page(), dpi: 200, usual: 34, marks: [], second });
}

describe('a line that came out as nonsense', () => {
  it('is read again without the dust beside it, and doubted', async () => {
    const seen: number[] = [];
    const [word] = await doubts('ÿWuttÐng', 0.02, reader('6.', 0.97, seen));
    assert.equal(word?.text, '6.');
    assert.equal(word?.doubt, true);
    assert.deepEqual(word?.box, LETTER);
    assert.ok(seen.every((width) => width < 60));
  });

  it('stays as it was when the other reading is no likelier', async () => {
    const [word] = await doubts('ÿWuttÐng', 0.3, reader('6.', 0.35));
    assert.equal(word?.text, 'ÿWuttÐng');
    const [kept] = await doubts('Tổng', 0.6, reader('', 0));
    assert.equal(kept?.text, 'Tổng');
  });

  it('is no line that was read well', async () => {
    const [word] = await doubts('Tổng', 0.9, reader('6.', 0.97));
    assert.equal(word?.text, 'Tổng');
    assert.equal(word?.doubt, false);
  });
});
