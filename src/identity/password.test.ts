import assert from 'node:assert/strict';
import { argon2Sync } from 'node:crypto';
import { test } from 'node:test';
import { hashPassword, needsRehash, verifyPassword } from './password.ts';
import { takeTurns } from './turns.ts';

/** Tests of the reference implementation of argon2 (src/test.c): password, salt `somesalt`, version 1.3. */
const PUBLISHED: readonly (readonly [string, string])[] = [
  ['password', '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4'],
  ['password', '$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc'],
  ['password', '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'],
];

test('the runtime computes argon2id as RFC 9106 §5.3 prints it', () => {
  const tag = argon2Sync('argon2id', {
    message: Buffer.alloc(32, 1),
    nonce: Buffer.alloc(16, 2),
    secret: Buffer.alloc(8, 3),
    associatedData: Buffer.alloc(12, 4),
    memory: 32,
    passes: 3,
    parallelism: 4,
    tagLength: 32,
  });
  assert.equal(tag.toString('hex'), '0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
});

test('published hashes are verified, and only with their password', async () => {
  for (const [text, phc] of PUBLISHED) {
    assert.equal(await verifyPassword(phc, text), true, phc);
    assert.equal(await verifyPassword(phc, `${text} `), false, phc);
    assert.equal(needsRehash(phc), true, phc);
  }
});

test('a hash made here verifies, never looks the same twice and needs no rehash', async () => {
  const text = 'mưa rào tháng bảy 1987';
  const [a, b] = await Promise.all([hashPassword(text), hashPassword(text)]);
  assert.match(a, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  assert.notEqual(a, b);
  assert.equal(needsRehash(a), false);
  assert.equal(await verifyPassword(a, text), true);
  assert.equal(await verifyPassword(a, 'mua rao thang bay 1987'), false);
});

test('a password is the same whether its letters come composed or not', async () => {
  const phc = await hashPassword('Đường về Hà Tĩnh'.normalize('NFD'));
  assert.equal(await verifyPassword(phc, 'Đường về Hà Tĩnh'.normalize('NFC')), true);
});

test('no account, no password and a damaged hash are false, not an error', async () => {
  assert.equal(await verifyPassword(null, 'bất kỳ mật khẩu nào'), false);
  const [, good] = PUBLISHED[0] as readonly [string, string];
  for (const phc of [
    '',
    '!',
    good.slice(0, -30),
    good.replace('argon2id', 'argon2i'),
    good.replace('m=256', 'm=9999999'),
  ]) {
    assert.equal(await verifyPassword(phc, 'password'), false, phc);
    assert.equal(needsRehash(phc), true, phc);
  }
});

test('at most so many run at once, the others in their order, and an error frees its place', async () => {
  const inTurn = takeTurns(2);
  const begun: number[] = [];
  const ends = Array.from({ length: 5 }, () => Promise.withResolvers<void>());
  const all = ends.map(({ promise }, i) =>
    inTurn(async () => {
      begun.push(i);
      await promise;
      return i;
    }),
  );
  const settled = Promise.allSettled(all);
  assert.deepEqual(begun, [0, 1]);
  ends[1]?.reject(new Error('broken'));
  await assert.rejects(all[1] as Promise<number>, /broken/);
  assert.deepEqual(begun, [0, 1, 2]);
  ends[2]?.resolve();
  await all[2];
  assert.deepEqual(begun, [0, 1, 2, 3]);
  for (const end of ends) end.resolve();
  assert.deepEqual(
    (await settled).map(({ status }) => status),
    ['fulfilled', 'rejected', ...Array(3).fill('fulfilled')],
  );
  assert.deepEqual(begun, [0, 1, 2, 3, 4]);
});
