/** Faults that a server has to bear, in short; `npm run test:faults` takes the long way. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  backupUnderLoad,
  brokenUpload,
  damagedArchives,
  killRounds,
  manyEditors,
  secondServer,
  withServer,
} from '#test/support/faults.ts';
import { bamsat } from '#test/support/server-process.ts';

describe('a server', () => {
  it('keeps what it acknowledged when it is killed in the middle of writes, and its log stays whole', async () => {
    const { writes } = await killRounds(3);
    assert.ok(writes > 0);
  });

  it('is alone on its data, loses no update, keeps nothing of a broken upload, is saved while it works', () =>
    withServer(async (server, team) => {
      await secondServer(server);
      await manyEditors(team, 30);
      await brokenUpload(server, team);
      await damagedArchives(server, 4);
      const { rows } = await backupUnderLoad(server, team, 0.5);
      assert.ok(rows > 100);
      const doctor = await bamsat(server.data, 'doctor');
      assert.equal(doctor.code, 0, doctor.out);
      assert.match(doctor.out, /✓ Nhật ký: chuỗi liền mạch/);
      const listed = await bamsat(server.data, 'user', 'list', '--province', 'ha-tinh');
      assert.match(listed.out, /^binh\tLê Thị Bình\tVăn phòng \(office\)/m);
    }));
});
