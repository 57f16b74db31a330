import assert from 'node:assert/strict';
import { generateKeyPairSync, type KeyPairKeyObjectResult, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, type TestContext, test } from 'node:test';
import { type OidcServer, startOidcServer, walkSignIn } from '#test/support/oidc-server.ts';
import { type OidcProvider, type OidcStart, openOidc } from './oidc.ts';
import type { OidcFault } from './oidc-errors.ts';

const REDIRECT = 'https://bamsat.hatinh.example/dang-nhap/oidc';
const ISSUED = { redirect_uris: [REDIRECT], grant_types: ['authorization_code'], response_types: ['code'] };

let server: OidcServer;
let provider: OidcProvider;

before(async () => {
  server = await startOidcServer({
    clients: [
      { client_id: 'bamsat', client_secret: 'a secret: with / signs + & %41', ...ISSUED },
      { client_id: 'public', token_endpoint_auth_method: 'none', ...ISSUED },
      { client_id: 'post', client_secret: 'kept', token_endpoint_auth_method: 'client_secret_post', ...ISSUED },
    ],
    people: {
      'nv.hung': { email: 'nv.hung@hatinh.example', email_verified: true, name: 'Nguyễn Văn Hùng'.normalize('NFD') },
      'tt.lan': { email: 'lan@hatinh.example', email_verified: false },
      'le.minh': {},
    },
  });
  provider = {
    issuer: server.issuer,
    clientId: 'bamsat',
    clientSecret: 'a secret: with / signs + & %41',
    scopes: ['email', 'profile'],
    redirectUri: REDIRECT,
  };
});

after(() => server.stop());

const { startOidc, finishOidc } = openOidc();

async function start(from: OidcProvider = provider): Promise<OidcStart> {
  const started = await startOidc(from);
  assert.ok(started.ok, JSON.stringify(started));
  return started.value;
}

async function refused(result: ReturnType<typeof finishOidc> | ReturnType<typeof startOidc>, code: OidcFault) {
  const got = await result;
  assert.ok(!got.ok, 'should be refused');
  assert.equal(got.error.code, code, got.error.detail);
  assert.ok(got.error.vi.endsWith('.') && got.error.en.endsWith('.') && got.error.detail !== '');
  return got.error;
}

test('a person signs in at the provider and comes back with subject, e-mail and name', async () => {
  const started = await start();
  const asked = new URL(started.url).searchParams;
  assert.equal(asked.get('scope'), 'openid email profile');
  assert.equal(asked.get('code_challenge_method'), 'S256');
  assert.notEqual(asked.get('code_challenge'), started.codeVerifier);
  const back = await walkSignIn(started.url, 'nv.hung');
  assert.equal(back.origin + back.pathname, REDIRECT);
  const person = await finishOidc(provider, started, back.search);
  assert.ok(person.ok, JSON.stringify(person));
  const { claims, ...rest } = person.value;
  assert.deepEqual(rest, {
    subject: 'nv.hung',
    email: 'nv.hung@hatinh.example',
    emailVerified: true,
    name: 'Nguyễn Văn Hùng'.normalize('NFC'),
  });
  assert.equal(claims.iss, server.issuer);
});

test('what the provider does not know stays away, and an unverified address is called so', async () => {
  const people = await Promise.all(
    ['tt.lan', 'le.minh'].map(async (login) => {
      const started = await start();
      const person = await finishOidc(provider, started, (await walkSignIn(started.url, login)).search);
      assert.ok(person.ok, JSON.stringify(person));
      const { claims: _, ...rest } = person.value;
      return rest;
    }),
  );
  assert.deepEqual(people, [
    { subject: 'tt.lan', email: 'lan@hatinh.example', emailVerified: false },
    { subject: 'le.minh', emailVerified: false },
  ]);
});

test('clients without a secret, and with the secret in the body', async () => {
  const { clientSecret: _, ...rest } = provider;
  const clients: OidcProvider[] = [
    { ...rest, clientId: 'public' },
    { ...rest, clientId: 'post', clientSecret: 'kept', clientAuth: 'post' },
  ];
  for (const other of clients) {
    const started = await start(other);
    const person = await finishOidc(other, started, (await walkSignIn(started.url, 'nv.hung')).search);
    assert.ok(person.ok && person.value.subject === 'nv.hung', JSON.stringify(person));
  }
});

