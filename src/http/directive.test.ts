/** Directives over HTTP: given by a leader or in a leader's name, read from a notice of conclusions, withdrawn, undone. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readText } from '#test/support/files.ts';
import { publishPlan } from '#test/support/published-plan.ts';
import { insertReadDocument } from '#test/support/read-document.ts';
import { type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';

describe('directives', () => {
  let server: TestServer;
  let province: TestProvince;
  let office: Client;
  let leader: Client;
  let head: Client;
  let planId: string;
  let taskId: string;

  before(async () => {
    server = await startTestServer();
    server.now = new Date('2021-05-20T02:00:00Z');
    province = await server.province('ha-tinh');
    office = await server.signIn('ha-tinh', 'office');
    leader = await server.signIn('ha-tinh', 'leader');
    head = await server.signIn('ha-tinh', 'agency-lead');
    const made = await publishPlan(server, province, office);
    planId = made.planId;
    taskId = made.taskIds[0] as string;
  });
  after(() => server.close());

  it('of a leader become assigned tasks that the Office verifies', async () => {
    const made = await leader.post('/directives', {
      planId,
      text: 'Sở Tài chính báo cáo tiến độ xây dựng Đề án tái cơ cấu ngân sách.',
      about: { type: 'task', id: taskId },
      leads: [province.department],
      dueOn: '2021-06-05',
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    assert.equal(made.body.givenBy, 'leader Người leader');
    assert.deepEqual([made.body.kind, made.body.givenOn, made.body.about.id], ['directive', '2021-05-20', taskId]);
    const { task } = made.body;
    assert.deepEqual(
      [task.origin, task.state, task.dueOn, task.leads[0].name],
      ['directive', 'assigned', '2021-06-05', 'Sở Tài chính'],
    );
    const accepted = await head.post(`/tasks/${task.id}/acts`, { act: 'accept', version: task.version });
    assert.equal(accepted.body.state, 'accepted');
    const { allowed, acts } = (await office.get(`/tasks/${task.id}`)).body;
    assert.ok(allowed.includes('cancel'));
    assert.deepEqual(
      acts.map((one: { act: string }) => one.act),
      ['accept', 'assign'],
    );
    assert.equal((await office.get(`/directives?task=${task.id}`)).body.items[0].id, made.body.id);
    assert.equal((await office.get(`/directives?about=task:${taskId}`)).body.items.length, 1);
    const undone = await leader.post(`/directives/${made.body.id}/undo`, { version: made.body.version });
    assert.equal(undone.body.code, 'undo-in-the-way');
  });

  it('are written by the Office in the name of a leader, and wait where nobody leads', async () => {
    const body = { planId, text: 'Rà soát các dự án chậm tiến độ.' };
    assert.equal((await office.post('/directives', body)).body.code, 'leader-needed');
    assert.equal((await head.post('/directives', body)).status, 403);
    assert.equal(
      (await office.post('/directives', { ...body, givenBy: 'x', givenOn: '2021-05-21' })).body.code,
      'bad-day',
    );
    const { posts } = (await office.get(`/directives/leaders?plan=${planId}`)).body;
    const made = await office.post('/directives', { ...body, postId: posts[0].id });
    assert.deepEqual([made.body.givenBy, made.body.task.state], ['leader Người leader', 'draft']);
    const led = (id: string) => office.get(`/directives?organisation=${id}`);
    assert.ok((await led(province.department)).body.items.length > 0);
    assert.deepEqual((await led(province.office)).body.items, []);
    const listed = (await office.get(`/directives?plan=${planId}&standing=not-started&q=cham%20tien`)).body.items;
    assert.deepEqual(
      listed.map((one: { id: string }) => one.id),
      [made.body.id],
    );
    const counted = (await office.get(`/tasks/counts?plan=${planId}&origin=directive`)).body;
    assert.equal(counted.total, (await office.get(`/directives?plan=${planId}`)).body.items.length);
    const edited = await office.patch(`/directives/${made.body.id}`, {
      version: made.body.version,
      text: 'Rà soát dự án.',
    });
    assert.equal(edited.body.task.text, 'Rà soát dự án.');
    const late = await leader.patch(`/directives/${made.body.id}`, { version: made.body.version, text: 'Khác' });
    assert.equal(late.body.code, 'conflict');
    const first = await office.post(`/directives/${made.body.id}/undo`, { version: edited.body.version });
    assert.equal(first.body.text, body.text);
    const gone = await office.post(`/directives/${made.body.id}/undo`, { version: first.body.version });
    assert.equal(gone.status, 200);
    assert.equal(gone.body, null);
    assert.equal((await office.get(`/tasks/${made.body.task.id}`)).status, 404);
  });

  it('are withdrawn with a reason, and the task with them, until that is undone', async () => {
    const { items } = (await leader.get(`/directives?about=task:${taskId}`)).body;
    const [one] = items;
    assert.equal(
      (await head.post(`/directives/${one.id}/withdraw`, { version: one.version, reason: 'x' })).status,
      403,
    );
    const withdrawn = await leader.post(`/directives/${one.id}/withdraw`, {
      version: one.version,
      reason: 'Đã giao ở văn bản khác',
    });
    assert.deepEqual(
      [withdrawn.body.withdrawnReason, withdrawn.body.task.state],
      ['Đã giao ở văn bản khác', 'cancelled'],
    );
    assert.equal((await office.get(`/directives?about=task:${taskId}`)).body.items.length, 0);
    const again = await leader.post(`/directives/${one.id}/withdraw`, { version: withdrawn.body.version, reason: 'x' });
    assert.equal(again.body.code, 'withdrawn');
    const undone = await leader.post(`/directives/${one.id}/undo`, { version: withdrawn.body.version });
    assert.deepEqual([undone.body.withdrawnAt, undone.body.task.state], [null, 'accepted']);
    const shown = (await leader.get(`/directives/${one.id}`)).body;
    assert.deepEqual(
      shown.history.map((entry: { text: string }) => entry.text),
      ['Hoàn tác ý kiến chỉ đạo', 'Thu hồi ý kiến chỉ đạo', 'Ý kiến chỉ đạo'],
    );
    assert.equal(shown.mayUndo, true);
    const event = (await office.get('/events?kind=directive')).body.items[0];
    assert.equal(event.kind, 'directive.undone');
  });

  it('are read from a notice of conclusions: leader, bodies, deadlines, sentences', async () => {
    const text = readText('test/fixtures/conclusions/public-investment.txt');
    const documentId = await insertReadDocument(server.services, province.id, text, 'thong-bao.txt');
    const { body } = await office.get(`/documents/${documentId}/directives`);
    assert.equal(body.conclusion, true);
    assert.equal(body.leader.givenBy, 'Chủ tịch UBND tỉnh Võ Trọng Hải');
    assert.equal(body.items.length, 5);
    assert.deepEqual(
      body.items[0].supports.map((one: { name: string }) => one.name),
      ['Sở Tài chính', 'các đơn vị liên quan'],
    );
    assert.equal(body.items[0].dueOn, '2021-06-14');
    for (const item of body.items) assert.equal(text.slice(item.span.start, item.span.end), item.quote);
    const [first, second] = body.items;
    const chosen = {
      planId,
      givenBy: body.leader.givenBy,
      givenOn: body.document.issuedOn,
      items: [
        { itemId: first.itemId, text: first.text, leads: [province.department], dueOn: first.dueOn },
        { itemId: second.itemId, text: second.text },
      ],
    };
    const made = await office.post(`/documents/${documentId}/directives`, chosen);
    assert.equal(made.status, 201, JSON.stringify(made.body));
    assert.deepEqual(
      made.body.items.map((one: { kind: string; task: { state: string }; source: { quote: string } }) => [
        one.kind,
        one.task.state,
        one.source.quote,
      ]),
      [
        ['conclusion', 'assigned', first.quote],
        ['conclusion', 'draft', second.quote],
      ],
    );
    const twice = await office.post(`/documents/${documentId}/directives`, {
      ...chosen,
      items: chosen.items.slice(0, 1),
    });
    assert.equal(twice.body.code, 'already-directive');
    const shown = (await office.get(`/documents/${documentId}/directives`)).body.items;
    assert.deepEqual(
      shown.map((one: { directiveId: string | null }) => one.directiveId !== null),
      [true, true, false, false, false],
    );
    const products = (await office.get(`/deliverables?task=${made.body.items[0].task.id}`)).body.items;
    assert.equal(products[0].name, 'kế hoạch vốn của các dự án chậm tiến độ');
    assert.equal((await office.get(`/deliverables/${products[0].id}`)).body.source.documentId, documentId);
    assert.equal((await office.get(`/directives?document=${documentId}`)).body.items.length, 2);
    const { given } = (await office.get(`/directives/leaders?plan=${planId}`)).body;
    assert.ok(
      given.some((one: { givenBy: string; count: number }) => one.givenBy === body.leader.givenBy && one.count === 2),
    );
  });
});
