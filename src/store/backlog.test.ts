/** The standing of cases in SQL is that of the rule, on every day around every deadline; pages in order leave none out. */
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { addDays } from '#base/date.ts';
import { CASE_STANDINGS, CASE_STATES, caseStandingOf, lateSteps } from '#delivery/case-standing.ts';
import { startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';
import { type CaseAfter, type CaseRow, countCases, insertCase, listCases, writeSteps } from './backlog.ts';
import { newId } from './ids.ts';

const TODAY = '2021-06-10';
/** Days from today that matter to some rule. */
const NEAR = [null, -30, -1, 0, 1, 6, 7, 8, 40];

let server: TestServer;
let province: TestProvince;
let all: CaseRow[];

before(async () => {
  server = await startTestServer({}, { jobs: false });
  province = await server.province('ha-tinh');
  const day = (near: number | null | undefined) => (near === null || near === undefined ? null : addDays(TODAY, near));
  await server.services.database.transaction(province.id, async (scope) => {
    let turn = 0;
    for (const state of CASE_STATES) {
      for (const due of NEAR) {
        for (const road of [[], [null], [-1], [1, -1]] as const) {
          turn += 1;
          const id = newId(server.now);
          await insertCase(
            scope,
            id,
            {
              title: `Vụ việc ${turn}`,
              summary: '',
              field: null,
              place: null,
              organisationId: province.department,
              postId: null,
              responsible: null,
              aroseOn: null,
              dueOn: day(due),
              state,
              closedOn: state === 'closed' ? day(NEAR[turn % NEAR.length]) : null,
              result: null,
              planId: null,
              taskId: null,
            },
            server.now,
          );
          const steps = road.map((near, i) => ({
            id: newId(server.now),
            text: `Bước ${i}`,
            dueOn: day(near),
            doneOn: turn % 3 === 0 && i === 0 ? addDays(TODAY, -2) : null,
            result: null,
          }));
          await writeSteps(scope, id, steps);
        }
      }
    }
  });
  all = await listCases(server.services.database.scope(province.id), { today: TODAY }, { after: null, limit: 1000 });
});
after(() => server.close());

it('stands as the rule says, for every case on every day', async () => {
  assert.equal(all.length, CASE_STATES.length * NEAR.length * 4);
  const scope = server.services.database.scope(province.id);
  const seen = new Set<string>();
  for (let near = -9; near <= 9; near++) {
    const today = addDays(TODAY, near);
    const rows = await listCases(scope, { today }, { after: null, limit: 1000 });
    const counts = Object.fromEntries(CASE_STANDINGS.map((one) => [one, 0]));
    let late = 0;
    for (const row of rows) {
      const standing = caseStandingOf({ ...row, steps: row.road }, today);
      assert.equal(row.standing, standing, `${row.title} on ${today}`);
      seen.add(standing);
      counts[standing] = (counts[standing] ?? 0) + 1;
      if (lateSteps({ state: row.state, steps: row.road }, today) > 0) late += 1;
    }
    assert.deepEqual(await countCases(scope, { today }), { counts, late });
    const chosen = await listCases(scope, { today, late: true }, { after: null, limit: 1000 });
    assert.equal(chosen.length, late);
  }
  assert.deepEqual([...seen].sort(), [...CASE_STANDINGS].sort());
});

it('is given page by page, each once, by deadline', async () => {
  const scope = server.services.database.scope(province.id);
  const ids: string[] = [];
  for (let after: CaseAfter | null = null; ; ) {
    const page: CaseRow[] = await listCases(scope, { today: TODAY }, { after, limit: 7 });
    ids.push(...page.map((row) => row.id));
    const last = page.at(-1);
    if (!last || page.length < 7) break;
    after = { dueOn: last.dueOn, id: last.id };
  }
  assert.deepEqual(
    ids,
    all.map((row) => row.id),
  );
  const days = all.map((row) => row.dueOn ?? '9999');
  assert.deepEqual(days, days.toSorted());
});
