/** Items under review (rà soát): what was read, what people made of it, with optimistic locking item by item. */
import { sql } from 'kysely';
import type { Decision, ItemKind, ReadItem, ReviewCounts } from '#plan/review.ts';
import type { Scope } from './database.ts';

/** An item as it stands. */
export interface ReviewRow {
  readonly id: string;
  readonly kind: ItemKind;
  readonly position: number;
  readonly parentId: string | null;
  readonly original: ReadItem | null;
  readonly edited: Readonly<Record<string, unknown>> | null;
  readonly decision: Decision;
  readonly origin: 'reading' | 'added' | 'merged' | 'split';
  readonly madeFrom: readonly string[];
  readonly retired: 'merged' | 'split' | 'not-found' | 'undone' | null;
  readonly spanStart: number;
  readonly spanEnd: number;
  readonly doubtful: boolean;
  readonly seenBy: string | null;
  readonly seenAt: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly version: number;
}

const COLUMNS = [
  'id',
  'kind',
  'position',
  'parent_id as parentId',
  'original',
  'edited',
  'decision',
  'origin',
  'made_from as madeFrom',
  'retired',
  'span_start as spanStart',
  'span_end as spanEnd',
  'doubtful',
  'seen_by as seenBy',
  'seen_at as seenAt',
  'decided_by as decidedBy',
  'decided_at as decidedAt',
  'version',
] as const;

/** All items of a document in their order. */
export async function listReviewItems({ db, provinceId }: Scope, documentId: string): Promise<ReviewRow[]> {
  const rows = await db
    .selectFrom('review_item')
    .select(COLUMNS)
    .where('province_id', '=', provinceId)
    .where('document_id', '=', documentId)
    .orderBy('kind')
    .orderBy('position')
    .execute();
  return rows as unknown as ReviewRow[];
}

/** The named items in their order. */
export async function findReviewItems(
  { db, provinceId }: Scope,
  documentId: string,
  ids: readonly string[],
): Promise<ReviewRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('review_item')
    .select(COLUMNS)
    .where('province_id', '=', provinceId)
    .where('document_id', '=', documentId)
    .where('id', 'in', [...ids])
    .orderBy('kind')
    .orderBy('position')
    .execute();
  return rows as unknown as ReviewRow[];
}

/** Counts for the bar, as `countReview` of the plan room counts them. */
export async function countReviewItems({ db, provinceId }: Scope, documentId: string): Promise<ReviewCounts> {
  const { rows } = await sql<ReviewCounts>`
    select count(*)::int as items,
           count(*) filter (where seen_at is not null or decision <> 'open')::int as seen,
           count(*) filter (where decision <> 'open')::int as decided,
           count(*) filter (where decision = 'accepted')::int as accepted,
           count(*) filter (where decision = 'rejected')::int as rejected,
           count(*) filter (where decision = 'open' and doubtful and kind not in ('unread', 'text-error'))::int as "toCheck",
           count(*) filter (where decision = 'open' and kind = 'unread')::int as unread,
           count(*) filter (where decision = 'open' and kind = 'text-error')::int as "textErrors"
      from review_item
     where province_id = ${provinceId} and document_id = ${documentId} and retired is null`.execute(db);
  return rows[0] as ReviewCounts;
}

/** Decides many items in one go; they must be locked. Whoever decides has seen them. Gives the new versions by id. */
export async function decideReviewItems(
  { db, provinceId }: Scope,
  documentId: string,
  ids: readonly string[],
  decision: Decision,
  personId: string | null,
  at: string,
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const open = decision === 'open';
  const rows = await db
    .updateTable('review_item')
    .set({
      decision,
      decided_by: open ? null : personId,
      decided_at: open ? null : at,
      seen_by: sql`case when seen_at is null then ${personId}::uuid else seen_by end`,
      seen_at: sql`coalesce(seen_at, ${at}::timestamptz)`,
      version: sql`version + 1`,
    })
    .where('province_id', '=', provinceId)
    .where('document_id', '=', documentId)
    .where('id', 'in', [...ids])
    .returning(['id', 'version'])
    .execute();
  return new Map(rows.map((row) => [row.id, row.version]));
}

/** The named items, locked until the transaction ends, so that versions that were looked at stay. */
export async function lockReviewItems(
  { db, provinceId }: Scope,
  documentId: string,
  ids: readonly string[],
): Promise<ReviewRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('review_item')
    .select(COLUMNS)
    .where('province_id', '=', provinceId)
    .where('document_id', '=', documentId)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows as unknown as ReviewRow[];
}

/** Everything of an item that a person can change, and what undo brings back. */
export type ReviewState = Pick<
  ReviewRow,
  | 'position'
  | 'parentId'
  | 'edited'
  | 'decision'
  | 'retired'
  | 'doubtful'
  | 'seenBy'
  | 'seenAt'
  | 'decidedBy'
  | 'decidedAt'
  | 'spanStart'
  | 'spanEnd'
