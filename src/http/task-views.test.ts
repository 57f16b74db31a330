/** Lists of tasks over HTTP held to an independent computation: filters, cursors, spreads, the workbook, previews. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import { bare } from '#base/fold.ts';
import { STANDING_WORDS, STANDINGS, type Standing, standingOf, TASK_STATES } from '#delivery/standing.ts';
import { publishTasks } from '#test/support/many-tasks.ts';
import { publishPlan } from '#test/support/published-plan.ts';
import { type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';

interface Task {
  readonly id: string;
  readonly planId: string;
  readonly position: number;
  readonly text: string;
  readonly section: string;
  readonly groupTitle: string | null;
  readonly products: string[];
  readonly dueOn: string | null;
  readonly state: (typeof TASK_STATES)[number];
  readonly standing: Standing;
  readonly leads: { organisationId: string | null; name: string }[];
  readonly supports: { organisationId: string | null; name: string }[];
  readonly reportedOn: string | null;
  readonly doneOn: string | null;
  readonly returnedOn: string | null;
  readonly askedDueOn: string | null;
  readonly toldAt: string | null;
  readonly parentId: string | null;
  readonly origin: string;
}

const TODAY = '2021-06-15';

let server: TestServer;
let province: TestProvince;
let office: Client;
let planId: string;
let all: Task[];

before(async () => {
  server = await startTestServer();
  server.now = new Date(`${TODAY}T02:00:00Z`);
  province = await server.province('ha-tinh');
  office = await server.signIn('ha-tinh', 'office');
  ({ planId } = await publishTasks(server, province, office));
  all = await walk(`plan=${planId}`, 200);
});
after(() => server.close());

/** Every page of a list, each task as often as it comes. */
async function walk(query: string, limit: number): Promise<Task[]> {
  const found: Task[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const answer = await office.get(`/tasks?${query}&limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    found.push(...answer.body.items);
    cursor = answer.body.nextCursor;
  }
  return found;
}

const ids = (tasks: readonly Task[]) => tasks.map((one) => one.id).sort();
const leads = (one: Task, id: string) => one.leads.some((body) => body.organisationId === id);
const supports = (one: Task, id: string) => one.supports.some((body) => body.organisationId === id);

describe('the list of tasks', () => {
  it('has tasks of every kind to tell apart', () => {
    assert.ok(all.length >= 36, `${all.length} tasks were read`);
    assert.deepEqual(new Set(all.map((one) => one.state)), new Set(TASK_STATES));
    for (const one of all) assert.equal(one.standing, standingOf(one, TODAY), one.text);
    const missing = STANDINGS.filter((one) => !all.some((task) => task.standing === one));
    assert.deepEqual(missing, []);
    assert.ok(new Set(all.map((one) => one.section)).size >= 3);
    assert.ok(all.some((one) => supports(one, one.supports[0]?.organisationId ?? '')));
  });

  it('lets through what each filter says and nothing else; the counts agree', async () => {
    const office2 = all.find((one) => one.leads[0]?.organisationId !== province.department)?.leads[0]?.organisationId;
    assert.ok(office2);
    const section = all[0]?.section as string;
    const below = (one: Task, path: string) => one.section === path || one.section.startsWith(`${path}.`);
    const product = all.find((one) => one.products.length > 0)?.products[0] as string;
    const cases: [string, (one: Task) => boolean][] = [
      ...STANDINGS.map((standing): [string, (one: Task) => boolean] => [
        `standing=${standing}`,
        (one) => standingOf(one, TODAY) === standing,
      ]),
      ['standing=overdue,due-soon', (one) => one.standing === 'overdue' || one.standing === 'due-soon'],
      ...TASK_STATES.map((state): [string, (one: Task) => boolean] => [`state=${state}`, (one) => one.state === state]),
      [
        `organisation=${province.department}`,
        (one) => leads(one, province.department) || supports(one, province.department),
      ],
      [`organisation=${province.department}&role=lead`, (one) => leads(one, province.department)],
      [`organisation=${office2}&role=support`, (one) => supports(one, office2)],
      [`section=${encodeURIComponent(section)}`, (one) => below(one, section)],
      [
        `section=${encodeURIComponent(section.split('.')[0] as string)}`,
        (one) => below(one, section.split('.')[0] as string),
      ],
      [`product=${product}`, (one) => one.products.includes(product)],
      ['due=with', (one) => one.dueOn !== null],
      ['due=without', (one) => one.dueOn === null],
      ['lead=with', (one) => one.leads.some((body) => body.organisationId !== null)],
      [
        'from=2021-05-01&to=2021-08-31',
        (one) => one.dueOn !== null && one.dueOn >= '2021-05-01' && one.dueOn <= '2021-08-31',
      ],
      ['to=2021-05-01', (one) => one.dueOn !== null && one.dueOn <= '2021-05-01'],
      ['asked=1', (one) => one.askedDueOn !== null],
      ['returned=1', (one) => one.returnedOn !== null && ['accepted', 'in-progress'].includes(one.state)],
      ['origin=document', (one) => one.origin === 'document'],
      ['origin=directive,case', () => false],
      ['wholes=1', (one) => one.parentId === null],
      ['q=tai%20san%20c', (one) => bare(one.text).includes('tai san c')],
      [`q=${encodeURIComponent('CHUYỂN ĐỔI'.normalize('NFD'))}`, (one) => bare(one.text).includes('chuyen doi')],
      [
        `ids=${all[3]?.id},${all[8]?.id}&due=with`,
        (one) => [all[3]?.id, all[8]?.id].includes(one.id) && one.dueOn !== null,
      ],
      ['standing=overdue&due=with&q=so', (one) => one.standing === 'overdue'],
    ];
    for (const [query, means] of cases) {
      const expected = all.filter(means);
      assert.deepEqual(ids(await walk(`plan=${planId}&${query}`, 200)), ids(expected), query);
      const { total, counts } = (await office.get(`/tasks/counts?plan=${planId}&${query}`)).body;
      assert.equal(total, expected.length, query);
      for (const standing of STANDINGS)
        assert.equal(
          counts[standing],
          expected.filter((one) => one.standing === standing).length,
          `${query} ${standing}`,
        );
    }
  });

  it('is walked page by page, each task once and in order, in every sort', async () => {
    const after = (a: string | null, b: string | null) =>
      a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;
    const orders: Record<string, (a: Task, b: Task) => number> = {
      order: (a, b) => a.position - b.position,
      due: (a, b) => after(a.dueOn, b.dueOn),
      told: (a, b) => (a.toldAt === null || b.toldAt === null ? after(a.toldAt, b.toldAt) : after(b.toldAt, a.toldAt)),
    };
    for (const [sort, order] of Object.entries(orders)) {
      for (const limit of [1, 5, 13]) {
        const found = await walk(`plan=${planId}&sort=${sort}`, limit);
        assert.deepEqual(ids(found), ids(all), `${sort} ${limit}`);
        for (const [i, one] of found.entries()) {
          const before = found[i - 1];
          assert.ok(before === undefined || order(before, one) <= 0, `${sort}: ${before?.text} before ${one.text}`);
        }
      }
    }
  });
});

describe('tasks in other shapes', () => {
  it('are spread over days, months and states as the list has them', async () => {
    const keys: Record<string, (one: Task) => string | null> = {
      day: (one) => one.dueOn,
      month: (one) => one.dueOn?.slice(0, 7) ?? null,
      state: (one) => one.state,
    };
    for (const [per, key] of Object.entries(keys)) {
      const { cells, organisations } = (await office.get(`/tasks/spread?plan=${planId}&per=${per}`)).body;
      assert.deepEqual(organisations, []);
      assert.deepEqual(new Set(cells.map((cell: { at: string }) => cell.at)), new Set(all.map(key)));
      for (const cell of cells) {
        const there = all.filter((one) => key(one) === cell.at);
        for (const standing of STANDINGS)
          assert.equal(
            cell.counts[standing] ?? 0,
            there.filter((one) => one.standing === standing).length,
            `${per} ${cell.at}`,
          );
      }
    }
    const { cells, organisations } = (await office.get(`/tasks/spread?plan=${planId}&per=month&by=lead`)).body;
    assert.ok(organisations.some((one: { name: string }) => one.name === 'Sở Tài chính'));
    for (const { at, organisationId, counts } of cells) {
      const there = all.filter((one) => keys.month?.(one) === at && leads(one, organisationId));
      assert.equal(
        Object.values(counts as Record<string, number>).reduce((a, b) => a + b, 0),
        there.length,
      );
    }
  });

  it('go into a workbook that says what the list says', async () => {
    for (const query of ['', '&standing=overdue,in-time', '&sort=due&due=with', '&q=ngan%20sach']) {
      const response = await fetch(`${server.address}/api/v1/tasks/export.xlsx?plan=${planId}${query}`, {
        headers: { cookie: office.cookie },
      });
      assert.equal(response.status, 200);
      assert.match(response.headers.get('content-disposition') ?? '', /nhiem-vu-2021-06-15\.xlsx/);
      const rows = (await readXlsx(new Uint8Array(await response.arrayBuffer()))).sheets[0]?.rows ?? [];
      const written = rows.slice(4).filter((row) => typeof row[0] === 'number');
      const listed = await walk(`plan=${planId}${query}`, 50);
      assert.ok(listed.length > 0);
      const day = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : null);
      assert.deepEqual(
        written.map((row) => [row[0], row[1], row[2] ?? '', row[3] ?? '', day(row[4]), row[6]]),
        listed.map((one, i) => [
          i + 1,
          one.text,
          one.leads.map((body) => body.name).join('; '),
          one.supports.map((body) => body.name).join('; '),
          one.dueOn,
          STANDING_WORDS[one.standing],
        ]),
      );
      const titles = rows.slice(4).filter((row) => typeof row[0] === 'string').length;
      assert.equal(titles > 0, !query.includes('sort=due'));
    }
    const [, , said] = await workbook(`standing=overdue&organisation=${province.department}&role=lead&to=2021-06-01`);
    assert.equal(said, 'Cơ quan chủ trì: Sở Tài chính; Tình trạng: Đang thực hiện, quá hạn; Thời hạn: đến 01/06/2021.');
  });

  async function workbook(query: string): Promise<unknown[]> {
    const response = await fetch(`${server.address}/api/v1/tasks/export.xlsx?${query}`, {
      headers: { cookie: office.cookie },
    });
    return (await readXlsx(new Uint8Array(await response.arrayBuffer()))).sheets[0]?.rows.map((row) => row[0]) ?? [];
  }

  it('tell before they are assigned who stands in for whom, and which can not be', async () => {
    const fresh = await publishPlan(server, province, office);
    const [own] = fresh.taskIds as [string];
    const drafts = all.filter((one) => one.state === 'draft');
    const others = all.filter((one) => one.state === 'verified').slice(0, 2);
    const { body } = await office.post('/tasks/assignments', {
      ids: [own, ...drafts.map((one) => one.id), ...others.map((one) => one.id)],
    });
    assert.deepEqual(body.ready.toSorted(), [own, ...drafts.map((one) => one.id)].sort());
    assert.deepEqual(body.refused.map((one: { id: string }) => one.id).sort(), others.map((one) => one.id).sort());
    assert.match(body.refused[0].vi, /Đã xác nhận hoàn thành/);
    const head = await server.signIn('ha-tinh', 'agency-lead');
    assert.equal((await head.post('/tasks/assignments', { ids: [own] })).status, 403);

    const other = await office.post('/organisations', {
      name: 'Sở Kế hoạch và Đầu tư',
      shortName: null,
      kind: 'department',
      parentId: null,
      from: null,
      basis: null,
    });
    const { version } = (await office.get(`/organisations/${province.department}`)).body;
    const merged = await office.post('/organisations/merge', {
      predecessors: [
        { id: province.department, version },
        { id: other.body.id, version: other.body.version },
      ],
      successor: { name: 'Sở Tài chính và Đầu tư', shortName: null, kind: 'department', parentId: null },
      on: '2021-06-10',
      basis: 'Nghị quyết 12/NQ-HĐND',
    });
    assert.equal(merged.status, 200, JSON.stringify(merged.body));
    const again = (await office.post('/tasks/assignments', { ids: [own] })).body;
    assert.deepEqual(again.ready, [own]);
    assert.deepEqual(
      again.successors[0].items.map((one: { proposed: { name: string }; vi: string }) => [one.proposed.name, one.vi]),
      [
        [
          'Sở Tài chính và Đầu tư',
          '“Sở Tài chính” đã sáp nhập vào “Sở Tài chính và Đầu tư” từ 10/06/2021 (Nghị quyết 12/NQ-HĐND).',
        ],
      ],
    );
  });
});

describe('the search over everything', () => {
  it('finds tasks by the beginnings of their words, also parts that were broken off', async () => {
    const { db } = server.services.database.scope(province.id);
    const hits = async (q: string) => {
      const { body } = await office.get(`/search?q=${encodeURIComponent(q)}&kind=task`);
      return (body.groups.find((one: { kind: string }) => one.kind === 'task')?.hits ?? []) as {
        id: string;
        title: string;
        hint: string;
      }[];
    };
    const found = await hits('rà soát tài sản cô');
    assert.ok(found.length > 0);
    for (const hit of found) assert.match(bare(hit.title), /ra soat tai san cong/);
    assert.ok(found.some((hit) => hit.hint.includes('Sở Tài chính')));
    assert.deepEqual(await hits('tài sảncông'), []);
    const [one] = all as [Task];
    await sql`update task_life set parent_id = ${all[1]?.id ?? null}, origin = 'breakdown', text = 'Lập danh sách cầu treo dân sinh',
       words = words_of('Lập danh sách cầu treo dân sinh') where province_id = ${province.id} and task_id = ${one.id}`.execute(
      db,
    );
    assert.deepEqual(
      (await hits('cau treo dan')).map((hit) => hit.id),
      [one.id],
    );
  });
});
