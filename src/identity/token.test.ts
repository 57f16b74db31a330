import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readLink, signLink } from './signed-link.ts';
import { newMachineToken, randomToken, readMachineToken, sameText, sha256 } from './token.ts';

test('tokens are 256 random bits in letters of an address', () => {
  const tokens = Array.from({ length: 200 }, randomToken);
  assert.equal(new Set(tokens).size, 200);
  for (const token of tokens) assert.match(token, /^[A-Za-z0-9_-]{43}$/);
});

test('what is kept is SHA-256', () => {
  assert.equal(sha256('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('texts are compared whole', () => {
  assert.equal(sameText('abc', 'abc'), true);
  for (const other of ['', 'ab', 'abd', 'abcd', 'ABC']) assert.equal(sameText('abc', other), false);
});

test('a machine token says its province and is found by its hash', () => {
  for (const id of [1, 42, 2 ** 40]) {
    const token = newMachineToken(id);
    assert.deepEqual(readMachineToken(token), { provinceId: id, hash: sha256(token) });
  }
  for (const id of [0, -1, 1.5, Number.NaN]) assert.throws(() => newMachineToken(id), TypeError);
  for (const text of [
    '',
    'bs_42_',
    `bs__${randomToken()}`,
    randomToken(),
    ` ${newMachineToken(42)}`,
    'bs_42_abc',
    `bs_042_${randomToken()}`,
  ]) {
    assert.equal(readMachineToken(text), null, text);
  }
});

const KEY = Buffer.alloc(32, 7);
const UNTIL = new Date('2026-11-20T10:00:00Z');
const BEFORE = new Date('2026-11-20T09:59:59Z');

test('a signed link gives its subject until it ends', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40, unit: 'grapheme' }), (subject) => {
      const link = signLink(KEY, { purpose: 'download', subject, expiresAt: UNTIL });
      assert.match(link, /^[A-Za-z0-9_.-]+$/);
      assert.deepEqual(readLink(KEY, 'download', link, BEFORE), { ok: true, value: subject });
    }),
  );
  const late = readLink(KEY, 'download', signLink(KEY, { purpose: 'download', subject: 'a', expiresAt: UNTIL }), UNTIL);
  assert.ok(!late.ok && /hết hạn/.test(late.error.vi));
});

test('a link for another purpose, from another key or changed anywhere is refused', () => {
  const link = signLink(KEY, { purpose: 'download', subject: 'document 12', expiresAt: UNTIL });
  assert.equal(readLink(KEY, 'unsubscribe', link, BEFORE).ok, false);
  assert.equal(readLink(Buffer.alloc(32, 8), 'download', link, BEFORE).ok, false);
  for (let i = 0; i < link.length; i++) {
    const changed = link.slice(0, i) + (link[i] === 'A' ? 'B' : 'A') + link.slice(i + 1);
    assert.equal(readLink(KEY, 'download', changed, BEFORE).ok, false, changed);
  }
  const [subject, , signature] = link.split('.');
  assert.equal(readLink(KEY, 'download', `${subject}.99999999999.${signature}`, UNTIL).ok, false);
  assert.throws(() => signLink(Buffer.alloc(16), { purpose: 'a', subject: 'a', expiresAt: UNTIL }), TypeError);
});