>;

export function stateOf(row: ReviewRow): ReviewState {
  const {
    position,
    parentId,
    edited,
    decision,
    retired,
    doubtful,
    seenBy,
    seenAt,
    decidedBy,
    decidedAt,
    spanStart,
    spanEnd,
  } = row;
  return {
    position,
    parentId,
    edited,
    decision,
    retired,
    doubtful,
    seenBy,
    seenAt,
    decidedBy,
    decidedAt,
    spanStart,
    spanEnd,
  };
}

/** Writes a new state; the row must be locked. Gives the new version. */
export async function setReviewState(
  { db, provinceId }: Scope,
  documentId: string,
  id: string,
  state: Partial<ReviewState>,
): Promise<number> {
  const row = await db
    .updateTable('review_item')
    .set({
      ...(state.position === undefined ? {} : { position: state.position }),
      ...(state.parentId === undefined ? {} : { parent_id: state.parentId }),
      ...(state.edited === undefined ? {} : { edited: state.edited === null ? null : JSON.stringify(state.edited) }),
      ...(state.decision === undefined ? {} : { decision: state.decision }),
      ...(state.retired === undefined ? {} : { retired: state.retired }),
      ...(state.doubtful === undefined ? {} : { doubtful: state.doubtful }),
      ...(state.seenBy === undefined ? {} : { seen_by: state.seenBy }),
      ...(state.seenAt === undefined ? {} : { seen_at: state.seenAt }),
      ...(state.decidedBy === undefined ? {} : { decided_by: state.decidedBy }),
      ...(state.decidedAt === undefined ? {} : { decided_at: state.decidedAt }),
      ...(state.spanStart === undefined ? {} : { span_start: state.spanStart }),
      ...(state.spanEnd === undefined ? {} : { span_end: state.spanEnd }),
      version: sql`version + 1`,
    })
    .where('province_id', '=', provinceId)
    .where('document_id', '=', documentId)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

export interface NewReviewItem {
  readonly id: string;
  readonly kind: ItemKind;
  readonly position: number;
  readonly parentId: string | null;
  readonly original: ReadItem | null;
  readonly edited: Readonly<Record<string, unknown>> | null;
  readonly decision: Decision;
  readonly origin: ReviewRow['origin'];
  readonly madeFrom: readonly string[];
  readonly spanStart: number;
  readonly spanEnd: number;
  readonly doubtful: boolean;
  readonly decidedBy?: string | null;
  readonly decidedAt?: Date | null;
}

const BATCH = 500;

export async function insertReviewItems(
  { db, provinceId }: Scope,
  documentId: string,
  items: readonly NewReviewItem[],
): Promise<void> {
  for (let from = 0; from < items.length; from += BATCH) {
    await db
      .insertInto('review_item')
      .values(
        items.slice(from, from + BATCH).map((item) => ({
          province_id: provinceId,
          document_id: documentId,
          id: item.id,
          kind: item.kind,
          position: item.position,
          parent_id: item.parentId,
          original: item.original === null ? null : JSON.stringify(item.original),
          edited: item.edited === null ? null : JSON.stringify(item.edited),
          decision: item.decision,
          origin: item.origin,
          made_from: [...item.madeFrom],
          span_start: item.spanStart,
          span_end: item.spanEnd,
          doubtful: item.doubtful,
          decided_by: item.decidedBy ?? null,
          decided_at: item.decidedAt ?? null,
        })),
      )
      .execute();
  }
}

/** What a newer reader gave for an item that is kept. */
export async function setOriginal(
  { db, provinceId }: Scope,
  documentId: string,
  id: string,
  original: ReadItem,
  more: { readonly position: number; readonly doubtful: boolean },
): Promise<void> {
  await db
    .updateTable('review_item')
    .set({
      original: JSON.stringify(original),
      position: more.position,
      doubtful: more.doubtful,
      retired: null,
      span_start: original.span.start,
      span_end: original.span.end,
      version: sql`version + 1`,
    })
    .where('province_id', '=', provinceId)
    .where('document_id', '=', documentId)
    .where('id', '=', id)
    .execute();
}

export async function deleteReviewItems(
  { db, provinceId }: Scope,
  documentId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .deleteFrom('review_item')
    .where('province_id', '=', provinceId)
    .where('document_id', '=', documentId)
    .where('id', 'in', [...ids])
    .execute();
}

/** Notes that a person saw items; those seen before keep their first time. No version changes: it is no decision. */
export async function markSeen(
  { db, provinceId }: Scope,
  documentId: string,
  ids: readonly string[],
  personId: string,
  now: Date,
): Promise<number> {
  if (ids.length === 0) return 0;
  const done = await db
    .updateTable('review_item')
    .set({ seen_by: personId, seen_at: now })
    .where('province_id', '=', provinceId)
    .where('document_id', '=', documentId)
    .where('id', 'in', [...ids])
    .where('seen_at', 'is', null)
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}
