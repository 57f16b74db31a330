/** Breaking tasks down over HTTP: parts, who may, deadlines, what is told of them, taking back. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { newId } from '#store/ids.ts';
import { insertOrganisations } from '#store/organisations.ts';
import { appoint, insertPerson, insertPost } from '#store/people.ts';
import { publishPlan } from '#test/support/published-plan.ts';
import { type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';

describe('a task that is broken down', { concurrency: false }, () => {
  let server: TestServer;
  let province: TestProvince;
  let office: Client;
  let head: Client;
  let officer: Client;
  let unitId: string;
  let officerPost: string;
  let whole: string;
  let other: string;

  before(async () => {
    server = await startTestServer();
    server.now = new Date('2021-01-05T02:00:00Z');
    province = await server.province('ha-tinh');
    office = await server.signIn('ha-tinh', 'office');
    head = await server.signIn('ha-tinh', 'agency-lead');
    officer = await server.signIn('ha-tinh', 'officer');
    unitId = newId();
    await server.services.database.transaction(province.id, async (scope) => {
      await insertOrganisations(scope, [
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
      ]);
      const [postId, personId] = [newId(), newId()];
      const passwordHash =
        (await scope.db.selectFrom('person').select('password_hash').where('login', '=', 'officer').executeTakeFirst())
          ?.password_hash ?? null;
      await insertPerson(scope, {
        id: personId,
        fullName: 'Trưởng phòng',
        login: 'unit-head',
        email: null,
        passwordHash,
        mustChangePassword: false,
      });
      await insertPost(scope, {
        id: postId,
        organisationId: unitId,
        title: 'Trưởng phòng',
        role: 'agency-lead',
        validFrom: null,
      });
      await appoint(scope, { id: newId(), postId, personId, from: '2020-01-01' });
    });
    const made = await publishPlan(server, province, office);
    [whole, other] = made.taskIds as [string, string];
    await office.post('/tasks/acts', { act: 'assign', ids: made.taskIds });
    const posts = (await head.get(`/posts?organisation=${province.department}`)).body.items;
    officerPost = posts.find((one: { role: string }) => one.role === 'officer').id;
  });
  after(() => server?.close());

  const life = async (id: string) => (await office.get(`/tasks/${id}`)).body.life;
  const partsOf = async (id: string, who = head) => (await who.get(`/tasks/${id}/parts`)).body;
  const add = async (id: string, parts: object[], more: object = {}, who = head) =>
    who.post(`/tasks/${id}/parts`, { version: (await life(id)).version, parts, ...more });
  const act = async (who: Client, id: string, body: object) =>
    who.post(`/tasks/${id}/acts`, { version: (await life(id)).version, ...body });

  it('must be accepted first, and by a head of an agency that leads it', async () => {
    const refused = await add(whole, [{ text: 'Khảo sát' }]);
    assert.deepEqual([refused.status, refused.body.code], [409, 'wrong-state']);
    for (const id of [whole, other]) assert.equal((await act(head, id, { act: 'accept' })).status, 200);
    assert.equal((await add(whole, [{ text: 'Khảo sát' }], {}, office)).body.code, 'not-yours');
    assert.equal((await add(whole, [{ text: 'Khảo sát' }], {}, officer)).body.code, 'not-allowed');
  });

  it('gets several parts at once, each with its period, deadline and who does it', async () => {
    const { status, body } = await add(whole, [
      { text: 'Khảo sát hiện trạng thu, chi', period: '2021-Q1', dueOn: '2021-03-31', organisationId: unitId },
      { text: 'Dự thảo Đề án', period: '2021-05', dueOn: '2021-05-31', postId: officerPost },
      { text: 'Lấy ý kiến các sở, ngành' },
    ]);
    assert.equal(status, 201, JSON.stringify(body));
    assert.deepEqual(
      body.items.map((one: Record<string, unknown>) => [
        one.origin,
        one.state,
        one.period,
        one.dueOn,
        (one.leads as { name: string }[])[0]?.name,
      ]),
      [
        ['breakdown', 'assigned', '2021-Q1', '2021-03-31', 'Phòng Quản lý ngân sách'],
        ['breakdown', 'accepted', '2021-05', '2021-05-31', 'Sở Tài chính'],
        ['breakdown', 'accepted', null, null, 'Sở Tài chính'],
      ],
    );
    const parts = await partsOf(whole);
    assert.deepEqual([parts.total, parts.done, parts.open], [3, 0, 3]);
    assert.equal(parts.warning.vi, 'Còn 3/3 phần việc chưa hoàn thành. Vẫn có thể báo cáo nếu kết quả chung đã đạt.');
    assert.deepEqual(
      parts.bodies.map((one: { name: string }) => one.name),
      ['Sở Tài chính', 'Phòng Quản lý ngân sách'],
    );
    // In the order of the plan parts stand behind their whole and before the next task.
    const { items } = (await office.get('/tasks')).body;
    assert.deepEqual(
      items.map((one: { text: string }) => one.text.slice(0, 8)),
      ['Sở Tài c', 'Khảo sát', 'Dự thảo ', 'Lấy ý ki', 'Sở Tài c'],
    );
    const log = (await office.get('/events?area=task')).body.items[0];
    assert.match(log.sentence ?? log.vi ?? JSON.stringify(log), /thành 3 phần việc/);
  });

  it('may not end after the whole unless that is meant', async () => {
    const refused = await add(whole, [{ text: 'Tổng kết', dueOn: '2021-07-31' }]);
    assert.equal(refused.body.code, 'after-whole');
    assert.match(refused.body.vi, /31\/07\/2021.*29\/06\/2021/);
    const meant = await add(whole, [{ text: 'Tổng kết', dueOn: '2021-07-31', period: '2021-Q2' }], { late: true });
    assert.deepEqual(
      meant.body.warnings.map((one: { code: string }) => one.code),
      ['after-whole', 'outside-period'],
    );
    assert.equal((await head.post(`/tasks/${whole}/parts/undo`)).status, 200);
    assert.equal((await partsOf(whole)).total, 3);
  });

  it('goes to nobody outside the agency', async () => {
    assert.equal((await add(whole, [{ text: 'Việc', organisationId: province.office }])).body.code, 'not-below');
    const [theirs] = (await office.get(`/posts?organisation=${province.office}`)).body.items;
    assert.equal((await add(whole, [{ text: 'Việc', postId: theirs.id }])).body.code, 'not-there');
    assert.equal(
      (await add(whole, [{ text: 'Việc', organisationId: unitId, postId: officerPost }])).body.code,
      'not-there',
    );
    assert.equal((await add(whole, [{ text: 'Việc', period: '2021-Q5' }])).body.code, 'invalid');
  });

  it('tells the second of two heads who break it down at once', async () => {
    const { version } = await life(whole);
    const [first, second] = await Promise.all(
      ['Một', 'Hai'].map((text) => head.post(`/tasks/${whole}/parts`, { version, parts: [{ text }] })),
    );
    assert.deepEqual([first?.status, second?.status].sort(), [201, 409]);
    await head.post(`/tasks/${whole}/parts/undo`);
  });

  it('is changed part by part, and taken back exactly', async () => {
    const before = (await partsOf(whole)).items;
    const part = before[2];
    const changed = await head.patch(`/tasks/${part.id}/part`, {
      version: part.version,
      text: 'Lấy ý kiến các sở, ngành, địa phương',
      dueOn: '2021-04-30',
      organisationId: unitId,
    });
    assert.deepEqual(
      [changed.body.state, changed.body.dueOn, changed.body.leads[0].organisationId],
      ['assigned', '2021-04-30', unitId],
    );
    assert.equal(
      (await head.patch(`/tasks/${part.id}/part`, { version: part.version, text: 'x' })).body.code,
      'conflict',
    );
    assert.equal(
      (await office.patch(`/tasks/${part.id}/part`, { version: changed.body.version, text: 'x' })).body.code,
      'not-yours',
    );
    assert.equal((await office.patch(`/tasks/${whole}/part`, { version: 1, text: 'x' })).body.code, 'not-a-part');
    assert.equal((await head.post(`/tasks/${whole}/parts/undo`)).body.undone, 'task.part-changed');
    const { version: _, ...now } = (await partsOf(whole)).items[2];
    const { version: __, ...was } = part;
    assert.deepEqual(now, was);
  });

  it('loses a part that nobody touched, and gets it back under the same name and address', async () => {
    const [, , part] = (await partsOf(whole)).items;
    const gone = await head.delete(`/tasks/${part.id}/part`, { version: part.version });
    assert.deepEqual(gone.body, { done: 'removed', wholeId: whole });
    assert.equal((await office.get(`/tasks/${part.id}`)).status, 404);
    await head.post(`/tasks/${whole}/parts/undo`);
    const [, , back] = (await partsOf(whole)).items;
    assert.deepEqual([back.id, back.text, back.position], [part.id, part.text, part.position]);
    // The Office takes the same back from the log.
    const again = await head.delete(`/tasks/${part.id}/part`, { version: back.version });
    assert.equal(again.status, 200);
    const [event] = (await office.get('/events?area=task')).body.items;
    assert.equal((await office.post(`/events/${event.id}/undo`, { reason: 'Bỏ nhầm' })).status, 200);
    assert.equal((await partsOf(whole)).total, 3);
  });

  it('is not told of any more to who was given a part that is taken out', async () => {
    const told = async () =>
      (await officer.get('/notices')).body.items.filter((one: { text: string }) => one.text.includes('Phần việc nhầm'))
        .length;
    const made = await add(whole, [{ text: 'Phần việc nhầm', postId: officerPost }]);
    assert.equal(made.status, 201, JSON.stringify(made.body));
    assert.equal(await told(), 1);
    const [part] = made.body.items;
    assert.equal((await head.delete(`/tasks/${part.id}/part`, { version: part.version })).status, 200);
    assert.equal(await told(), 0);
  });

  it('is worked on by whom a part was given, and verified by who gave it', async () => {
    const [first, second] = (await partsOf(whole)).items;
    const unitHead = await server.signIn('ha-tinh', 'unit-head');
    assert.equal((await act(unitHead, first.id, { act: 'accept' })).body.state, 'accepted');
    assert.equal(
      (await act(officer, second.id, { act: 'update', text: 'Đang soạn', progress: '50' })).body.state,
      'in-progress',
    );
    const evidence = newId();
    await server.services.database.transaction(province.id, async ({ db }) => {
      await db
        .insertInto('evidence')
        .values({
          province_id: province.id,
          id: evidence,
          subject_type: 'task',
          subject_id: second.id,
          kind: 'link',
          name: 'Dự thảo',
          url: 'https://example.vn/du-thao',
          added_at: server.now,
        })
        .execute();
    });
    assert.equal((await act(officer, second.id, { act: 'report-done', text: 'Đã có dự thảo' })).body.state, 'reported');
    assert.equal((await act(office, second.id, { act: 'verify' })).body.code, 'not-yours');
    assert.equal((await act(head, second.id, { act: 'verify' })).body.state, 'verified');
    const parts = await partsOf(whole);
    assert.deepEqual([parts.total, parts.done, parts.open], [3, 1, 2]);
    const { total, counts } = (await office.get(`/tasks/counts?parent=${whole}`)).body;
    assert.deepEqual([total, counts['done-on-time']], [3, 1]);
    // A part that was worked on can only be cancelled, with a reason.
    const touched = (await partsOf(whole)).items[0];
    const bare = await head.delete(`/tasks/${touched.id}/part`, { version: touched.version });
    assert.equal(bare.body.code, 'text-needed');
    const ended = await head.delete(`/tasks/${touched.id}/part`, {
      version: touched.version,
      reason: 'Gộp vào việc khác',
    });
    assert.equal(ended.body.done, 'cancelled');
    assert.equal((await partsOf(whole)).open, 1);
  });

  it('goes four levels deep and no further', async () => {
    let at = (await add(other, [{ text: 'Cấp 1' }])).body.items[0];
    for (const text of ['Cấp 2', 'Cấp 3', 'Cấp 4']) {
      const made = await add(at.id, [{ text }]);
      assert.equal(made.status, 201, text);
      [at] = made.body.items;
    }
    assert.equal((await add(at.id, [{ text: 'Cấp 5' }])).body.code, 'too-deep');
    const { parents } = (await office.get(`/tasks/${at.id}`)).body;
    assert.deepEqual(
      parents.slice(1).map((one: { text: string }) => one.text),
      ['Cấp 1', 'Cấp 2', 'Cấp 3'],
    );
    // What stands above open parts is not taken out.
    const [top] = (await partsOf(other)).items;
    assert.equal((await head.delete(`/tasks/${top.id}/part`, { version: top.version })).body.code, 'has-parts');
    assert.equal((await head.post(`/tasks/${other}/parts/undo`)).body.code, 'undo-in-the-way');
  });
});
