/** The interface about itself: held against the rules of OpenAPI 3.1 that a client relies on. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PROBLEM_CODES } from '#contract/data/problem-codes.ts';
import type { RouteDefinition } from '#contract/route.ts';
import { routes } from '#contract/routes.ts';
import { Client, startTestServer, type TestServer } from '#test/support/server.ts';

let server: TestServer;
// biome-ignore lint/suspicious/noExplicitAny: a document of any shape is looked at.
let spec: any;
before(async () => {
  server = await startTestServer();
  spec = (await new Client(server.address).get('/api/openapi.json')).body;
});
after(() => server.close());

/** Every object of the document, with where it stands. */
function* within(at: unknown, path = '#'): Generator<[string, Record<string, unknown>]> {
  if (typeof at !== 'object' || at === null) return;
  if (!Array.isArray(at)) yield [path, at as Record<string, unknown>];
  for (const [name, value] of Object.entries(at)) yield* within(value, `${path}/${name}`);
}

describe('/api/openapi.json', () => {
  const operations = () =>
    Object.entries<Record<string, Record<string, unknown>>>(spec.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );

  it('has every route of the contract, each with a name of its own', () => {
    assert.equal(spec.openapi, '3.1.0');
    const keys = operations().map(({ path, method }) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`);
    assert.deepEqual(keys.toSorted(), Object.keys(routes).toSorted());
    const ids = operations().map(({ operation }) => operation.operationId);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('refers to nothing that is not there', () => {
    let count = 0;
    for (const [path, { $ref }] of within(spec)) {
      if (typeof $ref !== 'string') continue;
      count++;
      assert.match($ref, /^#\//, path);
      const found = $ref
        .slice(2)
        .split('/')
        .reduce<unknown>((at, name) => (at as Record<string, unknown>)?.[name], spec);
      assert.ok(found, `${path}: ${$ref}`);
    }
    assert.ok(count > 100);
  });

  it('names every part of a path, once, as required', () => {
    for (const { path, method, operation } of operations()) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
      const parameters = (operation.parameters ?? []) as {
        name: string;
        in: string;
        required: boolean;
        schema: unknown;
      }[];
      const own = parameters.filter((one) => one.in === 'path');
      assert.deepEqual(own.map(({ name }) => name).toSorted(), named.toSorted(), `${method} ${path}`);
      assert.ok(
        own.every(({ required, schema }) => required === true && schema),
        path,
      );
      const places = parameters.filter(({ name }) => name).map((one) => `${one.in} ${one.name}`);
      assert.equal(new Set(places).size, places.length, path);
    }
  });

  it('says for every operation what comes back, what it refuses with and who may', () => {
    const schemes = Object.keys(spec.components.securitySchemes);
    const components = Object.keys(spec.components);
    assert.deepEqual(components.toSorted(), ['parameters', 'responses', 'schemas', 'securitySchemes']);
    for (const { path, method, operation } of operations()) {
      const where = `${method} ${path}`;
      const responses = Object.entries(operation.responses as Record<string, Record<string, unknown>>);
      assert.ok(
        responses.some(([status]) => status.startsWith('2')),
        where,
      );
      for (const [status, response] of responses) {
        assert.match(status, /^\d{3}$/, where);
        assert.ok(response.description || response.$ref, where);
      }
      for (const security of operation.security as Record<string, string[]>[])
        for (const name of Object.keys(security)) assert.ok(schemes.includes(name), where);
      assert.ok(!(method === 'get' && operation.requestBody), where);
    }
    for (const name of Object.keys(spec.components.schemas)) assert.match(name, /^[a-zA-Z0-9._-]+$/);
  });

  it('has schemas that are JSON Schema: types, lists and requirements as they must be', () => {
    const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];
    for (const [path, schema] of within(spec.components.schemas)) {
      // Fields may be called `type` and `required` themselves.
      if (/\/(?:properties|default|const)$/.test(path)) continue;
      if (typeof schema.type === 'string') assert.ok(types.includes(schema.type), path);
      if (schema.required !== undefined) assert.ok(Array.isArray(schema.required), path);
      if (typeof schema.pattern === 'string')
        assert.doesNotThrow(() => new RegExp(schema.pattern as string, 'u'), path);
    }
  });
});

describe('the readable pages', () => {
  it('work under our own policy: no script, no style inside', async () => {
    const client = new Client(server.address);
    for (const path of ['/api/docs', '/api/problems']) {
      const { status, body, headers } = await client.get(path);
      assert.equal(status, 200);
      assert.match(headers.get('content-type') ?? '', /^text\/html/);
      assert.match(headers.get('content-security-policy') ?? '', /style-src 'self'/);
      assert.doesNotMatch(body, /<script|<style| style=| on\w+="/);
    }
    const css = await client.get('/api/docs.css');
    assert.match(css.headers.get('content-type') ?? '', /^text\/css/);
  });

  it('show every route and every refusal', async () => {
    const client = new Client(server.address);
    const { body: docs } = await client.get('/api/docs');
    for (const [key, { summary }] of Object.entries(routes) as [string, RouteDefinition][])
      assert.ok(docs.includes(summary.vi.slice(0, 12)), key);
    const { body: list } = await client.get('/api/problems');
    for (const { code } of PROBLEM_CODES) assert.ok(list.includes(`id="${code}"`), code);
    assert.equal((await client.get('/api/problems.json')).body.items.length, PROBLEM_CODES.length);
  });

  it('list every code that a route names', () => {
    const known = new Set(PROBLEM_CODES.map(({ code }) => code));
    for (const [key, { problems = [] }] of Object.entries(routes) as [string, RouteDefinition][])
      for (const code of problems) assert.ok(known.has(code), `${key}: ${code}; run npm run sync`);
  });
});