test('every start has a state, nonce and verifier of its own', async () => {
  const [a, b] = [await start(), await start()];
  for (const key of ['state', 'nonce', 'codeVerifier'] as const) {
    assert.notEqual(a[key], b[key]);
    assert.ok(a[key].length >= 43);
  }
});

test('an answer with the wrong state is not even asked about', async () => {
  const started = await start();
  const { search } = await walkSignIn(started.url, 'nv.hung');
  const before = server.asked.length;
  await refused(finishOidc(provider, { ...started, state: (await start()).state }, search), 'stale');
  await refused(finishOidc(provider, started, search.replace(/&?state=[^&]*/, '')), 'stale');
  await refused(finishOidc(provider, started, `?state=${started.state}`), 'stale');
  assert.equal(server.asked.length, before);
});

test('a token for another nonce signs nobody in', async () => {
  const started = await start();
  const { search } = await walkSignIn(started.url, 'nv.hung');
  const error = await refused(finishOidc(provider, { ...started, nonce: 'another' }, search), 'untrusted');
  assert.match(error.detail, /nonce/);
});

test('a code is worth nothing with another verifier, a second time, or when it is old', async (t) => {
  const one = await start();
  const back = await walkSignIn(one.url, 'nv.hung');
  await refused(finishOidc(provider, { ...one, codeVerifier: (await start()).codeVerifier }, back.search), 'stale');

  const two = await start();
  const again = (await walkSignIn(two.url, 'nv.hung')).search;
  assert.ok((await finishOidc(provider, two, again)).ok);
  await refused(finishOidc(provider, two, again), 'stale');

  const three = await start();
  const late = (await walkSignIn(three.url, 'nv.hung')).search;
  t.mock.timers.enable({ apis: ['Date'], now: new Date('2099-01-01') });
  const error = await refused(finishOidc(provider, three, late), 'stale');
  assert.match(error.detail, /invalid_grant/);
});

test('who cancels at the provider is told so', async () => {
  const started = await start();
  const back = await walkSignIn(started.url, 'nv.hung', true);
  const error = await refused(finishOidc(provider, started, back.search), 'denied');
  assert.match(error.detail, /access_denied/);
});

test('a wrong secret is a matter for the administrator, and stands in no message', async () => {
  const wrong = { ...provider, clientSecret: 'not-the-secret' };
  const started = await start(wrong);
  const back = await walkSignIn(started.url, 'nv.hung');
  const error = await refused(finishOidc(wrong, started, back.search), 'misconfigured');
  assert.ok(!JSON.stringify(error).includes('not-the-secret'));
});

test('a provider that is down refuses, at the start and at the end', async () => {
  const short = await startOidcServer({
    clients: [{ client_id: 'public', token_endpoint_auth_method: 'none', ...ISSUED }],
    people: { a: {} },
  });
  const { clientSecret: _, ...rest } = provider;
  const other = { ...rest, issuer: short.issuer, clientId: 'public' };
  const started = await start(other);
  const back = await walkSignIn(started.url, 'a');
  await short.stop();
  await refused(finishOidc(other, started, back.search), 'unreachable');
  await refused(openOidc().startOidc(other), 'unreachable');
});

test('a failure is not remembered', async (t) => {
  let works = false;
  const issuer = await listen(t, (request, response) => {
    if (works) describeWith({})(request, response);
    else response.writeHead(503).end();
  });
  await refused(startOidc({ ...provider, issuer }), 'unreachable');
  works = true;
  assert.ok((await startOidc({ ...provider, issuer })).ok);
});

test('a provider that accepts and never answers is given up', async (t) => {
  const issuer = await listen(t, () => {});
  await refused(openOidc({ timeoutSeconds: 0.2 }).startOidc({ ...provider, issuer }), 'unreachable');
});

