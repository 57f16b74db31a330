/**
 * Sends letters (thư điện tử) through the office's mail server: a few connections kept open, every step with a limit of
 * time, TLS unless the server is on this machine or the office says otherwise.
 */
import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { err, ok, type Result } from '#base/result.ts';
import { type MailRefusal, mailRefusal, refuseError } from './faults.ts';
import { isAddress, type MailServer, type MailSettings, type MailTimes, readMailSettings } from './settings.ts';

/** One letter to one person or office. Line breaks in names and subject become spaces. */
export interface MailMessage {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /**
   * What the letter is for, unique: `reset:42:7`. The same key gives the same Message-ID, so that a letter that is sent
   * again because nobody knows whether it arrived is seen as the same one.
   */
  readonly key: string;
}

export interface Sent {
  /** With its angle brackets. */
  readonly messageId: string;
}

export interface Mailer {
  readonly configured: boolean;
  readonly send: (message: MailMessage) => Promise<Result<Sent, MailRefusal>>;
  /** Whether the server answers and takes our name and password; sends nothing. */
  readonly verify: () => Promise<Result<null, MailRefusal>>;
  /** Waits for the letters that are on their way, then ends every connection. */
  readonly close: () => Promise<void>;
}

const TIMES: MailTimes = { connect: 10_000, silence: 30_000, whole: 60_000 };

/**
 * The mailer for these settings, which connects when the first letter comes. With `null` a mailer that refuses every
 * letter as `not-configured`. Settings that cannot be right are refused here; check them when the server starts.
 */
export function openMailer(settings: MailSettings | null): Result<Mailer, MailRefusal> {
  if (settings === null) return ok(NO_MAILER);
  const server = readMailSettings(settings);
  if (!server.ok) {
    return err({ ...mailRefusal('bad-settings', server.error.en), ...server.error });
  }
  return ok(connect(settings, server.value, { ...TIMES, ...settings.times }));
}

const NO_MAILER: Mailer = {
  configured: false,
  send: async () => err(mailRefusal('not-configured', 'no mail server is configured')),
  verify: async () => err(mailRefusal('not-configured', 'no mail server is configured')),
  close: async () => {},
};

function connect(settings: MailSettings, server: MailServer, times: MailTimes): Mailer {
  const from = { name: oneLine(settings.from.name), address: settings.from.address };
  const transport = openTransport(server, times);
  const underWay = new Set<Promise<unknown>>();
  let closed = false;

  /** What `work` gives, or why not; `close` waits for it. */
  async function attempt<T>(work: (signal: AbortSignal) => Promise<T>): Promise<Result<T, MailRefusal>> {
    if (closed) return err(mailRefusal('unreachable', 'the mailer is closed'));
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), times.whole);
    const working = work(limit.signal);
    underWay.add(working);
    try {
      return ok(await working);
    } catch (error) {
      return err(refuseError(error));
    } finally {
      clearTimeout(timer);
      underWay.delete(working);
    }
  }

  return {
    configured: true,
    async send({ to, subject, text, html, key }) {
      if (!isAddress(to.address)) return err(mailRefusal('bad-address', 'the recipient is no address'));
      const messageId = messageIdOf(key, from.address);
      const sent = await attempt((signal) =>
        transport.sendMail({
          from,
          to: { name: oneLine(to.name), address: to.address },
          subject: oneLine(subject),
          text: text.normalize('NFC'),
          html: html.normalize('NFC'),
          messageId,
          // So that no holiday notice answers (RFC 3834).
          headers: { 'Auto-Submitted': 'auto-generated' },
          signal,
        }),
      );
      return sent.ok ? ok({ messageId }) : sent;
    },
    async verify() {
      const verified = await attempt(() => transport.verify());
      return verified.ok ? ok(null) : verified;
    },
    async close() {
      closed = true;
      await Promise.allSettled(underWay);
      transport.close();
    },
  };
}

function openTransport({ host, port, secure, encrypted, local, auth }: MailServer, times: MailTimes) {
  return createTransport({
    pool: true,
    maxConnections: 2,
    // A connection that broke before the server took the letter is tried once more; the Message-ID stays.
    maxRequeues: 1,
    host,
    port,
    secure,
    requireTLS: encrypted && !secure,
    ignoreTLS: !encrypted,
    tls: { rejectUnauthorized: !local, minVersion: 'TLSv1.2' },
    connectionTimeout: times.connect,
    greetingTimeout: times.connect,
    dnsTimeout: times.connect,
    socketTimeout: times.silence,
    // A letter is what it says; nothing in it makes the server read files or addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(auth ? { auth } : {}),
  });
}

function messageIdOf(key: string, from: string): string {
  const hash = createHash('sha256').update(key, 'utf8').digest('hex').slice(0, 40);
  return `<${hash}@${from.slice(from.lastIndexOf('@') + 1)}>`;
}

/** A header is one line: a line break in a name would begin another header. */
function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
}
