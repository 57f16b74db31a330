import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CheckedDocument, type CheckedTarget, checkBetween, checkWithin } from './consistency.ts';

const target = (
  documentId: string,
  name: string,
  value: string,
  change: Partial<CheckedTarget> = {},
): CheckedTarget => ({
  documentId,
  start: 0,
  end: 10,
  quote: `${name} ${value}`,
  name,
  code: null,
  value,
  valueMax: null,
  unit: '%',
  year: 2021,
  measure: 'level',
  comparator: '=',
  part: false,
  ...change,
});
const paper = (id: string, targets: CheckedTarget[], change: Partial<CheckedDocument> = {}): CheckedDocument => ({
  id,
  label: `Nghị quyết ${id}`,
  planYear: 2021,
  targets,
  tasks: [],
  issues: [],
  ...change,
});
const kinds = (findings: readonly { kind: string }[]) => findings.map(({ kind }) => kind);

describe('a document against the one that it carries out', () => {
  it('says where a value differs, with both sentences', () => {
    const above = paper('A', [target('A', 'Tốc độ tăng trưởng GRDP', '7.5', { comparator: '>' })]);
    const below = paper('B', [target('B', 'tốc độ tăng trưởng GRDP', '7.0')]);
    const [finding] = checkBetween(above, below);
    assert.equal(finding?.vi, '“Tốc độ tăng trưởng GRDP” năm 2021: Nghị quyết A ghi trên 7,5%, Nghị quyết B ghi 7,0%.');
    assert.deepEqual([finding?.left.documentId, finding?.right?.documentId], ['A', 'B']);
    assert.equal(finding?.right?.quote, 'tốc độ tăng trưởng GRDP 7.0');
  });

  it('takes 7,5 and 7,50 for the same, and a year that is not said for the plan’s', () => {
    const above = paper('A', [target('A', 'Tăng trưởng', '7.5', { year: null })]);
    assert.deepEqual(checkBetween(above, paper('B', [target('B', 'Tăng trưởng', '7.50')])), []);
  });

  it('says where the unit differs rather than the value', () => {
    const above = paper('A', [target('A', 'Thu ngân sách', '13', { unit: 'nghìn tỷ đồng' })]);
    const below = paper('B', [target('B', 'Thu ngân sách', '13000', { unit: 'tỷ đồng' })]);
    assert.deepEqual(kinds(checkBetween(above, below)), ['unit-differs']);
  });

  it('finds the same indicator under another name when it stands once in each', () => {
    const above = paper('A', [target('A', 'GRDP bình quân đầu người', '70', { code: 'grdp-pc' })]);
    const below = paper('B', [target('B', 'Tổng sản phẩm bình quân', '71', { code: 'grdp-pc' })]);
    assert.deepEqual(kinds(checkBetween(above, below)), ['value-differs']);
    const twice = paper('B', [...below.targets, target('B', 'Trong đó: vùng núi', '50', { code: 'grdp-pc' })]);
    assert.deepEqual(checkBetween(above, twice), []);
  });

  it('says what is missing only where most is carried', () => {
    const above = paper(
      'A',
      ['a', 'b', 'c'].map((name) => target('A', name, '1')),
    );
    assert.deepEqual(kinds(checkBetween(above, paper('B', [target('B', 'a', '1'), target('B', 'b', '1')]))), [
      'target-missing',
    ]);
    assert.deepEqual(checkBetween(above, paper('B', [target('B', 'z', '1')])), []);
  });
});

describe('a document against itself', () => {
  it('may not give an indicator two values in one year', () => {
    const twice = [target('A', 'Hộ nghèo', '5'), target('A', 'hộ nghèo', '4')];
    assert.deepEqual(kinds(checkWithin(paper('A', twice))), ['two-values']);
    const years = [target('A', 'Hộ nghèo', '5'), target('A', 'hộ nghèo', '4', { year: 2025 })];
    assert.deepEqual(checkWithin(paper('A', years)), []);
  });

  it('names tasks without lead or deadline, and what the reading found of shares and counts', () => {
    const at = { documentId: 'A', start: 1, end: 2, quote: 'x' };
    const found = checkWithin(
      paper('A', [], {
        tasks: [
          { ...at, leads: [], dues: ['2021-06-30'] },
          { ...at, leads: ['Sở Tài chính'], dues: [] },
        ],
        issues: [
          { ...at, code: 'shares-not-100', vi: 'Cơ cấu cộng lại 99%.', en: '…' },
          { ...at, code: 'numbering-gap', vi: '…', en: '…' },
        ],
      }),
    );
    assert.deepEqual(kinds(found), ['task-without-lead', 'task-without-deadline', 'shares-not-100']);
  });
});
