/** What a plan is made of, as a reviewed document gives it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { productsOf } from './content.ts';

const product = (kind: string, quote: string) => ({ kind, quote, span: { start: 0, end: 1 } });

describe('products of a task', () => {
  it('are named once, also where the sentence names one again in short', () => {
    const products = [
      product('scheme', 'Đề án tái cơ cấu\nngân sách tỉnh'),
      product('scheme', 'đề án'),
      product('resolution', 'Nghị quyết của HĐND tỉnh'),
      product('decision', ' '),
    ];
    assert.deepEqual(productsOf({ products }), [
      { kind: 'scheme', name: 'Đề án tái cơ cấu ngân sách tỉnh' },
      { kind: 'resolution', name: 'Nghị quyết của HĐND tỉnh' },
    ]);
  });

  it('stay apart where two of a kind are named in full', () => {
    const products = [product('scheme', 'Đề án số 1'), product('scheme', 'Đề án số 2')];
    assert.equal(productsOf({ products }).length, 2);
  });
});
