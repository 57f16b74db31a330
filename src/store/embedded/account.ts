/**
 * The account that PostgreSQL runs under. PostgreSQL refuses to run as root; an ordinary person's server simply runs as that person.
 * For root it is, in this order: the owner of the existing data, `postgres`, `bamsat` (created where the machine can), `nobody`.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { err, ok, type Result } from '#base/result.ts';
import { type StoreRefusal, storeRefusal } from './refusals.ts';

export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** What is asked of the machine's list of accounts. */
export interface Accounts {
  find(name: string): Account | null;
  /** Creates an account without a home or a password; null where the machine has no tool for it. */
  create(name: string): Account | null;
}

/**
 * The account for root to change to; null when PostgreSQL runs as the account that we run under ourselves.
 * @param uid who we are; null where there are no such numbers (Windows)
 * @param owner who owns the existing data; null when there is none yet
 */
export function chooseAccount(
  uid: number | null,
  owner: { readonly uid: number; readonly gid: number } | null,
  accounts: Accounts,
): Result<Account | null, StoreRefusal> {
  if (uid === null || (uid !== 0 && (!owner || owner.uid === uid))) return ok(null);
  if (uid !== 0) {
    return err(
      storeRefusal(
        'other-owner',
        `Dữ liệu thuộc về tài khoản hệ thống số ${owner?.uid}; hãy chạy máy chủ bằng tài khoản đó.`,
        `The data belongs to system account number ${owner?.uid}; run the server as that account.`,
      ),
    );
  }
  if (owner && owner.uid !== 0) return ok({ name: `#${owner.uid}`, ...owner });
  const account =
    accounts.find('postgres') ??
    accounts.find('bamsat') ??
    accounts.create('bamsat') ??
    accounts.find('nobody') ??
    accounts.find('daemon');
  if (account && account.uid !== 0) return ok(account);
  return err(
    storeRefusal(
      'no-account',
      'PostgreSQL không chạy bằng root và máy này không có tài khoản thường nào; hãy tạo tài khoản `postgres`.',
      'PostgreSQL does not run as root and this machine has no ordinary account; create an account `postgres`.',
    ),
  );
}

/** The accounts of this machine: `/etc/passwd`, and what `id` knows beyond it (a directory service, macOS). */
export const systemAccounts: Accounts = {
  find(name) {
    const [, , uid, gid] = readPasswd().find((fields) => fields[0] === name) ?? [];
    if (uid && gid) return { name, uid: Number(uid), gid: Number(gid) };
    const numbers = [run('id', ['-u', name]), run('id', ['-g', name])].map((answer) => answer?.trim());
    return numbers[0] && numbers[1] ? { name, uid: Number(numbers[0]), gid: Number(numbers[1]) } : null;
  },
  create(name) {
    run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', name]) ??
      run('adduser', ['-S', '-D', '-H', '-s', '/bin/false', name]) ??
      run('adduser', ['--system', '--group', '--no-create-home', name]);
    return this.find(name);
  },
};

function readPasswd(): string[][] {
  try {
    const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
    return lines.map((line) => line.split(':')).filter((fields) => fields.length >= 7);
  } catch {
    return [];
  }
}

/** What a command answers, or null when the machine has no such command or it fails. */
function run(command: string, args: readonly string[]): string | null {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return null;
  }
}
