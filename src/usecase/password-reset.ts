/**
 * Links to set a password (đặt lại mật khẩu, mời sử dụng): asked for, looked at, used. Letters are written and sent by
 * jobs, so that the time of an answer does not tell who has an account and no link stands in the queue.
 */
import { err, ok, type Result } from '#base/result.ts';
import { type Problem, problem } from '#contract/problem.ts';
import { signInRoutes } from '#contract/sign-in.ts';
import { hashPassword } from '#identity/password.ts';
import { randomToken, sha256 } from '#identity/token.ts';
import { clearLockOut } from '#store/lock-out.ts';
import { findPerson, setSecrets } from '#store/people.ts';
import { ownProvince } from '#store/provinces.ts';
import { findReset, insertReset, type ResetPurpose, takeReset } from '#store/resets.ts';
import { endOtherSessions } from '#store/sessions.ts';
import { forgetActors } from './session-authenticate.ts';
import { weakness } from './session-password.ts';
import { behind, type Context } from './usecase.ts';

/** The job that looks who it is and sends a letter, or does not. */
export const RESET_LETTER = 'password-reset-letter';

const LIFE_MS: Readonly<Record<ResetPurpose, number>> = { reset: 30 * 60_000, invitation: 7 * 86_400_000 };

export const NO_MAIL = problem(
  503,
  'mail-not-configured',
  'Máy chủ chưa được cài đặt gửi thư. Hãy đề nghị quản trị hệ thống cấp liên kết đặt mật khẩu.',
  'The server is not set up to send mail. Ask an administrator for a link to set a password.',
);
const NOT_VALID = problem(
  404,
  'link-not-valid',
  'Liên kết đã hết hạn hoặc đã được dùng. Hãy xin liên kết mới.',
  'The link has expired or has been used. Ask for a new one.',
);

export const askForReset = behind(
  signInRoutes['POST /password-resets'],
  'password-reset.ask',
  'write',
  async (context, { login }) => {
    const { services, provinceId } = context;
    if (!services.mail.configured) return err(NO_MAIL);
    await services.queue.send(context, RESET_LETTER, { provinceId, login, at: context.now.toISOString() });
    return ok({ asked: true as const });
  },
);

/** A link for a person, and until when it holds. Only its hash is kept. */
export async function newLink(
  context: Context,
  personId: string,
  purpose: ResetPurpose,
): Promise<{ link: string; expiresAt: Date }> {
  const token = `${context.provinceId}.${randomToken()}`;
  const expiresAt = new Date(context.now.getTime() + LIFE_MS[purpose]);
  await insertReset(context, { tokenHash: sha256(token), personId, purpose, now: context.now, expiresAt });
  // Behind the `#` it reaches no server's log.
  return { link: `${context.services.settings.publicUrl}/mat-khau-moi#${token}`, expiresAt };
}

/** The province that a link names; null when it is no link of ours. */
export function provinceOfLink(token: string): number | null {
  const found = /^([1-9]\d{0,8})\.[\w-]{43}$/.exec(token);
  return found ? Number(found[1]) : null;
}

export const lookAtReset = behind(
  signInRoutes['POST /password-resets/look'],
  'password-reset.look',
  'read',
  async (context, { token }) => {
    const found = await findReset(context, sha256(token), context.now);
    const province = await ownProvince(context);
    if (!found || !province) return err(NOT_VALID);
    return ok({
      province: { slug: province.slug, name: province.name, kind: province.kind },
      fullName: found.fullName,
      login: found.login,
      purpose: found.purpose as ResetPurpose,
      expiresAt: found.expiresAt,
      shortest: context.services.settings.passwordLength,
    });
  },
);

/** The second factor stays: a letter alone lets nobody in who has one. */
export const setByReset = behind(
  signInRoutes['PUT /password-resets'],
  'password-reset.use',
  'write',
  async (context, { token, password }): Promise<Result<void, Problem>> => {
    const found = await findReset(context, sha256(token), context.now);
    if (!found) return err(NOT_VALID);
    const weak = weakness(context.services, { login: found.login, name: found.fullName }, password);
    if (weak) return err(weak);
    if (!(await takeReset(context, found.id, found.personId, context.now))) return err(NOT_VALID);
    const password_hash = await hashPassword(password);
    await setSecrets(context, found.personId, { password_hash, must_change_password: false });
    await clearLockOut(context, found.login);
    const ended = await endOtherSessions(context, found.personId, null, context.now);
    const person = await findPerson(context, found.personId);
    context.record({
      kind: found.purpose === 'invitation' ? 'password.first-set' : 'password.reset',
      subjectType: 'person',
      subjectId: found.personId,
      title: person?.full_name ?? null,
      after: { sessionsEnded: ended },
    });
    context.afterwards(() => forgetActors(context.services));
    return ok(undefined);
  },
);
