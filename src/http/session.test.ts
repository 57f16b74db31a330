/** Sign-in over HTTP, as a person meets it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Client, startTestServer, type TestServer } from '#test/support/server.ts';

describe('sign-in', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
    await server.province('ha-tinh');
    await server.province('hung-yen');
  });
  after(() => server.close());

  it('lets a person in, says who they are, and out again', async () => {
    const client = await server.signIn('ha-tinh', 'office');
    const me = await client.get('/session');
    assert.equal(me.body.person.login, 'office');
    assert.equal(me.body.province.name, 'Hà Tĩnh');
    assert.ok(me.body.rights.includes('plan.publish'));
    assert.equal((await client.delete('/session')).status, 204);
    assert.equal((await client.get('/session')).status, 401);
  });

  it('gives the same answer for a wrong password and for nobody of that name', async () => {
    const client = new Client(server.address);
    const answers = await Promise.all([
      client.post('/session', { province: 'ha-tinh', login: 'leader', password: 'sai' }),
      client.post('/session', { province: 'ha-tinh', login: 'khong-co', password: 'sai' }),
    ]);
    for (const { status, body } of answers) {
      assert.equal(status, 401);
      assert.equal(body.code, 'wrong-sign-in');
    }
  });

  it('locks after five wrong passwords, also for the right one, until the time is over', async () => {
    const client = new Client(server.address);
    for (let i = 0; i < 5; i++)
      await client.post('/session', { province: 'ha-tinh', login: 'officer', password: `sai ${i}` });
    await assert.rejects(server.signIn('ha-tinh', 'officer'), /locked/);
    server.now = new Date(server.now.getTime() + 16 * 60_000);
    await server.signIn('ha-tinh', 'officer');
  });

  it('refuses a session in another province, and a write that another site made the browser send', async () => {
    const client = await server.signIn('ha-tinh', 'admin');
    const forged = new Client(server.address);
    forged.cookie = client.cookie.replace(/=\d+\./, '=2.');
    assert.equal((await forged.get('/session')).status, 401);
    const other = await client.delete('/session', undefined, { 'x-bamsat-csrf': '0' });
    assert.equal(other.body.code, 'cross-site');
    const foreign = await client.delete('/session', undefined, { origin: 'https://example.com' });
    assert.equal(foreign.body.code, 'cross-site');
  });

  it('says what is wrong with which field', async () => {
    const answer = await new Client(server.address).post('/session', { province: 'ha-tinh', login: '' });
    assert.equal(answer.status, 422);
    assert.equal(answer.body.fields.login.vi, 'Chưa nhập.');
    assert.equal(answer.body.fields.password.vi, 'Chưa nhập.');
  });
});
