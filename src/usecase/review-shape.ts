/** Review items as the interface shows them, and the checks that every change of them makes. */
import { err, ok, type Result } from '#base/result.ts';
import { conflict, notFound, type Problem, problem } from '#contract/problem.ts';
import { FIELD_SCHEMAS, type ReviewItem } from '#contract/review.ts';
import { countReview, type ItemKind, type ReviewCounts } from '#plan/review.ts';
import type { Scope } from '#store/database.ts';
import { countReviewItems, findReviewItems, lockReviewItems, type ReviewRow } from '#store/review.ts';

/** Fields as they stand: what was read, with what a person changed. */
export function fieldsOf(row: ReviewRow): Record<string, unknown> {
  return { ...(row.original?.fields ?? {}), ...(row.edited ?? {}) };
}

export function shapeItem(row: ReviewRow, text: string, people: ReadonlyMap<string, string>): ReviewItem {
  const changed = Object.keys(row.edited ?? {});
  const read = row.original?.fields as Record<string, unknown> | undefined;
  return {
    id: row.id,
    kind: row.kind,
    position: row.position,
    parentId: row.parentId,
    span: { start: row.spanStart, end: row.spanEnd },
    quote: row.original?.quote ?? text.slice(row.spanStart, row.spanEnd),
    fields: fieldsOf(row),
    changed,
    original: read && changed.length > 0 ? Object.fromEntries(changed.map((name) => [name, read[name] ?? null])) : null,
    // A field that a person wrote is sure.
    sureness: Object.fromEntries(
      Object.entries(row.original?.sureness ?? {}).filter(([name]) => !changed.includes(name)),
    ),
    decision: row.decision,
    origin: row.origin,
    retired: row.retired,
    doubtful: row.doubtful,
    seenAt: row.seenAt,
    decidedBy: row.decidedBy === null ? null : { id: row.decidedBy, name: people.get(row.decidedBy) ?? '' },
    decidedAt: row.decidedAt,
    version: row.version,
  };
}

export function countsOf(rows: Iterable<ReviewRow>): ReviewCounts {
  return countReview(
    Array.from(rows, ({ kind, decision, seenAt, doubtful, retired }) => ({
      kind,
      decision,
      seen: seenAt !== null,
      doubtful,
      retired: retired !== null,
    })),
  );
}

/** Names of the people who decided. */
export async function namesOf({ db, provinceId }: Scope, rows: readonly ReviewRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap((row) => (row.decidedBy ? [row.decidedBy] : [])))];
  if (ids.length === 0) return new Map();
  const people = await db
    .selectFrom('person')
    .select(['id', 'full_name'])
    .where('province_id', '=', provinceId)
    .where('id', 'in', ids)
    .execute();
  return new Map(people.map((person) => [person.id, person.full_name]));
}

/** The text of a document that has been read; a refusal when there is none. */
export async function textOf({ db, provinceId }: Scope, documentId: string): Promise<Result<string, Problem>> {
  const row = await db
    .selectFrom('document as d')
    .leftJoin('document_text as t', (join) =>
      join.onRef('t.province_id', '=', 'd.province_id').onRef('t.document_id', '=', 'd.id'),
    )
    .select(['t.text'])
    .where('d.province_id', '=', provinceId)
    .where('d.id', '=', documentId)
    .where('d.deleted_at', 'is', null)
    .executeTakeFirst();
  if (!row) return err(notFound('văn bản', 'document'));
  if (row.text === null) return err(NOT_READ);
  return ok(row.text);
}

/**
 * Whether the review of a document is open. The document is held until the transaction ends, so that nothing is decided
 * while the plan is being published; what a plan was made of is not changed under it.
 */
