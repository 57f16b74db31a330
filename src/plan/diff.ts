/**
 * What a later document changes in a plan (so sánh kế hoạch): new, changed and gone targets and tasks, each with both
 * sentences. Nothing is changed by it: a person applies it item by item.
 */
import { type Decimal, equals, parsePlain } from '#base/decimal.ts';
import { nameKey, type PlanContent, type PlanTarget, type PlanTask, targetKey } from './content.ts';

/** A target in force in the plan. */
export interface CurrentTarget extends PlanTarget {
  readonly id: string;
  readonly documentId: string;
}

export interface CurrentTask extends PlanTask {
  readonly id: string;
  readonly documentId: string;
}

export interface CurrentPlan {
  readonly targets: readonly CurrentTarget[];
  readonly tasks: readonly CurrentTask[];
}

export type DiffItem =
  | {
      readonly subject: 'target';
      readonly change: 'new';
      readonly before: null;
      readonly after: PlanTarget;
      readonly fields: readonly [];
    }
  | {
      readonly subject: 'target';
      readonly change: 'changed';
      readonly before: CurrentTarget;
      readonly after: PlanTarget;
      readonly fields: readonly string[];
    }
  | {
      readonly subject: 'target';
      readonly change: 'gone';
      readonly before: CurrentTarget;
      readonly after: null;
      readonly fields: readonly [];
    }
  | {
      readonly subject: 'task';
      readonly change: 'new';
      readonly before: null;
      readonly after: PlanTask;
      readonly fields: readonly [];
    }
  | {
      readonly subject: 'task';
      readonly change: 'changed';
      readonly before: CurrentTask;
      readonly after: PlanTask;
      readonly fields: readonly string[];
    }
  | {
      readonly subject: 'task';
      readonly change: 'gone';
      readonly before: CurrentTask;
      readonly after: null;
      readonly fields: readonly [];
    };

export interface PlanDiff {
  readonly items: readonly DiffItem[];
  /** Found in both and the same. */
  readonly unchanged: number;
}

export interface DiffOptions {
  /** Documents whose content the new one replaces: what they said and the new one doesn't is proposed as gone. */
  readonly replaced: ReadonlySet<string>;
}

/** In the order of the new document; what is gone comes last. */
export function diffPlan(current: CurrentPlan, next: PlanContent, { replaced }: DiffOptions): PlanDiff {
  const targets = diffTargets(current.targets, next.targets);
  const tasks = diffTasks(current.tasks, next.tasks);
  const gone = (one: { readonly documentId: string }) => replaced.has(one.documentId);
  const items: DiffItem[] = [
    ...targets.items,
    ...tasks.items,
    ...targets.left
      .filter(gone)
      .map((before): DiffItem => ({ subject: 'target', change: 'gone', before, after: null, fields: [] })),
    ...tasks.left
      .filter(gone)
      .map((before): DiffItem => ({ subject: 'task', change: 'gone', before, after: null, fields: [] })),
  ];
  return { items, unchanged: targets.unchanged + tasks.unchanged };
}

function diffTargets(current: readonly CurrentTarget[], next: readonly PlanTarget[]) {
  const free = new Set(current);
  const byKey = Map.groupBy(current, targetKey);
  const names = new Map(current.map((target) => [target.source.itemId, target.name]));
  const nextNames = new Map(next.map((target) => [target.source.itemId, target.name]));
  const parentOf = (target: PlanTarget, all: ReadonlyMap<string, string>) =>
    target.parentItemId === null ? '' : nameKey(all.get(target.parentItemId) ?? '');
  const items: DiffItem[] = [];
  let unchanged = 0;
  for (const after of next) {
    const same = (byKey.get(targetKey(after)) ?? []).filter((one) => free.has(one));
    const name = nameKey(after.name);
    const parent = parentOf(after, nextNames);
    // Of several of one indicator (a rate and the amount; one for each part) the one that is called the same.
    const before =
      same.find(
        (one) => nameKey(one.name) === name && parentOf(one, names) === parent && kindOfUnit(one) === kindOfUnit(after),
      ) ??
      same.find((one) => parentOf(one, names) === parent && kindOfUnit(one) === kindOfUnit(after)) ??
      null;
    if (before === null) {
      items.push({ subject: 'target', change: 'new', before: null, after, fields: [] });
      continue;
    }
    free.delete(before);
    const fields = changedTarget(before, after);
    if (fields.length === 0) unchanged++;
    else items.push({ subject: 'target', change: 'changed', before, after, fields });
  }
  return { items, unchanged, left: [...free] };
}

