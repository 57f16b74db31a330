/** The territory's data file is what its generator writes, small, and no part of what the reading brings to a browser. */
import assert from 'node:assert/strict';
import { dirname, posix } from 'node:path';
import { describe, it } from 'node:test';
import { readText } from '#test/support/files.ts';
import { listImports } from '#test/support/layers.ts';
import { makeTerritory, TERRITORY_FILE } from '../scripts/make-territory.ts';

describe('the data of the territory', () => {
  it('is what scripts/make-territory.ts writes', () => {
    assert.ok(readText(TERRITORY_FILE) === makeTerritory(), `run node scripts/make-territory.ts`);
  });

  it('is smaller than 400 KB', () => {
    assert.ok(Buffer.byteLength(readText(TERRITORY_FILE)) < 400_000);
  });

  it('is not imported by the reading, however far', () => {
    const seen = new Set<string>();
    const walk = (path: string): void => {
      if (seen.has(path)) return;
      seen.add(path);
      if (!path.endsWith('.ts')) return;
      for (const { specifier } of listImports(readText(path))) {
        if (specifier.startsWith('#')) walk(`src/${specifier.slice(1)}`);
        else if (specifier.startsWith('.')) walk(posix.normalize(posix.join(dirname(path), specifier)));
      }
    };
    walk('src/reading/read.ts');
    assert.ok(seen.has('src/catalogue/agencies.ts') && seen.has('src/catalogue/provinces.ts'));
    assert.deepEqual(
      [...seen].filter((path) => /territory|organisation/.test(path)),
      [],
    );
  });
});
