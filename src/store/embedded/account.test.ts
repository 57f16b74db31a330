import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Account, type Accounts, chooseAccount, systemAccounts } from './account.ts';

const postgres: Account = { name: 'postgres', uid: 101, gid: 104 };
const nobody: Account = { name: 'nobody', uid: 65534, gid: 65534 };

function machineWith(known: readonly Account[], creates = false): Accounts {
  return {
    find: (name) => known.find((account) => account.name === name) ?? null,
    create: (name) => (creates ? { name, uid: 990, gid: 990 } : null),
  };
}

describe('the account of the database', () => {
  it('is our own when we are an ordinary account, or where accounts have no numbers', () => {
    assert.deepEqual(chooseAccount(1000, null, machineWith([postgres])), { ok: true, value: null });
    assert.deepEqual(chooseAccount(1000, { uid: 1000, gid: 1000 }, machineWith([])), { ok: true, value: null });
    assert.deepEqual(chooseAccount(null, null, machineWith([])), { ok: true, value: null });
  });

  it('is for root postgres, else bamsat, created when it can be, else nobody', () => {
    const name = (accounts: Accounts) => {
      const chosen = chooseAccount(0, null, accounts);
      return chosen.ok ? chosen.value?.name : chosen.error.code;
    };
    assert.equal(name(machineWith([nobody, postgres], true)), 'postgres');
    assert.equal(name(machineWith([nobody, { name: 'bamsat', uid: 5, gid: 5 }])), 'bamsat');
    assert.equal(name(machineWith([nobody], true)), 'bamsat');
    assert.equal(name(machineWith([nobody])), 'nobody');
    assert.equal(name(machineWith([])), 'no-account');
  });

  it('stays the owner of the data, whatever accounts came later; data that root owns is given away', () => {
    const kept = chooseAccount(0, { uid: 65534, gid: 65534 }, machineWith([postgres]));
    assert.equal(kept.ok && kept.value?.uid, 65534);
    const given = chooseAccount(0, { uid: 0, gid: 0 }, machineWith([postgres]));
    assert.equal(given.ok && given.value?.uid, 101);
  });

  it('is refused when the data belongs to somebody else and we are not root', () => {
    const chosen = chooseAccount(1000, { uid: 101, gid: 104 }, machineWith([postgres]));
    assert.ok(!chosen.ok);
    assert.equal(chosen.error.code, 'other-owner');
    assert.match(chosen.error.vi, /tài khoản hệ thống số 101/);
  });

  it('is looked up on this machine', { skip: process.platform === 'win32' && 'Windows has no such accounts' }, () => {
    assert.equal(systemAccounts.find('root')?.uid, 0);
    assert.equal(systemAccounts.find('no such account'), null);
  });
});
