/** Việc của tôi: every number is the list behind it; what was kept is told anew when something happens. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { publishPlan } from '#test/support/published-plan.ts';
import { type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';

/** What each scope has to do something about. */
const CALLS = {
  office: ['to-verify', 'to-answer', 'to-assign'],
  organisation: ['to-verify', 'to-answer', 'returned', 'overdue', 'to-accept'],
  post: ['returned', 'overdue', 'to-accept'],
} as const;

describe('my work', () => {
  let server: TestServer;
  let province: TestProvince;
  let office: Client;
  let head: Client;
  let taskIds: string[];

  before(async () => {
    server = await startTestServer();
    server.now = new Date('2021-06-25T02:00:00Z');
    province = await server.province('ha-tinh');
    office = await server.signIn('ha-tinh', 'office');
    head = await server.signIn('ha-tinh', 'agency-lead');
    ({ taskIds } = await publishPlan(server, province, office));
  });
  after(() => server.close());

  /** The sections with their counts; each is held against the list that its filter gives. */
  async function sections(who: Client, scope = ''): Promise<Record<string, number>> {
    const { body } = await who.get(`/my-work${scope && `?scope=${scope}`}`);
    for (const { id, count, filter, items } of body.sections) {
      const listed = (await who.get(`/tasks?${new URLSearchParams(filter)}`)).body.items;
      assert.equal(listed.length, count, id);
      assert.ok(items.every((one: { id: string }) => listed.some((it: { id: string }) => it.id === one.id)));
    }
    const called: readonly string[] = CALLS[body.scope as keyof typeof CALLS];
    const waits = new Set<string>();
    for (const { id, filter } of body.sections) {
      if (!called.includes(id)) continue;
      for (const one of (await who.get(`/tasks?${new URLSearchParams(filter)}`)).body.items) waits.add(one.id);
    }
    assert.equal(body.waiting, waits.size);
    const { total } = (await who.get(`/tasks/counts?${new URLSearchParams(body.filter)}`)).body;
    assert.equal(total, body.total);
    return Object.fromEntries(body.sections.map((one: { id: string; count: number }) => [one.id, one.count]));
  }

  const act = async (who: Client, id: string | undefined, body: Record<string, unknown>) => {
    const { version } = (await who.get(`/tasks/${id}`)).body.life;
    const answer = await who.post(`/tasks/${id}/acts`, { version, ...body });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
  };

  it('of the Office begins with what it has to assign', async () => {
    assert.deepEqual(await sections(office), { 'to-assign': 2, 'due-soon': 1 });
    assert.deepEqual(await sections(head), { 'due-soon': 1 });
  });

  it('passes on with every act', async () => {
    await office.post('/tasks/acts', { act: 'assign', ids: taskIds });
    assert.deepEqual(await sections(head), { 'to-accept': 2, 'due-soon': 1 });
    assert.deepEqual(await sections(office), { 'not-accepted': 2, 'due-soon': 1 });
    await act(head, taskIds[0], { act: 'accept' });
    await act(head, taskIds[0], { act: 'ask-extension', dueOn: '2021-08-31', text: 'Chờ ý kiến' });
    assert.deepEqual(await sections(head), { 'due-soon': 1, 'to-accept': 1, asked: 1 });
    assert.deepEqual(await sections(office), { 'to-answer': 1, 'due-soon': 1, 'not-accepted': 1 });
    await act(office, taskIds[0], { act: 'refuse-extension', text: 'Phải xong trước kỳ họp' });
    assert.deepEqual(await sections(head), { 'due-soon': 1, 'to-accept': 1 });
  });

  it('proposes the next step to who may take it', async () => {
    const next = async (who: Client, scope: string, section: string) =>
      (await who.get(`/my-work?scope=${scope}`)).body.sections.find((one: { id: string }) => one.id === section)
        ?.items[0].next;
    assert.equal(await next(head, 'organisation', 'to-accept'), 'accept');
    assert.equal(await next(head, 'organisation', 'due-soon'), 'report-done');
    assert.equal(await next(office, 'office', 'not-accepted'), 'remind');
    const officer = await server.signIn('ha-tinh', 'officer');
    assert.equal(await next(officer, 'organisation', 'to-accept'), null);
    assert.equal(await next(officer, 'organisation', 'due-soon'), 'update');
  });

  it('of a person is what they were named for', async () => {
    const officer = await server.signIn('ha-tinh', 'officer');
    assert.deepEqual(await sections(officer), {});
    const { post } = (await officer.get('/session')).body;
    await act(head, taskIds[0], { act: 'name-doer', postId: post.id });
    assert.deepEqual(await sections(officer), { 'due-soon': 1 });
    assert.deepEqual(await sections(officer, 'organisation'), { 'due-soon': 1, 'to-accept': 1 });
  });

  it('says what a part is a part of', async () => {
    const { text, version } = (await head.get(`/tasks/${taskIds[0]}`)).body.life;
    const parts = [{ text: 'Rà soát hiện trạng', dueOn: '2021-06-28', organisationId: province.department }];
    const made = await head.post(`/tasks/${taskIds[0]}/parts`, { version, parts });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const { sections } = (await head.get('/my-work?scope=organisation')).body;
    const wholes = new Map<string | null, unknown>();
    for (const section of sections) for (const item of section.items) wholes.set(item.parentId, item.whole);
    assert.equal(wholes.get(taskIds[0] as string), text);
    assert.equal(wholes.get(null), null);
  });

  it('becomes late by the day alone', async () => {
    server.now = new Date('2021-07-02T02:00:00Z');
    head = await server.signIn('ha-tinh', 'agency-lead');
    assert.deepEqual(await sections(head), { overdue: 2, 'to-accept': 1 });
  });
});
