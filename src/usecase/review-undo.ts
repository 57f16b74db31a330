/** Takes back a change of a review: by a compensating event, and only while nobody has changed the items since. */
import { canonicalJson, type Json } from '#base/canonical.ts';
import { err, ok, type Result } from '#base/result.ts';
import { type Problem, problem } from '#contract/problem.ts';
import { reviewRoutes } from '#contract/review.ts';
import { lockReviewItems, type ReviewRow, type ReviewState, setReviewState, stateOf } from '#store/review.ts';
import { answer, openReview } from './review-shape.ts';
import { behind, type Context } from './usecase.ts';

/** As `recordChange` writes it. */
interface Body {
  readonly id: string;
  readonly kind: string;
  readonly before: readonly { readonly id: string; readonly state: ReviewState | null }[];
  readonly after: readonly { readonly id: string; readonly version: number; readonly state: ReviewState }[];
}

const NOTHING = problem(
  404,
  'nothing-to-undo',
  'Không còn thay đổi nào của bạn để hoàn tác.',
  'There is no change of yours to undo.',
);
const CHANGED = problem(
  409,
  'conflict',
  'Không hoàn tác được: người khác đã thay đổi các mục này sau bạn.',
  'It can’t be undone: somebody changed these items after you.',
);

/** The person's last change of this document that was not undone. */
export const undoReview = behind(
  reviewRoutes['POST /documents/:id/review/undo'],
  'review.undo',
  'write',
  async (context, { id }) => {
    const open = await openReview(context, id);
    if (!open.ok) return open;
    const rows = await context.db
      .selectFrom('event')
      .select(['id', 'body'])
      .where('province_id', '=', context.provinceId)
      .where('subject_type', '=', 'document')
      .where('subject_id', '=', id)
      .where('person_id', '=', context.actor.personId)
      .where('kind', 'like', 'review.%')
      .orderBy('seq', 'desc')
      .limit(200)
      .execute();
    const undone = new Set<string>();
    for (const row of rows) {
      const body = JSON.parse(row.body) as Body & { undoes: string | null };
      if (body.undoes) undone.add(body.undoes);
      else if (!undone.has(row.id) && body.kind !== 'review.undone') return undoChange(context, id, body);
    }
    return err(NOTHING);
  },
);

/** Brings back the states before the event; items that it made are retired. */
export async function undoChange(
  context: Context,
  documentId: string,
  body: Body,
): Promise<Result<Awaited<ReturnType<typeof answer>>, Problem>> {
  const ids = body.after.map((one) => one.id);
  const rows = new Map((await lockReviewItems(context, documentId, ids)).map((row) => [row.id, row]));
  const same = body.after.every(({ id, state }) => {
    const row = rows.get(id);
    return row !== undefined && sameState(stateOf(row), state);
  });
  if (!same) return err(CHANGED);
  const before: { id: string; state: Json }[] = [];
  const after: { id: string; version: number; state: Json }[] = [];
  for (const { id } of body.after) {
    const row = rows.get(id) as ReviewRow;
    const old = body.before.find((one) => one.id === id)?.state ?? null;
    const to: Partial<ReviewState> = old ?? { retired: 'undone' };
    const version = await setReviewState(context, documentId, id, to);
    before.push({ id, state: stateOf(row) as unknown as Json });
    after.push({ id, version, state: { ...stateOf(row), ...to } as unknown as Json });
  }
  context.record({
    kind: 'review.undone',
    subjectType: 'document',
    subjectId: documentId,
    before,
    after,
    undoes: body.id,
  });
  context.tell(`review:${documentId}`, {
    ids: after.map((one) => one.id),
    versions: after.map((one) => one.version),
    by: context.actor.personId,
  });
  return ok(await answer(context, documentId, ids));
}

/** Seeing changes no decision, so it does not stand in the way. */
function sameState(now: ReviewState, then: ReviewState): boolean {
  const key = ({ seenAt: _at, seenBy: _by, ...rest }: ReviewState) => canonicalJson(rest as unknown as Json);
  return key(now) === key(then);
}
