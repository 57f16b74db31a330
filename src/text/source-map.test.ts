/** The way back: every unit of clean text leads to the source that it was made of. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { soup } from '#test/support/soup.ts';
import { cleanText } from './clean.ts';
import { unifyCharacters } from './line.ts';
import { MapBuilder, type Piece, plainPiece, type SourceMap, slicePiece } from './source-map.ts';

/** `ab`, then `é` made of two units, then a space for a line break, then `cd`. */
const SOURCE = 'abe\u0301\r\ncd';
function build(): { text: string; map: SourceMap } {
  const builder = new MapBuilder();
  assert.equal(builder.add(plainPiece('ab', 0)), 0);
  assert.equal(builder.add({ text: 'é', runs: [0, 2, 4] }), 2);
  builder.glue(' ', 4, 6);
  assert.equal(builder.add(plainPiece('cd', 6)), 4);
  assert.equal(builder.length, 6);
  return builder.finish();
}

describe('a map', () => {
  it('leads unit by unit where lengths agree, and as a whole where they do not', () => {
    const { text, map } = build();
    assert.equal(text, 'abé cd');
    const back = (start: number, end: number) => {
      const span = map.toSource({ start, end });
      return SOURCE.slice(span.start, span.end);
    };
    assert.equal(back(0, 1), 'a');
    assert.equal(back(1, 2), 'b');
    assert.equal(back(2, 3), 'e\u0301');
    assert.equal(back(3, 4), '\r\n');
    assert.equal(back(5, 6), 'd');
    assert.equal(back(1, 5), 'be\u0301\r\nc');
    assert.equal(back(0, 6), SOURCE);
  });

  it('gives an empty span an empty place', () => {
    const { map } = build();
    assert.deepEqual(map.toSource({ start: 4, end: 4 }), { start: 6, end: 6 });
    assert.deepEqual(new MapBuilder().finish().map.toSource({ start: 0, end: 0 }), { start: 0, end: 0 });
  });

  it('answers the same whatever was asked before', () => {
    const { map } = build();
    const inOrder = [0, 1, 2, 3, 4, 5].map((i) => map.toSource({ start: i, end: i + 1 }));
    fc.assert(
      fc.property(fc.array(fc.nat(5)), (asked) => {
        for (const i of asked) assert.deepEqual(map.toSource({ start: i, end: i + 1 }), inOrder[i]);
      }),
      { seed: 1 },
    );
  });

  it('covers what was lifted out of the middle, and puts moved text in source order', () => {
    const builder = new MapBuilder();
    builder.add(plainPiece('đầu', 0));
    builder.glue(' ', 3, 4);
    builder.add(plainPiece('cuối', 20));
    builder.glue('\n', 4, 4);
    builder.add(plainPiece('chú thích', 5));
    const { text, map } = builder.finish();
    assert.equal(text, 'đầu cuối\nchú thích');
    assert.deepEqual(map.toSource({ start: 0, end: 8 }), { start: 0, end: 24 });
    assert.deepEqual(map.toSource({ start: 9, end: 18 }), { start: 5, end: 14 });
    const across = map.toSource({ start: 4, end: 12 });
    assert.ok(across.start <= across.end);
  });
});

/** Pieces of any shape that stand one behind the other in a source. */
const piece: fc.Arbitrary<Piece> = fc
  .array(fc.record({ size: fc.integer({ min: 1, max: 5 }), given: fc.integer({ min: 1, max: 5 }), skip: fc.nat(3) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => {
    const runs: number[] = [];
    let text = '';
    let at = 0;
    for (const { size, given, skip } of parts) {
      runs.push(text.length, at + skip, at + skip + given);
      text += 'abcdefghij'.slice(0, size);
      at += skip + given;
    }
    return { text, runs };
  });

describe('a slice', () => {
  it('of a plain piece is the plain piece of the slice', () => {
    assert.deepEqual(slicePiece(plainPiece('Điều 1. Thông qua', 30), 8, 13), plainPiece('Thông', 38));
    assert.equal(slicePiece(plainPiece('abc', 5), 1, 1).text, '');
  });

  it('without units keeps its place, also between two runs and at the ends', () => {
    const whole: Piece = { text: 'abcd', runs: [0, 5, 7, 2, 9, 11] };
    const places = [0, 1, 2, 3, 4].map((at) => slicePiece(whole, at, at).runs[1]);
    assert.deepEqual(places, [5, 6, 9, 10, 11]);
    assert.deepEqual(slicePiece(slicePiece(whole, 4, 4), 0, 0).runs, [0, 11, 11]);
  });

  it('leads every unit to where it led in the whole', () => {
    const places = (p: Piece) => {
      const builder = new MapBuilder();
      builder.add(p);
      const { text, map } = builder.finish();
      return [...text].map((_, i) => map.toSource({ start: i, end: i + 1 }));
    };
    fc.assert(
      fc.property(piece, fc.nat(), fc.nat(), (whole, a, b) => {
        const from = a % (whole.text.length + 1);
        const to = from + (b % (whole.text.length - from + 1));
        const slice = slicePiece(whole, from, to);
        assert.equal(slice.text, whole.text.slice(from, to));
        const expected = places(whole).slice(from, to);
        for (const [i, found] of places(slice).entries()) {
          const wanted = expected[i] as { start: number; end: number };
          // A stretch that maps as a whole may, cut to the length of its source, map unit by unit: inside, never beside.
          assert.ok(found.start >= wanted.start && found.end <= wanted.end, JSON.stringify([found, wanted]));
        }
      }),
      { seed: 3 },
    );
  });
});

describe('clean text', () => {
  it('every unit of any text leads to source that reads the same', () => {
    fc.assert(
      fc.property(soup, (source) => {
        const { text, map } = cleanText(source);
        const unified = unifyCharacters(source);
        for (let i = 0; i < text.length; i++) {
          const unit = text[i] as string;
          const { start, end } = map.toSource({ start: i, end: i + 1 });
          assert.ok(0 <= start && start <= end && end <= source.length, `${start}..${end}`);
          if (unit.trim() === '') continue;
          // NFC on both sides: letters of other scripts that have another composed form stay as given.
          const given = unified.slice(start, end).normalize('NFC');
          assert.ok(given.includes(unit.normalize('NFC')), JSON.stringify([unit, given, i]));
          assert.ok(end - start <= 12, 'a unit leads to one letter with its marks, not to a stretch');
        }
      }),
      { seed: 2021, numRuns: 300, examples: [['\uf900 '], ['\u00f3\u0323\u0302']] },
    );
  });

  it('spans agree with the units in them, and paragraphs of text stand in source order', () => {
    fc.assert(
      fc.property(soup, (source) => {
        const { paragraphs, toSource } = cleanText(source);
        let last = 0;
        for (const p of paragraphs) {
          assert.ok(p.end > p.start);
          const span = toSource({ start: p.start, end: p.end });
          assert.equal(span.start, toSource({ start: p.start, end: p.start + 1 }).start);
          assert.equal(span.end, toSource({ start: p.end - 1, end: p.end }).end);
          if (p.kind === 'note') continue;
          assert.ok(span.start >= last, `${span.start} comes after ${last}`);
          last = span.start;
        }
      }),
      { seed: 2021, numRuns: 300 },
    );
  });
});
