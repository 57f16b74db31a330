/** Begins the review of a reading, or carries an earlier review over to a newer reading: decisions stay. */
import { isDoubtful, matchReadings, type ReadItem } from '#plan/review.ts';
import type { Reading } from '#reading/model.ts';
import type { Scope } from '#store/database.ts';
import { newId } from '#store/ids.ts';
import {
  deleteReviewItems,
  insertReviewItems,
  listReviewItems,
  type NewReviewItem,
  setOriginal,
  setReviewState,
} from '#store/review.ts';
import { itemsOf } from './review-items.ts';

/** Room between two items for others to be put in. */
const STEP = 1024;

/** Called in the transaction that stores a reading. `text` is the text that was read. */
export async function beginReview(
  scope: Scope,
  documentId: string,
  reading: Reading,
  text: string,
  now: Date,
): Promise<void> {
  const read = itemsOf(reading, text);
  const earlier = await listReviewItems(scope, documentId);
  const matched = matchReadings(
    earlier.map((row) => ({
      id: row.id,
      kind: row.kind,
      span: { start: row.spanStart, end: row.spanEnd },
      original: row.origin === 'reading' ? row.original : null,
      touched: row.decision !== 'open' || row.edited !== null || row.retired !== null,
    })),
    read,
  );
  const positions = positionsOf(read);
  const ids = new Map<number, string>(matched.kept.map(({ id, index }) => [index, id]));
  for (const index of matched.fresh) ids.set(index, newId(now));
  for (const { id, index, changed } of matched.kept) {
    const item = read[index] as ReadItem;
    const row = earlier.find((one) => one.id === id);
    // What was read of it is another now: whoever decided shall look again, the decision stays.
    const doubtful = isDoubtful(item) || (changed && row?.decision !== 'open');
    const position = row && row.position % STEP !== 0 ? row.position : (positions[index] as number);
    await setOriginal(scope, documentId, id, item, { position, doubtful });
  }
  const lost = matched.lost.filter(({ id }) => earlier.find((row) => row.id === id)?.origin === 'reading');
  await deleteReviewItems(
    scope,
    documentId,
    lost.filter(({ touched }) => !touched).map(({ id }) => id),
  );
  for (const { id, touched } of lost) {
    const row = earlier.find((one) => one.id === id);
    if (touched && row?.retired === null) await setReviewState(scope, documentId, id, { retired: 'not-found' });
  }
  await insertReviewItems(
    scope,
    documentId,
    matched.fresh.map((index): NewReviewItem => {
      const item = read[index] as ReadItem;
      return {
        id: ids.get(index) as string,
        kind: item.kind,
        position: positions[index] as number,
        parentId: item.parent === null ? null : (ids.get(item.parent) ?? null),
        original: item,
        edited: null,
        decision: 'open',
        origin: 'reading',
        madeFrom: [],
        spanStart: item.span.start,
        spanEnd: item.span.end,
        doubtful: isDoubtful(item),
      };
    }),
  );
}

/** Places within each kind, in the order of the text. */
function positionsOf(items: readonly ReadItem[]): number[] {
  const count = new Map<string, number>();
  return items.map(({ kind }) => {
    const next = (count.get(kind) ?? 0) + 1;
    count.set(kind, next);
    return next * STEP;
  });
}
