import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
import type { SMTPServerOptions } from 'smtp-server';
import { startMailServer } from '#test/support/mail-server.ts';
import type { MailFault } from './faults.ts';
import { passwordReset } from './letters.ts';
import { type Mailer, type MailMessage, openMailer } from './mail.ts';
import type { MailSettings } from './settings.ts';

const FROM = { name: 'Bám Sát – tỉnh Hà Tĩnh', address: 'bamsat@hatinh.example' };
const TO = { name: 'Nguyễn Văn Hùng', address: 'nv.hung@hatinh.example' };
const LETTER = passwordReset(
  { name: TO.name, login: 'nv.hung', office: 'Văn phòng Ủy ban nhân dân tỉnh Hà Tĩnh' },
  { link: `https://bamsat.hatinh.example/dat-lai?ma=${'x'.repeat(120)}`, askedAt: new Date('2026-11-20T01:05:00Z') },
);
const MESSAGE: MailMessage = { to: TO, key: 'reset:42:7', ...LETTER };

/** A mailer that is closed, and a server that is stopped, when the test ends. */
async function both(t: TestContext, server: SMTPServerOptions = {}, settings: Partial<MailSettings> = {}, user = '') {
  const started = await startMailServer(server);
  const mailer = open({ url: `smtp://${user}127.0.0.1:${started.port}`, from: FROM, ...settings });
  t.after(async () => {
    await mailer.close();
    await started.stop();
  });
  return { ...started, mailer };
}

function open(settings: MailSettings | null): Mailer {
  const opened = openMailer(settings);
  assert.ok(opened.ok, JSON.stringify(opened));
  return opened.value;
}

async function refused(result: ReturnType<Mailer['send'] | Mailer['verify']>, code: MailFault, again: boolean) {
  const got = await result;
  assert.ok(!got.ok, 'should be refused');
  assert.deepEqual([got.error.code, got.error.again], [code, again], got.error.detail);
  assert.match(got.error.vi, /^Chưa gửi được thư: .+\.$/);
  return got.error;
}

test('a letter arrives as it was written: subject, names, both parts', async (t) => {
  const { mailer, arrived } = await both(t);
  assert.deepEqual(await mailer.verify(), { ok: true, value: null });
  const sent = await mailer.send(MESSAGE);
  assert.ok(sent.ok, JSON.stringify(sent));
  const [letter, ...more] = arrived;
  assert.ok(letter && more.length === 0);
  assert.equal(letter.from, FROM.address);
  assert.deepEqual(letter.to, [TO.address]);
  assert.equal(letter.headers.get('subject'), LETTER.subject);
  assert.equal(letter.headers.get('from'), `${FROM.name} <${FROM.address}>`);
  assert.equal(letter.headers.get('to'), `${TO.name} <${TO.address}>`);
  assert.equal(letter.headers.get('message-id'), sent.value.messageId);
  assert.equal(letter.headers.get('auto-submitted'), 'auto-generated');
  assert.deepEqual([...letter.parts.keys()], ['text/plain', 'text/html']);
  assert.equal(letter.parts.get('text/plain')?.trimEnd(), LETTER.text.trimEnd());
  assert.equal(letter.parts.get('text/html')?.trimEnd(), LETTER.html.trimEnd());
});

test('the same key has the same Message-ID, another key another', async (t) => {
  const { mailer, arrived } = await both(t);
  for (const key of ['a', 'a', 'b']) assert.ok((await mailer.send({ ...MESSAGE, key })).ok);
  const ids = arrived.map(({ headers }) => headers.get('message-id'));
  assert.match(ids[0] as string, /^<[0-9a-f]{40}@hatinh\.example>$/);
  assert.equal(ids[0], ids[1]);
  assert.notEqual(ids[0], ids[2]);
});

