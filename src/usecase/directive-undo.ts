/** Takes back what was done to a directive last: its task goes or comes back with it, as long as nobody has worked on it. */
import { err, ok, type Result } from '#base/result.ts';
import { directiveRoutes } from '#contract/directive.ts';
import { conflict, type Problem, problem } from '#contract/problem.ts';
import {
  type DirectiveFields,
  type DirectiveRow,
  findDirective,
  removeDirective,
  saveDirective,
} from '#store/directives.ts';
import { type EventBody, type LoggedEvent, listEvents } from '#store/event-log.ts';
import { findLife, listActs, removeOwnTask } from '#store/task-life.ts';
import { asOffice, directiveFields, NOT_FOUND, NOT_YOURS } from './directive-change.ts';
import { mayChange, shapeDirective } from './directive-shape.ts';
import type { Undoer } from './event-undo.ts';
import { untell } from './notice-make.ts';
import { lastUndoable, takeBack as takeActBack, titleOf } from './task-act.ts';
import { behind, type Context } from './usecase.ts';

const NOTHING = problem(409, 'nothing-to-undo', 'Không có việc nào để hoàn tác.', 'There is nothing to undo.');
const IN_THE_WAY = problem(
  409,
  'undo-in-the-way',
  'Không hoàn tác được: đã có thay đổi khác sau việc này.',
  'It can’t be undone: something was changed after it.',
);

/** The newest change that stands and that the post may take back. */
export function lastStanding(context: Context, row: DirectiveRow, events: readonly LoggedEvent[]): EventBody | null {
  if (!mayChange(context, row)) return null;
  const undone = new Set(events.map(({ body }) => body.undoes));
  return events.find(({ body }) => body.undoes === null && !undone.has(body.id))?.body ?? null;
}

async function takeBack(
  context: Context,
  row: DirectiveRow,
  event: EventBody,
  undoes: string | null,
): Promise<Result<null, Problem>> {
  const left = (event.after ?? {}) as Partial<DirectiveFields> & { readonly cancelled?: boolean };
  const now = directiveFields(row);
  const changed = (['text', 'givenOn', 'withdrawnAt', 'withdrawnReason'] as const).some(
    (name) => name in left && now[name] !== left[name],
  );
  if (changed) return err(IN_THE_WAY);
  // Recorded first: whoever undoes by the log ties its number to the first thing recorded.
  const given = event.kind === 'directive.given';
  context.record({
    kind: 'directive.undone',
    subjectType: 'directive',
    subjectId: row.id,
    title: titleOf(row.text),
    before: event.after,
    after: given ? null : event.before,
    undoes,
  });
  context.tell(`directive:${row.id}`, { id: row.id, taskId: row.taskId });
  if (given) return ungive(context, row);
  await saveDirective(context, row, { ...now, ...(event.before as Partial<DirectiveFields>) });
  return left.cancelled === true ? uncancel(context, row) : ok(null);
}

/** Directive and task go, unless the task has lived: anything but its being assigned, evidence, parts. */
async function ungive(context: Context, row: DirectiveRow): Promise<Result<null, Problem>> {
  if (row.taskId !== null) {
    const acts = await listActs(context, row.taskId);
    const lived = acts.some((act) => act.undoneAt === null && act.act !== 'assign' && act.act !== 'remind');
    if (lived || acts.length > 1 || (await isUsed(context, row.taskId))) return err(IN_THE_WAY);
  }
  await removeDirective(context, row.id);
  await untell(context, `directive:${row.id}`, row.text);
  if (row.taskId !== null) {
    await dropDeliverables(context, row.taskId);
    await removeOwnTask(context, row.taskId);
    context.tell(`task:${row.taskId}`, { id: row.taskId, act: 'undo' });
  }
  return ok(null);
}

async function isUsed({ db, provinceId }: Context, taskId: string): Promise<boolean> {
  const [part, evidence, deliverable] = await Promise.all([
    db
      .selectFrom('task')
      .select('id')
      .where('province_id', '=', provinceId)
      .where('parent_id', '=', taskId)
      .executeTakeFirst(),
    db
      .selectFrom('evidence')
      .select('id')
      .where('province_id', '=', provinceId)
      .where('subject_id', '=', taskId)
      .where('removed_at', 'is', null)
      .executeTakeFirst(),
    db
      .selectFrom('deliverable')
      .select('id')
      .where('province_id', '=', provinceId)
      .where('task_id', '=', taskId)
      .where('version', '>', 1)
      .executeTakeFirst(),
  ]);
  return part !== undefined || evidence !== undefined || deliverable !== undefined;
}

async function dropDeliverables({ db, provinceId }: Context, taskId: string): Promise<void> {
  await db.deleteFrom('deliverable').where('province_id', '=', provinceId).where('task_id', '=', taskId).execute();
}

async function uncancel(context: Context, row: DirectiveRow): Promise<Result<null, Problem>> {
  const life = row.taskId === null ? null : await findLife(context, row.taskId, true);
  if (!life) return ok(null);
  const last = lastUndoable(await listActs(context, life.id));
  if (last?.act !== 'cancel') return err(IN_THE_WAY);
  return takeActBack(asOffice(context), life, last);
}

export const undoDirective = behind(
  directiveRoutes['POST /directives/:id/undo'],
  'directive.undo',
  'write',
  async (context, { id, version }) => {
    const row = await findDirective(context, id, context.today, true);
    if (!row) return err(NOT_FOUND);
    if (row.version !== version) return err(conflict(await shapeDirective(context, row)));
    if (!mayChange(context, row)) return err(NOT_YOURS);
    const { events } = await listEvents(context, { subjectType: 'directive', subjectId: id, limit: 100 });
    const last = lastStanding(context, row, events);
    if (last === null) return err(NOTHING);
    const done = await takeBack(context, row, last, last.id);
    if (!done.ok) return done;
    const left = await findDirective(context, id, context.today);
    return ok(left && (await shapeDirective(context, left)));
  },
);

const UNDO: Undoer = {
  access: 'directive.give',
  undo: async (context, event) => {
    const row = await findDirective(context, event.subject.id, context.today, true);
    if (!row) return err(NOT_FOUND);
    if (!mayChange(context, row)) return err(NOT_YOURS);
    return takeBack(context, row, event, null);
  },
};

export const DIRECTIVE_UNDOERS: Readonly<Record<string, Undoer>> = {
  'directive.given': UNDO,
  'directive.changed': UNDO,
  'directive.withdrawn': UNDO,
};
