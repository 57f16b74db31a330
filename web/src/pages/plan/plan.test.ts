/** What a target asks for in words, sentences that differ, targets in their groups. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inGroups, onlyThose } from './groups.ts';
import { diffWords } from './word-diff.ts';
import { type Demand, demandWithUnit, demandWords } from './words.ts';

const demand = (part: Partial<Demand>): Demand => ({
  name: 'Thu nội địa',
  measure: 'level',
  comparator: '=',
  value: '12000',
  valueMax: null,
  unit: 'tỷ đồng',
  ...part,
});

describe('the demand of a target', () => {
  it('is said as an office says it', () => {
    assert.equal(demandWords(demand({})), '12.000');
    assert.equal(demandWithUnit(demand({ comparator: '>' })), 'trên 12.000 tỷ đồng');
    assert.equal(demandWithUnit(demand({ comparator: '>=', value: '52.5', unit: '%' })), 'từ 52,5% trở lên');
    assert.equal(demandWithUnit(demand({ comparator: '<', value: '2', unit: '%' })), 'dưới 2%');
    assert.equal(demandWithUnit(demand({ comparator: 'range', value: '14', valueMax: '16', unit: '%' })), '14 – 16%');
    assert.equal(demandWords(demand({ value: null })), '—');
  });

  it('counts the change of a share in points, the change of an amount in per cent', () => {
    const change = { measure: 'decrease', value: '1.5', unit: '%' };
    assert.equal(demandWords(demand({ ...change, name: 'Tỷ lệ hộ nghèo' })), 'giảm 1,5 điểm %');
    assert.equal(
      demandWithUnit(demand({ ...change, name: 'Tỷ lệ hộ nghèo', comparator: '>' })),
      'giảm trên 1,5 điểm %',
    );
    assert.equal(demandWithUnit(demand({ ...change, name: 'Số vụ tai nạn' })), 'giảm 1,5%');
  });
});

describe('two sentences', () => {
  const changed = (pieces: readonly { text: string; changed: boolean }[]) =>
    pieces.filter((piece) => piece.changed).map((piece) => piece.text);

  it('are told apart word by word, numbers whole', () => {
    const { before, after } = diffWords('GRDP tăng 7,5% trở lên.', 'GRDP tăng 6,5% trở lên.');
    assert.deepEqual([changed(before), changed(after)], [['7,5%'], ['6,5%']]);
    const dates = diffWords('trước ngày 30/6/2021', 'trước ngày 30/10/2021');
    assert.deepEqual([changed(dates.before), changed(dates.after)], [['30/6/2021'], ['30/10/2021']]);
  });

  it('lose nothing', () => {
    const [a, b] = ['Sở Tài chính chủ trì, phối hợp với Văn phòng rà soát.', 'Văn phòng chủ trì rà soát tài sản công.'];
    const { before, after } = diffWords(a, b);
    assert.equal(before.map((piece) => piece.text).join(''), a);
    assert.equal(after.map((piece) => piece.text).join(''), b);
    assert.deepEqual(changed(diffWords(a, a).before), []);
  });
});

describe('targets in their groups', () => {
  const items = [
    { id: 'a', parentId: null, groupTitle: '1. Kinh tế' },
    { id: 'b', parentId: null, groupTitle: '1. Kinh tế' },
    { id: 'c', parentId: null, groupTitle: '2. Xã hội' },
    { id: 'b1', parentId: 'b', groupTitle: '1. Kinh tế' },
    { id: 'x', parentId: 'gone', groupTitle: '2. Xã hội' },
  ];

  it('stand in the order of the resolution, parts behind their whole', () => {
    const groups = inGroups(items).map(({ title, rows }) => [title, rows.map((row) => `${row.number} ${row.item.id}`)]);
    assert.deepEqual(groups, [
      ['1. Kinh tế', ['1 a', '2 b', '2.1 b1']],
      ['2. Xã hội', ['3 c', '4 x']],
    ]);
  });

  it('keep their numbers when some are searched', () => {
    const found = onlyThose(inGroups(items), (item) => item.id === 'b1');
    assert.deepEqual(
      found.map((group) => group.rows.map((row) => row.number)),
      [['2.1']],
    );
  });
});
