/**
 * Doubts (chỗ nhận dạng chưa chắc): stretches of the source that character recognition is not sure of. Whatever the
 * reading took from them is to be checked, and a doubtful number that it took nothing from is an issue, so that no
 * number of a scan is wrong in silence.
 */
import type { Issue } from '#base/issue.ts';
import { overlaps, type Span } from '#base/span.ts';
import { DoubtfulYears, firstEndingAfter } from './doubtful-years.ts';
import type {
  AgencyMention,
  Citation,
  Confidence,
  DocumentHeader,
  FieldConfidence,
  Measurement,
  Reading,
  ReportingDuty,
  Task,
  Unread,
} from './model.ts';

export interface DoubtOptions {
  /** The plan's year comes from the caller, not from the text. */
  readonly yearGiven: boolean;
}

/** The reading with `check` on what stands in doubt, and the issues for doubtful numbers that are in no item. */
export function markDoubts(
  source: string,
  reading: Reading,
  spans: readonly Span[],
  { yearGiven }: DoubtOptions,
): { readonly reading: Reading; readonly issues: readonly Issue[] } {
  const doubts = new Doubts(source, spans);
  const years = new DoubtfulYears(source, doubts.list, reading.outline);
  const planYearDoubtful = !yearGiven && years.isDoubtfulPlanYear(reading.document);
  const measured = (m: Measurement) => {
    const yearDoubtful = years.above(m) || (planYearDoubtful && m.year === reading.document.planYear);
    return markMeasurement(m, doubts, yearDoubtful);
  };
  const marked: Reading = {
    ...reading,
    document: markHeader(reading.document, doubts, planYearDoubtful),
    targets: reading.targets.map(measured),
    results: reading.results.map(measured),
    tasks: reading.tasks.map((task) => markTask(task, doubts)),
    citations: reading.citations.map((citation) => markCitation(citation, doubts)),
    reporting: reading.reporting.map((duty) => markDuty(duty, doubts)),
    unread: reading.unread.map((unread) => markUnread(unread, doubts)),
  };
  return { reading: marked, issues: doubts.rest().map((span) => doubtfulNumber(source, span)) };
}

function doubtfulNumber(source: string, span: Span): Issue {
  const printed = trimMarks(source.slice(span.start, span.end));
  const isNumber = /\d/.test(printed);
  return {
    severity: 'warning',
    code: 'doubtful-number',
    span,
    message: isNumber
      ? `Số “${printed}” nhận dạng chưa chắc, hãy đối chiếu với trang gốc.`
      : `Chữ “${printed}” nhận dạng chưa chắc và có thể là số, hãy đối chiếu với trang gốc.`,
    messageEn: isNumber
      ? `The number “${printed}” is not surely recognised; compare it with the page.`
      : `“${printed}” is not surely recognised and may be a number; compare it with the page.`,
  };
}

/** Letters and signs that a machine sees where a digit is printed: `O` and `l` of `lO%`. */
const LOOKALIKE = /^[\s\dOoQDIl|!SBZ§$€£?%.,:;/()+–-]*[\dOoQDIl|!SBZ§$€£?][\s\dOoQDIl|!SBZ§$€£?%.,:;/()+–-]*$/;

/** True when the words are, hold or may be a misread number: `12.000`, `01-NQ/TU`, `lO%`; not `khoảng`. */
export function mayBeNumber(words: string): boolean {
  return /\d/.test(words) || LOOKALIKE.test(words);
}

function trimMarks(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/^[\s(“"*]+|[\s)”"*.,;:]+$/g, '') || words.trim();
}

/** The doubts in order, and which of them an item has taken over. */
class Doubts {
  readonly list: readonly Span[];
  readonly #source: string;
  readonly #taken: Uint8Array;

  constructor(source: string, spans: readonly Span[]) {
    this.#source = source;
    this.list = tidy(spans, source.length);
    this.#taken = new Uint8Array(this.list.length);
  }

  /** The doubts that touch a span; they count as taken over. */
  take(span: Span): readonly Span[] {
    const from = firstEndingAfter(this.list, span.start);
    let to = from;
    for (; to < this.list.length && (this.list[to] as Span).start < span.end; to++) this.#taken[to] = 1;
    return this.list.slice(from, to);
  }

  /** Whether any doubt touches a span, without taking it over. */
  touches(span: Span): boolean {
    const next = this.list[firstEndingAfter(this.list, span.start)];
    return next !== undefined && next.start < span.end;
  }

  words(span: Span): string {
    return this.#source.slice(span.start, span.end);
  }

