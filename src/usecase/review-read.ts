/** The review of a document as it stands. */
import { ok } from '#base/result.ts';
import { reviewRoutes } from '#contract/review.ts';
import { listReviewItems } from '#store/review.ts';
import { countsOf, namesOf, shapeItem, textOf } from './review-shape.ts';
import { behind } from './usecase.ts';

export const readReview = behind(
  reviewRoutes['GET /documents/:id/review'],
  'review.read',
  'read',
  async (context, { id, ids }) => {
    const text = await textOf(context, id);
    if (!text.ok) return text;
    const { db, provinceId } = context;
    const document = await db
      .selectFrom('document as d')
      .leftJoin('reading as r', (join) =>
        join
          .onRef('r.province_id', '=', 'd.province_id')
          .onRef('r.document_id', '=', 'd.id')
          .on('r.superseded_at', 'is', null),
      )
      .select(['d.id', 'd.title', 'd.symbol', 'd.plan_year', 'd.review_state', 'r.reader'])
      .where('d.province_id', '=', provinceId)
      .where('d.id', '=', id)
      .executeTakeFirstOrThrow();
    const rows = await listReviewItems(context, id);
    const wanted = ids === undefined ? null : new Set(ids.split(','));
    const asked = wanted === null ? rows : rows.filter((row) => wanted.has(row.id));
    const people = await namesOf(context, asked);
    return ok({
      document: { id: document.id, title: document.title, symbol: document.symbol, planYear: document.plan_year },
      reader: document.reader ?? '',
      items: asked.map((row) => shapeItem(row, text.value, people)),
      counts: countsOf(rows),
      published: document.review_state === 'published',
    });
  },
);
