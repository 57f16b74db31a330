/** What can go wrong with an identity provider, as sentences: from the errors of `openid-client` to a refusal. */
import * as client from 'openid-client';
import type { Refusal } from '#base/refusal.ts';

/**
 * - `unreachable`: the provider is down, slow or answers with an error of its own; trying later may help.
 * - `misconfigured`: issuer, client or endpoints do not fit; an administrator has to look.
 * - `denied`: the person or the provider said no.
 * - `stale`: the answer belongs to no sign-in that was begun here, or came too late; begin again.
 * - `untrusted`: the provider's token is not what was asked for; nobody is signed in.
 */
export type OidcFault = 'unreachable' | 'misconfigured' | 'denied' | 'stale' | 'untrusted';

export interface OidcRefusal extends Refusal {
  readonly code: OidcFault;
  /** For the log, in technical words; holds no secret and no token. */
  readonly detail: string;
}

/** The provider did not answer at all. */
export class Unreachable extends Error {}

/** An address that is neither https nor of this machine. */
export class Unsafe extends Error {}

export function oidcRefusal(code: OidcFault, detail: string): OidcRefusal {
  // What a provider wrote goes into a log: one line, of a bounded length.
  return { code, detail: detail.replace(/\p{Cc}+/gu, ' ').slice(0, 300), ...SENTENCES[code] };
}

/** The refusal for what `openid-client` threw; what is a mistake of ours is thrown on. */
export function refuseError(error: unknown, during: 'discovery' | 'sign-in'): OidcRefusal {
  const chain = [...causes(error)];
  const detail = chain.map(describe).join(': ');
  const has = (test: (cause: unknown) => boolean) => chain.some(test);
  if (has((cause) => cause instanceof Unreachable)) return oidcRefusal('unreachable', detail);
  if (has((cause) => cause instanceof Unsafe)) return oidcRefusal('misconfigured', detail);
  if (error instanceof client.AuthorizationResponseError) return oidcRefusal('denied', detail);
  if (error instanceof client.WWWAuthenticateChallengeError) return oidcRefusal('misconfigured', detail);
  if (error instanceof client.ResponseBodyError) {
    if (error.error === 'invalid_grant') return oidcRefusal('stale', detail);
    return oidcRefusal(error.status >= 500 ? 'unreachable' : 'misconfigured', detail);
  }
  if (!(error instanceof client.ClientError)) throw error;
  if (error.code === 'OAUTH_TIMEOUT') return oidcRefusal('unreachable', detail);
  const response = chain.find((cause) => cause instanceof Response);
  if (response !== undefined && response.status >= 500) return oidcRefusal('unreachable', detail);
  return oidcRefusal(during === 'discovery' ? 'misconfigured' : 'untrusted', detail);
}

function* causes(error: unknown): Generator<unknown> {
  for (let cause = error, depth = 0; cause !== undefined && depth < 5; depth++) {
    yield cause;
    cause = cause instanceof Error ? cause.cause : undefined;
  }
}

function describe(cause: unknown): string {
  if (cause instanceof Response) return `HTTP ${cause.status}`;
  if (!(cause instanceof Error)) return typeof cause;
  const more = cause as Error & { code?: unknown; error?: unknown; error_description?: unknown };
  return [more.code, more.error, more.error_description, cause.message].filter((x) => typeof x === 'string').join(' ');
}

const SENTENCES: Readonly<Record<OidcFault, Refusal>> = {
  unreachable: {
    vi: 'Hệ thống đăng nhập tập trung của tỉnh đang không trả lời. Hãy thử lại sau ít phút.',
    en: "The province's identity provider does not answer. Try again in a few minutes.",
  },
  misconfigured: {
    vi: 'Kết nối với hệ thống đăng nhập tập trung chưa được thiết lập đúng. Hãy báo quản trị hệ thống.',
    en: 'The connection to the identity provider is not set up correctly. Tell an administrator.',
  },
  denied: {
    vi: 'Hệ thống đăng nhập tập trung không cho đăng nhập, hoặc bạn đã hủy.',
    en: 'The identity provider refused the sign-in, or you cancelled it.',
  },
  stale: {
    vi: 'Lần đăng nhập này đã hết hạn hoặc đã được dùng. Hãy đăng nhập lại từ đầu.',
    en: 'This sign-in has expired or has been used. Begin again.',
  },
  untrusted: {
    vi: 'Thông tin mà hệ thống đăng nhập tập trung trả về không đúng với yêu cầu, nên không đăng nhập được.',
    en: 'What the identity provider returned does not fit the request, so that nobody was signed in.',
  },
};
