/** Sign-in with a password, who am I, sign-out, my sessions (đăng nhập, đăng xuất, phiên đăng nhập). */
import { err, ok, type Result } from '#base/result.ts';
import { NOT_SIGNED_IN, notFound, type Problem, problem } from '#contract/problem.ts';
import { type Me, sessionRoutes } from '#contract/session.ts';
import { afterFailure, afterSuccess, standing } from '#identity/lock-out.ts';
import { verifyPassword } from '#identity/password.ts';
import { deviceLabel } from '#identity/session.ts';
import { randomToken } from '#identity/token.ts';
import { rightsOf } from '#plan/rights.ts';
import type { Scope } from '#store/database.ts';
import { newId } from '#store/ids.ts';
import { findByLogin, findPerson, postsOf, setFailures } from '#store/people.ts';
import { listProvinces } from '#store/provinces.ts';
import { endSession, insertSession, listSessions, setSessionPost } from '#store/sessions.ts';
import { hashToken } from './session-authenticate.ts';
import { behind, type Context } from './usecase.ts';

/** What sign-in gives: who, and the token that the cookie is to hold. */
export interface SignedIn {
  readonly me: Me;
  readonly token: string;
}

const WRONG = problem(
  401,
  'wrong-sign-in',
  'Tên đăng nhập hoặc mật khẩu không đúng.',
  'The login or the password is wrong.',
);

export const readMe = behind(sessionRoutes['GET /session'], 'session.read', 'read', async (context) =>
  meOf(context, context.actor.personId, context.actor.postId, context.actor.sessionId),
);

/** Runs in the scope of the province that the sign-in names. */
export async function signIn(
  context: Context,
  input: { readonly login: string; readonly password: string },
): Promise<Result<SignedIn, Problem>> {
  const person = await findByLogin(context, input.login);
  const state = person
    ? {
        failures: person.failures.map((at) => new Date(at)),
        lockedUntil: person.locked_until ? new Date(person.locked_until) : null,
        locks: person.lock_count,
      }
    : null;
  if (state) {
    const stands = standing(state, context.now);
    if (stands.locked) {
      return err(
        problem(423, 'locked', stands.refusal.vi, stands.refusal.en, {
          retryAfter: (stands.until.getTime() - context.now.getTime()) / 1000,
        }),
      );
    }
  }
  const right = await verifyPassword(person?.password_hash ?? null, input.password);
  if (!person || !state || !right || person.state !== 'active') {
    // Kept although the sign-in is refused: outside of this transaction, which is rolled back.
    if (person && state)
      await setFailures(
        context.services.database.scope(context.provinceId),
        person.id,
        afterFailure(state, context.now),
      );
    return err(WRONG);
  }
  if (state.failures.length > 0 || state.locks > 0) await setFailures(context, person.id, afterSuccess());
  return beginSession(context, person.id, 'password');
}

/** Opens a session for a person who has proved who they are. */
export async function beginSession(
  context: Context,
  personId: string,
  method: string,
): Promise<Result<SignedIn, Problem>> {
  const posts = await postsOf(context, personId, context.today);
  const post = posts[0] ?? null;
  const token = `${context.provinceId}.${randomToken()}`;
  const id = newId(context.now);
  await insertSession(context, {
    id,
    tokenHash: hashToken(token),
    personId,
    postId: post?.id ?? null,
    method,
    device: deviceLabel(context.actor.device ?? undefined),
    address: context.actor.address,
    now: context.now,
    expiresAt: new Date(context.now.getTime() + context.services.settings.sessionMinutes * 60_000),
  });
  const me = await meOf(context, personId, post?.id ?? null, id);
  if (!me.ok) return me;
  context.record({
    kind: 'session.begun',
    subjectType: 'person',
    subjectId: personId,
    title: me.value.person.fullName,
    after: { method },
  });
  return ok({ me: me.value, token });
}

export const signOut = behind(sessionRoutes['DELETE /session'], 'session.end', 'write', async (context) => {
  const { personId, sessionId } = context.actor;
  if (personId && sessionId) {
    await endSession(context, personId, sessionId, context.now);
    context.record({ kind: 'session.ended', subjectType: 'person', subjectId: personId });
  }
  return ok(undefined);
});

export const choosePost = behind(
  sessionRoutes['PUT /session/post'],
  'session.choose-post',
  'write',
  async (context, { postId }) => {
    const { personId, sessionId } = context.actor;
    if (!personId || !sessionId) return err(NOT_SIGNED_IN);
    const posts = await postsOf(context, personId, context.today);
    if (!posts.some((post) => post.id === postId))
      return err(notFound('chức danh này trong các chức danh của bạn', 'post among yours'));
    await setSessionPost(context, sessionId, postId);
    return meOf(context, personId, postId, sessionId);
  },
);

export const listMySessions = behind(sessionRoutes['GET /sessions'], 'session.list', 'read', async (context) => {
  if (!context.actor.personId) return err(NOT_SIGNED_IN);
  const rows = await listSessions(context, context.actor.personId, context.now);
  return ok({
    items: rows.map((row) => ({
      id: row.id,
      current: row.id === context.actor.sessionId,
      device: row.device,
      address: row.address,
      method: row.method,
      createdAt: row.created_at,
      seenAt: row.seen_at,
      expiresAt: row.expires_at,
    })),
  });
});

export const endMySession = behind(
  sessionRoutes['DELETE /sessions/:id'],
  'session.end-one',
  'write',
  async (context, { id }) => {
    const { personId } = context.actor;
    if (!personId) return err(NOT_SIGNED_IN);
    if (!(await endSession(context, personId, id, context.now))) return err(notFound('phiên đăng nhập này', 'session'));
    context.record({ kind: 'session.ended', subjectType: 'person', subjectId: personId });
    return ok(undefined);
  },
);

async function meOf(
  context: Context & Scope,
  personId: string | null,
  postId: string | null,
  sessionId: string | null,
): Promise<Result<Me, Problem>> {
  const province = (await listProvinces(context.services.database)).find(
    (one) => one.provinceId === context.provinceId,
  );
  const person = personId ? await findPerson(context, personId) : undefined;
  if (!province || !person) return err(NOT_SIGNED_IN);
  const posts = await postsOf(context, person.id, context.today);
  const post = posts.find((one) => one.id === postId) ?? null;
  return ok({
    province: { slug: province.slug, name: province.name, kind: province.kind },
    person: { id: person.id, fullName: person.full_name, login: person.login, email: person.email },
    post,
    posts,
    rights: post ? [...rightsOf(post.role)] : [],
    mustChangePassword: person.must_change_password,
    hasTotp: person.totp_secret !== null,
    sessionId,
  });
}
