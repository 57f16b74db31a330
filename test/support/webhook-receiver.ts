/** Another system that webhooks tell: a real HTTP server on loopback that answers as the test says, also not at all. */
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Told {
  readonly signature: string;
  readonly delivery: string;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into what it expects.
  readonly body: any;
}

/** A status; nothing: the connection is left open without an answer. */
export type Answering = (told: Told, response: ServerResponse) => number | null;

export class WebhookReceiver {
  readonly told: Told[] = [];
  answering: Answering = () => 204;
  readonly #server = createServer();
  readonly #sockets = new Set<Socket>();
  readonly #waiting: { readonly ready: () => boolean; readonly go: () => void }[] = [];

  static async start(): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver();
    receiver.#server.on('connection', (socket) => {
      receiver.#sockets.add(socket);
      socket.on('close', () => receiver.#sockets.delete(socket));
    });
    receiver.#server.on('request', (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part) => parts.push(part));
      request.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        const header = (name: string) => String(request.headers[name] ?? '');
        const told: Told = {
          signature: header('x-bam-sat-signature'),
          delivery: header('x-bam-sat-delivery'),
          text,
          body: JSON.parse(text),
        };
        receiver.told.push(told);
        const status = receiver.answering(told, response);
        if (status !== null && !response.headersSent) response.writeHead(status).end();
        for (const one of receiver.#waiting.slice()) {
          if (!one.ready()) continue;
          receiver.#waiting.splice(receiver.#waiting.indexOf(one), 1);
          one.go();
        }
      });
    });
    receiver.#server.listen(0, '127.0.0.1');
    await once(receiver.#server, 'listening');
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/nhan`;
  }

  /** Until something was told that fits. */
  async until(fits: (told: Told) => boolean, count = 1): Promise<Told[]> {
    const found = () => this.told.filter(fits);
    if (found().length < count)
      await new Promise<void>((go) => this.#waiting.push({ ready: () => found().length >= count, go }));
    return found();
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

/** What `v1` of a signature must be for the text, by its own `t`. */
export function isSigned({ signature, text }: Told, secret: string): boolean {
  const found = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature);
  if (!found) return false;
  return createHmac('sha256', secret).update(`${found[1]}.${text}`).digest('hex') === found[2];
}
