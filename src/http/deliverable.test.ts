/** The register of deliverables over HTTP: stages in order, deadlines that follow the task, sessions, rights, undoing. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { publishPlan } from '#test/support/published-plan.ts';
import { type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';

describe('the register of deliverables', () => {
  let server: TestServer;
  let province: TestProvince;
  let office: Client;
  let officer: Client;
  let planId: string;
  let documentId: string;
  let tasks: string[];
  let scheme: string;

  before(async () => {
    server = await startTestServer();
    server.now = new Date('2021-03-01T02:00:00Z');
    province = await server.province('ha-tinh');
    office = await server.signIn('ha-tinh', 'office');
    officer = await server.signIn('ha-tinh', 'officer');
    const made = await publishPlan(server, province, office);
    ({ planId, documentId } = made);
    tasks = made.taskIds;
    scheme = (await office.get(`/deliverables?plan=${planId}`)).body.items[0].id;
  });
  after(() => server.close());

  const now = async (id: string) => (await office.get(`/deliverables/${id}`)).body;
  const stage = async (who: Client, id: string, body: Record<string, unknown>) =>
    who.post(`/deliverables/${id}/stage`, { version: (await now(id)).version, ...body });

  it('lists what the sentences of tasks name, with the way to task and sentence', async () => {
    const { body } = await office.get(`/deliverables?plan=${planId}`);
    assert.deepEqual(
      body.items.map((one: Record<string, unknown>) => [one.kind, one.stage, one.standing, one.dueOn]),
      [['scheme', 'planned', 'not-started', '2021-06-29']],
    );
    assert.deepEqual(body.items[0].task.leads, [{ organisationId: province.department, name: 'Sở Tài chính' }]);
    const one = await now(scheme);
    assert.equal(one.task.id, tasks[0]);
    assert.equal(one.source.documentId, documentId);
    assert.ok(one.source.span.end > one.source.span.start);
  });

  it('finds them by kind, stage, lead, days, session, standing and words, and counts the same', async () => {
    const count = async (query: string) => {
      const list = (await office.get(`/deliverables?plan=${planId}&${query}`)).body.items.length;
      assert.equal((await office.get(`/deliverables/counts?plan=${planId}&${query}`)).body.total, list, query);
      return list;
    };
    assert.equal(await count('kind=scheme'), 1);
    assert.equal(await count('kind=decision'), 0);
    assert.equal(await count(`lead=${province.department}&stage=planned`), 1);
    assert.equal(await count(`lead=${province.office}`), 0);
    assert.equal(await count('from=2021-06-01&to=2021-06-30'), 1);
    assert.equal(await count('to=2021-06-01'), 0);
    assert.equal(await count('session=none&standing=not-started&q=de%20an%20tai%20co%20cau'), 1);
    assert.equal(await count('standing=overdue'), 0);
  });

  it('moves through its stages with their days, by the lead agency', async () => {
    assert.equal((await stage(officer, scheme, { to: 'drafted' })).body.code, 'day-needed');
    assert.equal((await stage(officer, scheme, { to: 'drafted', on: '2021-03-02' })).body.code, 'bad-day');
    const drafted = await stage(officer, scheme, { to: 'drafted', on: '2021-02-20' });
    assert.deepEqual([drafted.body.stage, drafted.body.standing, drafted.body.skipped], ['drafted', 'in-time', []]);
    assert.equal((await stage(officer, scheme, { to: 'submitted', on: '2021-02-01' })).body.code, 'bad-day');
    const submitted = await stage(officer, scheme, { to: 'submitted', on: '2021-02-25' });
    assert.deepEqual(submitted.body.skipped, ['appraised']);
    assert.equal((await stage(officer, scheme, { to: 'drafted' })).body.code, 'reason-needed');
    const back = await stage(officer, scheme, { to: 'drafted', reason: 'Hồ sơ chưa có ý kiến thẩm định' });
    assert.deepEqual([back.body.draftedOn, back.body.submittedOn], ['2021-02-20', null]);
  });

  it('is issued with its number and its document', async () => {
    assert.equal((await stage(office, scheme, { to: 'issued', on: '2021-02-28' })).body.code, 'symbol-needed');
    const issued = await stage(office, scheme, {
      to: 'issued',
      on: '2021-02-28',
      symbol: '45/QĐ-UBND',
      documentId,
    });
    assert.deepEqual(
      [issued.body.standing, issued.body.symbol, issued.body.document.id],
      ['done-on-time', '45/QĐ-UBND', documentId],
    );
    const { body } = await office.post(`/deliverables/${scheme}/undo`, { version: issued.body.version });
    assert.deepEqual([body.stage, body.symbol, body.document, body.issuedOn], ['drafted', null, null, null]);
  });

  it('lets agencies change the stage and the note of their own, the Office all', async () => {
    const { version } = await now(scheme);
    const note = await officer.patch(`/deliverables/${scheme}`, { version, note: 'Đang lấy ý kiến' });
    assert.equal(note.body.note, 'Đang lấy ý kiến');
    const name = await officer.patch(`/deliverables/${scheme}`, { version: version + 1, name: 'Đề án khác' });
    assert.equal(name.body.code, 'not-yours');
    const stranger = await office.post(`/tasks/${tasks[1]}/acts`, {
      act: 'assign',
      version: (await office.get(`/tasks/${tasks[1]}`)).body.life.version,
      leads: [province.office],
    });
    assert.equal(stranger.status, 200);
    const added = await office.post(`/tasks/${tasks[1]}/deliverables`, {
      kind: 'report',
      name: 'Báo cáo rà soát tài sản công',
      sessionMonth: '2021-04',
      sessionTitle: 'Phiên họp Ủy ban nhân dân tỉnh',
    });
    assert.equal(added.status, 201);
    assert.equal((await stage(officer, added.body.id, { to: 'drafted', on: '2021-03-01' })).body.code, 'not-yours');
    assert.equal((await officer.post(`/tasks/${tasks[1]}/deliverables`, { kind: 'report', name: 'x' })).status, 403);
    const followed = (await office.get(`/tasks?plan=${planId}&product=report`)).body.items;
    assert.deepEqual(
      followed.map((one: { id: string }) => one.id),
      [tasks[1]],
    );
    const late = await officer.patch(`/deliverables/${scheme}`, { version, note: 'Bản cũ' });
    assert.equal(late.body.code, 'conflict');
    assert.equal(late.body.current.note, 'Đang lấy ý kiến');
  });

  it('goes along when its task is extended', async () => {
    const { version } = (await office.get(`/tasks/${tasks[0]}`)).body.life;
    await office.post(`/tasks/${tasks[0]}/acts`, {
      version,
      act: 'set-due',
      dueOn: '2021-08-31',
      text: 'Chờ Trung ương',
    });
    assert.equal((await now(scheme)).dueOn, '2021-08-31');
    const own = await office.patch(`/deliverables/${scheme}`, {
      version: (await now(scheme)).version,
      dueOn: '2021-05-31',
    });
    assert.equal(own.body.dueOn, '2021-05-31');
  });

  it('is arranged by month and session, with what would come too late', async () => {
    const { version } = await now(scheme);
    await office.patch(`/deliverables/${scheme}`, {
      version,
      sessionMonth: '2021-07',
      sessionTitle: 'Kỳ họp Hội đồng nhân dân tỉnh',
    });
    const { body } = await office.get(`/deliverables/programme?plan=${planId}`);
    assert.deepEqual(
      body.months.map((one: { month: string; sessions: { title: string; items: unknown[] }[] }) => [
        one.month,
        one.sessions.map(({ title, items }) => [title, items.length]),
      ]),
      [
        ['2021-04', [['Phiên họp Ủy ban nhân dân tỉnh', 1]]],
        ['2021-07', [['Kỳ họp Hội đồng nhân dân tỉnh', 1]]],
      ],
    );
    const [july] = body.months[1].sessions[0].items;
    assert.deepEqual(
      july.warnings.map((one: { code: string }) => one.code),
      ['due-before-session'],
    );
    assert.equal(july.warnings[0].vi, 'Hạn 31/05/2021 đến trước phiên họp tháng 7/2021.');
    const strict = (await office.get(`/deliverables/programme?plan=${planId}&appraisalDays=130`)).body;
    assert.ok(
      strict.months[1].sessions[0].items[0].warnings.some((one: { code: string }) => one.code === 'appraisal-late'),
    );
    const file = await fetch(`${server.address}/api/v1/deliverables/programme.xlsx?plan=${planId}`, {
      headers: { cookie: office.cookie },
    });
    assert.equal(file.status, 200);
    assert.equal(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 2)
        .toString(),
      'PK',
    );
  });

  it('is taken out with a reason and brought back, and the log tells all of it', async () => {
    const { version } = await now(scheme);
    const ended = await office.post(`/deliverables/${scheme}/end`, { version, reason: 'Đã lồng vào đề án khác' });
    assert.equal(ended.body.ended, true);
    assert.equal((await office.get(`/deliverables?plan=${planId}&kind=scheme`)).body.items.length, 0);
    assert.deepEqual((await office.get(`/tasks/${tasks[0]}`)).body.life.products, []);
    const event = (await office.get('/events?kind=deliverable')).body.items[0];
    assert.equal((await office.post(`/events/${event.id}/undo`, { reason: 'Nhầm' })).status, 200);
    const one = await now(scheme);
    assert.equal(one.mayEdit, 'all');
    assert.deepEqual((await office.get(`/tasks/${tasks[0]}`)).body.life.products, ['scheme']);
    assert.ok(one.history.some(({ text }: { text: string }) => text === 'Chuyển sản phẩm sang bước “Ban hành”'));
  });
});
