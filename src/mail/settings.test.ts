import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openMailer } from './mail.ts';
import { isAddress, type MailServer, readMailSettings } from './settings.ts';

const FROM = { name: 'Bám Sát', address: 'bamsat@hatinh.example' };

test('an address says host, port, TLS, name and password', () => {
  const read: [string, MailServer][] = [
    [
      'smtp://mail.hatinh.example',
      { host: 'mail.hatinh.example', port: 587, secure: false, encrypted: true, local: false },
    ],
    [
      'smtps://mail.hatinh.example/',
      { host: 'mail.hatinh.example', port: 465, secure: true, encrypted: true, local: false },
    ],
    [
      'smtp://bamsat%40x:m%E1%BA%ADt%2Fkh%E1%BA%A9u@mail.example:2525',
      {
        host: 'mail.example',
        port: 2525,
        secure: false,
        encrypted: true,
        local: false,
        auth: { user: 'bamsat@x', pass: 'mật/khẩu' },
      },
    ],
    ['smtp://[::1]:25', { host: '::1', port: 25, secure: false, encrypted: false, local: true }],
    ['smtp://localhost:25', { host: 'localhost', port: 25, secure: false, encrypted: false, local: true }],
  ];
  for (const [url, server] of read)
    assert.deepEqual(readMailSettings({ url, from: FROM }), { ok: true, value: server });
});

test('only this machine goes without TLS, unless the office says so', () => {
  const encrypted = (url: string, encryption?: 'required' | 'none') => {
    const read = readMailSettings({ url, from: FROM, ...(encryption ? { encryption } : {}) });
    assert.ok(read.ok);
    return read.value.encrypted;
  };
  for (const host of ['mail.example', '10.0.0.5', '192.168.1.1', '127.0.0.1.example', 'localhost.example']) {
    assert.equal(encrypted(`smtp://${host}`), true, host);
    assert.equal(encrypted(`smtp://${host}`, 'none'), false, host);
  }
  assert.equal(encrypted('smtp://127.0.0.1', 'required'), true);
  assert.equal(encrypted('smtps://127.0.0.1', 'none'), true);
});

test('wrong settings are refused in one sentence that keeps the password', () => {
  for (const url of [
    '',
    'mail.example',
    'http://mail.example',
    'smtp://',
    'smtp://a:s3cret@mail.example/x',
    'smtp://a:%ff@b',
  ]) {
    const opened = openMailer({ url, from: FROM });
    assert.ok(!opened.ok, url);
    assert.equal(opened.error.code, 'bad-settings');
    assert.match(opened.error.vi, /^Địa chỉ máy chủ thư phải có dạng/);
    assert.ok(!JSON.stringify(opened.error).includes('s3cret'));
  }
  const opened = openMailer({ url: 'smtp://mail.example', from: { name: 'Bám Sát', address: 'bám sát' } });
  assert.ok(!opened.ok && /người gửi/.test(opened.error.vi));
});

test('an address is one address', () => {
  for (const good of ['a@b', 'nv.hung+bamsat@hatinh.gov.vn', 'x_y@a-b.example']) assert.ok(isAddress(good), good);
  for (const bad of [
    '',
    'a',
    '@b',
    'a@',
    'a@b.',
    'a@-b',
    'a..b@c',
    '.a@b',
    'a b@c',
    'a@b,c@d',
    '<a@b>',
    'á@b',
    'a@b\n',
  ]) {
    assert.equal(isAddress(bad), false, bad);
  }
  assert.equal(isAddress(`${'a'.repeat(250)}@b.vn`), false);
});
