/** The JSON contract of a reading: what programs and the scorers read. Described in `docs/reading.schema.json`. */
import type { AgencyMention, Measurement, Reading, Task } from '#reading/model.ts';

/** A measurement with its agencies as names; the full mentions stand beside. */
export type JsonMeasurement = Omit<Measurement, 'lead'> & {
  readonly lead: readonly string[];
  readonly leadAgencies: readonly AgencyMention[];
};

/** A task with its agencies as names; the full mentions stand beside. */
export type JsonTask = Omit<Task, 'lead' | 'support'> & {
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly leadAgencies: readonly AgencyMention[];
  readonly supportAgencies: readonly AgencyMention[];
};

/** One object a document. */
export interface JsonReading extends Omit<Reading, 'targets' | 'results' | 'tasks'> {
  /** The file as named by the caller; `-` for standard input. */
  readonly file: string;
  readonly targets: readonly JsonMeasurement[];
  readonly results: readonly JsonMeasurement[];
  readonly tasks: readonly JsonTask[];
}

/** The reading in the form of the contract, keys in a fixed order. */
export function toJson(reading: Reading, file: string): JsonReading {
  return {
    file,
    reader: reading.reader,
    document: reading.document,
    targets: reading.targets.map(toMeasurement),
    results: reading.results.map(toMeasurement),
    tasks: reading.tasks.map(toTask),
    citations: reading.citations,
    reporting: reading.reporting,
    unread: reading.unread,
    issues: reading.issues,
    outline: reading.outline,
    sentences: reading.sentences,
  };
}

/** The text of one document's object, or of an array of them, ending with a line break. */
export function writeJson(value: JsonReading | readonly JsonReading[]): string {
  return `${print(value, '').text}\n`;
}

const names = (mentions: readonly AgencyMention[]) => mentions.map((mention) => mention.name);

function toMeasurement(measurement: Measurement): JsonMeasurement {
  const { lead, ...rest } = measurement;
  return { ...rest, lead: names(lead), leadAgencies: lead };
}

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
