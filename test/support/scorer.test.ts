import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Reading } from '#reading/model.ts';
import { computeF1, countAgreement, emptyCounts, type Gold, locate } from '#test/support/scorer.ts';

const text = 'Thu ngân sách đạt 12.000 tỷ đồng. Sở Tài chính hoàn thành trước ngày 31/01/2021.';

const gold: Gold = {
  file: 'x.txt',
  document: { type: 'Nghị quyết', planYear: 2021 },
  targets: [
    {
      quote: 'đạt 12.000 tỷ đồng',
      value: '12.000',
      number: 12000,
      unit: 'tỷ đồng',
      indicator: 'Thu ngân sách',
      measure: 'level',
      comparator: '=',
      year: 2021,
    },
  ],
  results: [],
  tasks: [
    {
      quote: 'Sở Tài chính hoàn thành',
      lead: ['Sở Tài chính'],
      support: [],
      deadlines: [{ quote: 'trước ngày 31/01/2021', due: '2021-01-30' }],
    },
  ],
  citations: [],
  reporting: [],
};

const target = {
  ...gold.targets[0],
  span: locate(text, { quote: 'Thu ngân sách đạt 12.000 tỷ đồng' }),
  valueSpan: locate(text, { quote: '12.000' }),
};
const task = {
  span: locate(text, { quote: 'Sở Tài chính hoàn thành trước ngày 31/01/2021.' }),
  lead: [{ name: 'Sở Tài chính' }],
  support: [],
  deadlines: [{ due: '2021-01-30', span: locate(text, { quote: 'trước ngày 31/01/2021' }) }],
};

function count(change: object) {
  const header = Object.fromEntries(
    ['symbol', 'issuer', 'province', 'place', 'date', 'title', 'signer', 'signerTitle'].map((name) => [name, null]),
  );
  const reading = {
    document: { type: 'NGHỊ QUYẾT', planYear: 2021, ...header },
    targets: [target],
    results: [],
    tasks: [task],
    citations: [],
    reporting: [],
    ...change,
  } as unknown as Reading;
  const counts = emptyCounts();
  countAgreement(counts, text, gold, reading);
  return counts;
}

describe('agreement with an annotation', () => {
  it('is full for the same items', () => {
    for (const [name, value] of Object.entries(count({}))) assert.equal(computeF1(value), 1, name);
  });

  it('counts a wrong field as extra and missed', () => {
    for (const wrong of [{ unit: 'triệu đồng' }, { number: 12 }, { year: 2020 }, { indicator: 'Xuất khẩu' }]) {
      assert.deepEqual(count({ targets: [{ ...target, ...wrong }] }).targets, { right: 0, extra: 1, missed: 1 });
    }
  });

  it('takes both places of the tone mark, spaces and case as the same', () => {
    const said = { ...target, unit: 'Tỷ  đồng', indicator: 'thu ngân sách' };
    assert.equal(count({ targets: [said] }).targets.right, 1);
  });

  it('counts the agencies and days of a missed task as missed', () => {
    const counts = count({ tasks: [] });
    assert.deepEqual(counts.tasks, { right: 0, extra: 0, missed: 1 });
    assert.deepEqual(counts.lead, { right: 0, extra: 0, missed: 1 });
    assert.deepEqual(counts.deadlines, { right: 0, extra: 0, missed: 1 });
  });

  it('wants a deadline on its day', () => {
    const late = { ...task, deadlines: [{ ...task.deadlines[0], due: '2021-01-31' }] };
    assert.deepEqual(count({ tasks: [late] }).deadlines, { right: 0, extra: 1, missed: 1 });
  });
});
