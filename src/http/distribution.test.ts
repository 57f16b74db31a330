/** Distribution over HTTP: sent by the office, opened and acknowledged by a department, letters by a real mail server. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { uploadAndRead } from '#test/support/documents.ts';
import { type MailServerForTests, startMailServer } from '#test/support/mail-server.ts';
import { type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';

describe('distribution', () => {
  let mail: MailServerForTests;
  let server: TestServer;
  let province: TestProvince;
  let office: Client;
  let officer: Client;
  let document: { id: string };
  before(async () => {
    mail = await startMailServer();
    server = await startTestServer({ mailUrl: `smtp://127.0.0.1:${mail.port}` });
    province = await server.province('ha-tinh');
    await server.province('hung-yen');
    office = await server.signIn('ha-tinh', 'office');
    officer = await server.signIn('ha-tinh', 'officer');
    document = await uploadAndRead(
      server,
      office,
      'kh.txt',
      Buffer.from('KẾ HOẠCH\nVề việc làm năm 2022\nNăm 2022, thu ngân sách đạt 10 tỷ đồng.\n'),
    );
  });
  after(async () => {
    await server.close();
    await mail.stop();
  });
  const path = () => `/documents/${document.id}/distribution`;
  const send = (client: Client, ids: string[]) => client.post(path(), { organisationIds: ids, note: 'Để thực hiện' });

  it('sends to organisations once, and writes to their people', async () => {
    assert.equal((await send(officer, [province.department])).status, 403);
    const first = await send(office, [province.department]);
    assert.equal(first.status, 201);
    assert.equal(first.body.sent, 1);
    assert.equal((await send(office, [province.department])).body.sent, 0);
    for (const to of ['agency-lead@example.vn', 'officer@example.vn']) {
      const letter = await mail.letter(to, 'Văn bản mới');
      assert.match(letter.parts.get('text/plain') ?? '', new RegExp(document.id));
    }
    const strange = await send(office, ['00000000-0000-7000-8000-000000000000']);
    assert.equal(strange.body.code, 'unknown-organisation');
  });

  it('shows the department what it was sent, and the office that it was opened and acknowledged', async () => {
    const [received] = (await officer.get('/distributions/received?waiting=true')).body.items;
    assert.equal(received.document.id, document.id);
    assert.equal(received.note, 'Để thực hiện');
    assert.equal(received.openedAt, null);
    const leader = await server.signIn('ha-tinh', 'leader');
    await leader.get(`/documents/${document.id}/text`);
    assert.equal((await office.get(path())).body.items[0].openedAt, null);
    await officer.get(`/documents/${document.id}/text`);
    const [opened] = (await office.get(path())).body.items;
    assert.equal(opened.openedBy.name, 'Người officer');
    assert.equal(opened.acknowledgedAt, null);
    assert.equal((await leader.post(`/distributions/${received.id}/acknowledge`, {})).status, 404);
    const done = await officer.post(`/distributions/${received.id}/acknowledge`, {});
    assert.equal(done.body.acknowledgedBy.name, 'Người officer');
    assert.deepEqual((await officer.get('/distributions/received?waiting=true')).body.items, []);
    assert.equal((await office.post(`/distributions/${received.id}/remind`, {})).body.code, 'acknowledged-already');
  });

  it('reminds who has not acknowledged, but not twice in an hour, and calls back', async () => {
    const { items } = (await send(office, [province.office])).body;
    const sent = items.find((one: { organisation: { id: string } }) => one.organisation.id === province.office);
    const reminded = await office.post(`/distributions/${sent.id}/remind`, {});
    assert.equal(reminded.body.reminders, 1);
    assert.equal((await office.post(`/distributions/${sent.id}/remind`, {})).body.code, 'reminded-just-now');
    const late = await office.post(`/distributions/${sent.id}/recall`, { version: sent.version });
    assert.equal(late.status, 409);
    const recalled = await office.post(`/distributions/${sent.id}/recall`, { version: reminded.body.version });
    assert.ok(recalled.body.recalledAt);
    assert.deepEqual((await office.get('/distributions/received')).body.items, []);
    assert.equal((await send(office, [province.office])).body.sent, 1);
  });

  it('is shown to an organisation only as far as it concerns it, and to no other province', async () => {
    const mine = (await officer.get(path())).body.items;
    assert.deepEqual(
      mine.map((one: { organisation: { id: string } }) => one.organisation.id),
      [province.department],
    );
    const stranger = await server.signIn('hung-yen', 'office');
    assert.equal((await stranger.get(path())).status, 404);
    assert.equal((await stranger.post(`/distributions/${mine[0].id}/remind`, {})).status, 404);
  });
});
