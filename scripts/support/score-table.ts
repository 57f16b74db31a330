/** The committed table of scores: docs/benchmarks/reading.md holds it as a table for people and as JSON for `npm run score`. */
import { readMarked, writeMarked } from './marked.ts';

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

export type Language = 'en' | 'vi';

/** The categories whose mean is the overall score, with their names for people. */
const HEADLINE: readonly { readonly key: string; readonly en: string; readonly vi: string }[] = [
  { key: 'targets.strict', en: 'targets, every field right', vi: 'chỉ tiêu, đúng mọi trường' },
  { key: 'results.strict', en: 'results, every field right', vi: 'kết quả, đúng mọi trường' },
  { key: 'tasks.found', en: 'tasks found', vi: 'nhiệm vụ' },
  { key: 'tasks.lead', en: 'lead agencies', vi: 'cơ quan chủ trì' },
  { key: 'tasks.support', en: 'supporting agencies', vi: 'cơ quan phối hợp' },
  { key: 'tasks.deadlines', en: 'deadlines', vi: 'thời hạn' },
  { key: 'citations.found', en: 'citations', vi: 'văn bản viện dẫn' },
  { key: 'reporting.found', en: 'reporting duties', vi: 'chế độ báo cáo' },
  { key: 'document', en: 'header fields', vi: 'thể thức văn bản' },
];

const WORDS = {
  en: { category: 'F1', overall: 'overall', samples: 'the five samples', corpus: 'eight other documents' },
  vi: { category: 'F1', overall: 'chung', samples: 'năm văn bản mẫu', corpus: 'tám văn bản khác' },
} as const;

/** The scores in the page, by set; empty while none are written. */
export function readCommitted(page: string): Record<string, Scores> {
  const json = /```json\n([\s\S]*?)\n```/.exec(readMarked(page, 'scores'))?.[1];
  return json ? (JSON.parse(json) as Record<string, Scores>) : {};
}

/** The page with these scores in place of the old. */
export function writeCommitted(page: string, scores: Readonly<Record<string, Scores>>): string {
  const documents = Object.entries(scores).flatMap(([set, s]) =>
    Object.entries(s.documents).map(([doc, f1]) => `| ${set} ${doc} | ${show(f1)} |`),
  );
  const lines = [
    writeSummary(scores, 'en'),
    '',
    '| Document | overall |',
    '| --- | ---: |',
    ...documents,
    '',
    '```json',
    JSON.stringify(rounded(scores), null, 1),
    '```',
  ];
  return writeMarked(page, 'scores', lines.join('\n'));
}

/** The scores by category, a column a set. */
export function writeSummary(scores: Readonly<Record<string, Scores>>, language: Language): string {
  const words = WORDS[language];
  const sets = Object.entries(scores);
  const row = (name: string, cells: readonly string[]) => `| ${[name, ...cells].join(' | ')} |`;
  const printed = (f1: number | undefined) =>
    f1 === undefined ? '–' : language === 'vi' ? show(f1).replace('.', ',') : show(f1);
  return [
    row(
      words.category,
      sets.map(([name]) => (name in words ? words[name as 'samples' | 'corpus'] : name)),
    ),
    row(
      '---',
      sets.map(() => '---:'),
    ),
    ...HEADLINE.map((category) =>
      row(
        category[language],
        sets.map(([, s]) => printed(s.categories[category.key]?.f1)),
      ),
    ),
    row(
      `**${words.overall}**`,
      sets.map(([, s]) => `**${printed(s.overall)}**`),
    ),
  ].join('\n');
}

/** The new scores beside the committed ones, one line a category. */
export function compareScores(before: Scores | undefined, now: Scores): string {
  const line = (label: string, f1: number | undefined, old: number | undefined, detail: string) =>
    `  ${label.padEnd(28)} ${f1 === undefined ? '    –' : show(f1)}  ${change(f1, old).padEnd(8)} ${detail}`.trimEnd();
  const headline = HEADLINE.map(({ key, en: label }) => {
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

function show(f1: number): string {
  return f1.toFixed(3);
}

function rounded(scores: Readonly<Record<string, Scores>>): unknown {
  return JSON.parse(
    JSON.stringify(scores, (_, value) => (typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value)),
  );
}
