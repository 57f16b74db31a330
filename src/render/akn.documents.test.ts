/** Real documents read by the real reader: the five samples, and the texts of the shared corpus where they are. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { read } from '#reading/read.ts';
import { wordsOf } from '#test/support/akn-sample.ts';
import { SKIP_SCHEMA, validateAkn } from '#test/support/akn-schema.ts';
import { readXml } from '#test/support/akn-xml.ts';
import { ROOT } from '#test/support/files.ts';
import { renderAkn } from './akn.ts';

const FOLDERS = [join(ROOT, 'samples'), join(ROOT, '../shared/corpus/texts')];
const FILES = FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({ name, path: join(folder, name) })),
);

describe('writeAkn on real documents', () => {
  const written: { fileName: string; contents: string }[] = [];

  for (const { name, path } of FILES) {
    it(`${name}: all words once, every target, result and task under its own eId`, () => {
      const source = readFileSync(path, 'utf8');
      const reading = read(source);
      const { xml, ids } = renderAkn(reading, source, { file: name });
      const { text, eIds, elements } = readXml(xml);
      assert.equal(wordsOf(text), wordsOf(source));
      const known = new Set(eIds);
      assert.equal(known.size, eIds.length, 'eIds are unique');
      const given = [...ids.targets, ...ids.results, ...ids.tasks];
      assert.deepEqual(
        given.filter((id) => !known.has(id)),
        [],
      );
      assert.equal(new Set(given).size, given.length, 'every item has an eId of its own');
      const quantities = elements.filter((element) => element.name === 'quantity').length;
      assert.equal(quantities, reading.targets.length + reading.results.length);
      written.push({ fileName: `${name}.xml`, contents: xml });
    });
  }

  it('is valid against the published schema', { skip: SKIP_SCHEMA }, async () => {
    assert.equal(written.length, FILES.length, 'every document was written');
    assert.deepEqual(await validateAkn(written), []);
  });
});
