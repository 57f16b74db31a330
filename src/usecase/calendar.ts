/** Calendars of deadlines (lịch hạn): made, listed and revoked by their person; read by whoever has the address. */
import { formatDate } from '#base/date.ts';
import { err, ok } from '#base/result.ts';
import { calendarRoutes } from '#contract/calendar.ts';
import { NOT_SIGNED_IN, notFound, problem } from '#contract/problem.ts';
import { CALENDAR_SCOPE_WORDS, type CalendarDay, type CalendarScope, writeCalendar } from '#delivery/icalendar.ts';
import { STANDING_WORDS } from '#delivery/standing.ts';
import { randomToken, sha256 } from '#identity/token.ts';
import { type Role, rightsOf } from '#plan/rights.ts';
import { type FeedRow, findFeed, insertFeed, listFeeds, revokeFeed, touchFeed } from '#store/calendar-feeds.ts';
import { newId } from '#store/ids.ts';
import { findPerson, postsOf } from '#store/people.ts';
import { type FollowFilter, listFollowed } from '#store/task-list.ts';
import { type Followed, shapeFollowed } from './task-shape.ts';
import { behind, type Context, type UseCase } from './usecase.ts';

const NONE = notFound('lịch hạn này', 'calendar');
const MOST_FEEDS = 20;

/** The whole province is for those who follow all of it. */
function scopesFor(role: Role | null): CalendarScope[] {
  const all = role === 'office' || role === 'leader' || role === 'supervisor';
  return all ? ['post', 'organisation', 'province'] : ['post', 'organisation'];
}

function shape(row: FeedRow) {
  const { id, name, scope, createdAt, usedAt, revokedAt } = row;
  return { id, name, scope, post: { id: row.postId, title: row.postTitle }, createdAt, usedAt, revokedAt };
}

export const browseFeeds = behind(calendarRoutes['GET /calendar/feeds'], 'calendar.list', 'read', async (context) => {
  const { personId, role } = context.actor;
  if (personId === null) return err(NOT_SIGNED_IN);
  return ok({ items: (await listFeeds(context, personId)).map(shape), scopes: scopesFor(role) });
});

export const makeFeed = behind(
  calendarRoutes['POST /calendar/feeds'],
  'calendar.make',
  'write',
  async (context, { name, scope }) => {
    const { personId, postId, role } = context.actor;
    if (personId === null) return err(NOT_SIGNED_IN);
    if (postId === null) return err(problem(409, 'post-needed', 'Bạn chưa giữ chức danh nào.', 'You hold no post.'));
    if (!scopesFor(role).includes(scope)) {
      const words = CALENDAR_SCOPE_WORDS[scope];
      return err(
        problem(409, 'scope-not-allowed', `Chức danh của bạn không tạo được lịch “${words}”.`, 'Not for your post.'),
      );
    }
    if ((await listFeeds(context, personId)).length >= MOST_FEEDS)
      return err(problem(409, 'too-many', `Mỗi người có nhiều nhất ${MOST_FEEDS} lịch hạn.`, 'Too many calendars.'));
    const id = newId(context.now);
    const token = `ics_${context.provinceId}_${randomToken()}`;
    await insertFeed(context, {
      id,
      tokenHash: sha256(token),
      name: name.normalize('NFC'),
      personId,
      postId,
      scope,
      now: context.now,
    });
    context.record({
      kind: 'calendar.made',
      subjectType: 'calendar',
      subjectId: id,
      title: name,
      before: null,
      after: { scope },
    });
    return ok({ id, url: `${context.services.settings.publicUrl}/api/v1/calendar/${token}.ics` });
  },
);

export const removeFeed = behind(
  calendarRoutes['DELETE /calendar/feeds/:id'],
  'calendar.revoke',
  'write',
  async (context, { id }) => {
    const { personId } = context.actor;
    const name = personId === null ? null : await revokeFeed(context, id, personId, context.now);
    if (name === null) return err(NONE);
    context.record({ kind: 'calendar.revoked', subjectType: 'calendar', subjectId: id, title: name });
    return ok(undefined);
  },
);

const TOKEN = /^(ics_([1-9]\d{0,9})_[A-Za-z0-9_-]{43})(?:\.ics)?$/;

/** The province that a secret address names. */
export function provinceOfFeed(token: string): number | null {
  const found = TOKEN.exec(token);
  const provinceId = found ? Number(found[2]) : null;
  return provinceId !== null && provinceId <= 2_147_483_647 ? provinceId : null;
}

const MOST_DAYS = 5_000;
const OPEN = ['draft', 'assigned', 'accepted', 'in-progress', 'reported', 'suspended'] as const;

/** What the post may see is asked anew at each reading: whoever left the post reads nothing more. */
export const readFeed: UseCase<{ readonly token: string }, { readonly text: string }> = {
  name: 'calendar.read',
  kind: 'read',
  access: calendarRoutes['GET /calendar/:token'].access,
  run: async (context, { token }) => {
    const hash = TOKEN.exec(token)?.[1];
    const feed = hash === undefined ? null : await findFeed(context, sha256(hash));
    if (!feed) return err(NONE);
    const person = await findPerson(context, feed.personId);
    const post = (await postsOf(context, feed.personId, context.today)).find((one) => one.id === feed.postId);
    if (person?.state !== 'active' || !post) return err(NONE);
    if (!rightsOf(post.role).has('plan.read') || !scopesFor(post.role).includes(feed.scope)) return err(NONE);
    const filter: FollowFilter = {
      today: context.today,
      states: OPEN,
      due: 'with',
      ...(feed.scope === 'post' ? { postId: feed.postId } : {}),
      ...(feed.scope === 'organisation' ? { organisationIds: [post.organisation.id] } : {}),
    };
    const rows = await listFollowed(context, filter, { sort: 'due', after: null, limit: MOST_DAYS });
    const days = (await shapeFollowed(context, rows)).map((task) => dayOf(context, task));
    await touchFeed(context, feed.id, context.now);
    return ok({ text: writeCalendar(feed.name, days) });
  },
};

function dayOf(context: Context, task: Followed): CalendarDay {
  const { publicUrl } = context.services.settings;
  const url = `${publicUrl}/nhiem-vu/${task.id}`;
  const names = (bodies: readonly { readonly name: string }[]) => bodies.map((one) => one.name).join(', ');
  const on = task.dueOn ?? context.today;
  const lines = [
    task.text,
    `Thời hạn: ${formatDate(on)}`,
    task.leads.length > 0 ? `Chủ trì: ${names(task.leads)}` : '',
    task.supports.length > 0 ? `Phối hợp: ${names(task.supports)}` : '',
    `Kế hoạch: ${task.planTitle}`,
    url,
  ];
  return {
    uid: `task-${task.id}@bamsat`,
    on,
    summary: task.text.length > 120 ? `Hạn: ${task.text.slice(0, 117)}…` : `Hạn: ${task.text}`,
    description: lines.filter((line) => line !== '').join('\n'),
    url,
    tentative: task.state === 'suspended',
    changedAt: task.toldAt ?? `${context.today}T00:00:00.000Z`,
    sequence: task.version,
    categories: [STANDING_WORDS[task.standing]],
  };
}
