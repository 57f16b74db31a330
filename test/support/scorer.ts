/**
 * How well a reading agrees with an annotation: F1 per category, pooled over documents.
 * The rules of agreement are those of docs/annotation.md, "How agreement is measured".
 */
import { overlaps, type Span } from '#base/span.ts';
import type { DocumentField, Measurement, Reading } from '#reading/model.ts';

/** An annotated document as it stands in `test/gold/`. */
export interface Gold {
  readonly file: string;
  readonly document: Readonly<Partial<Record<DocumentField, string | number | null>>>;
  readonly targets: readonly GoldMeasurement[];
  readonly results: readonly GoldMeasurement[];
  readonly tasks: readonly GoldTask[];
  readonly citations: readonly GoldCitation[];
  readonly reporting: readonly GoldReporting[];
}

interface Quoted {
  readonly quote: string;
  readonly nth?: number;
}

interface GoldMeasurement extends Quoted {
  readonly value: string;
  readonly number: number;
  readonly numberMax?: number;
  readonly unit: string | null;
  readonly indicator: string;
  readonly measure: string;
  readonly comparator: string;
  readonly year: number | null;
}

interface GoldTask extends Quoted {
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly deadlines: readonly (Quoted & { readonly due: string })[];
}

interface GoldCitation extends Quoted {
  readonly type: string;
  readonly symbol: string | null;
  readonly date: string | null;
}

interface GoldReporting extends Quoted {
  readonly cadence: string;
  readonly due: string | null;
}

