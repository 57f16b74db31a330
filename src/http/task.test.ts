/** Following tasks over HTTP: lists and counts that agree, acts by whom they belong to, undo. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { publishPlan } from '#test/support/published-plan.ts';
import { type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';

describe('tasks that are followed', () => {
  let server: TestServer;
  let province: TestProvince;
  let office: Client;
  let head: Client;
  let planId: string;
  let first: string;
  let second: string;

  before(async () => {
    server = await startTestServer();
    server.now = new Date('2021-01-05T02:00:00Z');
    province = await server.province('ha-tinh');
    office = await server.signIn('ha-tinh', 'office');
    head = await server.signIn('ha-tinh', 'agency-lead');
    const made = await publishPlan(server, province, office);
    planId = made.planId;
    [first, second] = made.taskIds as [string, string];
  });
  after(() => server.close());

  const act = async (who: Client, id: string, body: Record<string, unknown>) => {
    const { version } = (await who.get(`/tasks/${id}`)).body.life;
    return who.post(`/tasks/${id}/acts`, { version, ...body });
  };
  const standings = async (id: string) => (await office.get(`/tasks/${id}`)).body.life.standing;

  it('begin unassigned, with the bodies that the document names', async () => {
    const { body } = await office.get(`/tasks?plan=${planId}`);
    assert.deepEqual(
      body.items.map((one: Record<string, unknown>) => [one.state, one.standing, one.dueOn]),
      [
        ['draft', 'not-started', '2021-06-29'],
        ['draft', 'not-started', '2021-09-29'],
      ],
    );
    assert.deepEqual(body.items[1].leads, [{ organisationId: province.department, name: 'Sở Tài chính' }]);
    assert.deepEqual(
      body.items[1].supports.map((one: { name: string }) => one.name),
      ['Văn phòng Ủy ban nhân dân tỉnh Hà Tĩnh'],
    );
    const { total, counts } = (await office.get(`/tasks/counts?plan=${planId}`)).body;
    assert.deepEqual([total, counts['not-started']], [2, 2]);
  });

  it('are assigned many at once, to whom the document names', async () => {
    const { body } = await office.post('/tasks/acts', { act: 'assign', ids: [first, second] });
    assert.deepEqual(body, { done: [first, second].sort(), refused: [] });
    const refused = await head.post('/tasks/acts', { act: 'assign', ids: [first] });
    assert.equal(refused.body.refused[0].vi, 'Việc “Giao nhiệm vụ” do cơ quan giao nhiệm vụ thực hiện.');
  });

  it('go from accepted to verified, with a return on the way', async () => {
    assert.equal((await act(head, first, { act: 'update', text: 'Đang soạn thảo' })).body.code, 'wrong-state');
    assert.equal((await act(head, first, { act: 'accept' })).body.state, 'accepted');
    assert.equal(
      (await act(head, first, { act: 'update', text: 'Đang soạn thảo', progress: '40' })).body.progress,
      '40',
    );
    assert.equal((await act(head, first, { act: 'report-done', text: 'Đã trình' })).body.code, 'evidence-needed');
    assert.equal(await standings(first), 'in-time');
    const { allowed } = (await head.get(`/tasks/${first}`)).body;
    assert.deepEqual(allowed, ['name-doer', 'update', 'ask-extension', 'report-done']);
  });

  it('are extended when the one who assigned agrees', async () => {
    assert.equal(
      (await act(head, first, { act: 'ask-extension', dueOn: '2021-06-01', text: 'x' })).body.code,
      'bad-day',
    );
    assert.equal((await act(head, first, { act: 'ask-extension', dueOn: '2021-07-31', text: 'Chờ Bộ' })).status, 200);
    assert.equal((await act(head, first, { act: 'grant-extension' })).body.code, 'not-yours');
    assert.equal((await act(office, first, { act: 'grant-extension' })).body.dueOn, '2021-07-31');
    const { acts } = (await office.get(`/tasks/${first}`)).body;
    assert.deepEqual([acts[0].act, acts[0].dueBefore, acts[0].dueOn], ['grant-extension', '2021-06-29', '2021-07-31']);
  });

  it('are taken back to exactly what they were', async () => {
    const { version } = (await office.get(`/tasks/${first}`)).body.life;
    const undone = await office.post(`/tasks/${first}/undo`, { version });
    assert.deepEqual([undone.body.dueOn, undone.body.askedDueOn], ['2021-06-29', '2021-07-31']);
    const log = (await office.get(`/events?area=task`)).body.items[0];
    assert.equal(log.kind, 'task.undone');
  });

  it('tell the second of two people who act on one task', async () => {
    const { version } = (await office.get(`/tasks/${second}`)).body.life;
    assert.equal((await head.post(`/tasks/${second}/acts`, { version, act: 'accept' })).status, 200);
    const late = await office.post(`/tasks/${second}/acts`, { version, act: 'suspend', text: 'Chờ' });
    assert.equal(late.body.code, 'conflict');
    assert.equal(late.body.current.state, 'accepted');
  });

  it('become late by the day alone', async () => {
    server.now = new Date('2021-09-25T02:00:00Z');
    office = await server.signIn('ha-tinh', 'office');
    assert.deepEqual([await standings(first), await standings(second)], ['overdue', 'due-soon']);
    const { counts } = (await office.get(`/tasks/counts?plan=${planId}&by=lead`)).body;
    assert.deepEqual([counts.overdue, counts['due-soon']], [1, 1]);
    const listed = (await office.get(`/tasks?standing=overdue&q=tai%20co%20c`)).body.items;
    assert.deepEqual(
      listed.map((one: { id: string }) => one.id),
      [first],
    );
  });
});
