/** Notices over HTTP: acts are told to the posts that they concern, once, live, and taken back with the act. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { newId } from '#store/ids.ts';
import { appoint, insertPerson, insertPost } from '#store/people.ts';
import { publishPlan } from '#test/support/published-plan.ts';
import { type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';
import { tellOfTheDay } from '#usecase/notice-daily.ts';

interface Told {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  readonly link: string;
  readonly readAt: string | null;
}

describe('notices', () => {
  let server: TestServer;
  let province: TestProvince;
  let office: Client;
  let head: Client;
  let officer: Client;
  let planId: string;
  let first: string;
  let second: string;

  before(async () => {
    server = await startTestServer({}, { jobs: false });
    server.now = new Date('2021-01-05T02:00:00Z');
    province = await server.province('ha-tinh');
    office = await server.signIn('ha-tinh', 'office');
    head = await server.signIn('ha-tinh', 'agency-lead');
    officer = await server.signIn('ha-tinh', 'officer');
    const made = await publishPlan(server, province, office);
    planId = made.planId;
    [first, second] = made.taskIds as [string, string];
  });
  after(() => server.close());

  const tick = () => {
    server.now = new Date(server.now.getTime() + 1000);
  };
  const act = async (who: Client, id: string, body: Record<string, unknown>) => {
    tick();
    const { version } = (await who.get(`/tasks/${id}`)).body.life;
    const answer = await who.post(`/tasks/${id}/acts`, { version, ...body });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body;
  };
  const told = async (who: Client, query = ''): Promise<Told[]> => (await who.get(`/notices${query}`)).body.items;
  const unread = async (who: Client): Promise<number> => (await who.get('/notices/count')).body.unread;

  it('tell the head of the agency what was assigned, with its deadline and the way to it', async () => {
    await act(office, first, { act: 'assign' });
    const [notice] = await told(head);
    assert.equal(notice?.title, 'Được giao chủ trì nhiệm vụ, thời hạn 29/06/2021');
    assert.match(notice?.text ?? '', /Đề án tái cơ cấu ngân sách/);
    assert.equal(notice?.link, `/nhiem-vu/${first}`);
    assert.deepEqual([await unread(head), await unread(officer)], [1, 0]);
    // Who did it is not told of it.
    assert.equal(await unread(office), 0);
  });

  it('tell the Office what was accepted and asked, the agency what was answered, the doer who was named', async () => {
    await act(head, first, { act: 'accept' });
    const post = (await officer.get('/session')).body.post.id;
    await act(head, first, { act: 'name-doer', postId: post });
    await act(head, first, { act: 'ask-extension', dueOn: '2021-08-31', text: 'Chờ ý kiến Bộ Tài chính' });
    assert.deepEqual(
      (await told(office)).map((one) => one.title),
      ['Sở Tài chính xin gia hạn đến 31/08/2021', 'Sở Tài chính đã tiếp nhận nhiệm vụ'],
    );
    assert.match((await told(office))[0]?.text ?? '', /Lý do: Chờ ý kiến Bộ Tài chính$/);
    await act(office, first, { act: 'grant-extension' });
    assert.deepEqual(
      (await told(officer)).map((one) => one.title),
      ['Đồng ý gia hạn đến 31/08/2021', 'Được phân công thực hiện nhiệm vụ, thời hạn 29/06/2021'],
    );
    assert.equal((await told(head))[0]?.title, 'Đồng ý gia hạn đến 31/08/2021');
  });

  it('are taken back with the act while nobody has read them, and corrected where somebody has', async () => {
    await act(office, first, { act: 'remind', text: 'Đề nghị khẩn trương' });
    const undo = async () => {
      tick();
      const { version } = (await office.get(`/tasks/${first}`)).body.life;
      return office.post(`/tasks/${first}/undo`, { version });
    };
    await act(office, first, { act: 'suspend', text: 'Chờ quy hoạch' });
    const before = await unread(head);
    assert.equal((await undo()).status, 200);
    assert.equal(await unread(head), before - 1);
    await act(office, first, { act: 'suspend', text: 'Chờ quy hoạch' });
    const [suspended] = await told(head);
    await head.post('/notices/read', { ids: [suspended?.id] });
    assert.equal((await undo()).status, 200);
    assert.equal((await told(head))[0]?.title, 'Đã hoàn tác: nhiệm vụ tạm dừng');
  });

  it('go on page by page, and are read off one by one or all at once', async () => {
    const one = (await head.get('/notices?limit=2')).body;
    const two = (await head.get(`/notices?limit=200&cursor=${one.nextCursor}`)).body;
    assert.deepEqual([...one.items, ...two.items], (await head.get('/notices')).body.items);
    assert.equal((await head.get('/notices?cursor=abc')).status, 400);
    const all: Told[] = await told(head, '?unread=1');
    assert.equal(all.length, await unread(head));
    // Of another post nothing is read off.
    assert.equal((await officer.post('/notices/read', { ids: all.map((notice) => notice.id) })).status, 404);
    assert.equal(await unread(head), all.length);
    assert.equal((await head.post('/notices/read', { until: server.now.toISOString() })).body.unread, 0);
    assert.deepEqual(await told(head, '?unread=1'), []);
    assert.ok((await told(head)).length > all.length);
  });

  it('make one of many that were done at one stroke', async () => {
    const text = Array.from(
      { length: 5 },
      (_, i) => `${i + 1}. Sở Tài chính chủ trì rà soát nội dung ${'ABCDE'[i]}, hoàn thành trước ngày 30/9/2021.`,
    );
    const more = await publishPlan(
      server,
      province,
      office,
      `HỘI ĐỒNG NHÂN DÂN TỈNH HÀ TĨNH\nSố: 02/NQ-HĐND\nHà Tĩnh, ngày 11 tháng 12 năm 2020\nNGHỊ QUYẾT\nVề một số nhiệm vụ năm 2021\n\nIII. NHIỆM VỤ\n${text.join('\n')}\n`,
    );
    const before = await unread(head);
    tick();
    await office.post('/tasks/acts', { act: 'assign', ids: more.taskIds });
    assert.ok(more.taskIds.length > 3);
    assert.equal(await unread(head), before + 1);
    assert.equal((await told(head))[0]?.title, `Được giao chủ trì nhiệm vụ (${more.taskIds.length} nhiệm vụ)`);
  });

  it('are heard live by the post that they are for, and by no other', async () => {
    const stop = new AbortController();
    const line = async (client: Client) => {
      const response = await fetch(`${client.address}/api/v1/live?topics=notice,task`, {
        headers: { cookie: client.cookie },
        signal: stop.signal,
      });
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      let text = '';
      return async (until: RegExp) => {
        while (!until.test(text)) text += (await reader?.read())?.value ?? '';
        return text;
      };
    };
    const [forHead, forOfficer] = [await line(head), await line(officer)];
    await Promise.all([forHead(/event: hello/), forOfficer(/event: hello/)]);
    const post = (await head.get('/session')).body.post.id;
    await act(office, second, { act: 'assign' });
    assert.match(await forHead(/event: notice/), new RegExp(`event: notice:${post}`));
    // The act itself is told to both; behind it nothing of the head's notice has come.
    assert.doesNotMatch(await forOfficer(new RegExp(`event: task:${second}`)), /event: notice/);
    server.services.hub.tell(province.id, 'notice:', {});
    server.services.hub.tell(province.id, 'document', { id: 'the last' });
    stop.abort();
  });

  it('tell of directives: who is to carry them out, else the Office; gone with them when they are taken back', async () => {
    const leader = await server.signIn('ha-tinh', 'leader');
    const give = async (leads: string[]) => {
      tick();
      const text = 'Báo cáo tiến độ xây dựng Đề án tái cơ cấu ngân sách.';
      const made = await leader.post('/directives', { planId, text, leads, dueOn: '2021-03-01' });
      assert.equal(made.status, 201, JSON.stringify(made.body));
      return made.body;
    };
    const directive = await give([province.department]);
    const [notice] = await told(head);
    assert.deepEqual(
      [notice?.kind, notice?.title],
      ['directive', 'Ý kiến chỉ đạo của leader Người leader, thời hạn 01/03/2021'],
    );
    const before = await unread(head);
    const undone = await leader.post(`/directives/${directive.id}/undo`, { version: directive.version });
    assert.equal(undone.status, 200, JSON.stringify(undone.body));
    assert.equal(await unread(head), before - 1);
    await give([]);
    assert.equal((await told(office))[0]?.title, 'Ý kiến chỉ đạo của leader Người leader, chờ giao');
  });

  it('tell of plans of action that are due, as the page of them counts', async () => {
    const { body } = await office.get(`/plans/${planId}/action-plans`);
    await office.put(`/plans/${planId}/action-plan-due`, { version: body.planVersion, dueOn: '2021-01-10' });
    await tellOfTheDay(server.services, province.id);
    await tellOfTheDay(server.services, province.id);
    const due = (await told(head)).filter((one) => one.kind === 'action-plan');
    assert.deepEqual(
      due.map((one) => one.title),
      ['Ban hành kế hoạch hành động: còn 5 ngày đến hạn (10/01/2021)'],
    );
  });

  it('pass to whoever holds the post next; who holds none has none', async () => {
    const before = (await told(head)).length;
    const ids = { person: newId(), lone: newId(), post: newId() };
    const hash = await server.services.database
      .scope(province.id)
      .db.selectFrom('person')
      .select('password_hash')
      .where('id', '=', province.people.office)
      .executeTakeFirstOrThrow();
    const post = (await head.get('/session')).body.post.id;
    await server.services.database.transaction(province.id, async (scope) => {
      const person = (id: string, login: string) => ({
        id,
        login,
        fullName: `Bà ${login}`,
        email: null,
        passwordHash: hash.password_hash,
        mustChangePassword: false,
      });
      await insertPerson(scope, person(ids.person, 'ke-nhiem'));
      await insertPerson(scope, person(ids.lone, 'chua-co'));
      await insertPost(scope, {
        id: ids.post,
        organisationId: province.department,
        title: 'Phó Giám đốc',
        role: 'officer',
        validFrom: null,
      });
      await appoint(scope, { id: newId(), postId: post, personId: ids.person, from: '2021-01-01' });
    });
    assert.equal((await told(await server.signIn('ha-tinh', 'ke-nhiem'))).length, before);
    const lone = await server.signIn('ha-tinh', 'chua-co');
    assert.deepEqual([await told(lone), await unread(lone)], [[], 0]);
  });

  it('come by letter as each person wishes', async () => {
    const usual = (await head.get('/notices/settings')).body;
    assert.deepEqual(usual, {
      digest: true,
      hour: '07:30',
      weekdays: [1, 2, 3, 4, 5],
      atOnce: [],
      quietUntil: null,
      version: 0,
      email: 'agency-lead@example.vn',
      mail: false,
    });
    const { email: _, mail: __, ...wish } = { ...usual, hour: '08:00', atOnce: ['returned'], quietUntil: '2021-02-01' };
    const saved = await head.put('/notices/settings', wish);
    assert.deepEqual([saved.status, saved.body.hour, saved.body.version], [200, '08:00', 1]);
    assert.equal((await head.put('/notices/settings', wish)).status, 409);
    assert.equal((await head.put('/notices/settings', { ...wish, version: 1, hour: '03:17' })).status, 422);
    assert.equal((await officer.get('/notices/settings')).body.version, 0);
  });
});
