/** Whole readings of short made-up texts, in `reading.cases.txt`. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AgencyMention, Measurement, Reading } from '#reading/model.ts';
import { read } from '#reading/read.ts';
import { checkMarks, type Mark, readCases } from '#test/support/annotated.ts';
import { checkSpans } from '#test/support/spans.ts';

describe('short texts', () => {
  for (const test of readCases(new URL('./reading.cases.txt', import.meta.url))) {
    it(test.name, () => {
      const reading = read(test.text);
      checkSpans(test.text, reading);
      assert.deepEqual(listFound(reading), test.expected);
      checkMarks(test, listValues(reading));
    });
  }
});

function listFound(reading: Reading): string[] {
  const names = (mentions: readonly AgencyMention[]) => mentions.map((m) => m.name).join('; ');
  const measured = (kind: string) => (m: Measurement) =>
    [
      `${kind} ${m.decimal}${m.decimalMax ? `–${m.decimalMax}` : ''} ${m.unit ?? ''}`.trim(),
      m.indicator,
      `${m.measure} ${m.comparator}`,
      m.year,
      ...(m.parent === null ? [] : [`part of ${m.parent}`]),
    ].join(' | ');
  return [
    ...reading.targets.map(measured('target')),
    ...reading.results.map(measured('result')),
    ...reading.tasks.map((t) =>
      [
        `task ${t.section}`,
        ...(t.lead.length > 0 ? [`lead ${names(t.lead)}`] : []),
        ...(t.support.length > 0 ? [`with ${names(t.support)}`] : []),
        ...t.deadlines.map((d) => `by ${d.due}`),
      ].join(' | '),
    ),
    ...reading.citations.map((c) => `cites ${[c.type, c.symbol, c.date, c.issuer].map((v) => v ?? '–').join(' | ')}`),
    ...reading.reporting.map((r) => `reports ${r.cadence} | ${r.due ?? '–'}`),
  ];
}

function listValues(reading: Reading): Mark[] {
  return [
    ...reading.targets.map((m) => ({ name: 'target', span: m.valueSpan })),
    ...reading.results.map((m) => ({ name: 'result', span: m.valueSpan })),
  ];
}
