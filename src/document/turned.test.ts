/** Words of turned pages, placed where they are seen. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Block } from './block.ts';
import type { Box } from './model.ts';
import type { PageContent } from './page.ts';
import { shownSize, turnBack } from './turned.ts';

/** A word at the top left of an upright A4 page. */
const BOX: Box = { x: 50, y: 40, width: 100, height: 12 };

function placed(turned: 0 | 1 | 2 | 3): Box | null {
  const sideways = turned % 2 === 1;
  const page: PageContent = {
    number: 1,
    width: sideways ? 842 : 595,
    height: sideways ? 595 : 842,
    source: 'ocr',
    turned,
    words: [],
    rules: [],
  };
  assert.deepEqual(shownSize(page), { width: 595, height: 842 });
  const word = { text: 'Điều', box: BOX, confidence: 1, doubt: false, glued: false };
  const blocks: Block[] = [{ kind: 'note', mark: '1', lines: [{ page: 1, font: null, words: [word], after: 'wrap' }] }];
  const [note] = turnBack(blocks, [page]);
  return note?.kind === 'note' ? (note.lines[0]?.words[0]?.box ?? null) : null;
}

describe('words of a page that was set upright', () => {
  it('stand where the page shows them', () => {
    assert.deepEqual(placed(0), BOX);
    // Turned clockwise to be read, so its top is at the left of the page as it is shown, and its words run upwards.
    assert.deepEqual(placed(1), { x: 40, y: 842 - 150, width: 12, height: 100 });
    assert.deepEqual(placed(2), { x: 595 - 150, y: 842 - 52, width: 100, height: 12 });
    assert.deepEqual(placed(3), { x: 595 - 52, y: 50, width: 12, height: 100 });
  });
});
