/** Rows of parts while they are typed (phân rã): lines pasted, time divided, doers chosen. */
import { divideTime, formatPeriod, readPeriod } from '#delivery/period.ts';
import type { Answer } from '../../api/client.ts';
import { type Day, parseTypedDay } from '../../format/date.ts';
import type { Option } from '../../ui/combobox.tsx';

export type PartsAnswer = Answer<'GET /tasks/:id/parts'>;
export type Part = PartsAnswer['items'][number];

export interface Row {
  readonly key: string;
  readonly text: string;
  readonly period: string | null;
  readonly dueOn: Day | null;
  /** `o:<id>` a body, `p:<id>` a post; null: the agency itself. */
  readonly doer: string | null;
}

let made = 0;
export function newRow(given: Partial<Row> = {}): Row {
  made += 1;
  return { text: '', period: null, dueOn: null, doer: null, ...given, key: `r${made}` };
}

/** Numbers and marks that a list begins its lines with. */
const MARK = /^\s*(?:[-–+•*]\s*|\(?\d{1,3}(?:\.\d{1,3}){0,3}[.)]\s*|\(?[a-zđ][.)]\s+)/i;

/**
 * Lines of a list, or rows of a table with tabs (phần việc, kỳ or thời hạn): one part each. A single line is none: it is
 * pasted as text.
 */
export function pastedRows(pasted: string, year: number): Row[] {
  const lines = pasted
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '');
  if (lines.length < 2 && !/\t/.test(pasted.trim())) return [];
  return lines.flatMap((line) => {
    const cells = line.split('\t').map((cell) => cell.trim());
    // A first column of numbers numbers the lines.
    const words = /^\d{1,3}(?:\.\d{1,3})*\.?$/.test(cells[0] ?? '') ? cells.slice(1) : cells;
    const text = (words[0] ?? '').replace(MARK, '').trim();
    if (text === '') return [];
    let period: string | null = null;
    let dueOn: Day | null = null;
    for (const cell of words.slice(1)) {
      dueOn ??= parseTypedDay(cell);
      period ??= readPeriod(cell, year);
    }
    return [newRow({ text, period, dueOn })];
  });
}

/** Puts rows in the place of an empty one, else behind it. */
export function insertRows(rows: readonly Row[], at: number, more: readonly Row[]): Row[] {
  const row = rows[at];
  const empty = row !== undefined && row.text.trim() === '';
  return [...rows.slice(0, empty ? at : at + 1), ...more, ...rows.slice(at + 1)];
}

/**
 * Chia đều: with one row or none, a row for each quarter or month; with several, they are spread over the time in their
 * order. Words stay as they are.
 */
export function spread(rows: readonly Row[], from: Day, to: Day, kind: 'quarter' | 'month'): Row[] {
  const slots = divideTime(from, to, kind);
  const written = rows.filter((row) => row.text.trim() !== '');
  if (slots.length === 0) return [...rows];
  if (written.length <= 1) {
    const [one] = written;
    return slots.map((slot) => newRow({ text: one?.text ?? '', doer: one?.doer ?? null, ...slot }));
  }
  return written.map((row, i) => {
    const slot = slots[Math.min(slots.length - 1, Math.floor((i * slots.length) / written.length))];
    return { ...row, ...slot };
  });
}

/** Year, quarters and months that a part may belong to. */
export function periodOptions(yearFrom: number, yearTo: number): Option[] {
  const found: string[] = [];
  for (let year = yearFrom; year <= yearTo; year++) {
    found.push(String(year));
    for (let quarter = 1; quarter <= 4; quarter++) found.push(`${year}-Q${quarter}`);
    for (let month = 1; month <= 12; month++) found.push(`${year}-${String(month).padStart(2, '0')}`);
  }
  return found.map((value) => ({ value, label: formatPeriod(value) }));
}

export function doerOptions({ bodies, posts }: Pick<PartsAnswer, 'bodies' | 'posts'>): Option[] {
  const names = new Map(bodies.map((body) => [body.id, body.name]));
  return [
    ...bodies.map((body) => ({
      value: `o:${body.id}`,
      label: body.name,
      hint: body.level === 0 ? 'Cơ quan' : 'Đơn vị trực thuộc',
    })),
    ...posts
      .filter((post) => post.holder !== null)
      .map((post) => ({
        value: `p:${post.id}`,
        label: post.holder ?? post.title,
        hint: `${post.title}, ${names.get(post.organisationId) ?? ''}`,
      })),
  ];
}

/** What is sent for the doer. */
export function doerOf(doer: string | null): { organisationId: string | null; postId: string | null } {
  if (doer === null) return { organisationId: null, postId: null };
  const id = doer.slice(2);
  return doer.startsWith('p:') ? { organisationId: null, postId: id } : { organisationId: id, postId: null };
}
