/** What use cases need from outside: the database, the queue, the mail, the clock. Made once by whoever starts the server. */
import type { Json } from '#base/canonical.ts';
import type { Mailer } from '#mail/mail.ts';
import type { Database, Scope } from '#store/database.ts';
import type { ServerSettings } from './settings.ts';

/** Tells browsers that something changed. */
export interface Hub {
  tell(provinceId: number, topic: string, payload: Json): void;
  /** Calls `hear` for each thing told to the province until the function that it gives is called. */
  listen(provinceId: number, hear: (topic: string, payload: Json) => void): () => void;
}

/** The queue of jobs in the same database; a job is sent in the transaction of what asked for it. */
export interface Queue {
  send(
    scope: Scope,
    name: string,
    data: Json,
    options?: { readonly key?: string; readonly after?: number },
  ): Promise<void>;
  /** How many jobs wait and how many run, by kind; some seconds old. */
  depth(): Promise<{ name: string; waiting: number; running: number }[]>;
}

export interface Services {
  readonly database: Database;
  readonly hub: Hub;
  readonly queue: Queue;
  readonly mail: Mailer;
  readonly settings: ServerSettings;
  /** The instant it is now. */
  readonly clock: () => Date;
  /** One line for the log of the server; never a secret. */
  readonly log: (level: 'info' | 'warn' | 'error', message: string, data?: Record<string, unknown>) => void;
}
