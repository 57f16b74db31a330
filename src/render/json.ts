/** The JSON contract of a reading: what programs and the scorers read. Described in `docs/reading.schema.json`. */
import type { Issue } from '#base/issue.ts';
import type { Span } from '#base/span.ts';
import type {
  AgencyMention,
  Citation,
  DocumentField,
  DocumentHeader,
  Measurement,
  Reading,
  ReportingDuty,
  Task,
  Unread,
} from '#reading/model.ts';
import type { Crop, Origin, OriginPage, PagePlace } from './origin.ts';

/** Where an item stands on the pages of the file; only for files that have pages. */
interface Placed {
  readonly places?: readonly PagePlace[];
}

/** A measurement with its agencies as names; the full mentions stand beside. Its places are those of the number. */
export type JsonMeasurement = Omit<Measurement, 'lead'> &
  Placed & {
    readonly lead: readonly string[];
    readonly leadAgencies: readonly AgencyMention[];
  };

/** A task with its agencies as names; the full mentions stand beside. */
export type JsonTask = Omit<Task, 'lead' | 'support'> &
  Placed & {
    readonly lead: readonly string[];
    readonly support: readonly string[];
    readonly leadAgencies: readonly AgencyMention[];
    readonly supportAgencies: readonly AgencyMention[];
  };

/** The file that was read. */
export interface JsonSource {
  readonly format: string;
  readonly pages: readonly OriginPage[];
  readonly warnings: readonly Issue[];
  readonly crops?: readonly Crop[];
}

type Lists = 'targets' | 'results' | 'tasks' | 'citations' | 'reporting' | 'unread' | 'issues';

/** One object a document. */
export interface JsonReading extends Omit<Reading, Lists | 'document'> {
  /** The file as named by the caller; `-` for standard input. */
  readonly file: string;
  readonly source?: JsonSource;
  readonly document: DocumentHeader & { readonly places?: Partial<Record<DocumentField, readonly PagePlace[]>> };
  readonly targets: readonly JsonMeasurement[];
  readonly results: readonly JsonMeasurement[];
  readonly tasks: readonly JsonTask[];
  readonly citations: readonly (Citation & Placed)[];
  readonly reporting: readonly (ReportingDuty & Placed)[];
  readonly unread: readonly (Unread & Placed)[];
  readonly issues: readonly (Issue & Placed)[];
}

/** The reading in the form of the contract, keys in a fixed order; with places where the file has pages. */
export function toJson(reading: Reading, file: string, origin?: Origin): JsonReading {
  const find = placeFinder(origin);
  const placed = <Item extends { readonly span: Span | null }>(item: Item): Item & Placed =>
    find && item.span ? { ...item, places: find(item.span) } : item;
  const measured = (m: Measurement): JsonMeasurement => {
    const { lead, ...rest } = m;
    return {
      ...rest,
      lead: names(lead),
      leadAgencies: lead,
      ...(find ? { places: find(m.valueSpan) } : {}),
    };
  };
  return {
    file,
    reader: reading.reader,
    ...(origin ? { source: toSource(origin) } : {}),
    document: find ? { ...reading.document, places: fieldPlaces(reading.document, find) } : reading.document,
    targets: reading.targets.map(measured),
    results: reading.results.map(measured),
    tasks: reading.tasks.map((task) => placed(toTask(task))),
    citations: reading.citations.map(placed),
    reporting: reading.reporting.map(placed),
    unread: reading.unread.map(placed),
    issues: reading.issues.map(placed),
    outline: reading.outline,
    sentences: reading.sentences,
  };
}

type Find = (span: Span) => PagePlace[];

/** Finds places, to a tenth of a point; null for files without pages. */
function placeFinder(origin: Origin | undefined): Find | null {
  if (!origin || origin.pages.length === 0) return null;
  return (span) =>
    origin.placesOf(span).map(({ page, box }) => ({
      page,
      box: { x: round(box.x), y: round(box.y), width: round(box.width), height: round(box.height) },
    }));
}

function round(points: number): number {
  return Math.round(points * 10) / 10;
}

function toSource({ format, pages, warnings, crops }: Origin): JsonSource {
  return {
    format,
    pages: pages.map(({ number, width, height, source, confidence }) => ({
      number,
      width: round(width),
      height: round(height),
      source,
      confidence: confidence === null ? null : Math.round(confidence * 1000) / 1000,
    })),
    warnings,
    ...(crops ? { crops } : {}),
  };
}

function fieldPlaces({ spans }: DocumentHeader, find: Find): Partial<Record<DocumentField, readonly PagePlace[]>> {
  return Object.fromEntries(Object.entries(spans).map(([field, span]) => [field, find(span)]));
}

/** The text of one document's object, or of an array of them, ending with a line break. */
export function writeJson(value: JsonReading | readonly JsonReading[]): string {
  return `${print(value, '').text}\n`;
}

const names = (mentions: readonly AgencyMention[]) => mentions.map((mention) => mention.name);

function toTask(task: Task): JsonTask {
  const { lead, support, ...rest } = task;
  return { ...rest, lead: names(lead), support: names(support), leadAgencies: lead, supportAgencies: support };
}

const STEP = '  ';
/** Longest value that stays on one line: spans and short lists do, which keeps the output readable. */
const LINE = 100;

interface Printed {
  readonly text: string;
  readonly flat: boolean;
}

/** JSON in which short arrays and objects stay on one line. */
function print(value: unknown, indent: string): Printed {
  if (value === null || typeof value !== 'object') return { text: JSON.stringify(value) ?? 'null', flat: true };
  const inner = indent + STEP;
  const isArray = Array.isArray(value);
  const parts: Printed[] = isArray
    ? value.map((item) => print(item, inner))
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => {
          const printed = print(item, inner);
          return { text: `${JSON.stringify(key)}: ${printed.text}`, flat: printed.flat };
        });
  const [open, close] = isArray ? ['[', ']'] : ['{', '}'];
  if (parts.length === 0) return { text: open + close, flat: true };
  const length = parts.reduce((sum, part) => sum + part.text.length + 2, 2);
  if (length <= LINE && parts.every((part) => part.flat)) {
    const body = parts.map((part) => part.text).join(', ');
    return { text: isArray ? `[${body}]` : `{ ${body} }`, flat: true };
  }
  return { text: `${open}\n${parts.map((part) => inner + part.text).join(',\n')}\n${indent}${close}`, flat: false };
}
