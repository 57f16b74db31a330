/**
 * `read(text) → Reading`: the public face of the reading. Pure, runs in a browser too. Never throws on any text;
 * every span points into the text as given.
 */
import type { Span } from '#base/span.ts';
import { resolveAgency } from '#catalogue/agencies.ts';
import { matchIndicator } from '#catalogue/indicators.ts';
import { readOutline } from '#outline/outline.ts';
import { splitAgencies } from '#statement/agency/list.ts';
import { findCitations } from '#statement/citation/citation.ts';
import { readHeader } from '#statement/header/header.ts';
import { comesInSentences, type Page, readTables } from '#statement/page.ts';
import { findReportingDuties, type PlacedDuty } from '#statement/reporting/duty.ts';
import { type FoundMeasurement, findMeasurements } from '#statement/target/target.ts';
import { findTasks, type PlacedRole } from '#statement/task/task.ts';
import { type CleanText, cleanText } from '#text/clean.ts';
import { labelSentences, listUnread } from './account.ts';
import { checkReading } from './checks.ts';
import { byPlace } from './checks-values.ts';
import { markDoubts } from './doubts.ts';
import type {
  AgencyMention,
  CertifiedCopy,
  Citation,
  DocumentField,
  DocumentHeader,
  Measurement,
  Reading,
  ReadOptions,
  ReportingDuty,
  Task,
} from './model.ts';
import { outlineTree } from './tree.ts';

/** Version of the reading rules; a re-reading with a newer one keeps what people decided. */
export const READER = 'bamsat-reading/1';

/** Reads a document's text. */
export function read(source: string, options: ReadOptions = {}): Reading {
  const clean = cleanText(source);
  const outline = readOutline(clean);
  const header = readHeader(clean.text);
  const planYear = options.planYear ?? header.planYear;
  const citations = findCitations(clean.text, {
    own: header.printedSymbol,
    exclude: excluded(header.spans.symbol, header.certifiedCopy?.span),
  });
  const told = header.type === 'Báo cáo' ? planYear : null;
  const docYear = header.date
    ? Number(header.date.slice(0, 4))
    : (header.docYear ?? told ?? latestYear(citations, planYear));
  const page: Page = {
    clean,
    outline,
    planYear,
    docYear,
    docDate: header.date,
    citations,
    sentenceLines: comesInSentences(outline),
    tables: readTables(outline),
  };
  const measurements = findMeasurements(page);
  const tasks = findTasks(page);
  const duties = findReportingDuties(page, tasks);
  const agencies = new Agencies(header.date ?? (planYear ? `${planYear}-01-01` : undefined));
  const notes = notesBySource(page);

  const targets = publish(clean, source, measurements.items, 'target', agencies, notes);
  const results = publish(clean, source, measurements.items, 'result', agencies, notes);
  const found = {
    source,
    clean,
    blocks: outline.blocks,
    measurements,
    tasks,
    citations,
    times: [...tasks.flatMap((t) => t.deadlines), ...duties],
  };
  const reading: Reading = {
    reader: READER,
    document: publishHeader(clean, header, planYear),
    outline: outlineTree(clean, outline.blocks),
    targets,
    results,
    tasks: tasks.map((task): Task => {
      const span = clean.toSource(task.span);
      return {
        span,
        quote: source.slice(span.start, span.end),
        section: task.section,
        label: task.label,
        lead: task.lead.map((r) => agencies.mention(clean, r)),
        support: task.support.map((r) => agencies.mention(clean, r)),
        deadlines: task.deadlines.map((d) => {
          const at = clean.toSource(d);
          return { span: at, quote: source.slice(at.start, at.end), due: d.due, confidence: d.confidence };
        }),
        products: task.products.map((p) => {
          const at = clean.toSource(p);
          return { span: at, quote: source.slice(at.start, at.end), kind: p.kind };
        }),
        notes: notes.filter((n) => n.anchor >= task.span.start && n.anchor <= task.span.end).map((n) => n.span),
        confidence: taskConfidence(task.lead, task.support, task.fromTable),
      };
    }),
    citations: citations
      .map((c): Citation => {
        const span = clean.toSource(c);
        return {
          span,
          quote: source.slice(span.start, span.end),
          type: c.type,
          symbol: c.symbol,
          date: c.date,
          issuer: c.issuer,
          confidence: c.confidence,
        };
      })
      .sort(inSource),
    reporting: duties.map((d) => publishDuty(clean, source, d)).sort(inSource),
    sentences: labelSentences(found),
    unread: listUnread(found),
    issues: [],
  };
  const issues = checkReading(source, clean, reading);
  if (!options.doubts?.length) return { ...reading, issues };
  const doubtful = markDoubts(source, reading, options.doubts, { yearGiven: options.planYear !== undefined });
  return { ...doubtful.reading, issues: [...issues, ...doubtful.issues].sort(byPlace) };
}

/** Clean text has a note behind the sentence that it interrupts; in the source the note may stand before it. */
const inSource = (a: { readonly span: Span }, b: { readonly span: Span }) => a.span.start - b.span.start;

/** A document without a date is at least as young as the newest document that it cites. */
function latestYear(citations: readonly { readonly date: string | null }[], planYear: number | null): number | null {
  let latest: number | null = null;
  for (const { date } of citations) {
    const year = date ? Number(date.slice(0, 4)) : null;
    if (year !== null && (planYear === null || year <= planYear) && (latest === null || year > latest)) latest = year;
  }
  return latest;
}

