/** Checks of numbering: labels of the outline, numbers `(1)`, `(2)` inside paragraphs, counts that a heading states. */
import type { Issue } from '#base/issue.ts';
import type { Span } from '#base/span.ts';
import type { StatedCount } from './checks-values.ts';
import type { OutlineNode } from './model.ts';

/** The letters of lists in their order; f, j, w, z are not used. */
const LETTERS = [...'abcdđeghiklmnopqrstuvxy'];
const ROMAN = /^[IVX]+$/;
/** A gap wider than this is another list, not a slip. */
const WIDEST_GAP = 3;

/** A label as a place in a series: `3.10` is the tenth of the series `3.`, `đ` the fifth letter. */
interface Ordinal {
  readonly series: string;
  readonly at: number;
}

/** What the check needs of a node. */
export type Labelled = Pick<OutlineNode, 'label' | 'span' | 'kind'> & { readonly children: readonly Labelled[] };

/**
 * Labels that are skipped or used twice among neighbours: `1, 2, 4`; `a, b, b`. A list that leaves out `đ` only (a common
 * habit) is a note. A series that starts again at its beginning is a new list.
 *
 * A label that stands at the head of a line of `source` between the two was only not taken for a heading: no gap.
 *
 * Reports `I, II, IV`; not `1, 2, 3, 1, 2` and not bullets.
 */
export function checkNumbering(nodes: readonly Labelled[], source: string): Issue[] {
  const issues: Issue[] = [];
  const pending: (readonly Labelled[])[] = [nodes];
  for (let siblings = pending.pop(); siblings; siblings = pending.pop()) {
    const last = new Map<string, Ordinal & { label: string; end: number }>();
    for (const node of siblings) {
      if (node.children.length > 0) pending.push(node.children);
      const ordinal = node.label === null ? null : ordinalOf(node.label);
      if (!ordinal || node.label === null) continue;
      const before = last.get(ordinal.series);
      last.set(ordinal.series, { ...ordinal, label: node.label, end: node.span.end });
      if (!before) continue;
      const step = ordinal.at - before.at;
      if (step === 0) issues.push(repeated(node.label, headOf(node)));
      else if (step > 1 && step <= WIDEST_GAP + 1) {
        const between = source.slice(before.end, node.span.start);
        if (skippedLabels(ordinal, before.at).some((label) => headsLine(label, between))) continue;
        issues.push(gap(ordinal, before.at, before.label, node.label, headOf(node)));
      }
    }
  }
  return issues;
}

/** The first stretch of a node: its label is there. */
function headOf(node: Labelled): Span {
  return { start: node.span.start, end: Math.min(node.span.end, node.span.start + (node.label?.length ?? 0) + 2) };
}

function ordinalOf(label: string): Ordinal | null {
  const named = /^(\p{L}+) (\d+|[IVX]+)$/u.exec(label);
  if (named) {
    const inner = ordinalOf(named[2] as string);
    return inner && { series: `${(named[1] as string).toLowerCase()} ${inner.series}`, at: inner.at };
  }
  if (ROMAN.test(label)) return { series: 'I', at: romanValue(label) };
  const number = /^((?:\d+\.)*)(\d{1,3})$/.exec(label);
  if (number) return { series: number[1] as string, at: Number(number[2]) };
  const letter = LETTERS.indexOf(label);
  return letter >= 0 ? { series: 'a', at: letter + 1 } : null;
}

function romanValue(label: string): number {
  let value = 0;
  for (let i = 0; i < label.length; i++) {
    const own = digit(label[i]);
    value += own < digit(label[i + 1]) ? -own : own;
  }
  return value;
}

function digit(letter: string | undefined): number {
  return letter === 'X' ? 10 : letter === 'V' ? 5 : letter === 'I' ? 1 : 0;
}

function repeated(label: string, span: Span): Issue {
  return {
    severity: 'warning',
    code: 'numbering-repeat',
    span,
    message: `Số thứ tự “${label}” được dùng hai lần liền nhau.`,
    messageEn: `The number “${label}” is used twice in a row.`,
  };
}

function gap(ordinal: Ordinal, from: number, before: string, label: string, span: Span): Issue {
  const skipped = skippedLabels(ordinal, from);
  if (ordinal.series === 'a' && skipped.length === 1 && skipped[0] === 'đ') {
    return {
      severity: 'info',
      code: 'letter-skipped',
      span,
      message: 'Sau điểm d là điểm e, không có điểm đ.',
      messageEn: 'Point e follows point d; there is no point đ.',
    };
  }
  const list = skipped.join(', ');
  return {
    severity: 'warning',
    code: 'numbering-gap',
    span,
    message: `Số thứ tự không liên tục: sau “${before}” là “${label}”, thiếu ${list}.`,
    messageEn: `The numbering has a gap: “${before}” is followed by “${label}”, ${list} missing.`,
  };
}

