import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkMarks, parseCases, parseMarks, writeMarks } from '#test/support/annotated.ts';

describe('annotated text', () => {
  it('holds cases with nested marks and expectations', () => {
    const [first, second] = parseCases(
      '# tăng trưởng\n{target:Tăng trưởng {value:9}%}; hết\n==> measure: level\n==> year: 2021\n\n# trống\nKhông có gì.\n',
    );
    assert.deepEqual(first, {
      name: 'tăng trưởng',
      text: 'Tăng trưởng 9%; hết',
      marks: [
        { name: 'target', span: { start: 0, end: 14 } },
        { name: 'value', span: { start: 12, end: 13 } },
      ],
      expected: ['measure: level', 'year: 2021'],
    });
    assert.deepEqual(second, { name: 'trống', text: 'Không có gì.', marks: [], expected: [] });
  });

  it('refuses marks that have no name or are not closed', () => {
    assert.throws(() => parseMarks('{Sở}'), /needs a name/);
    assert.throws(() => parseMarks('{lead:Sở'), /not closed: lead/);
    assert.throws(() => parseMarks('Sở}'), /nothing to close/);
  });

  it('shows what differs', () => {
    const [test] = parseCases('# một\n{task:Giao} Sở\n');
    assert.ok(test);
    checkMarks(test, test.marks);
    assert.throws(() => checkMarks(test, []), /một/);
  });

  it('writes what it reads', () => {
    const written = 'a {x:b {y:c} d}{z:\\{e\\}} \\\\';
    const { text, marks } = parseMarks(written);
    assert.equal(text, 'a b c d{e} \\');
    assert.equal(writeMarks(text, marks), written);
  });

  it('keeps any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => assert.equal(parseMarks(writeMarks(text, [])).text, text)),
      { seed: 1 },
    );
  });
});
