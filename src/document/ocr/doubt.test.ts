import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contradicts } from './figures.ts';
import { figureOf, isOddNumber, isPlainNumber, withoutRing } from './form.ts';

describe('the form of numbers', () => {
  it('is trusted as Vietnamese documents write them', () => {
    const usual =
      '2021 12,5% 31.000 1.234.567,8 0,05 8/12/2020 30-11-2020, 2021-2025; (28) 2.1. 1.1.1 a) 258/2020/NQ-HĐND 2.000ha). ĐT.379 Covid-19 UBTVQH15, 7.000; 3-5 24/7 +5 100% [1]';
    for (const word of usual.split(' ')) assert.equal(isOddNumber(word, false), false, word);
    for (const label of ['1.', '2.1.', '12.3']) assert.equal(isOddNumber(label, true), false, label);
    assert.equal(isOddNumber('I.', true), false);
    for (const label of ['đ)', 'ê.', 'Ô.', 'a)', 'I.']) assert.equal(isOddNumber(label, true), false, label);
    for (const label of ['Á.', 'ø)', 'ì.']) assert.equal(isOddNumber(label, true), true, label);
    for (const serial of ['l', 'I', 'L.']) assert.equal(isOddNumber(serial, true), true, serial);
    assert.equal(isOddNumber('<³', false), true);
    assert.equal(isOddNumber('310.', true), true, 'no list counts so far');
    assert.equal(isOddNumber('310.', false), false);
  });

  it('is doubted where letters stand for digits, groups are broken or little is left', () => {
    for (const word of '1.2345 12.3.45.678 l5 1O0 3I% 24.59 32,0876.5 2,3,4 74] | ll O " U"'.split(' '))
      assert.equal(isOddNumber(word, false), true, word);
  });

  it('is compared by digits and the signs between them', () => {
    assert.equal(figureOf('(12,5%);'), '12,5%');
    assert.equal(figureOf('2021–2025.'), '2021-2025');
    assert.notEqual(figureOf('74,4'), figureOf('744'));
  });

  it('may have a digit that was the ring of a sign', () => {
    assert.equal(withoutRing('929%.'), '92%.');
    assert.equal(withoutRing('8,59%;'), '8,5%;');
    for (const word of ['9%', '42,2%', '929', '8,9%']) assert.equal(withoutRing(word), null, word);
  });

  it('is known in a column of a table', () => {
    for (const cell of ['17', '74,4', '31.832', '12%', '5.']) assert.equal(isPlainNumber(cell), true, cell);
    for (const cell of ['lại', '38.24]', '7u']) assert.equal(isPlainNumber(cell), false, cell);
  });
});

describe('the count of shapes', () => {
  const shapes = (tall: number, low: number) => ({ tall, low, touching: false, height: 26 });

  it('contradicts a number that has lost a digit or a comma', () => {
    assert.equal(contradicts('17.11', shapes(5, 1)), true);
    assert.equal(contradicts('744', shapes(3, 1)), true);
    assert.equal(contradicts('17.111', shapes(5, 1)), false);
  });

  it('says nothing of what is more than digits, points and commas', () => {
    assert.equal(contradicts('12%', shapes(4, 0)), null);
  });
});