export async function openReview({ db, provinceId }: Scope, documentId: string): Promise<Result<null, Problem>> {
  const row = await db
    .selectFrom('document as d')
    .select((e) => [
      'd.review_state',
      e
        .exists(
          e
            .selectFrom('document_text as t')
            .select('t.document_id')
            .whereRef('t.province_id', '=', 'd.province_id')
            .whereRef('t.document_id', '=', 'd.id'),
        )
        .as('read'),
    ])
    .where('d.province_id', '=', provinceId)
    .where('d.id', '=', documentId)
    .where('d.deleted_at', 'is', null)
    .forKeyShare()
    .executeTakeFirst();
  if (!row) return err(notFound('văn bản', 'document'));
  if (!row.read) return err(NOT_READ);
  return row.review_state === 'published' ? err(PUBLISHED) : ok(null);
}

/** The text of a document whose review is open. */
export async function openTextOf(scope: Scope, documentId: string): Promise<Result<string, Problem>> {
  const open = await openReview(scope, documentId);
  return open.ok ? textOf(scope, documentId) : open;
}

/** The text where some of the items have no quote of their own; it is long, so it is not read for the others. */
async function textFor(scope: Scope, documentId: string, rows: readonly ReviewRow[]): Promise<string> {
  if (rows.every((row) => row.original !== null)) return '';
  const text = await textOf(scope, documentId);
  return text.ok ? text.value : '';
}

const PUBLISHED = problem(
  409,
  'published',
  'Kế hoạch đã ban hành từ văn bản này nên bản rà soát không sửa được nữa.',
  'A plan was published from this document; its review can’t be changed any more.',
);

export const NOT_READ = problem(
  409,
  'not-read',
  'Văn bản chưa đọc xong nên chưa rà soát được.',
  'The document has not been read yet.',
);

const RETIRED = problem(
  409,
  'retired',
  'Mục này đã được gộp, tách hoặc không còn trong bản đọc mới.',
  'This item was merged, split or is no longer found.',
);

/** Locks items and checks that nobody changed them since they were looked at; the refusal holds them as they are now. */
export async function takeItems(
  scope: Scope,
  documentId: string,
  wanted: readonly { readonly id: string; readonly version: number }[],
): Promise<Result<ReviewRow[], Problem>> {
  const rows = await lockReviewItems(
    scope,
    documentId,
    wanted.map(({ id }) => id),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const found = wanted.flatMap(({ id }) => byId.get(id) ?? []);
  if (found.length !== wanted.length) return err(notFound('mục này', 'item'));
  const stale = wanted.flatMap(({ id, version }) => {
    const row = byId.get(id) as ReviewRow;
    return row.version === version ? [] : [row];
  });
  if (stale.length > 0) {
    return err(conflict({ items: await shapeItems(scope, documentId, stale) }));
  }
  return found.some((row) => row.retired !== null) ? err(RETIRED) : ok(found);
}

/** The fields of a kind, whole and checked; a refusal names what is wrong. */
export function checkFields(kind: ItemKind, fields: Record<string, unknown>): Result<Record<string, unknown>, Problem> {
  const checked = FIELD_SCHEMAS[kind].safeParse(fields);
  if (checked.success) return ok(checked.data as Record<string, unknown>);
  const wrong = Object.fromEntries(
    checked.error.issues.map((issue) => [
      issue.path.join('.'),
      { vi: 'Chưa đúng hoặc còn thiếu.', en: 'Missing or not right.' },
    ]),
  );
  return err(problem(422, 'invalid', 'Một số ô nhập chưa đúng.', 'Some fields are not right.', { fields: wrong }));
}

/** What a change gives back: the touched items as they stand, and the counts of the whole. */
export async function answer(scope: Scope, documentId: string, ids: readonly string[]) {
  const items = await shapeItems(scope, documentId, await findReviewItems(scope, documentId, ids));
  return { items, counts: await countReviewItems(scope, documentId) };
}

async function shapeItems(scope: Scope, documentId: string, rows: readonly ReviewRow[]): Promise<ReviewItem[]> {
  const people = await namesOf(scope, rows);
  const text = await textFor(scope, documentId, rows);
  return rows.map((row) => shapeItem(row, text, people));
}
