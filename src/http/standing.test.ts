/** Tình hình thực hiện: every number is the list behind it, of the province and of one agency. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { STANDINGS } from '#delivery/standing.ts';
import { publishPlan } from '#test/support/published-plan.ts';
import { type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';
import { monthsOf } from '#usecase/standing.ts';

type Filter = Record<string, string>;

describe('the months of a plan', () => {
  it('have no gaps, and none that is out of sight', () => {
    assert.deepEqual(monthsOf(['2021-11', '2022-02'], '2021-12-20'), ['2021-11', '2021-12', '2022-01', '2022-02']);
    assert.deepEqual(monthsOf(['1921-06', '2021-06'], '2021-06-20'), ['2021-06']);
    assert.deepEqual(monthsOf([], '2021-06-20'), []);
  });
});

describe('the standing of the province', () => {
  let server: TestServer;
  let province: TestProvince;
  let office: Client;
  let head: Client;
  let leader: Client;
  let planId: string;
  let taskIds: string[];

  before(async () => {
    server = await startTestServer();
    server.now = new Date('2021-06-25T02:00:00Z');
    province = await server.province('ha-tinh');
    office = await server.signIn('ha-tinh', 'office');
    head = await server.signIn('ha-tinh', 'agency-lead');
    leader = await server.signIn('ha-tinh', 'leader');
    ({ planId, taskIds } = await publishPlan(server, province, office));
  });
  after(() => server.close());

  const act = async (who: Client, id: string | undefined, body: Record<string, unknown>) => {
    const { version } = (await who.get(`/tasks/${id}`)).body.life;
    const answer = await who.post(`/tasks/${id}/acts`, { version, ...body });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
  };

  const listed = async (filter: Filter) => (await leader.get(`/tasks?${new URLSearchParams(filter)}`)).body.items;

  /** Each number is held against its list; gives those that count something. */
  async function standing(query = '') {
    const { body } = await leader.get(`/standing${query}`);
    for (const { id, count, filter, items } of body.exceptions) {
      const all = await listed(filter);
      assert.equal(all.length, count, id);
      assert.ok(items.every((one: { id: string }) => all.some((it: { id: string }) => it.id === one.id)));
    }
    for (const { filter, total, counts } of body.agencies) {
      assert.equal((await listed(filter)).length, total);
      for (const one of STANDINGS) assert.equal((await listed({ ...filter, standing: one })).length, counts[one], one);
    }
    for (const { filter, total, done, late, open } of body.months) {
      assert.equal((await listed(filter)).length, total);
      assert.equal(done + late + open, total);
    }
    assert.equal((await listed(body.filter)).length, body.total);
    const found = body.exceptions.filter((one: { count: number }) => one.count > 0);
    return { body, found: Object.fromEntries(found.map((one: { id: string; count: number }) => [one.id, one.count])) };
  }

  it('begins with what is not yet assigned', async () => {
    const { found, body } = await standing();
    assert.deepEqual(found, { 'due-soon': 1, 'to-assign': 2 });
    assert.deepEqual(
      body.months.map(({ month, total }: { month: string; total: number }) => [month, total]),
      [
        ['2021-06', 1],
        ['2021-07', 0],
        ['2021-08', 0],
        ['2021-09', 1],
      ],
    );
  });

  it('shows what is late, and where', async () => {
    await office.post('/tasks/acts', { act: 'assign', ids: taskIds });
    await act(head, taskIds[0], { act: 'accept' });
    await act(head, taskIds[0], { act: 'ask-extension', dueOn: '2021-08-31', text: 'Chờ ý kiến' });
    server.now = new Date('2021-07-02T02:00:00Z');
    office = await server.signIn('ha-tinh', 'office');
    head = await server.signIn('ha-tinh', 'agency-lead');
    leader = await server.signIn('ha-tinh', 'leader');
    const { found, body } = await standing();
    assert.deepEqual(found, { overdue: 1, asked: 1, 'not-accepted': 1 });
    assert.equal(body.agenciesLate, 1);
    assert.deepEqual([body.agencies[0].name, body.agencies[0].counts.overdue], ['Sở Tài chính', 1]);
    assert.equal(body.exceptions[0].items[0].id, taskIds[0]);
  });

  it('shows what was returned again and again, and what waits long to be verified', async () => {
    const report = async () => {
      const { body } = await head.post('/evidence/link', {
        subjectType: 'task',
        subjectId: taskIds[0],
        name: 'Tờ trình',
        url: 'https://example.vn/to-trinh.pdf',
      });
      assert.ok(body.evidence, JSON.stringify(body));
      await act(head, taskIds[0], { act: 'report-done', text: 'Đã trình Đề án' });
    };
    await report();
    await act(office, taskIds[0], { act: 'return', text: 'Thiếu phụ lục' });
    assert.equal((await standing()).found.returned, undefined);
    await report();
    await act(office, taskIds[0], { act: 'return', text: 'Số liệu chưa khớp' });
    assert.equal((await standing()).found.returned, 1);
    await report();
    assert.equal((await standing()).found['long-wait'], undefined);
    server.now = new Date('2021-07-07T02:00:00Z');
    leader = await server.signIn('ha-tinh', 'leader');
    const { found } = await standing();
    assert.deepEqual([found['long-wait'], found.returned], [1, 1]);
  });

  it('is told of one agency and of one plan', async () => {
    const of = await standing(`?organisation=${province.department}&plan=${planId}`);
    assert.equal(of.body.organisation.name, 'Sở Tài chính');
    assert.equal(of.body.total, 2);
    assert.equal(of.body.agencies.length, 1);
    const none = await standing(`?organisation=${province.office}`);
    assert.deepEqual(none.found, {});
    assert.equal(none.body.total, 0);
    assert.equal(none.body.agencies.length, 1);
  });

  it('is of this province alone', async () => {
    await server.province('hung-yen');
    const other = await server.signIn('hung-yen', 'leader');
    const { body } = await other.get(`/standing?organisation=${province.department}`);
    assert.equal(body.organisation, null);
    assert.deepEqual([body.total, body.agencies, body.months], [0, [], []]);
  });
});
