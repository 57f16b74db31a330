/** Clashes of inspections: each rule on plain plans, and random plans against a count of every pair by itself. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type BodyLinks, findClashes, formatMonths, monthsBetween, type PlannedInspection } from './overlap.ts';

/** Nobody was merged, nobody stands above anybody. */
const PLAIN: BodyLinks = { finalOf: (id) => [id], aboveOf: () => [] };

function planned(id: string, given: Partial<PlannedInspection> = {}): PlannedInspection {
  return {
    id,
    year: 2021,
    inspector: 'Thanh tra tỉnh',
    kind: 'thanh tra',
    subjectName: 'Sở Xây dựng',
    subjectIds: ['xd'],
    subjectKey: 'sở xây dựng',
    fromMonth: '2021-03',
    toMonth: '2021-04',
    ...given,
  };
}
const kinds = (inspections: PlannedInspection[], links: BodyLinks = PLAIN) =>
  findClashes(inspections, links).map(({ kind, firstId, secondId }) => [kind, firstId, secondId]);

describe('clashes of inspections', () => {
  it('are two of one body in one year, whoever inspects', () => {
    const second = planned('b', { inspector: 'Sở Nội vụ', kind: 'kiểm tra', fromMonth: '2021-09', toMonth: '2021-09' });
    const [clash] = findClashes([second, planned('a')], PLAIN);
    assert.equal(clash?.kind, 'twice');
    assert.equal(
      clash?.vi,
      'Sở Xây dựng có hai cuộc trong năm 2021: thanh tra của Thanh tra tỉnh (tháng 3–4/2021) và kiểm tra của Sở Nội vụ (tháng 9/2021).',
    );
    assert.deepEqual(kinds([planned('a'), planned('b', { year: 2022, fromMonth: '2022-03', toMonth: '2022-04' })]), []);
  });

  it('say the months that both are in, also over the end of the year', () => {
    const [clash] = findClashes([planned('a'), planned('b', { fromMonth: '2021-04', toMonth: '2021-06' })], PLAIN);
    assert.deepEqual([clash?.kind, clash?.months], ['same-months', ['2021-04']]);
    const late = planned('a', { fromMonth: '2021-12', toMonth: '2022-02' });
    const [over] = findClashes([late, planned('b', { year: 2022, fromMonth: '2022-01', toMonth: '2022-01' })], PLAIN);
    assert.deepEqual([over?.kind, over?.months], ['same-months', ['2022-01']]);
  });

  it('are those of a unit and the body above it only in the same months', () => {
    const links: BodyLinks = { finalOf: (id) => [id], aboveOf: (id) => (id === 'cc' ? ['xd'] : []) };
    const unit = planned('b', {
      subjectIds: ['cc'],
      subjectName: 'Chi cục Giám định',
      fromMonth: '2021-04',
      toMonth: '2021-04',
    });
    assert.deepEqual(kinds([planned('a'), unit], links), [['unit', 'a', 'b']]);
    assert.deepEqual(kinds([planned('a'), { ...unit, fromMonth: '2021-05', toMonth: '2021-05' }], links), []);
  });

  it('see a merged body in the one that has its work', () => {
    const finals: Record<string, string[]> = { gt: ['xd'], cu: ['m1', 'm2'] };
    const links: BodyLinks = { finalOf: (id) => finals[id] ?? [id], aboveOf: () => [] };
    const merged = planned('b', {
      subjectIds: ['gt'],
      subjectName: 'Sở Giao thông',
      fromMonth: '2021-08',
      toMonth: '2021-08',
    });
    assert.deepEqual(kinds([planned('a'), merged], links), [['twice', 'a', 'b']]);
    const split = ['cu', 'm1', 'm2'].map((body, i) => planned(String(i), { subjectIds: [body] }));
    assert.deepEqual(kinds(split, links), [
      ['same-months', '0', '1'],
      ['same-months', '0', '2'],
    ]);
  });

  it('know a body that is no organisation by its folded name', () => {
    const named = { subjectIds: [], subjectKey: 'công ty cổ phần a' };
    assert.deepEqual(kinds([planned('a', named), planned('b', named)]), [['same-months', 'a', 'b']]);
    assert.deepEqual(kinds([planned('a', named), planned('b', { ...named, subjectKey: 'công ty b' })]), []);
  });

  it('carry facts that change with the months', () => {
    const facts = (toMonth: string) => findClashes([planned('a'), planned('b', { toMonth })], PLAIN)[0]?.facts;
    assert.equal(facts('2021-04'), facts('2021-04'));
    assert.notEqual(facts('2021-04'), facts('2021-05'));
  });
});

