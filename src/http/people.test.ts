/** People, posts, settings and tokens over HTTP. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addDays, dateIn } from '#base/date.ts';
import { Client, PASSWORD, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';

let server: TestServer;
let haTinh: TestProvince;
let hungYen: TestProvince;
let admin: Client;
const today = () => dateIn(server.now);

before(async () => {
  server = await startTestServer();
  haTinh = await server.province('ha-tinh');
  hungYen = await server.province('hung-yen');
  admin = await server.signIn('ha-tinh', 'admin');
});
after(() => server.close());

const add = (fullName: string, login: string, email: string | null = null) =>
  admin.post('/people', { fullName, login, email, deliver: 'link' });

describe('people', () => {
  it('are added with a link to set the first password, and then sign in', async () => {
    const added = await add('Nguyễn Thị Hòa', 'nt.hoa', 'hoa@hatinh.gov.vn');
    assert.equal(added.status, 201);
    const [, token] = /#(.+)$/.exec(added.body.link) as unknown as [string, string];
    const visitor = new Client(server.address);
    assert.equal((await visitor.post('/password-resets/look', { token })).body.purpose, 'invitation');
    assert.equal((await visitor.put('/password-resets', { token, password: PASSWORD })).status, 204);
    const hoa = await server.signIn('ha-tinh', 'NT.Hoa');
    const me = await hoa.get('/session');
    assert.equal(me.body.post, null);
    assert.deepEqual(me.body.rights, []);
    assert.equal((await hoa.get('/documents')).body.code, 'not-allowed');
    assert.equal((await add('Khác', 'NT.HOA')).body.code, 'login-taken');
    assert.equal((await add('Khác', 'khac', 'HOA@hatinh.gov.vn')).body.code, 'email-taken');
    assert.equal(
      (await admin.post('/people', { fullName: 'X', login: 'xx', email: null, deliver: 'mail' })).body.code,
      'no-email',
    );
  });

  it('are found with or without tone marks, page by page, by role and organisation', async () => {
    for (const text of ['hoa', 'Hòa', 'hoà', 'nguyen hoa', 'NT.HOA'])
      assert.equal(
        (await admin.get(`/people?text=${encodeURIComponent(text)}`)).body.items[0]?.fullName,
        'Nguyễn Thị Hòa',
        text,
      );
    assert.equal((await admin.get('/people?text=%25')).body.items.length, 0);
    const names: string[] = [];
    let cursor = '';
    do {
      const { body } = await admin.get(`/people?limit=3${cursor && `&cursor=${cursor}`}`);
      names.push(...body.items.map((one: { fullName: string }) => one.fullName));
      cursor = body.nextCursor ?? '';
    } while (cursor);
    assert.equal(new Set(names).size, names.length);
    assert.equal(names.length, 8);
    assert.deepEqual(names, [...names].sort(new Intl.Collator('vi').compare));
    const offices = await admin.get(`/people?role=officer&organisation=${haTinh.department}`);
    assert.deepEqual(
      offices.body.items.map((one: { id: string }) => one.id),
      [haTinh.people.officer],
    );
  });

  it('show how they sign in to who manages them only', async () => {
    const office = await server.signIn('ha-tinh', 'office');
    assert.equal((await office.get(`/people/${haTinh.people.leader}`)).body.account, null);
    assert.equal((await admin.get(`/people/${haTinh.people.leader}`)).body.account.login, 'leader');
  });

  it('are changed by one at a time', async () => {
    const { body } = await admin.get(`/people/${haTinh.people.supervisor}`);
    const both = await Promise.all(
      ['Giám sát một', 'Giám sát hai'].map((fullName) =>
        admin.patch(`/people/${body.id}`, { version: body.version, fullName }),
      ),
    );
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
    const lost = both.find(({ status }) => status === 409);
    assert.equal(lost?.body.current.version, body.version + 1);
  });

  it('who are disabled are out at once, and come back', async () => {
    const officer = await server.signIn('ha-tinh', 'officer');
    assert.equal((await officer.get('/documents')).status, 200);
    const { body } = await admin.get(`/people/${haTinh.people.officer}`);
    const off = await admin.post(`/people/${body.id}/disable`, { version: body.version, reason: 'Nghỉ hưu' });
    assert.equal(off.body.state, 'disabled');
    assert.equal((await officer.get('/documents')).status, 401);
    await assert.rejects(server.signIn('ha-tinh', 'officer'), /wrong-sign-in/);
    await admin.post(`/people/${body.id}/enable`, { version: off.body.version });
    await server.signIn('ha-tinh', 'officer');
  });

  it('can have what is known of them, and can be forgotten', async () => {
    const { body: added } = await add('Trần Văn Quên', 'tv.quen', 'quen@hatinh.gov.vn');
    const { id, version } = added.person;
    const data = await admin.get(`/people/${id}/data`);
    assert.equal(data.body.person.email, 'quen@hatinh.gov.vn');
    assert.ok(data.body.events.some((event: { kind: string }) => event.kind === 'person.added'));
    const early = await admin.post(`/people/${id}/anonymise`, { version, reason: 'Theo yêu cầu' });
    assert.equal(early.body.code, 'person-active');
    const off = await admin.post(`/people/${id}/disable`, { version });
    const gone = await admin.post(`/people/${id}/anonymise`, { version: off.body.version, reason: 'Theo yêu cầu' });
    assert.equal(gone.body.fullName, 'Người dùng đã xóa');
    assert.equal(gone.body.email, null);
    assert.equal((await admin.get('/people?text=quen')).body.items.length, 0);
    assert.equal((await admin.patch(`/people/${id}`, { version: gone.body.version, fullName: 'A' })).status, 409);
  });
});

describe('posts', () => {
  it('give rights to who holds them, from–to, and take them at once', async () => {
    const made = await admin.post('/posts', {
      organisationId: haTinh.department,
      title: 'Phó Giám đốc',
      role: 'agency-lead',
    });
    assert.equal(made.status, 201);
    const { body: found } = await admin.get('/people?text=nt.hoa');
    const personId = found.items[0].id;
    const at = `/posts/${made.body.id}/holders`;
    const appointed = await admin.post(at, { personId, from: today(), reason: 'Quyết định 12/QĐ' });
    assert.equal(appointed.status, 201);
    assert.equal((await admin.post(at, { personId, from: today() })).body.code, 'already-holds');
    const hoa = await server.signIn('ha-tinh', 'nt.hoa');
    assert.ok((await hoa.get('/session')).body.rights.includes('person.read'));
    const second = await admin.post('/posts', { organisationId: haTinh.office, title: 'Thư ký', role: 'officer' });
    await admin.post(`/posts/${second.body.id}/holders`, { personId, from: today() });
    const before = hoa.cookie;
    const chosen = await hoa.put('/session/post', { postId: second.body.id });
    assert.equal(chosen.body.post.title, 'Thư ký');
    assert.notEqual(hoa.cookie, before, 'another token');
    assert.equal((await hoa.put('/session/post', { postId: made.body.id })).status, 200);
    const ended = await admin.post(`/holdings/${appointed.body.holders[0].id}/end`, { on: today() });
    assert.equal(ended.body.holders.length, 0, 'one that never held is taken back');
    assert.equal((await hoa.get('/people')).body.code, 'not-allowed');
    const over = await admin.post(`/posts/${second.body.id}/end`, {
      version: second.body.version,
      on: addDays(today(), 1),
    });
    assert.equal(over.body.validTo, addDays(today(), 1));
    assert.equal(over.body.holders[0].to, addDays(today(), 1));
  });

  it('of another province are not to be had', async () => {
    const there = await server.signIn('hung-yen', 'admin');
    const { body } = await there.get('/posts');
    const foreign = await admin.post(`/posts/${body.items[0].id}/holders`, {
      personId: haTinh.people.officer,
      from: today(),
    });
    assert.equal(foreign.status, 404);
    const mine = (await admin.get('/posts')).body.items[0].id;
    const stranger = await admin.post(`/posts/${mine}/holders`, { personId: hungYen.people.officer, from: today() });
    assert.equal(stranger.status, 404);
    const body2 = { organisationId: hungYen.department, title: 'X', role: 'officer' };
    assert.equal((await admin.post('/posts', body2)).status, 404);
  });

  it('leave the province an administrator, whoever is taken away and however many at once', async () => {
    const { body } = await admin.get('/people?role=admin&state=active');
    assert.equal(body.items.length, 2);
    const both = await Promise.all(
      body.items.map((one: { id: string; version: number }) =>
        admin.post(`/people/${one.id}/disable`, { version: one.version }),
      ),
    );
    const ok = both.filter(({ status }) => status === 200);
    assert.equal(ok.length, 1);
    const left = both.find(({ status }) => status !== 200);
    assert.ok(['last-administrator', 'not-signed-in'].includes(left?.body.code), left?.body.code);
    admin = await server.signIn('ha-tinh', ok[0]?.body.account.login === 'admin' ? 'first' : 'admin');
    const { body: last } = await admin.get('/people?role=admin&state=active');
    const [one] = last.items;
    assert.equal(last.items.length, 1);
    const post = one.posts[0];
    const relieved = await admin.post(`/holdings/${post.holdingId}/end`, { on: addDays(today(), 30) });
    assert.equal(relieved.body.code, 'last-administrator');
    const { body: posts } = await admin.get('/posts?limit=200');
    const { version } = posts.items.find(({ id }: { id: string }) => id === post.id);
    const changed = await admin.patch(`/posts/${post.id}`, { version, role: 'officer' });
    assert.equal(changed.body.code, 'last-administrator');
    const ended = await admin.post(`/posts/${post.id}/end`, { version, on: addDays(today(), 1) });
    assert.equal(ended.body.code, 'last-administrator');
  });
});

describe('tokens of machines', () => {
  it('open what they are for, and nothing else', async () => {
    const made = await admin.post(
      '/tokens',
      { name: 'Trục liên thông', scopes: ['organisation.read'], expiresOn: addDays(today(), 10) },
      { 'idempotency-key': 'tokens-are-not-kept' },
    );
    assert.equal(made.status, 201);
    const { token, id } = made.body;
    const machine = new Client(server.address);
    const bearer = { authorization: `Bearer ${token}` };
    assert.equal((await machine.get('/posts', bearer)).status, 200);
    assert.equal((await machine.get('/documents', bearer)).body.code, 'not-allowed');
    assert.equal((await machine.get('/people', bearer)).body.code, 'not-for-machines');
    assert.equal((await machine.get('/session', bearer)).body.code, 'not-for-machines');
    const inCookie = new Client(server.address);
    inCookie.cookie = `bamsat_session=${token}`;
    assert.equal((await inCookie.get('/posts')).status, 401);
    assert.equal(
      (await machine.get('/posts', { authorization: `Bearer ${admin.cookie.split('=')[1]?.split(';')[0]}` })).status,
      401,
    );
    const { body } = await admin.get('/tokens');
    assert.equal(body.items[0].name, 'Trục liên thông');
    assert.ok(!JSON.stringify(body).includes(token));
    const kept = await server.services.database.scope(haTinh.id).db.selectFrom('idempotency').selectAll().execute();
    assert.ok(!JSON.stringify(kept).includes(token));
    await admin.delete(`/tokens/${id}`);
    assert.equal((await machine.get('/posts', bearer)).status, 401);
    const late = await admin.post('/tokens', { name: 'x', scopes: ['plan.read'], expiresOn: addDays(today(), 500) });
    assert.equal(late.body.code, 'date-order');
    const more = await admin.post('/tokens', { name: 'x', scopes: ['setting.edit'], expiresOn: today() });
    assert.equal(more.status, 422);
  });

  it('end with their day', async () => {
    const { body } = await admin.post('/tokens', { name: 'x', scopes: ['organisation.read'], expiresOn: today() });
    const bearer = { authorization: `Bearer ${body.token}` };
    assert.equal((await new Client(server.address).get('/posts', bearer)).status, 200);
    const was = server.now;
    server.now = new Date(Date.parse(body.expiresAt) + 6000);
    assert.equal((await new Client(server.address).get('/posts', bearer)).status, 401);
    server.now = was;
  });
});

describe('settings', () => {
  it('name the province anew, one writer at a time', async () => {
    const { province } = (await admin.get('/settings')).body;
    const named = await admin.put('/settings/province', { version: province.version, name: 'Hà Tĩnh (thử)' });
    assert.equal(named.body.province.name, 'Hà Tĩnh (thử)');
    assert.equal((await admin.get('/session')).body.province.name, 'Hà Tĩnh (thử)');
    assert.equal((await admin.put('/settings/province', { version: province.version, name: 'x' })).status, 409);
    assert.equal((await admin.post('/settings/mail/test', { to: 'a@b.vn' })).body.code, 'mail-not-configured');
  });
});
