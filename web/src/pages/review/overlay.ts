/**
 * What was done here but not yet answered by the server (chờ ghi), laid over what the server said last. A refusal takes
 * its layer away, so that the items are again as they are.
 */
import type { ReviewItem } from '#contract/review.ts';
import { countReview, type ReviewCounts } from '#plan/review.ts';

/** Changes items by id; null takes one out of the list. */
export type Patch = ReadonlyMap<string, Partial<ReviewItem>>;

export function laidOver(items: readonly ReviewItem[], patches: readonly Patch[]): readonly ReviewItem[] {
  if (patches.length === 0) return items;
  return items.map((item) => {
    let now = item;
    for (const patch of patches) {
      const change = patch.get(item.id);
      if (change) now = { ...now, ...change };
    }
    return now;
  });
}

/**
 * Items that came from the server put among those that are here. What is older than what is here (an answer that was
 * overtaken by another) is left out; a seen item does not become unseen.
 */
export function takeIn(items: readonly ReviewItem[], came: readonly ReviewItem[]): ReviewItem[] {
  const news = new Map(came.map((item) => [item.id, item]));
  const kept = items.map((item) => {
    const one = news.get(item.id);
    news.delete(item.id);
    if (!one || one.version < item.version) return item;
    return one.seenAt === null && item.seenAt !== null ? { ...one, seenAt: item.seenAt } : one;
  });
  return [...kept, ...news.values()];
}

/** `now`, with the objects of `before` wherever an item is the same: by version, and whether it was seen. */
export function keepSame(before: readonly ReviewItem[], now: readonly ReviewItem[]): ReviewItem[] {
  const old = new Map(before.map((item) => [item.id, item]));
  return now.map((item) => {
    const one = old.get(item.id);
    return one && one.version === item.version && one.seenAt === item.seenAt ? one : item;
  });
}

export function countsOf(items: readonly ReviewItem[]): ReviewCounts {
  return countReview(
    items.map(({ kind, decision, seenAt, doubtful, retired }) => ({
      kind,
      decision,
      seen: seenAt !== null,
      doubtful,
      retired: retired !== null,
    })),
  );
}
