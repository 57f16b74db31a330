/** Chức danh trống: posts that nobody holds, with what waits in them, for the head of the organisation and for the Office. */
import { ok } from '#base/result.ts';
import { handoverRoutes, type VacantPost } from '#contract/handover.ts';
import { taskFilter } from '#contract/task.ts';
import { OPEN_STATES } from '#delivery/handover.ts';
import { type Notice, PostDirectory, type PostFacts } from '#delivery/notice.ts';
import { totalOf } from '#delivery/standing.ts';
import { tiedToPost, vacantSince } from '#store/handovers.ts';
import { postsToBeTold } from '#store/notices.ts';
import { organisationNames } from '#store/organisation-names.ts';
import { countFollowed } from '#store/task-list.ts';
import { tell } from './notice-make.ts';
import { filterOf } from './task-list.ts';
import { behind, type Context } from './usecase.ts';

const MOST = 200;

/** Of the province for the Office and who appoints; of its own organisation for a head; of nobody else's concern. */
export const listVacantPosts = behind(
  handoverRoutes['GET /handovers/vacant'],
  'post.list-vacant',
  'read',
  async (context) => {
    const { role, organisationId } = context.actor;
    const all = role === 'office' || role === 'admin';
    if (!all && role !== 'agency-lead') return ok({ items: [] });
    const posts = await postsToBeTold(context, context.today);
    const some = all ? posts : posts.filter((post) => post.organisationId === organisationId);
    return ok({ items: await vacantOf(context, new PostDirectory(posts), some) });
  },
);

/** Only posts in which something waits. */
async function vacantOf(
  context: Context,
  directory: PostDirectory,
  posts: readonly PostFacts[],
): Promise<(VacantPost & { organisationId: string })[]> {
  const empty = posts.filter((post) => post.holders.length === 0 && post.role !== 'supervisor').slice(0, MOST);
  const since = await vacantSince(
    context,
    empty.map((post) => post.id),
    context.today,
  );
  const names = await organisationNames(
    context,
    empty.map((post) => post.organisationId),
    context.today,
  );
  const found: (VacantPost & { organisationId: string })[] = [];
  for (const post of empty) {
    // What an organisation leads waits for its head only while nobody else is its head.
    const heads = post.role === 'agency-lead' && directory.isHeadless(post.organisationId);
    const query: Record<string, string> = heads
      ? { organisation: post.organisationId, role: 'lead', state: OPEN_STATES }
      : { post: post.id, state: OPEN_STATES };
    const tasks = totalOf(await countFollowed(context, filterOf(context, taskFilter.parse(query))));
    const { unread } = await tiedToPost(context, post.id, null);
    if (tasks === 0 && unread === 0) continue;
    found.push({
      id: post.id,
      title: post.title,
      organisation: names.get(post.organisationId) ?? '',
      organisationId: post.organisationId,
      since: since.get(post.id) ?? null,
      tasks,
      unread,
      filter: query,
    });
  }
  return found;
}

/** Tells the head and the Office, once, that a post became vacant in which tasks are open. */
export async function tellOfVacant(context: Context, posts: PostDirectory): Promise<number> {
  const vacant = await vacantOf(context, posts, posts.all);
  const notices = vacant
    .filter((post) => post.since !== null && post.tasks > 0)
    .map(
      (post): Notice => ({
        kind: 'vacant',
        key: `vacant:${post.id}:${post.since}`,
        to: [
          { to: 'office' },
          // To the very post that is empty it would be told for nobody.
          ...(posts.isHeadless(post.organisationId)
            ? []
            : [{ to: 'heads', organisationIds: [post.organisationId] } as const]),
        ],
        title: `Chức danh trống: ${post.title}, ${post.organisation}`,
        text: `${post.tasks} nhiệm vụ đang mở chưa có người phụ trách.`,
        link: '/ban-giao',
        subjectType: 'post',
        subjectId: post.id,
      }),
    );
  return tell(context, notices, { posts });
}
