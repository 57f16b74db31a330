/** Every route × every role, nobody and a machine, over HTTP: who may is let through, who may not is refused. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addDays, dateIn } from '#base/date.ts';
import type { RouteDefinition } from '#contract/route.ts';
import { routes } from '#contract/routes.ts';
import { ROLES, type Role, rightsOf, SCOPES } from '#plan/rights.ts';
import { type Client, startTestServer, type TestServer } from '#test/support/server.ts';
import { listBindings } from './bindings.ts';

/** An id that nothing has: whoever is let through finds nothing. */
const NOTHING = '00000000-0000-7000-8000-000000000000';
const ALL = Object.entries(routes) as [string, RouteDefinition][];

let server: TestServer;
const clients = new Map<Role, Client>();
const tokens = new Map<string, string>();

before(async () => {
  server = await startTestServer();
  await server.province('ha-tinh');
  for (const role of ROLES) clients.set(role, await server.signIn('ha-tinh', role));
  const expiresOn = addDays(dateIn(server.now), 1);
  for (const scope of SCOPES) {
    const made = await (clients.get('admin') as Client).post('/tokens', { name: scope, scopes: [scope], expiresOn });
    tokens.set(scope, made.body.token);
  }
});
after(() => server.close());

/** Sends what does no harm: ids of nothing, an empty body. Gives status and code; streams are left at once. */
async function knock(key: string, { takes = 'json' }: RouteDefinition, headers: Record<string, string>) {
  const [method, path] = key.split(' ') as [string, string];
  const leave = new AbortController();
  const writes = method !== 'GET';
  const response = await fetch(`${server.address}/api/v1${path.replace(/:(\w+)/g, NOTHING)}`, {
    method,
    redirect: 'manual',
    signal: leave.signal,
    headers: {
      ...(writes ? { 'x-bamsat-csrf': '1' } : {}),
      ...(writes ? { 'content-type': takes === 'bytes' ? 'application/octet-stream' : 'application/json' } : {}),
      ...headers,
    },
    ...(writes ? { body: takes === 'bytes' ? '' : '{}' } : {}),
  });
  const json = /json/.test(response.headers.get('content-type') ?? '') && response.status >= 400;
  const code = json ? ((await response.json()) as { code: string }).code : null;
  leave.abort();
  return { status: response.status, code };
}

describe('the routes', () => {
  it('all have a use case behind them, and every use case a route', () => {
    const bound = listBindings(server.services, server.app.authenticator).map(({ key }) => key);
    assert.deepEqual(bound.toSorted(), Object.keys(routes).toSorted());
  });

  it('have the permission of their route in their use case', () => {
    for (const { key, route, useCase } of listBindings(server.services, server.app.authenticator)) {
      assert.equal(useCase.access, route.access, key);
      assert.equal(useCase.machines ?? false, route.machines ?? false, key);
      assert.equal(useCase.evenConfined ?? false, route.evenConfined ?? false, key);
    }
  });

  it('are open to machines only where a scope can be given', () => {
    for (const [key, { access, machines }] of ALL)
      if (machines) assert.ok((SCOPES as readonly string[]).includes(access), key);
  });
});

describe('who may', () => {
  for (const role of ROLES) {
    it(role, async () => {
      for (const [key, route] of ALL) {
        let client = clients.get(role) as Client;
        // Signing out works, too: on a session of its own.
        if (key === 'DELETE /session') client = await server.signIn('ha-tinh', role);
        const { access } = route;
        const may = access === 'public' || access === 'signed-in' || rightsOf(role).has(access);
        const { status, code } = await knock(key, route, { cookie: client.cookie });
        if (may) assert.ok(status !== 401 && status !== 403 && status < 500, `${key}: ${status} ${code}`);
        else assert.deepEqual({ status, code }, { status: 403, code: 'not-allowed' }, key);
      }
    });
  }

  it('nobody', async () => {
    for (const [key, route] of ALL) {
      const { status, code } = await knock(key, route, {});
      if (route.access === 'public') assert.ok(status !== 401 && status !== 403, `${key}: ${status} ${code}`);
      else assert.deepEqual({ status, code }, { status: 401, code: 'not-signed-in' }, key);
    }
  });

  it('a machine, with each scope', async () => {
    for (const scope of SCOPES) {
      const authorization = `Bearer ${tokens.get(scope)}`;
      for (const [key, route] of ALL) {
        const { status, code } = await knock(key, route, { authorization });
        const refused = { status: 403, code: route.machines ? 'not-allowed' : 'not-for-machines' };
        if (route.machines && route.access === scope)
          assert.ok(status !== 401 && status !== 403, `${key}: ${status} ${code}`);
        else assert.deepEqual({ status, code }, refused, `${scope} ${key}`);
      }
    }
  });

  it('a machine whose token is unknown', async () => {
    const authorization = `Bearer bs_1_${'x'.repeat(43)}`;
    for (const [key, route] of ALL) {
      const { status } = await knock(key, route, { authorization });
      if (route.access !== 'public') assert.equal(status, 401, key);
    }
  });
});
