/** A directive corrected, or withdrawn with its task. */
import type { Json } from '#base/canonical.ts';
import { err, ok, type Result } from '#base/result.ts';
import { directiveRoutes } from '#contract/directive.ts';
import { conflict, notFound, type Problem, problem } from '#contract/problem.ts';
import { type DirectiveFields, type DirectiveRow, findDirective, saveDirective } from '#store/directives.ts';
import { findLife } from '#store/task-life.ts';
import { FUTURE } from './directive-make.ts';
import { mayChange, shapeDirective } from './directive-shape.ts';
import { actOn, titleOf } from './task-act.ts';
import { behind, type Context } from './usecase.ts';

export const NOT_FOUND = notFound('ý kiến chỉ đạo', 'directive');
export const NOT_YOURS = problem(
  403,
  'not-yours',
  'Chỉ lãnh đạo đã cho ý kiến hoặc Văn phòng được thay đổi.',
  'Only the leader who gave it, or the Office, may change it.',
);
const WITHDRAWN = problem(
  409,
  'withdrawn',
  'Ý kiến chỉ đạo này đã được thu hồi.',
  'The directive was withdrawn already.',
);

export function directiveFields(row: DirectiveRow): DirectiveFields {
  const { text, givenOn, withdrawnAt, withdrawnReason } = row;
  return { text, givenOn, withdrawnAt, withdrawnReason };
}

async function locked(context: Context, id: string, version: number): Promise<Result<DirectiveRow, Problem>> {
  const row = await findDirective(context, id, context.today, true);
  if (!row) return err(NOT_FOUND);
  if (row.version !== version) return err(conflict(await shapeDirective(context, row)));
  if (!mayChange(context, row)) return err(NOT_YOURS);
  return row.withdrawnAt === null ? ok(row) : err(WITHDRAWN);
}

async function shown(context: Context, id: string) {
  const row = await findDirective(context, id, context.today);
  return row ? ok(await shapeDirective(context, row)) : err(NOT_FOUND);
}

export const editDirective = behind(
  directiveRoutes['PATCH /directives/:id'],
  'directive.edit',
  'write',
  async (context, input) => {
    const found = await locked(context, input.id, input.version);
    if (!found.ok) return found;
    const row = found.value;
    const now = directiveFields(row);
    const wanted = { ...now, text: input.text ?? now.text, givenOn: input.givenOn ?? now.givenOn };
    if (wanted.givenOn > context.today) return err(FUTURE);
    const names = (['text', 'givenOn'] as const).filter((name) => wanted[name] !== now[name]);
    if (names.length > 0) {
      const pick = (fields: DirectiveFields) => Object.fromEntries(names.map((name) => [name, fields[name]]));
      await saveDirective(context, row, wanted);
      context.record({
        kind: 'directive.changed',
        subjectType: 'directive',
        subjectId: row.id,
        title: titleOf(row.text),
        before: pick(now) as Json,
        after: pick(wanted) as Json,
      });
      context.tell(`directive:${row.id}`, { id: row.id, taskId: row.taskId });
    }
    return shown(context, row.id);
  },
);

/** What a leader withdraws the Office cancels: a task belongs to who verifies it. */
export function asOffice(context: Context): Context {
  return { ...context, actor: { ...context.actor, role: 'office' } };
}

export const withdrawDirective = behind(
  directiveRoutes['POST /directives/:id/withdraw'],
  'directive.withdraw',
  'write',
  async (context, { id, version, reason }) => {
    const found = await locked(context, id, version);
    if (!found.ok) return found;
    const row = found.value;
    const life = row.taskId === null ? null : await findLife(context, row.taskId, true);
    const cancels = life !== null && life.state !== 'cancelled';
    if (cancels) {
      const done = await actOn(asOffice(context), life, { act: 'cancel', text: `Thu hồi ý kiến chỉ đạo: ${reason}` });
      if (!done.ok) return done;
    }
    const now = directiveFields(row);
    const after = { withdrawnAt: context.now.toISOString(), withdrawnReason: reason };
    await saveDirective(context, row, { ...now, ...after });
    context.record({
      kind: 'directive.withdrawn',
      subjectType: 'directive',
      subjectId: row.id,
      title: titleOf(row.text),
      before: { withdrawnAt: null, withdrawnReason: null },
      after: { ...after, cancelled: cancels },
      reason,
    });
    context.tell(`directive:${row.id}`, { id: row.id, taskId: row.taskId });
    return shown(context, row.id);
  },
);
