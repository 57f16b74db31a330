/** What the registers (sổ theo dõi) share: whose an entry is, who may be named in it, taking the last change back. */
import { canonicalJson, type Json } from '#base/canonical.ts';
import { err, ok, type Result } from '#base/result.ts';
import { type Problem, problem } from '#contract/problem.ts';
import { listEvents } from '#store/event-log.ts';
import { isActive } from '#store/organisation-names.ts';
import { listPosts } from '#store/posts.ts';
import type { Undoer } from './event-undo.ts';
import type { Context } from './usecase.ts';

export const NOT_YOURS = problem(
  403,
  'not-yours',
  'Chỉ Văn phòng hoặc cơ quan phụ trách được thay đổi mục này.',
  'Only the Office or the organisation in charge may change this.',
);
export const IN_THE_WAY = problem(
  409,
  'undo-in-the-way',
  'Không hoàn tác được: đã có thay đổi khác sau việc này.',
  'It can’t be undone: something was changed after it.',
);
const NOTHING = problem(409, 'nothing-to-undo', 'Không có việc nào để hoàn tác.', 'There is nothing to undo.');

export function badField(code: string, field: string, vi: string, en: string): Problem {
  return problem(422, code, vi, en, { fields: { [field]: { vi, en } } });
}

/** The Office keeps every register; an agency its own entries. */
export function isMine({ actor }: Context, organisationId: string): boolean {
  if (!actor.rights.has('register.edit')) return false;
  return actor.role === 'office' || (actor.organisationId !== null && actor.organisationId === organisationId);
}

/** Nobody is put in charge after their end. */
export async function endedOrganisation(context: Context, id: string): Promise<Problem | null> {
  if (await isActive(context, id, context.today)) return null;
  return badField(
    'ended-organisation',
    'organisationId',
    'Cơ quan này không còn hoạt động hoặc không có trong danh mục.',
    'This organisation has ended or is not in the catalogue.',
  );
}

/** The post must be of the organisation, and there today. */
export async function wrongPost(
  context: Context,
  postId: string | null | undefined,
  organisationId: string,
): Promise<Problem | null> {
  if (!postId) return null;
  const [post] = await listPosts(context, { id: postId, asOf: context.today, limit: 1 }, context.today);
  if (post && post.organisation.id === organisationId) return null;
  return badField(
    'unknown-post',
    'postId',
    'Chức danh này không thuộc cơ quan phụ trách.',
    'This post is not one of the organisation in charge.',
  );
}

const LOOKED_AT = 200;

/**
 * Takes back the newest change of an entry that still stands, by whoever made it or the Office. `undoers` tells which
 * kinds of events can be.
 */
export async function undoLast(
  context: Context,
  subjectType: string,
  subjectId: string,
  undoers: Readonly<Record<string, Undoer>>,
): Promise<Result<unknown, Problem>> {
  const last = await lastUndoable(context, subjectType, subjectId, undoers);
  if (!last) return err(NOTHING);
  if (!mayTakeBack(context, last.body.post)) return err(NOT_YOURS);
  let recorded = 0;
  const inner: Context = {
    ...context,
    record: (one) => {
      recorded += 1;
      context.record({ ...one, undoes: recorded === 1 ? last.body.id : null });
    },
  };
  const undone = await (undoers[last.body.kind] as Undoer).undo(inner, last.body);
  if (!undone.ok) return undone.error.code === 'conflict' ? err(IN_THE_WAY) : undone;
  return ok(null);
}

export async function lastUndoable(
  context: Context,
  subjectType: string,
  subjectId: string,
  undoers: Readonly<Record<string, Undoer>>,
) {
  const { events } = await listEvents(context, { subjectType, subjectId, limit: LOOKED_AT });
  const undone = new Set(events.flatMap(({ body }) => (body.undoes === null ? [] : [body.undoes])));
  return events.find(({ body }) => body.undoes === null && !undone.has(body.id) && body.kind in undoers) ?? null;
}

export function mayTakeBack({ actor }: Context, postId: string | null): boolean {
  return actor.role === 'office' || (postId !== null && postId === actor.postId);
}

/** Whether something is attached to an entry: it is not taken out under it. */
export async function hasEvidence(
  { db, provinceId }: Context,
  subjectType: 'case' | 'inspection',
  subjectId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('evidence')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('subject_type', '=', subjectType)
    .where('subject_id', '=', subjectId)
    .where('removed_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Only the fields that differ, as they were and as they are. */
export function changedFields(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): { before: Record<string, Json>; after: Record<string, Json> } {
  const changed = Object.keys(after).filter(
    (key) =>
      after[key] !== undefined &&
      canonicalJson((before[key] ?? null) as Json) !== canonicalJson((after[key] ?? null) as Json),
  );
  const pick = (from: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(changed.map((key) => [key, (from[key] ?? null) as Json]));
  return { before: pick(before), after: pick(after) };
}

/** So that the log reads without other tables. */
export function shortTitle(text: string): string {
  return text.length > 160 ? `${text.slice(0, 157)}…` : text;
}
