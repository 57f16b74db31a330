/** Dividing, proposing and balancing anew, on random wholes, weights and precisions, against a reckoning of their own. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Decimal, sum, toPlain } from '#base/decimal.ts';
import type { Course, Division, PartFigures, Whole } from './allocation.ts';
import { checkParts, keptParts } from './allocation-check.ts';
import { divide } from './allocation-divide.ts';
import { grainsOf, periodsOf, periodWords, yearsSpan } from './allocation-period.ts';
import { proposeParts, remainderWords, sharedOut } from './allocation-propose.ts';
import { rebalance } from './allocation-rebalance.ts';
import { balanceOf } from './balance.ts';

/** A reckoning apart from the product's: millionths as whole numbers. */
const millionths = (text: string): bigint => {
  const [whole, fraction = ''] = text.replace('-', '').split('.') as [string, string?];
  const size = BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
  return text.startsWith('-') ? -size : size;
};
const added = (texts: readonly (string | null)[]): bigint =>
  texts.reduce((all, text) => all + (text === null ? 0n : millionths(text)), 0n);

const places = fc.integer({ min: 0, max: 4 });
const decimalAt = (scale: number, most = 10_000_000n): fc.Arbitrary<string> =>
  fc.bigInt({ min: 0n, max: most }).map((digits) => toPlain({ digits, scale }));
const weight = fc.oneof(
  fc.integer({ min: 0, max: 10_000 }).map(String),
  fc.integer({ min: 0, max: 99_999 }).map((digits) => toPlain({ digits: BigInt(digits), scale: 2 })),
);
const weights = fc.array(weight, { minLength: 1, maxLength: 60 }).filter((all) => all.some((one) => /[1-9]/.test(one)));
const wholeFrom = (value: string): Whole => ({
  value,
  valueMax: null,
  wants: 'exactly',
  strict: false,
  unit: 'tỷ đồng',
});
const division = (rule: Division['rule'], at: number, course: Course = 'adds'): Division => ({
  dimension: rule === 'seasonal' ? 'period' : 'organisation',
  rule,
  course,
  places: at,
});
const ALL = { method: 'weights', only: 'all', start: null } as const;
const figures = (all: readonly string[]): PartFigures[] => all.map((one) => ({ value: null, weight: one }));
const proposed = (...given: Parameters<typeof proposeParts>): readonly PartFigures[] => {
  const found = proposeParts(...given);
  assert.ok(found.ok, found.ok ? '' : found.error.vi);
  return found.value.parts;
};

describe('dividing', () => {
  it('loses nothing, and no part is off by a whole step', () => {
    fc.assert(
      fc.property(places, weights, fc.bigInt({ min: -1_000_000n, max: 1_000_000_000n }), (scale, given, digits) => {
        const sizes = given.map((one) => ({ digits: millionths(one), scale: 6 }));
        const divided = divide({ digits, scale }, sizes, scale);
        assert.ok(divided);
        assert.equal(toPlain(sum(divided.parts)), toPlain({ digits, scale }));
        const all = sizes.reduce((total, one) => total + one.digits, 0n);
        for (const [at, part] of divided.parts.entries()) {
          const off = part.digits * all - digits * (sizes[at] as Decimal).digits;
          assert.ok((off < 0n ? -off : off) < all);
        }
      }),
    );
  });

  it('gives the rest to the largest remainders, the earlier one first, and says so', () => {
    const tenth = (digits: bigint): Decimal => ({ digits, scale: 0 });
    const divided = divide(tenth(10n), [tenth(1n), tenth(1n), tenth(1n)], 0);
    assert.deepEqual(
      divided?.parts.map((part) => part.digits),
      [4n, 3n, 3n],
    );
    assert.equal(
      remainderWords(divided?.extra ?? [], ['Sở A', 'Sở B', 'Sở C'], 0, 'xã'),
      'Số chia không hết được làm tròn theo phương pháp số dư lớn nhất: Sở A nhận thêm 1 xã.',
    );
    assert.equal(divide(tenth(10n), [tenth(0n)], 0), null);
    assert.equal(divide(tenth(10n), [tenth(2n), tenth(-1n)], 0), null);
    assert.equal(divide({ digits: 105n, scale: 1 }, [tenth(1n)], 0), null);
  });
});

