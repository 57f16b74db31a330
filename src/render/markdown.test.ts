import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkGolden } from '#test/support/golden.ts';
import { SAMPLE_READING, SAMPLE_TEXT } from '#test/support/reading-sample.ts';
import { escapeMarkdown, writeMarkdown } from './markdown.ts';

describe('the Markdown report', () => {
  it('looks as it should', () => {
    checkGolden('test/golden/render/markdown.txt', writeMarkdown(SAMPLE_READING, SAMPLE_TEXT, { unread: true }));
  });

  it('keeps the text of a document from being marks', () => {
    assert.equal(escapeMarkdown('a|b *c* <d> _e_ [f]'), 'a\\|b \\*c\\* &lt;d&gt; \\_e\\_ \\[f\\]');
  });

  it('has as many cells in every row as in the head', () => {
    for (const block of writeMarkdown(SAMPLE_READING, SAMPLE_TEXT).split('\n\n')) {
      const rows = block.split('\n').filter((line) => line.startsWith('|'));
      assert.equal(new Set(rows.map((row) => row.split(/(?<!\\)\|/).length)).size <= 1, true);
    }
  });
});
