import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Measurement, OutlineNode, Reading } from '#reading/model.ts';
import { checkItems, checkSpans, findSpanProblems, listNodes } from '#test/support/spans.ts';

const source = 'Tăng trưởng trên 9%; dịch vụ 7,5%.';

function measurement(change: Partial<Measurement> = {}): Measurement {
  return {
    span: { start: 0, end: 19 },
    valueSpan: { start: 17, end: 18 },
    quote: 'Tăng trưởng trên 9%',
    value: '9',
    number: 9,
    decimal: '9',
    unit: '%',
    indicator: 'Tăng trưởng',
    measure: 'level',
    comparator: '>',
    year: 2021,
    parent: null,
    lead: [],
    section: '2',
    match: null,
    notes: [],
    confidence: {},
    ...change,
  };
}

function reading(change: Partial<Reading> = {}): Reading {
  const empty = {
    targets: [],
    results: [],
    tasks: [],
    citations: [],
    reporting: [],
    sentences: [],
    unread: [],
    issues: [],
  };
  const document = { spans: {}, certifiedCopy: null } as unknown as Reading['document'];
  return { reader: 'test', document, outline: [], ...empty, ...change };
}

function node(start: number, end: number, change: Partial<OutlineNode> = {}): OutlineNode {
  const span = { start, end };
  return { kind: 'paragraph', label: null, path: '', span, textSpan: span, zone: 'targets', children: [], ...change };
}

/** The one problem of a reading. */
function problemOf(change: Partial<Reading>): string {
  const problems = findSpanProblems(source, reading(change));
  assert.equal(problems.length, 1, problems.join('\n'));
  return problems[0] as string;
}

describe('the promises about positions', () => {
  it('hold for a sound reading', () => {
    checkSpans(source, reading({ targets: [measurement()], outline: [node(0, 20, { children: [node(21, 34)] })] }));
  });

  it('are broken by a quote or a value that is not the text', () => {
    assert.match(problemOf({ targets: [measurement({ quote: 'Tăng trưởng trên 8%' })] }), /quote/);
    assert.match(problemOf({ targets: [measurement({ value: '8' })] }), /value "8" but the text has "9"/);
    assert.match(
      problemOf({ targets: [measurement({ valueSpan: { start: 29, end: 32 }, value: '7,5' })] }),
      /not inside/,
    );
    assert.throws(() => checkItems(source, [{ span: { start: 3, end: 3 } }]), /bad span/);
  });

  it('are broken by numbers and parents that do not fit', () => {
    assert.match(problemOf({ results: [measurement({ decimal: '9.5' })] }), /decimal/);
    assert.match(problemOf({ results: [measurement({ numberMax: 10 })] }), /both/);
    assert.match(problemOf({ results: [measurement({ parent: 0 })] }), /before/);
    assert.match(problemOf({ results: [measurement({ parent: 7 })] }), /not in the list/);
  });

  it('are broken by disorder and overlap', () => {
    const sentences = (...spans: [number, number][]) =>
      spans.map(([start, end]) => ({ span: { start, end }, label: 'context' as const }));
    assert.match(problemOf({ sentences: sentences([0, 20], [10, 30]) }), /cross/);
    checkSpans(source, reading({ sentences: sentences([0, 20], [4, 8], [10, 20], [21, 30]) }));
    assert.match(problemOf({ unread: [unread(21, 25), unread(0, 4)] }), /comes after/);
    assert.match(problemOf({ outline: [node(0, 20, { children: [node(10, 30)] })] }), /overlap/);
    assert.match(problemOf({ outline: [node(0, 20, { textSpan: { start: 0, end: 21 } })] }), /not inside/);
    checkSpans(source, reading({ outline: [node(0, 20), node(4, 8, { kind: 'footnote' })] }));
  });

  it('list nodes before their children', () => {
    const tree = [node(0, 1, { children: [node(1, 2), node(2, 3)] }), node(3, 4)];
    assert.deepEqual(
      listNodes(tree).map((n) => n.span.start),
      [0, 1, 2, 3],
    );
  });
});

function unread(start: number, end: number) {
  return { span: { start, end }, text: source.slice(start, end), kind: 'order' as const, reason: null };
}
