/** Changes of a review: deciding, editing, adding, merging, splitting, seeing; each an event that can be undone. */
import type { Json } from '#base/canonical.ts';
import { err, ok, type Result } from '#base/result.ts';
import { notFound, type Problem, problem } from '#contract/problem.ts';
import { reviewRoutes } from '#contract/review.ts';
import type { ItemKind } from '#plan/review.ts';

import { newId } from '#store/ids.ts';
import {
  countReviewItems,
  decideReviewItems,
  insertReviewItems,
  listReviewItems,
  lockReviewItems,
  markSeen,
  type ReviewRow,
  type ReviewState,
  setReviewState,
  stateOf,
} from '#store/review.ts';
import { reread } from './review-reread.ts';
import { answer, checkFields, fieldsOf, openReview, openTextOf, takeItems, textOf } from './review-shape.ts';
import { behind, type Context } from './usecase.ts';

/** An item before and after a change; `before` is null for one that the change made. */
interface Change {
  readonly id: string;
  readonly before: ReviewState | null;
  readonly after: ReviewState;
  readonly version: number;
}

/** Writes the event of a change and tells those who review the same document. */
function recordChange(
  context: Context,
  kind: string,
  documentId: string,
  changes: readonly Change[],
  reason?: string,
): void {
  context.record({
    kind: `review.${kind}`,
    subjectType: 'document',
    subjectId: documentId,
    before: changes.map(({ id, before }) => ({ id, state: before as Json })),
    after: changes.map(({ id, after, version }) => ({ id, version, state: after as unknown as Json })),
    reason: reason ?? null,
  });
  // With the versions a page knows which of them it has already.
  context.tell(`review:${documentId}`, {
    ids: changes.map(({ id }) => id),
    versions: changes.map(({ version }) => version),
    by: context.actor.personId,
  });
}

async function change(context: Context, documentId: string, row: ReviewRow, to: Partial<ReviewState>): Promise<Change> {
  const version = await setReviewState(context, documentId, row.id, to);
  return { id: row.id, before: stateOf(row), after: { ...stateOf(row), ...to }, version };
}

/** A decision marks the item as seen by the one who decides. */
function decided(context: Context, row: ReviewRow, decision: ReviewRow['decision']): Partial<ReviewState> {
  const at = context.now.toISOString();
  const open = decision === 'open';
  return {
    decision,
    decidedBy: open ? null : context.actor.personId,
    decidedAt: open ? null : at,
    ...(row.seenAt === null ? { seenBy: context.actor.personId, seenAt: at } : {}),
  };
}

export const decideItems = behind(
  reviewRoutes['POST /documents/:id/review/decide'],
  'review.decide',
  'write',
  async (context, { id, items, decision, reason }) => {
    const open = await openReview(context, id);
    if (!open.ok) return open;
    const rows = await takeItems(context, id, items);
    if (!rows.ok) return rows;
    const others = rows.value.filter((row) => row.decision !== decision);
    const versions = await decideReviewItems(
      context,
      id,
      others.map((row) => row.id),
      decision,
      context.actor.personId,
      context.now.toISOString(),
    );
    const changes = others.map(
      (row): Change => ({
        id: row.id,
        before: stateOf(row),
        after: { ...stateOf(row), ...decided(context, row, decision) },
        version: versions.get(row.id) as number,
      }),
    );
    if (changes.length > 0) recordChange(context, 'decided', id, changes, reason);
    return ok(
      await answer(
        context,
        id,
        items.map((item) => item.id),
      ),
    );
  },
);

export const editItem = behind(
  reviewRoutes['PATCH /documents/:id/review/items/:itemId'],
  'review.edit',
  'write',
  async (context, { id, itemId, version, fields, parentId, after, accept }) => {
    const open = await openReview(context, id);
    if (!open.ok) return open;
    const rows = await takeItems(context, id, [{ id: itemId, version }]);
    if (!rows.ok) return rows;
    const row = rows.value[0] as ReviewRow;
    const to: { -readonly [K in keyof ReviewState]?: ReviewState[K] } = {};
    if (fields !== undefined) {
      const edited = fields === null ? null : editedFields(row, fields);
      if (edited !== null) {
        const whole = checkFields(row.kind, { ...(row.original?.fields ?? {}), ...edited });
        if (!whole.ok) return whole;
      }
      to.edited = edited !== null && Object.keys(edited).length === 0 ? null : edited;
    }
    if (parentId !== undefined || after !== undefined) {
      const all = await listReviewItems(context, id);
      const placed = place(all, row, parentId, after);
      if (!placed.ok) return placed;
      Object.assign(to, placed.value);
    }
    if (accept) Object.assign(to, decided(context, row, 'accepted'));
    const done = await change(context, id, row, to);
    recordChange(context, 'edited', id, [done]);
    return ok(await answer(context, id, [itemId]));
  },
);

