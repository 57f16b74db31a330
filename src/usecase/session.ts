/** Sign-in with a password, who am I, sign-out, my sessions (đăng nhập, đăng xuất, phiên đăng nhập). */
import { err, ok, type Result } from '#base/result.ts';
import { NOT_SIGNED_IN, notFound, type Problem, problem } from '#contract/problem.ts';
import { type Me, sessionRoutes } from '#contract/session.ts';
import { hashPassword, needsRehash, verifyPassword } from '#identity/password.ts';
import { findByLogin, lockPerson, postsOf, setSecrets } from '#store/people.ts';
import { endOtherSessions, endSession, listSessions, setSessionPost } from '#store/sessions.ts';
import { attempt } from './attempt.ts';
import { forgetActors } from './session-authenticate.ts';
import { beginSession, renewSession, type SignedIn } from './session-begin.ts';
import { checkSecondFactor } from './session-factor.ts';
import { meOf } from './session-me.ts';
import { behind, type Context } from './usecase.ts';

export type { SignedIn } from './session-begin.ts';

const WRONG = problem(
  401,
  'wrong-sign-in',
  'Tên đăng nhập hoặc mật khẩu không đúng.',
  'The login or the password is wrong.',
);
const TOTP_NEEDED = problem(
  401,
  'totp-needed',
  'Hãy nhập mã xác thực trên điện thoại, hoặc một mã dự phòng.',
  'Type the code of your phone, or a recovery code.',
);

/** What a sign-in sends; `deviceCookie` is what the browser holds of ours. */
export interface SignInInput {
  readonly login: string;
  readonly password: string;
  readonly totp?: string | undefined;
  readonly deviceCookie?: string | null;
}

export const readMe = behind(sessionRoutes['GET /session'], 'session.read', 'read', async (context) =>
  meOf(context, context.actor.personId, context.actor.postId, context.actor.sessionId),
);

/** Runs in the scope of the province that the sign-in names, as a reading: the attempt has a transaction of its own. */
export async function signIn(outer: Context, input: SignInInput): Promise<Result<SignedIn, Problem>> {
  const known = await findByLogin(outer, input.login);
  const of = { login: input.login, refused: 'session.refused', personId: known?.id ?? null };
  const begun = await attempt(outer, of, async (context) => {
    const person = known ? await lockPerson(context, known.id) : undefined;
    const right = await verifyPassword(person?.password_hash ?? null, input.password);
    if (!person || !right || person.state !== 'active') return { state: 'wrong', problem: WRONG };
    let method = 'password';
    if (person.totp_secret !== null) {
      if (input.totp === undefined || input.totp.trim() === '') return { state: 'undecided', problem: TOTP_NEEDED };
      const factor = await checkSecondFactor(context, person, input.totp);
      if (!factor.ok) return { state: 'wrong', problem: factor.error };
      method = `password+${factor.value}`;
    }
    if (person.password_hash !== null && needsRehash(person.password_hash))
      await setSecrets(context, person.id, { password_hash: await hashPassword(input.password) });
    return { state: 'right', value: await beginSession(context, person.id, method, input.deviceCookie ?? null) };
  });
  return begun.ok ? begun.value : begun;
}

export const signOut = behind(sessionRoutes['DELETE /session'], 'session.end', 'write', async (context) => {
  const { personId, sessionId } = context.actor;
  if (personId && sessionId) {
    await endSession(context, personId, sessionId, context.now);
    context.record({ kind: 'session.ended', subjectType: 'person', subjectId: personId });
    context.afterwards(() => forgetActors(context.services));
  }
  return ok(undefined);
});

/** Who I am after a change, and the token that the cookie is to hold from then on. */
export interface Renewed {
  readonly me: Me;
  readonly token: string | null;
}

/** Other rights, so another token. */
export const choosePost = {
  ...sessionRoutes['PUT /session/post'],
  name: 'session.choose-post',
  kind: 'write' as const,
  run: async (context: Context, { postId }: { readonly postId: string }): Promise<Result<Renewed, Problem>> => {
    const { personId, sessionId } = context.actor;
    if (!personId || !sessionId) return err(NOT_SIGNED_IN);
    const posts = await postsOf(context, personId, context.today);
    const chosen = posts.find((post) => post.id === postId);
    if (!chosen) return err(notFound('chức danh này trong các chức danh của bạn', 'post among yours'));
    await setSessionPost(context, sessionId, postId);
    const token = await renewSession(context);
    const me = await meOf(context, personId, postId, sessionId);
    if (!me.ok) return me;
    context.record({
      kind: 'session.post-chosen',
      subjectType: 'person',
      subjectId: personId,
      before: { post: context.actor.postId },
      after: { post: postId, title: chosen.title },
    });
    return ok({ me: me.value, token });
  },
};

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
    context.afterwards(() => forgetActors(context.services));
    return ok(undefined);
  },
);

export const endMyOtherSessions = behind(
  sessionRoutes['POST /sessions/end-others'],
  'session.end-others',
  'write',
  async (context) => {
    const { personId, sessionId } = context.actor;
    if (!personId) return err(NOT_SIGNED_IN);
    const ended = await endOtherSessions(context, personId, sessionId, context.now);
    if (ended > 0)
      context.record({ kind: 'session.others-ended', subjectType: 'person', subjectId: personId, after: { ended } });
    context.afterwards(() => forgetActors(context.services));
    return ok({ ended });
  },
);
