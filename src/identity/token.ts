/**
 * Random tokens (mã truy cập): of sessions, of machines, of links in letters. Whoever holds one is let in, so that only
 * the SHA-256 is kept. They have 256 random bits, for which a plain hash is enough.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const BYTES = 32;

/** 43 letters of base64url. */
export function randomToken(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** SHA-256 of the text in UTF-8, 64 hexadecimal digits. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Whether two texts are equal, in a time that does not tell where they differ. */
export function sameText(a: string, b: string): boolean {
  const [x, y] = [a, b].map((text) => createHash('sha256').update(text, 'utf8').digest()) as [Buffer, Buffer];
  return timingSafeEqual(x, y);
}

/**
 * A token for a machine: `bs_<province>_<43 letters>`. The prefix lets scanners of leaked secrets find it; the province
 * says in which rows to look.
 */
export function newMachineToken(provinceId: number): string {
  if (!Number.isSafeInteger(provinceId) || provinceId < 1) throw new TypeError('no id of a province');
  return `bs_${provinceId}_${randomToken()}`;
}

const MACHINE_TOKEN = /^bs_([1-9]\d{0,14})_([A-Za-z0-9_-]{43})$/;

/** The province that a machine token names, and the hash to look up; null for what is no machine token. */
export function readMachineToken(token: string): { readonly provinceId: number; readonly hash: string } | null {
  const found = MACHINE_TOKEN.exec(token);
  return found ? { provinceId: Number(found[1]), hash: sha256(token) } : null;
}
