/** The demonstration as a newcomer starts it: everything is there, everybody can sign in, it ends when told to. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { it } from 'node:test';
import { STANDINGS, TASK_STATES } from '#delivery/standing.ts';
import { Client } from '#test/support/server.ts';

it('npm run demo holds three provinces, five documents that were read, and plans that are followed with tasks in every standing', async () => {
  const data = mkdtempSync(join(tmpdir(), 'bamsat-demo-'));
  const env = { ...process.env, BAMSAT_DATA: join(data, 'demo'), BAMSAT_PORT: '0' };
  const child = spawn(process.execPath, ['scripts/demo.ts', '--no-pages'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  try {
    let address = '';
    for await (const line of createInterface({ input: child.stdout })) {
      address ||= /^Bám Sát: (http:\S+)$/.exec(line)?.[1] ?? '';
      if (line.startsWith('Sẵn sàng')) break;
    }
    assert.match(address, /^http:\/\/127\.0\.0\.1:\d+$/);
    const nobody = new Client(address);
    const { demo } = (await nobody.get('/setup')).body;
    assert.equal(demo.length, 24);
    const states: Record<string, string[]> = {};
    for (const province of ['ha-tinh', 'hung-yen', 'gia-lai']) {
      const office = new Client(address);
      const one = demo.find(
        (it: { province: string; login: string }) => it.province === province && it.login === 'van-phong',
      );
      const begun = await office.post('/session', { province, login: one.login, password: one.password });
      assert.equal(begun.status, 200);
      const { items } = (await office.get('/documents')).body;
      states[province] = items.map(
        (item: { state: string; reviewState: string }) => `${item.state} ${item.reviewState}`,
      );
      const plans = (await office.get('/plans')).body.items;
      assert.equal(plans.length, 1, province);
      const { counts } = (await office.get('/tasks/counts')).body;
      assert.deepEqual(
        STANDINGS.filter((standing) => counts[standing] === 0),
        [],
        province,
      );
      for (const state of TASK_STATES)
        assert.ok((await office.get(`/tasks?state=${state}&limit=1`)).body.items.length > 0, `${province} ${state}`);
    }
    assert.equal(Object.values(states).flat().length, 5);
    assert.ok(
      Object.values(states)
        .flat()
        .every((state) => state.startsWith('read ')),
    );
    assert.deepEqual(states['hung-yen'], ['read published']);
    assert.equal(states['ha-tinh']?.filter((state) => state === 'read published').length, 1);
    child.kill('SIGINT');
    assert.deepEqual(await ended, [0, null]);
  } finally {
    child.kill('SIGKILL');
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
});
