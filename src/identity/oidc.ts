/**
 * Sign-in at a province's own identity provider (đăng nhập tập trung): OpenID Connect, code flow with PKCE, state and
 * nonce. `startOidc` gives the address to send the browser to and what to keep in its cookie meanwhile; `finishOidc`
 * takes what the provider sent back. Who that subject is among our people is for the caller.
 */
import * as client from 'openid-client';
import { err, ok, type Result } from '#base/result.ts';
import { type OidcRefusal, oidcRefusal, refuseError, Unreachable, Unsafe } from './oidc-errors.ts';
import { sameText } from './token.ts';

/** A provider as an administrator set it up. */
export interface OidcProvider {
  /** Issuer: https, or http on this machine. */
  readonly issuer: string;
  readonly clientId: string;
  /** None for a public client. */
  readonly clientSecret?: string;
  /** How the secret is sent; by default as the provider says, `basic` when it says nothing. */
  readonly clientAuth?: 'basic' | 'post';
  /** `openid` is added; usually `['email', 'profile']`. */
  readonly scopes: readonly string[];
  /** Where the provider sends the browser back to; registered there to the letter. */
  readonly redirectUri: string;
}

/** What has to be the same at the end as at the start: in a cookie that only the server can read, for ten minutes. */
export interface OidcPending {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

export interface OidcStart extends OidcPending {
  /** Where to send the browser. */
  readonly url: string;
}

/** Who signed in. Only issuer and `subject` together are lasting; `email` may be trusted when `emailVerified`. */
export interface OidcPerson {
  readonly subject: string;
  readonly email?: string;
  readonly emailVerified: boolean;
  readonly name?: string;
  /** All claims of the ID token and of userinfo. */
  readonly claims: Readonly<Record<string, unknown>>;
}

export interface OidcOptions {
  /** For each request to a provider, in seconds. */
  readonly timeoutSeconds?: number;
  /** How long what discovery said is believed, in seconds. */
  readonly cacheSeconds?: number;
  readonly now?: () => Date;
}

export interface Oidc {
  readonly startOidc: (provider: OidcProvider) => Promise<Result<OidcStart, OidcRefusal>>;
  /** `search` is the query with which the provider sent the browser back: `?code=…&state=…`. */
  readonly finishOidc: (
    provider: OidcProvider,
    pending: OidcPending,
    search: string,
  ) => Promise<Result<OidcPerson, OidcRefusal>>;
}

/** One for the whole server: it keeps what the providers said about themselves. */
export function openOidc(options: OidcOptions = {}): Oidc {
  const discover = cacheDiscovery(options);
  return {
    async startOidc(provider) {
      const config = await discover(provider);
      if (!config.ok) return config;
      const codeVerifier = client.randomPKCECodeVerifier();
      const pending = { state: client.randomState(), nonce: client.randomNonce(), codeVerifier };
      const url = client.buildAuthorizationUrl(config.value, {
        redirect_uri: provider.redirectUri,
        scope: [...new Set(['openid', ...provider.scopes])].join(' '),
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
      });
      return ok({ url: url.href, ...pending });
    },

    async finishOidc(provider, pending, search) {
      const back = new URL(provider.redirectUri);
      back.search = search;
      // Before anything is asked of the provider: an answer to a sign-in of somebody else is not even looked at.
      if (!sameText(back.searchParams.get('state') ?? '', pending.state)) {
        return err(oidcRefusal('stale', 'the state is not the one of this browser'));
      }
      if (!back.searchParams.has('code') && !back.searchParams.has('error')) {
        return err(oidcRefusal('stale', 'neither code nor error'));
      }
      const config = await discover(provider);
      if (!config.ok) return config;
      try {
        return ok(await redeem(config.value, back, pending));
      } catch (error) {
        return err(refuseError(error, 'sign-in'));
      }
    },
  };
}

async function redeem(config: client.Configuration, back: URL, pending: OidcPending): Promise<OidcPerson> {
  const tokens = await client.authorizationCodeGrant(config, back, {
    expectedState: pending.state,
    expectedNonce: pending.nonce,
    pkceCodeVerifier: pending.codeVerifier,
    idTokenExpected: true,
  });
  const token = tokens.claims() as client.IDToken;
  // Providers may put e-mail and name into the token or keep them for userinfo, as they like.
  const hasUserinfo = config.serverMetadata().userinfo_endpoint !== undefined;
  const more = hasUserinfo ? await client.fetchUserInfo(config, tokens.access_token, token.sub) : {};
  const claims: Record<string, unknown> = { ...more, ...token };
  const email = textOf(claims.email);
  const name = textOf(claims.name) ?? textOf(claims.preferred_username);
  return {
    subject: token.sub,
    ...(email === undefined ? {} : { email }),
    // Some providers write it as a text.
    emailVerified: email !== undefined && (claims.email_verified === true || claims.email_verified === 'true'),
    ...(name === undefined ? {} : { name }),
    claims,
  };
}

function textOf(claim: unknown): string | undefined {
  if (typeof claim !== 'string') return undefined;
  const text = claim
    .normalize('NFC')
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
  return text === '' ? undefined : text;
}

type Discover = (provider: OidcProvider) => Promise<Result<client.Configuration, OidcRefusal>>;

/** Discovery, remembered for a while; who asks meanwhile waits for the same answer; a failure is not remembered. */
function cacheDiscovery({ timeoutSeconds = 10, cacheSeconds = 3600, now = () => new Date() }: OidcOptions): Discover {
  const known = new Map<string, { readonly until: number; readonly found: ReturnType<Discover> }>();
  return async (provider) => {
    const { issuer, clientId, clientSecret, clientAuth } = provider;
    const key = JSON.stringify([issuer, clientId, clientSecret, clientAuth]);
    const kept = known.get(key);
    if (kept && kept.until > now().getTime()) return kept.found;
    const found = discoverNow(provider, timeoutSeconds);
    const entry = { until: now().getTime() + cacheSeconds * 1000, found };
    known.set(key, entry);
    const forget = () => known.get(key) === entry && known.delete(key);
    try {
      const result = await found;
      if (!result.ok) forget();
      return result;
    } catch (error) {
      forget();
      throw error;
    }
  };
}

async function discoverNow(provider: OidcProvider, timeout: number): ReturnType<Discover> {
  const { issuer, clientId, clientSecret } = provider;
  const address = URL.parse(issuer);
  if (!address || !isSafe(address)) return err(oidcRefusal('misconfigured', 'the issuer is neither https nor local'));
  try {
    const config = await client.discovery(address, clientId, clientSecret, authenticate(provider), {
      timeout,
      [client.customFetch]: fetchSafely,
      // The signature is checked although TLS vouches for the token: some networks open TLS on the way.
      execute: [
        client.enableNonRepudiationChecks,
        ...(address.protocol === 'http:' ? [client.allowInsecureRequests] : []),
      ],
    });
    return ok(config);
  } catch (error) {
    return err(refuseError(error, 'discovery'));
  }
}

/** How the server shows who it is; what the provider does is known only when the first token is asked for. */
function authenticate({ clientSecret, clientAuth }: OidcProvider): client.ClientAuth {
  if (clientSecret === undefined) return client.None();
  const basic = client.ClientSecretBasic(clientSecret);
  const post = client.ClientSecretPost(clientSecret);
  return (server, ...rest) => {
    // Without a word of the provider it is basic (OpenID Connect Discovery §3).
    const known = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const chosen = clientAuth ?? (known.includes('client_secret_basic') ? 'basic' : 'post');
    return (chosen === 'basic' ? basic : post)(server, ...rest);
  };
}

/** Holds also for the addresses that the provider names: none of them leads out of this machine without TLS. */
const fetchSafely: client.CustomFetch = async (address, options) => {
  const url = new URL(address);
  if (!isSafe(url)) throw new Unsafe(`${url.protocol}//${url.host} is neither https nor local`);
  try {
    return await fetch(url, options as RequestInit);
  } catch (error) {
    if (error instanceof DOMException) throw error;
    throw new Unreachable(`no answer from ${url.host}`, { cause: error });
  }
};

function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