/** What a person changed beside what was changed before; a field that is again as read is no change. */
function editedFields(row: ReviewRow, fields: Record<string, unknown>): Record<string, unknown> {
  const edited = { ...(row.edited ?? {}), ...fields };
  const read = (row.original?.fields ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(edited).filter(
      ([name, value]) => !(name in read) || JSON.stringify(read[name]) !== JSON.stringify(value),
    ),
  );
}

const CIRCLE = problem(
  422,
  'circle',
  'Mục cha không thể nằm trong chính mục này.',
  'The parent must not lie below the item itself.',
);

/** A new parent and place: behind `after`, or first. */
function place(
  all: readonly ReviewRow[],
  row: ReviewRow,
  parentId: string | null | undefined,
  after: string | null | undefined,
): Result<Partial<ReviewState>, Problem> {
  const byId = new Map(all.map((one) => [one.id, one]));
  if (parentId) {
    const parent = byId.get(parentId);
    if (!parent || parent.kind !== row.kind || parent.retired) return err(notFound('mục cha', 'parent item'));
    for (let one: ReviewRow | undefined = parent; one; one = one.parentId ? byId.get(one.parentId) : undefined) {
      if (one.id === row.id) return err(CIRCLE);
    }
  }
  const to: { -readonly [K in keyof ReviewState]?: ReviewState[K] } = {};
  if (parentId !== undefined) to.parentId = parentId;
  if (after !== undefined) {
    const others = all.filter((one) => one.kind === row.kind && one.id !== row.id);
    const at = after === null ? -1 : others.findIndex((one) => one.id === after);
    if (after !== null && at < 0) return err(notFound('mục đứng trước', 'item before'));
    to.position = between(others[at]?.position, others[at + 1]?.position);
  }
  return ok(to);
}

function between(low: number | undefined, high: number | undefined): number {
  if (low === undefined) return high === undefined ? 1024 : high - 1024;
  return high === undefined ? low + 1024 : (low + high) / 2;
}

const BAD_SPAN = problem(
  422,
  'bad-span',
  'Đoạn được chọn không nằm trong văn bản.',
  'The selection does not lie in the text.',
);

export const addItem = behind(
  reviewRoutes['POST /documents/:id/review/items'],
  'review.add',
  'write',
  async (context, { id, kind, span, fields, parentId }) => {
    const text = await openTextOf(context, id);
    if (!text.ok) return text;
    if (span.start >= span.end || span.end > text.value.length) return err(BAD_SPAN);
    const checked = checkFields(kind, fields);
    if (!checked.ok) return checked;
    const all = await listReviewItems(context, id);
    if (parentId && !all.some((row) => row.id === parentId && row.kind === kind))
      return err(notFound('mục cha', 'parent item'));
    const made = await insert(context, id, {
      kind,
      origin: 'added',
      madeFrom: [],
      span,
      fields: checked.value,
      parentId,
      position: placeInText(all, kind, span.start),
    });
    recordChange(context, 'added', id, [made]);
    return ok(await answer(context, id, [made.id]));
  },
);

/** Between the items of the kind that stand before and behind it in the text. */
function placeInText(all: readonly ReviewRow[], kind: ItemKind, start: number): number {
  const same = all.filter((row) => row.kind === kind && row.retired === null);
  const before = same.filter((row) => row.spanStart <= start).at(-1);
  const behindIt = before ? same[same.indexOf(before) + 1] : same[0];
  return between(before?.position, behindIt?.position);
}

interface Made {
  readonly kind: ItemKind;
  readonly origin: 'added' | 'merged' | 'split';
  readonly madeFrom: readonly string[];
  readonly span: { readonly start: number; readonly end: number };
  readonly fields: Record<string, unknown>;
  readonly parentId: string | null;
  readonly position: number;
}

async function insert(context: Context, documentId: string, item: Made): Promise<Change> {
  const id = newId(context.now);
  await insertReviewItems(context, documentId, [
    {
      id,
      kind: item.kind,
      position: item.position,
      parentId: item.parentId,
      original: null,
      edited: item.fields,
      decision: 'accepted',
      origin: item.origin,
      madeFrom: item.madeFrom,
      spanStart: item.span.start,
      spanEnd: item.span.end,
      doubtful: false,
      decidedBy: context.actor.personId,
      decidedAt: context.now,
    },
  ]);
  await markSeen(context, documentId, [id], context.actor.personId ?? id, context.now);
  const [row] = await lockReviewItems(context, documentId, [id]);
  return { id, before: null, after: stateOf(row as ReviewRow), version: 1 };
}

const MIXED = problem(422, 'mixed-kinds', 'Chỉ gộp được các mục cùng loại.', 'Only items of one kind can be merged.');

