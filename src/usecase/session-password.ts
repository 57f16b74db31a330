/** A new password (đổi mật khẩu): by who knows the old one. What every new password has to be is checked here. */
import { err, ok, type Result } from '#base/result.ts';
import { NOT_SIGNED_IN, type Problem, problem } from '#contract/problem.ts';
import { signInRoutes } from '#contract/sign-in.ts';
import { hashPassword, verifyPassword } from '#identity/password.ts';
import { checkPassword } from '#identity/password-policy.ts';
import { findPerson, lockPerson, setSecrets } from '#store/people.ts';
import { dropResets } from '#store/resets.ts';
import { endOtherSessions } from '#store/sessions.ts';
import { attempt } from './attempt.ts';
import type { Services } from './services.ts';
import type { Renewed } from './session.ts';
import { forgetActors } from './session-authenticate.ts';
import { renewSession } from './session-begin.ts';
import { meOf } from './session-me.ts';
import type { Context } from './usecase.ts';

export const WRONG_PASSWORD = problem(
  422,
  'wrong-password',
  'Mật khẩu hiện tại không đúng.',
  'The present password is wrong.',
  { fields: { current: { vi: 'Mật khẩu hiện tại không đúng.', en: 'Wrong.' } } },
);
const SAME = { vi: 'Mật khẩu mới phải khác mật khẩu cũ.', en: 'The new password has to differ from the old one.' };

/** The first reason against a new password. */
export function weakness(services: Services, owner: { login: string; name: string }, text: string): Problem | null {
  const [weak] = checkPassword(text, owner, { shortest: services.settings.passwordLength });
  return weak ? weakPassword(weak) : null;
}

function weakPassword({ vi, en }: { vi: string; en: string }): Problem {
  return problem(422, 'weak-password', vi, en, { fields: { password: { vi, en } } });
}

/** Runs `work` for the person of the session once the password was right; wrong ones count for the lock-out. */
export async function withPassword<T>(
  outer: Context,
  password: string,
  work: (context: Context, person: NonNullable<Awaited<ReturnType<typeof lockPerson>>>) => Promise<Result<T, Problem>>,
): Promise<Result<T, Problem>> {
  const { personId } = outer.actor;
  const person = personId ? await findPerson(outer, personId) : undefined;
  if (!person) return err(NOT_SIGNED_IN);
  const of = { login: person.login, refused: 'password.refused', personId: person.id };
  const outcome = await attempt<T>(outer, of, async (context) => {
    const held = await lockPerson(context, person.id);
    const right = await verifyPassword(held?.password_hash ?? null, password);
    if (!held || !right) return { state: 'wrong', problem: WRONG_PASSWORD };
    const done = await work(context, held);
    return done.ok ? { state: 'right', value: done.value } : { state: 'undecided', problem: done.error };
  });
  return outcome;
}

export const changePassword = {
  ...signInRoutes['PUT /session/password'],
  name: 'session.change-password',
  kind: 'read' as const,
  run: (outer: Context, input: { readonly current: string; readonly password: string }) =>
    withPassword<Renewed>(outer, input.current, async (context, person) => {
      const weak = weakness(context.services, { login: person.login, name: person.full_name }, input.password);
      if (weak) return err(weak);
      if (input.password.normalize('NFC') === input.current.normalize('NFC')) return err(weakPassword(SAME));
      const password_hash = await hashPassword(input.password);
      await setSecrets(context, person.id, { password_hash, must_change_password: false });
      await dropResets(context, person.id, context.now);
      const ended = await endOtherSessions(context, person.id, context.actor.sessionId, context.now);
      const token = await renewSession(context);
      context.record({
        kind: 'password.changed',
        subjectType: 'person',
        subjectId: person.id,
        title: person.full_name,
        after: { sessionsEnded: ended },
      });
      context.afterwards(() => forgetActors(context.services));
      const me = await meOf(context, person.id, context.actor.postId, context.actor.sessionId);
      return me.ok ? ok({ me: me.value, token }) : me;
    }),
};
