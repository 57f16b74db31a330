/** What goes over the wire, against a real server on this machine. */
import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { call, fillPath, onSignedOut, queryText } from './client.ts';
import { ApiProblem, explain, isPassing } from './problem.ts';

interface Heard {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let server: Server;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
const heard: Heard[] = [];
const plainFetch = globalThis.fetch;

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

before(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method, url, headers } = request;
    heard.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  // Browsers complete `/api/…` with the address of the page; Node has none.
  globalThis.fetch = (input, init) => plainFetch(new URL(String(input), `http://127.0.0.1:${port}`), init);
});
after(() => {
  globalThis.fetch = plainFetch;
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  heard.length = 0;
});

describe('a request', () => {
  it('reads without the marks of a write', async () => {
    answer = (_, response) => json(response, 200, { items: [] });
    assert.deepEqual(await call('GET /sessions'), { items: [] });
    assert.equal(heard[0]?.url, '/api/v1/sessions');
    assert.equal(heard[0]?.headers['x-bamsat-csrf'], undefined);
    assert.equal(heard[0]?.headers['idempotency-key'], undefined);
  });

  it('writes with the mark of our own pages, and takes an empty answer', async () => {
    answer = (_, response) => response.writeHead(204).end();
    assert.equal(await call('DELETE /sessions/:id', { params: { id: 'a/b' } }), undefined);
    assert.equal(heard[0]?.url, '/api/v1/sessions/a%2Fb');
    assert.equal(heard[0]?.headers['x-bamsat-csrf'], '1');
  });

  it('says which version the writer saw', async () => {
    answer = (_, response) => json(response, 200, {});
    await call('PUT /session/post', { body: { postId: 'p' }, ifMatch: 7 });
    assert.equal(heard[0]?.headers['if-match'], '"7"');
    assert.equal(heard[0]?.body, '{"postId":"p"}');
  });

  it('is sent again when the connection breaks, and reading then succeeds', async () => {
    answer = (_, response) => (heard.length === 1 ? response.destroy() : json(response, 200, { items: [] }));
    assert.deepEqual(await call('GET /sessions'), { items: [] });
    assert.equal(heard.length, 2);
  });

  it('is not sent again by itself when it may have been done', async () => {
    answer = (_, response) => response.destroy();
    const body = { province: 'x', login: 'y', password: 'z' };
    await assert.rejects(call('POST /session', { body }), { code: 'network-lost' });
    assert.equal(heard.length, 1);
  });
});

describe('a refusal', () => {
  it('comes with its sentence and its fields', async () => {
    const fields = { password: { vi: 'Mật khẩu quá ngắn.', en: 'Too short.' } };
    answer = (_, response) => json(response, 422, { code: 'weak-password', vi: 'Mật khẩu yếu.', en: 'Weak.', fields });
    const body = { code: '1', province: 'x', fullName: 'A', login: 'a', password: 'b' };
    const error = await call('POST /setup', { body }).catch((found: unknown) => found);
    assert.ok(error instanceof ApiProblem);
    assert.equal(error.message, 'Mật khẩu yếu.');
    assert.equal(error.field('password'), 'Mật khẩu quá ngắn.');
    assert.equal(error.field('login'), undefined);
  });

  it('of a proxy is told in our words', async () => {
    answer = (_, response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>');
    const error = await call('GET /setup').catch((found: unknown) => found);
    assert.ok(isPassing(error));
    assert.equal(explain(error).message, 'Máy chủ đang gặp sự cố.');
  });

  it('for want of a sign-in is told to who listens', async () => {
    let told = 0;
    const stop = onSignedOut(() => {
      told += 1;
    });
    answer = (_, response) => json(response, 401, { code: 'not-signed-in', vi: 'Bạn chưa đăng nhập.', en: '' });
    await assert.rejects(call('GET /session'), { status: 401 });
    answer = (_, response) => json(response, 401, { code: 'wrong-sign-in', vi: 'Sai mật khẩu.', en: '' });
    await assert.rejects(call('POST /session', { body: { province: 'x', login: 'y', password: 'z' } }));
    stop();
    assert.equal(told, 1);
  });

  it('is not swallowed when the reader has gone', async () => {
    const stop = new AbortController();
    answer = () => stop.abort();
    await assert.rejects(call('GET /sessions', { signal: stop.signal }), { name: 'AbortError' });
  });
});

describe('an address', () => {
  it('is filled and refuses to be half filled', () => {
    assert.equal(fillPath('/documents/:id/pages/:page', { id: 'x', page: 0 }), '/documents/x/pages/0');
    assert.throws(() => fillPath('/documents/:id', {}), RangeError);
  });

  it('leaves out what is empty', () => {
    assert.equal(queryText({ kind: ['a', 'b'], text: '', none: null, page: 2 }), '?kind=a&kind=b&page=2');
    assert.equal(queryText({}), '');
  });
});
