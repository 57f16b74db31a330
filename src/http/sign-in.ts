/** Password, second factor, links in letters, the province's provider: cookies and redirects are the edge's. */
import { routes } from '#contract/routes.ts';
import { askForReset, lookAtReset, provinceOfLink, setByReset } from '#usecase/password-reset.ts';
import type { Services } from '#usecase/services.ts';
import type { Renewed } from '#usecase/session.ts';
import { finishOidcSignIn, type OidcReturn, startOidcSignIn } from '#usecase/session-oidc.ts';
import { changePassword } from '#usecase/session-password.ts';
import { beginTotp, confirmTotp, renewRecoveryCodes, turnTotpOff } from '#usecase/session-totp.ts';
import { type Binding, binding, type Edge } from './bind.ts';
import { byProvince, giveCookies, renewCookie } from './session.ts';
import { clearFlowCookie, deviceCookieOf, FLOW_COOKIE, setFlowCookie } from './session-cookie.ts';

export function signInBindings(services: Services): Binding[] {
  const { settings } = services;
  const giveMe = (edge: Edge, renewed: Renewed) => {
    renewCookie(edge, services, renewed);
    return edge.reply.send(renewed.me);
  };
  // Secrets that are shown once are sent by `finish`, so that no idempotency key keeps them.
  const giveOnce = ({ reply }: Edge, shown: unknown) => reply.send(shown);
  const byLink = async ({ token }: { readonly token: string }) => provinceOfLink(token) ?? 0;
  // A browser comes to these two, not a script: what went wrong is told by the page of sign-in.
  const backToSignIn = ({ reply }: Edge, { code }: { readonly code: string }) => {
    clearFlowCookie(reply, settings);
    return reply.redirect(`/dang-nhap?loi=${encodeURIComponent(code)}`, 303);
  };
  return [
    binding('PUT /session/password', routes['PUT /session/password'], changePassword, { finish: giveMe }),
    binding('POST /session/totp', routes['POST /session/totp'], beginTotp, { finish: giveOnce }),
    binding('PUT /session/totp', routes['PUT /session/totp'], confirmTotp, {
      finish: (edge, { recoveryCodes, ...renewed }) => {
        renewCookie(edge, services, renewed);
        return edge.reply.send({ me: renewed.me, recoveryCodes });
      },
    }),
    binding('DELETE /session/totp', routes['DELETE /session/totp'], turnTotpOff, { finish: giveMe }),
    binding('POST /session/recovery-codes', routes['POST /session/recovery-codes'], renewRecoveryCodes, {
      finish: giveOnce,
    }),
    binding('POST /password-resets', routes['POST /password-resets'], askForReset, {
      provinceOf: byProvince(services),
    }),
    binding('POST /password-resets/look', routes['POST /password-resets/look'], lookAtReset, {
      provinceOf: byLink,
      finish: giveOnce,
    }),
    binding('PUT /password-resets', routes['PUT /password-resets'], setByReset, { provinceOf: byLink }),
    binding('GET /oidc/start', routes['GET /oidc/start'], startOidcSignIn, {
      provinceOf: byProvince(services),
      refuse: backToSignIn,
      finish: ({ reply }, { url, cookie }) => {
        setFlowCookie(reply, settings, cookie);
        return reply.redirect(url, 303);
      },
    }),
    binding('GET /oidc/callback', routes['GET /oidc/callback'], finishOidcSignIn, {
      fromRequest: (request) => ({
        ...deviceCookieOf(request),
        flowCookie: request.cookies[FLOW_COOKIE] ?? null,
        search: new URL(request.url, 'http://here.invalid').search,
      }),
      provinceOf: async ({ flowCookie }: OidcReturn) => Number(/^(\d{1,9})\./.exec(flowCookie ?? '')?.[1] ?? 0),
      refuse: backToSignIn,
      finish: (edge, signedIn) => {
        clearFlowCookie(edge.reply, settings);
        giveCookies(edge, services, signedIn);
        return edge.reply.redirect(signedIn.returnTo, 303);
      },
    }),
  ];
}
