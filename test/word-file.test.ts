/** A Word file of an office is read like the text of it. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { compose } from '#document/compose.ts';
import { readDocx } from '#document/docx/docx.ts';
import { read } from '#reading/read.ts';
import { ROOT } from '#test/support/files.ts';

const WORD = join(ROOT, '../shared/corpus/v15.docx');
const TEXT = join(ROOT, '../shared/corpus/texts/v15.txt');
const skip = existsSync(WORD) && existsSync(TEXT) ? false : 'the shared corpus is not here';

describe('a plan with a header table, a table of tasks and a footnote', { skip }, () => {
  it('gives the targets, tasks and duties of its text', () => {
    const content = readDocx(readFileSync(WORD));
    assert.ok(content.ok);
    const word = read(compose(content.value).text);
    const text = read(readFileSync(TEXT, 'utf8'));
    assert.deepEqual(
      word.tasks.map((task) => [task.lead.map((agency) => agency.name), task.deadlines.map((each) => each.due)]),
      text.tasks.map((task) => [task.lead.map((agency) => agency.name), task.deadlines.map((each) => each.due)]),
    );
    assert.deepEqual(
      word.targets.map((target) => [target.indicator, target.number, target.year]),
      text.targets.map((target) => [target.indicator, target.number, target.year]),
    );
    assert.equal(word.reporting.length, text.reporting.length);
    assert.deepEqual(content.value.warnings, []);
  });
});
