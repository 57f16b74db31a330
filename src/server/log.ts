/**
 * The log of the server: a line of JSON for each thing. Requests are told by method, path without what stands behind
 * `?`, and address; never a header, a cookie or a body, so that no secret can get into it.
 */
import type { Services } from '#usecase/services.ts';
import type { Config } from './config.ts';

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'];

/** Lines of our own. */
export function logTo(least: Config['logLevel']): Services['log'] {
  return (level, message, data) => {
    if (LEVELS.indexOf(level) < LEVELS.indexOf(least)) return;
    process.stdout.write(`${JSON.stringify({ level, time: new Date().toISOString(), msg: message, ...data })}\n`);
  };
}

/** Lines of requests: settings of Fastify's pino. */
export function requestLog(level: Config['logLevel']): object | false {
  if (level === 'silent') return false;
  return {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: {
      req: ({ method, url, ip }: { method: string; url: string; ip: string }) => ({
        method,
        path: url.split('?', 1)[0],
        ip,
      }),
    },
  };
}
