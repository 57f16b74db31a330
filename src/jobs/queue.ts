/** The queue of jobs (hàng đợi) in the same database: pg-boss. A job is sent in the transaction of what asked for it. */
import { CompiledQuery } from 'kysely';
import { PgBoss } from 'pg-boss';
import type { Json } from '#base/canonical.ts';
import { letAppUse } from '#store/app-role.ts';
import type { Database, Scope } from '#store/database.ts';
import type { Queue, Services } from '#usecase/services.ts';

/** A kind of job and what carries it out. A job that throws is tried again later; it must bear being run twice. */
export interface JobHandler {
  readonly name: string;
  readonly retries: number;
  /** Longest time of one run, seconds. */
  readonly seconds: number;
  /** How many of this kind run at once. */
  readonly atOnce: number;
  /** Time table (cron) for jobs that come by themselves. */
  readonly cron?: string;
  run(services: Services, data: Json, signal: AbortSignal): Promise<void>;
}

/** A job whose server has not been heard of for so long is carried out by another, or by the same once it is back. */
const HEARTBEAT_SECONDS = 20;
const WATCH_SECONDS = 10;

const SCHEMA = 'pgboss';

export class JobQueue implements Queue {
  readonly #boss: PgBoss;
  readonly #log: Services['log'];
  readonly #url: string;

  constructor(database: Database, log: Services['log']) {
    this.#log = log;
    this.#url = database.url;
    this.#boss = new PgBoss({
      connectionString: database.url,
      max: 4,
      schema: SCHEMA,
      application_name: 'bamsat-jobs',
      superviseIntervalSeconds: WATCH_SECONDS,
      monitorIntervalSeconds: WATCH_SECONDS,
    });
    this.#boss.on('error', (error) => log('error', 'the queue of jobs', { error: String(error) }));
  }

  async start(handlers: readonly JobHandler[]): Promise<void> {
    await this.#boss.start();
    for (const handler of handlers) {
      await this.#boss.createQueue(handler.name, {
        retryLimit: handler.retries,
        retryDelay: 2,
        retryBackoff: true,
        expireInSeconds: handler.seconds,
        heartbeatSeconds: HEARTBEAT_SECONDS,
      });
    }
    // Jobs are sent in transactions of the server's own role.
    await letAppUse(this.#url, SCHEMA);
  }

  /** Begins to carry out jobs; apart from `start`, so that services can be made in between. */
  async work(handlers: readonly JobHandler[], services: Services): Promise<void> {
    for (const handler of handlers) {
      for (let i = 0; i < handler.atOnce; i++) {
        await this.#boss.work(handler.name, { batchSize: 1, pollingIntervalSeconds: 0.5 }, async ([job]) => {
          if (!job) return;
          try {
            await handler.run(services, job.data as Json, job.signal);
          } catch (error) {
            this.#log('error', `job ${handler.name} failed`, { id: job.id, error: String(error) });
            throw error;
          }
        });
      }
      if (handler.cron) await this.#boss.schedule(handler.name, handler.cron, null, { tz: 'Asia/Ho_Chi_Minh' });
    }
  }

  async send(
    scope: Scope,
    name: string,
    data: Json,
    options: { readonly key?: string; readonly after?: number } = {},
  ): Promise<void> {
    await this.#boss.send(name, data as object, {
      ...(options.key === undefined ? {} : { singletonKey: options.key }),
      ...(options.after === undefined ? {} : { startAfter: options.after }),
      db: {
        executeSql: async (text, values) => ({
          rows: (await scope.db.executeQuery(CompiledQuery.raw(text, (values ?? []) as unknown[]))).rows as never[],
        }),
      },
    });
  }

  /** How many jobs wait and how many run, by kind. */
  async depth(): Promise<{ name: string; waiting: number; running: number }[]> {
    const queues = await this.#boss.getQueues();
    return queues.map(({ name, queuedCount, activeCount }) => ({ name, waiting: queuedCount, running: activeCount }));
  }

  /** Lets running jobs end for so long, then leaves them to be tried again. */
  async stop(milliseconds: number): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: milliseconds });
  }
}
