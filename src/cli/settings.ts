/** What every command that touches the server's data begins with: its settings, and a log that stays out of the way. */
import type { Refusal } from '#base/refusal.ts';
import type { Result } from '#base/result.ts';
import { type Config, readConfig } from '#server/config.ts';
import type { Services } from '#usecase/services.ts';

/** `config`: the file that `--config` names; else the one of BAMSAT_CONFIG. */
export function settingsOf(config: string | null): Result<Config, Refusal> {
  return readConfig({ env: process.env, file: config ?? process.env.BAMSAT_CONFIG ?? null });
}

/** Of a command only what went wrong is told; BAMSAT_DEBUG tells all. */
export const quietLog: Services['log'] = (level, message, data) => {
  if (level !== 'error' && !process.env.BAMSAT_DEBUG) return;
  process.stderr.write(`${JSON.stringify({ level, msg: message, ...data })}\n`);
};
