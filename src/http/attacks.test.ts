/** Requests as somebody would send them who wants in: forged, planted, stolen, guessed, oversized. */
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { RouteDefinition } from '#contract/route.ts';
import { routes } from '#contract/routes.ts';
import { Client, PASSWORD, startTestServer, type TestServer } from '#test/support/server.ts';

const ALL = Object.entries(routes) as [string, RouteDefinition][];
const NOTHING = '00000000-0000-7000-8000-000000000000';
const ME = { province: 'ha-tinh', login: 'office', password: PASSWORD };

let server: TestServer;
before(async () => {
  server = await startTestServer();
  await server.province('ha-tinh');
});
after(() => server.close());

/** Bytes as they are, to where no client of ours would send them. */
function raw(text: string): Promise<string> {
  const { hostname, port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.end(text));
    socket.setEncoding('latin1').on('data', (part) => {
      answer += part;
    });
    socket.on('close', () => resolve(answer)).on('error', reject);
  });
}

describe('a request that another site makes the browser send', () => {
  it('writes nothing, on any route', async () => {
    const client = await server.signIn('ha-tinh', 'admin');
    for (const [key] of ALL) {
      const [method, path] = key.split(' ') as [string, string];
      if (method === 'GET') continue;
      const at = path.replace(/:\w+/g, NOTHING);
      for (const headers of [
        { 'x-bamsat-csrf': '' },
        { origin: 'https://example.com' },
        { origin: 'null' },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
      ] as Record<string, string>[]) {
        const { status, body } = await client.send(method, at, {}, headers);
        assert.deepEqual([status, body.code], [403, 'cross-site'], `${key} ${JSON.stringify(headers)}`);
      }
    }
    assert.equal((await client.get('/session')).status, 200);
  });

  it('is not believed as a form or plain text', async () => {
    const client = await server.signIn('ha-tinh', 'admin');
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
      const { status } = await client.post('/tokens', { name: 'x' }, { 'content-type': type });
      assert.ok([415, 422].includes(status), `${type}: ${status}`);
    }
  });

  it('is not told that it may come from elsewhere', async () => {
    const { headers } = await new Client(server.address).get('/setup', { origin: 'https://example.com' });
    assert.equal(headers.get('access-control-allow-origin'), null);
  });
});

describe('a session', () => {
  it('that somebody planted is not taken over by who signs in', async () => {
    const victim = new Client(server.address);
    const planted = `1.${'p'.repeat(43)}`;
    victim.cookie = `bamsat_session=${planted}`;
    await victim.post('/session', ME);
    assert.ok(!victim.cookie.includes(planted));
    const attacker = new Client(server.address);
    attacker.cookie = `bamsat_session=${planted}`;
    assert.equal((await attacker.get('/session')).status, 401);
    const before = victim.cookie;
    await victim.post('/session', ME);
    assert.notEqual(victim.cookie, before, 'signing in again gives another token');
  });

  it('whose cookie was stolen is worth nothing after the sign-out', async () => {
    const client = await server.signIn('ha-tinh', 'office');
    const thief = new Client(server.address);
    thief.cookie = client.cookie;
    assert.equal((await thief.get('/session')).status, 200);
    await client.delete('/session');
    assert.equal((await thief.get('/session')).status, 401);
    assert.equal((await thief.get('/documents')).status, 401);
  });

  it('that was ended elsewhere ends at once, and ends by itself', async () => {
    const [here, there] = [await server.signIn('ha-tinh', 'leader'), await server.signIn('ha-tinh', 'leader')];
    assert.equal((await here.post('/sessions/end-others')).body.ended, 1);
    assert.equal((await there.get('/session')).status, 401);
    const was = server.now;
    server.now = new Date(was.getTime() + (server.config.idleMinutes + 1) * 60_000);
    assert.equal((await here.get('/session')).status, 401, 'idle');
    server.now = was;
    const used = await server.signIn('ha-tinh', 'leader');
    const step = (server.config.idleMinutes - 5) * 60_000;
    let alive = 0;
    for (let at = was.getTime(); at < was.getTime() + server.config.sessionMinutes * 60_000 + 2 * step; at += step) {
      server.now = new Date(at);
      if ((await used.get('/session')).status === 200) alive = at - was.getTime();
    }
    assert.ok(alive > 0 && alive < server.config.sessionMinutes * 60_000, 'absolute');
    server.now = was;
  });

  it('of one person can not end that of another', async () => {
    const [officer, leader] = [await server.signIn('ha-tinh', 'officer'), await server.signIn('ha-tinh', 'leader')];
    const { sessionId } = (await leader.get('/session')).body;
    assert.equal((await officer.delete(`/sessions/${sessionId}`)).status, 404);
    assert.equal((await leader.get('/session')).status, 200);
  });

  it('stands in a cookie that scripts do not see and other sites do not send', async () => {
    const answer = await new Client(server.address).post('/session', ME);
    for (const line of answer.headers.getSetCookie()) {
      assert.match(line, /; HttpOnly/);
      assert.match(line, /; SameSite=Lax/);
      assert.doesNotMatch(line, /Domain=/i);
    }
    assert.ok(!JSON.stringify(answer.body).includes(answer.headers.getSetCookie()[0]?.split(/[=;]/)[1] as string));
  });
});