test('nothing in names and subject makes a header or a recipient', async (t) => {
  const { mailer, arrived } = await both(t);
  const evil = 'A\r\nBcc: thief@evil.example\r\n\r\n<b>\u2028x", <thief@evil.example>';
  assert.ok((await mailer.send({ ...MESSAGE, subject: evil, to: { ...TO, name: evil } })).ok);
  const [letter] = arrived;
  assert.ok(letter);
  assert.deepEqual(letter.to, [TO.address]);
  assert.equal(letter.headers.has('bcc'), false);
  assert.equal(letter.headers.get('subject'), 'A Bcc: thief@evil.example <b> x", <thief@evil.example>');
  for (const address of [
    'a@b.example\r\nBcc: thief@evil.example',
    'a@b.example, thief@evil.example',
    'A <a@b.example>',
    '"a b"@b.example',
    'a@b@c.example',
    'a@',
    '',
  ]) {
    await refused(mailer.send({ ...MESSAGE, to: { ...TO, address } }), 'bad-address', false);
  }
  assert.equal(arrived.length, 1);
});

test('many letters at once all arrive, and closing waits for them', async (t) => {
  const { mailer, arrived } = await both(t);
  const sending = Array.from({ length: 12 }, (_, i) => mailer.send({ ...MESSAGE, key: `k${i}` }));
  await mailer.close();
  assert.ok((await Promise.all(sending)).every(({ ok }) => ok));
  assert.equal(new Set(arrived.map(({ headers }) => headers.get('message-id'))).size, 12);
  await refused(mailer.send(MESSAGE), 'unreachable', true);
});

test('without a mail server every letter is refused as such', async () => {
  const mailer = open(null);
  assert.equal(mailer.configured, false);
  const { vi } = await refused(mailer.send(MESSAGE), 'not-configured', false);
  assert.equal(vi, 'Chưa gửi được thư: chưa cấu hình máy chủ thư.');
  await refused(mailer.verify(), 'not-configured', false);
  await mailer.close();
});

test('a refused recipient, a refused letter and a full server are told apart', async (t) => {
  const reject = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });
  const { mailer, arrived } = await both(t, {
    onRcptTo({ address }, _session, callback) {
      const name = address.split('@', 1)[0];
      if (name === 'unknown') callback(reject(550, 'no such mailbox'));
      else if (name === 'full') callback(reject(452, 'mailbox full'));
      else callback();
    },
    onData(stream, session, callback) {
      stream.resume();
      const busy = session.envelope.rcptTo[0]?.address.startsWith('busy');
      stream.on('end', () => callback(busy ? reject(451, 'try later') : reject(554, 'looks like spam')));
    },
  });
  const send = (name: string) => mailer.send({ ...MESSAGE, to: { ...TO, address: `${name}@hatinh.example` } });
  const unknown = await refused(send('unknown'), 'recipient', false);
  assert.match(unknown.detail, /550 no such mailbox/);
  await refused(send('full'), 'later', true);
  await refused(send('busy'), 'later', true);
  await refused(send('anybody'), 'refused', false);
  assert.equal(arrived.length, 0);
});

test('name and password are shown, and a wrong password stands in no message', async (t) => {
  const withAuth = { disabledCommands: [], allowInsecureAuth: true } satisfies SMTPServerOptions;
  const good = await both(t, withAuth, {}, `h%E1%BB%87%20th%E1%BB%91ng:${encodeURIComponent('đúng')}@`);
  assert.ok((await good.mailer.send(MESSAGE)).ok);
  assert.deepEqual(good.shown, ['hệ thống:đúng']);
  const bad = await both(t, withAuth, {}, 'bamsat:not-the-password@');
  for (const result of [bad.mailer.send(MESSAGE), bad.mailer.verify()]) {
    const error = await refused(result, 'login', false);
    assert.ok(!JSON.stringify(error).includes('not-the-password'));
  }
});

