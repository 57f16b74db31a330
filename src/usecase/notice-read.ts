/** Notices (thông báo) of the post that one acts through: listed, counted, read. */
import { err, ok } from '#base/result.ts';
import { noticeRoutes } from '#contract/notice.ts';
import { notFound } from '#contract/problem.ts';
import { areOf, countUnread, listNotices, markRead } from '#store/notices.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { behind, type Context } from './usecase.ts';

const NONE = notFound('thông báo này', 'notice');

export const readNotices = behind(noticeRoutes['GET /notices'], 'notice.list', 'read', async (context, input) => {
  const { postId } = context.actor;
  const cursor = readCursor(input.cursor, { at: 'instant' });
  if (!cursor.ok) return cursor;
  if (postId === null) return ok({ items: [], nextCursor: null, total: null });
  const after = cursor.value && { at: cursor.value.at ?? '', id: cursor.value.id };
  const rows = await listNotices(context, postId, { unread: input.unread === '1', after, limit: input.limit + 1 });
  const items = rows.slice(0, input.limit);
  const last = items.at(-1);
  return ok({
    items: items.map(({ id, at, kind, title, text, link, readAt }) => ({ id, at, kind, title, text, link, readAt })),
    nextCursor: rows.length > input.limit && last ? writeCursor({ at: last.at, id: last.id }) : null,
    total: null,
  });
});

async function unreadOf(context: Context): Promise<{ unread: number }> {
  const { postId } = context.actor;
  return { unread: postId === null ? 0 : await countUnread(context, postId) };
}

export const countNotices = behind(noticeRoutes['GET /notices/count'], 'notice.count', 'read', async (context) =>
  ok(await unreadOf(context)),
);

/** That something was read is no change of what is followed: the notice keeps who read it and when, the log is left alone. */
export const readOff = behind(noticeRoutes['POST /notices/read'], 'notice.read', 'write', async (context, input) => {
  const { postId, personId } = context.actor;
  const { ids = [], until } = input;
  if (ids.length > 0 && (postId === null || !(await areOf(context, postId, ids)))) return err(NONE);
  if (postId !== null) {
    const some = ids.length > 0 ? await markRead(context, postId, { ids }, personId, context.now) : 0;
    const rest = until ? await markRead(context, postId, { until }, personId, context.now) : 0;
    if (some + rest > 0) context.tell(`notice:${postId}`, {});
  }
  return ok(await unreadOf(context));
});
