/** The text of a document laid out with the spans of its items. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { boxesByPage } from './boxes.ts';
import {
  contextOf,
  guessHeadings,
  type Layer,
  layOut,
  paragraphAt,
  paragraphsOf,
  shareOut,
  trimmed,
} from './segments.ts';

const TEXT = 'NGHỊ QUYẾT\n\n1. Mục tiêu\n- Tăng trưởng\t8%\nSở Tài chính chủ trì, xong trước ngày 30/6.\n';

describe('paragraphs', () => {
  it('are the lines with words, each knowing what it looks like', () => {
    const found = paragraphsOf(TEXT, guessHeadings(TEXT));
    assert.deepEqual(
      found.map(({ start, end }) => TEXT.slice(start, end)),
      TEXT.split('\n').filter((line) => line !== ''),
    );
    assert.deepEqual(
      found.map(({ heading, row, centred }) => [heading, row, centred]),
      [
        [null, false, true],
        [2, false, false],
        [null, true, false],
        [null, false, false],
      ],
    );
  });

  it('are found by offset, and the next one for what lies between two', () => {
    const found = paragraphsOf(TEXT);
    assert.equal(paragraphAt(found, 0), 0);
    assert.equal(paragraphAt(found, TEXT.indexOf('1.') - 1), 1);
    assert.equal(paragraphAt(found, TEXT.length + 99), 3);
  });

  it('give the sentence of an item in its context', () => {
    const found = paragraphsOf(TEXT);
    const at = TEXT.indexOf('8%');
    const { start, end } = contextOf(TEXT, found, { start: at, end: at + 2 });
    assert.ok(TEXT.slice(start, end).startsWith('1. Mục tiêu'));
    assert.ok(TEXT.slice(start, end).endsWith('30/6.'));
  });
});

describe('segments', () => {
  const layer = (id: string, start: number, end: number): Layer => ({ id, kind: id, start, end });

  it('cover the paragraph without gaps, the innermost item first, whatever nests or overlaps', () => {
    const layers = [layer('outer', 0, 20), layer('inner', 5, 9), layer('across', 8, 14), layer('beyond', 18, 40)];
    const found = layOut({ start: 0, end: 30 }, layers);
    assert.equal(
      found.map((one) => one.end - one.start).reduce((a, b) => a + b),
      30,
    );
    for (const [i, one] of found.entries()) assert.equal(one.start, i === 0 ? 0 : found[i - 1]?.end);
    const at = (offset: number) =>
      found.find((one) => one.start <= offset && offset < one.end)?.layers.map((one) => one.id);
    assert.deepEqual(at(2), ['outer']);
    assert.deepEqual(at(6), ['inner', 'outer']);
    assert.deepEqual(at(8), ['inner', 'across', 'outer']);
    assert.deepEqual(at(12), ['across', 'outer']);
    assert.deepEqual(at(19), ['outer', 'beyond']);
    assert.deepEqual(at(29), ['beyond']);
  });

  it('leave empty spans out', () => {
    assert.deepEqual(layOut({ start: 0, end: 5 }, [layer('none', 3, 3)]), [{ start: 0, end: 5, layers: [] }]);
  });

  it('are shared out to every paragraph that an item touches', () => {
    const paragraphs = paragraphsOf('một\nhai\nba\n');
    const shares = shareOut(paragraphs, [layer('two', 1, 6), layer('last', 8, 10)]);
    assert.deepEqual(
      shares.map((share) => share.map((one) => one.id)),
      [['two'], ['two'], ['last']],
    );
  });
});

describe('a selection', () => {
  it('loses the blanks at its ends, and is nothing when there is nothing else', () => {
    assert.deepEqual(trimmed('  Sở Y tế \n', { start: 0, end: 11 }), { start: 2, end: 9 });
    assert.equal(trimmed(' \n ', { start: 0, end: 3 }), null);
  });
});

describe('boxes on pages', () => {
  it('stand over the words of an item on every page that it reaches, the inner item on top', () => {
    const words = [
      [0, 3, 1, 10, 10, 20, 8],
      [4, 7, 1, 40, 10, 20, 8],
      [8, 11, 2, 10, 10, 20, 8],
    ];
    const boxes = boxesByPage(words, [
      { id: 'in', kind: 'k', start: 4, end: 7 },
      { id: 'out', kind: 'k', start: 0, end: 11 },
    ]);
    assert.deepEqual(
      boxes.get(1)?.map((box) => [box.id, box.start]),
      [
        ['out', 0],
        ['out', 4],
        ['in', 4],
      ],
    );
    assert.deepEqual(
      boxes.get(2)?.map((box) => [box.id, box.x]),
      [['out', 10]],
    );
  });
});
