/** Walking a tree by keys. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keyInTree, visibleNodes } from './tree-model.ts';

const nodes = [
  {
    id: 'ubnd',
    label: 'UBND tỉnh',
    children: [
      { id: 'sxd', label: 'Sở Xây dựng' },
      { id: 'stc', label: 'Sở Tài chính' },
    ],
  },
  { id: 'hdnd', label: 'HĐND tỉnh' },
];

describe('a tree', () => {
  it('shows the children of open nodes alone', () => {
    assert.deepEqual(
      visibleNodes(nodes, new Set()).map((line) => line.node.id),
      ['ubnd', 'hdnd'],
    );
    assert.deepEqual(
      visibleNodes(nodes, new Set(['ubnd'])).map((line) => [line.node.id, line.depth]),
      [
        ['ubnd', 0],
        ['sxd', 1],
        ['stc', 1],
        ['hdnd', 0],
      ],
    );
  });

  it('opens to the right, enters, and closes to the left', () => {
    const closed = new Set<string>();
    const open = new Set(['ubnd']);
    assert.deepEqual(keyInTree('ArrowRight', 'ubnd', visibleNodes(nodes, closed), closed), {
      kind: 'toggle',
      id: 'ubnd',
    });
    assert.deepEqual(keyInTree('ArrowRight', 'ubnd', visibleNodes(nodes, open), open), { kind: 'go', id: 'sxd' });
    assert.deepEqual(keyInTree('ArrowLeft', 'stc', visibleNodes(nodes, open), open), { kind: 'go', id: 'ubnd' });
    assert.deepEqual(keyInTree('ArrowLeft', 'ubnd', visibleNodes(nodes, open), open), { kind: 'toggle', id: 'ubnd' });
    assert.deepEqual(keyInTree('End', 'ubnd', visibleNodes(nodes, open), open), { kind: 'go', id: 'hdnd' });
    assert.equal(keyInTree('ArrowRight', 'hdnd', visibleNodes(nodes, open), open), null);
  });
});
