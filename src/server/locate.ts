/** Where the database is, for commands beside a running server or without one. */
import type { Refusal } from '#base/refusal.ts';
import { err, ok, type Result } from '#base/result.ts';
import { runningUrl } from '#store/embedded/attach.ts';
import { startEmbedded } from '#store/embedded/embedded.ts';
import type { Services } from '#usecase/services.ts';
import type { Config } from './config.ts';

export interface Located {
  readonly url: string;
  /** Another process runs the embedded database: a server is at work. */
  readonly beside: boolean;
  /** Stops what was started for this. */
  close(): Promise<void>;
}

/** The server of `databaseUrl`, the embedded one that runs already, or one that is started for now. */
export async function locateDatabase(config: Config, log: Services['log']): Promise<Result<Located, Refusal>> {
  if (config.databaseUrl !== null) return ok({ url: config.databaseUrl, beside: false, close: async () => {} });
  const started = await startEmbedded({ directory: config.data, log: (line) => log('info', line) });
  if (started.ok) return ok({ url: started.value.url, beside: false, close: () => started.value.stop() });
  const url = started.error.code === 'in-use' ? runningUrl(config.data) : null;
  return url === null ? err(started.error) : ok({ url, beside: true, close: async () => {} });
}
