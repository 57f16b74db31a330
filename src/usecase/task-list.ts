/** Lists and counts of the tasks that are followed. */
import type { z } from 'zod';
import { bare } from '#base/fold.ts';
import { ok } from '#base/result.ts';
import { type taskFilter, taskRoutes } from '#contract/task.ts';
import { type StandingCounts, totalOf } from '#delivery/standing.ts';
import { organisationNames } from '#store/organisation-names.ts';
import { countByLead, countFollowed, type FollowFilter, listFollowed } from '#store/task-list.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { remembered } from './memo.ts';
import { shapeFollowed } from './task-shape.ts';
import { behind, type Context } from './usecase.ts';

type Given = z.output<typeof taskFilter>;

/** Words of what was typed, as the index has them. */
export function wordsOf(typed: string): string[] {
  return bare(typed.normalize('NFC'))
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** What stands in an address, as the store is asked. The one reading of a filter: counts and lists can't differ. */
export function filterOf(context: Pick<Context, 'today'>, given: Given): FollowFilter {
  return {
    today: context.today,
    planId: given.plan ?? null,
    organisationIds: given.organisation ? [given.organisation] : null,
    role: given.role ?? null,
    standings: given.standing ?? null,
    states: given.state ?? null,
    origins: given.origin ?? null,
    section: given.section ?? null,
    product: given.product ?? null,
    lead: given.lead ?? null,
    due: given.due ?? null,
    from: given.from ?? null,
    to: given.to ?? null,
    words: wordsOf(given.q ?? ''),
    parentId: given.parent ?? null,
    postId: given.post ?? null,
    assignerId: given.assigner ?? null,
    asked: given.asked === '1',
    returned: given.returned === '1',
    returns: given.returns ?? null,
    reportedTo: given.reportedTo ?? null,
    assignedTo: given.assignedTo ?? null,
    accepted: given.accepted ?? null,
    parts: given.parts ?? null,
    person: given.person ?? null,
    wholes: given.wholes === '1',
    ...(given.ids ? { ids: given.ids } : {}),
  };
}

export const listTasks = behind(taskRoutes['GET /tasks'], 'task.list', 'read', async (context, input) => {
  const { cursor, limit, sort } = input;
  const at = readCursor(cursor, { planId: 'text', position: 'number', dueOn: 'date', toldAt: 'instant' });
  if (!at.ok) return at;
  const after = at.value && {
    id: at.value.id,
    planId: at.value.planId ?? at.value.id,
    position: at.value.position ?? 0,
    dueOn: at.value.dueOn,
    toldAt: at.value.toldAt,
  };
  const rows = await listFollowed(context, filterOf(context, input), { sort, after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return ok({
    items: await shapeFollowed(context, page),
    nextCursor:
      rows.length > limit && last
        ? writeCursor({
            id: last.id,
            planId: last.planId,
            position: last.position,
            dueOn: last.dueOn,
            toldAt: last.toldAt,
          })
        : null,
    total: null,
  });
});

export const countTasks = behind(taskRoutes['GET /tasks/counts'], 'task.count', 'read', async (context, input) => {
  const filter = filterOf(context, input);
  const key = `tasks ${JSON.stringify([filter, input.by])}`;
  const { counts, byLead } = await remembered(context, key, async () => ({
    counts: await countFollowed(context, filter),
    byLead: input.by === 'lead' ? await countByLead(context, filter) : new Map<string, StandingCounts>(),
  }));
  const names = await organisationNames(context, byLead.keys(), context.today);
  const leads = [...byLead].map(([organisationId, counts]) => ({
    organisationId,
    name: names.get(organisationId) ?? '',
    counts,
  }));
  return ok({
    total: totalOf(counts),
    counts,
    leads: leads.sort((a, b) => b.counts.overdue - a.counts.overdue || a.name.localeCompare(b.name, 'vi')),
  });
});
