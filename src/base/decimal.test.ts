import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  abs,
  add,
  compare,
  type Decimal,
  equals,
  formatVietnamese,
  fromInteger,
  halfStep,
  multiply,
  parsePlain,
  parseVietnamese,
  round,
  subtract,
  sum,
  toNumber,
  toPlain,
} from './decimal.ts';

const vi = (text: string): Decimal => parseVietnamese(text) ?? assert.fail(`not read: ${text}`);

const decimals = fc
  .record({ digits: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), scale: fc.integer({ min: 0, max: 9 }) })
  .map((d): Decimal => ({ digits: d.digits, scale: d.scale }));

test('reads numbers as Vietnamese documents print them', () => {
  const read: [string, string][] = [
    ['31.000', '31000'],
    ['13.593,9', '13593.9'],
    ['7,5', '7.5'],
    ['7,50', '7.50'],
    ['02', '2'],
    ['0,05', '0.05'],
    ['1.234.567,89', '1234567.89'],
    ['1200', '1200'],
    ['70 000', '70000'],
    ['-3,4', '-3.4'],
    ['0', '0'],
  ];
  for (const [text, plain] of read) assert.equal(toPlain(vi(text)), plain, text);
});

test('refuses what is no number in Vietnamese print', () => {
  for (const text of [
    '1.2',
    '1,200.5',
    '5-6',
    '',
    ' 5',
    '5 ',
    '1.23.456',
    '12.3456',
    '1..000',
    ',5',
    '5,',
    'năm',
    '١',
    '1.2345,6',
    '1 23',
  ]) {
    assert.equal(parseVietnamese(text), null, text);
  }
  for (const text of ['1,5', '1e3', '.5', '5.', '', '0x1', '1_000']) assert.equal(parsePlain(text), null, text);
  assert.equal(parseVietnamese('9'.repeat(61)), null);
});

test('every number from 0 to 99 999, at every precision up to 2, is read back as written', () => {
  for (let digits = 0; digits < 100_000; digits++) {
    for (let scale = 0; scale <= 2; scale++) {
      const value: Decimal = { digits: BigInt(digits), scale };
      assert.deepEqual(parseVietnamese(formatVietnamese(value)), value);
    }
  }
});

test('precision is kept and does not change the value', () => {
  assert.ok(equals(vi('7,5'), vi('7,50')));
  assert.notDeepEqual(vi('7,5'), vi('7,50'));
  assert.equal(formatVietnamese(add(vi('7,5'), vi('0,50'))), '8,00');
  assert.equal(toPlain(add(vi('0,1'), vi('0,2'))), '0.3');
  assert.equal(formatVietnamese(sum(['9,65', '61,5', '28,85'].map(vi))), '100,00');
  assert.equal(toPlain(sum([])), '0');
  assert.equal(toPlain(halfStep(vi('7,5'))), '0.05');
  assert.equal(toNumber(vi('13.593,9')), 13593.9);
});

test('rounding goes away from zero at the half', () => {
  assert.equal(toPlain(round(vi('7,25'), 1)), '7.3');
  assert.equal(toPlain(round(vi('-7,25'), 1)), '-7.3');
  assert.equal(toPlain(round(vi('7,24'), 1)), '7.2');
  assert.equal(toPlain(round(vi('7,2'), 3)), '7.200');
});

test('written and read back, plain and Vietnamese', () => {
  fc.assert(
    fc.property(decimals, (a) => {
      assert.deepEqual(parsePlain(toPlain(a)), a);
      assert.deepEqual(parseVietnamese(formatVietnamese(a)), a);
    }),
  );
});

test('the laws of addition and order hold', () => {
  fc.assert(
    fc.property(decimals, decimals, decimals, (a, b, c) => {
      assert.ok(equals(add(a, b), add(b, a)));
      assert.ok(equals(add(add(a, b), c), add(a, add(b, c))));
      assert.ok(equals(subtract(add(a, b), b), a));
      assert.ok(equals(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c))));
      assert.equal(compare(a, b), -compare(b, a) + 0);
      if (compare(a, b) <= 0 && compare(b, c) <= 0) assert.ok(compare(a, c) <= 0);
      assert.equal(compare(add(a, c), add(b, c)), compare(a, b));
      assert.ok(compare(abs(a), fromInteger(0)) >= 0);
    }),
  );
});

test('rounding is off by at most half a step', () => {
  fc.assert(
    fc.property(decimals, fc.integer({ min: 0, max: 9 }), (a, scale) => {
      const rounded = round(a, scale);
      assert.equal(rounded.scale, scale);
      assert.ok(compare(abs(subtract(rounded, a)), halfStep(rounded)) <= 0);
    }),
  );
});

test('a fraction as a whole number is our own mistake', () => {
  assert.throws(() => fromInteger(1.5), RangeError);
});
