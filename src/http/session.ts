/** First run, sign-in, sign-out, sessions: what only the edge can do is the cookies. */
import { routes } from '#contract/routes.ts';
import { findProvince } from '#store/provinces.ts';
import { readSetup, setUp } from '#usecase/first-run.ts';
import type { Services } from '#usecase/services.ts';
import {
  choosePost,
  endMyOtherSessions,
  endMySession,
  listMySessions,
  type Renewed,
  readMe,
  type SignedIn,
  signIn,
  signOut,
} from '#usecase/session.ts';
import { type Binding, binding, type Edge } from './bind.ts';
import { clearSessionCookie, deviceCookieOf, setDeviceCookie, setSessionCookie } from './session-cookie.ts';

/** Puts the cookies of a new session. */
export function giveCookies({ reply }: Edge, services: Services, { token, device }: SignedIn): void {
  setSessionCookie(reply, services.settings, token);
  if (device !== null) setDeviceCookie(reply, services.settings, device);
}

/** Puts the cookie of a session that got another token. */
export function renewCookie({ reply }: Edge, services: Services, { token }: Renewed): void {
  if (token !== null) setSessionCookie(reply, services.settings, token);
}

/** The province that a public route names. */
export function byProvince(services: Services) {
  return async ({ province }: { readonly province: string }) =>
    (await findProvince(services.database, province))?.provinceId ?? null;
}

export function sessionBindings(services: Services): Binding[] {
  return [
    binding('GET /setup', routes['GET /setup'], readSetup),
    binding('POST /setup', routes['POST /setup'], setUp, {
      finish: (edge, signedIn) => {
        giveCookies(edge, services, signedIn);
        return edge.reply.code(201).send(signedIn.me);
      },
    }),
    binding('GET /session', routes['GET /session'], readMe),
    binding(
      'POST /session',
      routes['POST /session'],
      { name: 'session.begin', access: 'public', kind: 'read', run: signIn },
      {
        fromRequest: deviceCookieOf,
        provinceOf: byProvince(services),
        finish: (edge, signedIn) => {
          giveCookies(edge, services, signedIn);
          return edge.reply.send(signedIn.me);
        },
      },
    ),
    binding('DELETE /session', routes['DELETE /session'], signOut, {
      finish: ({ reply }) => {
        clearSessionCookie(reply, services.settings);
        return reply.code(204).send();
      },
    }),
    binding('PUT /session/post', routes['PUT /session/post'], choosePost, {
      finish: (edge, renewed) => {
        renewCookie(edge, services, renewed);
        return edge.reply.send(renewed.me);
      },
    }),
    binding('GET /sessions', routes['GET /sessions'], listMySessions),
    binding('POST /sessions/end-others', routes['POST /sessions/end-others'], endMyOtherSessions),
    binding('DELETE /sessions/:id', routes['DELETE /sessions/:id'], endMySession),
  ];
}
