/** A PostgreSQL as an office's database team would hand over: a superuser over TCP, nothing prepared for us. It ends with the run. */
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseAccount, systemAccounts } from '#store/embedded/account.ts';
import { findBinaries } from '#store/embedded/binaries.ts';
import { reach, run } from '#store/embedded/launch.ts';
import { startServer } from '#store/embedded/server.ts';

const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

export interface PlainServer {
  /** Address of its superuser. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Throws when it can't be started: there is nothing to test then. */
export async function startPlainServer(): Promise<PlainServer> {
  const folder = mkdtempSync(join(tmpdir(), 'bamsat-plain-'));
  const account = need(chooseAccount(process.getuid?.() ?? null, null, systemAccounts));
  const binaries = need(findBinaries(account, () => {}));
  if (account) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
  const at = need(reach(folder, account));
  const args = ['-D', at.name, '--username=office', '--encoding=UTF8', '--locale=C.UTF-8', '--auth=trust', '--no-sync'];
  const made = await run(binaries.initdb, args, account, at);
  if (made.code !== 0) throw new Error(made.errors);
  const server = need(await startServer(folder, at, account, binaries, SETTINGS, () => {}));
  return {
    url: `postgres://office@127.0.0.1:${server.port}/postgres`,
    stop: async () => {
      await server.stop();
      at.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function need<T>(result: { ok: true; value: T } | { ok: false; error: { en: string } }): T {
  if (!result.ok) throw new Error(result.error.en);
  return result.value;
}
