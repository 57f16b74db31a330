/**
 * Passwords (mật khẩu) as they are kept: argon2id (RFC 9106) of the text in NFC, in the PHC form
 * `$argon2id$v=19$m=19456,t=2,p=1$salt$hash` (base64 without `=`). Cost as OWASP recommends for argon2id.
 */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { normalisePassword } from './password-policy.ts';
import { takeTurns } from './turns.ts';

/** What one hash costs: `memory` in KiB, `passes` over it, `parallelism` in lanes. */
export interface HashCost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane. */
export const COST: HashCost = { memory: 19_456, passes: 2, parallelism: 1 };

const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** A stored hash that would cost more than this is none of ours and is not computed. */
const MOST: HashCost = { memory: 262_144, passes: 10, parallelism: 8 };

/** Each hash holds 19 MiB and one thread of Node's pool of four; two at once leave the rest to files and names. */
const inTurn = takeTurns(2);

const derive = promisify(argon2);

/** The text to keep in the place of the password; different each time, since the salt is new. */
export async function hashPassword(text: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return writePhc(COST, salt, await compute(text, salt, COST, HASH_BYTES));
}

/**
 * Whether `text` is the password that `phc` was made of. Give `null` when there is no such person or no password:
 * it costs as much and is false, so that the time of an answer does not tell who has an account.
 */
export async function verifyPassword(phc: string | null, text: string): Promise<boolean> {
  const stored = phc === null ? null : readPhc(phc);
  const { cost, salt, hash } = stored ?? { cost: COST, salt: NO_SALT, hash: NO_HASH };
  const computed = await compute(text, salt, cost, hash.length);
  return timingSafeEqual(computed, hash) && stored !== null;
}

/** Whether `phc` was made at another cost than today's; then hash anew after the next right password. */
export function needsRehash(phc: string): boolean {
  const stored = readPhc(phc);
  if (stored === null) return true;
  const { cost, salt, hash } = stored;
  return (
    cost.memory !== COST.memory ||
    cost.passes !== COST.passes ||
    cost.parallelism !== COST.parallelism ||
    salt.length < SALT_BYTES ||
    hash.length < HASH_BYTES
  );
}

const NO_SALT = Buffer.alloc(SALT_BYTES);
const NO_HASH = Buffer.alloc(HASH_BYTES);

function compute(text: string, salt: Buffer, cost: HashCost, bytes: number): Promise<Buffer> {
  const message = Buffer.from(normalisePassword(text), 'utf8');
  return inTurn(() => derive('argon2id', { message, nonce: salt, tagLength: bytes, ...cost }));
}

function writePhc({ memory, passes, parallelism }: HashCost, salt: Buffer, hash: Buffer): string {
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`;
}

const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

/** The parts of a stored hash; null for what is none, or would cost more than is allowed. */
function readPhc(phc: string): { cost: HashCost; salt: Buffer; hash: Buffer } | null {
  const found = PHC.exec(phc);
  if (!found) return null;
  const [memory, passes, parallelism] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (memory > MOST.memory || passes > MOST.passes || parallelism > MOST.parallelism) return null;
  if (passes < 1 || parallelism < 1 || memory < 8 * parallelism) return null;
  const salt = Buffer.from(found[4] as string, 'base64');
  const hash = Buffer.from(found[5] as string, 'base64');
  return { cost: { memory, passes, parallelism }, salt, hash };
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
