/** Every kind of event that the program records is told in words. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listFiles, readText } from '#test/support/files.ts';
import { EVENT_AREAS, EVENT_WORDS, sentenceOf } from './event-words.ts';

/** `kind: 'a.b'`, `kind: x ? 'a.b' : 'c.d'`, and kinds that are handed to a helper which records them. */
function recordedKinds(): string[] {
  const kinds = new Set<string>();
  for (const path of listFiles('src', (file) => /^src\/(?:usecase|jobs|cli)\/.*(?<!\.test)\.ts$/.test(file))) {
    const source = readText(path);
    for (const [, said = ''] of source.matchAll(/(?:kind|refused):([^,\n]*)/g)) {
      for (const [, kind = ''] of said.matchAll(/'([a-z]+\.[a-z-]+)'/g)) kinds.add(kind);
      const open = /`([a-z]+)\.([a-z-]*)\$\{/.exec(said);
      if (open) kinds.add(`${open[1]}.${open[2]}*`);
    }
    for (const [, kind = ''] of source.matchAll(/changed\(\w+, \w+, '([a-z]+\.[a-z-]+)'/g)) kinds.add(kind);
    for (const [, kind = ''] of source.matchAll(/recordChange\(\w+, '([a-z-]+)'/g)) kinds.add(`review.${kind}`);
  }
  return [...kinds].sort();
}

describe('the words of the log', () => {
  it('tell every kind that is recorded', () => {
    const kinds = recordedKinds();
    assert.ok(kinds.length > 50);
    const known = Object.keys(EVENT_WORDS);
    const unsaid = kinds.filter((kind) =>
      kind.endsWith('*') ? !known.some((one) => one.startsWith(kind.slice(0, -1))) : !known.includes(kind),
    );
    assert.deepEqual(unsaid, []);
  });

  it('name the area of every kind', () => {
    const areas = new Set(Object.keys(EVENT_WORDS).map((kind) => kind.split('.')[0] as string));
    assert.deepEqual(
      [...areas].filter((area) => !(area in EVENT_AREAS)),
      [],
    );
  });

  it('say what was done, with names and days', () => {
    const names = [{ name: 'Sở B', from: '2025-03-01' }];
    assert.equal(
      sentenceOf({ kind: 'organisation.renamed', title: 'Sở A', before: {}, after: { names } }),
      'Đổi tên “Sở A” thành “Sở B” từ 01/03/2025',
    );
    assert.equal(sentenceOf({ kind: 'of.tomorrow', title: null, before: null, after: null }), 'of.tomorrow');
    for (const kind of Object.keys(EVENT_WORDS)) {
      assert.ok(sentenceOf({ kind, title: null, before: null, after: null }).length > 3, kind);
    }
  });
});
