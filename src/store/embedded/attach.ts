/** The way to an embedded PostgreSQL that another process of ours runs: for backups and help while the server works. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { clusterIn, readPassword } from './initialise.ts';
import { postmasterOf, startOf } from './processes.ts';

/** Its address; null when none runs in the directory. */
export function runningUrl(directory: string): string | null {
  const folder = clusterIn(resolve(directory));
  const main = postmasterOf(folder);
  if (!main?.ready || startOf(main.pid) === null) return null;
  const port = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[3]);
  const password = readPassword(resolve(directory));
  return Number.isInteger(port) && port > 0 && password !== null
    ? `postgres://bamsat:${password}@127.0.0.1:${port}/bamsat`
    : null;
}
