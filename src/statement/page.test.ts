/** A document on its way: its tables gathered, what lies inside a stretch, one sentence a line or not. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readOutline } from '#outline/outline.ts';
import { cleanText } from '#text/clean.ts';
import { comesInSentences, readTables, within } from './page.ts';

const outline = (source: string) => readOutline(cleanText(source));

describe('tables', () => {
  it('are gathered by number, with their columns', () => {
    const tables = readTables(
      outline(
        '| TT | Chỉ tiêu | Năm 2026 |\n| 1 | Thu ngân sách | 500 |\n\nPhụ lục 2\n\n| TT | Nhiệm vụ | Chủ trì |\n| 1 | Lập đề án du lịch | Sở Du lịch |',
      ),
    );
    assert.deepEqual(
      [...tables].map(([n, t]) => [n, t.rows.length, t.columns.kind, t.columns.firstRow]),
      [
        [0, 2, 'target', 1],
        [1, 2, 'task', 1],
      ],
    );
  });

  it('are none where there is none', () => assert.equal(readTables(outline('Không có bảng.')).size, 0));
});

describe('what lies within', () => {
  it('is moved to begin with the stretch', () => {
    const found = [
      { start: 2, end: 5 },
      { start: 8, end: 12 },
      { start: 20, end: 25 },
    ];
    assert.deepEqual(within(found, 8, 20), [{ start: 0, end: 4 }]);
    assert.deepEqual(within(found, 4, 9), [
      { start: -2, end: 1 },
      { start: 4, end: 8 },
    ]);
    assert.deepEqual(within(found, 12, 20), []);
    assert.deepEqual(within([], 0, 5), []);
  });

  it('is what a look at all of them gives', () => {
    const spans = fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 5 }))).map((steps) => {
      let at = 0;
      return steps.map(([gap, size]) => {
        const span = { start: at + gap, end: at + gap + size };
        at = span.end;
        return span;
      });
    });
    fc.assert(
      fc.property(spans, fc.nat(60), fc.integer({ min: 1, max: 30 }), (found, start, size) => {
        const wanted = found
          .filter((s) => s.end > start && s.start < start + size)
          .map((s) => ({ start: s.start - start, end: s.end - start }));
        assert.deepEqual(within(found, start, start + size), wanted);
      }),
      { seed: 1 },
    );
  });
});

describe('one sentence a line', () => {
  const line = (n: number) => `Sở số ${n} thực hiện nhiệm vụ được giao.`;

  it('is told by many full stops and no paragraph with two sentences', () => {
    const many = Array.from({ length: 25 }, (_, n) => line(n)).join('\n\n');
    assert.equal(comesInSentences(outline(many)), true);
    assert.equal(comesInSentences(outline(`${many}\n\n${line(1)} ${line(2)}`)), false);
    assert.equal(comesInSentences(outline(line(1))), false);
  });
});
