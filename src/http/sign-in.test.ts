/** Passwords, second factor, links in letters and the province's provider, over HTTP with a real mail server and provider. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { stepAt, totpAt } from '#identity/totp.ts';
import { listProvinces } from '#store/provinces.ts';
import { type Arrived, type MailServerForTests, startMailServer } from '#test/support/mail-server.ts';
import { type OidcServer, startOidcServer, walkSignIn } from '#test/support/oidc-server.ts';
import { Client, PASSWORD, startTestServer, type TestServer } from '#test/support/server.ts';

const NEW = 'Đèo Ngang chiều tà 1833';
const MINUTE = 60_000;

let mail: MailServerForTests;
let server: TestServer;
const hold = (minutes: number) => {
  server.now = new Date(server.now.getTime() + minutes * MINUTE);
};
const linkIn = (letter: Arrived) => /#(\d+\.[\w-]{43})/.exec(letter.parts.get('text/plain') ?? '')?.[1] as string;

before(async () => {
  mail = await startMailServer();
  server = await startTestServer({ mailUrl: `smtp://127.0.0.1:${mail.port}` });
  await server.province('ha-tinh');
});
after(async () => {
  await server.close();
  await mail.stop();
});

describe('the second factor', () => {
  const next = (secret: string) => {
    hold(1);
    return totpAt(secret, stepAt(server.now));
  };

  it('is set up with the password and a code, asked for from then on, and each code is good once', async () => {
    const client = await server.signIn('ha-tinh', 'office');
    const refused = await client.post('/session/totp', { password: 'sai' });
    assert.equal(refused.body.code, 'wrong-password');
    const begun = await client.post('/session/totp', { password: PASSWORD });
    assert.match(begun.body.qr, /^data:image\/svg\+xml,/);
    const { secret } = begun.body;
    const before = await client.get('/session');
    assert.equal(before.body.hasTotp, false);
    const old = new Client(server.address);
    old.cookie = client.cookie;
    const code = next(secret);
    const confirmed = await client.put('/session/totp', { code });
    assert.equal(confirmed.status, 200);
    assert.equal(confirmed.body.recoveryCodes.length, 10);
    assert.equal((await old.get('/session')).status, 401, 'the token of before is worth nothing');
    const sent = { province: 'ha-tinh', login: 'office', password: PASSWORD };
    const other = new Client(server.address);
    assert.equal((await other.post('/session', sent)).body.code, 'totp-needed');
    assert.equal((await other.post('/session', { ...sent, totp: code })).body.code, 'wrong-totp');
    const right = next(secret);
    assert.equal((await other.post('/session', { ...sent, totp: right })).status, 200);
    assert.equal((await new Client(server.address).post('/session', { ...sent, totp: right })).status, 401);
    const [recovery] = confirmed.body.recoveryCodes as string[];
    const lost = new Client(server.address);
    assert.equal((await lost.post('/session', { ...sent, totp: recovery })).body.recoveryCodes, 9);
    assert.equal((await new Client(server.address).post('/session', { ...sent, totp: recovery })).status, 401);
    const kept = await server.services.database
      .scope(1)
      .db.selectFrom('person')
      .select('totp_secret')
      .where('login', '=', 'office')
      .executeTakeFirstOrThrow();
    assert.ok(kept.totp_secret && !kept.totp_secret.includes(secret), 'sealed');
    assert.equal((await lost.delete('/session/totp', { password: PASSWORD })).body.hasTotp, false);
    assert.equal((await new Client(server.address).post('/session', sent)).status, 200);
  });

  it('has to be set up before anything else where the province asks for it', async () => {
    const admin = await server.signIn('ha-tinh', 'admin');
    const settings = await admin.get('/settings');
    const set = await admin.put('/settings/sign-in', { version: settings.body.signIn.version, totpRoles: ['leader'] });
    assert.equal(set.status, 200);
    const leader = await server.signIn('ha-tinh', 'leader');
    assert.equal((await leader.get('/session')).body.mustSetUpTotp, true);
    assert.equal((await leader.get('/documents')).body.code, 'totp-setup-needed');
    const begun = await leader.post('/session/totp', { password: PASSWORD });
    assert.equal((await leader.put('/session/totp', { code: next(begun.body.secret) })).status, 200);
    assert.equal((await leader.get('/documents')).status, 200);
    const off = await leader.delete('/session/totp', { password: PASSWORD });
    assert.equal(off.body.code, 'totp-required');
    assert.equal((await leader.get('/session')).body.hasTotp, true);
  });
});

describe('the password', () => {
  it('is changed by who knows it; all other sessions end, weak ones are refused', async () => {
    const [mine, other] = [await server.signIn('ha-tinh', 'supervisor'), await server.signIn('ha-tinh', 'supervisor')];
    const weak = await mine.put('/session/password', { current: PASSWORD, password: 'ngắn' });
    assert.equal(weak.body.code, 'weak-password');
    const changed = await mine.put('/session/password', { current: PASSWORD, password: NEW });
    assert.equal(changed.status, 200);
    assert.equal((await mine.get('/session')).status, 200);
    assert.equal((await other.get('/session')).status, 401);
    await assert.rejects(server.signIn('ha-tinh', 'supervisor'), /wrong-sign-in/);
    await server.signIn('ha-tinh', 'supervisor', NEW);
  });

  it('that has to be changed comes before everything else', async () => {
    const { db } = server.services.database.scope(1);
    await db.updateTable('person').set({ must_change_password: true }).where('login', '=', 'supervisor').execute();
    const client = await server.signIn('ha-tinh', 'supervisor', NEW);
    assert.equal((await client.get('/session')).body.mustChangePassword, true);
    assert.equal((await client.get('/documents')).body.code, 'password-change-needed');
    assert.equal((await client.put('/session/password', { current: NEW, password: `${NEW}!` })).status, 200);
    assert.equal((await client.get('/documents')).status, 200);
  });

  it('can be set anew by a link that works once and for half an hour; nobody learns who has an account', async () => {
    const client = new Client(server.address);
    const asked = await client.post('/password-resets', { province: 'ha-tinh', login: 'agency-lead' });
    const nobody = await client.post('/password-resets', { province: 'ha-tinh', login: 'khong-co' });
    assert.deepEqual([asked.status, asked.body], [nobody.status, nobody.body]);
    const token = linkIn(await mail.letter('agency-lead@example.vn', 'Đặt lại mật khẩu'));
    const open = await server.signIn('ha-tinh', 'agency-lead');
    assert.equal((await client.post('/password-resets/look', { token })).body.login, 'agency-lead');
    const both = await Promise.all([1, 2].map(() => client.put('/password-resets', { token, password: NEW })));
    assert.deepEqual(both.map(({ status }) => status).sort(), [204, 404]);
    assert.equal((await open.get('/session')).status, 401, 'sessions of before have ended');
    await server.signIn('ha-tinh', 'agency-lead', NEW);
    await client.post('/password-resets', { province: 'ha-tinh', login: 'officer@example.vn' });
    const late = linkIn(await mail.letter('officer@example.vn', 'Đặt lại mật khẩu'));
    hold(31);
    assert.equal((await client.put('/password-resets', { token: late, password: NEW })).body.code, 'link-not-valid');
    const foreign = late.replace(/^\d+/, '2');
    assert.equal((await client.post('/password-resets/look', { token: foreign })).status, 404);
  });

  it('is guessed five times at most, however many try at once', async () => {
    const guesses = Array.from({ length: 20 }, (_, i) =>
      new Client(server.address).post('/session', { province: 'ha-tinh', login: 'officer', password: `đoán ${i}` }),
    );
    const codes = (await Promise.all(guesses)).map(({ body }) => body.code);
    assert.equal(codes.filter((code) => code === 'wrong-sign-in').length, 5);
    assert.equal(codes.filter((code) => code === 'locked').length, 15);
    const ghost = Array.from({ length: 7 }, () =>
      new Client(server.address).post('/session', { province: 'ha-tinh', login: 'khong-co-ai', password: 'x' }),
    );
    const ghosts = (await Promise.all(ghost)).map(({ body }) => body.code);
    assert.equal(ghosts.filter((code) => code === 'locked').length, 2, 'a login that nobody has locks alike');
    hold(16);
    await server.signIn('ha-tinh', 'officer');
  });
});

describe('a sign-in from a device that was never used', () => {
  it('is told by a letter; the first one and known ones are not', async () => {
    const home = await server.signIn('ha-tinh', 'admin');
    await home.delete('/session');
    await home.post('/session', { province: 'ha-tinh', login: 'admin', password: PASSWORD });
    const { db } = server.services.database.scope(1);
    const begun = await db
      .selectFrom('event')
      .select('body')
      .where('kind', '=', 'session.begun')
      .orderBy('seq')
      .execute();
    const known = begun.map(({ body }) => JSON.parse(body).after.known as boolean);
    assert.deepEqual([known[0], known.at(-2), known.at(-1)], [false, false, true]);
    const letter = await mail.letter('admin@example.vn', 'thiết bị mới');
    assert.match(letter.parts.get('text/plain') ?? '', /Tài khoản admin vừa đăng nhập/);
  });
});

describe('the provider of the province', () => {
  let provider: OidcServer;
  before(async () => {
    const redirect = `${server.config.publicUrl}/api/v1/oidc/callback`;
    provider = await startOidcServer({
      clients: [{ client_id: 'bamsat', client_secret: 'bi-mat', redirect_uris: [redirect] }],
      people: {
        an: { email: 'Officer@example.vn', email_verified: true, name: 'An' },
        binh: { email: 'leader@example.vn', email_verified: false, name: 'Bình' },
        chi: { email: 'nobody@example.vn', email_verified: true, name: 'Chi' },
      },
    });
    const admin = await server.signIn('ha-tinh', 'admin');
    const { version } = (await admin.get('/settings')).body.oidc;
    const set = await admin.put('/settings/oidc', {
      version,
      enabled: true,
      label: 'Tài khoản công vụ',
      issuer: provider.issuer,
      clientId: 'bamsat',
      clientSecret: 'bi-mat',
      clientAuth: null,
      scopes: ['email', 'profile'],
    });
    assert.equal(set.status, 200, JSON.stringify(set.body));
    assert.equal(set.body.oidc.hasSecret, true);
    assert.ok(!JSON.stringify(set.body).includes('bi-mat'));
    assert.equal((await admin.post('/settings/oidc/test')).status, 200);
  });
  after(() => provider.stop());

  /** As a browser: to the provider, through its pages, back. */
  async function walk(login: string, ve = '/van-ban?x=1') {
    const client = new Client(server.address);
    const start = await client.get(`/oidc/start?province=ha-tinh&ve=${encodeURIComponent(ve)}`);
    assert.equal(start.status, 303);
    const back = await walkSignIn(start.headers.get('location') as string, login);
    return { client, back, path: `/api/v1/oidc/callback${back.search}` };
  }

  it('lets in by a verified address, and by the subject from then on', async () => {
    const { client, path } = await walk('an');
    const done = await client.get(path);
    assert.equal(done.status, 303);
    assert.equal(done.headers.get('location'), '/van-ban?x=1');
    assert.equal((await client.get('/session')).body.person.login, 'officer');
    const again = new Client(server.address);
    again.cookie = client.cookie;
    assert.equal((await again.get(path)).headers.get('location'), '/dang-nhap?loi=oidc-stale', 'good once');
    const { db } = server.services.database.scope(1);
    await db.updateTable('person').set({ email: 'khac@example.vn' }).where('login', '=', 'officer').execute();
    const later = await walk('an');
    assert.equal((await later.client.get(later.path)).headers.get('location'), '/van-ban?x=1');
  });

  it('lets nobody in whom it does not vouch for or whom nobody here knows', async () => {
    for (const login of ['binh', 'chi']) {
      const { client, path } = await walk(login);
      assert.equal((await client.get(path)).headers.get('location'), '/dang-nhap?loi=oidc-nobody');
      assert.equal((await client.get('/session')).status, 401);
    }
  });

  it('does not end in another browser, after ten minutes, or on another site', async () => {
    const { path } = await walk('an');
    assert.equal((await new Client(server.address).get(path)).headers.get('location'), '/dang-nhap?loi=oidc-stale');
    const late = await walk('an');
    hold(11);
    assert.equal((await late.client.get(late.path)).headers.get('location'), '/dang-nhap?loi=oidc-stale');
    const elsewhere = await walk('an', '//example.com/x');
    assert.equal((await elsewhere.client.get(elsewhere.path)).headers.get('location'), '/');
  });
});

it('leaves all of it in the log, and no secret', async () => {
  const [province] = await listProvinces(server.services.database);
  const rows = await server.services.database
    .scope(province?.provinceId ?? 0)
    .db.selectFrom('event')
    .select(['kind', 'body'])
    .execute();
  const kinds = new Set(rows.map(({ kind }) => kind));
  for (const kind of [
    'session.begun',
    'session.refused',
    'account.locked',
    'totp.set-up',
    'password.changed',
    'password.reset',
    'oidc.linked',
    'setting.oidc-changed',
  ])
    assert.ok(kinds.has(kind), kind);
  const all = rows.map(({ body }) => body).join('\n');
  for (const secret of [PASSWORD, NEW, 'bi-mat', '$argon2id']) assert.ok(!all.includes(secret), secret);
});
