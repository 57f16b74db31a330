/** People (người dùng): list, add and invite, change, disable, unlock, links to set a password, data of a person. */
import type { Json } from '#base/canonical.ts';
import { err, ok, type Result } from '#base/result.ts';
import { type PersonView, peopleRoutes } from '#contract/people.ts';
import { conflict, notFound, type Problem, problem } from '#contract/problem.ts';
import { newId } from '#store/ids.ts';
import { clearLockOut } from '#store/lock-out.ts';
import {
  anonymisePerson,
  appoint,
  findByEmail,
  findByLogin,
  findPerson,
  foldPerson,
  insertPerson,
  setSecrets,
  updatePerson,
} from '#store/people.ts';
import { exportPerson, listPeople as listRows, type PersonRow } from '#store/people-list.ts';
import { hasAdministrator, listPosts, lockAdministration } from '#store/posts.ts';
import { dropResets } from '#store/resets.ts';
import { endOtherSessions } from '#store/sessions.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { NO_MAIL, newLink } from './password-reset.ts';
import { LINK_LETTER } from './people-letters.ts';
import { forgetActors } from './session-authenticate.ts';
import { behind, type Context } from './usecase.ts';

const NOBODY = notFound('người dùng này', 'person');
const LOGIN_TAKEN = problem(409, 'login-taken', 'Tên đăng nhập này đã có người dùng.', 'The login is taken.', {
  fields: { login: { vi: 'Tên đăng nhập này đã có người dùng.', en: 'Taken.' } },
});
const EMAIL_TAKEN = problem(409, 'email-taken', 'Thư điện tử này đã có người dùng.', 'The address is taken.', {
  fields: { email: { vi: 'Thư điện tử này đã có người dùng.', en: 'Taken.' } },
});
const NO_EMAIL = problem(
  422,
  'no-email',
  'Người này chưa có thư điện tử. Hãy ghi thư điện tử, hoặc lấy liên kết để trao tận tay.',
  'This person has no address. Enter one, or take a link to hand over.',
  { fields: { email: { vi: 'Chưa có thư điện tử.', en: 'Missing.' } } },
);
const DISABLED = problem(409, 'person-disabled', 'Người này đang ngừng sử dụng.', 'This person is disabled.');
const STILL_ACTIVE = problem(
  409,
  'person-active',
  'Hãy ngừng cho người này sử dụng trước khi xóa dữ liệu cá nhân.',
  'Disable this person before erasing personal data.',
);
export const LAST_ADMINISTRATOR = problem(
  409,
  'last-administrator',
  'Đây là quản trị hệ thống cuối cùng. Hãy giao vai trò quản trị cho người khác trước.',
  'This is the last administrator. Give the role to somebody else first.',
);

/** How somebody signs in is shown to who manages people only. */
function viewOf(context: Context, row: PersonRow): PersonView {
  const manages = context.actor.rights.has('person.edit');
  const { id, fullName, email, state, version, posts } = row;
  return {
    id,
    fullName,
    email,
    state,
    version,
    posts: posts.map((post) => ({ ...post, organisation: { ...post.organisation } })),
    account: manages
      ? {
          login: row.login,
          hasPassword: row.hasPassword,
          hasTotp: row.hasTotp,
          hasOidc: row.hasOidc,
          mustChangePassword: row.mustChangePassword,
          lockedUntil: row.lockedUntil,
          lastSeenAt: row.lastSeenAt,
          anonymised: row.anonymised,
        }
      : null,
  };
}

async function view(context: Context, id: string): Promise<Result<PersonView, Problem>> {
  const [row] = await listRows(context, { id, limit: 1 }, context.now, context.today);
  return row ? ok(viewOf(context, row)) : err(NOBODY);
}

/** What stands there now, for a writer who saw something else. */
async function lost(context: Context, id: string): Promise<Result<never, Problem>> {
  const now = await view(context, id);
  return now.ok ? err(conflict(now.value)) : now;
}

