/** What stands inline in the text: quantities, dates, agencies, cited documents, footnotes, fields of the header. */
import type { Span } from '#base/span.ts';
import type { AgencyMention, Citation, DocumentField, Measurement, Reading } from '#reading/model.ts';
import type { Footnote } from './layout.ts';
import { isDay, workIri } from './names.ts';
import type { References } from './references.ts';
import type { Attributes } from './xml.ts';

/** An inline element over a stretch of the source. */
export interface Annotation extends Span {
  readonly element: string;
  readonly attributes: Attributes;
  /** Required ones are always written, cut where they cross another; an optional one that crosses is left out. */
  readonly required: boolean;
  /** Word for the eId, when the element gets one. */
  readonly id?: string;
  /** Called with the eId when it is given. */
  readonly onId?: (eId: string) => void;
  /** For a footnote: its text stands in a `p`. */
  readonly block?: true;
}

/** Where header fields may be marked up: each element belongs to one part of the document. */
export interface Places {
  readonly preface: Span;
  readonly conclusions: Span;
}

/** Receives the eIds as they are given out. */
export interface IdSink {
  target(index: number, eId: string): void;
  result(index: number, eId: string): void;
}

/** All inline elements of a document, by start. */
export function annotate(
  reading: Reading,
  notes: readonly Footnote[],
  places: Places,
  references: References,
  sink: IdSink,
): Annotation[] {
  const out: Annotation[] = [];
  for (const [i, target] of reading.targets.entries()) {
    out.push(quantity(target, 'target', references, (eId) => sink.target(i, eId)));
  }
  for (const [i, result] of reading.results.entries()) {
    out.push(quantity(result, 'result', references, (eId) => sink.result(i, eId)));
  }
  for (const note of notes) {
    const attributes = { marker: note.label ?? undefined, placement: 'bottom' };
    out.push({ ...span(note), element: 'authorialNote', attributes, required: true, id: 'authorialNote', block: true });
  }
  const optional = new Map<string, Annotation>();
  const add = (at: Span, element: string, attributes: Attributes, id?: string): void => {
    if (at.end <= at.start) return;
    const key = `${element} ${at.start} ${at.end}`;
    const base = { ...span(at), element, attributes, required: false };
    if (!optional.has(key)) optional.set(key, id === undefined ? base : { ...base, id });
  };
  addHeader(reading, places, references, add);
  const agency = (mention: AgencyMention): void => {
    if (mention.span !== null) add(mention.span, 'organization', { refersTo: references.organization(mention) });
  };
  for (const task of reading.tasks) {
    for (const mention of [...task.lead, ...task.support]) agency(mention);
    for (const deadline of task.deadlines) {
      if (isDay(deadline.due)) add(deadline.span, 'date', { class: 'deadline', date: deadline.due });
    }
  }
  for (const target of reading.targets) for (const mention of target.lead) agency(mention);
  for (const citation of reading.citations) add(citation.span, 'ref', { href: citedIri(citation) }, 'ref');
  out.push(...optional.values());
  return out.sort((a, b) => a.start - b.start || b.end - a.end || Number(b.required) - Number(a.required));
}

/** The field elements of the preface, the signature in the conclusions. */
function addHeader(
  reading: Reading,
  places: Places,
  references: References,
  add: (at: Span, element: string, attributes: Attributes) => void,
): void {
  const { document } = reading;
  const put = (field: DocumentField, where: Span, element: string, attributes: Attributes): void => {
    const at = document.spans[field];
    if (at !== undefined && at.start >= where.start && at.end <= where.end) add(at, element, attributes);
  };
  put('issuer', places.preface, 'docAuthority', { refersTo: references.issuer(document) });
  put('symbol', places.preface, 'docNumber', {});
  if (document.place !== null) put('place', places.preface, 'location', { refersTo: references.place(document.place) });
  if (isDay(document.date)) put('date', places.preface, 'docDate', { date: document.date });
  put('type', places.preface, 'docType', {});
  put('title', places.preface, 'docTitle', {});
  const { signer, signerTitle } = document;
  if (signerTitle !== null) put('signerTitle', places.conclusions, 'role', { refersTo: references.role(signerTitle) });
  if (signer !== null) {
    const as = signerTitle === null ? undefined : references.role(signerTitle);
    put('signer', places.conclusions, 'person', { refersTo: references.person(signer), as });
  }
}

/** A cited work is named as a document of its own: `/akn/vn/doc/chi-thi/thu-tuong-chinh-phu/2019-04-22/10-CT-TTg`. */
export function citedIri(citation: Citation): string {
  const { type, issuer, date, symbol } = citation;
  return workIri({ root: 'doc', type, issuer, date, symbol });
}

function quantity(
  item: Measurement,
  kind: 'target' | 'result',
  references: References,
  onId: (eId: string) => void,
): Annotation {
  const normalized = item.decimalMax === undefined ? item.decimal : `${item.decimal}..${item.decimalMax}`;
  const attributes: Attributes = {
    class: kind,
    refersTo: references.indicator(item),
    normalized,
    'bs:unit': item.unit ?? undefined,
    'bs:measure': item.measure,
    'bs:comparator': item.comparator,
    'bs:year': item.year === null ? undefined : String(item.year),
    'bs:cumulative': item.cumulative === true ? 'true' : undefined,
  };
  return { ...span(item.valueSpan), element: 'quantity', attributes, required: true, id: 'quantity', onId };
}

function span(at: Span): Span {
  return { start: at.start, end: Math.max(at.start, at.end) };
}
