/** Our cookies: not readable by scripts, sent by our own pages only, over TLS wherever the address has it. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServerSettings } from '#usecase/settings.ts';

/** The session. */
export const COOKIE = 'bamsat_session';
/** That somebody has signed in from this browser before; lets nobody in. */
const DEVICE_COOKIE = 'bamsat_device';
/** A sign-in at a provider that was begun in this browser. */
export const FLOW_COOKIE = 'bamsat_oidc';

const DEVICE_SECONDS = 400 * 86_400;
const FLOW_SECONDS = 600;
const FLOW_PATH = '/api/v1/oidc';

function options(settings: ServerSettings, path: string) {
  return { path, httpOnly: true, sameSite: 'lax', secure: settings.publicUrl.startsWith('https:') } as const;
}

export function setSessionCookie(reply: FastifyReply, settings: ServerSettings, token: string): void {
  reply.setCookie(COOKIE, token, { ...options(settings, '/'), maxAge: settings.sessionMinutes * 60 });
}

export function clearSessionCookie(reply: FastifyReply, settings: ServerSettings): void {
  reply.clearCookie(COOKIE, options(settings, '/'));
}

export function setDeviceCookie(reply: FastifyReply, settings: ServerSettings, device: string): void {
  reply.setCookie(DEVICE_COOKIE, device, { ...options(settings, '/api/v1'), maxAge: DEVICE_SECONDS });
}

/** What the browser holds of ours; null for nothing, or for what we never gave. */
export function deviceCookieOf(request: FastifyRequest): { deviceCookie: string | null } {
  const held = request.cookies[DEVICE_COOKIE];
  return { deviceCookie: held !== undefined && /^[\w-]{43}$/.test(held) ? held : null };
}

export function setFlowCookie(reply: FastifyReply, settings: ServerSettings, flow: string): void {
  reply.setCookie(FLOW_COOKIE, flow, { ...options(settings, FLOW_PATH), maxAge: FLOW_SECONDS });
}

export function clearFlowCookie(reply: FastifyReply, settings: ServerSettings): void {
  reply.clearCookie(FLOW_COOKIE, options(settings, FLOW_PATH));
}
