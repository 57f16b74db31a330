/** Calendars of deadlines, read by a strict reader of its own: RFC 5545 to the letter, moved by extensions, rights asked anew. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readCalendar } from '#test/support/icalendar.ts';
import { publishPlan } from '#test/support/published-plan.ts';
import { type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';

describe('a calendar of deadlines', { concurrency: false }, () => {
  let server: TestServer;
  let province: TestProvince;
  let office: Client;
  let head: Client;
  let first: string;
  let url: string;
  let feedId: string;

  before(async () => {
    server = await startTestServer();
    server.now = new Date('2021-01-05T02:00:00Z');
    province = await server.province('ha-tinh');
    office = await server.signIn('ha-tinh', 'office');
    head = await server.signIn('ha-tinh', 'agency-lead');
    const plan = await publishPlan(server, province, office);
    first = plan.taskIds[0] as string;
    await office.post('/tasks/acts', { act: 'assign', ids: plan.taskIds });
  });
  after(() => server.close());

  /** As a calendar program: no cookie. */
  const read = async (address: string) => {
    const path = new URL(address).pathname;
    const answer = await fetch(server.address + path);
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
  };
  const act = async (who: Client, body: object) => {
    const { version } = (await who.get(`/tasks/${first}`)).body.life;
    const done = await who.post(`/tasks/${first}/acts`, { version, ...body });
    assert.equal(done.status, 200, JSON.stringify(done.body));
  };

  it('is made with an address that is shown once', async () => {
    const made = await head.post('/calendar/feeds', { name: 'Hạn của Sở; quý, tháng', scope: 'organisation' });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    ({ id: feedId, url } = made.body);
    assert.match(url, /\/api\/v1\/calendar\/ics_\d+_[\w-]{43}\.ics$/);
    const { items, scopes } = (await head.get('/calendar/feeds')).body;
    assert.deepEqual(scopes, ['post', 'organisation']);
    assert.ok(!JSON.stringify(items).includes('ics_'));
    assert.equal((await head.post('/calendar/feeds', { name: 'x', scope: 'province' })).body.code, 'scope-not-allowed');
    const { db } = server.services.database.scope(province.id);
    const rows = await db.selectFrom('calendar_feed').selectAll().execute();
    assert.ok(!JSON.stringify(rows).includes(url.slice(-47, -4)));
  });

  it('holds a whole day for each open deadline', async () => {
    const { status, type, text } = await read(url);
    assert.deepEqual([status, type], [200, 'text/calendar; charset=utf-8']);
    const calendar = readCalendar(text);
    assert.equal(calendar.name, 'Hạn của Sở; quý, tháng');
    assert.deepEqual(
      calendar.events.map((one) => [one.on, one.status, one.url]),
      [
        ['2021-06-29', 'CONFIRMED', `${server.config.publicUrl}/nhiem-vu/${first}`],
        ['2021-09-29', 'CONFIRMED', calendar.events[1]?.url],
      ],
    );
    assert.match(calendar.events[0]?.description ?? '', /Chủ trì: Sở Tài chính\nKế hoạch: /);
    assert.notEqual((await head.get('/calendar/feeds')).body.items[0].usedAt, null);
  });

  it('moves the same event when an extension is granted, and drops what is cancelled', async () => {
    const [before] = readCalendar((await read(url)).text).events;
    await act(head, { act: 'accept' });
    await act(head, { act: 'ask-extension', dueOn: '2021-07-31', text: 'Chờ Bộ' });
    await act(office, { act: 'grant-extension' });
    const [after] = readCalendar((await read(url)).text).events;
    assert.deepEqual([after?.uid, after?.on], [before?.uid, '2021-07-31']);
    assert.ok((after?.sequence ?? 0) > (before?.sequence ?? 0));
    await act(office, { act: 'suspend', text: 'Chờ' });
    assert.equal(readCalendar((await read(url)).text).events[0]?.status, 'TENTATIVE');
    await act(office, { act: 'cancel', text: 'Thôi' });
    assert.equal(readCalendar((await read(url)).text).events.length, 1);
  });

  it('is nobody’s at another address', async () => {
    for (const wrong of [
      'x',
      'ics_1_',
      `ics_1_${'a'.repeat(43)}.ics`,
      `ics_99_${'a'.repeat(43)}`,
      `${url.slice(0, -5)}`,
    ]) {
      const path = wrong.startsWith('http') ? wrong : `${server.address}/api/v1/calendar/${wrong}`;
      assert.equal((await read(path)).status, 404, wrong);
    }
  });

  it('ends with the post, and when it is revoked', async () => {
    const made = await office.post('/calendar/feeds', { name: 'Cả tỉnh', scope: 'province' });
    assert.equal(readCalendar((await read(made.body.url)).text).events.length, 1);
    assert.equal((await office.delete(`/calendar/feeds/${feedId}`)).status, 404);
    const { db } = server.services.database.scope(province.id);
    await db
      .updateTable('post_holder')
      .set({ valid_to: '2021-01-05' })
      .where('person_id', '=', province.people['agency-lead'])
      .execute();
    assert.equal((await read(url)).status, 404);
    await db
      .updateTable('post_holder')
      .set({ valid_to: null })
      .where('person_id', '=', province.people['agency-lead'])
      .execute();
    assert.equal((await read(url)).status, 200);
    assert.equal((await head.delete(`/calendar/feeds/${feedId}`)).status, 204);
    assert.equal((await read(url)).status, 404);
    await db.updateTable('person').set({ state: 'disabled' }).where('id', '=', province.people.office).execute();
    assert.equal((await read(made.body.url)).status, 404);
  });
});
