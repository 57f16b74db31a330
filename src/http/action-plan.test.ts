/** Action plans of agencies over HTTP: who has issued one, what nobody has taken up, as Word and back. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { newId } from '#store/ids.ts';
import { insertOrganisations } from '#store/organisations.ts';
import { readWhole, uploadAndRead } from '#test/support/documents.ts';
import { publishPlan } from '#test/support/published-plan.ts';
import { type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';

describe('action plans of agencies', { concurrency: false }, () => {
  let server: TestServer;
  let province: TestProvince;
  let office: Client;
  let head: Client;
  let unitId: string;
  let planId: string;
  let taskIds: string[];
  let path: string;

  before(async () => {
    server = await startTestServer();
    server.now = new Date('2021-01-05T02:00:00Z');
    province = await server.province('ha-tinh');
    office = await server.signIn('ha-tinh', 'office');
    head = await server.signIn('ha-tinh', 'agency-lead');
    unitId = newId();
    await server.services.database.transaction(province.id, (scope) =>
      insertOrganisations(scope, [
        {
          id: unitId,
          code: null,
          kind: 'unit',
          names: [{ name: 'Phòng Quản lý ngân sách', shortName: null, validFrom: null, validTo: null }],
          parentId: province.department,
          validFrom: null,
          validTo: null,
          position: 12,
        },
      ]),
    );
    ({ planId, taskIds } = await publishPlan(server, province, office));
    path = `/plans/${planId}/action-plans/${province.department}`;
  });
  after(() => server?.close());

  const list = async (who = office) => (await who.get(`/plans/${planId}/action-plans`)).body;
  const own = async (who = head) => (await list(who)).items[0];
  const gaps = async (days = 7) => (await office.get(`/plans/${planId}/not-taken-up?days=${days}`)).body;
  const signIn = async () => {
    office = await server.signIn('ha-tinh', 'office');
    head = await server.signIn('ha-tinh', 'agency-lead');
  };
  const count = async (query: string) => (await office.get(`/tasks/counts?plan=${planId}&${query}`)).body.total;
  const act = async (who: Client, id: string, body: object) =>
    who.post(`/tasks/${id}/acts`, { version: (await who.get(`/tasks/${id}`)).body.life.version, ...body });

  it('are owed by each agency that leads something, from the day that the Office sets', async () => {
    const before = await list();
    assert.deepEqual(
      before.items.map((one: { organisation: { name: string }; state: string }) => [one.organisation.name, one.state]),
      [['Sở Tài chính', 'missing']],
    );
    assert.deepEqual(before.items[0].tasks, {
      total: 2,
      accepted: 0,
      brokenDown: 0,
      withPerson: 0,
      done: 0,
      overdue: 0,
    });
    assert.equal(
      (await head.put(`/plans/${planId}/action-plan-due`, { version: before.planVersion, dueOn: '2021-01-31' })).status,
      403,
    );
    const set = await office.put(`/plans/${planId}/action-plan-due`, {
      version: before.planVersion,
      dueOn: '2021-01-31',
    });
    assert.equal(set.status, 200, JSON.stringify(set.body));
    assert.equal(
      (await office.put(`/plans/${planId}/action-plan-due`, { version: before.planVersion, dueOn: null })).body.code,
      'conflict',
    );
    assert.deepEqual([(await own()).state, (await own()).dueOn, (await own()).own], ['not-due', '2021-01-31', true]);
  });

  it('say what of the resolution nobody has taken up, and every count is that of the list', async () => {
    const first = await gaps();
    assert.deepEqual(first.counts, {
      'no-lead': 0,
      'not-assigned': 2,
      'not-accepted': 0,
      'not-broken-down': 0,
      'target-no-lead': 2,
      'target-not-allocated': 2,
    });
    assert.deepEqual(
      first.groups.map((one: { items: unknown[] }) => one.items.length),
      [4, 2],
    );
    const { counts: balances } = (await office.get(`/plans/${planId}/allocations`)).body;
    assert.equal(balances.none, first.counts['target-not-allocated']);
    assert.match(first.groups[0].items[0].text, /GRDP đạt 7,5%/);
    assert.equal(await count('state=draft&lead=with'), 2);
    await office.post('/tasks/acts', { act: 'assign', ids: taskIds });
    server.now = new Date('2021-01-13T02:00:00Z');
    await signIn();
    const later = await gaps(7);
    assert.equal(later.counts['not-accepted'], 2);
    assert.equal(await count(`assignedTo=${later.assignedTo}`), 2);
    assert.equal((await gaps(10)).counts['not-accepted'], 0);
    for (const id of taskIds) await act(head, id, { act: 'accept' });
    assert.equal((await gaps()).counts['not-broken-down'], 2);
    const { tasks } = await own();
    assert.deepEqual([tasks.total, tasks.accepted, tasks.brokenDown], [2, 2, 0]);
  });

  it('count what the agency accepted and broke down, as the list of tasks does', async () => {
    const { version } = (await head.get(`/tasks/${taskIds[0]}`)).body.life;
    const made = await head.post(`/tasks/${taskIds[0]}/parts`, {
      version,
      parts: [
        {
          text: 'Khảo sát hiện trạng thu, chi ngân sách các địa phương',
          period: '2021-Q1',
          dueOn: '2021-03-15',
          organisationId: unitId,
        },
        { text: 'Dự thảo Đề án, lấy ý kiến các sở, ngành', period: '2021-05' },
        { text: 'Hoàn thiện, trình Ủy ban nhân dân tỉnh', dueOn: '2021-06-20' },
      ],
    });
    assert.equal(made.status, 201);
    const { tasks } = await own();
    assert.deepEqual([tasks.brokenDown, tasks.withPerson], [1, 0]);
    const led = `organisation=${province.department}&role=lead&origin=document,directive,case`;
    assert.deepEqual(
      [
        await count(`${led}&parts=with`),
        await count(`${led}&parts=without`),
        await count(`${led}&accepted=yes`),
        await count(`${led}&person=with`),
      ],
      [1, 1, 2, 0],
    );
    assert.equal((await gaps()).counts['not-broken-down'], 1);
  });

  it('are late, issued late or issued in time, by their own day or that of the plan', async () => {
    server.now = new Date('2021-02-05T02:00:00Z');
    await signIn();
    assert.equal((await own()).state, 'late');
    const reminded = await office.post(`/plans/${planId}/action-plans/remind`, {
      organisations: [province.department, province.office],
    });
    assert.deepEqual(reminded.body, { reminded: [province.department], skipped: [province.office] });
    const again = await office.post(`/plans/${planId}/action-plans/remind`, { organisations: [province.department] });
    assert.deepEqual(again.body.reminded, []);
    let { version } = await own();
    const theirs = await head.put(path, { version, dueOn: '2021-02-28' });
    assert.equal(theirs.body.code, 'not-yours');
    assert.equal((await head.put(path, { version, issuedOn: '2021-03-01' })).body.code, 'in-future');
    const late = await head.put(path, { version, symbol: '15/KH-STC', issuedOn: '2021-02-04' });
    assert.deepEqual([late.status, late.body.state, late.body.symbol], [200, 'issued-late', '15/KH-STC']);
    assert.equal((await head.put(path, { version, symbol: 'x' })).body.code, 'conflict');
    ({ version } = late.body);
    assert.equal((await office.put(path, { version, dueOn: '2021-02-10' })).body.state, 'issued');
    // Taken back from the log.
    const { items } = (await office.get('/events?area=plan')).body;
    assert.equal((await office.post(`/events/${items[0].id}/undo`, { reason: 'Nhầm' })).status, 200);
    assert.equal((await own()).state, 'issued-late');
    const other = `/plans/${planId}/action-plans/${province.office}`;
    assert.equal((await head.put(other, { version: null, note: 'x' })).body.code, 'not-yours');
    const added = await office.put(other, { version: null, note: 'Phối hợp chung' });
    assert.equal(added.body.state, 'late');
    assert.equal((await list()).items.length, 2);
    assert.equal((await office.delete(other, { version: added.body.version })).status, 204);
    assert.equal((await office.delete(path, { version: (await own()).version })).body.code, 'issued-already');
  });

  it('come out as Word and Excel, and go back in through the reading as the same parts', async () => {
    const word = await readWhole(head, `${path}/export.docx`);
    assert.match(word.headers.get('content-type') ?? '', /wordprocessingml/);
    const excel = await readWhole(head, `${path}/export.xlsx`);
    assert.deepEqual([...excel.bytes.slice(0, 2)], [0x50, 0x4b]);
    const partsOf = async (id: string) =>
      (await head.get(`/tasks/${id}/parts`)).body.items.map((one: Record<string, unknown>) => [
        one.text,
        one.period,
        one.dueOn,
        (one.leads as { name: string }[])[0]?.name,
      ]);
    const before = await partsOf(taskIds[0] as string);
    // What the agency has is seen as being there.
    const document = await uploadAndRead(server, head, 'ke-hoach-stc.docx', word.bytes);
    assert.deepEqual([document.type, document.symbol], ['Kế hoạch', '15/KH-STC']);
    const known = await head.post(`${path}/import`, { documentId: document.id });
    assert.deepEqual(known.body.rows.filter((one: { there: boolean }) => one.there).length, 3);
    await head.post(`/tasks/${taskIds[0]}/parts/undo`);
    assert.deepEqual(await partsOf(taskIds[0] as string), []);

    const preview = await head.post(`${path}/import`, { documentId: document.id });
    assert.equal(preview.status, 200, JSON.stringify(preview.body));
    const { rows, readingId } = preview.body;
    const parts = rows.filter(
      (one: { isWhole: boolean; taskId: string | null }) => !one.isWhole && one.taskId !== null,
    );
    assert.deepEqual(
      parts.map((one: { taskId: string; matches: { score: number }[] }) => [one.taskId, one.matches[0]?.score]),
      [
        [taskIds[0], 1],
        [taskIds[0], 1],
        [taskIds[0], 1],
      ],
    );
    const body = {
      documentId: document.id,
      readingId,
      parts: parts.map((one: Record<string, unknown> & { responsible: Record<string, unknown> }) => ({
        key: one.key,
        taskId: one.taskId,
        text: one.text,
        period: one.period,
        dueOn: one.dueOn,
        organisationId: one.responsible.organisationId,
        postId: one.responsible.postId,
      })),
    };
    assert.equal((await office.post(`${path}/import`, { documentId: document.id })).body.code, 'not-yours');
    assert.equal(
      (await head.post(`${path}/import/apply`, { ...body, readingId: newId() })).body.code,
      'preview-changed',
    );
    const applied = await head.post(`${path}/import/apply`, body);
    assert.deepEqual([applied.status, applied.body], [201, { made: 3, taskIds: [taskIds[0]] }]);
    assert.deepEqual(await partsOf(taskIds[0] as string), before);
    const { items } = (await head.get(`/tasks/${taskIds[0]}/parts`)).body;
    const text = (await head.get(`/documents/${document.id}/text`)).body.text as string;
    for (const { source, text: said } of items) {
      assert.equal(source.documentId, document.id);
      assert.equal(text.slice(source.start, source.end), said);
    }
    const undone = await head.post(`${path}/import/undo`);
    assert.deepEqual(undone.body, { removed: 3 });
    assert.deepEqual(await partsOf(taskIds[0] as string), []);
    assert.equal((await head.post(`${path}/import/undo`)).body.code, 'nothing-to-undo');
  });
});
