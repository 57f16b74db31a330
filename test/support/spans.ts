/**
 * The promises about positions that every reading keeps, checked in one place.
 * Every test of the reading calls one of these, so that none can pass with a wrong position.
 */
import assert from 'node:assert/strict';
import type { Span } from '#base/span.ts';
import type { Measurement, OutlineNode, Reading } from '#reading/model.ts';

/** Anything that points into the text; `quote` and `value` are the exact text at `span` and `valueSpan`. */
export interface Positioned {
  readonly span: Span | null;
  readonly quote?: string;
  readonly valueSpan?: Span;
  readonly value?: string;
}

/** Fails with every broken promise of the reading, not only the first. */
export function checkSpans(source: string, reading: Reading): void {
  report(findSpanProblems(source, reading));
}

/** The same promises for a few items of one kind, for tests of a single rule. */
export function checkItems(source: string, items: readonly Positioned[]): void {
  report(items.flatMap((item, i) => findItemProblems(source, item, `item ${i}`)));
}

/** Every broken promise of a reading as one line each; empty when all hold. */
export function findSpanProblems(source: string, reading: Reading): string[] {
  const problems: string[] = [];
  const item = (value: Positioned, what: string) => problems.push(...findItemProblems(source, value, what));
  const many = (values: readonly Positioned[], what: string) => {
    for (const [i, value] of values.entries()) item(value, `${what}[${i}]`);
  };
  const spans = (values: readonly Span[], what: string) => {
    for (const [i, span] of values.entries()) item({ span }, `${what}[${i}]`);
  };

  for (const list of ['targets', 'results'] as const) {
    many(reading[list], list);
    problems.push(...findMeasurementProblems(reading[list], list));
    for (const [i, m] of reading[list].entries()) {
      many(m.lead, `${list}[${i}].lead`);
      spans(m.notes, `${list}[${i}].notes`);
    }
  }
  many(reading.tasks, 'tasks');
  for (const [i, task] of reading.tasks.entries()) {
    const what = `tasks[${i}]`;
    many(task.lead, `${what}.lead`);
    many(task.support, `${what}.support`);
    many(task.deadlines, `${what}.deadlines`);
    many(task.products, `${what}.products`);
    spans(task.notes, `${what}.notes`);
    for (const deadline of task.deadlines) {
      if (!isIsoDate(deadline.due)) problems.push(`${what}.deadlines: not a date: ${deadline.due}`);
    }
  }
  many(reading.citations, 'citations');
  many(reading.reporting, 'reporting');
  many(reading.sentences, 'sentences');
  many(
    reading.unread.map((u) => ({ span: u.span, quote: u.text })),
    'unread',
  );
  many(reading.issues, 'issues');
  for (const [name, span] of Object.entries(reading.document.spans)) item({ span }, `document.${name}`);
  if (reading.document.certifiedCopy) item(reading.document.certifiedCopy, 'document.certifiedCopy');

  for (const list of ['targets', 'results'] as const) {
    const places = reading[list].map((m) => m.valueSpan);
    problems.push(...findDisorder(places, `${list} by value`));
  }
  for (const list of ['tasks', 'citations', 'reporting', 'unread'] as const) {
    const places = reading[list].map((i) => i.span);
    problems.push(...findDisorder(places, list));
  }
  const sentences = reading.sentences.map((s) => s.span);
  problems.push(...findDisorder(sentences, 'sentences'), ...findCrossing(sentences, 'sentences'));
  problems.push(...findOutlineProblems(source, reading.outline));
  return problems;
}

/** The promises of the tree: text inside the node, nodes in reading order and apart (footnotes may stand anywhere). */
export function findOutlineProblems(source: string, roots: readonly OutlineNode[]): string[] {
  const problems: string[] = [];
  const inOrder: Span[] = [];
  for (const node of listNodes(roots)) {
    const what = `outline ${node.kind} ${node.path}`;
    problems.push(...findItemProblems(source, { span: node.span }, what));
    const { start, end } = node.textSpan;
    if (start < node.span.start || end > node.span.end || start > end) {
      problems.push(`${what}: text ${show(node.textSpan)} is not inside ${show(node.span)}`);
    }
    if (node.kind !== 'footnote') inOrder.push(node.span);
  }
  problems.push(...findDisorder(inOrder, 'outline'), ...findOverlap(inOrder, 'outline'));
  return problems;
}