function excluded(...spans: readonly (Span | undefined | null)[]): Span[] {
  return spans.filter((s): s is Span => s != null);
}

interface NotePlace {
  /** Where the mark stood, clean offset. */
  readonly anchor: number;
  /** The note's words, source offsets. */
  readonly span: Span;
}

function notesBySource(page: Page): NotePlace[] {
  const notes: NotePlace[] = [];
  for (const block of page.outline.blocks) {
    if (block.role !== 'note' || !block.parent) continue;
    const mark = block.parent.paragraph.notes.find((n) => n.mark === block.paragraph.mark);
    if (mark) notes.push({ anchor: mark.at, span: page.clean.toSource({ start: block.start, end: block.end }) });
  }
  return notes;
}

function publish(
  clean: CleanText,
  source: string,
  found: readonly FoundMeasurement[],
  kind: 'target' | 'result',
  agencies: Agencies,
  notes: readonly NotePlace[],
): Measurement[] {
  const own = found.filter((m) => m.kind === kind);
  const index = new Map(own.map((m, i) => [m, i]));
  return own.map((m): Measurement => {
    const valueSpan = clean.toSource({ start: m.valueStart, end: m.valueEnd });
    const whole = clean.toSource({ start: m.start, end: m.end });
    // A phrase can come before and after lifted text; the quote always holds the value.
    const span = { start: Math.min(whole.start, valueSpan.start), end: Math.max(whole.end, valueSpan.end) };
    const match = matchIndicator(m.indicator, m.unit);
    return {
      span,
      valueSpan,
      quote: source.slice(span.start, span.end),
      value: source.slice(valueSpan.start, valueSpan.end),
      number: m.number,
      ...(m.numberMax !== null ? { numberMax: m.numberMax } : {}),
      decimal: m.decimal,
      ...(m.decimalMax !== null ? { decimalMax: m.decimalMax } : {}),
      unit: m.unit,
      indicator: m.indicator,
      measure: m.measure,
      comparator: m.comparator,
      year: m.heldYear,
      parent: m.whole ? (index.get(m.whole) ?? null) : null,
      ...(m.cumulative ? { cumulative: true as const } : {}),
      lead: m.leadCell ? agencies.list(clean, m.leadCell) : [],
      section: m.block.section,
      match,
      notes: notes.filter((n) => n.anchor >= m.start && n.anchor <= m.end + 4).map((n) => n.span),
      confidence: m.heldYear === null ? { ...m.confidence, year: 'guess' } : m.confidence,
    };
  });
}

/** Agencies as of the document's date, with their current successor. */
class Agencies {
  readonly #on: string | undefined;
  readonly #known = new Map<string, ReturnType<typeof resolveAgency>>();

  constructor(on: string | undefined) {
    this.#on = on;
  }

  mention(clean: CleanText, role: PlacedRole): AgencyMention {
    let found = this.#known.get(role.name);
    if (found === undefined) {
      found = resolveAgency(role.name, this.#on);
      this.#known.set(role.name, found);
    }
    return {
      name: role.name,
      span: role.span ? clean.toSource(role.span) : null,
      code: found?.code ?? null,
      successor: found?.successor ?? null,
      inherited: role.inherited,
      confidence:
        found && found.confidence !== 'high' && role.confidence === 'high' ? found.confidence : role.confidence,
    };
  }

  list(clean: CleanText, cell: Span): AgencyMention[] {
    return splitAgencies(clean.text.slice(cell.start, cell.end)).map((a) =>
      this.mention(clean, {
        name: a.name,
        span: { start: a.start + cell.start, end: a.end + cell.start },
        inherited: false,
        confidence: 'high',
      }),
    );
  }
}

function taskConfidence(
  lead: readonly PlacedRole[],
  support: readonly PlacedRole[],
  fromTable: boolean,
): Task['confidence'] {
  const confidence: Record<string, 'check' | 'guess'> = {};
  if (lead.some((r) => r.confidence !== 'high')) confidence.lead = 'check';
  if (support.some((r) => r.confidence !== 'high')) confidence.support = 'check';
  if (fromTable && lead.length === 0) confidence.lead = 'guess';
  return confidence;
}

function publishDuty(clean: CleanText, source: string, duty: PlacedDuty): ReportingDuty {
  const span = clean.toSource(duty);
  return {
    span,
    quote: source.slice(span.start, span.end),
    cadence: duty.cadence,
    due: duty.due,
    from: duty.from,
    to: duty.to,
    confidence: duty.from === null ? { from: 'guess' } : {},
  };
}

function publishHeader(clean: CleanText, header: DocumentHeader, planYear: number | null): DocumentHeader {
  const spans: Partial<Record<DocumentField, Span>> = {};
  for (const [field, span] of Object.entries(header.spans)) spans[field as DocumentField] = clean.toSource(span);
  const copy: CertifiedCopy | null = header.certifiedCopy
    ? { ...header.certifiedCopy, span: clean.toSource(header.certifiedCopy.span) }
    : null;
  return {
    type: header.type,
    symbol: header.symbol,
    issuer: header.issuer,
    province: header.province,
    place: header.place,
    date: header.date,
    title: header.title,
    planYear,
    signer: header.signer,
    signerTitle: header.signerTitle,
    certifiedCopy: copy,
    spans,
    confidence: header.confidence,
  };
}
