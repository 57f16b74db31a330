/** Takes events of plans back (hoàn tác): each by the act that is its opposite, as long as nothing was built upon it. */
import { err, ok, type Result } from '#base/result.ts';
import { type Problem, problem } from '#contract/problem.ts';
import { listDiffItems, listDiffs, lockDiff } from '#store/diffs.ts';
import type { EventBody } from '#store/event-log.ts';
import { findIndicator } from '#store/indicators.ts';
import { findPlan, planOfDocument, setPlanState } from '#store/plans.ts';
import type { Undoer } from './event-undo.ts';
import { editIndicator, editTarget } from './indicator.ts';
import { closePlanDiff, decideDiff } from './plan-diff.ts';
import { withdrawPlan } from './plan-publish.ts';
import { currentTarget } from './plan-read.ts';
import { setReviewState } from './plan-write.ts';
import type { Context } from './usecase.ts';

const IN_THE_WAY = problem(
  409,
  'undo-in-the-way',
  'Không hoàn tác được: đã có thay đổi khác sau sự kiện này.',
  'It can’t be undone: something was changed after it.',
);

type Undone = Promise<Result<unknown, Problem>>;

/** Ban hành ↔ thu hồi. */
async function withdraw(context: Context, event: EventBody): Undone {
  const plan = await findPlan(context, event.subject.id, context.today);
  if (!plan) return err(IN_THE_WAY);
  return withdrawPlan.run(context, { id: plan.id, version: plan.version, reason: 'Hoàn tác việc ban hành' });
}

async function republish(context: Context, event: EventBody): Undone {
  const { db, provinceId } = context;
  const { id } = event.subject;
  const plan = await db
    .selectFrom('plan')
    .select(['state', 'version', 'title'])
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (plan?.state !== 'withdrawn') return err(IN_THE_WAY);
  const sources = await db
    .selectFrom('plan_source')
    .select('document_id')
    .where('province_id', '=', provinceId)
    .where('plan_id', '=', id)
    .execute();
  // The document may have become a plan again in the meantime.
  for (const { document_id } of sources) {
    if ((await planOfDocument(context, document_id)) !== null) return err(IN_THE_WAY);
  }
  if (!(await setPlanState(context, id, plan.version, 'published'))) return err(IN_THE_WAY);
  for (const { document_id } of sources) await setReviewState(context, document_id, 'published');
  context.record({
    kind: 'plan.restored',
    subjectType: 'plan',
    subjectId: id,
    title: plan.title,
    before: { state: 'withdrawn' },
    after: { state: 'published' },
  });
  context.tell('plan', { planId: id });
  return ok(undefined);
}

/** Lập bản so sánh ↔ bỏ. */
async function discard(context: Context, event: EventBody): Undone {
  const { diffId } = event.after as { diffId: string };
  const [diff] = await listDiffs(context, { id: diffId });
  if (diff?.state !== 'open' || diff.counts.applied > 0) return err(IN_THE_WAY);
  return closePlanDiff.run(context, { id: diffId, version: diff.version, state: 'discarded' });
}

interface Decisions {
  readonly diffId: string;
  readonly decisions: readonly { readonly id: string; readonly decision: 'open' | 'applied' | 'refused' }[];
}

/** Each item back to what was decided before. */
async function redecide(context: Context, event: EventBody): Undone {
  const was = event.before as unknown as Decisions;
  const left = event.after as unknown as Decisions;
  await lockDiff(context, left.diffId);
  const now = new Map((await listDiffItems(context, left.diffId)).map((row) => [row.id, row]));
  if (left.decisions.some(({ id, decision }) => now.get(id)?.decision !== decision)) return err(IN_THE_WAY);
  for (const decision of ['open', 'applied', 'refused'] as const) {
    const items = was.decisions
      .filter((one) => one.decision === decision)
      .map(({ id }) => ({ id, version: now.get(id)?.version ?? 0 }));
    if (items.length === 0) continue;
    const done = await decideDiff.run(context, { id: left.diffId, items, decision });
    if (!done.ok) return done;
  }
  return ok(undefined);
}

interface TargetState {
  readonly indicatorId: string | null;
  readonly leads: { organisationId: string | null; name: string }[];
}

async function restoreTarget(context: Context, event: EventBody): Undone {
  const was = event.before as unknown as TargetState;
  const left = event.after as unknown as TargetState;
  const found = await currentTarget(context, event.subject.id);
  if (!found.ok) return found;
  const { row } = found.value;
  const same =
    (row.indicator?.id ?? null) === left.indicatorId &&
    JSON.stringify(row.leads.map(leadOf)) === JSON.stringify(left.leads.map(leadOf));
  if (!same) return err(IN_THE_WAY);
  return editTarget.run(context, {
    id: row.id,
    ordinal: row.ordinal,
    indicatorId: was.indicatorId,
    leads: [...was.leads],
  });
}

const leadOf = ({ organisationId, name }: { readonly organisationId: string | null; readonly name: string }) => [
  organisationId,
  name,
];

/** A proposal is taken back by refusing it, as long as no target uses it. */
async function refuseProposal(context: Context, event: EventBody): Undone {
  const row = await findIndicator(context, event.subject.id);
  if (row?.state !== 'proposed' || row.targets > 0) return err(IN_THE_WAY);
  return editIndicator.run(context, { id: row.id, version: row.version, state: 'refused' });
}

export const PLAN_UNDOERS: Readonly<Record<string, Undoer>> = {
  'plan.published': { access: 'plan.publish', undo: withdraw },
  'plan.withdrawn': { access: 'plan.publish', undo: republish },
  'plan.compared': { access: 'plan.publish', undo: discard },
  'plan.diff-decided': { access: 'plan.publish', undo: redecide },
  'target.edited': { access: 'indicator.edit', undo: restoreTarget },
  'indicator.proposed': { access: 'indicator.edit', undo: refuseProposal },
};