export const listPeople = behind(peopleRoutes['GET /people'], 'person.list', 'read', async (context, input) => {
  const at = readCursor(input.cursor, { name: 'text' });
  if (!at.ok) return at;
  const after = at.value && { name: at.value.name ?? '', id: at.value.id };
  const rows = await listRows(
    context,
    {
      text: input.text,
      organisationId: input.organisation,
      role: input.role,
      state: input.state,
      after: after ?? undefined,
      limit: input.limit + 1,
    },
    context.now,
    context.today,
  );
  const items = rows.slice(0, input.limit);
  const last = items.at(-1);
  return ok({
    items: items.map((row) => viewOf(context, row)),
    nextCursor: rows.length > input.limit && last ? writeCursor({ name: last.fullName, id: last.id }) : null,
    total: null,
  });
});

export const readPerson = behind(peopleRoutes['GET /people/:id'], 'person.read', 'read', (context, { id }) =>
  view(context, id),
);

export const addPerson = behind(peopleRoutes['POST /people'], 'person.add', 'write', async (context, input) => {
  const { fullName, login, email, postId, deliver } = input;
  if (deliver === 'mail' && email === null) return err(NO_EMAIL);
  if (deliver === 'mail' && !context.services.mail.configured) return err(NO_MAIL);
  if (email !== null && (await findByEmail(context, email)).length > 0) return err(EMAIL_TAKEN);
  const id = newId(context.now);
  const person = { id, fullName, login, email, passwordHash: null, mustChangePassword: false };
  if (!(await insertPerson(context, person))) return err(LOGIN_TAKEN);
  if (postId !== undefined) {
    const [post] = await listPosts(context, { id: postId, asOf: context.today, limit: 1 }, context.today);
    if (!post) return err(notFound('chức danh này', 'post'));
    await appoint(context, { id: newId(context.now), postId, personId: id, from: context.today });
  }
  context.record({
    kind: 'person.added',
    subjectType: 'person',
    subjectId: id,
    title: fullName,
    after: { login, email, post: postId ?? null },
  });
  const link = await giveLink(context, id, 'invitation', deliver);
  const shown = await view(context, id);
  return shown.ok ? ok({ person: shown.value, ...link }) : shown;
});

/** By a letter, or handed over by who asked. */
async function giveLink(context: Context, personId: string, purpose: 'invitation' | 'reset', deliver: 'mail' | 'link') {
  if (deliver === 'mail') {
    await context.services.queue.send(context, LINK_LETTER, { provinceId: context.provinceId, personId, purpose });
    return { link: null, expiresAt: null };
  }
  const { link, expiresAt } = await newLink(context, personId, purpose);
  return { link, expiresAt: expiresAt.toISOString() };
}

export const changePerson = behind(
  peopleRoutes['PATCH /people/:id'],
  'person.change',
  'write',
  async (context, input) => {
    const { id, version } = input;
    const before = await findPerson(context, id);
    if (!before) return err(NOBODY);
    const next = {
      fullName: (input.fullName ?? before.full_name).normalize('NFC'),
      login: (input.login ?? before.login).normalize('NFC').toLowerCase(),
      email: input.email === undefined ? before.email : input.email,
    };
    const sameLogin = await findByLogin(context, next.login);
    if (sameLogin && sameLogin.id !== id) return err(LOGIN_TAKEN);
    if (next.email !== null && next.email !== before.email) {
      const others = await findByEmail(context, next.email);
      if (others.some((one) => one.id !== id)) return err(EMAIL_TAKEN);
    }
    const set = { full_name: next.fullName, login: next.login, email: next.email, folded: foldPerson(next) };
    if (!(await updatePerson(context, id, version, set))) return lost(context, id);
    const was = { fullName: before.full_name, login: before.login, email: before.email };
    const changed = (['fullName', 'login', 'email'] as const).filter((field) => was[field] !== next[field]);
    if (changed.includes('email')) await dropResets(context, id, context.now);
    const only = (of: typeof was) => Object.fromEntries(changed.map((field) => [field, of[field]])) as Json;
    if (changed.length > 0)
      context.record({
        kind: 'person.changed',
        subjectType: 'person',
        subjectId: id,
        title: next.fullName,
        before: only(was),
        after: only(next),
      });
    return view(context, id);
  },
);