test('a failing, foreign or unsafe provider is refused', async (t) => {
  const cases: [RequestListener, OidcFault][] = [
    [(_, response) => response.writeHead(503).end('busy'), 'unreachable'],
    [(_, response) => response.writeHead(404).end('nothing'), 'misconfigured'],
    [(_, response) => response.end('<html>'), 'misconfigured'],
    [describeWith({ issuer: 'https://another.example' }), 'misconfigured'],
  ];
  for (const [answer, code] of cases) {
    const issuer = await listen(t, answer);
    await refused(openOidc().startOidc({ ...provider, issuer }), code);
  }
  for (const issuer of ['http://dangnhap.example', 'ftp://127.0.0.1', 'dangnhap', 'http://127.0.0.1.example']) {
    await refused(openOidc().startOidc({ ...provider, issuer }), 'misconfigured');
  }
  const issuer = await listen(t, describeWith({ token_endpoint: 'http://192.0.2.1/token' }));
  const started = await startOidc({ ...provider, issuer });
  assert.ok(started.ok);
  const search = `?code=x&state=${started.value.state}`;
  const error = await refused(finishOidc({ ...provider, issuer }, started.value, search), 'misconfigured');
  assert.match(error.detail, /neither https nor local/);
});

test('a token that somebody else signed signs nobody in', async (t) => {
  const now = new Date('2026-11-20T01:00:00Z');
  t.mock.timers.enable({ apis: ['Date'], now });
  const iat = now.getTime() / 1000;
  const [own, foreign] = [1, 2].map(() => generateKeyPairSync('ec', { namedCurve: 'P-256' })) as [Keys, Keys];
  const { clientSecret: _, ...rest } = provider;
  for (const [signer, trusted] of [
    [own, true],
    [foreign, false],
  ] as const) {
    let nonce = '';
    const issuer = await listen(t, (request, response) => {
      if (request.url?.startsWith('/.well-known')) return describeWith({})(request, response);
      response.setHeader('content-type', 'application/json');
      if (request.url === '/jwks') {
        const key = { ...own.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'ES256', use: 'sig' };
        return response.end(JSON.stringify({ keys: [key] }));
      }
      const claims = { iss: issuer, sub: 'nv.hung', aud: 'public', iat, exp: iat + 60, nonce };
      const token = signJwt({ alg: 'ES256', kid: 'k' }, claims, signer);
      response.end(JSON.stringify({ access_token: 'x', token_type: 'Bearer', id_token: token }));
    });
    const other = { ...rest, issuer, clientId: 'public' };
    const started = await start(other);
    nonce = started.nonce;
    const finished = finishOidc(other, started, `?code=x&state=${started.state}`);
    if (trusted) assert.ok((await finished).ok, JSON.stringify(await finished));
    else await refused(finished, 'untrusted');
  }
});

test('what a provider says of itself is asked once, then again when it is old', async () => {
  const discoveries = () => server.asked.filter((path) => path.endsWith('/openid-configuration')).length;
  let now = new Date('2026-11-20T01:00:00Z');
  const oidc = openOidc({ now: () => now, cacheSeconds: 60 });
  const before = discoveries();
  await Promise.all([oidc.startOidc(provider), oidc.startOidc(provider), oidc.startOidc(provider)]);
  await oidc.startOidc(provider);
  assert.equal(discoveries() - before, 1);
  now = new Date('2026-11-20T01:01:01Z');
  await oidc.startOidc(provider);
  assert.equal(discoveries() - before, 2);
});

type Keys = KeyPairKeyObjectResult;

function signJwt(header: object, claims: object, { privateKey }: Keys): string {
  const body = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  const signature = sign('sha256', Buffer.from(body), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${body}.${signature.toString('base64url')}`;
}

/** What a provider says of itself, with some of it changed. */
function describeWith(changes: Record<string, string>): RequestListener {
  return (request, response) => {
    const own = `http://${request.headers.host}`;
    response.setHeader('content-type', 'application/json');
    const endpoints = {
      authorization_endpoint: `${own}/auth`,
      token_endpoint: `${own}/token`,
      jwks_uri: `${own}/jwks`,
    };
    response.end(
      JSON.stringify({ issuer: own, id_token_signing_alg_values_supported: ['ES256'], ...endpoints, ...changes }),
    );
  };
}

async function listen(t: TestContext, answer: RequestListener): Promise<string> {
  const http = createServer(answer).listen(0, '127.0.0.1');
  await once(http, 'listening');
  t.after(async () => {
    http.close();
    http.closeAllConnections();
  });
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}
