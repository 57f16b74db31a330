/** The parts of the scripts that make committed files. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readMarked, writeMarked } from '../scripts/support/marked.ts';
import {
  compareScores,
  readCommitted,
  type Scores,
  writeCommitted,
  writeSummary,
} from '../scripts/support/score-table.ts';
import { drawTerminal } from '../scripts/support/terminal-picture.ts';

const page = 'by hand\n<!-- scores: written by a command -->\nold\n<!-- end of scores -->\nby hand\n';

const before: Scores = {
  overall: 0.9,
  categories: { 'tasks.found': { f1: 0.9, right: 9, extra: 1, missed: 1 } },
  documents: { '001': 0.9 },
};

describe('a marked part of a page', () => {
  it('is replaced, and nothing else', () => {
    assert.equal(readMarked(page, 'scores'), '\nold\n');
    const written = writeMarked(page, 'scores', 'new');
    assert.equal(written, page.replace('old', 'new'));
    assert.equal(writeMarked(written, 'scores', 'new'), written);
  });

  it('has to be there', () => assert.throws(() => readMarked(page, 'speed'), /no part to write into: <!-- speed/));
});

describe('the table of scores', () => {
  it('reads what it writes', () => {
    assert.deepEqual(readCommitted(page), {});
    assert.deepEqual(readCommitted(writeCommitted(page, { samples: before })), { samples: before });
  });

  it('says what was gained and lost', () => {
    const now = { ...before, categories: { 'tasks.found': { f1: 0.95, right: 10, extra: 1, missed: 0 } } };
    assert.match(
      compareScores(before, now),
      /tasks found +0\.950 +▲ 0\.050 +right 10, extra 1, missed 0 {2}\(gained 1\)/,
    );
    assert.match(compareScores(now, before), /▼ 0\.050 .*\(lost 1\)/);
    assert.match(compareScores(undefined, before), /overall +0\.900$/m);
  });

  it('is in the language of its page', () => {
    assert.match(writeSummary({ samples: before }, 'en'), /\| tasks found \| 0\.900 \|/);
    assert.match(writeSummary({ samples: before }, 'vi'), /\| nhiệm vụ \| 0,900 \|/);
  });
});

describe('a picture of the terminal', () => {
  it('keeps text, place and colour', () => {
    const svg = drawTerminal('a < b', ['\u001b[1mĐậm\u001b[0m  & thường'], (text) => [...text].length);
    assert.match(svg, /<title>a &lt; b<\/title>/);
    assert.match(svg, /<text x="18" [^>]*font-weight="700">Đậm<\/text>/);
    assert.match(svg, /<text x="60" [^>]*>&amp; thường<\/text>/);
  });
});
