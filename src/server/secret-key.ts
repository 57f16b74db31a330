/** The key for secrets at rest (khóa bí mật): in the data folder, readable by its owner only. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const FILE = 'secret.key';
const BYTES = 32;

/** Made on the first start. */
export function readSecretKey(folder: string): Uint8Array {
  const known = findSecretKey(folder);
  if (known) return known;
  const key = randomBytes(BYTES);
  keepSecretKey(folder, key);
  return key;
}

/** Null when there is none yet. */
export function findSecretKey(folder: string): Uint8Array | null {
  const file = join(folder, FILE);
  return existsSync(file) ? readFileSync(file) : null;
}

/** Puts the key of a backup in the place of one that nothing was sealed with. Whole or not at all, and lasting. */
export function keepSecretKey(folder: string, key: Uint8Array): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, FILE);
  const waiting = `${file}.${process.pid}`;
  const handle = openSync(waiting, 'wx', 0o600);
  try {
    writeFileSync(handle, key);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(waiting, file);
}
