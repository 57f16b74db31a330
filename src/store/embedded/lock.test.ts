import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { LOCK_FILE, type Lock, type Owner, takeLock, thisOwner } from './lock.ts';

const BEAT = 25;
const onLinux = { skip: process.platform !== 'linux' && 'only Linux tells containers and starts of the machine apart' };

describe('the lock of a data directory', () => {
  let directory: string;
  let path: string;
  const taken: Lock[] = [];
  const lines: string[] = [];

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'bamsat-lock-'));
    path = join(directory, LOCK_FILE);
    lines.length = 0;
  });
  afterEach(() => {
    for (const lock of taken.splice(0)) lock.release();
    rmSync(directory, { recursive: true, force: true });
  });

  async function take() {
    const lock = await takeLock(directory, (line) => lines.push(line), BEAT);
    if (lock.ok) taken.push(lock.value);
    return lock;
  }
  const leave = (owner: Partial<Owner>) =>
    writeFileSync(path, JSON.stringify({ ...thisOwner(), id: 'another', ...owner }));
  const holder = () => JSON.parse(readFileSync(path, 'utf8')) as Owner;

  it('is taken, refused to a second, given free and taken again', async () => {
    const first = await take();
    assert.ok(first.ok);
    const second = await take();
    assert.ok(!second.ok);
    assert.equal(second.error.code, 'in-use');
    assert.match(second.error.vi, new RegExp(`máy chủ Bám Sát khác dùng \\(tiến trình ${process.pid}\\)\\.$`));
    first.value.release();
    first.value.release();
    assert.deepEqual(readdirSync(directory), []);
    assert.ok((await take()).ok);
  });

  it('is refused while its owner lives', async () => {
    const other = spawn(process.execPath, ['-e', 'process.stdin.resume(); console.log("up")'], { stdio: 'pipe' });
    await once(other.stdout, 'data');
    const { startOf } = await import('./processes.ts');
    leave({ pid: other.pid as number, start: startOf(other.pid as number) as string });
    const refused = await take();
    assert.ok(!refused.ok);
    assert.match(refused.error.en, new RegExp(`process ${other.pid}`));
    other.stdin.end();
    await once(other, 'exit');
    assert.ok((await take()).ok);
  });

  it('is taken over when its pid now belongs to another process', async () => {
    leave({ pid: process.pid, start: 'another start' });
    assert.ok((await take()).ok);
    assert.equal(holder().start, thisOwner().start);
  });

  it('is taken over when it was damaged', async () => {
    writeFileSync(path, '{"pid": 1');
    assert.ok((await take()).ok);
    rmSync(path);
    writeFileSync(path, '');
    assert.ok((await take()).ok);
  });

  it('goes to one of many who find a dead owner at the same time', async () => {
    leave({ start: 'another start' });
    const all = await Promise.all([take(), take(), take(), take()]);
    assert.equal(all.filter((lock) => lock.ok).length, 1);
    assert.deepEqual(readdirSync(directory), [LOCK_FILE]);
  });

  it('is taken over at once after the machine was started again', onLinux, async () => {
    leave({ boot: 'before', pid: 1 });
    assert.ok((await take()).ok);
    assert.deepEqual(lines, []);
  });

  it('of another container is taken over when nobody touches it any more', onLinux, async () => {
    leave({ host: 'elsewhere', space: 'pid:[1]', pid: process.pid });
    assert.ok((await take()).ok);
    assert.match(lines.join('\n'), /last used by process \d+ of elsewhere/);
  });

  it('of another container is refused while its owner touches it', onLinux, async () => {
    leave({ host: 'elsewhere', space: 'pid:[1]', pid: 7 });
    let second = 1;
    const beats = setInterval(() => utimesSync(path, second, second++), BEAT / 5);
    const refused = await take();
    clearInterval(beats);
    assert.ok(!refused.ok);
    assert.match(refused.error.vi, /tiến trình 7 trên elsewhere/);
  });

  it('leaves the lock of a successor alone', async () => {
    const first = await take();
    assert.ok(first.ok);
    leave({});
    first.value.release();
    assert.equal(holder().id, 'another');
  });
});
