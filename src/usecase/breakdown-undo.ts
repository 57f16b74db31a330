/** Adding, changing and taking out of parts, taken back (hoàn tác): exactly, as long as nobody has touched them since. */
import { canonicalJson, type Json } from '#base/canonical.ts';
import { err, ok, type Result } from '#base/result.ts';
import { breakdownRoutes } from '#contract/breakdown.ts';
import { type Problem, problem } from '#contract/problem.ts';
import { insertParts, savePart, tracesOf } from '#store/breakdown.ts';
import { type EventBody, findUndoing, type LoggedEvent, listEvents } from '#store/event-log.ts';
import { findLife, findLives, type LifeRow } from '#store/task-life.ts';
import {
  type PartChange,
  type PartKept,
  recordAdded,
  recordChanged,
  takeOut,
  touch,
  wordsOf,
} from './breakdown-write.ts';
import type { Undoer } from './event-undo.ts';
import { behind, type Context } from './usecase.ts';

type Undone = Promise<Result<unknown, Problem>>;

const IN_THE_WAY = problem(
  409,
  'undo-in-the-way',
  'Không hoàn tác được: phần việc đã được thực hiện hoặc đã thay đổi sau đó.',
  'It can’t be undone: the parts were worked on or changed since.',
);
const NOTHING = problem(409, 'nothing-to-undo', 'Không có lần phân rã nào để hoàn tác.', 'There is nothing to undo.');

const partsOf = (value: Json): PartKept[] => (value as unknown as { parts?: PartKept[] } | null)?.parts ?? [];

/** Parts that stand as they were put in, untouched; null when one does not. Their rows are locked. */
export async function untouchedParts(context: Context, kept: readonly PartKept[]): Promise<LifeRow[] | null> {
  const rows = await findLives(
    context,
    kept.map((one) => one.id),
    true,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const one of kept) {
    const row = byId.get(one.id);
    if (!row) return null;
    const left = wordsOf(one as never);
    if (canonicalJson(wordsOf(row) as never) !== canonicalJson(left as never)) return null;
    const { acts, evidence, parts } = await tracesOf(context, one.id);
    if (acts + evidence + parts > 0) return null;
  }
  return kept.map((one) => byId.get(one.id) as LifeRow);
}

async function takeBackAdded(context: Context, event: EventBody): Undone {
  const rows = await untouchedParts(context, partsOf(event.after));
  if (rows === null) return err(IN_THE_WAY);
  await takeOut(context, rows);
  return ok(null);
}

/** Puts parts in once more that were taken out; null when their whole is gone. */
export async function putBack(context: Context, kept: readonly PartKept[]): Promise<LifeRow | null> {
  const [first] = kept;
  const whole = first ? await findLife(context, first.wholeId, true) : null;
  if (!whole) return null;
  if (
    (
      await findLives(
        context,
        kept.map((one) => one.id),
      )
    ).length > 0
  )
    return null;
  const none = { supportIds: [], progress: null, result: null, reportedOn: null, doneOn: null, returnedOn: null };
  await insertParts(
    context,
    kept.map(({ wholeId, ...one }) => ({
      ...none,
      ...one,
      returnReason: null,
      askedDueOn: null,
      askedReason: null,
      pausedState: null,
      planId: whole.planId,
      parentId: wholeId,
      origin: 'breakdown' as const,
      section: whole.section,
      groupTitle: whole.groupTitle,
    })),
    context.now,
  );
  await touch(context, whole.id);
  return whole;
}

async function takeBackRemoved(context: Context, event: EventBody): Undone {
  const kept = partsOf(event.before);
  const whole = await putBack(context, kept);
  if (!whole) return err(IN_THE_WAY);
  recordAdded(context, whole, kept);
  return ok(null);
}

async function takeBackChanged(context: Context, event: EventBody): Undone {
  const { partId, ...was } = event.before as unknown as PartChange & { partId: string };
  const { partId: _, ...left } = event.after as unknown as PartChange & { partId: string };
  const part = await findLife(context, partId, true);
  if (!part || canonicalJson(wordsOf(part) as never) !== canonicalJson(left as never)) return err(IN_THE_WAY);
  await savePart(context, part, was, was, context.now);
  recordChanged(context, part, wordsOf(part), was);
  return ok(null);
}

export const BREAKDOWN_UNDOERS: Readonly<Record<string, Undoer>> = {
  'task.parts-added': { access: 'task.break-down', undo: takeBackAdded },
  'task.parts-removed': { access: 'task.break-down', undo: takeBackRemoved },
  'task.part-changed': { access: 'task.break-down', undo: takeBackChanged },
};

/** How far back a change is looked for. */
const LOOK = 60;

/** The agency's newest change of the parts of a whole that stands; an undoing itself is none. */
export async function lastOfParts(context: Context, wholeId: string): Promise<LoggedEvent | null> {
  const { organisationId } = context.actor;
  const { events } = await listEvents(context, { subjectType: 'task', subjectId: wholeId, limit: LOOK });
  for (const event of events) {
    const { kind, undoes, before, after } = event.body;
    if (!(kind in BREAKDOWN_UNDOERS) || undoes !== null) continue;
    const whose = partsOf(after)[0] ?? partsOf(before)[0] ?? (after as unknown as PartChange);
    if (whose.assignerId !== organisationId) continue;
    if (await findUndoing(context, event)) continue;
    return event;
  }
  return null;
}

/** Carries an undoer out; what it records first says what it undoes. */
export async function carryBack(context: Context, event: EventBody, undoer: Undoer): Undone {
  let recorded = 0;
  return undoer.undo(
    {
      ...context,
      record: (one) => {
        recorded += 1;
        context.record({ ...one, undoes: recorded === 1 ? event.id : null });
      },
    },
    event,
  );
}

export const undoParts = behind(
  breakdownRoutes['POST /tasks/:id/parts/undo'],
  'task.undo-parts',
  'write',
  async (context, { id }) => {
    // Two who undo at once don't undo the same twice.
    await findLife(context, id, true);
    const event = await lastOfParts(context, id);
    const undoer = event ? BREAKDOWN_UNDOERS[event.body.kind] : undefined;
    if (!event || !undoer) return err(NOTHING);
    const done = await carryBack(context, event.body, undoer);
    return done.ok ? ok({ undone: event.body.kind }) : done;
  },
);
