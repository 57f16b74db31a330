/** Parts of a task: how many are done, who may be given one, whether the last change of them can be taken back. */
import { err, ok } from '#base/result.ts';
import { breakdownRoutes } from '#contract/breakdown.ts';
import { notFound } from '#contract/problem.ts';
import { openPartsWarning } from '#delivery/breakdown.ts';
import { totalOf } from '#delivery/standing.ts';
import { bodiesBelow, postsOf, sourcesOfParts } from '#store/breakdown.ts';
import { findLife } from '#store/task-life.ts';
import { countFollowed, listFollowed } from '#store/task-list.ts';
import { lastOfParts } from './breakdown-undo.ts';
import { mayBreakDown } from './task-read.ts';
import { shapeFollowed } from './task-shape.ts';
import { behind } from './usecase.ts';

const MOST = 500;

export const readParts = behind(
  breakdownRoutes['GET /tasks/:id/parts'],
  'task.parts',
  'read',
  async (context, { id }) => {
    const whole = await findLife(context, id);
    if (!whole) return err(notFound('nhiệm vụ', 'task'));
    const filter = { today: context.today, parentId: id };
    const rows = await listFollowed(context, filter, { sort: 'order', after: null, limit: MOST });
    const sources = await sourcesOfParts(
      context,
      rows.map((row) => row.id),
    );
    const items = (await shapeFollowed(context, rows)).map((one) => ({ ...one, source: sources.get(one.id) ?? null }));
    const counts = await countFollowed(context, filter);
    const total = totalOf(counts);
    const done = counts['done-on-time'] + counts['done-late'];
    const open = total - done - counts.cancelled;
    const { actor, today } = context;
    const own =
      actor.rights.has('task.break-down') &&
      actor.organisationId !== null &&
      (whole.leadIds.includes(actor.organisationId) || rows.some((row) => row.assignerId === actor.organisationId));
    const bodies = own ? await bodiesBelow(context, actor.organisationId as string, today) : [];
    const posts = await postsOf(
      context,
      bodies.map((one) => one.id),
      today,
    );
    return ok({
      items,
      total,
      counts,
      done,
      open,
      warning: openPartsWarning(open, total - counts.cancelled),
      mayBreakDown: own && mayBreakDown(context, whole),
      mayUndo: own && (await lastOfParts(context, id)) !== null,
      bodies,
      posts,
    });
  },
);
