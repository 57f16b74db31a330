/** Puts the house together and opens its doors: database, migrations, queue, mail, HTTP; and closes them in order. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Refusal } from '#base/refusal.ts';
import { err, ok, type Result } from '#base/result.ts';
import { LocalHub } from '#http/hub.ts';
import { buildServer } from '#http/server.ts';
import { HANDLERS } from '#jobs/handlers.ts';
import { JobQueue } from '#jobs/queue.ts';
import { openMailer } from '#mail/mail.ts';
import { Database } from '#store/database.ts';
import { type EmbeddedServer, startEmbedded } from '#store/embedded/embedded.ts';
import { migrate } from '#store/migrate.ts';
import { closeFileWorks } from '#usecase/file-works.ts';
import type { Services } from '#usecase/services.ts';
import { isEmpty } from '#usecase/setup.ts';
import type { Config } from './config.ts';
import { readSecretKey } from './secret-key.ts';

export interface Running {
  readonly app: FastifyInstance;
  readonly services: Services;
  /** Address that it answers at: `http://127.0.0.1:8080`. */
  readonly address: string;
  /** Stops taking requests, lets those under way and running jobs end, closes the database. */
  stop(): Promise<void>;
  /** Resolves when the embedded database ended by itself. */
  readonly broken: Promise<string>;
}

export interface StartOptions {
  readonly config: Config;
  /** Folder of the built pages, also one that is still to be there; null serves none. */
  readonly pages: string | null | Promise<string | null>;
  readonly demo?: boolean;
  readonly log: Services['log'];
  readonly logger?: object | boolean;
  readonly clock?: () => Date;
  /** Carries out jobs too; false for a server that only answers. */
  readonly jobs?: boolean;
}

/** For so long running jobs may go on after the order to stop. */
const GRACE_MS = 10_000;

export async function startServer(options: StartOptions): Promise<Result<Running, Refusal>> {
  const { config, log } = options;
  const closers: (() => Promise<void>)[] = [];
  const closeAll = async () => {
    for (const close of closers.reverse())
      await close().catch((error) => log('error', 'while closing', { error: String(error) }));
    closers.length = 0;
  };
  const opened = await openDatabase(config, log, closers);
  if (!opened.ok) {
    await closeAll();
    return opened;
  }
  const { database, embedded } = opened.value;
  const mailer = openMailer(config.mailUrl === null ? null : { url: config.mailUrl, from: senderOf(config.mailFrom) });
  if (!mailer.ok) {
    await closeAll();
    return mailer;
  }
  const mail = mailer.value;
  closers.push(() => mail.close());
  const queue = new JobQueue(database, log);
  await queue.start(HANDLERS);
  const services: Services = {
    database,
    hub: new LocalHub(),
    queue,
    mail,
    settings: {
      publicUrl: config.publicUrl,
      sessionMinutes: config.sessionMinutes,
      idleMinutes: config.idleMinutes,
      passwordLength: config.passwordLength,
      secretKey: readSecretKey(config.data),
      uploadBytes: config.uploadMegabytes * 1024 * 1024,
      webhookPrivate: config.webhookPrivate,
      webhookSeconds: config.webhookSeconds,
      demo: options.demo ?? false,
      setup: (await isEmpty(database)) ? offerSetup(config.data, log) : null,
    },
    clock: options.clock ?? (() => new Date()),
    log,
  };
  closers.push(() => closeFileWorks(services));
  // Before what reads files ends: running jobs may end well.
  closers.push(() => queue.stop(GRACE_MS));
  if (options.jobs ?? true) await queue.work(HANDLERS, services);
  const app = await buildServer(services, {
    pages: await options.pages,
    trustProxy: config.trustProxy,
    requestsPerMinute: config.requestsPerMinute,
    logger: options.logger ?? false,
  });
  closers.push(() => app.close());
  let address: string;
  try {
    address = await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await closeAll();
    return err(cannotListen(config, error));
  }
  const broken = embedded ? embedded.ended.then(({ reason }) => reason) : new Promise<string>(() => {});
  return ok({ app, services, address, stop: closeAll, broken });
}

/** The database, embedded or a server's, migrated. */
export async function openDatabase(
  config: Config,
  log: Services['log'],
  closers: (() => Promise<void>)[],
): Promise<Result<{ database: Database; embedded: EmbeddedServer | null }, Refusal>> {
  let url = config.databaseUrl;
  let embedded: EmbeddedServer | null = null;
  if (url === null) {
    const started = await startEmbedded({ directory: config.data, log: (line) => log('info', line) });
    if (!started.ok) return started;
    embedded = started.value;
    url = embedded.url;
    closers.push(() => started.value.stop());
  }
  const migrated = await migrate(url);
  if (!migrated.ok) return migrated;
  if (migrated.value.length > 0) log('info', 'migrated', { migrations: migrated.value });
  let closing = false;
  const database = await Database.open({
    url,
    connections: config.connections,
    // What the database says to connections that are being closed anyway is no news.
    onError: (error) => closing || log('error', 'a connection to the database', { error: error.message }),
  });
  closers.push(() => {
    closing = true;
    return database.close();
  });
  return ok({ database, embedded });
}

/** `Bám Sát <bamsat@hatinh.gov.vn>` as a name and an address. */
export function senderOf(text: string): { name: string; address: string } {
  const found = /^(.*?)\s*<([^<>]+)>$/.exec(text);
  return found ? { name: found[1] as string, address: found[2] as string } : { name: 'Bám Sát', address: text };
}

/** The code of the first run: only who can read the log or the folder of the server begins. */
function offerSetup(folder: string, log: Services['log']): { code: string; done(): void } {
  const file = join(folder, 'setup-code');
  // Twelve letters that nobody takes for each other.
  const code = Array.from(randomBytes(12), (byte) => 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'[byte % 32]).join('');
  const shown = code.replace(/(.{4})(?=.)/g, '$1-');
  mkdirSync(folder, { recursive: true });
  rmSync(file, { force: true });
  writeFileSync(file, `${shown}\n`, { mode: 0o600, flag: 'wx' });
  log('info', 'first run: open the address in a browser and enter this setup code', { code: shown, file });
  return { code: shown, done: () => rmSync(file, { force: true }) };
}

function cannotListen(config: Config, error: unknown): Refusal {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  if (code === 'EADDRINUSE') {
    return {
      vi: `cổng ${config.port} đang được dùng; đặt BAMSAT_PORT khác`,
      en: `port ${config.port} is taken; set another BAMSAT_PORT`,
    };
  }
  return {
    vi: `không nghe được tại ${config.host}:${config.port} (${code})`,
    en: `can't listen at ${config.host}:${config.port} (${code})`,
  };
}
