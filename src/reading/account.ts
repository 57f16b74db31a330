/**
 * Nothing dropped (không bỏ sót): what each sentence became, and every number and every order-like phrase that became
 * nothing, with the reason where the reading knows one.
 */
import { contains, type Span } from '#base/span.ts';
import { isOrder } from '#outline/order.ts';
import type { Block } from '#outline/outline.ts';
import type { FoundMeasurements } from '#statement/target/target.ts';
import type { FoundTask } from '#statement/task/task.ts';
import type { CleanText } from '#text/clean.ts';
import type { Sentence, SentenceLabel, Unread } from './model.ts';

export interface Found {
  /** The text as given. */
  readonly source: string;
  readonly clean: CleanText;
  readonly blocks: readonly Block[];
  readonly measurements: FoundMeasurements;
  readonly tasks: readonly FoundTask[];
  readonly citations: readonly { readonly start: number; readonly end: number }[];
  /** Deadlines and reporting phrases that were read, clean offsets. */
  readonly times: readonly Span[];
}

const SENTENCE_END = /[.!?…]+["”)]?(?=\s+["“(]?[\p{Lu}\d-])|\n/gu;
const ORDER =
  /(?<![\p{L}])(?:giao(?! thông| dịch| lưu| tiếp| hữu| thoa| diện| nhận| cấu| mùa| thừa| thương)|chủ trì|phối hợp|hoàn thành|trước ngày|trước tháng|chậm nhất|yêu cầu|đề nghị|phấn đấu|báo cáo)(?![\p{L}])/giu;

/** Labels every sentence of the document, in reading order of the clean text. */
export function labelSentences(found: Found): Sentence[] {
  const { clean } = found;
  const sentences: Sentence[] = [];
  const targets = new Cursor(
    found.measurements.items.filter((m) => m.kind === 'target').map((m) => ({ start: m.valueStart, end: m.valueEnd })),
  );
  const results = new Cursor(
    found.measurements.items.filter((m) => m.kind === 'result').map((m) => ({ start: m.valueStart, end: m.valueEnd })),
  );
  const citations = new Cursor(found.citations);
  const tasks = new Set(found.tasks.map((t) => t.block));
  for (const block of found.blocks) {
    for (const span of sentencesOf(clean.text, block)) {
      let label: SentenceLabel = 'context';
      if (block.role === 'heading' || block.role === 'lead-in') label = tasks.has(block) ? 'task' : 'heading';
      else if (targets.touches(span)) label = 'target';
      else if (results.touches(span)) label = 'result';
      else if (tasks.has(block)) label = 'task';
      else if (citations.touches(span)) label = 'citation';
      sentences.push({ span: clean.toSource(span), label });
    }
  }
  sentences.sort((a, b) => a.span.start - b.span.start);
  return sentences;
}

/** The sentences of a block, without white space around. */
export function sentencesOf(text: string, block: Block): Span[] {
  const spans: Span[] = [];
  const words = text.slice(block.start, block.end);
  let from = 0;
  const push = (to: number): void => {
    let start = from;
    let end = to;
    while (start < end && /\s/.test(words[start] as string)) start++;
    while (end > start && /\s/.test(words[end - 1] as string)) end--;
    if (end > start) spans.push({ start: block.start + start, end: block.start + end });
    from = to;
  };
  SENTENCE_END.lastIndex = 0;
  for (let end = SENTENCE_END.exec(words); end !== null; end = SENTENCE_END.exec(words)) {
    const to = end.index + end[0].length;
    if (to - from > 12 || end[0] === '\n') push(to);
  }
  push(words.length);
  return spans;
}

/** Numbers and order-like phrases that became nothing. */
export function listUnread(found: Found): Unread[] {
  const { clean } = found;
  const unread: Unread[] = [];
  const taskBlocks = new Set(found.tasks.map((t) => t.block));
  const times = new Cursor([...found.times].sort((a, b) => a.start - b.start));
  for (const passed of found.measurements.passed) {
    if (REASONED.has(passed.reason)) continue;
    const span = clean.toSource(passed.span);
    unread.push({
      span,
      text: found.source.slice(span.start, span.end),
      kind: 'number',
      reason: passed.reason,
    });
  }
  for (const block of found.blocks) {
    if (block.zone === 'header' || block.zone === 'closing' || block.zone === 'preamble') continue;
    if (block.role === 'heading' || block.role === 'lead-in' || taskBlocks.has(block)) continue;
    const words = clean.text.slice(block.start, block.end);
    ORDER.lastIndex = 0;
    let last = -1000;
    for (let order = ORDER.exec(words); order !== null; order = ORDER.exec(words)) {
      const at = { start: block.start + order.index, end: block.start + order.index + order[0].length };
      // One entry a sentence is enough to send a person there.
      if (order.index - last < 160 || times.touches(at)) continue;
      last = order.index;
      const span = clean.toSource(at);
      unread.push({ span, text: found.source.slice(span.start, span.end), kind: 'order', reason: reasonOf(block) });
    }
  }
  unread.sort((a, b) => a.span.start - b.span.start);
  return unread;
}

/** Numbers whose reason needs no person: dates and numbers of cited documents are read elsewhere. */
const REASONED = new Set(['date-or-citation', 'date', 'year']);

function reasonOf(block: Block): string | null {
  switch (block.zone) {
    case 'results':
      return 'past';
    case 'context':
      return 'outlook';
    case 'targets':
      return isOrder(block.text) ? 'goal-prose' : 'goal';
    default:
      return null;
  }
}

/** Whether any of a list of ordered spans lies in a span; asked in ascending order, so the whole pass is linear. */
class Cursor {
  readonly #spans: readonly Span[];
  #at = 0;
  #asked = -1;

  constructor(spans: readonly Span[]) {
    this.#spans = [...spans].sort((a, b) => a.start - b.start);
  }

  touches(span: Span): boolean {
    if (span.start < this.#asked) this.#at = 0;
    this.#asked = span.start;
    while (this.#at < this.#spans.length && (this.#spans[this.#at] as Span).end <= span.start) this.#at++;
    const next = this.#spans[this.#at];
    return next !== undefined && (contains(span, next) || (next.start < span.end && next.end > span.start));
  }
}
