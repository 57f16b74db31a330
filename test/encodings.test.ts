/** A text is read the same from whatever encoding it came. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeText } from '#document/encoding/decode.ts';
import { read } from '#reading/read.ts';
import { write1258, writeTcvn3, writeVni, writeWestern } from '#test/support/legacy-text.ts';
import { SAMPLES } from '#test/support/samples.ts';

/** What the old encodings can't hold is not asked of them; the place of ¹ is that of ạ in TCVN3. */
const simple = (source: string) =>
  source
    .normalize('NFC')
    .replaceAll('¹', '1')
    .replace(/[^\n -\u00ff\u0100-\u01b0\u1ea0-\u1ef9\u2013\u2014\u2018-\u201d\u2026]/g, '*');

/** Items as they are compared: values without places and without the capitals that TCVN3 lost. */
function items(source: string): string {
  const { targets, tasks, citations } = read(source);
  const plain = (value: unknown) =>
    JSON.stringify(value, (key, inner) => (/span/i.test(key) ? undefined : inner)).toLowerCase();
  return [plain(targets), plain(tasks), plain(citations)].join('\n');
}

describe('a sample in an encoding before Unicode', () => {
  for (const { name, text } of SAMPLES) {
    it(`${name} gives the same targets, tasks and citations`, () => {
      const source = simple(text);
      const expected = items(source);
      for (const bytes of [writeWestern(writeTcvn3(source)), writeWestern(writeVni(source)), write1258(source)]) {
        const decoded = decodeText(bytes);
        assert.ok(decoded.ok && decoded.value.converted);
        assert.ok(items(decoded.value.text) === expected, decoded.value.encoding);
      }
    });
  }
});
