/** The first run: an empty server, its code, the first province and its administrator. */
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { Client, PASSWORD, startTestServer, type TestServer } from '#test/support/server.ts';

let server: TestServer;
before(async () => {
  server = await startTestServer();
});
after(() => server.close());

const first = { province: 'ha-tinh', fullName: 'Lê Quản Trị', login: 'quantri', password: PASSWORD };

it('asks for the code that the server wrote, once', async () => {
  const client = new Client(server.address);
  const setup = await client.get('/setup');
  assert.equal(setup.body.empty, true);
  assert.equal(setup.body.catalogue.length, 34);
  const file = join(server.config.data, 'setup-code');
  assert.equal(statSync(file).mode & 0o777, 0o600);
  const code = readFileSync(file, 'utf8').trim();
  assert.equal((await client.post('/setup', { ...first, code: 'AAAA-BBBB-CCCC' })).body.code, 'wrong-setup-code');
  assert.equal((await client.post('/setup', { ...first, code, password: 'ngắn' })).body.code, 'weak-password');
  const both = await Promise.all([
    client.post('/setup', { ...first, code }),
    new Client(server.address).post('/setup', { ...first, code, province: 'hung-yen' }),
  ]);
  assert.deepEqual(both.map(({ status }) => status).sort(), [201, 409]);
  const done = await new Client(server.address).get('/setup');
  assert.equal(done.body.empty, false);
  assert.equal(done.body.provinces.length, 1);
  assert.throws(() => statSync(file));
  const again = await new Client(server.address).post('/setup', { ...first, code, province: 'gia-lai' });
  assert.equal(again.body.code, 'already-set-up');
});

it('gives the province its organisations, and an administrator who can begin', async () => {
  const admin = new Client(server.address);
  const [{ slug }] = (await admin.get('/setup')).body.provinces;
  const me = await admin.post('/session', { province: slug, login: 'quantri', password: PASSWORD });
  assert.equal(me.body.post.role, 'admin');
  assert.match(me.body.post.organisation.name, /^Văn phòng/);
  const rows = await server.services.database
    .scope(1)
    .db.selectFrom('organisation')
    .select(['code'])
    .where('code', 'in', ['so-tai-chinh', 'ubnd-tinh', 'van-phong-ubnd-tinh'])
    .execute();
  assert.equal(rows.length, 3);
});
