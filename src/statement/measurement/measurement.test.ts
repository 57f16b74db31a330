/** Measurements of one block; the statements stand in `measurement.cases.txt`. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkMarks, readCases } from '#test/support/annotated.ts';
import { soup } from '#test/support/soup.ts';
import { type BlockMeasurement, type MeasurementContext, readMeasurements } from './measurement.ts';

const CONTEXT: MeasurementContext = { parentName: '', strict: false, taken: [] };

function shown(m: BlockMeasurement): string {
  return [
    `${m.decimal}${m.decimalMax === null ? '' : `–${m.decimalMax}`} ${m.unit ?? '–'}`,
    m.indicator,
    `${m.measure} ${m.comparator}`,
    ...(m.year === null ? [] : [m.year]),
    ...(m.parent === null ? [] : [`part of ${m.parent}`]),
    ...(m.cumulative ? ['cumulative'] : []),
  ].join(' | ');
}
/** What holds for the measurements of any text. */
function checkItems(text: string, items: readonly BlockMeasurement[]): void {
  let last = -1;
  for (const [i, m] of items.entries()) {
    assert.equal(text.slice(m.valueStart, m.valueEnd), m.value);
    assert.ok(0 <= m.start && m.start <= m.valueStart && m.valueEnd <= m.end && m.end <= text.length, m.value);
    assert.ok(m.valueStart > last, 'in order');
    last = m.valueStart;
    assert.equal(Number(m.decimal), m.number);
    assert.equal(m.comparator === 'range', m.numberMax !== null);
    assert.ok(m.numberMax === null || m.numberMax > m.number);
    assert.ok(m.indicator.trim() !== '' && m.base !== '');
    assert.ok(m.parent === null || (m.parent >= 0 && m.parent < i), 'a whole comes before its part');
  }
}

describe('statements', () => {
  for (const test of readCases(new URL('./measurement.cases.txt', import.meta.url))) {
    it(test.name, () => {
      const strict = test.name.startsWith('strict:');
      const { items, passed } = readMeasurements(test.text, { ...CONTEXT, strict });
      checkItems(test.text, items);
      assert.deepEqual(items.map(shown), test.expected);
      checkMarks(
        test,
        items.map((m) => ({ name: 'value', span: { start: m.valueStart, end: m.valueEnd } })),
      );
      for (const p of passed) {
        const read = items.some((m) => m.valueStart <= p.span.start && p.span.end <= m.valueEnd);
        assert.ok(!read, `passed though it was read: ${test.text.slice(p.span.start, p.span.end)}`);
      }
    });
  }
});

describe('a row', () => {
  it('is completed by the row above it', () => {
    const parentName = 'Tốc độ tăng tổng sản phẩm (GRDP)';
    const read = (text: string) => readMeasurements(text, { ...CONTEXT, parentName }).items.map(shown);
    assert.deepEqual(read('Ngành dịch vụ tăng 6,90%'), [
      '6.90 % | Tốc độ tăng tổng sản phẩm (GRDP) ngành dịch vụ | level =',
    ]);
    assert.deepEqual(read('Tỷ lệ đô thị hóa: 32%'), ['32 % | Tỷ lệ đô thị hóa | level =']);
  });

  it('does not read what is a date or a citation already', () => {
    const text = 'Thu ngân sách đến ngày 30/11 đạt 95% dự toán';
    const { items, passed } = readMeasurements(text, { ...CONTEXT, taken: [{ start: 18, end: 28 }] });
    assert.deepEqual(
      items.map((m) => m.value),
      ['95'],
    );
    assert.ok(passed.every((p) => p.reason === 'date-or-citation'));
  });

  it('says where a person should look', () => {
    const [odd] = readMeasurements('Bình quân đạt 16.5 tiêu chí/xã', CONTEXT).items;
    assert.equal(odd?.confidence.number, 'check');
    const [sure] = readMeasurements('Tỷ lệ che phủ rừng đạt 45%', CONTEXT).items;
    assert.deepEqual(sure?.confidence, {});
  });
});

describe('any text', () => {
  it('is read soundly', () => {
    fc.assert(
      fc.property(soup, fc.boolean(), (source, strict) => {
        const text = source.normalize('NFC');
        checkItems(text, readMeasurements(text, { ...CONTEXT, strict }).items);
      }),
      { seed: 2021, numRuns: 300 },
    );
  });

  it('is read in linear time', () => {
    for (const unit of ['đạt 5%, ', 'trong đó 5 xã, ', '(5% ', 'thu 5 tỷ đồng; ', 'có thêm 3 xã và ', '5. A đạt 6% ']) {
      assert.ok(readMeasurements(unit.repeat(3000), CONTEXT));
    }
  });
});
