/**
 * The list of items (các mục) as it is looked at: filters, order, depth, what comes next. Nothing here asks or changes
 * the server.
 */
import type { ReviewItem } from '#contract/review.ts';
import type { FieldsOf, ItemKind } from '#plan/review.ts';
import { score } from '../../format/match.ts';

/** Tabs in their order; `all` is everything in the order of the text. */
export const TABS = ['all', 'target', 'result', 'task', 'citation', 'reporting', 'unread', 'text-error'] as const;
export type TabId = (typeof TABS)[number];

export const STATES = ['check', 'unread', 'open', 'unseen', 'accepted', 'rejected', 'gone'] as const;
export type StateFilter = (typeof STATES)[number];

export interface Filter {
  readonly tab: TabId;
  readonly state: StateFilter | null;
  /** Words that the item holds. */
  readonly text: string;
}

export function fieldsAs<K extends ItemKind>(item: ReviewItem, _kind: K): FieldsOf[K] {
  return item.fields as unknown as FieldsOf[K];
}

/** What an item is called in one line. */
export function nameOf(item: ReviewItem): string {
  switch (item.kind) {
    case 'target':
    case 'result':
      return fieldsAs(item, 'target').indicator || item.quote;
    case 'task':
      return fieldsAs(item, 'task').text || item.quote;
    default:
      return item.quote.replace(/\s+/g, ' ').trim();
  }
}

export function isLive(item: ReviewItem): boolean {
  return item.retired === null;
}

/** Needs a look and nobody decided. */
export function asksForCheck(item: ReviewItem): boolean {
  return item.decision === 'open' && item.doubtful && item.kind !== 'unread' && item.kind !== 'text-error';
}

/** Open and sure: what can be accepted with others at once. */
export function isSure(item: ReviewItem): boolean {
  return (
    isLive(item) && item.decision === 'open' && !item.doubtful && item.kind !== 'unread' && item.kind !== 'text-error'
  );
}

const PASSES: Readonly<Record<StateFilter, (item: ReviewItem) => boolean>> = {
  check: asksForCheck,
  unread: (item) => item.kind === 'unread' && item.decision === 'open',
  open: (item) => item.decision === 'open',
  unseen: (item) => item.seenAt === null && item.decision === 'open',
  accepted: (item) => item.decision === 'accepted',
  rejected: (item) => item.decision === 'rejected',
  gone: (item) => item.retired === 'not-found',
};

export function passes(item: ReviewItem, { tab, state, text }: Filter): boolean {
  if (state === 'gone' ? item.retired !== 'not-found' : !isLive(item)) return false;
  if (tab !== 'all' && item.kind !== tab) return false;
  if (state !== null && !PASSES[state](item)) return false;
  return text.trim() === '' || score(text, wordsOf(item)) > 0;
}

function wordsOf(item: ReviewItem): string {
  const { lead, support } = item.fields as { lead?: { name: string }[]; support?: { name: string }[] };
  const agencies = [...(lead ?? []), ...(support ?? [])].map((one) => one.name).join(' ');
  return `${nameOf(item)} ${item.quote} ${agencies}`;
}

/** In the order of the text; what lies around something stands before it. */
export function byText(a: ReviewItem, b: ReviewItem): number {
  return a.span.start - b.span.start || b.span.end - a.span.end || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0);
}

/** In the order that the reviewer gave to the items of one kind. */
export function byPlace(a: ReviewItem, b: ReviewItem): number {
  return a.position - b.position || byText(a, b);
}

export function listed(items: readonly ReviewItem[], filter: Filter): ReviewItem[] {
  return items.filter((item) => passes(item, filter)).sort(filter.tab === 'all' ? byText : byPlace);
}

export function countTabs(items: readonly ReviewItem[]): Readonly<Record<TabId, number>> {
  const counts = Object.fromEntries(TABS.map((tab) => [tab, 0])) as Record<TabId, number>;
  for (const item of items) {
    if (!isLive(item)) continue;
    counts.all++;
    counts[item.kind]++;
  }
  return counts;
}

/** How deep an item stands below others; a circle, which the server refuses, would end. */
export function depthOf(item: ReviewItem, byId: ReadonlyMap<string, ReviewItem>): number {
  let depth = 0;
  for (let one = item; one.parentId !== null && depth < 8; depth++) {
    const parent = byId.get(one.parentId);
    if (!parent || !isLive(parent)) break;
    one = parent;
  }
  return depth;
}

/** Where the cursor goes when `id` leaves the list: the one behind it that stays, else the one before. */
export function neighbour(list: readonly ReviewItem[], id: string | null, leaving: ReadonlySet<string>): string | null {
  const at = list.findIndex((item) => item.id === id);
  const stays = (item: ReviewItem) => !leaving.has(item.id);
  return (list.slice(at + 1).find(stays) ?? list.slice(0, Math.max(0, at)).findLast(stays))?.id ?? null;
}

/** The live items of the same kind in their order. */
export function siblingsOf(items: readonly ReviewItem[], item: ReviewItem): ReviewItem[] {
  return items.filter((one) => one.kind === item.kind && isLive(one)).sort(byPlace);
}

/** `after` of a move by one place; undefined when there is none. */
export function placeAfter(
  items: readonly ReviewItem[],
  item: ReviewItem,
  step: 1 | -1,
): { readonly after: string | null } | undefined {
  const line = siblingsOf(items, item);
  const at = line.findIndex((one) => one.id === item.id);
  const other = line[at + step];
  if (!other) return undefined;
  return { after: step === 1 ? other.id : (line[at - 2]?.id ?? null) };
}

/** The parent that an item gets when it goes one step in or out; undefined when it can not. */
export function parentAfter(
  items: readonly ReviewItem[],
  item: ReviewItem,
  step: 'in' | 'out',
): { readonly parentId: string | null } | undefined {
  if (item.kind !== 'target' && item.kind !== 'result' && item.kind !== 'task') return undefined;
  if (step === 'out') {
    if (item.parentId === null) return undefined;
    return { parentId: items.find((one) => one.id === item.parentId)?.parentId ?? null };
  }
  const line = siblingsOf(items, item);
  const before = line.slice(
    0,
    line.findIndex((one) => one.id === item.id),
  );
  const parent = before.findLast((one) => one.parentId === item.parentId);
  return parent && { parentId: parent.id };
}
