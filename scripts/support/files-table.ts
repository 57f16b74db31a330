/** The tables of `npm run score:files`, for the terminal and for docs/benchmarks/files.md. */
import type { DigitCount } from './digits.ts';
import type { Scored } from './scorer.ts';

const ROWS: readonly (readonly [string, string])[] = [
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

export interface KindScore {
  readonly name: string;
  /** How much the overall score may lie below that of the plain text; null for the plain text itself. */
  readonly goal: number | null;
  readonly scored: Scored;
  /** Overall score of each document. */
  readonly documents: ReadonlyMap<string, number>;
}

/** Categories down, kinds of file across; the first kind is what the others are held against. */
export function scoreTable(kinds: readonly KindScore[]): string[] {
  const [base] = kinds;
  const overall = (kind: KindScore | undefined) => kind?.scored.scores.overall ?? 0;
  const documents = [...(base?.documents.keys() ?? [])];
  return [
    row(['F1', ...kinds.map((kind) => kind.name)]),
    row(['---', ...kinds.map(() => '---:')]),
    ...ROWS.map(([key, name]) => row([name, ...kinds.map((kind) => show(kind.scored.scores[key]))])),
    row(['**overall**', ...kinds.map((kind) => `**${show(overall(kind))}**`)]),
    row(['below the plain text', ...kinds.map((kind) => (kind === base ? '' : below(overall(base) - overall(kind))))]),
    row(['goal', ...kinds.map((kind) => judge(kind, overall(base) - overall(kind)))]),
    ...documents.map((name) => row([`sample ${name}`, ...kinds.map((kind) => show(kind.documents.get(name)))])),
  ];
}

function judge(kind: KindScore, difference: number): string {
  if (kind.goal === null) return '';
  return `≤ ${kind.goal}: ${difference <= kind.goal + 1e-9 ? 'met' : '**not met**'}`;
}

function below(difference: number): string {
  return Math.abs(difference) < 0.0005 ? '0.000' : difference.toFixed(3).replace('-', '−');
}

/** The digits of scans, a line a sample. */
export function digitTable(lines: readonly (readonly [string, DigitCount])[]): string[] {
  return [
    row([
      'Sample',
      'wrong letters (CER)',
      'digits',
      'wrong digits',
      'of these marked',
      'digits where none are',
      'of these marked',
      'wrong and used in the reading',
      'of these marked *check*',
      'right numbers marked needlessly',
    ]),
    row(['---', '---:', '---:', '---:', '---:', '---:', '---:', '---:', '---:', '---:']),
    ...lines.map(([name, count]) => {
      const wrong = count.replaced + count.missing + count.added;
      return row([
        name,
        percent(count.edits, count.characters, 2),
        String(count.digits),
        `${wrong}${wrong > 0 ? ` (${count.replaced} other, ${count.missing} missing, ${count.added} added)` : ''}`,
        wrong > 0 ? `${count.doubted} (${percent(count.doubted, wrong)})` : '–',
        String(count.stray),
        count.stray > 0 ? `${count.strayDoubted} (${percent(count.strayDoubted, count.stray)})` : '–',
        String(count.wrongInReading),
        count.wrongInReading > 0 ? `${count.wrongMarked} (${percent(count.wrongMarked, count.wrongInReading)})` : '–',
        `${count.rightButDoubted} of ${count.rightNumbers} (${percent(count.rightButDoubted, count.rightNumbers)})`,
      ]);
    }),
  ];
}

function percent(part: number, whole: number, places = 0): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(places)} %`;
}

function show(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : value.toFixed(3);
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