/** A percentage and an amount of the same indicator are two targets. */
function kindOfUnit({ unit }: PlanTarget): string {
  if (unit === null) return '';
  return /%|phần trăm|điểm/i.test(unit) ? '%' : 'amount';
}

function changedTarget(before: PlanTarget, after: PlanTarget): string[] {
  const fields: string[] = [];
  if (!sameNumber(before.value, after.value)) fields.push('value');
  if (!sameNumber(before.valueMax, after.valueMax)) fields.push('valueMax');
  if (before.comparator !== after.comparator) fields.push('comparator');
  if (nameKey(before.unit ?? '') !== nameKey(after.unit ?? '')) fields.push('unit');
  if (after.leads.length > 0 && namesKey(before.leads) !== namesKey(after.leads)) fields.push('leads');
  return fields;
}

/** By value: 7,5 and 7,50 are the same. */
function sameNumber(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b;
  const [x, y] = [parsePlain(a), parsePlain(b)] as [Decimal | null, Decimal | null];
  return x !== null && y !== null ? equals(x, y) : a === b;
}

function namesKey(agencies: readonly { readonly name: string }[]): string {
  return agencies
    .map(({ name }) => nameKey(name))
    .sort()
    .join('|');
}

/** Tasks are the same when they share most of their words, and the more specific half of them. */
const ALIKE = 0.6;

function diffTasks(current: readonly CurrentTask[], next: readonly PlanTask[]) {
  const free = new Set(current);
  const words = new Map(current.map((task) => [task, wordsOf(task.text)]));
  const index = new Map<string, CurrentTask[]>();
  for (const task of current) {
    for (const word of words.get(task) as Set<string>) index.set(word, [...(index.get(word) ?? []), task]);
  }
  const items: DiffItem[] = [];
  let unchanged = 0;
  for (const after of next) {
    const before = mostAlike(wordsOf(after.text), index, words, free, current.length);
    if (before === null) {
      items.push({ subject: 'task', change: 'new', before: null, after, fields: [] });
      continue;
    }
    free.delete(before);
    const fields = changedTask(before, after);
    if (fields.length === 0) unchanged++;
    else items.push({ subject: 'task', change: 'changed', before, after, fields });
  }
  return { items, unchanged, left: [...free] };
}

function mostAlike(
  mine: ReadonlySet<string>,
  index: ReadonlyMap<string, readonly CurrentTask[]>,
  words: ReadonlyMap<CurrentTask, ReadonlySet<string>>,
  free: ReadonlySet<CurrentTask>,
  count: number,
): CurrentTask | null {
  // Rare words say more: a candidate must share one of those that few tasks have.
  const weight = (word: string) => Math.log(1 + count / (1 + (index.get(word)?.length ?? 0)));
  const candidates = new Set<CurrentTask>();
  const rare = [...mine].sort((a, b) => (index.get(a)?.length ?? 0) - (index.get(b)?.length ?? 0));
  for (const word of rare.filter((one) => index.has(one)).slice(0, 12)) {
    for (const task of index.get(word) ?? []) if (free.has(task)) candidates.add(task);
  }
  let best: CurrentTask | null = null;
  let most = ALIKE;
  for (const task of candidates) {
    const theirs = words.get(task) as ReadonlySet<string>;
    let shared = 0;
    let all = 0;
    for (const word of mine) {
      const w = weight(word);
      all += w;
      if (theirs.has(word)) shared += w;
    }
    for (const word of theirs) if (!mine.has(word)) all += weight(word);
    const share = all === 0 ? 0 : shared / all;
    if (share > most) {
      best = task;
      most = share;
    }
  }
  return best;
}

function wordsOf(text: string): Set<string> {
  return new Set(
    nameKey(text)
      .split(' ')
      .filter((word) => word.length > 1),
  );
}

function changedTask(before: PlanTask, after: PlanTask): string[] {
  const fields: string[] = [];
  if (nameKey(before.text) !== nameKey(after.text)) fields.push('text');
  if (before.dueOn !== after.dueOn) fields.push('dueOn');
  if (namesKey(before.leads) !== namesKey(after.leads)) fields.push('leads');
  if (namesKey(before.supports) !== namesKey(after.supports)) fields.push('supports');
  return fields;
}
