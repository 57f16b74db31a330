/** Secrets at rest: what comes back, and what does not open. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { seal, unseal } from './sealed.ts';

const KEY = randomBytes(32);

describe('a sealed secret', () => {
  it('comes back, and never looks the same twice', () => {
    const [a, b] = [seal(KEY, 'totp:1', 'bí mật'), seal(KEY, 'totp:1', 'bí mật')];
    assert.notEqual(a, b);
    assert.equal(unseal(KEY, 'totp:1', a), 'bí mật');
    assert.equal(unseal(KEY, 'totp:1', b), 'bí mật');
    assert.ok(!Buffer.from(a.slice(3), 'base64url').includes('bí'));
  });

  it('does not open for another purpose, with another key, or when a bit was changed', () => {
    const sealed = seal(KEY, 'totp:1', 'bí mật');
    assert.equal(unseal(KEY, 'totp:2', sealed), null);
    assert.equal(unseal(randomBytes(32), 'totp:1', sealed), null);
    const bytes = Buffer.from(sealed.slice(3), 'base64url');
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] as number) ^ 1;
      assert.equal(unseal(KEY, 'totp:1', `s1.${changed.toString('base64url')}`), null, `byte ${at}`);
    }
    for (const text of ['', 's1.', 's1.AAAA', 'x', sealed.slice(3)]) assert.equal(unseal(KEY, 'totp:1', text), null);
  });

  it('asks for a whole key', () => {
    assert.throws(() => seal(randomBytes(16), 'x', 'y'), TypeError);
  });
});
