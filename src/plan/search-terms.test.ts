import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  anchorsOf,
  highlight,
  parseSearch,
  type SearchQuery,
  termsOf,
  tsQueriesOf,
  tsVectorOf,
} from './search-terms.ts';

const parse = (typed: string) => parseSearch(typed) as SearchQuery;

describe('words that documents are found by', () => {
  it('are kept bare and toned, in one spelling, with pairs of neighbours', () => {
    const terms = termsOf('Hoà Bình, thuỷ');
    assert.deepEqual(terms, ['hoa', 'hòa', 'binh', 'bình', 'thuy', 'thủy', '_hoa_binh', '_binh_thuy']);
    assert.equal(tsVectorOf(['a', 'b']), "'a' 'b'");
  });

  it('of a symbol are its parts', () => {
    assert.deepEqual(termsOf('01-NQ/TU').slice(0, 3), ['01', 'nq', 'tu']);
  });

  it('keep single words when a text is too long for pairs', () => {
    const text = Array.from({ length: 60_000 }, (_, i) => `w${i}`).join(' ');
    const terms = termsOf(text);
    assert.ok(terms.includes('w59999'));
    assert.ok(terms.join('').length < 1_000_000);
  });
});

describe('a query', () => {
  it('is nothing when nothing can be found', () => {
    assert.equal(parseSearch(' - "" / '), null);
  });

  it('asks for the toned forms exactly and for the bare ones loosely; the last word may go on', () => {
    assert.deepEqual(tsQueriesOf(parse('hoà bin')), { loose: "'hoa' & 'bin':*", exact: "'hòa' & 'bin':*" });
    assert.deepEqual(tsQueriesOf(parse('hoa binh ')), { loose: "'hoa' & 'binh'", exact: "'hoa' & 'binh'" });
  });

  it('finds phrases by their pairs', () => {
    assert.equal(tsQueriesOf(parse('"thu ngân sách"')).loose, "'_thu_ngan' & '_ngan_sach' & 'ngân' & 'sách'");
  });

  it("can't break out of the quotation", () => {
    assert.equal(tsQueriesOf(parse("a'b \\ c ")).loose, "'a' & 'b' & 'c'");
  });
});

describe('marks', () => {
  const marked = (text: string, typed: string) => highlight(text, parse(typed)).map((m) => text.slice(m.start, m.end));

  it('stand on what was typed without tone marks', () => {
    assert.deepEqual(marked('Tổng thu ngân sách, ngân hàng', 'thu ngan sach '), ['thu ngân sách', 'ngân']);
  });

  it('do not stand on other tones than those typed', () => {
    assert.deepEqual(marked('mà má ma túy', 'ma tuý'), ['ma túy']);
  });

  it('hold a phrase together', () => {
    assert.deepEqual(marked('sách thu ngân sách', '"ngân sách"'), ['ngân sách']);
  });

  it('have anchors, the whole phrase first', () => {
    assert.deepEqual(anchorsOf(parse('thu ngân sách')), ['thu ngan sach', 'ngan']);
  });
});
