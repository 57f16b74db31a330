/**
 * Consistency of documents (đối chiếu văn bản, DOMAIN §8): what one document says against itself and against the one that
 * it carries out. Each finding has the sentence of each side; which side is right is for a person to say.
 */

import { compare, parsePlain } from '#base/decimal.ts';
import { bare } from '#base/fold.ts';
import { unitKey } from '#catalogue/units.ts';
import { amount, decimalText, phrase, yearText } from './consistency-words.ts';

/** A stretch of a document. */
export interface Passage {
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

export interface CheckedTarget extends Passage {
  readonly name: string;
  /** Indicator of the catalogue, when the match is sure. */
  readonly code: string | null;
  /** Exact plain decimals. */
  readonly value: string;
  readonly valueMax: string | null;
  readonly unit: string | null;
  readonly year: number | null;
  readonly measure: string;
  readonly comparator: string;
  /** True for a part of another target. */
  readonly part: boolean;
}

export interface CheckedTask extends Passage {
  readonly leads: readonly string[];
  readonly dues: readonly string[];
}

/** Something that the reading itself found within one document: shares that don't sum up, counts that don't match. */
export interface CheckedIssue extends Passage {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

export interface CheckedDocument {
  readonly id: string;
  /** `Nghị quyết 01-NQ/TU`. */
  readonly label: string;
  readonly planYear: number | null;
  readonly targets: readonly CheckedTarget[];
  readonly tasks: readonly CheckedTask[];
  readonly issues: readonly CheckedIssue[];
}

export const FINDING_KINDS = [
  'value-differs',
  'unit-differs',
  'target-missing',
  'two-values',
  'task-without-lead',
  'task-without-deadline',
  'shares-not-100',
  'count-differs',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export interface Finding {
  readonly kind: FindingKind;
  /** One sentence. */
  readonly vi: string;
  readonly en: string;
  readonly left: Passage;
  /** The other side; null when something is missing there, with the document it is missing in. */
  readonly right: Passage | null;
  readonly missingIn: string | null;
}

/** Issues of the reading that are findings here. */
const OF_READING: Readonly<Record<string, FindingKind>> = {
  'shares-not-100': 'shares-not-100',
  'count-differs': 'count-differs',
  'count-above-whole': 'count-differs',
};

/** What one document says against itself. */
export function checkWithin(document: CheckedDocument): Finding[] {
  const findings: Finding[] = [];
  const known = new Map<string, CheckedTarget>();
  for (const target of document.targets) {
    const key = sameKey(target, document.planYear);
    const other = known.get(key);
    if (!other) known.set(key, target);
    else if (unitOf(other) === unitOf(target) && !sameValue(other, target)) {
      findings.push(
        twoSided('two-values', other, target, {
          vi: `“${target.name}” có hai giá trị: ${amount(other)} và ${amount(target)}.`,
          en: `“${target.name}” has two values: ${amount(other)} and ${amount(target)}.`,
        }),
      );
    }
  }
  for (const task of document.tasks) {
    if (task.leads.length === 0) findings.push(oneSided('task-without-lead', task, NO_LEAD));
    if (task.dues.length === 0) findings.push(oneSided('task-without-deadline', task, NO_DEADLINE));
  }
  for (const issue of document.issues) {
    const kind = OF_READING[issue.code];
    if (kind) findings.push(oneSided(kind, issue, issue));
  }
  return findings;
}

const NO_LEAD = {
  vi: 'Nhiệm vụ chưa nêu cơ quan chủ trì.',
  en: 'The task names no lead agency.',
};
const NO_DEADLINE = { vi: 'Nhiệm vụ chưa nêu thời hạn.', en: 'The task names no deadline.' };

/** A document that repeats fewer of the targets than this does not set out to carry them all; what it leaves out is no finding. */
const CARRIES = 1 / 3;

/** What `below` says against `above`, which it carries out. */
export function checkBetween(above: CheckedDocument, below: CheckedDocument): Finding[] {
  const findings: Finding[] = [];
  const missing: CheckedTarget[] = [];
  let met = 0;
  const pairs = pairTargets(above, below);
  for (const target of above.targets) {
    const other = pairs.get(target);
    if (!other) {
      if (!target.part) missing.push(target);
      continue;
    }
    met++;
    if (unitOf(target) !== unitOf(other)) {
      findings.push(
        twoSided('unit-differs', target, other, {
          vi: `“${target.name}”: ${above.label} ghi ${amount(target)}, ${below.label} ghi ${amount(other)} – khác đơn vị tính.`,
          en: `“${target.name}”: ${above.label} says ${amount(target)}, ${below.label} says ${amount(other)}: another unit.`,
        }),
      );
    } else if (!sameValue(target, other)) {
      findings.push(
        twoSided('value-differs', target, other, {
          vi: `“${target.name}”${yearText(target)}: ${above.label} ghi ${phrase(target)}, ${below.label} ghi ${phrase(other)}.`,
          en: `“${target.name}”: ${above.label} says ${decimalText(target)}, ${below.label} says ${decimalText(other)}.`,
        }),
      );
    }
  }
  if (met > 0 && met >= above.targets.length * CARRIES) {
    for (const target of missing) {
      findings.push({
        ...oneSided('target-missing', target, {
          vi: `“${target.name}” (${amount(target)}) có trong ${above.label}, không thấy trong ${below.label}.`,
          en: `“${target.name}” (${amount(target)}) stands in ${above.label} and not in ${below.label}.`,
        }),
        missingIn: below.id,
      });
    }
  }
  return findings;
}

/**
 * Which target of `below` is which of `above`: by the same name and year first; then by the indicator of the catalogue,
 * where it stands once in each, since parts of a whole share theirs.
 */
function pairTargets(above: CheckedDocument, below: CheckedDocument): Map<CheckedTarget, CheckedTarget> {
  const pairs = new Map<CheckedTarget, CheckedTarget>();
  const taken = new Set<CheckedTarget>();
  const byName = group(below.targets, (target) => sameKey(target, below.planYear));
  for (const target of above.targets) {
    const found = byName.get(sameKey(target, above.planYear))?.find((one) => !taken.has(one));
    if (!found) continue;
    pairs.set(target, found);
    taken.add(found);
  }
  const codeKey = (target: CheckedTarget, year: number | null) =>
    target.code === null ? null : `${target.code}|${target.year ?? year}|${target.measure}`;
  const aboveByCode = group(above.targets, (target) => codeKey(target, above.planYear));
  const belowByCode = group(below.targets, (target) => codeKey(target, below.planYear));
  for (const [code, [target, ...more]] of aboveByCode) {
    const [other, ...others] = belowByCode.get(code) ?? [];
    if (!target || !other || more.length > 0 || others.length > 0 || pairs.has(target) || taken.has(other)) continue;
    pairs.set(target, other);
    taken.add(other);
  }
  return pairs;
}

function group<T>(items: readonly T[], keyOf: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const there = groups.get(key);
    if (there) there.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** The name without case, marks and punctuation, the year and what is measured. */
function sameKey(target: CheckedTarget, planYear: number | null): string {
  const name = bare(target.name)
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
  return `${name}|${target.year ?? planYear}|${target.measure}`;
}

function unitOf(target: CheckedTarget): string {
  return target.unit === null ? '' : unitKey(target.unit);
}

function sameValue(a: CheckedTarget, b: CheckedTarget): boolean {
  return sameDecimal(a.value, b.value) && sameDecimal(a.valueMax, b.valueMax);
}

function sameDecimal(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b;
  const [first, second] = [parsePlain(a), parsePlain(b)];
  return first !== null && second !== null ? compare(first, second) === 0 : a === b;
}

function passageOf({ documentId, start, end, quote }: Passage): Passage {
  return { documentId, start, end, quote };
}

function oneSided(kind: FindingKind, left: Passage, { vi, en }: { readonly vi: string; readonly en: string }): Finding {
  return { kind, vi, en, left: passageOf(left), right: null, missingIn: null };
}

function twoSided(
  kind: FindingKind,
  left: Passage,
  right: Passage,
  { vi, en }: { readonly vi: string; readonly en: string },
): Finding {
  return { kind, vi, en, left: passageOf(left), right: passageOf(right), missingIn: null };
}
