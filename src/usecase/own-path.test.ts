/** Where a sign-in may lead on to. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ownPath } from './own-path.ts';

it('goes on with pages of this server', () => {
  for (const path of ['/', '/van-ban', '/chi-tieu?nam=2025&nhom=a#b', '/van-ban/a%20b'])
    assert.equal(ownPath(path), path);
});

it('goes nowhere else', () => {
  const elsewhere = [
    'https://example.com',
    '//example.com',
    '/\\example.com',
    '\\\\example.com',
    '/\t/example.com',
    '/\n/example.com',
    '/..//example.com',
    'javascript:alert(1)',
    '/%0d%0aSet-Cookie:x\r\n',
    ' //example.com',
    '/api/v1/session',
    '',
    'van-ban',
    `/${'a'.repeat(600)}`,
  ];
  for (const path of elsewhere) assert.equal(ownPath(path), '/', JSON.stringify(path));
  assert.equal(ownPath(undefined), '/');
});