test('where TLS is required, nothing leaves without it', async (t) => {
  const plain = await both(t, { disabledCommands: ['STARTTLS', 'AUTH'] }, { encryption: 'required' });
  await refused(plain.mailer.send(MESSAGE), 'not-secure', false);
  await refused(plain.mailer.verify(), 'not-secure', false);
  assert.equal(plain.arrived.length, 0);
  const offered = await both(t, {}, { encryption: 'required' });
  assert.ok((await offered.mailer.send(MESSAGE)).ok);
  assert.equal(offered.arrived[0]?.encrypted, true);
  const secure = await startMailServer({ secure: true });
  const mailer = open({ url: `smtps://127.0.0.1:${secure.port}`, from: FROM });
  t.after(() => mailer.close().then(secure.stop));
  assert.ok((await mailer.send(MESSAGE)).ok);
  assert.equal(secure.arrived[0]?.encrypted, true);
});

test('a certificate that proves nothing is refused, but on this machine', async (t) => {
  const server = await startMailServer();
  // Leads here too, but is no address of this machine, so that TLS and a certificate are asked for.
  const mailer = open({ url: `smtp://0.0.0.0:${server.port}`, from: FROM });
  t.after(() => mailer.close().then(server.stop));
  await refused(mailer.send(MESSAGE), 'not-secure', false);
  assert.equal(server.arrived.length, 0);
});

test('a server that is down refuses', async (t) => {
  const { port, stop } = await startMailServer();
  await stop();
  const mailer = open({ url: `smtp://127.0.0.1:${port}`, from: FROM });
  t.after(() => mailer.close());
  await refused(mailer.send(MESSAGE), 'unreachable', true);
  await refused(mailer.verify(), 'unreachable', true);
});

test('once the server is back, the next letter goes', async (t) => {
  const server = await startMailServer();
  let back = false;
  const port = await listen(t, (socket) => {
    if (!back) return void socket.destroy();
    const there = createConnection(server.port, '127.0.0.1');
    there.on('error', () => socket.destroy());
    socket.on('close', () => there.destroy());
    socket.pipe(there).pipe(socket);
  });
  const mailer = open({ url: `smtp://127.0.0.1:${port}`, from: FROM });
  t.after(() => mailer.close().then(server.stop));
  await refused(mailer.send(MESSAGE), 'unreachable', true);
  back = true;
  assert.ok((await mailer.send(MESSAGE)).ok);
  assert.equal(server.arrived.length, 1);
});

test('a server that hangs up when it has the letter gets the same one at most once more', async (t) => {
  const letters: string[] = [];
  const port = await listen(t, (socket) => {
    let letter: string | null = null;
    socket.setEncoding('latin1').write('220 here\r\n');
    socket.on('data', (chunk: string) => {
      if (letter === null) {
        socket.write(/^DATA/i.test(chunk) ? '354 go on\r\n' : '250 yes\r\n');
        if (/^DATA/i.test(chunk)) letter = '';
        return;
      }
      letter += chunk;
      if (!letter.endsWith('\r\n.\r\n')) return;
      letters.push(/^Message-ID: (.*)\r$/im.exec(letter)?.[1] as string);
      socket.destroy();
    });
  });
  const mailer = open({ url: `smtp://127.0.0.1:${port}`, from: FROM });
  t.after(() => mailer.close());
  await refused(mailer.send(MESSAGE), 'unreachable', true);
  assert.ok(letters.length >= 1 && letters.length <= 2, letters.join());
  assert.equal(new Set(letters).size, 1);
});

test('a server that never greets, never answers a letter, or takes too long in all is given up', async (t) => {
  const port = await listen(t, () => {});
  const mailer = open({ url: `smtp://127.0.0.1:${port}`, from: FROM, times: { connect: 100 } });
  t.after(() => mailer.close());
  await refused(mailer.send(MESSAGE), 'unreachable', true);

  const stuck: SMTPServerOptions = { onData: (stream) => void stream.resume(), closeTimeout: 1 };
  const quiet = await both(t, stuck, { times: { silence: 100 } });
  await refused(quiet.mailer.send(MESSAGE), 'unreachable', true);
  const long = await both(t, stuck, { times: { whole: 100 } });
  await refused(long.mailer.send(MESSAGE), 'unreachable', true);
});

/** A bare server that does with each connection what `answer` says; its port. */
async function listen(t: TestContext, answer: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    answer(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return (server.address() as AddressInfo).port;
}
