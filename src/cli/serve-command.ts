/** `bamsat serve`: the server with its pages, until it is told to stop. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '#server/config.ts';
import { startServer } from '#server/start.ts';
import type { Services } from '#usecase/services.ts';
import { complain, print } from './output.ts';
import { refusalLine } from './refusal.ts';

export interface ServeOrder {
  readonly kind: 'serve';
  /** File of configuration; null for none. */
  readonly config: string | null;
}

const PAGES = fileURLToPath(new URL('../../web/dist', import.meta.url));

export async function runServe(order: ServeOrder): Promise<number> {
  const config = readConfig({ env: process.env, file: order.config ?? process.env.BAMSAT_CONFIG ?? null });
  if (!config.ok) {
    complain(refusalLine(config.error));
    return 2;
  }
  const started = await startServer({
    config: config.value,
    pages: existsSync(join(PAGES, 'index.html')) ? PAGES : null,
    log: logTo(config.value.logLevel),
    logger: config.value.logLevel === 'silent' ? false : { level: config.value.logLevel },
  });
  if (!started.ok) {
    complain(refusalLine(started.error));
    return 1;
  }
  await print(`Bám Sát: ${started.value.address}\n`);
  const why = await Promise.race([toldToStop(), started.value.broken]);
  await started.value.stop();
  if (why === null) return 0;
  complain(refusalLine({ vi: `cơ sở dữ liệu dừng: ${why}`, en: `the database ended: ${why}` }));
  return 1;
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

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'];

/** Lines of JSON, as the log of requests. */
export function logTo(least: string): Services['log'] {
  return (level, message, data) => {
    if (LEVELS.indexOf(level) < LEVELS.indexOf(least)) return;
    process.stdout.write(`${JSON.stringify({ level, time: new Date().toISOString(), msg: message, ...data })}\n`);
  };
}
