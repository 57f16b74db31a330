/** A real OpenID Connect provider on 127.0.0.1, and a browser without a window that signs in there. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export interface OidcServer {
  readonly issuer: string;
  /** Paths of the requests so far, without their query. */
  readonly asked: readonly string[];
  readonly stop: () => Promise<void>;
}

export interface OidcServerSettings {
  readonly clients: readonly Record<string, unknown>[];
  /** Claims by subject; a subject that is not here cannot sign in. */
  readonly people: Readonly<Record<string, Record<string, unknown>>>;
}

export async function startOidcServer({ clients, people }: OidcServerSettings): Promise<OidcServer> {
  const asked: string[] = [];
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider = new Provider(issuer, {
    clients,
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    // Said although they are the defaults, so that the package does not advise to.
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    claims: { email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_: unknown, id: string) => {
      const claims = people[id];
      return claims && { accountId: id, claims: () => ({ sub: id, ...claims }) };
    },
  });
  const answer = provider.callback();
  server.on('request', (request: IncomingMessage, response) => {
    asked.push((request.url ?? '').split('?', 1)[0] as string);
    answer(request, response);
  });
  return {
    issuer,
    asked,
    async stop() {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/**
 * Walks from `url` through the provider's own pages: fills in the name, agrees, follows every redirect with the cookies
 * that it was given, and stops at the first address outside of the provider. `cancel` leaves at the first page.
 */
export async function walkSignIn(url: string, login: string, cancel = false): Promise<URL> {
  const cookies = new Map<string, string>();
  const { origin } = new URL(url);
  let next: { url: URL; form?: URLSearchParams } = { url: new URL(url) };
  for (let step = 0; step < 15; step++) {
    if (next.url.origin !== origin) return next.url;
    const response = await fetch(next.url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(next.form ? { method: 'POST', body: next.form } : {}),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) as unknown as [string, string, string];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const page = await response.text();
    const location = response.headers.get('location');
    if (location) {
      next = { url: new URL(location, next.url) };
      continue;
    }
    const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1];
    const abort = /href="([^"]+\/abort)"/.exec(page)?.[1];
    if (cancel && abort) next = { url: new URL(abort, next.url) };
    else if (action && prompt) {
      next = { url: new URL(action, next.url), form: new URLSearchParams({ prompt, login, password: 'any' }) };
    } else throw new Error(`no way on from ${next.url.pathname}: ${response.status} ${page.slice(0, 300)}`);
  }
  throw new Error('the sign-in does not end');
}
