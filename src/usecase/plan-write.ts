/** Puts targets, tasks, deliverables and regimes of a document into a plan. */
import { indicatorByCode } from '#catalogue/indicators.ts';
import type { PlanContent, PlanTarget, PlanTask } from '#plan/content.ts';
import type { NamedAgency } from '#plan/review.ts';
import type { Scope } from '#store/database.ts';
import { newId } from '#store/ids.ts';
import { ensureIndicators } from '#store/indicators.ts';
import { insertRegimes } from '#store/plans.ts';
import { insertTargets, insertTargetVersions, setTargetLeads } from '#store/targets.ts';
import { insertDeliverables, insertTasks, insertTaskVersions, type NewTaskVersion } from '#store/tasks.ts';
import type { FoundAgency } from './plan-content.ts';

/** What it is written under. */
export interface PlanPlace {
  readonly planId: string;
  readonly documentId: string;
  readonly effectiveOn: string;
  readonly now: Date;
  readonly find: (agency: NamedAgency) => FoundAgency;
  /** First place of what is added; the next ones follow by one. */
  readonly position: number;
}

export interface Written {
  /** Target or task by the review item that it was made of. */
  readonly byItem: ReadonlyMap<string, string>;
  readonly targets: number;
  readonly tasks: number;
  readonly deliverables: number;
  readonly regimes: number;
}

/** `parents`: targets of the plan by review item, for parts whose whole is there already. */
export async function writeContent(
  scope: Scope,
  place: PlanPlace,
  content: PlanContent,
  parents: ReadonlyMap<string, string> = new Map(),
): Promise<Written> {
  const byItem = new Map<string, string>(parents);
  const indicators = await indicatorsOf(scope, content.targets, place.now);
  for (const target of content.targets) byItem.set(target.source.itemId, newId(place.now));
  await insertTargets(
    scope,
    content.targets.map((target, i) => ({
      id: byItem.get(target.source.itemId) as string,
      planId: place.planId,
      parentId: target.parentItemId === null ? null : (byItem.get(target.parentItemId) ?? null),
      position: place.position + i,
      indicatorId: target.indicator === null ? null : (indicators.get(target.indicator.code) ?? null),
      now: place.now,
    })),
  );
  await insertTargetVersions(
    scope,
    content.targets.map((target) => ({
      targetId: byItem.get(target.source.itemId) as string,
      ordinal: 1,
      validFrom: place.effectiveOn,
      documentId: place.documentId,
      content: target,
      now: place.now,
    })),
  );
  for (const target of content.targets) {
    if (target.leads.length > 0)
      await setTargetLeads(scope, byItem.get(target.source.itemId) as string, target.leads.map(place.find));
  }
  for (const task of content.tasks) byItem.set(task.source.itemId, newId(place.now));
  await insertTasks(
    scope,
    content.tasks.map((task, i) => ({
      id: byItem.get(task.source.itemId) as string,
      planId: place.planId,
      position: place.position + content.targets.length + i,
      now: place.now,
    })),
  );
  await insertTaskVersions(
    scope,
    content.tasks.map((task) => taskVersion(place, byItem.get(task.source.itemId) as string, 1, task)),
  );
  const deliverables = content.tasks.flatMap((task) =>
    deliverablesOf(place, byItem.get(task.source.itemId) as string, task),
  );
  await insertDeliverables(scope, deliverables);
  await insertRegimes(
    scope,
    content.regimes.map((regime) => ({
      id: newId(place.now),
      planId: place.planId,
      cadence: regime.cadence,
      due: regime.due,
      reporter: regime.reporter,
      recipient: regime.recipient,
      documentId: place.documentId,
      spanStart: regime.source.span.start,
      spanEnd: regime.source.span.end,
      quote: regime.source.quote,
    })),
  );
  return {
    byItem,
    targets: content.targets.length,
    tasks: content.tasks.length,
    deliverables: deliverables.length,
    regimes: content.regimes.length,
  };
}

/** A version of a task with its bodies. */
export function taskVersion(place: PlanPlace, taskId: string, ordinal: number, task: PlanTask): NewTaskVersion {
  return {
    taskId,
    ordinal,
    validFrom: place.effectiveOn,
    documentId: place.documentId,
    content: task,
    agencies: [
      ...task.leads.map((agency) => ({ role: 'lead' as const, ...place.find(agency) })),
      ...task.supports.map((agency) => ({ role: 'support' as const, ...place.find(agency) })),
    ],
    now: place.now,
  };
}

/** Sản phẩm of a task: what is to be submitted and issued. */
export function deliverablesOf(place: PlanPlace, taskId: string, task: PlanTask) {
  return task.products.map((product) => ({
    id: newId(place.now),
    planId: place.planId,
    taskId,
    kind: product.kind,
    name: product.name,
    dueOn: task.dueOn,
    spanStart: task.source.span.start,
    spanEnd: task.source.span.end,
  }));
}

/** Indicators of the targets, taken into use where the province has not used them yet: ids by code. */
export async function indicatorsOf(
  scope: Scope,
  targets: readonly PlanTarget[],
  now: Date,
): Promise<Map<string, string>> {
  const codes = [...new Set(targets.flatMap((target) => (target.indicator ? [target.indicator.code] : [])))];
  return ensureIndicators(
    scope,
    codes.flatMap((code) => {
      const known = indicatorByCode(code);
      if (!known) return [];
      return [
        {
          id: newId(now),
          code,
          name: known.name,
          unit: known.unit,
          kind: known.kind,
          direction: known.direction,
          state: 'catalogue' as const,
          now,
        },
      ];
    }),
  );
}

/** Whether a document is still under review or part of a plan. */
export async function setReviewState(
  { db, provinceId }: Scope,
  documentId: string,
  state: 'open' | 'published',
): Promise<void> {
  await db
    .updateTable('document')
    .set({ review_state: state })
    .where('province_id', '=', provinceId)
    .where('id', '=', documentId)
    .execute();
}
