/** SQL and the rule say the same of every task: standing, lists by standing, counts, pages. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { addDays } from '#base/date.ts';
import { STANDINGS, type Standing, standingOf, TASK_STATES, type TaskState, totalOf } from '#delivery/standing.ts';
import { dropDatabase, freshDatabase } from '#test/support/cluster.ts';
import { Database, type Scope } from './database.ts';
import { newId } from './ids.ts';
import { migrate } from './migrate.ts';
import { insertPlan } from './plans.ts';
import { insertProvince } from './provinces.ts';
import { countByLead, countFollowed, listFollowed, type TaskSort } from './task-list.ts';

const TODAY = '2021-06-15';
const HOW_MANY = 600;

interface Made {
  readonly id: string;
  readonly state: TaskState;
  readonly dueOn: string | null;
  readonly reportedOn: string | null;
  readonly doneOn: string | null;
  readonly leadIds: readonly string[];
}

describe('tasks in the database', () => {
  let url: string;
  let database: Database;
  let scope: Scope;
  let tasks: readonly Made[];
  const planId = newId();
  const bodies = [newId(), newId(), newId()];

  before(async () => {
    url = await freshDatabase();
    await migrate(url);
    database = await Database.open({ url, connections: 2 });
    const made = await insertProvince(database, { slug: 'a', code: 'ha-tinh', name: 'A', kind: 'province' });
    scope = database.scope(made?.provinceId as number);
    await insertPlan(scope, { id: planId, title: 'Kế hoạch', yearFrom: 2021, yearTo: 2021, now: new Date() });
    const day = fc.option(
      fc.integer({ min: -12, max: 12 }).map((days) => addDays(TODAY, days)),
      { freq: 4 },
    );
    const one = fc.record({
      state: fc.constantFrom(...TASK_STATES),
      dueOn: day,
      reportedOn: day,
      doneOn: day,
      leadIds: fc.subarray(bodies),
    });
    tasks = fc.sample(one, { numRuns: HOW_MANY, seed: 2021 }).map((facts) => ({ id: newId(), ...facts }));
    for (const [i, task] of tasks.entries()) {
      await sql`insert into task (province_id, id, plan_id, position, created_at)
        values (${scope.provinceId}, ${task.id}, ${planId}, ${i % 50}, now())`.execute(scope.db);
      await sql`insert into task_life (province_id, task_id, plan_id, origin, position, text, words, state, state_since, due_on,
          reported_on, done_on, lead_ids, told_at)
        values (${scope.provinceId}, ${task.id}, ${planId}, 'document', ${i % 50}, 'Xây dựng đề án', words_of('Xây dựng đề án'),
          ${task.state}, now(), ${task.dueOn}, ${task.reportedOn}, ${task.doneOn}, ${task.leadIds},
          ${i % 3 === 0 ? null : addDays(TODAY, -(i % 20))}::timestamptz)`.execute(scope.db);
    }
  });
  after(async () => {
    await database.close();
    await dropDatabase(url);
  });

  const expected = (standing: Standing, some = tasks) =>
    some.filter((task) => standingOf(task, TODAY) === standing).map((task) => task.id);

  it('stand in lists where the rule says, each in exactly one', async () => {
    const all: string[] = [];
    for (const standing of STANDINGS) {
      const rows = await listFollowed(
        scope,
        { today: TODAY, planId, standings: [standing] },
        { sort: 'order', after: null, limit: HOW_MANY },
      );
      assert.deepEqual(rows.map((row) => row.id).sort(), expected(standing).sort(), standing);
      assert.ok(rows.every((row) => row.standing === standing));
      all.push(...rows.map((row) => row.id));
    }
    assert.deepEqual(all.sort(), tasks.map((task) => task.id).sort());
  });

  it('are counted as the lists have them, in all and for each lead', async () => {
    const counts = await countFollowed(scope, { today: TODAY, planId });
    for (const standing of STANDINGS) assert.equal(counts[standing], expected(standing).length, standing);
    assert.equal(totalOf(counts), HOW_MANY);
    const byLead = await countByLead(scope, { today: TODAY, planId });
    for (const body of bodies) {
      const own = tasks.filter((task) => task.leadIds.includes(body));
      for (const standing of STANDINGS) {
        assert.equal(byLead.get(body)?.[standing] ?? 0, expected(standing, own).length, `${body} ${standing}`);
      }
      const filtered = await countFollowed(scope, { today: TODAY, organisationIds: [body], role: 'lead' });
      assert.deepEqual(filtered, byLead.get(body));
    }
  });

  for (const sort of ['order', 'due', 'told'] as const satisfies readonly TaskSort[]) {
    it(`come page by page in the order “${sort}”, each once`, async () => {
      const seen: string[] = [];
      for (let at = null as Parameters<typeof listFollowed>[2]['after']; ; ) {
        const rows = await listFollowed(scope, { today: TODAY, planId }, { sort, after: at, limit: 47 });
        seen.push(...rows.map((row) => row.id));
        const last = rows.at(-1);
        if (!last || rows.length < 47) break;
        at = { id: last.id, planId, position: last.position, dueOn: last.dueOn, toldAt: last.toldAt };
      }
      assert.equal(seen.length, HOW_MANY);
      assert.equal(new Set(seen).size, HOW_MANY);
    });
  }
});
