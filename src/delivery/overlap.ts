/**
 * Trùng lặp, chồng chéo of inspections (thanh tra, kiểm tra, kiểm toán, giám sát): the same body twice in a year, or a body
 * and what stands above it in the same months, whoever inspects. A body that was merged is the body that has its work.
 *
 * Directive 20/CT-TTg of 17 May 2017: an enterprise is inspected at most once a year; plans that overlap are put right
 * by whoever approves them. The rule is applied to every body, as offices do when they go through the plans.
 */

export interface PlannedInspection {
  readonly id: string;
  readonly year: number;
  /** Inspects; a name to say. */
  readonly inspector: string;
  /** `thanh tra`, in a sentence. */
  readonly kind: string;
  readonly subjectName: string;
  /** Organisations that the body is: itself, or those of its name; empty when none is known. */
  readonly subjectIds: readonly string[];
  /** Folded name, for a body that is no organisation of the province. */
  readonly subjectKey: string;
  /** `2021-03`, both included. */
  readonly fromMonth: string;
  readonly toMonth: string;
}

export interface BodyLinks {
  /** Who has the work of a body now, at the end of all mergers; itself while nobody else does. */
  readonly finalOf: (id: string) => readonly string[];
  /** Bodies above it, to the top. */
  readonly aboveOf: (id: string) => readonly string[];
}

/** `twice`: one body, two times in a year. `same-months`: one body, at once. `unit`: a body and one above it, at once. */
export const CLASH_KINDS = ['same-months', 'twice', 'unit'] as const;
export type ClashKind = (typeof CLASH_KINDS)[number];

export const CLASH_WORDS: Readonly<Record<ClashKind, string>> = {
  'same-months': 'Chồng chéo cùng tháng',
  twice: 'Trùng trong năm',
  unit: 'Chồng chéo với cơ quan chủ quản',
};

export interface Clash {
  readonly kind: ClashKind;
  /** The one that begins first; ids are compared when both begin at once. */
  readonly firstId: string;
  readonly secondId: string;
  /** Months that both are in; none for `twice`. */
  readonly months: readonly string[];
  readonly vi: string;
  /** What clashed: another text when a month, a body or the inspection itself changed. */
  readonly facts: string;
}

/** All pairs that clash, by the month of the first, then of the second. */
export function findClashes(inspections: readonly PlannedInspection[], links: BodyLinks): Clash[] {
  const placed = inspections.map((one) => ({ one, own: tokensOf(one, links), above: aboveOf(one, links) }));
  const byToken = new Map<string, number[]>();
  placed.forEach(({ own }, i) => {
    for (const token of own) {
      const there = byToken.get(token);
      if (there) there.push(i);
      else byToken.set(token, [i]);
    }
  });
  const found = new Map<string, Clash>();
  const meet = (i: number, j: number, same: boolean) => {
    const [a, b] = inOrder(placed[i]?.one as PlannedInspection, placed[j]?.one as PlannedInspection);
    const key = `${a.id} ${b.id}`;
    const months = commonMonths(a, b);
    if (same && months.length > 0) found.set(key, clashOf('same-months', a, b, months));
    else if (same && a.year === b.year) found.set(key, clashOf('twice', a, b, []));
    else if (!same && months.length > 0 && !found.has(key)) found.set(key, clashOf('unit', a, b, months));
  };
  placed.forEach(({ own }, i) => {
    for (const token of own) for (const j of byToken.get(token) ?? []) if (j > i) meet(i, j, true);
  });
  placed.forEach(({ above }, i) => {
    for (const token of above) for (const j of byToken.get(token) ?? []) if (j !== i) meet(i, j, false);
  });
  const firstMonth = new Map(inspections.map((one) => [one.id, one.fromMonth]));
  return [...found.values()].sort(
    (a, b) =>
      compare(firstMonth.get(a.firstId) ?? '', firstMonth.get(b.firstId) ?? '') ||
      compare(a.firstId, b.firstId) ||
      compare(firstMonth.get(a.secondId) ?? '', firstMonth.get(b.secondId) ?? '') ||
      compare(a.secondId, b.secondId),
  );
}

/** Months from the later beginning to the earlier end. */
export function commonMonths(
  a: Pick<PlannedInspection, 'fromMonth' | 'toMonth'>,
  b: Pick<PlannedInspection, 'fromMonth' | 'toMonth'>,
): string[] {
  const [, from = ''] = [a.fromMonth, b.fromMonth].sort();
  const [to = ''] = [a.toMonth, b.toMonth].sort();
  return monthsBetween(from, to);
}

/** `2021-11` to `2022-01` are three months; none when they stand the other way round. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = nextMonth(month)) months.push(month);
  return months;
}

export function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** `tháng 3/2021`, `tháng 3–5/2021`, `tháng 11/2021–1/2022`. */
export function formatMonths(from: string, to: string): string {
  const [fromYear, fromMonth] = [from.slice(0, 4), Number(from.slice(5))];
  const [toYear, toMonth] = [to.slice(0, 4), Number(to.slice(5))];
  if (from === to) return `tháng ${fromMonth}/${fromYear}`;
  if (fromYear === toYear) return `tháng ${fromMonth}–${toMonth}/${toYear}`;
  return `tháng ${fromMonth}/${fromYear}–${toMonth}/${toYear}`;
}

function tokensOf({ subjectIds, subjectKey }: PlannedInspection, { finalOf }: BodyLinks): ReadonlySet<string> {
  if (subjectIds.length === 0) return new Set([`name:${subjectKey}`]);
  return new Set(subjectIds.flatMap((id) => finalOf(id)));
}

function aboveOf({ subjectIds }: PlannedInspection, { finalOf, aboveOf }: BodyLinks): ReadonlySet<string> {
  const own = new Set(subjectIds.flatMap((id) => finalOf(id)));
  return new Set(
    [...own]
      .flatMap((id) => aboveOf(id))
      .flatMap((id) => finalOf(id))
      .filter((id) => !own.has(id)),
  );
}

function inOrder(a: PlannedInspection, b: PlannedInspection): [PlannedInspection, PlannedInspection] {
  return (compare(a.fromMonth, b.fromMonth) || compare(a.id, b.id)) <= 0 ? [a, b] : [b, a];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function clashOf(kind: ClashKind, a: PlannedInspection, b: PlannedInspection, months: readonly string[]): Clash {
  const facts = [kind, ...[a, b].flatMap((one) => [one.id, one.subjectKey, one.fromMonth, one.toMonth])].join('|');
  return { kind, firstId: a.id, secondId: b.id, months, facts, vi: sentenceOf(kind, a, b, months) };
}

function sentenceOf(kind: ClashKind, a: PlannedInspection, b: PlannedInspection, months: readonly string[]): string {
  const visit = (one: PlannedInspection) =>
    `${one.kind} của ${one.inspector} (${formatMonths(one.fromMonth, one.toMonth)})`;
  const both = `${visit(a)} và ${visit(b)}`;
  const shared = months.length === 0 ? '' : formatMonths(months[0] as string, months.at(-1) as string);
  if (kind === 'twice') return `${a.subjectName} có hai cuộc trong năm ${a.year}: ${both}.`;
  if (kind === 'same-months') return `${a.subjectName} có hai cuộc trùng ${shared}: ${both}.`;
  return `${a.subjectName} và ${b.subjectName} là đơn vị trực thuộc và cơ quan chủ quản, có hai cuộc trùng ${shared}: ${both}.`;
}
