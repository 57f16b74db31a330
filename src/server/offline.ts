/** What use cases need, without HTTP and without carrying out jobs: for the command line. */
import type { Refusal } from '#base/refusal.ts';
import { err, ok, type Result } from '#base/result.ts';
import { LocalHub } from '#http/hub.ts';
import { HANDLERS } from '#jobs/handlers.ts';
import { JobQueue } from '#jobs/queue.ts';
import { openMailer } from '#mail/mail.ts';
import { Database } from '#store/database.ts';
import { migrate, pendingMigrations } from '#store/migrate.ts';
import { closeFileWorks } from '#usecase/file-works.ts';
import type { Services } from '#usecase/services.ts';
import type { Config } from './config.ts';
import { locateDatabase } from './locate.ts';
import { readSecretKey } from './secret-key.ts';
import { senderOf } from './start.ts';

export interface Offline {
  readonly services: Services;
  /** A server works on the same data; what it remembers it may remember for some seconds more. */
  readonly beside: boolean;
  close(): Promise<void>;
}

export async function openOffline(config: Config, log: Services['log']): Promise<Result<Offline, Refusal>> {
  const located = await locateDatabase(config, log);
  if (!located.ok) return located;
  const { url, beside } = located.value;
  const closers: (() => Promise<void>)[] = [() => located.value.close()];
  const close = async () => {
    for (const one of closers.splice(0).reverse()) await one();
  };
  const refuse = async (refused: Refusal) => {
    await close();
    return err(refused);
  };
  try {
    // A server of another version may be at work: its schema is its own business.
    const pending = await pendingMigrations(url);
    if (!pending.ok) return await refuse(pending.error);
    if (beside && pending.value.length > 0) return await refuse(OTHER_VERSION);
    const migrated = pending.value.length > 0 ? await migrate(url) : pending;
    if (!migrated.ok) return await refuse(migrated.error);
    const database = await Database.open({ url, connections: 4 });
    closers.push(() => database.close());
    const mailer = openMailer(
      config.mailUrl === null ? null : { url: config.mailUrl, from: senderOf(config.mailFrom) },
    );
    if (!mailer.ok) return await refuse(mailer.error);
    closers.push(() => mailer.value.close());
    const queue = new JobQueue(database, log);
    closers.push(() => queue.stop(0));
    await queue.start(HANDLERS);
    const services: Services = {
      database,
      hub: new LocalHub(),
      queue,
      mail: mailer.value,
      settings: {
        publicUrl: config.publicUrl,
        sessionMinutes: config.sessionMinutes,
        idleMinutes: config.idleMinutes,
        passwordLength: config.passwordLength,
        secretKey: readSecretKey(config.data),
        uploadBytes: config.uploadMegabytes * 1024 * 1024,
        webhookPrivate: config.webhookPrivate,
        webhookSeconds: config.webhookSeconds,
        demo: false,
      },
      clock: () => new Date(),
      log,
    };
    closers.push(() => closeFileWorks(services));
    return ok({ services, beside, close });
  } catch (error) {
    await close();
    throw error;
  }
}

const OTHER_VERSION: Refusal = {
  vi: 'máy chủ đang chạy là phiên bản khác; hãy khởi động lại máy chủ trước',
  en: 'the server at work is of another version; start it anew first',
};
