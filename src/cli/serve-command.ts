/** `bamsat serve`: the server with its pages, until it is told to stop. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Refusal } from '#base/refusal.ts';
import { logTo, requestLog } from '#server/log.ts';
import { PAGES, preparePages } from '#server/pages.ts';
import { startServer } from '#server/start.ts';
import { complain, print } from './output.ts';
import { refusalLine } from './refusal.ts';
import { settingsOf } from './settings.ts';

export interface ServeOrder {
  readonly kind: 'serve';
  /** File of configuration; null for none. */
  readonly config: string | null;
}

export async function runServe(order: ServeOrder): Promise<number> {
  const config = settingsOf(order.config);
  if (!config.ok) return refuse(config.error, 2);
  const { logLevel } = config.value;
  // While the database starts: both take some seconds.
  const prepared = config.value.pages ? preparePages((line) => void print(`${line}\n`)) : null;
  const pages = prepared?.then((made) => (made.ok ? made.value : existingPages())) ?? null;
  const told = toldToStop();
  const started = await startServer({
    config: config.value,
    pages,
    log: logTo(logLevel),
    logger: requestLog(logLevel),
  });
  if (!started.ok) return refuse(started.error, 1);
  const { address, services, stop, broken } = started.value;
  const made = await prepared;
  if (made && !made.ok) {
    complain(refusalLine(made.error));
    if (existingPages() === null) {
      await stop();
      return 1;
    }
  }
  await print(`Bám Sát: ${address}\n`);
  const { setup } = services.settings;
  if (setup) await print(`Lần chạy đầu: mở địa chỉ trên, nhập mã thiết lập ${setup.code}\n`);
  const why = await Promise.race([told, broken]);
  await stop();
  return why === null ? 0 : refuse({ vi: `cơ sở dữ liệu dừng: ${why}`, en: `the database ended: ${why}` }, 1);
}

/** Pages of an earlier build: better than none. */
function existingPages(): string | null {
  return existsSync(join(PAGES, 'index.html')) ? PAGES : null;
}

function refuse(refused: Refusal, code: number): number {
  complain(refusalLine(refused));
  return code;
}

/** Resolves at SIGINT or SIGTERM; a second one ends the process at once. */
function toldToStop(): Promise<null> {
  return new Promise((resolve) => {
    const stop = () => {
      process.on('SIGINT', () => process.exit(130)).on('SIGTERM', () => process.exit(143));
      resolve(null);
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
  });
}
