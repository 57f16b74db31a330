/** A real SMTP server on 127.0.0.1 that keeps what it is sent, and a reader of what arrived. */
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A letter as it arrived, decoded. */
export interface Arrived {
  readonly from: string;
  readonly to: readonly string[];
  /** Whether it came through TLS. */
  readonly encrypted: boolean;
  /** By name in lower case, unfolded, words of RFC 2047 decoded; several of one name joined by a line break. */
  readonly headers: ReadonlyMap<string, string>;
  /** By type: `text/plain`, `text/html`. */
  readonly parts: ReadonlyMap<string, string>;
}

export interface MailServerForTests {
  readonly port: number;
  readonly arrived: readonly Arrived[];
  /** The first letter to that address whose subject holds `about`, once it is there. */
  readonly letter: (to: string, about: string) => Promise<Arrived>;
  /** Names and passwords that clients have shown. */
  readonly shown: readonly string[];
  readonly stop: () => Promise<void>;
}

export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServerForTests> {
  const arrived: Arrived[] = [];
  const shown: string[] = [];
  const waiting = new Set<() => void>();
  const letter = async (to: string, about: string): Promise<Arrived> => {
    for (;;) {
      const found = arrived.find((one) => one.to.includes(to) && (one.headers.get('subject') ?? '').includes(about));
      if (found) return found;
      await new Promise<void>((come) => waiting.add(come));
    }
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH'],
    onAuth(auth, _session, callback) {
      shown.push(`${auth.username}:${auth.password}`);
      if (auth.password === 'đúng') callback(null, { user: auth.username });
      else callback(new Error('wrong name or password'));
    },
    onData(stream, session, callback) {
      buffer(stream).then((bytes) => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom ? mailFrom.address : '';
        const to = rcptTo.map(({ address }) => address);
        arrived.push({ from, to, encrypted: session.secure, ...readMessage(bytes.toString('latin1')) });
        callback(null, 'taken');
        for (const come of waiting) come();
        waiting.clear();
      }, callback);
    },
    ...options,
  });
  // Clients that go away in the middle are part of the tests.
  server.on('error', () => {});
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.server.address() as AddressInfo).port,
    arrived,
    letter,
    shown,
    stop: () => new Promise<void>((stopped) => server.close(() => stopped())),
  };
}

/** `source` has one unit a byte. */
export function readMessage(source: string): Pick<Arrived, 'headers' | 'parts'> {
  const end = source.indexOf('\r\n\r\n');
  const headers = readHeaders(source.slice(0, end));
  const body = source.slice(end + 4);
  const type = headers.get('content-type') ?? 'text/plain';
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  if (boundary === undefined) {
    const text = decodeBody(body, headers.get('content-transfer-encoding') ?? '7bit').toString('utf8');
    return { headers, parts: new Map([[type.split(';', 1)[0] as string, text.replaceAll('\r\n', '\n')]]) };
  }
  const pieces = `\r\n${body}`.split(`\r\n--${boundary}`).slice(1, -1);
  return { headers, parts: new Map(pieces.flatMap((piece) => [...readMessage(piece.slice(2)).parts])) };
}

function readHeaders(block: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of block.replace(/\r\n(?=[ \t])/g, '').split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    const value = decodeWords(line.slice(colon + 1).trim());
    headers.set(name, headers.has(name) ? `${headers.get(name)}\n${value}` : value);
  }
  return headers;
}

function decodeBody(body: string, encoding: string): Buffer {
  switch (encoding.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64');
    case 'quoted-printable':
      return Buffer.from(unquote(body.replace(/=\r\n/g, '')), 'latin1');
    default:
      return Buffer.from(body, 'latin1');
  }
}

/** RFC 2047: bytes of neighbouring words are joined before they become letters. */
function decodeWords(value: string): string {
  return value
    .replace(/(\?=)\s+(?==\?)/g, '$1')
    .replace(/(?:=\?utf-8\?[bq]\?[^?]*\?=)+/gi, (words) =>
      Buffer.concat(
        [...words.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, kind, text]) =>
          kind?.toLowerCase() === 'b'
            ? Buffer.from(text as string, 'base64')
            : Buffer.from(unquote((text as string).replaceAll('_', ' ')), 'latin1'),
        ),
      ).toString('utf8'),
    );
}

function unquote(text: string): string {
  return text.replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
