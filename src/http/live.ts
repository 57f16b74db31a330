/** Server-sent events: one line for a page, told that it is alive, ended when the session ends or the server stops. */
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { routes } from '#contract/routes.ts';
import { type LiveLine, type News, openLine } from '#usecase/live.ts';
import type { Authenticator } from '#usecase/session-authenticate.ts';
import { type Binding, binding, type Edge } from './bind.ts';
import { COOKIE } from './session-cookie.ts';

/** A line that says nothing for long is cut by proxies. */
const HEARTBEAT_MS = 20_000;
/** A page that does not take what it is told for so many bytes is let go of; it comes back and is told what it missed. */
const MOST_WAITING = 1024 * 1024;

export function liveBindings(authenticator: Authenticator): Binding[] {
  return [
    binding('GET /live', routes['GET /live'], openLine, {
      finish: (edge, line: LiveLine) => hold(edge, line, authenticator),
    }),
  ];
}

const OPEN = new WeakMap<FastifyInstance['server'], Set<() => void>>();

/**
 * Lines end when the server stops, else it would wait for them; and so do connections that browsers opened in advance and
 * never used, which count as busy.
 */
export function endLinesOnClose(app: FastifyInstance): void {
  const lines = new Set<() => void>();
  const sockets = new Set<Socket>();
  OPEN.set(app.server, lines);
  app.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  app.addHook('preClose', async () => {
    for (const end of [...lines]) end();
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  });
}

function hold({ request, reply, actor }: Edge, line: LiveLine, authenticator: Authenticator): FastifyReply {
  const { raw } = reply;
  const lines = OPEN.get(request.server.server);
  reply.hijack();
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // The line ends with its connection: none is left waiting for another request.
    connection: 'close',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
    'x-request-id': request.id,
  });
  const write = (text: string) => {
    if (raw.writableLength > MOST_WAITING) end();
    else raw.write(text);
  };
  const tell = (news: News) => write(`id: ${news.id}\nevent: ${news.topic}\ndata: ${JSON.stringify(news.payload)}\n\n`);
  const last = request.headers['last-event-id'];
  const missed = typeof last === 'string' ? line.since(last) : [];
  write(`retry: 2000\nid: ${line.lastId}\nevent: ${missed ? 'hello' : 'resync'}\ndata: {}\n\n`);
  for (const news of missed ?? []) tell(news);
  const stop = line.listen(tell);
  // Whoever was signed out, or lost their post, hears no more.
  const token = request.cookies[COOKIE] ?? /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const beat = setInterval(async () => {
    write(': \n\n');
    const now = await authenticator.actorOf(token, actor.address, actor.device).catch(() => null);
    if (now && (now.via === 'nobody' || now.postId !== actor.postId)) end();
  }, HEARTBEAT_MS);
  beat.unref();
  const end = () => {
    clearInterval(beat);
    stop();
    lines?.delete(end);
    raw.end();
  };
  lines?.add(end);
  raw.on('close', end);
  return reply;
}
