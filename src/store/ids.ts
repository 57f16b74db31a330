/** New identifiers. */
import { randomBytes } from 'node:crypto';
import { uuidOf } from '#base/uuid.ts';

export function newId(now: Date = new Date()): string {
  return uuidOf(now.getTime(), randomBytes(10));
}
