/** Reads a stretch of a document by itself: what a selection, or a part of an item that was split, says. */
import type { Span } from '#base/span.ts';
import type { ItemKind, ReadItem, Sureness } from '#plan/review.ts';
import { read } from '#reading/read.ts';
import { itemsOf } from './review-items.ts';

export interface Reread {
  readonly fields: Record<string, unknown>;
  readonly sureness: Record<string, Sureness>;
}

/** Longest stretch that is read; longer ones are no item. */
const LONGEST = 20_000;

/**
 * Fields of `kind` for `text[span]`. What the stretch alone doesn't say is taken from `known` (the item that it is a part
 * of), else left empty for a person to fill in.
 */
export function reread(kind: ItemKind, text: string, span: Span, known: Readonly<Record<string, unknown>>): Reread {
  const quote = text.slice(span.start, Math.min(span.end, span.start + LONGEST));
  const found = bestOf(kind, quote);
  const fields: Record<string, unknown> = { ...emptyFields(kind, quote), ...keep(known, INHERITED[kind]) };
  for (const [name, value] of Object.entries(found?.fields ?? {})) {
    const says = value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
    if (says || !(name in known)) fields[name] = value;
  }
  if (kind === 'task') fields.text = quote.replace(/\s+/g, ' ').trim();
  const sureness = found ? { ...found.sureness } : { [MAIN[kind]]: 'guess' as const };
  return { fields, sureness };
}

/** The first item of the kind in the stretch; a number is taken as a target or a result, whichever it reads as. */
function bestOf(kind: ItemKind, quote: string): ReadItem | null {
  const before = ABOVE[kind];
  const whole = `${before}${quote.trim()}\n`;
  const items = itemsOf(read(whole), whole).filter((item) => item.span.start >= before.length);
  const alike: readonly ItemKind[] = kind === 'target' || kind === 'result' ? ['target', 'result'] : [kind];
  return items.find((item) => item.kind === kind) ?? items.find((item) => alike.includes(item.kind)) ?? null;
}

/** What a stretch is depends on what stands above it: the person has said what it shall be, so such a heading is put there. */
const ABOVE: Readonly<Record<ItemKind, string>> = {
  target: 'II. MỤC TIÊU\n\n1. Các chỉ tiêu chủ yếu:\n\n',
  result: 'I. KẾT QUẢ THỰC HIỆN\n\n1. Kết quả đạt được:\n\n',
  task: 'III. NHIỆM VỤ, GIẢI PHÁP\n\n1. Nhiệm vụ:\n\n',
  citation: '',
  reporting: '',
  unread: '',
  'text-error': '',
};

const MAIN: Readonly<Record<ItemKind, string>> = {
  target: 'indicator',
  result: 'indicator',
  task: 'text',
  citation: 'type',
  reporting: 'cadence',
  unread: 'text',
  'text-error': 'suggestion',
};

/** What a part takes over from the whole when it says nothing itself. */
const INHERITED: Readonly<Record<ItemKind, readonly string[]>> = {
  target: ['section', 'lead', 'year'],
  result: ['section', 'lead', 'year'],
  task: ['section', 'lead', 'support', 'deadlines'],
  citation: [],
  reporting: ['from', 'to'],
  unread: [],
  'text-error': [],
};

function keep(known: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.flatMap((name) => (name in known ? [[name, known[name]]] : [])));
}

function emptyFields(kind: ItemKind, quote: string): Record<string, unknown> {
  const line = quote.replace(/\s+/g, ' ').trim();
  switch (kind) {
    case 'target':
    case 'result':
      return {
        indicator: line.slice(0, 2000),
        value: '',
        decimal: '',
        decimalMax: null,
        unit: null,
        measure: 'level',
        comparator: '=',
        year: null,
        cumulative: false,
        section: '',
        lead: [],
        match: null,
      };
    case 'task':
      return { text: line, section: '', label: null, lead: [], support: [], deadlines: [], products: [] };
    case 'citation':
      return { type: '', symbol: null, date: null, issuer: null };
    case 'reporting':
      return { cadence: 'monthly', due: null, from: null, to: null };
    case 'unread':
      return { text: line, what: 'number', reason: null };
    case 'text-error':
      return { code: 'suspected-typo', message: '', suggestion: line };
  }
}
