import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Entry, findBroken } from './series.ts';

/** Lines as they were read; the head of each is its text. */
function broken(lines: string, alone = false): string {
  const entries = lines.split(' ').map((text, i): Entry<string> => {
    const word = text.replace('…', '');
    return { text: word, family: '', alone, head: `${i}:${word}` };
  });
  return [...findBroken(entries).broken].map(([head, label]) => (label === null ? head : `${head}=${label}`)).join(' ');
}

describe('labels in their order', () => {
  it('are no doubt: lists, lists in lists, lists that begin anew or stand apart', () => {
    for (const lines of [
      '1. 2. 3. Xã 4.',
      'I. 1. a) b) c) 2. a) b) II. 1. 2. III.',
      '1. 1.1. 1.2. 1.2.1. 1.2.2. 1.3. 2. 2.1. 2.2.',
      'a) b) c) d) đ) e) g) h) i) k)',
      '1. 2. - Rà - Xây 3. a. b. 1. 2.',
      '(1) (2) (3) 1) 2)',
      'A. I. 1. 2. II. B. I.',
      '7. 8. 9. 10. 11.',
    ])
      assert.equal(broken(lines), '', lines);
  });

  it('show the line that lost its label', () => {
    assert.equal(broken('1. 2. Các 4. 5.'), '2:Các 3:4.');
    assert.equal(broken('2.1. Xã 2.3.'), '1:Xã 2:2.3.');
    assert.equal(broken('I. Sở 2. 3. 4.'), '1:Sở 2:2.');
    assert.equal(broken('1. - - 3.'), '3:3.', 'a dash has no number');
  });

  it('show a label that repeats or falls out of its row', () => {
    assert.equal(broken('1. 2. 2. 3.'), '1:2. 2:2.');
    assert.match(broken('1. 2. 8. 4. 5.'), /^2:8\./);
    assert.match(broken('1.1. 1.2. 7.3. 1.4.'), /2:7\.3\./);
  });

  it('are put right where both neighbours say so and what was read looks like it', () => {
    assert.equal(broken('1. 2. 3. Á. 5.'), '3:Á.=4.');
    assert.equal(broken('d) đ) e) ø) h)').split(' ').at(-1), '3:ø)=g)');
    assert.equal(broken('1. 2. 3. 4. 5. 6. 7. 8. 9. 10. 1. 12.'), '10:1.=11.');
    assert.equal(broken('I. II. II. IV.'), '2:II.=III.');
    assert.equal(broken('1. L. 3.'), '1:L.', 'not like 2');
    assert.equal(broken('1. 2. 7. 4.'), '2:7.', 'nothing like 3');
  });

  it('are sure between their neighbours only', () => {
    const entries = ['1.', '2.', 'Xã', '3.', '4.', '6.'].map(
      (text): Entry<string> => ({ text, family: '', alone: false, head: text }),
    );
    assert.deepEqual([...findBroken(entries).sure], ['2.', '3.']);
  });

  it('are bare numbers in a column of serials', () => {
    assert.equal(broken('1 2 3 4 5', true), '');
    assert.equal(broken('9 10 H1 12 13', true).split(' ').at(-1), '2:H1');
    assert.equal(broken('1 2 … 4 5', true), '2: 3:4');
    assert.equal(broken('l 2 3 4', true), '0:l');
  });
});