/** Every node of the tree, in reading order: a node before its children. */
export function listNodes(roots: readonly OutlineNode[]): OutlineNode[] {
  const nodes: OutlineNode[] = [];
  const waiting = [...roots].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    nodes.push(node);
    for (let i = node.children.length - 1; i >= 0; i--) waiting.push(node.children[i] as OutlineNode);
  }
  return nodes;
}

function findItemProblems(source: string, item: Positioned, what: string): string[] {
  const { span, quote, valueSpan, value } = item;
  if (span === null) return [];
  const problems = findBadSpan(source, span, what);
  if (quote !== undefined && source.slice(span.start, span.end) !== quote) {
    problems.push(
      `${what}: quote ${JSON.stringify(quote)} but the text has ${JSON.stringify(source.slice(span.start, span.end))}`,
    );
  }
  if (valueSpan) {
    problems.push(...findBadSpan(source, valueSpan, `${what}.value`));
    if (valueSpan.start < span.start || valueSpan.end > span.end) {
      problems.push(`${what}: value ${show(valueSpan)} is not inside ${show(span)}`);
    }
    const printed = source.slice(valueSpan.start, valueSpan.end);
    if (value !== undefined && printed !== value) {
      problems.push(`${what}: value ${JSON.stringify(value)} but the text has ${JSON.stringify(printed)}`);
    }
  }
  return problems;
}

function findMeasurementProblems(list: readonly Measurement[], what: string): string[] {
  const problems: string[] = [];
  for (const [i, m] of list.entries()) {
    if (Number(m.decimal) !== m.number) problems.push(`${what}[${i}]: number ${m.number} but decimal ${m.decimal}`);
    if ((m.numberMax === undefined) !== (m.decimalMax === undefined)) {
      problems.push(`${what}[${i}]: an upper bound needs both numberMax and decimalMax`);
    }
    if (m.decimalMax !== undefined && Number(m.decimalMax) !== m.numberMax) {
      problems.push(`${what}[${i}]: numberMax ${m.numberMax} but decimalMax ${m.decimalMax}`);
    }
    if (m.parent === null) continue;
    if (!list[m.parent]) problems.push(`${what}[${i}]: parent ${m.parent} is not in the list`);
    else if (m.parent >= i) problems.push(`${what}[${i}]: parent ${m.parent} does not come before it`);
  }
  return problems;
}

function findBadSpan(source: string, { start, end }: Span, what: string): string[] {
  const sound = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= source.length;
  return sound ? [] : [`${what}: bad span ${start}..${end} in a text of ${source.length}`];
}

function findDisorder(spans: readonly Span[], what: string): string[] {
  return pairs(spans)
    .filter(([a, b]) => b.start < a.start)
    .map(([a, b]) => `${what}: ${show(b)} comes after ${show(a)}`);
}

function findOverlap(spans: readonly Span[], what: string): string[] {
  return pairs(spans)
    .filter(([a, b]) => b.start < a.end)
    .map(([a, b]) => `${what}: ${show(a)} and ${show(b)} overlap`);
}

/** Sentences stand apart, but for a footnote's, which may stand inside the sentence that it interrupts. */
function findCrossing(spans: readonly Span[], what: string): string[] {
  const problems: string[] = [];
  const open: Span[] = [];
  for (const span of spans) {
    while (open.length > 0 && (open.at(-1) as Span).end <= span.start) open.pop();
    const outer = open.at(-1);
    if (outer && span.end > outer.end) problems.push(`${what}: ${show(outer)} and ${show(span)} cross`);
    open.push(span);
  }
  return problems;
}

function pairs(spans: readonly Span[]): [Span, Span][] {
  return spans.slice(1).map((span, i) => [spans[i] as Span, span]);
}

function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function show({ start, end }: Span): string {
  return `${start}..${end}`;
}

function report(problems: readonly string[]): void {
  const shown = problems.slice(0, 20);
  const rest = problems.length - shown.length;
  assert.equal(problems.length, 0, [...shown, ...(rest > 0 ? [`… and ${rest} more`] : [])].join('\n'));
}
