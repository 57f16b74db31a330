import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Candidate, matchCitation } from './citation-match.ts';

const one = (id: string, change: Partial<Candidate> = {}): Candidate => ({
  id,
  type: 'Nghị quyết',
  symbolKey: '1-nq/tu',
  issuedOn: '2020-11-26',
  issuer: 'Tỉnh ủy Hưng Yên',
  ...change,
});
const cited = { type: 'Nghị quyết', symbolKey: '1-nq/tu', citedOn: '2020-11-26', issuer: null };

describe('a citation', () => {
  it('names the document with its symbol and date', () => {
    assert.equal(matchCitation(cited, [one('a', { issuedOn: '2021-11-26' }), one('b')]), 'b');
  });

  it('names none when the date differs', () => {
    assert.equal(matchCitation(cited, [one('a', { issuedOn: '2021-11-26' })]), null);
  });

  it('without a date names the only one with its symbol, and none of two', () => {
    const undated = { ...cited, citedOn: null };
    assert.equal(matchCitation(undated, [one('a')]), 'a');
    assert.equal(matchCitation(undated, [one('a'), one('b')]), null);
    assert.equal(
      matchCitation({ ...undated, issuer: 'Tỉnh ủy Hà Tĩnh' }, [one('a'), one('b', { issuer: 'Tỉnh uỷ Hà Tĩnh' })]),
      'b',
    );
  });

  it('without a symbol needs the same kind and day', () => {
    const bare = { type: 'nghị quyết', symbolKey: null, citedOn: '2020-11-26', issuer: null };
    assert.equal(matchCitation(bare, [one('a'), one('b', { type: 'Kế hoạch' })]), 'a');
    assert.equal(matchCitation({ ...bare, citedOn: null }, [one('a')]), null);
    assert.equal(matchCitation({ ...bare, issuer: 'Hội đồng nhân dân' }, [one('a')]), null);
  });
});
