/** From a reading to the items that people review: one shape for all kinds. */
import type { AnyFields, ItemKind, NamedAgency, ReadItem, Sureness } from '#plan/review.ts';
import type { AgencyMention, Measurement, Reading, Task } from '#reading/model.ts';

/** Items in the order of the text within each kind; `parent` is an index into the list that comes out. */
export function itemsOf(reading: Reading, text: string): ReadItem[] {
  const items: ReadItem[] = [];
  const add = (item: ReadItem) => items.push(item);
  addMeasurements(items, 'target', reading.targets);
  addMeasurements(items, 'result', reading.results);
  for (const task of reading.tasks) add(taskItem(task));
  for (const citation of reading.citations) {
    const { type, symbol, date, issuer } = citation;
    add(plain('citation', citation.span, citation.quote, { type, symbol, date, issuer }, citation.confidence));
  }
  for (const duty of reading.reporting) {
    const { cadence, due, from, to } = duty;
    add(plain('reporting', duty.span, duty.quote, { cadence, due, from, to }, duty.confidence));
  }
  for (const unread of reading.unread) {
    // A number whose reason is known (a date, a list number) asks nothing of anybody.
    if (unread.reason !== null) continue;
    add(plain('unread', unread.span, unread.text, { text: unread.text, what: unread.kind, reason: unread.reason }, {}));
  }
  for (const issue of reading.issues) {
    if (issue.suggestion === undefined || issue.span === null) continue;
    const quote = text.slice(issue.span.start, issue.span.end);
    add(
      plain(
        'text-error',
        issue.span,
        quote,
        { code: issue.code, message: issue.message, suggestion: issue.suggestion },
        {},
      ),
    );
  }
  return items;
}

function plain<K extends ItemKind>(
  kind: K,
  span: ReadItem['span'],
  quote: string,
  fields: AnyFields,
  sureness: Readonly<Record<string, Sureness>>,
): ReadItem {
  return { kind, span, quote, fields: fields as ReadItem['fields'], sureness, parent: null };
}

function addMeasurements(items: ReadItem[], kind: 'target' | 'result', list: readonly Measurement[]): void {
  const first = items.length;
  for (const one of list) {
    items.push({
      kind,
      span: one.span,
      quote: one.quote,
      fields: {
        indicator: one.indicator,
        value: one.value,
        decimal: one.decimal,
        decimalMax: one.decimalMax ?? null,
        unit: one.unit,
        measure: one.measure,
        comparator: one.comparator,
        year: one.year,
        cumulative: one.cumulative ?? false,
        section: one.section,
        lead: one.lead.map(agencyOf),
        match: one.match && { code: one.match.code, name: one.match.name, sureness: one.match.confidence },
      },
      sureness: one.confidence,
      parent: one.parent === null ? null : first + one.parent,
    });
  }
}

function taskItem(task: Task): ReadItem {
  return {
    kind: 'task',
    span: task.span,
    quote: task.quote,
    fields: {
      text: task.quote.replace(/\s+/g, ' ').trim(),
      section: task.section,
      label: task.label,
      lead: task.lead.map(agencyOf),
      support: task.support.map(agencyOf),
      deadlines: task.deadlines.map(({ due, quote }) => ({ due, quote })),
      products: task.products.map(({ kind, quote }) => ({ kind, quote })),
    },
    sureness: task.confidence,
    parent: null,
  };
}

function agencyOf(mention: AgencyMention): NamedAgency {
  return { name: mention.name, code: mention.code, successor: mention.successor, sureness: mention.confidence };
}
