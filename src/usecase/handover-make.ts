/** Bàn giao made: when somebody has followed somebody else in a post, the list of what the post answers for. */
import { taskFilter } from '#contract/task.ts';
import { type HandoverBody, handoverLists } from '#delivery/handover.ts';
import { shortened } from '#delivery/notice.ts';
import { totalOf } from '#delivery/standing.ts';
import { insertHandover, openSuccessions, type Succession, tiedToPost } from '#store/handovers.ts';
import { newId } from '#store/ids.ts';
import { organisationNames } from '#store/organisation-names.ts';
import { lockAdministration } from '#store/posts.ts';
import { countFollowed, listFollowed } from '#store/task-list.ts';
import { tell } from './notice-make.ts';
import { filterOf } from './task-list.ts';
import type { Context } from './usecase.ts';

/** As many tasks of a list are named; all of them are behind its link. */
const NAMED = 200;

/** Makes what is missing, of one post or of all; each succession once. */
export async function makeHandovers(context: Context, postId: string | null = null): Promise<void> {
  await lockAdministration(context);
  for (const one of await openSuccessions(context, context.today, postId)) {
    const id = newId(context.now);
    const { fromPersonId, toPersonId, onDay } = one;
    const body = await bodyOf(context, one);
    await insertHandover(context, { id, postId: one.postId, fromPersonId, toPersonId, onDay, body, now: context.now });
    context.record({
      kind: 'handover.made',
      subjectType: 'handover',
      subjectId: id,
      title: one.title,
      after: { post: one.postId, from: fromPersonId, to: toPersonId, on: onDay },
    });
    const tasks = body.lists.map((list) => list.count).reduce((a, b) => Math.max(a, b), 0);
    await tell(context, [
      {
        kind: 'handover',
        key: `handover:${id}`,
        to: [{ to: 'post', postId: one.postId }],
        title: `Nhận bàn giao chức danh ${one.title}`,
        text: `${one.from} bàn giao cho ${one.to}${tasks > 0 ? `: ${tasks} nhiệm vụ đang mở` : ''}.`,
        link: `/ban-giao/${id}`,
        subjectType: 'handover',
        subjectId: id,
      },
    ]);
  }
}

async function bodyOf(context: Context, one: Succession): Promise<HandoverBody> {
  const names = await organisationNames(context, [one.organisationId], context.today);
  const lists: HandoverBody['lists'][number][] = [];
  for (const { id, query } of handoverLists({ ...one, id: one.postId })) {
    const filter = filterOf(context, taskFilter.parse(query));
    const counts = await countFollowed(context, filter);
    const count = totalOf(counts);
    if (count === 0) continue;
    const rows = await listFollowed(context, filter, { sort: 'due', after: null, limit: NAMED });
    const items = rows.map((row) => ({
      id: row.id,
      text: shortened(row.text),
      dueOn: row.dueOn,
      standing: row.standing,
    }));
    lists.push({ id, query, count, counts, items });
  }
  const tied = await tiedToPost(context, one.postId, one.role === 'agency-lead' ? one.organisationId : null);
  const { title: post, from, to } = one;
  return { post, organisation: names.get(one.organisationId) ?? '', from, to, lists, ...tied };
}