export const disablePerson = behind(
  peopleRoutes['POST /people/:id/disable'],
  'person.disable',
  'write',
  async (context, { id, version, reason }) => {
    await lockAdministration(context);
    const person = await findPerson(context, id);
    if (!person) return err(NOBODY);
    if (!(await updatePerson(context, id, version, { state: 'disabled' }))) return lost(context, id);
    if (!(await hasAdministrator(context, context.today))) return err(LAST_ADMINISTRATOR);
    const ended = await endOtherSessions(context, id, null, context.now);
    await dropResets(context, id, context.now);
    context.record({
      kind: 'person.disabled',
      subjectType: 'person',
      subjectId: id,
      title: person.full_name,
      before: { state: person.state },
      after: { state: 'disabled', sessionsEnded: ended },
      reason: reason ?? null,
    });
    context.afterwards(() => forgetActors(context.services));
    return view(context, id);
  },
);

export const enablePerson = behind(
  peopleRoutes['POST /people/:id/enable'],
  'person.enable',
  'write',
  async (context, { id, version, reason }) => {
    const person = await findPerson(context, id);
    if (!person) return err(NOBODY);
    if (!(await updatePerson(context, id, version, { state: 'active' }))) return lost(context, id);
    context.record({
      kind: 'person.enabled',
      subjectType: 'person',
      subjectId: id,
      title: person.full_name,
      before: { state: person.state },
      after: { state: 'active' },
      reason: reason ?? null,
    });
    return view(context, id);
  },
);

export const unlockPerson = behind(
  peopleRoutes['POST /people/:id/unlock'],
  'person.unlock',
  'write',
  async (context, { id }) => {
    const person = await findPerson(context, id);
    if (!person) return err(NOBODY);
    await clearLockOut(context, person.login);
    context.record({ kind: 'account.unlocked', subjectType: 'person', subjectId: id, title: person.full_name });
    return view(context, id);
  },
);

export const resetPerson = behind(
  peopleRoutes['POST /people/:id/reset'],
  'person.reset',
  'write',
  async (context, { id, deliver }) => {
    const person = await findPerson(context, id);
    if (!person) return err(NOBODY);
    if (person.state !== 'active') return err(DISABLED);
    if (deliver === 'mail' && person.email === null) return err(NO_EMAIL);
    if (deliver === 'mail' && !context.services.mail.configured) return err(NO_MAIL);
    const purpose = person.password_hash === null ? 'invitation' : 'reset';
    const link = await giveLink(context, id, purpose, deliver);
    context.record({
      kind: 'password.link-given',
      subjectType: 'person',
      subjectId: id,
      title: person.full_name,
      after: { deliver },
    });
    return ok(link);
  },
);

export const removeTotp = behind(
  peopleRoutes['POST /people/:id/totp-off'],
  'person.remove-totp',
  'write',
  async (context, { id, reason }) => {
    const person = await findPerson(context, id);
    if (!person) return err(NOBODY);
    await setSecrets(context, id, { totp_secret: null, totp_pending: null, totp_last_step: null, recovery_codes: [] });
    await endOtherSessions(context, id, context.actor.sessionId, context.now);
    context.record({ kind: 'totp.removed', subjectType: 'person', subjectId: id, title: person.full_name, reason });
    context.afterwards(() => forgetActors(context.services));
    return view(context, id);
  },
);

/** Reading somebody's data as a whole is itself an event. */
export const readPersonData = behind(
  peopleRoutes['GET /people/:id/data'],
  'person.data',
  'write',
  async (context, { id }) => {
    const shown = await view(context, id);
    if (!shown.ok) return shown;
    const data = await exportPerson(context, id);
    context.record({ kind: 'person.data-exported', subjectType: 'person', subjectId: id, title: shown.value.fullName });
    return ok({ person: shown.value, ...data });
  },
);

/** What was done stays in the log, which can't be changed and is kept for as long as the law asks. */
export const erasePerson = behind(
  peopleRoutes['POST /people/:id/anonymise'],
  'person.anonymise',
  'write',
  async (context, { id, version, reason }) => {
    const person = await findPerson(context, id);
    if (!person) return err(NOBODY);
    if (person.state === 'active') return err(STILL_ACTIVE);
    if (!(await anonymisePerson(context, id, version, context.now))) return lost(context, id);
    await clearLockOut(context, person.login);
    context.record({ kind: 'person.anonymised', subjectType: 'person', subjectId: id, reason });
    return view(context, id);
  },
);
