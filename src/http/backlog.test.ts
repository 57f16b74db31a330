/** The register of long-standing cases over HTTP: whose they are, standing by the day, road map, undo, task, Excel. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { publishPlan } from '#test/support/published-plan.ts';
import { type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';

describe('long-standing cases', { concurrency: false }, () => {
  let server: TestServer;
  let province: TestProvince;
  let office: Client;
  let head: Client;
  let officer: Client;
  let supervisor: Client;
  let id: string;

  before(async () => {
    server = await startTestServer();
    server.now = new Date('2021-03-05T02:00:00Z');
    province = await server.province('ha-tinh');
    office = await server.signIn('ha-tinh', 'office');
    head = await server.signIn('ha-tinh', 'agency-lead');
    officer = await server.signIn('ha-tinh', 'officer');
    supervisor = await server.signIn('ha-tinh', 'supervisor');
  });
  after(() => server.close());

  const read = async (who: Client = office) => (await who.get(`/cases/${id}`)).body;
  const version = async () => (await read()).case.version;

  it('are added by the organisation in charge, with the road map', async () => {
    const body = {
      title: 'Công nhận lại quyền sử dụng đất trước ngày 18/12/1980',
      summary: 'Các hộ ở thị xã Kỳ Anh',
      field: 'Đất đai',
      place: 'Thị xã Kỳ Anh',
      organisationId: province.department,
      responsible: 'Phó Giám đốc phụ trách đất đai',
      dueOn: '2021-06-30',
      steps: [
        { text: 'Rà soát hồ sơ', dueOn: '2021-03-31' },
        { text: 'Trình phương án', dueOn: '2021-05-31' },
      ],
    };
    const refused = await head.post('/cases', { ...body, organisationId: province.office });
    assert.deepEqual([refused.status, refused.body.code], [403, 'not-yours']);
    assert.equal((await supervisor.post('/cases', body)).body.code, 'not-allowed');
    const made = await officer.post('/cases', body);
    assert.equal(made.status, 201, JSON.stringify(made.body));
    id = made.body.id;
    assert.deepEqual(
      [made.body.standing, made.body.steps, made.body.doneSteps, made.body.nextStep.text],
      ['not-started', 2, 0, 'Rà soát hồ sơ'],
    );
    assert.equal(
      (
        await office.post('/cases', {
          ...body,
          title: 'Việc của Văn phòng',
          field: null,
          dueOn: '2021-12-31',
          organisationId: province.office,
          steps: [],
        })
      ).status,
      201,
    );
    assert.equal((await supervisor.get('/cases')).body.items.length, 2);
  });

  it('are found without tones, by field and by organisation', async () => {
    const titles = async (query: string) =>
      (await supervisor.get(`/cases?${query}`)).body.items.map((one: { id: string }) => one.id);
    assert.deepEqual(await titles('q=quyen%20su%20dung%20dat%20ky%20a'), [id]);
    assert.deepEqual(await titles(`organisation=${province.department}`), [id]);
    assert.deepEqual(await titles(`field=${encodeURIComponent('Đất đai')}`), [id]);
    assert.deepEqual(await titles('q=khong%20co'), []);
    const first = (await office.get('/cases?limit=1')).body;
    assert.deepEqual(
      first.items.map((one: { id: string }) => one.id),
      [id],
    );
    const second = (await office.get(`/cases?limit=1&cursor=${first.nextCursor}`)).body;
    assert.deepEqual([second.items.length, second.items[0].title, second.nextCursor], [1, 'Việc của Văn phòng', null]);
  });

  it('keep the road map as it was written last, whole, and see two who write at once', async () => {
    const { road, case: before } = await read(head);
    const steps = [
      { ...road[1], late: undefined },
      { ...road[0], late: undefined, doneOn: '2021-03-04', result: 'Xong' },
      { text: 'Thông báo kết quả', dueOn: '2021-06-20' },
    ];
    const future = await head.put(`/cases/${id}/steps`, {
      version: before.version,
      steps: [{ text: 'x', doneOn: '2021-03-06' }],
    });
    assert.equal(future.body.code, 'bad-day');
    const written = await head.put(`/cases/${id}/steps`, { version: before.version, steps });
    assert.deepEqual([written.status, written.body.doneSteps, written.body.standing], [200, 1, 'in-time']);
    const after = (await read()).road;
    assert.deepEqual(
      after.map((step: { id: string; text: string }) => [step.id, step.text]),
      [
        [road[1].id, 'Trình phương án'],
        [road[0].id, 'Rà soát hồ sơ'],
        [after[2].id, 'Thông báo kết quả'],
      ],
    );
    const late = await office.put(`/cases/${id}/steps`, { version: before.version, steps: [] });
    assert.deepEqual([late.status, late.body.code, late.body.current.steps], [409, 'conflict', 3]);
  });

  it('are taken back exactly, by who did it or the Office', async () => {
    const before = await read(head);
    assert.equal(before.mayUndo, true);
    assert.equal((await read(officer)).mayUndo, false);
    assert.equal((await officer.post(`/cases/${id}/undo`)).body.code, 'not-yours');
    assert.deepEqual((await head.post(`/cases/${id}/undo`)).body, { gone: false });
    const { road } = await read();
    assert.deepEqual(
      road.map((step: { text: string; doneOn: string | null }) => [step.text, step.doneOn]),
      [
        ['Rà soát hồ sơ', null],
        ['Trình phương án', null],
      ],
    );
    const steps = road.map((step: { id: string; text: string; dueOn: string }, i: number) => ({
      id: step.id,
      text: step.text,
      dueOn: step.dueOn,
      ...(i === 0 ? { doneOn: '2021-03-05' } : {}),
    }));
    assert.equal((await head.put(`/cases/${id}/steps`, { version: await version(), steps })).status, 200);
  });

  it('stand by the day alone: a late step, near the end, late', async () => {
    const standing = async (day: string) => {
      server.now = new Date(`${day}T02:00:00Z`);
      office = await server.signIn('ha-tinh', 'office');
      const { standing, lateSteps } = (await read()).case;
      const { counts, late } = (await office.get(`/cases/facets?organisation=${province.department}`)).body;
      assert.deepEqual([counts[standing], late], [1, lateSteps > 0 ? 1 : 0], day);
      const listed = (await office.get(`/cases?organisation=${province.department}&standing=${standing}`)).body.items;
      assert.equal(listed.length, 1, day);
      return [standing, lateSteps];
    };
    assert.deepEqual(await standing('2021-05-31'), ['in-time', 0]);
    assert.deepEqual(await standing('2021-06-01'), ['in-time', 1]);
    assert.deepEqual(await standing('2021-06-23'), ['due-soon', 1]);
    assert.deepEqual(await standing('2021-07-01'), ['overdue', 1]);
    head = await server.signIn('ha-tinh', 'agency-lead');
  });

  it('are closed with a result, and opened again with a reason', async () => {
    const act = async (body: object) => head.post(`/cases/${id}/acts`, { version: await version(), ...body });
    assert.equal((await act({ act: 'close' })).body.code, 'text-needed');
    assert.equal((await act({ act: 'close', text: 'x', on: '2021-07-02' })).body.code, 'bad-day');
    const closed = await act({ act: 'close', text: 'Đã cấp giấy cho 312 hộ', on: '2021-06-30' });
    assert.deepEqual([closed.body.state, closed.body.standing, closed.body.lateSteps], ['closed', 'done-on-time', 0]);
    assert.equal((await act({ act: 'suspend', text: 'x' })).body.code, 'wrong-state');
    assert.equal((await act({ act: 'reopen', text: 'Còn đơn' })).body.state, 'open');
    assert.equal((await act({ act: 'suspend', text: 'Chờ Tòa án' })).body.standing, 'suspended');
    assert.equal((await act({ act: 'resume' })).body.standing, 'overdue');
    await head.post(`/cases/${id}/notes`, { text: 'Đã làm việc với các hộ' });
    const { history } = await read();
    assert.deepEqual(
      history.slice(0, 3).map((one: { done: string | null; text: string | null }) => [one.done, one.text]),
      [
        [null, 'Đã làm việc với các hộ'],
        ['Tiếp tục giải quyết vụ việc', null],
        ['Tạm dừng vụ việc', 'Chờ Tòa án'],
      ],
    );
  });

  it('become a task of the plan, and the task goes when that is taken back', async () => {
    const { planId, taskIds } = await publishPlan(server, province, office);
    const made = await head.put(`/cases/${id}/task`, { version: await version(), planId });
    assert.equal(made.status, 200, JSON.stringify(made.body));
    const { life } = (await office.get(`/tasks/${made.body.taskId}`)).body;
    assert.deepEqual(
      [life.origin, life.state, life.dueOn, life.leads[0].organisationId],
      ['case', 'draft', '2021-06-30', province.department],
    );
    assert.equal((await read()).task.standing, life.standing);
    assert.deepEqual((await head.post(`/cases/${id}/undo`)).body, { gone: false });
    assert.equal((await office.get(`/tasks/${made.body.taskId}`)).status, 404);
    assert.equal((await read()).case.taskId, null);
    const tied = await head.put(`/cases/${id}/task`, { version: await version(), taskId: taskIds[0] });
    assert.equal(tied.body.taskId, taskIds[0]);
    assert.equal((await head.put(`/cases/${id}/task`, { version: await version(), taskId: null })).body.taskId, null);
  });

  it('are undone from the log by the Office', async () => {
    const log = (await office.get('/events?kind=case&limit=5')).body.items;
    assert.equal(log[0].sentence.startsWith('Bỏ gắn nhiệm vụ với vụ việc'), true);
    const undone = await office.post(`/events/${log[0].id}/undo`, { reason: 'Nhầm' });
    assert.equal(undone.status, 200, JSON.stringify(undone.body));
    assert.notEqual((await read()).case.taskId, null);
  });

  it('go out to Excel and come in from such a list once', async () => {
    const bytes = async (path: string) => {
      const answer = await fetch(`${server.address}/api/v1${path}`, { headers: { cookie: office.cookie } });
      assert.equal(answer.status, 200);
      return new Uint8Array(await answer.arrayBuffer());
    };
    const [sheet] = (await readXlsx(await bytes('/cases/export.xlsx'))).sheets;
    const cells = sheet?.rows.map((row) => row.map(String)) ?? [];
    assert.equal(cells[2]?.[1], 'Vụ việc');
    assert.equal(cells.length, 5);
    assert.match(
      cells[3]?.[9] ?? '',
      /^1\. Rà soát hồ sơ \(hạn 31\/03\/2021; xong 05\/03\/2021\)\n2\. Trình phương án/,
    );
    const list = await writeXlsx({
      sheets: [
        {
          name: 'Danh sách',
          rows: [
            ['Danh sách vụ việc'],
            ['Tên vụ việc', 'Cơ quan chủ trì', 'Thời hạn cuối cùng', 'Lộ trình'],
            ['Thu hồi đất dự án A', 'Sở Tài chính', '31/12/2021', '1. Đo đạc (hạn 30/09/2021)\n2. Bồi thường'],
            ['Công nhận lại quyền sử dụng đất trước ngày 18/12/1980', 'Sở Tài chính', '', ''],
          ],
        },
      ],
    });
    const looked = await head.post('/cases/import/preview', list);
    assert.deepEqual(looked.body.counts, { new: 1, known: 1, wrong: 0 });
    const added = await head.post(`/cases/import?token=${looked.body.token}`, list);
    assert.deepEqual(added.body, { added: 1 });
    const item = (await office.get('/cases?q=thu%20hoi%20dat')).body.items[0];
    assert.deepEqual(
      [item.steps, item.nextStep, item.dueOn],
      [2, { text: 'Đo đạc', dueOn: '2021-09-30' }, '2021-12-31'],
    );
    assert.equal((await head.post(`/cases/import?token=${looked.body.token}`, list)).body.code, 'preview-changed');
    const wrong = await writeXlsx({
      sheets: [
        {
          name: 'a',
          rows: [
            ['Vụ việc', 'Cơ quan phụ trách', 'Thời hạn'],
            ['x', 'Văn phòng', '31/02/2021'],
            ['y', 'Sở Không Có', ''],
          ],
        },
      ],
    });
    const bad = (await head.post('/cases/import/preview', wrong)).body;
    assert.deepEqual(
      bad.rows.map((row: { vi: string }) => row.vi),
      ['Không phải cơ quan của bạn.', 'Không tìm thấy cơ quan “Sở Không Có” đang hoạt động.'],
    );
    assert.equal((await head.post('/cases/import/preview', new Uint8Array(9))).body.code, 'not-a-workbook');
  });

  it('carry links and documents of who answers for them, and stay as long as something is attached', async () => {
    const made = await office.post('/cases', { title: 'Có tài liệu', organisationId: province.office });
    const of = { subjectType: 'case', subjectId: made.body.id };
    const link = { ...of, url: 'https://hatinh.gov.vn/ket-luan', name: 'Kết luận thanh tra' };
    assert.equal((await head.post('/evidence/link', link)).body.code, 'not-yours');
    assert.ok((await office.post('/evidence/link', link)).status < 300);
    const { history } = (await office.get(`/cases/${made.body.id}`)).body;
    assert.match(history[0].done, /Kết luận thanh tra.*Có tài liệu/);
    assert.equal((await office.post(`/cases/${made.body.id}/undo`)).body.code, 'undo-in-the-way');
  });

  it('go altogether when adding is taken back', async () => {
    const made = await office.post('/cases', {
      title: 'Nhầm',
      organisationId: province.office,
      steps: [{ text: 'a' }],
    });
    assert.deepEqual((await office.post(`/cases/${made.body.id}/undo`)).body, { gone: true });
    assert.equal((await office.get(`/cases/${made.body.id}`)).status, 404);
  });
});