  /** Doubts that may be numbers and that no item took over. */
  rest(): Span[] {
    return this.list.filter((span, i) => !this.#taken[i] && mayBeNumber(this.words(span)));
  }
}

/** In order, apart from each other, inside the text. */
function tidy(spans: readonly Span[], length: number): Span[] {
  const out: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const span = { start: Math.max(0, start), end: Math.min(end, length) };
    if (span.end <= span.start) continue;
    const last = out.at(-1);
    if (last && span.start < last.end) out[out.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else out.push(span);
  }
  return out;
}

/** At least `check`; a guess stays one. */
function lowered(confidence: Confidence | undefined): Confidence {
  return confidence === 'guess' ? 'guess' : 'check';
}

function lower(fields: FieldConfidence, names: ReadonlySet<string>): FieldConfidence {
  if (names.size === 0) return fields;
  const out: Record<string, Confidence> = { ...fields };
  for (const name of names) out[name] = lowered(out[name]);
  return out;
}

function markMeasurement(m: Measurement, doubts: Doubts, yearDoubtful: boolean): Measurement {
  const fields = new Set<string>();
  for (const doubt of doubts.take(m.span)) {
    if (overlaps(doubt, m.valueSpan)) {
      fields.add('number');
      if (m.numberMax !== undefined) fields.add('numberMax');
    } else if (m.year !== null && doubts.words(doubt).includes(String(m.year))) fields.add('year');
    else if (m.unit !== null && isUnit(doubt, m)) fields.add('unit');
    else fields.add('indicator');
  }
  if (yearDoubtful && m.year !== null) fields.add('year');
  const lead = m.lead.map((agency) => markAgency(agency, doubts));
  return { ...m, lead, confidence: lower(m.confidence, fields) };
}

/** The unit stands right behind the number. */
function isUnit(doubt: Span, m: Measurement): boolean {
  const far = m.valueSpan.end + (m.unit?.length ?? 0) + 2;
  return doubt.start >= m.valueSpan.end && doubt.start < far;
}

function markAgency(agency: AgencyMention, doubts: Doubts): AgencyMention {
  if (agency.span === null || doubts.take(agency.span).length === 0) return agency;
  return { ...agency, confidence: lowered(agency.confidence) };
}

function markTask(task: Task, doubts: Doubts): Task {
  const fields = new Set<string>();
  const roles = (field: 'lead' | 'support') =>
    task[field].map((agency) => {
      if (agency.span !== null && doubts.touches(agency.span)) fields.add(field);
      return markAgency(agency, doubts);
    });
  const lead = roles('lead');
  const support = roles('support');
  const deadlines = task.deadlines.map((d) =>
    doubts.take(d.span).length > 0 ? { ...d, confidence: lowered(d.confidence) } : d,
  );
  for (const product of task.products) if (doubts.take(product.span).length > 0) fields.add('products');
  return { ...task, lead, support, deadlines, confidence: lower(task.confidence, fields) };
}

function markCitation(citation: Citation, doubts: Doubts): Citation {
  const found = doubts.take(citation.span);
  if (found.length === 0) return citation;
  const fields = new Set<string>();
  const symbol = citation.symbol === null ? null : placeIn(citation, citation.symbol);
  for (const doubt of found) {
    const isNumber = mayBeNumber(doubts.words(doubt));
    if (symbol && overlaps(doubt, symbol)) fields.add('symbol');
    else if (isNumber) {
      if (citation.date !== null) fields.add('date');
      if (citation.symbol !== null && symbol === null) fields.add('symbol');
      if (fields.size === 0) fields.add('type');
    } else fields.add(citation.issuer !== null && isBehind(doubt, citation, symbol) ? 'issuer' : 'type');
  }
  return { ...citation, confidence: lower(citation.confidence, fields) };
}

/** Behind the symbol, or without one behind the first half of the words, stands who issued it. */
function isBehind(doubt: Span, { span }: Citation, symbol: Span | null): boolean {
  return doubt.start >= (symbol?.end ?? (span.start + span.end) / 2);
}

function markDuty(duty: ReportingDuty, doubts: Doubts): ReportingDuty {
  const found = doubts.take(duty.span);
  if (found.length === 0) return duty;
  const fields = new Set<string>();
  const from = duty.from === null ? null : placeIn(duty, duty.from);
  const to = duty.to === null ? null : placeIn(duty, duty.to);
  for (const doubt of found) {
    if (from && overlaps(doubt, from)) fields.add('from');
    else if (to && overlaps(doubt, to)) fields.add('to');
    else fields.add(duty.due === null ? 'cadence' : 'due');
  }
  return { ...duty, confidence: lower(duty.confidence, fields) };
}

function markUnread(unread: Unread, doubts: Doubts): Unread {
  // Not taken over: an unread number stays an issue as well.
  return doubts.touches(unread.span) ? { ...unread, confidence: 'check' } : unread;
}

function markHeader(header: DocumentHeader, doubts: Doubts, planYearDoubtful: boolean): DocumentHeader {
  const fields = new Set<string>();
  for (const [field, span] of Object.entries(header.spans)) if (doubts.take(span).length > 0) fields.add(field);
  if (header.certifiedCopy && doubts.take(header.certifiedCopy.span).length > 0) fields.add('certifiedCopy');
  if (planYearDoubtful) fields.add('planYear');
  return { ...header, confidence: lower(header.confidence, fields) };
}

/** Where words stand in an item's quote, spaces aside; null when they can't be found. */
function placeIn(item: { readonly span: Span; readonly quote: string }, words: string): Span | null {
  let dense = '';
  const offsets: number[] = [];
  for (let i = 0; i < item.quote.length; i++) {
    const unit = item.quote[i] as string;
    if (/\s/.test(unit)) continue;
    dense += unit;
    offsets.push(i);
  }
  const wanted = words.replace(/\s+/g, '');
  const at = wanted === '' ? -1 : dense.indexOf(wanted);
  if (at < 0) return null;
  const last = offsets[at + wanted.length - 1] as number;
  return { start: item.span.start + (offsets[at] as number), end: item.span.start + last + 1 };
}
