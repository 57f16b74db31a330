/** The cookie of a session: not readable by scripts, sent by our own pages only, over TLS wherever the address has it. */
import type { FastifyReply } from 'fastify';
import type { ServerSettings } from '#usecase/settings.ts';

export const COOKIE = 'bamsat_session';

export function setSessionCookie(reply: FastifyReply, settings: ServerSettings, token: string): void {
  reply.setCookie(COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: settings.publicUrl.startsWith('https:'),
    maxAge: settings.sessionMinutes * 60,
  });
}

export function clearSessionCookie(reply: FastifyReply, settings: ServerSettings): void {
  reply.clearCookie(COOKIE, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: settings.publicUrl.startsWith('https:'),
  });
}
