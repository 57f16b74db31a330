/**
 * Signed links (liên kết có chữ ký): a piece of an address that says by itself what it is for and until when, and that
 * nobody can make or change without the key of the server. Good for downloads and for leaving a mailing list. What may be
 * used only once (password reset, invitation) needs a random token in the database instead.
 */
import { createHmac } from 'node:crypto';
import { type Refusal, refusal } from '#base/refusal.ts';
import { err, ok, type Result } from '#base/result.ts';
import { sameText } from './token.ts';

export interface SignedLink {
  /** `download`, `unsubscribe` …; a link for one purpose is worth nothing for another. */
  readonly purpose: string;
  /** What it gives: an id. */
  readonly subject: string;
  /** Kept to the second. */
  readonly expiresAt: Date;
}

const MIN_KEY_BYTES = 32;

/** `<subject>.<expiry>.<signature>`, in letters that need no escaping in an address. */
export function signLink(key: Uint8Array, { purpose, subject, expiresAt }: SignedLink): string {
  const body = `${Buffer.from(subject, 'utf8').toString('base64url')}.${Math.floor(expiresAt.getTime() / 1000)}`;
  return `${body}.${sign(key, purpose, body)}`;
}

/** The subject of a link that was signed with `key` for `purpose` and still holds. */
export function readLink(key: Uint8Array, purpose: string, link: string, now: Date): Result<string, Refusal> {
  const found = LINK.exec(link);
  if (!found) return err(BAD_LINK);
  const [, subject, expiry, signature] = found as unknown as [string, string, string, string];
  if (!sameText(signature, sign(key, purpose, `${subject}.${expiry}`))) return err(BAD_LINK);
  if (now.getTime() >= Number(expiry) * 1000) return err(OLD_LINK);
  return ok(Buffer.from(subject, 'base64url').toString('utf8'));
}

const LINK = /^([A-Za-z0-9_-]{0,1000})\.(\d{1,12})\.([A-Za-z0-9_-]{43})$/;

function sign(key: Uint8Array, purpose: string, body: string): string {
  if (key.length < MIN_KEY_BYTES) throw new TypeError(`a key of at least ${MIN_KEY_BYTES} bytes is needed`);
  // The length keeps purpose and body apart whatever stands in them.
  return createHmac('sha256', key).update(`bam-sat-link:${purpose.length}:${purpose}:${body}`).digest('base64url');
}

const BAD_LINK = refusal(
  'Liên kết không đúng. Hãy mở lại từ thư, hoặc sao chép đủ cả địa chỉ.',
  'The link is not right. Open it again from the letter, or copy the whole address.',
);
const OLD_LINK = refusal('Liên kết đã hết hạn. Hãy yêu cầu liên kết mới.', 'The link has expired. Ask for a new one.');
