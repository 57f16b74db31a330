/** Action plans of the agencies of a plan (kế hoạch hành động): who owes one, who has issued it, how far its tasks are. */

import { dateIn } from '#base/date.ts';
import { err, ok } from '#base/result.ts';
import { type AgencyPlan, actionPlanRoutes } from '#contract/action-plan.ts';
import { notFound } from '#contract/problem.ts';
import { ACTION_PLAN_STATES, actionPlanState, COUNTED_STATES } from '#delivery/action-plan.ts';
import { noCounts, type StandingCounts, totalOf } from '#delivery/standing.ts';
import { type ActionPlanRow, findPlanDue, listActionPlans, type PlanDue, targetsByLead } from '#store/action-plans.ts';
import { organisationNames } from '#store/organisation-names.ts';
import { countByLead, type FollowFilter } from '#store/task-list.ts';
import { behind, type Context } from './usecase.ts';

export const NO_PLAN = notFound('kế hoạch', 'plan');

/** What counts as an agency's tasks of a plan. Links on pages ask the list for the same. */
export function tasksOfPlan(context: Pick<Context, 'today'>, planId: string): FollowFilter {
  return {
    today: context.today,
    planId,
    role: 'lead',
    origins: ['document', 'directive', 'case'],
    states: COUNTED_STATES,
  };
}

export async function agencyPlans(
  context: Context,
  planId: string,
  plan: PlanDue,
  only: string | null = null,
): Promise<AgencyPlan[]> {
  const filter: FollowFilter = {
    ...tasksOfPlan(context, planId),
    ...(only === null ? {} : { organisationIds: [only] }),
  };
  const all = await countByLead(context, filter);
  const accepted = await countByLead(context, { ...filter, accepted: 'yes' });
  const brokenDown = await countByLead(context, { ...filter, parts: 'with' });
  const withPerson = await countByLead(context, { ...filter, person: 'with' });
  const targets = await targetsByLead(context, planId, context.today);
  const rows = new Map((await listActionPlans(context, planId, only)).map((row) => [row.organisationId, row]));
  const ids = new Set([...all.keys(), ...targets.keys(), ...rows.keys()].filter((id) => only === null || id === only));
  const names = await organisationNames(context, ids, context.today);
  const sum = (counts: ReadonlyMap<string, StandingCounts>, id: string) => totalOf(counts.get(id) ?? noCounts());
  return [...ids].map((id) => {
    const counts = all.get(id) ?? noCounts();
    return {
      ...shapeRow(context, id, names.get(id) ?? '', plan, rows.get(id) ?? null),
      tasks: {
        total: totalOf(counts),
        accepted: sum(accepted, id),
        brokenDown: sum(brokenDown, id),
        withPerson: sum(withPerson, id),
        done: counts['done-on-time'] + counts['done-late'],
        overdue: counts.overdue,
      },
      targets: targets.get(id) ?? 0,
    };
  });
}

function shapeRow(context: Context, id: string, name: string, plan: PlanDue, row: ActionPlanRow | null) {
  const { actor } = context;
  const own = actor.organisationId === id;
  const dueOn = row?.dueOn ?? plan.dueOn;
  return {
    organisation: { id, name },
    own,
    mayEdit: actor.rights.has('task.break-down') && (own || actor.role === 'office'),
    dueOn,
    ownDueOn: row?.dueOn ?? null,
    symbol: row?.symbol ?? null,
    issuedOn: row?.issuedOn ?? null,
    document: row?.documentId
      ? { id: row.documentId, title: row.documentTitle ?? '', symbol: row.documentSymbol }
      : null,
    note: row?.note ?? null,
    state: actionPlanState(dueOn, row?.issuedOn ?? null, context.today),
    remindedAt: row?.remindedAt ?? null,
    version: row?.version ?? null,
  };
}

const ORDER = ['late', 'missing', 'not-due', 'issued-late', 'issued'];

export const readActionPlans = behind(
  actionPlanRoutes['GET /plans/:id/action-plans'],
  'action-plan.list',
  'read',
  async (context, { id }) => {
    const plan = await findPlanDue(context, id);
    if (!plan) return err(NO_PLAN);
    const items = await agencyPlans(context, id, plan);
    items.sort(
      (a, b) =>
        Number(b.own) - Number(a.own) ||
        ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
        a.organisation.name.localeCompare(b.organisation.name, 'vi'),
    );
    const states = Object.fromEntries(ACTION_PLAN_STATES.map((one) => [one, 0])) as Record<AgencyPlan['state'], number>;
    for (const { state } of items) states[state] += 1;
    const mayOrder = context.actor.rights.has('plan.publish');
    return ok({ dueOn: plan.dueOn, planVersion: plan.version, mayOrder, states, items });
  },
);

/** The day in Vietnam of an instant of the database. */
export function dayOf(instant: string | null): string | null {
  return instant === null ? null : dateIn(new Date(instant));
}
