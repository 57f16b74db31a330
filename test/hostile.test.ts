/** Texts made to hurt a careless rule: they read soundly. How time grows with them is measured by `npm run bench:reading`. */
import { describe, it } from 'node:test';
import { read } from '#reading/read.ts';
import { checkSpans } from '#test/support/spans.ts';
import { HOSTILE } from '../scripts/support/bench-texts.ts';

const BYTES = 150_000;
describe('a hostile text', () => {
  for (const [name, make] of Object.entries(HOSTILE)) {
    it(`of ${name} reads soundly`, () => {
      const text = make(BYTES);
      const reading = read(text);
      checkSpans(text, reading);
    });
  }
});
