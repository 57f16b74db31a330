/** The committed table of scores: docs/benchmarks/reading.md holds it as a table for people and as JSON for `npm run score`. */

export interface Score {
  readonly f1: number;
  readonly right?: number;
  readonly extra?: number;
  readonly missed?: number;
}

/** The scores of one set of documents. */
export interface Scores {
  readonly overall: number;
  readonly categories: Readonly<Record<string, Score>>;
  /** Overall score of each document. */
  readonly documents: Readonly<Record<string, number>>;
}

/** The categories whose mean is the overall score, with their names for people. */
export const HEADLINE: readonly (readonly [string, string])[] = [
  ['targets.strict', 'targets, every field right'],
  ['results.strict', 'results, every field right'],
  ['tasks.found', 'tasks found'],
  ['tasks.lead', 'lead agencies'],
  ['tasks.support', 'supporting agencies'],
  ['tasks.deadlines', 'deadlines'],
  ['citations.found', 'citations'],
  ['reporting.found', 'reporting duties'],
  ['document', 'header fields'],
];

const BEGIN = '<!-- scores: written by `npm run score -- --write` -->';
const END = '<!-- end of scores -->';

/** The scores in the page, by set; empty while none are written. */
export function readCommitted(page: string): Record<string, Scores> {
  const json = /```json\n([\s\S]*?)\n```/.exec(between(page))?.[1];
  return json ? (JSON.parse(json) as Record<string, Scores>) : {};
}

/** The page with these scores in place of the old. */
export function writeCommitted(page: string, scores: Readonly<Record<string, Scores>>): string {
  const [before, after] = [page.slice(0, page.indexOf(BEGIN)), page.slice(page.indexOf(END))];
  const sets = Object.entries(scores);
  const row = (name: string, cells: readonly string[]) => `| ${name} | ${cells.join(' | ')} |`;
  const found = sets.flatMap(([set, s]) =>
    Object.entries(s.documents).map(([doc, f1]) => row(`${set} ${doc}`, [show(f1)])),
  );
  const lines = [
    row(
      'Category',
      sets.map(([name]) => name),
    ),
    row(
      '---',
      sets.map(() => '---:'),
    ),
    ...HEADLINE.map(([key, label]) =>
      row(
        label,
        sets.map(([, s]) => describe(s.categories[key])),
      ),
    ),
    row(
      '**overall**',
      sets.map(([, s]) => `**${show(s.overall)}**`),
    ),
    '',
    '| Document | overall |',
    '| --- | ---: |',
    ...found,
    '',
    '```json',
    JSON.stringify(rounded(scores), null, 1),
    '```',
  ];
  return `${before}${BEGIN}\n${lines.join('\n')}\n${after}`;
}

/** The new scores beside the committed ones, one line a category. */
export function compareScores(before: Scores | undefined, now: Scores): string {
  const line = (label: string, f1: number | undefined, old: number | undefined, detail: string) =>
    `  ${label.padEnd(28)} ${f1 === undefined ? '    –' : show(f1)}  ${change(f1, old).padEnd(8)} ${detail}`.trimEnd();
  const headline = HEADLINE.map(([key, label]) => {
    const score = now.categories[key];
    const old = before?.categories[key];
    return line(label, score?.f1, old?.f1, counts(score, old));
  });
  const documents = Object.entries(now.documents).map(([doc, f1]) => line(`  ${doc}`, f1, before?.documents[doc], ''));
  return [...headline, line('overall', now.overall, before?.overall, ''), ...documents].join('\n');
}

function counts(now: Score | undefined, before: Score | undefined): string {
  if (now?.right === undefined) return '';
  const moved =
    before?.right === undefined ? '' : `  (gained ${now.right - before.right})`.replace('gained -', 'lost ');
  return `right ${now.right}, extra ${now.extra}, missed ${now.missed}${moved}`;
}

function change(now: number | undefined, before: number | undefined): string {
  if (now === undefined || before === undefined) return '';
  const by = now - before;
  if (Math.abs(by) < 0.0005) return '=';
  return `${by > 0 ? '▲' : '▼'} ${Math.abs(by).toFixed(3)}`;
}

function describe(score: Score | undefined): string {
  return score === undefined ? '–' : show(score.f1);
}

function show(f1: number): string {
  return f1.toFixed(3);
}

function rounded(scores: Readonly<Record<string, Scores>>): unknown {
  return JSON.parse(
    JSON.stringify(scores, (_, value) => (typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value)),
  );
}

function between(page: string): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`no place for the scores: ${BEGIN} … ${END}`);
  return page.slice(begin, end);
}