describe('months', () => {
  it('are counted over years and said short', () => {
    assert.deepEqual(monthsBetween('2021-11', '2022-01'), ['2021-11', '2021-12', '2022-01']);
    assert.deepEqual(monthsBetween('2021-03', '2021-02'), []);
    assert.deepEqual(
      [formatMonths('2021-03', '2021-03'), formatMonths('2021-11', '2022-01')],
      ['tháng 3/2021', 'tháng 11/2021–1/2022'],
    );
  });
});

/** Bodies `0`–`5`: one tree, one merger, by arrays that the test reads in its own way. */
const PARENT: (number | null)[] = [null, 0, 1, null, 3, null];
const INTO: (number | null)[] = [null, null, null, null, null, 3];
const bodies: BodyLinks = {
  finalOf: (id) => [String(INTO[Number(id)] ?? id)],
  aboveOf: (id) => {
    const found: string[] = [];
    for (let at = PARENT[Number(id)] ?? null; at !== null; at = PARENT[at] ?? null) found.push(String(at));
    return found;
  },
};

const someone = fc.record({
  body: fc.integer({ min: 0, max: 6 }),
  year: fc.constantFrom(2021, 2022),
  from: fc.integer({ min: 1, max: 12 }),
  length: fc.integer({ min: 0, max: 4 }),
});

describe('random plans', () => {
  it('clash exactly where two of every pair do, in whatever order they come', () => {
    const monthOf = (n: number) => `${Math.floor((n - 1) / 12)}-${String(((n - 1) % 12) + 1).padStart(2, '0')}`;
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 14 }), fc.infiniteStream(fc.nat()), (given, turns) => {
        const plans = given.map(({ body, year, from, length }, i) =>
          planned(String(i).padStart(2, '0'), {
            year,
            subjectIds: body === 6 ? [] : [String(body)],
            subjectKey: `k${body}`,
            fromMonth: monthOf(year * 12 + from),
            toMonth: monthOf(year * 12 + from + length),
          }),
        );
        const expected = new Map<string, string>();
        given.forEach((a, i) => {
          given.forEach((b, j) => {
            if (j <= i) return;
            const real = (n: number) => INTO[n] ?? n;
            const same = real(a.body) === real(b.body);
            const under = (n: number, top: number) => {
              for (let at = PARENT[n] ?? null; at !== null; at = PARENT[at] ?? null) if (at === top) return true;
              return false;
            };
            const related = under(real(a.body), real(b.body)) || under(real(b.body), real(a.body));
            const [x, y] = [a.year * 12 + a.from, b.year * 12 + b.from];
            const together = x <= y + b.length && y <= x + a.length;
            const pair = [plans[i]?.id, plans[j]?.id].sort().join(' ');
            if (same && together) expected.set(pair, 'same-months');
            else if (same && a.year === b.year) expected.set(pair, 'twice');
            else if (related && together) expected.set(pair, 'unit');
          });
        });
        const shuffled = [...plans];
        for (let i = shuffled.length - 1; i > 0; i--) {
          const j = (turns.next().value as number) % (i + 1);
          [shuffled[i], shuffled[j]] = [shuffled[j] as PlannedInspection, shuffled[i] as PlannedInspection];
        }
        const found = findClashes(shuffled, bodies);
        assert.deepEqual(
          new Map(found.map((one) => [[one.firstId, one.secondId].sort().join(' '), one.kind])),
          expected,
        );
        assert.deepEqual(found, findClashes(plans, bodies));
      }),
      { numRuns: 400 },
    );
  });
});
