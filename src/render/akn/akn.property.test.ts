import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Citation, OutlineNode, Reading, Zone } from '#reading/model.ts';
import { aknSample, compose, MEASUREMENT, type Piece, TASK, wordsOf } from '#test/support/akn-sample.ts';
import { SKIP_SCHEMA, validateAkn } from '#test/support/akn-schema.ts';
import { readXml } from '#test/support/akn-xml.ts';
import { renderAkn } from '../akn.ts';

const ZONES: readonly Zone[] = ['header', 'preamble', 'results', 'targets', 'tasks', 'context', 'closing'];
const KINDS: readonly OutlineNode['kind'][] = [
  'part',
  'chapter',
  'section',
  'article',
  'heading',
  'paragraph',
  'bullet',
  'row',
  'footnote',
];
const MARKERS = [
  '',
  'I. ',
  'Điều 1. ',
  '1. ',
  '1.1. ',
  'a) ',
  'đ) ',
  '- ',
  '+ ',
  '(1) ',
  '[1] ',
  '* ',
  'Phần thứ hai ',
];
const WORDS = [
  'Sở Tài chính',
  'đạt 7,5%',
  '**in đậm**',
  '*',
  '|',
  '\t',
  '\n',
  '\n\n',
  '[footnoteRef:1]',
  '[1:  chú thích]',
  '[bookmark: x]',
  '# ',
  '---',
  '| --- |',
  '<&>"\'',
  ']]>',
  '\u0000',
  '\uD800',
  '\uFFFE',
  'e\u0302\u0301',
  '😀',
  'Nơi nhận:',
  'QUYẾT NGHỊ:',
  'Phụ lục I',
  'Căn cứ',
];

/** Marks that go or stay by what is around them: an outline that cuts them in two leaves nothing to compare with. */
const UNCUT = WORDS.filter((word) => !word.startsWith('[1:') && word !== '---');

const words = fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((parts) => parts.join(' '));

const uncut = fc.array(fc.constantFrom(...UNCUT), { maxLength: 6 }).map((parts) => parts.join(' '));

const pieces: fc.Arbitrary<Piece[]> = fc.array(
  fc.record({
    depth: fc.nat(5),
    kind: fc.constantFrom<Piece['kind']>(...KINDS, 'gap'),
    marker: fc.constantFrom(...MARKERS),
    text: words,
    zone: fc.constantFrom(...ZONES),
  }),
  { maxLength: 12 },
);

const at = fc.tuple(fc.nat(), fc.nat(40));

/** A random reading whose spans lie in its source, or all over it when `wild`. */
function makeReading(
  outline: readonly OutlineNode[],
  length: number,
  places: readonly (readonly [number, number])[],
): Reading {
  const { reading } = aknSample();
  const spans = places.map(([from, size]) => {
    const start = length === 0 ? 0 : from % length;
    return { start, end: Math.min(length, start + size) };
  });
  const every = <T>(n: number, make: (span: { start: number; end: number }) => T): T[] =>
    spans.filter((_, i) => i % 4 === n).map(make);
  const agency = (span: { start: number; end: number }) => ({
    name: 'Sở Tài chính',
    span,
    code: null,
    successor: null,
    inherited: false,
    confidence: 'high' as const,
  });
  const citation = (span: { start: number; end: number }): Citation => ({
    span,
    quote: '',
    type: 'Nghị quyết',
    symbol: null,
    date: null,
    issuer: null,
    confidence: {},
  });
  const [first, second] = spans;
  return {
    ...reading,
    document: {
      ...reading.document,
      certifiedCopy: null,
      spans: first === undefined || second === undefined ? {} : { title: first, signer: second },
    },
    outline,
    targets: every(0, (span) => ({ ...MEASUREMENT, span, valueSpan: span })),
    results: every(1, (span) => ({ ...MEASUREMENT, span, valueSpan: span })),
    tasks: every(2, (span) => ({ ...TASK, span, lead: [agency(span)] })),
    citations: every(3, citation),
  };
}

function assertHolds(reading: Reading, source: string): void {
  const { xml, ids } = renderAkn(reading, source);
  const read = readXml(xml);
  assert.equal(wordsOf(read.text), wordsOf(source));
  const known = new Set(read.eIds);
  assert.equal(known.size, read.eIds.length);
  // Without a word in the document there is no element to carry an id.
  if (wordsOf(source) === '') return;
  for (const id of [...ids.targets, ...ids.results, ...ids.tasks]) assert.ok(known.has(id), `${id} is there`);
}

describe('writeAkn on random readings', () => {
  it('keeps the text, is well-formed, ids are unique and every item has one', () => {
    fc.assert(
      fc.property(pieces, fc.array(at, { maxLength: 12 }), (list, places) => {
        const { source, outline } = compose(list);
        assertHolds(makeReading(outline, source.length, places), source);
      }),
      { numRuns: 2000 },
    );
  });

  it('does so for outlines whose spans overlap, nest, run backwards or out of the text', () => {
    const node: fc.Arbitrary<OutlineNode> = fc.letrec<{ node: OutlineNode }>((tie) => ({
      node: fc.record({
        kind: fc.constantFrom(...KINDS),
        label: fc.constantFrom(null, 'I', '1', 'a', '-', 'Điều 2', '3.10'),
        path: fc.constant(''),
        span: fc.record({ start: fc.integer({ min: -5, max: 90 }), end: fc.integer({ min: -5, max: 90 }) }),
        textSpan: fc.record({ start: fc.integer({ min: -5, max: 90 }), end: fc.integer({ min: -5, max: 90 }) }),
        zone: fc.constantFrom(...ZONES),
        children: fc.oneof({ maxDepth: 3 }, fc.constant([]), fc.array(tie('node'), { maxLength: 3 })),
      }),
    })).node;
    fc.assert(
      fc.property(uncut, fc.array(node, { maxLength: 5 }), fc.array(at, { maxLength: 8 }), (text, outline, places) => {
        assertHolds(makeReading(outline, text.length, places), text);
      }),
      { numRuns: 2000 },
    );
  });

  it('is valid against the published schema, whatever the outline', { skip: SKIP_SCHEMA }, async () => {
    const random = fc.tuple(pieces, fc.array(at, { maxLength: 12 }));
    const documents = fc.sample(random, 150).map(([list, places], i) => {
      const { source, outline } = compose(list);
      return {
        fileName: `random-${i}.xml`,
        contents: renderAkn(makeReading(outline, source.length, places), source).xml,
      };
    });
    assert.deepEqual(await validateAkn(documents), []);
  });
});
