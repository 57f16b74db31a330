/** What holds for any page: nothing is lost, nothing is doubled, nothing throws, whatever stands on the page. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { PageContent, PageWord, Rule } from '#document/page.ts';
import type { Block, BlockLine } from '../block.ts';
import { layOutAll } from './layout.ts';

const TEXTS = [
  'kế',
  'hoạch',
  'Nơi',
  'nhận:',
  'TM.',
  'ỦY',
  'CỘNG',
  'HÒA',
  'XÃ',
  'HỘI',
  '1.',
  'a)',
  '-',
  '1',
  '2',
  '*',
  'Điều',
  '5.',
  '17.900',
  'tỷ',
  'đồng;',
  'm',
  '(1)',
  'Số:',
  'ngày',
  'tháng',
  'năm',
  '|',
  'ĐẾN',
  'Ký',
  'bởi:',
  'QĐ-',
];

const place = fc.oneof(
  fc.double({ min: 0, max: 842, noNaN: true }),
  fc.constantFrom(0, 85, 121, 552, 800, -50, 1e7, Number.NaN, Number.POSITIVE_INFINITY),
  fc.integer({ min: 3, max: 45 }).map((n) => n * 17),
);
const length = fc.oneof(fc.double({ min: 0, max: 60, noNaN: true }), fc.constantFrom(0, 12, 1e6));
const word: fc.Arbitrary<PageWord> = fc.record({
  text: fc.constantFrom(...TEXTS),
  box: fc.record({ x: place, y: place, width: length, height: length }),
  font: fc.option(
    fc.record({
      name: fc.constant('T'),
      size: fc.constantFrom(0, 8, 12, 14),
      bold: fc.boolean(),
      italic: fc.boolean(),
    }),
  ),
  confidence: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  doubt: fc.boolean(),
});
const rule: fc.Arbitrary<Rule> = fc
  .tuple(place, place, place, fc.boolean())
  .map(([a, b, c, across]) => (across ? { x1: a, y1: c, x2: b, y2: c } : { x1: c, y1: a, x2: c, y2: b }));
const page = (number: number): fc.Arbitrary<PageContent> =>
  fc.record({
    number: fc.constant(number),
    width: fc.constantFrom(595, 842),
    height: fc.constantFrom(842, 595),
    source: fc.constantFrom('text' as const, 'ocr' as const),
    words: fc.array(word, { maxLength: 120 }),
    rules: fc.array(rule, { maxLength: 30 }),
  });
const pages = fc
  .integer({ min: 1, max: 4 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => page(i + 1))));

function linesOf(block: Block): readonly BlockLine[] {
  if (block.kind !== 'table') return block.lines;
  return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs.flatMap((one) => one.lines)));
}

/** Letters and digits of all words, sorted: marks of notes are written in other signs. */
function lettersOf(texts: readonly string[]): string {
  return [
    ...texts
      .join('')
      .normalize('NFKC')
      .replace(/[^\p{L}\p{N}]/gu, ''),
  ]
    .sort()
    .join('');
}

describe('the layout of any pages', () => {
  it('keeps every word once, or lists it as left out', () => {
    fc.assert(
      fc.property(pages, (given) => {
        const { blocks, removed } = layOutAll(given);
        const marks = blocks.filter((block) => block.kind === 'note').length;
        const words = [...blocks.flatMap((block) => linesOf(block).flatMap((line) => line.words)), ...removed];
        // A note takes its mark from the line that it opens.
        if (marks > 0) return;
        assert.equal(
          lettersOf(words.map((one) => one.text)),
          lettersOf(given.flatMap((one) => one.words.map((w) => w.text))),
        );
      }),
      { numRuns: 300, seed: 11 },
    );
  });

  it('keeps the place of every word on the page as it is', () => {
    fc.assert(
      fc.property(pages, (given) => {
        const boxes = new Map(given.map((one) => [one.number, new Set(one.words.map((w) => w.box))]));
        for (const line of layOutAll(given).blocks.flatMap(linesOf)) {
          for (const { box, text } of line.words) {
            if (!text.includes('[^')) assert.ok(box && line.page !== null && boxes.get(line.page)?.has(box), text);
          }
        }
      }),
      { numRuns: 100, seed: 12 },
    );
  });

  it('gives the same blocks for the same words in another order', () => {
    const words = 'Tập trung rà soát, hoàn thiện quy hoạch tỉnh thời kỳ 2021 - 2030'.split(' ').map(
      (text, i): PageWord => ({
        text,
        box: { x: 85 + (i % 6) * 60, y: 100 + Math.floor(i / 6) * 17, width: 40, height: 14 },
        font: null,
        confidence: null,
        doubt: false,
      }),
    );
    const draw = (some: readonly PageWord[]): PageContent => ({
      number: 1,
      width: 595,
      height: 842,
      source: 'text',
      words: some,
      rules: [],
    });
    const expected = layOutAll([draw(words)]).blocks;
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: words.length }), (shuffled) => {
        assert.deepEqual(layOutAll([draw(shuffled)]).blocks, expected);
      }),
      { numRuns: 30, seed: 13 },
    );
  });
});

describe('the layout of hostile pages', () => {
  const many = 30_000;
  const at = (x: number, y: number, size: number, i: number): PageWord => ({
    text: `w${i}`,
    box: { x, y, width: size, height: size },
    font: null,
    confidence: null,
    doubt: false,
  });
  const draw = (words: readonly PageWord[], rules: readonly Rule[] = []): PageContent => ({
    number: 1,
    width: 595,
    height: 842,
    source: 'ocr',
    words,
    rules,
  });
  const count = (given: PageContent): number => {
    const { blocks, removed } = layOutAll([given]);
    return blocks.flatMap((block) => linesOf(block)).reduce((sum, line) => sum + line.words.length, removed.length);
  };
  const each = (make: (i: number) => PageWord): PageWord[] => Array.from({ length: many }, (_, i) => make(i));

  it('ends with as many words as there were', () => {
    assert.equal(count(draw(each((i) => at(100, 100, 10, i)))), many);
    assert.equal(count(draw(each((i) => at(100, i * 0.01, 10, i)))), many);
    assert.equal(count(draw(each((i) => at((i % 300) * 2, i * 0.01, 0.01, i)))), many);
    assert.equal(count(draw(each((i) => at((i * 7919) % 590, (i * 104729) % 840, (i % 60) * 10, i)))), many);
  });

  it('ends where ruling lines fill the page', () => {
    const rules = Array.from({ length: many }, (_, i): Rule => {
      const [a, b] = [(i * 7919) % 590, (i * 104729) % 840];
      return i % 2 ? { x1: a, y1: b, x2: a + 200, y2: b } : { x1: a, y1: b, x2: a, y2: b + 200 };
    });
    const words = Array.from({ length: 500 }, (_, i) => at((i * 31) % 590, (i * 17) % 840, 12, i));
    assert.equal(count(draw(words, rules)), 500);
  });
});
