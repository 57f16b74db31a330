/** How the tasks of a filter are spread over days, months and states, for calendars, timelines and boards. */
import { ok } from '#base/result.ts';
import { taskViewRoutes } from '#contract/task-views.ts';
import { organisationNames } from '#store/organisation-names.ts';
import { spreadFollowed } from '#store/task-spread.ts';
import { filterOf } from './task-list.ts';
import { behind } from './usecase.ts';

export const spreadTasks = behind(
  taskViewRoutes['GET /tasks/spread'],
  'task.spread',
  'read',
  async (context, input) => {
    const cells = await spreadFollowed(context, filterOf(context, input), {
      per: input.per,
      byLead: input.by === 'lead',
    });
    const ids = cells.flatMap(({ organisationId }) => (organisationId === null ? [] : [organisationId]));
    const names = await organisationNames(context, ids, context.today);
    return ok({
      cells: cells.map((cell) => ({ ...cell })),
      organisations: [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'vi')),
    });
  },
);
