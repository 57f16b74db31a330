import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { pad, plainLine, shorten, widthOf, wrap } from './width.ts';

describe('the width of text', () => {
  it('counts a Vietnamese letter once, composed or not', () => {
    const text = 'Ủy ban nhân dân tỉnh Hưng Yên';
    assert.equal(widthOf(text), 29);
    assert.equal(widthOf(text.normalize('NFD')), 29);
  });

  it('counts wide characters twice and marks not at all', () => {
    assert.equal(widthOf('越南'), 4);
    assert.equal(widthOf('ｆ'), 2);
    assert.equal(widthOf('📄'), 2);
    assert.equal(widthOf('a\u200bb'), 2);
    assert.equal(widthOf(''), 0);
  });

  it('pads by width', () => {
    assert.equal(pad('ủ'.normalize('NFD'), 3).length, 'ủ'.normalize('NFD').length + 2);
    assert.equal(pad('7,5', 5, 'right'), '  7,5');
    assert.equal(pad('7', 4, 'center'), ' 7  ');
  });
});

describe('wrapping', () => {
  it('breaks at spaces and, where it must, in words', () => {
    assert.deepEqual(wrap('Sở Kế hoạch và Đầu tư', 10), ['Sở Kế', 'hoạch và', 'Đầu tư']);
    assert.deepEqual(wrap('01/NQ-HĐND-2021', 6), ['01/NQ-', 'HĐND-2', '021']);
    assert.deepEqual(wrap('', 5), ['']);
  });

  it('loses nothing and keeps within the width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 2, max: 30 }), (raw, width) => {
        const text = plainLine(raw);
        const lines = wrap(text, width);
        for (const line of lines) assert.ok(widthOf(line) <= width);
        assert.equal(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
      }),
    );
  });

  it('shortens at a word', () => {
    assert.equal(shorten('Rà soát, xây dựng kế hoạch', 12), 'Rà soát…');
    assert.equal(shorten('ngắn', 12), 'ngắn');
  });
});

describe('a plain line', () => {
  it('has composed letters, single spaces and no control characters', () => {
    assert.equal(plainLine(`${' Ủ'.normalize('NFD')}\r\n\tban\u001b[31m\ud800 `), 'Ủ ban[31m\ufffd');
  });
});