describe('a proposal', () => {
  it('of a sum adds up exactly, by weights and evenly, and balances', () => {
    fc.assert(
      fc.property(places, weights, (scale, given) => {
        fc.pre(given.length > 0);
        for (const method of ['even', 'weights'] as const) {
          const whole = wholeFrom(toPlain({ digits: 1_158_007n, scale }));
          const parts = proposed(whole, division('sum', scale), figures(given), { ...ALL, method });
          assert.equal(added(parts.map(({ value }) => value)), millionths(whole.value));
          const balance = balanceOf(whole, division('sum', scale), parts);
          assert.deepEqual([balance.state, balance.meets, balance.unallocated], ['even', true, '0']);
        }
      }),
    );
  });

  it('of what is left fills only what is missing', () => {
    const whole = wholeFrom('100');
    const parts = [
      { value: '40', weight: null },
      { value: null, weight: null },
      { value: null, weight: null },
    ];
    const found = proposed(whole, division('sum', 0), parts, { method: 'even', only: 'missing', start: null });
    assert.deepEqual(
      found.map(({ value }) => value),
      ['40', '30', '30'],
    );
    const over = proposeParts(wholeFrom('30'), division('sum', 0), parts, {
      method: 'even',
      only: 'missing',
      start: null,
    });
    assert.equal(over.ok, false);
  });

  it('of shares makes them 100 % and figures that add up', () => {
    fc.assert(
      fc.property(places, weights, (scale, given) => {
        const whole = wholeFrom(toPlain({ digits: 9_999_991n, scale }));
        const parts = proposed(whole, division('share', scale), figures(given), ALL);
        assert.equal(added(parts.map((part) => part.weight)), 100_000_000n);
        assert.equal(added(parts.map(({ value }) => value)), millionths(whole.value));
        assert.equal(balanceOf(whole, division('share', scale), parts).state, 'even');
      }),
    );
  });

  it('of the rest of a weighted mean brings the mean within the precision', () => {
    const pairs = fc.array(fc.tuple(decimalAt(2, 10_000n), fc.integer({ min: 1, max: 500 }).map(String)), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(pairs, decimalAt(2, 10_000n), (known, value) => {
        const whole: Whole = { ...wholeFrom(value), unit: '%', wants: 'at-least' };
        const parts = [
          ...known.map(([figure, one]) => ({ value: figure, weight: one })),
          { value: null, weight: '100' },
        ];
        const found = proposed(whole, division('weighted-mean', 2), parts, {
          method: 'same',
          only: 'missing',
          start: null,
        });
        const above = found.reduce(
          (all, part) => all + millionths(part.value as string) * millionths(part.weight as string),
          0n,
        );
        const below = added(found.map((part) => part.weight));
        const off = above - millionths(value) * below;
        // Half of 0,01, in millionths.
        assert.ok((off < 0n ? -off : off) <= 5_000n * below);
        assert.equal(balanceOf(whole, division('weighted-mean', 2), found).state, 'even');
      }),
    );
  });

  it('over the months adds up, runs up to the whole, or ends at it', () => {
    fc.assert(
      fc.property(places, fc.array(weight, { minLength: 12, maxLength: 12 }), (scale, given) => {
        fc.pre(given.some((one) => /[1-9]/.test(one)));
        const whole = wholeFrom(toPlain({ digits: 1_158_007n, scale }));
        const at = (course: Course, start: string | null = null) =>
          proposed(whole, division('seasonal', scale, course), figures(given), { ...ALL, start }).map(
            ({ value }) => value as string,
          );
        const adds = at('adds');
        const runs = at('running');
        assert.equal(added(adds), millionths(whole.value));
        for (const [i, one] of runs.entries()) assert.equal(millionths(one), added(adds.slice(0, i + 1)));
        assert.equal(millionths(at('last', '0').at(-1) as string), millionths(whole.value));
      }),
    );
  });

  it('of a level goes from where it stood, or as past figures went', () => {
    const whole: Whole = { ...wholeFrom('95.0'), unit: '%' };
    const last = division('seasonal', 1, 'last');
    const four = figures(['1', '1', '1', '1']);
    const values = (start: string | null, given: readonly PartFigures[], method: 'even' | 'weights') =>
      proposed(whole, last, given, { method, only: 'all', start }).map(({ value }) => value);
    assert.deepEqual(values('91', four, 'even'), ['92.0', '93.0', '94.0', '95.0']);
    assert.deepEqual(values(null, figures(['80', '85', '88', '90']), 'weights'), ['84.4', '89.7', '92.9', '95.0']);
    assert.deepEqual(values(null, four, 'even'), [null, null, null, '95.0']);
  });

  it('is refused where nothing can be reckoned', () => {
    const refused = (...given: Parameters<typeof proposeParts>) => assert.equal(proposeParts(...given).ok, false);
    refused(wholeFrom('10'), division('sum', 0), [], ALL);
    refused(wholeFrom('10'), division('sum', 0), figures(['0', '0']), ALL);
    refused(wholeFrom('10'), division('sum', 0), [{ value: null, weight: null }], ALL);
    refused(wholeFrom('10'), division('same', 0), figures(['1']), ALL);
  });
});

