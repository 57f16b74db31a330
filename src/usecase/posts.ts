/** Posts (chức danh): made, changed, ended; who is appointed and relieved, from–to. */
import { err, ok, type Result } from '#base/result.ts';
import { type PostView, peopleRoutes } from '#contract/people.ts';
import { conflict, notFound, type Problem, problem } from '#contract/problem.ts';
import { newId } from '#store/ids.ts';
import { appoint, findPerson, insertPost } from '#store/people.ts';
import {
  endHolding,
  endHoldingsOf,
  findHolding,
  hasAdministrator,
  holdsBetween,
  listPosts as listRows,
  lockAdministration,
  organisationExists,
  type PostRow,
  updatePost,
} from '#store/posts.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { makeHandovers } from './handover-make.ts';
import { LAST_ADMINISTRATOR } from './people.ts';
import { forgetActors } from './session-authenticate.ts';
import { behind, type Context } from './usecase.ts';

const NO_POST = notFound('chức danh này', 'post');
const ALREADY = problem(
  409,
  'already-holds',
  'Người này đã giữ chức danh đó trong thời gian này.',
  'This person holds that post already at this time.',
);
const DATE_ORDER = problem(
  422,
  'date-order',
  'Ngày kết thúc phải sau ngày bắt đầu.',
  'The end must be after the beginning.',
);
const DISABLED = problem(409, 'person-disabled', 'Người này đang ngừng sử dụng.', 'This person is disabled.');

const viewOf = (row: PostRow): PostView => ({
  ...row,
  organisation: { ...row.organisation },
  holders: row.holders.map((holder) => ({ ...holder, person: { ...holder.person } })),
});

async function view(context: Context, id: string): Promise<Result<PostView, Problem>> {
  const [row] = await listRows(context, { id, limit: 1 }, context.today);
  return row ? ok(viewOf(row)) : err(NO_POST);
}

async function lost(context: Context, id: string): Promise<Result<never, Problem>> {
  const now = await view(context, id);
  return now.ok ? err(conflict(now.value)) : now;
}

export const listPosts = behind(peopleRoutes['GET /posts'], 'post.list', 'read', async (context, input) => {
  const at = readCursor(input.cursor, { title: 'text' });
  if (!at.ok) return at;
  const after = at.value && { title: at.value.title ?? '', id: at.value.id };
  const rows = await listRows(
    context,
    {
      organisationId: input.organisation,
      asOf: input.ended ? undefined : context.today,
      after: after ?? undefined,
      limit: input.limit + 1,
    },
    context.today,
  );
  const items = rows.slice(0, input.limit);
  const last = items.at(-1);
  return ok({
    items: items.map(viewOf),
    nextCursor: rows.length > input.limit && last ? writeCursor({ title: last.title, id: last.id }) : null,
    total: null,
  });
});

export const addPost = behind(peopleRoutes['POST /posts'], 'post.add', 'write', async (context, input) => {
  const { organisationId, title, role, validFrom = null } = input;
  if (!(await organisationExists(context, organisationId))) return err(notFound('cơ quan này', 'organisation'));
  const id = newId(context.now);
  await insertPost(context, { id, organisationId, title: title.normalize('NFC'), role, validFrom });
  context.record({
    kind: 'post.added',
    subjectType: 'post',
    subjectId: id,
    title,
    after: { organisation: organisationId, role, validFrom },
  });
  return view(context, id);
});

export const changePost = behind(peopleRoutes['PATCH /posts/:id'], 'post.change', 'write', async (context, input) => {
  const { id, version } = input;
  await lockAdministration(context);
  const before = await view(context, id);
  if (!before.ok) return before;
  const title = (input.title ?? before.value.title).normalize('NFC');
  const role = input.role ?? before.value.role;
  if (!(await updatePost(context, id, version, { title, role }))) return lost(context, id);
  if (!(await hasAdministrator(context, context.today))) return err(LAST_ADMINISTRATOR);
  context.record({
    kind: 'post.changed',
    subjectType: 'post',
    subjectId: id,
    title,
    before: { title: before.value.title, role: before.value.role },
    after: { title, role },
  });
  context.afterwards(() => forgetActors(context.services));
  return view(context, id);
});

export const endPost = behind(
  peopleRoutes['POST /posts/:id/end'],
  'post.end',
  'write',
  async (context, { id, version, on, reason }) => {
    await lockAdministration(context);
    const before = await view(context, id);
    if (!before.ok) return before;
    if (before.value.validFrom !== null && on <= before.value.validFrom) return err(DATE_ORDER);
    if (!(await updatePost(context, id, version, { valid_to: on }))) return lost(context, id);
    await endHoldingsOf(context, id, on);
    if (!(await hasAdministrator(context, context.today))) return err(LAST_ADMINISTRATOR);
    context.record({
      kind: 'post.ended',
      subjectType: 'post',
      subjectId: id,
      title: before.value.title,
      before: { validTo: before.value.validTo },
      after: { validTo: on },
      reason: reason ?? null,
    });
    context.afterwards(() => forgetActors(context.services));
    return view(context, id);
  },
);

export const appointPerson = behind(
  peopleRoutes['POST /posts/:id/holders'],
  'post.appoint',
  'write',
  async (context, { id, personId, from, to = null, reason }) => {
    if (to !== null && to <= from) return err(DATE_ORDER);
    // Two appointments of one person at the same time follow each other.
    await lockAdministration(context);
    const post = await view(context, id);
    if (!post.ok) return post;
    const person = await findPerson(context, personId);
    if (!person) return err(notFound('người dùng này', 'person'));
    if (person.state !== 'active') return err(DISABLED);
    const { validFrom, validTo } = post.value;
    if ((validTo !== null && from >= validTo) || (validFrom !== null && from < validFrom)) return err(DATE_ORDER);
    if (await holdsBetween(context, id, personId, from, to)) return err(ALREADY);
    const holdingId = newId(context.now);
    await appoint(context, { id: holdingId, postId: id, personId, from, to });
    context.record({
      kind: 'post.appointed',
      subjectType: 'post',
      subjectId: id,
      title: post.value.title,
      after: { holding: holdingId, person: personId, name: person.full_name, from, to },
      reason: reason ?? null,
    });
    await makeHandovers(context, id);
    context.afterwards(() => forgetActors(context.services));
    return view(context, id);
  },
);

export const relievePerson = behind(
  peopleRoutes['POST /holdings/:id/end'],
  'post.relieve',
  'write',
  async (context, { id, on, reason }) => {
    await lockAdministration(context);
    const holding = await findHolding(context, id);
    if (!holding) return err(notFound('việc giữ chức danh này', 'holding'));
    if (holding.valid_to !== null && on > holding.valid_to) return err(DATE_ORDER);
    await endHolding(context, id, on);
    if (!(await hasAdministrator(context, context.today))) return err(LAST_ADMINISTRATOR);
    const post = await view(context, holding.post_id);
    if (!post.ok) return post;
    context.record({
      kind: 'post.relieved',
      subjectType: 'post',
      subjectId: holding.post_id,
      title: post.value.title,
      before: { holding: id, person: holding.person_id, from: holding.valid_from, to: holding.valid_to },
      after: { to: on },
      reason: reason ?? null,
    });
    await makeHandovers(context, holding.post_id);
    context.afterwards(() => forgetActors(context.services));
    return post;
  },
);
