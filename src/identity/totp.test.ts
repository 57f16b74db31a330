import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromBase32, toBase32 } from './base32.ts';
import { findRecoveryCode, newRecoveryCodes } from './recovery.ts';
import { newTotpSecret, otpauthUri, qrSvg, stepAt, totpAt, verifyTotp } from './totp.ts';

/** RFC 6238, appendix B: the secret of the SHA-1 rows, times in seconds, codes of eight digits. */
const RFC_SECRET = toBase32(Buffer.from('12345678901234567890', 'ascii'));
const RFC_CODES: readonly (readonly [number, string])[] = [
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
];

const seconds = (value: number) => new Date(value * 1000);

test('codes are those of RFC 6238; six digits are the last six', () => {
  for (const [time, code] of RFC_CODES) {
    assert.equal(totpAt(RFC_SECRET, stepAt(seconds(time)), 8), code);
    assert.equal(totpAt(RFC_SECRET, stepAt(seconds(time))), code.slice(-6));
  }
});

test('base32 is that of RFC 4648, there and back', () => {
  const published = { f: 'MY', fo: 'MZXQ', foo: 'MZXW6', foob: 'MZXW6YQ', fooba: 'MZXW6YTB', foobar: 'MZXW6YTBOI' };
  for (const [plain, encoded] of Object.entries(published)) assert.equal(toBase32(Buffer.from(plain)), encoded);
  assert.deepEqual(Buffer.from(fromBase32('mzxw 6ytb-oi======') ?? []).toString(), 'foobar');
  assert.equal(fromBase32('MZXW6YT1'), null);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => assert.deepEqual(fromBase32(toBase32(bytes)), bytes)),
  );
});

test('the code of now, of the step before and of the step after are taken, others not', () => {
  const secret = newTotpSecret();
  assert.match(secret, /^[A-Z2-7]{32}$/);
  const now = seconds(1_763_600_000);
  const step = stepAt(now);
  const attempt = (offset: number) =>
    verifyTotp({ secret: RFC_SECRET, code: totpAt(RFC_SECRET, step + offset), now, lastStep: null });
  for (const offset of [-1, 0, 1]) assert.deepEqual(attempt(offset), { ok: true, value: step + offset });
  for (const offset of [-3, -2, 2, 3]) assert.equal(attempt(offset).ok, false);
  for (const code of ['', '12345', '1234567', 'mã sáu', '１２３４５６']) {
    const refused = verifyTotp({ secret: RFC_SECRET, code, now, lastStep: null });
    assert.ok(!refused.ok && /không đúng hoặc đã hết hạn/.test(refused.error.vi), code);
  }
  const spaced = totpAt(RFC_SECRET, step).replace(/(...)/, '$1 ');
  assert.equal(verifyTotp({ secret: RFC_SECRET, code: spaced, now, lastStep: null }).ok, true);
});

test('a code is taken once; after it only later ones', () => {
  const now = seconds(1_763_600_000);
  const step = stepAt(now);
  const again = verifyTotp({ secret: RFC_SECRET, code: totpAt(RFC_SECRET, step), now, lastStep: step });
  assert.ok(!again.ok && /đã được dùng/.test(again.error.vi));
  assert.equal(verifyTotp({ secret: RFC_SECRET, code: totpAt(RFC_SECRET, step - 1), now, lastStep: step }).ok, false);
  assert.deepEqual(verifyTotp({ secret: RFC_SECRET, code: totpAt(RFC_SECRET, step + 1), now, lastStep: step }), {
    ok: true,
    value: step + 1,
  });
});

test('the address for the app names issuer and account, and cannot be broken by them', () => {
  const uri = otpauthUri({ secret: RFC_SECRET, account: 'nv:hung&x=1', issuer: 'Bám Sát' });
  const url = new URL(uri);
  assert.equal(url.protocol, 'otpauth:');
  assert.equal(decodeURIComponent(url.pathname), '/Bám Sát:nv hung&x=1');
  assert.deepEqual(Object.fromEntries(url.searchParams), {
    secret: RFC_SECRET,
    issuer: 'Bám Sát',
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  });
  assert.match(qrSvg(uri), /^<svg [^>]*viewBox="[^"]+"[^>]*>.*<path .*<\/svg>$/s);
  assert.notEqual(qrSvg(uri), qrSvg(`${uri}1`));
});

test('ten recovery codes, each found once as typed by hand', () => {
  const { codes, hashes } = newRecoveryCodes();
  assert.equal(new Set(codes).size, 10);
  for (const [i, code] of codes.entries()) {
    assert.match(code, /^[a-z2-7]{4}(-[a-z2-7]{4}){3}$/);
    assert.equal(findRecoveryCode(hashes, code), i);
    assert.equal(findRecoveryCode(hashes, ` ${code.toUpperCase().replaceAll('-', ' ')} `), i);
    assert.equal(
      findRecoveryCode(
        hashes.filter((_, j) => j !== i),
        code,
      ),
      null,
    );
    assert.ok(!hashes.join().includes(code.replaceAll('-', '')));
  }
  assert.equal(findRecoveryCode(hashes, ''), null);
});
