/** The second factor (mã xác thực) of a person who signs in: a code of the phone, or a recovery code that is then gone. */
import { err, ok, type Result } from '#base/result.ts';
import { type Problem, problem } from '#contract/problem.ts';
import { findRecoveryCode } from '#identity/recovery.ts';
import { unseal } from '#identity/sealed.ts';
import { verifyTotp } from '#identity/totp.ts';
import { setSecrets } from '#store/people.ts';
import type { Context } from './usecase.ts';

/** What is kept of a person's second factor. */
export interface FactorRow {
  readonly id: string;
  readonly totp_secret: string | null;
  readonly totp_last_step: number | null;
  readonly recovery_codes: readonly string[];
}

/** What a TOTP secret is sealed for. */
export function totpPurpose(provinceId: number, personId: string): string {
  return `totp:${provinceId}:${personId}`;
}

/** Within the transaction that holds the person's row: a code is taken once. */
export async function checkSecondFactor(
  context: Context,
  person: FactorRow,
  typed: string,
): Promise<Result<'totp' | 'recovery', Problem>> {
  const used = findRecoveryCode(person.recovery_codes, typed);
  if (used !== null) {
    await setSecrets(context, person.id, { recovery_codes: person.recovery_codes.filter((_, i) => i !== used) });
    context.record({ kind: 'totp.recovery-used', subjectType: 'person', subjectId: person.id });
    return ok('recovery');
  }
  const checked = checkCode(context, person, person.totp_secret ?? '', typed);
  if (!checked.ok) return checked;
  await setSecrets(context, person.id, { totp_last_step: checked.value });
  return ok('totp');
}

/** The step of a code of `sealed`. */
export function checkCode(context: Context, person: FactorRow, sealed: string, code: string): Result<number, Problem> {
  const { services, provinceId, now } = context;
  const secret = unseal(services.settings.secretKey, totpPurpose(provinceId, person.id), sealed);
  if (secret === null) {
    services.log('error', 'a second factor does not open with the key of this server', { person: person.id });
    return err(UNREADABLE);
  }
  const step = verifyTotp({ secret, code, now, lastStep: person.totp_last_step });
  return step.ok ? step : err(problem(401, 'wrong-totp', step.error.vi, step.error.en));
}

const UNREADABLE = problem(
  401,
  'wrong-totp',
  'Máy chủ không đọc được khóa mã xác thực của bạn. Hãy dùng mã dự phòng hoặc báo quản trị hệ thống.',
  'The server can not read your second factor. Use a recovery code or tell an administrator.',
);
