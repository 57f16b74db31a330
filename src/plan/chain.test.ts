import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ChainDocument, chainEdges, edgeKind } from './chain.ts';

const one = (id: string, type: string, change: Partial<ChainDocument> = {}): ChainDocument => ({
  id,
  type,
  symbolKey: id,
  issuedOn: '2020-11-26',
  planYear: 2021,
  title: null,
  ...change,
});

describe('an edge of the chain', () => {
  it('says that a programme carries out the resolution of its year', () => {
    assert.equal(edgeKind(one('a', 'Chương trình hành động'), one('b', 'Nghị quyết')), 'implements');
    assert.equal(edgeKind(one('a', 'Kế hoạch', { planYear: 2022 }), one('b', 'Nghị quyết')), 'cites');
    assert.equal(
      edgeKind(one('a', 'Kế hoạch', { planYear: 2022, title: 'Triển khai Nghị quyết số 01' }), one('b', 'Nghị quyết')),
      'implements',
    );
  });

  it('says that laws, reports and what stands above are merely cited', () => {
    assert.equal(edgeKind(one('a', 'Nghị quyết'), one('b', 'Luật')), 'cites');
    assert.equal(edgeKind(one('a', 'Kế hoạch'), one('b', 'Báo cáo')), 'cites');
    assert.equal(edgeKind(one('a', 'Nghị quyết'), one('b', 'Kế hoạch')), 'cites');
  });

  it('says that the same symbol of the same day is a copy, also when none cites the other', () => {
    const twins = [one('a', 'Nghị quyết', { symbolKey: 'x' }), one('b', 'Nghị quyết', { symbolKey: 'x' })];
    assert.deepEqual(
      chainEdges(twins, []).map(({ from, to, kind }) => [from, to, kind]),
      [['b', 'a', 'copies']],
    );
  });

  it('needs both ends', () => {
    assert.deepEqual(chainEdges([one('a', 'Kế hoạch')], [{ from: 'a', to: 'gone', count: 1, confirmed: false }]), []);
  });
});
