import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkGolden } from '#test/support/golden.ts';
import { findSchemaProblems } from '#test/support/json-schema.ts';
import { SAMPLE_READING, SAMPLE_TEXT } from '#test/support/reading-sample.ts';
import { checkSpans } from '#test/support/spans.ts';
import { toJson, writeJson } from './json.ts';
import { readingSchema, writeReadingSchema } from './json-schema.ts';

const schema = readingSchema();
const parsed = JSON.parse(writeJson(toJson(SAMPLE_READING, 'a.txt')));

describe('the JSON of a reading', () => {
  it('starts from a sample that keeps the promises of positions', () => {
    checkSpans(SAMPLE_TEXT, SAMPLE_READING);
  });

  it('keeps its published schema, alone and in an array', () => {
    assert.deepEqual(findSchemaProblems(schema, parsed), []);
    assert.deepEqual(findSchemaProblems(schema, [parsed, parsed]), []);
  });

  it('is what was read, with nothing lost in printing', () => {
    assert.deepEqual(parsed, JSON.parse(JSON.stringify(toJson(SAMPLE_READING, 'a.txt'))));
  });

  it('gives agencies as names, and the mentions beside them', () => {
    assert.deepEqual(parsed.tasks[0].lead, ['Sở Kế hoạch và Đầu tư']);
    assert.deepEqual(parsed.tasks[0].support, ['Sở Tài chính', 'UBND các huyện']);
    assert.equal(parsed.tasks[0].leadAgencies[0].successor.name, 'Sở Tài chính');
  });

  it('has an upper bound only for a range and cumulative only when it is', () => {
    assert.equal(parsed.targets[3].numberMax, 0.6);
    assert.equal('numberMax' in parsed.targets[0], false);
    assert.equal('cumulative' in parsed.targets[0], false);
    assert.equal(parsed.results[1].cumulative, true);
  });

  it('has offsets into the text as given', () => {
    const { start, end } = parsed.targets[1].valueSpan;
    assert.equal(SAMPLE_TEXT.slice(start, end), '12.000');
  });
});

describe('the published schema', () => {
  it('is made from the source', () => {
    checkGolden('docs/reading.schema.json', writeReadingSchema());
  });

  it('refuses a missing field, a strange one, a wrong type and a bad date', () => {
    const broken = (change: (copy: typeof parsed) => void) => {
      const copy = structuredClone(parsed);
      change(copy);
      return findSchemaProblems(schema, copy).length;
    };
    assert.ok(broken((c) => delete c.tasks) > 0);
    assert.ok(broken((c) => Object.assign(c.targets[0], { extra: 1 })) > 0);
    assert.ok(broken((c) => Object.assign(c.targets[0], { number: '9' })) > 0);
    assert.ok(broken((c) => Object.assign(c.tasks[0].deadlines[0], { due: '31/03/2021' })) > 0);
    assert.ok(broken((c) => Object.assign(c.targets[0], { comparator: 'trên' })) > 0);
  });
});