export const CATEGORIES = [
  'targets',
  'results',
  'tasks',
  'lead',
  'support',
  'deadlines',
  'citations',
  'reporting',
  'document',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** Items right, said but not annotated, annotated but not said. */
export interface Count {
  right: number;
  extra: number;
  missed: number;
}

export type Counts = Record<Category, Count>;

export function emptyCounts(): Counts {
  return Object.fromEntries(CATEGORIES.map((name) => [name, { right: 0, extra: 0, missed: 0 }])) as Counts;
}

/** F1 of a category; 1 when there is nothing to find and nothing was said. */
export function computeF1({ right, extra, missed }: Count): number {
  const all = 2 * right + extra + missed;
  return all === 0 ? 1 : (2 * right) / all;
}

/** Adds the agreement of one reading with its annotation to `counts`. */
export function countAgreement(counts: Counts, text: string, gold: Gold, reading: Reading): void {
  for (const list of ['targets', 'results'] as const) {
    const wanted = gold[list].map((g) => ({ ...g, place: locateValue(text, g) }));
    const { pairs } = match(wanted, reading[list], (g, m) => overlaps(g.place, m.valueSpan));
    const right = pairs.filter(([g, m]) => sameMeasurement(g, m)).length;
    add(counts[list], right, reading[list].length - right, wanted.length - right);
  }
  countTasks(counts, text, gold, reading);
  const cited = match(
    gold.citations,
    reading.citations,
    (g, c) =>
      overlaps(locate(text, g), c.span) &&
      letters(g.symbol) === letters(c.symbol) &&
      g.date === c.date &&
      letters(g.type) === letters(c.type),
  );
  addMatch(counts.citations, cited);
  const reported = match(
    gold.reporting,
    reading.reporting,
    (g, r) => overlaps(locate(text, g), r.span) && g.cadence === r.cadence && g.due === r.due,
  );
  addMatch(counts.reporting, reported);
  for (const field of HEADER) {
    const agree = sameHeader(field, gold.document[field] ?? null, reading.document[field]);
    // A field is right or wrong, never extra: half an error on each side makes the F1 the share of right fields.
    add(counts.document, agree ? 1 : 0, agree ? 0 : 1, agree ? 0 : 1);
  }
}

const HEADER: readonly DocumentField[] = [
  'type',
  'symbol',
  'issuer',
  'province',
  'place',
  'date',
  'title',
  'planYear',
  'signer',
  'signerTitle',
];

function countTasks(counts: Counts, text: string, gold: Gold, reading: Reading): void {
  const tasks = match(gold.tasks, reading.tasks, (g, t) => Math.abs(locate(text, g).start - t.span.start) <= 12);
  addMatch(counts.tasks, tasks);
  for (const [g, t] of tasks.pairs) {
    for (const role of ['lead', 'support'] as const) {
      addMatch(
        counts[role],
        match(g[role], t[role], (name, agency) => sharedWords(name, agency.name) >= 0.85),
      );
    }
    const days = match(g.deadlines, t.deadlines, (a, b) => a.due === b.due && overlaps(locate(text, a), b.span));
    addMatch(counts.deadlines, days);
  }
  for (const role of ['lead', 'support', 'deadlines'] as const) {
    for (const g of tasks.missed) counts[role].missed += g[role].length;
    for (const t of tasks.extra) counts[role].extra += t[role].length;
  }
}

function sameMeasurement(g: GoldMeasurement, m: Measurement): boolean {
  return (
    g.number === m.number &&
    g.numberMax === m.numberMax &&
    unitKey(g.unit) === unitKey(m.unit) &&
    g.measure === m.measure &&
    g.comparator === m.comparator &&
    g.year === m.year &&
    sharedWords(g.indicator, m.indicator) >= 0.75
  );
}

function sameHeader(field: DocumentField, wanted: string | number | null, said: string | number | null): boolean {
  if (typeof wanted !== 'string' || typeof said !== 'string' || field === 'date') return wanted === said;
  return field === 'symbol' ? letters(wanted) === letters(said) : sharedWords(wanted, said) >= 0.75;
}

/** Pairs one to one, each wanted item with the first free item that agrees. */
function match<A, B>(wanted: readonly A[], said: readonly B[], agree: (a: A, b: B) => boolean) {
  const free = new Set(said);
  const pairs: [A, B][] = [];
  const missed: A[] = [];
  for (const a of wanted) {
    const b = [...free].find((candidate) => agree(a, candidate));
    if (b === undefined) missed.push(a);
    else {
      free.delete(b);
      pairs.push([a, b]);
    }
  }
  return { pairs, missed, extra: [...free] };
}

function add(count: Count, right: number, extra: number, missed: number): void {
  count.right += right;
  count.extra += extra;
  count.missed += missed;
}

function addMatch(count: Count, { pairs, extra, missed }: ReturnType<typeof match>): void {
  add(count, pairs.length, extra.length, missed.length);
}

/** Where the quote stands; an annotation whose quote is not in the text is a mistake of ours. */
export function locate(text: string, { quote, nth = 1 }: Quoted): Span {
  let start = -1;
  for (let i = 0; i < nth; i++) start = text.indexOf(quote, start + 1);
  if (start < 0) throw new Error(`not in the text: ${quote}`);
  return { start, end: start + quote.length };
}

function locateValue(text: string, g: GoldMeasurement): Span {
  const start = locate(text, g).start + g.quote.indexOf(g.value);
  return { start, end: start + g.value.length };
}

/** Words in lower case, without punctuation, the tone at the end of the word: `hoà` and `hòa` are one. */
function words(text: string | null): string[] {
  return (text ?? '')
    .normalize('NFD')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}%/+&]+/u)
    .filter((word) => word !== '')
    .map(
      (word) =>
        word.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '') +
        (/[\u0300\u0301\u0303\u0309\u0323]/.exec(word)?.[0] ?? ''),
    );
}

function letters(text: string | null): string {
  return words(text).join('');
}

/** `đô la Mỹ` is `USD`; spaces around the stroke don't count. */
function unitKey(unit: string | null): string {
  const plain = (unit ?? '').normalize('NFC').toLowerCase();
  return words(plain.replace(/đô la( mỹ)?/g, 'usd').replace(/\s*\/\s*/g, '/')).join(' ');
}

/** Twice the shared words over all words: 1 when both have the same words. */
function sharedWords(a: string, b: string): number {
  const [x, y] = [words(a), words(b)];
  if (x.length + y.length === 0) return 1;
  const rest = [...y];
  const shared = x.filter((word) => {
    const at = rest.indexOf(word);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return (2 * shared.length) / (x.length + y.length);
}
