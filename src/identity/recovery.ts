/**
 * Recovery codes (mã dự phòng): ten codes to write down, each good once in the place of a code from the phone.
 * Only their hashes are kept. A code has 80 random bits, so that a plain SHA-256 is enough and can be looked up.
 */
import { randomBytes } from 'node:crypto';
import { toBase32 } from './base32.ts';
import { sameText, sha256 } from './token.ts';

const COUNT = 10;
const BYTES = 10;

export interface RecoveryCodes {
  /** To be shown once: `abcd-efgh-ijkl-mnop`. */
  readonly codes: readonly string[];
  /** To be kept, in the same order. */
  readonly hashes: readonly string[];
}

export function newRecoveryCodes(): RecoveryCodes {
  const codes = Array.from({ length: COUNT }, () => {
    const letters = toBase32(randomBytes(BYTES)).toLowerCase();
    return (letters.match(/.{4}/g) as string[]).join('-');
  });
  return { codes, hashes: codes.map(hashRecoveryCode) };
}

/** The hash under which a code is kept; spaces, hyphens and capitals do not matter. */
export function hashRecoveryCode(code: string): string {
  return sha256(`recovery:${code.replace(/[\s-]/g, '').toLowerCase()}`);
}

/** Which of `hashes` the typed code belongs to, to be crossed out; null when none. */
export function findRecoveryCode(hashes: readonly string[], typed: string): number | null {
  const wanted = hashRecoveryCode(typed);
  let found: number | null = null;
  for (const [i, hash] of hashes.entries()) if (sameText(hash, wanted)) found = i;
  return found;
}