describe('what is sent', () => {
  it('is refused when it is too large, too deep or no JSON', async () => {
    const client = await server.signIn('ha-tinh', 'admin');
    assert.equal((await client.post('/tokens', { name: 'x'.repeat(3 * 1024 * 1024) })).status, 413);
    assert.equal((await client.patch(`/people/${NOTHING}`, { version: 1, fullName: 'x'.repeat(500) })).status, 422);
    const broken = await fetch(`${server.address}/api/v1/tokens`, {
      method: 'POST',
      headers: { cookie: client.cookie, 'x-bamsat-csrf': '1', 'content-type': 'application/json' },
      body: '{"name": ',
    });
    assert.equal(broken.status, 400);
    assert.match(broken.headers.get('content-type') ?? '', /problem\+json/);
    const polluted = await fetch(`${server.address}/api/v1/tokens`, {
      method: 'POST',
      headers: { cookie: client.cookie, 'x-bamsat-csrf': '1', 'content-type': 'application/json' },
      body: '{"__proto__": {"admin": true}, "name": "x"}',
    });
    assert.equal(polluted.status, 400);
  });

  it('makes no other header, line or letter', async () => {
    const asked = await new Client(server.address).get(
      `/oidc/start?province=${encodeURIComponent('x\r\nSet-Cookie: a=b')}`,
    );
    assert.equal(asked.status, 303);
    assert.equal(asked.headers.get('location'), '/dang-nhap?loi=unknown-province');
    assert.ok(!asked.headers.getSetCookie().some((line) => line.startsWith('a=')));
    const split = await raw('GET /api/v1/setup HTTP/1.1\r\nHost: x\r\nX-A: a\0b\r\nConnection: close\r\n\r\n');
    assert.match(split, /^HTTP\/1\.1 400/);
    const both = await raw(
      'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\nGET',
    );
    assert.match(both, /^HTTP\/1\.1 400/);
  });

  it('reaches no file of the server', async () => {
    for (const path of [
      '/../package.json',
      '/..%2f..%2fetc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/assets/..%5c..%5cx',
    ]) {
      const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      assert.doesNotMatch(answer, /root:|"dependencies"/, path);
    }
  });

  it('is bound, not pasted, wherever it is searched by', async () => {
    const client = await server.signIn('ha-tinh', 'admin');
    for (const text of [
      "' or 1=1 --",
      "'; drop table person; --",
      '\\',
      '%',
      '_',
      '"',
      '\u0000',
      "a' union select null --",
    ]) {
      for (const path of ['/people?text=', '/documents?text=', '/search?q=', '/posts?cursor=', '/people?cursor=']) {
        const { status } = await client.get(path + encodeURIComponent(text));
        assert.ok(status < 500, `${path}${text}: ${status}`);
      }
    }
  });
});

describe('every answer', () => {
  it('tells browsers to be careful, refusals and mistakes too', async () => {
    const client = new Client(server.address);
    for (const path of ['/setup', '/session', '/nothing-here', '/api/docs', '/api/openapi.json']) {
      const { headers } = await client.get(path);
      assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*frame-ancestors 'none'/, path);
      assert.doesNotMatch(headers.get('content-security-policy') ?? '', /unsafe/);
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('x-frame-options'), 'DENY');
      assert.ok(headers.get('referrer-policy'));
      assert.equal(headers.get('x-powered-by'), null);
      assert.equal(headers.get('server'), null);
    }
  });

  it('to who is signed in is kept by nobody on the way', async () => {
    const client = await server.signIn('ha-tinh', 'office');
    for (const path of ['/session', '/people', '/posts'])
      assert.match((await client.get(path)).headers.get('cache-control') ?? '', /private|no-store/);
  });
});

describe('guessing from one address', () => {
  it('ends after few requests, wherever guessing is worth trying', async () => {
    const strict = await startTestServer({ requestsPerMinute: '100' });
    try {
      await strict.province('ha-tinh');
      const client = new Client(strict.address);
      const statuses: number[] = [];
      for (let i = 0; i < 7; i++)
        statuses.push((await client.post('/session', { ...ME, login: `người-${i}`, password: 'x' })).status);
      assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429, 429]);
      const after = await client.post('/session', ME);
      assert.equal(after.body.code, 'too-many-requests');
      assert.ok(Number(after.headers.get('retry-after')) > 0);
      assert.equal((await client.get('/setup')).status, 200, 'the rest goes on');
      for (const [key, { limited }] of ALL)
        if (/password|totp|recovery|setup$/.test(key) && !key.startsWith('GET')) {
          if (!/people/.test(key)) assert.ok(limited, key);
        }
    } finally {
      await strict.close();
    }
  });
});