function skippedLabels(ordinal: Ordinal, from: number): string[] {
  const skipped: string[] = [];
  for (let at = from + 1; at < ordinal.at; at++) skipped.push(nameOf(ordinal, at));
  return skipped;
}

/** True when some line of the text begins with the label, whatever marks stand before it. */
function headsLine(label: string, text: string): boolean {
  const escaped = label.replace(/[.]/g, '\\.');
  return new RegExp(`^[^\\p{L}\\d\\n]*(?:\\p{L}+ )?${escaped}(?![\\p{L}\\d])`, 'mu').test(text);
}

const ROMANS = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

function nameOf({ series }: Ordinal, at: number): string {
  if (series === 'a') return LETTERS[at - 1] ?? '';
  if (series.endsWith('I')) return at < ROMANS.length ? (ROMANS[at] as string) : `X${ROMANS[at - 10] ?? ''}`;
  return series.endsWith('.') ? `${series}${at}` : String(at);
}

/** A number `(n)` that heads an item inside a paragraph. */
export interface ListNumber {
  readonly number: number;
  readonly span: Span;
}

/** Before it a line, a stop, a colon or a comma; after it the item. `Việt Trì (12), …` counts something and is none. */
const LIST_NUMBER = /(?:^|[.;:,\n\t])[^\S\n]*\((\d{1,2})(?:\)|(?= \p{Lu}))/gmu;

/** The numbers `(1)`, `(2)` … of items inside the text; a lost closing bracket is forgiven. */
export function listNumbers(text: string): ListNumber[] {
  return [...text.matchAll(LIST_NUMBER)].map((match) => {
    const end = match.index + match[0].length;
    return { number: Number(match[1]), span: { start: match.index + match[0].lastIndexOf('('), end } };
  });
}

/**
 * Gaps in a series of numbers inside the text that began with (1): `(1) … (2) … (4) …`. Not `(3) … (4) …` without a
 * beginning, not numbers in brackets that are something else.
 */
export function checkListNumbers(numbers: readonly ListNumber[]): Issue[] {
  const issues: Issue[] = [];
  let before = 0;
  for (const { number, span } of numbers) {
    if (number === 1) before = 1;
    else if (number === before + 1) before = number;
    else if (before >= 2 && number > before && number <= before + 1 + WIDEST_GAP) {
      issues.push(gap({ series: '', at: number }, before, `(${before})`, `(${number})`, span));
      before = number;
    }
  }
  return issues;
}

/**
 * `28 chỉ tiêu`, `05 nhiệm vụ` in the heading of a part, and the items under it. Only where the items carry numbers: a
 * series from (1) inside the text under it, or numbered children.
 */
export function findStatedCounts(
  nodes: readonly OutlineNode[],
  source: string,
  numbers: readonly ListNumber[],
): StatedCount[] {
  const counts: StatedCount[] = [];
  const visit = (list: readonly OutlineNode[]) => {
    for (const node of list) {
      visit(node.children);
      if (node.kind === 'bullet' || node.kind === 'row' || node.kind === 'footnote' || node.children.length === 0)
        continue;
      const head = source.slice(node.textSpan.start, Math.min(node.textSpan.end, node.textSpan.start + 200));
      const found = STATED.exec(head);
      if (!found) continue;
      const listed = itemsUnder(node, numbers);
      if (listed === null) continue;
      const start = node.textSpan.start + found.index;
      counts.push({
        span: { start, end: start + found[0].length },
        stated: Number(found[1]),
        listed,
        noun: (found[2] as string).replace(/\s+/g, ' ').toLowerCase(),
      });
    }
  };
  visit(nodes);
  return counts;
}

const STATED =
  /(?<![\d/.,])(\d{1,2})\s+((?:nhóm\s+)?(?:chỉ tiêu|nhiệm vụ|giải pháp|mục tiêu|nội dung|khâu đột phá))(?!\p{L})/iu;

function itemsUnder(node: OutlineNode, numbers: readonly ListNumber[]): number | null {
  const numbered = node.children.filter((child) => child.label !== null && /^(?:\d+\.)*\d+$/.test(child.label));
  if (numbered.length >= 2) return numbered.length;
  const lettered = node.children.filter((child) => child.label !== null && LETTERS.includes(child.label));
  if (lettered.length >= 2) {
    const inEach = lettered.map((child) => itemsUnder(child, numbers));
    return inEach.includes(null) ? null : inEach.reduce<number>((total, items) => total + (items ?? 0), 0);
  }
  const end = lastEnd(node);
  const inside = numbers.filter(({ span }) => span.start >= node.span.start && span.end <= end);
  if (inside.length < 3 || inside[0]?.number !== 1 || inside.filter(({ number }) => number === 1).length > 1)
    return null;
  return Math.max(...inside.map(({ number }) => number));
}

function lastEnd(node: OutlineNode): number {
  let last = node;
  for (let child = last.children.at(-1); child; child = last.children.at(-1)) last = child;
  return last.span.end;
}
