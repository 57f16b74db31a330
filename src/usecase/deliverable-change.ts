/** Changes in the register of deliverables: adding, correcting, moving to a stage, taking out. */
import type { Json } from '#base/canonical.ts';
import { err, ok, type Result } from '#base/result.ts';
import { deliverableRoutes } from '#contract/deliverable.ts';
import { conflict, notFound, type Problem, problem } from '#contract/problem.ts';
import { moveStage, stageFactsOf } from '#delivery/deliverable-stage.ts';
import {
  type DeliverableFields,
  type DeliverableRow,
  fieldsOf,
  findDeliverable,
  insertAddedDeliverable,
  saveDeliverable,
} from '#store/deliverables.ts';
import { newId } from '#store/ids.ts';
import { findLife, followDeliverables } from '#store/task-life.ts';
import { mayEdit, shapeDeliverable } from './deliverable-shape.ts';
import { behind, type Context } from './usecase.ts';

const NOT_FOUND = notFound('sản phẩm', 'deliverable');
const OFFICE_ONLY = problem(
  403,
  'not-yours',
  'Chỉ Văn phòng sửa danh mục sản phẩm; cơ quan chủ trì cập nhật bước thực hiện và ghi chú.',
  'Only the Office keeps the register; lead agencies tell the stage and a note.',
);
const NOT_LEAD = problem(
  403,
  'not-yours',
  'Sản phẩm này do cơ quan khác chủ trì.',
  'Another agency leads this deliverable.',
);

/** The row, locked, as the writer saw it. */
async function locked(context: Context, id: string, version: number): Promise<Result<DeliverableRow, Problem>> {
  const row = await findDeliverable(context, id, context.today, true);
  if (!row || row.endedOn !== null) return err(NOT_FOUND);
  if (row.version !== version) return err(conflict(await shapeDeliverable(context, row)));
  return ok(row);
}

interface Told {
  readonly kind: 'deliverable.changed' | 'deliverable.staged' | 'deliverable.ended';
  readonly reason?: string | null;
}

/** Writes what differs; nothing is told when nothing does. */
async function change(
  context: Context,
  row: DeliverableRow,
  wanted: Partial<DeliverableFields>,
  { kind, reason = null }: Told,
): Promise<DeliverableRow> {
  const now = fieldsOf(row);
  const names = (Object.keys(wanted) as (keyof DeliverableFields)[]).filter((key) => now[key] !== wanted[key]);
  if (names.length > 0) {
    const pick = (fields: Partial<DeliverableFields>) => Object.fromEntries(names.map((key) => [key, fields[key]]));
    await saveDeliverable(context, row.id, pick(wanted));
    await followDeliverables(context, [row.taskId]);
    context.record({
      kind,
      subjectType: 'deliverable',
      subjectId: row.id,
      title: row.name,
      before: pick(now) as Json,
      after: pick(wanted) as Json,
      reason,
    });
    context.tell(`deliverable:${row.id}`, { id: row.id, taskId: row.taskId });
  }
  const left = await findDeliverable(context, row.id, context.today);
  if (!left) throw new Error('a deliverable that was changed is there');
  return left;
}

export const addDeliverable = behind(
  deliverableRoutes['POST /tasks/:id/deliverables'],
  'deliverable.add',
  'write',
  async (context, input) => {
    if (context.actor.role !== 'office') return err(OFFICE_ONLY);
    const life = await findLife(context, input.id, true);
    if (!life || (life.goneOn !== null && life.goneOn <= context.today)) return err(notFound('nhiệm vụ', 'task'));
    const id = newId(context.now);
    const { kind, name } = input;
    const session = sessionOf(input);
    const [dueOn, note] = [input.dueOn ?? null, input.note || null];
    await insertAddedDeliverable(context, {
      id,
      planId: life.planId,
      taskId: life.id,
      kind,
      name,
      dueOn,
      note,
      ...session,
    });
    await followDeliverables(context, [life.id]);
    context.record({
      kind: 'deliverable.added',
      subjectType: 'deliverable',
      subjectId: id,
      title: name,
      after: { kind, name, dueOn, note, ...session },
    });
    context.tell(`deliverable:${id}`, { id, taskId: life.id });
    const row = await findDeliverable(context, id, context.today);
    return row ? ok(await shapeDeliverable(context, row)) : err(NOT_FOUND);
  },
);

/** A session has a name only in a month. */
function sessionOf(input: {
  readonly sessionMonth?: string | null | undefined;
  readonly sessionTitle?: string | null | undefined;
}) {
  const sessionMonth = input.sessionMonth ?? null;
  return { sessionMonth, sessionTitle: sessionMonth === null ? null : input.sessionTitle || null };
}

export const editDeliverable = behind(
  deliverableRoutes['PATCH /deliverables/:id'],
  'deliverable.edit',
  'write',
  async (context, input) => {
    const found = await locked(context, input.id, input.version);
    if (!found.ok) return found;
    const row = found.value;
    const may = mayEdit(context, row);
    if (may === 'none') return err(NOT_LEAD);
    const { kind, name, dueOn, sessionMonth, sessionTitle, note } = input;
    const register: Partial<DeliverableFields> = {
      ...(kind === undefined ? {} : { kind }),
      ...(name === undefined ? {} : { name }),
      ...(dueOn === undefined ? {} : { dueOn }),
      ...(sessionMonth === undefined && sessionTitle === undefined
        ? {}
        : sessionOf({
            sessionMonth: sessionMonth === undefined ? row.sessionMonth : sessionMonth,
            sessionTitle: sessionTitle === undefined ? row.sessionTitle : sessionTitle,
          })),
    };
    if (may === 'stage' && Object.keys(register).length > 0) return err(OFFICE_ONLY);
    const wanted = { ...register, ...(note === undefined ? {} : { note: note || null }) };
    const left = await change(context, row, wanted, { kind: 'deliverable.changed' });
    return ok(await shapeDeliverable(context, left));
  },
);

export const stageDeliverable = behind(
  deliverableRoutes['POST /deliverables/:id/stage'],
  'deliverable.stage',
  'write',
  async (context, input) => {
    const found = await locked(context, input.id, input.version);
    if (!found.ok) return found;
    const row = found.value;
    if (mayEdit(context, row) === 'none') return err(NOT_LEAD);
    const moved = moveStage(stageFactsOf(row), input, context.today);
    if (!moved.ok) {
      const { code, vi, en } = moved.error;
      return err(problem(code === 'same-stage' ? 409 : 422, code, vi, en));
    }
    const { facts, skipped } = moved.value;
    if (
      facts.documentId !== null &&
      facts.documentId !== row.documentId &&
      !(await inLibrary(context, facts.documentId))
    )
      return err(notFound('văn bản này', 'document'));
    const left = await change(context, row, facts, { kind: 'deliverable.staged', reason: input.reason || null });
    return ok({ ...(await shapeDeliverable(context, left)), skipped: [...skipped] });
  },
);

async function inLibrary({ db, provinceId }: Context, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('document')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

export const endDeliverable = behind(
  deliverableRoutes['POST /deliverables/:id/end'],
  'deliverable.end',
  'write',
  async (context, { id, version, reason }) => {
    const found = await locked(context, id, version);
    if (!found.ok) return found;
    if (context.actor.role !== 'office') return err(OFFICE_ONLY);
    const left = await change(context, found.value, { endedOn: context.today }, { kind: 'deliverable.ended', reason });
    return ok({ ended: true as const, version: left.version });
  },
);