export const mergeItems = behind(
  reviewRoutes['POST /documents/:id/review/merge'],
  'review.merge',
  'write',
  async (context, { id, items }) => {
    const open = await openReview(context, id);
    if (!open.ok) return open;
    const rows = await takeItems(context, id, items);
    if (!rows.ok) return rows;
    const sorted = rows.value.toSorted((a, b) => a.spanStart - b.spanStart);
    const first = sorted[0] as ReviewRow;
    if (sorted.some((row) => row.kind !== first.kind)) return err(MIXED);
    const made = await insert(context, id, {
      kind: first.kind,
      origin: 'merged',
      madeFrom: sorted.map((row) => row.id),
      span: { start: first.spanStart, end: Math.max(...sorted.map((row) => row.spanEnd)) },
      fields: mergedFields(sorted),
      parentId: first.parentId,
      position: first.position,
    });
    const changes = [made];
    for (const row of sorted) changes.push(await change(context, id, row, { retired: 'merged' }));
    recordChange(context, 'merged', id, changes);
    return ok(
      await answer(
        context,
        id,
        changes.map((one) => one.id),
      ),
    );
  },
);

/** The first item's fields; texts are joined and lists put together without repeats. */
function mergedFields(rows: readonly ReviewRow[]): Record<string, unknown> {
  const [first, ...others] = rows.map(fieldsOf) as [Record<string, unknown>, ...Record<string, unknown>[]];
  const merged = { ...first };
  for (const other of others) {
    for (const [name, value] of Object.entries(other)) {
      const mine = merged[name];
      if (name === 'text' && typeof mine === 'string') merged[name] = `${mine} ${String(value)}`;
      else if (Array.isArray(mine) && Array.isArray(value)) merged[name] = union(mine, value);
      else if (mine === null || mine === undefined) merged[name] = value;
    }
  }
  return merged;
}

function union(a: readonly unknown[], b: readonly unknown[]): unknown[] {
  const seen = new Set(a.map((one) => JSON.stringify(one)));
  return [...a, ...b.filter((one) => !seen.has(JSON.stringify(one)))];
}

export const splitItem = behind(
  reviewRoutes['POST /documents/:id/review/split'],
  'review.split',
  'write',
  async (context, { id, item, at }) => {
    const text = await openTextOf(context, id);
    if (!text.ok) return text;
    const rows = await takeItems(context, id, [item]);
    if (!rows.ok) return rows;
    const row = rows.value[0] as ReviewRow;
    const cuts = [...new Set(at)].sort((a, b) => a - b);
    if (cuts.some((cut) => cut <= row.spanStart || cut >= row.spanEnd)) return err(BAD_SPAN);
    const ends = [...cuts, row.spanEnd];
    const all = await listReviewItems(context, id);
    const next =
      all.find((one) => one.kind === row.kind && one.position > row.position)?.position ?? row.position + 1024;
    const changes: Change[] = [];
    let start = row.spanStart;
    for (const [i, end] of ends.entries()) {
      const span = trim(text.value, { start, end });
      const fields = { ...fieldsOf(row), ...reread(row.kind, text.value, span, fieldsOf(row)).fields };
      changes.push(
        await insert(context, id, {
          kind: row.kind,
          origin: 'split',
          madeFrom: [row.id],
          span,
          fields,
          parentId: row.parentId,
          position: row.position + ((next - row.position) * i) / ends.length,
        }),
      );
      start = end;
    }
    changes.push(await change(context, id, row, { retired: 'split' }));
    recordChange(context, 'split', id, changes);
    return ok(
      await answer(
        context,
        id,
        changes.map((one) => one.id),
      ),
    );
  },
);

function trim(text: string, span: { start: number; end: number }): { start: number; end: number } {
  let { start, end } = span;
  while (start < end - 1 && /\s/.test(text[start] as string)) start++;
  while (end > start + 1 && /\s/.test(text[end - 1] as string)) end--;
  return { start, end };
}

/** What a selection would be read as, to be put right by the person who adds it. */
export const suggestItem = behind(
  reviewRoutes['POST /documents/:id/review/suggest'],
  'review.suggest',
  'read',
  async (context, { id, kind, span }) => {
    const text = await textOf(context, id);
    if (!text.ok) return text;
    if (span.start >= span.end || span.end > text.value.length) return err(BAD_SPAN);
    return ok(reread(kind, text.value, span, {}));
  },
);

/** Seeing is no decision: it has no event of its own. */
export const markItemsSeen = behind(
  reviewRoutes['POST /documents/:id/review/seen'],
  'review.seen',
  'write',
  async (context, { id, ids }) => {
    const text = await textOf(context, id);
    if (!text.ok) return text;
    if (context.actor.personId) await markSeen(context, id, ids, context.actor.personId, context.now);
    return ok({ counts: await countReviewItems(context, id) });
  },
);
