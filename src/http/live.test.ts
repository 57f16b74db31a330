/** Live news over HTTP: who hears of what, and what a broken line missed. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';

interface Heard {
  readonly id: string;
  readonly topic: string;
  readonly payload: unknown;
}

/** Opens a line; `next` gives one piece of news after the other. */
async function listen(client: Client, query = '', lastId: string | null = null) {
  const stop = new AbortController();
  const response = await fetch(`${client.address}/api/v1/live${query}`, {
    headers: { cookie: client.cookie, ...(lastId === null ? {} : { 'last-event-id': lastId }) },
    signal: stop.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async (): Promise<Heard | null> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
        if (field('event')) return { id: field('id'), topic: field('event'), payload: JSON.parse(field('data')) };
        continue;
      }
      const part = await reader?.read();
      if (!part || part.done) return null;
      text += part.value;
    }
  };
  return { response, next, close: () => stop.abort() };
}

describe('live news', () => {
  let server: TestServer;
  let province: TestProvince;
  let other: TestProvince;
  before(async () => {
    server = await startTestServer({}, { jobs: false });
    province = await server.province('ha-tinh');
    other = await server.province('hung-yen');
  });
  after(() => server.close());

  it('is for those who are signed in', async () => {
    const response = await fetch(`${server.address}/api/v1/live`);
    assert.equal(response.status, 401);
    await response.text();
  });

  it('tells what the person may hear of, in their province alone', async () => {
    const line = await listen(await server.signIn('ha-tinh', 'officer'));
    assert.equal(line.response.headers.get('content-type'), 'text/event-stream; charset=utf-8');
    assert.equal((await line.next())?.topic, 'hello');
    const { hub } = server.services;
    hub.tell(other.id, 'document', { id: 'stranger' });
    hub.tell(province.id, 'event', { id: 'for those who read the log' });
    hub.tell(province.id, 'nothing-known', {});
    hub.tell(province.id, 'document.progress', { id: 'a', done: 1, total: 2 });
    assert.deepEqual((await line.next())?.payload, { id: 'a', done: 1, total: 2 });
    line.close();
  });

  it('tells only the topics that were asked for', async () => {
    const line = await listen(await server.signIn('ha-tinh', 'office'), '?topics=review:7,plan');
    await line.next();
    const { hub } = server.services;
    for (const topic of ['document', 'review:77', 'review:7', 'plan']) hub.tell(province.id, topic, {});
    assert.deepEqual([(await line.next())?.topic, (await line.next())?.topic], ['review:7', 'plan']);
    line.close();
  });

  it('goes on where a line was broken, or says that too much was missed', async () => {
    const client = await server.signIn('ha-tinh', 'office');
    const first = await listen(client);
    const hello = await first.next();
    first.close();
    server.services.hub.tell(province.id, 'document', { id: 'missed' });
    const second = await listen(client, '', hello?.id);
    assert.equal((await second.next())?.topic, 'hello');
    assert.deepEqual((await second.next())?.payload, { id: 'missed' });
    second.close();
    const third = await listen(client, '', 'earlier-12');
    assert.equal((await third.next())?.topic, 'resync');
    third.close();
  });

  it('ends when the server stops', async () => {
    const own = await startTestServer({}, { jobs: false });
    await own.province('ha-tinh');
    const line = await listen(await own.signIn('ha-tinh', 'office'));
    await line.next();
    const [end] = await Promise.all([line.next(), own.close()]);
    assert.equal(end, null);
  });
});
