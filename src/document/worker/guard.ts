/**
 * A thread beside the one that opens the file, which may be deep in a loop: ends the process when its memory grows over
 * the limit, or when the process that asked is gone and nobody would end it any more.
 */
import { rmSync, writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { OVER_MEMORY } from './signs.ts';

export interface GuardOrder {
  /** The process that asked. */
  readonly parent: number;
  readonly megabytes: number;
  /** The temporary folder of this process. */
  readonly folder: string;
}

const EVERY_MS = 50;
const { parent, megabytes, folder } = workerData as GuardOrder;

function look(): void {
  if (process.memoryUsage.rss() > megabytes * 1024 * 1024) {
    writeSync(2, OVER_MEMORY);
    process.kill(process.pid, 'SIGKILL');
  }
  if (process.ppid !== parent) {
    rmSync(folder, { recursive: true, force: true });
    process.kill(process.pid, 'SIGKILL');
  }
}

look();
setInterval(look, EVERY_MS);
