/** The register of deliverables says of each the same as the pure rule: deadline in force and standing, day after day. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { dueOfDeliverable, standingOfDeliverable } from '#delivery/deliverable-stage.ts';
import { publishPlan } from '#test/support/published-plan.ts';
import { type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';

describe('the standing of deliverables', () => {
  let server: TestServer;
  let province: TestProvince;
  let office: Client;
  let planId: string;
  /** What was given for each: its own deadline. */
  const own = new Map<string, string | null>();

  const send = async (path: string, body: Record<string, unknown>) => {
    const answer = await office.post(path, body);
    assert.ok(answer.status < 300, `${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };

  before(async () => {
    server = await startTestServer({}, { jobs: false });
    server.now = new Date('2021-03-01T02:00:00Z');
    province = await server.province('ha-tinh');
    office = await server.signIn('ha-tinh', 'office');
    const made = await publishPlan(server, province, office);
    planId = made.planId;
    const [first, second] = made.taskIds as [string, string];
    for (const one of (await office.get(`/deliverables?plan=${planId}`)).body.items) own.set(one.id, '2021-06-29');
    for (const [task, dueOn] of [
      [first, '2021-05-31'],
      [first, null],
      [second, '2021-12-31'],
      [second, null],
    ] as const) {
      const one = await send(`/tasks/${task}/deliverables`, { kind: 'report', name: `Báo cáo ${own.size}`, dueOn });
      own.set(one.id, dueOn);
    }
    const [a, b, c] = [...own.keys()].slice(-3) as [string, string, string];
    await send(`/deliverables/${a}/stage`, { version: 1, to: 'drafted', on: '2021-02-01' });
    await send(`/deliverables/${b}/stage`, { version: 1, to: 'issued', on: '2021-03-01', symbol: '1/BC' });
    await send(`/deliverables/${c}/stage`, { version: 1, to: 'appraised', on: '2021-02-15' });
    const { version } = (await office.get(`/tasks/${first}`)).body.life;
    await send(`/tasks/${first}/acts`, { version, act: 'set-due', dueOn: '2021-08-31', text: 'Chờ Trung ương' });
  });
  after(() => server.close());

  /** Every row of the register against the rule, and the counts against the rows. */
  async function agree(): Promise<Set<string>> {
    const today = server.now.toISOString().slice(0, 10);
    const { items } = (await office.get(`/deliverables?plan=${planId}&limit=200`)).body;
    assert.equal(items.length, own.size);
    const counted: Record<string, number> = {};
    for (const one of items) {
      const { life } = (await office.get(`/tasks/${one.task.id}`)).body;
      const dueOn = dueOfDeliverable(own.get(one.id) ?? null, life);
      assert.equal(one.dueOn, dueOn, one.name);
      assert.equal(one.standing, standingOfDeliverable({ ...one, dueOn }, life.state, today), `${one.name} ${today}`);
      counted[one.standing] = (counted[one.standing] ?? 0) + 1;
    }
    const { standings, total } = (await office.get(`/deliverables/counts?plan=${planId}`)).body;
    assert.equal(total, items.length);
    for (const [standing, count] of Object.entries(standings)) assert.equal(count, counted[standing] ?? 0, standing);
    return new Set(Object.keys(counted));
  }

  it('agrees with the rule on every day that matters', async () => {
    const seen = new Set<string>();
    for (const day of [
      '2021-03-01',
      '2021-05-24',
      '2021-05-31',
      '2021-06-01',
      '2021-08-31',
      '2021-09-30',
      '2022-01-01',
    ]) {
      server.now = new Date(`${day}T02:00:00Z`);
      office = await server.signIn('ha-tinh', 'office');
      for (const standing of await agree()) seen.add(standing);
    }
    assert.deepEqual([...seen].sort(), ['done-on-time', 'due-soon', 'in-time', 'not-started', 'overdue']);
  });

  it('agrees when the task is cancelled', async () => {
    const { items } = (await office.get(`/deliverables?plan=${planId}&kind=scheme`)).body;
    const { life } = (await office.get(`/tasks/${items[0].task.id}`)).body;
    await send(`/tasks/${life.id}/acts`, { version: life.version, act: 'cancel', text: 'Không còn phù hợp' });
    assert.ok((await agree()).has('cancelled'));
  });
});
