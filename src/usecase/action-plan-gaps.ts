/** What of a resolution nobody has taken up (chưa ai nhận): tasks and targets by section, each with its sentence. */
import { addDays } from '#base/date.ts';
import { err, ok } from '#base/result.ts';
import { actionPlanRoutes } from '#contract/action-plan.ts';
import { NOT_TAKEN_UP, type NotTakenUp } from '#delivery/action-plan.ts';
import { totalOf } from '#delivery/standing.ts';
import { findPlanDue } from '#store/action-plans.ts';
import { listTargets } from '#store/targets.ts';
import { countFollowed, type FollowFilter, listFollowed } from '#store/task-list.ts';
import { NO_PLAN } from './action-plan-read.ts';
import { planAllocations } from './allocation-read.ts';
import { shapeFollowed } from './task-shape.ts';
import { behind, type Context } from './usecase.ts';

/** Of each reason so many are listed; the counts are of all. */
const MOST = 300;

/** The same filters that links on the page ask the list of tasks for. */
export function gapFilters(
  context: Pick<Context, 'today'>,
  planId: string,
  assignedTo: string,
): Readonly<Partial<Record<NotTakenUp, FollowFilter>>> {
  const whole: FollowFilter = { today: context.today, planId, origins: ['document', 'directive', 'case'] };
  return {
    'no-lead': { ...whole, lead: 'without', states: ['draft', 'assigned', 'accepted', 'in-progress'] },
    'not-assigned': { ...whole, lead: 'with', states: ['draft'] },
    'not-accepted': { ...whole, assignedTo },
    'not-broken-down': { ...whole, parts: 'without', states: ['accepted', 'in-progress'] },
  };
}

interface Item {
  readonly id: string;
  readonly subject: 'task' | 'target';
  readonly reason: NotTakenUp;
  readonly text: string;
  readonly leads: { organisationId: string | null; name: string }[];
  readonly dueOn: string | null;
  readonly section: string;
  readonly title: string | null;
  readonly position: number;
}

export const readGaps = behind(
  actionPlanRoutes['GET /plans/:id/not-taken-up'],
  'action-plan.gaps',
  'read',
  async (context, { id, days }) => {
    if (!(await findPlanDue(context, id))) return err(NO_PLAN);
    const assignedTo = addDays(context.today, -days);
    const counts = Object.fromEntries(NOT_TAKEN_UP.map((one) => [one, 0])) as Record<NotTakenUp, number>;
    const items: Item[] = [];
    for (const [reason, filter] of Object.entries(gapFilters(context, id, assignedTo)) as [
      NotTakenUp,
      FollowFilter,
    ][]) {
      counts[reason] = totalOf(await countFollowed(context, filter));
      const rows = await listFollowed(context, filter, { sort: 'order', after: null, limit: MOST });
      for (const row of await shapeFollowed(context, rows)) {
        items.push({
          id: row.id,
          subject: 'task',
          reason,
          text: row.text,
          leads: row.leads,
          dueOn: row.dueOn,
          section: row.section,
          title: row.groupTitle,
          position: row.position,
        });
      }
    }
    for (const item of await targetGaps(context, id)) {
      counts[item.reason] += 1;
      if (counts[item.reason] <= MOST) items.push(item);
    }
    const all = NOT_TAKEN_UP.reduce((sum, reason) => sum + counts[reason], 0);
    return ok({ assignedTo, counts, groups: groupsOf(items), more: all > items.length });
  },
);

/** The same targets that the list of targets shows without a lead, and as not allocated. */
async function targetGaps(context: Context, planId: string): Promise<Item[]> {
  const divided = await planAllocations.run(context, { id: planId });
  const none = new Set(
    divided.ok ? divided.value.items.flatMap((one) => (one.state === 'none' ? [one.targetId] : [])) : [],
  );
  const rows = await listTargets(context, planId, context.today);
  return rows.flatMap((row): Item[] => {
    const item = (reason: NotTakenUp): Item => ({
      id: row.id,
      subject: 'target',
      reason,
      text: row.quote.replace(/\s+/g, ' ').trim(),
      leads: [...row.leads],
      dueOn: null,
      section: row.section,
      title: row.groupTitle,
      position: row.position,
    });
    return [
      ...(row.leads.length === 0 ? [item('target-no-lead')] : []),
      ...(none.has(row.id) ? [item('target-not-allocated')] : []),
    ];
  });
}

function groupsOf(items: readonly Item[]) {
  const groups = new Map<string, { section: string; title: string; first: number; targets: boolean; items: Item[] }>();
  for (const item of items) {
    const key = `${item.subject === 'target'}\n${item.section}\n${item.title ?? ''}`;
    const group = groups.get(key);
    if (group) {
      group.items.push(item);
      group.first = Math.min(group.first, item.position);
    } else {
      const { section, title, position } = item;
      groups.set(key, {
        section,
        title: title ?? '',
        first: position,
        targets: item.subject === 'target',
        items: [item],
      });
    }
  }
  return [...groups.values()]
    .sort((a, b) => Number(b.targets) - Number(a.targets) || a.first - b.first)
    .map(({ section, title, items }) => ({
      section,
      title,
      items: items
        .sort((a, b) => a.position - b.position)
        .map(({ section: _, title: __, position: ___, ...item }) => item),
    }));
}
