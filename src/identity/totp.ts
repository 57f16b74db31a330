/**
 * Codes of an authenticator app (mã xác thực): TOTP of RFC 6238 with what every app can do: SHA-1, six digits, thirty
 * seconds. A step is the number of the half minute since 1970; keep the step that `verifyTotp` gives and pass it as
 * `lastStep`, so that a code that somebody saw over the shoulder is worth nothing a second time.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { renderSVG } from 'uqr';
import { type Refusal, refusal } from '#base/refusal.ts';
import { err, ok, type Result } from '#base/result.ts';
import { fromBase32, toBase32 } from './base32.ts';

const STEP_SECONDS = 30;
const DIGITS = 6;
/** Clocks of phones are off: the step before and the step after count too. */
const WINDOW = 1;
/** As long as the output of SHA-1 (RFC 4226 §4, R6). */
const SECRET_BYTES = 20;

/** A new secret in base32, 32 letters. It is shown once, as `qrSvg` and as letters. */
export function newTotpSecret(): string {
  return toBase32(randomBytes(SECRET_BYTES));
}

/** The step in which `now` lies. */
export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / STEP_SECONDS);
}

/** The code of a step. Throws for a secret that is not base32, which is a mistake of ours. */
export function totpAt(secret: string, step: number, digits = DIGITS): string {
  const key = fromBase32(secret);
  if (key === null || key.length === 0) throw new TypeError('the secret is not base32');
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = (mac[mac.length - 1] as number) & 15;
  const value = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(value % 10 ** digits).padStart(digits, '0');
}

export interface TotpAttempt {
  readonly secret: string;
  /** As typed; spaces are let be. */
  readonly code: string;
  readonly now: Date;
  /** The step of the last code that was taken for this secret; null when none was. */
  readonly lastStep: number | null;
}

/** The step to keep as `lastStep`; a refusal counts as a wrong attempt for the lock-out. */
export function verifyTotp({ secret, code, now, lastStep }: TotpAttempt): Result<number, Refusal> {
  const typed = Buffer.from(code.replace(/\s/g, ''), 'utf8');
  const current = stepAt(now);
  let matched: number | null = null;
  // Every step is compared, so that the time of an answer does not tell which.
  for (let step = Math.max(0, current - WINDOW); step <= current + WINDOW; step++) {
    const expected = Buffer.from(totpAt(secret, step), 'utf8');
    const same = typed.length === expected.length && timingSafeEqual(typed, expected);
    if (same && (lastStep === null || step > lastStep)) matched = step;
    else if (same) matched ??= -1;
  }
  if (matched === null) return err(WRONG_CODE);
  return matched < 0 ? err(USED_CODE) : ok(matched);
}

/** What the QR code says: `otpauth://totp/Bám Sát:nv.hung?secret=…`, as the apps document it. */
export function otpauthUri({ secret, account, issuer }: { secret: string; account: string; issuer: string }): string {
  // A colon parts issuer and account, and may stand in neither.
  const label = [issuer, account].map((part) => encodeURIComponent(part.replaceAll(':', ' '))).join(':');
  const query = `secret=${secret}&issuer=${encodeURIComponent(issuer.replaceAll(':', ' '))}`;
  return `otpauth://totp/${label}?${query}&algorithm=SHA1&digits=${DIGITS}&period=${STEP_SECONDS}`;
}

/** The QR code of `text` as an SVG element, black on white with the quiet border that readers need. */
export function qrSvg(text: string): string {
  return renderSVG(text, { ecc: 'M', border: 4, pixelSize: 4 });
}

const WRONG_CODE = refusal(
  'Mã xác thực không đúng hoặc đã hết hạn. Hãy kiểm tra giờ trên điện thoại rồi nhập mã đang hiện.',
  'The code is wrong or too old. Check the clock of the phone and type the code that is shown now.',
);
const USED_CODE = refusal(
  'Mã xác thực này đã được dùng. Hãy chờ mã tiếp theo.',
  'This code has been used. Wait for the next one.',
);
