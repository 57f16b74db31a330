/** Webhooks told for real: signed, tried again, given up and paused, sent again, never to the own network; a killed server. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';
import { ServerProcess, setUp } from '#test/support/server-process.ts';
import { isSigned, type Told, WebhookReceiver } from '#test/support/webhook-receiver.ts';
import { isPrivateAddress } from '#usecase/webhook-send.ts';
import { deliverWebhook, tellWebhooks } from '#usecase/webhook-tell.ts';

/** The eighth try is the last. */
const BEFORE_LAST = 7;

/** Answers of the database that nobody announces are asked for until they are there. */
async function eventually<T>(ask: () => Promise<T | null | undefined | false>): Promise<T> {
  for (;;) {
    const found = await ask();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

describe('webhooks', { concurrency: false }, () => {
  let server: TestServer;
  let province: TestProvince;
  let admin: Client;
  let office: Client;
  let receiver: WebhookReceiver;
  let id: string;
  let secret: string;

  before(async () => {
    receiver = await WebhookReceiver.start();
    server = await startTestServer({ webhookPrivate: 'yes', webhookSeconds: '1' });
    province = await server.province('ha-tinh');
    admin = await server.signIn('ha-tinh', 'admin');
    office = await server.signIn('ha-tinh', 'office');
  });
  after(async () => {
    await server.close();
    await receiver.close();
  });

  const addCase = async (title: string) => {
    const made = await office.post('/cases', { title, organisationId: province.department });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    return made.body.id as string;
  };
  const about = (subject: string) => (told: Told) => told.body.subject.id === subject;
  const deliveries = async (query = '') => (await admin.get(`/webhooks/${id}/deliveries${query}`)).body.items;
  const ofSubject = async (caseId: string) => {
    const { db } = server.services.database.scope(province.id);
    const row = await db
      .selectFrom('webhook_delivery')
      .selectAll()
      .where('webhook_id', '=', id)
      .where('body', 'like', `%${caseId}%`)
      .executeTakeFirst();
    return row;
  };

  it('are kept by administrators; the secret is shown once and sealed', async () => {
    const body = { name: 'Trung tâm điều hành', url: receiver.url, kinds: ['case.*', 'task.verified'] };
    assert.equal((await office.post('/webhooks', body)).status, 403);
    assert.equal((await admin.post('/webhooks', { ...body, kinds: ['password.*'] })).status, 422);
    assert.equal((await admin.post('/webhooks', { ...body, url: 'ftp://a.vn' })).status, 422);
    const made = await admin.post('/webhooks', body);
    assert.equal(made.status, 201, JSON.stringify(made.body));
    ({ id, secret } = made.body);
    assert.match(secret, /^bswh_/);
    assert.ok(!JSON.stringify((await admin.get('/webhooks')).body).includes(secret));
    const { rows } = await sql<{ secret: string }>`select secret from webhook`.execute(
      server.services.database.scope(province.id).db,
    );
    assert.ok(rows[0]?.secret.startsWith('s1.'));
    assert.ok(!JSON.stringify((await admin.get('/events?limit=5')).body).includes(secret));
  });

  it('tell an event that was asked for, signed, and no other', async () => {
    const caseId = await addCase('Tồn đọng đất đai');
    const inspection = {
      year: 2021,
      kind: 'check',
      organisationId: province.office,
      subjectName: 'Công ty A',
      content: 'x',
    };
    await office.post('/inspections', { ...inspection, fromMonth: '2021-02', toMonth: '2021-02' });
    const [told] = await receiver.until(about(caseId));
    assert.ok(told && isSigned(told, secret));
    assert.ok(told && !isSigned(told, `${secret}x`));
    const { kind, title, before, after, subject, at, seq } = told.body;
    assert.deepEqual(
      [kind, title, before, after.title, subject.type],
      ['case.added', 'Tồn đọng đất đai', null, 'Tồn đọng đất đai', 'case'],
    );
    assert.ok(Date.parse(at) > 0 && seq > 0);
    const [last] = await eventually(async () => {
      const items = await deliveries();
      return items[0]?.state === 'delivered' && items;
    });
    assert.deepEqual([last.status, last.attempts, last.sentence], [204, 1, 'Thêm vụ việc “Tồn đọng đất đai”']);
    assert.equal(receiver.told.length, 1);
  });

  it('are tried again until the other system answers, with the same body', async () => {
    let failures = 1;
    receiver.answering = () => (failures-- > 0 ? 500 : 200);
    const caseId = await addCase('Lúc được lúc không');
    const [first, second] = await receiver.until(about(caseId), 2);
    assert.equal(first?.text, second?.text);
    assert.equal(first?.delivery, second?.delivery);
    const row = await eventually(async () => {
      const found = await ofSubject(caseId);
      return found?.state === 'delivered' && found;
    });
    assert.equal(row.attempts, 2);
    assert.equal((await admin.get('/webhooks')).body.items[0].failingSince, null);
  });

  it('wait no longer than allowed, follow no redirect, and can be sent again by hand', async () => {
    receiver.answering = () => null;
    const hanging = await addCase('Không trả lời');
    await receiver.until(about(hanging));
    const late = await eventually(async () => {
      const found = await ofSubject(hanging);
      return found?.error ? found : null;
    });
    assert.equal(late.error, 'Quá 1 giây không trả lời');
    receiver.answering = (_told, response) => {
      response.writeHead(302, { location: `${receiver.url}-khac` }).end();
      return null;
    };
    const moved = await addCase('Chuyển hướng');
    const row = await eventually(async () => {
      const found = await ofSubject(moved);
      return found?.error ? found : null;
    });
    assert.equal(row.status, 302);
    receiver.answering = () => 200;
    const again = await admin.post(`/webhooks/${id}/deliveries/${row.id}/resend`);
    assert.ok([200, 409].includes(again.status), JSON.stringify(again.body));
    await eventually(async () => (await ofSubject(moved))?.state === 'delivered');
    assert.equal((await admin.post(`/webhooks/${id}/deliveries/${row.id}/resend`)).body.code, 'delivered-already');
    await eventually(async () => (await ofSubject(hanging))?.state === 'delivered');
  });

  it('are given up after the last try, paused then, and go on where they stopped', async () => {
    server.now = new Date(server.now.getTime() + 60_000);
    receiver.answering = () => 503;
    const caseId = await addCase('Hỏng hẳn');
    const row = await eventually(async () => {
      const found = await ofSubject(caseId);
      return found?.error ? found : null;
    });
    // Its pauses are over: the last try is due.
    await sql`update webhook_delivery set attempts = ${BEFORE_LAST}, next_at = now() where id = ${row.id}`.execute(
      server.services.database.scope(province.id).db,
    );
    await deliverWebhook(server.services, { provinceId: province.id, id: row.id, attempts: BEFORE_LAST });
    const [hook] = (await admin.get('/webhooks')).body.items;
    assert.deepEqual([hook.active, hook.pausedAt !== null, hook.failed], [false, true, 1]);
    assert.equal((await admin.get('/events?kind=webhook&limit=1')).body.items[0].kind, 'webhook.paused');
    assert.equal((await admin.post(`/webhooks/${id}/deliveries/${row.id}/resend`)).body.code, 'webhook-paused');
    const missed = await addCase('Trong lúc tạm dừng');
    await tellWebhooks(server.services, { provinceId: province.id });
    assert.equal(await ofSubject(missed), undefined);
    receiver.answering = () => 200;
    const stale = await admin.patch(`/webhooks/${id}`, { version: 1, active: true });
    assert.equal(stale.body.code, 'conflict');
    const on = await admin.patch(`/webhooks/${id}`, { version: hook.version, active: true });
    assert.deepEqual([on.body.active, on.body.pausedAt], [true, null]);
    await tellWebhooks(server.services, { provinceId: province.id });
    await receiver.until(about(missed));
    assert.equal((await admin.post(`/webhooks/${id}/deliveries/${row.id}/resend`)).status, 200);
    await eventually(async () => (await ofSubject(caseId))?.state === 'delivered');
  });

  it('tell each event once, whoever sweeps at the same time', async () => {
    const before = receiver.told.length;
    const cases = [await addCase('Một'), await addCase('Hai'), await addCase('Ba')];
    await Promise.all([1, 2, 3].map(() => tellWebhooks(server.services, null)));
    for (const one of cases) await receiver.until(about(one));
    await eventually(async () => (await deliveries('?state=waiting')).length === 0);
    assert.deepEqual(
      receiver.told
        .slice(before)
        .map((told) => told.body.subject.id)
        .sort(),
      cases.sort(),
    );
    const all = await deliveries('?limit=200');
    assert.equal(new Set(all.map((one: { seq: number }) => one.seq)).size, all.length);
  });

  it('are found again when the queue has lost them', async () => {
    const { db } = server.services.database.scope(province.id);
    const caseId = await addCase('Mất khỏi hàng đợi');
    const row = await eventually(async () => {
      const found = await ofSubject(caseId);
      return found?.state === 'delivered' ? found : null;
    });
    await sql`update webhook_delivery set state = 'waiting', attempts = 3, next_at = now() - interval '1 hour'
       where id = ${row.id}`.execute(db);
    await tellWebhooks(server.services, null);
    await receiver.until(about(caseId), 2);
    await eventually(async () => (await ofSubject(caseId))?.state === 'delivered');
  });

  it('try once for a try, also when the job runs twice', async () => {
    receiver.answering = () => 500;
    const caseId = await addCase('Chạy hai lần');
    const row = await eventually(async () => {
      const found = await ofSubject(caseId);
      return found?.error ? found : null;
    });
    const count = receiver.told.filter(about(caseId)).length;
    await deliverWebhook(server.services, { provinceId: province.id, id: row.id, attempts: 0 });
    assert.equal(receiver.told.filter(about(caseId)).length, count);
    receiver.answering = () => 200;
    await eventually(async () => (await ofSubject(caseId))?.state === 'delivered');
  });

  it('are tried with a ping, get a new secret, and are gone when removed', async () => {
    assert.deepEqual((await admin.post(`/webhooks/${id}/ping`)).body, { status: 200, error: null });
    const ping = receiver.told.at(-1) as Told;
    assert.ok(ping.body.kind === 'webhook.ping' && isSigned(ping, secret));
    const renewed = (await admin.post(`/webhooks/${id}/secret`)).body.secret;
    await admin.post(`/webhooks/${id}/ping`);
    assert.ok(isSigned(receiver.told.at(-1) as Told, renewed));
    assert.equal((await admin.delete(`/webhooks/${id}`)).status, 204);
    assert.equal((await admin.get(`/webhooks/${id}/deliveries`)).status, 404);
    assert.deepEqual((await admin.get('/webhooks')).body.items, []);
  });
});

describe('addresses of webhooks', () => {
  it('inside the own network are known in every spelling', () => {
    const inside = [
      '127.0.0.1',
      '10.1.2.3',
      '172.31.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '224.0.0.1',
      '255.255.255.255',
      '::1',
      '::',
      'fe80::1',
      'fd00::1',
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      '2001:db8::1',
      'ff02::1',
      'x',
    ];
    assert.deepEqual(
      inside.filter((one) => !isPrivateAddress(one)),
      [],
    );
    const outside = ['8.8.8.8', '113.160.0.1', '172.32.0.1', '2001:4860:4860::8888', '2405:4800::1'];
    assert.deepEqual(outside.filter(isPrivateAddress), []);
  });

  it('are refused unless the server allows them', async () => {
    const server = await startTestServer({}, { jobs: false });
    try {
      await server.province('ha-tinh');
      const admin = await server.signIn('ha-tinh', 'admin');
      const code = async (url: string) =>
        (await admin.post('/webhooks', { name: 'x', url, kinds: ['task.*'] })).body.code;
      assert.equal(await code('http://example.com/a'), 'https-needed');
      for (const host of [
        '127.0.0.1',
        'localhost',
        '[::1]',
        '0x7f.1',
        '2130706433',
        '10.0.0.1:8443',
        'may-chu',
        'a.localhost',
      ])
        assert.equal(await code(`https://${host}/`), 'private-address', host);
      assert.equal(await code('https://a:b@example.com/'), 'bad-address');
      // A name that leads inside is kept, and refused where the connection would be made.
      const made = await admin.post('/webhooks', { name: 'x', url: 'https://localtest.invalid/', kinds: ['task.*'] });
      const { status, error } = (await admin.post(`/webhooks/${made.body.id}/ping`)).body;
      assert.equal(status, null);
      assert.ok(error);
    } finally {
      await server.close();
    }
  });
});

describe('a server that is killed while it tells', () => {
  it('tells after the next start', async () => {
    const data = mkdtempSync(join(tmpdir(), 'bamsat-webhook-'));
    const settings = { BAMSAT_WEBHOOK_PRIVATE: 'yes', BAMSAT_WEBHOOK_SECONDS: '1' };
    const receiver = await WebhookReceiver.start();
    let process = await ServerProcess.start(data, settings);
    try {
      const { admin, office } = await setUp(process, 'Sông La xanh 1930');
      const made = await admin.post('/webhooks', { name: 'x', url: receiver.url, kinds: ['case.*'] });
      assert.equal(made.status, 201, JSON.stringify(made.body));
      const [organisation] = (await office.get('/organisations?limit=1')).body.items;
      receiver.answering = () => null;
      const added = await office.post('/cases', { title: 'Bị giết giữa chừng', organisationId: organisation.id });
      assert.equal(added.status, 201, JSON.stringify(added.body));
      const fits = (told: Told) => told.body.subject.id === added.body.id;
      await receiver.until(fits);
      await process.kill(true);
      receiver.answering = () => 200;
      process = await ServerProcess.start(data, settings);
      const [first, second] = await receiver.until(fits, 2);
      assert.equal(first?.text, second?.text);
    } finally {
      await process.kill(true);
      await receiver.close();
      rmSync(data, { recursive: true, force: true });
    }
  });
});
