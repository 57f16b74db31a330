import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { placeNodes } from './layout.ts';

const nodes = (...ids: string[]) => ids.map((id) => ({ id, issuedOn: null }));
const rowsOf = (placed: ReturnType<typeof placeNodes>) => Object.fromEntries(placed.map(({ id, row }) => [id, row]));

describe('the drawing of a chain', () => {
  it('puts what is cited above what cites it, by the longest way', () => {
    const placed = placeNodes(nodes('plan', 'programme', 'resolution'), [
      { from: 'plan', to: 'programme' },
      { from: 'programme', to: 'resolution' },
      { from: 'plan', to: 'resolution' },
    ]);
    assert.deepEqual(rowsOf(placed), { resolution: 0, programme: 1, plan: 2 });
  });

  it('bears circles, lines to itself and lines that lead out of it', () => {
    const placed = placeNodes(nodes('a', 'b'), [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'a' },
      { from: 'a', to: 'a' },
      { from: 'a', to: 'gone' },
    ]);
    assert.equal(placed.length, 2);
    assert.notEqual(rowsOf(placed).a, rowsOf(placed).b);
  });

  it('orders rows so that lines do not cross needlessly', () => {
    const placed = placeNodes(nodes('a', 'b', 'x', 'y'), [
      { from: 'x', to: 'b' },
      { from: 'y', to: 'a' },
    ]);
    const column = Object.fromEntries(placed.map(({ id, column: at }) => [id, at]));
    const crossed = (column.a as number) < (column.b as number) !== (column.y as number) < (column.x as number);
    assert.equal(crossed, false);
  });

  it('gives every node a place of its own', () => {
    const many = nodes(...Array.from({ length: 60 }, (_, i) => `n${i}`));
    const edges = many.slice(1).map(({ id }, i) => ({ from: id, to: `n${Math.floor(i / 3)}` }));
    const places = new Set(placeNodes(many, edges).map(({ row, column }) => `${row} ${column}`));
    assert.equal(places.size, 60);
  });
});