describe('balancing anew', () => {
  it('keeps proportions and adds up to the new whole', () => {
    fc.assert(
      fc.property(
        places,
        weights,
        fc.bigInt({ min: 1n, max: 10_000_000n }),
        fc.bigInt({ min: 1n, max: 10_000_000n }),
        (scale, given, from, to) => {
          const old = wholeFrom(toPlain({ digits: from, scale }));
          const next = wholeFrom(toPlain({ digits: to, scale }));
          const before = proposed(old, division('sum', scale), figures(given), ALL);
          const { parts } = rebalance(old.value, next, division('sum', scale), before, false);
          assert.equal(added(parts.map(({ value }) => value)), millionths(next.value));
          const step = 10n ** BigInt(6 - scale);
          for (const [i, part] of parts.entries()) {
            const was = millionths(before[i]?.value as string);
            const off = millionths(part.value as string) * millionths(old.value) - was * millionths(next.value);
            assert.ok((off < 0n ? -off : off) < step * millionths(old.value));
          }
        },
      ),
    );
  });

  it('leaves what was left in proportion, or fills', () => {
    const parts = [
      { value: '50', weight: null },
      { value: '40', weight: null },
      { value: null, weight: null },
    ];
    const values = (fill: boolean) =>
      rebalance('100', wholeFrom('200'), division('sum', 0), parts, fill).parts.map(({ value }) => value);
    assert.deepEqual(values(false), ['100', '80', null]);
    assert.deepEqual(values(true), ['111', '89', null]);
  });

  it('moves rates with their gaps, and takes the precision of the new whole', () => {
    const parts = [
      { value: '7', weight: '1' },
      { value: '8', weight: '1' },
    ];
    const found = rebalance('7.5', { ...wholeFrom('6.25'), unit: '%' }, division('weighted-mean', 1), parts, false);
    assert.equal(found.places, 2);
    assert.deepEqual(
      found.parts.map(({ value }) => value),
      ['5.75', '6.75'],
    );
    const runs = [
      { value: '10', weight: null },
      { value: '40', weight: null },
      { value: '100', weight: null },
    ];
    const running = rebalance('100', wholeFrom('150'), division('seasonal', 0, 'running'), runs, false);
    assert.deepEqual(
      running.parts.map(({ value }) => value),
      ['15', '60', '150'],
    );
    const shares = sharedOut(wholeFrom('100'), division('share', 0), figures(['60', '40']));
    const after = rebalance('100', wholeFrom('50'), division('share', 0), shares, false);
    assert.deepEqual(
      after.parts.map(({ value }) => value),
      ['30', '20'],
    );
  });
});

describe('what is kept', () => {
  const span = yearsSpan(2021, 2021);
  const part = (period: string, value: string | null = null) => ({ organisationId: null, period, value, weight: null });

  it('has each part once, within the year, of one grain', () => {
    const seasonal = division('seasonal', 0);
    const wrong = (...periods: string[]) =>
      checkParts(
        wholeFrom('10'),
        seasonal,
        periods.map((one) => part(one)),
        span,
      )?.vi ?? null;
    assert.equal(wrong('2021-Q1', '2021-Q2'), null);
    assert.match(wrong('2021-Q1', '2021-Q1') ?? '', /hai lần/);
    assert.match(wrong('2022-Q1') ?? '', /Quý I\/2022 không thuộc/);
    assert.match(wrong('2021-Q1', '2021-04') ?? '', /cùng loại/);
    assert.match(wrong('2021') ?? '', /ngắn hơn/);
    assert.match(checkParts(wholeFrom('10'), seasonal, [part('2021-Q1', '1.5')], span)?.vi ?? '', /chữ số thập phân/);
    assert.match(checkParts(wholeFrom('10.5'), seasonal, [part('2021-Q1')], span)?.vi ?? '', /Kế hoạch có 1 chữ số/);
  });

  it('stands in order, at its precision, with the figures of shares', () => {
    const kept = keptParts(wholeFrom('10'), division('seasonal', 2), [part('2021-10', '1.5'), part('2021-02', '2')]);
    assert.deepEqual(
      kept.map(({ period, value }) => [period, value]),
      [
        ['2021-02', '2.00'],
        ['2021-10', '1.50'],
      ],
    );
  });
});

describe('periods', () => {
  it('divide a year, a half, a quarter', () => {
    assert.deepEqual(grainsOf(yearsSpan(2021, 2021)), ['half', 'quarter', 'month']);
    assert.deepEqual(grainsOf(yearsSpan(2021, 2025)), ['year', 'half', 'quarter', 'month']);
    assert.deepEqual(periodsOf(yearsSpan(2021, 2021), 'quarter'), ['2021-Q1', '2021-Q2', '2021-Q3', '2021-Q4']);
    assert.equal(periodsOf(yearsSpan(2021, 2021), 'month').at(-1), '2021-12');
    assert.equal(periodWords('2021-H2'), '6 tháng cuối năm 2021');
    assert.equal(periodWords('2021-Q4'), 'Quý IV/2021');
  });
});
