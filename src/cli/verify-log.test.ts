/** `bamsat verify-log` on an export without a server, and on the database beside the running server. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ROOT } from '#test/support/files.ts';
import { startTestServer, type TestServer } from '#test/support/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'bamsat-log-'));

function bamsat(args: readonly string[], env: Record<string, string> = {}) {
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const done = (error: { code?: unknown } | null, out: string, err: string) =>
      resolve({ code: error ? Number(error.code) : 0, out, err });
    // What the run of the tests says to itself is no setting of the program.
    const { BAMSAT_TEST_CLUSTER: _cluster, BAMSAT_TEST_SERVER: _server, ...own } = process.env;
    const given = { cwd: ROOT, env: { ...own, ...env } };
    execFile(process.execPath, [join(ROOT, 'bin', 'bamsat'), ...args], given, done);
  });
}

describe('verify-log', () => {
  let server: TestServer;
  let log: string;
  before(async () => {
    server = await startTestServer();
    await server.province('ha-tinh');
    const { cookie } = await server.signIn('ha-tinh', 'office');
    await server.signIn('ha-tinh', 'leader');
    log = await (await fetch(`${server.address}/api/v1/events/export`, { headers: { cookie } })).text();
  });
  after(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  it('says of a whole log that it is whole', async () => {
    const { code, out } = await bamsat(['verify-log', file('whole.jsonl', log)]);
    assert.equal(code, 0);
    assert.match(out, /^ha-tinh: nguyên vẹn, 3 sự kiện, mã cuối [0-9a-f]{64}\n$/);
  });

  it('names the first event that is not as it was', async () => {
    const lines = log.trim().split('\n');
    const edited = lines.with(2, (lines[2] as string).replace('session.begun', 'session.ended'));
    const found = await bamsat(['verify-log', file('edited.jsonl', edited.join('\n'))]);
    assert.equal(found.code, 1);
    assert.match(found.err, /sự kiện số 2: nội dung đã bị sửa/);
    const cut = await bamsat(['verify-log', file('cut.jsonl', lines.slice(0, -1).join('\n'))]);
    assert.match(cut.err, /sự kiện số 3: nhật ký bị cắt/);
    const noted = await bamsat(['verify-log', file('whole.jsonl', log), '--expect', 'a'.repeat(64)]);
    assert.equal(noted.code, 1);
    const other = await bamsat(['verify-log', file('other.txt', 'xin chào\n')]);
    assert.match(other.err, /không phải tệp nhật ký/);
    assert.equal((await bamsat(['verify-log', join(folder, 'none.jsonl')])).code, 1);
  });

  it('checks the database beside the running server', async () => {
    const env = { DATABASE_URL: server.config.databaseUrl as string, BAMSAT_DATA: folder };
    const { code, out, err } = await bamsat(['verify-log', '--province', 'ha-tinh'], env);
    assert.equal(code, 0, err);
    assert.match(out, /ha-tinh: nguyên vẹn, 3 sự kiện/);
  });
});
