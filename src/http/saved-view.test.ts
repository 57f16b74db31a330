/** Saved views over HTTP: whose they are, who sees and changes them, and two who change one at once. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Client, startTestServer, type TestServer } from '#test/support/server.ts';

const LATE = { page: 'nhiem-vu', name: 'Quá hạn của Sở Tài chính', search: 'tinh_trang=overdue&tim=%C4%91%E1%BB%81' };

describe('saved views', () => {
  let server: TestServer;
  let head: Client;
  let officer: Client;
  let office: Client;
  before(async () => {
    server = await startTestServer({}, { jobs: false });
    await server.province('ha-tinh');
    head = await server.signIn('ha-tinh', 'agency-lead');
    officer = await server.signIn('ha-tinh', 'officer');
    office = await server.signIn('ha-tinh', 'office');
  });
  after(() => server.close());

  const names = async (who: Client) =>
    (await who.get('/views?page=nhiem-vu')).body.items.map((one: { name: string; mine: boolean; mayEdit: boolean }) => [
      one.name,
      one.mine,
      one.mayEdit,
    ]);

  it('are their owner’s alone until they are shared', async () => {
    const made = await head.post('/views', LATE);
    assert.deepEqual(
      [made.status, made.body.search, made.body.shared, made.body.mayEdit],
      [201, LATE.search, false, true],
    );
    assert.deepEqual(await names(head), [[LATE.name, true, true]]);
    for (const other of [officer, office]) {
      assert.deepEqual(await names(other), []);
      assert.equal((await other.get(`/views/${made.body.id}`)).status, 404);
      assert.equal((await other.patch(`/views/${made.body.id}`, { version: 1, name: 'x' })).status, 404);
      assert.equal((await other.delete(`/views/${made.body.id}`, { version: 1 })).status, 404);
    }
    const shared = await head.patch(`/views/${made.body.id}`, { version: 1, shared: true });
    assert.deepEqual([shared.body.shared, shared.body.version], [true, 2]);
    assert.deepEqual(await names(officer), [[LATE.name, false, false]]);
    assert.equal((await officer.get(`/views/${made.body.id}`)).body.owner, 'Người agency-lead');
  });

  it('are changed by their owner and, when shared, by the Office', async () => {
    const [view] = (await officer.get('/views?page=nhiem-vu')).body.items;
    assert.equal((await officer.patch(`/views/${view.id}`, { version: 2, name: 'Của tôi' })).body.code, 'not-yours');
    assert.equal((await officer.delete(`/views/${view.id}`, { version: 2 })).body.code, 'not-yours');
    const renamed = await office.patch(`/views/${view.id}`, {
      version: 2,
      name: 'Quá hạn',
      search: 'tinh_trang=overdue',
    });
    assert.deepEqual(
      [renamed.body.name, renamed.body.search, renamed.body.mine],
      ['Quá hạn', 'tinh_trang=overdue', false],
    );
    const late = await head.patch(`/views/${view.id}`, { version: 2, search: '' });
    assert.deepEqual([late.body.code, late.body.current.name], ['conflict', 'Quá hạn']);
    assert.equal((await head.delete(`/views/${view.id}`, { version: 2 })).body.code, 'conflict');
    const [log] = (await office.get('/events?area=view')).body.items;
    assert.equal(log.kind, 'view.changed');
  });

  it('have a name of their own among those that stand together', async () => {
    assert.equal((await officer.post('/views', { ...LATE, name: 'quá hạn', shared: true })).body.code, 'name-taken');
    assert.equal((await officer.post('/views', { ...LATE, name: 'Quá hạn' })).status, 201);
    assert.equal((await officer.post('/views', { ...LATE, name: ' ' })).status, 422);
    assert.equal((await officer.post('/views', { ...LATE, page: 'khac' })).status, 422);
    assert.deepEqual(await names(officer), [
      ['Quá hạn', true, true],
      ['Quá hạn', false, false],
    ]);
  });

  it('are gone when they are deleted', async () => {
    const [view] = (await head.get('/views?page=nhiem-vu')).body.items;
    assert.equal((await head.delete(`/views/${view.id}`, { version: view.version })).status, 204);
    assert.deepEqual(await names(head), []);
    assert.equal((await office.get(`/views/${view.id}`)).status, 404);
  });
});
