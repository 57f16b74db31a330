/** What every answer says to browsers, and what a write must show before it is looked at. */
import type { FastifyInstance } from 'fastify';
import { problem } from '#contract/problem.ts';
import type { Services } from '#usecase/services.ts';
import { sendProblem } from './problems.ts';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

const FORGED = problem(
  403,
  'cross-site',
  'Yêu cầu không đến từ trang của Bám Sát nên không được thực hiện.',
  'The request does not come from our own pages and was not carried out.',
);

export function addSecurity(app: FastifyInstance, services: Services): void {
  const secure = services.settings.publicUrl.startsWith('https:');
  app.addHook('onSend', async (request, reply) => {
    // What people uploaded is given under a stricter policy of its own.
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', POLICY);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('x-frame-options', 'DENY');
    reply.header('referrer-policy', 'same-origin');
    reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=()');
    reply.header('cross-origin-opener-policy', 'same-origin');
    reply.header('cross-origin-resource-policy', 'same-origin');
    reply.header('x-request-id', request.id);
    if (secure) reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
    if (request.url.startsWith('/api/') && !reply.getHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  // Another site can make a browser send a form or a picture's request, but neither our header nor our origin.
  app.addHook('preHandler', async (request, reply) => {
    if (SAFE.has(request.method) || request.actor.via === 'token' || !request.url.startsWith('/api/')) return;
    const { origin } = request.headers;
    const own = origin === undefined || sameHost(origin, request.headers.host);
    const site = request.headers['sec-fetch-site'];
    const foreign = site !== undefined && site !== 'same-origin' && site !== 'none';
    if (!own || foreign || request.headers['x-bamsat-csrf'] !== '1') return sendProblem(reply, FORGED);
  });
}

function sameHost(origin: string, host: string | undefined): boolean {
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
