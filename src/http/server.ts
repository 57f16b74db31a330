/** The HTTP server: who asks, security headers, the routes, the pages, health and metrics. */
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { NOT_FOUND, type Problem, problem } from '#contract/problem.ts';
import type { RouteDefinition } from '#contract/route.ts';
import type { Services } from '#usecase/services.ts';
import { Authenticator } from '#usecase/session-authenticate.ts';
import { type Actor, nobody } from '#usecase/usecase.ts';
import { addApiDocs } from './api-docs.ts';
import { bind } from './bind.ts';
import { listBindings } from './bindings.ts';
import { addHealth } from './health.ts';
import { endLinesOnClose } from './live.ts';
import { addPages } from './pages.ts';
import { sendProblem } from './problems.ts';
import { addSecurity } from './security.ts';
import { COOKIE } from './session-cookie.ts';

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor;
  }
  interface FastifyContextConfig {
    route?: RouteDefinition;
    key?: string;
  }
  interface FastifyInstance {
    authenticator: Authenticator;
  }
}

export interface HttpOptions {
  /** Behind a proxy that tells the address of the client. */
  readonly trustProxy?: boolean;
  /** Folder of the built pages; null serves none. */
  readonly pages: string | null;
  readonly logger?: object | boolean;
  /** Requests a minute from one address; sign-in has a lower limit of its own. */
  readonly requestsPerMinute?: number;
}

export async function buildServer(services: Services, options: HttpOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: (options.logger ?? false) as never,
    trustProxy: options.trustProxy ?? false,
    bodyLimit: 2 * 1024 * 1024,
    requestTimeout: 600_000,
    genReqId: () => crypto.randomUUID(),
    return503OnClosing: true,
    forceCloseConnections: 'idle',
  });
  const requestsPerMinute = options.requestsPerMinute ?? 1200;
  const authenticator = new Authenticator(services);
  app.decorate('authenticator', authenticator);
  app.decorateRequest('actor', null as never);
  await app.register(cookie);
  await app.register(rateLimit, {
    global: true,
    max: (request) => (request.url.startsWith('/api/') ? requestsPerMinute : 6000),
    timeWindow: 60_000,
    errorResponseBuilder: (_request, context) => new TooMany(Math.ceil(context.ttl / 1000)),
  });
  addSecurity(app, services);
  app.addHook('onRequest', async (request) => {
    const device = request.headers['user-agent']?.slice(0, 300) ?? null;
    const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '');
    // A person's token comes in the cookie, a machine's in the header; neither is taken in the place of the other.
    const given = bearer ? bearer[1] : request.cookies[COOKIE];
    const token = given?.startsWith('bs_') === (bearer !== null) ? given : undefined;
    request.actor =
      token && request.url.startsWith('/api/')
        ? await authenticator.actorOf(token, request.ip, device)
        : nobody(0, request.ip, device);
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refused = refusalOf(error);
    if (refused) return sendProblem(reply, refused);
    services.log('error', 'a mistake of ours', {
      request: request.id,
      route: request.routeOptions.url,
      error: error.stack ?? String(error),
    });
    return sendProblem(reply, BROKEN as never);
  });
  // Bytes of files come as a stream: they are never in memory as a whole.
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  for (const one of listBindings(services, authenticator)) bind(app, services, one, requestsPerMinute);
  endLinesOnClose(app);
  addApiDocs(app);
  addHealth(app, services);
  await addPages(app, options.pages);
  app.setNotFoundHandler((request, reply) =>
    /^\/(?:api|assets)\//.test(request.url) || request.method !== 'GET' || !options.pages
      ? sendProblem(reply, NOT_FOUND)
      : reply.header('cache-control', 'no-cache').sendFile('index.html'),
  );
  return app;
}

class TooMany extends Error {
  readonly statusCode = 429;
  readonly after: number;
  constructor(after: number) {
    super('too many requests');
    this.after = after;
  }
}

const BROKEN = {
  status: 500,
  code: 'internal',
  vi: 'Máy chủ gặp lỗi. Lỗi đã được ghi lại; hãy thử lại hoặc báo người quản trị.',
  en: 'The server made a mistake. It was logged; try again or tell the administrator.',
};

function refusalOf(error: FastifyError & { after?: number }): Problem | null {
  if (error instanceof TooMany) {
    return problem(
      429,
      'too-many-requests',
      'Bạn gửi quá nhiều yêu cầu. Hãy đợi một chút.',
      'Too many requests. Wait a moment.',
      {
        retryAfter: error.after,
      },
    );
  }
  switch (error.statusCode) {
    case 400:
      return problem(400, 'bad-request', 'Yêu cầu không đúng dạng.', 'The request is not well-formed.');
    case 403:
    case 404:
      // Of the files of the pages: an address that leads out of their folder.
      return NOT_FOUND;
    case 413:
      return problem(413, 'too-large', 'Nội dung gửi lên quá lớn.', 'What was sent is too large.');
    case 415:
      return problem(
        415,
        'unsupported-media-type',
        'Kiểu nội dung không được hỗ trợ.',
        'The content type is not supported.',
      );
    default:
      return null;
  }
}
