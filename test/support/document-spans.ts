/** What holds of every document, however it came about: positions are in the text and in order. */
import assert from 'node:assert/strict';
import type { Span } from '#base/span.ts';
import type { Box, Document } from '#document/model.ts';

export function checkSpans(document: Document): void {
  const { text, words, lines, doubts, pages } = document;
  const within = ({ start, end }: Span) => start >= 0 && start <= end && end <= text.length;
  const sound = (box: Box) =>
    [box.x, box.y, box.width, box.height].every(Number.isFinite) && box.width >= 0 && box.height >= 0;
  const numbers = new Set(pages.map((page) => page.number));
  for (const [i, word] of words.entries()) {
    assert.ok(within(word.span) && word.span.start >= (words[i - 1]?.span.end ?? 0), 'words in order');
    assert.ok(sound(word.box) && numbers.has(word.page), 'a word on a page');
  }
  for (const line of lines) {
    assert.ok(within(line.span), 'a line in the text');
    assert.ok(line.box === null || sound(line.box), 'a line on a page');
  }
  for (const doubt of doubts) assert.ok(within(doubt), 'a doubt in the text');
}
