/** Applies one item of a diff to the plan, or takes it back: versions are opened and closed, never overwritten. */
import { err, ok, type Result } from '#base/result.ts';
import { type Problem, problem } from '#contract/problem.ts';
import type { PlanTarget, PlanTask } from '#plan/content.ts';
import { isDivided } from '#store/allocations.ts';
import type { Scope } from '#store/database.ts';
import { type DiffItemRow, listDiffItems } from '#store/diffs.ts';
import {
  endTargetVersion,
  insertTargetVersions,
  removeTargetVersion,
  reopenTargetVersion,
  setTargetLeads,
  targetVersions,
} from '#store/targets.ts';
import {
  endTaskVersion,
  insertTaskVersions,
  removeTaskVersion,
  reopenTaskVersion,
  taskVersions,
} from '#store/tasks.ts';
import { type PlanPlace, taskVersion, writeContent } from './plan-write.ts';

type Place = Omit<PlanPlace, 'position'>;

export interface Made {
  /** Target or task that was made or given a new version. */
  readonly id: string | null;
  readonly ordinal: number | null;
}

const CHANGED = problem(
  409,
  'changed-since',
  'Chỉ tiêu hoặc nhiệm vụ này đã thay đổi sau khi so sánh. Hãy so sánh lại.',
  'This target or task has changed since the diff was made. Compare again.',
);

const DIVIDED = problem(
  409,
  'changed-since',
  'Chỉ tiêu này đã được phân bổ. Hãy bỏ phân bổ trước.',
  'This target was divided. End its allocations first.',
);

export async function applyItem(
  scope: Scope,
  row: DiffItemRow,
  place: Place,
  diffId: string,
): Promise<Result<Made, Problem>> {
  if (row.change === 'new') return ok(await addNew(scope, row, place, diffId));
  const id = row.subjectId as string;
  const versions = row.subject === 'target' ? await targetVersions(scope, id) : await taskVersions(scope, id);
  const last = versions[0];
  if (!last || last.validTo !== null || last.ordinal !== row.before?.ordinal || last.validFrom > place.effectiveOn)
    return err(CHANGED);
  if (row.subject === 'target') await endTargetVersion(scope, id, place.effectiveOn);
  else await endTaskVersion(scope, id, place.effectiveOn);
  if (row.change === 'gone') return ok({ id, ordinal: null });
  const ordinal = last.ordinal + 1;
  const { documentId, now } = place;
  if (row.subject === 'target') {
    const content = row.after as PlanTarget;
    await insertTargetVersions(scope, [
      { targetId: id, ordinal, validFrom: place.effectiveOn, documentId, content, now },
    ]);
    if (row.fields.includes('leads')) await setTargetLeads(scope, id, content.leads.map(place.find));
  } else {
    const content = row.after as PlanTask;
    await insertTaskVersions(scope, [taskVersion({ ...place, position: 0 }, id, ordinal, content)]);
  }
  return ok({ id, ordinal });
}

/** A new target stands behind those of the plan; a part below its whole, when that is applied. */
async function addNew(scope: Scope, row: DiffItemRow, place: Place, diffId: string): Promise<Made> {
  const after = row.after as PlanTarget | PlanTask;
  const position = (await lastPosition(scope, place.planId)) + 1;
  if (row.subject === 'task') {
    const task = after as PlanTask;
    const written = await writeContent(scope, { ...place, position }, { targets: [], tasks: [task], regimes: [] });
    return { id: written.byItem.get(task.source.itemId) ?? null, ordinal: 1 };
  }
  const target = after as PlanTarget;
  const parents = new Map<string, string>();
  if (target.parentItemId !== null) {
    const items = await listDiffItems(scope, diffId);
    const whole = items.find((item) => item.itemId === target.parentItemId);
    const id = whole?.madeId ?? whole?.subjectId ?? null;
    if (id !== null) parents.set(target.parentItemId, id);
  }
  const written = await writeContent(
    scope,
    { ...place, position },
    { targets: [target], tasks: [], regimes: [] },
    parents,
  );
  return { id: written.byItem.get(target.source.itemId) ?? null, ordinal: 1 };
}

async function lastPosition({ db, provinceId }: Scope, planId: string): Promise<number> {
  const of = async (table: 'target' | 'task') => {
    const row = await db
      .selectFrom(table)
      .select((e) => e.fn.max('position').as('position'))
      .where('province_id', '=', provinceId)
      .where('plan_id', '=', planId)
      .executeTakeFirst();
    return row?.position ?? 0;
  };
  return Math.max(await of('target'), await of('task'));
}

/** Takes an applied item back; refused when something was built upon it. */
export async function revertItem(scope: Scope, row: DiffItemRow, place: Place): Promise<Result<null, Problem>> {
  const id = row.madeId;
  if (id === null) return err(CHANGED);
  const isTarget = row.subject === 'target';
  const versions = isTarget ? await targetVersions(scope, id) : await taskVersions(scope, id);
  const last = versions[0];
  const expected = row.change === 'gone' ? row.before?.ordinal : row.madeOrdinal;
  if (!last || last.ordinal !== expected || (row.change !== 'gone' && last.validTo !== null)) return err(CHANGED);
  if (isTarget && row.change === 'new' && (await isDivided(scope, id))) return err(DIVIDED);
  if (row.change !== 'gone') {
    if (isTarget) await removeTargetVersion(scope, id, last.ordinal);
    else await removeTaskVersion(scope, id, last.ordinal);
  }
  if (row.change !== 'new' && row.before !== null) {
    if (isTarget) await reopenTargetVersion(scope, id, row.before.ordinal);
    else await reopenTaskVersion(scope, id, row.before.ordinal);
    if (isTarget && row.fields.includes('leads')) {
      await setTargetLeads(scope, id, (row.before as unknown as PlanTarget).leads.map(place.find));
    }
  }
  return ok(null);
}
