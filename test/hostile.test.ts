/** Texts made to hurt a careless rule: they read soundly, and in time. The sizes at which it matters are in `npm run bench:reading`. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { read } from '#reading/read.ts';
import { checkSpans } from '#test/support/spans.ts';
import { HOSTILE } from '../scripts/support/bench-texts.ts';

const BYTES = 150_000;
/** Far more than a linear rule takes on a slow machine, far less than one that looks at everything for every item. */
const MOST_SECONDS = 3;

describe('a hostile text', () => {
  for (const [name, make] of Object.entries(HOSTILE)) {
    it(`of ${name} reads in time`, () => {
      const text = make(BYTES);
      const start = performance.now();
      const reading = read(text);
      const seconds = (performance.now() - start) / 1000;
      checkSpans(text, reading);
      assert.ok(seconds < MOST_SECONDS, `${seconds.toFixed(1)} s for ${BYTES / 1000} KB`);
    });
  }
});
