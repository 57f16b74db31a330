/** First run, sign-in, sign-out, sessions: what only the edge can do is the cookie. */
import { routes } from '#contract/routes.ts';
import { findProvince } from '#store/provinces.ts';
import type { Services } from '#usecase/services.ts';
import { choosePost, endMySession, listMySessions, readMe, type SignedIn, signIn, signOut } from '#usecase/session.ts';
import type { Authenticator } from '#usecase/session-authenticate.ts';
import { type Binding, binding, type Edge } from './bind.ts';
import { clearSessionCookie, setSessionCookie } from './session-cookie.ts';

export function sessionBindings(services: Services, authenticator: Authenticator): Binding[] {
  const { settings, database } = services;
  const giveCookie = ({ reply }: Edge, { me, token }: SignedIn) => {
    setSessionCookie(reply, settings, token);
    return reply.send(me);
  };
  const takeCookie = ({ reply }: Edge) => {
    authenticator.forget();
    clearSessionCookie(reply, settings);
    return reply.code(204).send();
  };
  return [
    binding('GET /session', routes['GET /session'], readMe),
    binding(
      'POST /session',
      routes['POST /session'],
      { name: 'session.begin', access: 'public', kind: 'write', run: signIn },
      {
        finish: giveCookie,
        provinceOf: async ({ province }) => (await findProvince(database, province))?.provinceId ?? null,
      },
    ),
    binding('DELETE /session', routes['DELETE /session'], signOut, { finish: takeCookie }),
    binding('PUT /session/post', routes['PUT /session/post'], choosePost, {
      finish: ({ reply }, me) => {
        authenticator.forget();
        return reply.send(me);
      },
    }),
    binding('GET /sessions', routes['GET /sessions'], listMySessions),
    binding('DELETE /sessions/:id', routes['DELETE /sessions/:id'], endMySession, {
      finish: ({ reply }) => {
        authenticator.forget();
        return reply.code(204).send();
      },
    }),
  ];
}
