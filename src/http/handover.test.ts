/** Handover over HTTP: what is tied to a post passes to who comes next, with a list; vacant posts are seen by others. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { hashPassword } from '#identity/password.ts';
import { newId } from '#store/ids.ts';
import { insertPerson } from '#store/people.ts';
import { publishPlan } from '#test/support/published-plan.ts';
import { type Client, PASSWORD, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';
import { tellOfTheDay } from '#usecase/notice-daily.ts';

describe('handover', () => {
  let server: TestServer;
  let province: TestProvince;
  let tasks: string[];
  const posts: Record<string, string> = {};
  let next: string;

  before(async () => {
    server = await startTestServer({}, { jobs: false });
    server.now = new Date('2021-01-05T02:00:00Z');
    province = await server.province('ha-tinh');
    const office = await signIn('office');
    tasks = (await publishPlan(server, province, office)).taskIds;
    await act(office, tasks[0] as string, { act: 'assign' });
    await act(office, tasks[1] as string, { act: 'assign' });
    for (const role of ['agency-lead', 'officer', 'office'])
      posts[role] = (await (await signIn(role)).get('/session')).body.post.id;
    next = newId();
    await server.services.database.transaction(province.id, async (scope) =>
      insertPerson(scope, {
        id: next,
        fullName: 'Trần Thị Kế',
        login: 'ke',
        email: null,
        passwordHash: await hashPassword(PASSWORD),
        mustChangePassword: false,
      }),
    );
  });
  after(() => server.close());

  const signIn = (login: string) => server.signIn('ha-tinh', login);
  const act = async (who: Client, id: string, body: Record<string, unknown>) => {
    const { version } = (await who.get(`/tasks/${id}`)).body.life;
    const answer = await who.post(`/tasks/${id}/acts`, { version, ...body });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
  };
  const appoint = async (postId: string, personId: string, from: string) => {
    const answer = await (await signIn('admin')).post(`/posts/${postId}/holders`, { personId, from });
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
  };
  const relieve = async (postId: string, personId: string, on: string) => {
    const admin = await signIn('admin');
    const { items } = (await admin.get('/posts?limit=100')).body;
    const holders = items.find((one: { id: string }) => one.id === postId).holders;
    const holding = holders.find((one: { person: { id: string } }) => one.person.id === personId);
    const answer = await admin.post(`/holdings/${holding.id}/end`, { on });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
  };

  it('is not made while nobody follows; the post shows as vacant to the Office', async () => {
    await relieve(posts['agency-lead'] as string, province.people['agency-lead'], '2021-01-05');
    const office = await signIn('office');
    assert.deepEqual((await office.get('/handovers')).body.items, []);
    const { items } = (await office.get('/handovers/vacant')).body;
    assert.deepEqual(
      items.map((one: Record<string, unknown>) => [one.title, one.organisation, one.since, one.tasks, one.unread]),
      [['agency-lead', 'Sở Tài chính', '2021-01-05', 2, 2]],
    );
    const query = new URLSearchParams(items[0].filter);
    assert.equal((await office.get(`/tasks/counts?${query}`)).body.total, 2);
    assert.deepEqual((await (await signIn('officer')).get('/handovers/vacant')).body.items, []);
    server.now = new Date('2021-01-06T00:00:00Z');
    await tellOfTheDay(server.services, province.id);
    const told = (await (await signIn('office')).get('/notices')).body.items;
    assert.equal(told[0].title, 'Chức danh trống: agency-lead, Sở Tài chính');
  });

  it('is made when somebody follows, with the list, and waits for them to receive it', async () => {
    await appoint(posts['agency-lead'] as string, next, '2021-01-06');
    const client = await signIn('ke');
    const { items } = (await client.get('/handovers?open=1')).body;
    assert.equal(items.length, 1);
    assert.deepEqual(
      [items[0].from, items[0].to, items[0].mine, items[0].tasks],
      ['Người agency-lead', 'Trần Thị Kế', true, 2],
    );
    const { body } = await client.get(`/handovers/${items[0].id}`);
    assert.deepEqual(
      body.lists.map((list: { id: string; count: number; items: unknown[] }) => [
        list.id,
        list.count,
        list.items.length,
      ]),
      [['led', 2, 2]],
    );
    assert.deepEqual(
      body.lists[0].items.map((one: { dueOn: string; standing: string }) => [one.dueOn, one.standing]),
      [
        ['2021-06-29', 'not-started'],
        ['2021-09-29', 'not-started'],
      ],
    );
    assert.equal(body.unread, 2);
    // What was told to the post while nobody held it is there for who comes.
    const told = (await client.get('/notices')).body.items;
    assert.equal(told[0].title, 'Nhận bàn giao chức danh agency-lead');
    assert.equal(told[0].link, `/ban-giao/${body.id}`);
    assert.equal(told.length, 3);
  });

  it('is received by who follows and by nobody else', async () => {
    const office = await signIn('office');
    const [{ id }] = (await office.get('/handovers')).body.items;
    assert.equal((await office.post(`/handovers/${id}/receive`)).body.code, 'not-yours');
    assert.equal((await (await signIn('officer')).get(`/handovers/${id}`)).status, 404);
    const client = await signIn('ke');
    const received = await client.post(`/handovers/${id}/receive`);
    assert.equal(received.body.receivedAt, server.now.toISOString());
    assert.deepEqual((await client.get('/handovers?open=1')).body.items, []);
    const [event] = (await (await signIn('admin')).get('/events?kind=handover')).body.items;
    assert.equal(event.kind, 'handover.received');
  });

  it('is made once, and can be read by who left while they hold another post', async () => {
    await tellOfTheDay(server.services, province.id);
    server.now = new Date('2021-01-07T00:00:00Z');
    await tellOfTheDay(server.services, province.id);
    assert.equal((await (await signIn('office')).get('/handovers')).body.items.length, 1);
    await appoint(posts.officer as string, province.people['agency-lead'], '2021-01-07');
    const old = await signIn('agency-lead');
    const { items } = (await old.get('/handovers')).body;
    assert.deepEqual([items.length, items[0].mine], [1, false]);
    assert.equal((await old.get(`/handovers/${items[0].id}`)).status, 200);
  });

  it('of an appointment to come is made on its day', async () => {
    const head = await signIn('ke');
    await act(head, tasks[0] as string, { act: 'accept' });
    await act(head, tasks[0] as string, { act: 'name-doer', postId: posts.officer });
    await relieve(posts.officer as string, province.people.officer, '2021-01-11');
    await relieve(posts.officer as string, province.people['agency-lead'], '2021-01-11');
    await appoint(posts.officer as string, next, '2021-01-11');
    const before = (await (await signIn('office')).get('/handovers')).body.items.length;
    server.now = new Date('2021-01-11T00:00:00Z');
    await tellOfTheDay(server.services, province.id);
    const { items } = (await (await signIn('office')).get('/handovers')).body;
    assert.equal(items.length, before + 1);
    const { body } = await (await signIn('ke')).get(`/handovers/${items[0].id}`);
    assert.deepEqual([body.onDay, body.lists[0].id, body.lists[0].items[0].id], ['2021-01-11', 'done', tasks[0]]);
  });

  it('goes on page by page', async () => {
    const office = await signIn('office');
    const one = (await office.get('/handovers?limit=1')).body;
    const two = (await office.get(`/handovers?limit=1&cursor=${one.nextCursor}`)).body;
    assert.notEqual(one.items[0].id, two.items[0].id);
  });

  it('names nobody whose data were erased', async () => {
    const admin = await signIn('admin');
    const left = province.people['agency-lead'];
    const off = await admin.post(`/people/${left}/disable`, {
      version: (await admin.get(`/people/${left}`)).body.version,
      reason: 'Nghỉ hưu',
    });
    const { version } = off.body;
    const gone = await admin.post(`/people/${left}/anonymise`, { version, reason: 'Theo yêu cầu' });
    assert.equal(gone.status, 200, JSON.stringify(gone.body));
    const { items } = (await (await signIn('office')).get('/handovers')).body;
    assert.ok(items.some((one: { from: string }) => one.from === 'Người dùng đã xóa'));
    const told = (await (await signIn('ke')).get('/notices?limit=200')).body.items;
    assert.doesNotMatch(JSON.stringify([items, told]), /Người agency-lead/);
  });
});
