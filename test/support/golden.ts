/**
 * Golden files: what an output should look like, kept as readable text. `UPDATE_GOLDEN=1 npm test` writes them anew, so that a person
 * can look at the difference; where CI is set it is refused.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT, readText } from '#test/support/files.ts';

/** Compares `actual` with the golden file at `path` (from the root of the repository). */
export function checkGolden(path: string, actual: string): void {
  if (process.env.UPDATE_GOLDEN) {
    assert.ok(!process.env.CI, 'golden files are not updated in CI');
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), actual);
    return;
  }
  assert.ok(
    existsSync(join(ROOT, path)),
    `no golden file ${path}: make it with UPDATE_GOLDEN=1 npm test, and look at it`,
  );
  const wanted = readText(path);
  if (wanted === actual) return;
  const [before, now] = [wanted.split('\n'), actual.split('\n')];
  const line = before.findIndex((text, i) => text !== now[i]);
  const at = line < 0 ? before.length : line;
  assert.fail(
    `${path} differs from line ${at + 1} on (if that is meant, UPDATE_GOLDEN=1 npm test):\n` +
      `  was  ${before[at] ?? '(end)'}\n  now  ${now[at] ?? '(end)'}`,
  );
}
