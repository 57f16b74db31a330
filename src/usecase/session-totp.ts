/** Setting up, confirming and turning off the second factor (mã xác thực, mã dự phòng) of the person of the session. */
import { err, ok, type Result } from '#base/result.ts';
import { NOT_SIGNED_IN, type Problem, problem } from '#contract/problem.ts';
import { signInRoutes } from '#contract/sign-in.ts';
import { newRecoveryCodes } from '#identity/recovery.ts';
import { seal } from '#identity/sealed.ts';
import { newTotpSecret, otpauthUri, qrSvg } from '#identity/totp.ts';
import { findPerson, lockPerson, setSecrets } from '#store/people.ts';
import { endOtherSessions } from '#store/sessions.ts';
import { attempt } from './attempt.ts';
import type { Renewed } from './session.ts';
import { renewSession } from './session-begin.ts';
import { checkCode, totpPurpose } from './session-factor.ts';
import { meOf } from './session-me.ts';
import { withPassword } from './session-password.ts';
import type { Context } from './usecase.ts';

const NOT_BEGUN = problem(
  422,
  'totp-not-begun',
  'Chưa bắt đầu thiết lập mã xác thực.',
  'No second factor was begun to be set up.',
);
const ALREADY = problem(
  422,
  'totp-already',
  'Bạn đã dùng mã xác thực. Hãy tắt mã cũ trước khi thiết lập mã mới.',
  'You have a second factor already. Turn it off before setting up another.',
);
const REQUIRED = problem(
  422,
  'totp-required',
  'Chức danh của bạn phải dùng mã xác thực nên không tắt được.',
  'Your post requires a second factor; it can not be turned off.',
);

/** The secret is kept sealed and counts only when a code of it was typed. */
export const beginTotp = {
  ...signInRoutes['POST /session/totp'],
  name: 'totp.begin',
  kind: 'read' as const,
  run: (outer: Context, { password }: { readonly password: string }) =>
    withPassword(outer, password, async (context, person) => {
      if (person.totp_secret !== null) return err(ALREADY);
      const secret = newTotpSecret();
      const purpose = totpPurpose(context.provinceId, person.id);
      await setSecrets(context, person.id, {
        totp_pending: seal(context.services.settings.secretKey, purpose, secret),
      });
      const uri = otpauthUri({ secret, account: person.login, issuer: 'Bám Sát' });
      return ok({ secret, uri, qr: `data:image/svg+xml,${encodeURIComponent(qrSvg(uri))}` });
    }),
};

export interface Confirmed extends Renewed {
  readonly recoveryCodes: readonly string[];
}

export const confirmTotp = {
  ...signInRoutes['PUT /session/totp'],
  name: 'totp.confirm',
  kind: 'read' as const,
  run: async (outer: Context, { code }: { readonly code: string }): Promise<Result<Confirmed, Problem>> => {
    const known = outer.actor.personId ? await findPerson(outer, outer.actor.personId) : undefined;
    if (!known) return err(NOT_SIGNED_IN);
    const of = { login: known.login, refused: 'totp.refused', personId: known.id };
    return attempt<Confirmed>(outer, of, async (context) => {
      const person = await lockPerson(context, known.id);
      if (!person?.totp_pending) return { state: 'undecided', problem: NOT_BEGUN };
      const fresh = { ...person, totp_last_step: null };
      const step = checkCode(context, fresh, person.totp_pending, code);
      if (!step.ok) return { state: 'wrong', problem: { ...step.error, status: 422 } };
      const { codes, hashes } = newRecoveryCodes();
      await setSecrets(context, person.id, {
        totp_secret: person.totp_pending,
        totp_pending: null,
        totp_last_step: step.value,
        recovery_codes: [...hashes],
      });
      await endOtherSessions(context, person.id, context.actor.sessionId, context.now);
      const token = await renewSession(context);
      const { full_name: title } = person;
      context.record({ kind: 'totp.set-up', subjectType: 'person', subjectId: person.id, title });
      const me = await meOf(context, person.id, context.actor.postId, context.actor.sessionId);
      if (!me.ok) return { state: 'undecided', problem: me.error };
      return { state: 'right', value: { me: me.value, token, recoveryCodes: codes } };
    });
  },
};

export const turnTotpOff = {
  ...signInRoutes['DELETE /session/totp'],
  name: 'totp.turn-off',
  kind: 'read' as const,
  run: (outer: Context, { password }: { readonly password: string }) =>
    withPassword<Renewed>(outer, password, async (context, person) => {
      await setSecrets(context, person.id, { totp_secret: null, totp_pending: null, recovery_codes: [] });
      const me = await meOf(context, person.id, context.actor.postId, context.actor.sessionId);
      if (!me.ok) return me;
      if (me.value.mustSetUpTotp) {
        // Put back within the same transaction: the rule of the province stands.
        const { totp_secret, totp_pending, recovery_codes } = person;
        await setSecrets(context, person.id, { totp_secret, totp_pending, recovery_codes });
        return err(REQUIRED);
      }
      const token = await renewSession(context);
      const { full_name: title } = person;
      context.record({ kind: 'totp.turned-off', subjectType: 'person', subjectId: person.id, title });
      return ok({ me: me.value, token });
    }),
};

export const renewRecoveryCodes = {
  ...signInRoutes['POST /session/recovery-codes'],
  name: 'totp.renew-recovery-codes',
  kind: 'read' as const,
  run: (outer: Context, { password }: { readonly password: string }) =>
    withPassword(outer, password, async (context, person) => {
      if (person.totp_secret === null) return err(NOT_BEGUN);
      const { codes, hashes } = newRecoveryCodes();
      await setSecrets(context, person.id, { recovery_codes: [...hashes] });
      const { full_name: title } = person;
      context.record({ kind: 'totp.recovery-renewed', subjectType: 'person', subjectId: person.id, title });
      return ok({ recoveryCodes: [...codes] });
    }),
};
